"""Parsed text → its time expressions with their ISO 8601 values against the report's date."""

import re
from bisect import bisect_right
from datetime import date as day_of

from spacy.tokens import Doc

from ranke.model import Span, Time
from ranke.reading.offsets import Offsets
from ranke.reading.times import days as timedays
from ranke.reading.times import isodates, tense
from ranke.reading.times import lengths as timelengths
from ranke.reading.times import units as timeunits
from ranke.reading.times.grammar import find, fold
from ranke.reading.times.guards import plausible
from ranke.reading.times.setting import Setting, start_of
from ranke.reading.words import words_of

_RESOLVERS = timedays.RESOLVERS | timeunits.RESOLVERS | timelengths.RESOLVERS
_QUOTE = re.compile(r"[“”\"\n]")
_GLUE = re.compile(
    r"[ ,(]*(?:(?:on|at|around|about|of|in|shortly|just|after|before|approximately|local|time|early|late)[ ,]+)*"
)
_MAX_GLUE = 40
_FIRST_YEAR, _LAST_YEAR = 1000, 2200
_ON_ITS_OWN = frozenset({"weekday", "weekdays", "date", "days", "month", "weekend"})
"""Kinds that don't point at the day of speaking by themselves."""
_SETTING = frozenset({"in", "on", "during", "since", "by", "at", "from", "until"})
"""What stands before a time that tells when."""
_FRONT = 6
"""Tokens into a sentence up to which a time may stand in the phrase that opens it."""
_SHORT = 8
"""Characters before a time in which such a word stands."""
_SAYING_DAYS = 10
"""How old the day that the text has set may be to be the day on which a quotation was spoken."""


def find_times(doc: Doc, date: str, *, durations: bool = False) -> list[Time]:
    """Return the time expressions of a report in order, none overlapping.

    Needs tags, dependencies and entities; adds nothing to the `Doc`.

    Args:
        doc: The parsed text.
        date: The report's date, ISO 8601; where it names no day, values that hang on it are null.
        durations: Return lengths ("for three days") and repetitions ("every Tuesday") too, which name no day.
    """
    report = isodates.parse_day(date)
    if report is not None and not _FIRST_YEAR <= report.year <= _LAST_YEAR:
        report = None
    text = words_of(doc).whole
    quotes = quotations(text)
    offsets = Offsets(doc)
    sentences = [i for i, opens in enumerate(words_of(doc).opens) if opens]
    kinds: list[str] = []
    times: list[Time] = []
    memory = _Memory(report)
    for found in find(text):
        token = offsets.top(found.start, found.end)
        if token is None or not plausible(found, text, offsets):
            continue
        quoted, sentence = inside(quotes, found.start), bisect_right(sentences, token.i)
        resolved = _RESOLVERS[found.kind](
            found, memory.setting(tense.direction(token), quoted=quoted, kind=found.kind, sentence=sentence)
        )
        if resolved is None:
            continue
        time = Time(span=(found.start, found.end), value=resolved[0], type=resolved[1])
        joined = _joined(times[-1], kinds[-1], time, found.kind, text) if times else None
        if joined is not None:
            times.pop(), kinds.pop()
        times.append(joined or time)
        kinds.append("clock" if joined else found.kind)
        opens = sentences[sentence - 1] if sentence else 0
        memory.note(
            times[-1],
            quoted=quoted,
            sentence=sentence,
            leads=_leads(doc, opens, token.i, _word_before(text, found.start)),
        )
    return [time for time in times if durations or time.type in ("DATE", "TIME")]


def _word_before(text: str, at: int) -> str:
    """Return the word before a place of the text, of which only the last letters count."""
    return text[max(0, at - _SHORT) : at].rstrip().rpartition(" ")[2].lower()


def _leads(doc: Doc, opens: int, token: int, before: str) -> bool:
    """Return whether a time sets its sentence's year: "in 2016, ... in May", not "the deal of 2016 ended in May"."""
    return before in _SETTING or (token - opens <= _FRONT and doc[opens].lower_ in _SETTING)


class _Memory:
    """What the text has named so far.

    Attributes:
        report: The day of the report.
        last: The last value named, of any precision; `last_in` the number of its sentence, if it sets the year there.
        last_day: The last day named.
        told: The last day named, outside quotations, that the report tells of: not one still ahead.
        latest: The latest such day.
        main: The first such day, as a rule that of the report's main event.
    """

    def __init__(self, report: day_of | None) -> None:
        self.report = report
        self.last: str | None = None
        self.last_in = -1
        self.last_day: day_of | None = None
        self.told: day_of | None = None
        self.main: day_of | None = None
        self.latest: day_of | None = None
        self.told_in = -1

    def setting(self, way: int, *, quoted: bool, kind: str, sentence: int) -> Setting:
        """Return what the next expression is resolved against.

        Args:
            way: Which way its clause looks.
            quoted: Whether it stands inside a quotation, where "today" is the day of speaking.
            kind: The kind of expression.
            sentence: The number of its sentence.
        """
        base = self.report
        spoken = self.told if self.told_in == sentence else self.main
        told_today = base is not None and self.latest == base
        if (
            quoted
            and spoken is not None
            and base is not None
            and not told_today
            and (base - spoken).days <= _SAYING_DAYS
        ):
            base = spoken
        if way == tense.LATER_THEN:
            way = tense.FUTURE
            if (
                kind in _ON_ITS_OWN
                and self.told is not None
                and base is not None
                and (base - self.told).days <= _SAYING_DAYS
            ):
                base = self.told
        last_day = self.last_day if way == tense.FUTURE or self.told is None else self.told
        if kind == "clock" and self.told_in != sentence:
            last_day = self.main or last_day
        return Setting(base=base, last_day=last_day, last=self.last, way=way, told=self._year_told(way, sentence))

    def _year_told(self, way: int, sentence: int) -> day_of | None:
        """Return the first day of the last value, if the same sentence named it and tells of an earlier year."""
        start = start_of(self.last) if self.last_in == sentence and way != tense.FUTURE else None
        return start if start is not None and self.report is not None and start.year < self.report.year else None

    def note(self, time: Time, *, quoted: bool, sentence: int, leads: bool) -> None:
        """Remember an expression's value; `leads` tells that its year is that of what its sentence tells next."""
        if time.value is None or time.type in ("DURATION", "SET"):
            return
        self.last, self.last_in = time.value, sentence if leads else -1
        day = isodates.parse_day(time.value) if "/" not in time.value else None
        if day is None:
            return
        self.last_day = day
        if not quoted and (self.report is None or day <= self.report):
            self.told, self.told_in = day, sentence
            self.main = self.main or day
            self.latest = max(self.latest or day, day)


def _joined(before: Time, kind: str, time: Time, kind_now: str, text: str) -> Time | None:
    """Return a day and a time of day that stand together as one: "Tuesday at 3 p.m.", "noon (0900 UTC)"; else null."""
    between = fold(text[before.span[1] : min(time.span[0], before.span[1] + 2 * _MAX_GLUE)])
    if len(between) > _MAX_GLUE or "clock" not in (kind, kind_now) or not _GLUE.fullmatch(between):
        return None
    first, second = before.value or "", time.value or ""
    span = (before.span[0], time.span[1])
    if kind_now != "clock" and isodates.parse_day(second) and "T" in first and "/" not in second:
        return Time(span=span, value=f"{second[:10]}T{first.partition('T')[2]}", type="TIME")
    if kind_now == "clock" and isodates.parse_day(first) and "/" not in first:
        return Time(
            span=span, value=first if kind == "clock" else f"{first[:10]}T{second.partition('T')[2]}", type="TIME"
        )
    return None


def quotations(text: str) -> list[Span]:
    """Return the stretches between double quotation marks, each within one paragraph."""
    spans: list[Span] = []
    opened: int | None = None
    for match in _QUOTE.finditer(text):
        mark = match.group()
        if mark[0] == "\n" or mark == "”" or (mark == '"' and opened is not None):
            if opened is not None:
                spans.append((opened, match.start()))
            opened = None
        elif opened is None:
            opened = match.end()
    if opened is not None:
        spans.append((opened, len(text)))
    return spans


def inside(spans: list[Span], at: int) -> bool:
    """Return whether a character lies in one of the spans, which are in order and don't overlap."""
    place = bisect_right(spans, at, key=lambda span: span[0])
    return place > 0 and spans[place - 1][0] <= at < spans[place - 1][1]
