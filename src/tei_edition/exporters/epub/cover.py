"""A typographic cover: title, author, periodical and date, always the same bytes for the same words.

Source: EPUB 3.3, D.9 "cover-image".
"""

from __future__ import annotations

import io
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from PIL import Image, ImageDraw, ImageFont

if TYPE_CHECKING:
    from PIL.ImageFont import FreeTypeFont

SIZE = (1400, 2100)
"""Width and height in pixels."""

_PAPER = (247, 243, 234)
_INK = (38, 32, 30)
_FULL = 3  # four shades between paper and ink: a quarter of the bytes to compress of a whole byte each
_MARGIN = 140
_TITLE_SIZES = (150, 128, 108, 92, 78, 66, 56)
_TITLE_HEIGHT = 1000


class CoverText(NamedTuple):
    """What stands on a cover; any of it may be empty."""

    title: str
    author: str
    periodical: str
    date: str


def cover(words: CoverText) -> bytes:
    """Return a PNG image of 1400 by 2100 pixels.

    Words in a script that the font of Pillow cannot show are left out; the cover page says them in any case.
    """
    image = Image.new("L", SIZE, 0)
    draw = ImageDraw.Draw(image)
    width = SIZE[0] - 2 * _MARGIN
    draw.rectangle((_MARGIN, 200, SIZE[0] - _MARGIN, 212), fill=_FULL)
    draw.rectangle((_MARGIN, 222, SIZE[0] - _MARGIN, 225), fill=_FULL)
    _lines(draw, 270, words.periodical.upper(), 52, width)
    size, lines = _fitted(draw, words.title, width)
    bottom = _set(draw, 520, lines, size)
    draw.rectangle((_MARGIN, bottom + 50, _MARGIN + 200, bottom + 56), fill=_FULL)
    _lines(draw, bottom + 110, words.author, 64, width)
    draw.rectangle((_MARGIN, 1880, SIZE[0] - _MARGIN, 1883), fill=_FULL)
    _lines(draw, 1910, words.date, 52, width)
    image.putpalette([_mix(channel, level) for level in range(_FULL + 1) for channel in range(3)])
    target = io.BytesIO()
    image.save(target, "PNG", bits=2, compress_level=6)
    return target.getvalue()


def _mix(channel: int, level: int) -> int:
    return _PAPER[channel] + (_INK[channel] - _PAPER[channel]) * level // _FULL


@cache
def _font(size: int) -> FreeTypeFont | ImageFont.ImageFont:
    return ImageFont.load_default(size)


def _fitted(draw: ImageDraw.ImageDraw, title: str, width: int) -> tuple[int, list[str]]:
    size, lines = _TITLE_SIZES[0], [""]
    for size in _TITLE_SIZES:
        lines = _wrapped(draw, title, size, width)
        widest = max((draw.textlength(line, _font(size)) for line in lines), default=0)
        if len(lines) * size * 1.25 <= _TITLE_HEIGHT and widest <= width:
            return size, lines
    kept = int(_TITLE_HEIGHT / (size * 1.25))
    return size, [*lines[: kept - 1], "…"] if len(lines) > kept else lines


def _lines(draw: ImageDraw.ImageDraw, top: int, words: str, size: int, width: int) -> None:
    _set(draw, top, _wrapped(draw, words, size, width)[:3], size)


def _set(draw: ImageDraw.ImageDraw, top: int, lines: list[str], size: int) -> int:
    for line in lines:
        draw.text((_MARGIN, top), line, fill=_FULL, font=_font(size))
        top += size * 5 // 4
    return top


def _wrapped(draw: ImageDraw.ImageDraw, words: str, size: int, width: int) -> list[str]:
    font = _font(size)
    lines: list[str] = []
    for word in words.split():
        if not _can_show(word):
            continue
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and draw.textlength(longer, font) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def _can_show(word: str) -> bool:
    return all(map(_has_glyph, word))


@cache
def _has_glyph(character: str) -> bool:
    return bytes(_font(40).getmask(character)) != _missing_glyph()


@cache
def _missing_glyph() -> bytes:
    return bytes(_font(40).getmask("\uffff"))
