"""
One thing that is done with people's data, in the facts that decide whether it may be.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import Final

import attrs

from recruitprivacy.basis._automation import Automated
from recruitprivacy.basis._consent import ConsentAsked
from recruitprivacy.basis._interests import InterestsAssessment
from recruitprivacy.basis._national import given_faults
from recruitprivacy.basis._traits import Traits, traits
from recruitprivacy.errors import Fault, FaultsError
from recruitprivacy.frozen import FrozenMap
from recruitprivacy.law import Recruitment, Situation
from recruitprivacy.policy import UNSTATED, Unstated
from recruitprivacy.vocabulary import Kind, LawfulBasis, Origin, Vocabulary

__all__ = ["Activity", "AskedBy", "ContractWith", "refuse_faulty"]


class AskedBy(StrEnum):
    """
    At whose wish something is done.
    """

    PERSON = "person"
    CONTROLLER = "controller"
    CLIENT = "client"
    STATUTE = "statute"
    """A law asks for it, whoever passes it on."""


class ContractWith(StrEnum):
    """
    With whom the contract is that something is done for.
    """

    PERSON = "person"
    OTHER = "other"
    """With somebody else: the client, a supplier."""
    NOBODY = "nobody"


@attrs.frozen(kw_only=True)
class Activity:
    """
    One purpose for which data of people in one role are used; whatever is None nobody said.

    Attributes:
        name: What the firm calls it, or the path in its policy.
        role: Whose data.
        purpose: What for.
        categories: Which data.
        stage: How far recruiting has come.
        source: Where the data come from.
        stated: The basis or bases the firm states.
        when: The conditions the firm itself sets; they are part of what people were told.
        asked_by: At whose wish it is done.
        contract: With whom the contract is that it is done for.
        necessary: Whether the purpose cannot be reached with less.
        duties: What obliges the controller: ids of rules of the law, or provisions as a lawyer
            writes them; an empty tuple says that nothing does, as far as the packs know.
        tasks: What makes it a task in the public interest, likewise.
        public_task: Whether the controller is a public authority performing its tasks.
        endangered: Whether somebody's life or health hangs on it.
        interests: The interests pursued; an empty tuple says that none is named.
        expected: Whether people expect it.
        imbalance: Whether the controller is so much stronger that a no is hard.
        child: Whether the person is a child.
        made_public: Whether the person manifestly made the data public themselves.
        by_professional: Whether only somebody bound to professional secrecy handles them.
        claim: Whether a legal claim is pending or concretely expected.
        marketing: Whether it serves to advertise; None leaves that to the purpose.
        shared_with: The recipients.
        automation: What a machine does in it.
        consent: How the person is asked.
        assessment: What was written down when the interest was weighed.
        given: More facts by name: conditions of the vocabulary, or what a national rule asks.

    >>> search = Activity(role="prospective_candidate", purpose="sourcing", source="linkedin")
    >>> search.asked_by is None
    True
    """

    name: str = ""
    role: str
    purpose: str
    categories: tuple[str, ...] = ()
    stage: str | None = None
    source: str | None = None
    stated: tuple[LawfulBasis, ...] | Unstated = UNSTATED
    when: tuple[str, ...] = ()
    asked_by: AskedBy | None = None
    contract: ContractWith | None = None
    necessary: bool | None = None
    duties: tuple[str, ...] | None = None
    tasks: tuple[str, ...] | None = None
    public_task: bool | None = None
    endangered: bool | None = None
    interests: tuple[str, ...] | None = None
    expected: bool | None = None
    imbalance: bool | None = None
    child: bool | None = None
    made_public: bool | None = None
    by_professional: bool | None = None
    claim: bool | None = None
    marketing: bool | None = None
    shared_with: tuple[str, ...] = ()
    automation: Automated | None = None
    consent: ConsentAsked | None = None
    assessment: InterestsAssessment | None = None
    given: FrozenMap[str, bool] = attrs.field(factory=FrozenMap, converter=FrozenMap[str, bool])

    @property
    def young(self) -> bool | None:
        """
        Whether the person is a child, as was said, or else by the age at which they are asked.

        >>> asked = ConsentAsked(purposes=("talent_pool",), age=15)
        >>> Activity(role="candidate", purpose="talent_pool", consent=asked).young
        True
        """
        age = None if self.consent is None else self.consent.age
        return age < OF_AGE if self.child is None and age is not None else self.child


WORDS: Final = (
    ("role", Kind.ROLE),
    ("purpose", Kind.PURPOSE),
    ("stage", Kind.STAGE),
    ("source", Kind.SOURCE),
)
LISTS: Final = (
    ("categories", Kind.CATEGORY),
    ("interests", Kind.INTEREST),
    ("when", Kind.CONDITION),
    ("shared_with", Kind.RECIPIENT),
)
OF_AGE: Final = 18
BEFORE_ASKING: Final = frozenset({"sourcing"})
"""The stages at which nobody has asked for anything yet."""


def refuse_faulty(activity: Activity, situation: Situation, vocabulary: Vocabulary) -> None:
    """
    Refuse an activity that uses unknown words or contradicts itself, with everything to mend.

    Raises:
        FaultsError: If it does.
    """
    faults = [*_unknown(activity, vocabulary)]
    faults += given_faults(activity.given, vocabulary)
    if not faults:
        faults += _contradictions(activity, situation, traits(activity.purpose, vocabulary))
        faults += _far_sources(activity, vocabulary)
        faults += _ages(activity)
    if faults:
        raise FaultsError(faults)


def _unknown(activity: Activity, vocabulary: Vocabulary) -> Iterator[Fault]:
    for field, kind in WORDS:
        key = getattr(activity, field)
        yield from _unless_known(field, (key,) if key is not None else (), kind, vocabulary)
    for field, kind in LISTS:
        yield from _unless_known(field, getattr(activity, field) or (), kind, vocabulary)


def _unless_known(
    path: str, keys: Iterable[str], kind: Kind, vocabulary: Vocabulary
) -> Iterator[Fault]:
    for key in keys:
        if not vocabulary.has(kind, key):
            problem = f"unknown {kind.value} {key!r}"
            yield Fault(path=path, problem=problem, nearest=vocabulary.nearest(kind, key))


def _contradictions(activity: Activity, situation: Situation, known: Traits) -> Iterator[Fault]:
    by_person = activity.asked_by is AskedBy.PERSON
    if by_person and known.asked is False:
        problem = f"the person asked for it, and {activity.purpose!r} begins before they ask"
        yield Fault(path="asked_by", problem=problem, way_out="change the purpose or who asked")
    if by_person and activity.stage in BEFORE_ASKING:
        problem = f"the person asked for it, and at the stage {activity.stage!r} nobody has"
        yield Fault(path="stage", problem=problem, way_out="change the stage or who asked")
    if activity.asked_by not in {None, AskedBy.PERSON} and known.asked:
        problem = f"{activity.purpose!r} is what a person asks for, and somebody else did"
        yield Fault(path="asked_by", problem=problem, way_out="change the purpose or who asked")
    if activity.asked_by is AskedBy.CLIENT and situation.recruitment is Recruitment.OWN_HIRING:
        problem = "a client asked for it, and the firm recruits for itself"
        yield Fault(path="asked_by", problem=problem, way_out="change who asked or the recruitment")
    if activity.marketing is False and known.marketing:
        problem = f"{activity.purpose!r} advertises, and it is said not to"
        yield Fault(path="marketing", problem=problem, way_out="leave it out")
    if activity.asked_by is AskedBy.STATUTE and activity.duties == ():
        problem = "a statute asks for it, and no duty is said to exist"
        yield Fault(path="duties", problem=problem, way_out="name the provision, or leave it out")


def _ages(activity: Activity) -> Iterator[Fault]:
    age = None if activity.consent is None else activity.consent.age
    if age is None or activity.child is None:
        return
    if activity.child != (age < OF_AGE):
        said = "a child" if activity.child else "no child"
        problem = f"the person is said to be {age}, and {said}"
        yield Fault(path="child", problem=problem, way_out="change one of the two, or leave it out")


def _far_sources(activity: Activity, vocabulary: Vocabulary) -> Iterator[Fault]:
    if activity.source is None or activity.made_public is not True:
        return
    origin = vocabulary.term(Kind.SOURCE, activity.source).origin
    if origin is Origin.THIRD_PARTY:
        problem = "the person made the data public, and somebody else supplied them in private"
        yield Fault(path="made_public", problem=problem, way_out="change the source")
