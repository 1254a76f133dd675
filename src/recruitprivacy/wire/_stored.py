"""
What a host stores: canonical JSON of whatever has a schema, from a policy to a receipt.

What is as it would be anyway is left out, so the defaults of these types are part of the schema.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeVar, cast

import attrs

from recruitprivacy.canonical import Plain, dumps
from recruitprivacy.errors import Fault, FaultsError, UnknownTermError
from recruitprivacy.policy import Policy, faults
from recruitprivacy.timeline import AnyEvent
from recruitprivacy.vocabulary import Vocabulary
from recruitprivacy.wire._json import MOST_BYTES, parse
from recruitprivacy.wire._kinds import CLASSES, QUOTED, name_of, stored_kind
from recruitprivacy.wire._leaves import Hint
from recruitprivacy.wire._migrate import Document, schema, upgraded
from recruitprivacy.wire._plan import StoredPlan
from recruitprivacy.wire._policy import refuse, refused, understood
from recruitprivacy.wire._reader import reader
from recruitprivacy.wire._tables import parts
from recruitprivacy.wire._toml import read_bytes
from recruitprivacy.wire._unread import UnreadError, quoted, silent
from recruitprivacy.wire._writer import to_plain

if TYPE_CHECKING:
    from recruitprivacy.retention import Plan
    from recruitprivacy.wire._kinds import Stored

T = TypeVar("T", bound="Stored")

STORED: Final = "stored kind"
PLAN: Final = "retention.Plan"
SCHEMA: Final = "schema"


@attrs.frozen(kw_only=True)
class History:
    """
    Events as they are stored together.
    """

    schema: str = schema("events")
    events: tuple[AnyEvent, ...]


def to_json(value: object) -> bytes:
    """
    Write a value as canonical JSON.

    What is stored (a policy, facts, a request, a plan, a receipt) names its schema and leaves out
    what is as it would be anyway; any other value (findings, disposals, a deadline) is written
    whole, for others to read.

    Raises:
        TypeError: If it is no value of this library.
        CanonicalError: If a text in it cannot be written as UTF-8, or a number is too large.

    >>> from recruitprivacy.retention import DataMap, Place
    >>> from recruitprivacy.frozen import FrozenMap
    >>> to_json(DataMap(places=FrozenMap({"ats": Place(kind="candidate_system")})))
    b'{"places":{"ats":{"kind":"candidate_system"}},"schema":"recruitprivacy.data_map/1"}'
    """
    return dumps(as_stored(value))


def as_stored(value: object) -> Plain:
    """
    Write a value as the plain one that :func:`to_json` makes bytes of.
    """
    kept = StoredPlan.of(cast("Plan", value)) if name_of(type(value)) == PLAN else value
    kind = stored_kind(type(kept))
    return to_plain(value) if kind is None else _with_schema(kind, kept)


def from_json(
    kind: type[T],
    data: bytes | str,
    *,
    vocabulary: Vocabulary | None = None,
    max_bytes: int = MOST_BYTES,
) -> T:
    """
    Read back what :func:`to_json` wrote, in this release or an older one.

    Args:
        kind: What it is: ``Policy``, ``Facts``, ``RightsRequest`` or another that has a schema;
            a plan comes back as :class:`StoredPlan`.
        data: The bytes.
        vocabulary: The words a policy may use; None where it was checked before it was stored.
        max_bytes: The most it may hold.

    Raises:
        FaultsError: With everything there is to mend.
        NewerSchemaError: If a newer release wrote it.
        TooLargeError: If it holds more than it may.
    """
    _refuse_swapped(kind, data)
    return cast("T", from_stored(kind, parse(data, max_bytes=max_bytes), vocabulary))


def from_stored(kind: type, document: Document, vocabulary: Vocabulary | None) -> object:
    """
    Read back the plain value that :func:`as_stored` made.

    Raises:
        FaultsError: With everything there is to mend.
        NewerSchemaError: If a newer release wrote it.
    """
    name = CLASSES[name_of(kind)]
    whole = upgraded(document, name)
    if vocabulary is not None and kind is Policy:
        _refuse_words(whole, vocabulary)
    return _read(kind, whole, name)


def events_to_json(events: Iterable[AnyEvent]) -> bytes:
    """
    Write events as canonical JSON, in their order.
    """
    return dumps(_with_schema("events", History(events=tuple(events))))


def events_from_json(data: bytes | str, *, max_bytes: int = MOST_BYTES) -> tuple[AnyEvent, ...]:
    """
    Read events back.

    Raises:
        FaultsError: With everything there is to mend; it repeats nothing of what it read.
        NewerSchemaError: If a newer release wrote them.
        TooLargeError: If there is more than there may be.
    """
    document = upgraded(parse(data, max_bytes=max_bytes), "events")
    return cast("History", _read(History, document, "events")).events


def load_events(path: str | Path, *, max_bytes: int = MOST_BYTES) -> tuple[AnyEvent, ...]:
    """
    Read events from a JSON file.

    Raises:
        FaultsError: With everything there is to mend; it repeats nothing of what it read.
        NewerSchemaError: If a newer release wrote them.
        TooLargeError: If there is more than there may be.
    """
    file = Path(path)
    data = read_bytes(file, max_bytes)
    try:
        return events_from_json(data, max_bytes=max_bytes)
    except FaultsError as error:
        raise FaultsError(error.faults, source=str(file)) from None


def _refuse_swapped(kind: object, data: object) -> None:
    if not isinstance(kind, type) or not isinstance(data, bytes | str):
        found = "the data" if isinstance(kind, bytes | str) else f"a {type(kind).__name__}"
        problem = f"expected a class and then what was stored, found {found} first"
        fault = Fault(path="", problem=problem, way_out="write from_json(Policy, data)")
        raise FaultsError([fault])
    if stored_kind(kind) is None:
        near = StoredPlan.__name__ if name_of(kind) == PLAN else ""
        raise UnknownTermError(STORED, kind.__name__, near)


def _refuse_words(document: Document, vocabulary: Vocabulary) -> None:
    policy, found = understood(document, vocabulary)
    others = (*policy.earlier, *policy.variants.values())
    refuse([*found, *(fault for one in others for fault in faults(one, vocabulary))])


def _with_schema(kind: str, value: object) -> Plain:
    written = cast("dict[str, Plain]", to_plain(value, sparse=True))
    return {**written, SCHEMA: schema(kind)}


def _read(cls: Hint, document: Document, kind: str) -> object:
    if SCHEMA not in parts(cls):
        document = {key: part for key, part in document.items() if key != SCHEMA}
    try:
        return reader(cls, quoted if kind in QUOTED else silent)(document)
    except UnreadError as failure:
        raise refused(failure.faults) from None
