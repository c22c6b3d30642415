"""A record as W3C Web Annotations: each event and each statement points at its words in a report."""

from collections.abc import Iterator
from typing import Any, BinaryIO
from urllib.parse import quote

from ranke.answers import Evidence, ReportRow, WholeEvent, WholeStatement
from ranke.exports.jsons import filled, write_document
from ranke.exports.source import Source
from ranke.exports.wording import headline

_OPENING = (
    '{"@context": "http://www.w3.org/ns/anno.jsonld", "id": "urn:ranke:annotations", "type": "AnnotationCollection", '
    '"label": "What a record of Ranke points at", "first": {"id": "urn:ranke:annotations:1", "type": "AnnotationPage", '
    '"partOf": "urn:ranke:annotations", "startIndex": 0, "items": ['
)


def write(source: Source, file: BinaryIO) -> None:
    """Write one collection of one page."""
    count = 0

    def items() -> Iterator[dict[str, Any]]:
        nonlocal count
        for event in source.events():
            count += 1
            yield of_event(event)
        for statement in source.statements():
            count += 1
            yield of_statement(statement)

    write_document(file, _OPENING, items(), "\n]}")
    # How many there are is known only now.
    file.write(f', "total": {count}}}\n'.encode())


def of_event(one: WholeEvent) -> dict[str, Any]:
    """Return the annotation of an event: its words are classified, and tagged with its status and code."""
    event = one.event
    tags = (event.type, event.mode, event.status, f"CAMEO {event.cameo}", *event.contexts)
    chain = " → ".join(who.name for who in event.attribution)
    told = [headline(one), *([f"according to {chain}"] if chain else [])]
    bodies = [*(_body("describing", value) for value in told), *_tags(tags)]
    return _annotation("event", event.id, bodies, event.evidence, one.report)


def of_statement(one: WholeStatement) -> dict[str, Any]:
    """Return the annotation of a statement: who says these words, and through whom they come."""
    said = one.statement
    chain = [who.name for who in (*said.attribution, *((said.speaker,) if said.speaker else ()))]
    bodies = [_body("describing", " → ".join(chain))] if chain else []
    return _annotation("statement", said.id, [*bodies, *_tags(("statement", said.kind))], said.evidence, one.report)


def _annotation(
    kind: str, one: str, bodies: list[dict[str, str]], evidence: Evidence, report: ReportRow
) -> dict[str, Any]:
    position = {"type": "TextPositionSelector", "start": evidence.start, "end": evidence.end}
    quoted = [{"type": "TextQuoteSelector", "exact": evidence.words}] if evidence.words else []
    return {
        "id": f"urn:ranke:{kind}:{quote(one, safe='', errors='backslashreplace')}",
        "type": "Annotation",
        "motivation": "classifying" if kind == "event" else "identifying",
        "body": bodies,
        "target": filled({"source": _source(report), "selector": [*quoted, position]}),
    }


def _body(purpose: str, value: str) -> dict[str, str]:
    return {"type": "TextualBody", "purpose": purpose, "value": value, "format": "text/plain"}


def _tags(values: tuple[str | None, ...]) -> list[dict[str, str]]:
    return [_body("tagging", value) for value in values if value]


def _source(report: ReportRow) -> str:
    """Return the address of a report, or a name made of its id where it has none on the web."""
    if report.url and report.url.startswith(("http://", "https://")):
        return report.url
    return f"urn:ranke:report:{quote(report.id, safe='', errors='backslashreplace')}"
