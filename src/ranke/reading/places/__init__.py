"""Where: the places that a report names, from an offline gazetteer and the table of what it lacks."""
