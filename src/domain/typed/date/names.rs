//! The names of months and weekdays in the languages of our papers, and the words that accompany the parts of a date.

/// The month of this name in lower case, or of at least three letters with which only one month begins.
pub(super) fn month(word: &str) -> Option<u32> {
    if word.chars().count() < 3 {
        return None;
    }
    let begins = |names: &str| names.split(' ').any(|name| name.starts_with(word));
    // English first: `mar` is March, whatever other languages have.
    if let Some((month, _)) = (1..).zip(MONTHS).find(|(_, names)| names.starts_with(word)) {
        return Some(month);
    }
    let mut found = (1..).zip(MONTHS).filter(|(_, names)| begins(names)).map(|(month, _)| month);
    found.next().filter(|_| found.next().is_none())
}

/// The English month of this name in lower case: in full, or abbreviated as in running text.
pub fn english_month(word: &str) -> Option<u32> {
    let shortened = word.len() == 3 || word == "sept";
    let is_it = |names: &str| names.split(' ').next() == Some(word) || (shortened && names.starts_with(word));
    (1..).zip(MONTHS).find(|(_, names)| is_it(names)).map(|(month, _)| month)
}

/// By its short form, or at least three letters of its name.
pub(super) fn is_weekday(word: &str) -> bool {
    SHORT_WEEKDAYS.split(' ').any(|short| short == word)
        || (word.chars().count() >= 3 && WEEKDAYS.split(' ').any(|name| name.starts_with(word)))
}

/// What follows or precedes a month that is meant up to its last day.
pub(super) fn is_end_of_month(word: &str) -> bool {
    matches!(word, "月底" | "月末" | "end" | "ende" | "fin")
}

pub(super) fn is_filler(word: &str) -> bool {
    FILLERS.split(' ').any(|filler| filler == word)
}

/// A part of a date that is named.
#[derive(Clone, Copy)]
pub(super) enum DateUnit {
    Year,
    Month,
    Day,
}

impl DateUnit {
    /// `11月`; what names it stays in the text and is skipped there.
    pub(super) fn after(rest: &str) -> Option<Self> {
        match rest.trim_start().chars().next()? {
            '年' | '년' => Some(Self::Year),
            '月' | '월' => Some(Self::Month),
            '日' | '号' | '號' | '일' => Some(Self::Day),
            _ => None,
        }
    }

    /// `tháng 11`.
    pub(super) fn named_before(word: &str) -> Option<Self> {
        match word {
            "năm" => Some(Self::Year),
            "tháng" => Some(Self::Month),
            "ngày" => Some(Self::Day),
            _ => None,
        }
    }
}

/// January to December, each in English first, then as other languages have it in a date and by itself.
const MONTHS: [&str; 12] = [
    "january januar jänner janvier enero janeiro gennaio января январь січня січень stycznia styczeń ocak",
    "february februar février fevrier febrero fevereiro febbraio февраля февраль лютого лютий lutego luty şubat subat",
    "march märz maerz mrz mars marzo março marco марта март березня березень marca marzec mart",
    "april avril abril aprile апреля апрель квітня квітень kwietnia kwiecień nisan",
    "may mai mayo maio maggio мая май травня травень maja maj mayıs mayis",
    "june juni juin junio junho giugno июня июнь червня червень czerwca czerwiec haziran",
    "july juli juillet julio julho luglio июля июль липня липень lipca lipiec temmuz",
    "august août aout agosto августа август серпня серпень sierpnia sierpień ağustos agustos",
    "september septembre septiembre setembro settembre сентября сентябрь вересня вересень września wrzesień eylül eylul",
    "october oktober octobre octubre outubro ottobre октября октябрь жовтня жовтень października październik ekim",
    "november novembre noviembre novembro ноября ноябрь листопада листопад listopada listopad kasım kasim",
    "december dezember décembre decembre diciembre dezembro dicembre декабря декабрь грудня грудень grudnia grudzień aralık aralik",
];

/// An apostrophe separates words, so the Ukrainian Friday is listed by what follows it.
const WEEKDAYS: &str = "\
    monday tuesday wednesday thursday friday saturday sunday montag dienstag mittwoch donnerstag freitag \
    samstag sonnabend sonntag lundi mardi mercredi jeudi vendredi samedi dimanche lunes martes miércoles \
    jueves viernes sábado domingo segunda terça quarta quinta sexta feira lunedì martedì mercoledì \
    giovedì venerdì sabato domenica понедельник вторник среда четверг пятница суббота воскресенье \
    понеділок вівторок середа четвер ятниця субота неділя poniedziałek wtorek środa czwartek piątek \
    sobota niedziela 월요일 화요일 수요일 목요일 금요일 토요일 일요일 pazartesi salı çarşamba perşembe cuma cumartesi pazar thứ chủ nhật hai sáu bảy";

const SHORT_WEEKDAYS: &str = "mo di mi do fr sa so пн вт ср чт пт сб вс нд ba tư 월 화 수 목 금 토 일";

/// Words that accompany the parts of a date and carry no information.
const FILLERS: &str = "年 月 日 号 號 년 월 일 st nd rd th the of den le el de del er º ª г года р року п r";
