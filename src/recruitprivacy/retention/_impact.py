"""
What a change of policy or of law would do, before it applies.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Final, TypeAlias

import attrs

from recruitprivacy.citations import Citation, Unit
from recruitprivacy.findings import Finding, Level
from recruitprivacy.law import Law, Situation
from recruitprivacy.messages import Message, Phrase, Value, phrase
from recruitprivacy.policy import Policy
from recruitprivacy.retention._assess import assess
from recruitprivacy.retention._bound import On, Open
from recruitprivacy.retention._disposal import Disposal
from recruitprivacy.retention._heirs import heir_of, is_unmarked, promise_about
from recruitprivacy.retention._shift import Shift, shifts_of
from recruitprivacy.timeline import Facts
from recruitprivacy.vocabulary import BUILT_IN, Kind, Vocabulary

__all__ = ["Impact", "Moved", "impact"]


COUNTED: Final = Message("retention.impact.counted", "On {on} the change would leave {what}: {n}")
SAME: Final = Message("retention.impact.same", "Left as they are: {n}")
TELL: Final = Message(
    "retention.impact.tell", "People to be told, as their notice promised something else: {n}"
)
LINE: Final = Message("retention.impact.line", "Record {record}, {category}: {what}.")
LAST_DAYS: Final = Message(
    "retention.impact.last_days", "Last day before the change: {before}; after it: {after}."
)
KEEPS: Final = Message(
    "retention.impact.keeps",
    "The promise of version {version}, which the person was given, binds all the same.",
)
NO_DAY: Final = Message("retention.impact.no_day", "none")
UNKNOWN_DAY: Final = Message("retention.impact.unknown_day", "not known")
TOGETHER: Final = Message("retention.impact.together", "{first} {then}")
UNMARKED: Final = Message(
    "retention.finding.change_without_version",
    "Both have version number {number}, so nobody can tell who was promised what.",
)
NUMBER_IT: Final = Message(
    "retention.mend.change_without_version", "Give the changed notice a number of its own."
)
PERIOD_TOLD: Final = tuple(
    Citation(act="GDPR", unit=Unit.ARTICLE, number=number, points=("2", "a"))
    for number in ("13", "14")
)

Key: TypeAlias = tuple[str, str, str]


@attrs.frozen(kw_only=True)
class Moved:
    """
    One category of one record for one controller, before and after a change.

    Attributes:
        person: The person's opaque id.
        record: The record's id.
        category: The category.
        controller: Who decides, by name in the policy.
        before: The answer as things are; None where there is none.
        after: The answer as they would be; None where there is none.
        shifts: What becomes different; empty where nothing does.
        keeps: The number of the older version whose promise binds all the same, or empty.
        to_tell: Whether the person was given a notice that promises something else about these
            data than the new one; None where nobody knows what they were given.
    """

    person: str = attrs.field(repr=False)
    record: str
    category: str
    controller: str
    before: Disposal | None
    after: Disposal | None
    shifts: tuple[Shift, ...] = ()
    keeps: str = ""
    to_tell: bool | None = False


@attrs.frozen(kw_only=True)
class Impact:
    """
    What a change would do; nothing in it has been done.

    Attributes:
        on: The day on which both were judged.
        compared: Every category of every record, changed or not.
        findings: What is doubtful about the change itself.
        cites: The provisions under which people are told of a period.
    """

    on: date
    compared: tuple[Moved, ...] = ()
    findings: tuple[Finding, ...] = ()
    cites: tuple[Citation, ...] = PERIOD_TOLD
    _law: Law = attrs.field(eq=False, repr=False)
    _vocabulary: Vocabulary = attrs.field(eq=False, repr=False)

    @property
    def moved(self) -> tuple[Moved, ...]:
        """
        Those for which something becomes different.
        """
        return tuple(each for each in self.compared if each.shifts)

    @property
    def to_tell(self) -> tuple[str, ...]:
        """
        The persons to be told, each once.
        """
        return tuple(dict.fromkeys(each.person for each in self.compared if each.to_tell))

    def of(self, shift: Shift) -> tuple[Moved, ...]:
        """
        List those to which one thing happens.
        """
        return tuple(each for each in self.compared if shift in each.shifts)

    @property
    def lines(self) -> tuple[tuple[Phrase, tuple[Citation, ...]], ...]:
        """
        What it comes to, a sentence each with the provisions it rests on: the counts come first.
        """
        return tuple(self._lines())

    def explain(self, language: str) -> str:
        """
        Say what it comes to, one sentence a line.

        Raises:
            UnknownLanguageError: If no catalog speaks the language.
            MissingTranslationError: If the catalog lacks a sentence.
        """
        from recruitprivacy.i18n import explained  # noqa: PLC0415 - only who explains pays

        return explained(self.lines, language, acts=self._law.acts)

    def _lines(self) -> Iterator[tuple[Phrase, tuple[Citation, ...]]]:
        for shift in Shift:
            found = self.of(shift)
            if found:
                yield phrase(COUNTED, on=self.on, what=shift.label, n=len(found)), ()
        yield phrase(SAME, n=len(self.compared) - len(self.moved)), ()
        if self.to_tell:
            yield phrase(TELL, n=len(self.to_tell)), self.cites
        yield from ((each.says, each.cites) for each in self.findings)
        yield from ((self._line(each), ()) for each in self.moved)

    def _line(self, moved: Moved) -> Phrase:
        known = self._vocabulary.has(Kind.CATEGORY, moved.category)
        category: Value = moved.category
        if known:
            category = self._vocabulary.term(Kind.CATEGORY, moved.category).label
        what = tuple(shift.label for shift in moved.shifts)
        line = phrase(LINE, record=moved.record, category=category, what=what)
        days = phrase(LAST_DAYS, before=_last_day(moved.before), after=_last_day(moved.after))
        said = phrase(TOGETHER, first=line, then=days)
        kept = phrase(KEEPS, version=moved.keeps)
        return phrase(TOGETHER, first=said, then=kept) if moved.keeps else said


def impact(  # noqa: PLR0913 - what assess() takes, before and after
    old: Policy,
    new: Policy,
    facts: Facts | Iterable[Facts],
    law: Law,
    *,
    on: date,
    new_law: Law | None = None,
    situation: Situation | None = None,
    vocabulary: Vocabulary = BUILT_IN,
) -> Impact:
    """
    Compare what is decided under two policies, or two states of the law, before either changes.

    Whoever was given the older notice keeps its promise as a ceiling, and is told of the new one.

    Args:
        old: The declaration as it is.
        new: The declaration as it would be; where it does not know of the old one among its
            earlier versions, it is taken to follow it. The same as the old one, to change the law.
        facts: The facts of one person or several, with every day that either asks for.
        law: The law as it is.
        on: The day on which both are judged; the facts are as of it.
        new_law: The law as it would be; None is the same.
        situation: As for :func:`assess`.
        vocabulary: The words of all of them.

    >>> from recruitprivacy.frozen import FrozenMap
    >>> from recruitprivacy.law import load
    >>> from recruitprivacy.periods import Period
    >>> from recruitprivacy.policy import Version
    >>> from recruitprivacy.testing.examples import anna_applies, own_hiring
    >>> from recruitprivacy.timeline import fold
    >>> longer = attrs.evolve(own_hiring().retention["after_the_procedure"],
    ...                       at_most=Period(months=6))
    >>> new = attrs.evolve(own_hiring(), version=Version(number="2"),
    ...                    retention=FrozenMap({"after_the_procedure": longer}))
    >>> on, book = date(2026, 4, 20), load("NL")
    >>> facts = fold(anna_applies(), new, on=on, law=book)
    >>> found = impact(own_hiring(), new, facts, book, on=on)
    >>> {(each.shifts, each.keeps) for each in found.compared}, len(found.to_tell)
    ({((), '1')}, 1)

    Law:
        GDPR Art. 13(2)(a): people are told how long their data are kept.
        GDPR Art. 14(2)(a): so are those whose data came from others.
    """
    heir = heir_of(old, new)
    given = (facts,) if isinstance(facts, Facts) else tuple(facts)
    moved = tuple(
        each
        for one in given
        for each in _of_person(
            one,
            heir,
            _answers(old, one, law, on, situation, vocabulary),
            _answers(heir, one, new_law or law, on, situation, vocabulary),
            vocabulary,
        )
    )
    return Impact(
        on=on,
        compared=moved,
        findings=(_unmarked(new),) if is_unmarked(old, new) else (),
        law=new_law or law,
        vocabulary=vocabulary,
    )


def _answers(
    policy: Policy,
    facts: Facts,
    law: Law,
    on: date,
    situation: Situation | None,
    vocabulary: Vocabulary,
) -> dict[Key, Disposal]:
    # The facts are for both, whichever they were gathered for.
    theirs = attrs.evolve(facts, policy=policy.id, version=policy.version_number)
    found = assess(policy, theirs, law, on=on, situation=situation, vocabulary=vocabulary)
    return {(each.record, each.controller, each.category): each for each in found}


def _of_person(
    facts: Facts,
    heir: Policy,
    before: Mapping[Key, Disposal],
    after: Mapping[Key, Disposal],
    vocabulary: Vocabulary,
) -> Iterator[Moved]:
    for key in dict.fromkeys((*before, *after)):
        record, controller, category = key
        was, becomes = before.get(key), after.get(key)
        promise = promise_about(heir, facts, record, category, vocabulary)
        yield Moved(
            person=facts.person,
            record=record,
            category=category,
            controller=controller,
            before=was,
            after=becomes,
            shifts=tuple(shifts_of(was, becomes)),
            keeps=becomes.version if becomes and promise.differs_from(becomes.version) else "",
            to_tell=promise.to_tell,
        )


def _last_day(found: Disposal | None) -> Value:
    if found is None or isinstance(found.must_be_gone_by, Open):
        return NO_DAY
    if isinstance(found.must_be_gone_by, On):
        return found.must_be_gone_by.day
    return UNKNOWN_DAY


def _unmarked(new: Policy) -> Finding:
    return Finding(
        code="retention.change_without_version",
        level=Level.ERROR,
        path="version.number",
        says=phrase(UNMARKED, number=new.version_number),
        mend=phrase(NUMBER_IT),
        cites=PERIOD_TOLD,
    )
