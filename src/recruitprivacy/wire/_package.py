"""
The copies people are given, as JSON with a schema and as a table.
"""

from __future__ import annotations

import csv
from io import StringIO
from typing import TYPE_CHECKING, Final, TypeAlias, cast

from recruitprivacy.canonical import Plain, dumps
from recruitprivacy.wire._record import safe
from recruitprivacy.wire._schema import DIALECT
from recruitprivacy.wire._writer import to_plain

if TYPE_CHECKING:  # who only loads a policy need not pay for the rights
    from recruitprivacy.rights import AccessPackage, PortablePackage

    Package: TypeAlias = AccessPackage | PortablePackage

__all__ = ["package_schema", "package_to_csv", "package_to_json"]

SCHEMA: Final = "recruitprivacy.package/1"
COLUMNS: Final = (
    "record",
    "id",
    "category",
    "name",
    "value",
    "held_on",
    "source",
    "provenance",
)
TEXT: Final[dict[str, Plain]] = {"type": "string"}
ITEM: Final[dict[str, Plain]] = {
    "id": {**TEXT, "description": "The id of it where it is held."},
    "record": {**TEXT, "description": "The record it belongs to."},
    "category": {**TEXT, "description": "What kind of data it is."},
    "name": {**TEXT, "description": "What it is called where it is held."},
    "value": {
        "type": ["string", "integer", "boolean"],
        "description": "What is held; days and times as in RFC 3339.",
    },
    "held_on": {**TEXT, "format": "date", "description": "The day it was noted."},
    "source": {**TEXT, "description": "Where it came from."},
    "provenance": {
        "enum": ["provided", "observed", "derived", "others"],
        "description": "How it came to be held.",
    },
}
TOLD: Final = ("uses", "passed", "recipients", "kept", "rights", "sources", "automation", "missing")


def package_to_json(package: Package) -> bytes:
    """
    Write a copy as canonical JSON, in the shape of :func:`package_schema`.

    It leaves out whose it is: only the request is named.

    Raises:
        CanonicalError: If a text in it cannot be written as UTF-8, or a number is too large.
    """
    whole = cast("dict[str, Plain]", to_plain(package))
    kept: dict[str, Plain] = {key: whole[key] for key in ("request", "drawn_on")}
    items = cast("list[dict[str, Plain]]", whole["items"])
    written: list[Plain] = [_item(each) for each in items]
    told: dict[str, Plain] = {"particulars": whole["particulars"]} if "particulars" in whole else {}
    return dumps({"schema": SCHEMA, **kept, **told, "items": written})


def package_to_csv(package: Package) -> str:
    """
    Write what is given as CSV, one line for each thing.

    Values a spreadsheet would take for a formula begin with an apostrophe.
    """
    text = StringIO()
    table = csv.DictWriter(text, COLUMNS, lineterminator="\n")
    table.writeheader()
    for item in package.items:
        values = {column: getattr(item, column) for column in COLUMNS}
        table.writerow({column: safe(_cell(value)) for column, value in values.items()})
    return text.getvalue()


def package_schema() -> dict[str, Plain]:
    """
    Write the shape of a copy as a JSON Schema (2020-12), for whoever takes the data over.

    >>> package_schema()["required"]
    ['schema', 'request', 'drawn_on', 'items']
    """
    item: dict[str, Plain] = {
        "type": "object",
        "properties": ITEM,
        "required": ["id", "record", "category", "value"],
        "additionalProperties": False,
    }
    told: dict[str, Plain] = {
        "type": "object",
        "description": "What is told with the copy (GDPR Art. 15(1)).",
        "required": list(TOLD),
    }
    return {
        "$schema": DIALECT,
        "$id": f"urn:{SCHEMA.replace('/', ':')}",
        "title": "copy of personal data",
        "type": "object",
        "properties": {
            "schema": {"const": SCHEMA},
            "request": TEXT,
            "drawn_on": {**TEXT, "format": "date"},
            "particulars": told,
            "items": {"type": "array", "items": item},
        },
        "required": ["schema", "request", "drawn_on", "items"],
        "additionalProperties": False,
    }


def _item(item: dict[str, Plain]) -> dict[str, Plain]:
    return {key: value for key, value in item.items() if value not in (None, "") or key == "value"}


def _cell(value: object) -> str:
    if value is None:
        return ""
    return str(value).lower() if isinstance(value, bool) else str(value)
