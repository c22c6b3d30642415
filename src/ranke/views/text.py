"""What a person sees of readings in a terminal: who is who, what happened, who said what, where they stand."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from operator import itemgetter

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from ranke.model import Actor, Change, Event, Reading, Relation, Report, Stance, Statement
from ranke.views.phrases import SECTORS, around, authority, clean, day, label, names, order, relays, role, shorten, when
from ranke.views.select import involved_in

QUAD_STYLES = {1: "bold green", 2: "bold cyan", 3: "bold yellow", 4: "bold red"}
"""Verbal and material cooperation, verbal and material conflict: from green to red."""

CHANGE_STYLES: dict[Change, str] = {
    "begins": "green", "improves": "green", "resumes": "green", "good": "green",
    "worsens": "red", "breaks": "red", "bad": "red", "steady": "yellow",
}  # fmt: skip
"""How two stand to each other: green for better, red for worse."""

LONGEST_WORDS = 320
"""Characters of a statement that are shown; the JSON has the whole."""

_WORD = re.compile(r"\w{2,}")
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
        _section("Who is who", _cast(reading)),
        _section(
            "What happened", _events([(report, reading)], explain=notes is not None), note=_core_note(reading.events)
        ),
        _section("Who said what", _statements(reading.statements, actors, report)),
        _section("Where they stand", _stances(reading.stances, actors, report.text)),
        _section("How they stood", _relations(reading.relations, actors, report.text)),
        _section("How the lexicon matched", _notes(notes or ())),
    ]
    shown = [section for section in sections if section]
    return Group(*_head(report), *(shown or [Text("Nothing found.", style="dim")]), Text())


def overview(pairs: Sequence[tuple[Report, Reading]]) -> RenderableType:
    """Return what all reports say together: who is who by name, and one timeline."""
    days = sorted(report.date for report, _ in pairs)
    span = days[0] if days[0] == days[-1] else f"{days[0]} to {days[-1]}"
    head = Rule(Text(f"All {len(pairs)} reports, {span}", style="bold"), align="left", style="dim")
    sections = [
        _section("Who is who, by name", _merged_cast(pairs)),
        _section("Timeline", _events(pairs, source=True), note=_core_note(e for _, r in pairs for e in r.events)),
    ]
    return Group(head, *(section for section in sections if section), Text())


def _head(report: Report) -> Iterable[RenderableType]:
    facts = [clean(fact) for fact in (report.date, report.outlet, label(report)) if fact]
    yield Rule(Text(" · ".join(facts), style="bold"), align="left", style="dim")
    if report.title and clean(report.title) != label(report):
        yield Text(clean(report.title), style="bold")
    if report.url:
        yield Text(clean(report.url), style="dim")


def _section(title: str, body: RenderableType | None, *, note: str = "") -> RenderableType | None:
    if body is None:
        return None
    return Group(Text(), Text.assemble((title, "bold underline"), (note, "dim")), Padding(body, (0, 0, 0, 2)))


def _core_note(events: Iterable[Event]) -> str:
    return "  ● what the report is about" if any(event.core for event in events) else ""


def _grid(*widths: int | None) -> Table:
    """Return a table without lines; each column takes the width it needs up to its own, None as much as is left."""
    table = Table.grid(padding=(0, 2, 0, 0))
    for width in widths:
        table.add_column(max_width=width, overflow="fold")
    return table


def _cast(reading: Reading) -> RenderableType | None:
    if not reading.actors:
        return None
    active = involved_in(*reading.events, *reading.statements, *reading.stances, *reading.relations)
    table = _grid(30, 3, 26, None)
    for actor in reading.actors:
        if actor.id in active:
            table.add_row(*_who(actor), Text(_called(actor), style="dim"))
    others = [clean(actor.name) for actor in reading.actors if actor.id not in active]
    parts: list[RenderableType] = [table] if table.row_count else []
    if others:
        parts.append(Text(f"Also named: {', '.join(others)}", style="dim"))
    return Group(*parts)


def _who(actor: Actor) -> tuple[Text, Text, Text]:
    # "media, media" would say nothing more.
    sector = "" if actor.kind == "media" else SECTORS.get(actor.sector or "", "")
    kind = f"{actor.kind}, {sector}" if sector else actor.kind
    return Text(clean(actor.name), style="bold"), Text(actor.country or ""), Text(kind)


def _called(actor: Actor) -> str:
    """Return an actor's offices and other names, but for those that only say again what stands there."""
    told = list(dict.fromkeys(role(one) for one in actor.roles))
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
            told, key = when(event, report.date)
            line = _event(event, actors, report.text)
            if explain:
                line.append(f"  (rule {event.rule}, confidence {event.confidence:.2f})", style="dim")
            if source:
                line.append(f"  [{label(report)}]", style="dim")
            dated = "" if event.date.value else "dim"
            rows.append((key, Text(told, style=dated), Text("●" if event.core else "", style="bold"), line))
    if not rows:
        return None
    table = _grid(22, 1, None)
    for _, *cells in sorted(rows, key=itemgetter(0)):
        table.add_row(*cells)
    return table


def _event(event: Event, actors: Mapping[str, Actor], text: str) -> Text:
    line = Text.assemble(
        (names(event.sources, actors, nobody="not named"), "bold" if event.sources else "dim"),
        " — ",
        (event.type, QUAD_STYLES[event.quad]),
    )
    if event.targets:
        line.append(" → ").append(names(event.targets, actors), style="bold")
    if event.status != "happened":
        line.append(f", {event.status}", style="italic magenta")
    if event.place:
        line.append(f", in {clean(event.place.name)}")
    if event.attribution:
        line.append(f", {authority(event.attribution, actors)}", style="cyan")
    before, trigger, after = around(text, event.trigger, event.evidence)
    line.append("\n“").append(before, style="dim").append(trigger, style="bold").append(after, style="dim")
    return line.append("”")


def _statements(statements: Sequence[Statement], actors: Mapping[str, Actor], report: Report) -> RenderableType | None:
    if not statements:
        return None
    by_speaker: dict[str, list[Statement]] = {}
    for statement in statements:
        by_speaker.setdefault(_speaker(statement, actors, report.text), []).append(statement)
    table = _grid(None)
    for speaker, said in by_speaker.items():
        for statement in said:
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
    facts = ", ".join(fact for fact in around_it if fact)
    words = shorten(clean(report.text[slice(*statement.content)]), LONGEST_WORDS)
    line = Text.assemble((speaker, "bold"), (f" ({facts})" if facts else "", "cyan"), ": ")
    return line.append(f"“{words}”" if statement.kind == "direct" else words)


def _stances(stances: Sequence[Stance], actors: Mapping[str, Actor], text: str) -> RenderableType | None:
    if not stances:
        return None
    table = _grid(None)
    for stance in stances:
        word, style = ("for", "green") if stance.polarity == "positive" else ("against", "red")
        words = shorten(clean(text[slice(*stance.evidence)]), LONGEST_WORDS)
        line = Text.assemble((names([stance.holder], actors), "bold"), " ", (word, style), " ")
        table.add_row(line.append(names([stance.target], actors), style="bold").append(f": “{words}”", style="dim"))
    return table


def _relations(relations: Sequence[Relation], actors: Mapping[str, Actor], text: str) -> RenderableType | None:
    """Return how each pair is said to stand, in order of time, what has no day last."""
    if not relations:
        return None
    table = _grid(22, None)
    for relation in sorted(relations, key=lambda one: order(one.period.value) if one.period.value else "9999"):
        known = relation.period.value
        line = Text.assemble(
            (names(relation.parties, actors), "bold"), " — ", (relation.change, CHANGE_STYLES[relation.change])
        )
        if relation.attribution:
            line.append(f", {authority(relation.attribution, actors)}", style="cyan")
        before, trigger, after = around(text, relation.trigger, relation.evidence)
        line.append("\n“").append(before, style="dim").append(trigger, style="bold").append(after, style="dim")
        table.add_row(Text(day(known) if known else "no day", style="" if known else "dim"), line.append("”"))
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
    table = _grid(30, 3, 26, None)
    for key in sorted(first, key=lambda name: (-seen[name], -acts[name] - meets[name])):
        counts = f"in {seen[key]} report{'s' * (seen[key] > 1)}, acts {acts[key]}, is acted on {meets[key]}"
        table.add_row(*_who(first[key]), Text(counts, style="dim"))
    return table


def _gaps(known: Actor, other: Actor) -> dict[str, str | None]:
    """Return what another report tells of an actor that was not known of it before."""
    return {
        field: getattr(other, field)
        for field in ("country", "sector")
        if getattr(known, field) is None and getattr(other, field) is not None
    }
