#!/usr/bin/env bash
# chinese-days 1.5.7 (npm): a year that the State Council has not announced is answered as if it had no holidays.
#
# Expected: an error, or at least the festival days that the law fixes, as for the years that are announced.
# Seen:     isWorkday('2027-02-08'), the third day of the Spring Festival, is true; so is 2027-10-01, National Day. Nothing
#           tells the caller that the year is not known. A due date "on the next working day" lands on the festival.
# Beside:   chinesecalendar 1.11.0 (PyPI) raises NotImplementedError for the same day.
set -euo pipefail

work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
npm install --silent --no-audit --no-fund --prefix "$work" chinese-days@1.5.7
python3 -m venv "$work/python"
"$work/python/bin/pip" install --quiet chinesecalendar==1.11.0

seen="$(cd "$work" && node -e '
const days = require("chinese-days")
for (const day of ["2026-02-17", "2027-02-08", "2027-10-01"]) console.log(day, days.isWorkday(day))
')
$("$work/python/bin/python" -c '
import datetime, chinese_calendar
try:
    print(chinese_calendar.is_workday(datetime.date(2027, 2, 8)))
except NotImplementedError as why:
    print("NotImplementedError")
')"
expected="2026-02-17 false
2027-02-08 true
2027-10-01 true
NotImplementedError"

echo "$seen"
[ "$seen" = "$expected" ] || { echo "this has changed; it was:"; echo "$expected"; exit 1; }
