"""Who is meant by the thread of speech: "added", "went on to say", and "you" inside what is said.

A report often calls a speaker by name once, by office then, and says that he "added". Coreference by words alone leaves
these apart; the thread of the speech joins them.
"""

from spacy.tokens import Doc, Token

from ranke.reading.parts import ActorPart, Cast, MentionPart, StatementPart

_GOING_ON = {"add", "continue", "conclude"}
_YOU = {"you", "your", "yours", "yourselves"}


def join_speakers(doc: Doc, statements: list[StatementPart], cast: Cast) -> None:
    """Merge actors in place who are one speaker under two names.

    Two cases only. A definite description without a name of its own that goes on speaking ("The former foreign
    minister added") is the speaker before. A bare surname that goes on speaking, named nowhere before ("Novak went on
    to say"), is the unnamed official who spoke before.
    """
    before: str | None = None
    for statement in sorted(statements, key=lambda one: one.cue[0] if one.cue is not None else one.content[0]):
        if statement.speaker is None or statement.cue_token is None:
            continue
        meant = cast.heads.get(statement.speaker, ())
        if len(meant) != 1:
            before = None
            continue
        (speaker,) = meant
        if before is not None and before != speaker and goes_on(doc[statement.cue_token]):
            one, other = cast.actors[before], cast.actors[speaker]
            if _one_person(one, other, doc[statement.speaker], cast):
                merge(cast, keep=before, drop=speaker)
                speaker = before
        before = speaker


def settle_speakers(doc: Doc, statements: list[StatementPart], cast: Cast) -> None:
    """Let a speaker named by the first word of a compound ("local media reports") mean the actor of the whole."""
    for statement in statements:
        if statement.speaker is None or statement.speaker in cast.heads:
            continue
        token = doc[statement.speaker]
        if token.dep_ in ("compound", "nmod") and token.head.i in cast.heads:
            cast.heads[token.i] = cast.heads[token.head.i]


def address(doc: Doc, statements: list[StatementPart], cast: Cast) -> None:
    """Let "you" and "your" in what is said mean whom it is said to, in place."""
    for statement in statements:
        if statement.addressee is None or statement.kind == "indirect":
            continue
        meant = cast.heads.get(statement.addressee, ())
        content = doc.char_span(*statement.content, alignment_mode="expand") if meant else None
        for token in content or ():
            if token.lower_ in _YOU and token.i not in cast.heads:
                cast.heads[token.i] = meant
                if len(meant) == 1:
                    own = cast.actors[meant[0]].mentions
                    own.append(MentionPart(token.i, token.i + 1, token.i, "pronoun"))
                    own.sort(key=lambda mention: mention.start)


def goes_on(cue: Token) -> bool:
    """Whether a cue says that the one who spoke before speaks on: "added", "continued", "went on to say"."""
    if cue.lemma_ in _GOING_ON:
        return True
    node = cue.head if cue.dep_ in ("xcomp", "advcl", "ccomp") else cue
    return node.lemma_ == "go" and any(below.lower_ == "on" for below in node.children)


def _one_person(before: ActorPart, now: ActorPart, speaker: Token, cast: Cast) -> bool:
    if before.kind != "person" or now.kind != "person":
        return False
    had, has = _stated_countries(before, cast), _stated_countries(now, cast)
    if had and has and not had & has:
        return False
    if _named(now):
        first = min(mention.start for mention in now.mentions)
        return not _named(before) and len(now.name.split()) == 1 and first == speaker.i
    return _definite(speaker.doc, now)


def _stated_countries(actor: ActorPart, cast: Cast) -> set[str]:
    """Return the countries that stand in the actor's own descriptions; not one that is only inferred."""
    inside = {
        one
        for mention in actor.mentions
        for token in range(mention.start, mention.end)
        for one in cast.heads.get(token, ())
        if one != actor.id and one in cast.actors
    }
    return {country for one in inside if (country := cast.actors[one].country) is not None}


def _named(actor: ActorPart) -> bool:
    return any(mention.form == "name" for mention in actor.mentions)


def _definite(doc: Doc, actor: ActorPart) -> bool:
    """Whether an actor is described as one known: "the minister", not "a minister"."""
    words = {child.lower_ for mention in actor.mentions for child in doc[mention.head].children if child.dep_ == "det"}
    return bool(words & {"the", "this", "that"}) and not words & {"a", "an", "another"}


def merge(cast: Cast, *, keep: str, drop: str) -> None:
    """Make one actor of two in the cast; a proper name wins as the name, what one lacks the other gives."""
    one, other = cast.actors[keep], cast.actors.pop(drop)
    if _named(other) and not _named(one):
        one.name = other.name
    one.aliases += [alias for alias in other.aliases if alias not in one.aliases]
    one.roles += other.roles
    one.mentions = sorted([*one.mentions, *other.mentions], key=lambda mention: mention.start)
    one.country = one.country or other.country
    if one.sector in (None, "CVL"):  # what a person is taken for of whom nothing is told
        one.sector = other.sector or one.sector
    for token, ids in cast.heads.items():
        if drop in ids:
            cast.heads[token] = tuple(dict.fromkeys(keep if found == drop else found for found in ids))
