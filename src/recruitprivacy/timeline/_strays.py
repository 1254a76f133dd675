"""
Columns a host filled that nobody reads, because they are misspelt or in the wrong place.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from typing import Final, TypeAlias

import attrs

from recruitprivacy.findings import Finding, Level
from recruitprivacy.messages import Message, Phrase, phrase
from recruitprivacy.near import nearest
from recruitprivacy.timeline._any import KINDS
from recruitprivacy.timeline._misnamed import did_you_mean
from recruitprivacy.timeline._needs import FactSpec, Fold, Scope
from recruitprivacy.vocabulary import Kind, Vocabulary

Named: TypeAlias = tuple[Scope, str, Iterable[str]]
"""Of what a row is, where it stands in the columns, and the names of its cells."""

COLUMN_UNKNOWN: Final = Message(
    "timeline.column_unknown", "There is no fact “{name}”; this column is not read."
)
COLUMN_ELSEWHERE: Final = Message(
    "timeline.column_elsewhere", "“{name}” is a fact, and none of this row; it is not read here."
)
WRITE_UNDER: Final = Message("timeline.write_under", "Write it under “{place}”.")
RECORD_UNLISTED: Final = Message(
    "timeline.record_unlisted",
    "Nothing says what this record is, so its days are not read.",
)
LIST_RECORD: Final = Message("timeline.list_record", "Say under “records” what it is.")
CLOCK: Final = "clock."
"""How the days of a clock begin that is not revived."""
PLACES: Final = {
    Scope.PERSON: "moments",
    Scope.ROLE: "roles",
    Scope.RECORD: "record_days",
    Scope.COMPANY: "companies",
}


@attrs.frozen(kw_only=True)
class Asked:
    """
    The days a policy and the law ask for.
    """

    specs: tuple[FactSpec, ...]
    vocabulary: Vocabulary

    def strays(self, rows: Iterable[Named]) -> Iterator[Finding]:
        """
        Say which cells nobody reads though the host may think so.

        A day that is a fact, and that this policy does not ask for, is none of them.
        """
        for scope, place, names in rows:
            for name in names:
                scopes = [spec.scope for spec in self.specs if spec.name == name]
                if not scopes:
                    yield from self.misspelt(place, [name])
                elif scope not in scopes:
                    says = phrase(COLUMN_ELSEWHERE, name=name)
                    mend = phrase(WRITE_UNDER, place=PLACES[scopes[0]])
                    yield warning(f"{place}.{name}", says, mend)

    def misspelt(self, place: str, names: Iterable[str]) -> Iterator[Finding]:
        """
        Say which names are those of no fact.
        """
        for name in names:
            if not self._is_fact(name):
                found = warning(f"{place}.{name}", phrase(COLUMN_UNKNOWN, name=name))
                yield did_you_mean(found, nearest(name, [spec.name for spec in self.specs]))

    def _is_fact(self, name: str) -> bool:
        kind, _, how = name.partition(".but.")[0].rpartition(".")
        event = kind in KINDS or self.vocabulary.has(Kind.EVENT, kind)
        asked = any(spec.name == name for spec in self.specs)
        return asked or name.startswith(CLOCK) or (event and how in set(Fold))


def unlisted(records: Iterable[str], listed: Container[str]) -> Iterator[Finding]:
    """
    Say of which records there are days, and nothing else.
    """
    for record in records:
        if record not in listed:
            path = f"{PLACES[Scope.RECORD]}.{record}"
            yield warning(path, phrase(RECORD_UNLISTED), phrase(LIST_RECORD))


def warning(path: str, says: Phrase, mend: Phrase | None = None) -> Finding:
    """
    Make a finding of what was said.
    """
    code = says.message.code
    return Finding(code=code, level=Level.WARNING, path=path, says=says, mend=mend)
