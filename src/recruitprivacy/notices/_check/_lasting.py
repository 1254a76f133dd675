"""
Periods that say nothing, and what is left after them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Final

from recruitprivacy.findings import Finding, Level, Weight
from recruitprivacy.law import Rule
from recruitprivacy.messages import Message
from recruitprivacy.notices._check._subject import Subject
from recruitprivacy.periods import Period, Rounding, add
from recruitprivacy.policy import EVERYTHING, DisposalMeaning, End, RetentionRule
from recruitprivacy.vocabulary import Kind

PERIODS: Final = ("GDPR Art. 13(2)(a)", "GDPR Art. 14(2)(a)")
ALWAYS_TRUE: Final = frozenset({"business_need", "ongoing_business_need"})
"""What a firm that goes on working can say for ever."""
THEIR_WISH: Final = frozenset({"expressed_interest"})
"""What lasts until the person says otherwise."""
WAITING: Final = frozenset({End.BEYOND_USE, End.ISOLATED})

NO_MEASURE: Final = Message(
    "check.retention.vague",
    "How long data are kept is said in words from which nobody can find the end: {lasting}.",
)
MEASURE: Final = Message(
    "mend.retention.vague", "Declare a length, or a criterion that people can apply themselves."
)
NO_LONGEST: Final = Message(
    "check.retention.no_longest",
    "Data are kept while something lasts ({lasting}); neither a longest time nor a review is "
    "declared.",
)
SAY_LONGEST: Final = Message(
    "mend.retention.no_longest", "Declare 'at_most', or with 'review' when it is asked again."
)
BELIEF: Final = Message(
    "check.retention.good_faith",
    "The firm keeps data longer where it believes that a law asks for it, and names no law.",
)
NAME_LAW: Final = Message(
    "mend.retention.good_faith", "Name the laws that keep data longer, and for how long."
)
LEFT: Final = Message(
    "check.disposal.remainder_endless",
    "Data that are said to be gone may be left somewhere; until when is not said.",
)
END_IT: Final = Message(
    "mend.disposal.remainder_endless", "State under 'residue' with 'at_most' how long it is left."
)
BEYOND: Final = Message(
    "check.retention.beyond_guidance",
    "Of people who were not hired data are kept longer ({length:cell}) than the guidance of the "
    "place holds for reasonable ({guidance:cell}).",
)
SAY_WHY: Final = Message(
    "mend.retention.beyond_guidance",
    "Keep to the guidance, ask for consent to more, or note why this firm needs longer.",
)
NOT_HIRED: Final = "retention.unsuccessful"
REJECTED: Final = "rejected"
ANY_DAY: Final = date(2027, 1, 1)


def lasting(subject: Subject) -> Iterator[Finding]:
    """
    Look for lengths nobody can measure, and for remainders without an end.
    """
    mine = {n: rule for n, rule in subject.policy.retention.items() if subject.mine(rule.roles)}
    for name, rule in mine.items():
        yield from _measured(subject, f"retention.{name}", rule)
    yield from _beyond_guidance(subject, mine)
    after = [rule.then for rule in mine.values()]
    after += [offered.then for offered in subject.policy.rights.values()]
    for name in dict.fromkeys(filter(None, after)):
        yield from _left(subject, f"disposals.{name}", subject.policy.disposals[name])


def _measured(subject: Subject, path: str, rule: RetentionRule) -> Iterator[Finding]:
    ended = rule.at_most or rule.review
    if rule.while_ and not ended and rule.while_ in ALWAYS_TRUE | THEIR_WISH:
        vague = rule.while_ in ALWAYS_TRUE
        yield subject.lacks(
            NO_MEASURE if vague else NO_LONGEST,
            Level.GAP if vague else Level.WARNING,
            f"{path}.while",
            *(PERIODS if vague else ("GDPR Art. 5(1)(e)", *PERIODS)),
            mend=MEASURE if vague else SAY_LONGEST,
            lasting=subject.vocabulary.term(Kind.CONDITION, rule.while_).label,
        )
    if rule.good_faith:
        where = f"{path}.good_faith"
        yield subject.finding(BELIEF, Level.WARNING, where, *PERIODS, mend=NAME_LAW)


def _beyond_guidance(subject: Subject, mine: Mapping[str, RetentionRule]) -> Iterator[Finding]:
    """
    Compare what is kept of people who were not hired with the guidance of the firm's places.
    """
    ends = {name: _end(rule.at_most) for name, rule in mine.items() if _of_rejected(rule)}
    guided = [rule for rule in _guidance(subject) if rule.period]
    if not ends or not guided:
        return
    name = min(ends, key=ends.__getitem__)
    longest = max(guided, key=lambda rule: _end(rule.period))
    if ends[name] > _end(longest.period):
        yield subject.finding(
            BEYOND,
            Level.WARNING,
            f"retention.{name}.at_most",
            *map(str, longest.cites),
            mend=SAY_WHY,
            length=mine[name].at_most or Period(),
            guidance=longest.period or Period(),
        )


def _of_rejected(rule: RetentionRule) -> bool:
    about = not rule.outcomes or REJECTED in rule.outcomes
    everything = EVERYTHING in rule.data and not rule.where and rule.purpose is None
    return bool(rule.at_most) and about and everything


def _guidance(subject: Subject) -> Iterator[Rule]:
    places = {each.country for each in subject.policy.controllers.values()}
    for pack in subject.law.packs:
        for rule in pack.rules if pack.jurisdiction in places else ():
            of_them = subject.vocabulary.is_kind(Kind.ROLE, subject.whose, *rule.roles)
            guides = rule.topic == NOT_HIRED and rule.weight is Weight.GUIDANCE
            if guides and of_them and rule.in_force(subject.on):
                yield rule


def _end(length: Period | None) -> date:
    return add(ANY_DAY, length or Period(), rounding=Rounding.DOWN)


def _left(subject: Subject, path: str, disposal: DisposalMeaning) -> Iterator[Finding]:
    residue = disposal.residue
    waits = bool(WAITING.intersection(disposal.ends)) or residue is not None
    if waits and (residue is None or residue.at_most is None):
        where = f"{path}.ends" if residue is None else f"{path}.residue"
        law = ("GDPR Art. 5(1)(e)", "GDPR Art. 17(1)")
        yield subject.lacks(LEFT, Level.WARNING, where, *law, mend=END_IT)
