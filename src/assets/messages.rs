//! The templates of messages, by language and name.

/// Every template: its name, `language/name`, and its source.
pub fn templates() -> impl Iterator<Item = (&'static str, &'static str)> {
    TEMPLATES.iter().copied()
}

macro_rules! templates {
    ($($name:literal),+ $(,)?) => {
        &[$(($name, include_str!(concat!("../../assets/messages/", $name, ".txt")))),+]
    };
}

const TEMPLATES: &[(&str, &str)] = templates![
    "en/subject",
    "en/matter",
    "en/facts",
    "en/email",
    "en/chat",
    "en/call",
    "en/rows",
    "en/inside",
    "en/options",
    "en/recap-email",
    "en/recap-chat",
    "en/recap-call",
    "en/alternatives-email",
    "en/alternatives-chat",
    "en/alternatives-call",
    "en/time-frame-email",
    "en/time-frame-chat",
    "en/time-frame-call",
    "en/explain-deposit-email",
    "en/explain-deposit-chat",
    "en/explain-deposit-call",
    "en/offer-instalments-email",
    "en/offer-instalments-chat",
    "en/offer-instalments-call",
    "en/pause-email",
    "en/pause-chat",
    "en/pause-call",
    "zh/subject",
    "zh/matter",
    "zh/facts",
    "zh/email",
    "zh/chat",
    "zh/call",
    "zh/rows",
    "zh/inside",
    "zh/options",
    "zh/recap-email",
    "zh/recap-chat",
    "zh/recap-call",
    "zh/alternatives-email",
    "zh/alternatives-chat",
    "zh/alternatives-call",
    "zh/time-frame-email",
    "zh/time-frame-chat",
    "zh/time-frame-call",
    "zh/explain-deposit-email",
    "zh/explain-deposit-chat",
    "zh/explain-deposit-call",
    "zh/offer-instalments-email",
    "zh/offer-instalments-chat",
    "zh/offer-instalments-call",
    "zh/pause-email",
    "zh/pause-chat",
    "zh/pause-call",
];
