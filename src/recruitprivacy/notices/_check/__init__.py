"""
What a declaration lacks of the elements a notice must have, and what the law does not bear out.

Each check looks at one element and yields what it does not find; whether bases, consents, messages,
machines and transfers hold is for the audit. Findings follow from the declaration alone; no check
knows any firm.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Final, TypeAlias

from recruitprivacy.basis import audit
from recruitprivacy.findings import Finding
from recruitprivacy.law import Law
from recruitprivacy.notices._check._abroad import abroad
from recruitprivacy.notices._check._advertising import advertising
from recruitprivacy.notices._check._authorities import authorities
from recruitprivacy.notices._check._automation import automation
from recruitprivacy.notices._check._controllers import controllers
from recruitprivacy.notices._check._cookies import cookies
from recruitprivacy.notices._check._data import data, obligations, sources
from recruitprivacy.notices._check._document import links, version
from recruitprivacy.notices._check._ended import frameworks, unknown
from recruitprivacy.notices._check._foreign import foreign
from recruitprivacy.notices._check._keeping import keeping
from recruitprivacy.notices._check._languages import differing, languages
from recruitprivacy.notices._check._lasting import lasting
from recruitprivacy.notices._check._others import others
from recruitprivacy.notices._check._reaching import reaching
from recruitprivacy.notices._check._receiving import receiving
from recruitprivacy.notices._check._rights import promise, rights
from recruitprivacy.notices._check._sharing import recipients, transfers
from recruitprivacy.notices._check._statements import statements
from recruitprivacy.notices._check._subject import Subject
from recruitprivacy.notices._check._uses import uses
from recruitprivacy.notices._check._withdrawal import withdrawal
from recruitprivacy.notices._check._words import names, outdated, statutes
from recruitprivacy.policy import Policy
from recruitprivacy.vocabulary import BUILT_IN, Vocabulary

__all__ = ["check", "elements"]

Check: TypeAlias = Callable[[Subject], Iterator[Finding]]

CHECKS: Final[tuple[Check, ...]] = (
    controllers,
    uses,
    data,
    sources,
    obligations,
    keeping,
    recipients,
    transfers,
    automation,
    rights,
    withdrawal,
    authorities,
    version,
    languages,
    differing,
    links,
    cookies,
    promise,
    names,
    outdated,
    statutes,
    foreign,
    unknown,
    frameworks,
    lasting,
    statements,
    reaching,
    receiving,
    others,
    advertising,
    abroad,
)


def check(
    policy: Policy,
    law: Law,
    *,
    on: date,
    role: str | None = None,
    vocabulary: Vocabulary = BUILT_IN,
) -> tuple[Finding, ...]:
    """
    List what a notice lacks and what the law does not bear out, for one role or for all addressed.

    Each code is found by one of the two: the elements a notice must have are looked at here, role
    by role; :func:`recruitprivacy.basis.audit` looks at bases, consents, messages, machines and
    transfers. No finding means that no gap was found among what is listed here, and nothing more.
    Of people for whom the firm only acts as a processor, the controller's own notice speaks.

    Args:
        policy: The declaration.
        law: The packs its citations and periods are read with.
        on: The day whose law is looked at.
        role: One role, or None for every role addressed.
        vocabulary: The words of the declaration, where a host added its own.

    Law:
        GDPR Art. 13(1): what is told where data come from the person.
        GDPR Art. 14(1): what is told where they come from others.
    """
    mine = _subjects(policy, law, on, role, vocabulary)
    missing = elements(policy, law, on=on, role=role, vocabulary=vocabulary)
    judged = (
        found
        for found in audit(policy, law, on=on, vocabulary=vocabulary)
        if role is None or any(subject.concerns(found.path) for subject in mine)
    )
    return tuple(dict.fromkeys((*missing, *judged)))


def elements(
    policy: Policy,
    law: Law,
    *,
    on: date,
    role: str | None = None,
    vocabulary: Vocabulary = BUILT_IN,
) -> tuple[Finding, ...]:
    """
    List what a declaration lacks of the elements a notice must have, and nothing besides.
    """
    mine = _subjects(policy, law, on, role, vocabulary)
    found = {each.role: [one for look in CHECKS for one in look(each)] for each in mine}
    told = [one for each in mine for one in found[each.role] if not _again(each, one, found)]
    return tuple(dict.fromkeys(told))


def _again(subject: Subject, one: Finding, found: Mapping[str, list[Finding]]) -> bool:
    """
    Say whether it is found as well of those whose parts of the declaration these people share.
    """
    if subject.role == subject.whose or subject.whose not in found:
        return False
    own, shared = f"roles.{subject.role}", f"roles.{subject.whose}"
    path = shared if one.path == own else one.path
    return any((each.code, each.path) == (one.code, path) for each in found[subject.whose])


def _subjects(
    policy: Policy, law: Law, on: date, role: str | None, vocabulary: Vocabulary
) -> tuple[Subject, ...]:
    addressed = (name for name, entry in policy.roles.items() if entry.addressed)
    roles = addressed if role is None else (role,)
    subjects = (
        Subject(policy=policy, role=name, law=law, on=on, vocabulary=vocabulary) for name in roles
    )
    return tuple(subject for subject in subjects if not subject.theirs)
