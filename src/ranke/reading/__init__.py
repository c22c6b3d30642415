"""One report becomes one reading: what that report says, each fact with the words behind it.

A pure function of the report: no clock, no network, no state. The steps, in order, each a plain function over the
parsed text; what a step needs is what the steps before it made. Relations come last: they need actors, statements and
their dates, and nothing needs them.
"""

from spacy.tokens import Doc

from ranke.model import Reading, Report
from ranke.reading.actors.cast import cast_actors
from ranke.reading.actors.continuity import address, join_speakers, settle_speakers
from ranke.reading.actors.firstperson import settle_first_person
from ranke.reading.actors.twins import join_twins
from ranke.reading.events.authority import attribute
from ranke.reading.events.choosing import fill_sides
from ranke.reading.events.circumstances import set_circumstances
from ranke.reading.events.contexts import set_contexts
from ranke.reading.events.find import find_events
from ranke.reading.events.implied import imply_sources, imply_targets, leave_own_out
from ranke.reading.events.occasions import settle_days
from ranke.reading.events.parties import settle_sides
from ranke.reading.events.policing import imply_policing
from ranke.reading.events.rating import rate
from ranke.reading.events.retellings import join_retellings
from ranke.reading.events.speaking import date_own_acts, said_on, statement_dates
from ranke.reading.finish import finish
from ranke.reading.parser import parse
from ranke.reading.parts import Trace
from ranke.reading.places.find import find_places
from ranke.reading.relations.find import find_relations
from ranke.reading.stances.find import find_stances
from ranke.reading.statements.find import find_statements
from ranke.reading.statements.relays import settle_relays
from ranke.reading.times.find import find_times

__all__ = ["explain", "read"]


def read(report: Report, *, trace: Trace | None = None) -> Reading:
    """Read one report.

    Args:
        report: The report; its date is what "Tuesday" is counted from.
        trace: Gets a note for each entry of the lexicon that matched or was refused, and why.
    """
    return _read(report, parse(report.text), trace)


def _read(report: Report, doc: Doc, trace: Trace | None) -> Reading:
    times = find_times(doc, report.date)
    places = find_places(doc)
    cast = cast_actors(doc, places)
    join_twins(doc, cast)
    statements = find_statements(doc)
    settle_speakers(doc, statements, cast)
    join_speakers(doc, statements, cast)
    settle_relays(doc, statements, cast)
    address(doc, statements, cast)
    settle_first_person(doc, statements, cast)
    events = find_events(doc, cast, trace)
    if settle_sides(doc, cast, events):
        events = find_events(doc, cast)
    imply_sources(doc, events, cast)
    imply_targets(doc, events, cast)
    attribute(doc, events, statements, cast)
    leave_own_out(events, cast)
    imply_policing(doc, events, cast)
    fill_sides(doc, cast, events, statements)
    set_circumstances(doc, events, times, places, report.date)
    events = join_retellings(events)
    dates = statement_dates(doc, statements, times, report.date, cast)
    date_own_acts(doc, events, statements, dates, cast)
    settle_days(doc, events, said_on(statements, dates, cast), times, report.date)
    stances = find_stances(doc, cast, events, statements)
    events = rate(doc, cast, events)
    set_contexts(doc, events, trace)
    relations = find_relations(doc, cast, statements, times=times, dates=dates, date=report.date)
    return finish(
        report,
        doc,
        cast=cast,
        events=events,
        statements=statements,
        stances=stances,
        times=times,
        places=places,
        dates=dates,
        relations=relations,
    )


def explain(report: Report) -> list[str]:
    """Return, sentence by sentence, what of the lexicon matched in a report and what was refused, and why."""
    doc = parse(report.text)
    trace: Trace = []
    _read(report, doc, trace)
    notes: dict[int, list[str]] = {}
    for at, line in trace:
        notes.setdefault(doc[at].sent.start, []).append(line)
    lines: list[str] = []
    for sentence in doc.sents:
        if sentence.start in notes:
            lines += [" ".join(sentence.text.split()), *notes[sentence.start]]
    return lines
