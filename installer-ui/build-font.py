#!/usr/bin/env python3
"""Makes the TTFs of "Plugwright Sans" from Inter (Debian: fonts-inter, python3-fonttools).

JavaFX cannot switch on OpenType features, so the tabular digits are put in the place of the ordinary ones; CFF
outlines become TrueType outlines, which every platform of JavaFX draws alike; glyphs no screen needs are left out.
Run: installer-ui/build-font.py /usr/share/fonts/opentype/inter installer-ui/src/main/resources/plugwright/ui/theme/font
"""
import sys
from pathlib import Path

from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont, newTable

# JavaFX knows only "regular" and "bold" within a family: Inter's semi-bold takes the bold place, medium is a family of its own.
FACES = [
    ("Inter-Regular.otf", "PlugwrightSans-Regular.ttf", "Plugwright Sans", "Regular", 400),
    ("Inter-SemiBold.otf", "PlugwrightSans-Bold.ttf", "Plugwright Sans", "Bold", 700),
    ("Inter-Medium.otf", "PlugwrightSans-Medium.ttf", "Plugwright Sans Medium", "Regular", 500),
]
RANGES = [(0x20, 0x7E), (0xA0, 0x17F), (0x2010, 0x2027), (0x2030, 0x203A), (0x20AC, 0x20AC), (0x2190, 0x2199),
          (0x2212, 0x2212), (0x2248, 0x2248), (0x2260, 0x2265), (0x25A0, 0x25CF), (0x2713, 0x2717), (0x2080, 0x2089)]
MAX_ERROR_UNITS = 1.0


def tabular(font):
    """Glyph name of each digit's tabular form, from the feature tnum."""
    mapping = {}
    gsub = font["GSUB"].table
    for record in gsub.FeatureList.FeatureRecord:
        if record.FeatureTag == "tnum":
            for index in record.Feature.LookupListIndex:
                for sub in gsub.LookupList.Lookup[index].SubTable:
                    sub = getattr(sub, "ExtSubTable", sub)
                    if hasattr(sub, "mapping"):
                        mapping.update(sub.mapping)
    return mapping


def truetype(font):
    glyphs = {}
    glyph_set = font.getGlyphSet()
    for name in font.getGlyphOrder():
        pen = TTGlyphPen(glyph_set)
        glyph_set[name].draw(Cu2QuPen(pen, MAX_ERROR_UNITS, reverse_direction=True))
        glyphs[name] = pen.glyph()
    font["loca"] = newTable("loca")
    font["glyf"] = glyf = newTable("glyf")
    glyf.glyphOrder = font.getGlyphOrder()
    glyf.glyphs = glyphs
    del font["CFF "]
    if "VORG" in font:
        del font["VORG"]
    glyf.compile(font)
    for name, (width, _) in list(font["hmtx"].metrics.items()):
        glyph = glyphs[name]
        font["hmtx"].metrics[name] = (width, getattr(glyph, "xMin", 0) if glyph.numberOfContours else 0)
    maxp = font["maxp"] = newTable("maxp")
    maxp.tableVersion = 0x00010000
    for field in ("maxZones", "maxTwilightPoints", "maxStorage", "maxFunctionDefs", "maxInstructionDefs",
                  "maxStackElements", "maxSizeOfInstructions", "maxComponentElements"):
        setattr(maxp, field, 0)
    maxp.maxZones = 1
    maxp.numGlyphs = len(glyphs)
    font["post"].formatType = 2.0
    font["post"].extraNames = []
    font["post"].mapping = {}
    font["post"].glyphOrder = font.getGlyphOrder()
    font.sfntVersion = "\x00\x01\x00\x00"


def main(source, target):
    target.mkdir(parents=True, exist_ok=True)
    for otf, ttf, family, style, weight in FACES:
        font = TTFont(source / otf)
        forms = tabular(font)
        for table in font["cmap"].tables:
            for code, name in list(table.cmap.items()):
                if 0x30 <= code <= 0x39 or code in (0x2B, 0x2D, 0x2212):
                    table.cmap[code] = forms.get(name, name)
        digits = [font.getBestCmap()[code] for code in range(0x30, 0x3A)]
        widest = max(font["hmtx"].metrics[name][0] for name in digits)
        options = Options()
        options.layout_features = ["kern", "mark", "mkmk", "ccmp"]
        options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14]
        options.hinting = False
        options.glyph_names = True
        subsetter = Subsetter(options)
        subsetter.populate(unicodes=[c for a, b in RANGES for c in range(a, b + 1)])
        subsetter.subset(font)
        truetype(font)
        for name in digits:  # interpolation left the widths a few units of 2048 apart
            font["hmtx"].metrics[name] = (widest, font["hmtx"].metrics[name][1])
        names = font["name"]
        version = names.getDebugName(5)
        names.names = [n for n in names.names if n.nameID in (0, 13, 14)]
        full = family if style == "Regular" else f"{family} {style}"
        for number, text in ((1, family), (2, style), (3, f"{full};from Inter {version}"), (4, full),
                             (5, version), (6, Path(ttf).stem)):
            names.setName(text, number, 3, 1, 0x409)
        font["OS/2"].usWeightClass = weight
        bold = style == "Bold"
        font["OS/2"].fsSelection = (font["OS/2"].fsSelection & ~0x61) | (0x20 if bold else 0x40)
        font["head"].macStyle = 1 if bold else 0
        font.save(target / ttf)
        widths = {font["hmtx"].metrics[font.getBestCmap()[c]][0] for c in range(0x30, 0x3A)}
        print(ttf, "digits", widths, "glyphs", len(font.getGlyphOrder()))


main(Path(sys.argv[1]), Path(sys.argv[2]))
