#!/usr/bin/env bash
# Babel 2.17.0 (PyPI): an amount of four figures is grouped where its own data says that it is not.
#
# CLDR gives Spanish, Italian, Polish and European Portuguese a minimumGroupingDigits of 2: 3333,00 but 33.333,00.
# Expected: format_currency(3333, 'EUR', locale='es_ES') is 3333,00 €, as ICU (here: Node) writes it from the same data.
# Seen:     3.333,00 €, in all four languages. An invoice of Node and a payment schedule of Python for the same buyer do not
#           write the same amount alike, and a comparison of the two as texts fails for amounts from 1000 to 9999 only.
set -euo pipefail

work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work"
"$work/bin/pip" install --quiet babel==2.17.0

seen="$("$work/bin/python" -c '
from babel.numbers import format_currency
for locale in "es_ES", "it_IT", "pl_PL", "pt_PT":
    print("babel", locale, *(format_currency(n, "EUR", locale=locale).replace("\xa0", " ") for n in (3333, 33333)))
')
$(node -e '
for (const locale of ["es-ES", "it-IT", "pl-PL", "pt-PT"]) {
  const format = new Intl.NumberFormat(locale, { style: "currency", currency: "EUR" })
  console.log("icu  ", locale, ...[3333, 33333].map(n => format.format(n).replaceAll("\xa0", " ")))
}')"
expected="babel es_ES 3.333,00 € 33.333,00 €
babel it_IT 3.333,00 € 33.333,00 €
babel pl_PL 3 333,00 € 33 333,00 €
babel pt_PT 3 333,00 € 33 333,00 €
icu   es-ES 3333,00 € 33.333,00 €
icu   it-IT 3333,00 € 33.333,00 €
icu   pl-PL 3333,00 € 33 333,00 €
icu   pt-PT 3333,00 € 33 333,00 €"

echo "$seen"
[ "$seen" = "$expected" ] || { echo "this has changed; it was:"; echo "$expected"; exit 1; }
