#!/usr/bin/env bash
# Makes every file in assets/holidays from two published packages. assets/holidays/README.md says what is in them.
#
#   packaging/holidays/make-holidays.sh [DAY]
#
# Hand-made changes in assets/holidays are overwritten: compare with `git diff` and put them back, or into the recipe.
# The same packages and DAY give the same bytes.
set -euo pipefail

here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
root="$(cd "$here/../.." && pwd)"

work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT

python3 -m venv "$work"
"$work/bin/pip" install --quiet holidays==0.109 chinesecalendar==1.11.0
"$work/bin/python" -B "$here/make_holidays.py" "$root/assets/holidays" "$@"
