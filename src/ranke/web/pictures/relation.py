"""The relation of two actors as a curve: their acts between conflict and cooperation, and where they turned."""

from collections.abc import Sequence
from itertools import pairwise

from ranke.answers import PeriodRow, Relation, TurningPoint
from ranke.record.days import extent
from ranke.web.pictures.activity import bars, counted, told_of
from ranke.web.pictures.axis import Axis, axis_of, named_days
from ranke.web.pictures.svg import (
    CONFLICT,
    COOPERATION,
    Link,
    Point,
    empty,
    group,
    label,
    legend,
    linked,
    mark,
    no_link,
    number,
    picture,
    plain,
    room,
    tip,
)

_WIDTH, _LEFT = 720, 44
_FLAGS, _FLAG, _LINES = 10, 15, 3
"""Where the names of turning points begin, how high a line of them is, and how many there are."""

_TOP, _BOTTOM = 66, 226
"""The room of the curve: 10 is the top, -10 the bottom."""

_BARS_TOP, _BARS_BOTTOM, _HEIGHT = 244, 334, 376

_MOST = 100
"""Points of a curve: the latest. A relation of many months is told by years, so that few have more."""

_SHOWN = "turns to "
"""What a turn begins with that acts show; the others are somebody's claims."""

_TURNS = 24
"""Turning points of a picture: the latest."""


def relation_curve(relation: Relation, link: Link = no_link) -> str:
    """Return the curve of a relation over time, its turning points above it and the number of acts below it."""
    title = f"{plain(relation.one.name)} and {plain(relation.other.name)} over time"
    rows = [row for row in relation.periods if extent(row.period)][-_MOST:]
    turns = [turn for turn in relation.turning_points if extent(_day(turn))]
    turns = sorted(turns, key=lambda turn: (extent(_day(turn)) or (0, 0), turn.change))[-_TURNS:]
    finest = max((len(row.period) for row in rows), default=10)
    days = [*(row.period for row in rows), *(_day(turn) for turn in turns)]
    axis = axis_of(days, (_LEFT, _WIDTH - 10), finest)
    if axis is None:
        return empty("relation", title, "They have done nothing to each other yet that has a day.")
    counts = counted(rows)
    marks = [named_days(axis, _TOP, _BARS_BOTTOM), _frame(axis), _curve(axis, rows)]
    if counts:
        marks.append(bars(counts, axis, (_BARS_TOP, _BARS_BOTTOM), link))
    marks += [_turns(axis, turns, link), legend(Point(_LEFT, _HEIGHT - 8)), _key(_LEFT + 230)]
    return picture("relation", title, _said(rows, turns), (_WIDTH, _HEIGHT), marks)


def _day(turn: TurningPoint) -> str:
    return turn.date or turn.evidence.date


def _said(rows: Sequence[PeriodRow], turns: Sequence[TurningPoint]) -> str:
    told = [told_of(counted(rows))] if rows else []
    if rows:
        told.append(f"Mean intensity from {rows[0].intensity:+.1f} in {plain(rows[0].period)} "
                    f"to {rows[-1].intensity:+.1f} in {plain(rows[-1].period)}.")  # fmt: skip
    if turns:
        told.append("Turning points: " + ", ".join(f"{plain(_day(turn))} {plain(turn.change)}" for turn in turns) + ".")
    return " ".join(told)


def _y(intensity: float) -> float:
    return (_TOP + _BOTTOM) / 2 - max(-10.0, min(10.0, intensity)) / 10 * (_BOTTOM - _TOP) / 2


def _frame(axis: Axis) -> str:
    """Return the two halves of the scale, faintly in their colours, and its names."""
    wide, middle = axis.right - axis.left, _y(0)
    halves = [
        mark("rect", class_=word, x=axis.left, y=y, width=wide, height=middle - _TOP, fill=colour, fill_opacity="0.09")
        for word, colour, y in (("cooperation", COOPERATION, _TOP), ("conflict", CONFLICT, middle))
    ]
    lines = mark("path", d=f"M{axis.left} {number(middle)}H{axis.right}", stroke="currentColor", stroke_opacity="0.6",
                 fill="none")  # fmt: skip
    names = [
        label(Point(axis.left - 6, _y(value) + 4), f"{value:+d}" if value else "0", size=11, anchor="end", fade=0.75)
        for value in (10, 5, 0, -5, -10)
    ]
    return group([*halves, lines, *names])


def _curve(axis: Axis, rows: Sequence[PeriodRow]) -> str:
    """Return a line through the mean intensity of each period, dotted where periods between have no acts."""
    points: list[tuple[PeriodRow, Point, float]] = []
    for row in rows:
        span = axis.span(row.period)
        # A year among months is no point of the curve of months.
        if span and len(row.period) == max(len(one.period) for one in rows):
            points.append((row, Point(sum(span) / 2, _y(row.intensity)), span[1] - span[0]))
    whole: list[str] = []
    dotted: list[str] = []
    for (_, one, wide), (_, other, _) in pairwise(points):
        step = f"M{number(one.x)} {number(one.y)}L{number(other.x)} {number(other.y)}"
        (whole if other.x - one.x <= wide * 1.6 else dotted).append(step)
    marks = [
        mark("path", class_="curve", d="".join(steps), stroke="currentColor", stroke_width=width, stroke_dasharray=dash,
             stroke_opacity=None if dash is None else "0.6", fill="none", stroke_linecap="round")
        for steps, width, dash in ((whole, 2.2, None), (dotted, 1.4, "1 5"))
        if steps
    ]  # fmt: skip
    most = max((row.events for row, *_ in points), default=1)
    for row, at, _ in points:
        said = f"{plain(row.period)}: mean intensity {row.intensity:+.1f} of {row.events:,} acts"
        colour, word = (COOPERATION, "cooperation") if row.intensity >= 0 else (CONFLICT, "conflict")
        marks.append(mark("circle", tip(said), class_=f"{word} point", cx=at.x, cy=at.y,
                          r=3 + 3 * row.events / max(most, 1), fill=colour))  # fmt: skip
    return group(marks)


def _turns(axis: Axis, turns: Sequence[TurningPoint], link: Link) -> str:
    """Return a flag for each turning point; its name stands where there is room in one of three lines."""
    marks = []
    free = [0.0] * _LINES
    for turn in turns:
        span = axis.span(_day(turn))
        if span is None:
            continue
        x = _turn_at(_day(turn), span)
        claimed = not turn.change.startswith(_SHOWN)
        name, wide = plain(turn.change), room(turn.change, 11) + 8
        start = x + 6 if x + 6 + wide <= axis.right else x - 6 - wide + 8
        line = next((number_ for number_, end in enumerate(free) if start >= end), None)
        y = _FLAGS + (_LINES if line is None else line) * _FLAG
        pole = mark("path", class_="turn", d=f"M{number(x)} {number(y)}V{_BARS_BOTTOM}", stroke="currentColor",
                    stroke_opacity="0.45", stroke_dasharray="2 3", fill="none")  # fmt: skip
        drawn = [tip(_turn_said(turn)), pole, _sign(x, y, claimed=claimed)]
        if line is not None:
            free[line] = start + wide
            drawn.append(label(Point(start, y + 4), name, size=11))
        words = f"{turn.evidence.start}-{turn.evidence.end}"
        address = link("report", turn.evidence.report, span=words, fragment=f"s{words}")
        marks.append(linked(address, group(drawn)))
    return group(marks)


def _turn_at(day: str, span: tuple[float, float]) -> float:
    """Return where a turn stands: in the middle of its day, month or year; of an interval, where that begins.

    An interval without a beginning is told by its end.
    """
    start, slash, _ = day.partition("/")
    if not slash:
        return sum(span) / 2
    return span[0] if start.strip(".") else span[1]


def _sign(x: float, y: float, *, claimed: bool) -> str:
    """Return the head of a flag: hollow where somebody claims the turn, filled where acts show it."""
    d = f"M{number(x)} {number(y - 4.5)}l4.5 4.5l-4.5 4.5l-4.5 -4.5Z"
    if claimed:
        return mark("path", class_="turn claimed", d=d, fill="none", stroke="currentColor", stroke_width=1.3)
    return mark("path", class_="turn", d=d)


def _turn_said(turn: TurningPoint) -> str:
    shown = ", as their acts show" if turn.change.startswith(_SHOWN) else ""
    who = f", says {turn.holder.name}" if turn.holder else shown
    through = "".join(f", according to {one.name}" for one in turn.attribution)
    return f"{_day(turn)}: {turn.change}{who}{through}"


def _key(x: float) -> str:
    y = _HEIGHT - 12
    marks = []
    for claimed, words, wide in ((True, "turn, as somebody says", 158), (False, "turn, as acts show", 0)):
        marks += [_sign(x + 5, y, claimed=claimed), label(Point(x + 14, y + 4), words, size=11, fade=0.75)]
        x += wide
    return group(marks)
