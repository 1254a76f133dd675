"""
Instruments of transfer by edition: which was in force when, and for contracts of which day.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Final

from recruitprivacy.basis._frame import Frame
from recruitprivacy.basis._premise import Premise
from recruitprivacy.citations import Citation
from recruitprivacy.errors import Fault, FaultsError
from recruitprivacy.law import Confidence, Rule
from recruitprivacy.messages import Message
from recruitprivacy.near import nearest
from recruitprivacy.vocabulary import TransferInstrument

__all__ = ["edition_premise", "ended", "instrument_rules"]

TOPIC: Final = "transfer_instrument"
IN_FORCE: Final = Message("basis.transfer.in_force", "the instrument is in force on that day")
EDITION: Final = Message(
    "basis.transfer.edition", "the clauses are of an edition that is in force on that day"
)


def instrument_rules(frame: Frame, instrument: TransferInstrument) -> tuple[Rule, ...]:
    """
    List every version of every rule on an instrument whose pack reaches the establishment.
    """
    place = frame.situation.establishment or ""
    return tuple(
        rule
        for pack in frame.law.packs
        if pack.reaches(place)
        for rule in pack.rules
        if rule.topic == TOPIC and rule.value == instrument.value
    )


def ended(rules: Iterable[Rule], on: date) -> tuple[Citation, ...]:
    """
    Cite what ended an instrument, where none of its rules is in force; else nothing.
    """
    found = tuple(rules)
    if any(rule.in_force(on) for rule in found):
        return ()
    cites = (cite for rule in found for cite in (*rule.ended_by, *rule.cites))
    return tuple(dict.fromkeys(cites))


def edition_premise(
    frame: Frame, rules: tuple[Rule, ...], *, edition: str, concluded_on: date | None
) -> Premise:
    """
    Judge whether an instrument, or the edition of it that was signed, is in force.
    """
    editions = _editions(rules)
    if not editions:
        fact = f"law.{TOPIC}"
        return Premise(fact=fact, holds=None, what=IN_FORCE, unsourced=True)
    candidates = _candidates(editions, edition, concluded_on)
    lives = [any(rule.in_force(frame.on) for rule in versions) for versions in candidates]
    holds = None if len(set(lives)) > 1 else bool(lives) and lives[0]
    standing = [rule for versions in candidates for rule in versions if rule.in_force(frame.on)]
    chosen = standing or [rule for versions in candidates or editions.values() for rule in versions]
    cites = tuple(cite for rule in standing for cite in rule.cites) or ended(chosen, frame.on)
    return Premise(
        fact="edition" if len(editions) > 1 else "instruments",
        holds=holds,
        what=EDITION if len(editions) > 1 else IN_FORCE,
        cites=tuple(dict.fromkeys(cites)),
        rule=chosen[-1].id,
        doubted=any(rule.confidence is Confidence.UNVERIFIED for rule in chosen),
    )


def _editions(rules: tuple[Rule, ...]) -> dict[str, list[Rule]]:
    found: dict[str, list[Rule]] = {}
    for rule in sorted(rules, key=lambda rule: rule.applies_from):
        found.setdefault(rule.id, []).append(rule)
    return found


def _candidates(
    editions: dict[str, list[Rule]], edition: str, concluded_on: date | None
) -> list[list[Rule]]:
    if edition and edition not in editions:
        near = nearest(edition, editions)
        problem = f"no rule {edition!r} on this instrument"
        raise FaultsError([Fault(path="edition", problem=problem, nearest=near)])
    named = [editions[edition]] if edition else list(editions.values())
    # The first version of an edition says until when it could be signed, a later one how long what
    # was signed goes on.
    return [
        versions for versions in named if concluded_on is None or versions[0].in_force(concluded_on)
    ]
