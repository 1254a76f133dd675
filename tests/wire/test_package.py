"""
The copies people are given, written for others to read.
"""

from __future__ import annotations

import csv
import json
from datetime import date
from io import StringIO
from typing import Any, Final

import pytest
from jsonschema import Draft202012Validator, ValidationError

from recruitprivacy.rights import (
    AccessPackage,
    HeldItem,
    PortablePackage,
    Provenance,
    access_package,
    open_request,
    portable_package,
)
from recruitprivacy.testing.examples import anna_applies, own_hiring
from recruitprivacy.timeline import fold
from recruitprivacy.vocabulary import Right
from recruitprivacy.wire import package_schema, package_to_csv, package_to_json
from tests.rights.making import HERE, NL, noon

TODAY: Final = date(2026, 4, 8)
HELD: Final = (
    HeldItem(id="1", record="anna-record", category="cv", value="=1+1", held_on=TODAY),
    HeldItem(
        id="2",
        record="anna-record",
        category="cv",
        value=True,
        name="relocate",
        provenance=Provenance.PROVIDED,
    ),
    HeldItem(id="3", record="anna-record", category="name", value=TODAY, source="website"),
)


@pytest.fixture(scope="module", params=["access", "portability"])
def package(request: pytest.FixtureRequest) -> AccessPackage | PortablePackage:
    """
    Give a copy of either kind.
    """
    right = Right(request.param)
    asked = open_request(
        right, request="r-1", person="anna", received_at=noon(TODAY), situation=HERE
    )
    facts = fold(anna_applies(), own_hiring(), on=TODAY, law=NL)
    make: Any = access_package if right is Right.ACCESS else portable_package
    made: AccessPackage | PortablePackage = make(asked, own_hiring(), facts, NL, HELD, on=TODAY)
    return made


def test_the_json_has_the_shape_it_says(package: AccessPackage | PortablePackage) -> None:
    """
    What is written fits the schema, names the request and keeps the person out.
    """
    written = json.loads(package_to_json(package))
    Draft202012Validator(package_schema()).validate(written)
    assert [each["value"] for each in written["items"]] == ["=1+1", True, "2026-04-08"]
    assert "person" not in written
    assert ("particulars" in written) is isinstance(package, AccessPackage)


def test_the_schema_refuses_something_else() -> None:
    """
    The schema is sound, and a copy without its items does not fit it.
    """
    Draft202012Validator.check_schema(package_schema())
    with pytest.raises(ValidationError):
        Draft202012Validator(package_schema()).validate({"schema": "x"})


def test_the_table_is_safe_to_open(package: AccessPackage | PortablePackage) -> None:
    """
    Each thing is a line, read back as it was, and nothing is a formula.
    """
    rows = list(csv.DictReader(StringIO(package_to_csv(package))))
    assert [row["value"] for row in rows] == ["'=1+1", "true", "2026-04-08"]
    assert [row["held_on"] for row in rows] == ["2026-04-08", "", ""]
    assert [row["provenance"] for row in rows] == ["", "provided", ""]
