"""
What was weighed before legitimate interests were relied on, for people who ask to see it.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Final

from recruitprivacy.basis import Balance, InterestsAssessment
from recruitprivacy.law import Law
from recruitprivacy.messages import Message
from recruitprivacy.notices._setting import Setting
from recruitprivacy.notices._tree import Block, Notice, Paragraph, Section
from recruitprivacy.notices._why import OBJECT_INTERESTS, OBJECT_MARKETING
from recruitprivacy.policy import UNSTATED, Policy
from recruitprivacy.vocabulary import BUILT_IN, Kind, Vocabulary

HEADING: Final = Message("assessment.title", "How we weighed our interests against yours")
ABOUT: Final = Message(
    "assessment.about",
    "This is about one thing that personal data are used for: {purpose}. The basis looked at is "
    "legitimate interests; they count only where they were weighed against yours first.",
)
INTERESTS: Final = Message("assessment.interests", "The interests")
PURSUED: Final = Message("assessment.pursued", "These interests are pursued:")
OF_OTHERS: Final = Message(
    "assessment.of_others", "Interests of others than ourselves are among them."
)
NEED: Final = Message("assessment.need", "Whether it is needed")
NEEDED: Final = Message("assessment.needed", "Nothing that intrudes less would serve them as well.")
NOT_NEEDED: Final = Message(
    "assessment.not_needed", "Something that intrudes less would serve them as well."
)
INSTEAD: Final = Message("assessment.instead", "We looked at what could be done instead:")
YOURS: Final = Message("assessment.yours", "What it means for you")
EXPECTED: Final = Message("assessment.expected", "We think that people expect it.")
UNEXPECTED: Final = Message("assessment.unexpected", "We think that people may not expect it.")
IMPACT: Final = Message("assessment.impact", "It can have these effects:")
CHILDREN: Final = Message(
    "assessment.children", "It can concern children, whose interests weigh more."
)
SOFTENED: Final = Message("assessment.softened", "This protects you:")
OUTCOME: Final = Message("assessment.outcome", "What came of it")
FAVOURABLE: Final = Message(
    "assessment.favourable",
    "Your interests, rights and freedoms were found not to outweigh these interests.",
)
OVERRIDDEN: Final = Message(
    "assessment.overridden",
    "Your interests, rights and freedoms were found to outweigh these interests; so we do not rely "
    "on them.",
)
UNCLEAR: Final = Message("assessment.unclear", "Nobody could yet say which weighs more.")
OPEN: Final = Message("assessment.open", "It has not been weighed yet.")
WEIGHED_ON: Final = Message("assessment.weighed_on", "It was weighed on {day}.")
LOOKED_AT: Final = Message(
    "assessment.looked_at_by", "It is looked at again by {day} at the latest."
)
FOUND: Final = {
    Balance.FAVOURABLE: FAVOURABLE,
    Balance.OVERRIDDEN: OVERRIDDEN,
    Balance.UNCLEAR: UNCLEAR,
    None: OPEN,
}


def assessment(
    weighed: InterestsAssessment,
    policy: Policy,
    *,
    language: str,
    law: Law,
    on: date,
    vocabulary: Vocabulary = BUILT_IN,
) -> Notice:
    """
    Say what was weighed, as a page for people who ask to see it.

    Who weighed is left out. What the assessment leaves open is not said; the firm's own words
    stand as it wrote them, in whatever language.

    Args:
        weighed: The assessment.
        policy: The declaration of the firm that weighed.
        language: A tag with a catalog: ``nl``.
        law: The packs its citations are read with.
        on: The day it is composed.
        vocabulary: The words, where a host added its own.

    Raises:
        UnknownLanguageError: If no catalog speaks the language.
        UnknownTermError: If the purpose or an interest is no term.

    Law:
        GDPR Art. 6(1)(f): interest, necessity, balance.
        GDPR Art. 13(1)(d): the interests are told.
        GDPR Art. 21(4): the right to object is told apart from all else.
    """
    setting = Setting(
        policy=policy, role="", language=language, law=law, on=on, vocabulary=vocabulary
    )
    purpose = vocabulary.term(Kind.PURPOSE, weighed.purpose).label
    sections = (
        _section(setting, "interests", INTERESTS, _interests(setting, weighed)),
        _section(setting, "need", NEED, _need(setting, weighed)),
        _section(setting, "yours", YOURS, _yours(setting, weighed)),
        _section(setting, "outcome", OUTCOME, _outcome(setting, weighed)),
    )
    return Notice(
        title=setting.say(HEADING),
        language=language,
        role="",
        policy=policy.id,
        version="" if policy.version.number is UNSTATED else policy.version.number,
        on=on,
        lead=(
            setting.paragraph(ABOUT, serves=("GDPR Art. 6(1)(f)",), purpose=purpose),
            _may_object(setting, weighed),
        ),
        sections=tuple(section for section in sections if section.blocks),
        unstated=(),
    )


def _section(setting: Setting, key: str, title: Message, blocks: Iterable[Block]) -> Section:
    return Section(key=key, title=setting.say(title), blocks=tuple(blocks))


def _may_object(setting: Setting, weighed: InterestsAssessment) -> Paragraph:
    advertises = setting.vocabulary.is_under(Kind.PURPOSE, weighed.purpose, "direct_marketing")
    right = "GDPR Art. 21(2)" if advertises else "GDPR Art. 21(1)"
    return Paragraph(
        text=setting.say(OBJECT_MARKETING if advertises else OBJECT_INTERESTS),
        serves=setting.cite(right, "GDPR Art. 21(4)"),
        strong=True,
    )


def _interests(setting: Setting, weighed: InterestsAssessment) -> Iterable[Block]:
    law = ("GDPR Art. 13(1)(d)", "GDPR Art. 14(2)(b)")
    labels = setting.labels(Kind.INTEREST, weighed.interests)
    yield from setting.bullets(PURSUED, labels, serves=law)
    if weighed.of_third_parties:
        yield setting.paragraph(OF_OTHERS, serves=law)


def _need(setting: Setting, weighed: InterestsAssessment) -> Iterable[Block]:
    law = ("GDPR Art. 6(1)(f)",)
    if weighed.necessary is not None:
        yield setting.paragraph(NEEDED if weighed.necessary else NOT_NEEDED, serves=law)
    yield from setting.bullets(INSTEAD, weighed.alternatives, serves=law)


def _yours(setting: Setting, weighed: InterestsAssessment) -> Iterable[Block]:
    law = ("GDPR Recital 47",)
    if weighed.expected is not None:
        yield setting.paragraph(EXPECTED if weighed.expected else UNEXPECTED, serves=law)
    yield from setting.bullets(IMPACT, weighed.impact, serves=law)
    if weighed.children:
        yield setting.paragraph(CHILDREN, serves=("GDPR Art. 6(1)(f)",))
    measures = (_measure(setting, each) for each in weighed.safeguards)
    yield from setting.bullets(SOFTENED, measures, serves=law)


def _measure(setting: Setting, written: str) -> str:
    known = setting.vocabulary.has(Kind.SECURITY_MEASURE, written)
    return setting.labels(Kind.SECURITY_MEASURE, (written,))[0] if known else written


def _outcome(setting: Setting, weighed: InterestsAssessment) -> Iterable[Block]:
    law = ("GDPR Art. 5(2)", "GDPR Art. 6(1)(f)")
    yield setting.paragraph(FOUND[weighed.outcome], serves=law)
    if weighed.assessed_on is not None:
        yield setting.paragraph(WEIGHED_ON, serves=law, day=weighed.assessed_on)
    if weighed.review_on is not None:
        yield setting.paragraph(LOOKED_AT, serves=law, day=weighed.review_on)
