//! The payment schedule.

use super::made::*;

/// Writes papers to look at where somebody asks for them.
#[test]
fn samples() {
    let Some(folder) = std::env::var_os("PDF_SAMPLES") else { return };
    let folder = std::path::PathBuf::from(folder);
    let company = company();
    for (language, country, buyer) in [
        ("en", "GB", "Brightwell & Sons Ltd"),
        ("de", "DE", LONG_GERMAN),
        ("zh", "CN", LONG_CHINESE),
        ("ru", "RU", LONG_RUSSIAN),
        ("vi", "VN", LONG_VIETNAMESE),
        ("fr", "FR", LONG_GERMAN),
    ] {
        let deal = deal(buyer, language, country);
        for (name, plan) in [("3", usual_plan()), ("40", long_plan(40))] {
            let paper = schedule(&plan, Some(&deal), &company).unwrap();
            std::fs::write(folder.join(format!("{language}-{name}.pdf")), &paper.bytes).unwrap();
        }
    }
    let paper = schedule(&usual_plan(), None, &Default::default()).unwrap();
    std::fs::write(folder.join("bare.pdf"), &paper.bytes).unwrap();
}
