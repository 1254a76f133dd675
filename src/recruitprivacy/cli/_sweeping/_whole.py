"""
A sweep from its map to what it found: everything is looked at before a row is asked.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from datetime import date
from pathlib import Path
from typing import Any, Final

import attrs

from recruitprivacy.cli._sweeping._cells import Cells, cells_of, faults_in
from recruitprivacy.cli._sweeping._file import (
    Change,
    Staged,
    refuse_out,
    refuse_previous,
    staged,
)
from recruitprivacy.cli._sweeping._map import Map, map_of, unplaced
from recruitprivacy.cli._sweeping._run import Due, Run
from recruitprivacy.cli._sweeping._source import Source, extras, opened
from recruitprivacy.cli._sweeping._told import Tally
from recruitprivacy.errors import Fault, FaultsError
from recruitprivacy.law import Law
from recruitprivacy.policy import Policy
from recruitprivacy.retention import Cutoffs, cutoffs
from recruitprivacy.wire._toml import MOST_BYTES, parse, read_bytes

__all__ = ["Asked", "Swept", "refuse", "swept"]

Passing = Callable[[Iterable[Due]], Iterable[Due]]
URL: Final = "://"
OPTION: Final = "--"


@attrs.frozen(kw_only=True)
class Asked:
    """
    What is swept.

    Attributes:
        data: A file, or the URL of a database.
        columns: The file of the map.
        on: The day asked about.
        since: What the previous run wrote, or None.
        out: Where to write, or None.
    """

    data: str
    columns: Path
    on: date
    since: Path | None = None
    out: Path | None = None


@attrs.frozen(kw_only=True)
class Swept:
    """
    What a sweep found.

    Attributes:
        table: The schedule.
        tally: The counts.
        change: What differs from the previous run, where one was given.
    """

    table: Cutoffs
    tally: Tally
    change: Change | None
    staged: Staged
    whole: bool

    def write(self, out: Path, law: Law) -> None:
        """
        Write what was found, whole or not at all.
        """
        self.staged.write(out, law_version=law.version, whole=self.whole)


def refuse(asked: Asked) -> None:
    """
    Refuse what can be told to fail before anything is read.

    Raises:
        FaultsError: With everything there is to mend.
    """
    faults: list[Fault] = []
    read = [asked.columns, *filter(None, [asked.since])]
    if URL not in asked.data:
        read.append(Path(asked.data))
    checks: list[Callable[[], None]] = [extras]
    if asked.out is not None:
        out = asked.out
        checks.append(lambda: refuse_out(out, read))
    if asked.since is not None:
        since = asked.since
        checks.append(lambda: refuse_previous(since))
    for check in checks:
        try:
            check()
        except FaultsError as error:
            faults += error.faults
    if faults:
        raise FaultsError(faults)


@contextmanager
def swept(asked: Asked, policy: Policy, law: Law, passing: Passing) -> Iterator[Swept]:
    """
    Find what is due, and keep it until it is written.

    Args:
        asked: What is swept.
        policy: The declaration.
        law: The packs the situation needs.
        passing: Is handed what is found, and hands it on.

    Raises:
        FaultsError: If the map or the data cannot be used; with everything there is to mend.
    """
    read, faults = _map(asked.columns)
    table = cutoffs(policy, law, on=asked.on, folded=read.folded)
    places, unfit = unplaced(read, table)
    faults += unfit
    with ExitStack() as stack:
        source = _opened(stack, asked, read, faults)
        cells, tally = _looked_at(source, read, table, faults)
        if cells is None or faults:
            raise _refused(faults, asked)
        run = Run(source=source, cells=cells, table=table, places=places)
        tally.open = run.undecided()
        found = tally.passing(passing(run.due()))
        kept = stack.enter_context(staged(found, table, asked.since))
        tally.doubtful = run.doubtful
        yield Swept(
            table=table,
            tally=tally,
            change=None if asked.since is None else kept.change(),
            staged=kept,
            whole=cells.whole,
        )


def _map(path: Path) -> tuple[Map, list[Fault]]:
    try:
        document: Mapping[str, Any] = parse(read_bytes(path, MOST_BYTES))
    except FaultsError as error:
        raise FaultsError(error.faults, source=str(path)) from None
    return map_of(document)


def _opened(stack: ExitStack, asked: Asked, read: Map, faults: list[Fault]) -> Source:
    try:
        return stack.enter_context(opened(asked.data, read.table))
    except FaultsError as error:
        raise _refused([*faults, *error.faults], asked) from None


def _refused(faults: Sequence[Fault], asked: Asked) -> FaultsError:
    of_map = any(not each.path.startswith(OPTION) for each in faults)
    return FaultsError(faults, source=str(asked.columns) if of_map else "")


def _looked_at(
    source: Source, read: Map, table: Cutoffs, faults: list[Fault]
) -> tuple[Cells | None, Tally]:
    cells = cells_of(source, read, table, faults)
    tally = Tally(on=table.on)
    if cells is not None:
        tally.counted = faults_in(source, cells, table, faults)
    return cells, tally
