"""
What is claimed of the facts of each firm's notice, and what would be wrong with it.

The claims on a firm stand in a ``coverage.toml`` beside its declaration, or in one above it that
several share; what its facts call things in ``coverage_terms.toml``, and what only one firm's
facts do in ``coverage_terms/<firm>.toml``.
"""

from __future__ import annotations

import ast
import importlib
import re
import tomllib
from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from enum import Enum
from pathlib import Path
from typing import Any, Final, TypeAlias

import attrs

from recruitprivacy.frozen import FrozenMap
from recruitprivacy.periods import Period
from recruitprivacy.policy import UNSTATED, PartialDate, Policy

Plain: TypeAlias = str | bool | int

FIRMS: Final = {
    "ALLEGIS": "allegis",
    "ALLEGRO": "allegro",
    "CLUSTER": "cluster",
    "PAGE": "pagegroup",
}
"""Whose declaration a row is about, by how the row begins."""
ROWS: Final = {"ALLEGIS": 195, "ALLEGIS-SV": 36, "ALLEGRO": 64, "CLUSTER": 295, "PAGE": 114}
"""How many facts each notice has, by how their rows begin."""

ROOMS: Final = ("law", "retention", "rights", "basis", "notices")
CROWD: Final = 5
MOST_LEFT_OUT: Final = 0.03

# Facts of these kinds are told, so a declaration that cannot tell them is not finished.
TOLD: Final = frozenset(
    {
        "controller",
        "data_category",
        "purpose",
        "recipient",
        "source",
        "special_category",
        "subject_type",
    }
)
CORE: Final = TOLD | {
    "consent",
    "deadline",
    "legal_basis",
    "marketing",
    "retention",
    "right",
    "right_condition",
    "right_exception",
    "transfer",
}

SEGMENT: Final = re.compile(r'\["([^"]+)"\]|([^.\["]+)')


@attrs.frozen(kw_only=True)
class Place:
    """
    One path that expresses a fact, with the parameters it expresses.
    """

    path: str
    param: tuple[str, ...] = ()
    place: tuple[str, ...] = ()


@attrs.frozen(kw_only=True)
class Claim:
    """
    What is claimed of one row.
    """

    row: str
    kind: str
    express: tuple[Place, ...] = ()
    function: str = ""
    test: str = ""
    pending: str = ""
    left_out: str = ""


@attrs.frozen(kw_only=True)
class Terms:
    """
    What the rows call things, in our words.

    Attributes:
        words: Their word and ours, where nothing narrower says otherwise.
        by_param: The same for one parameter.
        by_row: The same for one parameter of one row.
        remarks: Parameters that are the reader's remarks, never compared, with the reason.
        remarks_by_row: The same for single rows.
    """

    words: Mapping[str, object] = attrs.field(factory=dict)
    by_param: Mapping[str, Mapping[str, object]] = attrs.field(factory=dict)
    by_row: Mapping[str, Mapping[str, Mapping[str, object]]] = attrs.field(factory=dict)
    remarks: Mapping[str, str] = attrs.field(factory=dict)
    remarks_by_row: Mapping[str, Mapping[str, str]] = attrs.field(factory=dict)

    def ours(self, row: str, param: str, theirs: object) -> tuple[Plain, ...]:
        """
        Say a row's value in our words.
        """
        key = _key(theirs)
        narrower = (self.by_row.get(row, {}).get(param, {}), self.by_param.get(param, {}))
        for words in (*narrower, self.words):
            if key in words:
                return tuple(flat(words[key]))
        return ("unstated",) if theirs is None else tuple(flat(theirs))

    def remark(self, row: str, param: str) -> bool:
        """
        Tell whether a parameter is a remark of the reader.
        """
        return param in self.remarks or param in self.remarks_by_row.get(row, {})


@attrs.frozen(kw_only=True)
class Book:
    """
    All that is claimed of one firm's notice.

    Attributes:
        firm: The name of its folder.
        claims: What is claimed of each row.
        why: The reasons given for paths that serve many rows.
    """

    firm: str
    claims: tuple[Claim, ...]
    why: Mapping[str, str] = attrs.field(factory=dict)


def firm_of(row: str) -> str:
    """
    Tell whose notice a row is about.
    """
    return FIRMS[row.partition("-")[0]]


def rows_of(firm: str) -> list[str]:
    """
    List the rows there are of a firm's notice.
    """
    return sorted(
        f"{begins}-{number:03}"
        for begins, rows in ROWS.items()
        if firm_of(begins) == firm
        for number in range(1, rows + 1)
    )


def books(policies: Path) -> dict[str, Book]:
    """
    Read what is claimed of each firm, from the file above the declarations and those beside them.
    """
    found: dict[str, Book] = {}
    for path in (policies / "coverage.toml", *sorted(policies.glob("*/coverage.toml"))):
        claims, why = read(path) if path.is_file() else ((), {})
        for firm in dict.fromkeys(firm_of(claim.row) for claim in claims):
            mine = tuple(claim for claim in claims if firm_of(claim.row) == firm)
            before = found.get(firm, Book(firm=firm, claims=()))
            found[firm] = Book(
                firm=firm,
                claims=(*before.claims, *mine),
                why={**before.why, **_reasons(why, firm)},
            )
    return found


def _reasons(why: Mapping[str, str | Mapping[str, str]], firm: str) -> dict[str, str]:
    # A file that several firms share sorts its reasons by firm.
    own = why.get(firm, why)
    given = own if isinstance(own, Mapping) else why
    return {path: reason for path, reason in given.items() if isinstance(reason, str)}


def _key(value: object) -> str:
    return (
        "null" if value is None else str(value).lower() if isinstance(value, bool) else str(value)
    )


def flat(value: object) -> Iterator[Plain]:
    """
    Yield the single values of anything a row or a declaration may hold.
    """
    if isinstance(value, FrozenMap):
        yield from map(str, value)
    elif isinstance(value, Mapping):
        for part in value.values():
            yield from flat(part)
    elif isinstance(value, list | tuple):
        for part in value:
            yield from flat(part)
    elif isinstance(value, Enum):
        yield str(value.value)
    elif isinstance(value, Period | PartialDate):
        yield str(value)
    elif isinstance(value, str | bool | int):
        yield value


def read(path: Path) -> tuple[tuple[Claim, ...], dict[str, str | Mapping[str, str]]]:
    """
    Read the claims, and the reasons given for crowded paths.
    """
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    why = table.pop("why", {})
    claims = (
        _claim(row, kind, entry) for kind, rows in table.items() for row, entry in rows.items()
    )
    return tuple(claims), why


def _claim(row: str, kind: str, entry: dict[str, object]) -> Claim:
    given = dict(entry)
    places = given.pop("express", [])
    if "path" in given:
        places = [{key: given.pop(key) for key in ("path", "param", "place") if key in given}]
    if not isinstance(places, list):
        message = f"{row}: express is a list"
        raise TypeError(message)
    rest = {key: str(value) for key, value in given.items()}
    return Claim(row=row, kind=kind, express=tuple(map(_place, places)), **rest)


def _place(entry: Mapping[str, object]) -> Place:
    params, places = (tuple(map(str, flat(entry.get(key, "")))) for key in ("param", "place"))
    return Place(
        path=str(entry["path"]),
        param=tuple(filter(None, params)),
        place=tuple(filter(None, places)),
    )


def segments(path: str) -> tuple[str, ...]:
    """
    Take a path apart.
    """
    return tuple(quoted or plain for quoted, plain in SEGMENT.findall(path))


def resolve(policy: Policy, path: str) -> object:
    """
    Find what stands at a path of a declaration.

    Raises:
        KeyError: If nothing does.
    """
    value: object = policy
    for segment in segments(path):
        value = _step(value, segment)
    return value


def _step(value: object, segment: str) -> object:
    if isinstance(value, FrozenMap):
        named = {str(getattr(key, "value", key)): part for key, part in value.items()}
        return named[segment]
    if isinstance(value, tuple):
        return {str(name): part for part in value for name in flat(part)}[segment]
    names = {field.name.rstrip("_"): field.name for field in getattr(value, "__attrs_attrs__", ())}
    return getattr(value, names[segment])


def problems(claim: Claim, policy: Policy) -> Iterator[str]:
    """
    Yield what is wrong with a claim as it stands.
    """
    if not (claim.express or claim.function or claim.left_out):
        yield f"{claim.row}: says nowhere where it stands"
    if claim.left_out and claim.kind in CORE:
        yield f"{claim.row}: a fact of kind {claim.kind} cannot be left out"
    if claim.left_out and (claim.express or claim.function or claim.pending):
        yield f"{claim.row}: is left out and yet claimed"
    if claim.pending and claim.pending not in ROOMS:
        yield f"{claim.row}: no room is called {claim.pending}"
    if claim.pending and claim.kind in TOLD:
        yield f"{claim.row}: a fact of kind {claim.kind} is told, so nothing of it is pending"
    if bool(claim.function) != bool(claim.test):
        yield f"{claim.row}: a function and its test go together"
    for place in claim.express:
        yield from _unresolved(claim, place, policy)


def _unresolved(claim: Claim, place: Place, policy: Policy) -> Iterator[str]:
    try:
        found = resolve(policy, place.path)
    except KeyError as missing:
        yield f"{claim.row}: nothing at {place.path} (no {missing})"
        return
    if place.param and not list(flat(found)) and found is not UNSTATED:
        yield f"{claim.row}: no value at {place.path} to compare"


def disagreements(
    claim: Claim, policy: Policy, parameters: Mapping[str, object], terms: Terms
) -> Iterator[str]:
    """
    Yield where a declaration says something else than the fact does.
    """
    if claim.left_out:
        return
    said = {param for place in claim.express for param in (*place.param, *place.place)}
    for param in sorted(said - set(parameters)):
        yield f"{claim.row}: the fact has no parameter {param}"
    for param in sorted(set(parameters) - said):
        if not terms.remark(claim.row, param):
            yield f"{claim.row}: parameter {param} is not expressed"
    for param in sorted(said & set(parameters)):
        yield from _compared(
            claim, param, _wanted(claim.row, param, parameters[param], terms), policy
        )


def _wanted(row: str, param: str, theirs: object, terms: Terms) -> set[Plain]:
    whole = [theirs] if theirs is None else flat(theirs)
    return {ours for value in whole for ours in terms.ours(row, param, value)}


def _compared(claim: Claim, param: str, wanted: Collection[Plain], policy: Policy) -> Iterator[str]:
    found: set[Plain] = set()
    for place in claim.express:
        here: set[Plain] = set()
        if param in place.param:
            here |= set(flat(resolve(policy, place.path)))
        if param in place.place:
            here |= set(segments(place.path))
        if param in (*place.param, *place.place) and not here & set(wanted):
            yield f"{claim.row}: {place.path} says {_listed(here)}, {param} says {_listed(wanted)}"
        found |= here
    if missing := set(wanted) - found:
        yield f"{claim.row}: {param} is not wholly expressed, {_listed(missing)} is missing"


def _listed(values: Collection[Plain]) -> str:
    return ", ".join(sorted(map(str, values))) or "nothing"


def crowded(claims: Collection[Claim], why: Mapping[str, str]) -> Iterator[str]:
    """
    Yield the paths that serve many rows without saying why, and the reasons nobody needs.
    """
    served = Counter(path for claim in claims for path in {place.path for place in claim.express})
    many = {path for path, rows in served.items() if rows > CROWD}
    for path in sorted(many - {path for path, reason in why.items() if reason}):
        yield f"{path}: serves {served[path]} rows and does not say why"
    for path in sorted(set(why) - many):
        yield f"{path}: needs no reason"


def unshown(claim: Claim, root: Path) -> Iterator[str]:
    """
    Yield what is missing of a function and the test that shows it.
    """
    if not claim.function:
        return
    module, names = _module(claim.function)
    value: object = module
    for name in names:
        value = getattr(value, name, None)
    if not names or not callable(value):
        yield f"{claim.row}: there is no function {claim.function}"
    file, _, name = claim.test.partition("::")
    if claim.row not in _marked(root / file).get(name, ()):
        yield f"{claim.row}: {claim.test} is no test marked with it"


def _module(name: str) -> tuple[object, tuple[str, ...]]:
    parts = name.split(".")
    for length in range(len(parts), 0, -1):
        try:
            return importlib.import_module(".".join(parts[:length])), tuple(parts[length:])
        except ModuleNotFoundError:
            continue
    return None, ()


def _marked(file: Path) -> dict[str, set[str]]:
    if not file.is_file():
        return {}
    tree = ast.parse(file.read_text(encoding="utf-8"))
    return {
        node.name: {
            part.value
            for decorator in node.decorator_list
            for part in ast.walk(decorator)
            if isinstance(part, ast.Constant) and isinstance(part.value, str)
        }
        for node in tree.body
        if isinstance(node, ast.FunctionDef) and node.name.startswith("test_")
    }


def terms(*paths: Path) -> Terms:
    """
    Read the declared tables of terms; a later one adds to those before it.
    """
    tables = [tomllib.loads(path.read_text(encoding="utf-8")) for path in paths if path.is_file()]
    return Terms(
        words=_joined(tables, "words"),
        by_param=_nested(tables, "params"),
        by_row=_nested(tables, "rows"),
        remarks=_joined(tables, "remarks"),
        remarks_by_row=_nested(tables, "remarks_by_row"),
    )


def _joined(tables: Collection[Mapping[str, dict[str, Any]]], part: str) -> dict[str, Any]:
    return {key: value for table in tables for key, value in table.get(part, {}).items()}


def _nested(tables: Collection[Mapping[str, dict[str, Any]]], part: str) -> dict[str, Any]:
    keys = dict.fromkeys(key for table in tables for key in table.get(part, {}))
    return {
        key: {**{k: v for table in tables for k, v in table.get(part, {}).get(key, {}).items()}}
        for key in keys
    }


def counts(claims: Collection[Claim]) -> dict[str, tuple[int, int, int, int, int]]:
    """
    Count per kind: rows, expressed, shown by a function, pending, left out.
    """
    kinds: dict[str, list[Claim]] = {}
    for claim in claims:
        kinds.setdefault(claim.kind, []).append(claim)
    return {
        kind: (
            len(rows),
            sum(bool(claim.express) for claim in rows),
            sum(bool(claim.function) for claim in rows),
            sum(bool(claim.pending) for claim in rows),
            sum(bool(claim.left_out) for claim in rows),
        )
        for kind, rows in sorted(kinds.items())
    }
