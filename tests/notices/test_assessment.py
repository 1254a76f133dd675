"""
What was weighed before an interest was relied on, as a page for people who ask.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any, Final

import attrs
import pytest

from recruitprivacy import law, wire
from recruitprivacy.basis import Balance, InterestsAssessment
from recruitprivacy.errors import UnknownLanguageError, UnknownTermError
from recruitprivacy.messages import Message
from recruitprivacy.notices import (
    Bullets,
    Notice,
    Paragraph,
    _assessment,
    assessment,
    to_html,
    to_text,
)
from tests.notices.policies import COMPLETE

ON: Final = date(2026, 3, 2)
POLICIES: Final = Path(__file__).parents[2] / "examples" / "policies"
WEIGHED: Final = InterestsAssessment(
    id="lia-1",
    purpose="sourcing",
    interests=("client_service",),
    of_third_parties=True,
    necessary=True,
    alternatives=("an advertisement alone",),
    expected=True,
    impact=("a message nobody asked for",),
    children=True,
    safeguards=("encryption", "one message at most"),
    outcome=Balance.FAVOURABLE,
    reviewer="reviewer-7",
    assessed_on=date(2026, 1, 5),
    review_on=date(2027, 1, 5),
)
BARE: Final = InterestsAssessment(id="lia-2", purpose="sourcing")


def said(weighed: InterestsAssessment, **more: Any) -> Notice:  # noqa: ANN401 - any argument
    """
    Say an assessment in English, if no other language is asked for.
    """
    given = {"language": "en", "law": law.load("NL"), "on": ON, **more}
    return assessment(weighed, COMPLETE, **given)


def texts(notice: Notice, key: str) -> list[str]:
    """
    List what stands in one section.
    """
    (section,) = (each for each in notice.sections if each.key == key)
    found: list[str] = []
    for block in section.blocks:
        if isinstance(block, Bullets):
            found += (block.lead, *block.items)
        elif isinstance(block, Paragraph):
            found.append(block.text)
    return found


def test_all_that_was_weighed_is_said() -> None:
    """
    Interest, need, effects, safeguards, outcome and days are said, each under its heading.
    """
    notice = said(WEIGHED)
    assert [section.key for section in notice.sections] == ["interests", "need", "yours", "outcome"]
    assert "serving clients well" in texts(notice, "interests")
    assert "an advertisement alone" in texts(notice, "need")
    assert {"a message nobody asked for", "encryption", "one message at most"} <= {
        *texts(notice, "yours")
    }
    assert any("5 January 2027" in text for text in texts(notice, "outcome"))


def test_who_weighed_is_left_out() -> None:
    """
    The code of the reviewer stands on no page.
    """
    assert "reviewer-7" not in to_html(said(WEIGHED))


def test_what_is_open_is_not_said() -> None:
    """
    Of an assessment in which nothing was found, nothing is said but that it was not weighed.
    """
    notice = said(BARE)
    assert [section.key for section in notice.sections] == ["outcome"]
    assert texts(notice, "outcome") == ["It has not been weighed yet."]


@pytest.mark.parametrize("outcome", list(Balance))
def test_each_outcome_has_its_own_words(outcome: Balance) -> None:
    """
    What came of weighing is never said the same of two outcomes.
    """
    others = [each for each in Balance if each is not outcome]
    first, *_ = texts(said(attrs.evolve(WEIGHED, outcome=outcome)), "outcome")
    assert first not in [
        texts(said(attrs.evolve(WEIGHED, outcome=each)), "outcome")[0] for each in others
    ]


@pytest.mark.parametrize(("necessary", "expected"), [(True, False), (False, True)])
def test_a_no_is_said_as_a_no(*, necessary: bool, expected: bool) -> None:
    """
    What is not needed or not expected is said to be so.
    """
    notice = said(attrs.evolve(WEIGHED, necessary=necessary, expected=expected, alternatives=()))
    needed = texts(notice, "need") == ["Nothing that intrudes less would serve them as well."]
    awaited = "We think that people expect it." in texts(notice, "yours")
    assert (needed, awaited) == (necessary, expected)


@pytest.mark.parametrize(
    ("purpose", "article"), [("sourcing", "21(1)"), ("referral_request", "21(2)")]
)
def test_the_right_to_object_stands_out(purpose: str, article: str) -> None:
    """
    The right to object is said apart and strongly; against marketing it is the absolute one.
    """
    notice = said(attrs.evolve(WEIGHED, purpose=purpose))
    (strong,) = (each for each in notice.lead if isinstance(each, Paragraph) and each.strong)
    assert [str(cite) for cite in strong.serves] == [f"GDPR Art. {article}", "GDPR Art. 21(4)"]


@pytest.mark.parametrize("language", ["nl", "sv"])
def test_in_other_languages(language: str) -> None:
    """
    Only the firm's own words stay as they were written.
    """
    text = to_text(said(WEIGHED, language=language))
    assert "an advertisement alone" in text
    assert "weighed" not in text


@pytest.mark.row("PAGE-092")
def test_a_firm_that_offers_its_assessments() -> None:
    """
    For each purpose PageGroup says it weighed, the assessment it offers can be said.
    """
    policy = wire.load_policy(POLICIES / "pagegroup")
    purposes = {each for use in policy.uses.values() if use.balanced for each in use.purposes}
    pages = [
        assessment(
            attrs.evolve(WEIGHED, purpose=purpose), policy, language="en", law=law.load(), on=ON
        )
        for purpose in purposes
    ]
    assert {page.policy for page in pages} == {"pagegroup"}
    assert len(pages) == len(purposes)


def test_what_nobody_knows_is_refused() -> None:
    """
    A language without a catalog and a purpose nobody knows are typed errors.
    """
    with pytest.raises(UnknownLanguageError):
        said(WEIGHED, language="tlh")
    with pytest.raises(UnknownTermError):
        said(attrs.evolve(WEIGHED, purpose="sorcery"))


def test_every_message_is_reached() -> None:
    """
    Each sentence of the page is said of some assessment, so none is dead.
    """
    variants = [
        WEIGHED,
        BARE,
        attrs.evolve(WEIGHED, necessary=False, expected=False),
        *(attrs.evolve(WEIGHED, outcome=outcome) for outcome in Balance),
    ]
    pages = "\n".join(to_text(said(each)) for each in variants)
    beginnings = [
        message.text.partition("{")[0].strip()
        for message in vars(_assessment).values()
        if isinstance(message, Message) and message.code.startswith("assessment.")
    ]
    assert [
        each for each in beginnings if " ".join(each.split()) not in " ".join(pages.split())
    ] == []
