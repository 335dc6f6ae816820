//! What the buyer's last words ask for: their points, and a quantity or price to be worked out anew.

use chrono::NaiveDate;
use rust_decimal::Decimal;

use super::facts::MessageFacts;
use super::typed::one_line;
use crate::domain::deal::Deal;
use crate::domain::deal::touch::{Touch, TouchKind};
use crate::domain::money::{Currency, Money, Percent};
use crate::domain::typed::currency::currency_at_start;
use crate::domain::typed::signs::half_width;

/// The buyer's last message, as far as it was noted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TheirLastMessage {
    pub on: NaiveDate,
    /// One line; empty where their words were not noted.
    pub words: String,
    /// What wants an answer, at most five; the whole message where nothing in it stands out.
    pub points: Vec<String>,
    /// A yes without a question, a request or a but.
    pub is_yes: bool,
}

/// The offer worked out anew for what they asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AskedOffer {
    /// The quantity with its unit, where they asked for another one.
    pub quantity: Option<String>,
    /// The unit price, where they asked for another one.
    pub price: Option<Decimal>,
    pub total: Money,
    pub deposit: Option<Money>,
}

/// More points than this are answered together with the last.
const MOST_POINTS: usize = 5;
/// A quotation is no copy of a book.
const LONGEST_QUOTED: usize = 400;

/// The entry of the story in which they wrote or spoke last.
pub(crate) fn their_last_touch(deal: &Deal, on: NaiveDate) -> Option<&Touch> {
    let is_theirs =
        |touch: &&Touch| touch.on <= on && touch.kind.known().is_some_and(TouchKind::is_from_them);
    deal.story.iter().rev().find(is_theirs)
}

impl TheirLastMessage {
    pub fn of(facts: &MessageFacts<'_>) -> Option<Self> {
        their_last_touch(facts.deal, facts.on).map(|touch| Self::read(touch.on, &touch.note))
    }

    pub(crate) fn read(on: NaiveDate, note: &str) -> Self {
        let sentences = sentences(note);
        let asking: Vec<&str> =
            sentences.iter().map(|sentence| &**sentence).filter(|sentence| asks(sentence)).collect();
        let words = shortened(&one_line(note));
        let is_yes = asking.is_empty() && says_yes(&words);
        let points = if asking.is_empty() { vec![words.clone()] } else { in_points(&asking) };
        let points = points.into_iter().filter(|point| !point.is_empty()).collect();
        Self { on, words, points, is_yes }
    }
}

fn in_points(asking: &[&str]) -> Vec<String> {
    let mut points: Vec<String> = asking.iter().map(|sentence| shortened(sentence)).collect();
    if points.len() > MOST_POINTS {
        let rest = points.split_off(MOST_POINTS.saturating_sub(1));
        points.push(shortened(&rest.join(" ")));
    }
    points
}

fn shortened(line: &str) -> String {
    if line.chars().count() <= LONGEST_QUOTED {
        return line.to_owned();
    }
    line.chars().take(LONGEST_QUOTED).collect::<String>().trim_end().to_owned() + "…"
}

/// The sentences of a note, each one line. A full stop ends one only before a blank, so that 3.600 stays whole.
fn sentences(note: &str) -> Vec<String> {
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
fn asks(sentence: &str) -> bool {
    sentence.contains(['?', '？', '؟']) || has_word(sentence, REQUESTS)
}

fn says_yes(words: &str) -> bool {
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

/// The offer for the quantity or the unit price that they name, where it is clear and differs from the deal's.
pub(crate) fn asked_offer(
    facts: &MessageFacts<'_>,
    words: &str,
    share: Option<Percent>,
) -> Option<AskedOffer> {
    let agreed = &facts.deal.agreed;
    let (currency, price) = agreed.currency.zip(agreed.unit_price)?;
    let (number, unit) = quantity_of(&agreed.quantity)?;
    let named = numbers_in(words);
    let quantity = only(named.iter().filter_map(|found| found.as_quantity(unit, &facts.deal.product)));
    let quantity = quantity.filter(|asked| *asked != number);
    let prices = named.iter().filter_map(|found| found.as_price(currency, price));
    let asked_price = only(prices).filter(|asked| *asked != price);
    if quantity.is_none() && asked_price.is_none() {
        return None;
    }
    let product = quantity.unwrap_or(number).checked_mul(asked_price.unwrap_or(price))?;
    let total = Money::from_decimal(product, currency).filter(|total| total.is_positive())?;
    Some(AskedOffer {
        quantity: quantity.map(|asked| format!("{} {unit}", grouped(asked)).trim_end().to_owned()),
        price: asked_price,
        total,
        deposit: share.and_then(|share| total.percent(share, total.unit())),
    })
}

/// `5,000 m`: the number, and its unit. None where there are several numbers.
pub(crate) fn quantity_of(text: &str) -> Option<(Decimal, &str)> {
    let text = text.trim();
    let end = text.find(|sign: char| !(sign.is_ascii_digit() || ",. ".contains(sign)));
    let (number, unit) = text.split_at_checked(end.unwrap_or(text.len()))?;
    let is_one = !unit.contains([',', ';', '+', '，', '；']);
    plain_number(number.trim_end()).filter(|_| is_one).map(|number| (number, unit.trim()))
}

/// The only value, where there is exactly one, however often it is said.
fn only(values: impl Iterator<Item = Decimal>) -> Option<Decimal> {
    let mut found: Vec<Decimal> = values.collect();
    found.sort();
    found.dedup();
    if let [one] = *found.as_slice() { Some(one) } else { None }
}

/// A number of a running text with what stands around it.
struct NamedNumber<'a> {
    before: &'a str,
    written: &'a str,
    after: &'a str,
}

fn numbers_in(words: &str) -> Vec<NamedNumber<'_>> {
    let mut found = Vec::new();
    let mut at = 0_usize;
    while let Some((before, rest)) = words.split_at_checked(at) {
        let Some(start) = rest.find(|sign: char| sign.is_ascii_digit()) else { break };
        let start = before.len().saturating_add(start);
        let tail = words.get(start..).unwrap_or_default();
        let length = tail.find(|sign: char| !(sign.is_ascii_digit() || ",.".contains(sign)));
        let written =
            tail.get(..length.unwrap_or(tail.len())).unwrap_or_default().trim_end_matches([',', '.']);
        let end = start.saturating_add(written.len());
        found.push(NamedNumber {
            before: words.get(..start).unwrap_or_default(),
            written,
            after: words.get(end..).unwrap_or_default(),
        });
        at = end;
    }
    found
}

impl NamedNumber<'_> {
    fn as_quantity(&self, unit: &str, product: &str) -> Option<Decimal> {
        let joins =
            self.before.chars().next_back().is_some_and(|sign| sign.is_ascii_alphanumeric() || sign == '-');
        let next = self.after.trim_start().to_lowercase();
        let word: String =
            next.chars().take_while(|letter| letter.is_alphanumeric() || "²³".contains(*letter)).collect();
        let noun = product.split_whitespace().any(|part| {
            let part = part.to_lowercase();
            part.chars().count() > 2
                && !word.is_empty()
                && (part == word || part.trim_end_matches('s') == word)
        });
        let is_unit =
            (!unit.is_empty() && next.starts_with(&unit.to_lowercase()) && word == unit.to_lowercase())
                || UNITS.contains(&&*word)
                || CHINESE_UNITS.iter().any(|unit| next.starts_with(unit));
        if joins || self.currency().is_some() || !(noun || is_unit) {
            return None;
        }
        plain_number(self.written)
    }

    /// A price in the deal's currency that can be meant as the price of one.
    fn as_price(&self, currency: Currency, deals: Decimal) -> Option<Decimal> {
        self.currency().filter(|named| named.contains(&currency))?;
        let price = plain_number(self.written)?;
        let (low, high) = (deals.checked_div(Decimal::TWO)?, deals.checked_mul(Decimal::TWO)?);
        (low < price && price < high).then_some(price)
    }

    fn currency(&self) -> Option<Vec<Currency>> {
        let after = currency_at_start(self.after.trim_start());
        let before = self.before.trim_end();
        // The longest notation is a name of some letters.
        let starts = before.char_indices().rev().take(8).map(|(at, _)| at);
        let ends_with = |at: usize| {
            let tail = before.get(at..)?;
            currency_at_start(tail).filter(|(sign, _)| sign.len() == tail.len())
        };
        starts.filter_map(ends_with).last().or(after).map(|(_, currencies)| currencies)
    }
}

const UNITS: &[&str] = &[
    "pcs", "pc", "pieces", "piece", "units", "unit", "sets", "set", "pairs", "cartons", "boxes", "rolls",
    "stück", "stk", "piezas", "unidades", "pièces", "peças", "шт", "штук", "cái", "adet", "pezzi", "sztuk",
    "buah",
];
const CHINESE_UNITS: &[&str] = &["件", "个", "套", "台", "把", "只", "片", "张", "箱", "卷", "双"];

/// `3,600`, `3.600` and `3600` are the same quantity; `3.60` is none.
fn plain_number(written: &str) -> Option<Decimal> {
    let plain: String = written.chars().map(half_width).filter(|sign| *sign != ' ').collect();
    let mut groups = plain.split([',', '.']);
    let first = groups.next()?;
    let rest: Vec<&str> = groups.collect();
    let is_grouped = !rest.is_empty() && rest.iter().all(|group| group.len() == 3) && first.len() <= 3;
    if is_grouped && first != "0" {
        return format!("{first}{}", rest.concat()).parse().ok();
    }
    let number = match (plain.rfind('.'), rest.as_slice()) {
        (_, []) => plain,
        (Some(_), _) => plain.replace(',', ""),
        (None, _) => plain.replace(',', "."),
    };
    number.parse::<Decimal>().ok().filter(|number| !number.is_zero())
}

fn grouped(number: Decimal) -> String {
    let written = number.normalize().to_string();
    let (whole, fraction) =
        written.split_once('.').map_or((&*written, None), |(whole, rest)| (whole, Some(rest)));
    let mut out = String::new();
    for (place, digit) in whole.chars().enumerate() {
        let left = whole.len().saturating_sub(place);
        if place > 0 && left.is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    match fraction {
        Some(fraction) => format!("{out}.{fraction}"),
        None => out,
    }
}
