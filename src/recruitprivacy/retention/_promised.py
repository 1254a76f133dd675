"""
Which version of the notice binds for a record.
"""

from __future__ import annotations

from collections.abc import Iterable
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
RECORD_IT: Final = Message(
    "retention.mend.record_notice", "Record which version each person is given, and when."
)


@attrs.frozen(kw_only=True)
class Promised:
    """
    The version whose promises bind, and what is doubtful about it.
    """

    policy: Policy
    finding: Finding | None = None


def promised(policy: Policy, facts: Facts, record: str, vocabulary: Vocabulary) -> Promised:
    """
    Find the version a person was given for a record.

    Without one it is the version published when the data were collected, else the current one.
    Where only one version is known, there is nothing to choose, unless it is younger than the data.
    """
    role = facts.records[record].role
    whose = policy.role_of(role) if role in policy.roles else role
    given = _last([*facts.notices_of(whose), *(facts.notices_of(role) if role != whose else ())])
    if given is not None:
        newest_first = reversed(policy.versions())
        found = next((each for each in newest_first if each.version_number == given), None)
        return Promised(policy=found) if found else _current(policy, record)
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


def _last(notices: Iterable[NoticeFacts]) -> str | None:
    given = [notice for notice in notices if notice.given is not Absence.NOT_STARTED]
    return given[-1].version if given else None


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
