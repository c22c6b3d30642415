"""Offices as they are compared: one title and one body, where together they mean one person at a time."""

from functools import lru_cache

from ranke.record.actors.bodies import body
from ranke.record.actors.names import fold
from ranke.record.actors.polities import countries_in, country_of, without
from ranke.tables import read_toml

_TABLE = read_toml("ranke", "record/actors/offices.toml")
_PAST = frozenset(_TABLE["past"])
_IDLE = frozenset(_TABLE["idle"])
_STATELY = frozenset(_TABLE["stately"])
_PORTFOLIO = frozenset(_TABLE["portfolio"])
_BODIED = frozenset(_TABLE["bodied"])
_PLACED = frozenset(_TABLE["placed"])
_SAME: dict[str, str] = {phrase: key for key, phrases in _TABLE["same"].items() for phrase in phrases}
_NOBODY = frozenset({"spokesman", "spokeswoman", "spokesperson", "member", "official", "aide", "staff", "officer"})
_LONGEST = 4
"""Words of a title; what is longer is a description."""
_CODE = 3
"""Letters of a country's code."""
TOP = frozenset(
    {"president", "prime minister", "supreme leader", "king", "queen", "emir", "sultan", "chancellor", "pope"}
)
"""Offices whose holder "the leader of" a country may be."""

Office = tuple[str, str]
"""A title's words and the country or body it is held in."""


def is_code(holder: str) -> bool:
    """Whether an office is a country's: its code and no body's name."""
    return len(holder) == _CODE and holder.isupper()


@lru_cache(maxsize=16_384)
def office(title: str, organization: str, country: str) -> Office | None:
    """Return an office in its usual words, or None where it does not tell one person from others.

    Args:
        title: The title in its report, such as "UN special envoy for Syria".
        organization: The body the report names with it, or the empty text.
        country: The country of its holder, which a title without a body is read with.
    """
    text = fold(title)
    if not text or _PAST & set(text.split()) or _NOBODY & set(text.split()):
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
    words = _words(text)
    if not holder and codes and not _PLACED & set(words):
        holder, codes = codes[0], codes[1:]
    return _selective(words, holder, tuple(code for code in codes if code != holder), country)


def _words(text: str) -> list[str]:
    """Return the words of a title in its usual form: "foreign minister" for "minister of foreign affairs"."""
    text = _SAME.get(text, text)
    head, _, tail = text.partition(" of ")
    if tail and not _PORTFOLIO & set(head.split()) and text not in _SAME.values():
        text = _SAME.get(head, head)
    bare = " ".join(word for word in text.split() if word not in _IDLE)
    return _SAME.get(bare, bare).split()


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
    if told & _PORTFOLIO:
        return (title, at) if len(told) > 1 else None
    if is_code(at):
        return (title, at) if told & _STATELY else None
    return (title, at) if told & (_BODIED | _STATELY) else None
