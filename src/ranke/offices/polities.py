"""Countries in names: which country a form stands for, and a name without the words of its own country."""

from functools import lru_cache

from ranke.offices.names import fold
from ranke.tables import read_csv, read_toml

_BODIES = read_toml("ranke", "record/actors/bodies.toml")
_REGIONAL = frozenset(_BODIES["regional"])
_PARTS = frozenset(_BODIES["polities"])
_LONGEST = 5
"""Words of the longest form of a country looked for in a name."""
_TWO = ("georgia", "USA")
"""The one name that is both a country's and a part's of another."""
_EDGE = frozenset({"of", "for", "in", "and", "to", "from", "s", "at", "on"})
_RULED = frozenset({"government", "authorities", "administration", "regime", "of", "state", "province", "region"})


def _forms() -> tuple[dict[str, str], dict[str, str]]:
    """Return what means a country inside a name, and what means it when it stands alone, folded form → code."""
    inside: dict[str, str] = {}
    alone: dict[str, str] = {}
    for row in read_csv("ranke", "reading/actors/countries.csv", key="iso3"):
        named = [row["name"], *row["aliases"].split(";"), *row["adjectives"].split(";"), *row["demonyms"].split(";")]
        for form in named:
            inside.setdefault(fold(form), row["iso3"])
        for form in [*named, *row["capital"].split(";"), *row["metonyms"].split(";")]:
            alone.setdefault(fold(form), row["iso3"])
    for forms in (inside, alone):
        forms.pop("", None)
    return {form: code for form, code in inside.items() if form not in _REGIONAL}, alone


_INSIDE, _ALONE = _forms()


@lru_cache(maxsize=16_384)
def _found(text: str) -> tuple[tuple[int, int, str], ...]:
    """Return where countries stand in a folded name, longest form first: start, end, code."""
    words = text.split()
    spots: list[tuple[int, int, str]] = []
    i = 0
    while i < len(words):
        for j in range(min(len(words), i + _LONGEST), i, -1):
            code = _INSIDE.get(" ".join(words[i:j]))
            if code is not None:
                spots.append((i, j, code))
                i = j - 1
                break
        i += 1
    return tuple(spots)


def countries_in(text: str) -> tuple[str, ...]:
    """Return the codes of the countries that a folded name names, in its order."""
    return tuple(dict.fromkeys(code for _, _, code in _found(text)))


def without(text: str, country: str) -> str:
    """Return a folded name without the words of one country ("parliament" for "parliament of united kingdom")."""
    words = text.split()
    gone = {k for start, end, code in _found(text) if code == country for k in range(start, end)}
    left = [word for k, word in enumerate(words) if k not in gone]
    while left and left[0] in _EDGE:
        left.pop(0)
    while left and left[-1] in _EDGE:
        left.pop()
    return " ".join(left)


def leading(words: list[str]) -> int:
    """Return how many words at the head of a folded name are a country's."""
    spots = _found(" ".join(words))
    return spots[0][1] if spots and spots[0][0] == 0 else 0


def country_of(text: str) -> str:
    """Return the code of the country that a folded form alone stands for, or the empty text."""
    return _ALONE.get(text, "")


def part_of_country(text: str, country: str = "") -> str:
    """Return the polity that a folded name names when it is a part of a country ("scotland"), else the empty text."""
    bare = text if text in _PARTS else " ".join(word for word in text.split() if word not in _RULED)
    if bare not in _PARTS or (bare == _TWO[0] and country != _TWO[1]):
        return ""
    return bare
