"""
Whether data may go to another country, on instruments that have their days.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

import attrs

from recruitprivacy.basis._answer import Answer
from recruitprivacy.basis._editions import instrument_rules
from recruitprivacy.basis._frame import GDPR, UNION, Frame, Known, is_code
from recruitprivacy.basis._instruments import (
    FRAMEWORKS,
    ON_LIST,
    Asked,
    Sending,
    TransferWay,
    by,
    way,
)
from recruitprivacy.basis._national import condition_premise, given_faults, rule_premise
from recruitprivacy.basis._premise import Premise
from recruitprivacy.errors import Fault, FaultsError
from recruitprivacy.findings import Step
from recruitprivacy.law import Law, Rule, Situation
from recruitprivacy.messages import Message, phrase
from recruitprivacy.vocabulary import BUILT_IN, TransferInstrument, Vocabulary

__all__ = ["TRANSFERRING", "Sending", "TransferWay", "Transferring", "may_transfer"]

ADEQUACY: Final = "adequacy"
EEA: Final = "EEA"

LISTED: Final = "recipient_listed"
WORKERS: Final = "transfer.covers_workers"

ELSEWHERE: Final = Message("basis.transfer.what", "sending data to another country")
AT_HOME: Final = Message("basis.transfer.at_home", "no transfer at all")
INSIDE: Final = Message(
    "basis.transfer.inside", "the country is inside the area in which no transfer takes place"
)
DECIDED: Final = Message(
    "basis.transfer.decided", "a decision in force holds that the country protects data well enough"
)
ONWARD: Final = Message(
    "basis.transfer.onward", "whoever gets the data on from there is bound as well"
)
NO_INSTRUMENT: Final = Message("basis.transfer.no_instrument", "an instrument that is named")
NAMED: Final = Message("basis.transfer.named", "the instrument that the transfer rests on is named")
LOOKED_AT: Final = Message(
    "basis.transfer.access", "That data can be looked at from there is a transfer, too."
)
ONLY_THERE: Final = Message(
    "basis.transfer.only_there", "the person is where the firm says this takes place: {places}"
)
TO_TELL: Final = Message(
    "basis.transfer.to_tell",
    "The person is told of the transfer, of what it rests on, and where a copy is to be had.",
)
TO_TELL_ADEQUATE: Final = Message(
    "basis.transfer.to_tell_adequate",
    "The person is told of the transfer, and that a decision on the country exists or does not.",
)

TRANSFERRING: Final = (
    "transfer.assessed",
    "transfer.approved",
    "transfer.importer_bound",
    "transfer.consent_informed",
    "transfer.contract_needs_it",
    "transfer.exception_ground",
    "transfer.authority_told",
    "transfer.occasional",
    "transfer.covers_workers",
    "transfer.onward_bound",
)
"""The facts this question asks, beside conditions of the vocabulary."""


@attrs.frozen(kw_only=True)
class Transferring(Answer):
    """
    Whether data may go to a country.

    Attributes:
        to_country: The country.
    """

    to_country: str


def may_transfer(
    sending: Sending,
    situation: Situation,
    law: Law,
    *,
    on: date,
    vocabulary: Vocabulary = BUILT_IN,
) -> Transferring:
    """
    Judge whether data may go to a country on a day: at home, on a decision, on an instrument.

    A decision on the country counts whether or not the firm names it. An instrument of which no
    dated rule was found is unknown.

    Args:
        sending: Where to, on what, and the facts.
        situation: The ties; the establishment is where the data leave from.
        law: The packs.
        on: The day asked about.
        vocabulary: The words.

    Raises:
        FaultsError: If a fact is unknown, the country is no code, or the situation names no place.

    >>> from recruitprivacy.law import load
    >>> shield = Sending(to_country="US", instruments=(TransferInstrument.PRIVACY_SHIELD_EU_US,),
    ...                  given={"recipient_listed": True, "transfer.covers_workers": True})
    >>> [may_transfer(shield, Situation(establishment="NL"), load("NL"), on=day).standing.value
    ...  for day in (date(2020, 7, 15), date(2020, 7, 16))]
    ['stands', 'excluded']

    Law:
        GDPR Art. 45(1): a decision on the country.
        GDPR Art. 46(1): safeguards.
        GDPR Art. 49(1): exceptions for single cases.
    """
    _refuse(sending, vocabulary)
    frame = Frame(law=law, situation=situation, on=on, vocabulary=vocabulary)
    asked = Asked(sending=sending, frame=frame)
    inside = _inside(asked)
    return Transferring(
        what=ELSEWHERE,
        to_country=sending.to_country,
        premises=(frame.in_force, *(() if inside else (*_onward(asked), *_only_there(asked)))),
        ways=(_at_home(asked),) if inside else tuple(_ways(asked)),
        remarks=tuple(_remarks(asked, inside=inside)),
        **frame.parts,
    )


def _refuse(sending: Sending, vocabulary: Vocabulary) -> None:
    code = sending.to_country
    faults = [*given_faults(sending.given, vocabulary, TRANSFERRING)]
    if not is_code(code):
        problem = f"{code!r} is no country code"
        faults.append(Fault(path="to_country", problem=problem, way_out="write it as in 'US'"))
    if faults:
        raise FaultsError(faults)


def _inside(asked: Asked) -> bool:
    frame, place = asked.frame, asked.sending.to_country
    if frame.act == GDPR:
        packs = [pack for pack in frame.law.packs if pack.jurisdiction == UNION]
    else:
        here = frame.situation.establishment or ""
        packs = [pack for pack in frame.law.packs if not pack.members and pack.reaches(here)]
    return bool(frame.act) and any(pack.reaches(place, on=frame.on) for pack in packs)


def _at_home(asked: Asked) -> TransferWay:
    cites = asked.frame.cite("GDPR Art. 44")
    premise = Premise(fact="to_country", holds=True, what=INSIDE, cites=cites)
    return way(asked, AT_HOME, None, premise)


def _onward(asked: Asked) -> Iterator[Premise]:
    if asked.sending.onward:
        cites = asked.frame.cite("GDPR Art. 44")
        holds = asked.given("transfer.onward_bound")
        yield Premise(fact="transfer.onward_bound", holds=holds, what=ONWARD, cites=cites)


def _only_there(asked: Asked) -> Iterator[Premise]:
    declared, frame = asked.sending.person_in, asked.frame
    if not declared:
        return
    place = frame.situation.residence
    union = next((pack for pack in frame.law.packs if pack.jurisdiction == UNION), None)
    area = {EEA} if place and union and union.reaches(place, on=frame.on) else set()
    holds = None if place is None else not area.union({place}).isdisjoint(declared)
    cites = frame.cite("GDPR Art. 5(1)(a)", "GDPR Art. 13(1)(f)")
    what = phrase(ONLY_THERE, places=declared)
    yield Premise(fact="situation.residence", holds=holds, what=what, cites=cites)


def _ways(asked: Asked) -> Iterator[TransferWay]:
    adequate = tuple(_adequate(asked))
    stated = asked.sending.instruments
    if adequate or TransferInstrument.ADEQUACY_DECISION in stated or not stated:
        yield from adequate or (_undecided(asked),)
    for instrument in stated:
        if instrument is not TransferInstrument.ADEQUACY_DECISION:
            yield way(asked, instrument.label, instrument, *by(asked, instrument))
    if not stated:
        cites = asked.frame.cite("GDPR Art. 46(1)")
        premise = Premise(fact="instruments", holds=None, what=NAMED, cites=cites)
        yield way(asked, NO_INSTRUMENT, None, premise)


def _adequate(asked: Asked) -> Iterator[TransferWay]:
    decision = TransferInstrument.ADEQUACY_DECISION
    for known in asked.frame.asked(ADEQUACY):
        if _is_about(asked, known) and not known.hangs_on:
            rule = known.rule
            premises = (rule_premise(rule, "to_country", DECIDED, holds=True), *_scope(asked, rule))
            yield way(asked, decision.label, decision, *premises)


def _is_about(asked: Asked, known: Known) -> bool:
    place = asked.sending.to_country
    union = [pack for pack in asked.frame.law.packs if pack.jurisdiction == UNION]
    named = {place, place.partition("-")[0]}
    if any(pack.reaches(place, on=asked.frame.on) for pack in union):
        named.add(EEA)
    return known.rule.value in named


def _undecided(asked: Asked) -> TransferWay:
    # Every decision there is stands in the packs that were loaded; no row is no decision.
    decision = TransferInstrument.ADEQUACY_DECISION
    rows = bool(asked.frame.asked(ADEQUACY))
    cites = asked.frame.cite("GDPR Art. 45(1)")
    premise = Premise(
        fact="to_country",
        holds=False if rows else None,
        what=DECIDED,
        cites=cites,
        unsourced=not rows,
    )
    return way(asked, decision.label, decision, premise)


def _scope(asked: Asked, rule: Rule) -> Iterator[Premise]:
    for condition in rule.conditions:
        elsewhere = condition == LISTED and _of_another_list(asked)
        holds = None if elsewhere else asked.given(condition)
        yield condition_premise(asked.frame, rule, condition, holds=holds)
        if condition == LISTED:
            holds = None if elsewhere else asked.given(WORKERS)
            yield rule_premise(rule, WORKERS, ON_LIST, holds=holds)


def _of_another_list(asked: Asked) -> bool:
    """
    Say whether what is known of a list is about a scheme that has ended, or not yet begun.
    """
    named = [each for each in asked.sending.instruments if each in FRAMEWORKS]
    rules = (instrument_rules(asked.frame, each) for each in named)
    return bool(named) and not any(
        rule.in_force(asked.frame.on) for found in rules for rule in found
    )


def _remarks(asked: Asked, *, inside: bool) -> Iterator[Step]:
    cite, sending = asked.frame.cite, asked.sending
    if sending.access and not inside:
        yield Step(says=phrase(LOOKED_AT), cites=cite("GDPR Art. 44"))
    if not inside:
        copied = any(each.stands_for.cites.startswith(COPIED) for each in sending.instruments)
        told = cite("GDPR Art. 13(1)(f)", "GDPR Art. 14(1)(f)", "GDPR Art. 15(2)")
        yield Step(says=phrase(TO_TELL if copied else TO_TELL_ADEQUATE), cites=told)


COPIED: Final = ("GDPR Art. 46", "GDPR Art. 47", "GDPR Art. 49(1)")
