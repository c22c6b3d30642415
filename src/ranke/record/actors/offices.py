"""Offices as they are compared: one title and one body, where together they mean one person at a time."""

from functools import lru_cache

from ranke.offices.names import fold
from ranke.offices.polities import countries_in, country_of, without
from ranke.offices.titles import PAST, PORTFOLIO, is_code, usual_words
from ranke.record.actors.bodies import body
from ranke.tables import read_toml

_TABLE = read_toml("ranke", "record/actors/offices.toml")
_STATELY = frozenset(_TABLE["stately"])
_BODIED = frozenset(_TABLE["bodied"])
_PLACED = frozenset(_TABLE["placed"])
_NOBODY = frozenset({"spokesman", "spokeswoman", "spokesperson", "member", "official", "aide", "staff", "officer"})
_LONGEST = 4
"""Words of a title; what is longer is a description."""
TOP = frozenset(
    {"president", "prime minister", "supreme leader", "king", "queen", "emir", "sultan", "chancellor", "pope"}
)
"""Offices whose holder "the leader of" a country may be."""

Office = tuple[str, str]
"""A title's words and the country or body it is held in."""


@lru_cache(maxsize=16_384)
def office(title: str, organization: str, country: str) -> Office | None:
    """Return an office in its usual words, or None where it does not tell one person from others.

    Args:
        title: The title in its report, such as "UN special envoy for Syria".
        organization: The body the report names with it, or the empty text.
        country: The country of its holder, which a title without a body is read with.
    """
    text = fold(title)
    if not text or PAST & set(text.split()) or _NOBODY & set(text.split()):
        return None
    place = fold(organization)
    holder = country_of(place) if place else ""
    if place and not holder:
        found = body(organization, country, (), 0)
        holder = found.names[0] if found else ""
    codes = countries_in(text)
    for code in codes:
        text = without(text, code)
    if place and text.endswith(place):
        text = text.removesuffix(place).strip()
    words = usual_words(text)
    if not holder and codes and not _PLACED & set(words):
        holder, codes = codes[0], codes[1:]
    return _selective(words, holder, tuple(code for code in codes if code != holder), country)


def _selective(words: list[str], holder: str, codes: tuple[str, ...], country: str) -> Office | None:
    told = set(words)
    if len(told) > _LONGEST:
        return None
    title = " ".join(words if words == ["prime", "minister"] else sorted(told))
    if title == "minister prime":
        title = "prime minister"
    if title == "leader supreme":
        title = "supreme leader"
    if told & _PLACED:
        where = " ".join(sorted(codes))
        at = holder or country
        return (f"{title} {where}".strip(), at) if at and (where or not is_code(at)) else None
    at = holder or country
    if not at:
        return None
    if told & PORTFOLIO:
        return (title, at) if len(told) > 1 else None
    if is_code(at):
        return (title, at) if told & _STATELY else None
    return (title, at) if told & (_BODIED | _STATELY) else None
