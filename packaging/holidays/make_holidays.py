"""Writes assets/holidays/<CC>.json from the packages `holidays` and `chinesecalendar`; stops at what it cannot name.

Usage: make_holidays.py FOLDER [DAY]     DAY: the day it is made on, today without it; Islamic dates after it are "about".
"""

import datetime
import json
import pathlib
import re
import sys

import chinese_calendar
import holidays
from dateutil.easter import easter
from names import CHINA, EVERYWHERE, ISLAMIC, OF_COUNTRY

COUNTRIES = (
    "CN HK TW US CA MX BR AR CL CO PE GB IE DE FR IT ES PT NL BE AT CH PL CZ SE DK NO FI TR RU UA KZ AE SA EG MA NG "
    "KE ZA IN PK BD LK JP KR VN TH MY ID PH SG AU NZ IL"
).split()
YEARS = (2025, 2026, 2027, 2028)

# Years that have begun are in force. A later year is published only where the package cites the announcement.
IN_FORCE = 2026
ANNOUNCED = {
    ("ID", 2027): "joint decree of three ministers on the holidays of 2027, September 2026",
    ("MY", 2027): "list of the Prime Minister's Department for 2027 (HKA 2027), August 2026",
    ("PH", 2027): "Proclamation No. 1427 of September 2026",
    ("RU", 2027): "government decree on the days off of 2027, September 2026",
    ("SG", 2027): "Ministry of Manpower, public holidays of 2027",
}

# Besides the national public holidays: whole days on which the country's banks are closed.
CATEGORIES = {country: ("public", "bank") for country in ("AR", "AT", "AU", "BE", "CL", "JP", "KR", "LK", "SE", "TH")}
CATEGORIES |= {"CA": ("public", "government"), "ID": ("public", "government"), "HK": ("public", "optional")}
ALSO = {
    "BR": ("Carnival", "Corpus Christi"),
    "DK": ("Constitution Day", "Christmas Eve", "New Year's Eve"),
    "IE": ("Good Friday",),
}
# The same where the package does not know it: days after Easter Sunday, or month and day. Denmark's central bank and
# Mexico's CNBV publish them each year.
BANKS_CLOSED = {
    "DK": ((40, "Friday after Ascension Day"),),
    "MX": ((-3, "Maundy Thursday"), (-2, "Good Friday"), ((11, 2), "All Souls' Day"), ((12, 12), "Bankers' Day")),
}
# The days that every state has are more than those of the package's national list: days in lieu are made by the states.
BY_STATES = {"AU": "NSW"}
# Where nothing nearly national exists, the calendar by which the country's banks settle payments.
PART = {"GB": "ENG", "CH": "ZH"}
# Not days off, whatever the package says. (In Hong Kong the day in lieu of National Day is in the list already.)
NOT_OFF = {("TH", "National Children's Day"), ("HK", "The day following National Day")}
# Here the day is computed, not sighted.
CALCULATED = {"TR"}
# Here it is computed as well, and final once it is announced.
FINAL = {"SG"}

NOTES = {
    "CN": "Published years: arrangement of the State Council with shifted working days. Expected years: the statutory "
          "festival days only; which days around them are off or worked is announced in the autumn before.",
    "GB": "Bank holidays of England and Wales, by which payments are settled. Scotland and Northern Ireland differ.",
    "CH": "Holidays of Zurich, where payments are settled. The cantons differ.",
    "CA": "Holidays of the federal government and the banks. The provinces differ.",
    "UA": "Under martial law (since 2022) public holidays are working days: the lists are empty on purpose.",
    "LK": "Full-moon days are announced each year: later years are not known.",
    "ID": "With the joint days off (cuti bersama) that the government has announced.",
    "HK": "General holidays, on which banks are closed.",
    "IN": "Gazetted holidays of the union; the states have others and leave some out.",
    "AU": "Holidays of all states; the King's Birthday and Labour Day differ by state and are not in.",
    "DE": "Holidays of all states; Epiphany, Corpus Christi, Reformation Day and All Saints' Day differ by state and are not in.",
    "ES": "Holidays of all communities; the others differ and are not in.",
}

# Found without a Chinese name: nothing is written then.
UNNAMED = set()

SUFFIX = re.compile(r" \((observed|in lieu|estimated|observed, estimated|in lieu, estimated)\)$")
MOVED = re.compile(r"^Day off \(substituted from (\d\d)/(\d\d)/(\d{4})\)$")


def main():
    folder = pathlib.Path(sys.argv[1])
    made_on = datetime.date.fromisoformat(sys.argv[2]) if len(sys.argv) > 2 else datetime.date.today()
    all_years = {country: {year: days(country, year, made_on) for year in YEARS} for country in COUNTRIES}
    if UNNAMED:
        sys.exit("no Chinese name; add to names.py:\n" + "\n".join(sorted(UNNAMED)))
    folder.mkdir(parents=True, exist_ok=True)
    for country, years in all_years.items():
        write(folder / f"{country}.json", country, {year: some for year, some in years.items() if some is not None})


def days(country, year, made_on):
    """The entries of a year by date; None where the package does not know the year."""
    if country == "CN":
        return china(year)
    known = holidays.country_holidays(country).__class__
    if year > known.end_year:
        return None
    found = {}
    for date, names in sorted(off(country, year).items()):
        entries = [named(country, name, date, made_on) for name in names.split("; ")]
        entries = [entry for entry in entries if entry is not None]
        if entries:
            found[date] = joined(date, entries)
    found |= worked(country, year)
    return [found[date] for date in sorted(found)]


def off(country, year):
    """What the package knows: date and names."""
    known = holidays.country_holidays(country).__class__
    asked = {"years": year, "subdiv": PART.get(country)}
    if "en_US" in known.supported_languages:
        asked["language"] = "en_US"
    found = dict(holidays.country_holidays(country, categories=CATEGORIES.get(country, ("public",)), **asked).items())
    if country in ALSO:
        for date, name in holidays.country_holidays(country, categories=("optional",), **asked).items():
            if SUFFIX.sub("", name) in ALSO[country]:
                found.setdefault(date, name)
    for when, name in BANKS_CLOSED.get(country, ()):
        day = datetime.date(year, *when) if isinstance(when, tuple) else easter(year) + datetime.timedelta(days=when)
        found.setdefault(day, name)
    if country in BY_STATES:
        states = [holidays.country_holidays(country, **asked | {"subdiv": state}) for state in known.subdivisions]
        for date, name in holidays.country_holidays(country, **asked | {"subdiv": BY_STATES[country]}).items():
            if date.weekday() < 5 and all(date in state for state in states):
                found.setdefault(date, name)
    return found


def worked(country, year):
    """Days of the weekend that are worked in exchange for a day off."""
    known = holidays.country_holidays(country, years=year, language="en_US")
    instead = {}
    for off_day, name in known.items():
        if moved := MOVED.match(name):
            month, day, of_year = map(int, moved.groups())
            instead[datetime.date(of_year, month, day)] = off_day
    return {
        date: {
            "date": date.isoformat(),
            "en": f"Worked instead of {instead[date]:%-d %b %Y}",
            "zh": f"补班\uff08{instead[date].year}年{instead[date].month}月{instead[date].day}日调休\uff09",
            "work": True,
        }
        for date in getattr(known, "weekend_workdays", ())
        if date.year == year
    }


def named(country, name, date, made_on):
    """English, Chinese, and whether the moon decides; None for what is no whole day off."""
    if "(from 2pm)" in name or (country, name) in NOT_OFF:
        return None
    if moved := MOVED.match(name):
        month, day, year = map(int, moved.groups())
        from_day = datetime.date(year, month, day)
        return f"Day off moved from {from_day:%-d %b %Y}", f"调休\uff08原{year}年{month}月{day}日\uff09", False
    estimated = "estimated" in name
    observed = "observed" in name or "in lieu" in name
    plain = SUFFIX.sub("", name)
    if plain.startswith("Alternative holiday for "):
        plain, observed = plain.removeprefix("Alternative holiday for "), True
    english, chinese = words(country, plain)
    if observed:
        english, chinese = f"{english} (observed)", f"{chinese}\uff08补假\uff09"
    sighted = plain in ISLAMIC and country not in CALCULATED
    return english, chinese, sighted and (estimated or (date > made_on and country not in FINAL))


def words(country, name):
    if (country, name) in OF_COUNTRY:
        return OF_COUNTRY[country, name]
    chinese = EVERYWHERE.get(name) or ISLAMIC.get(name)
    if chinese is None:
        UNNAMED.add(f"{country}: {name}")
        chinese = name
    return name, chinese


def joined(date, entries):
    """One entry for a day that has several names."""
    english = list(dict.fromkeys(entry[0] for entry in entries))
    chinese = list(dict.fromkeys(entry[1] for entry in entries))
    day = {"date": date.isoformat(), "en": " / ".join(english), "zh": "\u3001".join(chinese)}
    # A fixed day that Eid happens to meet is off in any case.
    if all(entry[2] for entry in entries):
        day["about"] = 1
    return day


def china(year):
    """As arranged by the State Council; before that the statutory days alone, without any shifted day."""
    statutory = dict(holidays.country_holidays("CN", years=year, language="en_US").items())
    arranged = {date: name for date, name in chinese_calendar.holidays.items() if date.year == year}
    if not arranged:
        kept = {date: name for date, name in statutory.items() if not SUFFIX.search(name) and not MOVED.match(name)}
        return [china_day(date, name) for date, name in sorted(kept.items())]
    missing = [date for date in statutory if date not in arranged]
    if missing:
        sys.exit(f"CN {year}: the two packages differ on {missing}")
    worked = {date: name for date, name in chinese_calendar.workdays.items() if date.year == year}
    entries = [china_day(date, name) for date, name in arranged.items()]
    entries += [china_day(date, name) | {"work": True} for date, name in worked.items()]
    return sorted(entries, key=lambda entry: entry["date"])


def china_day(date, name):
    pairs = [CHINA[part] for part in name.split("; ")]
    return {"date": date.isoformat(), "en": " / ".join(en for en, _ in pairs), "zh": "\u3001".join(zh for _, zh in pairs)}


def status(country, year):
    if country == "CN":
        return "published" if any(date.year == year for date in chinese_calendar.holidays) else "expected"
    return "published" if year <= IN_FORCE or (country, year) in ANNOUNCED else "expected"


def write(path, country, years):
    text = lambda value: json.dumps(value, ensure_ascii=False)
    lines = ["{", f'"country": {text(country)},']
    if country in NOTES:
        lines.append(f'"note": {text(NOTES[country])},')
    lines.append('"years": {')
    for number, (year, entries) in enumerate(years.items(), 1):
        last = "" if number == len(years) else ","
        about = f'"status": {text(status(country, year))}'
        if (country, year) in ANNOUNCED:
            about += f', "announced": {text(ANNOUNCED[country, year])}'
        lines.append(f'"{year}": {{{about}, "days": [')
        lines += [text(entry) + ("," if entry is not entries[-1] else "") for entry in entries]
        lines.append(f"]}}{last}")
    lines += ["}", "}"]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
