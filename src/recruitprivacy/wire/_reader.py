"""
Reading plain values (of TOML or JSON) as our types, with every fault at once.

One walk along the annotations does it all: nothing is written per class, so that a field added to
a type is read, checked and explained from that moment on.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime
from enum import Enum
from functools import cache, partial
from types import NoneType, UnionType
from typing import Final, TypeAlias, Union

import attrs

from recruitprivacy.citations import Citation
from recruitprivacy.frozen import FrozenMap
from recruitprivacy.messages import Phrase
from recruitprivacy.periods import MonthDay, Period
from recruitprivacy.policy import PartialDate, Unstated
from recruitprivacy.wire import _leaves as leaves
from recruitprivacy.wire._choices import choice
from recruitprivacy.wire._leaves import Hint, ReadAs, Reader
from recruitprivacy.wire._tables import mapping, sequence, table
from recruitprivacy.wire._unread import Quote
from recruitprivacy.wire._values import Said, phrase, said

Maker: TypeAlias = Callable[[Hint, ReadAs, Quote], Reader]

PLAIN: Final[Mapping[Hint, Reader]] = {
    str: leaves.text,
    bool: leaves.exactly(bool),
    int: leaves.exactly(int),
    NoneType: leaves.exactly(NoneType),
    Unstated: leaves.unstated,
}
MAKERS: Final[Mapping[Hint, Maker]] = {
    date: leaves.day,
    datetime: leaves.instant,
    PartialDate: leaves.partial_date,
    Period: leaves.period,
    MonthDay: leaves.month_day,
    Citation: leaves.citation,
    Phrase: phrase,
    Said: said,
    Union: choice,
    UnionType: choice,
    FrozenMap: mapping,
    tuple: sequence,
}


@cache
def reader(hint: Hint, quote: Quote) -> Reader:
    """
    Find the reader of a type.

    Args:
        hint: The type, as an annotation spells it, already resolved.
        quote: How a text that is wrong may be shown.

    Raises:
        NotImplementedError: If no value of such a type was ever stored.
    """
    plain = leaves.bare(hint)
    if plain in PLAIN:
        return PLAIN[plain]
    return _maker(plain)(plain, partial(reader, quote=quote), quote)


def _maker(plain: Hint) -> Maker:
    known = MAKERS.get(plain) or MAKERS.get(leaves.origin_of(plain))
    if known:
        return known
    if isinstance(plain, type) and issubclass(plain, Enum):
        return leaves.closed_list
    if attrs.has(plain):
        return table
    message = f"wire cannot read {plain!r}; teach it in wire._reader"
    raise NotImplementedError(message)
