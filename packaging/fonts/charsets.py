"""Which characters the bundled fonts must have, by script and by national standard."""


def ranges(text):
    """'0020-007E 20AC' → the set of code points it names."""
    found = set()
    for part in text.split():
        first, _, last = part.partition("-")
        found.update(range(int(first, 16), int(last or first, 16) + 1))
    return found


def double_byte(codec, rows, columns):
    """Every character that a two-byte code page has in these rows and columns."""
    found = set()
    for row in rows:
        for column in columns:
            try:
                found.update(map(ord, bytes([row, column]).decode(codec)))
            except UnicodeDecodeError:
                pass
    return found


def gb2312():
    """All of GB 2312: 6763 hanzi, symbols, kana, Greek, Cyrillic."""
    return double_byte("gb2312", range(0xA1, 0xF8), range(0xA1, 0xFF))


def jis_level_1():
    """JIS X 0208 symbols, kana and level 1 kanji."""
    rows = [*range(0xA1, 0xA9), *range(0xB0, 0xD0)]
    return double_byte("euc_jp", rows, range(0xA1, 0xFF))


def big5_level_1():
    """The 5401 frequently used characters of Big5 (A440 to C67E)."""
    columns = [*range(0x40, 0x7F), *range(0xA1, 0xFF)]
    found = double_byte("big5", range(0xA4, 0xC6), columns)
    return found | double_byte("big5", [0xC6], range(0x40, 0x7F))


# Common in the names of people and companies of today, but not in GB 2312.
NAME_HANZI = set(map(ord, "喆堃玥珺祎旻晞暐炘烜焜珈珒珣琤瑀瑄瑢璟瓅甯眙祺禛禤稹竑筠昇镕頔翀翊犇骉淼垚垭塬湉溦滢煊熠燚玙玘"
                          "玢玦珅珮琇琎琬瑒璇璐璠璿甦畇皞睿砼禕竸粲綦翾芃芮苡茜荇莜菡萱葳蔚薇蘅虓袆诒赟逯郗鄢钰铖锳锴镔闫靓韡颀飏飖骁骞鑫髙龑"))

LATIN = ranges(
    "0020-007E 00A0-024F 0250-02FF 0300-036F 1E00-1EFF "  # Latin and Vietnamese, phonetic, combining
    "2000-206F 2070-209F 20A0-20C0 2100-214F 2150-218F "  # punctuation, super- and subscripts, currency, letterlike
    "0E3F FB00-FB06 FEFF FFFD"
)
GREEK = ranges("0370-03FF 1F00-1FFF")
CYRILLIC = ranges("0400-052F 1C80-1C88 2DE0-2DFF A640-A69F")
ARABIC = ranges("0020-0022 0027-003B 003D-003F 005B 005D 007B-007D 00A0 00AB 00BB 00D7 00F7 0600-06FF 0750-077F 08A0-08FF "
                "2000-200F 2010-2026 202A-202F 2066-2069 FB50-FDFF FE70-FEFC FD3E FD3F 25CC")

MATH = ranges("2190-21FF 2200-22FF 27E6-27EF 27F0-27FF")
TECHNICAL = ranges("21E6-21F0 2300-23FF 2460-2473 25A0-25FF 2600-266F 2690-26FF 2700-27BF 2B05-2B0D 2B50 2B55")

# Beyond the three national standards: punctuation, bopomofo, enclosed figures, unit squares (㎡ ㎏ ℃), vertical, small and
# full-width forms, half-width katakana.
CJK_SYMBOLS = ranges(
    "0020-007E 00A0-00FF 2010-2027 2030-205E 20AC 2100-213B 2150-218F 2190-2199 2460-24FF 2500-257F 2580-25FF 2600-266F "
    "2E80-2EF3 3000-303F 3041-3096 3099-30FF 3105-312F 31F0-31FF 3220-3247 3280-32B0 32D0-32FF 3300-33DF 33FF "
    "FE10-FE19 FE30-FE6B FF01-FF9F FFE0-FFE6"
)


def simplified_chinese():
    return gb2312() | jis_level_1() | big5_level_1() | NAME_HANZI | CJK_SYMBOLS


def han():
    """Every ideograph: those of the unified and compatibility blocks, and the Kangxi radicals that copied text often has."""
    return ranges("2F00-2FD5 3400-4DBF 4E00-9FFF F900-FAFF 20000-323AF")


# All syllables, which contain those of KS X 1001, and the letters they are made of.
HANGUL = ranges("3131-318E AC00-D7A3")

# What a shaper needs beside the letters of a script: spaces, brackets and dashes within a name, joiners, the circle that
# carries a lone mark, and the stops that several Indian scripts share.
SHARED = ranges("0020-0022 0026-0029 002B-002F 00A0 2010-2019 200C-200D 25CC 0964-0965")

# The scripts of one small font each, by the name of the Noto face that has it.
SCRIPTS = {
    "Arabic": ARABIC,
    "Armenian": ranges("0530-058F FB13-FB17") | SHARED,
    "Bengali": ranges("0980-09FF") | SHARED,
    "Devanagari": ranges("0900-097F A8E0-A8FF") | SHARED,
    "Ethiopic": ranges("1200-137F") | SHARED,
    "Georgian": ranges("10A0-10FF 1C90-1CBF 2D00-2D2F") | SHARED,
    "Gujarati": ranges("0A80-0AFF") | SHARED,
    "Gurmukhi": ranges("0A00-0A7F") | SHARED,
    "Hebrew": ranges("0590-05FF FB1D-FB4F") | SHARED,
    "Kannada": ranges("0C80-0CFF") | SHARED,
    "Khmer": ranges("1780-17FF 19E0-19FF") | SHARED,
    "Lao": ranges("0E80-0EFF") | SHARED,
    "Malayalam": ranges("0D00-0D7F") | SHARED,
    "Myanmar": ranges("1000-109F") | SHARED,
    "Sinhala": ranges("0D80-0DFF") | SHARED,
    "Tamil": ranges("0B80-0BFF") | SHARED,
    "Telugu": ranges("0C00-0C7F") | SHARED,
    "Thai": ranges("0E00-0E7F") | SHARED,
}
