//! Words of the "Why?" page: questions, the guess, the verdict, the true cause.

mod shown;

use crate::assets::diagnosis::{DiagnosisWords, diagnosis_words_en, diagnosis_words_zh};
use crate::domain::diagnosis::{Degree, EvidenceWeight};
use crate::text::Language;

pub use self::shown::shown;

pub struct WhyText {
    pub intro: fn(&str) -> String,
    pub how: &'static str,
    pub filled_in: fn(usize) -> String,
    pub start: &'static str,
    pub skip: &'static str,
    pub bring_back: &'static str,
    /// The number of the question, and the expected number of questions.
    pub question: fn(usize, Option<usize>) -> String,
    pub from_the_deal: fn(&str) -> String,
    pub dont_know: &'static str,
    pub dont_know_short: &'static str,
    pub back: &'static str,
    pub keep: &'static str,
    pub enough: &'static str,
    pub so_far: &'static str,
    pub degree: fn(Degree) -> &'static str,
    pub above_all: fn(&str) -> String,
    pub because: &'static str,
    pub no_reasons: &'static str,
    pub weight: fn(EvidenceWeight) -> &'static str,
    /// The short form of a question, and its answer.
    pub said: fn(&str, &str) -> String,
    /// The answer, and where in the deal it was found.
    pub with_source: fn(&str, &str) -> String,
    pub change: fn(&str) -> String,
    pub all_reasons: fn(usize) -> String,
    pub sources: &'static str,
    pub sources_yours: fn(u64) -> String,
    /// The probability for this deal, and the origin of its share.
    pub figures: fn(f64, &ShareOrigin) -> String,
    pub guess: fn(usize) -> String,
    pub headline: fn(&str, Option<&str>) -> String,
    pub unclear: fn(&str) -> String,
    pub remedies: &'static str,
    pub all_remedies: fn(usize) -> String,
    pub fewer: &'static str,
    pub write: &'static str,
    pub more_questions: &'static str,
    pub start_over: &'static str,
    pub they_are_back: &'static str,
    pub what_was_it: &'static str,
    pub one_click: &'static str,
    pub another_cause: &'static str,
    pub not_sure_which: fn(&str) -> String,
    pub it_was: fn(&str) -> String,
    pub change_it: &'static str,
    pub learned: fn(&str, &ShareOrigin) -> String,
}

/// The origin of a share.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ShareOrigin {
    pub start: f64,
    /// Whether it was published; otherwise it is our own assumption.
    pub published: bool,
    /// The share with the user's own cases included.
    pub now: f64,
    pub cases: u64,
}

pub const ENGLISH: WhyText = WhyText {
    intro: |buyer| format!("Why is {buyer} quiet?"),
    how: "A few short questions, usually about five. “I don't know” is always an answer, and you can stop at any time.",
    filled_in: |count| match count {
        1 => "The deal answers one question by itself.".to_owned(),
        _ => format!("The deal answers {count} questions by itself."),
    },
    start: "Start",
    skip: "Skip to the advice",
    bring_back: "Bring the answers back",
    question: |number, about| match about {
        Some(about) => format!("Question {number} of about {about}"),
        None => format!("Question {number}"),
    },
    from_the_deal: |source| format!("Filled in from {source}"),
    dont_know: "I don't know",
    dont_know_short: "don't know",
    back: "Back",
    keep: "Keep this answer",
    enough: "That's enough",
    so_far: "What it looks like so far",
    degree: |degree| match degree {
        Degree::MostLikely => "most likely",
        Degree::Possible => "possible",
        Degree::Unlikely => "unlikely",
    },
    above_all: |cause| format!("above all: {}", lower_first(cause)),
    because: "Because",
    no_reasons: "Nothing is known of this deal yet. The bars only show how common each reason is.",
    weight: |weight| match weight {
        EvidenceWeight::StrongFor => "strong",
        EvidenceWeight::WeakFor => "weak",
        EvidenceWeight::Little => "says little",
        EvidenceWeight::WeakAgainst => "weak against",
        EvidenceWeight::StrongAgainst => "strong against",
        EvidenceWeight::RulesOut => "rules it out",
    },
    said: |question, answer| match question.strip_suffix('…') {
        Some(start) => format!("{start} {answer}"),
        None if question.ends_with('?') => format!("{question} {answer}"),
        None => format!("{question}: {answer}"),
    },
    with_source: |answer, source| format!("{answer} ({source})"),
    change: |question| format!("Change: {question}"),
    all_reasons: |count| format!("All {count} answers"),
    sources: "Shares: starting guess (web article). Their parts: our assumption. Causes you confirm replace both as deals end.",
    sources_yours: |cases| {
        format!("Shares: starting guess (web article), their parts our assumption, and yours ({cases}).")
    },
    figures: |now, share| format!("{} now. At the start {}", percent(now), origin_english(share)),
    guess: |count| match count {
        0 => "A guess, from how common each reason is".to_owned(),
        1 => "A guess, from one answer".to_owned(),
        _ => format!("A guess, from {count} answers"),
    },
    headline: |first, second| match second {
        None => format!("Most likely: {}", lower_first(first)),
        Some(second) => format!("Most likely: {}, or {}", lower_first(first), lower_first(second)),
    },
    unclear: |first| format!("Not clear yet. The first of several: {}", lower_first(first)),
    remedies: "What helps",
    all_remedies: |count| format!("All {count} ideas"),
    fewer: "Fewer",
    write: "Write this message",
    more_questions: "More questions",
    start_over: "Start over",
    they_are_back: "They are back. What was it really?",
    what_was_it: "Do you know by now what it was?",
    one_click: "One click. The shares learn from it.",
    another_cause: "Another cause…",
    not_sure_which: |group| format!("{group}: not sure which"),
    it_was: |cause| format!("It was: {}", lower_first(cause)),
    change_it: "Change it",
    learned: |group, share| format!("{group}: {}", origin_english(share)),
};

pub const CHINESE: WhyText = WhyText {
    intro: |buyer| format!("{buyer} 为什么没有回音？"),
    how: "几个简短的问题，一般五个左右。随时可以选“不清楚”，也可以随时停下。",
    filled_in: |count| format!("订单资料已经回答了 {count} 个问题。"),
    start: "开始",
    skip: "直接看建议",
    bring_back: "恢复刚才的回答",
    question: |number, about| match about {
        Some(about) => format!("第 {number} 题，共约 {about} 题"),
        None => format!("第 {number} 题"),
    },
    from_the_deal: |source| format!("已根据{source}填好"),
    dont_know: "不清楚",
    dont_know_short: "不清楚",
    back: "上一步",
    keep: "保留这个回答",
    enough: "先到这里",
    so_far: "目前看来",
    degree: |degree| match degree {
        Degree::MostLikely => "最可能",
        Degree::Possible => "有可能",
        Degree::Unlikely => "不太可能",
    },
    above_all: |cause| format!("尤其是：{cause}"),
    because: "依据",
    no_reasons: "这张订单还没有线索，横条只表示各种原因有多常见。",
    weight: |weight| match weight {
        EvidenceWeight::StrongFor => "有力支持",
        EvidenceWeight::WeakFor => "略微支持",
        EvidenceWeight::Little => "关系不大",
        EvidenceWeight::WeakAgainst => "略微反对",
        EvidenceWeight::StrongAgainst => "有力反对",
        EvidenceWeight::RulesOut => "可以排除",
    },
    said: |question, answer| match question.ends_with('？') {
        true => format!("{question}{answer}"),
        false => format!("{question}：{answer}"),
    },
    with_source: |answer, source| format!("{answer}（{source}）"),
    change: |question| format!("修改：{question}"),
    all_reasons: |count| format!("全部 {count} 条"),
    sources: "大类比例：初始估计（网络文章）；细分原因：我们的假设。您确认的原因会逐步取代它们。",
    sources_yours: |cases| {
        format!("大类比例：初始估计（网络文章）；细分原因：我们的假设；另有您自己的 {cases} 例。")
    },
    figures: |now, share| format!("目前 {}。起点 {}", percent(now), origin_chinese(share)),
    guess: |count| match count {
        0 => "只是推测，依据各种原因的常见程度".to_owned(),
        _ => format!("只是推测，依据 {count} 个回答"),
    },
    headline: |first, second| match second {
        None => format!("最可能：{first}"),
        Some(second) => format!("最可能：{first}，或{second}"),
    },
    unclear: |first| format!("还看不清楚，先从这里想起：{first}"),
    remedies: "可以怎么做",
    all_remedies: |count| format!("全部 {count} 种办法"),
    fewer: "收起",
    write: "写这条消息",
    more_questions: "继续回答",
    start_over: "重新开始",
    they_are_back: "客户有回音了，真正的原因是什么？",
    what_was_it: "现在知道真正的原因了吗？",
    one_click: "点一下即可，比例会据此调整。",
    another_cause: "其他原因…",
    not_sure_which: |group| format!("{group}：不确定是哪一种"),
    it_was: |cause| format!("真正的原因：{cause}"),
    change_it: "修改",
    learned: |group, share| format!("{group}：{}", origin_chinese(share)),
};

/// The words for the questions, answers and causes of the built-in model.
pub fn words_of(language: Language) -> &'static DiagnosisWords {
    match language {
        Language::English => diagnosis_words_en(),
        Language::Chinese => diagnosis_words_zh(),
    }
}

/// `30% (starting guess, web article) → yours 41% (17 deals; mostly buyers who came back)`.
fn origin_english(share: &ShareOrigin) -> String {
    let source = if share.published { "starting guess (web article)" } else { "our assumption" };
    let start = format!("{}, {source}", percent(share.start));
    match share.cases {
        0 => start,
        1 => format!("{start} → yours {} (1 deal)", percent(share.now)),
        cases => {
            format!("{start} → yours {} ({cases} deals; mostly buyers who came back)", percent(share.now))
        }
    }
}

fn origin_chinese(share: &ShareOrigin) -> String {
    let source = if share.published { "初始估计（网络文章）" } else { "我们的假设" };
    let start = format!("{}，{source}", percent(share.start));
    match share.cases {
        0 => start,
        cases => format!("{start} → 您的 {}（{cases} 张订单，多为有回音的客户）", percent(share.now)),
    }
}

fn percent(share: f64) -> String {
    format!("{:.0}%", share * 100.0)
}

/// Names of causes are capitalised, as they usually start a line.
fn lower_first(name: &str) -> String {
    let mut letters = name.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}
