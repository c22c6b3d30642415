"""The questions to a record: each a command with the name of the method that answers it in Python."""

import argparse
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from ranke.commands.frame import Add, contexts, first_day, kinds, last_day, record_of, types
from ranke.commands.showing import Table, add_view, show_answer, show_rows, view_of

if TYPE_CHECKING:
    from ranke.record import Record


def commands(add: Add) -> None:
    """Add the commands that ask."""
    _add_events(add)
    _add_actors(add)
    _add_sources(add)


def _add_events(add: Add) -> None:
    one = add("timeline", "what happened, in order", _timeline, example="ranke timeline --actor Hamas --since 2019-07")
    one.add_argument("--actor", metavar="NAME", help="only what this actor does or meets: a name or an id")
    one.add_argument("--with", dest="with_", metavar="NAME", help="only what also involves this one")
    one.add_argument("--type", type=types, default=(), metavar="T,T", help="only these types of event: ASSAULT,AID")
    one.add_argument(
        "--context", type=contexts, default=(), metavar="C,C", help="only in these contexts: cbrn,election"
    )
    _add_days(one)
    one.add_argument("--place", metavar="NAME", help="only what took place there")
    one.add_argument("--core", action="store_true", help="only what reports are about")
    add_view(one)
    one = add("stories", "reports that one would follow as one story", _stories)
    add_view(one)
    one = add("story", "one story: its reports, who is in it, what happened", _story)
    one.add_argument("story", metavar="N", help="its number in ranke stories, or the id of one of its reports")
    add_view(one, limited=False)
    one = add("changes", "what the record learned since a day", _changes, example="ranke changes --since 2019-07-23")
    _add_days(one, needed=True)
    add_view(one)


def _add_actors(add: Add) -> None:
    one = add("actor", "all about one actor", _actor, example="ranke actor 'Saleh al-Arouri'")
    one.add_argument("name", metavar="NAME", help="a name or an id")
    add_view(one)
    one = add("relations", "how two actors stood to each other over time", _relations)
    one.add_argument("one", metavar="A", help="a name or an id")
    one.add_argument("other", metavar="B", help="a name or an id")
    add_view(one)
    one = add("statements", "who said what", _statements, example="ranke statements --speaker Hamas --about Iran")
    one.add_argument("--speaker", metavar="NAME", help="only what this actor said")
    one.add_argument("--about", metavar="NAME", help="only what was said about this actor")
    _add_days(one)
    add_view(one)


def _add_sources(add: Add) -> None:
    one = add("why", "what an event rests on: who tells it, how they know, what people decided", _why)
    one.add_argument("event", metavar="EVENT", help="its id or the beginning of it, or REPORT:ID")
    add_view(one, limited=False)
    one = add("conflicts", "where accounts of one event differ", _conflicts)
    one.add_argument("--actor", metavar="NAME", help="only on events that this actor has part in")
    one.add_argument(
        "--kind", type=kinds, default=(), metavar="K,K", help="contradiction, account, update, granularity"
    )
    add_view(one)
    one = add("search", "passages that have these words", _search, example="ranke search deal century")
    one.add_argument(
        "words", nargs="+", metavar="WORD", help="all of them stand in the passage; '\"two words\"' stand side by side"
    )
    add_view(one)


def _add_days(parser: argparse.ArgumentParser, *, needed: bool = False) -> None:
    tells = "such as 2019-07-23, 2019-07 or 2019"
    parser.add_argument("--since", type=first_day, metavar="DAY", required=needed, help=f"from this day on, {tells}")
    parser.add_argument("--until", type=last_day, metavar="DAY", help=f"up to this day, {tells}")


def _asked[A](options: argparse.Namespace, ask: Callable[["Record", dict[str, Any]], A]) -> A:
    """Put a question to the record that is asked for, with the options that every question takes."""
    view = view_of(options)
    with record_of(options) as record:
        return ask(record, view)


def _timeline(options: argparse.Namespace) -> int:
    from ranke.answers import EventRow

    narrowed = {
        name: getattr(options, name)
        for name in ("actor", "with_", "type", "context", "since", "until", "place", "core")
    }
    rows = _asked(options, lambda record, view: record.timeline(**narrowed, **view))
    from ranke.views.timeline import timeline_view

    return show_rows(options, Table(rows, EventRow, "no such event in the record"), lambda: timeline_view(rows))


def _stories(options: argparse.Namespace) -> int:
    from ranke.answers import StoryRow

    rows = _asked(options, lambda record, view: record.stories(**view))
    from ranke.views.stories import stories_view

    return show_rows(options, Table(rows, StoryRow, "no story in the record"), lambda: stories_view(rows))


def _story(options: argparse.Namespace) -> int:
    from ranke.answers import EventRow

    story = _asked(options, lambda record, view: record.story(options.story, **view))
    from ranke.views.stories import story_view

    table = Table(story.events, EventRow, "no event in this story")
    return show_answer(options, story, table, lambda: story_view(story))


def _changes(options: argparse.Namespace) -> int:
    from ranke.answers import EventRow

    changes = _asked(options, lambda record, view: record.changes(options.since, until=options.until, **view))
    from ranke.views.changes import changes_view

    table = Table(changes.events, EventRow, f"nothing new since {options.since}")
    return show_answer(options, changes, table, lambda: changes_view(changes))


def _actor(options: argparse.Namespace) -> int:
    from ranke.answers import EventRow

    dossier = _asked(options, lambda record, view: record.actor(options.name, **view))
    from ranke.views.dossier import dossier_view

    table = Table(dossier.events, EventRow, "no event with this actor")
    return show_answer(options, dossier, table, lambda: dossier_view(dossier))


def _relations(options: argparse.Namespace) -> int:
    from ranke.answers import EventRow

    relation = _asked(options, lambda record, view: record.relations(options.one, options.other, **view))
    from ranke.views.relation import relation_view

    table = Table(relation.events, EventRow, "no event between them")
    return show_answer(options, relation, table, lambda: relation_view(relation))


def _statements(options: argparse.Namespace) -> int:
    from ranke.answers import StatementRow

    narrowed = {name: getattr(options, name) for name in ("speaker", "about", "since", "until")}
    rows = _asked(options, lambda record, view: record.statements(**narrowed, **view))
    from ranke.views.said import statements_view

    table = Table(rows, StatementRow, "no such statement in the record")
    return show_rows(options, table, lambda: statements_view(rows))


def _why(options: argparse.Namespace) -> int:
    from ranke.answers import AccountRow, Rows

    why = _asked(options, lambda record, view: record.why(options.event, **view))
    from ranke.views.why import why_view

    table = Table(Rows(why.accounts), AccountRow, "no account of this event")
    return show_answer(options, why, table, lambda: why_view(why))


def _conflicts(options: argparse.Namespace) -> int:
    from ranke.answers import ConflictRow

    rows = _asked(options, lambda record, view: record.conflicts(actor=options.actor, kind=options.kind, **view))
    from ranke.views.conflicts import conflicts_view

    table = Table(rows, ConflictRow, "no such conflict in the record")
    return show_rows(options, table, lambda: conflicts_view(rows))


def _search(options: argparse.Namespace) -> int:
    from ranke.answers import Found

    words = " ".join(options.words)
    rows = _asked(options, lambda record, view: record.search(words, **view))
    from ranke.views.search import search_view

    table = Table(rows, Found, f"nothing found for {words!r}")
    return show_rows(options, table, lambda: search_view(rows, words))
