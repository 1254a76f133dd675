"""
Whether something is surely so, and whether it may be, for want of a fact.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

import attrs

from recruitprivacy.periods import Rounding
from recruitprivacy.retention._cutoffs._length import last_start
from recruitprivacy.retention._cutoffs._span import DAY, EVER, Span, common, others
from recruitprivacy.retention._cutoffs._table import KIND, Cap, Lasting, Origin, Requirement, Term
from recruitprivacy.retention._cutoffs._tree import (
    FALSE,
    TRUE,
    Absent,
    Flag,
    Named,
    Tree,
    Unclear,
    Unflagged,
    Unnamed,
    Within,
    every,
    opposite,
    some,
)
from recruitprivacy.timeline import RecordKind

__all__ = ["NO", "UNKNOWN", "Maybe", "all_of", "any_of", "ended", "fits", "over", "stands", "used"]


@attrs.frozen
class Maybe:
    """
    A question with three answers: yes, no, and nobody knows.

    Attributes:
        surely: Whether it is so whatever is missing.
        perhaps: Whether it can be so.
    """

    surely: Tree
    perhaps: Tree


NO: Final = Maybe(FALSE, FALSE)
UNKNOWN: Final = Maybe(FALSE, TRUE)


def all_of(parts: Iterable[Maybe]) -> Maybe:
    """
    Ask that all are so.
    """
    found = tuple(parts)
    return Maybe(every(each.surely for each in found), every(each.perhaps for each in found))


def any_of(parts: Iterable[Maybe]) -> Maybe:
    """
    Ask that one is so.
    """
    found = tuple(parts)
    return Maybe(some(each.surely for each in found), some(each.perhaps for each in found))


def ended(term: Term) -> Maybe:
    """
    Ask whether a rule is about a record and its last day has passed.
    """
    found = _from(term.origins, _in_force(term, term.surely), _in_force(term, term.perhaps))
    if term.first_origins:
        surely, perhaps = _in_force(term, term.surely), _in_force(term, term.perhaps)
        found = _between(found, _from(term.first_origins, surely, perhaps))
    return all_of((fits(term), found))


def stands(term: Term) -> Maybe:
    """
    Ask whether a rule is about a record and forbids erasing it still.
    """
    surely = _in_force(term, others(term.perhaps))
    perhaps = _in_force(term, others(term.surely))
    found = _from(term.origins, surely, perhaps)
    if term.first_origins:
        found = _between(found, _from(term.first_origins, surely, perhaps))
    if term.begins:
        found = _running(term, found)
    return all_of((fits(term), found))


def over(going: Lasting, last: Span) -> Maybe:
    """
    Ask whether a use was over by a day.

    Args:
        going: The use.
        last: The days up to that day.
    """
    on_time = Within(going.fact, last)
    if going.agreed:
        # Nobody who agreed is asked about here, so that it never began.
        late = some(Within(going.fact, each) for each in others((last,)))
        return Maybe(opposite(late), opposite(late))
    return Maybe(on_time, some((on_time, Unclear(going.fact))))


def used(going: Lasting) -> Tree:
    """
    Ask whether a use goes on, or may.
    """
    return FALSE if going.agreed else some((Absent(going.fact), Unclear(going.fact)))


def _in_force(term: Term, spans: Iterable[Span]) -> tuple[Span, ...]:
    return tuple(spans) if term.window is None else common(spans, term.window)


def _between(one: Maybe, other: Maybe) -> Maybe:
    # Nobody knows which part of a record is of which event.
    return Maybe(every((one.surely, other.surely)), some((one.perhaps, other.perhaps)))


def _from(origins: Sequence[Origin], surely: Sequence[Span], perhaps: Sequence[Span]) -> Maybe:
    if not origins:
        return NO
    origin, *rest = origins
    if not origin.facts:
        return UNKNOWN
    later = _from(rest, surely, perhaps)
    never = every(Absent(fact) for fact in origin.facts)
    sure = (_at(origin, surely), every((never, later.surely)))
    unknown = _unknown(origin)
    return Maybe(some(sure), some((_at(origin, perhaps), unknown, every((never, later.perhaps)))))


def _unknown(origin: Origin) -> Tree:
    unclear = some(Unclear(fact) for fact in origin.facts)
    if origin.cap is None:
        return unclear
    known = every((_known(origin.facts), opposite(_known(origin.cap.facts))))
    return some((unclear, known))


def _known(facts: Iterable[str]) -> Tree:
    found = tuple(facts)
    return _days(found, EVER, first=False) if found else FALSE


def _at(origin: Origin, spans: Iterable[Span]) -> Tree:
    return some(_in_span(origin, each) for each in spans)


def _in_span(origin: Origin, span: Span) -> Tree:
    if origin.cap is None:
        return _days(origin.facts, span, first=origin.first)
    return some(
        (
            every((_moved(origin, span), _capped(origin.cap, Span(first=span.first)))),
            every((_moved(origin, Span(first=span.first)), _capped(origin.cap, span))),
        )
    )


def _moved(origin: Origin, span: Span) -> Tree:
    return _days(origin.facts, span, first=origin.first)


def _capped(cap: Cap, span: Span) -> Tree:
    """
    Ask whether the day to which a clock can be moved at most lies in a span.
    """
    first = cap.facts[0].endswith(".first")
    last = None if span.last is None else last_start(cap.period, span.last + DAY, Rounding.DOWN)
    before = None if span.first is None else last_start(cap.period, span.first, Rounding.DOWN)
    if span.last is not None and last is None:
        return FALSE
    since = None if before is None else before + DAY
    return _days(cap.facts, Span(first=since, last=last), first=first)


def _days(facts: Sequence[str], span: Span, *, first: bool) -> Tree:
    if len(facts) == 1:
        return Within(facts[0], span)
    side = Span(first=span.first) if first else Span(last=span.last)
    return every(
        (
            *(some((Within(fact, side), Absent(fact))) for fact in facts),
            some(Within(fact, span) for fact in facts),
        )
    )


def _running(term: Term, found: Maybe) -> Maybe:
    """
    Take into account that what must be kept after an end is kept before it, too.

    Which of two days of a row came later is not compared. Where both lie before the cut-off,
    nobody knows here whether it runs again.
    """
    ended_on = term.origins[0].facts
    known, never_ended = _known(ended_on), every(Absent(fact) for fact in ended_on)
    settled = FALSE if term.window is not None and term.runs_on else every((known, found.surely))
    if term.runs_fact:
        return _told_running(term, found, settled, some((known, never_ended)))
    began, unclear = _known(term.begins), some(Unclear(fact) for fact in term.begins)
    never_began = every(Absent(fact) for fact in term.begins)
    placed = some((Named(KIND, (RecordKind.PLACEMENT.value,)), Unnamed(KIND)))
    sure = [every((never_began, found.surely)), every((unclear, settled))]
    open_ = [
        found.perhaps,
        every((unclear, some((known, never_ended)))),
        every((never_began, never_ended, placed)),
    ]
    if term.runs_on:
        late = some(_days(term.begins, each, first=False) for each in others(term.perhaps))
        again = every((_at(term.origins[0], term.surely), late))
        begun = every((began, never_ended))
        sure += [begun, every((began, known, found.surely)), again]
        open_ += [begun, every((began, known))]
    return Maybe(some(sure), some(open_))


def _told_running(term: Term, found: Maybe, settled: Tree, noted: Tree) -> Maybe:
    runs, over_ = Flag(term.runs_fact, so=True), Flag(term.runs_fact, so=False)
    unknown = Unflagged(term.runs_fact)
    sure = [every((over_, found.surely)), every((unknown, settled))]
    open_ = [every((over_, found.perhaps)), unknown]
    if term.runs_on:
        sure.append(every((runs, noted)))
        open_.append(runs)
    return Maybe(some(sure), some(open_))


def fits(term: Term) -> Maybe:
    """
    Ask whether a rule is about a record.
    """
    tests = (_test(each) for each in term.tests)
    return all_of((*tests, *((UNKNOWN,) if term.hangs_on else ())))


def _test(test: Requirement) -> Maybe:
    if not test.keys:
        so = Flag(test.fact, test.so)
        return Maybe(so, some((so, Unflagged(test.fact))))
    named = Named(test.fact, test.keys)
    return Maybe(named, named if test.sure else some((named, Unnamed(test.fact))))
