"""
Limits and ways that a declaration names: what a notice says of them, and nothing beyond.
"""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path
from typing import Final

import pytest

from recruitprivacy import law
from recruitprivacy.frozen import FrozenMap
from recruitprivacy.notices import Depth, Layer, compose, to_markdown, to_text
from recruitprivacy.policy import ComplaintRoute, Disclosure, Holding, Item, Modality, Policy, Ways
from recruitprivacy.vocabulary import TransferInstrument
from recruitprivacy.wire import load_policy
from tests.notices.policies import COMPLETE, Change, replaced

ON: Final = date(2026, 11, 22)
POLICIES: Final = Path(__file__).parents[2] / "examples" / "policies"
SHIELD: Final = (TransferInstrument.PRIVACY_SHIELD_EU_US,)


def text(policy: Policy, language: str = "en", layer: Depth = Layer.FULL) -> str:
    """
    Say a candidate's notice as plain text.
    """
    book = law.load("NL")
    return to_text(compose(policy, "candidate", language=language, law=book, on=ON, layer=layer))


@cache
def declared(firm: str, language: str = "en", layer: Depth = Layer.FULL) -> str:
    """
    Say what a firm's declaration tells candidates.
    """
    return text(load_policy(POLICIES / firm), language, layer)


def bucket(*includes: str) -> Change:
    """
    Hold special categories of data, with some kinds under that name.
    """
    item = Item(includes=includes)
    holding = Holding(items=("name",), but=FrozenMap({"special_category_data": item}))
    return replaced(data=FrozenMap({"candidate": holding}))


@pytest.mark.parametrize(
    ("includes", "name"),
    [
        ((), "special categories of personal data"),
        (("health", "genetic_data"), "special categories of personal data"),
        (("health", "gender"), "sensitive data"),
        (("criminal_convictions",), "sensitive data"),
    ],
)
def test_only_what_the_law_calls_special_is_called_so(includes: tuple[str, ...], name: str) -> None:
    """
    A firm's own bucket keeps the law's name only where all that is in it is of Article 9.
    """
    said = text(bucket(*includes)(COMPLETE))

    assert f"\n- {name}" in said
    assert 1 == sum(
        f"\n- {each}" in said for each in ("special categories of personal data", "sensitive data")
    )


@pytest.mark.parametrize(
    ("source", "category", "line"),
    [
        ("client", "client_feedback", "- client feedback\n"),
        ("automatic_email_interaction", "email_interaction", "- what is done with our e-mails\n"),
        ("client", "email_interaction", "- clients: interaction with e-mails\n"),
    ],
)
def test_a_source_is_not_told_twice(source: str, category: str, line: str) -> None:
    """
    Where the data are named after their source, one of the two says both.
    """
    change = replaced(
        data=FrozenMap({"candidate": Holding(items=(category,))}),
        ways=FrozenMap({"candidate": Ways(received=FrozenMap({category: (source,)}))}),
    )

    assert line in text(change(COMPLETE))


@pytest.mark.parametrize(
    ("entry", "line"),
    [
        (Disclosure(to=("group_companies",)), "- companies of our group\n"),
        (
            Disclosure(to=("group_companies",), when=("law_permits",)),
            "- companies of our group\n",
        ),
        (
            Disclosure(to=("group_companies",), when=("consent_given",)),
            "- companies of our group (only with consent)\n",
        ),
        (
            Disclosure(to=("group_companies",), when=("law_permits",), modality=Modality.ONLY),
            "- companies of our group (only if the law permits it)\n",
        ),
        (Disclosure(to=("group_companies",), modality=Modality.ONLY), "- companies of our group\n"),
    ],
)
def test_a_card_says_who_gets_data_only_with_consent(entry: Disclosure, line: str) -> None:
    """
    Somebody who gets data only with consent does not stand among the others on the card.
    """
    change = replaced(recipients=FrozenMap({"group": entry}))

    assert line in text(change(COMPLETE), layer=Layer.CARD)


def test_what_is_for_everybody_comes_first() -> None:
    """
    A way to complain that is open to all is not read as one for some transfers only.
    """
    routes = {
        "shield": ComplaintRoute(to="binding_arbitration", under=SHIELD),
        "other": ComplaintRoute(to="dispute_resolution_body", under=SHIELD),
        "ours": ComplaintRoute(to="controller", via=("email",)),
        "authority": ComplaintRoute(to="supervisory_authority", free=True),
    }
    said = text(replaced(complaints=FrozenMap(routes))(COMPLETE))

    assert said.index("You can send us your complaint") < said.index("What follows is only about")
    assert 1 == said.count("What follows is only about data")
    assert "costs you nothing" not in said


@pytest.mark.parametrize(
    ("firm", "sentence"),
    [
        ("allegis", "only these data (racial or ethnic origin, gender and disability)"),
        ("allegis", "job boards (Monster.com or CareerBuilder.com)"),
        ("allegis", "importing a social media profile (only if you wish)"),
        ("allegis", "Hanover, MD 21076, United States"),
        ("allegis", "BBB EU PRIVACY SHIELD"),
        ("allegis", "within 45 days of receipt of your complaint"),
        ("pagegroup", "(only if the client requires it or if a vacancy of our own requires it)"),
        ("pagegroup", "colleagues (only from the stage “job offered” on): information from others"),
        ("pagegroup", "their field of work and years of experience"),
        ("allegro", "(only if personal wishes call for it or if the client requires it)"),
        ("allegro", "You can send us your complaint in this way: e-mail or telephone."),
    ],
)
def test_what_the_firms_declare_is_told(firm: str, sentence: str) -> None:
    """
    The limits, names and ways of four real declarations stand in their notices.
    """
    assert sentence in declared(firm)


def test_the_names_of_sites_are_told_in_every_language() -> None:
    """
    A site is called the same everywhere; other names are words of the firm's own language.
    """
    assert "Monster.com" in declared("allegis", "de")
    assert "LinkedIn-basisprofiel" not in declared("allegis", "de")
    assert "LinkedIn-basisprofiel" in declared("allegis", "nl")


def test_a_space_at_which_no_line_breaks_is_kept() -> None:
    """
    French punctuation stays with the word before it, in plain text as in Markdown.
    """
    policy = load_policy(POLICIES / "allegro")
    notice = compose(policy, "candidate", language="fr", law=law.load("NL"), on=ON)

    for written in (to_text(notice), to_markdown(notice)):
        assert "\u00a0:" in written
        assert " :" not in written
