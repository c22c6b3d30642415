"""The parts of an answer's rows in plain words: who, who vouches for it, where the words stand."""

from collections.abc import Sequence

from rich.text import Text

from ranke.answers import Evidence, Who
from ranke.views.lines import marked
from ranke.views.phrases import around, clean, names, relays, shorten

WORDS = 400
"""Characters of evidence that are shown; the JSON has the whole."""

LABEL = 40
"""Characters of what a report is called."""

AROUND = 90
"""Characters that are shown on each side of a trigger."""


def listed(who: Sequence[Who], *, nobody: str = "") -> str:
    """Return names as one would list them: A, B and C."""
    return names([one.name for one in who], {}, nobody=nobody)


def vouched(chain: Sequence[Who]) -> str:
    """Return who says so, outermost first: "according to Anadolu Agency, citing IRNA"."""
    return "according to " + ", citing ".join(clean(one.name) for one in chain) if chain else ""


def passed_on(chain: Sequence[Who]) -> str:
    """Return who passed a statement on, the first to do so first: "via IRNA, cited by Anadolu Agency"."""
    return relays([one.name for one in chain], {})


def drawn(chain: Sequence[Who]) -> str:
    """Return the way of the news from right to left: "Anadolu Agency ← IRNA ← Ali Shamkhani"."""
    return " ← ".join(clean(one.name) for one in chain)


def short(one: str) -> str:
    """Return the beginning of an id, which is enough to ask for it."""
    return clean(one)[:8]


def place_of(evidence: Evidence, *, day: bool = False) -> str:
    """Return where the words stand: "Norland Herald, herald-1", with `day` the report's day before it."""
    facts = (evidence.date if day else None, evidence.outlet, shorten(evidence.label, LABEL) or evidence.report)
    return ", ".join(clean(fact) for fact in facts if fact)


def quotation(evidence: Evidence, *, day: bool = False) -> Text:
    """Return the words in quotation marks and where they stand; only the latter where the record has no text."""
    words = shorten(clean(evidence.words), WORDS)
    line = Text(f"“{words}”  " if words else "")
    return line.append(f"[{place_of(evidence, day=day)}]", style="dim")


def words_around(evidence: Evidence, trigger: tuple[int, int], *, room: int = AROUND) -> Text:
    """Return the words around a trigger in quotation marks, the trigger bold; nothing where the record has no text.

    Args:
        evidence: Where the words stand.
        trigger: Characters of the report's text; what of it is outside the evidence is not shown.
        room: How many characters to show on each side.
    """
    words, first = evidence.words, evidence.start
    if not words:
        return Text()
    start, end = (min(max(place - first, 0), len(words)) for place in trigger)
    before, inside, after = around(words, (start, end), (0, len(words)), room=room)
    return marked(before, inside, after)


def counted(number: int, noun: str) -> str:
    """Return a number with its noun: "1 report", "3 reports"."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def span_of_days(first: str, last: str) -> str:
    """Return the first and the last day, once where they are the same."""
    return clean(first) if first == last else f"{clean(first)} to {clean(last)}"
