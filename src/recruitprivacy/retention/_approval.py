"""
When one person's yes is not enough for a run.
"""

from __future__ import annotations

from fractions import Fraction
from typing import Final

from recruitprivacy.citations import Citation, Unit
from recruitprivacy.errors import Fault, FaultsError
from recruitprivacy.findings import Finding, Level
from recruitprivacy.messages import Message, phrase
from recruitprivacy.retention._plan import EraseStep, Plan
from recruitprivacy.retention._release import Release

__all__ = ["second_approver"]

MANY: Final = Message(
    "retention.finding.second_approver",
    "Records from which something would be erased: {found} of {base}. Above {limit}, a second "
    "person has to agree.",
)
ASK: Final = Message(
    "retention.mend.second_approver",
    "Let somebody else look at the plan, and at what changed since the last run.",
)
SECURITY: Final = Citation(act="GDPR", unit=Unit.ARTICLE, number="32", points=("1", "b"))


def second_approver(found: Plan | Release, *, base: int, share: Fraction) -> Finding | None:
    """
    Ask for a second person where a run would erase from more than a share of all records.

    A mistake in a period or in an import shows as a run much larger than those before it. Ask when
    a plan is made, and again of what is released.

    Args:
        found: What would be done, or what may run.
        base: How many records the firm has.
        share: The share of them above which one person is not enough, as in ``Fraction(1, 50)``.

    Returns:
        A finding, or None where one person is enough.

    Raises:
        FaultsError: If the base is negative, or the share is not between nothing and all.

    >>> second_approver(Plan(on=None), base=1200, share=Fraction(1, 50)) is None
    True

    Law:
        GDPR Art. 32(1)(b): systems keep what they should keep.
    """
    _refuse(base, share)
    steps = found.steps if isinstance(found, Plan) else found.run
    records = {step.disposal.record for step in steps if isinstance(step, EraseStep)}
    limit = int(base * share)
    if len(records) <= limit:
        return None
    return Finding(
        code="retention.second_approver",
        level=Level.WARNING,
        path="plan",
        says=phrase(MANY, found=len(records), base=base, limit=limit),
        mend=phrase(ASK),
        cites=(SECURITY,),
    )


def _refuse(base: int, share: Fraction) -> None:
    faults = []
    if base < 0:
        faults.append(Fault(path="base", problem="is negative", way_out="count the records"))
    if not 0 <= share <= 1:
        way_out = "write a part of all, as in Fraction(1, 50)"
        faults.append(Fault(path="share", problem="is no share", way_out=way_out))
    if faults:
        raise FaultsError(faults)
