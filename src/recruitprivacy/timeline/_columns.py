"""
Facts from a host's own columns, and back.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import Any, Final, TypeAlias

import attrs

from recruitprivacy.findings import Finding
from recruitprivacy.frozen import FrozenMap
from recruitprivacy.law import Law
from recruitprivacy.policy import Policy
from recruitprivacy.timeline._events import ConditionKey, PurposeKey, RoleKey
from recruitprivacy.timeline._facts import (
    CompanyFacts,
    ConsentFacts,
    DisclosureFacts,
    ErasureFacts,
    Facts,
    Freeze,
    HoldFacts,
    Ledgers,
    NoticeFacts,
    ObjectionFacts,
    RecordFacts,
    RestrictionFacts,
    RoleFacts,
)
from recruitprivacy.timeline._moments import (
    Absence,
    Known,
    Moment,
    Reliability,
    Stated,
    moment_of,
)
from recruitprivacy.timeline._needs import FactSpec, Fold, Scope, facts_needed, is_moment
from recruitprivacy.timeline._strays import PLACES, Asked, Named, unlisted
from recruitprivacy.timeline._terms import with_terms
from recruitprivacy.vocabulary import BUILT_IN, Vocabulary

Cell: TypeAlias = Stated | None
"""What a column holds: a day, a day less sure than recorded, a reason why not, or nothing."""
Row: TypeAlias = FrozenMap[str, Cell]
LEDGERS: Final = (
    "notices",
    "consents",
    "withdrawals",
    "objections",
    "restrictions",
    "holds",
    "freezes",
    "erasures",
    "disclosures",
)
"""The ledgers of which a host says whether it keeps them."""


def _nulls(given: Mapping[str, Absence]) -> FrozenMap[str, Absence]:
    return FrozenMap(given)


def _cells(given: Mapping[str, Cell]) -> Row:
    return FrozenMap(given)


def _table(given: Mapping[str, Mapping[str, Cell]]) -> FrozenMap[str, Row]:
    return FrozenMap({name: _cells(row) for name, row in given.items()})


def _records(given: Mapping[str, RecordFacts]) -> FrozenMap[str, RecordFacts]:
    return FrozenMap(given)


def _conditions(given: Mapping[ConditionKey, bool]) -> FrozenMap[ConditionKey, bool]:
    return FrozenMap(given)


def _withdrawals(
    given: Mapping[PurposeKey, Stated] | Absence,
) -> FrozenMap[PurposeKey, Moment] | Absence:
    if isinstance(given, Absence):
        return given
    return FrozenMap({purpose: moment_of(when, purpose) for purpose, when in given.items()})


@attrs.frozen(kw_only=True)
class Columns:
    """
    What a host keeps of one person, in columns instead of events.

    The days stand under the names :func:`facts_needed` gives them; the ledgers are those of
    :class:`Ledgers`, as they stood on the day asked about. A ledger that is left out is unknown,
    and may hold anything; write an empty one where there is nothing in it.

    Attributes:
        person: The person's opaque id.
        nulls: What an empty cell means, by the name of the fact; unknown where that is not said.
        moments: The person's days, by the name of the fact.
        roles: The days in each role.
        records: What is known of each record, but for its days.
        record_days: The days of each record.
        companies: The days with each company.
        unknown: The ledgers that were given, but hold something nobody can read.
    """

    person: str = attrs.field(repr=False)
    known_at: datetime | None = None
    nulls: FrozenMap[str, Absence] = attrs.field(factory=FrozenMap, converter=_nulls)
    moments: Row = attrs.field(factory=FrozenMap, converter=_cells)
    roles: FrozenMap[RoleKey, Row] = attrs.field(factory=FrozenMap, converter=_table)
    records: FrozenMap[str, RecordFacts] = attrs.field(factory=FrozenMap, converter=_records)
    record_days: FrozenMap[str, Row] = attrs.field(factory=FrozenMap, converter=_table)
    companies: FrozenMap[str, Row] = attrs.field(factory=FrozenMap, converter=_table)
    notices: tuple[NoticeFacts, ...] | Absence = Absence.UNKNOWN
    consents: tuple[ConsentFacts, ...] | Absence = Absence.UNKNOWN
    withdrawals: FrozenMap[PurposeKey, Moment] | Absence = attrs.field(
        default=Absence.UNKNOWN, converter=_withdrawals
    )
    objections: tuple[ObjectionFacts, ...] | Absence = Absence.UNKNOWN
    restrictions: tuple[RestrictionFacts, ...] | Absence = Absence.UNKNOWN
    holds: tuple[HoldFacts, ...] | Absence = Absence.UNKNOWN
    freezes: tuple[Freeze, ...] | Absence = Absence.UNKNOWN
    erasures: tuple[ErasureFacts, ...] | Absence = Absence.UNKNOWN
    disclosures: tuple[DisclosureFacts, ...] | Absence = Absence.UNKNOWN
    conditions: FrozenMap[ConditionKey, bool] = attrs.field(
        factory=FrozenMap, converter=_conditions
    )
    findings: tuple[Finding, ...] = ()
    unknown: tuple[str, ...] = ()
    concerns: FrozenMap[str, tuple[str, ...]] = FrozenMap()


def facts_from_columns(
    columns: Columns,
    policy: Policy,
    *,
    on: date,
    law: Law | None = None,
    vocabulary: Vocabulary = BUILT_IN,
) -> Facts:
    """
    Read a host's columns as the facts a fold of its events would give.

    A column or ledger that is missing, and an empty cell of which nobody said what it means, is
    unknown; a column that is misspelt, or in a row it does not belong to, is a finding. A day
    after the day asked about is not looked at: a first day has not come, and of a last day nobody
    knows what stood there before.

    Args:
        columns: What the host keeps.
        policy: The declaration whose clocks and periods ask for facts.
        on: The last day that counts, inclusive.
        law: The packs whose triggers ask for facts, too.
        vocabulary: The words both are written in.

    Raises:
        EventTypeError: If a cell is no day, as the text a database may hand over.
        NaiveDatetimeError: If a cell has a time and no offset.
    """
    specs = [spec for spec in facts_needed(policy, law, vocabulary=vocabulary) if is_moment(spec)]
    reader = Reader(specs=tuple(specs), nulls=columns.nulls, on=on)
    roles = {*columns.roles, *(record.role for record in columns.records.values())}
    facts = Facts(
        person=columns.person,
        on=on,
        known_at=columns.known_at,
        policy=policy.id,
        version=policy.version_number,
        moments=reader.moments(Scope.PERSON, columns.moments),
        roles=FrozenMap(
            {
                role: RoleFacts(moments=reader.moments(Scope.ROLE, columns.roles.get(role)))
                for role in sorted(roles)
            }
        ),
        records=FrozenMap({name: reader.record(name, columns) for name in sorted(columns.records)}),
        companies=FrozenMap(
            {
                name: CompanyFacts(
                    moments=reader.moments(Scope.COMPANY, columns.companies.get(name))
                )
                for name in sorted(_companies(columns))
            }
        ),
    )
    read = attrs.evolve(facts, **_ledgers(columns))
    asked = Asked(specs=tuple(specs), vocabulary=vocabulary)
    strays = dict.fromkeys((*columns.findings, *_strays(columns, asked)))
    read = attrs.evolve(read, findings=tuple(strays))
    return attrs.evolve(read, consents=with_terms(read.consents, policy, vocabulary))


def columns_of(facts: Facts) -> Columns:
    """
    Write facts as the columns from which :func:`facts_from_columns` reads them again.
    """
    return Columns(
        person=facts.person,
        known_at=facts.known_at,
        moments=_row(facts.moments),
        roles=FrozenMap({role: _row(each.moments) for role, each in facts.roles.items()}),
        records=FrozenMap(
            {name: attrs.evolve(each, moments=FrozenMap()) for name, each in facts.records.items()}
        ),
        record_days=FrozenMap({name: _row(each.moments) for name, each in facts.records.items()}),
        companies=FrozenMap({name: _row(each.moments) for name, each in facts.companies.items()}),
        **{each.name: getattr(facts, each.name) for each in attrs.fields(Ledgers)},
    )


@attrs.frozen(kw_only=True)
class Reader:
    """
    A reader of cells.

    Attributes:
        specs: The days that are asked for.
        nulls: What an empty cell means.
        on: The last day that counts, inclusive.
    """

    specs: tuple[FactSpec, ...]
    nulls: FrozenMap[str, Absence]
    on: date

    def moments(self, scope: Scope, row: Row | None) -> FrozenMap[str, Moment]:
        """
        Read the days of one scope.
        """
        cells = FrozenMap[str, Cell]() if row is None else row
        return FrozenMap(
            {
                spec.name: self.moment(cells.get(spec.name, Absence.UNKNOWN), spec)
                for spec in self.specs
                if spec.scope is scope
            }
        )

    def moment(self, cell: Cell, spec: FactSpec) -> Moment:
        """
        Read one cell.
        """
        if cell is None:
            return self.nulls.get(spec.name, Absence.UNKNOWN)
        if isinstance(cell, Absence):
            return cell
        stated = cell.day if isinstance(cell, Known) else cell
        read = moment_of(stated, spec.name, of=Columns.__name__)
        if isinstance(read, Absence):
            return read
        if read.day > self.on:
            return Absence.NOT_STARTED if spec.fold is Fold.FIRST else Absence.UNKNOWN
        return attrs.evolve(cell, day=read.day) if isinstance(cell, Known) else read

    def record(self, name: str, columns: Columns) -> RecordFacts:
        """
        Read the days of a record.
        """
        days = self.moments(Scope.RECORD, columns.record_days.get(name))
        return attrs.evolve(columns.records[name], moments=days)


def _strays(columns: Columns, asked: Asked) -> Iterator[Finding]:
    yield from asked.strays(_rows(columns))
    yield from asked.misspelt("nulls", columns.nulls)
    yield from unlisted(columns.record_days, columns.records)


def _rows(columns: Columns) -> Iterator[Named]:
    yield Scope.PERSON, PLACES[Scope.PERSON], columns.moments
    for scope, rows in (
        (Scope.ROLE, columns.roles),
        (Scope.RECORD, columns.record_days),
        (Scope.COMPANY, columns.companies),
    ):
        for name, row in rows.items():
            yield scope, f"{PLACES[scope]}.{name}", row


def _ledgers(columns: Columns) -> dict[str, Any]:
    given = {each.name: getattr(columns, each.name) for each in attrs.fields(Ledgers)}
    left_out = {name for name in LEDGERS if given[name] is Absence.UNKNOWN}
    given["unknown"] = tuple(sorted({*columns.unknown, *left_out}))
    return {name: value for name, value in given.items() if not isinstance(value, Absence)}


def _companies(columns: Columns) -> set[str]:
    named = {
        each for record in columns.records.values() for each in (record.company, record.supplier)
    }
    return {*columns.companies, *(name for name in named if name is not None)}


def _row(moments: FrozenMap[str, Moment]) -> Row:
    return FrozenMap({name: _cell(moment) for name, moment in moments.items()})


def _cell(moment: Moment) -> Cell:
    if isinstance(moment, Known) and moment.reliability is Reliability.RECORDED:
        return moment.day
    return moment
