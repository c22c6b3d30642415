"""Statements: cue, content, speaker, addressee and relays, on our own sentences and the reports in examples/."""

import time
import tomllib
from importlib.resources import files
from pathlib import Path

import pytest
from spacy.tokens import Doc

from ranke.errors import TableError
from ranke.reading.actors.cast import cast_actors
from ranke.reading.parser import parse
from ranke.reading.parts import StatementPart
from ranke.reading.statements import cues
from ranke.reading.statements.find import find_statements
from ranke.reading.statements.relays import settle_relays

EXAMPLES = Path(__file__).parents[3] / "examples"
TABLE = tomllib.loads((files("ranke.reading.statements") / "cues.toml").read_text(encoding="utf-8"))
HELD = tomllib.loads((files("ranke.reading.statements") / "attitudes.toml").read_text(encoding="utf-8"))
ENTRIES = [(frame, key, text) for frame, table in TABLE.items() if frame != "words" for key, text in table.items()]
ATTITUDES = [
    (attitude, frame, key, text)
    for attitude, frames in HELD.items()
    if attitude != "said"
    for frame, table in frames.items()
    for key, text in table.items()
]


def read(text: str) -> tuple[Doc, list[StatementPart]]:
    """Parse a text and find its statements."""
    doc = parse(text)
    return doc, find_statements(doc)


def facts(text: str) -> list[tuple[str | None, str | None, str]]:
    """Return (speaker, cue, content) of every statement of a text."""
    doc, parts = read(text)
    return [
        (
            doc[part.speaker].text if part.speaker is not None else None,
            text[slice(*part.cue)] if part.cue else None,
            text[slice(*part.content)],
        )
        for part in parts
    ]


def one(text: str) -> tuple[Doc, StatementPart]:
    """Return the only statement of a text."""
    doc, parts = read(text)
    assert len(parts) == 1, facts(text)
    return doc, parts[0]


@pytest.mark.parametrize(("frame", "key", "text"), ENTRIES, ids=lambda value: str(value)[:30])
def test_example_of_every_entry_is_read(frame: str, key: str, text: str) -> None:
    """Each entry of the table finds the content that its example has in braces."""
    content = text[text.index("{") + 1 : text.index("}")]
    plain = text.replace("{", "").replace("}", "")
    doc, parts = read(plain)
    contents = [plain[slice(*part.content)].strip('"”.,') for part in parts]
    assert content in contents, (frame, key, contents)
    part = parts[contents.index(content)]
    assert part.speaker is not None
    assert part.cue_token is not None
    assert (
        doc[part.cue_token].lemma_.lower() in (key.split(maxsplit=1)[0], doc[part.cue_token].lower_)
        or frame == "source"
    )


@pytest.mark.parametrize(("attitude", "frame", "key", "text"), ATTITUDES, ids=lambda value: str(value)[:30])
def test_example_of_every_attitude_is_read(attitude: str, frame: str, key: str, text: str) -> None:
    """Each entry of the table of attitudes finds its content, in its frame and with its attitude."""
    content = text[text.index("{") + 1 : text.index("}")]
    plain = text.replace("{", "").replace("}", "")
    _, parts = read(plain)
    found = {plain[slice(*part.content)]: part for part in parts}
    assert content in found, (key, list(found))
    assert (found[content].attitude, found[content].frame) == (attitude, frame)


def test_table_is_large_enough_and_its_keys_are_distinct() -> None:
    """The table holds at least two hundred cues by lemma and frame."""
    assert len({(frame, key) for frame, key, _ in ENTRIES}) == len(ENTRIES) >= 200


def test_a_quotation_split_by_its_cue_is_two_statements_that_share_it() -> None:
    """The second part has the first one's cue, speaker and addressee."""
    doc, parts = read('"The road is closed," the mayor told reporters on Monday. "We will open it in May."')
    assert [part.cue for part in parts] == [parts[0].cue] * 2
    assert {doc[part.speaker or 0].text for part in parts} == {"mayor"}
    assert {doc[part.addressee or 0].text for part in parts} == {"reporters"}
    assert {part.kind for part in parts} == {"direct"}


def test_content_of_a_quotation_leaves_out_marks_and_the_comma_before_the_cue() -> None:
    """What is inside the marks is the content, without the comma that only leads to the cue."""
    assert facts('"The road is closed," said Hill.') == [("Hill", "said", "The road is closed")]


def test_quotation_runs_over_sentences_and_paragraphs() -> None:
    """A quotation of several sentences, or one reopened at each paragraph, is one statement."""
    text = "“First we will talk to the unions about this.\n\n“Then we will talk to the banks,” the minister said."
    assert [content for _, _, content in facts(text)] == [text[1 : text.index(",”")]]


def test_next_quotation_keeps_the_speaker_where_none_is_named() -> None:
    """A quotation that stands alone is still the last speaker's, though no words beside it name him."""
    text = '"The road is closed to all of you," said Hill.\n\nThe crowd fell silent.\n\n"You must all go home now."'
    _, parts = read(text)
    assert len(parts) == 2
    assert parts[0].speaker == parts[1].speaker
    assert parts[1].speaker_span is None
    assert parts[1].cue is None


@pytest.mark.parametrize(
    ("text", "speaker", "cue", "content"),
    [
        ("The talks had failed, the minister said on Tuesday.", "minister", "said", "The talks had failed"),
        ("Police, who said the man was armed, closed the road.", "Police", "said", "the man was armed"),
        ("The premier went on to say that the border would open.", "premier", "to say", "the border would open"),
        ("The attack was claimed by the rebels.", "rebels", "was claimed", "The attack"),
        ("The president of Kenya, William Ruto, said the road was shut.", "Ruto", "said", "the road was shut"),
        ("As the agency noted, the river would flood.", "agency", "noted", "the river would flood"),
        ("The talks failed, according to the ministry.", "ministry", "according to", "The talks failed"),
        ("According to a report by the police, the talks failed.", "police", "According to", "the talks failed"),
        ('It was "a great day for us," Hill said.', "Hill", "said", 'It was "a great day for us,"'),
        ("The minister called for the ban to be lifted.", "minister", "called for", "the ban to be lifted"),
        ("The editor made the claim that the vote was rigged.", "editor", "claim", "the vote was rigged"),
    ],
)
def test_reporting_clause_stands_before_after_and_inside(text: str, speaker: str, cue: str, content: str) -> None:
    """The content is found wherever its reporting clause stands, and without it."""
    assert facts(text) == [(speaker, cue, content)]


def test_a_clause_around_its_cue_is_two_statements() -> None:
    """What stands before and after "the minister said" are two stretches that share the cue."""
    text = "The raid, the minister said, was planned for months."
    assert facts(text) == [
        ("minister", "said", "The raid"),
        ("minister", "said", "was planned for months"),
    ]


@pytest.mark.parametrize(
    ("text", "attitude"),
    [
        ("The minister said the road was closed.", "says"),
        ("The mayor asked drivers to avoid the bridge.", "asks"),
        ("The mayor vowed to repair the road.", "promises"),
        ("The agency warned that the river would flood.", "warns"),
        ("The mayor denied that he had taken bribes.", "denies"),
        ("The minister refused to say that the talks had failed.", "refuses"),
        ("According to the police, nobody was hurt.", "says"),
        ('"Open the gate now," the soldier demanded.', "asks"),
        ("The union's demand that the boss resign was refused.", "asks"),
    ],
)
def test_cue_tells_what_its_speaker_does(text: str, attitude: str) -> None:
    """Asking, promising, warning, denying and refusing are told from saying, whatever the frame."""
    _, part = one(text)
    assert part.attitude == attitude


def test_attitude_inside_what_is_said_is_no_statement_of_its_own() -> None:
    """What somebody thinks or wants by another's words is part of those words."""
    assert [cue for _, cue, _ in facts("The envoy said the farmers wanted to sell their land.")] == ["said"]


def test_statement_inside_another_stands_where_it_is_what_that_one_tells() -> None:
    """A report of a report is kept with its chain; a turn of speech inside a quotation is not."""
    doc, parts = read("The envoy said the president had promised that the border would open.")
    assert [doc[part.speaker or 0].text for part in parts] == ["envoy", "president"]
    assert [[doc[relay].text for relay in part.relays] for part in parts] == [[], ["envoy"]]
    assert len(facts('"Those who say that the war is lost are wrong," the general said.')) == 1


def test_quotation_right_after_a_statement_goes_on_with_it() -> None:
    """A quotation without words of its own, in the same paragraph, has the cue and the speaker before it."""
    text = 'The road had been closed for weeks, Hill said. "We could not even reach the school that winter."'
    _, parts = read(text)
    assert len(parts) == 2
    assert parts[0].cue == parts[1].cue
    assert parts[0].speaker == parts[1].speaker
    assert parts[1].kind == "direct"


def test_any_verb_closes_a_quotation_that_ends_with_a_comma() -> None:
    """A verb of no table stands for a cue between a quotation and the end of its clause."""
    assert facts('"Go back to the harbour," the captain barked.') == [
        ("captain", "barked", "Go back to the harbour"),
    ]


def test_name_and_colon_make_a_headline_or_a_quotation_speech() -> None:
    """What stands after a name and a colon is said by the one named."""
    assert facts("Jo Hill: We Will Not Leave The Island\n\nThe ferry was late.") == [
        ("Hill", ":", "We Will Not Leave The Island"),
    ]


def test_speakers_named_side_by_side_all_speak() -> None:
    """The heads of all who say it are kept, the first one as the speaker."""
    doc, part = one("The mayor and the bishop said the road was closed.")
    assert part.speaker is not None
    assert [doc[head].text for head in (part.speaker, *part.beside)] == ["mayor", "bishop"]
    assert part.speaker_span is not None
    assert doc.text[slice(*part.speaker_span)] == "The mayor and the bishop"


def test_clauses_coordinated_under_one_cue_are_one_statement() -> None:
    """What follows "and that" under the same cue is of the same stretch."""
    _, part = one("The firm said that it had lost money and that it would close.")
    assert part.kind == "indirect"
    assert part.content == (19, 60)


def test_cues_that_carry_on_are_statements_of_the_same_speaker() -> None:
    """Cues after "and", and participles, end the first content and start their own."""
    text = "The minister said the road was closed and urged drivers to wait, adding that police would be present."
    assert facts(text) == [
        ("minister", "said", "the road was closed"),
        ("minister", "urged", "drivers to wait"),
        ("minister", "adding", "police would be present"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The minister did not say whether the talks had failed.",
        "The minister may announce a new plan.",
        "No group claimed responsibility for the blast.",
        "The strike threatened the harvest.",
        "Ten litres per day is enough.",
        "He left before announcing the plan.",
    ],
)
def test_what_nobody_said_is_no_statement(text: str) -> None:
    """Negated, possible and merely timed cues hand on nothing, nor do subjects that can't speak."""
    assert facts(text) == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "Any farmer would now ask: “Who pays for all of this? The bank is closed.”",
            ("farmer", "would now ask", "Who pays for all of this? The bank is closed."),
        ),
        (
            "Jo Hill waved to the crowd before asking them, “Are you ready for the harvest this year?”",
            ("Hill", "asking", "Are you ready for the harvest this year?"),
        ),
    ],
)
def test_supposed_or_merely_timed_cue_has_its_words_where_they_are_quoted(
    text: str, said: tuple[str, str, str]
) -> None:
    """Words in marks are somebody's though the verb says only that they would be said, or when."""
    assert facts(text) == [said]


def test_denied_cue_is_none_of_a_quotation() -> None:
    """What was not said hangs on no verb of saying, even in marks."""
    assert all(cue is None for _, cue, _ in facts("The minister did not say: “We have lost the whole harvest.”"))


def test_content_of_a_verb_ends_before_a_quotation_with_a_speaker_of_its_own() -> None:
    """A quotation whose speaker is named after the verb is said by him alone."""
    text = "Mayors have said so, including the former mayor Jo Hill -- “It is wrong to hide the books” -- and Reed."
    assert facts(text) == [("Hill", None, "It is wrong to hide the books")]


def test_told_an_outlet_makes_it_addressee_and_relay() -> None:
    """The outlet hears the speaker and passes him on; what he goes on to say waits for the cast."""
    doc, parts = read("The minister told Reuters that the talks had failed. He added that no date was set.")
    assert [doc[part.addressee].text if part.addressee else None for part in parts] == ["Reuters", None]
    assert [[doc[relay].text for relay in part.relays] for part in parts] == [["Reuters"], []]
    settle_relays(doc, parts, cast_actors(doc, []))
    assert [[doc[relay].text for relay in part.relays] for part in parts] == [["Reuters"], ["Reuters"]]


def test_quoted_as_telling_names_speaker_relay_and_addressee() -> None:
    """Who is quoted "as telling" speaks, who quotes him relays, and the one told hears."""
    doc, part = one("He was quoted by IRNA as telling the delegation that the talks were useful.")
    assert part.speaker is not None
    assert part.addressee is not None
    assert doc[part.speaker].text == "He"
    assert doc[part.addressee].text == "delegation"
    assert [doc[relay].text for relay in part.relays] == ["IRNA"]


def test_paragraph_after_a_colon_is_quoted_without_marks() -> None:
    """A cue and a colon at a paragraph's end make the next paragraph direct speech."""
    text = "The minister said:\n\nThe talks were long and hard, but useful.\n\nThe talks ended on Monday."
    _, part = one(text)
    assert part.kind == "direct"
    assert text[slice(*part.content)] == "The talks were long and hard, but useful."


def test_seed_reports_are_read_with_their_chains() -> None:
    """The two example reports give the statements that a reader finds in them."""
    text = (EXAMPLES / "000_aa9977cb53b69c22.txt").read_text(encoding="utf-8")
    doc, parts = read(text)
    by_cue = {text[slice(*part.cue)]: part for part in parts if part.cue}
    delegation = by_cue["telling"]
    assert text[slice(*delegation.content)].startswith("Your last day’s talks")
    assert delegation.kind == "direct"
    assert [doc[relay].text for relay in delegation.relays] == ["IRNA"]
    described = by_cue["described"]
    assert doc[described.speaker or 0].text == "Shamkhani"
    assert text[slice(*described.content)].startswith("the US Mideast compromise plan")
    assert len(described.relays) == 1
    assert by_cue["according to"].relays
    assert [doc[relay].text for relay in by_cue["reiterated"].relays] == ["Hamas"]
    assert by_cue["reiterated"].kind == "indirect"


def test_statements_lie_in_the_text_and_are_the_same_every_time() -> None:
    """Spans are never empty nor out of bounds, heads are tokens of the doc, and a second run gives the same."""
    for path in sorted(EXAMPLES.glob("*.txt")):
        doc, parts = read(path.read_text(encoding="utf-8"))
        assert parts == find_statements(doc)
        for part in parts:
            assert 0 <= part.content[0] < part.content[1] <= len(doc.text)
            assert all(0 <= head < len(doc) for head in (part.speaker or 0, part.addressee or 0, *part.relays))


@pytest.mark.parametrize(
    "text", ["", " \n\n ", "“", "” said “", "said", "he said: ", '"," said "', "according to", ":\n:\n"]
)
def test_odd_text_never_raises(text: str) -> None:
    """Odd text yields little, and no error."""
    find_statements(parse(text))


def test_a_sentence_without_end_takes_little_time() -> None:
    """A chain of thousands of cues in one sentence is read in time that grows with its length only."""
    doc = parse("he said that " * 3000)
    start = time.perf_counter()
    find_statements(doc)
    assert time.perf_counter() - start < 5


def test_table_with_an_unknown_frame_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """A frame that no reader knows is an error of the table, not a silent nothing."""
    monkeypatch.setattr(cues, "read_toml", lambda *_: {**TABLE, "sigh": {"sigh": "He sighed {so}."}})
    with pytest.raises(TableError, match="sigh"):
        cues._table.__wrapped__()


def test_attitude_that_the_format_does_not_know_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """An attitude or frame that the format or the readers don't know is an error of the table."""
    tables = {"cues.toml": TABLE, "attitudes.toml": {**HELD, "sighs": {"clause": {"sigh": "He sighed {so}."}}}}
    monkeypatch.setattr(cues, "read_toml", lambda _, name: {**tables[name]})
    with pytest.raises(TableError, match="sighs"):
        cues._table.__wrapped__()


def test_example_without_braces_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """An example must mark its content."""
    monkeypatch.setattr(cues, "read_toml", lambda *_: {**TABLE, "quote": {"sigh": "He sighed."}})
    with pytest.raises(TableError, match="braces"):
        cues._table.__wrapped__()


@pytest.mark.parametrize(
    ("text", "speaker", "content"),
    [
        ("The baker was criticised by farmers for the delay.", "farmers", "the delay"),
        ("The rebels were urged by the envoy to lay down their arms.", "envoy", "to lay down their arms"),
        ("The clerk described himself as a moderate.", "clerk", "himself as a moderate"),
        ("The minister made it clear that the tax would stay.", "minister", "the tax would stay"),
        ("The bank will close on Monday, the governor told the paper.", "governor", "The bank will close on Monday"),
    ],
)
def test_frames_turned_round_hand_on_the_same(text: str, speaker: str, content: str) -> None:
    """The passive, the reflexive, "it" and a clause put first lose neither who says it nor what."""
    assert (speaker, content) in {(who, what) for who, _, what in facts(text)}


def test_a_name_given_to_oneself_and_a_day_are_no_content() -> None:
    """Whoever identifies himself, or announces on a Friday, has told nothing by that."""
    assert facts("The driver identified himself as Jo Hill.") == []
    assert "last Friday" not in {what for _, _, what in facts("The king announced last Friday a new treaty.")}


def test_an_aside_longer_than_what_was_said_is_left_out() -> None:
    """A long "which …" at the end is the reporter's, a short one may stay."""
    long = "The mayor announced a plan, which had been drawn up in the spring by a firm from the north of the county."
    assert [what for _, _, what in facts(long)] == ["a plan"]
    conceded = (
        "The mayor said the bridge was safe, though the firm that had built it in the spring gave no word of that."
    )
    assert [what for _, _, what in facts(conceded)] == ["the bridge was safe"]
    short = "The mayor announced a plan for the old bridge in the north of the county, which is shut."
    assert [what for _, _, what in facts(short)] == [short[len("The mayor announced ") : -1]]


@pytest.mark.parametrize(
    "text",
    [
        "It is certain that the bridge will fall.",
        "The mayor is not confident that the bridge will stand.",
        "The bridge is ready for the queen.",
    ],
)
def test_a_state_needs_somebody_in_it_and_what_he_holds(text: str) -> None:
    """Nobody holds what "it is certain" says; what is denied is not held; "ready for" is no will."""
    assert [part for part in read(text)[1] if part.frame == "state"] == []
