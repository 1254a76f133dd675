"""
Sentences that hold for a part only: no reader may take them for the rest.
"""

from __future__ import annotations

from datetime import date
from typing import Final

import attrs
import pytest

from recruitprivacy import law
from recruitprivacy.frozen import FrozenMap
from recruitprivacy.notices import Bullets, Depth, Field, Layer, Notice, Paragraph, compose
from recruitprivacy.periods import Period
from recruitprivacy.policy import (
    Automation,
    Clock,
    FurtherRequest,
    Logic,
    Marketing,
    Permission,
    Policy,
    Practice,
    RetentionRule,
    Running,
)
from tests.notices.policies import COMPLETE, Change, evolved, replaced, together

ON: Final = date(2026, 11, 22)
ROLES: Final = ("candidate",)
LENGTH: Final = (
    "We keep your data for at most 4 weeks, counted from this moment: end of the procedure."
)
LIMITED: Final = {
    "where": ("website", "This applies only to what is kept in this place: website."),
    "data": (("cv",), "This is about: curriculum vitae."),
    "purpose": ("hiring", "This applies to: handling applications."),
    "when": (("law_permits",), "This holds only if the law permits it."),
    "outcomes": (
        ("rejected",),
        "This applies if the procedure ends in this way: rejected.",
    ),
    "sources": (("linkedin",), "This holds for data from: LinkedIn."),
}
"""Each thing a rule of keeping can be limited to, and how that is said."""
NEVER: Final = "If that has never happened, the time runs from this moment:"
LAYERS: Final[dict[str, Depth]] = {
    "full": Layer.FULL,
    "card": Layer.CARD,
    "field": Field(category="cv"),
}
STOP: Final = "How to stop these messages:"


def composed(change: Change, layer: Depth = Layer.FULL) -> Notice:
    """
    Compose a notice of a changed declaration, in English.
    """
    policy: Policy = change(COMPLETE)
    book = law.load("NL")
    return compose(policy, "candidate", language="en", law=book, on=ON, layer=layer)


def lines(notice: Notice, key: str) -> list[str]:
    """
    List what a section says, a list as one line.
    """
    said = []
    for section in notice.walk():
        for block in section.blocks if section.key == key else ():
            if isinstance(block, Bullets):
                said.append(" | ".join((block.lead, *block.items)))
            elif isinstance(block, Paragraph):
                said.append(block.text)
    return said


def sent(**entries: Marketing) -> Change:
    """
    Send some messages, and no others.
    """
    return replaced(marketing=FrozenMap(entries))


def message(*purposes: str, permission: tuple[Permission, ...] = (), **values: object) -> Marketing:
    """
    Declare messages to candidates.
    """
    given = {"roles": ROLES, "purposes": purposes, "permission": permission, **values}
    return Marketing(**given)  # type: ignore[arg-type]


@pytest.mark.parametrize("layer", LAYERS)
@pytest.mark.parametrize("limit", LIMITED)
def test_a_length_never_stands_before_its_limit(limit: str, layer: str) -> None:
    """
    What a rule is limited to is said first, in one list with the length, at every depth.
    """
    value, sentence = LIMITED[limit]
    notice = composed(evolved("retention", "rejected", **{limit: value}), LAYERS[layer])
    found = [
        block.items
        for block in notice.blocks()
        if isinstance(block, Bullets) and LENGTH in block.items
    ]

    assert [(sentence, LENGTH)] == found
    assert LENGTH not in [b.text for b in notice.blocks() if isinstance(b, Paragraph)]


def test_a_length_without_a_limit_stands_by_itself() -> None:
    """
    A rule for everything is a plain sentence, with its reasons for longer below.
    """
    change = evolved("retention", "rejected", unless=("law_requires",))

    assert [LENGTH, "We keep data longer only for these reasons: | required by law"] == lines(
        composed(change), "keeping"
    )[:2]


def test_each_limited_rule_is_a_list_of_its_own() -> None:
    """
    Two rules with a place each are not mixed up, nor is the rule for everything.
    """
    rule = COMPLETE.retention["rejected"]
    rules = {
        "rejected": rule,
        "site": attrs.evolve(rule, at_most=Period(days=7), where="website"),
        "mail": attrs.evolve(rule, at_most=Period(days=9), data=("cv",)),
    }
    said = lines(composed(replaced(retention=FrozenMap(rules))), "keeping")

    assert LENGTH == said[0]
    assert ["website", "7 days"] == [x for x in ("website", "7 days", "9 days") if x in said[1]]
    assert ["curriculum", "9 days"] == [
        x for x in ("curriculum", "7 days", "9 days") if x in said[2]
    ]


def test_what_a_clock_runs_from_before_anything_moved_it() -> None:
    """
    Beside the length stands what it is counted from where the clock has never been moved.
    """
    clock = Clock(counts=("message.inbound",), if_none="data_collected")
    change = together(
        replaced(clocks=FrozenMap({"contact": clock})),
        evolved("retention", "rejected", after="contact"),
    )

    assert f"{NEVER} collection of the data." == lines(composed(change), "keeping")[1]


def test_a_wish_says_nothing_of_a_clock() -> None:
    """
    Where no length is printed, what it would be counted from is not printed either.
    """
    clock = Clock(counts=("message.inbound",), if_none="data_collected")
    wish = RetentionRule(roles=ROLES, aim=Period(years=1), after="contact", where="website")
    change = replaced(clocks=FrozenMap({"contact": clock}), retention=FrozenMap({"rejected": wish}))
    said = "\n".join(lines(composed(change), "keeping"))

    assert NEVER not in said
    assert "website" not in said


def test_a_permission_is_said_with_the_purposes_it_is_for() -> None:
    """
    Each permission follows the purposes of its own messages, and no others.
    """
    said = lines(
        composed(
            sent(
                news=message("direct_marketing"),
                ads=message("targeted_advertising", permission=(Permission.CONSENT,)),
                more=message("ad_measurement", permission=(Permission.CONSENT,)),
                calls=message("referral_request", permission=(Permission.OPT_OUT,)),
            )
        ),
        "messages",
    )

    assert [
        "What these messages are for: | direct marketing",
        "What these messages are for: | targeted advertising | measuring advertisements",
        "We send these only with your consent.",
        "What these messages are for: | asking for referrals",
        "We send these until you tell us to stop.",
    ] == said


@pytest.mark.parametrize(
    ("news", "ads", "asked", "expected"),
    [
        (("email",), (), (), [(1, "e-mail.")]),
        (("email",), ("email",), (), [(2, "e-mail.")]),
        (("email",), ("post",), (), [(1, "e-mail."), (3, "post.")]),
        ((), (), ("email",), [(1, "e-mail.")]),
        (("post",), (), ("email",), [(1, "post or e-mail.")]),
    ],
)
def test_how_to_stop_is_said_of_the_messages_it_stops(
    news: tuple[str, ...],
    ads: tuple[str, ...],
    asked: tuple[str, ...],
    expected: list[tuple[int, str]],
) -> None:
    """
    A way to stop stands below the messages it stops, once for neighbours that share it.
    """
    request = FurtherRequest(via=asked, stops=("direct_marketing",))
    change = together(
        sent(
            news=message("direct_marketing", stopped_by=news),
            ads=message("targeted_advertising", permission=(Permission.CONSENT,), stopped_by=ads),
        ),
        replaced(further_requests=FrozenMap({"stop": request})),
    )
    said = [
        line for line in lines(composed(change), "messages") if "only with your consent" not in line
    ]

    assert expected == [
        (place, line.removeprefix(f"{STOP} "))
        for place, line in enumerate(said)
        if line.startswith(STOP)
    ]


def test_each_machine_is_told_apart() -> None:
    """
    Two machines for one practice differ by name, by how they work and by who checks them.
    """
    one = Automation(
        roles=ROLES,
        practices=(Practice.PROFILING,),
        running=Running.RUNS,
        tool="Sieve",
        logic=(Logic.SKILLS_MATCH,),
        data=("cv",),
    )
    two = Automation(
        roles=ROLES,
        practices=(Practice.PROFILING,),
        running=Running.RUNS,
        when=("many_applications",),
        logic=(Logic.KEYWORD_FILTER, Logic.RANKING),
        human=("recruiter_checks",),
    )
    change = replaced(automation=FrozenMap({"one": one, "two": two}))

    assert [
        "We use automated means for: profiling.",
        "The tool is called Sieve.",
        "How it works: comparing skills with vacancies.",
        "It looks at: curriculum vitae.",
        "Only if there are many applications do we use automated means for: profiling.",
        "How it works: searching for keywords and putting what it finds in an order.",
        "We use the result only after a recruiter has checked the outcome.",
    ] == lines(composed(change), "machines")


def test_what_is_asked_before_is_no_condition_of_running() -> None:
    """
    Where a permission is asked, the conditions are those of asking.
    """
    entry = Automation(
        roles=ROLES,
        practices=(Practice.PROFILING,),
        running=Running.RUNS,
        when=("law_permits",),
        permission=Permission.CONSENT,
    )
    said = lines(composed(replaced(automation=FrozenMap({"one": entry}))), "machines")

    assert "We use automated means for: profiling." == said[0]


def test_the_words_of_the_firm_replace_how_a_machine_works() -> None:
    """
    Where the firm describes a machine itself, name, logic and checks are not said again.
    """
    entry = Automation(
        roles=ROLES,
        practices=(Practice.PROFILING,),
        running=Running.RUNS,
        tool="Sieve",
        logic=(Logic.RANKING,),
        human=("recruiter_checks",),
        data=("cv",),
    )
    own = FrozenMap({"en": FrozenMap({"automation.one.says": "A sieve sorts, we look."})})
    change = replaced(automation=FrozenMap({"one": entry}), texts=own)

    assert ["A sieve sorts, we look.", "This is about: profiling."] == lines(
        composed(change), "machines"
    )
