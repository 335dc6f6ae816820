//! For which goods and countries an entry is meant.

use egui::Ui;

use super::change_entry;
use crate::domain::country::Country;
use crate::domain::history::UndoStep;
use crate::domain::library::LibraryEntry;
use crate::text::country;
use crate::ui::action::Actions;
use crate::ui::cx::Cx;
use crate::ui::widgets::{Typed, cell_of, parsed_field, row};

pub fn fields(ui: &mut Ui, cx: &Cx<'_>, entry: &LibraryEntry, out: &mut Actions) {
    let words = &cx.text.library;
    row(ui, |ui| {
        let products = Typed {
            label: words.products,
            shown: entry.products.join(cx.text.library.and),
            hint: words.products_hint,
            read: &|text: &str| Ok(listed(text).map(str::to_owned).collect::<Vec<_>>()),
            right_aligned: false,
        };
        if let Some(products) = cell_of(ui, 2.0, |ui| parsed_field(ui, &products)) {
            change_entry(cx, entry, out, UndoStep::Continues, |entry| entry.products = products);
        }
        let markets = Typed {
            label: words.markets,
            shown: names(cx, &entry.markets),
            hint: words.markets_hint,
            read: &|text: &str| {
                let found = |name: &str| country::find(name).ok_or_else(|| (words.no_country)(name));
                listed(text).map(found).collect::<Result<Vec<_>, _>>()
            },
            right_aligned: false,
        };
        if let Some(markets) = cell_of(ui, 2.0, |ui| parsed_field(ui, &markets)) {
            change_entry(cx, entry, out, UndoStep::Continues, |entry| entry.markets = markets);
        }
    });
}

/// `LED, light · Germany`; nothing for an entry that fits all.
pub fn in_short(cx: &Cx<'_>, entry: &LibraryEntry) -> String {
    let parts = [entry.products.join(cx.text.library.and), names(cx, &entry.markets)];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}

/// The same as a sentence.
pub fn in_words(cx: &Cx<'_>, entry: &LibraryEntry) -> String {
    let (products, markets) = (entry.products.join(cx.text.library.and), names(cx, &entry.markets));
    (cx.text.library.fits)(&products, &markets)
}

fn names(cx: &Cx<'_>, markets: &[Country]) -> String {
    let name = |market: &Country| match country::name(*market, cx.language()) {
        "" => market.code().to_owned(),
        name => name.to_owned(),
    };
    markets.iter().map(name).collect::<Vec<_>>().join(cx.text.library.and)
}

fn listed(text: &str) -> impl Iterator<Item = &str> {
    text.split([',', ';', '\u{ff0c}', '、', '\u{ff1b}']).map(str::trim).filter(|word| !word.is_empty())
}
