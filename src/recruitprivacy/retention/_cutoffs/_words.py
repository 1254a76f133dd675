"""
The words a key may be, where they are the policy's own or those of a closed list.
"""

from __future__ import annotations

from collections.abc import Mapping

from recruitprivacy.retention._cutoffs._table import CONTROLLER, KIND, ROLE, VERSION, Cutoffs
from recruitprivacy.timeline import RecordKind

__all__ = ["words_of"]


def words_of(table: Cutoffs) -> Mapping[str, frozenset[str]]:
    """
    List the words of which nobody but the policy can make more, by the fact they belong to.

    A fact of which the policy names none has no entry.

    >>> from datetime import date
    >>> from recruitprivacy.law import load
    >>> from recruitprivacy.retention import cutoffs
    >>> from recruitprivacy.testing.examples import own_hiring
    >>> found = words_of(cutoffs(own_hiring(), load("NL"), on=date(2026, 5, 4)))
    >>> sorted(found["record.role"]), sorted(found["record.controller"])
    (['candidate'], ['harbour'])
    """
    noted = {name for each in table.schedules for name in each.noted}
    words = {
        ROLE: table.roles,
        CONTROLLER: noted.union(name for _, name in table.outside if name),
        KIND: tuple(RecordKind),
        VERSION: tuple(filter(None, table.versions)),
    }
    return {fact: frozenset(map(str, each)) for fact, each in words.items() if each}
