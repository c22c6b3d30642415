"""Initials that the report explains otherwise than the tables do: "the Delta Unity Party (DUP)" is not Ulster's."""

from collections.abc import Sequence

from ranke.offices.lookups import fold
from ranke.offices.nouns import is_body_word
from ranke.reading.actors.namechains import acronyms
from ranke.reading.actors.nouns import reference
from ranke.reading.actors.spots import Spot

_STEM = 5
"""Letters that the forms and translations of one word share."""


def forget_explained(spots: Sequence[Spot], initials: dict[int, Spot]) -> None:
    """Forget what the tables know of initials where the report itself explains them as another body's, in place.

    Args:
        spots: All expressions of the report in order.
        initials: For the `id` of a spot the longer name it abbreviates.
    """
    own: dict[tuple[str, ...], Spot] = {}
    for spot in spots:
        name = initials.get(id(spot))
        if name is not None and _is_another(spot, name):
            own[spot.words] = name
    for spot in spots if own else ():
        name = own.get(spot.words) if spot.named else None
        if name is not None:
            spot.known, spot.kind, spot.country, spot.sector = None, name.kind, name.country, name.sector


def _is_another(short: Spot, name: Spot) -> bool:
    """Whether a name before its initials in brackets shares no word of its own with what the tables take these for."""
    if short.known is None or short.known.sort != "organization" or name.known is not None:
        return False
    if not is_body_word(name.words[-1]) or short.words[0] not in acronyms(name.words):
        return False
    words = fold(short.known.name).lower().split()
    meant = {word[:_STEM] for word in words if not is_body_word(word) and word not in reference()["shared"]}
    return not meant & {word[:_STEM] for word in name.words}
