"""
Which version of the notice binds for a record.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import attrs

from recruitprivacy.findings import Finding, Level
from recruitprivacy.messages import Message, phrase
from recruitprivacy.policy import UNSTATED, Policy
from recruitprivacy.timeline import Absence, Facts, Known, Moment, NoticeFacts, trigger_moment
from recruitprivacy.vocabulary import Vocabulary

__all__ = ["Promised", "promised"]

COLLECTED: Final = "data_collected"
NO_NOTICE: Final = Message(
    "retention.finding.no_notice",
    "It is not recorded that the person was given a notice; "
    "the version published when the data were collected is used.",
)
NO_VERSION: Final = Message(
    "retention.finding.no_version",
    "It is not known which notice the person was given; the current one is used.",
)
SEVERAL: Final = Message(
    "retention.finding.several_notices",
    "Several versions of the notice were given on one day; the promises of each of them bind.",
)
UNDATED: Final = Message(
    "retention.finding.undated_notice",
    "It is not known when the person was given one of the notices, so nobody knows which came "
    "last, and nothing is erased.",
)
RECORD_IT: Final = Message(
    "retention.mend.record_notice", "Record which version each person is given, and when."
)


@attrs.frozen(kw_only=True)
class Promised:
    """
    The version whose promises bind, and what is doubtful about it.

    Attributes:
        policy: The version.
        also: Others that were given on the same day, so that nobody knows which came last.
        unsure: Whether another may have come last, on a day that nobody noted.
        finding: What is doubtful.
    """

    policy: Policy
    also: tuple[Policy, ...] = ()
    unsure: bool = False
    finding: Finding | None = None


def promised(policy: Policy, facts: Facts, record: str, vocabulary: Vocabulary) -> Promised:
    """
    Find the version a person was given for a record.

    Without one it is the version published when the data were collected, else the current one.
    Where only one version is known, there is nothing to choose, unless it is younger than the data.
    """
    role = facts.records[record].role
    whose = policy.role_of(role) if role in policy.roles else role
    notices = [*facts.notices_of(whose), *(facts.notices_of(role) if role != whose else ())]
    given = [notice for notice in notices if notice.given is not Absence.NOT_STARTED]
    if given:
        return _given(policy, given, record)
    collected = trigger_moment(facts, COLLECTED, record=record, vocabulary=vocabulary).moment
    if not policy.earlier and not _younger(policy, collected):
        return Promised(policy=policy)
    published = policy.published_by(collected.day) if isinstance(collected, Known) else None
    if published is None:
        return _current(policy, record)
    return Promised(policy=published, finding=_finding("no_notice", NO_NOTICE, record))


def _younger(policy: Policy, collected: Moment) -> bool:
    since = policy.version.since
    return isinstance(collected, Known) and since is not UNSTATED and since.latest > collected.day


def _given(policy: Policy, given: Sequence[NoticeFacts], record: str) -> Promised:
    versions = {each.version_number: each for each in policy.versions()}
    last = _last(given)
    found = [versions[number] for number in last if number in versions]
    if len(found) < len(last):
        return _current(policy, record)
    undated = {each.version for each in given if not isinstance(each.given, Known)}
    dated = any(isinstance(each.given, Known) for each in given)
    unsure = bool(undated.difference(last)) if dated else len(undated) > 1
    finding = None
    if unsure:
        finding = _finding("undated_notice", UNDATED, record)
    elif len(found) > 1:
        finding = _finding("several_notices", SEVERAL, record)
    return Promised(policy=found[0], also=tuple(found[1:]), unsure=unsure, finding=finding)


def _last(given: Sequence[NoticeFacts]) -> tuple[str, ...]:
    """
    List the versions given last, as far as days are known.

    Of several on one day all are listed, the last by its event's id first.
    """
    noted = [each for each in given if isinstance(each.given, Known)] or given
    same = [each.version for each in reversed(noted) if _on_one_day(each.given, noted[-1].given)]
    return tuple(dict.fromkeys(same))


def _on_one_day(one: Moment, other: Moment) -> bool:
    if isinstance(one, Known) and isinstance(other, Known):
        return one.day == other.day
    return one == other


def _current(policy: Policy, record: str) -> Promised:
    return Promised(policy=policy, finding=_finding("no_version", NO_VERSION, record))


def _finding(code: str, says: Message, record: str) -> Finding:
    return Finding(
        code=f"retention.{code}",
        level=Level.WARNING,
        path=f"records.{record}",
        says=phrase(says),
        mend=phrase(RECORD_IT),
    )
