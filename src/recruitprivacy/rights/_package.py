"""
The copy a person is given of their data, and the one they may take elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Final

import attrs

from recruitprivacy.basis import Frame
from recruitprivacy.citations import Act, Citation
from recruitprivacy.errors import Fault, FaultsError, PackageNotReadyError
from recruitprivacy.findings import Reading, Step
from recruitprivacy.frozen import FrozenMap
from recruitprivacy.law import Law, Situation
from recruitprivacy.messages import Message, Phrase, Words, phrase
from recruitprivacy.policy import Policy
from recruitprivacy.retention import Disposal, Status
from recruitprivacy.retention import assess as disposals_of
from recruitprivacy.rights._carrying import weigh
from recruitprivacy.rights._circumstances import Circumstances, Provenance
from recruitprivacy.rights._course import instructed
from recruitprivacy.rights._framed import framed, refuse_others_facts
from recruitprivacy.rights._held import HeldItem, HeldValue, MarkKind
from recruitprivacy.rights._particulars import Particulars, particulars
from recruitprivacy.rights._redaction import INSTEAD, Fate, Redaction, manifest, redacted
from recruitprivacy.rights._request import RightsRequest, unauthorised
from recruitprivacy.rights._seen import Seen, provenance_of
from recruitprivacy.timeline import Facts, Instruction, RequestStatus
from recruitprivacy.vocabulary import BUILT_IN, Kind, LawfulBasis, Right, Vocabulary

__all__ = [
    "AccessPackage",
    "CopiedItem",
    "LeftOut",
    "PortablePackage",
    "access_package",
    "portable_package",
]

COPIED: Final = Message("rights.package.copied", "These are given: {categories}.")
NOT_SUPPLIED: Final = Message(
    "rights.package.not_supplied",
    "Nothing was put in of what is held of these; look again before the copy goes: {categories}.",
)
NOTHING_HELD: Final = Message(
    "rights.package.nothing_held",
    "Nothing about the person is held, but what shows this request.",
)
NOT_OURS: Final = Message(
    "rights.package.not_ours",
    "Some of what was handed over is another controller’s: that one gives it, and is told of the "
    "request.",
)
LEFT_OUT: Final = Message(
    "rights.package.left_out", "{category:capital}: this is no part of what may be taken elsewhere."
)
NOT_PROVIDED: Final = Message(
    "rights.package.not_provided",
    "The person did not provide it, or it is on paper only; the other copy has it.",
)
PRECONTRACT: Final = Message(
    "rights.reading.precontract",
    "Some hold that steps before a contract are no contract, so that what rests on them alone "
    "need not be given to be taken elsewhere. It is given here, which is safe.",
)
NOT_READY: Final[Mapping[RequestStatus, tuple[str, str]]] = {
    RequestStatus.FORWARDED: ("forwarded", "the controller we act for decides; wait for its word"),
    RequestStatus.WITHDRAWN: ("closed", "take the request up again first"),
    RequestStatus.REFUSED: ("closed", "take the request up again first"),
    RequestStatus.CLOSED_UNPROVED: ("unproved", "wait for proof of who asks"),
}
MANDATE_FIRST: Final = (
    "wait until whoever asks shows that they may, or the person says so from a known address"
)
HANDING_OVER: Final = (Instruction.ANSWER, Instruction.ASSIST, Instruction.RETURN)
"""What a controller tells us to do for which we hand data over: to the person, or to it."""
ABOUT_OTHERS: Final = frozenset({MarkKind.IDENTITY, MarkKind.ABOUT_THEM})
BY_CONTRACT: Final = frozenset({LawfulBasis.CONSENT, LawfulBasis.CONTRACT})


@attrs.frozen(kw_only=True)
class CopiedItem:
    """
    One thing as it is given to the person.

    Attributes:
        id: The host's own id of it.
        record: The record it belongs to.
        category: What kind of data it is.
        name: What the host's system calls it.
        value: What is given, without what was taken out for others.
        held_on: The day it was noted, or None.
        source: Where it came from, or None.
        provenance: How it came to be held, or None.
    """

    id: str
    record: str
    category: str
    name: str = ""
    value: HeldValue = attrs.field(repr=False)
    held_on: date | None = None
    source: str | None = None
    provenance: Provenance | None = None


@attrs.frozen(kw_only=True)
class LeftOut:
    """
    One thing that is not given to be taken elsewhere; the other copy has it.

    Attributes:
        item: The id of it.
        category: What kind of data it is.
        steps: Why.
    """

    item: str
    category: str
    steps: tuple[Step, ...] = ()


@attrs.frozen(kw_only=True)
class _Package:
    """
    A copy.

    Attributes:
        request: The request's id.
        person: The opaque id of the person.
        drawn_on: The day it was put together.
        items: What is given.
        redactions: What speaks of others, and what became of it.
        decides: The ids of the items of which a human has to weigh a part, or a fact, such as what
            kind of data it is.
        not_ours: The ids of what was handed over and is not given here, as we hold it for another
            controller, who answers.
    """

    request: str
    person: str = attrs.field(repr=False)
    drawn_on: date
    items: tuple[CopiedItem, ...] = ()
    redactions: tuple[Redaction, ...] = ()
    decides: tuple[str, ...] = ()
    not_ours: tuple[str, ...] = ()
    _remarks: tuple[Step, ...] = attrs.field(default=(), eq=False, repr=False)
    _acts: FrozenMap[str, Act] = attrs.field(default=FrozenMap(), eq=False, repr=False)
    _labels: FrozenMap[str, Message | Words] = attrs.field(
        default=FrozenMap(), eq=False, repr=False
    )

    @property
    def holds_back(self) -> bool:
        """
        Whether something about the person is not given, so that the answer is one in part.

        Who others are and what is about them is nothing about the person.

        Law:
            GDPR Art. 12(4): reasons for what is not done.
        """
        about_the_person = (each for each in self.redactions if each.kind not in ABOUT_OTHERS)
        return any(each.fate is not Fate.KEPT for each in about_the_person)

    def explain(self, language: str) -> str:
        """
        Say what is given and what is not, one thing a line; never what the data are.

        Raises:
            UnknownLanguageError: If no catalog speaks the language.
            MissingTranslationError: If the catalog lacks a sentence.
        """
        from recruitprivacy.i18n import explained  # noqa: PLC0415 - only who explains pays

        return explained(self._lines(), language, acts=self._acts)

    def _lines(self) -> Iterator[tuple[Phrase, tuple[Citation, ...]]]:
        if self.items:
            labels = self._named(each.category for each in self.items)
            yield phrase(COPIED, categories=labels), ()
        told = dict.fromkeys((each.because, each.cites) for each in self.redactions)
        yield from ((phrase(because), cites) for because, cites in told)
        yield from ((each.says, each.cites) for each in self._remarks)

    def _named(self, categories: Iterable[str]) -> tuple[Message | Words | str, ...]:
        return tuple(self._labels.get(each, each) for each in dict.fromkeys(categories))


@attrs.frozen(kw_only=True)
class AccessPackage(_Package):
    """
    The copy a person is given, and what is told with it.

    Attributes:
        particulars: What is told with it.
        not_supplied: What is held by the facts, record and category, and is not in the copy: the
            host handed nothing over.

    Law:
        GDPR Art. 15(1): what is told.
        GDPR Art. 15(3): the copy, free of charge.
    """

    particulars: Particulars
    not_supplied: tuple[tuple[str, str], ...] = ()

    def _lines(self) -> Iterator[tuple[Phrase, tuple[Citation, ...]]]:
        yield from _Package._lines(self)  # noqa: SLF001 - super() fails in a class with slots
        if self.not_supplied:
            labels = self._named(category for _, category in self.not_supplied)
            yield phrase(NOT_SUPPLIED, categories=labels), ()


@attrs.frozen(kw_only=True)
class PortablePackage(_Package):
    """
    What a person provided, to be taken elsewhere; it erases nothing.

    Attributes:
        to: The controller it goes straight to, by opaque id; empty where the person gets it.
        left_out: What is no part of it, and why.
        readings: What else careful lawyers say of it.
        disputed: The ids of the items that reading is about.

    Law:
        GDPR Art. 20(1): what the person provided, by automated means, on consent or a contract.
        GDPR Art. 20(2): straight to another controller, where that is technically feasible.
        GDPR Art. 20(3): erasing is a right of its own.
        GDPR Art. 20(4): not to the harm of others.
    """

    to: str = ""
    left_out: tuple[LeftOut, ...] = ()
    readings: tuple[Reading, ...] = ()
    disputed: tuple[str, ...] = ()

    def _lines(self) -> Iterator[tuple[Phrase, tuple[Citation, ...]]]:
        yield from _Package._lines(self)  # noqa: SLF001 - super() fails in a class with slots
        for each in self.left_out:
            (label,) = self._named((each.category,))
            yield phrase(LEFT_OUT, category=label), ()
            yield from ((step.says, step.cites) for step in each.steps)
        yield from ((each.says, each.cites) for each in self.readings)


def access_package(  # noqa: PLR0913 - the request, what stands behind it, and the data
    request: RightsRequest,
    policy: Policy,
    facts: Facts,
    law: Law,
    items: Iterable[HeldItem],
    *,
    on: date,
    situation: Situation | None = None,
    vocabulary: Vocabulary = BUILT_IN,
    instead: str = INSTEAD,
) -> AccessPackage:
    """
    Put together the copy a person is given, with what is told beside it.

    Everything handed over goes in: notes, scores and messages about the person too. What tells who
    others are is taken out of it; what they think of the person stays.

    Args:
        request: The request.
        policy: The declaration; that of the controller we act for, where it told us to answer or
            assist.
        facts: The facts of the person, as of the same day.
        law: The packs.
        items: What the host holds.
        on: The day.
        situation: As for :func:`assess`.
        vocabulary: The words.
        instead: What stands where something was taken out.

    Raises:
        PackageNotReadyError: If no copy was asked for, who asks is in doubt or acts for another and
            did not show it, or it is not ours to
            give.
        FaultsError: If something handed over belongs to no record of this person, or has the id of
            another thing; or if the facts are of somebody else.

    >>> from datetime import UTC, datetime
    >>> from recruitprivacy.law import load
    >>> from recruitprivacy.rights import open_request
    >>> from recruitprivacy.testing.examples import anna_applies, own_hiring
    >>> from recruitprivacy.timeline import fold
    >>> today, book = date(2026, 4, 8), load("NL")
    >>> asked = open_request(Right.ACCESS, request="r-1", person="anna",
    ...                      received_at=datetime(2026, 4, 8, 9, tzinfo=UTC),
    ...                      situation=Situation(establishment="NL"))
    >>> known = fold(anna_applies(), own_hiring(), on=today, law=book)
    >>> cv = HeldItem(id="cv-1", record="anna-record", category="cv", value="…")
    >>> copy = access_package(asked, own_hiring(), known, book, [cv], on=today)
    >>> [each.id for each in copy.items], copy.not_supplied[0]
    (['cv-1'], ('anna-record', 'name'))

    Law:
        GDPR Art. 15(1): what is told.
        GDPR Art. 15(3): the copy.
        GDPR Art. 15(4): not to the harm of others.
        C-487/21: a faithful copy of all of it.
    """
    handed = _checked(request, facts, items, Right.ACCESS)
    frame = framed(request, law, on=on, situation=situation, vocabulary=vocabulary)
    judged = disposals_of(policy, facts, law, on=on, situation=situation, vocabulary=vocabulary)
    disposals, held, not_ours = _ours(judged, handed)
    lines = manifest(held, frame)
    there = {(each.record, each.category) for each in held}
    wanting = tuple(
        (each.record, each.category) for each in disposals if not _supplied(each, there, frame)
    )
    return AccessPackage(
        request=request.id,
        person=request.person,
        drawn_on=on,
        items=tuple(_copied(each, instead) for each in held),
        redactions=lines,
        decides=_once((*_waiting(lines), *_of_no_kind(held, vocabulary))),
        not_ours=not_ours,
        particulars=particulars(policy, facts, disposals, held, on=on, vocabulary=vocabulary),
        not_supplied=wanting,
        remarks=tuple(_remarks(frame, nothing=not (handed or wanting), not_ours=not_ours)),
        acts=FrozenMap(law.acts),
        labels=_labels(vocabulary, held, disposals),
    )


def portable_package(  # noqa: PLR0913 - the request, what stands behind it, and the data
    request: RightsRequest,
    policy: Policy,
    facts: Facts,
    law: Law,
    items: Iterable[HeldItem],
    *,
    on: date,
    to: str = "",
    situation: Situation | None = None,
    vocabulary: Vocabulary = BUILT_IN,
    instead: str = INSTEAD,
) -> PortablePackage:
    """
    Put together what a person may take elsewhere.

    It is what they provided or left behind, held by automated means, on consent or a contract.
    Where nobody knows that of something, it is given, and a human is told.

    Args:
        request: The request.
        policy: The declaration; that of the controller we act for, where it told us to answer or
            assist.
        facts: The facts of the person, as of the same day.
        law: The packs.
        items: What the host holds.
        on: The day.
        to: The controller it goes straight to, by opaque id; empty where the person gets it.
        situation: As for :func:`assess`.
        vocabulary: The words.
        instead: What stands where something was taken out.

    Raises:
        PackageNotReadyError: If it was not asked for, who asks is in doubt or acts for another and
            did not show it, or it is not ours to
            give.
        FaultsError: If something handed over belongs to no record of this person, or has the id of
            another thing; or if the facts are of somebody else.

    >>> from datetime import UTC, datetime
    >>> from recruitprivacy.law import load
    >>> from recruitprivacy.rights import open_request
    >>> from recruitprivacy.testing.examples import anna_applies, own_hiring
    >>> from recruitprivacy.timeline import fold
    >>> today, book = date(2026, 4, 8), load("NL")
    >>> asked = open_request(Right.PORTABILITY, request="r-1", person="anna",
    ...                      received_at=datetime(2026, 4, 8, 9, tzinfo=UTC),
    ...                      situation=Situation(establishment="NL"))
    >>> known = fold(anna_applies(), own_hiring(), on=today, law=book)
    >>> held = [HeldItem(id="cv-1", record="anna-record", category="cv", value="…",
    ...                  provenance=Provenance.PROVIDED),
    ...         HeldItem(id="s-1", record="anna-record", category="cv", value=87,
    ...                  provenance=Provenance.DERIVED)]
    >>> copy = portable_package(asked, own_hiring(), known, book, held, on=today)
    >>> [each.id for each in copy.items], [each.item for each in copy.left_out], copy.disputed
    (['cv-1'], ['s-1'], ('cv-1',))

    Law:
        GDPR Art. 20(1): what the person provided, by automated means, on consent or a contract.
        GDPR Art. 20(4): not to the harm of others.
        GDPR Recital 68: not where it rests on another basis.
    """
    handed = _checked(request, facts, items, Right.PORTABILITY)
    frame = framed(request, law, on=on, situation=situation, vocabulary=vocabulary)
    judged = disposals_of(policy, facts, law, on=on, situation=situation, vocabulary=vocabulary)
    disposals, held, not_ours = _ours(judged, handed)
    sorted_out = _SortedOut(frame=frame, request=request, policy=policy, facts=facts)
    for item in held:
        sorted_out.take(item, disposals)
    lines = manifest(sorted_out.given, frame, elsewhere=True)
    disputed = tuple(sorted_out.disputed)
    cites = frame.cite("GDPR Art. 20(1)(a)", "GDPR Recital 68")
    reading = Reading(
        key="precontract_no_contract", last_day=None, says=phrase(PRECONTRACT), cites=cites
    )
    return PortablePackage(
        request=request.id,
        person=request.person,
        drawn_on=on,
        items=tuple(_copied(each, instead) for each in sorted_out.given),
        redactions=lines,
        decides=_once((*sorted_out.decides, *_waiting(lines))),
        not_ours=not_ours,
        remarks=tuple(_remarks(frame, not_ours=not_ours)),
        to=to,
        left_out=tuple(sorted_out.left_out),
        readings=(reading,) if disputed else (),
        disputed=disputed,
        acts=FrozenMap(law.acts),
        labels=_labels(vocabulary, held, disposals),
    )


@attrs.define(kw_only=True)
class _SortedOut:
    """
    What may be taken elsewhere, and what may not.
    """

    frame: Frame
    request: RightsRequest
    policy: Policy
    facts: Facts
    given: list[HeldItem] = attrs.field(factory=list)
    left_out: list[LeftOut] = attrs.field(factory=list)
    decides: list[str] = attrs.field(factory=list)
    disputed: list[str] = attrs.field(factory=list)

    def take(self, item: HeldItem, disposals: Iterable[Disposal]) -> None:
        """
        Put one thing where it belongs.
        """
        about = [each for each in disposals if _is_of(each, item, self.frame)]
        supplied = item.provenance or provenance_of(item.category, item.source, self.frame)
        seen = [self._seen(item, each, supplied) for each in about]
        weighed = [weigh(each, Right.PORTABILITY) for each in seen]
        undeclared = not weighed and _surely_not_provided(item, supplied)
        if undeclared or (weighed and all(each.holds is False for each in weighed)):
            found = (step for each in weighed for step in each.steps)
            steps = (self._not_provided(),) if undeclared else tuple(dict.fromkeys(found))
            self.left_out.append(LeftOut(item=item.id, category=item.category, steps=steps))
            return
        self.given.append(item)
        if not any(each.holds for each in weighed):
            self.decides.append(item.id)
        if seen and not any(_agreed(each) for each in seen):
            self.disputed.append(item.id)

    def _not_provided(self) -> Step:
        return Step(says=phrase(NOT_PROVIDED), cites=self.frame.cite("GDPR Art. 20(1)"))

    def _seen(self, item: HeldItem, disposal: Disposal, supplied: Provenance | None) -> Seen:
        known = Circumstances(provenance=supplied, automated_means=not item.on_paper)
        return Seen(
            frame=self.frame,
            request=self.request,
            policy=self.policy,
            facts=self.facts,
            disposal=disposal,
            given=known,
        )


def _surely_not_provided(item: HeldItem, supplied: Provenance | None) -> bool:
    return item.on_paper or (supplied is not None and not supplied.provided)


def _agreed(seen: Seen) -> bool:
    return any(each.rests_on(*BY_CONTRACT) for each in seen.purposes)


def _checked(
    request: RightsRequest, facts: Facts, items: Iterable[HeldItem], right: Right
) -> tuple[HeldItem, ...]:
    if right not in request.rights:
        raise PackageNotReadyError("not_asked", f"open a request for {right.value} first")
    told = instructed(request.history, *HANDING_OVER)
    if request.status in NOT_READY and not (told and request.status is RequestStatus.FORWARDED):
        raise PackageNotReadyError(*NOT_READY[request.status])
    if request.is_doubted:
        raise PackageNotReadyError("unproved", "wait for proof of who asks")
    if unauthorised(request):
        raise PackageNotReadyError("unauthorised", MANDATE_FIRST)
    refuse_others_facts(request, facts)
    held = tuple(items)
    faults = tuple(_faults(held, facts))
    if faults:
        raise FaultsError(faults)
    return held


def _faults(held: Iterable[HeldItem], facts: Facts) -> Iterator[Fault]:
    places: dict[str, int] = {}
    for place, item in enumerate(held):
        if item.record not in facts.records:
            yield Fault(path=f"items.{place}", problem="belongs to no record of this person")
        if places.setdefault(item.id, place) != place:
            problem = f"has the id of items.{places[item.id]}"
            yield Fault(path=f"items.{place}.id", problem=problem, way_out="give it one of its own")


def _ours(
    judged: Iterable[Disposal], handed: Iterable[HeldItem]
) -> tuple[tuple[Disposal, ...], tuple[HeldItem, ...], tuple[str, ...]]:
    """
    Part what we hold for another controller, who answers, from what is ours to give.
    """
    disposals = tuple(judged)
    ours = tuple(each for each in disposals if each.status is not Status.OUT_OF_SCOPE)
    others = {each.record for each in disposals} - {each.record for each in ours}
    held = tuple(each for each in handed if each.record not in others)
    return ours, held, tuple(each.id for each in handed if each.record in others)


def _remarks(frame: Frame, *, not_ours: tuple[str, ...], nothing: bool = False) -> Iterator[Step]:
    if not_ours:
        yield Step(says=phrase(NOT_OURS), cites=frame.cite("GDPR Art. 28(3)(e)"))
    if nothing:
        yield Step(says=phrase(NOTHING_HELD), cites=frame.cite("GDPR Art. 15(1)"))


def _of_no_kind(held: Iterable[HeldItem], vocabulary: Vocabulary) -> Iterator[str]:
    return (each.id for each in held if not vocabulary.has(Kind.CATEGORY, each.category))


def _copied(item: HeldItem, instead: str) -> CopiedItem:
    return CopiedItem(
        id=item.id,
        record=item.record,
        category=item.category,
        name=item.name,
        value=redacted(item, instead),
        held_on=item.held_on,
        source=item.source,
        provenance=item.provenance,
    )


def _waiting(lines: Iterable[Redaction]) -> Iterator[str]:
    return (each.item for each in lines if each.fate is Fate.WAITS)


def _once(found: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(found))


def _supplied(disposal: Disposal, there: set[tuple[str, str]], frame: Frame) -> bool:
    return any(
        record == disposal.record and frame.is_akin(category, disposal.category)
        for record, category in there
    )


def _is_of(disposal: Disposal, item: HeldItem, frame: Frame) -> bool:
    return disposal.record == item.record and frame.is_akin(item.category, disposal.category)


def _labels(
    vocabulary: Vocabulary, held: Iterable[HeldItem], disposals: Iterable[Disposal]
) -> FrozenMap[str, Message | Words]:
    keys = {*(each.category for each in held), *(each.category for each in disposals)}
    return FrozenMap(
        (key, vocabulary.term(Kind.CATEGORY, key).label)
        for key in sorted(keys)
        if vocabulary.has(Kind.CATEGORY, key)
    )
