"""
Consent: what makes an agreement one, what we may record as one, and the receipt for it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from enum import StrEnum
from types import MappingProxyType
from typing import Final

import attrs

from recruitprivacy.basis._answer import Answer
from recruitprivacy.basis._frame import Frame
from recruitprivacy.basis._premise import Premise, all_of, negated
from recruitprivacy.errors import ConsentNotRecordableError
from recruitprivacy.findings import Step, Weight
from recruitprivacy.law import Law, Situation
from recruitprivacy.messages import Message, phrase
from recruitprivacy.policy import Permission
from recruitprivacy.timeline import ConsentGiven, day_of
from recruitprivacy.vocabulary import BUILT_IN, ConsentElement, LawfulBasis, Vocabulary

__all__ = [
    "ConsentAct",
    "ConsentAsked",
    "Telling",
    "consent_premises",
    "consent_remarks",
    "consent_stands",
    "record_consent",
]


class ConsentAct(StrEnum):
    """
    What a person did that is taken for agreement.
    """

    TICKED = "ticked"
    """Ticked an empty box."""
    PRESSED = "pressed"
    """Pressed a button that says what it means."""
    SIGNED = "signed"
    SAID = "said"
    """Said so aloud, and it was noted."""
    WROTE = "wrote"
    PRE_TICKED = "pre_ticked"
    """Left a box ticked that was ticked already."""
    SILENCE = "silence"
    """Did nothing."""
    USED_SERVICE = "used_service"
    """Went on using the site or service."""
    APPLIED = "applied"
    """Sent an application, and nothing else."""
    BROWSER_SETTINGS = "browser_settings"
    """Left the settings of a browser as they were."""


CLEAR: Final = frozenset(
    {ConsentAct.TICKED, ConsentAct.PRESSED, ConsentAct.SIGNED, ConsentAct.SAID, ConsentAct.WROTE}
)
"""The acts that are clear and affirmative."""
IN_WORDS: Final = frozenset({ConsentAct.SIGNED, ConsentAct.SAID, ConsentAct.WROTE})
"""The acts that state consent in so many words; a box or button does where its words do."""


class Telling(StrEnum):
    """
    What a person must have been told before agreeing.
    """

    CONTROLLER = "controller"
    """Who asks, and who else will rely on it."""
    PURPOSE = "purpose"
    DATA = "data"
    """Which data."""
    WITHDRAWAL = "withdrawal"
    """That it can be withdrawn at any time."""
    AUTOMATED_DECISION = "automated_decision"
    """That a machine decides, where one does."""
    TRANSFER_RISK = "transfer_risk"
    """The risk of a transfer without safeguards, where it is to rest on this consent."""


ALWAYS_TOLD: Final = frozenset(
    {Telling.CONTROLLER, Telling.PURPOSE, Telling.DATA, Telling.WITHDRAWAL}
)

FREE: Final = Message(
    "basis.consent.free", "saying no has no bad effect for the person, so that the choice is free"
)
UNTIED: Final = Message(
    "basis.consent.untied", "nothing depends on agreeing that does not need the data"
)
APART: Final = Message("basis.consent.apart", "each purpose can be agreed to by itself")
TO_THIS: Final = Message("basis.consent.to_this", "it was asked for this purpose")
NARROW: Final = Message(
    "basis.consent.narrow", "it names its purpose and the companies that will rely on it"
)
TOLD: Final = Message(
    "basis.consent.told", "the person was told who asks, what for, which data, and of withdrawal"
)
AFFIRMED: Final = Message("basis.consent.affirmed", "the person agreed by a clear act of their own")
VISIBLE: Final = Message(
    "basis.consent.visible", "the question stands apart from terms and other matters"
)
EASY: Final = Message("basis.consent.easy", "withdrawing is as easy as agreeing")
SHOWN: Final = Message(
    "basis.consent.shown", "a record shows who agreed, when, to which words and in which language"
)
IN_SO_MANY: Final = Message("basis.consent.explicit", "the words agreed to state the consent")
BY_THEN: Final = Message("basis.consent.by_then", "it was given by that day")
OF_AGE: Final = Message(
    "basis.consent.of_age", "the person is old enough to agree alone, or a parent agreed"
)
UNEQUAL: Final = Message(
    "basis.consent.unequal",
    "Whoever applies for work can hardly refuse: authorities expect consent in recruitment to "
    "count only where a no has no effect at all.",
)
OLD: Final = Message(
    "basis.consent.old",
    "It was given before the GDPR applied and counts only if it meets what the GDPR asks.",
)
ASKED_AGAIN: Final = Message(
    "basis.consent.no_expiry",
    "The law sets no day on which it ends; how often to ask again is the firm's to decide.",
)
FIRST_DAY: Final = date(2018, 5, 25)
CHOSEN: Final = "opted_in"
"""The condition by which an event says that the person chose it."""
ONLINE_TOPIC: Final = "digital_consent_age"

ELEMENTS: Final[Mapping[str, ConsentElement]] = MappingProxyType(
    {
        "consent.detriment": ConsentElement.FREELY_GIVEN,
        "consent.conditional": ConsentElement.NOT_CONDITIONAL,
        "consent.separate": ConsentElement.GRANULAR,
        "consent.specific": ConsentElement.SPECIFIC,
        "consent.told": ConsentElement.INFORMED,
        "consent.act": ConsentElement.UNAMBIGUOUS,
        "consent.distinguishable": ConsentElement.DISTINGUISHABLE,
        "consent.withdrawal_easy": ConsentElement.WITHDRAWABLE,
        "consent.recorded": ConsentElement.DEMONSTRABLE,
        "consent.explicit": ConsentElement.EXPLICIT,
    }
)
"""Which part of the legal notion each fact shows."""


@attrs.frozen(kw_only=True)
class ConsentAsked:
    """
    How a person was, or is to be, asked to agree; whatever is None nobody said.

    Attributes:
        purposes: What they agree to.
        categories: For which data, where it is tied to some.
        act: What they do.
        detriment: Whether anything bad follows for them from saying no.
        imbalance: Whether the one who asks is so much stronger that a no is hard.
        conditional: Whether a service or procedure depends on agreeing to what it does not need.
        separate: Whether each purpose can be agreed to by itself.
        distinguishable: Whether the question stands apart from other matters.
        told: What they are told before.
        entities: Who may rely on it, by name in the policy; a consent that names nobody is open.
        open_ended: Whether it reaches whoever belongs to a group, or whatever comes up later.
        withdrawal_easy: Whether it is withdrawn as easily as given.
        explicit: Whether the words agreed to state the consent itself.
        notice_version: The version of the notice they had before.
        notice_digest: The digest of the words they agree to.
        language: The language of those words.
        given_on: The day they agreed, where they did.
        age: Their age in years.
        online_service: Whether it is for an online service offered to them directly.
        parent_agreed: Whether whoever has parental responsibility agreed.

    >>> ConsentAsked(purposes=("talent_pool",), act=ConsentAct.SILENCE).affirmed
    False

    Law:
        GDPR Art. 4(11): what consent is.
        GDPR Art. 7: what must be shown, told and possible.
    """

    purposes: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()
    act: ConsentAct | None = None
    detriment: bool | None = None
    imbalance: bool | None = None
    conditional: bool | None = None
    separate: bool | None = None
    distinguishable: bool | None = None
    told: tuple[Telling, ...] | None = None
    entities: tuple[str, ...] = ()
    open_ended: bool | None = None
    withdrawal_easy: bool | None = None
    explicit: bool | None = None
    notice_version: str = ""
    notice_digest: str = ""
    language: str = ""
    given_on: date | None = None
    age: int | None = None
    online_service: bool | None = None
    parent_agreed: bool | None = None

    @classmethod
    def recorded(cls, event: ConsentGiven) -> ConsentAsked:
        """
        Take what an event recorded; what it does not say stays unknown, and is judged so.

        >>> from datetime import UTC
        >>> at = datetime(2026, 3, 2, 9, tzinfo=UTC)
        >>> event = ConsentGiven(id="e1", person="p1", happened=at, recorded_at=at,
        ...                      purposes=("talent_pool",), how="opted_in")
        >>> ConsentAsked.recorded(event).affirmed, ConsentAsked.recorded(event).demonstrable
        (True, None)
        """
        return cls(
            purposes=event.purposes,
            categories=event.categories,
            act=ConsentAct.TICKED if event.how == CHOSEN else None,
            entities=event.controllers,
            notice_version=event.notice_version,
            notice_digest=event.notice_digest,
            language=event.language,
            given_on=day_of(event.happened),
        )

    @property
    def affirmed(self) -> bool | None:
        """
        Whether what the person does is a clear act of theirs.
        """
        return None if self.act is None else self.act in CLEAR

    @property
    def specific(self) -> bool | None:
        """
        Whether it names what for and for whom, and does not reach whatever comes.
        """
        named = True if self.purposes and self.entities else None
        return all_of(named, negated(self.open_ended))

    @property
    def granular(self) -> bool | None:
        """
        Whether purposes can be agreed to one by one; a single one always can.
        """
        return True if len(self.purposes) == 1 else self.separate

    @property
    def informed(self) -> bool | None:
        """
        Whether the person is told what they must know.
        """
        return None if self.told is None else ALWAYS_TOLD.issubset(self.told)

    @property
    def demonstrable(self) -> bool | None:
        """
        Whether the record ties it to a version, its words and their language.
        """
        return True if self.notice_version and self.notice_digest and self.language else None

    @property
    def in_words(self) -> bool | None:
        """
        Whether it is explicit: stated in words, by signing, saying, writing, or a box that does.
        """
        if self.affirmed is False:
            return False
        return True if self.act in IN_WORDS else self.explicit


NOTHING: Final = ConsentAsked()


def consent_premises(
    frame: Frame, asked: ConsentAsked, *, explicit: bool = False, purpose: str = ""
) -> Iterator[Premise]:
    """
    List what an agreement needs to be consent, and to be about a purpose where one is asked for.
    """
    if purpose and not any(frame.is_purpose(purpose, each) for each in asked.purposes):
        law = frame.cite("GDPR Art. 6(1)(a)")
        yield Premise(fact="consent.purposes", holds=False, what=TO_THIS, cites=law)
    rows: tuple[tuple[str, bool | None, Message, tuple[str, ...]], ...] = (
        ("detriment", negated(asked.detriment), FREE, ("GDPR Art. 4(11)", "GDPR Recital 42")),
        ("conditional", negated(asked.conditional), UNTIED, ("GDPR Art. 7(4)",)),
        ("separate", asked.granular, APART, ("GDPR Recital 43",)),
        ("specific", asked.specific, NARROW, ("GDPR Art. 4(11)", "GDPR Art. 6(1)(a)")),
        ("told", asked.informed, TOLD, ("GDPR Art. 4(11)", "GDPR Art. 7(3)")),
        ("act", asked.affirmed, AFFIRMED, ("GDPR Art. 4(11)", "GDPR Recital 32", "C-673/17")),
        ("distinguishable", asked.distinguishable, VISIBLE, ("GDPR Art. 7(2)",)),
        ("withdrawal_easy", asked.withdrawal_easy, EASY, ("GDPR Art. 7(3)",)),
        ("recorded", asked.demonstrable, SHOWN, ("GDPR Art. 7(1)",)),
    )
    for fact, holds, what, cites in rows:
        yield Premise(fact=f"consent.{fact}", holds=holds, what=what, cites=frame.cite(*cites))
    if explicit:
        cites = ("GDPR Art. 9(2)(a)",)
        fact, holds = "consent.explicit", asked.in_words
        yield Premise(fact=fact, holds=holds, what=IN_SO_MANY, cites=frame.cite(*cites))
    if asked.given_on is not None and asked.given_on > frame.on:
        law = frame.cite("GDPR Art. 6(1)(a)")
        yield Premise(fact="consent.given_on", holds=False, what=BY_THEN, cites=law)
    yield from _age(frame, asked)


def _age(frame: Frame, asked: ConsentAsked) -> Iterator[Premise]:
    # Art. 8 is about online services alone; elsewhere capacity is a matter of national law.
    if not asked.online_service or asked.parent_agreed:
        return
    if asked.age is None:
        cites = frame.cite("GDPR Art. 8(1)")
        yield Premise(fact="consent.age", holds=None, what=OF_AGE, cites=cites)
        return
    rules = [known.rule for known in frame.asked(ONLINE_TOPIC) if not known.hangs_on]
    for rule in rules:
        holds = asked.age >= int(str(rule.value))
        yield Premise(fact="consent.age", holds=holds, what=OF_AGE, cites=rule.cites, rule=rule.id)
    if not rules:
        yield Premise(fact="situation.residence", holds=None, what=OF_AGE, unsourced=True)


def consent_remarks(frame: Frame, asked: ConsentAsked) -> Iterator[Step]:
    """
    Yield what a careful reader asks about an agreement besides.
    """
    if asked.imbalance is not False and asked.detriment is not True:
        cites = frame.cite("GDPR Recital 43", "GDPR Recital 155", "EDPB 05/2020 para. 21")
        yield Step(says=phrase(UNEQUAL), cites=cites, weight=Weight.GUIDANCE)
    if asked.given_on is not None and asked.given_on < FIRST_DAY:
        yield Step(says=phrase(OLD), cites=frame.cite("GDPR Recital 171"))
    yield Step(says=phrase(ASKED_AGAIN), cites=frame.cite("GDPR Art. 5(1)(e)"))


def consent_stands(
    asked: ConsentAsked,
    situation: Situation,
    law: Law,
    *,
    on: date,
    explicit: bool = False,
    vocabulary: Vocabulary = BUILT_IN,
) -> Answer:
    """
    Judge whether an agreement is consent, or would be if it were asked for like this.

    Args:
        asked: How it is or was asked.
        situation: The ties; the age for online services is that of the person's residence.
        law: The packs.
        on: The day asked about.
        explicit: Whether it must be explicit, as for special categories.
        vocabulary: The words.

    Raises:
        FaultsError: If the situation names no place.

    >>> from recruitprivacy.law import load
    >>> bundled = ConsentAsked(purposes=("talent_pool",), act=ConsentAct.APPLIED, conditional=True)
    >>> answer = consent_stands(bundled, Situation(establishment="NL"), load("NL"),
    ...                         on=date(2026, 3, 2))
    >>> answer.standing, [str(cite) for cite in answer.cites][:1]
    (<Verdict.EXCLUDED: 'excluded'>, ['GDPR Art. 7(4)'])

    Law:
        GDPR Art. 4(11): free, specific, informed, unambiguous, by a clear act.
        GDPR Art. 7(4): nothing is to depend on agreeing to what it does not need.
        GDPR Art. 8(1): children and online services.
        GDPR Art. 9(2)(a): explicit, where the data are of a special category.
    """
    frame = Frame(law=law, situation=situation, on=on, vocabulary=vocabulary)
    return Answer(
        what=LawfulBasis.CONSENT.label,
        premises=(frame.in_force, *consent_premises(frame, asked, explicit=explicit)),
        remarks=tuple(consent_remarks(frame, asked)),
        **frame.parts,
    )


def record_consent(
    asked: ConsentAsked,
    *,
    event: str,
    person: str,
    at: datetime,
    explicit: bool = False,
) -> ConsentGiven:
    """
    Make the event by which we record a consent; what is none cannot be recorded as one.

    What somebody else recorded, however defective, is the same event made by hand, and is judged
    by :func:`consent_stands`.

    Args:
        asked: How it was asked.
        event: The id of the event.
        person: The person's opaque id.
        at: When they agreed, with a time zone.
        explicit: Whether it must be explicit.

    Raises:
        ConsentNotRecordableError: If the person did nothing clear, purposes were bundled or made
            a condition, nobody is named who relies on it, or the record could not show what was
            agreed to.

    >>> from datetime import UTC
    >>> asked = ConsentAsked(purposes=("talent_pool",), act=ConsentAct.PRE_TICKED)
    >>> record_consent(asked, event="e1", person="p1", at=datetime(2026, 3, 2, 9, tzinfo=UTC))
    Traceback (most recent call last):
    recruitprivacy.errors.ConsentNotRecordableError: this cannot be recorded as consent; \
unambiguous, specific, demonstrable are missing

    Law:
        GDPR Art. 7(1): the controller must be able to show it.
    """
    shown = {
        ConsentElement.UNAMBIGUOUS: asked.affirmed is True,
        ConsentElement.SPECIFIC: bool(asked.purposes and asked.entities) and not asked.open_ended,
        ConsentElement.GRANULAR: asked.granular is True,
        ConsentElement.NOT_CONDITIONAL: asked.conditional is not True,
        ConsentElement.INFORMED: asked.informed is not False,
        ConsentElement.DEMONSTRABLE: asked.demonstrable is True,
        ConsentElement.EXPLICIT: not explicit or asked.in_words is True,
    }
    missing = tuple(element.value for element, there in shown.items() if not there)
    if missing:
        raise ConsentNotRecordableError(missing)
    return ConsentGiven(
        id=event,
        person=person,
        happened=at,
        recorded_at=at,
        purposes=asked.purposes,
        permission=Permission.EXPLICIT_CONSENT if explicit else Permission.CONSENT,
        categories=asked.categories,
        notice_version=asked.notice_version,
        notice_digest=asked.notice_digest,
        language=asked.language,
        controllers=asked.entities,
    )
