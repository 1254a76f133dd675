"""
Transfers on instruments that have ended, that nobody can place, or that are none.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from recruitprivacy.basis import _audit_words as words
from recruitprivacy.basis._audited import Audited
from recruitprivacy.basis._editions import ended
from recruitprivacy.basis._instruments import BY_CLAUSES, FRAMEWORKS, Sending
from recruitprivacy.basis._premise import Verdict
from recruitprivacy.basis._transfers import may_transfer
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
        if NOWHERE in entry.destinations:
            law = ("GDPR Art. 13(1)(f)", "GDPR Art. 45(1)")
            where = f"{path}.to_countries"
            yield audited.finding(words.UNNAMED, Level.NOTE, where, *law, mend=words.NAME_COUNTRY)
        stated = () if entry.instruments is UNSTATED else entry.instruments
        for instrument in stated:
            yield from _instrument(audited, f"{path}.instruments", entry, instrument)


def _instrument(
    audited: Audited, path: str, entry: Transfer, instrument: TransferInstrument
) -> Iterator[Finding]:
    yield from _standing(audited, path, instrument)
    if instrument is TransferInstrument.INTRA_GROUP_AGREEMENT:
        yield from _own_clauses(audited, path, entry)
    if instrument is TransferInstrument.ADEQUACY_DECISION:
        yield from _undecided(audited, path, entry)


def _standing(audited: Audited, path: str, instrument: TransferInstrument) -> Iterator[Finding]:
    rules, label = _rules(audited, instrument), instrument.label
    dead = ended(rules, audited.on)
    if dead:
        yield audited.finding(
            words.INVALID, Level.ERROR, path, *dead, mend=words.RENEW, instrument=label
        )
    elif not rules and (instrument in FRAMEWORKS or instrument in BY_CLAUSES):
        cite = instrument.cites or "GDPR Art. 44"
        yield audited.finding(
            words.NO_RULE, Level.NOTE, path, cite, mend=words.LOAD_IT, instrument=label
        )
    elif _outlived(audited, rules):
        over = [cite for rule in rules for cite in rule.ended_by]
        over += [cite for rule in rules for cite in rule.cites if rule.in_force(audited.on)]
        yield audited.finding(
            words.OUTLIVED, Level.WARNING, path, *over, mend=words.SIGN_NEW, instrument=label
        )
    elif _perhaps_older(audited, rules):
        cites = (cite for rule in rules for cite in rule.cites if rule.in_force(audited.on))
        yield audited.finding(
            words.EDITION, Level.NOTE, path, *cites, mend=words.NAME_EDITION, instrument=label
        )


def _outlived(audited: Audited, rules: tuple[Rule, ...]) -> bool:
    """
    Say whether the text was written before every edition in force began.
    """
    since = audited.policy.version.since
    standing = {rule.id for rule in rules if rule.in_force(audited.on)}
    if since is UNSTATED or not standing:
        return False
    begun = min(rule.applies_from for rule in rules if rule.id in standing)
    return since.latest < begun and len({rule.id for rule in rules}) > 1


def _perhaps_older(audited: Audited, rules: tuple[Rule, ...]) -> bool:
    """
    Say whether the text may mean an edition that has ended, or one of several in force.
    """
    standing = [rule for rule in rules if rule.in_force(audited.on)]
    since = audited.policy.version.since
    written = date.min if since is UNSTATED else since.latest
    begun = [rule.applies_from for rule in standing]
    editions = len({rule.id for rule in rules}) > 1
    return editions and (len(standing) > 1 or any(written < start for start in begun))


def _own_clauses(audited: Audited, path: str, entry: Transfer) -> Iterator[Finding]:
    stated = () if entry.instruments is UNSTATED else entry.instruments
    if not BY_CLAUSES.intersection(stated):
        law = ("GDPR Art. 46(2)(c)", "GDPR Art. 46(3)(a)")
        yield audited.finding(words.OWN_CLAUSES, Level.WARNING, path, *law, mend=words.TAKE_OVER)


def _undecided(audited: Audited, path: str, entry: Transfer) -> Iterator[Finding]:
    adequacy = (TransferInstrument.ADEQUACY_DECISION,)
    for country in entry.to_countries if entry.instruments == adequacy else ():
        sending = Sending(to_country=country, instruments=adequacy)
        asked = (
            may_transfer(sending, each, audited.law, on=audited.on) for each in audited.situations
        )
        if all(answer.standing is Verdict.EXCLUDED for answer in asked):
            yield audited.finding(
                words.UNDECIDED,
                Level.ERROR,
                path,
                "GDPR Art. 45(1)",
                mend=words.RENEW,
                place=country,
            )


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
