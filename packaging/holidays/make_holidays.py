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
    ("KR", 2027): "almanac of 2027 in the official gazette, 2026",
    ("MY", 2027): "list of the Prime Minister's Department for 2027 (HKA 2027), August 2026",
    ("PH", 2027): "Proclamation No. 1427 of September 2026",
    ("RU", 2027): "government decree on the days off of 2027, September 2026",
    ("SG", 2027): "Ministry of Manpower, public holidays of 2027",
    ("TW", 2027): "Directorate-General of Personnel Administration, office calendar of 2027, June 2026",
}

# Besides the national public holidays: whole days on which the country's banks are closed.
CATEGORIES = {country: ("public", "bank") for country in ("AR", "AT", "AU", "BE", "CL", "JP", "KR", "LK", "SE", "TH")}
CATEGORIES |= {country: ("public", "government") for country in ("CA", "EG", "ID")}
CATEGORIES |= {"HK": ("public", "optional"), "KE": ("public", "islamic")}
ALSO = {
    "BR": ("Carnival", "Corpus Christi"),
    "DK": ("Constitution Day", "Christmas Eve", "New Year's Eve"),
    "IE": ("Good Friday",),
    "IL": ("Purim", "Tisha B'Av"),
    "PT": ("Carnival",),
}
# The same where the package does not know it: days after Easter Sunday, or month and day. README.md names who says so.
BANKS_CLOSED = {
    "DE": (((12, 24), "Christmas Eve"), ((12, 31), "New Year's Eve")),
    "DK": ((40, "Friday after Ascension Day"),),
    "NO": (((12, 24), "Christmas Eve"),),
    "MX": ((-3, "Maundy Thursday"), (-2, "Good Friday"), ((11, 2), "All Souls' Day"), ((12, 12), "Bankers' Day")),
}
# The days that every state has are more than those of the package's national list: days in lieu are made by the states.
BY_STATES = {"AU": "NSW"}
# Where nothing nearly national exists, the calendar by which the country's banks settle payments.
PART = {"GB": "ENG", "CH": "ZH", "MY": "14"}
# The eve of these days is none on which banks work.
EVE = {"IL": ("Yom Kippur", "Eve of Yom Kippur")}
# A day that falls on one of these days of the week (0 is Monday) is made up on the next working day. In Ireland the banks
# do so, without a law that names the day; in Russia the Labour Code says so (article 112), but for January, which the
# government arranges; in Kenya the Monday is gazetted, as in 2019.
IN_LIEU = {
    "IE": ((5, 6), ("New Year's Day", "Saint Patrick's Day", "Christmas Day", "Saint Stephen's Day")),
    "KE": ((6,), ("Eid al-Adha",)),
    "RU": ((5, 6), ("Defender of the Fatherland Day", "International Women's Day", "Holiday of Spring and Labor",
                    "Victory Day", "Russia Day", "Unity Day")),
}
# In these years the government has arranged all days off.
ARRANGED = {("RU", year) for year in (2025, 2026, 2027)}
# Announced after the package was made: from which day to which.
MOVED_SINCE = {"LK": ((datetime.date(2026, 5, 2), datetime.date(2026, 5, 31)),)}
# Not days off, whatever the package says. (In Hong Kong the day in lieu of National Day is in the list already.)
NOT_OFF = {("TH", "National Children's Day"), ("HK", "The day following National Day")}
# Here the day is computed, not sighted.
CALCULATED = {"TR"}
# Here it is computed as well, and final once it is announced.
FINAL = {"SG"}

# What a plan by the calendar has to be told: the country has more days off than these, or fewer.
NOTES = {
    "AU": ("Only the holidays that all states share are in; the King's Birthday and Labour Day differ by state.",
           "仅含各州共同的假日；国王诞辰和劳动节各州不同，未列入。"),
    "CA": ("Holidays of the federal government and the banks; the provinces differ.",
           "按联邦政府和银行的假日；各省另有不同。"),
    "CH": ("Holidays of Zurich, where payments are settled; the cantons differ.",
           "按苏黎世（支付清算地）的假日；各州另有不同。"),
    "DE": ("Only the holidays that all states share are in; Epiphany, Corpus Christi, Reformation Day and All Saints' Day "
           "differ by state.",
           "仅含各州共同的假日；主显节、基督圣体节、宗教改革日和诸圣节各州不同，未列入。"),
    "ES": ("Only the holidays that all regions share are in; each has others.",
           "仅含全国共同的假日；各自治区另有假日，未列入。"),
    "GB": ("Bank holidays of England and Wales, by which payments are settled; Scotland and Northern Ireland differ.",
           "按英格兰和威尔士的银行假日（支付清算依据）；苏格兰和北爱尔兰不同。"),
    "IN": ("Holidays of the central government; the states add others and leave some out.",
           "按中央政府公布的假日；各邦另有增减。"),
    "MY": ("Holidays and weekend of Kuala Lumpur, where payments are settled. The states differ: Kelantan, Terengganu and Kedah "
           "rest on Friday and Saturday.",
           "按吉隆坡（支付清算地）的假日和周末；各州另有不同，吉兰丹、登嘉楼和吉打三州周五、周六休息。"),
    "UA": ("Under martial law public holidays are working days.", "戒严期间，公众假日照常上班。"),
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
        if country == "US" and date.weekday() == 4 and "(observed)" in names:
            continue  # Offices of the government alone: on the Friday before, the Federal Reserve settles payments.
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
    if country in EVE:
        feast, name = EVE[country]
        for date in [date for date, names in found.items() if feast in names.split("; ")]:
            found.setdefault(date - datetime.timedelta(days=1), name)
    if country in IN_LIEU and (country, year) not in ARRANGED:
        in_lieu(found, *IN_LIEU[country])
    for before, after in MOVED_SINCE.get(country, ()):
        if before in found:
            found[after] = found.pop(before)
    if country in BY_STATES:
        states = [holidays.country_holidays(country, **asked | {"subdiv": state}) for state in known.subdivisions]
        for date, name in holidays.country_holidays(country, **asked | {"subdiv": BY_STATES[country]}).items():
            if date.weekday() < 5 and all(date in state for state in states):
                found.setdefault(date, name)
    return found


def in_lieu(found, weekdays, names):
    """Adds the next working day for each of these that falls on one of the weekdays."""
    for date, name in sorted(found.items()):
        if SUFFIX.sub("", name) in names and date.weekday() in weekdays:
            free = date
            while free.weekday() >= 5 or free in found:
                free += datetime.timedelta(days=1)
            found[free] = f"{SUFFIX.sub('', name)} ({'observed, estimated' if 'estimated' in name else 'observed'})"


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
    """As arranged by the State Council; before that what the law itself says (article 6): the festival days, and a working
    day for each that falls on Saturday or Sunday. Days that are only shifted are not invented."""
    statutory = dict(holidays.country_holidays("CN", years=year, language="en_US").items())
    arranged = {date: name for date, name in chinese_calendar.holidays.items() if date.year == year}
    if not arranged:
        kept = {date: name for date, name in statutory.items() if not MOVED.match(name)}
        return [china_day(date, name) for date, name in sorted(kept.items())]
    missing = [date for date in statutory if date not in arranged]
    if missing:
        sys.exit(f"CN {year}: the two packages differ on {missing}")
    worked = {date: name for date, name in chinese_calendar.workdays.items() if date.year == year}
    entries = [china_day(date, name) for date, name in arranged.items()]
    entries += [china_day(date, name) | {"work": True} for date, name in worked.items()]
    return sorted(entries, key=lambda entry: entry["date"])


def china_day(date, name):
    pairs = [china_name(part) for part in name.split("; ")]
    return {"date": date.isoformat(), "en": " / ".join(en for en, _ in pairs), "zh": "\u3001".join(zh for _, zh in pairs)}


def china_name(name):
    english, chinese = CHINA[SUFFIX.sub("", name)]
    if SUFFIX.search(name):
        return f"{english} (observed)", f"{chinese}\uff08补假\uff09"
    return english, chinese


def status(country, year):
    if country == "CN":
        return "published" if any(date.year == year for date in chinese_calendar.holidays) else "expected"
    return "published" if year <= IN_FORCE or (country, year) in ANNOUNCED else "expected"


def write(path, country, years):
    text = lambda value: json.dumps(value, ensure_ascii=False)
    lines = ["{", f'"country": {text(country)},']
    if country in NOTES:
        english, chinese = NOTES[country]
        lines.append(f'"note": {{"en": {text(english)}, "zh": {text(chinese)}}},')
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
