"""
The record of processing as a table, for a spreadsheet or a page.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from io import StringIO
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:  # who only loads a policy need not pay for the bases
    from recruitprivacy.basis import Abroad, Body, Entry, ProcessorEntry, Record


__all__ = ["record_to_csv", "record_to_markdown"]

COLUMNS: Final = (
    "name",
    "kind",
    "controllers",
    "acting_for",
    "purposes",
    "bases",
    "roles",
    "categories",
    "recipients",
    "transfers",
    "erasing",
    "security",
    "missing",
)
FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet takes for the beginning of a formula."""
APART: Final = "; "


def record_to_csv(record: Record) -> str:
    """
    Write a record of processing as CSV, one line for each entry, lists parted by semicolons.

    The processor's entries come last, and say so under ``kind``. Values a spreadsheet would take
    for a formula begin with an apostrophe.
    """
    text = StringIO()
    table = csv.DictWriter(text, COLUMNS, lineterminator="\n", restval="")
    table.writeheader()
    for line in _lines(record):
        table.writerow({column: safe(value) for column, value in line.items()})
    return text.getvalue()


def record_to_markdown(record: Record) -> str:
    """
    Write a record of processing as a table in Markdown, one row for each entry.
    """
    rows = [COLUMNS, tuple("---" for _ in COLUMNS)]
    rows += [tuple(_cell(line.get(column, "")) for column in COLUMNS) for line in _lines(record)]
    return "".join(f"| {' | '.join(row)} |\n" for row in rows)


def _lines(record: Record) -> Iterator[dict[str, str]]:
    yield from map(_entry, record.entries)
    yield from map(_for_others, record.for_others)


def _cell(value: str) -> str:
    return value.replace("|", "\\|").replace("\n", " ")


def _entry(entry: Entry) -> dict[str, str]:
    bases = (f"{purpose}: {_list(basis)}" for purpose, basis in entry.bases if basis)
    erasing = (f"{each.at_most or ''} {each.after or ''}".strip() for each in entry.erasing)
    return {
        "name": entry.name,
        "kind": "controller",
        "controllers": _bodies(entry.controllers),
        "purposes": _list(entry.purposes),
        "bases": _list(bases),
        "roles": _list(entry.roles),
        "categories": _list(entry.categories),
        "recipients": _list(entry.recipients),
        "transfers": _list(map(_abroad, entry.transfers)),
        "erasing": _list(erasing),
        "security": _list(entry.security),
        "missing": _list(entry.missing),
    }


def _for_others(entry: ProcessorEntry) -> dict[str, str]:
    acting_for = entry.acting_for
    return {
        "name": entry.name,
        "kind": "processor",
        "controllers": _bodies(entry.processors),
        "acting_for": acting_for if isinstance(acting_for, str) else "",
        "purposes": _list(entry.processing),
        "roles": _list(entry.roles),
        "transfers": _list(map(_abroad, entry.transfers)),
        "security": _list(entry.security),
        "missing": _list(entry.missing),
    }


def _bodies(bodies: Iterable[Body]) -> str:
    return _list(body.name for body in bodies)


def _abroad(transfer: Abroad) -> str:
    places = _list((*transfer.to_countries, *transfer.destinations))
    instruments = transfer.instruments
    return f"{places} ({_list(instruments)})" if isinstance(instruments, tuple) else places


def _list(values: Iterable[str]) -> str:
    return APART.join(map(str, values))


def safe(value: str) -> str:
    """
    Give a value a spreadsheet takes for text.
    """
    return f"'{value}" if value.startswith(FORMULA) else value
