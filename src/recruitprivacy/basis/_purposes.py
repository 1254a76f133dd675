"""
Whether data may serve another purpose than they were collected for.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

import attrs

from recruitprivacy.basis._answer import Answer
from recruitprivacy.basis._consent import NOTHING, ConsentAsked, consent_premises
from recruitprivacy.basis._duties import duty_premises
from recruitprivacy.basis._frame import Frame
from recruitprivacy.basis._interests import Balance
from recruitprivacy.basis._premise import Premise, all_of, negated
from recruitprivacy.basis._traits import traits
from recruitprivacy.errors import Fault, FaultsError
from recruitprivacy.findings import Step
from recruitprivacy.law import Law, Situation
from recruitprivacy.messages import Message, phrase
from recruitprivacy.vocabulary import BUILT_IN, Kind, LawfulBasis, Sensitivity, Vocabulary

__all__ = ["NewPurpose", "Reuse", "may_reuse"]

WITHIN: Final = Message("basis.reuse.within", "the new purpose is a kind of the old one")
AGREED_ANEW: Final = Message("basis.reuse.agreed_anew", "consent to the new purpose")
BY_LAW: Final = Message("basis.reuse.by_law", "a law that asks for the new purpose")
WEIGHED: Final = Message("basis.reuse.weighed", "a new purpose compatible with the old one")
STATISTICS: Final = Message("basis.reuse.statistics", "statistics and research")
NOT_CONSENT: Final = Message(
    "basis.reuse.not_consent",
    "the data were not collected on consent, which covers its purpose only",
)
LINKED: Final = Message("basis.reuse.linked", "the new purpose is linked to the old one")
EXPECTED: Final = Message(
    "basis.reuse.expected", "people could expect it, as they and the firm stood to one another"
)
HARMLESS_DATA: Final = Message(
    "basis.reuse.nature",
    "no special category, criminal record or identity number is among the data",
)
HARMLESS: Final = Message("basis.reuse.harmless", "nothing bad follows for the person from it")
SAFE: Final = Message("basis.reuse.safe", "there are safeguards, as encryption or pseudonyms")
CONCLUDED: Final = Message(
    "basis.reuse.concluded",
    "somebody weighed link, context, data, effects and safeguards, in writing",
)
NEAR: Final = Message(
    "basis.reuse.near", "the new purpose is linked to the old one, or people could expect it"
)
TOLD: Final = Message("basis.reuse.told", "the person is told of the new purpose before")
IN_FIGURES: Final = Message(
    "basis.reuse.in_figures", "safeguards for statistics are there, and figures name nobody"
)
OWN_BASIS: Final = Message(
    "basis.reuse.own_basis", "the statistics have a basis beside the consent, which was for less"
)
SAME_BASIS: Final = Message(
    "basis.reuse.same_basis", "A compatible purpose needs no basis other than the old one."
)
RARELY: Final = Message(
    "basis.reuse.rarely",
    "Data given for a post rarely serve the making of products, such as training a model.",
)
STATISTICAL: Final = ("research", "analytics_statistics")


@attrs.frozen(kw_only=True)
class NewPurpose:
    """
    Data that are to serve another purpose, and what there is to weigh; None is unknown.

    Attributes:
        collected_for: The purpose they were collected for.
        wanted_for: The purpose they are to serve.
        role: The role of the person when they were collected.
        becomes: The role the person is given by it, where that is another.
        collected_on: The basis they were collected on.
        categories: The data.
        linked: Whether the purposes are linked.
        expected: Whether people could expect it.
        harmful: Whether something bad can follow for them.
        safeguards: Whether there are safeguards.
        duties: What obliges the firm, as rules of the law or provisions.
        consent: How the person is asked to agree to it.
        told: Whether the person is told before.
        outcome: What came of weighing.
        reviewer: Who weighed, as an opaque code.

    Raises:
        FaultsError: If there is an outcome and nobody who found it.

    Law:
        GDPR Art. 5(1)(b): purposes are kept to.
        GDPR Art. 6(4): what to weigh.
    """

    collected_for: str
    wanted_for: str
    role: str = "candidate"
    becomes: str | None = None
    collected_on: LawfulBasis | None = None
    categories: tuple[str, ...] = ()
    linked: bool | None = None
    expected: bool | None = None
    harmful: bool | None = None
    safeguards: bool | None = None
    duties: tuple[str, ...] = ()
    consent: ConsentAsked | None = None
    told: bool | None = None
    outcome: Balance | None = None
    reviewer: str = ""

    def __attrs_post_init__(self) -> None:
        """
        Refuse an outcome nobody found.
        """
        if self.outcome is not None and not self.reviewer:
            problem = "nobody is named who weighed"
            raise FaultsError([Fault(path="reviewer", problem=problem, way_out="give a code")])


@attrs.frozen(kw_only=True)
class Reuse(Answer):
    """
    Whether data may serve a new purpose.

    Attributes:
        collected_for: The old purpose.
        wanted_for: The new one.
    """

    collected_for: str
    wanted_for: str


@attrs.frozen(kw_only=True)
class _Asked:
    new: NewPurpose
    frame: Frame

    @property
    def linked(self) -> bool | None:
        """
        Whether the purposes are linked, as given, else as their meaning says.
        """
        if self.new.linked is not None:
            return self.new.linked
        words, new = self.frame.vocabulary, self.new
        both = (new.collected_for, new.wanted_for)
        if all(words.is_under(Kind.PURPOSE, each, "recruitment_services") for each in both):
            return True
        own = traits(new.wanted_for, words)
        return False if own.marketing or own.precontract is False else None

    @property
    def expected(self) -> bool | None:
        """
        Whether people could expect it; nobody expects to be given another role.
        """
        changes = self.new.becomes not in {None, self.new.role}
        return False if self.new.expected is None and changes else self.new.expected

    @property
    def guarded(self) -> bool | None:
        """
        Whether guarded data are among the data; unknown where none are named.
        """
        words = self.frame.vocabulary
        guarded = {Sensitivity.SPECIAL, Sensitivity.CRIMINAL, Sensitivity.NATIONAL_IDENTIFIER}
        found = {words.term(Kind.CATEGORY, each).sensitivity for each in self.new.categories}
        return bool(found & guarded) if found else None


def may_reuse(
    new: NewPurpose,
    situation: Situation,
    law: Law,
    *,
    on: date,
    vocabulary: Vocabulary = BUILT_IN,
) -> Reuse:
    """
    Judge whether data may serve a new purpose.

    They may where it is a kind of the old one, compatible with it, agreed to, or asked for by law.

    Args:
        new: The purposes, and what there is to weigh.
        situation: The ties to countries.
        law: The packs.
        on: The day asked about.
        vocabulary: The words.

    Raises:
        FaultsError: If a word is unknown, or the situation names no place.

    >>> from recruitprivacy.law import load
    >>> lead = NewPurpose(collected_for="obtain_reference", wanted_for="business_development",
    ...                   role="referee", becomes="client")
    >>> found = may_reuse(lead, Situation(establishment="NL"), load("NL"), on=date(2026, 3, 2))
    >>> [(way.what.code, way.standing.value) for way in found.ways]
    [('basis.reuse.weighed', 'excluded'), ('basis.reuse.agreed_anew', 'arguable'), \
('basis.reuse.by_law', 'excluded')]

    Law:
        GDPR Art. 6(4): link, context, nature, consequences, safeguards.
        GDPR Art. 13(3): the person is told before.
        GDPR Art. 14(4): the same, where data came from elsewhere.
    """
    _refuse(new, vocabulary)
    frame = Frame(law=law, situation=situation, on=on, vocabulary=vocabulary)
    asked = _Asked(new=new, frame=frame)
    inside = frame.is_purpose(new.wanted_for, new.collected_for)
    return Reuse(
        what=vocabulary.term(Kind.PURPOSE, new.wanted_for).label,
        collected_for=new.collected_for,
        wanted_for=new.wanted_for,
        premises=(frame.in_force, *(() if inside else _telling(asked))),
        ways=tuple(_within(asked) if inside else _ways(asked)),
        remarks=tuple(_remarks(asked)),
        **frame.parts,
    )


def _refuse(new: NewPurpose, vocabulary: Vocabulary) -> None:
    words = (
        ("collected_for", Kind.PURPOSE, new.collected_for),
        ("wanted_for", Kind.PURPOSE, new.wanted_for),
        ("role", Kind.ROLE, new.role),
        ("becomes", Kind.ROLE, new.becomes or new.role),
        *(("categories", Kind.CATEGORY, each) for each in new.categories),
    )
    faults = [
        Fault(
            path=path,
            problem=f"unknown {kind.value} {key!r}",
            nearest=vocabulary.nearest(kind, key),
        )
        for path, kind, key in words
        if not vocabulary.has(kind, key)
    ]
    if faults:
        raise FaultsError(faults)


def _telling(asked: _Asked) -> Iterator[Premise]:
    cites = asked.frame.cite("GDPR Art. 13(3)", "GDPR Art. 14(4)")
    yield Premise(fact="told", holds=asked.new.told, what=TOLD, cites=cites)


def _within(asked: _Asked) -> Iterator[Answer]:
    cites = asked.frame.cite("GDPR Art. 5(1)(b)")
    yield asked.frame.answer(WITHIN, Premise(fact="purpose", holds=True, what=WITHIN, cites=cites))


def _ways(asked: _Asked) -> Iterator[Answer]:
    new, frame = asked.new, asked.frame
    yield asked.frame.answer(WEIGHED, *_weighing(asked))
    if any(frame.is_purpose(new.wanted_for, each) for each in STATISTICAL):
        cites = frame.cite("GDPR Art. 5(1)(b)", "GDPR Art. 89(1)")
        premise = Premise(fact="safeguards", holds=new.safeguards, what=IN_FIGURES, cites=cites)
        yield asked.frame.answer(STATISTICS, premise, *_beyond_consent(asked))
    consent = attrs.evolve(new.consent or NOTHING, purposes=(new.wanted_for,))
    yield asked.frame.answer(AGREED_ANEW, *consent_premises(frame, consent))
    duties = duty_premises(frame, "duties", new.duties, (), "GDPR Art. 6(4)", "GDPR Art. 23(1)")
    yield asked.frame.answer(BY_LAW, *duties)


def _beyond_consent(asked: _Asked) -> Iterator[Premise]:
    # Art. 5(1)(b) makes statistics compatible; what they rest on where consent was for less, it
    # does not say.
    if asked.new.collected_on is LawfulBasis.CONSENT:
        cites = asked.frame.cite("GDPR Art. 6(4)")
        yield Premise(fact="basis", holds=None, what=OWN_BASIS, cites=cites, judged=True)


def _weighing(asked: _Asked) -> Iterator[Premise]:
    new, cite = asked.new, asked.frame.cite
    on_consent = None if new.collected_on is None else new.collected_on is LawfulBasis.CONSENT
    near = negated(all_of(negated(asked.linked), negated(asked.expected)))
    cites = cite("GDPR Art. 6(4)")
    held = {Balance.FAVOURABLE: True, Balance.OVERRIDDEN: False}
    outcome = None if new.outcome is None else held.get(new.outcome)
    rows = (
        ("collected_on", negated(on_consent), NOT_CONSENT, False),
        ("linked", near, NEAR, False),
        ("outcome", outcome if near is not False else False, CONCLUDED, True),
    )
    for fact, holds, what, judged in rows:
        yield Premise(fact=fact, holds=holds, what=what, cites=cites, judged=judged)


def _remarks(asked: _Asked) -> Iterator[Step]:
    new, cite = asked.new, asked.frame.cite
    rows = (
        ("linked", asked.linked, LINKED, "GDPR Art. 6(4)(a)"),
        ("expected", asked.expected, EXPECTED, "GDPR Art. 6(4)(b)"),
        ("categories", negated(asked.guarded), HARMLESS_DATA, "GDPR Art. 6(4)(c)"),
        ("harmful", negated(new.harmful), HARMLESS, "GDPR Art. 6(4)(d)"),
        ("safeguards", new.safeguards, SAFE, "GDPR Art. 6(4)(e)"),
    )
    for fact, holds, what, cites in rows:
        yield Premise(fact=fact, holds=holds, what=what, cites=cite(cites)).step
    if asked.frame.is_purpose(new.wanted_for, "product_development"):
        yield Step(says=phrase(RARELY), cites=cite("GDPR Art. 6(4)"))
    yield Step(says=phrase(SAME_BASIS), cites=cite("GDPR Recital 50"))
