"""
What notices do for single facts of the four firms, shown for the rows they are written under.
"""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from pathlib import Path
from typing import Final

import attrs
import html5lib  # type: ignore[import-untyped]  # it has none
import pytest

from recruitprivacy import law, notices
from recruitprivacy.frozen import FrozenMap
from recruitprivacy.notices import Details, Notice, Paragraph, to_html, to_text
from recruitprivacy.policy import Capacity, Policy, Use
from recruitprivacy.wire import load_policy

ON: Final = date(2026, 11, 22)
POLICIES: Final = Path(__file__).parents[2] / "examples" / "policies"
NL: Final = law.load("NL")


@cache
def declared(firm: str) -> Policy:
    """
    Load a firm's declaration.
    """
    return load_policy(POLICIES / firm)


def composed(policy: Policy, role: str, language: str = "en") -> Notice:
    """
    Compose a notice.
    """
    return notices.compose(policy, role, language=language, law=NL, on=ON)


def headings(language: str) -> dict[str, str]:
    """
    Give the headings of Allegis's page for candidates, by anchor.
    """
    page = html5lib.parse(
        to_html(composed(declared("allegis"), "candidate", language)), namespaceHTMLElements=False
    )
    return {each.get("id"): each.find("h2").text for each in page.findall(".//main/section")}


def contents(language: str) -> dict[str, str]:
    """
    Give its table of contents, by anchor.
    """
    page = html5lib.parse(
        to_html(composed(declared("allegis"), "candidate", language)), namespaceHTMLElements=False
    )
    return {each.get("href")[1:]: each.text for each in page.findall(".//nav//a")}


@pytest.mark.row("ALLEGIS-021")
def test_the_contents_are_the_headings() -> None:
    """
    Each entry of the table of contents has the words of a heading, and leads to it.
    """
    assert "contents_listed" == declared("allegis").statements["contents"].about
    assert len(headings("nl")) >= 15
    assert headings("nl") == contents("nl")


@pytest.mark.row("ALLEGIS-SV-002")
def test_the_contents_are_the_headings_in_swedish_too() -> None:
    """
    In Swedish the contents have the words of the headings as well, and the anchors of the Dutch.
    """
    assert headings("sv") == contents("sv")
    assert list(headings("sv")) == list(headings("nl"))


@pytest.mark.row("ALLEGIS-184")
def test_notices_that_go_with_it_are_named() -> None:
    """
    A notice of one service only is named by the one it goes with.
    """
    policy = declared("allegis")
    alone = attrs.evolve(policy, scope=attrs.evolve(policy.scope, supplements=()))

    assert ("MarketSource",) == policy.scope.supplements
    assert "a privacy notice of their own: MarketSource." in to_text(composed(policy, "candidate"))
    assert "MarketSource" not in to_text(composed(alone, "candidate"))


@pytest.mark.row("ALLEGIS-084")
def test_a_tracker_is_told_with_its_sites() -> None:
    """
    A cookie of others is listed with the sites it is on, where it is not on all.
    """
    policy = declared("allegis")
    assert policy.cookies is not None
    sites = policy.cookies.trackers["hotjar"].places
    line = next(
        line
        for line in to_text(composed(policy, "website_user")).splitlines()
        if line.startswith("- Hotjar")
    )

    assert sites == tuple(re.findall(r"www\.[a-z]+\.com", line))
    assert 6 == len(sites)


@pytest.mark.row("ALLEGRO-043")
def test_a_request_that_stops_and_does_not_erase_is_found() -> None:
    """
    Who unsubscribes is left alone and kept for ever: the notice says the first, the check both.
    """
    policy = declared("allegro")
    asked = policy.further_requests["unsubscribe_from_mediation"]
    path = "further_requests.unsubscribe_from_mediation.erases"
    rows = [
        row
        for block in composed(policy, "candidate").blocks()
        if isinstance(block, Details)
        for row in block.rows
    ]
    erasing = attrs.evolve(
        policy,
        further_requests=FrozenMap(
            {
                **policy.further_requests,
                "unsubscribe_from_mediation": attrs.evolve(asked, erases=True),
            }
        ),
    )

    (stopped,) = (lines for label, lines in rows if label == "Unsubscribing from mediation")
    assert ("getting in touch", "matching people and vacancies") == tuple(
        stopped[0].partition("(")[2].rstrip(".)").split(" and ", 1)
    )
    assert asked.at_once
    assert ("request.end_unstated", path) in found(policy)
    assert ("request.end_unstated", path) not in found(erasing)


def found(policy: Policy) -> set[tuple[str, str]]:
    """
    List what the check finds, by code and path.
    """
    return {(each.code, each.path) for each in notices.check(policy, NL, on=ON)}


@pytest.mark.row("ALLEGRO-057")
def test_a_word_of_the_repealed_act_is_found() -> None:
    """
    Processors are named by a word of the repealed act, and said to protect the data as agreed.
    """
    policy = declared("allegro")
    entry = policy.recipients["processors"]
    path = "recipients.processors.called.nl-x-je"
    (outdated,) = (
        each for each in notices.check(policy, NL, on=ON) if each.code == "wording.outdated"
    )
    renamed = attrs.evolve(
        policy,
        recipients=FrozenMap(
            {
                **policy.recipients,
                "processors": attrs.evolve(entry, called=FrozenMap({"nl-x-je": "verwerkers"})),
            }
        ),
    )
    said = [
        block.text
        for block in composed(policy, "candidate").blocks()
        if isinstance(block, Paragraph) and block.path == "recipients.processors.says"
    ]

    assert (Capacity.PROCESSOR, ("processors",)) == (entry.capacity, entry.to)
    assert (path, "verwerkers") == (outdated.path, outdated.says.values["term"])
    assert not any(code == "wording.outdated" for code, _ in found(renamed))
    assert policy.statements["processor_security"].about == "processor_security"
    assert "They have agreed to protect them as well as we do." in said[0]


def test_the_word_was_right_in_its_day() -> None:
    """
    While the act was in force its word was the word.
    """
    checked = notices.check(declared("allegro"), NL, on=date(2018, 5, 24))

    assert not any(each.code == "wording.outdated" for each in checked)


@pytest.mark.row("CLUSTER-159")
def test_who_is_treated_as_another_is_told_before() -> None:
    """
    A referee who is approached is told whose rules then hold, and the change is told beforehand.
    """
    policy = declared("cluster")
    said = to_text(composed(policy, "referee"))
    uses = FrozenMap((key, use) for key, use in policy.uses.items() if key != "reference_approach")
    changed = notices.diff(attrs.evolve(policy, uses=uses), policy, NL)

    assert "client" == policy.uses["reference_approach"].treated_as
    assert ("business_development",) == policy.marketing["references"].purposes
    assert "as those of others in this role: client. We tell you so before we begin." in said
    assert [("uses.reference_approach", True, ("referee",))] == [
        (each.path, each.beforehand, each.roles) for each in changed.material
    ]
    assert isinstance(policy.uses["reference_approach"], Use)
