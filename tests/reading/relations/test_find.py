"""What a report claims of how two stand to each other, read whole."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import ranke
from ranke.model import Reading, Report
from ranke.reading import read

EXAMPLES = Path(__file__).parents[3] / "examples"

Claim = tuple[frozenset[str], str, str | None, str | None]


def claims(text: str, reading: Reading) -> list[Claim]:
    """Return the parties, the change, the period and the holder of each relation, by name."""
    names = {actor.id: actor.name for actor in reading.actors}
    assert all(text[slice(*one.trigger)] in text[slice(*one.evidence)] for one in reading.relations)
    return [
        (
            frozenset(names[one] for one in found.parties),
            found.change,
            found.period.value,
            names.get(found.holder or ""),
        )
        for found in reading.relations
    ]


def told(text: str) -> list[Claim]:
    """Return the claims of a text of May 2024."""
    return claims(text, read(Report(id="r1", date="2024-05-01", text=text)))


def pair(*names: str) -> frozenset[str]:
    """Return two parties in no order."""
    return frozenset(names)


def test_the_seeds_tell_the_turning_points_of_a_relation() -> None:
    """Apathy since 2011, resumed in 2017, by now good, stronger and expanding: each with who claims it."""
    found = {report.date: claims(report.text, read(report)) for report in ranke.reports(EXAMPLES)}
    hamas = pair("Hamas", "Iran")
    assert found["2019-07-23"] == [
        (pair("Iran", "Palestine"), "improves", None, "Ali Akbar Velayati"),
        (pair("Iran", "Palestine"), "improves", None, "Ali Akbar Velayati"),
        (hamas, "worsens", "2011/", None),
        (hamas, "resumes", "2017", "Hamas officials"),
    ]
    assert found["2019-07-21"] == [(hamas, "good", None, "Kharrazi"), (hamas, "improves", None, "Kharrazi")]


def test_the_chain_of_authority_ends_with_the_holder() -> None:
    """What IRNA quotes Velayati as saying is his claim, through IRNA."""
    report = next(one for one in ranke.reports(EXAMPLES) if one.date == "2019-07-23")
    reading = read(report)
    names = {actor.id: actor.name for actor in reading.actors}
    stronger = next(one for one in reading.relations if report.text[slice(*one.trigger)] == "stronger")
    assert [names[one] for one in stronger.attribution] == ["IRNA", "Ali Akbar Velayati"]
    assert report.text[slice(*stronger.evidence)].startswith("the relationship of the Republic")


@pytest.mark.parametrize(
    "text",
    [
        "Turkey hopes to improve relations with Greece.",
        "Turkey called for better relations with Greece.",
        "Uganda threatened to sever ties with Kenya.",
        "Armenia and Turkey may restore relations.",
        "Armenia and Turkey have not restored relations.",
        "If Turkey and Armenia restore relations, trade will grow.",
        "Jordan denied that its relations with Syria had improved.",
        "The ministers discussed relations between Turkey and Greece.",
        "The visit aims at strengthening ties between Iran and Iraq.",
        "Spain supports close relations with Cuba.",
    ],
)
def test_what_is_no_fact_is_no_claim(text: str) -> None:
    """Hopes, calls, threats, conditions, denials and topics say nothing of how two stand."""
    assert told(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "The rail links between Kenya and Uganda were extended.",
        "Kenya's foreign relations committee met Uganda's improved team.",
        "Kenya and Uganda strengthened their public relations.",
        "Norway's striker broke a tie with Denmark.",
        "Hostilities between Kenya and Uganda ended.",
        "France was in a row of good seats behind Italy.",
    ],
)
def test_other_senses_of_the_nouns_are_left_out(text: str) -> None:
    """Rail links, committees, public relations, scores, fighting and seats are no relations."""
    assert told(text) == []


def test_what_points_back_means_the_pair_last_spoken_of() -> None:
    """A relationship without parties of its own is that of the sentence before."""
    text = "Ties between Mali and France soured in 2020. Since then the relationship has deteriorated."
    assert [one[:2] for one in told(text)] == [(pair("Mali", "France"), "worsens")] * 2


def test_nothing_points_back_further_than_a_paragraph() -> None:
    """Two paragraphs on, "the relationship" may be anybody's."""
    text = "Ties between Mali and France soured.\n\nRain fell.\n\nTrade grew.\n\nThe relationship has improved."
    assert [one[1] for one in told(text)] == ["worsens"]


def test_each_of_several_others_is_a_relation_of_its_own() -> None:
    """Ties with two are two relations, ties of one pair told twice in one word are one."""
    found = told("Oman has improved its ties with Iraq and Syria.")
    assert found == [(pair("Oman", "Iraq"), "improves", None, None), (pair("Oman", "Syria"), "improves", None, None)]


def test_a_text_without_the_words_is_not_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where no noun or phrase of the table occurs the step ends at once."""
    monkeypatch.setattr("ranke.reading.relations.find.Parties", None)
    assert told("The minister met the envoy on Monday.") == []


WORDS = st.sampled_from(
    ["Iran", "Iraq", "relations", "ties", "between", "with", "and", "improved", "soured", "good", "this", "their",
     "the", "officials", "said", "since", "2011", ".", "\n\n", "rift", "allies", "became", "fell", "out", "is", '"'],
)  # fmt: skip


@given(st.lists(WORDS, max_size=30))
def test_any_words_give_two_parties_of_the_reading(words: list[str]) -> None:
    """However odd the text: two different actors of the reading, spans inside the text, ids in order."""
    text = " ".join(words)
    reading = read(Report(id="r1", date="2024-05-01", text=text))
    ids = {actor.id for actor in reading.actors}
    assert [one.id for one in reading.relations] == [f"r{n}" for n in range(1, len(reading.relations) + 1)]
    for one in reading.relations:
        assert len({*one.parties} & ids) == 2
        assert one.evidence[0] <= one.trigger[0] < one.trigger[1] <= one.evidence[1] <= len(text)
        assert one.holder == (one.attribution[-1] if one.attribution else None)
