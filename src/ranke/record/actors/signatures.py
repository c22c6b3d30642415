"""What of an appearance its actor is known by across reports, and no more.

Most reports of one actor give the same signature, so that a record of many reports has few of them to compare.
"""

import json
from dataclasses import asdict, dataclass, replace

from ranke.offices.names import NUMERALS, fold
from ranke.offices.polities import country_of, part_of_country
from ranke.offices.titles import is_code
from ranke.record.actors.bodies import Body, body, known, outlet
from ranke.record.actors.crowds import organization_of_set, people
from ranke.record.actors.holders import holder
from ranke.record.actors.offices import Office, office
from ranke.record.actors.persons import FAMOUS, SHORT, Words, common, person_name, single, surnames
from ranke.record.parts import Appearance

_CLASS = {
    "GOV": "politics", "LEG": "politics", "JUD": "politics", "PTY": "politics", "OPP": "politics", "IGO": "politics",
    "MIL": "security", "COP": "security", "SPY": "security", "REB": "armed", "CRM": "armed",
    "MED": "media", "BUS": "business", "EDU": "education", "REL": "religion", "NGO": "civic",
}  # fmt: skip
"""Sectors between which people move and readings waver are one class; civilians and refugees are of none."""
_MONTHS = 12
_NAMES = 3
"""Words of a full name at most, where a report uses one of them alone as a rule."""
_TERM = 6
"""Months in which an office counts as held by who is named with it."""


@dataclass(frozen=True, slots=True, order=True)
class Signature:
    """What identity is told by.

    `kind` is person, country, organization (media too) or group. `names` are folded: a person's one name as one text,
    a body's name and initials. `period` counts months (groups) or half-years (offices); `own` is set where the
    appearance tells nobody apart and so stands alone; `tag` tells apart what a person split.
    """

    kind: str
    names: tuple[str, ...] = ()
    country: str = ""
    sector: str = ""
    offices: tuple[Office, ...] = ()
    period: int = 0
    own: str = ""
    tag: str = ""

    def dump(self) -> str:
        """Return the signature as canonical JSON: only what is set, keys sorted."""
        told = {key: value for key, value in asdict(self).items() if value}
        return json.dumps(told, ensure_ascii=False, sort_keys=True, separators=(",", ":"))

    @classmethod
    def load(cls, text: str) -> "Signature":
        """Return the signature that `dump` wrote."""
        told = json.loads(text)
        told["names"] = tuple(told.get("names", ()))
        told["offices"] = tuple((title, holder) for title, holder in told.get("offices", ()))
        return cls(**told)


def signature(appearance: Appearance) -> Signature:
    """Return what an appearance's actor is known by across reports."""
    if appearance.kind == "person":
        return _person(appearance)
    if appearance.kind == "country":
        return _polity(appearance)
    if appearance.kind == "group":
        return _group(appearance)
    if person_name(appearance.name) in FAMOUS:
        # A name that a report never introduces is sometimes read as a body's.
        return _person(replace(appearance, kind="person", country=None))
    return _body(appearance)


def _alone(appearance: Appearance) -> Signature:
    kind = "organization" if appearance.kind == "media" else appearance.kind
    return Signature(kind, country=appearance.country or "", own=f"{appearance.report}#{appearance.id}")


def _months(day: str) -> int:
    """Return the number of the month of a day, YYYY-MM-DD; 0 where there is none."""
    parts = day.split("-")
    if len(parts) < 2 or not (parts[0].isdigit() and parts[1].isdigit()):  # noqa: PLR2004 (a year and a month)
        return 0
    return int(parts[0]) * _MONTHS + int(parts[1]) - 1


def _polity(appearance: Appearance) -> Signature:
    text = fold(appearance.name)
    country = appearance.country or ""
    part = part_of_country(text, country)
    if part:
        return Signature("country", (part,), country)
    code = country_of(text) or ("" if country == "IGO" else country)
    if code:
        return Signature("country", (code,), code)
    return Signature("country", (text,)) if text else _alone(appearance)


def _body(appearance: Appearance) -> Signature:
    country = appearance.country or ""
    if part_of_country(fold(appearance.name), country):
        return _polity(appearance)
    if appearance.kind == "media":
        found = outlet(appearance.name, country)
    else:
        found = body(appearance.name, country, appearance.aliases, _months(appearance.day) // _MONTHS)
    if found is None:
        return _alone(appearance)
    return _of_body(found)


def _of_body(found: Body) -> Signature:
    if found.names == ("government",) and found.country not in ("", "IGO"):
        return Signature("country", (found.country,), found.country)
    return Signature("organization", found.names, found.country)


def _group(appearance: Appearance) -> Signature:
    country = appearance.country or ""
    if organization_of_set(appearance.name, country):
        found = body(appearance.name, country, (), _months(appearance.day) // _MONTHS)
        return _alone(appearance) if found is None else _of_body(found)
    told = people(appearance.name, country)
    if told is None:
        return _alone(appearance)
    return Signature("group", (told.key,), country, period=0 if told.enduring else _months(appearance.day))


def _person(appearance: Appearance) -> Signature:
    country, sector = appearance.country or "", appearance.sector or ""
    words = _full_name(appearance)
    if len(words) == 1 and words[0] in SHORT and country in ("", SHORT[words[0]][1]):
        words = SHORT[words[0]][0]
    offices = _offices(appearance, country, named=bool(words))
    held = [(entry, holder(entry, appearance.day)) for entry in offices]
    for (_, body_of), who in held:
        # An office whose holder is known tells who it is, and nothing more of somebody who has a name.
        if who and (not words or (single(words) and single(words) in surnames(who))):
            words, country, sector = who, body_of if is_code(body_of) else country, sector or "GOV"
    known_as = FAMOUS.get(words)
    if known_as is not None and _fits(known_as, country, sector):
        country, sector = known_as
    open_offices = tuple(entry for entry, who in held if not who)
    told = Signature(
        "person",
        (" ".join(words),) if words else (),
        country,
        _CLASS.get(sector, ""),
        open_offices,
        _months(appearance.day) // _TERM if open_offices else 0,
    )
    return told if _tells(told, words) else _alone(appearance)


def _fits(known_as: tuple[str, str], country: str, sector: str) -> bool:
    """Whether a well-known name's country or field is what its report tells."""
    return country in ("", known_as[0]) or _CLASS.get(sector) == _CLASS.get(known_as[1])


def _full_name(appearance: Appearance) -> Words:
    """Return the fullest form of a person's name that its report has."""
    words = person_name(appearance.name)
    if not words:
        return ()
    for alias in sorted(appearance.aliases):
        longer = person_name(alias)
        fuller = len(longer) > len(words) and set(words) <= set(longer) and longer[-1] not in NUMERALS
        if fuller and (longer[0] == words[0] or (len(words) == 1 and len(longer) <= _NAMES)):
            words = longer
    return words


def _offices(appearance: Appearance, country: str, *, named: bool) -> tuple[Office, ...]:
    """Return the offices that tell who somebody is; of the unnamed only those that its own words name."""
    told = set(fold(appearance.name).split())
    held = {
        office(title, organization or "", country)
        for title, organization in appearance.roles
        if named or not told.isdisjoint(fold(title).split())
    }
    if not named and held <= {None}:
        held = {_described(appearance.name, country)}
    return tuple(sorted(entry for entry in held if entry is not None))


def _described(name: str, country: str) -> Office | None:
    """Return the office that a description without a name is: "the UN's Syria envoy", "Turkish president"."""
    words = fold(name).split()
    for k in (3, 2, 1):
        if known(" ".join(words[:k]), ""):
            return office(" ".join(words[k:]), " ".join(words[:k]), country)
    return office(name, "", country)


def _tells(told: Signature, words: Words) -> bool:
    """Whether two appearances of one signature are one actor: more than a common name, or one office."""
    if not words:
        return bool(told.offices)
    if common(words):
        return bool(told.offices) or bool(told.country and told.sector and len(words) > 1)
    return len(words) > 1 or bool(told.country) or bool(told.offices)
