"""
The one shape of every answer of this package.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from types import MappingProxyType
from typing import ClassVar, Final, TypeAlias

import attrs

from recruitprivacy.basis._premise import Premise, Verdict, best, worst
from recruitprivacy.canonical import Plain, digest, dumps
from recruitprivacy.citations import Act, Citation
from recruitprivacy.findings import Step
from recruitprivacy.frozen import FrozenMap
from recruitprivacy.law import replay_lines
from recruitprivacy.messages import Message, Phrase, Words, phrase

__all__ = ["Answer", "Named"]

Named: TypeAlias = Message | Phrase | Words

STANDS: Final = Message("basis.verdict.stands", "{what:capital}: this stands, on the facts given.")
ARGUABLE: Final = Message(
    "basis.verdict.arguable", "{what:capital}: this is arguable, and something is still missing."
)
EXCLUDED: Final = Message("basis.verdict.excluded", "{what:capital}: this is excluded.")
UNKNOWN: Final = Message(
    "basis.verdict.unknown",
    "{what:capital}: this is unknown. No rule was found, and that is no permission.",
)
SAYS: Final[Mapping[Verdict, Message]] = MappingProxyType(
    {
        Verdict.STANDS: STANDS,
        Verdict.ARGUABLE: ARGUABLE,
        Verdict.EXCLUDED: EXCLUDED,
        Verdict.UNKNOWN: UNKNOWN,
    }
)


def _titles(acts: Mapping[str, Act]) -> FrozenMap[str, Act]:
    return acts if isinstance(acts, FrozenMap) else FrozenMap(acts)


@attrs.frozen(kw_only=True)
class Answer:
    """
    Whether something is allowed, and everything that decides it.

    Attributes:
        what: What was asked about.
        on: The day asked about.
        premises: What it needs, all of it.
        ways: Ways of meeting it, one of which is enough; empty where the premises are all.
        remarks: What a careful reader should know, though it decides nothing here.
        law: The digest of the law.
        law_version: The day each pack was last gone through.
    """

    what: Named
    on: date
    premises: tuple[Premise, ...] = ()
    ways: tuple[Answer, ...] = ()
    remarks: tuple[Step, ...] = ()
    law: str = ""
    law_version: str = ""
    _acts: FrozenMap[str, Act] = attrs.field(
        factory=FrozenMap, converter=_titles, eq=False, repr=False
    )

    worked_out: ClassVar[tuple[str, ...]] = ("standing", "because", "needs", "cites", "fingerprint")
    """What is worked out when asked for, and written beside the fields."""

    @property
    def standing(self) -> Verdict:
        """
        How far it can be relied on.
        """
        verdicts = [premise.verdict for premise in self.premises]
        if self.ways:
            verdicts.append(best(way.standing for way in self.ways))
        return worst(verdicts)

    @property
    def because(self) -> tuple[Phrase, ...]:
        """
        The reasons for that standing, as sentences.
        """
        return tuple(dict.fromkeys(premise.says for premise in self.deciding()))

    @property
    def needs(self) -> tuple[str, ...]:
        """
        The facts for want of which it does not stand; empty where it does, or never can.
        """
        if self.standing in {Verdict.STANDS, Verdict.EXCLUDED}:
            return ()
        open_ = (premise.fact for premise in self.deciding() if premise.holds is None)
        return tuple(dict.fromkeys(open_))

    @property
    def cites(self) -> tuple[Citation, ...]:
        """
        The provisions the reasons rest on.
        """
        found = (cite for premise in self.deciding() for cite in premise.cites)
        return tuple(dict.fromkeys(found))

    @property
    def steps(self) -> tuple[Step, ...]:
        """
        The way to the answer: what was asked, what of each way to meet it, what else matters.
        """
        asked = (premise.step for premise in self.premises)
        ways = (step for way in self.ways for step in (way.headline, *way.steps))
        return tuple(dict.fromkeys((*asked, *ways, *self.remarks)))

    @property
    def headline(self) -> Step:
        """
        The verdict, as a sentence.
        """
        return Step(says=phrase(SAYS[self.standing], what=self.what))

    @property
    def fingerprint(self) -> str:
        """
        A hash of the verdict, of each premise, and of the law, by which it can be replayed.
        """
        told: list[Plain] = [[step.fact, step.says.message.code, step.rule] for step in self.steps]
        return digest(dumps({"on": str(self.on), "law": self.law, "steps": told}))

    def explain(self, language: str) -> str:
        """
        Say the verdict and the way to it, one sentence a line, each with its provisions.

        At the end stand the day and the law by which it can be replayed.

        Raises:
            UnknownLanguageError: If no catalog speaks the language.
            MissingTranslationError: If the catalog lacks a sentence.
        """
        from recruitprivacy.i18n import explained  # noqa: PLC0415 - only who explains pays for it

        lines = ((step.says, step.cites) for step in (self.headline, *self.steps))
        told = (*lines, *replay_lines(self, language))
        return explained(told, language, acts=self._acts)

    def deciding(self) -> Iterator[Premise]:
        """
        Yield the premises that decide, those of the ways that do among them.
        """
        standing = self.standing
        decide = {standing}
        if standing is Verdict.UNKNOWN:
            decide.add(Verdict.ARGUABLE)
        for premise in self.premises:
            if premise.verdict in decide:
                yield premise
        if best(way.standing for way in self.ways) is standing:
            ways = (way for way in self.ways if way.standing is standing)
            yield from (premise for way in ways for premise in way.deciding())
