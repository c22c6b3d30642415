"""A record's events in the 61 columns of GDELT 2.0; `columns/gdelt.csv` tells what each is filled with."""

from typing import BinaryIO

from ranke.answers import ActorFacts, PlaceFacts, WholeEvent
from ranke.exports.cells import Value, tab_line
from ranke.exports.codes import country_name, fips, state, whole_number
from ranke.exports.columns import columns
from ranke.exports.days import days
from ranke.exports.dyads import Dyad, dyads, ids
from ranke.exports.source import Source

_LAST_ROOTS = (5, 9, 14, 20)
"""The last of CAMEO's roots in each quad class, as the codes are usually divided."""

_COUNTRY, _NOWHERE = 1, 0


def write(source: Source, file: BinaryIO) -> None:
    """Write a row for each source and target of each event; the format has no head."""
    names = columns("gdelt")
    for one in source.events():
        for dyad in dyads(one):
            row = row_of(one, dyad)
            file.write(tab_line(row.get(name) for name in names))


def row_of(one: WholeEvent, dyad: Dyad) -> dict[str, Value]:
    """Return the cells of an event between two actors that are filled."""
    event = one.event
    return {
        "GLOBALEVENTID": whole_number(ids(one, dyad)),
        **_date(event.date),
        **_actor("Actor1", dyad[0]),
        **_actor("Actor2", dyad[1]),
        "IsRootEvent": int(event.core),
        "EventCode": event.cameo,
        "EventBaseCode": event.cameo[:3],
        "EventRootCode": event.cameo[:2],
        "QuadClass": quad(event.cameo),
        "GoldsteinScale": event.goldstein,
        "NumMentions": event.reports,
        "NumSources": event.outlets,
        "NumArticles": event.reports,
        "Actor1Geo_Type": _NOWHERE,
        "Actor2Geo_Type": _NOWHERE,
        **_place(one.place),
        "DATEADDED": event.known[:10].replace("-", "") + "000000",
        "SOURCEURL": one.report.url or one.report.id,
    }


def quad(code: str) -> int | None:
    """Return the quad class of a CAMEO code by its root; null for what a reading made elsewhere may have for one."""
    root = int(code[:2]) if code[:2].isascii() and code[:2].isdecimal() else 0
    return next((number for number, last in enumerate(_LAST_ROOTS, 1) if 0 < root <= last), None)


def _date(value: str | None) -> dict[str, Value]:
    first, last = days(value)
    if first is None or last is None or first[:4] != last[:4]:
        return {}
    found: dict[str, Value] = {"Year": first[:4]}
    if first[:7] == last[:7]:
        found["MonthYear"] = first[:7].replace("-", "")
    if first == last:
        year, month, day = (int(part) for part in first.split("-"))
        found["Day"] = first.replace("-", "")
        # 30 days a month, as the codebook has it.
        found["FractionDate"] = f"{year + ((month - 1) * 30 + day) / 365:.4f}"
    return found


def _actor(name: str, actor: ActorFacts | None) -> dict[str, Value]:
    if actor is None:
        return {}
    country = state(actor.country)
    return {
        f"{name}Code": (country or "") + (actor.sector or ""),
        f"{name}Name": actor.who.name.upper(),
        f"{name}CountryCode": country,
        f"{name}Type1Code": actor.sector,
    }


def _place(place: PlaceFacts | None) -> dict[str, Value]:
    if place is None:
        return {"ActionGeo_Type": _NOWHERE}
    return {
        "ActionGeo_Type": _COUNTRY if place.name == country_name(place.country) else None,
        "ActionGeo_Fullname": place.name,
        "ActionGeo_CountryCode": fips(place.country),
        "ActionGeo_Lat": place.latitude,
        "ActionGeo_Long": place.longitude,
    }
