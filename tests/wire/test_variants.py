"""
Reading what one language says otherwise, from a file that holds only that.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

import pytest

from recruitprivacy.errors import FaultsError
from recruitprivacy.policy import Permission, Policy, differences
from recruitprivacy.vocabulary import BUILT_IN
from recruitprivacy.wire import from_json, load_policy, to_json

DECLARED: Final = """
id = "acme"
firm = "Acme"
languages = ["nl", "sv"]
[roles]
candidate = {}
[controllers.acme]
name = "Acme B.V."
[uses.all]
roles = ["candidate"]
purposes = ["matching", "research"]
basis = "consent"
[marketing.news]
purposes = "direct_marketing"
permission = "opt_out"
[statements]
open = { about = "privacy_commitment" }
"""


def load(folder: Path, changes: str, language: str = "sv") -> Policy:
    """
    Load a declaration with one variant.
    """
    (folder / "variants").mkdir()
    (folder / "texts").mkdir()
    (folder / "policy.toml").write_text(DECLARED, encoding="utf-8")
    (folder / "texts" / "sv.toml").write_text('title = "Integritet"', encoding="utf-8")
    (folder / "variants" / f"{language}.toml").write_text(changes, encoding="utf-8")
    return load_policy(folder)


@pytest.mark.parametrize(
    ("changes", "path", "declared", "said"),
    [
        (
            'marketing.news.permission = "consent"',
            "marketing.news.permission",
            ("opt_out",),
            ("consent",),
        ),
        (
            'uses.all.purposes = { without = ["research"], with = ["satisfaction_survey"] }',
            "uses.all.purposes",
            ("research",),
            ("satisfaction_survey",),
        ),
        ('uses.all.basis = { with = ["contract"] }', "uses.all.basis", (), ("contract",)),
        ('uses.all.interests = { with = "marketing" }', "uses.all.interests", (), ("marketing",)),
        ('statements.without = ["open"]', "statements", ("open",), ()),
        ('statements.more = { about = "none_sale" }', "statements", (), ("more",)),
        ('marketing.news.needs = ["opted_in"]', "marketing.news.needs", (), ("opted_in",)),
    ],
)
def test_only_what_differs_is_written(
    tmp_path: Path, changes: str, path: str, declared: tuple[str, ...], said: tuple[str, ...]
) -> None:
    """
    A value, a word more or less in a list, an entry more or less: all else is as declared.
    """
    policy = load(tmp_path, changes)
    (only,) = differences(policy, "sv")
    assert (only.path, only.declared, only.said) == (path, declared, said)


def test_a_variant_survives_being_stored(tmp_path: Path) -> None:
    """
    What is stored holds both texts, and texts stay where they are.
    """
    policy = load(tmp_path, 'marketing.news.permission = "consent"')
    assert policy.said_in("sv").marketing["news"].permission == (Permission.CONSENT,)
    assert policy.said_in("nl").marketing["news"].permission == (Permission.OPT_OUT,)
    assert (policy.text("title", "sv"), dict(policy.said_in("sv").texts)) == ("Integritet", {})
    assert from_json(Policy, to_json(policy), vocabulary=BUILT_IN) == policy


@pytest.mark.parametrize(
    ("changes", "fault"),
    [
        ('marketing.news.permission = "opt_ot"', "variants/sv.toml: marketing.news.permission"),
        ("marketing.news.colour = 1", "variants/sv.toml: marketing.news.colour"),
        ('id = "other"', "variants/sv.toml: id"),
        ('statements.without = ["closed"]', "variants/sv.toml: statements.without"),
        ("statements.without = 5", "variants/sv.toml: statements.without"),
        ('uses.all.purposes = { without = ["training"] }', "variants/sv.toml: uses.all.purposes"),
        ("marketing = 1", "variants/sv.toml: marketing"),
        ("marketing = [", "variants/sv.toml: end of document"),
    ],
)
def test_what_is_wrong_in_it_is_told_under_its_file(
    tmp_path: Path, changes: str, fault: str
) -> None:
    """
    A fault of the variant is told once, under the name of its file.
    """
    with pytest.raises(FaultsError) as caught:
        load(tmp_path, changes)
    (only,) = caught.value.faults
    assert only.path.startswith(fault)


def test_a_fault_of_the_declaration_is_told_once(tmp_path: Path) -> None:
    """
    What is wrong in the declaration is not told again for each language.
    """
    (tmp_path / "variants").mkdir()
    (tmp_path / "policy.toml").write_text(
        DECLARED.replace('"consent"', '"consnt"'), encoding="utf-8"
    )
    (tmp_path / "variants" / "sv.toml").write_text("[uses.all]", encoding="utf-8")
    with pytest.raises(FaultsError) as caught:
        load_policy(tmp_path)
    assert [fault.path for fault in caught.value.faults] == ["uses.all.basis"]


def test_a_language_nobody_publishes_in_is_a_fault(tmp_path: Path) -> None:
    """
    A variant in a language the declaration does not name is refused.
    """
    with pytest.raises(FaultsError) as caught:
        load(tmp_path, 'marketing.news.permission = "consent"', language="fr")
    assert [fault.path for fault in caught.value.faults] == ["variants.fr"]
