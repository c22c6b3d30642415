"""Which of the bodies named in a report a bare noun means: "the ministry", "the regulator", "the paper", "police"."""

from functools import cache

from ranke.model import Sector
from ranke.offices.nouns import body_sector
from ranke.reading.actors.chains import Chain
from ranke.reading.actors.nouns import reference, reference_table
from ranke.reading.actors.scene import Scene
from ranke.reading.actors.spots import Spot
from ranke.tables import read_toml

FAR = 40
"""Expressions looked back on from a noun; what was last mentioned farther away is not meant by "the group"."""
_LEAD = 4
"""The last sentence that tells what the headline tells."""
_AT_ONCE = frozenset(
    {"police", "army", "navy", "parliament", "senate", "hospital", "university", "union", "commission"}
)
"""Bodies that a report may speak of before it names them."""


def named_body(scene: Scene, spot: Spot) -> Chain | None:
    """Return the body named before whose name or description holds the noun, else the last of a fitting sector."""
    noun = spot.noun.rsplit(" ", 1)[-1]
    fitting = reference_table("sectors").get(noun, ())
    unnamed = noun in reference()["unnamed"]
    weaker: Chain | None = None
    inside = _inside(scene, spot)
    for chain in scene.trail.newest(FAR):
        if chain.kind not in ("organization", "media", "group") or chain in inside:
            continue
        if any(own.noun == spot.noun or _is_called(own, noun) for own in chain.spots):
            return chain
        if any(office.noun.rsplit(" ", 1)[-1] == noun for office in chain.nouns):
            return chain
        if weaker is None and fitting and chain.spots and (chain.spots[0].named or unnamed):
            sector = sector_of(chain)
            loose = sector is None and noun in reference()["loose_body"]
            weaker = chain if loose or sector in fitting else None
    return weaker


def _inside(scene: Scene, spot: Spot) -> list[Chain]:
    """Return who is named within a noun's own phrase: "the Tigers-backed group" is not the Tigers."""
    doc, last = scene.doc, scene.trail.steps[-2:]
    within = [step for step in last if step.token < spot.head and doc[step.token].head.head.i == spot.head]
    return [chain for step in within if doc[step.token].dep_ == "npadvmod" for chain in step.chains]


def named_to_come(scene: Scene, spot: Spot) -> Chain | None:
    """Return the one body of this noun whom the report names, if only later: "police said", then "Leeds Police"."""
    if spot.noun not in _AT_ONCE:
        return None
    called = [chain for chain in scene.named_bodies if chain.merged is None and _ends(chain, spot.noun)]
    return called[0] if len(called) == 1 else None


def headlined_body(scene: Scene, spot: Spot) -> Chain | None:
    """Return the one body of this kind that the first sentences name, for "Dutch watchdog fines bank" in a headline."""
    where = scene.trail.sentences
    if where[spot.head] or spot.definite or spot.number:
        return None
    noun = spot.noun.rsplit(" ", 1)[-1]
    soon = [chain for chain in scene.named_bodies if chain.merged is None and _is_near(scene, chain, spot)]
    called = [chain for chain in soon if any(_is_called(own, noun) for own in chain.spots if own.named)]
    fitting = reference_table("sectors").get(noun, ())
    called = called or [chain for chain in soon if sector_of(chain) in fitting]
    return called[0] if len(called) == 1 else None


def _is_near(scene: Scene, chain: Chain, spot: Spot) -> bool:
    """Whether a body is named in the sentences after the headline, and in no other country."""
    first = next((own for own in chain.spots if own.named), None)
    apart = chain.country and spot.country and chain.country != spot.country
    return first is not None and 0 < scene.trail.sentences[first.head] <= _LEAD and not apart


def _ends(chain: Chain, noun: str) -> bool:
    return any(own.named and own.words and own.words[-1] == noun for own in chain.spots)


def _is_called(own: Spot, noun: str) -> bool:
    """Whether a body's name holds the noun, or one of the same meaning."""
    if noun in own.words or any(same_noun(word) == same_noun(noun) for word in own.words):
        return True
    return own.named and any(word in calls().get(noun, ()) for word in own.words)


@cache
def calls() -> dict[str, frozenset[str]]:
    """Return by noun the words in names of bodies that it points back at: "Banco" for "the lender"."""
    table = read_toml("ranke.reading.actors", "varying.toml")["called"]
    return {noun: frozenset(words) for noun, words in table.items()}


def called_otherwise(own: Spot, noun: str) -> bool:
    """Whether the words of a name tell that it is a body of another noun."""
    return any(word in words for other, words in calls().items() if other != noun for word in own.words)


def same_noun(noun: str) -> str:
    """Return the noun that stands for all nouns of one meaning: "lawmakers" for "parliamentarians"."""
    return str(reference_table("same").get(noun, noun))


def sector_of(chain: Chain) -> Sector | None:
    """Return the sector of a body, as far as the tables or its own words tell it."""
    if chain.known is not None:
        return chain.known.sector
    if chain.kind == "media":
        return "MED"
    told = next((own.sector for own in chain.spots if own.sector), None)
    return told or next((sector for own in chain.spots if own.named and (sector := body_sector(own.words))), None)
