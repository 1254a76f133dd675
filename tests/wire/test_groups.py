"""
Words that go together: written once under a name, and found word by word in what was read.
"""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any, Final

import attrs
import pytest
from hypothesis import given
from jsonschema import Draft202012Validator

from recruitprivacy.errors import FaultsError
from recruitprivacy.frozen import FrozenMap
from recruitprivacy.policy import Modality, Policy, differences
from recruitprivacy.testing import strategies as st
from recruitprivacy.vocabulary import BUILT_IN, LawfulBasis, Right
from recruitprivacy.wire import (
    from_json,
    load_policy,
    policy_schema,
    read_policy,
    to_json,
    to_plain,
)
from recruitprivacy.wire._groups import kinds
from tests.wire.toml_text import written

GROUPED: Final = """
id = "acme"
firm = "@Acme"
languages = ["nl", "sv"]

[groups.role]
people = ["candidate", "referee"]
[groups.category]
reached = ["email", "phone"]
sent = ["cv", "phone"]
[groups.source]
site = ["website", "microsite"]
[groups.lawful_basis]
usual = ["contract", "consent"]
[groups.right]
copies = ["access", "portability"]
[groups.place]
europe = ["EEA", "CH"]
[groups.purpose]
finding = ["matching", "research"]

[roles]
"@people" = {}
client = {}

[controllers.acme]
name = "Acme B.V."

[responsible.all]
roles = ["client", "@people"]
among = ["acme"]

[data."@people"]
items = ["name", "@reached", "@sent"]

[ways.candidate]
given = { "@reached" = "@site", name = ["email"] }

[ways.candidate.but]
"@site" = { modality = "may" }
website = { named = ["acme.example"] }

[uses.all]
roles = "@people"
purposes = ["@finding", "direct_marketing"]
basis = "@usual"

[rights]
"@copies" = { person_in = "@europe" }
access = { any_time = true }
"""


def faults(text: str) -> tuple[str, ...]:
    """
    Read a declaration, and give what is wrong with it, a line each.
    """
    with pytest.raises(FaultsError) as caught:
        read_policy(text)
    return tuple(map(str, caught.value.faults))


def instead(before: str, after: str) -> str:
    """
    Write the declaration with something else in one place.
    """
    assert GROUPED.count(before) == 1
    return GROUPED.replace(before, after)


def load(folder: Path, changes: str) -> Policy:
    """
    Load the declaration with what its Swedish text says otherwise.
    """
    (folder / "variants").mkdir()
    (folder / "policy.toml").write_text(GROUPED, encoding="utf-8")
    (folder / "variants" / "sv.toml").write_text(changes, encoding="utf-8")
    return load_policy(folder)


def test_in_a_list_a_group_is_its_words() -> None:
    """
    Each word stands once, in order, however many groups and entries of the list have it.
    """
    policy = read_policy(GROUPED)
    assert policy.responsible["all"].roles == ("client", "candidate", "referee")
    assert policy.data["candidate"].items == ("name", "email", "phone", "cv")
    assert policy.uses["all"].purposes == ("matching", "research", "direct_marketing")


def test_a_group_may_stand_for_the_whole_list() -> None:
    """
    As a single word may stand for a list of one, the name of a group may stand for its list.
    """
    policy = read_policy(GROUPED)
    assert policy.uses["all"].roles == ("candidate", "referee")
    assert policy.uses["all"].basis == (LawfulBasis.CONTRACT, LawfulBasis.CONSENT)


def test_as_a_key_a_group_gives_each_of_its_words_an_entry() -> None:
    """
    What stands under the group stands under each of its words.
    """
    policy = read_policy(GROUPED)
    assert list(policy.roles) == ["candidate", "referee", "client"]
    assert policy.data["candidate"] == policy.data["referee"]
    assert dict(policy.ways["candidate"].given) == {
        "email": ("website", "microsite"),
        "phone": ("website", "microsite"),
        "name": ("email",),
    }


def test_what_is_said_of_one_word_is_added_to_what_its_group_says() -> None:
    """
    An entry of a word's own completes the one it has from its group.
    """
    policy = read_policy(GROUPED)
    website, microsite = (policy.ways["candidate"].but[key] for key in ("website", "microsite"))
    assert (website.modality, website.named) == (Modality.MAY, ("acme.example",))
    assert (microsite.modality, microsite.named) == (Modality.MAY, ())
    assert policy.rights[Right.ACCESS] == attrs.evolve(
        policy.rights[Right.PORTABILITY], any_time=True
    )


def test_other_texts_may_begin_with_the_mark() -> None:
    """
    Where no word is asked for, the mark is a mark like any other.
    """
    assert read_policy(GROUPED).firm == ("@Acme",)


def test_nothing_of_groups_is_stored() -> None:
    """
    What was read holds the words, so it is stored and read back like any other declaration.
    """
    policy = read_policy(GROUPED)
    stored = to_json(policy)
    assert (b"@people" in stored, b"groups" in stored) == (False, False)
    assert from_json(Policy, stored, vocabulary=BUILT_IN) == policy


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        (
            'roles = "@people"',
            'roles = "@poeple"',
            (
                (
                    "uses.all.roles: there is no group '@poeple' of this kind; "
                    "declare it under groups.role; did you mean '@people'?"
                ),
            ),
        ),
        (
            '"@copies" =',
            '"@europe" =',
            (
                (
                    "rights.@europe: there is no group '@europe' of this kind; "
                    "declare it under groups.right"
                ),
            ),
        ),
        (
            '["email", "phone"]',
            '["email", "phnoe"]',
            ("groups.category.reached: unknown category 'phnoe'; did you mean 'phone'?",),
        ),
        (
            '["contract", "consent"]',
            '["contract", "consnt"]',
            (
                (
                    "groups.lawful_basis.usual[1]: unknown lawful basis 'consnt'; "
                    "did you mean 'consent'?"
                ),
            ),
        ),
        (
            '["EEA", "CH"]',
            '["EEA", "CHE"]',
            ("groups.place.europe: 'CHE' is no country code of ISO 3166; did you mean 'CH'?",),
        ),
        (
            "[groups.place]",
            "[groups.plcae]",
            (
                "groups.plcae: there are no groups of 'plcae'; did you mean 'place'?",
                (
                    "rights.@copies.person_in: there is no group '@europe' of this kind; "
                    "declare it under groups.place"
                ),
            ),
        ),
        (
            "[groups.place]",
            "[groups.place]\nnowhere = []",
            ("groups.place.nowhere: holds no word; give it some",),
        ),
        (
            "[groups.place]",
            '[groups.place]\n"a b" = ["NL"]',
            ("groups.place.…: is no name for a group; use letters, digits, _ and -",),
        ),
        (
            "[groups.place]",
            '[groups.place]\nboth = ["@europe", "NO"]',
            (
                (
                    "groups.place.both: '@europe' is no country code of ISO 3166; "
                    "write two letters, as in 'NL'"
                ),
            ),
        ),
        (
            "access = { any_time = true }",
            'access = { person_in = ["NL"] }',
            ("rights.access.person_in: is said a second time, by a group and beside it; keep one",),
        ),
        (
            'name = ["email"] }',
            'phone = ["email"] }',
            (
                (
                    "ways.candidate.given.phone: is said a second time, by a group and beside it; "
                    "keep one"
                ),
            ),
        ),
    ],
)
def test_what_is_wrong_is_told_once_and_where_it_stands(
    before: str, after: str, told: tuple[str, ...]
) -> None:
    """
    A fault of a group is told at the group, one of its use where it is used.
    """
    assert faults(instead(before, after)) == told


@pytest.mark.parametrize(
    ("before", "after", "path"),
    [
        ('"@site" = { modality', '"@site" = { modalty', "ways.candidate.but.@site.modalty"),
        ('"@copies" = { person_in', '"@copies" = { persn_in', "rights.@copies.persn_in"),
        ("website = { named", "website = { nmaed", "ways.candidate.but.website.nmaed"),
        ('basis = "@usual"', 'basis = ["@usual", "consnt"]', "uses.all.basis[1]"),
        ('basis = "@usual"', 'basis = ["consnt", "@usual"]', "uses.all.basis[0]"),
        (
            'items = ["name", "@reached", "@sent"]',
            'items = ["name", "@reached", 3]',
            "data.@people.items[2]",
        ),
    ],
)
def test_a_fault_behind_a_group_points_into_the_file(before: str, after: str, path: str) -> None:
    """
    Whatever a group was replaced by, a path is that of what is written, and stands there once.
    """
    with pytest.raises(FaultsError) as caught:
        read_policy(instead(before, after))
    assert [fault.path for fault in caught.value.faults] == [path]


def test_no_table_of_groups() -> None:
    """
    Groups are a table of tables.
    """
    plain = 'groups = 3\nid = "a"\nfirm = "A"\nlanguages = ["nl"]\nroles = {}\ncontrollers = {}\n'
    assert faults(plain) == ("groups: expected a table, found something else",)
    nested = plain.replace("groups = 3", "groups = { role = 3 }")
    assert faults(nested) == ("groups.role: expected a table, found a whole number",)


def test_a_variant_may_use_and_add_groups(tmp_path: Path) -> None:
    """
    A variant takes a group away, adds one, and knows those of the declaration.
    """
    policy = load(
        tmp_path,
        """
        [groups.purpose]
        asking = ["satisfaction_survey", "referral_request"]
        [uses.all]
        purposes = { without = "@finding", with = ["@asking"] }
        [rights]
        "@copies" = { conditional = true }
        [data]
        without = ["@people"]
        [ways]
        without = ["candidate"]
        """,
    )
    said = policy.said_in("sv")
    assert said.uses["all"].purposes == (
        "direct_marketing",
        "satisfaction_survey",
        "referral_request",
    )
    assert (list(said.data), said.rights[Right.PORTABILITY].conditional) == ([], True)
    assert [each.path for each in differences(policy, "sv")] == [
        "data",
        "ways",
        "uses.all.purposes",
        "rights.access.conditional",
        "rights.portability.conditional",
    ]


def test_the_faults_of_a_variant_s_groups(tmp_path: Path) -> None:
    """
    What is wrong with a group of a variant is told of the variant, and only there.
    """
    with pytest.raises(FaultsError) as caught:
        load(tmp_path, '[groups.role]\nx = ["candidte"]\n[uses.all]\nroles = "@y"\n')
    assert [fault.path for fault in caught.value.faults] == [
        "variants/sv.toml: groups.role.x",
        "variants/sv.toml: uses.all.roles",
    ]


def test_the_schema_knows_groups() -> None:
    """
    An editor completes the words of a group, and takes its name where many words may stand.
    """
    schema: Any = policy_schema()
    valid = Draft202012Validator(schema).is_valid
    assert list(schema["properties"]["groups"]["properties"]) == list(kinds())
    assert valid(tomllib.loads(GROUPED)) is True
    assert valid(tomllib.loads(instead('["contract", "consent"]', '["contrat"]'))) is False
    assert valid(tomllib.loads(instead("[groups.place]", "[groups.plcae]"))) is False


@given(st.policies())
def test_a_group_says_what_its_words_say(policy: Policy) -> None:
    """
    Whatever lists of a declaration are written as groups, what is read is the same.
    """
    bare = attrs.evolve(policy, earlier=(), variants=FrozenMap(), texts=FrozenMap())
    document: Any = to_plain(bare, sparse=True)
    groups: dict[str, dict[str, list[str]]] = {"role": {}, "purpose": {}, "category": {}}
    for place, use in enumerate(document.get("uses", {}).values()):
        for kind, key in (("role", "roles"), ("purpose", "purposes"), ("category", "data")):
            words = use.get(key, [])
            if words and len(set(words)) == len(words):
                groups[kind][f"g{place}"] = words
                use[key] = f"@g{place}" if place % 2 else [f"@g{place}"]
    assert read_policy(written({**document, "groups": groups})) == bare
