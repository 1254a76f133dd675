"""
What is decided of one category of one record for one controller.
"""

from __future__ import annotations

from datetime import date
from typing import ClassVar

import attrs

from recruitprivacy.canonical import digest, dumps
from recruitprivacy.citations import Citation
from recruitprivacy.findings import Finding, Reading, Step
from recruitprivacy.policy import End, Residue
from recruitprivacy.retention._applies import SetAside
from recruitprivacy.retention._bars import Bar
from recruitprivacy.retention._bound import Bound
from recruitprivacy.retention._ending import Ending
from recruitprivacy.retention._limitation import Limitation
from recruitprivacy.retention._names import Names
from recruitprivacy.retention._status import DUE, Status
from recruitprivacy.retention._told import told
from recruitprivacy.retention._why import ending_steps
from recruitprivacy.timeline import PurposeStanding

__all__ = ["Conflict", "Disposal"]


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
        warn_on: The first day on which the nearness of the end is told, for the firm's own eyes.
        uses: The uses that may go on with the data, by name in the policy: none whose own period
            is over, and none at all while a look at the need, or telling a person whose data came
            from elsewhere, is overdue.
        purposes: Each purpose the data were declared for, and how it stands.
        action: What is done at the end: a disposal of the policy, or empty.
        endings: Every rule that is about the data, and when it ends.
        deciding: Those that set one of the three days.
        bars: What stops erasing while it lasts.
        conflicts: Statutes that contradict each other, now or later.
        limitations: The times for claims that have begun; they justify, and oblige to nothing.
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
    warn_on: Bound
    uses: tuple[str, ...] = ()
    purposes: tuple[PurposeStanding, ...] = ()
    action: str = ""
    endings: tuple[Ending, ...] = ()
    deciding: tuple[Ending, ...] = ()
    bars: tuple[Bar, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    limitations: tuple[Limitation, ...] = ()
    set_aside: tuple[SetAside, ...] = ()
    missing: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()
    policy: str
    version: str = ""
    law: str = ""
    law_version: str = ""
    _names: Names = attrs.field(eq=False, repr=False)

    worked_out: ClassVar[tuple[str, ...]] = ("steps", "readings", "fingerprint")
    """What is worked out when asked for, and written beside the fields."""

    @property
    def is_due(self) -> bool:
        """
        Whether a sweep on that day would propose to erase them.
        """
        return self.status in DUE

    @property
    def ends(self) -> tuple[End, ...]:
        """
        What the firm's word for what is done at the end means, the aim first.
        """
        meaning = self._names.promised.disposals.get(self.action)
        return meaning.ends if meaning else ()

    @property
    def residue(self) -> Residue | None:
        """
        What the firm says may be left where its aim is not reached at once.
        """
        meaning = self._names.promised.disposals.get(self.action)
        return meaning.residue if meaning else None

    @property
    def together(self) -> tuple[tuple[str, str], ...]:
        """
        What goes with the record where it can be erased only as a whole: each record and category.
        """
        return self._names.inputs.together(self.record)

    @property
    def readings(self) -> tuple[Reading, ...]:
        """
        The ends under other readings of the firm's text, where a rule that decides has some.
        """
        return tuple(reading for ending in self.deciding for reading in ending.readings)

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
        rules = (step for ending in self.endings for step in ending_steps(ending, self._names))
        return tuple(dict.fromkeys((*rules, *(bar.step for bar in self.bars))))

    @property
    def fingerprint(self) -> str:
        """
        A hash of the answer and of all it rests on, by which it can be replayed.

        Another policy, other facts, another law, day, situation or word of the host's own make
        another one.
        """
        return digest(
            dumps(
                {
                    "answer": [str(self.status), *(str(bound) for bound in self._bounds())],
                    "inputs": self._names.inputs.digest,
                    "what": [self.controller, self.record, self.category],
                }
            )
        )

    def explain(self, language: str) -> str:
        """
        Say the answer and the reasons, one a line.

        The verdict and the three days come first. Uses, clocks and promises are named in the firm's
        own words, where it has them in the language.

        Raises:
            UnknownLanguageError: If no catalog speaks the language.
            MissingTranslationError: If the catalog lacks a sentence.
        """
        from recruitprivacy.i18n import say  # noqa: PLC0415 - only who explains pays for words

        names = attrs.evolve(self._names, language=language)
        acts = names.law.acts
        return "\n".join(say(line, language, acts=acts) for line in told(self, names))

    def _bounds(self) -> tuple[Bound, Bound, Bound]:
        return self.may_erase_from, self.must_be_gone_by, self.planned_on
