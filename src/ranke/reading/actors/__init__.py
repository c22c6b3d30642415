"""Who is who: every expression for an actor, joined to one actor each, with kind, country, sector and roles."""
