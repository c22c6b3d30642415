"""Lets `python -m ranke` do what `ranke` does."""

from ranke.cli import main

if __name__ == "__main__":
    raise SystemExit(main())
