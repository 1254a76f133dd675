"""
Decisions by machines: whether the law is about this one, and what could allow it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import attrs

from recruitprivacy.basis._activity import Activity, AskedBy, ContractWith
from recruitprivacy.basis._answer import Answer
from recruitprivacy.basis._automation import Automated, Effect
from recruitprivacy.basis._consent import NOTHING, consent_premises
from recruitprivacy.basis._frame import GDPR, Frame, Known
from recruitprivacy.basis._national import rule_premises
from recruitprivacy.basis._premise import Premise
from recruitprivacy.findings import Step
from recruitprivacy.messages import Message, phrase
from recruitprivacy.vocabulary import AutomatedDecisionException, Kind, Sensitivity

__all__ = ["MachineWay", "machine_remarks", "machine_ways"]

A_HUMAN: Final = Message(
    "basis.machine.human",
    "a human who may decide otherwise looks at each case before anything follows",
)
NO_EFFECT: Final = Message(
    "basis.machine.no_effect", "what the machine puts out settles nothing for the person"
)
NEEDED: Final = Message(
    "basis.machine.needed",
    "a contract with the person cannot be made or carried out unless a machine decides alone",
)
ALLOWED: Final = Message("basis.machine.allowed", "a law allows it and protects the person")
HEARD: Final = Message(
    "basis.machine.heard",
    "the person can have a human look again, say what they think, and contest the decision",
)
SPECIAL: Final = Message(
    "basis.machine.special",
    "no special category is worked on, or explicit consent or a law on public interest allows it",
)
RUBBER: Final = Message(
    "basis.machine.rubber_stamp",
    "A human looked at {cases} cases and never once decided otherwise; whether that look means "
    "anything must be asked.",
)
KNOCK_OUT: Final = Message(
    "basis.machine.knock_out",
    "A knock-out question or a cut-off score that rejects people is a decision by a machine.",
)
DRAWN_ON: Final = Message(
    "basis.machine.drawn_on",
    "A score that whoever decides draws on strongly is itself the decision, and of whoever "
    "computed it.",
)
CHILDREN: Final = Message("basis.machine.children", "Such a decision should not concern a child.")
TELL: Final = Message(
    "basis.machine.tell",
    "The person is told that a machine decides, by what logic, and what follows for them.",
)
DOUBTFUL: Final = Message(
    "basis.machine.doubtful_consent", "Consent of somebody who applies for work is rarely free."
)
HIGH_RISK: Final = Message(
    "basis.machine.high_risk",
    "Systems that filter, rank or judge applicants are high-risk; from which day the duties for "
    "them apply is not recorded here.",
)
TOPIC: Final = "automated_decisions"
AI_ACT: Final = "AI Act"


@attrs.frozen(kw_only=True)
class MachineWay(Answer):
    """
    One way in which a decision by a machine is outside the prohibition, or allowed.

    Attributes:
        exception: The exception of the law; None for what the prohibition is not about.
    """

    exception: AutomatedDecisionException | None = None


def machine_ways(frame: Frame, activity: Activity, machine: Automated) -> Iterator[MachineWay]:
    """
    Yield the ways out: a human decides, nothing is settled, or an exception that the law has.
    """
    cites = frame.cite(*_alone(frame))
    human = Premise(fact="automation.human", holds=machine.human, what=A_HUMAN, cites=cites)
    settles = machine.decides
    nothing = Premise(
        fact="automation.effect",
        holds=None if settles is None else not settles,
        what=NO_EFFECT,
        cites=cites,
    )
    yield _way(frame, A_HUMAN, None, human)
    yield _way(frame, NO_EFFECT, None, nothing)
    # Whatever lets a machine decide alone, special categories have grounds of their own.
    special = tuple(_special(frame, activity, machine))
    exceptions = AutomatedDecisionException
    by_law = exceptions.AUTHORISED_BY_LAW
    if not _replaced(frame):
        contract = exceptions.CONTRACT
        premises = (_by_contract(frame, activity, machine), _heard(frame, machine), *special)
        yield _way(frame, contract.label, contract, *premises)
    yield _way(frame, by_law.label, by_law, *_by_law(frame, activity), *special)
    if not _replaced(frame):
        agreed = exceptions.EXPLICIT_CONSENT
        premises = (*_by_consent(frame, activity), _heard(frame, machine), *special)
        yield _way(frame, agreed.label, agreed, *premises)


def _replaced(frame: Frame) -> bool:
    """
    Say whether a rule of another regulation stands in the place of Art. 22: the British one.
    """
    return frame.act not in {"", GDPR} and any(_allowing(frame, ()))


def _alone(frame: Frame) -> tuple[str, ...]:
    return ("UK GDPR Art. 22A",) if _replaced(frame) else ("GDPR Art. 22(1)", "GDPR Recital 71")


def _special(frame: Frame, activity: Activity, machine: Automated) -> Iterator[Premise]:
    words = frame.vocabulary
    held = any(
        words.term(Kind.CATEGORY, each).sensitivity is Sensitivity.SPECIAL
        for each in activity.categories
    )
    worked_on = machine.special_categories
    if worked_on or (worked_on is None and held):
        cites = frame.cite("UK GDPR Art. 22B" if _replaced(frame) else "GDPR Art. 22(4)")
        yield Premise(
            fact="automation.special_categories", holds=None, what=SPECIAL, cites=cites, judged=True
        )


def _by_consent(frame: Frame, activity: Activity) -> Iterator[Premise]:
    consent = activity.consent or NOTHING
    named = attrs.evolve(consent, purposes=consent.purposes or (activity.purpose,))
    yield from consent_premises(frame, named, explicit=True, purpose=activity.purpose)


def _heard(frame: Frame, machine: Automated) -> Premise:
    cites = frame.cite("GDPR Art. 22(3)")
    return Premise(
        fact="automation.intervention", holds=machine.intervention, what=HEARD, cites=cites
    )


def _by_contract(frame: Frame, activity: Activity, machine: Automated) -> Premise:
    cites = frame.cite("GDPR Art. 22(2)(a)")
    outside = activity.contract is ContractWith.OTHER or activity.asked_by is AskedBy.CLIENT
    unneeded = outside or activity.necessary is False
    return Premise(
        fact="automation.necessary",
        holds=False if unneeded else machine.necessary,
        what=NEEDED,
        cites=cites,
        judged=True,
    )


def _by_law(frame: Frame, activity: Activity) -> Iterator[Premise]:
    found = tuple(_allowing(frame, activity.categories))
    for known in found:
        yield from rule_premises(frame, known, activity.given)
    if not found:
        cites = frame.cite("GDPR Art. 22(2)(b)")
        yield Premise(fact=f"law.{TOPIC}", holds=None, what=ALLOWED, cites=cites, unsourced=True)


def _allowing(frame: Frame, categories: tuple[str, ...]) -> Iterator[Known]:
    for known in frame.asked(TOPIC, categories):
        if known.rule.value == "allowed_with_safeguards":
            yield known


def _way(
    frame: Frame, what: Message, exception: AutomatedDecisionException | None, *premises: Premise
) -> MachineWay:
    return MachineWay(
        what=what,
        exception=exception,
        premises=premises,
        **frame.parts,
    )


def machine_remarks(frame: Frame, activity: Activity, machine: Automated) -> Iterator[Step]:
    """
    Yield what a careful reader asks about a machine.
    """
    if machine.rubber_stamped:
        says = phrase(RUBBER, cases=machine.cases or 0)
        yield Step(says=says, cites=frame.cite(_alone(frame)[0]), fact="automation.overturned")
    if machine.effect is Effect.REJECTS:
        yield Step(says=phrase(KNOCK_OUT), cites=frame.cite(*_alone(frame)))
    if machine.drawn_on:
        yield Step(says=phrase(DRAWN_ON), cites=frame.cite(_alone(frame)[0], "C-634/21"))
    if activity.young:
        yield Step(says=phrase(CHILDREN), cites=frame.cite("GDPR Recital 71"))
    if machine.decides is not False and machine.human is not True:
        yield Step(says=phrase(DOUBTFUL), cites=frame.cite("GDPR Recital 43"))
        articles = ("GDPR Art. 13(2)(f)", "GDPR Art. 14(2)(g)", "GDPR Art. 15(1)(h)")
        told = frame.cite(*articles, "C-203/22")
        yield Step(says=phrase(TELL), cites=told)
    if machine.effect is not Effect.NOTHING and _union_law(frame):
        cites = frame.cite("AI Act Annex III(4)(a)")
        yield Step(says=phrase(HIGH_RISK), cites=cites, fact="automation.effect")


def _union_law(frame: Frame) -> bool:
    # The AI Act binds by where a system is put to use, and not only by where its user is.
    return frame.act == GDPR or any(
        cite.act == AI_ACT for known in frame.asked(TOPIC) for cite in known.rule.cites
    )
