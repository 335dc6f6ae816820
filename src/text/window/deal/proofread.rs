//! Why a place in a checked text is marked, and what to do.

use crate::domain::message::proofread::{Expected, TextCode, TextFinding, TextGroup};
use crate::text::{Language, format};

/// One sentence for the list and the hover.
pub fn reason(finding: &TextFinding, language: Language) -> String {
    let expected = finding.expected.as_ref().map(|expected| value(expected, language));
    let (english, chinese) = words(finding.code);
    let sentence = match language {
        Language::English => english,
        Language::Chinese => chinese,
    };
    match (expected, language) {
        (None, _) => sentence.to_owned(),
        (Some(expected), Language::English) => format!("{sentence} The deal says {expected}."),
        (Some(expected), Language::Chinese) => format!("{sentence}订单中是 {expected}。"),
    }
}

/// The deal's value as the window writes it.
pub fn value(expected: &Expected, language: Language) -> String {
    match expected {
        Expected::Money(money) => format::money(*money, language),
        Expected::Price(price, currency) => format::price(*price, *currency, language),
        Expected::Percent(share) => format::share(*share),
        Expected::Number(number) => format::decimal(*number, 0),
        Expected::Date(day) => format::date_with_weekday(*day, language),
        Expected::Days(days) => format::days(*days, language),
        Expected::Text(text) => text.clone(),
    }
}

fn words(code: TextCode) -> (&'static str, &'static str) {
    match code {
        TextCode::Amount => (
            "This amount is not in the deal and does not follow from it.",
            "订单中没有这个金额，也推算不出来。",
        ),
        TextCode::Currency => ("The number is right, the currency is not.", "数字正确，币种不对。"),
        TextCode::Price => ("This is not the price.", "单价不对。"),
        TextCode::Percent => ("This share is not in the terms.", "付款条件中没有这个比例。"),
        TextCode::Quantity => ("This is not the quantity.", "数量不对。"),
        TextCode::Date => ("The deal knows no such date.", "订单中没有这个日期。"),
        TextCode::Weekday => ("The date is right, the weekday is not.", "日期正确，星期不对。"),
        TextCode::Deadline => (
            "This is not the last day on which the deposit keeps the ship date.",
            "这不是能赶上船期的最晚到账日。",
        ),
        TextCode::LeadTime => ("The goods do not take this long.", "生产周期不对。"),
        TextCode::Terms => ("These payment terms were not agreed.", "这不是双方商定的付款条件。"),
        TextCode::Incoterm => ("These are not the agreed terms of delivery.", "贸易术语或地点不对。"),
        TextCode::Pi => ("This is another PI number.", "形式发票号不对。"),
        TextCode::Name => ("Nobody in this deal is called so.", "此订单中没有叫这个名字的人。"),
        TextCode::Account => ("This is not our bank account: stop and check.", "这不是我司账户，请先核实。"),
        TextCode::ContactData => {
            ("This is neither our address or number nor the buyer's.", "这不是我方或客户的联系方式。")
        }
        TextCode::Promise => ("A promise that no library sentence carries.", "素材库里没有这项承诺的依据。"),
        TextCode::Figure => {
            ("A figure or reference that no library sentence carries.", "素材库里没有这个数据或案例的依据。")
        }
        TextCode::Pressure => (
            "This puts pressure on the buyer; give the date and its reason instead.",
            "语气像施压；改为写明日期和原因。",
        ),
        TextCode::Phrase => ("An empty phrase; begin with the matter.", "空话套话，直接说正事。"),
        TextCode::Invented => ("The story of this deal has nothing of the kind.", "往来记录中没有这件事。"),
        TextCode::Paid => ("This asks for money that has arrived.", "这笔款已经到账，不应再催。"),
        TextCode::Asks => {
            ("A second thing is asked: one is answered more often.", "问了第二件事；只问一件更容易得到答复。")
        }
        TextCode::NoAsk => ("Nothing is asked: end with one question.", "没有提问；结尾请问一个问题。"),
        TextCode::MixedLanguage => {
            ("A sentence in another language: translate or remove it.", "这句是另一种语言，请翻译或删除。")
        }
        TextCode::Placeholder => ("Fill this in or remove it.", "请填写或删除。"),
        TextCode::Markdown => {
            ("A formatting mark that mail and chat show as it is; remove it.", "排版符号会原样显示，请删除。")
        }
        TextCode::TooLong => ("Too long for this channel; shorten it.", "对这个渠道来说太长，请精简。"),
        TextCode::Stopped => ("This contact asked us to stop writing.", "此联系人要求不再收到消息。"),
    }
}

/// What kind of finding it is.
pub fn group(group: TextGroup, language: Language) -> &'static str {
    match (group, language) {
        (TextGroup::Different, Language::English) => "Different",
        (TextGroup::Different, Language::Chinese) => "与订单不符",
        (TextGroup::Unsupported, Language::English) => "Unsupported",
        (TextGroup::Unsupported, Language::Chinese) => "没有依据",
        (TextGroup::Wording, Language::English) => "Wording",
        (TextGroup::Wording, Language::Chinese) => "措辞",
    }
}

/// The words of the panel.
pub struct CheckWords {
    pub title: &'static str,
    /// In the message page's menu.
    pub open: &'static str,
    pub back: &'static str,
    pub field: &'static str,
    pub paste_here: &'static str,
    pub brief: &'static str,
    pub brief_hint: &'static str,
    pub with_names: &'static str,
    pub put_in: fn(&str) -> String,
    pub to_look_at: fn(usize) -> String,
    pub all_right: fn(usize) -> String,
}

pub fn check_words(language: Language) -> &'static CheckWords {
    match language {
        Language::English => &ENGLISH_CHECK,
        Language::Chinese => &CHINESE_CHECK,
    }
}

static ENGLISH_CHECK: CheckWords = CheckWords {
    title: "Check this text",
    open: "Check a text…",
    back: "Back to the draft",
    field: "Text to check",
    paste_here: "Paste a text from a colleague or an AI chat",
    brief: "Brief for an AI",
    brief_hint: "Copies the facts of this deal and what must not be promised; no bank details",
    with_names: "With names",
    put_in: |value| format!("Put in {value}"),
    to_look_at: |count| {
        if count == 1 { "1 place to look at".to_owned() } else { format!("{count} places to look at") }
    },
    all_right: |known| format!("Nothing to change; {known} statements agree with the deal"),
};

static CHINESE_CHECK: CheckWords = CheckWords {
    title: "检查这段文字",
    open: "检查文字…",
    back: "返回草稿",
    field: "要检查的文字",
    paste_here: "粘贴同事或 AI 写的文字",
    brief: "复制给 AI 的要点",
    brief_hint: "复制本订单的事实和不得承诺的事项，不含银行账户",
    with_names: "包含姓名",
    put_in: |value| format!("改为 {value}"),
    to_look_at: |count| format!("{count} 处需要核对"),
    all_right: |known| format!("无需修改，{known} 处与订单一致"),
};
