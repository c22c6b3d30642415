"""The actors of a report: one for each chain, with kind, country, sector, names and roles."""

from collections.abc import Sequence

from spacy.tokens import Doc

from ranke.model import Kind, Place
from ranke.reading.actors.chains import Chain, living
from ranke.reading.actors.coreference import resolve
from ranke.reading.actors.forms import name_and_aliases, roles
from ranke.reading.actors.mentions import find_mentions
from ranke.reading.actors.nouns import reference
from ranke.reading.actors.passing import is_passing, is_unknown_place
from ranke.reading.actors.scene import Scene
from ranke.reading.actors.spots import Spot
from ranke.reading.actors.standing import Standing
from ranke.reading.parts import ActorPart, Cast, MentionPart
from ranke.reading.words import words_of


def cast_actors(doc: Doc, places: Sequence[Place]) -> Cast:
    """Return the actors of a report and who is meant at which token.

    Needs: tags, lemmas, dependencies, sentences, entities.

    Args:
        doc: The parsed text.
        places: The places it names; they give the country of cities and provinces. May be empty.
    """
    spots, at = find_mentions(doc, places)
    scene = resolve(doc, spots, at)
    standing = Standing(scene)
    chains = sorted(scene.chains.living(), key=lambda chain: (min(spot.start for spot in chain.spots), chain.number))
    ids: dict[int, str] = {}
    actors: dict[str, ActorPart] = {}
    acting = [chain for chain in chains if not is_unknown_place(doc, chain, standing)]
    for rank, chain in enumerate(acting, start=1):
        ids[chain.number] = f"a{rank}"
        actors[f"a{rank}"] = _actor(doc, chain, standing, f"a{rank}")
    return Cast(actors, _heads(doc, scene, spots, at, ids))


def _actor(doc: Doc, chain: Chain, standing: Standing, number: str) -> ActorPart:
    name, aliases = name_and_aliases(doc, chain)
    sector = standing.sector(chain)
    kind: Kind = chain.kind or "organization"
    if chain.known is not None and chain.known.sort == "organization":
        kind = chain.known.kind
    elif kind == "organization" and sector == "MED":
        kind = "media"
    mentions: dict[int, MentionPart] = {}
    for spot in chain.spots:
        mentions.setdefault(spot.start, MentionPart(spot.start, spot.end, spot.head, spot.form))
    for office in chain.offices:
        mentions.setdefault(office.start, MentionPart(office.start, office.end, office.head, "nominal"))
    return ActorPart(
        id=number,
        name=name,
        kind=kind,
        country=standing.country(chain),
        sector=sector,
        aliases=aliases,
        roles=roles(doc, chain),
        mentions=[mentions[start] for start in sorted(mentions)],
    )


def _heads(
    doc: Doc, scene: Scene, spots: list[Spot], at: list[Spot | None], ids: dict[int, str]
) -> dict[int, tuple[str, ...]]:
    """Map head tokens, and the other words of names, to actors; a place that only tells where is nobody."""
    heads: dict[int, tuple[str, ...]] = {}
    for spot in spots:
        if spot.local:
            continue
        chains = [living(chain) for chain in scene.heads.get(spot.head, ())]
        if len(chains) == 1 and is_passing(doc, spot, chains[0]):
            continue
        meant = tuple(dict.fromkeys(ids[chain.number] for chain in chains if chain.number in ids))
        if not meant:
            continue
        heads[spot.head] = meant
        if spot.form != "pronoun":
            for i in range(spot.start, spot.end):
                if at[i] is spot and doc[i].is_alpha:
                    heads.setdefault(i, meant)
    _add_relatives(doc, heads)
    return heads


def _add_relatives(doc: Doc, heads: dict[int, tuple[str, ...]]) -> None:
    """Let "who" mean its antecedent, and "hundreds" of "hundreds of protesters" who stands after "of".

    In "rebels, many of whom" both "whom" and "many" mean the rebels.
    """
    measures = reference()["partitive"] | reference()["quantity"]
    for i, (tag, lower) in enumerate(zip(words_of(doc).tag, words_of(doc).lower, strict=True)):
        if tag in ("WP", "WDT"):
            token, head = doc[i], doc[i].head
            counted = head.head if token.dep_ == "pobj" and head.lower_ == "of" else None
            clause = counted.head if counted is not None else head
            if clause.dep_ == "relcl" and clause.head.i in heads:
                heads.setdefault(i, heads[clause.head.i])
                if counted is not None and counted.lower_ in measures:
                    heads[counted.i] = heads[clause.head.i]
        elif lower == "of" and doc[i].dep_ == "prep":
            token, head = doc[i], doc[i].head
            if head.i > i or head.i in heads:
                continue
            held = next((child for child in token.children if child.dep_ == "pobj"), None)
            measure = head.lower_ in measures or head.lemma_ in measures or head.tag_ == "CD"
            if measure and held is not None and held.i in heads:
                heads[head.i] = heads[held.i]
