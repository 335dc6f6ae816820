//! Documents of every shape: settings and library built field by field as the deals are.

use std::sync::Arc;

use icebreak::domain::deal::Stage;
use icebreak::domain::document::Document;
use icebreak::domain::library::bank::BankAccount;
use icebreak::domain::library::{Company, Library, LibraryEntry, Wording};
use icebreak::domain::list_answers::ListAnswers;
use icebreak::domain::settings::{LadderPreset, OwnDays, OwnYear, Settings, Shutdown, Threshold};
use proptest::collection::vec;
use proptest::option::of;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};

use super::any_deal::{a_date, a_deal, a_text, extra, forms, member, some};

prop_compose! {
    pub fn a_document()(
        settings in settings().boxed(),
        library in library().boxed(),
        deals in vec(a_deal().boxed(), 0..3),
        extra in extra(),
    ) -> Document {
        let deals = deals.into_iter().map(|deal| (deal.id.clone(), Arc::new(deal))).collect();
        Document { settings: Arc::new(settings), library: Arc::new(library), deals, extra }
    }
}

prop_compose! {
    fn settings()(
        thresholds in vec(threshold().boxed(), 0..3),
        ladder in vec(0_u32..40, 0..5),
        ladder_presets in vec(ladder_preset().boxed(), 0..2),
        small_first_order in of(some(&["USD 5000.00"])),
        seller_country in some(&["CN", "VN"]),
        shutdowns in vec(shutdown().boxed(), 0..2),
        (own_days, own_years) in (vec(own_days().boxed(), 0..2), vec(own_year().boxed(), 0..2)),
        lists in vec(list_answers().boxed(), 0..3),
        extra in extra(),
    ) -> Settings {
        Settings {
            thresholds,
            ladder,
            ladder_presets,
            small_first_order,
            seller_country,
            shutdowns,
            own_days,
            own_years,
            lists,
            extra,
        }
    }
}

prop_compose! {
    fn list_answers()(
        header in vec("[a-z客户 ]{0,6}", 0..4),
        columns in vec("[a-z_-]{0,6}", 0..4),
        statuses in proptest::collection::btree_map("[a-z跟单]{1,4}", of(member::<Stage>()), 0..3),
        extra in extra(),
    ) -> ListAnswers {
        let statuses = statuses.into_iter().map(|(word, stage)| (word, stage.map(Into::into))).collect();
        ListAnswers { header, columns, statuses, extra }
    }
}

prop_compose! {
    fn threshold()(stage in member::<Stage>(), days in 0_u32..30, extra in extra()) -> Threshold {
        Threshold { stage: stage.into(), days, extra }
    }
}

prop_compose! {
    fn ladder_preset()(
        country in of(some(&["JP"])),
        stage in of(some(&["sample", "a newer stage"])),
        days in vec(0_u32..40, 0..5),
        extra in extra(),
    ) -> LadderPreset {
        LadderPreset { country, stage, days, extra }
    }
}

prop_compose! {
    fn shutdown()(from in a_date(), to in a_date(), name in a_text(), extra in extra()) -> Shutdown {
        Shutdown { from, to, name, extra }
    }
}

prop_compose! {
    fn own_days()(
        country in some(&["CN", "DE"]),
        (from, to) in (a_date(), a_date()),
        kind in some(&["off", "worked", "a newer kind"]),
        name in a_text(),
        extra in extra(),
    ) -> OwnDays {
        OwnDays { country, from, to, kind, name, extra }
    }
}

prop_compose! {
    fn own_year()(country in some(&["CN"]), year in 2025..2030, extra in extra()) -> OwnYear {
        OwnYear { country, year, extra }
    }
}

prop_compose! {
    fn library()(
        company in company().boxed(),
        // Each entry once.
        ids in subsequence(&["fact-1", "story-1"], 0..=2),
        entries in vec(entry().boxed(), 2),
        extra in extra(),
    ) -> Library {
        let entries = ids.into_iter().zip(entries).map(|(id, entry)| LibraryEntry { id: id.into(), ..entry });
        Library { company, entries: entries.collect(), extra }
    }
}

prop_compose! {
    fn company()(
        sender in a_text(),
        role in a_text(),
        name in a_text(),
        email in select(&["", "li@example.com"]),
        phone in select(&["", "+86 574 1"]),
        website in select(&["", "example.com"]),
        address in a_text(),
        registration in a_text(),
        banks in vec(bank().boxed(), 0..2),
        logo in select(&["", "aGVsbG8="]),
        forms in forms().boxed(),
        extra in extra(),
    ) -> Company {
        let (email, phone, website) = (email.into(), phone.into(), website.into());
        Company { sender, role, name, email, phone, website, address, registration, banks, logo: logo.into(), forms, extra }
    }
}

prop_compose! {
    fn bank()(
        label in a_text(),
        beneficiary in a_text(),
        bank in a_text(),
        bank_address in a_text(),
        account in a_text(),
        swift in a_text(),
        currency in of(some(&["USD", "EUR"])),
        remarks in a_text(),
        extra in extra(),
    ) -> BankAccount {
        BankAccount { label, beneficiary, bank, bank_address, account, swift, currency, remarks, extra }
    }
}

prop_compose! {
    fn entry()(
        kind in some(&["fact", "reference", "a newer kind"]),
        topic in a_text(),
        wordings in vec(wording().boxed(), 0..2),
        source in a_text(),
        permission in any::<bool>(),
        products in vec(a_text().boxed(), 0..2),
        markets in vec(some(&["DE", "XX"]).boxed(), 0..2),
        extra in extra(),
    ) -> LibraryEntry {
        LibraryEntry { id: Box::default(), kind, topic, wordings, source, permission, products, markets, extra }
    }
}

prop_compose! {
    fn wording()(language in select(&["en", "de"]), text in a_text(), extra in extra()) -> Wording {
        Wording { language: language.into(), text, extra }
    }
}
