"""
Whether each of the other rights is there for some data.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import Final, TypeAlias

import attrs

from recruitprivacy.messages import Message
from recruitprivacy.policy import UNSTATED
from recruitprivacy.rights._circumstances import Provenance
from recruitprivacy.rights._erasing import erasing
from recruitprivacy.rights._seen import Seen, Served
from recruitprivacy.rights._table import (
    AGREED_OR_CONTRACT,
    TABLE,
    WEIGHED,
    Carried,
    Dependence,
)
from recruitprivacy.rights._weighed import Weighed, purposes, step
from recruitprivacy.vocabulary import LawfulBasis, RestrictionGround, Right

__all__ = ["OPINION", "weigh"]

_Found: TypeAlias = Mapping[Dependence, bool | None]

RESEARCH: Final = ("research", "analytics_statistics")
ALERTS: Final = "job_alerts"

EVERYTHING: Final = Message(
    "rights.ground.access",
    "Everything about the person is given, evaluations and notes among it, "
    "with the recipients by name.",
)
WRONG: Final = Message(
    "rights.ground.rectification", "What is wrong is put right; what is incomplete is completed."
)
RIGHT_ALREADY: Final = Message(
    "rights.ground.accurate", "Somebody found that the data are right as they are."
)
OPINION: Final = Message(
    "rights.ground.opinion",
    "An opinion that was recorded as one is not rewritten; the person may add a statement to it.",
)
RESTRICT: Final = Message(
    "rights.ground.restriction", "{ground:capital}: this is a ground for restricting it."
)
NO_RESTRICTION: Final = Message(
    "rights.ground.no_restriction", "None of the grounds for restriction is there."
)
IS_SO: Final = Message("rights.ground.is_so", "This is so: {what}.")
LACKS: Final = Message("rights.ground.lacks", "This is not so: {what}.")
ASKS: Final = Message("rights.ground.asks", "This is not known: {what}.")
BY_GUIDANCE: Final = Message(
    "rights.ground.by_guidance",
    "What a person left behind counts as provided, and what was concluded about them does not: "
    "that is read in guidelines, and has not been verified.",
)
OBJECTED: Final = Message(
    "rights.ground.objection",
    "These stand still from now on, until a person has shown grounds that override: {purposes}.",
)
NOTHING_STOPS: Final = Message("rights.ground.nothing_stops", "No such use goes on.")
AS_WITHDRAWAL: Final = Message(
    "rights.ground.as_withdrawal",
    "The person agreed to these and objects now, which is read as taking the agreement back: "
    "{purposes}. The rule behind this has not been verified.",
)
DRAWN_ON: Final = Message(
    "rights.ground.drawn_on",
    "A score on which somebody else’s decision draws strongly is a decision itself.",
)
ADVERTISING: Final = Message(
    "rights.ground.marketing",
    "Messages that advertise stop at once, whatever else keeps the data.",
)
DISPUTED_ALERTS: Final = Message(
    "rights.ground.job_alerts",
    "Alerts of new vacancies are often taken for advertising: they stop too, "
    "and a person asks whether that was meant. The rule behind this has not been verified.",
)
WITHDRAWN: Final = Message(
    "rights.ground.withdrawal", "These end, as they rest on consent: {purposes}."
)
TAKEN_BACK: Final = Message(
    "rights.ground.taken_back",
    "The consent is taken back. What goes on does so on another basis, if the person was told of "
    "it before; a person looks.",
)
ELSEWHERE: Final = Message(
    "rights.ground.complaint",
    "The authority is open to the person whatever the firm's own way of complaining is.",
)
TOLD_WHOM: Final = Message("rights.ground.recipients", "The person is told who was told.")


def weigh(seen: Seen, right: Right) -> Weighed:
    """
    Find out whether a right is there for some data.

    Law:
        GDPR Art. 15(1): access, always.
        GDPR Art. 16: rectification, of what is wrong or incomplete.
        GDPR Art. 18(1): restriction, on four grounds.
        GDPR Art. 20(1): portability, on three conditions.
        GDPR Art. 21(1): objection, to what rests on a public task or legitimate interests.
        GDPR Art. 22(1): no decision by machine alone.
    """
    return WEIGH[right](seen)


def _access(seen: Seen) -> Weighed:
    cites = ("GDPR Art. 15(1)", "GDPR Art. 15(3)", "C-154/21", "C-434/16", "C-487/21")
    return Weighed(holds=True, steps=(step(seen, EVERYTHING, *cites),))


def _rectification(seen: Seen) -> Weighed:
    given = seen.given
    if given.opinion:
        return Weighed(holds=True, steps=(step(seen, OPINION, "GDPR Art. 16"),))
    if given.inaccurate is False:
        return Weighed(
            holds=False,
            missing=("inaccurate",),
            instead=(Right.RESTRICTION,),
            steps=(step(seen, RIGHT_ALREADY, "GDPR Art. 16"),),
        )
    return Weighed(holds=True, steps=(step(seen, WRONG, "GDPR Art. 16"),))


def _restriction(seen: Seen) -> Weighed:
    found = dict(_restricting(seen))
    grounds = tuple(ground for ground, holds in found.items() if holds)
    if grounds:
        told = (step(seen, RESTRICT, each.cites, ground=each.label) for each in grounds)
        return Weighed(holds=True, grounds=grounds, stops=purposes(seen.living), steps=tuple(told))
    missing = tuple(ground.value for ground, holds in found.items() if holds is None)
    if missing:
        asks = step(seen, ASKS, "GDPR Art. 18(1)", what=Dependence.RESTRICTION_GROUND.what)
        return Weighed(holds=None, stops=purposes(seen.living), missing=missing, steps=(asks,))
    return Weighed(holds=False, steps=(step(seen, NO_RESTRICTION, "GDPR Art. 18(1)"),))


def _restricting(seen: Seen) -> Iterator[tuple[RestrictionGround, bool | None]]:
    given, asked = seen.given, seen.request.rights
    contested = True if Right.RECTIFICATION in asked else given.contested
    yield RestrictionGround.ACCURACY_CONTESTED, contested
    prefers = _both(given.unlawful, given.prefers_restriction)
    yield RestrictionGround.UNLAWFUL_PREFERS_RESTRICTION, prefers
    needed_no_more = _both(given.needed_for_claims, not seen.living)
    yield RestrictionGround.NEEDED_FOR_CLAIMS, needed_no_more
    weighed = any(each.rests_on(*WEIGHED) for each in seen.living)
    objects = Right.OBJECT in asked or any(each.upheld is None for each in seen.facts.objections)
    yield RestrictionGround.OBJECTION_PENDING, weighed and objects


def _both(one: bool | None, other: bool | None) -> bool | None:  # noqa: FBT001 - two facts
    if False in {one, other}:
        return False
    return True if one and other else None


def _portability(seen: Seen) -> Weighed:
    given = seen.given
    automated = given.automated_means
    carried = any(each.rests_on(*AGREED_OR_CONTRACT) for each in seen.purposes)
    found: _Found = {
        Dependence.BASIS: carried or bool(given.explicit_consent),
        Dependence.AUTOMATED_MEANS: (
            seen.condition("automated_means") if automated is None else automated
        ),
        Dependence.PROVIDED_BY_SUBJECT: seen.provided,
    }
    weighed = _depending(seen, found, TABLE[Right.PORTABILITY])
    if seen.supplied not in {Provenance.OBSERVED, Provenance.DERIVED}:
        return weighed
    guided = step(seen, BY_GUIDANCE, *TABLE[Right.PORTABILITY].cites)
    return attrs.evolve(weighed, steps=(*weighed.steps, guided))


def _depending(seen: Seen, found: _Found, row: Carried) -> Weighed:
    """
    Say whether a right that depends on several things is there, and which of them are so.
    """
    lacks = False in found.values()
    asks = tuple(each for each, holds in found.items() if holds is None)
    says = {True: IS_SO, False: LACKS, None: ASKS}
    told = (
        step(seen, says[holds], *row.cites, fact=each, what=each.what)
        for each, holds in found.items()
    )
    return Weighed(
        holds=False if lacks else None if asks else True,
        missing=() if lacks else asks,
        instead=row.instead if lacks else (),
        steps=tuple(told),
    )


def _objection(seen: Seen) -> Weighed:
    weighed = tuple(each for each in seen.meant if _objectable(seen, each))
    advertising = tuple(each for each in weighed if each.marketing)
    others = tuple(each for each in weighed if not each.marketing)
    # Art. 21(3): to advertising one objects without reasons, and nothing is weighed.
    ads = (step(seen, ADVERTISING, "GDPR Art. 21(3)"),) if advertising else ()
    if others:
        cites = ("GDPR Art. 21(1)", "GDPR Art. 18(1)(d)")
        situation = () if seen.given.situation_stated else (Dependence.SITUATION,)
        found = _stopping(seen, others, OBJECTED, *cites, missing=situation)
        return attrs.evolve(found, stops=purposes(weighed), steps=(*found.steps, *ads))
    if advertising:
        return Weighed(holds=True, stops=purposes(advertising), steps=ads)
    agreed = tuple(each for each in seen.meant if each.rests_on(LawfulBasis.CONSENT))
    if agreed:
        return _stopping(seen, agreed, AS_WITHDRAWAL, "GDPR Art. 7(3)")
    return _nothing_to_stop(seen, Right.OBJECT)


def _objectable(seen: Seen, served: Served) -> bool:
    # Art. 21(6): research and statistics, whatever they rest on.
    research = any(seen.frame.is_purpose(served.purpose, each) for each in RESEARCH)
    return research or served.rests_on(*WEIGHED)


def _stopping(
    seen: Seen,
    served: tuple[Served, ...],
    says: Message,
    *cites: str,
    missing: tuple[str, ...] = (),
) -> Weighed:
    labels = tuple(dict.fromkeys(seen.label(each.purpose) for each in served))
    told = step(seen, says, *cites, purposes=labels)
    return Weighed(holds=True, stops=purposes(served), missing=missing, steps=(told,))


def _nothing_to_stop(seen: Seen, right: Right) -> Weighed:
    row = TABLE[right]
    if not seen.meant:
        return Weighed(holds=True, steps=(step(seen, NOTHING_STOPS, *row.cites),))
    lacks = step(seen, LACKS, *row.cites, what=Dependence.BASIS.what)
    return Weighed(holds=False, instead=row.instead, steps=(lacks,))


def _marketing(seen: Seen) -> Weighed:
    alerts = [each for each in seen.living if seen.frame.is_purpose(each.purpose, ALERTS)]
    served = (*(each for each in seen.living if each.marketing), *alerts)
    told = [step(seen, ADVERTISING, "GDPR Art. 21(3)")]
    if alerts:
        told.append(step(seen, DISPUTED_ALERTS, "GDPR Art. 21(3)", "C-654/23"))
    missing = tuple(f"use.{each.use}.marketing" for each in alerts)
    return Weighed(holds=True, stops=purposes(served), missing=missing, steps=tuple(told))


def _withdrawal(seen: Seen) -> Weighed:
    agreed = tuple(each for each in seen.meant if seen.agreed_to(each))
    alone = tuple(each for each in agreed if not each.other_bases)
    other = tuple(f"use.{each.use}.other_basis" for each in agreed if each.other_bases)
    if alone:
        return _stopping(seen, alone, WITHDRAWN, "GDPR Art. 7(3)", missing=other)
    if other or any(each.bases is UNSTATED for each in seen.meant):
        told = step(seen, TAKEN_BACK, "GDPR Art. 7(3)", "EDPB 05/2020 para. 122")
        return Weighed(holds=True, missing=other, steps=(told,))
    return _nothing_to_stop(seen, Right.WITHDRAW_CONSENT)


def _machines(seen: Seen) -> Weighed:
    automation = seen.given.automation
    human = automation.human if automation else None
    found: _Found = {
        Dependence.MACHINE_ALONE: None if human is None else not human,
        Dependence.MATTERS: automation.decides if automation else None,
    }
    weighed = _depending(seen, found, TABLE[Right.NOT_SUBJECT_TO_AUTOMATED_DECISION])
    if not (automation and automation.drawn_on):
        return weighed
    drawn = step(seen, DRAWN_ON, "GDPR Art. 22(1)", "C-634/21")
    return attrs.evolve(weighed, steps=(*weighed.steps, drawn))


WEIGH: Final[Mapping[Right, Callable[[Seen], Weighed]]] = MappingProxyType(
    {
        Right.ACCESS: _access,
        Right.RECTIFICATION: _rectification,
        Right.ERASURE: erasing,
        Right.RESTRICTION: _restriction,
        Right.PORTABILITY: _portability,
        Right.OBJECT: _objection,
        Right.OBJECT_MARKETING: _marketing,
        Right.NOT_SUBJECT_TO_AUTOMATED_DECISION: _machines,
        Right.HUMAN_INTERVENTION: _machines,
        Right.WITHDRAW_CONSENT: _withdrawal,
        Right.COMPLAINT: lambda seen: Weighed(
            holds=True, steps=(step(seen, ELSEWHERE, "GDPR Art. 77(1)"),)
        ),
        Right.RECIPIENTS_INFORMATION: lambda seen: Weighed(
            holds=True, steps=(step(seen, TOLD_WHOM, "GDPR Art. 19"),)
        ),
    }
)
