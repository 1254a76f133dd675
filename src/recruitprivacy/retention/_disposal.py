"""
What is decided of one category of one record for one controller.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

import attrs

from recruitprivacy.canonical import digest, dumps
from recruitprivacy.citations import Citation
from recruitprivacy.findings import Finding, Step
from recruitprivacy.i18n import say
from recruitprivacy.messages import Message, Phrase, phrase
from recruitprivacy.retention._applies import SetAside
from recruitprivacy.retention._bars import Bar
from recruitprivacy.retention._bound import Bound
from recruitprivacy.retention._ending import Ending
from recruitprivacy.retention._status import DUE, SAYS, Status
from recruitprivacy.retention._why import allowed_line, ending_steps, gone_line, planned_line

__all__ = ["Conflict", "Disposal"]

NEEDED: Final = Message("retention.line.needed", "Purposes that go on: {uses}.")
ASIDE: Final = Message("retention.line.set_aside", "{rule} was not applied. {because}")
WITH_CITES: Final = Message("retention.line.with_cites", "{says} ({cites})")


@attrs.frozen(kw_only=True)
class Conflict:
    """
    Two statutes of which one commands erasing before the other allows it.

    Attributes:
        erase: The one that commands it.
        keep: The one that forbids it.
    """

    erase: Ending
    keep: Ending


@attrs.frozen(kw_only=True)
class Disposal:
    """
    When one category of one record may, must and is meant to be erased by one controller.

    Attributes:
        controller: Who decides, by name in the policy; empty where nobody can tell.
        record: The record's id.
        category: The category.
        role: The role of the record.
        on: The day asked about.
        status: Where the data stand on that day.
        may_erase_from: The first day on which erasing is allowed; open where nothing forbids it.
        must_be_gone_by: The last day on which they may exist; overdue from the next.
        planned_on: The last day for which the firm means to keep them.
        uses: The uses that go on, by name in the policy.
        action: What is done at the end: a disposal of the policy, or empty.
        endings: Every rule that is about the data, and when it ends.
        deciding: Those that set one of the three days.
        bars: What stops erasing while it lasts.
        conflicts: Statutes that contradict each other, now or later.
        set_aside: What was looked at and not applied, and why.
        missing: The facts nobody recorded that could change the answer.
        findings: What a careful reader should know.
        policy: The policy's id.
        version: The number of the version whose promises bind; empty where it has none.
        law: The digest of the law.
        law_version: The day each pack was last gone through.
    """

    controller: str
    record: str
    category: str
    role: str
    on: date
    status: Status
    may_erase_from: Bound
    must_be_gone_by: Bound
    planned_on: Bound
    uses: tuple[str, ...] = ()
    action: str = ""
    endings: tuple[Ending, ...] = ()
    deciding: tuple[Ending, ...] = ()
    bars: tuple[Bar, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    set_aside: tuple[SetAside, ...] = ()
    missing: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()
    policy: str
    version: str = ""
    law: str = ""
    law_version: str = ""

    @property
    def is_due(self) -> bool:
        """
        Whether a sweep on that day would propose to erase them.
        """
        return self.status in DUE

    @property
    def cites(self) -> tuple[Citation, ...]:
        """
        The provisions behind the deciding rules and the bars.
        """
        of_rules = [cite for ending in self.deciding for cite in ending.clause.cites]
        of_bars = [cite for bar in self.bars for cite in bar.step.cites]
        return tuple(dict.fromkeys([*of_rules, *of_bars]))

    @property
    def steps(self) -> tuple[Step, ...]:
        """
        The way to the answer; built when asked for.
        """
        rules = (step for ending in self.endings for step in ending_steps(ending))
        return tuple(dict.fromkeys((*rules, *(bar.step for bar in self.bars))))

    @property
    def fingerprint(self) -> str:
        """
        A hash of the answer and of what it rests on, by which it can be replayed.
        """
        return digest(
            dumps(
                {
                    "answer": [str(self.status), *(str(bound) for bound in self._bounds())],
                    "law": self.law,
                    "on": self.on.isoformat(),
                    "policy": [self.policy, self.version],
                    "rules": [ending.clause.rule for ending in self.endings],
                    "what": [self.controller, self.record, self.category],
                }
            )
        )

    def explain(self, language: str) -> str:
        """
        Say the answer and the reasons, one a line.

        Raises:
            UnknownLanguageError: If no catalog speaks the language.
            MissingTranslationError: If the catalog lacks a sentence.
        """
        return "\n".join(say(line, language) for line in self._lines())

    def _bounds(self) -> tuple[Bound, Bound, Bound]:
        return self.may_erase_from, self.must_be_gone_by, self.planned_on

    def _lines(self) -> Iterator[Phrase]:
        yield phrase(SAYS[self.status], on=self.on)
        yield gone_line(self.must_be_gone_by)
        yield allowed_line(self.may_erase_from)
        yield planned_line(self.planned_on)
        if self.uses:
            yield phrase(NEEDED, uses=self.uses)
        for step in self.steps:
            yield _cited(step.says, step.cites)
        for each in self.set_aside:
            yield phrase(ASIDE, rule=each.rule, because=each.because)
        for finding in self.findings:
            yield _cited(finding.says, finding.cites)


def _cited(says: Phrase, cites: tuple[Citation, ...]) -> Phrase:
    return phrase(WITH_CITES, says=says, cites=cites) if cites else says
