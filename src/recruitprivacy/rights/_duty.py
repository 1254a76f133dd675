"""
One thing that is owed because of a request: to whom, what, and by when.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from enum import StrEnum
from types import MappingProxyType
from typing import Final

import attrs

from recruitprivacy.citations import Act, Citation
from recruitprivacy.findings import Step
from recruitprivacy.frozen import FrozenMap
from recruitprivacy.messages import Message, Phrase, phrase
from recruitprivacy.policy import Waiver
from recruitprivacy.rights._verdict import First
from recruitprivacy.vocabulary import Right

__all__ = ["Addressee", "Duty", "DutyKind"]


class Addressee(StrEnum):
    """
    To whom something is owed, or who has to do it.
    """

    PERSON = "person"
    RECIPIENT = "recipient"
    PRINCIPAL = "principal"
    """The controller for whom we act."""
    JOINT_CONTROLLER = "joint_controller"
    OTHER_CONTROLLERS = "other_controllers"
    """Whoever processes what was made public."""
    OURSELVES = "ourselves"


class DutyKind(StrEnum):
    """
    What is owed, in the order in which it is done where several things are.

    Messages stop first; then nothing more is done with the data; what goes to the person goes
    before anything is erased; then others are told, and what must remain is kept.

    >>> list(DutyKind).index(DutyKind.GIVE_ACCESS) < list(DutyKind).index(DutyKind.ERASE)
    True
    """

    ACKNOWLEDGE = "acknowledge"
    READ_REQUEST = "read_request"
    CHECK_MANDATE = "check_mandate"
    LOOK_AT_NATIONAL_LAW = "look_at_national_law"
    STOP_MARKETING = "stop_marketing"
    STOP_USE = "stop_use"
    SUSPEND_USE = "suspend_use"
    RESTRICT = "restrict"
    SET_APART = "set_apart"
    FORWARD = "forward"
    ASSIST = "assist"
    TELL_JOINT_CONTROLLER = "tell_joint_controller"
    GIVE_ACCESS = "give_access"
    GIVE_PORTABLE_COPY = "give_portable_copy"
    RECTIFY = "rectify"
    LOOK_AGAIN = "look_again"
    GIVE_DOCUMENT = "give_document"
    ANNOUNCE_CONSEQUENCE = "announce_consequence"
    DECIDE = "decide"
    ANNOUNCE_LIFT = "announce_lift"
    ERASE = "erase"
    TELL_RECIPIENT = "tell_recipient"
    TELL_CONTROLLERS = "tell_controllers"
    NAME_RECIPIENTS = "name_recipients"
    SAY_NOTHING_IS_HELD = "say_nothing_is_held"
    SAY_WHY = "say_why"
    TELL_PROGRESS = "tell_progress"
    ANSWER = "answer"
    SUPPRESS = "suppress"
    KEEP_PROOF = "keep_proof"

    @property
    def what(self) -> Message:
        """
        What it is, as a sentence.
        """
        return WHAT[self]


WHAT: Final[Mapping[DutyKind, Message]] = MappingProxyType(
    {
        DutyKind.ACKNOWLEDGE: Message(
            "rights.duty.acknowledge", "The person is told that the request has come, as promised."
        ),
        DutyKind.GIVE_DOCUMENT: Message(
            "rights.duty.give_document", "The person is given what they asked for: {request}."
        ),
        DutyKind.TELL_PROGRESS: Message(
            "rights.duty.tell_progress", "The person is told how far it is, as promised."
        ),
        DutyKind.READ_REQUEST: Message(
            "rights.duty.read_request",
            "A person reads the request and notes which rights it opens.",
        ),
        DutyKind.CHECK_MANDATE: Message(
            "rights.duty.check_mandate",
            "A person finds out, asking no more than needed, whether who asks in another’s name "
            "may.",
        ),
        DutyKind.LOOK_AT_NATIONAL_LAW: Message(
            "rights.duty.look_at_national_law",
            "The person has died; a person looks up what the law of the place says.",
        ),
        DutyKind.STOP_MARKETING: Message(
            "rights.duty.stop_marketing", "Messages that advertise stop at once, in every channel."
        ),
        DutyKind.STOP_USE: Message(
            "rights.duty.stop_use", "What rested on the consent that was taken back stops at once."
        ),
        DutyKind.SUSPEND_USE: Message(
            "rights.duty.suspend_use",
            "What was objected to stands still at once, until a person has weighed it.",
        ),
        DutyKind.RESTRICT: Message(
            "rights.duty.restrict", "The data are marked, and nothing but storing them is done."
        ),
        DutyKind.SET_APART: Message(
            "rights.duty.set_apart",
            "What is not erased is used for nothing but what it stays for.",
        ),
        DutyKind.FORWARD: Message(
            "rights.duty.forward",
            "The request is passed on to the controller without delay, and not decided on here.",
        ),
        DutyKind.ASSIST: Message(
            "rights.duty.assist",
            "What the controller instructs is done, and the data returned or deleted as agreed.",
        ),
        DutyKind.TELL_JOINT_CONTROLLER: Message(
            "rights.duty.tell_joint_controller",
            "The other joint controller is told; the person may turn to either, "
            "whatever the two have agreed.",
        ),
        DutyKind.GIVE_ACCESS: Message(
            "rights.duty.give_access", "The person is given a copy, and told what goes with it."
        ),
        DutyKind.GIVE_PORTABLE_COPY: Message(
            "rights.duty.give_portable_copy",
            "The person is given what they provided, in a form that machines read.",
        ),
        DutyKind.RECTIFY: Message("rights.duty.rectify", "What is wrong is put right."),
        DutyKind.LOOK_AGAIN: Message(
            "rights.duty.look_again",
            "A human who may decide otherwise looks again and hears the person.",
        ),
        DutyKind.ANNOUNCE_CONSEQUENCE: Message(
            "rights.duty.announce_consequence",
            "The person is told what follows from a no to the machine: {consequences}.",
        ),
        DutyKind.DECIDE: Message(
            "rights.duty.decide", "A person decides what may be refused, and writes down why."
        ),
        DutyKind.ANNOUNCE_LIFT: Message(
            "rights.duty.announce_lift",
            "The person is told before a restriction or freeze of theirs ends.",
        ),
        DutyKind.ERASE: Message(
            "rights.duty.erase",
            "What must go is erased without undue delay, with processors and in copies too.",
        ),
        DutyKind.TELL_RECIPIENT: Message(
            "rights.duty.tell_recipient", "Who has the data is told what was done with them."
        ),
        DutyKind.TELL_CONTROLLERS: Message(
            "rights.duty.tell_controllers",
            "Reasonable steps are taken to tell others who process what was made public.",
        ),
        DutyKind.NAME_RECIPIENTS: Message(
            "rights.duty.name_recipients", "The person is told which recipients have the data."
        ),
        DutyKind.SAY_NOTHING_IS_HELD: Message(
            "rights.duty.say_nothing_is_held",
            "The person is told that nothing about them is processed any more.",
        ),
        DutyKind.SAY_WHY: Message(
            "rights.duty.say_why",
            "The person is told why something is not done, which authority takes complaints, "
            "and that there is a court.",
        ),
        DutyKind.ANSWER: Message(
            "rights.duty.answer", "The person is told what was done, free of charge."
        ),
        DutyKind.SUPPRESS: Message(
            "rights.duty.suppress",
            "A keyed token of the address is kept, so that the person is left alone from now on. "
            "That erasing does not reach it has not been verified.",
        ),
        DutyKind.KEEP_PROOF: Message(
            "rights.duty.keep_proof",
            "Days, codes and the outcome are kept as proof, and nothing of the content.",
        ),
    }
)
BY: Final = Message("rights.duty.by", "By {day} at the latest: {what}")
DONE: Final = Message("rights.duty.done", "It was done on {day}.")
UNLESS: Final[Mapping[Waiver, Message]] = MappingProxyType(
    {
        Waiver.IMPOSSIBLE: Message(
            "rights.duty.unless.impossible",
            "Only where this is impossible, and that is on record, need it not be done.",
        ),
        Waiver.DISPROPORTIONATE_EFFORT: Message(
            "rights.duty.unless.disproportionate",
            "Only where this would take a disproportionate effort, and that is on record, "
            "need it not be done.",
        ),
    }
)


@attrs.frozen(kw_only=True)
class Duty:
    """
    One thing that is owed because of a request.

    Attributes:
        kind: What.
        to: To whom, or who does it.
        whom: Which of them: a recipient's id, a controller's name; else empty.
        right: For which right, or None where it is for all that was asked.
        records: Which records it is about; empty is all.
        categories: Which data it is about, of any of these records; None is all, or unknown.
        data: Which data of which record, where that was judged; nothing beyond it is meant.
        due_on: The last day, inclusive; None where the texts name no day.
        at_once: Whether it takes effect at once.
        first: What must happen before.
        unless: The reasons that free from it; each must be recorded, with its facts.
        electronic: Whether it goes by electronic means where possible.
        step: What it is, in words, with its provisions.
        done_on: The day it was done, or None.

    Law:
        GDPR Art. 12(3): what is asked by electronic means is answered by them where possible.
    """

    kind: DutyKind
    to: Addressee
    whom: str = ""
    right: Right | None = None
    records: tuple[str, ...] = ()
    categories: tuple[str, ...] | None = None
    data: FrozenMap[str, tuple[str, ...]] = FrozenMap()
    due_on: date | None = None
    at_once: bool = False
    first: tuple[First, ...] = ()
    unless: tuple[Waiver, ...] = ()
    electronic: bool = False
    step: Step
    done_on: date | None = None
    _acts: FrozenMap[str, Act] = attrs.field(default=FrozenMap(), eq=False, repr=False)

    @property
    def key(self) -> str:
        """
        A name for it that stays the same while the request lasts.
        """
        parts = (self.kind.value, self.right.value if self.right else "", self.whom)
        return "/".join(filter(None, parts))

    @property
    def cites(self) -> tuple[Citation, ...]:
        """
        The provisions it rests on.
        """
        return self.step.cites

    def explain(self, language: str) -> str:
        """
        Say what is owed and by when, what must happen before, what frees from it, when it was done.

        Raises:
            UnknownLanguageError: If no catalog speaks the language.
            MissingTranslationError: If the catalog lacks a sentence.
        """
        from recruitprivacy.i18n import explained  # noqa: PLC0415 - only who explains pays

        return explained(self._lines(), language, acts=self._acts)

    def _lines(self) -> Iterator[tuple[Phrase, tuple[Citation, ...]]]:
        yield self._says(), self.cites
        yield from ((phrase(each.what), ()) for each in self.first)
        yield from ((phrase(UNLESS[each]), self.cites) for each in self.unless)
        if self.done_on is not None:
            yield phrase(DONE, day=self.done_on), ()

    def _says(self) -> Phrase:
        if self.due_on is None or self.at_once:
            return self.step.says
        return phrase(BY, what=self.step.says, day=self.due_on)
