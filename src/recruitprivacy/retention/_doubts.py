"""
What makes a whole answer doubtful: facts that are old or not all there, names nobody declared.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Final

from recruitprivacy.findings import DID_YOU_MEAN, Finding, Level
from recruitprivacy.messages import Message, Phrase, phrase
from recruitprivacy.near import nearest
from recruitprivacy.policy import Policy
from recruitprivacy.retention._case import Case
from recruitprivacy.retention._names import SINGLE
from recruitprivacy.timeline import RecordFacts
from recruitprivacy.vocabulary import Kind

__all__ = ["findings_of_facts", "misnamed_controller", "misnamed_role", "unread"]

STALE: Final = Message(
    "retention.finding.facts_of_another_day",
    "The facts are as of {day}, and not of the day asked about.",
)
OTHER_POLICY: Final = Message(
    "retention.finding.facts_of_another_policy",
    "The facts were gathered for another policy or version; what this one asks for may be missing.",
)
GATHER_ANEW: Final = Message(
    "retention.mend.gather_anew", "Gather the facts anew, for this policy and this day."
)
ROLE: Final = Message(
    "retention.finding.role_not_declared",
    "The notice does not speak of people in this role, so it governs nothing here.",
)
CONTROLLER: Final = Message(
    "retention.finding.controller_not_declared",
    "The notice does not name this controller, so nobody knows who decides.",
)
WORD: Final = Message(
    "retention.finding.word_unknown",
    "Nobody knows the word “{key}”, so this counts as not recorded: {fact}.",
)

OLD_FACTS: Final = "facts.on"
BARS: Final[Mapping[str, str]] = MappingProxyType(
    {"holds": "hold.open", "freezes": "request.open", "restrictions": "restriction.open"}
)
"""Ledgers of what stops erasing, and the facts they are."""


def unread(case: Case, controller: str, unloaded: Iterable[str]) -> Iterator[str]:
    """
    Name the facts for want of which nothing may be erased, whatever the rules say.

    A law that nobody loaded may keep the data, and so may the law of an establishment that nobody
    knows; a hold, request or restriction may stand that nobody handed over.
    """
    ties = case.situation
    places = {ties.establishment, ties.place_of_work, ties.formal_employer}
    yield from (f"law.{place}" for place in unloaded if place in places)
    if ties.establishment is None:
        yield "establishment"
    if controller and controller not in case.policy.controllers:
        yield "record.controller"
    if case.facts.on < case.on:
        yield OLD_FACTS
    yield from (fact for ledger, fact in BARS.items() if ledger in case.facts.unknown)
    if case.notice_unsure or ("notices" in case.facts.unknown and case.policy.earlier):
        yield "notice.state"


def findings_of_facts(case: Case) -> Iterator[Finding]:
    """
    Say what is doubtful about the facts, what their own fold found included.
    """
    facts, policy = case.facts, case.policy
    if facts.on != case.on:
        yield _finding(phrase(STALE, day=facts.on), "facts.on", phrase(GATHER_ANEW))
    if (facts.policy, facts.version) != (policy.id, policy.version_number):
        yield _finding(phrase(OTHER_POLICY), "facts.policy", phrase(GATHER_ANEW))
    yield from facts.findings_about(case.name)
    yield from _unknown_words(case)


def _unknown_words(case: Case) -> Iterator[Finding]:
    record = case.record
    words = (
        (Kind.OUTCOME, record.outcome, "record.outcome"),
        (Kind.SOURCE, record.obtained_from, "record.obtained_from"),
    )
    for kind, key, fact in words:
        if key is not None and not case.vocabulary.has(kind, key):
            near = case.vocabulary.nearest(kind, key)
            mend = phrase(DID_YOU_MEAN, nearest=near) if near else None
            says = phrase(WORD, key=key, fact=SINGLE[fact])
            yield _finding(says, f"records.{case.name}", mend)


def misnamed_role(policy: Policy, record: RecordFacts) -> Finding:
    """
    Say that the policy does not speak of a role, and which one was probably meant.
    """
    near = nearest(record.role, policy.roles)
    return _meant(ROLE, f"roles.{record.role}", near)


def misnamed_controller(policy: Policy, controller: str) -> Finding | None:
    """
    Say that the policy has no such controller, and which one was probably meant.
    """
    if not controller or controller in policy.controllers:
        return None
    return _meant(CONTROLLER, f"controllers.{controller}", nearest(controller, policy.controllers))


def _meant(says: Message, path: str, near: str) -> Finding:
    return _finding(phrase(says), path, phrase(DID_YOU_MEAN, nearest=near) if near else None)


def _finding(says: Phrase, path: str, mend: Phrase | None) -> Finding:
    code = says.message.code.replace(".finding.", ".")
    return Finding(code=code, level=Level.WARNING, path=path, says=says, mend=mend)
