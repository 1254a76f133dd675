"""
The command ``recruitprivacy``: it reads arguments, calls the library and prints the answer.

Only here may a day be left out and mean today.
"""

from __future__ import annotations

from recruitprivacy.cli._main import main

__all__ = ["main"]
