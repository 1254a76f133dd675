"""
What is told with a copy of one's data, from the declaration and from what happened.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import TypeVar

import attrs

from recruitprivacy.basis import Entry, record_of_processing
from recruitprivacy.policy import Automation, Policy, Running
from recruitprivacy.retention import Disposal, On
from recruitprivacy.rights._held import HeldItem
from recruitprivacy.timeline import DisclosureFacts, Facts, Known, RecordFacts
from recruitprivacy.vocabulary import Kind, Origin, Right, Vocabulary

__all__ = ["Kept", "Particulars", "Passed", "particulars"]

T = TypeVar("T")


@attrs.frozen(kw_only=True)
class Passed:
    """
    Somebody who got the data.

    Attributes:
        recipient: What kind of recipient.
        to: Which one, as the host's opaque id; empty where nobody noted it.
        on: When, or None where nobody knows.
        categories: Which data, or None where nobody noted it.
    """

    recipient: str
    to: str = ""
    on: date | None = None
    categories: tuple[str, ...] | None = None


@attrs.frozen(kw_only=True)
class Kept:
    """
    How long some data are kept.

    Attributes:
        record: The record.
        category: The data.
        gone_by: The last day on which they may be there; None where what sets it is not known yet.
        rules: The rules that say so, by their names.
    """

    record: str
    category: str
    gone_by: date | None = None
    rules: tuple[str, ...] = ()


@attrs.frozen(kw_only=True)
class Particulars:
    """
    What a person is told beside the copy.

    Attributes:
        uses: What the data are used for, by whom, on which basis, and where they go.
        passed: The recipients that did get them.
        recipients: The kinds of recipient declared, where nobody noted which ones did.
        kept: How long.
        rights: What else they may ask for.
        complaints: The ways to complain, by name in the declaration.
        authorities: The authorities the declaration names.
        sources: Where data came from that did not come from the person, by record, as noted of the
            record or of a thing in it.
        automation: What machines decide or prepare, as declared.
        missing: What the law asks to be told, and nobody knows or declares: ``recipients``,
            ``purposes``, ``kept``, ``authorities``, ``sources``; nothing where nothing is held.
    """

    uses: tuple[Entry, ...] = ()
    passed: tuple[Passed, ...] = ()
    recipients: tuple[str, ...] = ()
    kept: tuple[Kept, ...] = ()
    rights: tuple[Right, ...] = ()
    complaints: tuple[str, ...] = ()
    authorities: tuple[str, ...] = ()
    sources: tuple[tuple[str, str], ...] = ()
    automation: tuple[tuple[str, Automation], ...] = ()
    missing: tuple[str, ...] = ()


def particulars(
    policy: Policy,
    facts: Facts,
    disposals: Iterable[Disposal],
    items: Iterable[HeldItem] = (),
    *,
    on: date,
    vocabulary: Vocabulary,
) -> Particulars:
    """
    Collect what a person is told beside the copy, by the declaration their notice is made of.

    Law:
        GDPR Art. 15(1): points (a) to (h).
        GDPR Art. 15(2): the safeguards of transfers.
        C-154/21: who did get the data, and not only which kind of recipient.
    """
    held = tuple(items)
    roles = {each.role for each in facts.records.values()} & set(policy.roles)
    whose = {policy.role_of(role) for role in roles} | roles
    entries = record_of_processing(policy, on=on).entries
    uses = tuple(each for each in entries if whose.intersection(each.roles))
    passed = tuple(map(_passed, facts.disclosures))
    noted = "disclosures" not in facts.unknown and all(each.to for each in passed)
    told = Particulars(
        uses=uses,
        passed=passed,
        recipients=() if noted and passed else _once(x for each in uses for x in each.recipients),
        kept=tuple(map(_kept, disposals)),
        rights=tuple(Right),
        complaints=tuple(policy.complaints),
        authorities=tuple(each.name for each in policy.authorities.values()),
        sources=_once(_sources(facts, held, vocabulary)),
        automation=tuple(
            (name, each)
            for name, each in policy.automation.items()
            if each.running is Running.RUNS and (not each.roles or whose.intersection(each.roles))
        ),
    )
    if not facts.records:
        return told
    return attrs.evolve(told, missing=tuple(_missing(told, facts, held, noted=noted)))


def _passed(disclosed: DisclosureFacts) -> Passed:
    moment = disclosed.disclosed
    return Passed(
        recipient=disclosed.recipient,
        to=disclosed.to,
        on=moment.day if isinstance(moment, Known) else None,
        categories=disclosed.categories,
    )


def _kept(disposal: Disposal) -> Kept:
    end = disposal.must_be_gone_by
    return Kept(
        record=disposal.record,
        category=disposal.category,
        gone_by=end.day if isinstance(end, On) else None,
        rules=tuple(dict.fromkeys(each.clause.rule for each in disposal.deciding)),
    )


def _sources(
    facts: Facts, items: Iterable[HeldItem], vocabulary: Vocabulary
) -> Iterator[tuple[str, str]]:
    of_records = ((name, record.obtained_from) for name, record in facts.records.items())
    for name, source in (*of_records, *((each.record, each.source) for each in items)):
        if source is not None and not _of_the_person(source, vocabulary):
            yield name, source


def _of_the_person(source: str, vocabulary: Vocabulary) -> bool:
    known = vocabulary.has(Kind.SOURCE, source)
    return known and vocabulary.term(Kind.SOURCE, source).origin is Origin.SUBJECT


def _missing(
    told: Particulars, facts: Facts, items: tuple[HeldItem, ...], *, noted: bool
) -> Iterator[str]:
    if not told.uses:
        yield "purposes"
    if not noted:
        yield "recipients"
    if any(each.gone_by is None and not each.rules for each in told.kept):
        yield "kept"
    if not told.authorities:
        yield "authorities"
    if any(_unsourced(name, record, items) for name, record in facts.records.items()):
        yield "sources"


def _unsourced(name: str, record: RecordFacts, items: Iterable[HeldItem]) -> bool:
    handed = [each.source for each in items if each.record == name]
    return record.obtained_from is None and (not handed or None in handed)


def _once(found: Iterable[T]) -> tuple[T, ...]:
    return tuple(dict.fromkeys(found))
