#!/usr/bin/env bash
# Compares assets/holidays, 2026 to 2028, with two other packages for every country; assets/holidays/README.md explains the
# differences. Ends with 1 where one is not explained. Needs python3 and node.
#
#   packaging/holidays/check-holidays.sh
set -euo pipefail

here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
holidays="$(cd "$here/../.." && pwd)/assets/holidays"

work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT

python3 -m venv "$work/python"
"$work/python/bin/pip" install --quiet workalendar==17.0.0
npm install --silent --no-audit --no-fund --prefix "$work" date-holidays@3.37.0
cp "$here/date_holidays.js" "$work"
mapfile -t countries < <(cd "$holidays" && ls -- *.json | sed 's/\.json$//')
node "$work/date_holidays.js" "${countries[@]}" > "$work/days.json"
"$work/python/bin/python" -B "$here/compare_holidays.py" "$holidays" "$work/days.json"
