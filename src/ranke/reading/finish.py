"""From the unfinished parts to the frozen `Reading`: ids, spans, and only the actors that the record needs."""

from spacy.tokens import Doc

from ranke.model import (
    QUAD,
    Actor,
    DateValue,
    Document,
    Event,
    Mention,
    Place,
    Reading,
    Relation,
    Report,
    Role,
    Span,
    Stance,
    Statement,
    Time,
)
from ranke.reading.events.authority import relay_ids, speaker_ids
from ranke.reading.parts import ActorPart, Cast, EventPart, StatementPart
from ranke.reading.words import words_of
from ranke.schemes import goldstein, intensity


def characters(doc: Doc, start: int, end: int) -> Span:
    """Return the characters of tokens `[start, end)`."""
    return doc[start].idx, doc[end - 1].idx + len(doc[end - 1])


def _document(report: Report) -> Document:
    return Document(
        id=report.id,
        date=report.date,
        outlet=report.outlet,
        title=report.title,
        url=report.url,
        language=report.language,
        characters=len(report.text),
    )


def _actor(part: ActorPart, doc: Doc) -> Actor:
    return Actor(
        id=part.id,
        name=part.name,
        kind=part.kind,
        country=part.country,
        sector=part.sector,
        aliases=tuple(part.aliases),
        roles=tuple(
            Role(title=role.title, organization=role.organization, span=characters(doc, role.start, role.end))
            for role in part.roles
        ),
        mentions=tuple(
            Mention(span=characters(doc, mention.start, mention.end), form=mention.form) for mention in part.mentions
        ),
    )


def _sentence(doc: Doc, at: int) -> Span:
    sentence, text = doc[at].sent, words_of(doc).text
    start, end = sentence.start, sentence.end
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return characters(doc, start, end) if start < end else characters(doc, at, at + 1)


def _event(number: int, part: EventPart, doc: Doc) -> Event:
    return Event(
        id=f"e{number}",
        type=part.type,
        mode=part.mode,
        cameo=part.cameo,
        quad=QUAD[part.type],  # type: ignore[arg-type]
        goldstein=goldstein(part.cameo),
        intensity=intensity(part.type, part.mode),
        contexts=part.contexts,
        sources=part.sources,
        targets=part.targets,
        inferred=part.inferred,
        trigger=part.trigger,
        more=part.more,
        evidence=_sentence(doc, part.anchor),
        date=part.date,
        place=part.place,
        status=part.status,
        attribution=part.attribution,
        core=part.core,
        confidence=round(part.confidence, 2),
        rule=part.rule,
    )


def _statements(parts: list[StatementPart], cast: Cast, events: list[Event], dates: list[DateValue]) -> list[Statement]:
    """Return the statements, one for each speaker; each names the events whose trigger stands in its content."""
    found: list[Statement] = []
    for part, date in zip(parts, dates, strict=True):
        inside = tuple(event.id for event in events if part.content[0] <= event.trigger[0] < part.content[1])
        addressee = cast.heads.get(part.addressee, ()) if part.addressee is not None else ()
        beside = (one for head in part.beside for one in cast.heads.get(head, ()))
        for speaker in dict.fromkeys((*speaker_ids(part, cast), *beside)) or (None,):
            found.append(
                Statement(
                    id=f"s{len(found) + 1}",
                    speaker=speaker,
                    speaker_span=part.speaker_span,
                    addressee=next((one for one in addressee if one != speaker), None),
                    kind=part.kind,
                    attitude=part.attitude,
                    medium=part.medium,
                    cue=part.cue,
                    content=part.content,
                    attribution=relay_ids(part, cast),
                    date=date,
                    events=inside,
                )
            )
    return found


def finish(  # noqa: PLR0913 (the one place where all the parts of a reading come together)
    report: Report,
    doc: Doc,
    *,
    cast: Cast,
    events: list[EventPart],
    statements: list[StatementPart],
    stances: list[Stance],
    times: list[Time],
    places: list[Place],
    dates: list[DateValue],
    relations: list[Relation],
) -> Reading:
    """Return the reading; actors who neither act, speak, hold a stance nor bear a name of their own are left out.

    A relation to one of those is left out with them.
    """
    done = [_event(number, part, doc) for number, part in enumerate(events, 1)]
    said = _statements(statements, cast, done, dates)
    used = {one for event in done for one in (*event.sources, *event.targets, *event.attribution)}
    used |= {one for entry in said for one in (entry.speaker, entry.addressee, *entry.attribution) if one is not None}
    used |= {one for stance in stances for one in (stance.holder, stance.target)}
    actors = [
        _actor(part, doc)
        for part in cast.actors.values()
        if part.id in used or any(mention.form == "name" for mention in part.mentions)
    ]
    kept = {actor.id for actor in actors}
    stood = [relation for relation in relations if kept.issuperset(relation.parties)]
    return Reading(
        document=_document(report),
        actors=tuple(actors),
        events=tuple(done),
        statements=tuple(said),
        stances=tuple(stances),
        times=tuple(times),
        places=tuple(places),
        relations=tuple(one.model_copy(update={"id": f"r{number}"}) for number, one in enumerate(stood, 1)),
    )
