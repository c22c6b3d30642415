import pytest

from ranke.record.actors.holders import holder


@pytest.mark.parametrize(
    ("office", "day", "name"),
    [
        (("president", "USA"), "2016-06-01", "barack obama"),
        (("president", "USA"), "2017-01-20", "donald trump"),
        (("prime minister", "GBR"), "2019-07-23", "theresa may"),
        (("prime minister", "GBR"), "2019-07-24", "boris johnson"),
        (("leader", "TUR"), "2020-11-07", "recep tayyip erdogan"),
        (("leader", "TUR"), "2010-11-07", "recep tayyip erdogan"),
        (("leader", "IRN"), "2019-07-22", "ali khamenei"),
        (("envoy SYR", "united nations"), "2018-06-30", "staffan mistura"),
        (("general secretary", "united nations"), "2012-01-01", "ban ki moon"),
        (("president", "USA"), "1970-01-01", ""),
        (("president", "USA"), "", ""),
        (("president", "XYZ"), "2019-01-01", ""),
    ],
)
def test_an_office_has_its_holder_of_the_day(office: tuple[str, str], day: str, name: str) -> None:
    """The day decides; outside the table nobody is known."""
    assert " ".join(holder(office, day)) == name
