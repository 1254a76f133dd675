"""
Transfers on instruments that have ended, that nobody can place, or that are none.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from recruitprivacy.basis import _audit_words as words
from recruitprivacy.basis._audited import Audited
from recruitprivacy.basis._editions import ended
from recruitprivacy.basis._instruments import BY_CLAUSES, FRAMEWORKS
from recruitprivacy.findings import Finding, Level
from recruitprivacy.law import Rule
from recruitprivacy.policy import UNSTATED, Transfer
from recruitprivacy.vocabulary import TransferInstrument

__all__ = ["transfers"]

TOPIC: Final = "transfer_instrument"
NOWHERE: Final = "third_country_unspecified"


def transfers(audited: Audited) -> Iterator[Finding]:
    """
    Judge each transfer that is declared, on the day.
    """
    for name, entry in audited.policy.transfers.items():
        path = f"transfers.{name}"
        if entry.roles and all(audited.theirs(role) for role in entry.roles):
            continue
        if not entry.to_countries and NOWHERE in entry.destinations:
            law = ("GDPR Art. 13(1)(f)", "GDPR Art. 45(1)")
            where = f"{path}.to_countries"
            yield audited.finding(words.UNNAMED, Level.NOTE, where, *law, mend=words.NAME_COUNTRY)
        stated = () if entry.instruments is UNSTATED else entry.instruments
        for instrument in stated:
            yield from _instrument(audited, f"{path}.instruments", entry, instrument)


def _instrument(
    audited: Audited, path: str, entry: Transfer, instrument: TransferInstrument
) -> Iterator[Finding]:
    rules = _rules(audited, instrument)
    dead = ended(rules, audited.on)
    if dead:
        yield audited.finding(
            words.INVALID, Level.ERROR, path, *dead, mend=words.RENEW, instrument=instrument.label
        )
    elif not rules and (instrument in FRAMEWORKS or instrument in BY_CLAUSES):
        yield audited.finding(
            words.NO_RULE,
            Level.NOTE,
            path,
            instrument.cites or "GDPR Art. 44",
            mend=words.LOOK_UP,
            instrument=instrument.label,
        )
    elif len({rule.id for rule in rules}) > 1:
        yield audited.finding(
            words.EDITION,
            Level.NOTE,
            path,
            *(cite for rule in rules for cite in rule.cites if rule.in_force(audited.on)),
            mend=words.NAME_EDITION,
            instrument=instrument.label,
        )
    own = instrument is TransferInstrument.INTRA_GROUP_AGREEMENT
    stated = () if entry.instruments is UNSTATED else entry.instruments
    if own and not BY_CLAUSES.intersection(stated):
        law = ("GDPR Art. 46(2)(c)", "GDPR Art. 46(3)(a)")
        yield audited.finding(words.OWN_CLAUSES, Level.WARNING, path, *law, mend=words.TAKE_OVER)


def _rules(audited: Audited, instrument: TransferInstrument) -> tuple[Rule, ...]:
    """
    List the rules on an instrument in every pack loaded: it matters to whom it is stated.
    """
    return tuple(
        rule
        for pack in audited.law.packs
        for rule in pack.rules
        if rule.topic == TOPIC and rule.value == instrument.value
    )
