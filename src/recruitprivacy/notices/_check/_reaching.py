"""
Which data the uses reach, and whether they stay within what is promised.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from recruitprivacy.findings import Finding, Level
from recruitprivacy.messages import Message
from recruitprivacy.notices._check._subject import Subject
from recruitprivacy.policy import EVERYTHING, Holding, Use
from recruitprivacy.vocabulary import Kind

UNUSED: Final = Message("check.data.unused", "For these data no purpose is declared: {categories}.")
USE_THEM: Final = Message(
    "mend.data.unused", "Name them under 'data' in the use they are for, or do not collect them."
)
NOT_ONLY: Final = Message(
    "check.use.only_contradicted",
    "It is said that these data are used for nothing else, and elsewhere for more: {purposes}.",
)
SAY_ALL: Final = Message(
    "mend.use.only_contradicted", "Name every purpose in one place, or leave the others."
)


def reaching(subject: Subject) -> Iterator[Finding]:
    """
    Look for data without a purpose, and purposes beside those called the only ones.
    """
    holding = subject.policy.data.get(subject.whose)
    uses = subject.policy.uses_of(subject.role)
    if holding is None or not uses:
        return
    reached = frozenset().union(*(_reached(use) for use in uses.values()))
    unused = [
        each
        for each in holding.but
        if not reached.intersection({each, *holding.said_of(each), *holding.but[each].includes})
    ]
    if unused:
        law = ("GDPR Art. 13(1)(c)", "GDPR Art. 14(1)(c)", "GDPR Art. 5(1)(b)")
        named = tuple(subject.vocabulary.term(Kind.CATEGORY, each).label for each in unused)
        path = f"data.{subject.whose}"
        yield subject.lacks(UNUSED, Level.GAP, path, *law, mend=USE_THEM, categories=named)
    for name, use in uses.items():
        if use.only and use.roles and EVERYTHING in use.data:
            yield from _beside(subject, f"uses.{name}.only", use, holding)


def _reached(use: Use) -> frozenset[str]:
    others = (exception.data or () for exception in use.but.values())
    return frozenset({*use.data, *(each for data in others for each in data)})


def _beside(subject: Subject, path: str, only: Use, holding: Holding) -> Iterator[Finding]:
    under = subject.vocabulary.is_under
    held = {EVERYTHING, *holding.categories}
    more = tuple(
        purpose
        for use in subject.policy.uses_of(subject.role).values()
        if use is not only and use.roles and held.intersection(_reached(use))
        for purpose in use.purposes
        if not any(under(Kind.PURPOSE, purpose, each) for each in only.purposes)
    )
    if more:
        law = ("GDPR Art. 5(1)(a)", "GDPR Art. 5(1)(b)")
        named = tuple(
            subject.vocabulary.term(Kind.PURPOSE, each).label for each in dict.fromkeys(more)
        )
        yield subject.finding(NOT_ONLY, Level.WARNING, path, *law, mend=SAY_ALL, purposes=named)
