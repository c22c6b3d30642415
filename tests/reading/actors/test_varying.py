"""Definite nouns that vary what a report called somebody before."""

from collections.abc import Callable

import pytest

from ranke.reading.actors.nouns import find_nouns
from ranke.reading.parser import parse
from ranke.tables import read_toml

Meant = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("text", "word", "names"),
    [
        ("Bishop Jon Adeyo condemned the raid. The cleric wept.", "cleric", ["Jon Adeyo"]),
        ("The Peruvian ambassador was summoned. A judge told the envoy to go.", "envoy", ["Peruvian ambassador"]),
        ("Police held Ada Lindqvist over her novel. The author denied it.", "author", ["Ada Lindqvist"]),
        ("Police held Jon Berg. Ada Lindqvist protested. The author wept.", "author", ["author"]),
        ("Italy held Reza Karimi in Milan. The Iranian denied it.", "Iranian", ["Reza Karimi"]),
        ("Chile held Reza Karimi of Peru. The Iranian denied it.", "Iranian", ["Iranian"]),
        ("Mayor Ada Holm faces Jon Berg. Polls put the incumbent ahead.", "incumbent", ["Ada Holm"]),
    ],
)  # fmt: skip
def test_a_description_finds_its_person(meant: Meant, text: str, word: str, names: list[str]) -> None:
    """One person who was described so, or of whom no office is told, is meant; of two that fit neither is."""
    assert meant(text, word) == names


def test_a_caller_is_the_stranger_who_rang(same: Callable[[str, str, str], bool]) -> None:
    """Somebody brought in only as a woman is whom the next sentence tells more of."""
    assert same("A woman rang the paper. The caller gave no name.", "woman", "caller")


@pytest.mark.parametrize(
    ("text", "word", "names"),
    [
        ("Forty refugees reached Greece. Police took the travellers to a camp.", "travellers", ["Forty refugees"]),
        ("Nurses walked out in Ghana. The minister scolded the strikers.", "strikers", ["Nurses"]),
        ("Nurses met teachers in Ghana. The minister scolded the strikers.", "strikers", ["strikers"]),
        ("Gunmen seized four miners. The army freed the hostages.", "hostages", ["four miners"]),
        ("Rebels attacked Kidal. Other gunmen fled. The insurgents left.", "insurgents", ["insurgents"]),
        ("Four monks fled. Police told the other clerics to stay.", "clerics", ["other clerics"]),
        ("Twelve villagers were shot. The court heard that soldiers had bound the men.", "men", ["Twelve villagers"]),
    ],
)  # fmt: skip
def test_a_plural_finds_its_group(meant: Meant, text: str, word: str, names: list[str]) -> None:
    """A group is known by a noun of its kind, by what it did or by what was done to it."""
    assert meant(text, word) == names


@pytest.mark.parametrize(
    ("text", "word", "names"),
    [
        ("Beltelora will close. The company lost money.", "company", ["Beltelora"]),
        ("Banco Sereno will close branches. The lender lost money.", "lender", ["Banco Sereno"]),
        ("Workers Together met. The lender lost money.", "lender", ["lender"]),
        ("Nordpetra cut supplies. The Russian gas giant denied it.", "giant", ["Nordpetra"]),
        ("The Norwegian Police Service met. They said the force had failed.", "force", ["Norwegian Police Service"]),
        ("Ada Kroll of the Democratic Party spoke. She said her party would win.", "party", ["Democratic Party"]),
    ],
)  # fmt: skip
def test_a_noun_finds_its_body(meant: Meant, text: str, word: str, names: list[str]) -> None:
    """A body of which nothing tells what it is may be a company, but no other body than its name says."""
    assert meant(text, word) == names


@pytest.mark.parametrize(
    ("text", "word", "names"),
    [
        ("Minister Ada Kroll met Jon Beck. The two agreed to meet again.", "two", ["Ada Kroll", "Jon Beck"]),
        ("Ada Kroll, Jon Beck and Eva Lund met. The two agreed.", "two", []),
        ("Peru took in 17 sailors. Chile wants the 17 sent home.", "17", ["17 sailors"]),
        ("The Malian army fought the Chadian army. Both armies lost men.", "armies", ["Malian army", "Chadian army"]),
    ],
)  # fmt: skip
def test_a_count_finds_those_counted(meant: Meant, text: str, word: str, names: list[str]) -> None:
    """A number alone means as many as were counted or named in the last clause, and nobody where it is unclear."""
    assert meant(text, word, -1) == names


def test_every_noun_that_points_back_is_a_noun_of_an_actor() -> None:
    """A noun in the table that the reader does not know as an actor's would never be looked up."""
    table = read_toml("ranke.reading.actors", "varying.toml")
    backs = {noun for kind in ("people", "groups") for row in table[kind] for noun in row["back"]}
    said = {noun: parse(f"The {noun} and the {noun}s left.") for noun in backs | {*table["calling"]}}
    unknown = sorted(noun for noun, doc in said.items() if not find_nouns(doc))
    assert unknown == []
