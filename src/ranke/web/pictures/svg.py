"""Marks of a picture as SVG text: escaped, numbers short, nothing that a strict page would refuse."""

import re
from collections.abc import Iterable
from html import escape
from typing import NamedTuple, Protocol

from ranke.views.phrases import clean

COOPERATION, CONFLICT = "#3a7fb5", "#c8622b"
"""Blue and orange: apart also for eyes that confuse red and green, and legible on white and on black."""

_UNIT = 16
"""Units of a picture that are one em of the page, so that a picture grows with the page's letters."""

_LINE = 400
"""Characters that a line of a picture could hold at most."""

_WIDTH = 0.56
"""The mean width of a letter in parts of its height; which letters a page is shown in, no server knows.

It is what names in English take in DejaVu Sans, a wide one.
"""

# What XML can't hold, beyond what no line shows.
_FORBIDDEN = re.compile("[\ud800-\udfff\ufffe\uffff]")


HALO: dict[str, str | float | None] = {
    "stroke": "Canvas",
    "stroke_width": 3,
    "stroke_linejoin": "round",
    "paint_order": "stroke",
}
"""Letters on lines are read by the page's colour around them."""


class Link(Protocol):
    """Gives the address of a page, or None where there is none; `Links.page` of the room is one."""

    def __call__(self, name: str, *ids: str, fragment: str = "", **query: object) -> str | None:
        """Return the address of the page `name` about `ids`."""
        ...


def no_link(name: str, *ids: str, fragment: str = "", **query: object) -> str | None:  # noqa: ARG001
    """Return no address: a picture that stands alone."""
    return None


class Point(NamedTuple):
    """A place in a picture, in its units, from the upper left corner."""

    x: float
    y: float


def plain(text: str) -> str:
    """Return text that XML can hold, on one line."""
    return clean(_FORBIDDEN.sub("", text))


def number(value: float) -> str:
    """Return a number with one digit after the point at most."""
    return f"{round(value, 1) + 0.0:.1f}".removesuffix(".0")


def mark(name: str, *inside: str, **attributes: str | float | None) -> str:
    """Return one element; what is inside is SVG already, attributes are escaped here.

    Args:
        name: The element, such as `rect`.
        inside: Elements, or text from `told`.
        attributes: Those that are None are left out; `class_` is `class`, `stroke_width` is `stroke-width`.
    """
    given = "".join(f' {_attribute(key)}="{_value(value)}"' for key, value in attributes.items() if value is not None)
    return f"<{name}{given}>{''.join(inside)}</{name}>" if inside else f"<{name}{given}/>"


def _attribute(key: str) -> str:
    return key.removesuffix("_").replace("_", "-")


def _value(value: str | float) -> str:
    return escape(plain(value)) if isinstance(value, str) else number(value)


def told(text: str) -> str:
    """Return text to put inside an element."""
    return escape(plain(text), quote=False)


def tip(text: str) -> str:
    """Return what a mark says of itself, to a reader of screens and under a pointer."""
    return mark("title", told(text))


def group(marks: Iterable[str], **attributes: str | float | None) -> str:
    """Return marks as one."""
    return mark("g", "".join(marks), **attributes)


def linked(address: str | None, marks: str) -> str:
    """Return marks that lead to a page of this place or of the web, or as they are where there is none."""
    # Addresses come from the room's own maker of links; another scheme would be a slip, and has no place in a page.
    scheme = re.match(r"\s*([a-z][a-z0-9+.\-]*):", address or "", re.IGNORECASE)
    if not address or (scheme and scheme[1].lower() not in {"http", "https"}):
        return marks
    return mark("a", marks, href=address)


def label(at: Point, text: str, *, size: float = 12, anchor: str = "start", class_: str = "", fade: float = 1) -> str:
    """Return a line of text.

    Args:
        at: Where its base line starts, is centred or ends.
        text: Any text.
        size: Its height in units.
        anchor: `start`, `middle` or `end`.
        class_: A class for the page's style.
        fade: How strong it is, to 1.
    """
    return mark(
        "text",
        told(text),
        class_=class_ or None,
        x=at.x,
        y=at.y,
        font_size=size,
        text_anchor=anchor if anchor != "start" else None,
        fill_opacity=None if fade == 1 else f"{fade:g}",
        **(HALO if class_ == "halo" else {}),
    )


def room(text: str, size: float = 12) -> float:
    """Return about how wide a line of text is, in units; wide scripts count double."""
    return sum(size * (_WIDTH if one < "\u1100" else 1.05) for one in plain(text))


def cut(text: str, width: float, size: float = 12) -> str:
    """Return text that is about as wide as there is room, with an ellipsis where something is left out."""
    # More than a line is never shown: what is far longer isn't looked at.
    whole = plain(text[:_LINE])
    kept = whole
    while len(kept) > 1 and room(kept, size) > width:
        kept = kept[:-1]
    return kept if kept == whole else f"{kept[:-1].rstrip(' ,;:')}…"


def legend(at: Point, *, filled: bool = True) -> str:
    """Return what the two colours mean; `filled`: as areas, else as lines, those of conflict dashed."""
    marks, x = [], at.x
    for word, colour, dash in (("cooperation", COOPERATION, None), ("conflict", CONFLICT, "5 3")):
        if filled:
            marks.append(mark("rect", class_=word, x=x, y=at.y - 8, width=14, height=9, fill=colour, rx=1))
        else:
            marks.append(
                mark("path", class_=f"{word} line", d=f"M{number(x - 6)} {number(at.y - 4)}h20", stroke=colour,
                     stroke_width=3, stroke_dasharray=dash, fill="none")
            )  # fmt: skip
        marks.append(label(Point(x + 20, at.y), word, size=11, fade=0.75))
        x += 110
    return group(marks)


def picture(kind: str, title: str, told_: str, size: tuple[float, float], marks: Iterable[str]) -> str:
    """Return a whole picture.

    It has a role, a title and a description for those who don't see it; colours that a page's style may set by class,
    and that are right without any: all text and thin lines take the page's own colour, light or dark.

    Args:
        kind: What it shows, for its class.
        title: Its name.
        told_: What is to be seen, in words.
        size: Width and height in units.
        marks: What is in it.
    """
    inside = "".join(marks)
    width, height = size
    return mark(
        "svg",
        mark("title", told(title)),
        mark("desc", told(told_)),
        inside,
        xmlns="http://www.w3.org/2000/svg",
        class_=f"picture picture-{kind}",
        # What holds links is no single image: their names would be lost to readers of screens.
        role="graphics-document" if "<a " in inside else "img",
        viewBox=f"0 0 {number(width)} {number(height)}",
        width=f"{width / _UNIT:g}em",
        height=f"{height / _UNIT:g}em",
        fill="currentColor",
        font_family="system-ui, sans-serif",
    )


def empty(kind: str, title: str, why: str) -> str:
    """Return a picture that says that there is nothing to show."""
    frame = mark("rect", x=0.5, y=0.5, width=719, height=79, rx=4, fill="none", stroke="currentColor",
                 stroke_opacity="0.25", stroke_dasharray="4 4")  # fmt: skip
    text = label(Point(360, 45), why, size=14, anchor="middle", fade=0.75)
    return picture(kind, title, why, (720, 80), [frame, text])
