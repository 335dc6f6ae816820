//! Names of stages, countries and languages in other people's tables, in English and Chinese.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::columns::letters;
use crate::domain::deal::Stage;
use crate::domain::names::Named as _;

/// The stage that a cell names.
pub fn stage_from(text: &str) -> Option<Stage> {
    static STAGES: LazyLock<HashMap<String, Stage>> = LazyLock::new(|| {
        let own = Stage::members().map(|stage| (letters(stage.name()), stage));
        let others =
            STAGE_SYNONYMS.iter().flat_map(|(stage, names)| names.iter().map(|name| (letters(name), *stage)));
        own.chain(others).collect()
    });
    STAGES.get(&letters(text)).copied()
}

/// The BCP 47 tag of the language that a cell names.
pub fn language_from(text: &str) -> Option<String> {
    static LANGUAGES: LazyLock<HashMap<String, &'static str>> = LazyLock::new(|| {
        LANGUAGE_NAMES
            .iter()
            .flat_map(|(tag, names)| names.iter().map(|name| (letters(name), *tag)))
            .collect()
    });
    LANGUAGES.get(&letters(text)).map(|tag| (*tag).to_owned()).or_else(|| tag_from(text))
}

/// A well-formed tag, `pt-BR`, in the usual case.
fn tag_from(text: &str) -> Option<String> {
    let text = text.trim().replace('_', "-");
    let mut parts = text.split('-');
    let language = parts.next().filter(|part| matches!(part.len(), 2 | 3))?;
    if !language.bytes().all(|byte| byte.is_ascii_alphabetic()) {
        return None;
    }
    let mut tag = language.to_ascii_lowercase();
    for part in parts {
        if !(2..=8).contains(&part.len()) || !part.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
            return None;
        }
        tag.push('-');
        match part.len() {
            2 => tag.push_str(&part.to_ascii_uppercase()),
            4 => {
                let (first, rest) = part.split_at_checked(1)?;
                tag.push_str(&first.to_ascii_uppercase());
                tag.push_str(&rest.to_ascii_lowercase());
            }
            _ => tag.push_str(&part.to_ascii_lowercase()),
        }
    }
    Some(tag)
}

const STAGE_SYNONYMS: &[(Stage, &[&str])] = &[
    (
        Stage::Inquiry,
        &["enquiry", "inquiries", "lead", "new", "rfq", "询盘", "询价", "初步接触", "新询盘", "线索"],
    ),
    (
        Stage::Quoted,
        &[
            "quote",
            "quotation",
            "quotation sent",
            "quote sent",
            "offer",
            "offer sent",
            "报价",
            "已报价",
            "报价中",
            "已发报价",
        ],
    ),
    (
        Stage::Sample,
        &[
            "samples",
            "sampling",
            "sample sent",
            "样品",
            "寄样",
            "已寄样",
            "打样",
            "样品阶段",
            "送样",
            "样品确认",
        ],
    ),
    (
        Stage::Negotiation,
        &[
            "negotiating",
            "negotiations",
            "in negotiation",
            "bargaining",
            "谈判",
            "谈判中",
            "议价",
            "磋商",
            "洽谈",
            "还价",
            "谈价",
        ],
    ),
    (
        Stage::Terms,
        &[
            "terms agreed",
            "agreed",
            "agreement",
            "contract",
            "pi sent",
            "proforma sent",
            "条款",
            "条款确认",
            "已谈妥",
            "谈妥",
            "条款已定",
            "敲定条款",
            "合同",
            "签约",
            "签合同",
            "已发pi",
        ],
    ),
    (
        Stage::Deposit,
        &[
            "deposit pending",
            "awaiting deposit",
            "waiting for deposit",
            "down payment",
            "prepayment",
            "定金",
            "订金",
            "预付款",
            "待付定金",
            "等定金",
            "待定金",
            "待付预付款",
            "等预付款",
        ],
    ),
    (
        Stage::Production,
        &["in production", "producing", "manufacturing", "生产", "生产中", "在产", "已投产", "排产", "投产"],
    ),
    (
        Stage::Shipped,
        &[
            "shipping",
            "shipment",
            "in transit",
            "delivered",
            "已发货",
            "发货",
            "已出货",
            "出货",
            "运输中",
            "已装运",
            "已出运",
            "在途",
        ],
    ),
    (
        Stage::Won,
        &[
            "closed won",
            "win",
            "success",
            "completed",
            "complete",
            "done",
            "paid",
            "成交",
            "已成交",
            "赢单",
            "完成",
            "已完成",
        ],
    ),
    (
        Stage::Lost,
        &[
            "closed lost",
            "lose",
            "cancelled",
            "canceled",
            "dead",
            "丢单",
            "已丢单",
            "输单",
            "失败",
            "流失",
            "取消",
            "已取消",
            "战败",
        ],
    ),
];

const LANGUAGE_NAMES: &[(&str, &[&str])] = &[
    ("en", &["English", "英语", "英文"]),
    ("zh", &["Chinese", "Simplified Chinese", "Mandarin", "中文", "汉语", "简体中文", "简体", "普通话"]),
    (
        "zh-Hant",
        &[
            "Traditional Chinese",
            "繁体中文",
            "繁體中文",
            "繁体",
            "繁體",
            "繁中",
            "正體中文",
            "Chinese Traditional",
        ],
    ),
    ("de", &["German", "Deutsch", "德语", "德文"]),
    ("fr", &["French", "Français", "法语", "法文"]),
    ("es", &["Spanish", "Español", "Castellano", "西班牙语", "西语", "西班牙文"]),
    ("pt", &["Portuguese", "Português", "葡萄牙语", "葡语", "葡萄牙文"]),
    ("pt-BR", &["Brazilian Portuguese", "巴西葡萄牙语", "巴西葡语"]),
    ("it", &["Italian", "Italiano", "意大利语", "意语", "意大利文"]),
    ("ru", &["Russian", "Русский", "俄语", "俄文"]),
    ("ja", &["Japanese", "日本語", "日语", "日文"]),
    ("ko", &["Korean", "한국어", "韩语", "韩文", "朝鲜语", "韓語", "韓文"]),
    ("ar", &["Arabic", "العربية", "阿拉伯语", "阿语", "阿拉伯文"]),
    ("tr", &["Turkish", "Türkçe", "土耳其语", "土语"]),
    ("vi", &["Vietnamese", "Tiếng Việt", "越南语", "越语", "越南文"]),
    ("th", &["Thai", "ไทย", "泰语", "泰文"]),
    ("id", &["Indonesian", "Bahasa Indonesia", "印尼语", "印度尼西亚语"]),
    ("ms", &["Malay", "Bahasa Melayu", "马来语", "马来文"]),
    ("hi", &["Hindi", "印地语"]),
    ("bn", &["Bengali", "孟加拉语"]),
    ("ur", &["Urdu", "乌尔都语"]),
    ("fa", &["Persian", "Farsi", "波斯语"]),
    ("he", &["Hebrew", "עברית", "希伯来语"]),
    ("pl", &["Polish", "Polski", "波兰语", "波兰文"]),
    ("nl", &["Dutch", "Nederlands", "荷兰语"]),
    ("sv", &["Swedish", "Svenska", "瑞典语"]),
    ("da", &["Danish", "Dansk", "丹麦语"]),
    ("nb", &["Norwegian", "Norsk", "挪威语"]),
    ("fi", &["Finnish", "Suomi", "芬兰语"]),
    ("cs", &["Czech", "Čeština", "捷克语"]),
    ("sk", &["Slovak", "Slovenčina", "斯洛伐克语"]),
    ("hu", &["Hungarian", "Magyar", "匈牙利语"]),
    ("ro", &["Romanian", "Română", "罗马尼亚语"]),
    ("bg", &["Bulgarian", "Български", "保加利亚语"]),
    ("el", &["Greek", "Ελληνικά", "希腊语"]),
    ("uk", &["Ukrainian", "Українська", "乌克兰语", "乌语", "乌克兰文"]),
    ("sr", &["Serbian", "Srpski", "塞尔维亚语"]),
    ("hr", &["Croatian", "Hrvatski", "克罗地亚语"]),
    ("kk", &["Kazakh", "哈萨克语"]),
];
