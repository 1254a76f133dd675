"""
The assessment behind legitimate interests, as a value.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from enum import StrEnum
from typing import Final

import attrs

from recruitprivacy.basis._frame import Frame
from recruitprivacy.basis._premise import Premise, all_of, negated
from recruitprivacy.errors import Fault, FaultsError
from recruitprivacy.findings import Step
from recruitprivacy.messages import Message, phrase

__all__ = ["Balance", "InterestsAssessment", "about", "interests_premises", "interests_remarks"]


class Balance(StrEnum):
    """
    What came of weighing.
    """

    FAVOURABLE = "favourable"
    """The person's interests and rights do not override."""
    OVERRIDDEN = "overridden"
    """They do."""
    UNCLEAR = "unclear"
    """Whoever weighed could not say."""


ARTICULATED: Final = Message(
    "basis.interests.articulated", "a lawful and present interest is named"
)
NEEDED: Final = Message(
    "basis.interests.needed", "nothing that intrudes less would serve the interest as well"
)
WEIGHED: Final = Message(
    "basis.interests.weighed",
    "somebody weighed the interest against the person’s, in writing, and the person’s do not "
    "override it",
)
NO_AUTHORITY: Final = Message(
    "basis.interests.no_authority", "the controller is no public authority performing its tasks"
)
UNEXPECTED: Final = Message(
    "basis.interests.unexpected",
    "People do not expect this, which weighs against the interest.",
)
YOUNG: Final = Message(
    "basis.interests.young", "The person is a child, whose interests weigh more."
)
MARKETED: Final = Message(
    "basis.interests.marketed",
    "The person can stop this at any time without giving a reason, and nothing outweighs that.",
)
FROM_OTHERS: Final = Message(
    "basis.interests.from_others",
    "The data do not come from the person: they are told within a month at the latest, and with "
    "the first message to them or before anybody else gets the data, if that is sooner.",
)
OFFERED: Final = Message(
    "basis.interests.offered",
    "The interest is told, and the right to object is pointed out apart from all else.",
)


@attrs.frozen(kw_only=True)
class InterestsAssessment:
    """
    What a firm wrote down when it weighed its interest against people's.

    Attributes:
        id: Its name in the firm's files.
        purpose: The purpose it is about; of others it says nothing, unless they are kinds of it.
        interests: The interests named.
        of_third_parties: Whether others' interests are among them.
        necessary: Whether nothing that intrudes less would do.
        alternatives: What else was looked at, in the firm's words.
        expected: Whether people expect it.
        impact: What it may do to people, in the firm's words.
        children: Whether children are among them.
        safeguards: What softens it, by key of a security measure or in the firm's words.
        outcome: What came of weighing; None while nobody has weighed.
        reviewer: Who weighed, as an opaque code.
        assessed_on: The day they did.
        review_on: The day by which it is looked at again; from the day after, it supports nothing.

    Raises:
        FaultsError: If there is an outcome and nobody who found it, or nothing it was about.

    >>> InterestsAssessment(id="lia-1", purpose="sourcing", outcome=Balance.FAVOURABLE)
    Traceback (most recent call last):
    recruitprivacy.errors.FaultsError: 3 things to mend
      interests: no interest is named; name at least one, or leave the outcome open
      reviewer: nobody is named who weighed; give an opaque code
      assessed_on: no day is given; give the day they weighed

    Law:
        GDPR Art. 5(2): the controller must be able to show that it may.
        GDPR Art. 6(1)(f): interest, necessity, balance.
        GDPR Recital 47: what people reasonably expect.
    """

    id: str
    purpose: str
    interests: tuple[str, ...] = ()
    of_third_parties: bool = False
    necessary: bool | None = None
    alternatives: tuple[str, ...] = ()
    expected: bool | None = None
    impact: tuple[str, ...] = ()
    children: bool | None = None
    safeguards: tuple[str, ...] = ()
    outcome: Balance | None = None
    reviewer: str = ""
    assessed_on: date | None = None
    review_on: date | None = None

    def __attrs_post_init__(self) -> None:
        """
        Refuse an outcome out of nothing.
        """
        faults = tuple(self._faults())
        if faults:
            raise FaultsError(faults)

    def _faults(self) -> Iterator[Fault]:
        if self.outcome is None:
            return
        if not self.interests:
            problem, mend = "no interest is named", "name at least one, or leave the outcome open"
            yield Fault(path="interests", problem=problem, way_out=mend)
        if not self.reviewer:
            problem, mend = "nobody is named who weighed", "give an opaque code"
            yield Fault(path="reviewer", problem=problem, way_out=mend)
        if self.assessed_on is None:
            problem, mend = "no day is given", "give the day they weighed"
            yield Fault(path="assessed_on", problem=problem, way_out=mend)

    def supports(self, on: date) -> bool | None:
        """
        Say whether it carries the processing on a day; None where nobody has (validly) weighed.

        >>> weighed = InterestsAssessment(
        ...     id="lia-1", purpose="sourcing", interests=("client_service",), reviewer="r7",
        ...     assessed_on=date(2026, 1, 5), review_on=date(2027, 1, 5), necessary=True,
        ...     outcome=Balance.FAVOURABLE)
        >>> weighed.supports(date(2027, 1, 5)), weighed.supports(date(2027, 1, 6))
        (True, None)
        """
        if self.outcome is Balance.OVERRIDDEN:
            return False
        early = self.assessed_on is not None and on < self.assessed_on
        late = self.review_on is not None and on > self.review_on
        return True if self.outcome is Balance.FAVOURABLE and not early and not late else None


def about(
    frame: Frame, assessment: InterestsAssessment | None, purpose: str
) -> InterestsAssessment | None:
    """
    Give an assessment where it is about a purpose, or one the purpose is a kind of.
    """
    if assessment is None or not frame.is_purpose(purpose, assessment.purpose):
        return None
    return assessment


def interests_premises(
    frame: Frame,
    assessment: InterestsAssessment | None,
    *,
    purpose: str,
    named: bool | None,
    necessary: bool | None,
    public_task: bool | None,
) -> Iterator[Premise]:
    """
    List what legitimate interests need: the interest, the need, the balance, and no authority.

    A fact that the assessment states counts where nobody said otherwise; an assessment of another
    purpose states nothing.
    """
    assessment = about(frame, assessment, purpose)
    if assessment is not None:
        named = True if named is None and assessment.interests else named
        necessary = assessment.necessary if necessary is None else necessary
    weighed = None if assessment is None else assessment.supports(frame.on)
    cites = frame.cite("GDPR Art. 6(1)(f)")
    lifted = frame.cite("GDPR Art. 6(1) subpara 2")
    yield Premise(fact="public_task", holds=negated(public_task), what=NO_AUTHORITY, cites=lifted)
    articulated = (*cites, *frame.cite("C-621/22"))
    yield Premise(fact="interests", holds=named, what=ARTICULATED, cites=articulated)
    yield Premise(fact="necessary", holds=necessary, what=NEEDED, cites=cites)
    yield Premise(
        fact="assessment",
        holds=all_of(weighed),
        what=WEIGHED,
        cites=(*cites, *frame.cite("GDPR Recital 47", "EDPB 1/2024")),
        judged=True,
    )


def interests_remarks(
    frame: Frame,
    *,
    expected: bool | None,
    child: bool | None,
    marketing: bool | None,
    from_others: bool = False,
) -> Iterator[Step]:
    """
    Yield what weighs, and what follows for the person.
    """
    if expected is False:
        yield Step(says=phrase(UNEXPECTED), cites=frame.cite("GDPR Recital 47"), fact="expected")
    if child:
        yield Step(says=phrase(YOUNG), cites=frame.cite("GDPR Art. 6(1)(f)"), fact="child")
    if marketing:
        cites = frame.cite("GDPR Art. 21(2)", "GDPR Art. 21(3)")
        yield Step(says=phrase(MARKETED), cites=cites, fact="marketing")
    if from_others:
        cites = frame.cite("GDPR Art. 14(3)(a)", "GDPR Art. 14(3)(b)", "GDPR Art. 14(3)(c)")
        yield Step(says=phrase(FROM_OTHERS), cites=cites, fact="source")
    told = frame.cite("GDPR Art. 13(1)(d)", "GDPR Art. 14(2)(b)", "GDPR Art. 21(4)")
    yield Step(says=phrase(OFFERED), cites=told)
