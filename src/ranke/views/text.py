"""What a person sees of readings in a terminal: who is who, what happened, who said what, where they stand."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from operator import itemgetter

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from ranke.model import Actor, Event, Reading, Relation, Report, Stance, Statement
from ranke.views.layout import grid, heading, page, section
from ranke.views.lines import (
    CORE,
    LONGEST_WORDS,
    change,
    core_note,
    deed,
    dot,
    for_or_against,
    kind_of,
    marked,
    on_day,
    said,
)
from ranke.views.phrases import around, authority, clean, day, label, names, order, relays, role, shorten, when
from ranke.views.rows import counted
from ranke.views.select import involved_in

_WORD = re.compile(r"\w{2,}")
_WHOLE = 6
"""Words of a content that can be read alone; a shorter one needs the verb it hangs on."""
_EMPTY = {"the", "an", "of", "and", "for", "in", "to"}


def report_view(report: Report, reading: Reading, *, notes: Sequence[str] | None = None) -> RenderableType:
    """Return what one report says: its head, and each section that has something in it.

    Args:
        report: The report; its text gives the quotations.
        reading: What it says.
        notes: How the lexicon matched, sentence by sentence, where that was asked for; each event then also names the
            entry that made it.
    """
    actors = {actor.id: actor for actor in reading.actors}
    sections = [
        section("Who is who", _cast(reading)),
        section(
            "What happened",
            _events([(report, reading)], explain=notes is not None),
            note=core_note(reading.events, told=CORE),
        ),
        section("Who said what", _statements(reading.statements, actors, report)),
        section("Where they stand", _stances(reading.stances, actors, report.text)),
        section("How they stood", _relations(reading.relations, actors, report.text)),
        section("How the lexicon matched", _notes(notes or ())),
    ]
    return page(_head(report), sections, nothing="Nothing found.")


def overview(pairs: Sequence[tuple[Report, Reading]]) -> RenderableType:
    """Return what all reports say together: who is who by name, and one timeline."""
    days = sorted(report.date for report, _ in pairs)
    span = days[0] if days[0] == days[-1] else f"{days[0]} to {days[-1]}"
    sections = [
        section("Who is who, by name", _merged_cast(pairs)),
        section(
            "Timeline", _events(pairs, source=True), note=core_note((e for _, r in pairs for e in r.events), told=CORE)
        ),
    ]
    return page([heading(f"All {len(pairs)} reports, {span}")], sections)


def _head(report: Report) -> list[RenderableType]:
    head = [heading(report.date, report.outlet, label(report))]
    if report.title and clean(report.title) != label(report):
        head.append(Text(clean(report.title), style="bold"))
    if report.url:
        head.append(Text(clean(report.url), style="dim"))
    return head


def _cast(reading: Reading) -> RenderableType | None:
    if not reading.actors:
        return None
    active = involved_in(*reading.events, *reading.statements, *reading.stances, *reading.relations)
    table = grid(30, 3, 26, None)
    for actor in reading.actors:
        if actor.id in active:
            table.add_row(*_who(actor), Text(_called(actor), style="dim"))
    others = [clean(actor.name) for actor in reading.actors if actor.id not in active]
    parts: list[RenderableType] = [table] if table.row_count else []
    if others:
        parts.append(Text(f"Also named: {', '.join(others)}", style="dim"))
    return Group(*parts)


def _who(actor: Actor) -> tuple[Text, Text, Text]:
    kind = kind_of(actor.kind, actor.sector)
    return Text(clean(actor.name), style="bold"), Text(actor.country or ""), Text(kind)


def _called(actor: Actor) -> str:
    """Return an actor's offices and other names, but for those that only say again what stands there."""
    told = list(dict.fromkeys(role(one.title, one.organization) for one in actor.roles))
    known = {*_EMPTY, *_words(actor.name), *(word for one in told for word in _words(one))}
    also = []
    for alias in sorted(actor.aliases, key=len):
        words = _words(alias)
        if not known.issuperset(words):
            also.append(clean(alias))
            known.update(words)
    return "; ".join([*told, *([f"also {', '.join(also)}"] if also else [])])


def _words(name: str) -> list[str]:
    return [word.casefold() for word in _WORD.findall(name)]


def _events(
    pairs: Sequence[tuple[Report, Reading]], *, source: bool = False, explain: bool = False
) -> RenderableType | None:
    rows = []
    for report, reading in pairs:
        actors = {actor.id: actor for actor in reading.actors}
        for event in reading.events:
            told, key = when(event.date.value, event.status, report.date)
            line = _event(event, actors, report.text)
            if explain:
                inferred = "".join(f", {side} inferred" for side in event.inferred)
                line.append(f"  (rule {event.rule}{inferred}, confidence {event.confidence:.2f})", style="dim")
            if source:
                line.append(f"  [{label(report)}]", style="dim")
            dated = "" if event.date.value else "dim"
            rows.append((key, Text(told, style=dated), dot(event), line))
    if not rows:
        return None
    table = grid(22, 1, None)
    for _, *cells in sorted(rows, key=itemgetter(0)):
        table.add_row(*cells)
    return table


def _event(event: Event, actors: Mapping[str, Actor], text: str) -> Text:
    line = deed(event.type, names(event.sources, actors), names(event.targets, actors), event.status)
    if event.place:
        line.append(f", in {clean(event.place.name)}")
    if event.attribution:
        line.append(f", {authority(event.attribution, actors)}", style="cyan")
    return line.append("\n").append_text(marked(*around(text, event.trigger, event.evidence)))


def _statements(statements: Sequence[Statement], actors: Mapping[str, Actor], report: Report) -> RenderableType | None:
    if not statements:
        return None
    by_speaker: dict[str, list[Statement]] = {}
    for statement in statements:
        by_speaker.setdefault(_speaker(statement, actors, report.text), []).append(statement)
    table = grid(None)
    for speaker, told in by_speaker.items():
        for statement in told:
            table.add_row(_statement(statement, speaker, actors, report))
    return table


def _speaker(statement: Statement, actors: Mapping[str, Actor], text: str) -> str:
    if statement.speaker is not None and statement.speaker in actors:
        return clean(actors[statement.speaker].name)
    if statement.speaker_span:
        return clean(text[slice(*statement.speaker_span)])
    return "not named"


def _statement(statement: Statement, speaker: str, actors: Mapping[str, Actor], report: Report) -> Text:
    known = statement.date.value
    around_it = [
        f"to {names([statement.addressee], actors)}" if statement.addressee else "",
        relays(statement.attribution, actors),
        day(known) if known and known != report.date else "",
    ]
    line = Text(speaker, style="bold")
    words = report.text[slice(*statement.content)]
    return said(line, around_it, words, direct=statement.kind == "direct", cue=_cue(statement, words, report.text))


def _cue(statement: Statement, words: str, text: str) -> str:
    """Return the word by which something is said where it says more than "said" or the content is short without it."""
    if statement.cue is None or statement.kind == "direct":
        return ""
    short = len(words.split()) < _WHOLE
    return text[slice(*statement.cue)] if short or statement.attitude != "says" else ""


def _stances(stances: Sequence[Stance], actors: Mapping[str, Actor], text: str) -> RenderableType | None:
    if not stances:
        return None
    table = grid(None)
    for stance in stances:
        words = shorten(clean(text[slice(*stance.evidence)]), LONGEST_WORDS)
        line = for_or_against(names([stance.holder], actors), stance.polarity, names([stance.target], actors))
        table.add_row(line.append(f"“{words}”", style="dim"))
    return table


def _relations(relations: Sequence[Relation], actors: Mapping[str, Actor], text: str) -> RenderableType | None:
    """Return how each pair is said to stand, in order of time, what has no day last."""
    if not relations:
        return None
    table = grid(22, None)
    for relation in sorted(relations, key=lambda one: order(one.period.value) if one.period.value else "9999"):
        line = Text.assemble((names(relation.parties, actors), "bold"), " — ", change(relation.change))
        if relation.attribution:
            line.append(f", {authority(relation.attribution, actors)}", style="cyan")
        line.append("\n").append_text(marked(*around(text, relation.trigger, relation.evidence)))
        table.add_row(on_day(relation.period.value), line)
    return table


def _notes(notes: Sequence[str]) -> RenderableType | None:
    """Return the notes as they are: a sentence, and under it, indented, what matched in it."""
    if not notes:
        return None
    lines = [
        Padding(Text(clean(note), style="dim"), (0, 0, 0, 2)) if note[:1] == " " else Text(clean(note))
        for note in notes
    ]
    return Group(*lines)


def _merged_cast(pairs: Sequence[tuple[Report, Reading]]) -> RenderableType | None:
    """Return a row for each name: the first description of it, in how many reports it stands, how often it acts."""
    first: dict[str, Actor] = {}
    seen, acts, meets = Counter[str](), Counter[str](), Counter[str]()
    for _, reading in pairs:
        keys = {actor.id: clean(actor.name).casefold() for actor in reading.actors}
        seen.update(set(keys.values()))
        acts.update(keys[one] for event in reading.events for one in event.sources if one in keys)
        meets.update(keys[one] for event in reading.events for one in event.targets if one in keys)
        for actor in reading.actors:
            known = first.setdefault(keys[actor.id], actor)
            first[keys[actor.id]] = known.model_copy(update=_gaps(known, actor))
    if not first:
        return None
    table = grid(30, 3, 26, None)
    for key in sorted(first, key=lambda name: (-seen[name], -acts[name] - meets[name])):
        counts = f"in {counted(seen[key], 'report')}, acts {acts[key]}, is acted on {meets[key]}"
        table.add_row(*_who(first[key]), Text(counts, style="dim"))
    return table


def _gaps(known: Actor, other: Actor) -> dict[str, str | None]:
    """Return what another report tells of an actor that was not known of it before."""
    return {
        field: getattr(other, field)
        for field in ("country", "sector")
        if getattr(known, field) is None and getattr(other, field) is not None
    }
