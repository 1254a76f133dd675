"""
What is to be done with a request, for one category of one record.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from enum import StrEnum
from types import MappingProxyType
from typing import ClassVar, Final, TypeAlias

import attrs

from recruitprivacy.canonical import Plain, digest, dumps
from recruitprivacy.citations import Act, Citation
from recruitprivacy.findings import Step
from recruitprivacy.frozen import FrozenMap
from recruitprivacy.law import replay_lines
from recruitprivacy.messages import Message, Phrase, Words, phrase
from recruitprivacy.retention import Bound, Disposal, On, Unknown
from recruitprivacy.rights._pleas import Against
from recruitprivacy.timeline import AnswerPart
from recruitprivacy.vocabulary import ErasureGround, RefusalGround, RestrictionGround, Right

__all__ = ["PARTLY", "First", "For", "Judgement", "Verdict"]

For: TypeAlias = ErasureGround | RestrictionGround
Named: TypeAlias = Message | Words | str


class Verdict(StrEnum):
    """
    What is to be done with what was asked.
    """

    COMPLY = "comply"
    """It must be met."""
    KEEP = "keep"
    """It must be met but for this, which a statute, a hold or an exception keeps."""
    MAY_REFUSE = "may_refuse"
    """It may be that it need not be met: a human decides, and says why."""
    OUT_OF_SCOPE = "out_of_scope"
    """
    This declaration does not govern these data, or this law not this person; or what was asked is
    met as another right.
    """


PARTLY: Final = frozenset({Verdict.KEEP, Verdict.MAY_REFUSE})
"""What is not done, or not all of it."""


class First(StrEnum):
    """
    What must happen before a request is met.
    """

    IDENTITY = "identity"
    """The person shows who they are."""
    MANDATE = "mandate"
    """Who asks in the person's name shows that they may."""
    ANNOUNCE = "announce"
    """The person is told that a freeze or restriction of theirs ends with it."""
    ACCESS = "access"
    """They are given the copy they also asked for."""

    @property
    def what(self) -> Message:
        """
        What it is, as a sentence.
        """
        return _FIRST[self]


_FIRST: Final[Mapping[First, Message]] = MappingProxyType(
    {
        First.IDENTITY: Message("rights.first.identity", "First the person shows who they are."),
        First.MANDATE: Message(
            "rights.first.mandate",
            "First it is clear that whoever asks may ask in the person’s name.",
        ),
        First.ANNOUNCE: Message(
            "rights.first.announce",
            "First the person is told that the restriction or stop they asked for ends with this.",
        ),
        First.ACCESS: Message(
            "rights.first.access", "First the person is given the copy they asked for."
        ),
    }
)
SAYS: Final[Mapping[Verdict, Message]] = MappingProxyType(
    {
        Verdict.COMPLY: Message(
            "rights.verdict.comply", "{right:capital}, {category}: this must be met."
        ),
        Verdict.KEEP: Message(
            "rights.verdict.keep",
            "{right:capital}, {category}: this part must be kept, for that reason alone.",
        ),
        Verdict.MAY_REFUSE: Message(
            "rights.verdict.may_refuse",
            "{right:capital}, {category}: it may be that this need not be met; a person must "
            "decide.",
        ),
        Verdict.OUT_OF_SCOPE: Message(
            "rights.verdict.out_of_scope", "{right:capital}, {category}: this is decided elsewhere."
        ),
    }
)
STILL_NEEDED: Final = Message(
    "rights.verdict.still_needed",
    "{right:capital}, {category}: this part must be kept, and something else still needs it.",
)
DECIDED: Final = Message(
    "rights.verdict.decided",
    "{right:capital}, {category}: this is not met, as a person decided and noted.",
)
UNREAD: Final = Message(
    "rights.verdict.unread",
    "{category:capital}: it is not known what is asked for. A person must read the request, "
    "and nothing is refused until then.",
)
KEPT_UNTIL: Final = Message("rights.keeps.until", "It may be erased from {day}.")
WHO: Final = Message("rights.verdict.who", "Who answers for it: {controller}; record: {record}.")
STOPS: Final = Message("rights.verdict.stops", "Purposes that stop with it: {purposes}.")
SUSPENDS: Final = Message(
    "rights.verdict.suspends", "Purposes that stand still until a person has decided: {purposes}."
)
INSTEAD: Final = Message("rights.verdict.instead", "Rights to look at instead: {rights}.")
TOLD: Final = Message(
    "rights.verdict.told",
    "The person is told why, which authority takes complaints, and that there is a court.",
)
KEPT_WHILE: Final = Message(
    "rights.keeps.while", "It may be erased as soon as nothing of this keeps it any longer."
)


@attrs.frozen(kw_only=True)
class Judgement:
    """
    What is to be done with one right, for one category of one record of one controller.

    Attributes:
        request: The request's id.
        right: The right, or None where nobody could tell what is asked.
        controller: Who decides, by name in the policy.
        record: The record's id.
        category: The category.
        on: The day asked about.
        verdict: What is to be done.
        grounds: The grounds on which it must be met.
        against: The grounds on which it need not be, or must not.
        keeps_until: Where a part is kept: the first day on which it may be erased.
        stops: The purposes that stop with it, or stand still until a human has decided.
        first: What must happen before.
        decides: The facts a human has to find out or decide on.
        decided_by: The humans who decided that something stands against it, as opaque ids.
        instead: The rights to look at where this one does not exist.
        steps: The way to the answer, what was set aside among it.
        disposal: What the schedule says of the same data.
        law: The digest of the law.
        law_version: The day each pack was last gone through.
    """

    request: str
    right: Right | None
    controller: str
    record: str
    category: str
    on: date
    verdict: Verdict
    grounds: tuple[For, ...] = ()
    against: tuple[Against, ...] = ()
    keeps_until: Bound | None = None
    stops: tuple[str, ...] = ()
    first: tuple[First, ...] = ()
    decides: tuple[str, ...] = ()
    decided_by: tuple[str, ...] = ()
    instead: tuple[Right, ...] = ()
    steps: tuple[Step, ...] = ()
    disposal: Disposal
    law: str = ""
    law_version: str = ""
    _label: Named = attrs.field(default="", eq=False, repr=False)
    _who: str = attrs.field(default="", eq=False, repr=False)
    _stopping: tuple[Named, ...] = attrs.field(default=(), eq=False, repr=False)
    _reasons: tuple[Citation, ...] = attrs.field(default=(), eq=False, repr=False)
    _acts: FrozenMap[str, Act] = attrs.field(default=FrozenMap(), eq=False, repr=False)

    worked_out: ClassVar[tuple[str, ...]] = ("told", "cites", "fingerprint")
    """What is worked out when asked for, and written beside the fields."""

    @property
    def told(self) -> tuple[AnswerPart, ...]:
        """
        What the person must be told of it, where not all is done.

        Law:
            GDPR Art. 12(4): reasons, complaint and court.
        """
        return tuple(AnswerPart) if self.verdict in PARTLY else ()

    @property
    def cites(self) -> tuple[Citation, ...]:
        """
        The provisions behind it.
        """
        return tuple(dict.fromkeys(cite for step in self.steps for cite in step.cites))

    @property
    def fingerprint(self) -> str:
        """
        A hash of the answer and of all it rests on, by which it can be replayed.
        """
        grounds: list[Plain] = [str(each) for each in (*self.grounds, *self.against)]
        steps: list[Plain] = [[each.fact, each.says.message.code, each.rule] for each in self.steps]
        rests_on: list[Plain] = [self.request, self.disposal.fingerprint, self.law, str(self.on)]
        verdict: list[Plain] = [str(self.right), str(self.verdict), *self.decided_by]
        return digest(dumps([verdict, grounds, steps, rests_on]))

    def explain(self, language: str) -> str:
        """
        Say what is to be done and why, one sentence a line.

        At the end stand the day and the law by which it can be replayed. What the schedule says of
        the same data, :attr:`disposal` explains.

        Raises:
            UnknownLanguageError: If no catalog speaks the language.
            MissingTranslationError: If the catalog lacks a sentence.
        """
        from recruitprivacy.i18n import explained  # noqa: PLC0415 - only who explains pays

        told = (*self._lines(), *replay_lines(self, language))
        return explained(told, language, acts=self._acts)

    def _lines(self) -> Iterator[tuple[Phrase, tuple[Citation, ...]]]:
        yield self._headline(), ()
        who = self._who or self.controller
        yield phrase(WHO, controller=who, record=self.record), ()
        yield from ((step.says, step.cites) for step in self.steps)
        yield from ((says, ()) for says in self._what_follows())
        if self.told:
            yield phrase(TOLD), self._reasons

    def _what_follows(self) -> Iterator[Phrase]:
        if isinstance(self.keeps_until, On):
            yield phrase(KEPT_UNTIL, day=self.keeps_until.day)
        if isinstance(self.keeps_until, Unknown):
            yield phrase(KEPT_WHILE)
        # Where processing is what was asked to end, the steps say which purposes do.
        if self._stopping and self.right is Right.ERASURE:
            says = SUSPENDS if self.verdict is Verdict.MAY_REFUSE else STOPS
            yield phrase(says, purposes=self._stopping)
        if self.instead and self.verdict is not Verdict.OUT_OF_SCOPE:
            yield phrase(INSTEAD, rights=tuple(each.label for each in self.instead))
        yield from (phrase(each.what) for each in self.first)

    def _headline(self) -> Phrase:
        label = self._label or self.category
        if self.right is None:
            return phrase(UNREAD, category=label)
        return phrase(self._says(), right=self.right.label, category=label)

    def _says(self) -> Message:
        if self.verdict is Verdict.KEEP and RefusalGround.RIGHT_DOES_NOT_APPLY in self.against:
            return STILL_NEEDED
        if self.verdict is Verdict.MAY_REFUSE and self.decided_by:
            return DECIDED
        return SAYS[self.verdict]
