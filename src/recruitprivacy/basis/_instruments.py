"""
What each instrument of transfer needs before a transfer can rest on it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from types import MappingProxyType
from typing import Final

import attrs

from recruitprivacy.basis._answer import Answer
from recruitprivacy.basis._editions import edition_premise, instrument_rules
from recruitprivacy.basis._frame import Frame
from recruitprivacy.basis._national import said
from recruitprivacy.basis._premise import Premise, negated
from recruitprivacy.frozen import FrozenMap
from recruitprivacy.messages import Message
from recruitprivacy.vocabulary import TransferInstrument

__all__ = ["BY_CLAUSES", "FRAMEWORKS", "ON_LIST", "Asked", "Sending", "TransferWay", "by", "way"]

ON_LIST: Final = Message(
    "basis.transfer.on_list", "the recipient is on the list of the scheme, for data of workers too"
)
ASSESSED: Final = Message(
    "basis.transfer.assessed",
    "somebody looked at the law of the country and what it does to the safeguards, in writing",
)
APPROVED: Final = Message("basis.transfer.approved", "an authority has approved or authorised it")
NOT_BOUND: Final = Message(
    "basis.transfer.not_bound", "the recipient is not itself bound by the GDPR for this"
)
INFORMED: Final = Message(
    "basis.transfer.informed",
    "the person agreed explicitly to this very transfer, after being told of its risks",
)
CALLED_FOR: Final = Message(
    "basis.transfer.called_for", "a contract with or for the person cannot do without it"
)
OCCASIONAL: Final = Message(
    "basis.transfer.occasional", "it happens now and then, and is no part of how the firm works"
)
GROUND: Final = Message("basis.transfer.ground", "what the exception is made for is there")
NOTIFIED: Final = Message(
    "basis.transfer.notified", "the authority and the person are told, and few people are concerned"
)
FRAMEWORKS: Final = frozenset(
    {
        TransferInstrument.SAFE_HARBOUR_EU_US,
        TransferInstrument.PRIVACY_SHIELD_EU_US,
        TransferInstrument.PRIVACY_SHIELD_CH_US,
        TransferInstrument.DATA_PRIVACY_FRAMEWORK_EU_US,
        TransferInstrument.DATA_PRIVACY_FRAMEWORK_CH_US,
    }
)
BY_CLAUSES: Final = frozenset(
    {TransferInstrument.STANDARD_CONTRACTUAL_CLAUSES, TransferInstrument.BINDING_CORPORATE_RULES}
)
APPROVED_BY: Final = frozenset(
    {
        TransferInstrument.AUTHORITY_CLAUSES,
        TransferInstrument.CODE_OF_CONDUCT,
        TransferInstrument.CERTIFICATION,
        TransferInstrument.AD_HOC_CLAUSES,
        TransferInstrument.INTRA_GROUP_AGREEMENT,
        TransferInstrument.BINDING_CORPORATE_RULES,
        TransferInstrument.BINDING_PUBLIC_INSTRUMENT,
        TransferInstrument.ADMINISTRATIVE_ARRANGEMENT,
    }
)
EXCEPTIONS: Final[Mapping[TransferInstrument, tuple[str, Message]]] = MappingProxyType(
    {
        TransferInstrument.EXPLICIT_CONSENT: ("transfer.consent_informed", INFORMED),
        TransferInstrument.CONTRACT_WITH_SUBJECT: ("transfer.contract_needs_it", CALLED_FOR),
        TransferInstrument.CONTRACT_IN_INTEREST: ("transfer.contract_needs_it", CALLED_FOR),
        TransferInstrument.PUBLIC_INTEREST: ("transfer.exception_ground", GROUND),
        TransferInstrument.LEGAL_CLAIMS: ("transfer.exception_ground", GROUND),
        TransferInstrument.VITAL_INTERESTS: ("transfer.exception_ground", GROUND),
        TransferInstrument.PUBLIC_REGISTER: ("transfer.exception_ground", GROUND),
        TransferInstrument.COMPELLING_INTERESTS: ("transfer.authority_told", NOTIFIED),
    }
)
"""The exceptions for single cases, and what each needs to be shown."""


@attrs.frozen(kw_only=True)
class Sending:
    """
    Data that go, or can be looked at, across a border.

    Attributes:
        to_country: Where to: a two-letter code.
        instruments: What it rests on, as the firm says; one that stands is enough.
        edition: The id of the rule for the edition of the clauses, as in ``eu.transfer.scc_2021``.
        concluded_on: The day the clauses were signed.
        access: Whether the data stay and are looked at from there.
        onward: Whether they are passed on from there.
        person_in: Where the person must be for it to happen, as the firm says: two-letter codes, or
            ``EEA``; empty is anywhere.
        given: Facts by name: those in :data:`TRANSFERRING`, and conditions of the vocabulary.

    Law:
        GDPR Art. 44: each transfer, onward ones too.
    """

    to_country: str
    instruments: tuple[TransferInstrument, ...] = ()
    edition: str = ""
    concluded_on: date | None = None
    access: bool = False
    onward: bool | None = None
    person_in: tuple[str, ...] = ()
    given: FrozenMap[str, bool] = attrs.field(factory=FrozenMap, converter=FrozenMap[str, bool])


@attrs.frozen(kw_only=True)
class TransferWay(Answer):
    """
    One instrument, and whether the transfer can rest on it that day.

    Attributes:
        instrument: The instrument; None where none is needed, or none is named.
    """

    instrument: TransferInstrument | None = None


@attrs.frozen(kw_only=True)
class Asked:
    """
    A transfer under the law of its situation.
    """

    sending: Sending
    frame: Frame

    def given(self, fact: str) -> bool | None:
        """
        Tell a fact that was given.
        """
        return said(self.sending.given, fact, self.frame.vocabulary)


def by(asked: Asked, instrument: TransferInstrument) -> Iterator[Premise]:
    """
    List what one instrument needs.
    """
    if instrument in EXCEPTIONS:
        yield from _exception(asked, instrument)
        return
    rules = instrument_rules(asked.frame, instrument)
    if rules or instrument in FRAMEWORKS or instrument in BY_CLAUSES:
        sending = asked.sending
        yield edition_premise(
            asked.frame, rules, edition=sending.edition, concluded_on=sending.concluded_on
        )
    if instrument in FRAMEWORKS:
        yield from _listed(asked)
        return
    # Clauses an authority adopted are approved as such; a rule that dates them says no less.
    adopted = bool(rules) and instrument is TransferInstrument.AUTHORITY_CLAUSES
    if instrument in APPROVED_BY and not adopted:
        yield _premise(asked, "transfer.approved", APPROVED, instrument.cites)
    if instrument is TransferInstrument.STANDARD_CONTRACTUAL_CLAUSES:
        yield _not_bound(asked)
    assessed = _premise(asked, "transfer.assessed", ASSESSED, "GDPR Art. 46(1)", "C-311/18")
    yield attrs.evolve(assessed, judged=True)


def _premise(asked: Asked, fact: str, what: Message, *cites: str) -> Premise:
    return Premise(fact=fact, holds=asked.given(fact), what=what, cites=asked.frame.cite(*cites))


def _listed(asked: Asked) -> Iterator[Premise]:
    for fact in ("recipient_listed", "transfer.covers_workers"):
        yield _premise(asked, fact, ON_LIST, "GDPR Art. 45(3)")


def _not_bound(asked: Asked) -> Premise:
    cites = ("Decision 2021/914 Recital 7", "GDPR Art. 46(2)(c)")
    bound = _premise(asked, "transfer.importer_bound", NOT_BOUND, *cites)
    return attrs.evolve(bound, holds=negated(bound.holds))


def _exception(asked: Asked, instrument: TransferInstrument) -> Iterator[Premise]:
    fact, what = EXCEPTIONS[instrument]
    yield _premise(asked, fact, what, instrument.cites)
    occasional = ("GDPR Recital 111", "GDPR Art. 49(1)")
    yield _premise(asked, "transfer.occasional", OCCASIONAL, *occasional)


def way(
    asked: Asked, what: Message, instrument: TransferInstrument | None, *premises: Premise
) -> TransferWay:
    """
    Make the answer about one instrument.
    """
    frame = asked.frame
    return TransferWay(
        what=what,
        instrument=instrument,
        premises=premises,
        **frame.parts,
    )
