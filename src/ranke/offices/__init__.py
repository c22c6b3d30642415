"""Who is who in general: names, countries, titles, and who held which office when."""
