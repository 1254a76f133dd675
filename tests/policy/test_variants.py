"""
What one language says otherwise than another is data.
"""

from __future__ import annotations

from typing import Final

import attrs
import pytest

from recruitprivacy.frozen import FrozenMap
from recruitprivacy.periods import Period
from recruitprivacy.policy import (
    AnswerPromise,
    Changes,
    Controller,
    Cookies,
    Difference,
    Marketing,
    Modality,
    PartialDate,
    Permission,
    Policy,
    Requests,
    Role,
    Security,
    Statement,
    Version,
    differences,
    faults,
)
from recruitprivacy.vocabulary import BUILT_IN

NO_WORDS: Final[FrozenMap[str, tuple[str, ...]]] = FrozenMap()
DUTCH: Final = Policy(
    id="acme",
    firm=("Acme",),
    languages=("nl", "sv"),
    roles=FrozenMap({"candidate": Role()}),
    controllers=FrozenMap({"acme": Controller(name="Acme B.V.")}),
    marketing=FrozenMap(
        {
            "news": Marketing(
                roles=("candidate",),
                purposes=("direct_marketing",),
                permission=(Permission.OPT_OUT,),
            )
        }
    ),
    security=Security(measures=("technical", "physical")),
    statements=FrozenMap({"open": Statement(about="privacy_commitment")}),
)


def with_variant(swedish: Policy, language: str = "sv") -> Policy:
    """
    Put a variant beside the Dutch text.
    """
    return attrs.evolve(DUTCH, variants=FrozenMap({language: swedish}))


def found(swedish: Policy) -> list[tuple[str, tuple[str, ...], tuple[str, ...]]]:
    """
    List what differs, as plain values.
    """
    return [
        (each.path, each.declared, each.said) for each in differences(with_variant(swedish), "sv")
    ]


def test_a_text_without_a_variant_says_what_is_declared() -> None:
    """
    Without a variant nothing differs, and the text is the declaration.
    """
    assert DUTCH.said_in("sv") is DUTCH
    assert differences(DUTCH, "sv") == ()
    assert differences(with_variant(DUTCH), "sv") == ()


def test_another_permission_is_a_difference() -> None:
    """
    An opt-out in one language and consent in the other are seen where they stand.
    """
    news = attrs.evolve(DUTCH.marketing["news"], permission=(Permission.CONSENT,))
    swedish = attrs.evolve(DUTCH, marketing=FrozenMap({"news": news}))
    assert found(swedish) == [("marketing.news.permission", ("opt_out",), ("consent",))]


def test_a_promise_of_one_language_only_is_a_difference() -> None:
    """
    An entry that stands in one text only is named where its section is.
    """
    closed = FrozenMap({"closed": Statement(about="none_sale", modality=Modality.NEVER)})
    swedish = attrs.evolve(DUTCH, statements=closed)
    assert found(swedish) == [("statements", ("open",), ("closed",))]


def test_values_of_any_type_are_written() -> None:
    """
    Truth values, words and whole tables are told as they are written.
    """
    swedish = attrs.evolve(
        DUTCH,
        changes=Changes(may_change=True),
        security=Security(measures=("physical",), modality=Modality.SHOULD),
        cookies=Cookies(),
    )
    assert found(swedish) == [
        ("changes.may_change", ("false",), ("true",)),
        ("cookies", ("",), ("cookies",)),
        ("security.measures", ("technical",), ()),
        ("security.modality", ("does",), ("should",)),
    ]


def test_lengths_and_dates_are_one_text() -> None:
    """
    A length and a date differ as a whole, where the file writes them.
    """
    weeks, months = (
        attrs.evolve(
            DUTCH,
            requests=Requests(answer=AnswerPromise(within=Period.parse(within))),
            version=Version(published_on=PartialDate.parse(published)),
        )
        for within, published in (("P4W", "2026"), ("P1M", "2026-05"))
    )
    policy = attrs.evolve(weeks, languages=("nl", "sv"), variants=FrozenMap({"sv": months}))
    assert [(each.path, each.declared, each.said) for each in differences(policy, "sv")] == [
        ("version.published_on", ("2026",), ("2026-05",)),
        ("requests.answer.within", ("P4W",), ("P1M",)),
    ]


def test_the_order_of_a_list_is_no_difference() -> None:
    """
    The same measures in another order say the same.
    """
    swedish = attrs.evolve(DUTCH, security=Security(measures=("physical", "technical")))
    assert found(swedish) == []


def test_a_difference_is_a_value() -> None:
    """
    Two differences with the same words are one.
    """
    assert Difference(path="firm", said=("Acme",)) == Difference(path="firm", said=("Acme",))


@pytest.mark.parametrize(
    ("policy", "path"),
    [
        (with_variant(DUTCH, "fr"), "variants.fr"),
        (with_variant(with_variant(DUTCH)), "variants.sv"),
        (
            attrs.evolve(
                DUTCH,
                wording=FrozenMap({"lawful_bases": FrozenMap({"consent": NO_WORDS})}),
            ),
            "wording.lawful_bases",
        ),
        (
            attrs.evolve(
                DUTCH, wording=FrozenMap({"lawful_basis": FrozenMap({"consnt": NO_WORDS})})
            ),
            "wording.lawful_basis.consnt",
        ),
        (
            attrs.evolve(DUTCH, wording=FrozenMap({"role": FrozenMap({"candidat": NO_WORDS})})),
            "wording.role.candidat",
        ),
    ],
)
def test_what_cannot_be_is_a_fault(policy: Policy, path: str) -> None:
    """
    A language nobody publishes in, a variant of a variant and an unknown concept are faults.
    """
    assert [fault.path for fault in faults(policy, BUILT_IN)] == [path]


def test_words_for_what_the_law_names_are_no_fault() -> None:
    """
    A concept of the law and a term of the vocabulary may each have several words.
    """
    words: FrozenMap[str, tuple[str, ...]] = FrozenMap({"sv": ("samtycke", "tillstånd")})
    wording = FrozenMap(
        {
            "lawful_basis": FrozenMap({"consent": words}),
            "role": FrozenMap({"candidate": words}),
        }
    )
    assert list(faults(attrs.evolve(DUTCH, wording=wording), BUILT_IN)) == []
