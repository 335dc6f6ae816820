"""Fails when a character that Icebreak needs is in none of the bundled fonts: check_fonts.py FONTS_DIR."""

import gzip
import io
import sys
from pathlib import Path

from fontTools.ttLib import TTFont

import charsets

# The order in which the program falls back.
REGULAR = ["NotoSans-Regular.ttf", "NotoSansExtra-Regular.ttf", "NotoSansSC-Regular.otf", "Phosphor.ttf"]
BOLD = ["NotoSans-Bold.ttf", "NotoSansExtra-Regular.ttf", "NotoSansSC-Bold.otf", "Phosphor.ttf"]
OTHERS = ["Phosphor-Fill.ttf"]
# Compressed, for both weights.
PACKED = ["NotoSansHan-Regular.otf.gz", "NotoSansKR-Regular.otf.gz",
          *(f"NotoSans{script}-Regular.ttf.gz" for script in charsets.SCRIPTS)]

NEEDED = {
    "ASCII": charsets.ranges("0020-007E"),
    "GB 2312": charsets.gb2312(),
    "JIS level 1 and kana": charsets.jis_level_1(),
    "Big5 level 1": charsets.big5_level_1(),
    "currency signs": set(map(ord, "€£¥₹₽₫₩₺₪฿₴₸₦₱₡₲₵₼₾$¢¤")),
    "German": set(map(ord, "ÄÖÜäöüßẞ„“‚‘")),
    "French, Spanish, Portuguese, Polish, Czech, Turkish, Romanian": set(map(ord,
        "ÀÂÆÇÉÈÊËÎÏÔŒÙÛŸàâæçéèêëîïôœùûÿÑñ¿¡ÃÕãõĄĆĘŁŃÓŚŹŻąćęłńóśźżČĎĚŇŘŠŤŮŽčďěňřšťůžĞİŞğışȘȚșțĂă")),
    "Vietnamese": charsets.ranges("1EA0-1EF9") | set(map(ord, "ĂăÂâĐđÊêÔôƠơƯư")),
    "Greek": charsets.ranges("0386 0388-038A 038C 038E-03A1 03A3-03CE"),
    "Cyrillic": charsets.ranges("0400-045F 0490-0491 04E8-04E9 04AE-04AF"),
    "Arabic letters": charsets.ranges("060C 061B 061F 0621-063A 0640-0652 0660-0669 067E 0686 0698 06A9 06AF 06CC 06F0-06F9"),
    "kana": charsets.ranges("3041-3096 30A1-30FC"),
    "angle brackets": {0x27E8, 0x27E9},
    "typography": set(map(ord, "–—…“”‘’„‚«»•·×−±≤≥≈→←↑↓✓⌃⏎⌘⌥⇧%‰№™®°½²³")),
    "circled figures": charsets.ranges("2460-2469"),
    "Chinese punctuation": charsets.ranges("00B7 2014 2018 2019 201C 201D 2026 3001-3002 3008-3011 3014-3015 FF01-FF5E FFE5"),
    "units": set(map(ord, "㎡㎏㎜㎝℃µμ")),
    "key caps of egui": set(map(ord, "⏴⏵⏶⏷⌃⌥⇧⌘⟲")),
    "KS X 1001": charsets.double_byte("euc_kr", range(0xB0, 0xC9), range(0xA1, 0xFF)),
    "Big5 with Hong Kong's names": charsets.double_byte("big5hkscs", range(0x87, 0xFF), [*range(0x40, 0x7F), *range(0xA1, 0xFF)])
        & charsets.han(),
    "JIS X 0208": charsets.double_byte("euc_jp", range(0xB0, 0xF5), range(0xA1, 0xFF)),
    "GBK": charsets.double_byte("gbk", range(0x81, 0xFE), [*range(0x40, 0x7F), *range(0x80, 0xFF)]) & charsets.han(),
    "rare names": set(map(ord, "凃鍼燊﨑嘅佢咗哋㵅龘𠮷⾦⼝⾏")),
    "scripts": set(map(ord, "אשת กขไ अकह অকহ აბჰ ԱաՖ ગુજ ਪੰਜ தமி తెల ಕನ್ മലയ සිං ລາວ ខ្ម မြန አማር".replace(" ", ""))),
    "pictures in the drafts of the design": set(map(ord, "●◐◔▾❄⌕☑★☆")),
}


def opened(path):
    packed = path.suffix == ".gz"
    return TTFont(io.BytesIO(gzip.decompress(path.read_bytes())) if packed else path, lazy=True)


def characters(folder, names):
    return set().union(*(opened(folder / name).getBestCmap() for name in names))


def main(folder):
    print(f"{'file':32}{'bytes':>10}{'glyphs':>8}{'characters':>12}")
    for name in dict.fromkeys([*REGULAR, *BOLD, *OTHERS, *PACKED]):
        font = opened(folder / name)
        print(f"{name:32}{(folder / name).stat().st_size:>10}{font['maxp'].numGlyphs:>8}{len(font.getBestCmap()):>12}")

    missing = False
    for chain in (REGULAR, BOLD):
        have = characters(folder, [*chain, *PACKED])
        for what, needed in NEEDED.items():
            lost = sorted(needed - have)
            if lost:
                missing = True
                print(f"{chain[0]} and its fallbacks lack {what}: {' '.join(f'{chr(c)} U+{c:04X}' for c in lost)}")

    for weight in ("Regular", "Bold"):
        font = TTFont(folder / f"NotoSans-{weight}.ttf", lazy=True)
        cmap, widths = font.getBestCmap(), font["hmtx"]
        figures = {widths[cmap[ord(figure)]][0] for figure in "0123456789"}
        if len(figures) != 1:
            missing = True
            print(f"NotoSans-{weight}.ttf: the figures are not all of one width: {figures}")
    if missing:
        sys.exit(1)
    print("Every needed character is there; figures are of one width.")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
