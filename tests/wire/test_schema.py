"""
Tests of the JSON Schema that editors check a declaration with.
"""

from __future__ import annotations

import json
import tomllib
from datetime import date
from pathlib import Path
from typing import Any, Final

import attrs
import pytest
from hypothesis import given
from jsonschema import Draft202012Validator

from recruitprivacy.canonical import dumps
from recruitprivacy.frozen import FrozenMap
from recruitprivacy.policy import Policy, RetentionRule
from recruitprivacy.testing import strategies as st
from recruitprivacy.vocabulary import BUILT_IN
from recruitprivacy.wire import policy_schema, to_plain
from tests.wire.a_policy import whole
from tests.wire.test_faults import CATALOGUE, Planted
from tests.wire.toml_text import written

EXAMPLES: Final = sorted((Path(__file__).parents[2] / "examples/policies").glob("*/policy.toml"))
SCHEMA: Final = policy_schema()
VALIDATOR: Final = Draft202012Validator(SCHEMA)

ACROSS: Final = {
    "data/client/but",
    "uses/recruitment/but/job_alerts",
    "clocks/meaningful_contact/ignores",
    "responsible/se/capacity",
    "languages",
    "retention/house/then",
    "retention/photographs/after",
    "retention/members/data",
    "complaints/authority/after",
    "responsible/third",
    "transfers/us/to_countries",
    "roles/supplier_worker/treated_as",
    "ways/candidate/received",
    "laws/gdpr/in_force_from",
    "controllers/beta/country",
    "scope/countries",
    "links/privacy/url",
    "authorities/ap/url",
    "texts/nl/titel",
    "texts/nl/uses.pol.says",
    "texts/nl/retension.house.says",
    "texts/nl/uses.marketing.sayes",
}
"""What only the reader finds: a part of a file against another, days, countries, safe links."""


def plain(text: str) -> object:
    """
    Read TOML as an editor hands it to a validator: days as text.
    """
    document: object = json.loads(json.dumps(tomllib.loads(text), default=date.isoformat))
    return document


def test_it_is_a_schema() -> None:
    """
    It keeps to the draft it names, and can be written as canonical bytes.
    """
    Draft202012Validator.check_schema(SCHEMA)
    assert (SCHEMA["$schema"], dumps(SCHEMA)[:1]) == (Draft202012Validator.META_SCHEMA["$id"], b"{")


@pytest.mark.parametrize("file", EXAMPLES, ids=lambda file: file.parent.name)
def test_the_examples_are_valid(file: Path) -> None:
    """
    Every shipped example is valid.
    """
    errors = [error.message for error in VALIDATOR.iter_errors(plain(file.read_text("utf-8")))]
    assert errors == []


def test_there_are_examples() -> None:
    """
    There is an example to check.
    """
    assert "cluster" in {file.parent.name for file in EXAMPLES}


@given(st.policies())
def test_whatever_loads_is_valid(policy: Policy) -> None:
    """
    The sparse form of any declaration that loads is valid.
    """
    document = to_plain(attrs.evolve(policy, earlier=(), variants=FrozenMap()), sparse=True)
    assert [error.message for error in VALIDATOR.iter_errors(document)] == []


@pytest.mark.parametrize("planted", CATALOGUE, ids=lambda planted: planted.at)
def test_planted_faults(planted: Planted) -> None:
    """
    A fault of keys, words or types is seen by the editor; one across the file by the reader alone.
    """
    document = whole()
    planted.plant(document)
    assert VALIDATOR.is_valid(plain(written(document))) is (planted.at in ACROSS)


def test_what_it_tells_of_keys() -> None:
    """
    Each table and key says what its docstring says.
    """
    defs: Any = SCHEMA["$defs"]
    rule = defs["RetentionRule"]
    assert (rule["description"], rule["properties"]["at_most"]["description"]) == (
        "How long some data are kept, as the firm says.",
        "The longest it is kept.",
    )


def test_every_field_of_a_class_is_a_key() -> None:
    """
    Keys are the fields, without the mark that keeps them apart from words of Python.
    """
    defs: Any = SCHEMA["$defs"]
    fields = {field.name.rstrip("_") for field in attrs.fields(RetentionRule)}
    assert set(defs["RetentionRule"]["properties"]) == fields


def test_a_host_s_own_words() -> None:
    """
    A host's terms are among the words of their kind.
    """
    own = BUILT_IN.extend("acme", categories={"video_interview": {"under": "assessment"}})
    defs: Any = policy_schema(own)["$defs"]
    assert "acme:video_interview" in defs["category_word"]["enum"]
