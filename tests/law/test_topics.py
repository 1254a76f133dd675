"""
The questions there are, and what counts as an answer.
"""

from __future__ import annotations

from typing import Final

import attrs
import pytest

from recruitprivacy.errors import FaultsError
from recruitprivacy.law import ANSWERS, TOPICS, RuleValue, Shape, load, read_pack
from recruitprivacy.law._topics import is_topic, nearest_answer, nearest_topic, value_problem
from recruitprivacy.messages import Words
from recruitprivacy.periods import Period

RULE: Final = load("NL").packs[-1].rules[0]


def test_every_answer_has_words() -> None:
    """
    Each answer a topic allows is a sentence of ours, and none is in vain.
    """
    allowed = {answer for topic in TOPICS.values() for answer in topic.answers}
    assert allowed == set(ANSWERS)


def test_every_topic_asks() -> None:
    """
    Each topic asks in a sentence of its own, and can be answered.
    """
    asked = [topic.asks.text for topic in TOPICS.values()]
    assert [text for text in asked if not text.endswith("?")] == []
    assert len(set(asked)) == len(TOPICS)
    assert [key for key, topic in TOPICS.items() if not topic.shapes] == []


def test_a_topic_is_found_under_its_key() -> None:
    """
    A topic's key is the one it is filed under.
    """
    assert {key: topic.key for key, topic in TOPICS.items()} == {key: key for key in TOPICS}


@pytest.mark.parametrize(
    ("text", "written", "asked"),
    [
        ("retention.unsuccessful", True, True),
        ("retention", False, True),
        ("marketing.electronic", False, True),
        ("marketing", False, True),
        ("market", False, False),
        ("acme:videos", True, True),
        ("retention.acme:videos", True, True),
        ("", False, False),
    ],
)
def test_what_is_a_topic(text: str, written: bool, asked: bool) -> None:  # noqa: FBT001 - a table
    """
    A rule names one topic; a question may be wider; a firm's own has a colon.
    """
    assert (is_topic(text), is_topic(text, asked=True)) == (written, asked)


@pytest.mark.parametrize(
    ("text", "near"),
    [("national_ids", "national_id"), ("deadline.anwser", "deadline.answer"), ("xyz", "")],
)
def test_the_nearest_topic(text: str, near: str) -> None:
    """
    A slip in a topic is told with the one that was meant.
    """
    assert nearest_topic(text) == near


@pytest.mark.parametrize(
    ("topic", "value", "period", "right"),
    [
        ("national_id", "prohibited", None, True),
        ("national_id", Words.of(bg="ЕГН"), None, True),
        ("national_id", 12, None, False),
        ("national_id", None, Period(years=1), False),
        ("digital_consent_age", 13, None, True),
        ("digital_consent_age", "13", None, False),
        ("digital_consent_age", True, None, False),
        ("gdpr_name", Words.of(nl="AVG"), None, True),
        ("gdpr_name", "AVG", None, False),
        ("retention.unsuccessful", None, Period(weeks=4), True),
        ("retention.unsuccessful", "no_period_set", None, True),
        ("retention.unsuccessful", "for_ever", None, False),
        ("adequacy", "CH", None, True),
        ("marketing.phone", "opt_in", None, True),
        ("marketing.phone", "required", None, False),
        ("acme:videos", "whatever", None, True),
    ],
)
def test_what_is_an_answer(
    topic: str,
    value: RuleValue | None,
    period: Period | None,
    right: bool,  # noqa: FBT001 - a table
) -> None:
    """
    A rule answers its question with what the question allows, and says what that is.
    """
    rule = attrs.evolve(RULE, topic=topic, value=value, period=period)
    assert (value_problem(rule) == "") is right


def test_what_would_be_an_answer_is_said() -> None:
    """
    What a question allows is listed, with the nearest to what was written.
    """
    rule = attrs.evolve(RULE, topic="marketing.phone", value="opt-in", period=None)
    assert value_problem(rule).startswith("marketing.phone is answered by one of: opt_in, ")
    assert nearest_answer(rule) == "opt_in"


def test_shapes_are_used() -> None:
    """
    Every shape is that of some answer.
    """
    assert {shape for topic in TOPICS.values() for shape in topic.shapes} == set(Shape)


PACK: Final = """
jurisdiction = "NL"
extends = "NL"
checked_on = 2026-11-22
[acts.CAO]
title = "x"
[[rules]]
id = "acme.one"
topic = "{topic}"
value = "{value}"
applies_from = 2026-01-01
weight = "practice"
confidence = "verified"
checked_on = 2026-11-22
cites = ["CAO"]
because = "The agreement says so."
"""


@pytest.mark.parametrize(
    ("topic", "value", "path", "near"),
    [
        ("national_idd", "prohibited", "topic", "national_id"),
        ("national_id", "prohibitted", "value", "prohibited"),
    ],
)
def test_a_slip_in_a_pack(topic: str, value: str, path: str, near: str) -> None:
    """
    An unknown topic or answer in a pack is a fault with its path and the nearest known one.
    """
    with pytest.raises(FaultsError) as caught:
        read_pack(PACK.format(topic=topic, value=value))
    (fault,) = caught.value.faults
    assert (fault.path, fault.nearest) == (f"rules[acme.one].{path}", near)
