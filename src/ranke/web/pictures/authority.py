"""The chain of authority drawn: from who says so, through those who pass it on, to the reports that print it."""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from ranke.answers import AccountRow, Evidence, StatementRow, Who
from ranke.views.phrases import shorten
from ranke.web.pictures.svg import (
    Link,
    Point,
    cut,
    empty,
    group,
    label,
    linked,
    mark,
    no_link,
    number,
    picture,
    plain,
    tip,
)

_WIDTH, _TOP, _ROW, _HIGH = 720, 36, 50, 40

_MOST = 16
"""Reports of a picture, the first; the others are counted."""

_WORDS = 240
"""Characters of a report that are shown under a pointer."""

_GAP = 44
"""Units between two columns: room for an arrow."""


class _Told(NamedTuple):
    """One report's account: who told it, the first to do so first, and where it stands."""

    chain: tuple[Who, ...]
    evidence: Evidence
    root: str


class _Box(NamedTuple):
    """Where an actor or a report stands."""

    at: Point
    wide: float


def authority(rows: Sequence[AccountRow | StatementRow], link: Link = no_link) -> str:
    """Return how the words came into each report, from left to right.

    Whoever several reports go back to stands there once: what looks like many sources may be one.

    Args:
        rows: `Why.accounts`, or a statement.
        link: Gives each actor its page, each report the words in it.
    """
    title = "Who says so, and through whom"
    told = sorted((_told(row) for row in rows), key=_key)
    if not told:
        return empty("authority", title, "No report that may be seen tells it.")
    shown = told[:_MOST]
    deep = max(len(one.chain) for one in shown)
    wide = min((_WIDTH - 16 - deep * _GAP) / (deep + 1), 300)
    height = _TOP + len(shown) * _ROW + (24 if len(told) > _MOST else 8)
    boxes = _boxes(shown, deep, wide)
    marks = [_heads(deep, wide)]
    marks += [group(_arrows(one, row, boxes, deep, wide) for row, one in enumerate(shown))]
    marks += [_actor(who, boxes[who.id, column], link) for (who, column) in _actors(shown)]
    marks += [_report(one, _Box(_corner(row, deep, wide), wide), link) for row, one in enumerate(shown)]
    if len(told) > _MOST:
        marks.append(label(Point(8, height - 8), f"and {len(told) - _MOST:,} reports more", fade=0.75))
    return picture("authority", title, _said(told), (_WIDTH, height), marks)


def _told(row: AccountRow | StatementRow) -> _Told:
    heard = row.attribution[::-1]
    if isinstance(row, StatementRow):
        return _Told(((row.speaker,) if row.speaker else ()) + heard, row.evidence, "")
    return _Told(heard, row.evidence, row.root)


def _key(one: _Told) -> tuple[bool, tuple[str, ...], str, str, int]:
    """Those with the same origin stand together, those in their own voice last."""
    return (
        not one.chain,
        tuple(f"{who.name} {who.id}" for who in one.chain),
        one.evidence.date,
        one.evidence.report,
        one.evidence.start,
    )


def _said(told: Sequence[_Told]) -> str:
    sentences = []
    for one in told[:_MOST]:
        names = [plain(who.name) for who in one.chain]
        through = (
            f"{names[0]}, " + "".join(f"through {name}, " for name in names[1:]) if names else "in its own voice, "
        )
        sentences.append(f"{through}in {_outlet(one.evidence)} of {plain(one.evidence.date)}")
    return "; ".join(sentences) + "."


def _outlet(evidence: Evidence) -> str:
    return plain(evidence.outlet or "") or plain(evidence.label) or plain(evidence.report)


def _corner(row: float, column: int, wide: float) -> Point:
    return Point(8 + column * (wide + _GAP), _TOP + row * _ROW)


def _actors(told: Sequence[_Told]) -> list[tuple[Who, int]]:
    return list(dict.fromkeys((who, column) for one in told for column, who in enumerate(one.chain)))


def _boxes(told: Sequence[_Told], deep: int, wide: float) -> dict[tuple[str, int], _Box]:
    """Return where actors stand: each at the first free row from the middle of the reports that go back to it."""
    found: dict[tuple[str, int], _Box] = {}
    for column in range(deep):
        free = 0.0
        for who, at in _actors(told):
            if at != column:
                continue
            rows = [row for row, one in enumerate(told) if one.chain[column : column + 1] == (who,)]
            row = max(sum(rows) / len(rows), free)
            free = row + 1
            found[who.id, column] = _Box(_corner(row, column, wide), wide)
    return found


def _arrows(one: _Told, row: int, boxes: dict[tuple[str, int], _Box], deep: int, wide: float) -> str:
    stops = [boxes[who.id, column] for column, who in enumerate(one.chain)]
    stops.append(_Box(_corner(row, deep, wide), wide))
    marks = []
    for before, after in pairwise(stops):
        x, y = before.at.x + before.wide, before.at.y + _HIGH / 2
        end, down = after.at.x - 2, after.at.y + _HIGH / 2
        bend = x + _GAP * 0.55
        d = f"M{number(x)} {number(y)}C{number(bend)} {number(y)} {number(bend)} {number(down)} "
        d += f"{number(x + _GAP - 2)} {number(down)}H{number(end)}"
        marks.append(mark("path", class_="arrow", d=d, fill="none", stroke="currentColor", stroke_opacity="0.55",
                          stroke_width=1.4))  # fmt: skip
        marks.append(mark("path", class_="arrow", d=f"M{number(end + 1)} {number(down)}l-8 -4v8z", fill_opacity="0.7"))
    return "".join(marks)


def _heads(deep: int, wide: float) -> str:
    names = ["Who says so", *["passed on by"] * max(deep - 1, 0), "Report"][-(deep + 1) :]
    return group(
        label(Point(_corner(0, column, wide).x + 2, 24), name, size=11, fade=0.75) for column, name in enumerate(names)
    )


def _actor(who: Who, box: _Box, link: Link) -> str:
    frame = mark("rect", tip(who.name), class_="box actor", x=box.at.x, y=box.at.y, width=box.wide, height=_HIGH, rx=20,
                 fill="currentColor", fill_opacity="0.08", stroke="currentColor", stroke_opacity="0.45")  # fmt: skip
    name = label(
        Point(box.at.x + box.wide / 2, box.at.y + 25), cut(who.name, box.wide - 24, 13), size=13, anchor="middle"
    )
    return linked(link("actor", who.id), group([frame, name]))


def _report(one: _Told, box: _Box, link: Link) -> str:
    evidence = one.evidence
    above = evidence.outlet or evidence.label or evidence.report
    below = ", ".join(fact for fact in (evidence.date, evidence.label if evidence.outlet else "") if fact)
    if not one.chain:
        below = f"{evidence.date}, in its own voice"
    said = f"{above}: {evidence.words}" if evidence.words else above
    frame = mark("rect", tip(shorten(plain(said), _WORDS)), class_="box report", x=box.at.x, y=box.at.y, width=box.wide,
                 height=_HIGH, rx=2, fill="none", stroke="currentColor", stroke_opacity="0.6")  # fmt: skip
    marks = [
        frame,
        label(Point(box.at.x + 9, box.at.y + 17), cut(above, box.wide - 18, 13), size=13),
        label(Point(box.at.x + 9, box.at.y + 32), cut(below, box.wide - 18, 11), size=11, fade=0.75),
    ]
    span = f"{evidence.start}-{evidence.end}"
    return linked(link("report", evidence.report, span=span, fragment=f"s{span}"), group(marks))
