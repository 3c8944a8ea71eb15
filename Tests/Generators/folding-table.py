#!/usr/bin/env python3
"""Writes Sources/SessionsCore/Search/FoldingTable.swift:  python3 Tests/Generators/folding-table.py

Source: the Unicode Character Database as Python's unicodedata has it, by the rule
  compatibility decomposition (NFKD), case folding, both once more, marks U+0300-U+036F left out,
and for letters with a stroke or a ligature, which do not decompose, the CLDR transform Latin-ASCII.
"""
import pathlib
import unicodedata

LATIN_ASCII = dict(zip("øđłħŧıæœðþ", ["o", "d", "l", "h", "t", "i", "ae", "oe", "d", "th"]))
# Latin, Greek and Cyrillic with their extensions, letterlike symbols, kana, ligatures, full and half width.
RANGES = [
    (0x80, 0x300), (0x370, 0x530), (0x1C80, 0x1C90), (0x1E00, 0x2000), (0x2100, 0x2150), (0x2C60, 0x2C80),
    (0x3000, 0x3001), (0x3040, 0x3100), (0xA640, 0xA6A0), (0xA720, 0xA800), (0xFB00, 0xFB07),
    (0xFF01, 0xFFA0), (0xFFE0, 0xFFE7),
]


def folded(text):
    for _ in range(2):
        text = unicodedata.normalize("NFKD", text).casefold()
    return "".join(LATIN_ASCII.get(c, c) for c in text if not 0x300 <= ord(c) <= 0x36F)


entries = []
for first, end in RANGES:
    for code in range(first, end):
        text, result = chr(code), folded(chr(code))
        # What only loses its case is left to the standard library.
        if result in (text, text.lower()) or " " in result and code not in (0xA0, 0x3000):
            continue
        assert 1 <= len(result) <= 3 and all(ord(c) <= 0xFFFF for c in result), hex(code)
        packed = code
        for index in range(3):
            packed = packed << 16 | (ord(result[index]) if index < len(result) else 0)
        entries.append(f"0x{packed:016x}")

lines = [", ".join(entries[i : i + 5]) + "," for i in range(0, len(entries), 5)]
target = pathlib.Path(__file__).parents[2] / "Sources/SessionsCore/Search/FoldingTable.swift"
target.write_text(
    f"""// Made by Tests/Generators/folding-table.py from Unicode {unicodedata.unidata_version}; not to be edited by hand.

/// What scalars are folded to that lose more than their case: accents, width, ligatures.
enum FoldingTable {{
    /// Sorted; in each the scalar in the highest 16 bits, then the one to three it becomes, zeros behind them.
    static let entries: [UInt64] = [
"""
    + "".join(f"        {line}\n" for line in lines)
    + "    ]\n}\n"
)
