"""`ranke watch` looks into feeds again and again, and files what is new in a record."""

import argparse
import os
import time
from collections import Counter
from itertools import batched
from pathlib import Path
from typing import TYPE_CHECKING

from ranke.commands.frame import (
    ALL_READ,
    NOTHING_READ,
    SOME_NOT_READ,
    Add,
    add_record,
    count,
    limit,
    record_of,
    say,
    told,
)
from ranke.errors import ReportError, UsageError

if TYPE_CHECKING:
    from ranke.record import Record
    from ranke.watch import Watch

_AT_ONCE = 5
"""Reports that are read and filed together: few, as each is fetched slowly and none should be fetched twice."""


def commands(add: Add) -> None:
    """Add the command that watches."""
    watch = add(
        "watch",
        "look into RSS and Atom feeds and file what is new",
        _watch,
        example="ranke watch https://herald.example/rss feeds.txt --record my.db --every 30",
    )
    watch.add_argument(
        "feeds", nargs="+", metavar="FEED", help="the address of a feed, or a file with one on each line"
    )
    add_record(watch, more="; made where there is none (default: the variable RANKE_RECORD)")
    often = watch.add_mutually_exclusive_group()
    often.add_argument("--once", action="store_true", help="look once and end")
    often.add_argument("--every", type=count, default=30, metavar="MINUTES", help="how often to look (default: 30)")
    watch.add_argument(
        "--delay", type=limit, default=2, metavar="SECONDS", help="between two pages of one host (default: 2)"
    )
    watch.add_argument("--no-pages", action="store_true", help="read what the feeds hold and fetch no pages")
    watch.add_argument(
        "--state", metavar="FILE", help="what is remembered (default: RECORD.watch.json, beside the record)"
    )


def _watch(options: argparse.Namespace) -> int:
    from ranke import __version__
    from ranke.watch import Fetcher, State, Watch

    feeds = _feeds(options.feeds)
    state = State(_state_file(options))
    with record_of(options, create=True) as record, Fetcher(version=__version__, delay=options.delay) as fetcher:
        watch = Watch(fetcher, state, pages=not options.no_pages)
        while True:
            filed = Counter[str]()
            with told(filed):
                for feed in feeds:
                    _visit(watch, feed, record, filed)
            if not filed:
                say("nothing new")
            if options.once:
                return _code(filed)
            time.sleep(options.every * 60)
            fetcher.forget()


def _visit(watch: "Watch", feed: str, record: "Record", filed: Counter[str]) -> None:
    """File what is new in one feed; a problem with it costs this feed and round only."""
    from ranke.batch import read_into

    try:
        for lot in batched(watch.visit(feed), _AT_ONCE):
            for found in lot:
                if found.error:
                    say(str(found.error))
                    filed["not read"] += found.report is None
            reports = [found.report for found in lot if found.report]
            filed.update(became for _, became in read_into(record, reports))
            for found in lot:
                watch.filed(found)
        watch.finish(feed)
    except ReportError as error:
        filed["not read"] += 1
        say(str(error))


def _code(filed: Counter[str]) -> int:
    if not filed["not read"]:
        return ALL_READ
    return SOME_NOT_READ if filed.total() > filed["not read"] else NOTHING_READ


def _feeds(given: list[str]) -> list[str]:
    """Return the addresses of feeds, each once: those given, and those in files that are given."""
    found: list[str] = []
    for one in given:
        if one.lower().startswith(("http://", "https://")):
            found.append(one)
            continue
        try:
            lines = Path(one).read_text(encoding="utf-8").splitlines()
        except (OSError, ValueError) as error:
            message = f"{one!r} is no address of http or https, and no file that can be read; check it"
            raise UsageError(message) from error
        inside = [line.strip() for line in lines if line.strip() and not line.lstrip().startswith("#")]
        if wrong := [line for line in inside if not line.lower().startswith(("http://", "https://"))]:
            message = f"{one}: {wrong[0][:100]!r} is no address of http or https; write one feed on each line"
            raise UsageError(message)
        found += inside
    if not found:
        message = f"no feed in {', '.join(given)}; write one address on each line"
        raise UsageError(message)
    return list(dict.fromkeys(found))


def _state_file(options: argparse.Namespace) -> Path:
    """Return the file in which the watch remembers: the one that is given, else one beside the record."""
    if options.state:
        return Path(options.state)
    where = options.record or os.environ.get("RANKE_RECORD") or ""
    if "://" in where:
        message = "a record in a database has no folder; name a file to remember in with --state watch.json"
        raise UsageError(message)
    return Path(f"{where}.watch.json")
