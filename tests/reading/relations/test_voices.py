"""Who claims a relation, and for which body."""

from collections.abc import Callable

from spacy.tokens import Doc

from ranke.model import DateValue
from ranke.reading.parts import ActorPart, Cast, MentionPart, RolePart, StatementPart
from ranke.reading.relations.voices import Voices

TEXT = "Unity officials told the Courier that Ann Lee said ties with Chad were good."


def name(at: int) -> MentionPart:
    """Return a mention by name of one word."""
    return MentionPart(at, at + 1, at, "name")


def voices(doc: Doc) -> tuple[Voices, Cast]:
    """Return officials, a paper, a minister who is quoted by it, and her words in theirs."""
    at = {token.text: token.i for token in doc}
    actors = [
        ActorPart("a1", "Unity", "organization", mentions=[name(0)]),
        ActorPart("a2", "Unity officials", "group", mentions=[MentionPart(0, 2, 1, "nominal")]),
        ActorPart("a3", "Ann Lee", "person", "TCD", "GOV", mentions=[name(at["Lee"])]),
        ActorPart("a4", "Chad", "country", "TCD", mentions=[name(at["Chad"])]),
        ActorPart("a5", "Courier", "media", mentions=[name(at["Courier"])]),
        ActorPart("a6", "Bo Roy", "person", None, "PTY", roles=[RolePart("chief", "Unity", 0, 1)]),
    ]  # fmt: skip
    cast = Cast({one.id: one for one in actors}, {m.head: (one.id,) for one in actors for m in one.mentions})
    outer, inner = TEXT.index("Ann"), TEXT.index("ties")
    statements = [
        StatementPart((inner, len(TEXT) - 1), None, "indirect", speaker=at["Lee"]),
        StatementPart((outer, len(TEXT) - 1), None, "indirect", speaker=1, relays=(at["Courier"],)),
    ]
    return Voices(doc, cast, statements, [DateValue(value="2019"), DateValue()]), cast


def test_the_chain_is_outermost_first(doc_of: Callable[[str], Doc]) -> None:
    """Who relays stands before who speaks, and the inner speaker is last; the reporter is no one."""
    found, _ = voices(doc_of(TEXT))
    assert found.chain(TEXT.index("ties")) == ("a5", "a2", "a3")
    assert found.speaker(TEXT.index("ties")) == "a3"
    assert found.speaker(TEXT.index("Ann")) == "a2"
    assert found.chain(0) == ()
    assert found.speaker(0) is None
    assert [date.value for _, date in found.around(TEXT.index("ties"))] == [None, "2019"]


def test_officials_stand_for_their_body(doc_of: Callable[[str], Doc]) -> None:
    """By the name before them, by the country of their office, by the organisation of their title."""
    found, _ = voices(doc_of(TEXT))
    assert [found.body(one) for one in ("a1", "a2", "a3", "a5", "a6")] == ["a1", "a1", "a4", "a5", "a1"]


def test_a_people_has_the_relations_of_its_country(doc_of: Callable[[str], Doc]) -> None:
    """A people or officials without a name stand for theirs; other groups for themselves."""
    doc = doc_of("The Chadian people met Chadian rebels.")
    actors = [
        ActorPart("a1", "Chad", "country", "TCD", mentions=[name(1), name(4)]),
        ActorPart("a2", "Chadian people", "group", "TCD", "CVL", mentions=[MentionPart(1, 3, 2, "nominal")]),
        ActorPart("a3", "Chadian rebels", "group", "TCD", "REB", mentions=[MentionPart(4, 6, 5, "nominal")]),
    ]  # fmt: skip
    cast = Cast({one.id: one for one in actors}, {m.head: (one.id,) for one in actors for m in one.mentions})
    found = Voices(doc, cast, [], [])
    assert [found.party(one) for one in ("a1", "a2", "a3")] == ["a1", "a1", "a3"]
