"""Whether an act goes on where the report stands in time."""

import pytest

from ranke.reading.parser import parse
from ranke.reading.times.find import find_times
from ranke.reading.times.scenes import goes_with_scene


@pytest.mark.parametrize(
    ("text", "word", "goes"),
    [
        ("Police shot at the marchers.", "shot", True),
        ("The republic fell after rebels ousted the king in 1975.", "ousted", False),
        ("Envoys mourned the pilot whom rebels killed.", "killed", False),
        ("Guards had beaten marchers before.", "beaten", False),
    ],
)
def test_background_is_told_from_the_scene(text: str, word: str, goes: bool) -> None:  # noqa: FBT001
    """Another day in the sentence, a relative clause, or "before" make an act background."""
    doc = parse(text)
    trigger = next(token.i for token in doc if token.text == word)
    assert goes_with_scene(doc, trigger, find_times(doc, "2019-07-23")) is goes
