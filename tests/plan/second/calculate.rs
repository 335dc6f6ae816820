//! `icebreak plan` a second time, from its contract alone: fractions, counted days, and nothing of the program.

use super::days;
use super::rational::{Fraction, half_up, read, sum, text, unit, whole};

/// Flag and value, in the order given.
pub type Words = [(&'static str, String)];
pub type Refused = &'static str;

pub struct Schedule {
    pub currency: String,
    pub digits: usize,
    pub total: Fraction,
    pub deposit: Option<Fraction>,
    pub rows: Vec<Row>,
}

pub struct Row {
    pub label: &'static str,
    pub due: i64,
    pub amount: Fraction,
}

/// The object on standard output, letter by letter.
pub fn answer(words: &Words) -> Result<String, Refused> {
    let schedule = schedule(words)?;
    let on = date(one(words, "--on").ok_or("the tests always say --on")?)?;
    let paid = paid(words, &schedule, on)?;
    let amount = |value: &Fraction| text(value, schedule.digits);
    let rows: Vec<String> = schedule
        .rows
        .iter()
        .zip(&paid)
        .enumerate()
        .map(|(index, (row, paid))| {
            let share = half_up(&(&row.amount * whole(100) / &schedule.total), &unit(2));
            format!(
                r#"{{"n":{},"label":"{}","due":"{}","amount":"{}","share":"{}","paid":"{}","status":"{}"}}"#,
                index + 1,
                row.label,
                days::text(row.due),
                amount(&row.amount),
                text(&share, 2),
                amount(paid),
                status(row, paid, on),
            )
        })
        .collect();
    let deposit = schedule.deposit.as_ref().map_or("null".to_owned(), |it| format!("\"{}\"", amount(it)));
    Ok(format!(
        r#"{{"currency":"{}","total":"{}","deposit":{deposit},"rows":[{}]}}"#,
        schedule.currency,
        amount(&schedule.total),
        rows.join(",")
    ))
}

fn status(row: &Row, paid: &Fraction, on: i64) -> &'static str {
    if *paid == row.amount {
        "paid"
    } else if row.due < on {
        "overdue"
    } else if row.due == on {
        "due"
    } else if *paid > whole(0) {
        "part-paid"
    } else {
        "upcoming"
    }
}

/// What each row received, oldest due date first, then the lower number.
fn paid(words: &Words, schedule: &Schedule, on: i64) -> Result<Vec<Fraction>, Refused> {
    let mut money = whole(0);
    for payment in all(words, "--paid") {
        let (day, amount) = payment.split_once('=').ok_or("no =")?;
        if date(day)? > on {
            return Err("paid in the future");
        }
        money += positive(amount, schedule.digits)?;
    }
    if money > schedule.total {
        return Err("more paid than the total");
    }
    let mut order: Vec<usize> = (0..schedule.rows.len()).collect();
    order.sort_by_key(|&index| (schedule.rows[index].due, index));
    let mut paid = vec![whole(0); schedule.rows.len()];
    for index in order {
        let part = money.clone().min(schedule.rows[index].amount.clone());
        money -= &part;
        paid[index] = part;
    }
    Ok(paid)
}

/// The rows before anything is paid.
pub fn schedule(words: &Words) -> Result<Schedule, Refused> {
    let currency = one(words, "--currency").unwrap_or("USD").to_owned();
    let digits = digits(&currency)?;
    let total = positive(one(words, "--total").ok_or("no total")?, digits)?;
    let step = one(words, "--round").map_or(Ok(unit(digits)), |step| positive(step, digits))?;
    let (deposit, mut rows) = match one(words, "--deposit") {
        Some(deposit) => {
            let deposit = match deposit.strip_suffix('%') {
                Some(percent) => percentage(percent)? * &total,
                None => positive(deposit, digits)?,
            };
            if deposit > total {
                return Err("a deposit beyond the total");
            }
            let deposit = half_up(&deposit, &step);
            (Some(deposit.clone()), deposit_rows(words, &total, &deposit, &unit(digits))?)
        }
        None => (None, line_rows(words, &total, &step, digits)?),
    };
    if rows.iter().any(|row| row.amount <= whole(0)) {
        return Err("a row that is zero or negative");
    }
    assert!(sum(rows.iter().map(|row| &row.amount)) == total, "the second calculation lost money");
    let free_days = FreeDays::of(words)?;
    for row in &mut rows {
        row.due = free_days.shifted(row.due)?;
    }
    Ok(Schedule { currency, digits, total, deposit, rows })
}

fn deposit_rows(
    words: &Words,
    total: &Fraction,
    deposit: &Fraction,
    unit: &Fraction,
) -> Result<Vec<Row>, Refused> {
    if deposit > total {
        return Err("a deposit rounded beyond the total");
    }
    let balance = total - deposit;
    let count = |flag| one(words, flag).unwrap_or("1").parse::<i64>().map_err(|_| "not a count");
    let (parts, balance_parts) = (count("--parts")?, count("--balance-parts")?);
    if parts < 1 || balance_parts < 1 {
        return Err("no parts");
    }
    let odd_first = one(words, "--odd") == Some("first");
    let mut amounts: Vec<(&'static str, Fraction)> = Vec::new();
    amounts.extend(equal_parts(deposit, parts, odd_first, unit).map(|part| ("deposit", part)));
    if balance > whole(0) {
        amounts.extend(equal_parts(&balance, balance_parts, odd_first, unit).map(|part| ("balance", part)));
    } else if balance_parts > 1 {
        return Err("nothing left to split");
    }
    let (start, every) = (start(words)?, one(words, "--every").unwrap_or("1m"));
    amounts
        .into_iter()
        .zip(0..)
        .map(|((label, amount), row)| Ok(Row { label, due: after(start, every, row)?, amount }))
        .collect()
}

fn equal_parts(
    amount: &Fraction,
    parts: i64,
    odd_first: bool,
    unit: &Fraction,
) -> impl Iterator<Item = Fraction> {
    let even = (amount / unit / whole(parts)).floor() * unit;
    let odd_units = (amount - &even * whole(parts)) / unit;
    let (amount_of_odd, unit) = (&even + unit, odd_units.to_integer());
    let odd_units = i64::try_from(unit).unwrap();
    (0..parts).map(move |part| {
        let is_odd = if odd_first { part < odd_units } else { part >= parts - odd_units };
        if is_odd { amount_of_odd.clone() } else { even.clone() }
    })
}

enum Amount {
    Fixed(Fraction),
    OfTotal(Fraction),
    OfLeft(Fraction),
    Rest,
}

fn line_rows(words: &Words, total: &Fraction, step: &Fraction, digits: usize) -> Result<Vec<Row>, Refused> {
    let lines: Vec<(Amount, i64)> = all(words, "--line")
        .map(|line| {
            let (amount, when) = line.split_once('@').ok_or("no @")?;
            Ok((line_amount(amount, digits)?, due(start(words)?, when)?))
        })
        .collect::<Result<_, Refused>>()?;
    let last = lines.len().checked_sub(1).ok_or("no lines")?;
    let fixed = lines.iter().fold(whole(0), |sum, (amount, _)| match amount {
        Amount::Fixed(amount) => sum + amount,
        Amount::OfTotal(_) | Amount::OfLeft(_) | Amount::Rest => sum,
    });
    let left = total - fixed;
    let (mut exact_sum, mut has_rest) = (whole(0), false);
    let mut rows: Vec<Row> = Vec::new();
    for (index, (amount, due)) in lines.into_iter().enumerate() {
        let so_far = sum(rows.iter().map(|row| &row.amount));
        let (exact, rounded) = match amount {
            Amount::Fixed(amount) => (amount.clone(), amount),
            Amount::OfTotal(share) => (&share * total, half_up(&(share * total), step)),
            Amount::OfLeft(share) => (&share * &left, half_up(&(share * &left), step)),
            Amount::Rest if index != last => return Err("rest before the last row"),
            Amount::Rest => {
                has_rest = true;
                (total - &so_far, total - &so_far)
            }
        };
        if exact <= whole(0) {
            return Err("a row that is zero or negative");
        }
        exact_sum += exact;
        // In the last row stands what the others leave of the total.
        let amount = if index == last { total - so_far } else { rounded };
        rows.push(Row { label: "line", due, amount });
    }
    if exact_sum != *total && !has_rest { Err("the rows are not the total") } else { Ok(rows) }
}

fn line_amount(text: &str, digits: usize) -> Result<Amount, Refused> {
    if text == "rest" {
        Ok(Amount::Rest)
    } else if let Some(share) = text.strip_suffix("%left") {
        Ok(Amount::OfLeft(percentage(share)?))
    } else if let Some(share) = text.strip_suffix('%') {
        Ok(Amount::OfTotal(percentage(share)?))
    } else {
        Ok(Amount::Fixed(positive(text, digits)?))
    }
}

fn due(start: i64, when: &str) -> Result<i64, Refused> {
    let Some((anchor, later)) = when.split_once('+') else {
        return date(when);
    };
    let anchor = match anchor {
        "" => start,
        "eom" => days::end_of_month(start),
        "eonm" => days::in_month(start, 1, 31),
        _ => return Err("no such anchor"),
    };
    let (span, rule) = later.split_once('/').map_or((later, None), |(span, rule)| (span, Some(rule)));
    let reached = after(anchor, span, 1)?;
    let Some(rule) = rule else {
        return Ok(reached);
    };
    if rule == "eom" {
        return Ok(days::end_of_month(reached));
    }
    let day = |text: &str| {
        text.parse::<i64>().ok().filter(|day| (1..=31).contains(day)).ok_or("no such day of a month")
    };
    if let Some(rule) = rule.strip_prefix("next-") {
        return Ok(days::in_month(reached, 1, day(rule)?));
    }
    let of_month = rule.split(',').map(day).collect::<Result<Vec<i64>, Refused>>()?;
    let candidates =
        (0..=1).flat_map(|month| of_month.iter().map(move |&day| days::in_month(reached, month, day)));
    candidates.filter(|&candidate| candidate >= reached).min().ok_or("no day")
}

/// `2w` and the like, so many times after a day; months keep the day or clamp it.
fn after(day: i64, span: &str, times: i64) -> Result<i64, Refused> {
    let (count, unit) = span.split_at(span.len() - 1);
    let count: i64 = count.parse().ok().filter(|count| *count >= 0).ok_or("not a count")?;
    match unit {
        "d" => Ok(day + count * times),
        "w" => Ok(day + 7 * count * times),
        "m" => Ok(days::months_after(day, count * times)),
        _ => Err("not a unit of time"),
    }
}

/// Which days nobody works, and what to do with a due date on one.
struct FreeDays<'a> {
    shift: &'a str,
    weekend: Vec<i64>,
    closed: Vec<i64>,
}

impl<'a> FreeDays<'a> {
    fn of(words: &'a Words) -> Result<Self, Refused> {
        let names = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
        let listed: Vec<&str> = one(words, "--weekend").unwrap_or("sat,sun").split(',').collect();
        let weekend: Vec<i64> = (0..7).filter(|&day| listed.contains(&names[day as usize])).collect();
        if weekend.len() == 7 {
            return Err("no working day at all");
        }
        let closed = all(words, "--closed").map(date).collect::<Result<_, Refused>>()?;
        Ok(Self { shift: one(words, "--shift").unwrap_or("none"), weekend, closed })
    }

    fn shifted(&self, due: i64) -> Result<i64, Refused> {
        let is_free = |day: i64| self.weekend.contains(&days::weekday(day)) || self.closed.contains(&day);
        let next = (due..).find(|&day| !is_free(day)).unwrap();
        let previous = (0..=due).rev().find(|&day| !is_free(day)).unwrap();
        match self.shift {
            "none" => Ok(due),
            "next" => Ok(next),
            "previous" => Ok(previous),
            "modified" if next > days::end_of_month(due) => Ok(previous),
            "modified" => Ok(next),
            _ => Err("no such shift"),
        }
    }
}

fn start(words: &Words) -> Result<i64, Refused> {
    date(one(words, "--start").or(one(words, "--on")).ok_or("the tests always say --on")?)
}

fn date(text: &str) -> Result<i64, Refused> {
    days::read(text).ok_or("not a date")
}

fn positive(amount: &str, digits: usize) -> Result<Fraction, Refused> {
    read(amount, digits).filter(|amount| *amount > whole(0)).ok_or("not an amount above zero")
}

/// More than the whole of anything would be beyond the total, however it is rounded.
fn percentage(text: &str) -> Result<Fraction, Refused> {
    let percent = read(text, 40).filter(|percent| *percent > whole(0) && *percent <= whole(100));
    percent.map(|percent| percent / whole(100)).ok_or("not a percentage above zero and up to a hundred")
}

fn digits(currency: &str) -> Result<usize, Refused> {
    match currency {
        "JPY" | "KRW" | "VND" | "CLP" => Ok(0),
        "USD" | "EUR" | "CNY" | "GBP" | "INR" | "BRL" => Ok(2),
        "KWD" | "BHD" | "TND" => Ok(3),
        "CLF" | "UYW" => Ok(4),
        _ => Err("not a currency with minor units"),
    }
}

fn one<'a>(words: &'a Words, flag: &str) -> Option<&'a str> {
    words.iter().find(|(name, _)| *name == flag).map(|(_, value)| value.as_str())
}

fn all<'a>(words: &'a Words, flag: &'a str) -> impl Iterator<Item = &'a str> {
    words.iter().filter(move |(name, _)| *name == flag).map(|(_, value)| value.as_str())
}
