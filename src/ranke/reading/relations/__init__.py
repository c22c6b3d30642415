"""How two actors stand to each other and how that changed: what the report claims, and who claims it."""
