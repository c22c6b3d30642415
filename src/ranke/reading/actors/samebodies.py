"""State bodies that a report calls by kind and nation in several ways: "Chile's navy" is "the Chilean Navy".

Two bodies of one country are one where their names say the same once the country and the small words are taken out.
"""

import re
from typing import Any

from ranke.offices.lookups import country_words, fold
from ranke.offices.nouns import singular
from ranke.reading.actors.continuity import merge
from ranke.reading.actors.nouns import reference_table
from ranke.reading.parts import ActorPart, Cast

_WORD = re.compile(r"[^\W\d_]+")
_STATE = frozenset({"GOV", "LEG", "JUD", "MIL", "COP", "SPY"})
_MOST = 12
"""Bodies merged in one report."""


def join_same_bodies(cast: Cast) -> None:
    """Merge in place the state bodies of one country that are the same by what their names say."""
    table = reference_table("bodies")
    found: dict[tuple[str, frozenset[str]], ActorPart] = {}
    merged = 0
    for actor in list(cast.actors.values()):
        if actor.kind != "organization" or actor.sector not in _STATE or actor.country in (None, "", "IGO"):
            continue
        said = _said(actor.name, table)
        if not said or (len(said) == 1 and not said <= frozenset(table["single"])):
            continue
        same = found.setdefault((str(actor.country), said), actor)
        if same is not actor and merged < _MOST:
            merge(cast, keep=same.id, drop=actor.id)
            merged += 1


def _said(name: str, table: dict[str, Any]) -> frozenset[str]:
    """Return what a body's name says without its country: `foreign`, `ministry` for "France's Foreign Ministry"."""
    meaning, small = dict(table["meaning"]), frozenset(table["small"])
    country = country_words()
    words = [word for word in _WORD.findall(fold(name).lower().replace(".", "")) if len(word) > 1]
    told = [singular(word) for word in words if word not in country and word not in small]
    said = {meaning.get(word, word) for word in told}
    return frozenset(said - {"force"} if "police" in said else said)
