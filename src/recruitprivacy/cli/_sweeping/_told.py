"""
What a sweep says of itself: numbers by rule and month, and no record.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any, Final, TypeAlias

import attrs

from recruitprivacy.cli._sweeping._cells import Counted
from recruitprivacy.cli._sweeping._file import Change
from recruitprivacy.cli._sweeping._run import Due, Open
from recruitprivacy.frozen import FrozenMap
from recruitprivacy.messages import Message, Phrase, phrase
from recruitprivacy.retention import Status

__all__ = ["Guard", "Tally", "group_lines", "lines"]

ROWS: Final = Message(
    "cli.sweep.rows",
    "{n} row looked at: {due} due ({share} %), {undecided} undecided and left to assess.",
    "{n} rows looked at: {due} due ({share} %), {undecided} undecided and left to assess.",
)
UNKNOWN: Final = Message(
    "cli.sweep.placeholders",
    "{column}: {n} cell holds 1970-01-01 or 9999-12-31, and is taken as unknown.",
    "{column}: {n} cells hold 1970-01-01 or 9999-12-31, and are taken as unknown.",
)
EARLY: Final = Message(
    "cli.sweep.early",
    "{column}: {n} cell holds a day before 1970, and is taken as it stands.",
    "{column}: {n} cells hold a day before 1970, and are taken as they stand.",
)
STRANGE: Final = Message(
    "cli.sweep.strange",
    "{column}: {n} cell holds a word the policy does not know; see that it is spelt the same.",
    "{column}: {n} cells hold a word the policy does not know; see that it is spelt the same.",
)
APART: Final = Message(
    "cli.sweep.apart",
    "Of the undecided, {n} stands apart by {column}.",
    "Of the undecided, {n} stand apart by {column}.",
)
LACKING: Final = Message(
    "cli.sweep.lacking",
    "Of the undecided, {n} lacks a day or a word that a rule asks for.",
    "Of the undecided, {n} lack a day or a word that a rule asks for.",
)
SINCE: Final = Message(
    "cli.sweep.since", "Since the run of {on}: {new} new, {gone} no longer due, {before} then."
)
SINCE_NONE: Final = Message(
    "cli.sweep.since_none", "Since the previous run, in which nothing was due: {new} new."
)
WRITTEN: Final = Message("cli.sweep.written", "Written: {file}")
MANY: Final = Message(
    "cli.sweep.many",
    "Unusual: {found} of {rows} rows, {share} %, are newly due; at most {limit} % was allowed. "
    "Nothing was written. Look at the policy, the map and the import; "
    "if it is right, say --anyway.",
)
RISEN: Final = Message(
    "cli.sweep.risen",
    "Unusual: {found} rows are due, and {before} were in the previous run. "
    "Nothing was written. Look at the policy, the map and the import; "
    "if it is right, say --anyway.",
)
MONTHS: Final = 12
"""Months that are told apart, the last of them that of the run."""
TIMES: Final = 2
"""How many times as many as before is a rise to look at."""
FEW: Final = 0.01
"""The share of all rows up to which no rise is."""
WIDEST: Final = 60
UP_TO: Final = "≤ "
NOTHING_COUNTED: Final = Counted()
NOTHING_OPEN: Final = Open(count=0, apart=FrozenMap(), lacking=0)
Group: TypeAlias = tuple[Status, tuple[str, ...], str]


@attrs.define
class Tally:
    """
    The rows of a run, counted as they pass.

    Attributes:
        on: The day asked about.
        open: Those nobody can tell.
        doubtful: The rows of which the engine and the library do not say the same.
        due: How many are due.
        groups: Those by status, rules and the month of the last day.
        counted: How many rows there are, and their odd cells.
    """

    on: date
    open: Open = NOTHING_OPEN
    doubtful: int = 0
    due: int = 0
    groups: Counter[Group] = attrs.field(factory=Counter)
    counted: Counted = NOTHING_COUNTED

    @property
    def rows(self) -> int:
        """
        How many rows there are.
        """
        return self.counted.rows

    @property
    def undecided(self) -> int:
        """
        How many nobody can tell.
        """
        return self.open.count + self.doubtful

    def passing(self, found: Iterable[Due]) -> Iterator[Due]:
        """
        Count what passes.
        """
        for name, why in found:
            self.due += 1
            self.groups[why.status, why.rules, self._month(why.last_day)] += 1
            yield name, why

    def _month(self, day: date | None) -> str:
        if day is None:
            return ""
        first = max(12 * self.on.year + self.on.month - MONTHS, 12)
        if 12 * day.year + day.month <= first:
            return f"{UP_TO}{(first - 1) // 12:04}-{(first - 1) % 12 + 1:02}"
        return f"{day:%Y-%m}"

    def plain(self) -> Mapping[str, Any]:
        """
        Write the counts for programs.
        """
        groups = sorted(self.groups.items(), key=_place)
        return {
            "rows": self.rows,
            "due": self.due,
            "undecided": self.undecided,
            "groups": [
                {"status": status, "rules": rules, "month": month, "count": count}
                for (status, rules, month), count in groups
            ],
            "undecided_by": dict(self.open.apart),
            "lacking": self.open.lacking,
            "placeholders": dict(self.counted.placeholders),
            "before_1970": dict(self.counted.early),
            "unknown_words": dict(self.counted.strange),
        }


@attrs.frozen(kw_only=True)
class Guard:
    """
    What looks whether a run is unlike those before.

    Attributes:
        at_most: The share of all rows that may be newly due.
    """

    at_most: float

    def unusual(self, tally: Tally, change: Change | None) -> Phrase | None:
        """
        Say what is unusual; None where nothing is.
        """
        new = tally.due if change is None else change.new
        if new > self.at_most * tally.rows:
            return phrase(
                MANY,
                found=new,
                rows=tally.rows,
                share=_percent(new, tally.rows),
                limit=f"{100 * self.at_most:g}",
            )
        risen = change is not None and 0 < TIMES * change.before < tally.due
        if change is not None and risen and new > FEW * tally.rows:
            return phrase(RISEN, found=tally.due, before=change.before)
        return None


def _percent(part: int, whole: int) -> str:
    return f"{100 * part / whole:.1f}" if whole else "0"


def group_lines(tally: Tally) -> Iterator[str]:
    """
    Write the counts by status, rule and month.
    """
    rules = {each: ", ".join(each) for _, each, _ in tally.groups}
    wide = min(max(map(len, rules.values()), default=0), WIDEST)
    for (status, each, month), count in sorted(tally.groups.items(), key=_place):
        yield f"  {status.value:<9}  {rules[each]:<{wide}}  {month:<9}  {count:>9}"


def _place(group: tuple[Group, int]) -> tuple[Status, tuple[str, ...], str]:
    (status, rules, month), _ = group
    return status, rules, month.removeprefix(UP_TO)


def lines(tally: Tally, change: Change | None, written: Path | None) -> Iterator[Phrase]:
    """
    Say what was found, in sentences.
    """
    share = _percent(tally.due, tally.rows)
    yield phrase(ROWS, n=tally.rows, due=tally.due, share=share, undecided=tally.undecided)
    yield from _odd(APART, tally.open.apart)
    if tally.open.lacking:
        yield phrase(LACKING, n=tally.open.lacking)
    yield from _odd(UNKNOWN, tally.counted.placeholders)
    yield from _odd(EARLY, tally.counted.early)
    yield from _odd(STRANGE, tally.counted.strange)
    if change is not None:
        yield _since(change)
    if written is not None:
        yield phrase(WRITTEN, file=str(written))


def _odd(message: Message, counts: Mapping[str, int]) -> Iterator[Phrase]:
    yield from (phrase(message, column=column, n=count) for column, count in counts.items())


def _since(change: Change) -> Phrase:
    if change.on is None:
        return phrase(SINCE_NONE, new=change.new)
    return phrase(SINCE, on=change.on, new=change.new, gone=change.gone, before=change.before)
