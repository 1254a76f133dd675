"""
Limits and ways that a declaration names: what a notice says of them, and nothing beyond.
"""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path
from typing import Final

import attrs
import pytest

from recruitprivacy import law
from recruitprivacy.frozen import FrozenMap
from recruitprivacy.notices import Depth, Layer, compose, to_markdown, to_text
from recruitprivacy.policy import (
    ComplaintRoute,
    Disclosure,
    Holding,
    Item,
    Modality,
    NationalRule,
    Policy,
    RightOffered,
    Use,
    Ways,
)
from recruitprivacy.vocabulary import Art9Condition, LawfulBasis, Right, TransferInstrument
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

    assert said.index("You can send us your complaint") < said.index(
        "The rest of this section is only about"
    )
    assert 1 == said.count("The rest of this section is only about data")
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
        ("allegis", "detecting and preventing illegal activity, interests of others\n"),
        (
            "allegis",
            "get a copy of them.\n\nWe offer this right to people in: the European Economic",
        ),
        ("pagegroup", "We collect the data in this section only after registration.\n\nWe hold:"),
        ("cluster", "in this section only where appropriate and if the law permits it.\n"),
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


@pytest.mark.parametrize(
    ("language", "named", "told"),
    [
        ("sv", "personnummer", True),
        ("sv-SE", "personnummer", True),
        ("sv", "LinkedIn-baserade profildata", True),
        ("sv", "LinkedIn-basisprofiel", False),
        ("sv", "(etniskt ursprung)", False),
        ("nl", "personnummer", False),
        ("de", "personnummer", False),
    ],
)
def test_a_text_with_a_variant_gives_its_own_names(
    language: str, named: str, *, told: bool
) -> None:
    """
    Names that the text in a language declares are told there, unless ours say as much.
    """
    assert told is (named in declared("allegis", language))


def holding(**stated: object) -> Change:
    """
    Hold curricula and references of candidates, in whichever way is stated.
    """
    held = attrs.evolve(Holding(items=("cv",)), **stated)  # type: ignore[arg-type]
    return replaced(data=FrozenMap({"candidate": held}))


@pytest.mark.parametrize(
    ("item", "sometimes"),
    [
        (Item(), False),
        (Item(kept_in=("notes_file",)), False),
        (Item(about_others=True), False),
        (Item(when=("registered",)), True),
        (Item(when_any=("registered",)), True),
        (Item(stage="interview"), True),
        (Item(modality=Modality.MAY), True),
        (Item(voluntary=True), True),
        (Item(varies_by_country=True), True),
        (Item(also=LawfulBasis.CONSENT), True),
        (Item(art_9=Art9Condition.EXPLICIT_CONSENT), True),
        (Item(art_10=NationalRule.NATIONAL), True),
    ],
)
def test_what_is_held_without_limits_stands_in_the_first_list(
    item: Item, *, sometimes: bool
) -> None:
    """
    Data that differ only in where they are kept are not said to be held in some cases.
    """
    said = text(holding(but=FrozenMap({"reference_details": item}))(COMPLETE))

    assert sometimes is ("In some cases we also hold:\n\n- referee's details" in said)
    assert sometimes is not ("- curriculum vitae\n- referee's details\n" in said)


@pytest.mark.parametrize(
    ("modality", "when", "sentence"),
    [
        (Modality.DOES, (), "What data we hold about you\n---------------------------\n\nWe hold:"),
        (
            Modality.DOES,
            ("registered",),
            "only after registration.\n\nWe hold:\n\n- curriculum vitae",
        ),
        (Modality.MAY, ("registered",), "only after registration.\n\nDepending on your situation"),
        (Modality.ONLY, ("registered",), "only after registration.\n\nWe hold only:"),
        (Modality.NEVER, ("registered",), "hold:\n\n- curriculum vitae, after registration\n"),
    ],
)
def test_what_all_of_it_depends_on_is_told(
    modality: Modality, when: tuple[str, ...], sentence: str
) -> None:
    """
    What the whole collection depends on stands before the list, or with what is never held.
    """
    said = text(holding(modality=modality, when=when)(COMPLETE))

    assert sentence in said
    never = modality is Modality.NEVER or not when
    assert never is not ("We collect the data in this section only" in said)


@pytest.mark.parametrize(
    ("interests", "of_others", "row"),
    [
        (("marketing",), False, "Legitimate interests we pursue: marketing\n"),
        (("marketing",), True, "Legitimate interests we pursue: marketing, interests of others\n"),
        ((), True, "Legitimate interests we pursue: interests of others\n"),
    ],
)
def test_interests_of_others_are_told(
    interests: tuple[str, ...], *, of_others: bool, row: str
) -> None:
    """
    Where interests of third parties are pursued, the notice says so (GDPR Art. 13(1)(d)).
    """
    use = Use(
        purposes=("direct_marketing",),
        basis=(LawfulBasis.LEGITIMATE_INTERESTS,),
        interests=interests,
        of_third_parties=of_others,
    )

    assert row in text(replaced(uses=FrozenMap({"news": use}))(COMPLETE))


@pytest.mark.parametrize(
    ("person_in", "places"),
    [(("EEA", "CH"), "the European Economic Area and Switzerland"), (("NL",), "Netherlands")],
)
def test_where_a_right_is_offered_is_told(person_in: tuple[str, ...], places: str) -> None:
    """
    A right offered to people in some places says which; one for everybody says none.
    """
    rights = {Right.ACCESS: RightOffered(person_in=person_in), Right.ERASURE: RightOffered()}
    said = text(replaced(rights=FrozenMap(rights))(COMPLETE))

    assert f"We offer this right to people in: {places}.\n" in said
    assert 1 == said.count("We offer this right to people in")


def test_a_space_at_which_no_line_breaks_is_kept() -> None:
    """
    French punctuation stays with the word before it, in plain text as in Markdown.
    """
    policy = load_policy(POLICIES / "allegro")
    notice = compose(policy, "candidate", language="fr", law=law.load("NL"), on=ON)

    for written in (to_text(notice), to_markdown(notice)):
        assert "\u00a0:" in written
        assert " :" not in written
