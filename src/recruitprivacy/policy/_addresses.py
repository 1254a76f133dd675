"""
Addresses of pages: a notice makes links of them, so only what is safe to follow may stand there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

import attrs

from recruitprivacy.errors import Fault
from recruitprivacy.frozen import FrozenMap
from recruitprivacy.policy._policy import Policy
from recruitprivacy.policy._walk import join

SCHEMES: Final = frozenset({"http", "https", "mailto", "tel"})
SCHEME: Final = re.compile(r"(?P<name>[^/?#]*?):")
UNSEEN: Final = re.compile(r"[\s\x00-\x1f\x7f]")
"""What browsers skip while they look for the scheme, and a reader does not see."""


def unsafe_addresses(policy: Policy) -> Iterator[Fault]:
    """
    Yield each address that no link may lead to.
    """
    for section in attrs.fields(Policy):
        if section.name != "earlier":
            yield from _inside(getattr(policy, section.name), section.name)


def _inside(value: object, path: str) -> Iterator[Fault]:
    kind: type = type(value)
    if isinstance(value, FrozenMap):
        for key, part in value.items():
            yield from _inside(part, join(path, key))
    elif isinstance(value, tuple):
        for part in value:
            yield from _inside(part, path)
    elif attrs.has(kind):
        for field in attrs.fields(kind):
            yield from _field(field.name, getattr(value, field.name), path)


def _field(name: str, value: object, path: str) -> Iterator[Fault]:
    where = join(path, name.rstrip("_"))
    if name != "url":
        yield from _inside(value, where)
    elif type(value) is str and not is_safe(value):
        way_out = "write a page as in 'https://acme.example', an e-mail address under email"
        yield Fault(path=where, problem="is no address of a page", way_out=way_out)


def is_safe(address: str) -> bool:
    """
    Say whether a link may lead to an address; one without a scheme is taken as a page.

    >>> is_safe("acme.example/privacy"), is_safe("https://acme.example"), is_safe("data:text,x")
    (True, True, False)
    """
    scheme = SCHEME.match(address)
    known = scheme is None or scheme["name"].lower() in SCHEMES
    return known and UNSEEN.search(address) is None
