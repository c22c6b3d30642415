"""What people decide about a record: merge, split, distinct, reject, retype, confirm, unsure; all listed and undone."""

import argparse
import getpass
import os
from collections.abc import Callable
from typing import TYPE_CHECKING

from ranke.commands.frame import ALL_READ, Add, add_record, count, one_type, record_of
from ranke.commands.showing import Table, add_shown, show, show_rows, write_json

if TYPE_CHECKING:
    from ranke.answers import JudgementRow
    from ranke.record import Record


def commands(add: Add) -> None:
    """Add the commands that judge."""
    one = add(
        "merge",
        "say that two actors, or two events, are one",
        _merge,
        example="ranke merge 'S. Arouri' 'Saleh al-Arouri'",
    )
    one.add_argument("one", metavar="A", help="a name or an id")
    one.add_argument("other", metavar="B", help="a name or an id")
    _add_judgement(one)
    one = add("split", "say that some of what is held for one actor or event is another", _split)
    one.add_argument("one", metavar="A", help="the actor or the event: a name or an id")
    one.add_argument(
        "members", nargs="+", metavar="MEMBER", help="what is another one: an entry's id, REPORT:ID, or a report"
    )
    _add_judgement(one)
    one = add("distinct", "say that two actors, or two events, are not the same", _distinct)
    one.add_argument("one", metavar="A", help="a name or an id; or an entry of the same one as B")
    one.add_argument("other", metavar="B", help="a name or an id")
    _add_judgement(one)
    one = add("confirm", "say that an event is right, or that two entries of one are one", _confirm)
    _add_doubtful(one)
    one = add("unsure", "say that nobody can tell, so that ranke review asks no more", _unsure)
    _add_doubtful(one)
    one = add("reject", "say that an event did not happen as the record holds it", _reject)
    one.add_argument("event", metavar="EVENT", help="its id or the beginning of it, or REPORT:ID")
    _add_judgement(one)
    one = add("retype", "say that an event is of another type", _retype, example="ranke retype e3k2abcd CONSULT")
    one.add_argument("event", metavar="EVENT", help="its id or the beginning of it, or REPORT:ID")
    one.add_argument("type", type=one_type, metavar="TYPE", help="a type of event, such as CONSULT")
    _add_judgement(one)
    one = add("judgements", "what people decided", _judgements)
    add_record(one)
    add_shown(one)
    one = add("undo", "undo a judgement", _undo)
    one.add_argument("number", type=count, metavar="N", help="its number in ranke judgements")
    add_record(one)
    add_shown(one, as_csv=False)


def _add_judgement(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--note", default="", metavar="TEXT", help="why, for those who come later")
    parser.add_argument(
        "--author", metavar="NAME", help="who decides (default: the variable RANKE_AUTHOR, else the login)"
    )
    add_record(parser)
    add_shown(parser, as_csv=False)


def _add_doubtful(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("one", metavar="A", help="an event or an actor, or the first entry that ranke review shows")
    parser.add_argument("other", metavar="B", nargs="?", help="the second one that ranke review shows")
    _add_judgement(parser)


def _merge(options: argparse.Namespace) -> int:
    return _judge(options, lambda record: record.merge(options.one, options.other, **_signed(options)))


def _split(options: argparse.Namespace) -> int:
    return _judge(options, lambda record: record.split(options.one, options.members, **_signed(options)))


def _distinct(options: argparse.Namespace) -> int:
    return _judge(options, lambda record: record.distinct(options.one, options.other, **_signed(options)))


def _confirm(options: argparse.Namespace) -> int:
    return _judge(options, lambda record: record.confirm(options.one, options.other, **_signed(options)))


def _unsure(options: argparse.Namespace) -> int:
    return _judge(options, lambda record: record.unsure(options.one, options.other, **_signed(options)))


def _reject(options: argparse.Namespace) -> int:
    return _judge(options, lambda record: record.reject(options.event, **_signed(options)))


def _retype(options: argparse.Namespace) -> int:
    return _judge(options, lambda record: record.retype(options.event, options.type, **_signed(options)))


def _undo(options: argparse.Namespace) -> int:
    return _judge(options, lambda record: record.undo(options.number))


def _judge(options: argparse.Namespace, decide: Callable[["Record"], "JudgementRow"]) -> int:
    """Make or undo a judgement and show it as it now stands in the record."""
    with record_of(options) as record:
        row = decide(record)
    if options.json:
        write_json([row])
        return ALL_READ
    from ranke.views.judgements import judgements_view

    show(options, judgements_view([row]))
    return ALL_READ


def _signed(options: argparse.Namespace) -> dict[str, str]:
    return {"note": options.note, "author": options.author or os.environ.get("RANKE_AUTHOR") or _login()}


def _login() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # a process may have no name on its system
        return ""


def _judgements(options: argparse.Namespace) -> int:
    from ranke.answers import JudgementRow

    with record_of(options) as record:
        rows = record.judgements()
    from ranke.views.judgements import judgements_view

    table = Table(rows, JudgementRow, "nobody has decided anything yet")
    return show_rows(options, table, lambda: judgements_view(rows))
