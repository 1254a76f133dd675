"""
Reading a pack from TOML: every fault at once, each with its path.
"""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Final, TypeVar
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import attrs

from recruitprivacy.citations import Act, Citation
from recruitprivacy.errors import (
    CitationError,
    Fault,
    FaultsError,
    UnknownActError,
    UnknownJurisdictionError,
    UnknownRegimeError,
)
from recruitprivacy.frozen import FrozenMap
from recruitprivacy.law._calendarfile import calendars
from recruitprivacy.law._checks import closed_by_next, rule_faults, version_faults
from recruitprivacy.law._counting import read_counting
from recruitprivacy.law._faults import cite_fault, structure
from recruitprivacy.law._pack import Authority, Pack
from recruitprivacy.law._regime import Regime
from recruitprivacy.law._rule import Rule
from recruitprivacy.law._situation import CALENDAR_YEAR
from recruitprivacy.messages import Words
from recruitprivacy.near import nearest

__all__ = ["code_of", "jurisdictions", "load_regime", "read_pack", "shipped_pack"]

FOLDER: Final = Path(__file__).parent / "packs"
CITED: Final = ("cites", "ended_by")
END_OF_YEAR: Final = "end_of_year"

Table = Mapping[str, object]
T = TypeVar("T", bound=attrs.AttrsInstance)


@attrs.frozen(kw_only=True)
class _Head:
    jurisdiction: str
    checked_on: date
    aliases: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    extends: str = ""
    members: tuple[str, ...] = ()
    joined: FrozenMap[str, date] = attrs.field(factory=FrozenMap)
    calendar: str = ""
    time_zone: str = ""
    zones: FrozenMap[str, str] = attrs.field(factory=FrozenMap)


@attrs.frozen(kw_only=True)
class _Act:
    title: str
    url: str = ""
    titles: Words = attrs.field(factory=Words.of)


def jurisdictions() -> tuple[str, ...]:
    """
    List the jurisdictions whose packs are shipped, in alphabetical order.

    >>> set(jurisdictions()) >= {"EU", "NL", "SE"}
    True
    """
    return tuple(path.stem.upper() for path in _files())


@cache
def _files() -> tuple[Path, ...]:
    return tuple(sorted(FOLDER.glob("*.toml")))


def shipped_pack(jurisdiction: str) -> Pack:
    """
    Read a pack that is shipped with us.

    Raises:
        UnknownJurisdictionError: If none is shipped for that jurisdiction.

    >>> shipped_pack("NL").extends
    'EU'
    """
    code = code_of(jurisdiction)
    if not code:
        country = code_of(jurisdiction.partition("-")[0])
        if country:
            raise UnknownJurisdictionError(jurisdiction, load=(country,))
        known = jurisdictions()
        near = nearest(jurisdiction.upper(), (*known, *_aliases()))
        raise UnknownJurisdictionError(jurisdiction, near, shipped=known)
    return _shipped(code)


@cache
def _shipped(code: str) -> Pack:
    path = FOLDER / f"{code.lower()}.toml"
    raw = path.read_bytes()
    table = _compiled(path.with_suffix(".json"), raw)
    if table is None:
        return read_pack(raw.decode("utf-8"), source=path.name)
    return _whole(table, path.name)


def _compiled(path: Path, raw: bytes) -> Table | None:
    # Made while the package is built; read only if it was made from this very text.
    if not path.is_file():
        return None
    made = json.loads(path.read_bytes(), object_hook=_revived)
    table: Table = made["table"]
    return table if made["of"] == sha256(raw).hexdigest() else None


def _revived(table: dict[str, object]) -> object:
    day = table.get("day")
    return date.fromisoformat(day) if isinstance(day, str) and len(table) == 1 else table


def code_of(name: str) -> str:
    """
    Find the code under which a jurisdiction is shipped; empty if it is not.

    >>> code_of("NL"), code_of("Netherlands")
    ('NL', '')
    """
    return name if name in jurisdictions() else _aliases().get(name, "")


@cache
def _aliases() -> Mapping[str, str]:
    # Only the heads of the files are read: no pack is loaded for another's sake.
    heads = (path.read_text(encoding="utf-8").partition("\n[")[0] for path in _files())
    tables = (tomllib.loads(head) for head in heads)
    return {alias: head["jurisdiction"] for head in tables for alias in head.get("aliases", ())}


def load_regime(jurisdiction: str = "EU") -> Regime:
    """
    Read how the law of a jurisdiction that is shipped counts the periods it sets.

    Raises:
        UnknownRegimeError: If no shipped pack says so for that jurisdiction.

    >>> str(load_regime().rolls), load_regime("SE").regional
    ('Reg. 1182/71 Art. 3(4)', True)
    """
    regime = shipped_pack(jurisdiction).regime if code_of(jurisdiction) else None
    if regime is None:
        counted = tuple(name for name in jurisdictions() if shipped_pack(name).regime)
        raise UnknownRegimeError(jurisdiction, nearest(jurisdiction.upper(), counted), counted)
    return regime


def read_pack(text: str, *, source: str = "") -> Pack:
    """
    Read a pack from TOML, ours or a firm's own.

    Args:
        text: The document, in the shape of those that are shipped.
        source: What it is called in errors, such as the file's name.

    Raises:
        FaultsError: With every fault found, each with its path.

    >>> own = read_pack('''
    ... jurisdiction = "NL"
    ... extends = "NL"
    ... checked_on = 2026-11-22
    ... [acts.CAO]
    ... title = "Our collective agreement"
    ... [[rules]]
    ... id = "acme.retention.applications"
    ... topic = "retention.unsuccessful"
    ... kind = "ceiling"
    ... trigger = "procedure_closed"
    ... period = "P3W"
    ... applies_from = 2026-01-01
    ... weight = "practice"
    ... confidence = "verified"
    ... checked_on = 2026-11-22
    ... cites = ["CAO Art. 9"]
    ... because = "The agreement promises three weeks."
    ... ''')
    >>> str(own.rules[0].period), str(own.rules[0].cites[0])
    ('P3W', 'CAO Art. 9')
    """
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise FaultsError([Fault(path="", problem=f"not TOML: {error}")], source=source) from None
    from recruitprivacy.law._terms import term_faults  # noqa: PLC0415 - only who writes packs pays

    return _whole(table, source, term_faults(table))


def _whole(table: Table, source: str, further: Iterable[Fault] = ()) -> Pack:
    faults: list[Fault] = []
    pack = _pack(table, faults)
    faults.extend(further)
    if pack is None or faults:
        raise FaultsError(faults, source=source)
    return pack


def _pack(table: Table, faults: list[Fault]) -> Pack | None:
    lists = ("acts", "authorities", "counting", "rules")
    plain = {key: value for key, value in table.items() if key not in lists}
    head = _keep(structure(plain, _Head, ""), faults)
    acts = _acts(table.get("acts", {}), faults)
    faults.extend(_head_faults(head) if head else ())
    parent = table.get("extends")
    inherited = shipped_pack(str(parent)).acts if parent in jurisdictions() else {}
    acts = {**inherited, **acts}
    place = head.jurisdiction if head else ""
    rules = _rules(_tables(table, "rules", faults), acts, place, faults)
    authorities = _authorities(_tables(table, "authorities", faults), faults)
    regimes = read_counting(table.get("counting"), acts, place, faults)
    if head is None:
        return None
    return Pack(
        **attrs.asdict(head, recurse=False),
        acts=FrozenMap(acts),
        rules=closed_by_next(rules),
        authorities=tuple(authorities),
        regime=regimes.pop("", None),
        regimes=FrozenMap(regimes),
    )


def _keep(result: tuple[T | None, list[Fault]], faults: list[Fault]) -> T | None:
    value, found = result
    faults.extend(found)
    return value


def _tables(table: Table, key: str, faults: list[Fault]) -> list[Table]:
    rows = table.get(key, [])
    if isinstance(rows, list) and all(isinstance(row, dict) for row in rows):
        return rows
    faults.append(Fault(path=key, problem=f"expected tables, written [[{key}]]"))
    return []


def _head_faults(head: _Head) -> Iterator[Fault]:
    if head.extends and head.extends not in jurisdictions():
        near = nearest(head.extends, jurisdictions())
        yield Fault(path="extends", problem=f"no pack for {head.extends!r}", nearest=near)
    for place in sorted(set(head.joined) - set(head.members)):
        yield Fault(
            path=f"joined.{place}",
            problem=f"{place!r} is no member",
            nearest=nearest(place, head.members),
        )
    if head.calendar and head.calendar not in calendars():
        yield Fault(path="calendar", problem=f"no calendar {head.calendar!r} is shipped")
    zones = {"time_zone": head.time_zone, **{f"zones.{k}": zone for k, zone in head.zones.items()}}
    for path, zone in zones.items():
        if zone and not _is_zone(zone):
            problem = f"unknown time zone {zone!r}"
            yield Fault(path=path, problem=problem, way_out="write it as in Europe/Amsterdam")


def _is_zone(key: str) -> bool:
    try:
        ZoneInfo(key)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return False
    return True


def _acts(tables: object, faults: list[Fault]) -> dict[str, Act]:
    if not isinstance(tables, dict):
        faults.append(Fault(path="acts", problem="expected tables, written [acts.KEY]"))
        return {}
    found = {}
    for key, table in tables.items():
        row = _keep(structure(table, _Act, f"acts.{key}"), faults)
        # One with faults is declared all the same, so that citing it is not a fault as well.
        row = row or _Act(title="")
        found[key] = Act(
            key=key, title=row.title, url=row.url, titles=tuple(row.titles.by_language.items())
        )
    return found


def _authorities(tables: Sequence[Table], faults: list[Fault]) -> Iterator[Authority]:
    for index, table in enumerate(tables):
        row = _keep(structure(table, Authority, f"authorities[{index}]"), faults)
        if row:
            yield row


def _rules(
    tables: Sequence[Table], acts: Mapping[str, Act], place: str, faults: list[Fault]
) -> list[Rule]:
    rules = []
    for index, table in enumerate(tables):
        path = f"rules[{table.get('id', index)}]"
        cited = {key: _cites(table.get(key, []), acts, f"{path}.{key}", faults) for key in CITED}
        if "jurisdiction" in table:
            faults.append(Fault(path=f"{path}.jurisdiction", problem="unknown key 'jurisdiction'"))
        dated = {**table, **_year_end(table, path, faults)}
        whole = {**dated, **cited, "jurisdiction": place}
        whole.pop(END_OF_YEAR, None)
        rule = _keep(structure(whole, Rule, path, also=(END_OF_YEAR,)), faults)
        if rule:
            faults.extend(rule_faults(rule, table, path))
            rules.append(rule)
    faults.extend(version_faults(rules))
    return rules


def _year_end(table: Table, path: str, faults: list[Fault]) -> Table:
    # The short form for the year that most acts name.
    short = table.get(END_OF_YEAR, False)
    if type(short) is not bool:
        faults.append(Fault(path=f"{path}.{END_OF_YEAR}", problem="expected true or false"))
    elif short and "year_ends" in table:
        way_out = "drop one of the two"
        faults.append(Fault(path=f"{path}.year_ends", problem="given twice", way_out=way_out))
    return {"year_ends": str(CALENDAR_YEAR)} if short is True else {}


def _cites(texts: object, acts: Mapping[str, Act], path: str, faults: list[Fault]) -> object:
    if not isinstance(texts, list):
        return texts
    found = []
    for index, text in enumerate(texts):
        try:
            found.append(Citation.parse(str(text), acts))
        except (CitationError, UnknownActError) as error:
            faults.append(cite_fault(error, f"{path}[{index}]"))
    return found
