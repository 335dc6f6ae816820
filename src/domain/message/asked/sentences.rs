//! The sentences of a note, and whether they ask for something or agree, in the languages in which buyers write.

use crate::domain::message::typed::one_line;

/// The sentences of a note, each one line. A full stop ends one only before a blank, so that 3.600 stays whole.
pub(super) fn sentences(note: &str) -> Vec<String> {
    let mut found = vec![String::new()];
    let mut rest = note.chars().peekable();
    while let Some(character) = rest.next() {
        if let Some(last) = found.last_mut() {
            last.push(character);
        }
        let at_blank = rest.peek().is_none_or(|next| next.is_whitespace());
        let ends = match character {
            '?' | '？' | '؟' | '!' | '。' | '！' | '\n' => {
                rest.peek().is_none_or(|next| !is_closing(*next))
            }
            '.' | ';' | '；' => at_blank || character == '；',
            _other => false,
        };
        if ends {
            found.push(String::new());
        }
    }
    found.iter().map(|sentence| one_line(sentence)).filter(|sentence| !sentence.is_empty()).collect()
}

fn is_closing(character: char) -> bool {
    matches!(character, '?' | '？' | '؟' | '!' | '！' | '"' | '”' | '」' | '»' | ')' | '）')
}

/// A question, or a request without a mark.
pub(super) fn asks(sentence: &str) -> bool {
    sentence.contains(['?', '？', '؟']) || has_word(sentence, REQUESTS)
}

pub(super) fn says_yes(words: &str) -> bool {
    has_word(words, AGREEMENTS) && !has_word(words, DOUBTS)
}

/// Whether one of these stands in the text: as whole words in scripts that have words.
fn has_word(text: &str, known: &[&str]) -> bool {
    let text = text.to_lowercase();
    known.iter().any(|word| {
        text.match_indices(word).any(|(at, _)| {
            let end = at.saturating_add(word.len());
            let joins = |character: Option<char>| {
                character.is_some_and(|letter| letter.is_alphabetic() && has_blanks(letter))
            };
            let before = text.get(..at).and_then(|before| before.chars().next_back());
            let after = text.get(end..).and_then(|after| after.chars().next());
            // A stem may be continued: "necesit" stands for all its forms.
            !joins(before) && (word.len() >= STEM || !joins(after))
        })
    })
}

/// Words from this length on may be stems.
const STEM: usize = 6;

/// Whether words of this script stand apart.
fn has_blanks(letter: char) -> bool {
    !matches!(letter, '\u{3000}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{0e00}'..='\u{0e7f}')
}

const REQUESTS: &[&str] = &[
    "please",
    "pls",
    "can you",
    "could you",
    "would you",
    "send me",
    "send us",
    "send the",
    "i need",
    "we need",
    "i only need",
    "let me know",
    "let us know",
    "waiting for your",
    "请",
    "麻烦",
    "能否",
    "能不能",
    "可否",
    "发一下",
    "发我",
    "需要",
    "bitte",
    "senden sie",
    "schicken sie",
    "benötigen",
    "brauchen",
    "por favor",
    "podría",
    "puede",
    "necesit",
    "envíe",
    "s'il vous",
    "s’il vous",
    "pouvez",
    "pourriez",
    "merci de",
    "por gentileza",
    "poderia",
    "preciso",
    "precisamos",
    "пожалуйста",
    "пришлите",
    "просим",
    "прошу",
    "нужно",
    "нужен",
    "ください",
    "お願い",
    "いただけ",
    "vui lòng",
    "cho em",
    "cho chị",
    "cho anh",
    "gửi giúp",
    "lütfen",
    "rica ",
    "gönder",
    "per favore",
    "potrebbe",
    "potete",
    "mandate",
    "proszę",
    "prosimy",
    "mohon",
    "tolong",
    "부탁",
    "보내주",
    "من فضلك",
    "يرجى",
    "نرجو",
];

const AGREEMENTS: &[&str] = &[
    "agree",
    "agreed",
    "approved",
    "approve",
    "confirmed",
    "we confirm",
    "i confirm",
    "accepted",
    "we accept",
    "fine for us",
    "fine with us",
    "go ahead",
    "all good",
    "deal",
    "同意",
    "批准",
    "确认",
    "没问题",
    "成交",
    "可以下单",
    "einverstanden",
    "genehmigt",
    "freigegeben",
    "bestätig",
    "de acuerdo",
    "aprobado",
    "confirmamos",
    "aceptamos",
    "d'accord",
    "d’accord",
    "validé",
    "nous confirmons",
    "aprovado",
    "de acordo",
    "fechado",
    "согласны",
    "согласован",
    "подтверждаем",
    "одобрен",
    "承認",
    "了解しました",
    "承知",
    "đồng ý",
    "xác nhận",
    "chốt",
    "anlaştık",
    "onaylandı",
    "onaylıyoruz",
    "approvato",
    "confermiamo",
    "va bene",
    "zgoda",
    "akceptuj",
    "setuju",
    "동의",
    "승인",
    "موافق",
    "نوافق",
];

const DOUBTS: &[&str] = &[
    "not", "no", "but", "unless", "until", "if", "however", "yet", "once", "不", "没有", "但", "如果",
    "除非", "还", "nicht", "kein", "aber", "wenn", "noch", "pero", "si", "aún", "sin", "mais", "pas",
    "encore", "mas", "não", "se", "не", "но", "если", "ещё", "chưa", "không", "nhưng", "nếu", "ama", "değil",
    "ma", "non", "nie", "ale", "jeśli", "tapi", "belum", "لكن", "إذا",
];
