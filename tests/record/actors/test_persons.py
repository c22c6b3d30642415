import pytest

from ranke.record.actors.persons import common, person_name, same_name, single, surnames


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Turkish President Recep Tayyip Erdoğan", ("recep", "tayyip", "erdogan")),
        ("Ayatollah Ali Khamenei", ("ali", "khamenei")),
        ("Turkey’s Recep Erdoğan", ("recep", "erdogan")),
        ("California Attorney General Xavier Becerra", ("xavier", "becerra")),
        ("Staffan de Mistura", ("staffan", "mistura")),
        ("Arnel dela Vega", ("arnel", "vega")),
        ("Queen Elizabeth II", ("elizabeth", "ii")),
        ("Pope Francis", ("pope", "francis")),
        ("King Abdullah", ("king", "abdullah")),
        ("Colin Sutherland, Lord Carloway", ("colin", "sutherland")),
        ("Israel Katz", ("israel", "katz")),
        ("Larry King", ("larry", "king")),
    ],
)
def test_titles_and_countries_are_no_part_of_a_name(name: str, words: tuple[str, ...]) -> None:
    """What stands before a name is taken off, what is the name stays."""
    assert person_name(name) == words


@pytest.mark.parametrize(
    "name",
    ["the chief of staff", "One Russian politician", "Conservative Party leader", "George Washington Bridge", "he", ""],
)
def test_descriptions_are_no_names(name: str) -> None:
    """Words without a name give none."""
    assert person_name(name) == ()


@pytest.mark.parametrize(
    "name", ["John Smith", "Mohammed Ali", "Wang Wei", "Ahmed Hassan", "Kim", "Maria", "José García", "Ivan Ivanov"]
)
def test_common_names_are_known_as_such(name: str) -> None:
    """Names of many bearers in every region tell nobody."""
    assert common(person_name(name))


@pytest.mark.parametrize(
    "name", ["Xi Jinping", "Kim Jong Un", "Nicola Sturgeon", "Rouhani", "Pope Francis", "Boris Johnson"]
)
def test_rarer_names_tell_a_person(name: str) -> None:
    """A rare word, or three syllables, are enough."""
    assert not common(person_name(name))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Recep Erdoğan", "Recep Tayyip Erdoğan"),
        ("Mike Pompeo", "Michael Pompeo"),
        ("Qasem Soleimani", "Ghassem Suleimani"),
        ("Sergei Lavrov", "Sergey Lavroff"),
        ("J. Bolton", "John Bolton"),
        ("Yulia Tymoshenko", "Julia Timoshenko"),
    ],
)
def test_forms_of_one_name_are_one(one: str, other: str) -> None:
    """Middle names, initials, short forms and spellings make no other name."""
    assert same_name(person_name(one), person_name(other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Donald Trump", "Donald Tusk"),
        ("Boris Johnson", "Andrew Johnson"),
        ("Elizabeth II", "Elizabeth I"),
        ("Hassan Nasrallah", "Hussein Nasrallah"),
        ("George W. Bush", "George H. W. Bush"),
        ("George W. Bush", "George Washington"),
    ],
)
def test_like_names_of_two_people_are_two(one: str, other: str) -> None:
    """Another given name, number or initial is another person."""
    assert not same_name(person_name(one), person_name(other))


def test_what_may_stand_alone_for_a_name() -> None:
    """A surname, either of two, or an eastern family name."""
    assert surnames(("ricardo", "rossello", "nevares")) == ("rossello", "nevares")
    assert "kim" in surnames(("kim", "jong", "un"))
    assert single(("j", "bolton")) == "bolton"
    assert single(("john", "bolton")) == ""
