"""Events in a few words."""

from ranke.answers import WholeEvent


def headline(one: WholeEvent) -> str:
    """Return who does what to whom in a few words."""
    event = one.event
    status = "" if event.status == "happened" else f" ({event.status})"
    sources, targets = (", ".join(who.name for who in side) for side in (event.sources, event.targets))
    told = " → ".join(part for part in (sources, targets) if part)
    return f"{event.type}{status}: {told}" if told else f"{event.type}{status}"
