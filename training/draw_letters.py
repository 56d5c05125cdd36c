"""Draw the letters of covers: DejaVu Serif Condensed in a few sizes, as four shades, for exporters/epub/letters.py.

.venv/bin/python training/draw_letters.py [FONT.ttf]

Needs Pillow (pip install pillow). DejaVu fonts are free to use, change and embed: https://dejavu-fonts.github.io/License.html
"""

from __future__ import annotations

import struct
import sys
import zlib
from pathlib import Path

from PIL import ImageFont

FONT = "/usr/share/fonts/truetype/dejavu/DejaVuSerifCondensed.ttf"
TARGET = Path(__file__).parents[1] / "src" / "tei_edition" / "exporters" / "epub" / "letters"
SIZES = (128, 60)
RANGES = (
    (0x20, 0x7E), (0xA0, 0xAC), (0xAE, 0x17F), (0x18F, 0x18F), (0x192, 0x192), (0x1CD, 0x1DC), (0x1E6, 0x1E7),
    (0x218, 0x21B), (0x259, 0x259), (0x2BB, 0x2BC), (0x384, 0x3CE), (0x400, 0x45F), (0x490, 0x49D), (0x4AE, 0x4AF),
    (0x2010, 0x2015), (0x2018, 0x201E), (0x2020, 0x2022), (0x2026, 0x2026), (0x2030, 0x2030),
    (0x2032, 0x2033), (0x2039, 0x203A), (0x2044, 0x2044), (0x20AC, 0x20AC), (0x2116, 0x2116), (0x2122, 0x2122),
)  # fmt: skip
RECORD = struct.Struct("<HhhHHII")  # advance, left, top, width, height, begin and end of the shades


def drawn(font: ImageFont.FreeTypeFont, character: str) -> tuple[int, int, int, int, bytes]:
    """Left, top, width and height of a letter's box, and its rows: two bits a pixel, each row in whole bytes."""
    mask, (left, top) = font.getmask2(character, mode="L")
    width, height = mask.size
    shades = bytes(mask)
    rows = bytearray()
    for y in range(height):
        row = [(level * 3 + 127) // 255 for level in shades[y * width : (y + 1) * width]]
        row += [0] * (-len(row) % 4)
        rows += bytes(a << 6 | b << 4 | c << 2 | d for a, b, c, d in zip(*[iter(row)] * 4, strict=True))
    return left, top, width, height, bytes(rows)


def main() -> None:
    face = sys.argv[1] if len(sys.argv) > 1 else FONT
    for size in SIZES:
        font = ImageFont.truetype(face, size, layout_engine=ImageFont.Layout.BASIC)
        missing = bytes(font.getmask("\uffff"))
        codes: list[int] = []
        records, shades = bytearray(), bytearray()
        for start, end in RANGES:
            for code in range(start, end + 1):
                character = chr(code)
                if bytes(font.getmask(character)) == missing:
                    continue
                left, top, width, height, rows = drawn(font, character)
                packed = zlib.compress(rows, 9) if width and height else b""
                advance = round(font.getlength(character))
                place = len(shades)
                shades += packed
                records += RECORD.pack(advance, left, top, width, height if packed else 0, place, len(shades))
                codes.append(code)
        TARGET.mkdir(exist_ok=True)
        index = struct.pack(f"<H{len(codes)}H", len(codes), *codes)
        (TARGET / f"{size}.bin").write_bytes(index + records + shades)
        print(size, len(codes), len(index) + len(records) + len(shades))


if __name__ == "__main__":
    main()
