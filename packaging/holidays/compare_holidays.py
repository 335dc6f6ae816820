"""Compares assets/holidays with the packages `workalendar` and `date-holidays`, 2026 to 2028, working days only.

Usage: compare_holidays.py FOLDER DATE_HOLIDAYS.json

Writes every date that one of the packages sees otherwise, with the rule of assets/holidays/README.md that explains it; ends
with 1 where a difference has no rule, or where a rule explains nothing any more.
"""

import datetime
import json
import pathlib
import re
import sys
import warnings

from differences import CLASSES, RULES

YEARS = (2026, 2027, 2028)
WEEKENDS = {"AE": (5, 6), "SA": (4, 5), "EG": (4, 5), "IL": (4, 5), "BD": (4, 5)}


def main():
    folder, other = pathlib.Path(sys.argv[1]), json.loads(pathlib.Path(sys.argv[2]).read_text(encoding="utf-8"))
    used, unexplained, counted = set(), 0, 0
    for path in sorted(folder.glob("*.json")):
        country = path.stem
        ours = from_file(path)
        for package, theirs in (("workalendar", from_workalendar(country)), ("date-holidays", other.get(country))):
            if theirs is None:
                print(f"{country} {package}: does not have the country")
                continue
            theirs = {datetime.date.fromisoformat(str(day)): name for day, name in theirs.items()}
            for date in sorted(ours.keys() ^ theirs.keys()):
                if date.year not in years_of(path) or date.weekday() in WEEKENDS.get(country, (5, 6)):
                    continue
                rule = explained(country, "ours", ours[date]) if date in ours else explained(country, "theirs", theirs[date])
                used.add(rule)
                unexplained += rule is None
                counted += 1
                said = f"off: {ours[date]}" if date in ours else f"works; {package} has {theirs[date]}"
                print(f"{country} {date:%Y-%m-%d %a} {package}: {said} [{rule or 'NOT EXPLAINED'}]")
    stale = {rule for rule, *_ in RULES} - used
    print(f"{counted} differences, {unexplained} not explained, rules without use: {sorted(stale) or 'none'}")
    sys.exit(1 if unexplained or stale else 0)


def years_of(path):
    return {int(year) for year in json.loads(path.read_text(encoding="utf-8"))["years"]} & set(YEARS)


def from_file(path):
    years = json.loads(path.read_text(encoding="utf-8"))["years"]
    days = [day for year in years.values() for day in year["days"] if not day.get("work")]
    return {datetime.date.fromisoformat(day["date"]): day["en"] for day in days}


def from_workalendar(country):
    from workalendar.registry import registry

    found = registry.get(CLASSES.get(country, country))
    if found is None:
        return None
    days = {}
    for year in YEARS:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            try:
                days |= dict(found().holidays(year))
            except Exception as why:
                print(f"{country} workalendar: knows no {year} ({type(why).__name__})")
                return None
    return days


def explained(country, side, name):
    for rule, countries, of, names in RULES:
        if country in countries.split() and side == of and re.search(names, name):
            return rule
    return None


if __name__ == "__main__":
    main()
