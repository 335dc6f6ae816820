//! Forms of a noun after a number, by the Unicode plural rules for whole numbers.

/// German, Spanish, Italian, English: one, and all others.
pub(crate) fn one_other(count: u32, one: &str, other: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { other })
}

/// French and Brazilian Portuguese: zero is one, too.
pub(crate) fn up_to_one(count: u32, one: &str, other: &str) -> String {
    format!("{count} {}", if count <= 1 { one } else { other })
}

/// Russian and Ukrainian: 1 день, 2 дня, 5 дней, 11 дней, 21 день.
pub(crate) fn east_slavic(count: u32, [one, few, many]: [&str; 3]) -> String {
    let form = match (count % 10, count % 100) {
        (_, 11..=14) => many,
        (1, _) => one,
        (2..=4, _) => few,
        (_, _) => many,
    };
    format!("{count} {form}")
}

/// Polish: 1 dzień, 2 dni, 5 dni, 21 dni, 22 dni.
pub(crate) fn polish(count: u32, [one, few, many]: [&str; 3]) -> String {
    let form = match (count, count % 10, count % 100) {
        (1, _, _) => one,
        (_, _, 12..=14) => many,
        (_, 2..=4, _) => few,
        (_, _, _) => many,
    };
    format!("{count} {form}")
}

#[cfg(test)]
mod tests {
    use icu_locale_core::Locale;
    use icu_plurals::{PluralCategory, PluralRules};

    use super::*;

    fn check(tag: &str, write: impl Fn(u32) -> String) {
        let locale = Locale::try_from_str(tag).unwrap();
        let rules = PluralRules::try_new_cardinal((&locale).into()).unwrap();
        for count in (0..=1_200).chain([10_000, 10_001, 10_011, 10_022, 100_112]) {
            let expected = match rules.category_for(count) {
                PluralCategory::One => "one",
                PluralCategory::Few => "few",
                PluralCategory::Many => "many",
                PluralCategory::Zero | PluralCategory::Two | PluralCategory::Other => "other",
            };
            assert_eq!(write(count), format!("{count} {expected}"), "{tag}");
        }
    }

    #[test]
    fn forms_agree_with_the_unicode_plural_rules() {
        for tag in ["en", "de", "es", "it", "tr"] {
            check(tag, |count| one_other(count, "one", "other"));
        }
        for tag in ["fr", "pt"] {
            check(tag, |count| up_to_one(count, "one", "other"));
        }
        for tag in ["ru", "uk"] {
            check(tag, |count| east_slavic(count, ["one", "few", "many"]));
        }
        check("pl", |count| polish(count, ["one", "few", "many"]));
    }
}
