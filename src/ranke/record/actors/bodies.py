"""Names of organisations and media: what makes two of them one across reports."""

import re
from dataclasses import dataclass
from functools import lru_cache

from ranke.offices.names import fold
from ranke.offices.polities import countries_in, without
from ranke.tables import read_csv, read_toml

_TABLE = read_toml("ranke", "record/actors/bodies.toml")
GENERIC = frozenset(_TABLE["generic"].split())
FILLER = frozenset(_TABLE["filler"])
_OUTLET = frozenset(_TABLE["outlet"])
_VAGUE = frozenset(_TABLE["vague"])
_UNPOLICED = frozenset(_TABLE["policed_locally"])
_PASSING = frozenset(_TABLE["passing"])
_MANY = frozenset(_TABLE["many"])
_LOCAL = frozenset({"local", "nearby"})
SAME = {phrase: key for key, phrases in _TABLE["same"].items() for phrase in phrases}
_SKIPPED = frozenset(_TABLE["acronym"]["skipped"])

_ACRONYM = re.compile(r"^[A-Z][A-Za-z]?[A-Z](?:[A-Z-]*)$")
_ORDINAL = re.compile(r"^(\d+)(?:st|nd|rd|th)$")
_LEAST = 3
"""Letters from which on initials are a name of their own."""


@dataclass(frozen=True, slots=True)
class Body:
    """What a body is known by: its name, perhaps its initials, and its country."""

    names: tuple[str, ...]
    country: str


_UNITS = frozenset({"navy", "naval", "air", "marines", "brigade", "brigades", "coalition", "command", "office"})
"""Words of a part of a body: the table calls it by the whole, but it is not the whole."""
_OFFICIAL = frozenset({"GOV", "LEG", "JUD", "MIL", "COP", "SPY", "PTY", "OPP"})
"""Sectors whose bodies every country has."""
_SHARED = 3
"""Words up to which a name of general words is one that many countries share; longer ones are one body's."""


@dataclass(frozen=True, slots=True)
class _Known:
    """An organisation of the reading room's table; `shared` where bodies of other countries bear its name too."""

    name: str
    country: str
    shared: bool
    media: bool


def _known() -> dict[str, _Known]:
    """Return the organisations of the reading room's table by each of their folded names."""
    found: dict[str, _Known] = {}
    for row in read_csv("ranke", "reading/actors/organizations.csv", key="name"):
        name, country = fold(row["name"]), row["country"]
        core = [word for word in without(name, country).split() if word not in FILLER]
        official = row["sector"] in _OFFICIAL and bool(country)
        shared = official and generic(" ".join(core)) and len(core) <= _SHARED
        entry = _Known(name, country, shared, row["sector"] == "MED")
        units = _UNITS - set(name.split())
        for form in map(fold, [row["name"], *row["aliases"].split(";")]):
            if units.isdisjoint(form.split()):
                found.setdefault(form, entry)
    found.pop("", None)
    return found


@lru_cache(maxsize=65_536)
def generic(text: str) -> bool:
    """Whether a folded name is made of words that bodies of many countries bear."""
    return all(word in GENERIC or word.isdigit() for word in text.split())


_ORGANIZATIONS = _known()
_NAMES = frozenset(entry.name for entry in _ORGANIZATIONS.values() if not entry.shared)
_INITIALS = 3
"""Letters of initials that bodies of several countries go by."""
_SHORTEST = 5
"""Letters up to which one word is likelier initials of many bodies than a name."""


@lru_cache(maxsize=65_536)
def named(name: str) -> bool:
    """Whether a body's name means it in any country: a known one, or one with words of its own."""
    if name in _NAMES:
        return True
    return not generic(name) and (" " in name or len(name) > _SHORTEST)


def _shorts() -> dict[str, str]:
    rows = read_csv("ranke", "reading/actors/people.csv", key="name")
    return {fold(row["short"]): row["country"] for row in rows if row["short"]}


_RULERS = _shorts()
"""Surnames that stand before a body of their country: "Assad's forces"."""


def own_words(text: str, country: str) -> str:
    """Return a folded name without the words of its country and without the ruler before it."""
    core = without(text, country) if country else text
    head, _, rest = core.partition(" ")
    return rest if rest in SAME and country and _RULERS.get(head) == country else core


def body(name: str, country: str, aliases: tuple[str, ...], year: int) -> Body | None:
    """Return what an organisation or outlet is known by, or None if its name says nothing across reports.

    Args:
        name: The name in its report.
        country: The code the reading gives, or the empty text.
        aliases: Its other names; only initials of the name are taken from them.
        year: The year of the report, which tells the number of a sitting congress.
    """
    text = fold(name)
    entry = _ORGANIZATIONS.get(text)
    if entry is not None and not _elsewhere(text, entry, country):
        if not entry.shared:
            return Body((entry.name,), entry.country)
        core = _core(entry.name, entry.country, year)
        return Body((SAME.get(core, core),), _alias_country(core, entry.country, aliases, year))
    country = _told_country(text, country)
    core = _core(text, country, year)
    branch = _ORGANIZATIONS.get(core)
    if branch is not None and not branch.shared and core != text and branch.country != country:
        return Body((text,), country)
    if not core or _passing(name, core) or core in _MANY or not _LOCAL.isdisjoint(core.split()):
        return _by_alias(aliases, country)
    if core in SAME or generic(core):
        country = _alias_country(core, country, aliases, year)
        name = SAME.get(core, core)
        return Body((name,), country) if country and (name != "police" or country not in _UNPOLICED) else None
    return Body((core, *_initials(core, aliases)), country)


def _passing(name: str, core: str) -> bool:
    """Whether a body is not the one that usually bears the name: "the previous Congress", but not "New Green Party"."""
    first = core.split(maxsplit=1)[0]
    return first in _PASSING and (first.title() not in name or first in ("previous", "former"))


def _told_country(text: str, country: str) -> str:
    """Return the country that a body's own name tells, else the one its reading gives: "Libyan House of ..."."""
    found = countries_in(text)
    if len(found) == 1 and found[0] != country and (not country or generic(without(text, found[0]))):
        return found[0]
    return country


def _alias_country(core: str, country: str, aliases: tuple[str, ...], year: int) -> str:
    """Return the country that another name of a general body tells: "Senate", also called "Puerto Rico Senate"."""
    for alias in sorted(aliases):
        found = countries_in(fold(alias))
        if len(found) == 1 and _core(fold(alias), found[0], year) == core:
            return found[0]
    return country


def _by_alias(aliases: tuple[str, ...], country: str) -> Body | None:
    """Return the one known body that a report also calls by its name, where its first name tells nothing."""
    texts = (fold(alias) for alias in aliases)
    found = {_ORGANIZATIONS[text].name for text in texts if known(text, country) and not _ORGANIZATIONS[text].shared}
    return Body((found.pop(),), country) if len(found) == 1 else None


def _elsewhere(text: str, entry: _Known, country: str) -> bool:
    """Whether a name of the table is of another country's body here: the Senate of Puerto Rico, Australia's ABC."""
    if entry.country in ("", "IGO", country) or not country:
        return False
    return entry.shared or len(text) <= _INITIALS


def known(text: str, country: str) -> bool:
    """Whether a folded name is a known body's, of this country or of any."""
    entry = _ORGANIZATIONS.get(text)
    return entry is not None and not _elsewhere(text, entry, country)


def _core(text: str, country: str, year: int) -> str:
    core = own_words(text, country)
    if core in SAME:
        return core
    words = core.split()
    if country == "USA" and "congress" in words:
        number = (year - 1789) // 2 + 1
        words = [word for word in words if not _is_number(word, number)]
    return " ".join(word for k, word in enumerate(words) if word not in FILLER or (k == 0 and word in _PASSING))


def _is_number(word: str, number: int) -> bool:
    found = _ORDINAL.match(word)
    return found is not None and int(found.group(1)) == number


def _initials(core: str, aliases: tuple[str, ...]) -> tuple[str, ...]:
    """Return the initials of a name that its report also uses for it."""
    words = [word for word in core.split() if word not in _SKIPPED]
    letters = "".join(word[0] for word in words)
    for alias in aliases:
        short = alias.replace(".", "")
        if len(short) >= _LEAST and _ACRONYM.match(short) and short.lower() in (letters, letters + "s"):
            return (short.lower(),)
    return ()


def outlet(name: str, country: str) -> Body | None:
    """Return what a medium is known by: an outlet's name, or a country's media as a whole."""
    text = fold(re.sub(r"^(?:https?://)?(?:www\.)?|\.(?:com|org|net|co\.uk|gov|info)\b.*$", "", name.strip()))
    entry = _ORGANIZATIONS.get(text) or _ORGANIZATIONS.get(fold(name))
    if entry is not None and not _elsewhere(text, entry, country):
        return Body((entry.name,), entry.country)
    core = without(text, country) if country else text
    words = core.split()
    if all(word in _VAGUE for word in words):
        return Body((core,), country) if core == "state media" and country else None
    bare = " ".join(word for word in text.split() if word not in _OUTLET)
    entry = _ORGANIZATIONS.get(bare)
    if entry is not None and entry.media and not _elsewhere(bare, entry, country):
        return Body((entry.name,), entry.country)
    return Body((text if generic(bare) else bare,), country)
