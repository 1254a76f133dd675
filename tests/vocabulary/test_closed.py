"""
Facts about the lists the law closes.
"""

from __future__ import annotations

import csv
import pickle
import re
from itertools import chain
from pathlib import Path
from typing import Final

import pytest

from recruitprivacy.citations import Act, Citation
from recruitprivacy.errors import UnknownTermError
from recruitprivacy.vocabulary import (
    Art9Condition,
    Art10Condition,
    AutomatedDecisionException,
    ClosedTerm,
    ConsentElement,
    ErasureException,
    ErasureGround,
    InformationExemption,
    Kind,
    LawfulBasis,
    MarketingPermission,
    ObjectionGround,
    Origin,
    PortabilityCondition,
    RefusalGround,
    RestrictionGround,
    RestrictionUse,
    Right,
    Sensitivity,
    SpecialCategory,
    TransferInstrument,
)

CLOSED: Final[tuple[type[ClosedTerm], ...]] = (
    Art10Condition,
    Art9Condition,
    AutomatedDecisionException,
    ConsentElement,
    ErasureException,
    ErasureGround,
    InformationExemption,
    LawfulBasis,
    MarketingPermission,
    ObjectionGround,
    Origin,
    PortabilityCondition,
    RefusalGround,
    RestrictionGround,
    RestrictionUse,
    Right,
    Sensitivity,
    SpecialCategory,
    TransferInstrument,
)
MEMBERS: Final = tuple(chain.from_iterable(CLOSED))
ACTS: Final = {key: Act(key=key, title=key) for key in ("GDPR", "Dir. 2002/58")}
DPV: Final = Path(__file__).parents[3] / "shared/vocab/dpv-2.3/legal_eu_gdpr_eu-gdpr.csv"
each_list = pytest.mark.parametrize("closed", CLOSED, ids=lambda closed: closed.__name__)


@each_list
def test_a_list_names_itself_in_the_code_of_each_label(closed: type[ClosedTerm]) -> None:
    """
    The code of a label is the name of the list, a dot, and the member's key.
    """
    assert [member.label.code for member in closed] == [
        f"{closed.kind()}.{member.value}" for member in closed
    ]
    assert closed.kind() == re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", closed.__name__).lower()


@each_list
def test_a_member_is_named_like_its_key(closed: type[ClosedTerm]) -> None:
    """
    The name of a member in code is its key in capitals, so nobody has to learn two.
    """
    assert [member.name for member in closed] == [member.value.upper() for member in closed]


def test_lists_do_not_share_a_name() -> None:
    """
    No closed list is called like another or like a kind of open term, so codes never meet.
    """
    names = [*(closed.kind() for closed in CLOSED), *(kind.value for kind in Kind)]
    assert len(set(names)) == len(names)


def test_every_provision_can_be_read() -> None:
    """
    Each member's provision is a citation in the form lawyers write, and round-trips.
    """
    written = [member.cites for member in MEMBERS if member.cites]
    assert [str(Citation.parse(text, ACTS)) for text in written] == written


def test_only_names_for_swiss_frameworks_stand_without_a_provision() -> None:
    """
    What rests on no text of the Union cites none.
    """
    assert [member.value for member in MEMBERS if not member.cites] == [
        "privacy_shield_ch_us",
        "data_privacy_framework_ch_us",
    ]


def test_labels_are_phrases_for_a_list() -> None:
    """
    A label ends without a full stop and has no places to fill.
    """
    assert [m.label.text for m in MEMBERS if m.label.text[-1] in ".:" or "{" in m.label.text] == []


@pytest.mark.parametrize(
    ("basis", "provision"),
    [
        ("consent", "GDPR Art. 6(1)(a)"),
        ("contract", "GDPR Art. 6(1)(b)"),
        ("precontract", "GDPR Art. 6(1)(b)"),
        ("legal_obligation", "GDPR Art. 6(1)(c)"),
        ("vital_interests", "GDPR Art. 6(1)(d)"),
        ("public_task", "GDPR Art. 6(1)(e)"),
        ("legitimate_interests", "GDPR Art. 6(1)(f)"),
    ],
)
def test_each_basis_stands_in_its_point(basis: str, provision: str) -> None:
    """
    The lawful bases are the six points of Art. 6(1), point (b) in its two limbs.
    """
    assert LawfulBasis.parse(basis).cites == provision


@pytest.mark.parametrize(
    ("closed", "article", "points"),
    [
        (Art9Condition, "GDPR Art. 9(2)", "abcdefghij"),
        (ErasureException, "GDPR Art. 17(3)", "abcde"),
        (RestrictionGround, "GDPR Art. 18(1)", "abcd"),
        (AutomatedDecisionException, "GDPR Art. 22(2)", "abc"),
        (InformationExemption, "GDPR Art. 14(5)", "abcd"),
    ],
)
def test_a_list_has_every_point_of_its_article_once(
    closed: type[ClosedTerm], article: str, points: str
) -> None:
    """
    Nothing is missing from the lists that copy an article's points.
    """
    assert [member.cites for member in closed] == [f"{article}({point})" for point in points]


def test_erasure_has_the_six_points_with_two_limbs_of_one() -> None:
    """
    Art. 17(1) has six points, and objection has two ways of being one of them.
    """
    assert [ground.cites[-2] for ground in ErasureGround] == ["a", "b", "c", "c", "d", "e", "f"]


def test_eight_kinds_of_data_are_special() -> None:
    """
    Art. 9(1) lists eight kinds, counting race with ethnic origin and belief with faith.
    """
    assert len(SpecialCategory) == 8


@pytest.mark.parametrize(
    ("below", "above", "allowed"),
    [
        (Sensitivity.ORDINARY, Sensitivity.FINANCIAL, True),
        (Sensitivity.FINANCIAL, Sensitivity.MAY_REVEAL_SPECIAL, True),
        (Sensitivity.MAY_REVEAL_SPECIAL, Sensitivity.NATIONAL_IDENTIFIER, True),
        (Sensitivity.SPECIAL, Sensitivity.SPECIAL, True),
        (Sensitivity.FINANCIAL, Sensitivity.ORDINARY, False),
        (Sensitivity.SPECIAL, Sensitivity.MAY_REVEAL_SPECIAL, False),
        (Sensitivity.SPECIAL, Sensitivity.CRIMINAL, False),
        (Sensitivity.NATIONAL_IDENTIFIER, Sensitivity.SPECIAL, False),
    ],
)
def test_sensitivity_may_only_rise(
    below: Sensitivity, above: Sensitivity, *, allowed: bool
) -> None:
    """
    A class may be raised to a higher one, and the three guarded ones never into each other.
    """
    assert below.may_rise_to(above) is allowed


def test_what_firms_call_an_instrument_stands_for_one_of_the_law() -> None:
    """
    A framework is an adequacy decision by name; whatever it stands for stands for itself.
    """
    named = {
        tool.value: tool.stands_for.value for tool in TransferInstrument if tool.stands_for != tool
    }
    assert named == {
        "safe_harbour_eu_us": "adequacy_decision",
        "privacy_shield_eu_us": "adequacy_decision",
        "privacy_shield_ch_us": "adequacy_decision",
        "data_privacy_framework_eu_us": "adequacy_decision",
        "data_privacy_framework_ch_us": "adequacy_decision",
        "intra_group_agreement": "ad_hoc_clauses",
    }
    assert all(tool.stands_for.stands_for is tool.stands_for for tool in TransferInstrument)


def test_data_from_others_are_not_collected_from_the_person() -> None:
    """
    Asking and observing fall under Art. 13, everything else under Art. 14.
    """
    assert [origin.value for origin in Origin if origin.is_direct] == ["subject", "observed"]


def test_an_unknown_key_names_the_nearest() -> None:
    """
    A mistyped key is an error that carries the list, the word and the nearest member.
    """
    with pytest.raises(UnknownTermError) as caught:
        Right.parse("acess")
    assert (caught.value.kind, caught.value.key, caught.value.nearest) == (
        "right",
        "acess",
        "access",
    )


@pytest.mark.parametrize("member", MEMBERS, ids=lambda member: member.label.code)
def test_a_member_survives_pickling(member: ClosedTerm) -> None:
    """
    A pickled member comes back as the very same object, also found by its key.
    """
    assert pickle.loads(pickle.dumps(member)) is member  # noqa: S301 - our own bytes
    assert type(member).parse(member.value) is member


@pytest.mark.skipif(not DPV.exists(), reason="the Data Privacy Vocabulary is not beside us")
def test_names_in_the_data_privacy_vocabulary_exist() -> None:
    """
    Every DPV name given stands in its GDPR extension.
    """
    with DPV.open(encoding="utf-8") as file:
        known = {f"eu-gdpr:{row['term']}" for row in csv.DictReader(file)}
    assert {member.dpv for member in MEMBERS if member.dpv} - known == set()
