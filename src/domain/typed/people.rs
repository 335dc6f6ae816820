//! The people in one cell of a list: `张总、李工 13800138000`, `García (boss), María 采购 +52 55 1234 5678`.

/// A person, as far as a cell tells.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Person {
    pub name: String,
    pub role: String,
    /// A phone number, or the name in a chat: `微信 olga_88`.
    pub phone: String,
}

/// Whether a text is a name and nothing else, as most cells are.
pub fn is_one_name(text: &str) -> bool {
    !text
        .chars()
        .any(|sign| sign.is_ascii_digit() || sign.is_control() || "、;；/／&(（+@:：|".contains(sign))
        && chat_name(text).is_none()
        && role_at_end(text).is_none()
}

/// Reads the people; at least one for a text that is not blank.
pub fn read_people(text: &str) -> Vec<Person> {
    let mut people: Vec<Person> = Vec::new();
    for line in text.lines() {
        let mut of_line = 0_usize;
        for piece in pieces(line) {
            let person = read_person(piece);
            if person == Person::default() {
                continue;
            }
            // A number alone belongs to the person before it; on a line of its own, to the first.
            let owner = if of_line == 0 { people.first_mut() } else { people.last_mut() };
            match owner {
                Some(owner) if person.name.is_empty() => add_phone(&mut owner.phone, &person.phone),
                Some(_) | None => people.push(person),
            }
            of_line = of_line.saturating_add(1);
        }
    }
    people
}

/// Adds a number to others, each once.
pub(crate) fn add_phone(phone: &mut String, other: &str) {
    if other.is_empty() || phone.split(" / ").any(|known| known == other) {
        return;
    }
    if !phone.is_empty() {
        phone.push_str(" / ");
    }
    phone.push_str(other);
}

fn pieces(line: &str) -> Vec<&str> {
    let pieces: Vec<&str> = line.split(['、', ';', '；', '/', '／', '&', '|']).collect();
    // `24/7` and `A/S` are no two people.
    let too_short = pieces.iter().any(|piece| piece.trim().chars().count() == 1);
    let pieces = if too_short { vec![line] } else { pieces };
    pieces.into_iter().flat_map(at_commas).map(str::trim).filter(|piece| !piece.is_empty()).collect()
}

/// A comma separates people where one of them has a role or a number: `Smith, John` is one name.
fn at_commas(piece: &str) -> Vec<&str> {
    let parts: Vec<&str> = piece.split([',', '，']).collect();
    let tells_more = |part: &&str| !is_one_name(part.trim());
    if parts.len() > 1 && parts.iter().any(tells_more) { parts } else { vec![piece] }
}

fn read_person(text: &str) -> Person {
    let (text, chat) = match chat_name(text) {
        Some(at) => text.split_at_checked(at).unwrap_or((text, "")),
        None => (text, ""),
    };
    let (text, number) = number_in(text);
    let (name, role) = name_and_role(&text);
    let mut phone = number;
    add_phone(&mut phone, chat.trim());
    Person { name, role, phone }
}

/// Where the name in a chat begins, with the name of the chat.
fn chat_name(text: &str) -> Option<usize> {
    const CHATS: &[&str] =
        &["微信", "wechat", "weixin", "whatsapp", "telegram", "skype", "line id", "viber", "qq"];
    CHATS.iter().filter_map(|chat| Some((place_of(text, chat)?, *chat))).min().and_then(|(at, chat)| {
        let (before, rest) = text.split_at_checked(at)?;
        let after = rest.split_at_checked(chat.len())?.1;
        let apart = |sign: Option<char>| sign.is_none_or(|sign| !sign.is_ascii_alphanumeric());
        (apart(before.chars().last()) && apart(after.chars().next())).then_some(at)
    })
}

/// Where a word begins in a text, in any case.
fn place_of(text: &str, word: &str) -> Option<usize> {
    text.as_bytes().windows(word.len()).position(|part| part.eq_ignore_ascii_case(word.as_bytes()))
}

/// The text without its phone number, and the number: at least six digits, with what groups them.
fn number_in(text: &str) -> (String, String) {
    let is_of_number = |sign: char| sign.is_ascii_digit() || " -.()+".contains(sign);
    let mut best: Option<(usize, usize)> = None;
    let mut start = None;
    for (place, sign) in text.char_indices().chain([(text.len(), '\u{0}')]) {
        match (start, is_of_number(sign)) {
            (None, true) => start = Some(place),
            (Some(from), false) => {
                let digits = text.get(from..place).map_or(0, count_digits);
                if digits >= 6 && best.is_none() {
                    best = Some((from, place));
                }
                start = None;
            }
            (None, false) | (Some(_), true) => {}
        }
    }
    let Some((from, to)) = best else { return (text.to_owned(), String::new()) };
    let number = text.get(from..to).unwrap_or_default();
    // A bracket that opens before the number belongs to the text.
    let number =
        number.trim_matches(|sign: char| !(sign.is_ascii_digit() || sign == '+' || sign == '(')).trim();
    let rest = format!("{} {}", text.get(..from).unwrap_or_default(), text.get(to..).unwrap_or_default());
    (without_label(&rest), number.to_owned())
}

fn count_digits(text: &str) -> usize {
    text.bytes().filter(u8::is_ascii_digit).count()
}

/// `电话：`, `Tel.` before a number that has been taken out.
fn without_label(text: &str) -> String {
    const LABELS: &[&str] = &["电话", "手机", "tel", "phone", "mobile", "mob", "cell"];
    let mut text = text.trim().trim_end_matches([':', '：', '.', ',', '，', '-']).trim_end();
    for label in LABELS {
        let Some(at) = text.len().checked_sub(label.len()) else { continue };
        let Some((before, end)) = text.split_at_checked(at) else { continue };
        let apart = before.chars().last().is_none_or(|sign| !sign.is_ascii_alphabetic());
        if end.eq_ignore_ascii_case(label) && apart {
            text = before.trim_end().trim_end_matches([':', '：', ',', '，']).trim_end();
        }
    }
    text.trim_matches(['(', ')', '（', '）']).trim().to_owned()
}

fn name_and_role(text: &str) -> (String, String) {
    let text = text.trim();
    if let Some((name, rest)) = text.split_once(['(', '（'])
        && let Some((role, after)) = rest.split_once([')', '）'])
        && after.trim().is_empty()
        && !name.trim().is_empty()
    {
        return (name.trim().to_owned(), role.trim().to_owned());
    }
    match role_at_end(text) {
        Some(at) => {
            let (name, role) = text.split_at_checked(at).unwrap_or((text, ""));
            (name.trim().to_owned(), role.trim().to_owned())
        }
        None => (text.to_owned(), String::new()),
    }
}

/// Where a role begins that stands apart from the name: `María 采购`. In `张经理` it is part of how one says the name.
fn role_at_end(text: &str) -> Option<usize> {
    const ROLES: &[&str] = &[
        "采购",
        "采购员",
        "采购经理",
        "采购部",
        "老板",
        "经理",
        "总经理",
        "财务",
        "会计",
        "销售",
        "助理",
        "工程师",
        "跟单",
        "buyer",
        "boss",
        "owner",
        "ceo",
        "purchasing",
        "purchaser",
        "procurement",
        "accountant",
        "finance",
        "assistant",
    ];
    let text = text.trim_end();
    let (at, space) = text.char_indices().rev().find(|(_, sign)| sign.is_whitespace())?;
    let (name, _) = text.split_at_checked(at)?;
    let begins = at.saturating_add(space.len_utf8());
    let word = text.get(begins..)?;
    (!name.trim().is_empty() && ROLES.iter().any(|role| role.eq_ignore_ascii_case(word))).then_some(begins)
}
