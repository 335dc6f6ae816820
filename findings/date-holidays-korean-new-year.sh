#!/usr/bin/env bash
# date-holidays 3.37.0 (npm): the three days of the Korean New Year begin on the day itself, not on the day before it.
#
# Korea is off on the day before the Lunar New Year, on the day, and on the day after it: 16 to 18 February 2026.
# Seen:     one holiday of three days from 17 to 19 February 2026: the 16th, a Monday, counts as a working day and the 19th as
#           a day off. The same in every year tried, 2025 to 2028.
# Beside:   holidays 0.109 (PyPI) has 16 to 18 February 2026.
set -euo pipefail

work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
npm install --silent --no-audit --no-fund --prefix "$work" date-holidays@3.37.0
python3 -m venv "$work/python"
"$work/python/bin/pip" install --quiet holidays==0.109

seen="$(cd "$work" && TZ=Asia/Seoul node -e '
const Holidays = require("date-holidays")
const korea = new Holidays("KR")
for (const day of ["2026-02-16", "2026-02-17", "2026-02-18", "2026-02-19"])
  console.log("date-holidays", day, !!korea.isHoliday(new Date(day + "T12:00:00+09:00")))
')
$("$work/python/bin/python" -c '
import holidays
korea = holidays.KR(years=2026)
for day in 16, 17, 18, 19:
    print("holidays     ", f"2026-02-{day}", str(f"2026-02-{day}" in korea).lower())
')"
expected="date-holidays 2026-02-16 false
date-holidays 2026-02-17 true
date-holidays 2026-02-18 true
date-holidays 2026-02-19 true
holidays      2026-02-16 true
holidays      2026-02-17 true
holidays      2026-02-18 true
holidays      2026-02-19 false"

echo "$seen"
[ "$seen" = "$expected" ] || { echo "this has changed; it was:"; echo "$expected"; exit 1; }
