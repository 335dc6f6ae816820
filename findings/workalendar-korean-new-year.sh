#!/usr/bin/env bash
# workalendar 17.0.0 (PyPI): Korea has China's Lunar New Year, also in the years in which its own is a day later.
#
# The new moon of February 2027 is at 15:56 UTC on the 6th: still the 6th in China, but 00:56 on the 7th in Korea. The same
# happens on 26 January 2028. Korea's holidays are 6 to 8 February 2027, with the 9th as substitute, and 26 to 28 January 2028.
# Seen:     SouthKorea().holidays(2027) has 5 to 7 February, 2028 has 25 to 27 January: Monday 8 February 2027 and Friday
#           28 January 2028 count as working days, Friday 5 February 2027 and Tuesday 25 January 2028 as days off.
# Beside:   holidays 0.109 (PyPI) has 6 to 9 February 2027 and 26 to 28 January 2028.
set -euo pipefail

work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work"
"$work/bin/pip" install --quiet workalendar==17.0.0 holidays==0.109

seen="$("$work/bin/python" -W ignore -c '
from workalendar.asia import SouthKorea
import holidays
for year in 2027, 2028:
    print("workalendar", *(day for day, name in SouthKorea().holidays(year) if name == "Korean New Year\u0027s Day"))
    known = holidays.KR(years=year, language="en_US")
    print("holidays   ", *(day for day, name in sorted(known.items()) if "Korean New Year" in name))
')"
expected="workalendar 2027-02-05 2027-02-06 2027-02-07
holidays    2027-02-06 2027-02-07 2027-02-08 2027-02-09
workalendar 2028-01-25 2028-01-26 2028-01-27
holidays    2028-01-26 2028-01-27 2028-01-28"

echo "$seen"
[ "$seen" = "$expected" ] || { echo "this has changed; it was:"; echo "$expected"; exit 1; }
