import pytest
from hypothesis import given
from hypothesis import strategies as st

from ranke.offices.descriptions import describe
from ranke.offices.tenures import Offices

NOBODY = Offices(())


@pytest.mark.parametrize(
    ("text", "kind", "country", "sector"),
    [
        ("Norwegian soldiers", "group", "NOR", "MIL"),
        ("two police officers", "group", "", "COP"),
        ("Peru's foreign ministry", "organization", "PER", "GOV"),
        ("spokesman for the Peruvian army", "person", "PER", "MIL"),
        ("Hamas official", "person", "PSE", "PTY"),
        ("the Peruvian official", "person", "PER", "GOV"),
        ("UN envoy to Libya", "person", "IGO", "IGO"),
        ("US ambassador to Iraq", "person", "USA", "GOV"),
        ("ambassador of Peru to Norway", "person", "PER", "GOV"),
        ("head of the Peruvian Fishermen's Union", "person", "PER", "NGO"),
        ("the Harbour Workers Union", "organization", "", "NGO"),
        ("president of Oslo University", "person", "NOR", "EDU"),
        ("Lima police", "organization", "PER", "COP"),
        ("professor at the University of Bergen", "person", "NOR", "EDU"),
        ("Peruvian refugees in Chile", "group", "PER", "REF"),
        ("Jewish community leader", "person", "", "REL"),
        ("car theft syndicate", "organization", "", "CRM"),
        ("Bank of Mexico", "organization", "MEX", "GOV"),
        ("Peruvians", "group", "PER", "CVL"),
        ("Lima", "country", "PER", "GOV"),
        ("the government", "organization", "", "GOV"),
        ("Nigerian Senate", "organization", "NGA", "LEG"),
    ],
)
def test_a_description_tells_kind_country_and_sector(text: str, kind: str, country: str, sector: str) -> None:
    """The head tells what is meant, the names before it and after prepositions whose, the body what it leaves out."""
    told = describe(text, NOBODY)
    assert (told.kind, told.country, told.sector or "", told.thing) == (kind, country, sector, False)


@pytest.mark.parametrize("text", ["", "a dog", "yesterday", "was, takes part", "a police dog", "🎉", "the demand"])
def test_what_is_no_actor_is_none(text: str) -> None:
    """Things, days and words without a head tell of nobody."""
    told = describe(text, NOBODY)
    assert told.kind is None
    assert not told.country


@pytest.mark.parametrize(
    ("text", "former", "unsettled", "title"),
    [
        ("former Peruvian president", True, True, "president"),
        ("ex-president of Peru", True, True, "president"),
        ("Peru's president-elect", False, True, "president-elect"),
        ("next prime minister of Peru", False, True, "prime minister"),
        ("Peruvian deputy foreign minister", False, False, "deputy foreign minister"),
        ("minister of mines of Peru", False, False, "minister of mines"),
        ("governor of Lima", False, False, "governor of Lima"),
        ("president of Real Madrid", False, False, "president of Real Madrid"),
    ],
)
def test_a_title_is_told_and_whether_it_is_held(text: str, former: bool, unsettled: bool, title: str) -> None:  # noqa: FBT001
    """What an office is over stays in its title, whose it is does not; who held it once or will is noted."""
    told = describe(text, NOBODY)
    assert (told.former, told.unsettled, told.title) == (former, unsettled, title)


@given(st.text(max_size=200))
def test_any_text_at_all_is_read(text: str) -> None:
    """Odd text tells less and never raises."""
    describe(text, NOBODY)
