"""The record as files that open without Ranke: `site`, a folder of pages, and `report`, one page."""

import argparse
from pathlib import Path

from ranke.commands.frame import ALL_READ, Add, add_record, any_day, record_of, say
