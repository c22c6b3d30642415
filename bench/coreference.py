"""Scores who is meant: B-cubed over the mentions that the gold records mark.

The gold marks an actor's mentions where it acts or speaks and not everywhere, so a mention of a reading that the gold
doesn't have is neither right nor wrong and is left out. So are the spans that the gold gives to several actors at once
("they" for two people), because a reading gives them to none alone.

Within a report each mention of the gold is aligned with at most one mention of the reading and the other way round: the
pair that shares the greatest part of its characters first (Dice), then the one that stands first. Any overlap will do:
the gold marks "Ana Vidal" where a reading may have "President Ana Vidal". A mention aligned so belongs to the
actor that the gold gives it and to the one that the reading gives it:

- precision of a mention: of the aligned mentions of its actor in the reading, the share that are its gold actor's;
- recall of a mention: of all the mentions of its gold actor, the share that are aligned and its actor's in the reading;
  a mention that the reading lacks has recall 0 and no precision, so that nothing is gained by leaving pronouns out.

Both are averaged over the mentions of all reports, recall over all of the gold's and precision over the aligned ones.

Source: Bagga and Baldwin (1998), Algorithms for Scoring Coreference Chains, which leaves missed mentions open.
"""

from collections import Counter
from collections.abc import Iterable
from typing import Any, NamedTuple

Span = tuple[int, int]
Mentions = dict[Span, str]
"""The mentions of one report: half-open spans in characters, and the actor of each."""


def mentions(actors: Iterable[dict[str, Any]]) -> Mentions:
    """Return the mentions of a reading's actors; spans that several actors have are left out."""
    owners: dict[Span, list[str]] = {}
    for actor in actors:
        for span in dict.fromkeys((one["span"][0], one["span"][1]) for one in actor.get("mentions", ())):
            owners.setdefault(span, []).append(actor["id"])
    return {span: owner[0] for span, owner in sorted(owners.items()) if len(owner) == 1}


def align(gold: Mentions, read: Mentions) -> dict[Span, Span]:
    """Return for each mention of the gold the one of the reading that it is aligned with, if there is any."""
    pairs = []
    for one in gold:
        for other in read:
            if other[0] >= one[1]:
                break  # both stand in order
            shared = min(one[1], other[1]) - max(one[0], other[0])
            if shared > 0:
                pairs.append((-2 * shared / (one[1] - one[0] + other[1] - other[0]), one, other))
    found: dict[Span, Span] = {}
    taken: set[Span] = set()
    for _, one, other in sorted(pairs):
        if one not in found and other not in taken:
            found[one] = other
            taken.add(other)
    return found


class Sums(NamedTuple):
    """What the mentions of a report add up to: how many there are, how many aligned, their precision and recall."""

    gold: int
    aligned: int
    precision: float
    recall: float


def tally(gold: Mentions, read: Mentions) -> Sums:
    """Return the sums of one report."""
    pairs = [(gold[one], read[other]) for one, other in align(gold, read).items()]
    both, whole, held = Counter(pairs), Counter(gold.values()), Counter(actor for _, actor in pairs)
    precision = sum(both[pair] / held[pair[1]] for pair in pairs)
    recall = sum(both[pair] / whole[pair[0]] for pair in pairs)
    return Sums(len(gold), len(pairs), precision, recall)


def figure(reports: Iterable[tuple[Mentions, Mentions]]) -> dict[str, float]:
    """Return `f1`, `p` and `r` over reports, each given as the mentions of the gold and those of the reading."""
    sums = [tally(gold, read) for gold, read in reports]
    precision = sum(one.precision for one in sums) / max(1, sum(one.aligned for one in sums))
    recall = sum(one.recall for one in sums) / max(1, sum(one.gold for one in sums))
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    return {"f1": round(f1, 4), "p": round(precision, 4), "r": round(recall, 4)}
