"""Ranke reads dated news reports and says who did what to whom, who said what, and how we know.

    import ranke

    for report in ranke.reports("examples"):
        reading = ranke.read(report)
        for event in reading.events:
            print(event.date.value, event.type, report.text[slice(*event.trigger)])

    with ranke.Record("my.db", create=True) as record:
        for report, became in ranke.read_into(record, ranke.reports("examples")):
            print(report.id, became)
        print(record.timeline(actor="Hamas").to_dicts())

The nouns: a `Report` is a dated text, untouched; a `Reading` is what one report says, every fact with the place of the
words that support it; a `Record` is what all reports say together. The verbs: `reports` turns files, folders and
archives into reports; `read` makes one reading of one report; `read_all` does so for many, on several processes if
asked; `read_into` files them in a record; `export` writes a record in the formats of others; `who` says whom "French
defense minister" meant on a day. What can go wrong is a `RankeError`.

Everything runs on this machine: no network, no key. The same report gives the same reading, to the byte. `import ranke`
is fast; the parser is loaded with the first report that is read.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from ranke.errors import RankeError, RecordError, ReportError, TableError, UsageError

if TYPE_CHECKING:
    from ranke.batch import read_all, read_into
    from ranke.exports.exporting import export
    from ranke.model import Reading, Report
    from ranke.offices import who
    from ranke.reading import read
    from ranke.record import Record
    from ranke.report import reports

__all__ = [
    "RankeError",
    "Reading",
    "Record",
    "RecordError",
    "Report",
    "ReportError",
    "TableError",
    "UsageError",
    "__version__",
    "export",
    "read",
    "read_all",
    "read_into",
    "reports",
    "who",
]
__version__ = "0.1.0"

_HOMES = {
    "Reading": "ranke.model",
    "Record": "ranke.record",
    "Report": "ranke.model",
    "export": "ranke.exports.exporting",
    "read": "ranke.reading",
    "read_all": "ranke.batch",
    "read_into": "ranke.batch",
    "reports": "ranke.report",
    "who": "ranke.offices",
}
"""Where each name is defined that is only loaded when it is asked for, so that `import ranke` stays fast."""


def __getattr__(name: str) -> Any:  # noqa: ANN401 - each name has its own type, given under TYPE_CHECKING
    if name not in _HOMES:
        message = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(message)
    value = getattr(import_module(_HOMES[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
