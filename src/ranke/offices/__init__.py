"""Who is who in general: names, countries, titles, who held which office when, and whom a description means.

Tables stand in `holders/`; docs/offices.md tells their form.
"""

from ranke.offices.asking import who
from ranke.offices.tenures import holder_of

__all__ = ["holder_of", "who"]
