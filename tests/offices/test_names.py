import pytest
from hypothesis import given
from hypothesis import strategies as st

from ranke.offices.names import fold, formal, sound
from ranke.tables import read_toml


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Saleh al-Arouri", "Salih Al Aruri"),
        ("Ali Khamenei", "Ali Khamene'i"),
        ("Ali Khamenei", "Ali Khamene’i"),
        ("Volodymyr Zelensky", "Volodymyr Zelenskyy"),
        ("Volodymyr Zelensky", "Vladimir Zelenskiy"),
        ("Mohammed bin Salman", "Muhammad ibn Salman"),
        ("Recep Tayyip Erdoğan", "Recep Tayyip Erdogan"),
        ("Abdel Fattah el-Sisi", "Abdul Fattah Al Sisi"),
        ("Mikhail Saakashvili", "Mikhael Saakashvili"),
        ("Ivan Smirnoff", "Ivan Smirnov"),
        ("Lech Wałęsa", "Lech Walesa"),
        ("Jørgen Groß", "Jorgen Gross"),
        ("Kim Jong-un", "Kim Jong Un"),
        ("U.S. Army", "US Army"),
        ("J. K. Moran", "J.K. Moran"),
        ("the People’s Party", "People's Party"),
        ("Al-Jazeera", "al Jazeera"),
        ("Ministry of Defence", "ministry of defense"),
    ],
)
def test_spellings_of_one_name_fold_to_one(one: str, other: str) -> None:
    """Accents, articles, hyphens, possessives and transliteration make no other name."""
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Al Gore", "Gore"),
        ("Hassan Rouhani", "Hussein Rouhani"),
        ("Ali Hassan", "Ali Hussein"),
        ("Donald Tusk", "Donald Trump"),
        ("Elizabeth I", "Elizabeth II"),
        ("George W. Bush", "George Bush"),
        ("Bashar al-Assad", "Ahmed al-Assadi"),
    ],
)
def test_different_names_stay_different(one: str, other: str) -> None:
    """What tells two people apart is kept."""
    assert fold(one) != fold(other)


def test_folded_names_are_plain_words() -> None:
    """A folded name is ASCII words in lower case with one space between, articles gone."""
    assert fold("  The Émigré-Society of Łódź's ") == "emigre society of lodz"
    assert fold("…") == ""


@given(st.text(max_size=40))
def test_any_text_folds_to_plain_words_once_and_for_all(text: str) -> None:
    """Folding never raises, gives words with single spaces, and folding its result changes no letter case or accent."""
    folded = fold(text)
    assert folded == " ".join(folded.split())
    assert fold(folded.upper()) == fold(folded)


@pytest.mark.parametrize(
    ("one", "other"),
    [("arouri", "aruri"), ("tymoshenko", "timoshenko"), ("khalifa", "kalifa"), ("pashinyan", "pashinian")],
)
def test_sound_joins_transliterations(one: str, other: str) -> None:
    """Words that differ in how a foreign letter is written sound the same."""
    assert sound(one) == sound(other)


def test_sound_keeps_names_apart() -> None:
    """Vowels count: Hassan and Hussein are two names."""
    assert sound("hassan") != sound("hussein")


def test_short_names_have_a_full_form() -> None:
    """English short names are read as the name they are short for; other words stay."""
    assert formal("mike") == formal("michael")
    assert formal("recep") == "recep"


def _texts(value: object) -> list[str]:
    """Return the words and phrases of a table's entry."""
    if isinstance(value, str):
        return value.split()
    if isinstance(value, list):
        return [str(item) for item in value]
    return [text for item in dict(value).values() for text in _texts(item)] if isinstance(value, dict) else []


@pytest.mark.parametrize(
    "table", ["record/actors/common", "record/actors/bodies", "record/actors/offices", "offices/titles"]
)
def test_tables_are_written_as_names_fold(table: str) -> None:
    """A word that folds to another would never be found; codes of countries are no words."""
    entries = _texts(read_toml("ranke", f"{table}.toml"))
    assert len(entries) > 100
    assert [text for text in entries if fold(text) != text and not (text.isupper() or text[:1].isdigit())] == []


def test_each_spelling_belongs_to_one_family() -> None:
    """No spelling stands twice, and the usual spelling of one family is none of another."""
    families = read_toml("ranke", "offices/names.toml")["family"]
    spellings = [word for others in families.values() for word in others.split()]
    assert len(spellings) == len(set(spellings))
    assert not set(spellings) & set(families)
    assert [usual for usual in families if fold(usual) != usual] == []
