"""
Bases that cannot carry what is declared to rest on them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final, TypeAlias

import attrs

from recruitprivacy.basis import _audit_words as words
from recruitprivacy.basis._activity import Activity
from recruitprivacy.basis._art6 import Asked, Option
from recruitprivacy.basis._art6 import options as judged
from recruitprivacy.basis._audited import Audited
from recruitprivacy.basis._premise import Verdict
from recruitprivacy.basis._purposes import NewPurpose, may_reuse
from recruitprivacy.basis._traits import traits
from recruitprivacy.citations import Citation
from recruitprivacy.findings import Finding, Level
from recruitprivacy.frozen import FrozenMap
from recruitprivacy.messages import Message, Value
from recruitprivacy.policy import UNSTATED, Use
from recruitprivacy.vocabulary import Kind, LawfulBasis

__all__ = ["bases", "roles_changed"]

RESTS_ON: Final = (
    ("legal_compliance", LawfulBasis.LEGAL_OBLIGATION),
    ("contract_performance_subject", LawfulBasis.CONTRACT),
)
"""Purposes that by their meaning rest on one basis."""
LONG: Final = 3
"""So many bases even for one purpose, and nobody can tell which carries it."""
APPLYING: Final = "candidate"


@attrs.frozen(kw_only=True)
class Doubt:
    """
    What is wrong with a stated basis; purposes of a use that share it are told together.
    """

    says: Message
    level: Level
    path: str
    mend: Message
    values: FrozenMap[str, Value] = FrozenMap()


Doubts: TypeAlias = Iterator[tuple[Doubt, tuple[str | Citation, ...]]]


def bases(audited: Audited) -> Iterator[Finding]:
    """
    Judge each stated basis of each purpose.
    """
    asked: dict[tuple[str, str], Activity] = {}
    for activity in audited.activities:
        asked.setdefault((activity.name, activity.purpose), activity)
    purposes: dict[Doubt, list[str]] = {}
    laws: dict[Doubt, list[str | Citation]] = {}
    for activity in asked.values():
        for doubt, cites in _doubts(audited, activity):
            purposes.setdefault(doubt, []).append(activity.purpose)
            laws.setdefault(doubt, []).extend(cites)
    for doubt, about in purposes.items():
        yield _told(audited, doubt, about, laws[doubt])
    own = {
        name: use
        for name, use in audited.policy.uses.items()
        if any(not audited.theirs(role) for role in use.roles or tuple(audited.policy.roles))
    }
    for name, use in own.items():
        yield from _listed(audited, f"uses.{name}", use)
    yield from _unweighed(audited, own.values())


def _told(
    audited: Audited, doubt: Doubt, purposes: list[str], cites: list[str | Citation]
) -> Finding:
    make = audited.lacks if doubt.says is words.UNASKED else audited.finding
    return make(
        doubt.says,
        doubt.level,
        doubt.path,
        *cites,
        mend=doubt.mend,
        purposes=audited.labels(Kind.PURPOSE, purposes),
        **doubt.values,
    )


def _doubts(audited: Audited, activity: Activity) -> Doubts:
    if isinstance(activity.stated, tuple):
        path = f"{activity.name}.basis"
        yield from _failing(audited, activity, activity.stated, path)
        yield from _misfitting(audited, activity, activity.stated, path)
        if activity.stated == (LawfulBasis.CONSENT,):
            yield from _on_consent(audited, activity, path)


def _failing(
    audited: Audited, activity: Activity, stated: tuple[LawfulBasis, ...], path: str
) -> Doubts:
    options = (option for option in _options(audited, activity) if option.basis in stated)
    failed = [option for option in options if option.standing is Verdict.EXCLUDED]
    if not failed:
        return
    every = len(failed) == len(stated)
    doubt = Doubt(
        says=words.EXCLUDED if every else words.PARTLY,
        level=Level.ERROR if every else Level.WARNING,
        path=path,
        mend=words.REPLACE if every else words.SORT_OUT,
        values=FrozenMap({"bases": tuple(option.basis.label for option in failed)}),
    )
    yield doubt, tuple(cite for option in failed for cite in option.cites)


def _misfitting(
    audited: Audited, activity: Activity, stated: tuple[LawfulBasis, ...], path: str
) -> Doubts:
    for meaning, basis in RESTS_ON:
        is_kind = audited.vocabulary.is_under(Kind.PURPOSE, activity.purpose, meaning)
        if is_kind and basis not in stated:
            values: dict[str, Value] = {
                "bases": tuple(each.label for each in stated),
                "other": basis.label,
            }
            doubt = Doubt(
                says=words.MISFIT,
                level=Level.WARNING,
                path=path,
                mend=words.REFIT,
                values=FrozenMap(values),
            )
            yield doubt, (basis.cites,)


def _options(audited: Audited, activity: Activity) -> Iterator[Option]:
    """
    Judge the bases under the first regulation; what a purpose means is the same under each.
    """
    bound = [frame for frame in audited.frames if frame.act]
    for frame in (bound or audited.frames)[:1]:
        known = traits(activity.purpose, audited.vocabulary)
        yield from judged(Asked(activity=activity, frame=frame, known=known))


def _on_consent(audited: Audited, activity: Activity, path: str) -> Doubts:
    under = audited.vocabulary.is_under
    applying = under(Kind.ROLE, activity.role, APPLYING)
    recruiting = under(Kind.PURPOSE, activity.purpose, "recruitment_services")
    apart = any(
        under(Kind.PURPOSE, activity.purpose, each) for each in ("talent_pool", "job_alerts")
    )
    if applying and recruiting and not apart:
        law = ("GDPR Art. 4(11)", "GDPR Recital 43", "EDPB 05/2020 para. 21")
        unequal = Doubt(says=words.UNEQUAL, level=Level.WARNING, path=path, mend=words.FREE_IT)
        yield unequal, law
    if not any(
        activity.purpose in entry.purposes or not (entry.purposes or entry.data)
        for entry in audited.policy.consents.values()
        if not entry.roles or activity.role in entry.roles
    ):
        unasked = Doubt(says=words.UNASKED, level=Level.WARNING, path=path, mend=words.ASK)
        yield unasked, ("GDPR Art. 6(1)(a)", "GDPR Art. 7(1)")


def _listed(audited: Audited, path: str, use: Use) -> Iterator[Finding]:
    if use.basis is UNSTATED:
        return
    own = [purpose for purpose in use.purposes if use.basis_of(purpose) == use.basis]
    if own and (len(use.basis) >= LONG or min(len(use.basis), len(own)) > 1):
        law = ("GDPR Art. 6(1)", "GDPR Art. 13(1)(c)")
        yield audited.lacks(
            words.SEVERAL, Level.WARNING, f"{path}.basis", *law, mend=words.SORT_OUT, n=len(own)
        )


def _unweighed(audited: Audited, uses: Iterable[Use]) -> Iterator[Finding]:
    resting = [
        use
        for use in uses
        if use.basis is not UNSTATED and LawfulBasis.LEGITIMATE_INTERESTS in use.basis
    ]
    n = sum(not use.balanced for use in resting)
    if n:
        law = ("GDPR Art. 6(1)(f)", "GDPR Art. 5(2)")
        yield audited.lacks(words.UNWEIGHED, Level.NOTE, "uses", *law, mend=words.WEIGH, n=n)


def roles_changed(audited: Audited) -> Iterator[Finding]:
    """
    Find uses that make of people something they did not come as.
    """
    for name, use in audited.policy.uses.items():
        becomes = use.treated_as
        for role in use.roles if becomes else ():
            for purpose in use.purposes:
                yield from _changed(
                    audited, f"uses.{name}.treated_as", role, becomes or "", purpose
                )


def _changed(
    audited: Audited, path: str, role: str, becomes: str, purpose: str
) -> Iterator[Finding]:
    others = [use for use in audited.policy.uses_of(role).values() if use.treated_as is None]
    before = [each for use in others for each in use.purposes]
    for situation in audited.situations[:1] if before else ():
        new = NewPurpose(collected_for=before[0], wanted_for=purpose, role=role, becomes=becomes)
        found = may_reuse(new, situation, audited.law, on=audited.on, vocabulary=audited.vocabulary)
        if found.ways[0].standing is Verdict.EXCLUDED:
            yield audited.finding(
                words.INCOMPATIBLE,
                Level.WARNING,
                path,
                "GDPR Art. 5(1)(b)",
                "GDPR Art. 6(4)",
                mend=words.ASK_THEM,
                role=audited.label(Kind.ROLE, role),
                other=audited.label(Kind.ROLE, becomes),
                purpose=audited.label(Kind.PURPOSE, purpose),
            )
