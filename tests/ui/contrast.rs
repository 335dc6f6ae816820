//! Text stands out from what it is on: at least 4.5 to 1 in both themes.

use egui::Color32;
use icebreak::ui::tokens::{DARK, LIGHT, Palette};

const ENOUGH: f64 = 4.5;

#[test]
fn every_text_can_be_read_on_everything_it_stands_on() {
    let faint: Vec<String> = [LIGHT, DARK].iter().flat_map(faint).collect();
    assert!(faint.is_empty(), "less than {ENOUGH} to 1:\n{}", faint.join("\n"));
}

#[test]
#[expect(clippy::disallowed_methods, reason = "an example from elsewhere, not one of our colours")]
fn contrast_is_reckoned_as_the_guideline_says() {
    let close = |one: f64, other: f64| (one - other).abs() < 0.01;
    assert!(close(contrast(Color32::BLACK, Color32::WHITE), 21.0));
    assert!(close(contrast(Color32::WHITE, Color32::WHITE), 1.0));
    // The guideline's own example of a grey that just passes on white.
    assert!(close(contrast(Color32::from_rgb(0x76, 0x76, 0x76), Color32::WHITE), 4.54));
    let washed_out = Palette { weak_text: LIGHT.hairline, ..LIGHT };
    assert!(!faint(&washed_out).is_empty());
}

fn faint(palette: &Palette) -> Vec<String> {
    let theme = if palette.dark { "dark" } else { "light" };
    pairs(palette)
        .into_iter()
        .filter(|(_, ink, ground)| contrast(*ink, *ground) < ENOUGH)
        .map(|(what, ink, ground)| format!("{theme}: {what}: {:.2}", contrast(ink, ground)))
        .collect()
}

/// What is written on what.
fn pairs(palette: &Palette) -> Vec<(String, Color32, Color32)> {
    let surfaces = [
        ("ground", palette.ground),
        ("surface", palette.surface),
        ("sunken", palette.sunken),
        ("selection", palette.selection),
    ];
    let inks = [("text", palette.text), ("weak text", palette.weak_text), ("accent", palette.accent)];
    let tints = [
        ("warm", palette.warm),
        ("cooling", palette.cooling),
        ("cold", palette.cold),
        ("frozen", palette.frozen),
        ("danger", palette.danger),
    ];
    let mut pairs = vec![
        ("on accent".to_owned(), palette.on_accent, palette.accent),
        ("on strong accent".to_owned(), palette.on_accent, palette.accent_strong),
    ];
    for (on, ground) in surfaces {
        pairs.extend(inks.iter().map(|(name, ink)| (format!("{name} on {on}"), *ink, ground)));
        // Marks and warnings stand on every surface, too.
        pairs.extend(tints.iter().map(|(name, tint)| (format!("{name} on {on}"), tint.ink, ground)));
    }
    for (name, tint) in tints {
        pairs.push((format!("{name} on its tint"), tint.ink, tint.tint));
        pairs.push((format!("text on the tint of {name}"), palette.text, tint.tint));
    }
    pairs
}

/// WCAG 2: the ratio of relative luminances.
fn contrast(one: Color32, other: Color32) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

fn luminance(colour: Color32) -> f64 {
    assert_eq!(colour.a(), 255, "{colour:?} is see-through");
    let linear = |part: u8| {
        let part = f64::from(part) / 255.0;
        if part <= 0.040_45 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
    };
    0.2126 * linear(colour.r()) + 0.7152 * linear(colour.g()) + 0.0722 * linear(colour.b())
}
