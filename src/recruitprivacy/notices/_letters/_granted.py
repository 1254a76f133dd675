"""
What was done, and what goes with a copy.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

import attrs

from recruitprivacy.messages import Message
from recruitprivacy.notices._keeping import keeping
from recruitprivacy.notices._letters._says import Says
from recruitprivacy.notices._machines import machines
from recruitprivacy.notices._rights import complaint, rights
from recruitprivacy.notices._setting import Setting
from recruitprivacy.notices._sharing import TITLE as SHARING
from recruitprivacy.notices._sharing import abroad, sharing
from recruitprivacy.notices._tree import Block, Section
from recruitprivacy.notices._what import sources, what
from recruitprivacy.notices._why import may_object, why
from recruitprivacy.vocabulary import Right

HAVE_THEM: Final = Message("letter.recipients.have", "These recipients have your data:")
DONE: Final = {
    Right.ACCESS: Message(
        "letter.done.access",
        "With this letter you get a copy of the personal data about you that we process, and "
        "below it what the law wants you to know of them.",
    ),
    Right.RECTIFICATION: Message(
        "letter.done.rectification", "We have corrected or completed your data."
    ),
    Right.ERASURE: Message("letter.done.erasure", "We have erased your data."),
    Right.RESTRICTION: Message(
        "letter.done.restriction", "We have restricted the use of your data."
    ),
    Right.PORTABILITY: Message(
        "letter.done.portability",
        "With this letter you get the data you gave us, in a form that machines can read.",
    ),
    Right.OBJECT: Message("letter.done.object", "We have stopped the use you objected to."),
    Right.OBJECT_MARKETING: Message(
        "letter.done.object_marketing", "We no longer use your data for direct marketing."
    ),
    Right.NOT_SUBJECT_TO_AUTOMATED_DECISION: Message(
        "letter.done.automated", "No machine alone decides about you any longer."
    ),
    Right.HUMAN_INTERVENTION: Message(
        "letter.done.human", "A person has looked at the decision again."
    ),
    Right.WITHDRAW_CONSENT: Message(
        "letter.done.withdrawal",
        "We have noted that you withdrew your consent, and stopped what rested on it.",
    ),
    Right.COMPLAINT: Message("letter.done.complaint", "We have looked into your complaint."),
    Right.RECIPIENTS_INFORMATION: Message(
        "letter.done.recipients", "Below you find who has your data from us."
    ),
}
NAMED: Final = frozenset({Right.ACCESS, Right.RECIPIENTS_INFORMATION})
"""The answers that say who has the data."""
PARTS: Final[tuple[tuple[str, Callable[[Setting], Section | None]], ...]] = (
    ("GDPR Art. 15(1)(a)", why),
    ("GDPR Art. 15(1)(b)", what),
    ("GDPR Art. 15(1)(c)", sharing),
    ("GDPR Art. 15(2)", abroad),
    ("GDPR Art. 15(1)(d)", keeping),
    ("GDPR Art. 15(1)(e)", may_object),
    ("GDPR Art. 15(1)(e)", rights),
    ("GDPR Art. 15(1)(f)", complaint),
    ("GDPR Art. 15(1)(g)", sources),
    ("GDPR Art. 15(1)(h)", machines),
)


def done(says: Says, granted: tuple[Right, ...]) -> Iterator[Block]:
    """
    Say of each right what was done.

    Law:
        GDPR Art. 12(3): the person is told of the action taken.
    """
    for right in granted:
        law = ["GDPR Art. 12(3)", right.cites]
        if right is Right.ACCESS:
            law.append("GDPR Art. 15(3)")
        yield says.setting.paragraph(DONE[right], serves=tuple(law))


def enclosed(
    says: Says, granted: tuple[Right, ...], recipients: tuple[str, ...]
) -> Iterator[Section]:
    """
    Say what goes with a copy: each part names the provision it answers.

    Law:
        GDPR Art. 15(1): purposes, categories, recipients, periods, rights, complaint, source.
    """
    named = _named(says, recipients)
    if Right.ACCESS in granted:
        for law, part in PARTS:
            section = named if named and part is sharing else part(says.setting)
            if section is not None:
                yield _serving(says.setting, section, law)
    elif named and not NAMED.isdisjoint(granted):
        yield named


def asked_for(says: Says, granted: tuple[Right, ...]) -> Iterator[str]:
    """
    List what an answer must say of what was done, as far as there is anything to say.
    """
    policy, setting = says.setting.policy, says.setting
    if Right.RECIPIENTS_INFORMATION in granted:
        yield "GDPR Art. 19"
    if Right.ACCESS not in granted:
        return
    yield from ("GDPR Art. 15(3)", "GDPR Art. 15(1)(a)", "GDPR Art. 15(1)(b)")
    yield from ("GDPR Art. 15(1)(d)", "GDPR Art. 15(1)(e)", "GDPR Art. 15(1)(f)")
    ways = policy.ways.get(setting.whose)
    holds = (
        ("GDPR Art. 15(1)(c)", any(setting.mine(one.roles) for one in policy.recipients.values())),
        ("GDPR Art. 15(1)(g)", ways is not None and bool(ways.received)),
        ("GDPR Art. 15(1)(h)", any(setting.mine(one.roles) for one in policy.automation.values())),
        ("GDPR Art. 15(2)", any(setting.mine(one.roles) for one in policy.transfers.values())),
    )
    yield from (law for law, so in holds if so)


def _named(says: Says, recipients: tuple[str, ...]) -> Section | None:
    if not recipients:
        return None
    law = ("GDPR Art. 15(1)(c)", "GDPR Art. 19")
    blocks = says.setting.bullets(HAVE_THEM, recipients, serves=law)
    return Section(key="sharing", title=says.setting.say(SHARING), blocks=blocks)


def _serving(setting: Setting, section: Section, law: str) -> Section:
    # The first block stands for the section: where there is none, nothing is served.
    cite = setting.cite(law)
    if section.blocks:
        first, *rest = section.blocks
        serving = attrs.evolve(first, serves=(*first.serves, *cite))
        return attrs.evolve(section, blocks=(serving, *rest))
    if section.sections:
        below, *others = section.sections
        return attrs.evolve(section, sections=(_serving(setting, below, law), *others))
    return section
