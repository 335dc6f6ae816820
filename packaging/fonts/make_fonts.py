"""Cuts the bundled fonts out of the packages: make_fonts.py NOTO_DIR CJK_DIR PHOSPHOR_DIR ASSETS_DIR."""

import gzip
import io
import re
import sys
import tempfile
from pathlib import Path

from fontTools import merge, subset
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont, newTable
from fontTools.ttLib.tables.ttProgram import Program

import charsets

# Shaping that egui asks for by itself. No ligatures: every letter keeps its own place under the cursor.
LATIN_FEATURES = ["ccmp", "kern", "mark", "mkmk"]
ARABIC_FEATURES = [*LATIN_FEATURES, "init", "medi", "fina", "isol", "rlig"]
# Letters of these scripts are only right with everything their font has.
ALL_FEATURES = ["*"]

# Noto Sans leads every chain. The others take over its line so that all baselines agree: egui centres each face's own
# line in the row, which would otherwise set Chinese a twentieth of an em lower than the Latin beside it.
ASCENT, DESCENT = 1069, -293


def cut(source, unicodes, features=(), number=-1, hinting=True):
    """A copy of the font with these characters only."""
    options = subset.Options()
    options.layout_features = list(features)
    options.hinting = hinting
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14]
    options.drop_tables += ["DSIG", "BASE", "VORG", "vhea", "vmtx"]
    options.notdef_outline = True
    options.font_number = number
    font = subset.load_font(str(source), options)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=unicodes)
    subsetter.subset(font)
    if not features:
        for tag in ("GDEF", "GPOS", "GSUB"):
            if tag in font:
                del font[tag]
    return font


def same_line(font):
    """Give the font Noto Sans's line, in its own units."""
    unit = font["head"].unitsPerEm / 1000
    font["hhea"].ascent = font["OS/2"].sTypoAscender = round(ASCENT * unit)
    font["hhea"].descent = font["OS/2"].sTypoDescender = round(DESCENT * unit)
    font["hhea"].lineGap = font["OS/2"].sTypoLineGap = 0


def leave_unhinted(font):
    """Without any program the automatic hinter would bend pictures; an empty one keeps it away."""
    program = Program()
    program.fromAssembly(["PUSHW[ ]", "511", "SCANCTRL[ ]", "PUSHB[ ]", "4", "SCANTYPE[ ]"])
    font["prep"] = newTable("prep")
    font["prep"].program = program
    font["maxp"].maxStackElements = max(font["maxp"].maxStackElements, 2)


def add_minus(font):
    """Noto Sans has + and ± but no − (U+2212): draw the bar of its own plus sign, hinted onto whole pixels."""
    cmap = font.getBestCmap()
    plus = font["glyf"][cmap[ord("+")]]
    xs, ys = zip(*plus.coordinates)
    middle = sorted(set(ys))[1:-1]
    left, right, bottom, top = min(xs), max(xs), min(middle), max(middle)
    pen = TTGlyphPen(None)
    pen.moveTo((left, bottom))
    pen.lineTo((left, top))
    pen.lineTo((right, top))
    pen.lineTo((right, bottom))
    pen.closePath()
    glyph = pen.glyph()
    glyph.program = Program()
    glyph.program.fromAssembly(
        ["SVTCA[0]", "PUSHB[ ]", "0", "MDAP[1]", "PUSHB[ ]", "1", "MDRP[01101]", "IUP[0]"]
    )
    glyph.recalcBounds(None)
    font.setGlyphOrder([*font.getGlyphOrder(), "minus"])
    font["glyf"].glyphs["minus"] = glyph
    font["glyf"].glyphOrder = font.getGlyphOrder()
    font["hmtx"]["minus"] = (font["hmtx"][cmap[ord("+")]][0], left)
    for table in font["cmap"].tables:
        if table.isUnicode():
            table.cmap[0x2212] = "minus"


def extra(noto):
    """Arrows, mathematics, key caps, ⟨ ⟩ and ฿ in one small font, each from the Noto face that has it."""
    wanted = [
        ("NotoSansMath-Regular.ttf", charsets.MATH),
        ("NotoSansSymbols2-Regular.ttf", charsets.TECHNICAL),
        ("NotoSansSymbols-Regular.ttf", charsets.TECHNICAL | charsets.MATH),
        ("NotoSansThai-Regular.ttf", {0x0E3F}),
    ]
    have = set(TTFont(noto / "NotoSans-Regular.ttf", lazy=True).getBestCmap())
    with tempfile.TemporaryDirectory() as folder:
        parts = []
        for name, unicodes in wanted:
            mine = (unicodes & set(TTFont(noto / name, lazy=True).getBestCmap())) - have
            have |= mine
            part = cut(noto / name, mine, hinting=False)
            parts.append(str(Path(folder) / name))
            part.save(parts[-1])
        font = merge.Merger().merge(parts)
    font["head"].created = font["head"].modified = TTFont(noto / "NotoSansMath-Regular.ttf")["head"].modified
    font.recalcTimestamp = False
    for number, text in {1: "Noto Sans Extra", 3: "Noto Sans Extra Regular", 4: "Noto Sans Extra Regular",
                         6: "NotoSansExtra-Regular"}.items():
        for record in [r for r in font["name"].names if r.nameID == number]:
            font["name"].setName(text, number, record.platformID, record.platEncID, record.langID)
    for tag in ("GDEF", "GPOS", "GSUB"):
        if tag in font:
            del font[tag]
    return font


def pack_scripts(noto, collection, fonts):
    """The fonts that few names need, compressed; unhinted, because hints are half of what they weigh."""
    for script, unicodes in charsets.SCRIPTS.items():
        features = ARABIC_FEATURES if script == "Arabic" else ALL_FEATURES
        pack(cut(noto / f"NotoSans{script}-Regular.ttf", unicodes, features, hinting=False),
             fonts / f"NotoSans{script}-Regular.ttf.gz")
    chinese = face_number(collection, "Noto Sans CJK SC")
    have = set(TTFont(fonts / "NotoSansSC-Regular.otf", lazy=True).getBestCmap())
    pack(cut(collection, charsets.han() - have, number=chinese, hinting=False), fonts / "NotoSansHan-Regular.otf.gz")
    korean = face_number(collection, "Noto Sans CJK KR")
    pack(cut(collection, charsets.HANGUL, number=korean, hinting=False), fonts / "NotoSansKR-Regular.otf.gz")


def pack(font, path):
    """The same font makes the same bytes: no file name and no time go into them."""
    same_line(font)
    plain = io.BytesIO()
    font.save(plain)
    path.write_bytes(gzip.compress(plain.getvalue(), 9, mtime=0))


def icons(css):
    """name → code point, from the style sheet of one Phosphor weight."""
    found = re.findall(r"\.ph-([a-z0-9-]+):before\s*{\s*content:\s*\"\\([0-9a-f]+)\"", css.read_text())
    return {name: int(code, 16) for name, code in found}


def main(noto, cjk, phosphor, assets):
    fonts = assets / "fonts"

    for weight in ("Regular", "Bold"):
        latin = cut(noto / f"NotoSans-{weight}.ttf", charsets.LATIN | charsets.GREEK | charsets.CYRILLIC, LATIN_FEATURES)
        add_minus(latin)
        latin.save(fonts / f"NotoSans-{weight}.ttf")

        collection = cjk / f"NotoSansCJK-{weight}.ttc"
        number = face_number(collection, "Noto Sans CJK SC")
        chinese = cut(collection, charsets.simplified_chinese(), number=number)
        same_line(chinese)
        chinese.save(fonts / f"NotoSansSC-{weight}.otf")

    symbols = extra(noto)
    same_line(symbols)
    leave_unhinted(symbols)
    symbols.save(fonts / "NotoSansExtra-Regular.ttf")

    pack_scripts(noto, cjk / "NotoSansCJK-Regular.ttc", fonts)

    regular = icons(phosphor / "src/regular/style.css")
    for source, target in (("regular/Phosphor.ttf", "Phosphor.ttf"), ("fill/Phosphor-Fill.ttf", "Phosphor-Fill.ttf")):
        pictures = cut(phosphor / "src" / source, set(regular.values()), hinting=False)
        leave_unhinted(pictures)
        pictures.save(fonts / target)
    lines = [f"{name}\t{code:04x}\n" for name, code in sorted(regular.items())]
    (assets / "icons" / "phosphor.txt").write_text("".join(lines))


def face_number(collection, name):
    """Which face of a .ttc has this full name."""
    number = 0
    while True:
        face = TTFont(collection, fontNumber=number, lazy=True)
        if face["name"].getDebugName(1) == name:
            return number
        number += 1


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:5]))
