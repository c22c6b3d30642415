"""The last step: from hand-made parts to the frozen reading."""

from collections.abc import Callable
from typing import Any

import pytest
from spacy.tokens import Doc

from ranke.model import DateValue, Place, Reading, Relation, Report, Span, Stance, Time
from ranke.reading.finish import characters, finish
from ranke.reading.parts import ActorPart, Cast, EventPart, MentionPart, RolePart, StatementPart
from ranke.schemes import intensity

TEXT = "The envoy of Iran told reporters on Monday that rebels attacked Aden.\nHe left."
REPORT = Report(id="r1", date="2019-07-23", text=TEXT, outlet="Courier", title="Envoy", url="https://example.org/1")
EVENT: dict[str, Any] = {"type": "ASSAULT", "rule": "assault.attack", "mode": None, "cameo": "190"}


def span(words: str) -> Span:
    """Return the characters of some words of the text."""
    return TEXT.index(words), TEXT.index(words) + len(words)


def head(doc: Doc, word: str) -> int:
    """Return the place of a word among the tokens."""
    return next(token.i for token in doc if token.text == word)


def actor(doc: Doc, number: str, word: str, **more: Any) -> ActorPart:  # noqa: ANN401
    """Return an actor with one mention."""
    at = head(doc, word)
    form = more.pop("form", "name")
    return ActorPart(number, word, more.pop("kind", "group"), mentions=[MentionPart(at, at + 1, at, form)], **more)


@pytest.fixture
def doc(doc_of: Callable[[str], Doc]) -> Doc:
    """The text, parsed."""
    return doc_of(TEXT)


@pytest.fixture
def cast(doc: Doc) -> Cast:
    """An envoy, a country, a group that is described only, and the press."""
    envoy = actor(doc, "a1", "envoy", kind="person", form="nominal", country="IRN", sector="GOV", aliases=["He"])
    envoy.roles = [RolePart("envoy", "Iran", head(doc, "envoy"), head(doc, "envoy") + 1)]
    envoy.mentions.append(MentionPart(head(doc, "He"), head(doc, "He") + 1, head(doc, "He"), "pronoun"))
    others = [
        actor(doc, "a2", "Iran", kind="country"),
        actor(doc, "a3", "rebels", form="nominal"),
        actor(doc, "a4", "reporters", form="nominal", kind="media"),
    ]
    actors = {one.id: one for one in [envoy, *others]}
    return Cast(actors, {mention.head: (one.id,) for one in actors.values() for mention in one.mentions})


@pytest.fixture
def read(doc: Doc, cast: Cast) -> Callable[..., Reading]:
    """Finish a reading of the text from some of its parts."""

    def make(**parts: Any) -> Reading:  # noqa: ANN401
        steps = ("events", "statements", "stances", "times", "places", "dates", "relations")
        empty: dict[str, Any] = {step: [] for step in steps}
        return finish(REPORT, doc, cast=cast, **(empty | parts))

    return make


def test_the_document_is_the_report_s_head(read: Callable[..., Reading]) -> None:
    """The head of the report goes on unchanged, with the length of its text."""
    document = read().document
    for field in ("id", "date", "outlet", "title", "url", "language"):
        assert getattr(document, field) == getattr(REPORT, field)
    assert document.characters == len(TEXT)


def test_an_event_has_the_values_of_its_code_and_mode(read: Callable[..., Reading], doc: Doc) -> None:
    """Goldstein value and intensity come from the schemes, contexts from the part."""
    at = head(doc, "attacked")
    part = EventPart(**EVENT | {"mode": "firearms"}, anchor=at, trigger=span("attacked"), contexts=("military",))
    (event,) = read(events=[part]).events
    assert (event.goldstein, event.intensity, event.contexts) == (
        -10.0,
        intensity("ASSAULT", "firearms"),
        ("military",),
    )


def test_spans_of_tokens(doc: Doc) -> None:
    """Characters run from the first token's start to the last token's end, without the blank behind it."""
    first = head(doc, "envoy")
    assert characters(doc, first, first + 3) == span("envoy of Iran")


def test_who_does_nothing_and_has_no_name_is_left_out(read: Callable[..., Reading], doc: Doc) -> None:
    """An actor with a name stays; one only described stays where it acts, speaks or is spoken to."""
    assert [one.id for one in read().actors] == ["a2"]
    statement = StatementPart(span("rebels attacked Aden"), span("told"), "indirect", speaker=head(doc, "envoy"))
    statement.addressee = head(doc, "reporters")
    assert [one.id for one in read(statements=[statement], dates=[DateValue()]).actors] == ["a1", "a2", "a4"]
    stance = Stance(holder="a1", target="a3", polarity="negative", evidence=span("told"))
    assert [one.id for one in read(stances=[stance]).actors] == ["a1", "a2", "a3"]
    event = EventPart(
        **EVENT, anchor=head(doc, "attacked"), trigger=span("attacked"), sources=("a3",), attribution=("a1",)
    )
    assert [one.id for one in read(events=[event]).actors] == ["a1", "a2", "a3"]


def test_an_actor_is_told_whole(read: Callable[..., Reading]) -> None:
    """Kind, country, sector, aliases, roles and mentions go on, spans in characters."""
    stance = Stance(holder="a1", target="peace", polarity="positive", evidence=span("told"))
    envoy = read(stances=[stance]).actors[0]
    assert (envoy.name, envoy.kind, envoy.country, envoy.sector, envoy.aliases) == (
        "envoy",
        "person",
        "IRN",
        "GOV",
        ("He",),
    )
    assert [(role.title, role.organization, role.span) for role in envoy.roles] == [("envoy", "Iran", span("envoy"))]
    assert [(one.span, one.form) for one in envoy.mentions] == [(span("envoy"), "nominal"), (span("He"), "pronoun")]


def test_an_event_is_told_whole(read: Callable[..., Reading], doc: Doc) -> None:
    """Ids count from e1, the quad follows from the type, and the evidence is the sentence without its line break."""
    event = EventPart(
        **EVENT, anchor=head(doc, "attacked"), trigger=span("attacked"), sources=("a3",), confidence=0.777
    )
    (found,) = read(events=[event]).events
    assert (found.id, found.type, found.quad, found.sources, found.rule) == (
        "e1",
        "ASSAULT",
        4,
        ("a3",),
        "assault.attack",
    )
    assert TEXT[slice(*found.evidence)] == TEXT.partition("\n")[0]
    assert found.confidence == 0.78


def test_a_statement_knows_the_events_in_it(read: Callable[..., Reading], doc: Doc) -> None:
    """The events whose trigger stands in the content are named, and no others."""
    inside = EventPart(**EVENT, anchor=head(doc, "attacked"), trigger=span("attacked"), sources=("a3",))
    outside = EventPart(**EVENT, anchor=head(doc, "told"), trigger=span("told"), sources=("a1",))
    statement = StatementPart(span("rebels attacked Aden"), span("told"), "indirect", speaker=head(doc, "envoy"))
    date = DateValue(value="2019-07-22", span=span("Monday"))
    (found,) = read(events=[outside, inside], statements=[statement], dates=[date]).statements
    assert (found.id, found.speaker, found.events, found.date) == ("s1", "a1", ("e2",), date)


def test_each_speaker_has_a_statement(read: Callable[..., Reading], cast: Cast, doc: Doc) -> None:
    """What two say together is two statements with their own ids; nobody speaks to himself."""
    cast.heads[head(doc, "envoy")] = ("a1", "a4")
    statement = StatementPart(span("rebels attacked Aden"), span("told"), "indirect", speaker=head(doc, "envoy"))
    statement.addressee = head(doc, "reporters")
    found = read(statements=[statement], dates=[DateValue()]).statements
    assert [(one.id, one.speaker, one.addressee) for one in found] == [("s1", "a1", "a4"), ("s2", "a4", None)]


def test_those_named_beside_the_speaker_have_a_statement_too(read: Callable[..., Reading], doc: Doc) -> None:
    """Who is named beside the speaker says the same, once each, with the same attitude."""
    statement = StatementPart(span("rebels attacked Aden"), span("told"), "indirect", speaker=head(doc, "envoy"))
    statement.beside = (head(doc, "Iran"), head(doc, "He"))
    statement.attitude = "denies"
    found = read(statements=[statement], dates=[DateValue()]).statements
    assert [(one.speaker, one.attitude) for one in found] == [("a1", "denies"), ("a2", "denies")]


def test_a_statement_of_nobody_known_stays(read: Callable[..., Reading]) -> None:
    """Words without a speaker are a statement whose speaker is unknown."""
    statement = StatementPart(span("rebels attacked Aden"), None, "direct")
    (found,) = read(statements=[statement], dates=[DateValue()]).statements
    assert (found.speaker, found.cue, found.attribution) == (None, None, ())


def test_a_relation_stays_with_its_parties(read: Callable[..., Reading]) -> None:
    """A relation never brings an actor into the reading: without both parties it goes, and the others count anew."""
    fields: dict[str, Any] = {"change": "good", "evidence": span("told"), "trigger": span("told")}
    relations = [
        Relation(id="r1", parties=("a2", "a4"), **fields),
        Relation(id="r2", parties=("a1", "a2"), **fields),
    ]
    assert read(relations=relations).relations == ()
    stance = Stance(holder="a1", target="peace", polarity="positive", evidence=span("told"))
    (found,) = read(relations=relations, stances=[stance]).relations
    assert (found.id, found.parties) == ("r1", ("a1", "a2"))


def test_times_and_places_go_on_as_they_are(read: Callable[..., Reading]) -> None:
    """What other steps finished is not touched."""
    time, place = Time(span=span("Monday"), value="2019-07-22", type="DATE"), Place(span=span("Aden"), name="Aden")
    reading = read(times=[time], places=[place])
    assert (reading.times, reading.places) == ((time,), (place,))
