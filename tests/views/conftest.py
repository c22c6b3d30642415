"""A report and its reading, made by hand, for all tests of the views."""

import pytest

from ranke.model import (
    Actor,
    DateValue,
    Document,
    Event,
    EventPlace,
    Mention,
    Reading,
    Relation,
    Report,
    Role,
    Span,
    Stance,
    Statement,
)

TEXT = (
    "Norland's foreign minister Ada Berg met Sudland's envoy in Midtown on Monday, the Norland Herald reported.\n"
    'She said she would "never accept" the tariff plan. Sudland may send troops to the border, '
    "the Herald quoted a general as saying. Protesters marched."
)


def at(words: str) -> Span:
    """Return where these words stand in the text."""
    start = TEXT.index(words)
    return start, start + len(words)


def event(number: int, **fields: object) -> Event:
    """Return an event with the fields that a test does not care about filled in."""
    plain = {"id": f"e{number}", "quad": 1, "evidence": (0, len(TEXT)), "rule": "made.by_hand"}
    return Event.model_validate(plain | fields)


@pytest.fixture
def report() -> Report:
    """A short report of a made-up meeting."""
    return Report(id="herald-1", date="2020-03-03", text=TEXT, outlet="Norland Herald", title="Berg in Midtown")


@pytest.fixture
def reading(report: Report) -> Reading:
    """What it says, as a careful reader would have it."""
    actors = (
        Actor(
            id="a1", name="Ada Berg", kind="person", country="NOR", sector="GOV",
            aliases=("Berg", "the Eagle"), roles=(Role(title="foreign minister", organization="Norland"),),
            mentions=(Mention(span=at("Ada Berg"), form="name"),),
        ),
        Actor(id="a2", name="Sudland", kind="country", country="SDN", sector="GOV"),
        Actor(id="a3", name="Norland Herald", kind="media", country="NOR", sector="MED"),
        Actor(id="a4", name="a general", kind="person", sector="MIL"),
        Actor(id="a5", name="protesters", kind="group", sector="CVL"),
        Actor(id="a6", name="Midtown Council", kind="organization"),
    )  # fmt: skip
    events = (
        event(1, type="MOBILIZE", quad=4, sources=("a2",), trigger=at("send troops"), status="possible",
              attribution=("a3", "a4")),
        event(2, type="PROTEST", quad=4, sources=("a5",), trigger=at("marched")),
        event(3, type="REJECT", quad=3, sources=("a1",), targets=("a2",), trigger=at("never accept"),
              evidence=at('She said she would "never accept" the tariff plan.'), date=DateValue(value="2020-03-03")),
        event(4, type="CONSULT", sources=("a1",), targets=("a2",), trigger=at("met"), core=True,
              date=DateValue(value="2020-03-02"), place=EventPlace(name="Midtown"), attribution=("a3",)),
    )  # fmt: skip
    statements = (
        Statement(id="s1", speaker="a1", kind="mixed", content=at('she would "never accept" the tariff plan'),
                  events=("e3",)),
        Statement(id="s2", speaker="a4", kind="direct", content=at("Sudland may send troops to the border"),
                  attribution=("a3",), events=("e1",)),
    )  # fmt: skip
    stances = (Stance(holder="a1", target="the tariff plan", polarity="negative", evidence=at('"never accept"')),)
    relations = (
        Relation(id="r1", parties=("a2", "a4"), change="good", evidence=at("Sudland may send troops"),
                 trigger=at("may")),
        Relation(id="r2", parties=("a1", "a2"), change="worsens", period=DateValue(value="2011/"), holder="a4",
                 attribution=("a3", "a4"), evidence=at("Sudland may send troops"), trigger=at("send")),
    )  # fmt: skip
    document = Document(id=report.id, date=report.date, characters=len(TEXT))
    parts = {"events": events, "statements": statements, "stances": stances, "relations": relations}
    return Reading(document=document, actors=actors, **parts)
