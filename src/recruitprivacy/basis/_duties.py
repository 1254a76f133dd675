"""
Whether a provision that is said to oblige truly binds the controller, here and on that day.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from recruitprivacy.basis._frame import Frame
from recruitprivacy.basis._premise import Premise
from recruitprivacy.citations import Citation
from recruitprivacy.errors import CitationError, Fault, FaultsError, UnknownActError
from recruitprivacy.findings import Weight
from recruitprivacy.law import Confidence, Kind, Rule
from recruitprivacy.messages import Message, Phrase, phrase
from recruitprivacy.vocabulary import Kind as Term

__all__ = ["duty_premises"]

BINDS: Final = Message("basis.duty.binds", "this binds the controller by law: {duty}")
SEEN: Final = Message(
    "basis.duty.seen", "somebody read this and found that it obliges the controller: {duty}"
)
FOREIGN: Final = Message(
    "basis.duty.foreign",
    "this is law of the Union or of a country that binds the controller: {duty}",
)
NAMED: Final = Message("basis.duty.named", "the provision that obliges the controller is named")
OBLIGES: Final = frozenset({Kind.FLOOR, Kind.FIXED})


def duty_premises(
    frame: Frame,
    fact: str,
    duties: tuple[str, ...] | None,
    categories: Iterable[str],
    *cites: str,
    role: str = "",
) -> Iterator[Premise]:
    """
    List what each named duty needs to be one; one named duty that stands is enough.

    Where none is named, the rules that make the controller keep such data are looked for; they
    bind also somebody who says that nothing does. A rule about people in other roles makes nobody
    keep anything of this one.
    """
    if not duties:
        found = tuple(_keeping(frame, tuple(categories), role))
        named = tuple(_of_rule(fact, rule) for rule in found)
        holds = None if duties is None else False
        yield from named or (Premise(fact=fact, holds=holds, what=NAMED, cites=frame.cite(*cites)),)
    else:
        premises = [_duty(frame, fact, duty) for duty in duties]
        order = (True, None, False)
        yield min(premises, key=lambda premise: order.index(premise.holds))


def _keeping(frame: Frame, categories: tuple[str, ...], role: str) -> Iterator[Rule]:
    if not categories:
        return
    is_kind = frame.vocabulary.is_kind
    for known in frame.asked("retention", categories):
        rule = known.rule
        binding = rule.kind in OBLIGES and rule.weight is Weight.STATUTE
        theirs = not rule.roles or is_kind(Term.ROLE, role, *rule.roles)
        if binding and theirs and rule.categories and not (known.hangs_on or rule.conditions):
            yield rule


def _of_rule(fact: str, rule: Rule) -> Premise:
    return Premise(
        fact=fact,
        holds=True,
        what=phrase(BINDS, duty=rule.cites),
        cites=rule.cites,
        weight=rule.weight,
        rule=rule.id,
        doubted=rule.confidence is Confidence.UNVERIFIED,
    )


def _duty(frame: Frame, fact: str, duty: str) -> Premise:
    rules = [rule for pack in frame.law.packs for rule in pack.rules if rule.id == duty]
    if rules:
        return _named_rule(frame, fact, rules)
    try:
        cite = Citation.parse(duty, frame.law.acts)
    except (CitationError, UnknownActError) as error:
        way_out = "name a rule of the law, or a provision of an act a loaded pack knows"
        raise FaultsError([Fault(path=fact, problem=str(error), way_out=way_out)]) from None
    return _provision(frame, fact, cite)


def _named_rule(frame: Frame, fact: str, rules: list[Rule]) -> Premise:
    topic = rules[0].topic
    applies = [known for known in frame.asked(topic) if known.rule in rules]
    standing = [known.rule for known in applies if not known.hangs_on]
    if standing and standing[0].weight is Weight.STATUTE:
        return _of_rule(fact, standing[0])
    open_ = bool(applies) and not standing
    return Premise(
        fact=f"situation.{applies[0].hangs_on[0]}" if open_ else fact,
        holds=None if open_ else False,
        what=phrase(BINDS, duty=rules[0].cites),
        cites=rules[0].cites,
        rule=rules[0].id,
    )


def _provision(frame: Frame, fact: str, cite: Citation) -> Premise:
    of_act = [pack for pack in frame.law.packs if cite.act in pack.acts]
    ties = _ties(frame)
    reached = any(pack.reaches(place, on=frame.on) for pack in of_act for place in ties)
    what: Phrase = phrase(SEEN if reached else FOREIGN, duty=cite)
    # That an act is known says nothing of what its provision asks; somebody has to have read it.
    holds = None if reached else False
    return Premise(fact=fact, holds=holds, what=what, cites=(cite,), judged=True)


def _ties(frame: Frame) -> tuple[str, ...]:
    situation = frame.situation
    places = (situation.establishment, situation.place_of_work, situation.formal_employer)
    return tuple(place for place in places if place)
