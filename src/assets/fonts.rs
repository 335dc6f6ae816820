//! The bundled fonts, each list in the order of fallback.

/// Text of normal weight.
pub const REGULAR: &[(&str, &[u8])] = &[
    ("Noto Sans", include_bytes!("../../assets/fonts/NotoSans-Regular.ttf")),
    ("Noto Sans Extra", include_bytes!("../../assets/fonts/NotoSansExtra-Regular.ttf")),
    ("Noto Sans SC", include_bytes!("../../assets/fonts/NotoSansSC-Regular.otf")),
    ("Noto Sans Arabic", include_bytes!("../../assets/fonts/NotoSansArabic-Regular.ttf")),
];

/// Bold text; characters without a bold face fall back to the regular one.
pub const BOLD: &[(&str, &[u8])] = &[
    ("Noto Sans Bold", include_bytes!("../../assets/fonts/NotoSans-Bold.ttf")),
    ("Noto Sans Extra", include_bytes!("../../assets/fonts/NotoSansExtra-Regular.ttf")),
    ("Noto Sans SC Bold", include_bytes!("../../assets/fonts/NotoSansSC-Bold.otf")),
];

/// Icons, outlined and filled, on the same code points.
pub const ICONS: (&str, &[u8]) = ("Phosphor", include_bytes!("../../assets/fonts/Phosphor.ttf"));
pub const FILLED_ICONS: (&str, &[u8]) =
    ("Phosphor Fill", include_bytes!("../../assets/fonts/Phosphor-Fill.ttf"));

/// The window's icon.
pub(crate) const WINDOW_ICON: &[u8] = include_bytes!("../../assets/icons/icebreak-256.png");

/// The authors and licences of the fonts.
pub(crate) const LICENCES: &[(&str, &str)] = &[
    ("Noto Sans", include_str!("../../assets/fonts/NotoSans-OFL.txt")),
    ("Noto Sans SC", include_str!("../../assets/fonts/NotoSansSC-OFL.txt")),
    ("Noto Sans Arabic", include_str!("../../assets/fonts/NotoSansArabic-OFL.txt")),
    ("Noto Sans Symbols", include_str!("../../assets/fonts/NotoSansExtra-OFL.txt")),
    ("Phosphor", include_str!("../../assets/fonts/Phosphor-LICENSE.txt")),
];
