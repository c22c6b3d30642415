"""The questions that look at a whole record, at one report, or at what is doubtful; each with the words of Python."""

import argparse
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from ranke.commands.frame import (
    Add,
    actor_kinds,
    countries,
    doubt_kinds,
    first_day,
    last_day,
    limit,
    record_of,
    sectors,
    types,
)
from ranke.commands.showing import Table, add_view, show_answer, show_rows, view_of

if TYPE_CHECKING:
    from ranke.record import Record


def commands(add: Add) -> None:
    """Add the commands that survey."""
    one = add("overview", "what the record holds, at a glance", _overview)
    add_view(one, limited=False)
    one = add(
        "actors", "who is in the record, those of most events first", _actors, example="ranke actors --country IRN"
    )
    one.add_argument("--kind", type=actor_kinds, default=(), metavar="K,K", help="only these kinds: person,group")
    one.add_argument("--country", type=countries, default=(), metavar="C,C", help="only of these countries: IRN,PSE")
    one.add_argument("--sector", type=sectors, default=(), metavar="S,S", help="only of these sectors: GOV,MIL")
    one.add_argument("--search", default="", metavar="WORDS", help="only those one of whose names has these words")
    one.add_argument("--skip", type=limit, default=0, metavar="N", help="leave out the first N, for the next page")
    add_view(one)
    one = add(
        "network", "who does what to whom, the strongest ties first", _network, example="ranke network --actor Iran"
    )
    one.add_argument("--actor", metavar="NAME", help="only this one and those around it: a name or an id")
    one.add_argument("--type", type=types, default=(), metavar="T,T", help="only these types of event: ASSAULT,AID")
    one.add_argument("--since", type=first_day, metavar="DAY", help="from this day on, such as 2019-07-23 or 2019")
    one.add_argument("--until", type=last_day, metavar="DAY", help="up to this day")
    add_view(one)
    one = add("show", "a report's text, with every place that the record points at", _show)
    one.add_argument("report", metavar="REPORT", help="its id, or the beginning of it")
    add_view(one, limited=False)
    one = add("review", "what the record is least sure of, for you to decide", _review)
    one.add_argument(
        "--kind", type=doubt_kinds, default=(), metavar="K,K", help="only these: joined, apart, accounts, event"
    )
    add_view(one, usual=20)


def _asked[A](options: argparse.Namespace, ask: Callable[["Record", dict[str, Any]], A]) -> A:
    """Put a question to the record that is asked for, with the options that every question takes."""
    view = view_of(options)
    with record_of(options) as record:
        return ask(record, view)


def _overview(options: argparse.Namespace) -> int:
    from ranke.answers import ActivityRow, Rows

    answer = _asked(options, lambda record, view: record.overview(**view))
    from ranke.views.surveyed import overview_view

    table = Table(Rows(answer.activity), ActivityRow, "no report in the record")
    return show_answer(options, answer, table, lambda: overview_view(answer))


def _actors(options: argparse.Namespace) -> int:
    from ranke.answers import ActorRow

    narrowed = {name: getattr(options, name) for name in ("kind", "country", "sector", "search", "skip")}
    rows = _asked(options, lambda record, view: record.actors(**narrowed, **view))
    from ranke.views.surveyed import actors_view

    return show_rows(options, Table(rows, ActorRow, "no such actor in the record"), lambda: actors_view(rows))


def _network(options: argparse.Namespace) -> int:
    from ranke.answers import EdgeRow

    narrowed = {name: getattr(options, name) for name in ("actor", "type", "since", "until")}
    answer = _asked(options, lambda record, view: record.network(**narrowed, **view))
    from ranke.views.surveyed import network_view

    table = Table(answer.edges, EdgeRow, "no such act in the record")
    return show_answer(options, answer, table, lambda: network_view(answer))


def _show(options: argparse.Namespace) -> int:
    from ranke.answers import Mark, Rows

    answer = _asked(options, lambda record, view: record.report(options.report, **view))
    from ranke.views.marked import report_text_view

    table = Table(Rows(answer.marks), Mark, "the record points at nothing in this report")
    return show_answer(options, answer, table, lambda: report_text_view(answer))


def _review(options: argparse.Namespace) -> int:
    from ranke.answers import DoubtRow

    rows = _asked(options, lambda record, view: record.review(kind=options.kind, **view))
    from ranke.views.doubts import review_view

    return show_rows(options, Table(rows, DoubtRow, "nothing in the record is in doubt"), lambda: review_view(rows))
