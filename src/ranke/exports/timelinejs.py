"""A record's events as the JSON that TimelineJS shows."""

from typing import Any, BinaryIO

from ranke.answers import WholeEvent
from ranke.exports.cells import html
from ranke.exports.days import days
from ranke.exports.jsons import filled, write_document
from ranke.exports.source import Source
from ranke.exports.wording import headline


def write(source: Source, file: BinaryIO) -> None:
    """Write the timeline: a slide for each event."""
    write_document(file, '{"events": [', (slide(one) for one in source.events()), "\n]}\n")


def slide(one: WholeEvent) -> dict[str, Any]:
    """Return the slide of an event; texts of reports are shown as text whatever is in them.

    TimelineJS wants a day to start from: an event without one stands at the day of the first report that tells it,
    and is shown as "by" that day.
    """
    event = one.event
    span = days(event.date)
    start = span.first or span.last or event.known[:10]
    shown = event.date if event.date and (span.first or span.last) else f"by {event.known}"
    return filled(
        {
            "unique_id": event.id,
            "start_date": _date(start, event.date),
            "end_date": _date(span.last, event.date) if span.last and span.last != start else None,
            "display_date": html(shown),
            "group": event.type,
            "text": {"headline": html(headline(one)), "text": _text(one)},
        }
    )


def _text(one: WholeEvent) -> str:
    evidence = one.event.evidence
    source = ", ".join(
        part for part in (evidence.outlet, evidence.label or evidence.report, evidence.date, one.report.url) if part
    )
    through = ", ".join(who.name for who in one.event.attribution)
    told = f"according to {through}; {source}" if through else source
    quoted = f"<blockquote>{html(evidence.words)}</blockquote>" if evidence.words else ""
    return f"{quoted}<p>{html(told)}</p>"


def _date(day: str, value: str | None) -> dict[str, Any]:
    """Return a day as TimelineJS has it, no finer than the value that it comes from."""
    year, month, of_month = (int(part) for part in day.split("-"))
    found = {"year": year, "month": month, "day": of_month}
    if value and value.isdecimal() and len(value) == len("2019"):
        return {"year": year}
    if value and len(value) == len("2019-07") and "/" not in value and value.replace("-", "").isdecimal():
        return {"year": year, "month": month}
    return found
