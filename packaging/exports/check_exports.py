"""Exports deals and plans, and reads each file with programs of others: check_exports.py PROGRAM FOLDER.

Says what it saw, one line a kind of file; ends with 1 where a program reads something else than what was exported.
"""

import csv
import datetime
import hashlib
import json
import pathlib
import re
import subprocess
import sys
import unicodedata

import icalendar
import openpyxl
import pymupdf
import pypdfium2

PROGRAM, WORK = sys.argv[1], pathlib.Path(sys.argv[2])

# A company in each script, with the country and language it is written to in.
NAMES = [
    ("Łódź Ægir Šîmůnková & Ñandú S.à r.l.", "PL", "pl"),
    ("Công ty TNHH Thương mại Nguyễn Hữu Đức", "VN", "vi"),
    ("ООО «Щёлково-Торг» Ђорђевић Їжак", "RU", "ru"),
    ("Ελληνική Εμπορική Εταιρεία ΑΕ", "GR", "en"),
    ("대한무역 주식회사 뷁쀍", "KR", "ko"),
    ("凃鍼燊嘅貿易股份有限公司", "TW", "zh-Hant"),
    ("⾦⼝⾵貿易有限公司", "HK", "en"),
    ("金口風貿易 㵅龘𠮷科技", "CN", "zh"),
    ("﨑山髙橋商事株式会社", "JP", "ja"),
    ("شركة النور للتجارة", "AE", "ar"),
    ("شرکت بازرگانی پارسیان", "IR", "en"),
    ("חברת שולחן בע״מ", "IL", "en"),
    ("บริษัท สยามน้ำทิพย์ จำกัด", "TH", "en"),
    ("हिन्दुस्तान क्षेत्र प्राइवेट लिमिटेड", "IN", "en"),
    ("বাংলাদেশ ট্রেডিং কোম্পানি", "BD", "en"),
    ("ქართული სავაჭრო კომპანია", "GE", "en"),
    ("Հայկական Առևտուր ՍՊԸ", "AM", "en"),
    ("தமிழ் வர்த்தகம்", "LK", "en"),
    ("የኢትዮጵያ ንግድ", "ET", "en"),
]

IN_PARTS = {"start": "2026-12-01", "deposit": "30%", "parts": 3, "balance_parts": 1, "every": "1m", "odd": "last"}
BY_DOCUMENTS = {"start": "2026-12-01", "lines": [{"line": "30%@+0d", "label": "deposit"}, {"line": "70%@bl-copy", "label": "balance"}]}
HALVES = {"start": "2026-12-01", "lines": [{"line": "50%@+0d", "label": "deposit"}, {"line": "rest@+45d", "label": "balance"}]}
PLANS = [(IN_PARTS, "USD", "10000.01"), (HALVES, "JPY", "1250001"), (IN_PARTS, "KWD", "3333.335"), (BY_DOCUMENTS, "EUR", "41333.40")]

# So many that a table of them takes several pages.
OTHERS = 150

failed = []


def check(holds, what):
    if not holds:
        failed.append(what)
        print(f"WRONG: {what}")


def run(*command, **more):
    done = subprocess.run([str(part) for part in command], capture_output=True, text=True, **more)
    if done.returncode:
        sys.exit(f"{command}: {done.stdout}{done.stderr}")
    return done.stdout


def deal(number, name, country, language, paid):
    terms, currency, total = PLANS[number % len(PLANS)]
    plan = {"terms": {"total": f"{currency} {total}", **terms, "shift": "none", "weekend": "sat,sun"}, "payments": []}
    if paid and terms is IN_PARTS:
        digits = len(total.partition(".")[2])
        plan["payments"].append({"on": "2026-11-30", "money": f"{currency} {float(total) / 10:.{digits}f}"})
    return {"id": f"deal-{number}", "buyer": {"company": name, "country": country, "language": language},
            "contacts": [{"name": name.split()[0]}], "product": "Lamps", "stage": "deposit", "notes": name,
            "agreed": {"pi": f"PI-{number}", "currency": currency, "amount": total}, "summary": {}, "plan": plan}


def document(path, paid):
    """A document as Icebreak saves it: its checksum is of the text before and after the digits."""
    names = [*NAMES, *((f"Buyer {number}", "DE", "en") for number in range(OTHERS))]
    deals = [deal(number, *name, paid) for number, name in enumerate(names)]
    # What is not given is as in a new document.
    run(PROGRAM, "sample", path)
    whole = json.loads(path.read_text(encoding="utf-8"))
    whole["deals"] = {one["id"]: one for one in deals}
    whole["checksum"] = "sha256:" + "0" * 64
    text = json.dumps(whole, ensure_ascii=False)
    at = text.index("sha256:") + len("sha256:")
    before, after = text[:at], text[at + 64:]
    path.write_text(before + hashlib.sha256((before + after).encode()).hexdigest() + after, encoding="utf-8")
    return {one["id"]: one for one in deals}


def export(source, to, deal=None):
    to = WORK / to
    run(PROGRAM, "export", source, "--to", to, *(["--deal", deal] if deal else []))
    return to


def converted(path, kind, folder, *filters):
    """The file as LibreOffice writes it again."""
    run("soffice", "--headless", f"-env:UserInstallation=file://{WORK}/office", *filters, "--convert-to", kind,
        "--outdir", WORK / folder, path)
    return WORK / folder / f"{path.stem}.{kind.split(':')[0]}"


def cells(path, computed=True):
    sheet = openpyxl.load_workbook(path, data_only=computed).worksheets[0]
    return {(cell.row, cell.column): cell.value for row in sheet.iter_rows() for cell in row if cell.value is not None}


def check_deals(source, deals):
    workbook = export(source, "deals.xlsx")
    names = sorted(one["buyer"]["company"] for one in deals.values())
    paper = pymupdf.open(converted(workbook, "pdf", "printed"))
    for number, page in enumerate(paper, 1):
        text = page.get_text()
        check(page.rect.width > page.rect.height, f"deals.xlsx: page {number} is not landscape")
        check("buyer" in text and "tags" in text, f"deals.xlsx: page {number} has not the whole header")
    # A sheet that is wider than a page would have pages without the first column.
    rows = sum(page.get_text().count("Buyer ") for page in paper) // 2
    check(len(paper) > 1 and rows >= OTHERS // 2, f"deals.xlsx: {len(paper)} pages")
    sizes = {round(span["size"], 1) for block in paper[0].get_text("dict")["blocks"]
             for line in block.get("lines", []) for span in line["spans"]}
    print(f"deals.xlsx in LibreOffice: {len(paper)} pages, one wide, header on each, letters of {min(sizes)} points")

    read = cells(converted(workbook, "xlsx", "again"))
    check(read == cells(workbook), "deals.xlsx: LibreOffice saves other cells")
    check(sorted(value for (row, column), value in read.items() if column == 1 and row > 1) == names, "deals.xlsx: names")

    table = export(source, "deals.csv")
    read = cells(converted(table, "xlsx", "table", "--infilter=CSV:44,34,76,1"))
    first = sorted(value for (row, column), value in read.items() if column == 1 and row > 1)
    check(first == names, "deals.csv: names in LibreOffice")
    with table.open(encoding="utf-8-sig", newline="") as file:
        check(sorted(row["buyer"] for row in csv.DictReader(file)) == names, "deals.csv: names in Python")
    print(f"deals.csv in LibreOffice and Python: {len(first)} deals")


def check_plan_workbook(source, one):
    """Without the results that Icebreak wrote, LibreOffice computes the same ones."""
    path = export(source, f"{one['id']}.plan.xlsx", one["id"])
    bare = WORK / "bare" / path.name
    bare.parent.mkdir(exist_ok=True)
    openpyxl.load_workbook(path).save(bare)
    formulas = {place for place, value in cells(path, computed=False).items() if str(value).startswith("=")}
    ours, theirs = cells(path), cells(converted(bare, "xlsx", "computed"))
    for place in ours.keys() | theirs.keys():
        mine, other = ours.get(place), theirs.get(place)
        both_numbers = all(isinstance(value, (int, float)) for value in (mine, other))
        same = abs(mine - other) < 1e-9 if both_numbers else (mine or None) == (other or None)
        check(same, f"{path.name} {place}: {mine!r}, LibreOffice computes {other!r}")
    return len(formulas)


def check_plan_table(source, one):
    path = export(source, f"{one['id']}.plan.csv", one["id"])
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    read = cells(converted(path, "xlsx", "tables", "--infilter=CSV:44,34,76,1"))
    check(len(rows) == max(row for row, _ in read), f"{path.name}: rows in LibreOffice")
    check(rows[0] == [read.get((1, column + 1)) for column in range(len(rows[0]))], f"{path.name}: header in LibreOffice")


def entries(path):
    """What Python's icalendar sees; alarms in hours from the start."""
    calendar = icalendar.Calendar.from_ical(path.read_bytes())
    return [{
        "uid": str(event["UID"]), "on": event.decoded("DTSTART").isoformat(), "summary": str(event["SUMMARY"]),
        "whole_day": not isinstance(event.decoded("DTSTART"), datetime.datetime), "sequence": int(event["SEQUENCE"]),
        "cancelled": event.get("STATUS") == "CANCELLED", "made": event.decoded("DTSTAMP"),
        "alarms": sorted(alarm.decoded("TRIGGER").total_seconds() / 3600 for alarm in event.walk("VALARM")),
    } for event in calendar.walk("VEVENT")]


def check_calendar(path):
    seen = entries(path)
    others = json.loads(run("node", WORK / "read_calendar.js", path))
    for library, read in others.items():
        for mine, other in zip(seen, read, strict=True):
            for field in ("uid", "on", "summary", "whole_day", "sequence", "cancelled"):
                check(mine[field] == other[field], f"{path.name}: {library} reads {field} {other[field]!r}, not {mine[field]!r}")
            # One of them gives the hours, the other the number.
            alarms = sorted(other["alarms"]) if isinstance(other["alarms"], list) else other["alarms"]
            check(alarms in (mine["alarms"], len(mine["alarms"])), f"{path.name}: {library} reads alarms {alarms}")
    for entry in seen:
        check(entry["whole_day"], f"{path.name}: {entry['uid']} is not of the whole day")
        check(entry["alarms"] == ([] if entry["cancelled"] else [-63, -15]), f"{path.name}: alarms at {entry['alarms']}")
    return seen


def check_calendars(before, after, deals):
    """The buyer imports a calendar, pays, and imports the next one."""
    config = WORK / "khal.conf"
    config.write_text(f"[calendars]\n[[buyer]]\npath = {WORK}/khal/\n[locale]\ndateformat = %Y-%m-%d\nlongdateformat = %Y-%m-%d\n"
                      "datetimeformat = %Y-%m-%d %H:%M\nlongdatetimeformat = %Y-%m-%d %H:%M\ntimeformat = %H:%M\n"
                      f"[sqlite]\npath = {WORK}/khal.db\n", encoding="utf-8")
    (WORK / "khal").mkdir()
    kept, cancelled = {}, 0
    for one in deals:
        first, second = (export(source, f"{one['id']}-{when}.ics", one["id"]) for source, when in ((before, "before"), (after, "after")))
        old = {entry["uid"]: entry for entry in check_calendar(first)}
        for entry in check_calendar(second):
            known = old.get(entry["uid"])
            check(known, f"{second.name}: {entry['uid']} is new")
            check(known and (known["sequence"], known["made"]) <= (entry["sequence"], entry["made"]), f"{second.name}: an older version")
            cancelled += entry["cancelled"]
            kept[entry["uid"]] = entry
        for path in (first, second):
            run("khal", "-c", config, "import", "--batch", "-a", "buyer", path)
    files = [icalendar.Calendar.from_ical(path.read_bytes()) for path in sorted((WORK / "khal").glob("*.ics"))]
    held = {str(event["UID"]): event for file in files for event in file.walk("VEVENT")}
    check(held.keys() == kept.keys(), f"khal holds {len(held)} entries, not {len(kept)}")
    for uid, event in held.items():
        check((event.get("STATUS") == "CANCELLED") == kept[uid]["cancelled"], f"khal: {uid} is {event.get('STATUS')}")
        check(bool(event.walk("VALARM")) != kept[uid]["cancelled"], f"khal: alarms of {uid}")
    listed = run("khal", "-c", config, "list", "--format", "{title}", "2026-12-01", "365d")
    for entry in kept.values():
        check(entry["summary"] in listed, f"khal does not list {entry['summary']}")
    print(f"calendars in icalendar, ical.js, node-ical and khal: {len(kept)} entries, {cancelled} of them cancelled")


def plain(text):
    """Without what readers put between letters: spaces, and marks of direction."""
    return re.sub(r"[\s\u200b-\u200f\u202a-\u202e\u2066-\u2069]+", "", unicodedata.normalize("NFC", text))


def check_paper(source, one):
    path = export(source, f"{one['id']}.pdf", one["id"])
    # A radical of Kangxi is drawn as the character that it looks like.
    name = re.sub("[\u2f00-\u2fd5]", lambda radical: unicodedata.normalize("NFKC", radical[0]), one["buyer"]["company"])
    with pypdfium2.PdfDocument(path) as paper:
        texts = {"pdftotext": run("pdftotext", path, "-"), "pdfium": paper[0].get_textpage().get_text_range(),
                 "MuPDF": pymupdf.open(path)[0].get_text()}
    readers = [reader for reader, text in texts.items() if plain(name) in plain(text)]
    check(len(readers) >= 2, f"{path.name}: {name} is read by {readers or 'nobody'}")
    if len(readers) < len(texts):
        print(f"  {name}: read by {' and '.join(readers)} only")


def check_pack(source, one):
    path = export(source, f"{one['id']}.pack.json", one["id"])
    other = WORK / f"{one['id']}-received.json"
    run(PROGRAM, "import", path, "--into", other)
    received = list(json.loads(other.read_text(encoding="utf-8"))["deals"].values())
    told = [(deal["buyer"]["company"], {"payments": [], **deal["plan"]}) for deal in received]
    check(told == [(one["buyer"]["company"], one["plan"])], f"{path.name}: another deal comes back")


def main():
    before, after = WORK / "before.json", WORK / "after.json"
    document(before, paid=False)
    deals = document(after, paid=True)
    named = list(deals.values())[: len(NAMES)]
    check_deals(after, deals)
    formulas = [check_plan_workbook(after, one) for one in named[: 2 * len(PLANS)]]
    check(all(formulas), "a plan's workbook has no formula")
    print(f"plans as .xlsx in LibreOffice: {len(formulas)}, {sum(formulas)} formulas computed again")
    for one in named[: len(PLANS)]:
        check_plan_table(after, one)
    print(f"plans as .csv in LibreOffice and Python: {len(PLANS)}")
    check_calendars(before, after, named)
    for one in named:
        check_paper(after, one)
        check_pack(after, one)
    print(f"papers in pdftotext, pdfium and MuPDF: {len(named)}, each name read by two of them; packs read again: {len(named)}")
    print(f"{len(failed)} wrong")
    sys.exit(bool(failed))


if __name__ == "__main__":
    main()
