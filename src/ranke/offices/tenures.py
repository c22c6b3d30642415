"""Who held an office from when to when: reads and checks the tables of holders, and looks them up."""

import csv
import re
from calendar import monthrange
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from importlib.resources import files

from ranke.errors import TableError
from ranke.offices.names import fold
from ranke.offices.titles import holder_key, is_code, leading, near, title_key

FIELDS = ("title", "holder", "since", "until", "person", "article", "sure")
SURE = ("day", "month", "year", "doubt")
_DAY = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")
_LENGTH = {"day": 10, "month": 7, "year": 4, "doubt": 4}
_ENDLESS = "9999-12-31"
SURELY, PERHAPS, NOT = 2, 1, 0


@dataclass(frozen=True, slots=True)
class Tenure:
    """A row of a table: who held an office from when to when.

    `until` is the first day not in office any more, "" where no end is known; `ongoing` says that the table ends
    before the tenure. Both days are ISO prefixes that are right to the precision that `sure` tells.
    """

    title: str
    holder: str
    since: str
    until: str
    person: str
    article: str
    sure: str
    ongoing: bool = False
    table: str = ""

    @property
    def name(self) -> str:
        """The title of the article on the holder, or the usual name."""
        return self.article or self.person

    def holds(self, start: str, end: str) -> int:
        """Tell whether the office was held all through the days from start to end: SURELY, PERHAPS or NOT."""
        length = _LENGTH[self.sure]
        since, until = self.since[:length], (self.until or _ENDLESS)[: 10 if self.ongoing else length]
        exact = len(until) == _LENGTH["day"]
        # Who held on when the table was closed is known to have done so on its last day.
        ended = end > until if self.ongoing and exact else end >= first_day(until)
        if last_day(since) <= start and not ended and self.sure != "doubt":
            return SURELY
        within = start <= last_day(until) if self.ongoing or not exact else start < until
        return PERHAPS if first_day(since) <= end and within else NOT


def first_day(value: str) -> str:
    """Return the first day of an ISO prefix."""
    return value + "-01-01"[len(value) - 4 :] if len(value) < _LENGTH["day"] else value


def last_day(value: str) -> str:
    """Return the last day of an ISO prefix."""
    if len(value) == _LENGTH["year"]:
        return f"{value}-12-31"
    if len(value) == _LENGTH["month"]:
        return f"{value}-{monthrange(int(value[:4]), int(value[5:]))[1]:02}"
    return value


def is_day(value: str) -> bool:
    """Whether a text is a day, month or year of the calendar in ISO form."""
    if not _DAY.fullmatch(value) or not value.isascii():
        return False
    try:
        date.fromisoformat(first_day(value))
    except ValueError:
        return False
    return True


def read_tenures(text: str, table: str) -> list[Tenure]:
    """Return the rows of a table of holders.

    Args:
        text: The table: CSV with the fields of `FIELDS`; lines that start with `#` are its commentary.
        table: What it is called where it is told what is wrong.

    Raises:
        TableError: If the head or a row is not as it should be; the message names the line.
    """
    lines = [(n, line) for n, line in enumerate(text.removeprefix("\ufeff").splitlines(), 1) if _counts(line)]
    if not lines or tuple(_cells(lines[0][1])) != FIELDS:
        raise _broken(table, f"the first line that is no comment must be {','.join(FIELDS)}")
    found: dict[tuple[str, ...], Tenure] = {}
    for number, line in lines[1:]:
        cells = _cells(line)
        if wrong := _wrong(cells):
            raise _broken(table, wrong, number)
        title, holder, since, until, person, article, sure = cells
        row = Tenure(title, holder, since, until, person, article, sure, table=table)
        if row_key(row) in found:
            raise _broken(table, f"{row.title} of {row.holder} since {row.since} stands twice", number)
        found[row_key(row)] = row
    last = max((row.until for row in found.values()), default="")
    return [_ongoing(row, last) for row in found.values()]


def row_key(row: Tenure) -> tuple[str, ...]:
    """Return what a row of a table is told from the others by."""
    return row.title, row.holder, row.since, row.person


def _broken(table: str, wrong: str, line: int = 0) -> TableError:
    return TableError(f"{table}:{line}: {wrong}" if line else f"{table}: {wrong}")


def _counts(line: str) -> bool:
    return bool(line.strip()) and not line.startswith("#")


def _cells(line: str) -> list[str]:
    return [cell.strip() for cell in next(csv.reader([line]))]


def _ongoing(row: Tenure, last: str) -> Tenure:
    if row.until and row.until != last:
        return row
    return replace(row, ongoing=True)


def _wrong(cells: Sequence[str]) -> str:
    """Return what is wrong with a row, or the empty text."""
    if len(cells) != len(FIELDS):
        return f"{len(cells)} fields, not {len(FIELDS)}"
    title, holder, since, until, person, _, sure = cells
    if not (title and holder and person):
        return "title, holder and person must be there"
    if is_code(holder) and not _is_country(holder):
        return f"{holder!r} is no code of a country; write ISO 3166-1 alpha-3 or the name of the body"
    if sure not in SURE:
        return f"sure is {sure!r}; it must be one of {', '.join(SURE)}"
    for value in (since, until):
        if not is_day(value) and (value or value is since):
            return f"{value!r} is no day, month or year such as 2019-07-23, 2019-07 or 2019"
    if until and last_day(until) < first_day(since):
        return f"it ended ({until}) before it began ({since})"
    return ""


@cache
def _codes() -> frozenset[str]:
    from ranke.offices.lookups import country_names  # noqa: PLC0415 - only where a table has a code that is none

    return frozenset(country_names())


def _is_country(code: str) -> bool:
    return code in _codes() or holder_key(code.lower()) != fold(code)


class Offices:
    """All that the tables know of who held which office; made once, never changed.

    Args:
        tenures: The rows. Those of a later table take the place of all that an earlier one has on the same office.
    """

    def __init__(self, tenures: Iterable[Tenure]) -> None:
        self._offices: dict[tuple[str, str], list[Tenure]] = {}
        self._people: dict[str, list[Tenure]] = {}
        self._surnames: dict[str, list[str]] = {}
        for row in tenures:
            key = title_key(row.title, row.holder), holder_key(row.holder)
            of = self._offices.setdefault(key, [])
            if of and of[0].table != row.table:
                of.clear()
            of.append(row)
        for rows in self._offices.values():
            rows.sort(key=lambda row: (row.since, row.person))
            for row in rows:
                self._people.setdefault(fold(row.person), []).append(row)
        for person in self._people:
            for word in dict.fromkeys(person.split()[1:] or person.split()):
                self._surnames.setdefault(word, []).append(person)

    def __iter__(self) -> Iterator[tuple[Tenure, ...]]:
        """Yield the tenures of each office in the order of time."""
        return (tuple(rows) for rows in self._offices.values())

    def of_office(self, title: str, holder: str, day: str = "") -> tuple[Tenure, ...]:
        """Return the tenures of an office, or of the one that its country has in its place; () where none is known."""
        key, of = title_key(title, holder), holder_key(holder)
        for one in (key, *near(key)):
            if rows := self._offices.get((one, of)):
                return tuple(rows)
        for led in leading(of, day) if key == "leader" else ():
            if rows := self._offices.get((title_key(led, of), of)):
                return tuple(rows)
        return ()

    def of_person(self, name: str) -> tuple[Tenure, ...]:
        """Return the tenures of the person with a full name, in the order of time."""
        return tuple(sorted(self._people.get(fold(name), ()), key=lambda row: (row.since, row.title)))

    def called(self, word: str) -> tuple[str, ...]:
        """Return the folded names of the people who have a folded word in their name, the first name left out."""
        return tuple(self._surnames.get(word, ()))


def holders(offices: Offices, title: str, holder: str, date: str) -> tuple[tuple[Tenure, int], ...]:
    """Return who held an office on a day or in a month or year, the surest first, each with how sure that is."""
    start, end = first_day(date), last_day(date)
    told = [(row, row.holds(start, end)) for row in offices.of_office(title, holder, start)]
    told = [(row, sure) for row, sure in told if sure != NOT]
    return tuple(sorted(told, key=lambda one: (-one[1], -_shared(one[0], start, end), one[0].since)))


def _shared(row: Tenure, start: str, end: str) -> int:
    """Return the days that a tenure has of a period."""
    since, until = max(first_day(row.since), start), min(last_day(row.until or _ENDLESS), end)
    return (date.fromisoformat(until) - date.fromisoformat(since)).days


def holder_of(title: str, holder: str, date: str, *, offices: Offices | None = None) -> str | None:
    """Return the usual name of who surely held an office on a day, None where the tables do not know.

    Args:
        title: The office, in any usual wording: "defence minister", "president".
        holder: The country's ISO 3166-1 alpha-3 code, or the name of the body.
        date: The day, YYYY-MM-DD; a month or year where one held it all through.
        offices: The tables to look in; those that come with Ranke where none are given.
    """
    if not is_day(date):
        return None
    told = holders(offices or shipped(), title, holder, date)
    sure = [row.person for row, how in told if how == SURELY]
    return sure[0] if len(set(sure)) == 1 else None


@cache
def shipped() -> Offices:
    """Return what the tables that come with Ranke know.

    Raises:
        TableError: If a row is not as it should be, or one office stands in two tables.
    """
    return Offices(shipped_rows())


def shipped_rows() -> list[Tenure]:
    """Return the rows of all tables that come with Ranke.

    Raises:
        TableError: If a row is not as it should be, or one office stands in two tables.
    """
    folder = files("ranke").joinpath("offices/holders")
    tables = sorted((one for one in folder.iterdir() if one.name.endswith(".csv")), key=lambda one: one.name)
    rows = [row for one in tables for row in read_tenures(one.read_text(encoding="utf-8"), one.name)]
    if twice := shared_offices(rows):
        message = f"tables of holders: these offices stand in two of them: {'; '.join(twice)}"
        raise TableError(message)
    return rows


def shared_offices(rows: Iterable[Tenure]) -> list[str]:
    """Return the offices that stand in more than one table, each with the tables."""
    tables: dict[tuple[str, str], dict[str, str]] = {}
    for row in rows:
        key = title_key(row.title, row.holder), holder_key(row.holder)
        tables.setdefault(key, {}).setdefault(row.table, row.title)
    found = [(key, of) for key, of in tables.items() if len(of) > 1]
    return [f"{next(iter(of.values()))} of {key[1]} ({', '.join(of)})" for key, of in found]
