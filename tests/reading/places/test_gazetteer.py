"""The gazetteer: what a name may stand for, and how likely."""

import pytest

from ranke.reading.places.gazetteer import gazetteer


def test_a_town_is_less_likely_meant_by_another_name() -> None:
    """Bombay ranks below Mumbai, so that a namesake by its own name may come first."""
    own, other = gazetteer().find("mumbai")[0], gazetteer().find("bombay")[0]
    assert own.latitude == other.latitude
    assert own.rank - other.rank == pytest.approx(1.0)
