#!/usr/bin/env bash
# pypdf 6.4.0 (PyPI): names in Devanagari come out of a PDF with syllables doubled, or with control characters in them.
#
# A syllable of Hindi is often several glyphs in another order than its letters, so a PDF gives its text beside it
# (ActualText, ISO 32000-1, 14.9.4). Typst 0.15.2 writes it so, and pdftotext of poppler reads it.
# Expected: extract_text() of a page that says हिन्दुस्तान is हिन्दुस्तान.
# Seen:     with the spaces that it puts between them taken out, हिहिन्दुस्तातान from a file by the rules of PDF/UA-1, and U+0002 and
#           U+0007 within the name from a plain PDF 1.7: ActualText is not looked at. A buyer's name that is taken from an
#           invoice in this way matches no record of that buyer.
set -euo pipefail

work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/python"
"$work/python/bin/pip" install --quiet typst==0.15.2 pypdf==6.4.0
npm install --silent --no-audit --no-fund --prefix "$work" @expo-google-fonts/noto-sans-devanagari@0.4.1

seen="$(cd "$work" && python/bin/python -c '
import glob, os, pypdf, typst
open("name.typ", "w").write("""#set document(title: "name")
#set text(font: "Noto Sans Devanagari", lang: "hi", fallback: false)
= हिन्दुस्तान
""")
fonts = os.path.dirname(glob.glob("node_modules/@expo-google-fonts/noto-sans-devanagari/400*/*.ttf")[0])
for standard in "1.7", "ua-1":
    typst.compile("name.typ", output="name.pdf", font_paths=[fonts], ignore_system_fonts=True, pdf_standards=standard)
    read = pypdf.PdfReader("name.pdf").pages[0].extract_text().split("\n")[0]
    print(standard, repr("".join(read.split(" "))))
')"
expected="1.7 'हि\\x02न्दुस्ता\\x07न'
ua-1 'हिहिन्दुस्तातान'"

echo "$seen"
[ "$seen" = "$expected" ] || { echo "this has changed; it was:"; echo "$expected"; exit 1; }
