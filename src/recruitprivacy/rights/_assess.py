"""
Deciding: what is to be done with each right asked for, for each category of each record.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from types import MappingProxyType
from typing import Final, TypedDict

from recruitprivacy.basis import Frame
from recruitprivacy.citations import Act, Citation
from recruitprivacy.findings import Step
from recruitprivacy.frozen import FrozenMap
from recruitprivacy.law import Law, Situation
from recruitprivacy.messages import Message, Words
from recruitprivacy.policy import Policy
from recruitprivacy.retention import BarKind, Bound, Disposal, On, Status, Unknown
from recruitprivacy.retention import assess as disposals_of
from recruitprivacy.rights._carrying import weigh
from recruitprivacy.rights._circumstances import Circumstances, Given, several, together
from recruitprivacy.rights._framed import framed, refuse_others_facts
from recruitprivacy.rights._obstacles import Obstacle, house_rules, obstacles, set_aside
from recruitprivacy.rights._pleas import Against, Plea
from recruitprivacy.rights._reach import reaches
from recruitprivacy.rights._request import RightsRequest, unauthorised, wording_of
from recruitprivacy.rights._seen import Seen
from recruitprivacy.rights._verdict import First, Judgement, Verdict
from recruitprivacy.rights._weighed import Weighed, step
from recruitprivacy.timeline import Facts, RequestStatus
from recruitprivacy.vocabulary import BUILT_IN, Kind, RefusalGround, Right, Vocabulary

__all__ = ["assess"]

COPIES: Final = frozenset({Right.ACCESS, Right.PORTABILITY})
UNPROVED: Final = frozenset({RequestStatus.AWAITING_IDENTITY, RequestStatus.CLOSED_UNPROVED})
FOR_ANYBODY: Final = frozenset({Right.OBJECT_MARKETING, Right.WITHDRAW_CONSENT, Right.COMPLAINT})
"""What is carried out whoever asks: nobody is handed anything with it."""

THE_DEAD: Final = Message(
    "rights.verdict.deceased",
    "The person has died, and the regulation is about the living; the law of the place may say "
    "more, and a person must look.",
)
OUTSIDE: Final = Message(
    "rights.verdict.outside",
    "This declaration does not govern these data; whose they are, answers, and is told of the "
    "request.",
)
READ_AS: Final = Message("rights.verdict.read_as", "What the person wants is judged as: {rights}.")
ALL: Final = Message("rights.verdict.all", "everything that is kept")
LIFTED: Final = frozenset({BarKind.FREEZE, BarKind.RESTRICTION})
ENDING: Final = frozenset({Right.WITHDRAW_CONSENT, Right.OBJECT})
"""What people say who want something to end; one of them where the other does not exist."""
BY_WORDING: Final[Mapping[Right, Right]] = MappingProxyType(
    {
        Right.WITHDRAW_CONSENT: Right.OBJECT_MARKETING,
        Right.NOT_SUBJECT_TO_AUTOMATED_DECISION: Right.ACCESS,
    }
)
"""What goes by another right where it was the firm that read both out of what was said."""


class _Whose(TypedDict):
    request: str
    controller: str
    record: str
    category: str
    on: date
    disposal: Disposal
    law: str
    law_version: str
    label: Message | Words
    who: str
    reasons: tuple[Citation, ...]
    acts: FrozenMap[str, Act]


def assess(  # noqa: PLR0913 - the request, what stands behind it, and what a human found out
    request: RightsRequest,
    policy: Policy,
    facts: Facts,
    law: Law,
    *,
    on: date,
    given: Given = None,
    pleas: Iterable[Plea] = (),
    situation: Situation | None = None,
    vocabulary: Vocabulary = BUILT_IN,
) -> tuple[Judgement, ...]:
    """
    Decide what is to be done with a request, right by right, for each category of each record.

    What is asked for is done unless something names itself: a statute that forbids erasing, a hold,
    or a ground the controller has shown. How long the firm itself means to keep data never counts.

    Args:
        request: The request.
        policy: The declaration, with its earlier versions.
        facts: The facts of the person, as of the same day.
        law: The packs the situation needs.
        on: The day asked about.
        given: What somebody found out who looked into it; several, where it differs from one part
            of the data to the next. The request is about what any of them names, and where two
            speak of the same data the earlier counts.
        pleas: What the controller says stands against it.
        situation: The ties to countries; None takes those of the request.
        vocabulary: The words of the policy and the facts.

    Returns:
        One judgement per right, record, controller and category, in that order. A request of which
        nobody knows what it asks is judged once for each of the data, and never refused.

    Raises:
        FaultsError: If the situation names no place, or the facts are of somebody else.
        UnknownRuleError: If a plea rests on a rule that is not there.

    >>> from recruitprivacy.law import load
    >>> from recruitprivacy.rights import open_request, opens
    >>> from recruitprivacy.testing.examples import anna_applies, own_hiring
    >>> from recruitprivacy.timeline import fold
    >>> from datetime import UTC, datetime
    >>> today, book = date(2026, 4, 8), load("NL")
    >>> asked = open_request(*opens("forget_me"), request="r-1", person="anna",
    ...                      received_at=datetime(2026, 4, 8, 9, tzinfo=UTC),
    ...                      situation=Situation(establishment="NL"))
    >>> known = fold(anna_applies(), own_hiring(), on=today, law=book)
    >>> {(each.right.value, each.verdict.value)
    ...  for each in assess(asked, own_hiring(), known, book, on=today)
    ...  if each.category == "cv" and each.right is not None} == {
    ...     ("withdraw_consent", "out_of_scope"), ("object", "out_of_scope"),
    ...     ("object_marketing", "comply"), ("erasure", "comply")}
    True

    Law:
        GDPR Art. 12(4): reasons for whatever is not done.
        GDPR Art. 17(3): what is kept is kept for that reason alone.
    """
    refuse_others_facts(request, facts)
    frame = framed(request, law, on=on, situation=situation, vocabulary=vocabulary)
    ties = frame.situation
    disposals = disposals_of(policy, facts, law, on=on, situation=ties, vocabulary=vocabulary)
    found, pleaded = several(given), tuple(pleas)
    about = [
        Seen(
            frame=frame,
            request=request,
            policy=policy,
            facts=facts,
            disposal=each,
            given=together(said),
            pleas=pleaded,
        )
        for each in disposals
        if (said := _said_of(each, found, frame))
    ]
    # Who asks for a paper of the firm's, by its name, asks nothing of the data.
    unread: tuple[None, ...] = () if wording_of(request, vocabulary) else (None,)
    return tuple(_judged(each, right) for right in request.rights or unread for each in about)


def _said_of(
    disposal: Disposal, found: Iterable[Circumstances], frame: Frame
) -> tuple[Circumstances, ...]:
    record, category = disposal.record, disposal.category
    return tuple(each for each in found if reaches(each, frame, record=record, category=category))


def _judged(seen: Seen, right: Right | None) -> Judgement:
    if seen.given.deceased:
        says = step(seen, THE_DEAD, "GDPR Recital 27")
        return _elsewhere(seen, right, Verdict.OUT_OF_SCOPE, says, decides=("law.national",))
    if seen.disposal.status is Status.OUT_OF_SCOPE:
        says = step(seen, OUTSIDE, "GDPR Art. 28(3)(e)")
        return _elsewhere(seen, right, Verdict.OUT_OF_SCOPE, says)
    if right is None:
        return _elsewhere(seen, None, Verdict.COMPLY, decides=("request.rights",))
    return _of_right(seen, right)


def _of_right(seen: Seen, right: Right) -> Judgement:
    weighed = weigh(seen, right)
    others = _read_as(seen, right, weighed)
    if others:
        says = step(seen, READ_AS, rights=tuple(each.label for each in others))
        steps = (*weighed.steps, says)
        return _elsewhere(seen, right, Verdict.OUT_OF_SCOPE, *steps, instead=others)
    against = tuple(obstacles(seen, right))
    verdict = _verdict(weighed, against)
    return Judgement(
        right=right,
        verdict=verdict,
        grounds=weighed.grounds,
        against=tuple(_grounds_against(weighed, against)),
        keeps_until=_until(against) if verdict is Verdict.KEEP else None,
        stops=weighed.stops,
        stopping=tuple(_purposes(seen, weighed.stops)),
        first=tuple(_first(seen, right)),
        decides=_decides(weighed, against, verdict),
        decided_by=tuple(dict.fromkeys(each.decided_by for each in against if each.decided_by)),
        instead=weighed.instead,
        steps=tuple(_steps(seen, right, weighed, against)),
        **_whose(seen),
    )


def _grounds_against(weighed: Weighed, against: tuple[Obstacle, ...]) -> dict[Against, None]:
    lacking = (RefusalGround.RIGHT_DOES_NOT_APPLY,) if weighed.holds is False else ()
    return dict.fromkeys((*(each.ground for each in against), *lacking))


def _steps(
    seen: Seen, right: Right, weighed: Weighed, against: tuple[Obstacle, ...]
) -> Iterator[Step]:
    yield from weighed.steps
    yield from (each for obstacle in against for each in obstacle.steps)
    yield from set_aside(seen, right)
    if right is Right.ERASURE:
        yield from house_rules(seen)


def _purposes(seen: Seen, purposes: Iterable[str]) -> Iterator[Message | Words]:
    words = seen.frame.vocabulary
    return (words.term(Kind.PURPOSE, purpose).label for purpose in purposes)


def _read_as(seen: Seen, right: Right, weighed: Weighed) -> tuple[Right, ...]:
    """
    Name the rights by which something is met that does not exist here, and was asked with them.
    """
    if weighed.holds is not False:
        return ()
    others = _there(seen, weighed.instead if right in ENDING else ())
    worded = right in BY_WORDING and wording_of(seen.request, seen.frame.vocabulary)
    return others or (_there(seen, (BY_WORDING[right],)) if worded else ())


def _there(seen: Seen, rights: Iterable[Right]) -> tuple[Right, ...]:
    asked = (each for each in rights if each in seen.request.rights)
    return tuple(each for each in asked if weigh(seen, each).holds is not False)


def _verdict(weighed: Weighed, against: tuple[Obstacle, ...]) -> Verdict:
    if any(each.binds for each in against):
        return Verdict.KEEP
    if against or weighed.holds is False:
        return Verdict.MAY_REFUSE
    return Verdict.COMPLY


def _until(against: tuple[Obstacle, ...]) -> Bound | None:
    binding = [each for each in against if each.binds]
    unknown = tuple(fact for each in binding if each.bound is None for fact in each.missing)
    if unknown:
        return Unknown(missing=tuple(dict.fromkeys(unknown)))
    return On(day=max(each.bound for each in binding if each.bound is not None))


def _first(seen: Seen, right: Right) -> Iterator[First]:
    if seen.request.status in UNPROVED and right not in FOR_ANYBODY:
        yield First.IDENTITY
    if unauthorised(seen.request) and right not in FOR_ANYBODY:
        yield First.MANDATE
    if right is not Right.ERASURE:
        return
    asked = {*seen.request.rights, *(each for one in seen.facts.freezes for each in one.rights)}
    if COPIES & asked:
        yield First.ACCESS
    others = f"request.{seen.request.id}.closed"
    if any(bar.kind in LIFTED and bar.name != others for bar in seen.disposal.bars):
        yield First.ANNOUNCE


def _decides(weighed: Weighed, against: tuple[Obstacle, ...], verdict: Verdict) -> tuple[str, ...]:
    waits = (each for each in against if not (each.binds or each.decided_by))
    of_obstacles = (fact for each in waits for fact in each.missing)
    of_right = () if verdict is Verdict.KEEP else weighed.missing
    return tuple(dict.fromkeys((*of_right, *of_obstacles)))


def _elsewhere(
    seen: Seen,
    right: Right | None,
    verdict: Verdict,
    *steps: Step,
    decides: tuple[str, ...] = (),
    instead: tuple[Right, ...] = (),
) -> Judgement:
    whose = _whose(seen)
    return Judgement(
        right=right, verdict=verdict, decides=decides, instead=instead, steps=steps, **whose
    )


def _whose(seen: Seen) -> _Whose:
    disposal, frame = seen.disposal, seen.frame
    words, category = frame.vocabulary, disposal.category
    controller, declared = disposal.controller, seen.policy.controllers
    known = words.has(Kind.CATEGORY, category)
    return _Whose(
        request=seen.request.id,
        controller=controller,
        record=disposal.record,
        category=category,
        on=frame.on,
        disposal=disposal,
        law=frame.law.digest,
        law_version=frame.law.version,
        label=words.term(Kind.CATEGORY, category).label if known else ALL,
        who=declared[controller].name if controller in declared else controller,
        reasons=frame.cite("GDPR Art. 12(4)"),
        acts=FrozenMap(frame.law.acts),
    )
