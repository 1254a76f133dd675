"""
What must be so before something is allowed, and what follows from it being so, or not, or unknown.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Final

import attrs

from recruitprivacy.citations import Citation
from recruitprivacy.findings import Step, Weight
from recruitprivacy.messages import Message, Phrase, phrase

__all__ = ["Premise", "Verdict", "all_of", "best", "negated", "worst"]


class Verdict(StrEnum):
    """
    How far something can be relied on, on the facts given.
    """

    STANDS = "stands"
    """All it needs is there, on the facts given."""
    ARGUABLE = "arguable"
    """A fact or a judgement is still missing."""
    EXCLUDED = "excluded"
    """Something it needs is not so."""
    UNKNOWN = "unknown"
    """No rule was found that says so; that is no permission."""


GRAVEST_FIRST: Final = (Verdict.EXCLUDED, Verdict.UNKNOWN, Verdict.ARGUABLE, Verdict.STANDS)

HELD: Final = Message("basis.premise.held", "This is so: {what}.")
FAILED: Final = Message("basis.premise.failed", "This is not so: {what}.")
OPEN: Final = Message("basis.premise.open", "This must be shown: {what}.")
JUDGED: Final = Message("basis.premise.judged", "A person must judge this, and note it: {what}.")
UNTOLD: Final = Message("basis.premise.unsourced", "No rule was found that tells: {what}.")
DOUBTED: Final = Message(
    "basis.premise.doubted", "{said} The rule behind it has not been verified."
)
SAYS: Final[Mapping[bool | None, Message]] = MappingProxyType(
    {True: HELD, False: FAILED, None: OPEN}
)


@attrs.frozen(kw_only=True)
class Premise:
    """
    One thing the law asks, and whether it is so.

    Attributes:
        fact: The fact it hangs on, by its stable name: ``asked_by``.
        holds: Whether it is so; None where nobody knows.
        what: What is asked, as a clause that can stand behind a colon.
        cites: The provisions that ask it.
        weight: How much they weigh.
        rule: The id of the rule of the law, where one was used.
        unsourced: Whether no rule was found that says what is asked.
        judged: Whether it takes a person to say.
        doubted: Whether the rule used was never verified.

    >>> Premise(fact="asked_by", holds=None, what=Message("x", "the person asked for it")).verdict
    <Verdict.ARGUABLE: 'arguable'>
    """

    fact: str
    holds: bool | None
    what: Message | Phrase
    cites: tuple[Citation, ...] = ()
    weight: Weight = Weight.STATUTE
    rule: str = ""
    unsourced: bool = False
    judged: bool = False
    doubted: bool = False

    @property
    def verdict(self) -> Verdict:
        """
        What follows from this alone.
        """
        if self.holds is False:
            return Verdict.EXCLUDED
        if self.unsourced:
            return Verdict.UNKNOWN
        return Verdict.STANDS if self.holds else Verdict.ARGUABLE

    @property
    def says(self) -> Phrase:
        """
        Whether it is so, as a sentence.
        """
        message = SAYS[self.holds]
        if self.holds is None and self.judged:
            message = JUDGED
        if self.holds is not False and self.unsourced:
            message = UNTOLD
        said = phrase(message, what=self.what)
        return phrase(DOUBTED, said=said) if self.doubted else said

    @property
    def step(self) -> Step:
        """
        The step of an explanation that this is.
        """
        return Step(
            says=self.says, rule=self.rule, cites=self.cites, weight=self.weight, fact=self.fact
        )


def worst(verdicts: Iterable[Verdict]) -> Verdict:
    """
    Find what follows where everything is needed; from nothing at all, nothing is known.

    >>> worst([Verdict.STANDS, Verdict.ARGUABLE]), worst([])
    (<Verdict.ARGUABLE: 'arguable'>, <Verdict.UNKNOWN: 'unknown'>)
    """
    return min(verdicts, key=GRAVEST_FIRST.index, default=Verdict.UNKNOWN)


def best(verdicts: Iterable[Verdict]) -> Verdict:
    """
    Find what follows where one is enough; from nothing at all, nothing is known.

    >>> best([Verdict.EXCLUDED, Verdict.ARGUABLE])
    <Verdict.ARGUABLE: 'arguable'>
    """
    return max(verdicts, key=GRAVEST_FIRST.index, default=Verdict.UNKNOWN)


def all_of(*facts: bool | None) -> bool | None:
    """
    Say whether everything is so: no as soon as one is not, else unknown as soon as one is.

    >>> all_of(True, None), all_of(None, False), all_of(True)
    (None, False, True)
    """
    return False if False in facts else None if None in facts else True


def negated(fact: bool | None) -> bool | None:  # noqa: FBT001 - the fact is the whole question
    """
    Say the opposite of a fact; of what is unknown the opposite is, too.

    >>> negated(True), negated(None)
    (False, None)
    """
    return None if fact is None else not fact
