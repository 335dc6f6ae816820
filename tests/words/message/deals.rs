//! A deal about which everything is known, one about which only the buyer is, and every combination.

use chrono::NaiveDate;
use icebreak::domain::calendar::WorkWeek;
use icebreak::domain::contact::Contact;
use icebreak::domain::deal::{Deal, DealId, Stage};
use icebreak::domain::deposit::{Deadline, DepositWord};
use icebreak::domain::library::{Company, EntryKind, Library, LibraryEntry, Wording};
use icebreak::domain::message::{
    DiagnosisFacts, LadderStep, MessageChannel, MessageFacts, PlanFacts, PlanRow, RowKind, Strategy, Tone,
};
use icebreak::domain::money::{Currency, Money};
use icebreak::domain::names::Named as _;
use icebreak::text::Language;
use icebreak::text::buyer::drafts::{DraftChoice, MessageDraft};

/// What drafts are made from, owned.
#[derive(Clone)]
pub struct World {
    pub deal: Deal,
    pub library: Library,
    pub plan: Option<PlanFacts>,
    pub diagnosis: DiagnosisFacts,
    pub week: WorkWeek,
    pub on: NaiveDate,
}

impl World {
    pub fn facts(&self) -> MessageFacts<'_> {
        MessageFacts {
            deal: &self.deal,
            library: &self.library,
            plan: self.plan.as_ref(),
            diagnosis: &self.diagnosis,
            week: &self.week,
            on: self.on,
        }
    }

    pub fn draft(&self, choice: &DraftChoice) -> MessageDraft {
        icebreak::text::buyer::drafts::draft(&self.facts(), choice).unwrap()
    }
}

pub fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

pub fn eur(minor: i64) -> Money {
    Money::from_minor(minor, Currency::EUR)
}

/// Everything is known: the plan is 9,000.00 in three parts and 21,000.00 as balance.
pub fn rich() -> World {
    let mut deal = Deal::new(DealId::new("d1"), "Müller & Söhne GmbH");
    deal.stage = Stage::Terms.into();
    deal.product = "LED panels 600×600".into();
    deal.contacts = vec![Contact {
        name: "Anna Schmidt".into(),
        greeting: "Dear Ms Schmidt,".into(),
        email: "a.schmidt@mueller.example".into(),
        ..Contact::default()
    }];
    let agreed = &mut deal.agreed;
    agreed.pi = "PI-2607".into();
    agreed.pi_date = Some(day("2026-10-29"));
    agreed.valid_until = Some(day("2026-12-15"));
    agreed.quantity = "500 pcs".into();
    agreed.currency = Some(Currency::EUR);
    agreed.unit_price = Some("60".parse().unwrap());
    agreed.amount = Some("30000".parse().unwrap());
    agreed.incoterm = "FOB Ningbo".into();
    agreed.lead_time_days = Some(35);
    agreed.shutdown_days = Some(0);
    agreed.cut_off_days = Some(10);
    agreed.ship_by = Some(day("2027-01-22"));
    agreed.payment_terms = "30/70 T/T".into();
    for (field, typed) in [
        ("answer_1", "Yes, 500 pcs, in black"),
        ("progress", "frames cut, assembly at 80%"),
        ("next_milestone", "ageing test, week 50"),
        ("incentive", "1 spare driver per 100 panels"),
        ("incentive_condition", "deposit in 1 payment"),
        ("incentive_until", "2026-12-04"),
        ("trial_quantity", "100 pcs"),
        ("benefit", "price of PI-2607, slot in January"),
    ] {
        deal.message.fields.insert(field.into(), typed.into());
    }
    World {
        deal,
        library: library(),
        plan: Some(plan()),
        diagnosis: DiagnosisFacts { concern: Some("warranty".into()), inside: None },
        week: WorkWeek::default(),
        on: day("2026-11-21"),
    }
}

/// Only the buyer's name is known, and nothing about the seller.
pub fn bare() -> World {
    World {
        deal: Deal::new(DealId::new("d2"), "Casa Verde"),
        library: Library::default(),
        plan: None,
        diagnosis: DiagnosisFacts::default(),
        week: WorkWeek::default(),
        on: day("2026-11-21"),
    }
}

/// Between the two: a product and a sender, nothing agreed.
pub fn early() -> World {
    let mut world = bare();
    world.deal.product = "cotton fabric".into();
    world.deal.contacts = vec![Contact { name: "José Quispe".into(), ..Contact::default() }];
    world.library.company.sender = "Li Wei".into();
    world
}

pub fn plan() -> PlanFacts {
    let row = |kind, (part, parts), due: &str, minor| PlanRow {
        kind,
        part,
        parts,
        due: Some(day(due)),
        when: None,
        amount: eur(minor),
        is_rest: false,
    };
    let rows = vec![
        row(RowKind::Deposit, (1, 3), "2026-11-30", 300_000),
        row(RowKind::Deposit, (2, 3), "2026-12-07", 300_000),
        row(RowKind::Deposit, (3, 3), "2026-12-08", 300_000),
        row(RowKind::Balance, (1, 1), "2027-01-15", 2_100_000),
    ];
    PlanFacts {
        open: rows.clone(),
        rows,
        received: Vec::new(),
        total: eur(3_000_000),
        deposit_total: Some(eur(900_000)),
        deposit_share: Some("30".parse().unwrap()),
        deadline: Some(Deadline::Kept(day("2026-12-08"))),
        is_as_worded: true,
        deposit_word: DepositWord::Prepayment,
    }
}

fn library() -> Library {
    let entry = |id: &str, kind: EntryKind, topic: &str, english: &str, chinese: &str| LibraryEntry {
        id: id.into(),
        kind: kind.into(),
        topic: topic.into(),
        wordings: [("en", english), ("zh", chinese)]
            .map(|(language, text)| Wording {
                language: language.into(),
                text: text.into(),
                extra: Default::default(),
            })
            .into(),
        source: "our own records, 2026".into(),
        permission: true,
        products: Vec::new(),
        markets: Vec::new(),
        extra: Default::default(),
    };
    Library {
        company: Company {
            sender: "Li Wei".into(),
            role: "Export Sales".into(),
            name: "Ningbo Lumen".into(),
            ..Company::default()
        },
        entries: vec![
            entry(
                "a1",
                EntryKind::Alternative,
                "warranty",
                "five years of warranty on the drivers",
                "驱动电源质保五年",
            ),
            entry(
                "a2",
                EntryKind::Alternative,
                "warranty",
                "a stock of spare drivers with the first order",
                "首单随货附带备用电源",
            ),
            entry("a3", EntryKind::Alternative, "price", "a lower price from 800 panels", "800 片起单价下调"),
            entry(
                "s1",
                EntryKind::Story,
                "",
                "A distributor in Bremen has run 2,000 of these panels since 2022",
                "不来梅的一家经销商从 2022 年起使用了 2000 片",
            ),
            entry(
                "f1",
                EntryKind::Fact,
                "delivery",
                "Of the 46 orders of last year, 44 left on or before the agreed day",
                "去年的 46 笔订单中，有 44 笔按期或提前装运",
            ),
            entry(
                "r1",
                EntryKind::Reference,
                "",
                "Mr Petersen of the shop in Oslo is glad to take your call",
                "奥斯陆的 Petersen 先生愿意接听您的电话",
            ),
            entry(
                "p1",
                EntryKind::DepositAnswer,
                "purpose",
                "It pays for the aluminium and the LED chips of your order",
                "用于采购您这一单的铝材和灯珠",
            ),
            entry(
                "p2",
                EntryKind::DepositAnswer,
                "safety",
                "It is paid to the company account named in the PI",
                "款项付至 PI 上的公司账户",
            ),
            entry(
                "p3",
                EntryKind::DepositAnswer,
                "quality",
                "You may have the goods inspected before the balance is due",
                "付尾款之前您可以安排验货",
            ),
            entry(
                "p4",
                EntryKind::DepositAnswer,
                "instalments",
                "Production starts with the last part",
                "最后一笔到账后开始生产",
            ),
        ],
        extra: Default::default(),
    }
}

/// Strategy × step × channel × tone × language.
pub fn combinations() -> impl Iterator<Item = DraftChoice> {
    Strategy::members().flat_map(|strategy| {
        MessageChannel::members().flat_map(move |channel| {
            Language::members().flat_map(move |language| {
                Tone::members().flat_map(move |tone| {
                    LadderStep::members().map(move |step| DraftChoice {
                        strategy,
                        step,
                        language,
                        channel,
                        tone,
                    })
                })
            })
        })
    })
}

pub fn choice(strategy: Strategy, language: Language) -> DraftChoice {
    DraftChoice {
        strategy,
        step: LadderStep::First,
        language,
        channel: MessageChannel::Email,
        tone: Tone::Plain,
    }
}
