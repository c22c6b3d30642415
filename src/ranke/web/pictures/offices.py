"""An actor's titles over time: a bar from the first to the last report that gives it one."""

from collections.abc import Sequence

from ranke.answers import RoleRow, Who
from ranke.days import extent
from ranke.views.phrases import role
from ranke.web.pictures.axis import Axis, axis_of, named_days
from ranke.web.pictures.svg import Link, Point, cut, empty, label, linked, mark, no_link, picture, plain, tip

_WIDTH, _LEFT, _TOP, _ROW = 720, 250, 12, 26

_MOST = 30
"""Titles of a picture; those that reports give over the longest time."""


def offices(who: Who, roles: Sequence[RoleRow], link: Link = no_link) -> str:
    """Return the titles of an actor over time.

    Args:
        who: The actor.
        roles: `Dossier.roles`.
        link: Gives each title the words that a report gives it with.
    """
    title = f"Titles of {plain(who.name)} over time"
    dated = [one for one in roles if extent(one.first) and extent(one.last)]
    shown = sorted(sorted(dated, key=_length)[:_MOST], key=lambda one: (one.first, one.last, one.title))
    axis = axis_of([day for one in shown for day in (one.first, one.last)], (_LEFT, _WIDTH - 10))
    if axis is None:
        return empty("offices", title, "No report gives it a title.")
    bottom = _TOP + len(shown) * _ROW
    marks = [named_days(axis, _TOP, bottom), *(_bar(one, row, axis, link) for row, one in enumerate(shown))]
    height = bottom + 22
    if left := len(roles) - len(shown):
        height += 18
        marks.append(label(Point(8, height - 6), f"and {left:,} more, of fewer days", size=11, fade=0.75))
    said = "; ".join(f"{_name(one)}, {plain(one.first)} to {plain(one.last)}" for one in shown)
    return picture("offices", title, f"Days of the reports that give each title: {said}.", (_WIDTH, height), marks)


def _length(one: RoleRow) -> tuple[int, str, str]:
    first, last = extent(one.first) or (0, 0), extent(one.last) or (0, 0)
    return first[0] - last[1], one.first, one.title


def _name(one: RoleRow) -> str:
    return role(plain(one.title), plain(one.organization or ""))


def _bar(one: RoleRow, row: int, axis: Axis, link: Link) -> str:
    y = _TOP + row * _ROW
    start, end = axis.span(one.first) or (axis.left, axis.left), axis.span(one.last) or (axis.right, axis.right)
    days = plain(one.first) if one.first == one.last else f"{plain(one.first)} to {plain(one.last)}"
    bar = mark("rect", tip(f"{_name(one)}: {days}"), class_="office", x=start[0], y=y + 6,
               width=max(end[1] - start[0], 6), height=14, rx=3, fill="#7a7468")  # fmt: skip
    name = label(Point(_LEFT - 10, y + 17), cut(_name(one), _LEFT - 18, 12), anchor="end")
    evidence = one.evidence
    span = f"{evidence.start}-{evidence.end}"
    return linked(link("report", evidence.report, span=span, fragment=f"s{span}"), name + bar)
