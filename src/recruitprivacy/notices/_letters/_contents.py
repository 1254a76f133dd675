"""
What each letter is about: the facts only the firm knows.

What a letter needs and the firm leaves empty is not made up: the letter is not written, and the
error names the provision that asks for it. A firm's own words stand as it wrote them, in whatever
language, and are no part of what is printed of a value.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import Any, ClassVar, Final, TypeAlias

import attrs

from recruitprivacy.messages import Message
from recruitprivacy.rights import Judgement
from recruitprivacy.timeline import ExtensionReason
from recruitprivacy.vocabulary import RefusalGround

WHO_WRITES: Final = "GDPR Art. 13(1)(a)"
WHEN: Final = "GDPR Art. 12(3)"
REMEDIES: Final = ("GDPR Art. 12(4)", "GDPR Art. 77(1)", "GDPR Art. 79(1)")
"""Why, where to complain, and that there is a court."""


def _words() -> Any:  # noqa: ANN401 - attrs types a field by its annotation
    return attrs.field(default=(), repr=False)


@attrs.frozen(kw_only=True)
class Acknowledgement:
    """
    The request has arrived.

    Law:
        GDPR Art. 12(3): answered within a month of receipt.
    """

    kind: ClassVar[str] = "acknowledgement"
    demands: ClassVar[tuple[str, ...]] = (WHO_WRITES, WHEN)


@attrs.frozen(kw_only=True)
class IdentityDoubt:
    """
    It is doubtful who is asking.

    Attributes:
        doubt: What makes it doubtful: a term of :data:`~recruitprivacy.vocabulary.Kind.DOUBT`.
        checks: Ways to show who one is, any of which will do: terms of the vocabulary.

    Law:
        GDPR Art. 12(6): further information where there is reasonable doubt.
    """

    kind: ClassVar[str] = "identity_doubt"
    demands: ClassVar[tuple[str, ...]] = (WHO_WRITES, WHEN, "GDPR Art. 12(6)", "GDPR Art. 5(1)(c)")

    doubt: str = ""
    checks: tuple[str, ...] = ()


@attrs.frozen(kw_only=True)
class Clarification:
    """
    It is unclear what is asked for.

    Attributes:
        questions: What the firm asks, in its own words.

    Law:
        GDPR Recital 63: the person may be asked what a request is about.
    """

    kind: ClassVar[str] = "clarification"
    demands: ClassVar[tuple[str, ...]] = (WHO_WRITES, WHEN, "GDPR Recital 63")

    questions: tuple[str, ...] = _words()


@attrs.frozen(kw_only=True)
class MoreTime:
    """
    The answer takes longer.

    Attributes:
        reason: Why.
        until: The last day by which it comes.

    Law:
        GDPR Art. 12(3): told within a month of receipt, with the reasons.
    """

    kind: ClassVar[str] = "more_time"
    demands: ClassVar[tuple[str, ...]] = (
        WHO_WRITES,
        "GDPR Art. 12(3) s. 2",
        "GDPR Art. 12(3) s. 3",
    )

    reason: ExtensionReason | None = None
    until: date | None = None


@attrs.frozen(kw_only=True)
class FullAnswer:
    """
    All that was asked for is done.

    Attributes:
        recipients: Who has the data, by name; where none is given an answer on access names the
            kinds the declaration names.
        remarks: What else the firm says, in its own words.

    Law:
        GDPR Art. 12(3): told of what was done.
        GDPR Art. 15(1): what goes with a copy.
    """

    kind: ClassVar[str] = "full_answer"
    demands: ClassVar[tuple[str, ...]] = (WHO_WRITES, WHEN)

    recipients: tuple[str, ...] = _words()
    remarks: tuple[str, ...] = _words()


@attrs.frozen(kw_only=True)
class PartAnswer:
    """
    Some of what was asked for is done, and some is not.

    Attributes:
        judgements: What :func:`recruitprivacy.rights.assess` made of it.
        reasons: Why the rest is not done, in the firm's own words.
        recipients: As in :class:`FullAnswer`.

    Law:
        GDPR Art. 12(4): reasons, complaint and court for what is not done.
    """

    kind: ClassVar[str] = "part_answer"
    demands: ClassVar[tuple[str, ...]] = (WHO_WRITES, *REMEDIES)

    judgements: tuple[Judgement, ...] = ()
    reasons: tuple[str, ...] = _words()
    recipients: tuple[str, ...] = _words()


@attrs.frozen(kw_only=True)
class Refusal:
    """
    Nothing of what was asked for is done.

    Attributes:
        ground: On which ground; one that can stand against every right asked for.
        reasons: Why it holds here, in the firm's own words.

    Law:
        GDPR Art. 12(4): reasons, complaint and court.
    """

    kind: ClassVar[str] = "refusal"
    demands: ClassVar[tuple[str, ...]] = (WHO_WRITES, *REMEDIES)

    ground: RefusalGround | None = None
    reasons: tuple[str, ...] = _words()


@attrs.frozen(kw_only=True)
class LiftNotice:
    """
    A restriction is about to be lifted.

    Attributes:
        lifts_on: The day it ends, after the day of the letter.
        reasons: Why, in the firm's own words.

    Law:
        GDPR Art. 18(3): told before it is lifted.
    """

    kind: ClassVar[str] = "lift_notice"
    demands: ClassVar[tuple[str, ...]] = (WHO_WRITES, "GDPR Art. 18(3)")

    lifts_on: date | None = None
    reasons: tuple[str, ...] = _words()


@attrs.frozen(kw_only=True)
class RecipientsTold:
    """
    Those who had the data were told what was done with them.

    Attributes:
        recipients: Who was told, by name.
        untold: Who could not be, by name.

    Law:
        GDPR Art. 19: the person is told who, if they ask.
    """

    kind: ClassVar[str] = "recipients_told"
    demands: ClassVar[tuple[str, ...]] = (WHO_WRITES, "GDPR Art. 19")

    recipients: tuple[str, ...] = _words()
    untold: tuple[str, ...] = _words()


@attrs.frozen(kw_only=True)
class ConsentRenewal:
    """
    An agreement runs out, and the firm asks again.

    Attributes:
        consent: Which one, by name in the declaration.
        ends_on: The last day it stands.
        answer_at: Where one says yes or no.

    Law:
        GDPR Art. 4(11): specific, informed and unambiguous.
        GDPR Art. 7(3): withdrawal is told before consent is given.
    """

    kind: ClassVar[str] = "consent_renewal"
    demands: ClassVar[tuple[str, ...]] = (
        WHO_WRITES,
        "GDPR Art. 4(11)",
        "GDPR Art. 7(3)",
        "GDPR Recital 32",
    )

    consent: str
    ends_on: date | None = None
    answer_at: str = ""


@attrs.frozen(kw_only=True)
class FirstContact:
    """
    Data of somebody came from others, and they are told for the first time.

    Attributes:
        sources: Where from: terms of the vocabulary; where none is given, as declared.
        obtained_on: The day they came, or None.

    Law:
        GDPR Art. 14(3)(b): at the latest with the first message.
    """

    kind: ClassVar[str] = "first_contact"
    demands: ClassVar[tuple[str, ...]] = (
        "GDPR Art. 14(1)(a)",
        "GDPR Art. 14(1)(c)",
        "GDPR Art. 14(1)(d)",
        "GDPR Art. 14(2)(a)",
        "GDPR Art. 14(2)(c)",
        "GDPR Art. 14(2)(e)",
        "GDPR Art. 14(2)(f)",
    )

    sources: tuple[str, ...] = ()
    obtained_on: date | None = None


@attrs.frozen(kw_only=True)
class BreachNotice:
    """
    Data were lost, changed, or seen by the wrong people, at a high risk.

    Attributes:
        nature: What happened, in the firm's own plain words.
        consequences: What it is likely to lead to.
        measures: What was done, and will be.
        advice: What the person can do.
        happened_on: The day it happened, or None.

    Law:
        GDPR Art. 34(2): nature, contact, consequences and measures, in plain words.
    """

    kind: ClassVar[str] = "breach_notice"
    demands: ClassVar[tuple[str, ...]] = (
        "GDPR Art. 34(2)",
        "GDPR Art. 33(3)(b)",
        "GDPR Art. 33(3)(c)",
        "GDPR Art. 33(3)(d)",
    )

    nature: tuple[str, ...] = _words()
    consequences: tuple[str, ...] = _words()
    measures: tuple[str, ...] = _words()
    advice: tuple[str, ...] = _words()
    happened_on: date | None = None


Content: TypeAlias = (
    Acknowledgement
    | IdentityDoubt
    | Clarification
    | MoreTime
    | FullAnswer
    | PartAnswer
    | Refusal
    | LiftNotice
    | RecipientsTold
    | ConsentRenewal
    | FirstContact
    | BreachNotice
)
"""What a letter is about."""
CONTENTS: Final[Mapping[str, type[Content]]] = MappingProxyType(
    {
        each.kind: each
        for each in (
            Acknowledgement,
            IdentityDoubt,
            Clarification,
            MoreTime,
            FullAnswer,
            PartAnswer,
            Refusal,
            LiftNotice,
            RecipientsTold,
            ConsentRenewal,
            FirstContact,
            BreachNotice,
        )
    }
)
"""The kinds of letter, by name."""
TITLES: Final[Mapping[str, Message]] = MappingProxyType(
    {
        "acknowledgement": Message("letter.acknowledgement.title", "We received your request"),
        "identity_doubt": Message("letter.identity.title", "Please show us who you are"),
        "clarification": Message("letter.clarification.title", "A question on your request"),
        "more_time": Message("letter.more_time.title", "Our answer takes longer"),
        "full_answer": Message("letter.answer.title", "Our answer to your request"),
        "part_answer": Message(
            "letter.part.title", "What we do about your request, and what we do not"
        ),
        "refusal": Message("letter.refusal.title", "Why we do not do what you ask"),
        "lift_notice": Message("letter.lift.title", "The restriction on the use of your data ends"),
        "recipients_told": Message("letter.recipients.title", "Whom we told of your request"),
        "consent_renewal": Message("letter.renewal.title", "May we go on?"),
        "first_contact": Message("letter.first.title", "We hold data about you"),
        "breach_notice": Message("letter.breach.title", "Your data were affected by a breach"),
    }
)
"""What stands above each."""
