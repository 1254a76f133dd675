"""
Bases that cannot carry what is declared to rest on them.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from recruitprivacy.basis import _audit_words as words
from recruitprivacy.basis._activity import Activity
from recruitprivacy.basis._art6 import Asked, Option
from recruitprivacy.basis._art6 import options as judged
from recruitprivacy.basis._audited import Audited
from recruitprivacy.basis._premise import Verdict
from recruitprivacy.basis._purposes import NewPurpose, may_reuse
from recruitprivacy.basis._traits import traits
from recruitprivacy.findings import Finding, Level
from recruitprivacy.policy import UNSTATED, Use
from recruitprivacy.vocabulary import Kind, LawfulBasis

__all__ = ["bases", "roles_changed"]

RESTS_ON: Final = (
    ("legal_compliance", LawfulBasis.LEGAL_OBLIGATION),
    ("contract_performance_subject", LawfulBasis.CONTRACT),
)
"""Purposes that by their meaning rest on one basis."""
LONG: Final = 3
"""So many bases for one list of purposes, and nobody can tell which carries which."""
APPLYING: Final = "candidate"


def bases(audited: Audited) -> Iterator[Finding]:
    """
    Judge each stated basis of each purpose.
    """
    seen: set[tuple[str, str]] = set()
    for activity in audited.activities:
        key = (activity.name, activity.purpose)
        if isinstance(activity.stated, tuple) and key not in seen:
            seen.add(key)
            yield from _stated(audited, activity, activity.stated)
    for name, use in audited.policy.uses.items():
        if any(not audited.theirs(role) for role in use.roles or tuple(audited.policy.roles)):
            yield from _of_use(audited, f"uses.{name}", use)


def _stated(
    audited: Audited, activity: Activity, stated: tuple[LawfulBasis, ...]
) -> Iterator[Finding]:
    path = f"{activity.name}.basis"
    yield from _failing(audited, activity, stated, path)
    yield from _misfitting(audited, activity, stated, path)
    if stated == (LawfulBasis.CONSENT,):
        yield from _on_consent(audited, activity, path)


def _failing(
    audited: Audited, activity: Activity, stated: tuple[LawfulBasis, ...], path: str
) -> Iterator[Finding]:
    options = (option for option in _options(audited, activity) if option.basis in stated)
    failed = [option for option in options if option.standing is Verdict.EXCLUDED]
    if not failed:
        return
    every = len(failed) == len(stated)
    yield audited.finding(
        words.EXCLUDED if every else words.PARTLY,
        Level.ERROR if every else Level.WARNING,
        path,
        *(cite for option in failed for cite in option.cites),
        mend=words.REPLACE if every else words.SORT_OUT,
        purpose=audited.label(Kind.PURPOSE, activity.purpose),
        bases=tuple(option.basis.label for option in failed),
    )


def _misfitting(
    audited: Audited, activity: Activity, stated: tuple[LawfulBasis, ...], path: str
) -> Iterator[Finding]:
    for meaning, basis in RESTS_ON:
        is_kind = audited.vocabulary.is_under(Kind.PURPOSE, activity.purpose, meaning)
        if is_kind and basis not in stated:
            yield audited.finding(
                words.MISFIT,
                Level.WARNING,
                path,
                basis.cites,
                mend=words.REFIT,
                bases=tuple(each.label for each in stated),
                other=basis.label,
                purpose=audited.label(Kind.PURPOSE, activity.purpose),
            )


def _options(audited: Audited, activity: Activity) -> Iterator[Option]:
    """
    Judge the bases under the first regulation; what a purpose means is the same under each.
    """
    bound = [frame for frame in audited.frames if frame.act]
    for frame in (bound or audited.frames)[:1]:
        known = traits(activity.purpose, audited.vocabulary)
        yield from judged(Asked(activity=activity, frame=frame, known=known))


def _on_consent(audited: Audited, activity: Activity, path: str) -> Iterator[Finding]:
    purpose = audited.label(Kind.PURPOSE, activity.purpose)
    under = audited.vocabulary.is_under
    applying = under(Kind.ROLE, activity.role, APPLYING)
    recruiting = under(Kind.PURPOSE, activity.purpose, "recruitment_services")
    apart = any(
        under(Kind.PURPOSE, activity.purpose, each) for each in ("talent_pool", "job_alerts")
    )
    if applying and recruiting and not apart:
        law = ("GDPR Art. 4(11)", "GDPR Recital 43", "EDPB 05/2020 para. 21")
        yield audited.finding(
            words.UNEQUAL, Level.WARNING, path, *law, mend=words.FREE_IT, purpose=purpose
        )
    if not any(
        activity.purpose in entry.purposes or not (entry.purposes or entry.data)
        for entry in audited.policy.consents.values()
        if not entry.roles or activity.role in entry.roles
    ):
        cites = ("GDPR Art. 6(1)(a)", "GDPR Art. 7(1)")
        yield audited.finding(
            words.UNASKED, Level.WARNING, path, *cites, mend=words.ASK, purpose=purpose
        )


def _of_use(audited: Audited, path: str, use: Use) -> Iterator[Finding]:
    if use.basis is UNSTATED:
        return
    own = [purpose for purpose in use.purposes if use.basis_of(purpose) == use.basis]
    if len(use.basis) >= LONG and own:
        law = ("GDPR Art. 6(1)", "GDPR Art. 13(1)(c)")
        yield audited.finding(
            words.SEVERAL, Level.WARNING, f"{path}.basis", *law, mend=words.SORT_OUT, n=len(own)
        )
    if LawfulBasis.LEGITIMATE_INTERESTS in use.basis and not use.balanced:
        law = ("GDPR Art. 6(1)(f)", "GDPR Art. 5(2)")
        yield audited.finding(
            words.UNWEIGHED, Level.NOTE, f"{path}.balanced", *law, mend=words.WEIGH
        )


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
