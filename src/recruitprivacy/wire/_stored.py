"""
What a host stores: canonical JSON of policies, events, facts and requests, with their schema.

What is as it would be anyway is left out, so the defaults of these types are part of the schema.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Final, TypeVar, cast

import attrs

from recruitprivacy.canonical import Plain, dumps
from recruitprivacy.errors import Fault, FaultsError, UnknownTermError
from recruitprivacy.policy import Policy, faults
from recruitprivacy.rights import RightsRequest
from recruitprivacy.timeline import AnyEvent, Facts
from recruitprivacy.vocabulary import Vocabulary
from recruitprivacy.wire._json import MOST_BYTES, parse
from recruitprivacy.wire._leaves import Hint
from recruitprivacy.wire._migrate import Document, schema, upgraded
from recruitprivacy.wire._policy import refuse, refused, understood
from recruitprivacy.wire._reader import reader
from recruitprivacy.wire._toml import read_bytes
from recruitprivacy.wire._unread import UnreadError, quoted, silent
from recruitprivacy.wire._writer import to_plain

T = TypeVar("T", Policy, Facts, RightsRequest)

STORED: Final = "stored kind"
KINDS: Final[Mapping[type, str]] = {Policy: "policy", Facts: "facts", RightsRequest: "request"}


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

    What is stored (a policy, facts, a request) names its schema and leaves out what is as it
    would be anyway; any other value (findings, disposals, a deadline) is written whole, for
    others to read.

    Raises:
        TypeError: If it is no value of this library.
        CanonicalError: If a text in it cannot be written as UTF-8, or a number is too large.
    """
    kind = KINDS.get(type(value))
    return dumps(to_plain(value)) if kind is None else _stored(kind, value)


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
        kind: What it is: ``Policy``, ``Facts`` or ``RightsRequest``.
        data: The bytes.
        vocabulary: The words a policy may use; None where it was checked before it was stored.
        max_bytes: The most it may hold.

    Raises:
        FaultsError: With everything there is to mend.
        NewerSchemaError: If a newer release wrote it.
        TooLargeError: If it holds more than it may.
    """
    _refuse_swapped(kind, data)
    document = upgraded(parse(data, max_bytes=max_bytes), KINDS[kind])
    if vocabulary is not None and KINDS[kind] == KINDS[Policy]:
        _refuse_words(document, vocabulary)
    return cast("T", _read(kind, document))


def events_to_json(events: Iterable[AnyEvent]) -> bytes:
    """
    Write events as canonical JSON, in their order.
    """
    return _stored("events", History(events=tuple(events)))


def events_from_json(data: bytes | str, *, max_bytes: int = MOST_BYTES) -> tuple[AnyEvent, ...]:
    """
    Read events back.

    Raises:
        FaultsError: With everything there is to mend; it repeats nothing of what it read.
        NewerSchemaError: If a newer release wrote them.
        TooLargeError: If there is more than there may be.
    """
    document = upgraded(parse(data, max_bytes=max_bytes), "events")
    return cast("History", _read(History, document)).events


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
    if kind not in KINDS:
        raise UnknownTermError(STORED, kind.__name__)


def _refuse_words(document: Document, vocabulary: Vocabulary) -> None:
    policy, found = understood(document, vocabulary)
    others = (*policy.earlier, *policy.variants.values())
    refuse([*found, *(fault for one in others for fault in faults(one, vocabulary))])


def _stored(kind: str, value: object) -> bytes:
    written = cast("dict[str, Plain]", to_plain(value, sparse=True))
    return dumps({**written, "schema": schema(kind)})


def _read(kind: Hint, document: Document) -> object:
    quote = quoted if kind is Policy else silent
    try:
        return reader(kind, quote)(document)
    except UnreadError as failure:
        raise refused(failure.faults) from None
