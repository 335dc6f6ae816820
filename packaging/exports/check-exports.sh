#!/usr/bin/env bash
# Opens what Icebreak exports in the programs of the receiving side, and ends with 1 where one of them reads something else:
# LibreOffice, khal, three libraries for calendars, three readers of PDF. The names are in the scripts of the world.
#
#   packaging/exports/check-exports.sh             builds Icebreak first
#   packaging/exports/check-exports.sh PROGRAM     tries this one
#
# Needs LibreOffice Calc (soffice), pdftotext of poppler, python3 and node.
set -euo pipefail

here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
root="$(cd "$here/../.." && pwd)"

if [[ $# -gt 0 ]]; then
    program="$(realpath "$1")"
else
    (cd "$root" && cargo build --locked --quiet)
    program="$root/target/debug/icebreak"
fi

work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT

python3 -m venv "$work/python"
"$work/python/bin/pip" install --quiet icalendar==7.3.2 khal==0.14.1 openpyxl==3.1.5 pymupdf==2.0 pypdfium2==5.15.2
npm install --silent --no-audit --no-fund --prefix "$work" ical.js@2.2.1 node-ical@0.26.1
cp "$here/read_calendar.js" "$work"

cd "$work"
PATH="$work/python/bin:$PATH" python -B "$here/check_exports.py" "$program" "$work"
