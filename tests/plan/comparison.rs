//! Plans side by side: their key figures, what is better for whom, alternatives and taking one of them.

use std::sync::Arc;

use icebreak::domain::deal::{Deal, DealId};
use icebreak::domain::deposit::{
    Alternative, Compared, DepositShare, DepositTerms, DepositWord, Fact, FigureValue, Late, Payment, Plan,
    PlanFormat, PlanReader, Receipts, Shipping, Terms, TermsRows, Variation, read_count,
};
use icebreak::domain::document::Document;
use icebreak::domain::edit::{Edit, Field, PerformedEdit, Rejected, apply};
use icebreak::domain::history::{History, UndoStep};
use icebreak::domain::import::pack::{DealPart, differing_parts, plan_pack};
use icebreak::domain::money::Currency;
use icebreak::domain::names::Named as _;
use icebreak::domain::versions::fields::{Keep, differences as differences_of};
use icebreak::exchange::plans::{PlanFile, plan_file};
use icebreak::text::Language;
use icebreak::text::buyer::schedule::{DocumentSubject, PlanPaper, Voice, chat_text};
use icebreak::text::window::deposit::{differences, financing, terms_line};

use crate::exposure::{costs, own_days, plan};
use crate::{date, usd};

fn compared(lines: &[&str], fee: Option<&str>) -> Compared {
    let spent = costs(&["40% production+0d"]);
    let plan = plan("1000", lines, "30%");
    Compared::of(&plan, &spent, fee.map(usd), own_days(&plan), Receipts::AsPlanned).unwrap()
}

#[test]
fn every_plan_says_its_key_figures() {
    let check = |lines: &[&str], fact: Fact, expected: &str| {
        let said = match compared(lines, Some("25")).value(fact) {
            None => "-".to_owned(),
            Some(FigureValue::Money(money)) => money.to_string(),
            Some(FigureValue::Portion(money, share)) => format!("{money} {share}%"),
            Some(FigureValue::Payment(money, on)) => {
                format!("{money} {}", on.map_or_else(String::new, |on| on.to_string()))
            }
            Some(FigureValue::Count(count)) => count.to_string(),
            Some(FigureValue::Days(days)) => format!("{days}d"),
            Some(FigureValue::Endless) => "endless".to_owned(),
            Some(FigureValue::Date(date)) => date.to_string(),
            Some(FigureValue::Late(date, late)) => format!("{date} {}d late", late.days),
            Some(FigureValue::Waits(milestone, _)) => milestone.name().to_owned(),
        };
        assert_eq!(said, expected, "{fact:?} of {lines:?}");
    };
    let usual = ["30%@+0d", "20%@+10d", "rest@+30d"];
    check(&usual, Fact::FirstOutlay, "300.00 2027-01-01");
    check(&usual, Fact::Transfers, "3");
    check(&usual, Fact::Fees, "75.00");
    check(&usual, Fact::LongestGap, "20d");
    check(&usual, Fact::LastPaid, "2027-01-31");
    check(&usual, Fact::LastReceived, "2027-01-31");
    check(&usual, Fact::ReceivedByProduction, "300.00 30.00%");
    // Due on the day of shipment counts as paid by shipment.
    check(&usual, Fact::PaidByShipment, "500.00 50.00%");
    check(&usual, Fact::ReceivedByShipment, "500.00 50.00%");
    check(&usual, Fact::WorstExposure, "100.00");
    check(&usual, Fact::DaysPreFinanced, "10d");

    // Two rows on one day are one outlay and two transfers; what waits for a date has no last day.
    let waiting = ["20%@+0d", "10%@+0d", "rest@documents"];
    check(&waiting, Fact::FirstOutlay, "300.00 2027-01-01");
    check(&waiting, Fact::Transfers, "3");
    check(&waiting, Fact::LongestGap, "0d");
    check(&waiting, Fact::LastPaid, "documents");
    check(&waiting, Fact::DaysPreFinanced, "endless");
    check(&["rest@order"], Fact::FirstOutlay, "1000.00 ");
    check(&["rest@order"], Fact::LongestGap, "-");
    check(&["rest@order"], Fact::ReceivedByProduction, "-");

    let no_fee = compared(&usual, None);
    assert_eq!(no_fee.value(Fact::Fees), None);
    let plan = plan("1000", &usual, "30%");
    let no_costs = Compared::of(&plan, &[], None, own_days(&plan), Receipts::AsPlanned).unwrap();
    assert_eq!((no_costs.value(Fact::WorstExposure), no_costs.financing), (None, None), "nothing is claimed");
}

#[test]
fn a_plan_says_when_the_goods_ship_and_whether_that_is_too_late() {
    let of = |lines: &[&str], by: &str| {
        let plan = plan("1000", lines, "30%");
        let shipping = Shipping { ship_by: by.parse().ok(), ..own_days(&plan) };
        Compared::of(&plan, &[], None, shipping, Receipts::AsPlanned).unwrap()
    };
    let late = |days| Late { ship_by: date("2027-01-11"), days };
    let (early, later) = (["30%@+0d", "rest@+30d"], ["15%@+0d", "15%@+9d", "rest@+30d"]);
    let ships = |lines: &[&str], by: &str| of(lines, by).value(Fact::Ships);
    assert_eq!(
        ships(&early, ""),
        Some(FigureValue::Date(date("2027-01-11"))),
        "without a day nothing is late"
    );
    assert_eq!(ships(&early, "2027-01-11"), Some(FigureValue::Date(date("2027-01-11"))));
    assert_eq!(ships(&later, "2027-01-11"), Some(FigureValue::Late(date("2027-01-20"), late(9))));
    assert_eq!(of(&later, "2027-01-11").late, Some(late(9)));
    assert_eq!(
        of(&later, "2027-01-11").value(Fact::ProductionStarts),
        Some(FigureValue::Date(date("2027-01-10")))
    );
    let values = [ships(&early, "2027-01-11"), ships(&later, "2027-01-11")];
    assert_eq!(Fact::Ships.best(&values), [true, false]);
    let both_late = [ships(&early, "2027-01-01"), ships(&later, "2027-01-01")];
    assert_eq!(Fact::Ships.best(&both_late), [false, false], "the least late is no good either");
    assert_eq!(ships(&["rest@documents"], "2027-01-01"), None);
}

#[test]
fn names_that_the_program_gave_speak_the_language_of_the_window() {
    use icebreak::text::window::deposit::plan_name;
    for language in [Language::English, Language::Chinese] {
        for given in [Language::English, Language::Chinese] {
            for variation in Variation::members() {
                let name = |language: Language| (language.text().compare.variation)(variation);
                assert_eq!(plan_name(name(given), language), name(language));
            }
        }
        assert_eq!(plan_name("  Agreed by phone ", language), "Agreed by phone");
        assert_eq!(plan_name("", language), "");
    }
}

#[test]
fn the_better_value_depends_on_whose_it_is() {
    let values = |fact: Fact| {
        let plans = [["30%@+0d", "rest@+30d"], ["50%@+5d", "rest@+20d"], ["30%@+0d", "rest@+30d"]];
        let values: Vec<Option<FigureValue>> =
            plans.iter().map(|lines| compared(lines, None).value(fact)).collect();
        fact.best(&values)
    };
    assert_eq!(values(Fact::LastReceived), [false, true, false], "the seller has it sooner");
    assert_eq!(values(Fact::LastPaid), [true, false, true], "the buyer keeps it longer");
    assert_eq!(values(Fact::FirstOutlay), [true, false, true]);
    assert_eq!(values(Fact::WorstExposure), [false, true, false]);
    assert_eq!(values(Fact::Transfers), [false; 3], "all the same: none is better");
    assert_eq!(Fact::Fees.best(&[Some(FigureValue::Money(usd("1"))), None]), [false, false]);
    let euro = icebreak::domain::money::Money::from_minor(1, Currency::EUR);
    let mixed = [Some(FigureValue::Money(usd("1"))), Some(FigureValue::Money(euro))];
    assert_eq!(Fact::Fees.best(&mixed), [false, false], "currencies are not compared");
    assert_eq!(
        Fact::DaysPreFinanced.best(&[Some(FigureValue::Endless), Some(FigureValue::Days(400))]),
        [false, true]
    );
    assert_eq!(Fact::Fees.best(&[]), [] as [bool; 0]);
}

#[test]
fn differences_are_said_once_and_in_words() {
    let first = compared(&["30%@+0d", "rest@+30d"], Some("25"));
    let other = compared(&["15%@+0d", "15%@+15d", "rest@+45d"], Some("25"));
    assert_eq!(first.differences(&first), []);
    assert_eq!(
        differences(&other.differences(&first), Language::English),
        "production starts 15 days later; ships 15 days later; first payment USD 150.00 less; 1 payment more; \
         last payment 15 days later; USD 25.00 more in bank fees"
    );
    assert_eq!(
        differences(&other.differences(&first), Language::Chinese),
        "开始生产推迟 15 天；发货推迟 15 天；首笔付款少 150.00 美元；多付 1 次；最后付款日推迟 15 天；手续费多 25.00 美元"
    );
}

#[test]
fn a_sentence_says_who_pre_finances() {
    let today = date("2026-12-20");
    let check = |lines: &[&str], spent: &[&str], english: &str, chinese: &str| {
        let plan = plan("10000", lines, "30%");
        let compared =
            Compared::of(&plan, &costs(spent), None, own_days(&plan), Receipts::AsPlanned).unwrap();
        let said = |language| financing("B", compared.financing.as_ref().unwrap(), today, language);
        assert_eq!(said(Language::English), english);
        assert_eq!(said(Language::Chinese), chinese);
    };
    check(&["30%@+0d", "rest@+30d"], &["30% production+0d"], "B: covered.", "B：货款可覆盖成本，无需垫资。");
    check(
        &["30%@+0d", "rest@+33d"],
        &["72% production+11d"],
        "B: you pre-finance USD 4,200.00 from 12 Jan to 3 Feb.",
        "B：您需垫资 4,200.00 美元（1月12日至2月3日）。",
    );
    check(
        &["30%@+0d", "rest@documents"],
        &["40% production+0d", "1% production+1d"],
        "B: you pre-finance up to USD 1,100.00 from 1 Jan, and no payment covers it; most on 2 Jan.",
        "B：您最多需垫资 1,100.00 美元（自1月1日起，没有款项可以覆盖），1月2日达到最高。",
    );
}

fn deposit_plan(deposit: &str, parts: &str) -> Plan {
    let mut rows = DepositTerms::new(DepositShare::read(deposit, Currency::USD).unwrap());
    rows.parts = read_count(parts).unwrap();
    let mut plan = Plan::new(Terms::new(usd("1000.01"), date("2027-01-31"), TermsRows::Deposit(rows)));
    plan.production_share = deposit.parse().ok();
    plan
}

/// `2027-01-31 300.00 deposit, …`.
fn rows(plan: &Plan) -> String {
    let schedule = plan.schedule().unwrap();
    let row = |row: &icebreak::domain::deposit::ScheduleRow| {
        format!("{} {} {}", row.due.unwrap(), row.amount, row.label.name())
    };
    schedule.rows().iter().map(row).collect::<Vec<_>>().join(", ")
}

#[test]
fn a_plan_is_varied() {
    let check = |plan: &Plan, variation: Variation, expected: &str| {
        let varied = plan.varied(variation).map(|varied| rows(&varied));
        assert_eq!(varied.as_deref().unwrap_or("-"), expected, "{variation:?}");
    };
    let one = deposit_plan("30%", "1");
    check(&one, Variation::Same, "2027-01-31 300.00 deposit, 2027-02-28 700.01 balance");
    check(
        &one,
        Variation::InParts,
        "2027-01-31 100.00 deposit, 2027-02-28 100.00 deposit, 2027-03-31 100.00 deposit, 2027-04-30 700.01 balance",
    );
    check(&one, Variation::SmallerDeposit, "2027-01-31 150.00 deposit, 2027-02-28 850.01 balance");
    check(&one, Variation::LaterBalance, "2027-01-31 300.00 deposit, 2027-03-31 700.01 balance");
    // The odd unit stays with the part that has it.
    check(
        &deposit_plan("33%", "3"),
        Variation::LaterBalance,
        "2027-01-31 110.00 deposit, 2027-02-28 110.00 deposit, 2027-03-31 110.00 deposit, 2027-05-31 670.01 balance",
    );
    let six = deposit_plan("30%", "3").varied(Variation::InParts).unwrap();
    assert_eq!(six.schedule().unwrap().rows().len(), 7);
    let smaller = one.varied(Variation::SmallerDeposit).unwrap();
    assert_eq!(smaller.production_share, "15%".parse().ok(), "production waits for the smaller deposit");

    let lines = plan("100", &["30%@+0d", "rest@bl-copy+7d"], "30%");
    assert_eq!(lines.varied(Variation::InParts), None);
    let later = lines.varied(Variation::LaterBalance).unwrap();
    assert!(
        matches!(&later.terms.rows, TermsRows::Lines(lines) if lines[1].to_string() == "rest@bl-copy+37d")
    );
    let smaller = lines.varied(Variation::SmallerDeposit).unwrap();
    assert!(matches!(&smaller.terms.rows, TermsRows::Lines(lines) if lines[0].to_string() == "15%@+0d"));
    let halves = plan("100", &["50%@+0d", "50%@+9d"], "30%").varied(Variation::SmallerDeposit).unwrap();
    assert_eq!(rows(&halves), "2027-01-01 25.00 line, 2027-01-10 75.00 line");
    assert_eq!(deposit_plan("0.01", "1").varied(Variation::InParts), None, "a cent has no three parts");
}

fn deal() -> Deal {
    let mut deal = Deal::new(DealId::new("casa"), "Casa Verde");
    deal.plan = Some(deposit_plan("30%", "1"));
    deal.alternatives = vec![Alternative::new("In parts", &deposit_plan("30%", "3"))];
    deal
}

fn document(deal: Deal) -> Document {
    Document { deals: [(deal.id.clone(), Arc::new(deal))].into_iter().collect(), ..Document::default() }
}

fn use_first(on: &str) -> Edit {
    Edit::Change { deal: DealId::new("casa"), field: Field::UseAlternative { index: 0, on: date(on) } }
}

#[test]
fn an_alternative_and_the_plan_change_places() {
    let mut history = History::new(document(deal()));
    let start = history.current().clone();
    history.edit(use_first("2027-01-01"), UndoStep::Own).unwrap();
    let after = history.current().deal(&DealId::new("casa")).unwrap().clone();
    assert_eq!((after.plan.as_ref(), &*after.plan_name), (Some(&deposit_plan("30%", "3")), "In parts"));
    let before = Alternative { before: true, ..Alternative::new("", &deposit_plan("30%", "1")) };
    assert_eq!(after.alternatives, [before]);
    history.edit(use_first("2027-01-01"), UndoStep::Own).unwrap();
    let again = history.current().deal(&DealId::new("casa")).unwrap();
    assert_eq!(**again, deal());
    assert_eq!(history.undo(), Some(PerformedEdit::ChosePlan), "each choice is a step of its own");
    assert_eq!(history.undo(), Some(PerformedEdit::ChosePlan));
    assert_eq!(*history.current(), start);

    let mut none = deal();
    none.alternatives.clear();
    assert_eq!(apply(&document(none), &use_first("2027-01-01")), Err(Rejected::NoSuchAlternative));
    let mut none = deal();
    none.plan = None;
    assert_eq!(apply(&document(none), &use_first("2027-01-01")), Err(Rejected::NoPlan));
}

#[test]
fn what_was_paid_stays_whatever_plan_is_chosen() {
    let mut paid = deal();
    let payment = Payment::new(date("2027-01-30"), usd("300"));
    paid.plan = paid.plan.take().map(|plan| plan.with_payment(payment.clone()));
    let document = apply(&document(paid.clone()), &use_first("2027-02-01")).unwrap();
    let after = document.deal(&DealId::new("casa")).unwrap();
    let plan = after.plan.as_ref().unwrap();
    assert_eq!(plan.payments, [payment]);
    assert_eq!(rows(plan), "2027-01-31 300.00 deposit, 2027-04-30 700.01 balance", "as with new terms");
    let expected =
        paid.plan.take().unwrap().with_terms(deposit_plan("30%", "3").terms, date("2027-02-01")).unwrap();
    assert_eq!(plan.schedule(), expected.schedule());
    assert_eq!(after.alternatives[0].plan, deposit_plan("30%", "1"), "an alternative has no payments");
}

#[test]
fn a_deal_without_alternatives_and_costs_is_saved_as_before() {
    let mut deal = deal();
    deal.alternatives.clear();
    let json = serde_json::to_string(&deal).unwrap();
    for new in ["plan_name", "alternatives", "costs", "transfer_fee"] {
        assert!(!json.contains(new), "{new} in {json}");
    }
    let written = r#""alternatives":[{"name":"B","plan":{"terms":{"total":"USD 1.00","start":"2027-01-01","deposit":"30%"},"newer":1},"newer":[2.50]}]"#;
    let newer: Deal = serde_json::from_str(&json.replacen('{', &format!("{{{written},"), 1)).unwrap();
    assert!(serde_json::to_string(&newer).unwrap().contains(r#""newer":[2.50]"#));
}

#[test]
fn what_the_goods_cost_stays_with_the_seller() {
    const SECRET: &str = "Zinc from Wuxi";
    let mut deal = deal();
    deal.buyer.language = "en".to_owned();
    deal.costs = costs(&["41.7% 2027-01-05"]);
    deal.costs[0].what = SECRET.to_owned();
    deal.plan_name = SECRET.to_owned();
    deal.alternatives[0].name = SECRET.to_owned();
    let plan = deal.plan.clone().unwrap();
    let leaks = |text: &[u8]| {
        String::from_utf8_lossy(text).contains(SECRET) || String::from_utf8_lossy(text).contains("41.7")
    };
    for language in [Language::English, Language::Chinese] {
        let about = DocumentSubject {
            plan: &plan,
            deal: Some(&deal),
            seller: "Us",
            shutdowns: &[],
            on: date("2027-01-01"),
        };
        let file = PlanFile { about, language, made: chrono::DateTime::UNIX_EPOCH };
        for format in PlanFormat::members() {
            let written = plan_file(&file, format, PlanReader::Buyer).unwrap();
            assert!(!leaks(&unpacked(written.bytes)), "{format:?}");
        }
        let paper = PlanPaper::new(&about, Voice::of_plan(&plan, Some(&deal), language)).unwrap();
        assert!(!leaks(chat_text(&paper).as_bytes()));
    }
    let table = icebreak::exchange::deals_out::deals_csv::deals_csv(&[&deal]).unwrap();
    assert!(!leaks(&table));
    // A colleague's pack is the whole deal.
    let pack = icebreak::exchange::pack::pack(&deal).unwrap();
    assert!(leaks(&pack));
    let mut without = deal.clone();
    without.costs.clear();
    assert_eq!(differing_parts(&without, &deal), [DealPart::Plan]);
}

/// What is in a workbook, which is an archive; any other file as it is.
fn unpacked(bytes: Vec<u8>) -> Vec<u8> {
    let Ok(mut archive) = zip::ZipArchive::new(std::io::Cursor::new(&bytes)) else { return bytes };
    let mut all = Vec::new();
    for index in 0..archive.len() {
        std::io::Read::read_to_end(&mut archive.by_index(index).unwrap(), &mut all).unwrap();
    }
    all
}

#[test]
fn terms_stand_in_one_line() {
    let check = |plan: &Plan, english: &str, chinese: &str| {
        let schedule = plan.schedule().unwrap();
        assert_eq!(
            terms_line(&plan.terms, Some(&schedule), DepositWord::Prepayment, Language::English),
            english
        );
        assert_eq!(
            terms_line(&plan.terms, Some(&schedule), DepositWord::Prepayment, Language::Chinese),
            chinese
        );
    };
    check(&deposit_plan("30%", "1"), "30% deposit, balance 1 month later", "预付款 30%，尾款于 1 个月后支付");
    check(
        &deposit_plan("30%", "3"),
        "30% deposit in 3 parts, then the balance, every month",
        "预付款 30% 分 3 期，尾款一次付清，间隔 1 个月",
    );
    check(&plan("100", &["30%@+0d", "rest@+9d"], "30%"), "30% + 70%", "30% + 70%");
}

#[test]
fn costs_of_two_versions_are_one_or_the_other() {
    let with = |amount: &str| {
        let mut deal = deal();
        deal.costs = costs(&[amount, "5% shipment-2d"]);
        deal
    };
    let (base, ours, theirs) =
        (with("40% production+0d"), with("42% production+0d"), with("45% production+0d"));
    let found = differences_of(Some(&base), &ours, &theirs);
    assert_eq!(found.len(), 1);
    assert_eq!(
        (found[0].can_unite(), found[0].suggestion()),
        (false, Keep::Ours),
        "united they would count twice"
    );
    assert_eq!(differences_of(Some(&base), &base, &theirs)[0].suggestion(), Keep::Theirs);

    // A colleague's pack counts where it says something.
    let united = |ours: &Deal, theirs: &Deal| {
        let plan = plan_pack(&document(ours.clone()), theirs.clone(), || unreachable!());
        plan.deals.first().map_or_else(|| ours.clone(), |deal| Deal::clone(deal))
    };
    assert_eq!(united(&ours, &theirs).costs, theirs.costs);
    assert_eq!(united(&ours, &deal()).costs, ours.costs);
    let mut without = deal();
    without.alternatives.clear();
    assert_eq!(united(&ours, &without).alternatives, ours.alternatives);
}
