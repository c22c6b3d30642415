"""Who did what to whom: every event that the lexicon finds, with its sides, trigger and status."""

from spacy.tokens import Doc, Token

from ranke.model import Span
from ranke.reading.events.arguments import sides
from ranke.reading.events.carriers import measured
from ranke.reading.events.frames import child, direct_object, subject
from ranke.reading.events.lexicon import Entry, lexicon
from ranke.reading.events.matched import BEGINNING, Match, lemmas
from ranke.reading.events.matching import best_match
from ranke.reading.events.negation import negated
from ranke.reading.events.phrases import predicates
from ranke.reading.events.status import Finding, goes_on, grammar, noun_status, own_status, verb_status
from ranke.reading.parts import Cast, EventPart, Trace
from ranke.reading.words import words_of
from ranke.schemes import fits, types

_COPULAS = frozenset({"be", "remain", "become", "seem", "look", "sound", "appear", "prove"})
_LONGEST_TRIGGER = 60
"""Characters between a light verb and its noun up to which both are shown as the trigger."""
_LONGEST_LIST = 4
"""Things of one list up to which they belong to one verb."""
_FLOOR = 0.3
"""Weight under which an event is left out (0.7 of it counts where a side is missing): on the gold, fewer than one in
four of those were right."""
_ASKED = "only asked for or threatened"
_LASTING = {"SUPPORT", "COOPERATE", "AID", "MOBILIZE", "COERCE", "ASSAULT", "SANCTION"}
"""Types whose present tense is a state that lasts, not a report of one act."""
_JUDGED = {"ACCUSE", "SUPPORT"}
"""Types that a speaker does by the words of a judgement, whatever he says of its object: "that would be a crime"."""
_BY_ANNOUNCEMENT = {"CONCEDE", "REJECT", "SANCTION", "COERCE"}
"""Types of decisions that are made when they are announced: "announced that it will lift the ban"."""
_DRAFTS = {
    "act",
    "amendment",
    "bill",
    "draft",
    "law",
    "legislation",
    "measure",
    "motion",
    "ordinance",
    "plan",
    "proposal",
}
"""Things that would do what they are about, if somebody made them so."""
_AHEAD = ("face", "await", "risk", "fear")
"""Verbs whose subject may yet undergo what their object names: "faces deportation"."""
_NOBODY = ("nobody", "none", "nothing")


def find_events(doc: Doc, cast: Cast, trace: Trace | None = None) -> list[EventPart]:
    """Return the events of a report in order of the text, before retellings are joined.

    Needs tags, lemmas and dependencies in the `Doc`, and the cast. `trace` gets a line for each entry that matched and
    for each that was refused, with the reason.
    """
    found: dict[int, EventPart] = {}
    matches: dict[int, Match] = {}
    table = lexicon()
    for token in (doc[i] for i, pos in enumerate(words_of(doc).pos) if pos in BEGINNING):
        match = best_match(token, table, cast, trace)
        if match is None:
            continue
        event = _event(match, cast)
        why = event if isinstance(event, str) else None
        if not isinstance(event, str):
            found[token.i] = event
        if why in (None, _ASKED):
            matches[token.i] = match
        if trace is not None:
            rule = match.pattern.entry.rule
            line = f"  refused  {rule} at “{token.text}”: {why}" if why else f"  matched  {rule} at “{token.text}”"
            trace.append((token.i, line))
    told = [anchor for anchor in list(found) if anchor in found and _told_by_verb(doc[anchor], found, matches)]
    return [event for anchor, event in found.items() if anchor not in told]


def _event(match: Match, cast: Cast) -> EventPart | str:
    """Return the event that a match makes, or why it makes none."""
    entry = match.pattern.entry
    status = _status(match)
    if status == "asked":
        return _ASKED
    if status == "possible" and _by_a_law(match.token):
        return "only what a law or plan would do"
    source, target = sides(match, cast)
    if not source and not target and not _may_get_sides(match):
        return "no actor takes part"
    if entry.type == "ASSAULT" and not (source and target) and _only_charged(match.token, cast, target):
        return "only what somebody is charged with"
    known = [cast.actors[one] for one in (*source, *target) if one in cast.actors]
    if entry.type == "CONSULT" and any(one.kind == "media" for one in known):
        return "only speaks to the press"
    weight = _weight(entry, match)
    if weight * (1.0 if source and target else 0.7) < _FLOOR:
        return "too unsure"
    kind = entry.type
    if status == "happened" and kind in _LASTING and goes_on(match.token):
        status = "ongoing"
    if status == "planned" and kind in _BY_ANNOUNCEMENT and _announced(match.token):
        status = "happened"
    if status == "denied" and entry.negated is not None:
        kind, status = entry.negated, "happened"
    if kind in _JUDGED and entry.source == () and status in ("ongoing", "planned", "possible"):
        status = "happened"
    if entry.status is not None and status == "happened":
        status = entry.status
    return EventPart(
        type=kind,
        rule=entry.rule,
        mode=entry.mode if kind == entry.type else None,
        cameo=entry.cameo if fits(entry.cameo, kind) else types()[kind].cameo,
        anchor=match.token.i,
        trigger=_trigger(match),
        sources=source,
        targets=target,
        about="" if target else _about(match),
        mutual=entry.frame == "mutual",
        status=status,
        weight=weight,
    )


def _only_charged(crime: Token, cast: Cast, target: tuple[str, ...]) -> bool:
    """Whether a crime without a victim is but what somebody is tried for: "two counts of murder"."""
    node, words = crime, grammar()["crime"]
    while node.dep_ in ("pobj", "pcomp") and node.head.pos_ in ("ADP", "SCONJ"):
        above = node.head.head
        if above.pos_ == "NOUN" and above.lemma_.lower() in words["counts"]:
            node = above
            if node.dep_ in ("dobj", "nsubjpass"):
                above = node.head
        if above.pos_ == "VERB" and above.lemma_.lower() in words["tried"]:
            return not set(target) - set(cast.of(direct_object(above)) or cast.of(subject(above)))
        if above is not node:
            return False
    return False


def _may_get_sides(match: Match) -> bool:
    """Whether an act without sides may get them: told elsewhere ("the attack") or done by who speaks ("a disgrace").

    Not where the clause itself names who acts, and he is no actor: "storms attacked the coast".
    """
    if match.pattern.word != "verb" or match.pattern.entry.source == ():
        return True
    agent = subject(match.token)
    return agent is None or agent.pos_ not in ("NOUN", "PROPN")


def _told_by_verb(token: Token, found: dict[int, EventPart], matches: dict[int, Match]) -> bool:
    """Whether a noun is but part of its verb's event: "lifted sanctions", "a car bomb killed ten", "shot in a raid".

    Where verb and noun are of one type, the verb's event takes over the sides that it lacks.
    """
    place = _of_list(measured(token), matches)
    head = place.head.head if place.dep_ == "pobj" else place.head
    if token.pos_ == "VERB" and token.dep_ == "xcomp" and token.head.i in found:
        # "was to blame": the second verb is a word of the first one's phrase.
        return token in matches[token.head.i].tokens and found[token.head.i].type == found[token.i].type
    if token.pos_ != "NOUN" or head.pos_ not in ("VERB", "AUX") or head.i not in matches:
        return False
    match = matches[head.i]
    event, verb = found[token.i], found.get(head.i)
    if token in match.tokens or set(lemmas(token)) & match.pattern.entry.object:
        if verb is not None and verb.type == event.type == "ASSAULT" and not (verb.sources and verb.targets):
            # "died in a firefight with soldiers", "launched a series of raids on the rebels"
            verb.sources = verb.sources or tuple(one for one in event.sources if one not in verb.targets)
            verb.targets = verb.targets or tuple(one for one in event.targets if one not in verb.sources)
            return True
        if verb is None or verb.sources or verb.targets or not event.sources:
            return True
        if verb.type != event.type:
            del found[head.i]  # "the talks between X and Y were called off", nobody says by whom
            return False
    if verb is None or verb.type != event.type:
        return False
    if event.type == "CONSULT" and token.dep_ == "pobj" and token.head.lower_ == "for" and event.targets:
        verb.targets = tuple(one for one in event.targets if one not in verb.sources)  # "flew to Oslo for talks with X"
    verb.sources = verb.sources or tuple(one for one in event.sources if one not in verb.targets)
    verb.targets = verb.targets or tuple(one for one in event.targets if one not in verb.sources)
    return True


def _of_list(noun: Token, matches: dict[int, Match]) -> Token:
    """Return the first of a list that belongs to one verb: "used water cannon and tear gas" is one act."""
    first = noun
    for _ in range(_LONGEST_LIST):
        if first.dep_ != "conj" or first.head.pos_ != "NOUN":
            break
        first = first.head
    match = matches.get(first.head.i) if first is not noun and first.dep_ == "dobj" else None
    return first if match is not None and set(lemmas(noun)) & match.pattern.entry.object else noun


def _about(match: Match) -> str:
    thing = direct_object(match.token) if match.pattern.word == "verb" else None
    return str(thing.lemma_) if thing is not None and thing.pos_ == "NOUN" else ""


def _status(match: Match) -> Finding:
    token = match.token
    if match.pattern.word == "verb":
        # "pleaded not guilty": what the verb says is denied.
        void = match.pattern.entry.negated and any(negated(said) for said in match.tokens if said.pos_ == "ADJ")
        return "denied" if void or _of_nothing(match) else verb_status(token)
    if match.pattern.word == "noun":
        ahead = token.tag_ == "NN" and match.carrier is not None and match.carrier.lemma_ in _AHEAD
        if ahead and set(lemmas(token)) & grammar()["undergone"]["nouns"]:
            return "possible"
        return noun_status(token, match.carrier)
    if negated(token):
        return "denied"
    return own_status(token.head) if token.head.pos_ in ("AUX", "VERB") else "happened"


def _announced(verb: Token) -> bool:
    """Whether an act is what somebody announces: "announced it would ban the party"."""
    head = verb.head
    return verb.dep_ in ("ccomp", "xcomp") and head.lemma_ in ("announce", "declare") and head.tag_ == "VBD"


def _by_a_law(verb: Token) -> bool:
    """Whether the doer is a bill or plan, of which the act is but the content: "a bill that would ban the party"."""
    doer = child(verb, "nsubj")
    if doer is not None and verb.dep_ == "relcl" and doer.tag_ in ("WDT", "WP"):
        doer = verb.head
    return doer is not None and doer.lemma_.lower() in _DRAFTS


def _of_nothing(match: Match) -> bool:
    """Whether the object says that nothing was done: "arrested nobody", "conceded nothing"."""
    thing = direct_object(match.token)
    if thing is None or thing in match.tokens:
        return False
    return thing.lower_ in _NOBODY or any(one.dep_ == "det" and one.lower_ == "no" for one in thing.lefts)


def _weight(entry: Entry, match: Match) -> float:
    """A participle before its noun ("captured fighters") tells of the act only in passing."""
    return entry.weight * (0.6 if match.token.dep_ == "amod" else 1.0)


def _trigger(match: Match) -> Span:
    """Return the words that make an event: the verb, its particles, its noun; after "is", what is said of somebody."""
    tokens: list[Token] = [*match.tokens]
    wanted = match.pattern.entry.predicate
    if wanted and match.token.lemma_ in _COPULAS:
        tokens += [one for one in predicates(match.token) if one.lemma_.lower() in wanted][:1]
    if match.carrier is not None:
        first, last = sorted((match.carrier, match.token), key=lambda token: token.i)
        if last.idx - first.idx <= _LONGEST_TRIGGER:
            tokens.append(match.carrier)
    start = min(token.idx for token in tokens)
    end = max(token.idx + len(token) for token in tokens)
    if end - start > _LONGEST_TRIGGER:
        return match.token.idx, match.token.idx + len(match.token)
    return start, end
