"""The formats that a record can be written in: their names, what they are, and which module writes each."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Format:
    """One format.

    `module` is the module of `ranke.exports` whose function `write` makes it: from a `Source` and an open file, or the
    path of a folder where `folder` is true. `facts` is true for schemes that have no place for an event's status: of
    these only what happened is written, unless another status is asked for.
    """

    name: str
    tells: str
    module: str
    folder: bool = False
    facts: bool = False


FORMATS: dict[str, Format] = {
    one.name: one
    for one in (
        Format("polecat", "events in POLECAT's 40 columns, tab-separated", "polecat", facts=True),
        Format("icews", "events in ICEWS's 20 columns, tab-separated", "icews", facts=True),
        Format("gdelt", "events in the 61 columns of GDELT 2.0, tab-separated, no head", "gdelt", facts=True),
        Format("plover", "events as PLOVER JSON, one a line", "plover"),
        Format("csv", "tables of events, statements, actors, reports, parties, evidence", "tables_csv", folder=True),
        Format("parquet", "the same tables as Parquet files", "tables_parquet", folder=True),
        Format("ftm", "FollowTheMoney entities, one a line", "ftm"),
        Format("graphml", "who does what to whom as GraphML", "graphml"),
        Format("gexf", "the same as GEXF with time", "gexf"),
        Format("timelinejs", "a timeline for TimelineJS", "timelinejs"),
        Format("annotations", "W3C Web Annotations of the reports, JSON-LD", "annotations"),
    )
}
"""All formats by name, in the order in which they are told."""
