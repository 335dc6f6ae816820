//! Random terms as a person might type them: mostly plans that hold, some that are off by a little.

use super::calculate::{self, Words};
use super::days;
use super::rational::{Fraction, text, unit, whole};

type Word = (&'static str, String);

/// SplitMix64: a case is its seed, and nothing but the seed.
pub struct Random(pub u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    fn between(&mut self, low: i64, high: i64) -> i64 {
        low + (self.next() % (high - low + 1) as u64) as i64
    }

    fn one_in(&mut self, chance: i64) -> bool {
        self.between(1, chance) == 1
    }

    fn one_of<T: Clone>(&mut self, choices: &[T]) -> T {
        choices[self.between(0, choices.len() as i64 - 1) as usize].clone()
    }
}

/// The words after `icebreak plan --json`.
pub fn words(random: &mut Random) -> Vec<Word> {
    let currencies =
        [("JPY", 0), ("VND", 0), ("USD", 2), ("EUR", 2), ("CNY", 2), ("KWD", 3), ("TND", 3), ("CLF", 4)];
    let (currency, digits) = random.one_of(&currencies);
    let total = money(random, digits);
    let start = day(random);
    let mut words = vec![("--total", text(&total, digits)), ("--start", days::text(start))];
    if currency != "USD" || random.one_in(2) {
        words.push(("--currency", currency.to_owned()));
    }
    if random.one_in(2) {
        deposit(random, &mut words, &total, digits);
    } else {
        lines(random, &mut words, &total, digits, start);
    }
    if random.one_in(4) {
        let step = random.one_of(&[1, 2, 3, 5, 10, 25, 100, 250, 1000, 10_000]);
        words.push(("--round", text(&(whole(step) * unit(digits)), digits)));
    }
    calendar(random, &mut words, start);
    ledger(random, &mut words, digits, start);
    words
}

/// Small totals are where a unit more or less is seen, round ones where halves are.
fn money(random: &mut Random, digits: usize) -> Fraction {
    let units = match random.between(0, 9) {
        0 => random.between(1, 12),
        1..=3 => random.between(1, 2_000),
        4 => random.between(1, 400) * 250,
        5 => random.between(1, 900) * 10_i64.pow(digits as u32),
        6 => random.between(1, 1_000_000_000_000),
        _ => random.between(1_000, 90_000_000),
    };
    whole(units) * unit(digits)
}

/// Ends of months, and Februaries, come more often than the calendar has them.
fn day(random: &mut Random) -> i64 {
    let year = random.one_of(&[1900, 1999, 2000, 2023, 2024, 2025, 2026, 2027, 2096, 2100, 2400]);
    let month = if random.one_in(4) { random.between(1, 2) } else { random.between(1, 12) };
    let of_month = if random.one_in(2) { random.between(1, 28) } else { random.between(27, 31) };
    days::in_month(days::number(year, month, 1), 0, of_month)
}

fn deposit(random: &mut Random, words: &mut Vec<Word>, total: &Fraction, digits: usize) {
    let share = match random.between(0, 7) {
        0 | 1 => part_of(random, total, digits),
        2 => "100%".to_owned(),
        3 => text(total, digits),
        _ => format!("{}%", percent(random)),
    };
    words.push(("--deposit", share));
    if random.one_in(2) {
        words.push(("--parts", random.one_of(&[1, 2, 3, 3, 4, 6, 6, 7, 9, 12, 24, 36]).to_string()));
    }
    if random.one_in(2) {
        words.push(("--balance-parts", random.one_of(&[1, 1, 2, 3, 4, 5, 6, 10, 17]).to_string()));
    }
    if random.one_in(2) {
        let every = match random.one_of(&['d', 'w', 'm']) {
            'd' => format!("{}d", random.between(1, 95)),
            'w' => format!("{}w", random.between(1, 9)),
            _ => format!("{}m", random.one_of(&[1, 1, 2, 3, 6, 11, 12, 13])),
        };
        words.push(("--every", every));
    }
    if random.one_in(2) {
        words.push(("--odd", random.one_of(&["first", "last"]).to_owned()));
    }
}

fn part_of(random: &mut Random, total: &Fraction, digits: usize) -> String {
    let hundredths = random.between(1, 104);
    let part = (total * whole(hundredths) / whole(100) / unit(digits)).ceil() * unit(digits);
    text(&part, digits)
}

fn percent(random: &mut Random) -> String {
    match random.between(0, 9) {
        0 => format!("{}.{}", random.between(0, 99), random.between(0, 9)),
        1 => format!("{}.{:03}", random.between(0, 99), random.between(0, 999)),
        2 => random
            .one_of(&["33.333333333", "66.6666666667", "0.0000001", "12.50", "099.9", "0", "101"])
            .to_owned(),
        3 => random.between(1, 100).to_string(),
        _ => random.one_of(&[5, 10, 15, 20, 25, 30, 33, 35, 40, 50, 60, 70, 80, 90]).to_string(),
    }
}

fn lines(random: &mut Random, words: &mut Vec<Word>, total: &Fraction, digits: usize, start: i64) {
    let amounts = match random.between(0, 9) {
        0..=3 => hundred_percent(random, "%"),
        4 => with_fixed_share(random, total, digits),
        5..=7 => with_rest(random, total, digits),
        8 => all_fixed(random, total, digits),
        _ => (0..random.between(1, 4)).map(|_| any_amount(random, total, digits)).collect(),
    };
    words.extend(amounts.into_iter().map(|amount| ("--line", format!("{amount}@{}", when(random, start)))));
}

/// Percentages with up to four digits that make a hundred, now and then by a hair not.
fn hundred_percent(random: &mut Random, suffix: &str) -> Vec<String> {
    let scale = random.between(0, 4) as usize;
    let hundred = 100 * 10_i64.pow(scale as u32);
    let rows = random.between(1, 7);
    let mut cuts: Vec<i64> = (1..rows).map(|_| random.between(1, hundred - 1)).collect();
    cuts.extend([0, hundred]);
    cuts.sort_unstable();
    cuts.dedup();
    let mut shares: Vec<i64> = cuts.windows(2).map(|pair| pair[1] - pair[0]).collect();
    if random.one_in(12) {
        shares[0] += 1;
    }
    shares
        .into_iter()
        .map(|share| format!("{}{suffix}", text(&(whole(share) * unit(scale)), scale)))
        .collect()
}

/// A fixed row, shares of what it leaves, and shares of the total, in any order and exact together.
fn with_fixed_share(random: &mut Random, total: &Fraction, digits: usize) -> Vec<String> {
    let (fixed_percent, left_divides) = random.one_of(&[(20, 80), (50, 50), (75, 25), (36, 64)]);
    let fixed = total * whole(fixed_percent) / whole(100);
    if !(&fixed / unit(digits)).is_integer() {
        return hundred_percent(random, "%left");
    }
    let of_total = random.between(0, left_divides - 1);
    let of_left = whole(100) * (whole(left_divides) - whole(of_total)) / whole(left_divides);
    let mut rows = vec![text(&fixed, digits), format!("{}%left", text(&of_left, 10))];
    if of_total > 0 {
        rows.push(format!("{of_total}%"));
    }
    let rotated = random.between(0, rows.len() as i64 - 1) as usize;
    rows.rotate_left(rotated);
    rows
}

fn with_rest(random: &mut Random, total: &Fraction, digits: usize) -> Vec<String> {
    let most = if *total <= whole(20) * unit(digits) { 9 } else { 4 };
    let mut rows: Vec<String> = (0..random.between(0, most))
        .map(|_| match random.between(0, 3) {
            0 => text(
                &((total * whole(random.between(1, 30)) / whole(100) / unit(digits)).ceil() * unit(digits)),
                digits,
            ),
            1 => format!("{}%left", random.between(1, 40)),
            2 => format!("{}.{:02}%", random.between(0, 33), random.between(1, 99)),
            _ => format!("{}%", random.one_of(&[1, 5, 10, 15, 20, 25, 30, 33])),
        })
        .collect();
    rows.push("rest".to_owned());
    if random.one_in(25) {
        rows.rotate_left(1);
    }
    rows
}

fn all_fixed(random: &mut Random, total: &Fraction, digits: usize) -> Vec<String> {
    let first = (total * whole(random.between(1, 99)) / whole(100) / unit(digits)).floor() * unit(digits);
    let off = if random.one_in(6) { unit(digits) } else { whole(0) };
    vec![text(&first, digits), text(&(total - first + off), digits)]
}

fn any_amount(random: &mut Random, total: &Fraction, digits: usize) -> String {
    match random.between(0, 3) {
        0 => format!("{}%", percent(random)),
        1 => format!("{}%left", percent(random)),
        2 => part_of(random, total, digits),
        _ => "rest".to_owned(),
    }
}

fn when(random: &mut Random, start: i64) -> String {
    if random.one_in(8) {
        return days::text(start + random.between(-100, 400));
    }
    let anchor = random.one_of(&["", "", "", "eom", "eonm"]);
    let span = match random.one_of(&['d', 'w', 'm']) {
        'd' => format!("{}d", random.one_of(&[0, 0, 1, 7, 10, 14, 15, 30, 31, 45, 60, 90, 120, 365])),
        'w' => format!("{}w", random.between(0, 20)),
        _ => format!("{}m", random.one_of(&[0, 1, 1, 2, 3, 6, 11, 12, 13, 25])),
    };
    let day =
        |random: &mut Random| if random.one_in(3) { random.between(28, 31) } else { random.between(1, 31) };
    let rule = match random.between(0, 9) {
        0 | 1 => "/eom".to_owned(),
        2 => format!("/{}", day(random)),
        3 => format!("/{},{}", day(random), day(random)),
        4 => format!("/{},{},{}", day(random), day(random), day(random)),
        5 => format!("/next-{}", day(random)),
        _ => String::new(),
    };
    format!("{anchor}+{span}{rule}")
}

fn calendar(random: &mut Random, words: &mut Vec<Word>, start: i64) {
    if random.one_in(3) {
        return;
    }
    words.push(("--shift", random.one_of(&["none", "next", "previous", "modified", "modified"]).to_owned()));
    if random.one_in(3) {
        let weekends =
            ["fri,sat", "sun", "fri", "mon,wed,fri,sun", "mon,tue,wed,thu,fri,sat", "thu,fri", "sun,sat"];
        words.push(("--weekend", random.one_of(&weekends).to_owned()));
    }
    // Holidays that a row can meet: where the rows are, and often several in a row.
    let dues: Vec<i64> =
        calculate::schedule(words).map_or(vec![start], |it| it.rows.iter().map(|row| row.due).collect());
    for _ in 0..random.one_of(&[0, 0, 1, 2, 5]) {
        let from = random.one_of(&dues) + random.between(-1, 1);
        let days = random.one_of(&[1, 1, 2, 8, 33]);
        words.extend((from..from + days).map(|day| ("--closed", days::text(day))));
    }
}

fn ledger(random: &mut Random, words: &mut Vec<Word>, digits: usize, start: i64) {
    let schedule = calculate::schedule(words);
    let dues: Vec<i64> =
        schedule.as_ref().map_or(vec![start], |it| it.rows.iter().map(|row| row.due).collect());
    let on = random.one_of(&dues) + random.one_of(&[-30, -1, 0, 0, 0, 1, 30]);
    words.push(("--on", days::text(on)));
    if random.one_in(30) {
        words.retain(|(flag, _)| *flag != "--start");
    }
    let Ok(schedule) = schedule else {
        return;
    };
    let amounts: Vec<Fraction> = schedule.rows.iter().map(|row| row.amount.clone()).collect();
    if random.one_in(20) {
        words.push(("--paid", format!("{}={}", days::text(on), text(&schedule.total, digits))));
    }
    for _ in 0..random.one_of(&[0, 0, 1, 1, 1, 2, 3]) {
        let whole_row = random.one_of(&amounts);
        let amount = match random.between(0, 8) {
            0 => whole_row + unit(digits),
            1 => (&schedule.total / whole(2) / unit(digits)).ceil() * unit(digits),
            2 | 3 => whole_row,
            _ => {
                ((whole_row * whole(random.between(1, 99)) / whole(100)) / unit(digits)).ceil() * unit(digits)
            }
        };
        let day = if random.one_in(25) { on + 1 } else { on - random.between(0, 60) };
        words.push(("--paid", format!("{}={}", days::text(day), text(&amount, digits))));
    }
}

/// The fewest of these words that still fail: what can be left out one by one is.
pub fn fewest(words: &Words, fails: impl Fn(&Words) -> bool) -> Vec<Word> {
    let mut words = words.to_vec();
    let mut index = 0;
    while index < words.len() {
        let mut fewer = words.clone();
        fewer.remove(index);
        if fails(&fewer) {
            words = fewer;
        } else {
            index += 1;
        }
    }
    words
}
