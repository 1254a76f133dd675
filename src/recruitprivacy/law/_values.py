"""
The answers of the law that are no length of time, no age and no name: a closed list.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from recruitprivacy.messages import Message

__all__ = [
    "ANSWERS",
    "DEADLINES",
    "HOLDS",
    "KEEPING",
    "MARKETING",
    "PAUSES",
    "PERMISSIONS",
    "STARTS",
]

_ALL: Final = (
    Message("law.answer.prohibited", "It is prohibited."),
    Message("law.answer.prohibited_unless", "It is prohibited, with exceptions."),
    Message("law.answer.statutory_basis_only", "Only where an act says so."),
    Message("law.answer.restricted", "Only on the grounds the text lists."),
    Message("law.answer.individual_only", "Only the person asks for the extract, and shows it."),
    Message("law.answer.permit_required", "A permit is needed first."),
    Message("law.answer.consent_required", "Consent is needed."),
    Message("law.answer.explicit_consent_required", "Explicit consent is needed."),
    Message("law.answer.allowed_with_safeguards", "The text allows it, with safeguards."),
    Message("law.answer.required", "It is required."),
    Message("law.answer.on_request", "It is owed where the person asks."),
    Message("law.answer.merits_on_request", "The merits of whoever was hired are told on request."),
    Message("law.answer.reasons_on_request", "The reasons are told on request."),
    Message("law.answer.pay_range_told", "The pay or its range is told."),
    Message("law.answer.pay_history_prohibited", "Earlier pay is not asked about."),
    Message("law.answer.no_longer_than_necessary", "No longer than the purpose needs."),
    Message("law.answer.no_period_set", "The law sets no period."),
    Message("law.answer.while_employed", "As long as the employment lasts."),
    Message("law.answer.no_time_limit", "There is no time limit."),
    Message("law.answer.without_undue_delay", "Without undue delay."),
    Message("law.answer.at_once", "At once."),
    Message("law.answer.hold", "It may be kept for that alone, as long as it is needed."),
    Message("law.answer.restart", "The period begins anew."),
    Message("law.answer.suspend", "The period stands still meanwhile."),
    Message("law.answer.identity_proved", "From the day the person showed who they are."),
    Message("law.answer.fee_paid", "From the day the fee was paid."),
    Message(
        "law.answer.fee_announced",
        "From the end of the days a person has to think about a fee that was announced.",
    ),
    Message("law.answer.day_after_receipt", "From the day after receipt."),
    Message("law.answer.identity_asked", "While proof of who the person is, is awaited."),
    Message("law.answer.clarification_asked", "While it is awaited what the person means."),
    Message("law.answer.opt_in", "Only with consent given before."),
    Message("law.answer.opt_out", "Unless the person has objected."),
    Message(
        "law.answer.soft_opt_in", "Without consent to customers, who can object in every message."
    ),
)

ANSWERS: Final[Mapping[str, Message]] = MappingProxyType(
    {each.code.removeprefix("law.answer."): each for each in _ALL}
)
"""What each answer says, by key."""

KEEPING: Final = (
    "no_longer_than_necessary",
    "no_period_set",
    "no_time_limit",
    "at_once",
    "while_employed",
)
HOLDS: Final = ("hold", "restart", "suspend")
DEADLINES: Final = ("no_time_limit", "without_undue_delay", "at_once", "no_period_set")
STARTS: Final = ("identity_proved", "fee_paid", "fee_announced", "day_after_receipt")
PAUSES: Final = ("identity_asked", "clarification_asked")
MARKETING: Final = ("opt_in", "opt_out", "soft_opt_in", "prohibited_unless")
PERMISSIONS: Final = (
    "prohibited",
    "prohibited_unless",
    "statutory_basis_only",
    "restricted",
    "individual_only",
    "permit_required",
    "consent_required",
    "explicit_consent_required",
    "allowed_with_safeguards",
    "required",
    "on_request",
    "merits_on_request",
    "reasons_on_request",
    "pay_range_told",
    "pay_history_prohibited",
)
