"""Who a description means on a day: `who`."""

from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import cast

from ranke.answers.described import Candidate, Described, Sureness
from ranke.errors import TableError, UsageError
from ranke.model import Sector
from ranke.offices.descriptions import Parts, describe
from ranke.offices.lookups import country_names, fold, match_at
from ranke.offices.names import fold as fold_words
from ranke.offices.nouns import find_nouns
from ranke.offices.tenures import (
    NOT,
    SURELY,
    Offices,
    Tenure,
    first_day,
    holders,
    is_day,
    last_day,
    read_tenures,
    shipped,
    shipped_rows,
)
from ranke.offices.titles import holder_key, is_code, title_key

_OTHERS = 5
"""Candidates that are told besides the one who is meant."""
_CHIEFS = frozenset({"leader", "commander", "chief staff", "chief commander in"})
"""Titles of the head of an army, as they are looked up."""
_STATELESS = frozenset({"ATA"})
"""Codes of lands that are nobody's country."""
_STATE = frozenset({"GOV", "LEG", "MIL", "SPY", "COP", "JUD"})
"""Sectors of bodies whose heads stand in the tables under their country."""


def who(
    text: str, *, date: str | None = None, context: str = "", offices: str | Path | Iterable[str | Path] = ()
) -> Described:
    """Return what a description of an actor says, and who is meant by it on a day.

    Args:
        text: The description or name: "French defense minister", "Turkey-backed Syrian rebels", "Merkel".
        date: The day, or month or year, in ISO form. Without one no holder of an office is told.
        context: Words that stood near; the one country they name is taken where the description names none.
        offices: Tables of holders of your own, which go before those of Ranke on the same offices.

    Raises:
        UsageError: If the date is none.
        TableError: If a table can't be read.
    """
    if date and not is_day(date):
        message = f"{date!r} is no day, month or year of the calendar; write it as 2019-07-23, 2019-07 or 2019"
        raise UsageError(message)
    paths = (offices,) if isinstance(offices, (str, Path)) else tuple(offices)
    known = with_tables(paths) if paths else shipped()
    parts = describe(text, known)
    return _Answer(text, date or None, parts, known).answer(_one_country(context))


def with_tables(paths: Iterable[str | Path]) -> Offices:
    """Return what the tables of Ranke and those of a user know together.

    Raises:
        TableError: If a table can't be read.
    """
    return _with_tables(tuple((str(path), _stamp(path)) for path in paths))


def _stamp(path: str | Path) -> tuple[int, int]:
    try:
        found = Path(path).stat()
    except OSError as error:
        message = f"{path}: can't be read ({error.strerror})"
        raise TableError(message) from error
    return found.st_mtime_ns, found.st_size


@lru_cache(maxsize=4)
def _with_tables(paths: tuple[tuple[str, tuple[int, int]], ...]) -> Offices:
    rows = shipped_rows()
    for path, _ in paths:
        try:
            text = Path(path).read_text(encoding="utf-8")
        except OSError as error:
            message = f"{path}: can't be read ({error.strerror})"
            raise TableError(message) from error
        except UnicodeDecodeError as error:
            message = f"{path}: is no UTF-8; save it as CSV in UTF-8"
            raise TableError(message) from error
        rows += read_tenures(text, path)
    return Offices(rows)


def _one_country(context: str) -> str:
    """Return the country that a text names, where it names one only."""
    folded, found, i = fold(context[:2000]), set(), 0
    while i < len(folded):
        starts = folded[i].isalnum() and (i == 0 or not folded[i - 1].isalnum())
        match = match_at(folded, i) if starts else None
        if match is not None and match[1].sort != "organization" and match[1].country:
            found.add(match[1].country)
        i = match[0] if match is not None else i + 1
    return found.pop() if len(found) == 1 else ""


class _Answer:
    """Looks up who is meant by what a description says; used once."""

    def __init__(self, text: str, date: str | None, parts: Parts, offices: Offices) -> None:
        self.text, self.date, self.parts, self.offices = text, date, parts, offices
        self.start, self.end = (first_day(date), last_day(date)) if date else ("", "")

    def answer(self, context: str) -> Described:
        parts = self.parts
        if parts.country in _STATELESS:
            parts.country, parts.kind, parts.place = "", None, parts.place or self.text
        told = bool(parts.kind or parts.country or parts.person or parts.body)
        if told and not parts.country and not parts.person and parts.sector != "IGO":
            parts.country = context
        if parts.name:
            return self._person()
        if parts.title and parts.kind == "person":
            return self._office()
        name = None
        if parts.kind == "country":
            name = country_names().get(parts.country)
        elif parts.alone and parts.body:
            name = parts.body
        elif parts.kind is None:
            name = parts.place or None
        return self._plain(name=name, sure="sure" if name else None)

    def _plain(
        self, *, name: str | None = None, sure: Sureness | None = None, office: tuple[str, str] | None = None
    ) -> Described:
        parts = self.parts
        kind = parts.kind if not parts.thing or parts.kind == "person" else None
        return Described(
            text=self.text,
            date=self.date,
            kind=kind,
            country=parts.country or None,
            sector=parts.sector if kind else None,
            name=name,
            body=parts.body or None,
            office=office[0] if office else None,
            holder=office[1] if office else None,
            former=parts.former,
            sure=sure,
        )

    @property
    def holder(self) -> str:
        """What the office that a description names is held in."""
        return self.parts.body or self.parts.country

    def _office(self) -> Described:
        """Tell who held the office that is named."""
        parts = self.parts
        rows = self._rows(parts.title)
        office = (rows[0].title, rows[0].holder) if rows else self._told_office()
        if not rows or parts.unsettled or not self.date:
            return self._with(self._plain(office=office), self._past(rows) if parts.former else tuple(reversed(rows)))
        told = self._holders(rows)
        if not told:
            return self._with(self._plain(office=office), tuple(reversed(rows)))
        return self._held(told[0][0], told[0][1], tuple(row for row, _ in told[1:]))

    def _rows(self, title: str) -> tuple[Tenure, ...]:
        """Return the tenures of an office in the body named, else in its country."""
        body, country = self.parts.body, self.parts.country
        if body and (rows := self.offices.of_office(title, body, self.start)):
            return rows
        if body and country and self.parts.sector == "MIL" and title_key(title, country) in _CHIEFS:
            return self.offices.of_office("army chief", country, self.start)
        if not country or (body and (title_key(title, country) == "leader" or self.parts.sector not in _STATE)):
            return ()
        return self.offices.of_office(title, country, self.start)

    def _told_office(self) -> tuple[str, str] | None:
        return (self.parts.title, self.holder) if self.holder else None

    def _holders(self, rows: tuple[Tenure, ...]) -> list[tuple[Tenure, int]]:
        told = [(row, row.holds(self.start, self.end)) for row in rows]
        ordered = holders(self.offices, rows[0].title, rows[0].holder, self.date or "")
        return list(ordered) or [(row, sure) for row, sure in told if sure != NOT]

    def _past(self, rows: tuple[Tenure, ...]) -> tuple[Tenure, ...]:
        """Return who held an office before the day, the last one first."""
        return tuple(row for row in reversed(rows) if not self.date or (row.until and row.until <= self.end))

    def _person(self) -> Described:
        """Tell which office somebody with a name held."""
        parts = self.parts
        if parts.person is None:
            return self._surname()
        rows = self.offices.of_person(parts.person.name) or self._rows_of(parts.person.name)
        parts.country = parts.country or parts.person.country or ""
        titled = parts.sector if parts.title else None
        parts.sector = titled or parts.person.sector
        return self._of_person(rows, parts.person.name, "sure")

    def _rows_of(self, name: str) -> tuple[Tenure, ...]:
        return tuple(row for rows in self.offices for row in rows if row.name == name)

    def _of_person(self, rows: tuple[Tenure, ...], name: str, sure: Sureness) -> Described:
        parts = self.parts
        parts.kind = "person"
        wanted = [row for row in rows if not parts.country or not is_code(row.holder) or row.holder == parts.country]
        held = [(row, row.holds(self.start, self.end)) for row in wanted] if self.date else []
        held = sorted(((row, how) for row, how in held if how != NOT), key=lambda one: self._rank(*one))
        if held and not parts.former:
            return self._held(held[0][0], held[0][1], tuple(row for row, _ in held[1:]), name=name, sure=sure)
        past = [row for row in wanted if self.date and row.until and not row.ongoing and row.until <= self.start]
        if wanted:
            last = (past or wanted)[-1]
            parts.country = parts.country or (last.holder if is_code(last.holder) else "")
            parts.country = parts.country or body_country(last.holder)
            parts.sector = parts.sector or sector_of(last)
        if past and not parts.title and not any(row.ongoing and row.since <= self.start for row in wanted):
            parts.former = True
        once = [row for row in past if parts.title and self._named(row)] if parts.former else []
        told = self._plain(name=name, sure=sure, office=self._told_office() if parts.title else None)
        if once:
            row = once[-1]
            told = replace(told, office=row.title, holder=row.holder, since=row.since, until=row.until)
        return self._with(told, tuple(reversed(past or wanted)))

    def _named(self, row: Tenure) -> bool:
        """Whether a tenure is of the office that the description names."""
        return bool(self.parts.title) and title_key(self.parts.title, row.holder) == title_key(row.title, row.holder)

    def _rank(self, row: Tenure, how: int) -> tuple[int, int, int, str]:
        """Order the offices of one person: the one named first, then the surest, then those of a state."""
        return (0 if self._named(row) else 1, -how, 0 if is_code(row.holder) else 1, row.since)

    def _surname(self) -> Described:
        """Find who is meant by a surname with a title, or by a surname alone; else the words themselves tell."""
        parts, words = self.parts, self.parts.name.split()
        found: list[Tenure] = []
        if len(words) == 1:
            found = [row for name in self.offices.called(fold_words(words[0])) for row in self.offices.of_person(name)]
            if parts.title:
                found = [row for row in found if self._named(row)]
            if parts.country:
                found = [row for row in found if row.holder == parts.country or not is_code(row.holder)]
            if self.date:
                found = [row for row in found if row.holds(self.start, self.end) != NOT] or found * bool(parts.former)
        people = dict.fromkeys(row.name for row in found)
        if len(people) == 1 and (self.date or parts.title):
            name = next(iter(people))
            return self._of_person(tuple(found), name, "sure" if parts.title and parts.country else "likely")
        if not parts.title and not parts.country and not parts.body:
            return Described(text=self.text, date=self.date)
        parts.kind = "person"
        return self._plain(name=parts.name, sure="sure", office=self._told_office() if parts.title else None)

    def _held(
        self, row: Tenure, how: int, others: tuple[Tenure, ...], *, name: str = "", sure: Sureness | None = None
    ) -> Described:
        """Tell of somebody in office."""
        parts = self.parts
        parts.kind = "person"
        if is_code(row.holder):
            parts.country = parts.country or row.holder
        else:
            parts.country = parts.country or body_country(row.holder)
        parts.sector = parts.sector if parts.title and parts.sector else sector_of(row) or parts.sector
        told: Sureness = "likely" if how != SURELY or sure == "likely" else "sure"
        return self._with(
            Described(
                text=self.text,
                date=self.date,
                kind="person",
                country=parts.country or None,
                sector=parts.sector,
                name=name or row.name,
                body=None if is_code(row.holder) else row.holder,
                office=row.title,
                holder=row.holder,
                former=parts.former,
                since=row.since,
                until=None if row.ongoing else row.until,
                sure=sure if name and sure else told,
            ),
            others,
        )

    @staticmethod
    def _with(told: Described, others: tuple[Tenure, ...]) -> Described:
        rows = [row for row in others if (row.name, row.since) != (told.name, told.since)]
        return replace(told, others=tuple(candidate(row) for row in rows[:_OTHERS]))


def candidate(row: Tenure) -> Candidate:
    """Return a tenure as an answer tells it."""
    return Candidate(row.name, row.title, row.holder, row.since, None if row.ongoing else row.until)


@lru_cache(maxsize=4096)
def _of_body(holder: str) -> tuple[str, str]:
    match = match_at(fold(holder), 0)
    if match is not None and match[1].sort == "organization" and holder_key(match[1].name) == holder_key(holder):
        return match[1].country or "", match[1].sector or ""
    return "", ""


def body_country(holder: str) -> str:
    """Return the country of a body of the tables."""
    return _of_body(holder)[0]


def sector_of(row: Tenure) -> Sector | None:
    """Return the sector of an office: that of its title, or of the body where the title leaves it open."""
    if not is_code(row.holder) and (sector := _of_body(row.holder)[1]):
        return cast("Sector", sector)
    nouns = find_nouns(fold(row.title).lower().split())
    told = next((noun.sector for noun in reversed(nouns) if noun.sector), None)
    return told or ("GOV" if is_code(row.holder) else None)
