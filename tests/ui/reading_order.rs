//! Names that are read from the right, as they are painted.

use egui::{Context, RawInput, Shape};
use icebreak::ui::theme;

/// The letters of a text as they are painted, from left to right; one for each glyph that takes room.
fn painted(text: &str) -> String {
    let ctx = Context::default();
    theme::install(&ctx);
    let mut output = ctx.run_ui(RawInput::default(), |ui| {
        ui.label(text);
    });
    output.textures_delta.clear();
    let mut letters = Vec::new();
    for clipped in &output.shapes {
        let Shape::Text(text) = &clipped.shape else { continue };
        for row in &text.galley.rows {
            assert_painted_where_it_stands(&row.row);
            letters.extend(
                row.glyphs
                    .iter()
                    .filter(|glyph| glyph.advance_width > 0.0)
                    .map(|glyph| (glyph.pos.x + row.pos.x, glyph.chr)),
            );
        }
    }
    letters.sort_by(|one, other| one.0.total_cmp(&other.0));
    letters.into_iter().map(|(_, letter)| letter).collect()
}

/// The picture of a glyph is moved with it.
fn assert_painted_where_it_stands(row: &egui::epaint::text::Row) {
    for glyph in row.glyphs.iter().filter(|glyph| !glyph.uv_rect.is_nothing()) {
        let corner = row.visuals.mesh.vertices[glyph.first_vertex as usize].pos;
        let expected = glyph.pos.x + glyph.uv_rect.offset.x;
        assert!((corner.x - expected).abs() <= 1.0, "{:?}: {} {expected}", glyph.chr, corner.x);
    }
}

#[test]
fn words_are_painted_from_the_right() {
    for (text, expected) in [
        ("Buyer 24", "Buyer 24"),
        ("\u{5d0}\u{5d1} \u{5d2}\u{5d3}", "\u{5d3}\u{5d2} \u{5d1}\u{5d0}"),
        ("A: \u{5d0}\u{5d1} \u{5d2}\u{5d3}", "A: \u{5d3}\u{5d2} \u{5d1}\u{5d0}"),
        ("\u{5d0}\u{5d1} 24 \u{5d2}", "\u{5d2} 24 \u{5d1}\u{5d0}"),
        ("\u{5d0}\u{5d1} LED", "LED \u{5d1}\u{5d0}"),
        ("\u{634}\u{631} \u{646}\u{648}", "\u{648}\u{646} \u{631}\u{634}"),
    ] {
        assert_eq!(painted(text), expected, "{text}");
    }
}

#[test]
fn what_a_screen_reader_reads_keeps_its_order() {
    let ctx = Context::default();
    theme::install(&ctx);
    ctx.enable_accesskit();
    let name = "\u{5d0}\u{5d1} \u{5d2}\u{5d3}";
    let mut output = ctx.run_ui(RawInput::default(), |ui| {
        ui.label(name);
    });
    output.textures_delta.clear();
    let nodes = output.platform_output.accesskit_update.unwrap().nodes;
    assert!(
        nodes.iter().any(|(_, node)| node.value() == Some(name) || node.label() == Some(name)),
        "{nodes:?}"
    );
}
