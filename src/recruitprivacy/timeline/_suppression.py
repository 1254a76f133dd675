"""
Tokens by which a person who asked to be left alone is recognised again, and nothing else.

A token is still personal data: it is looked at again from time to time and does not expire.
"""

from __future__ import annotations

import hashlib
import hmac
import re
import unicodedata
from collections.abc import Iterable
from enum import StrEnum
from typing import Final

import attrs

from recruitprivacy.errors import KeyTooShortError, UnreadableIdentifierError
from recruitprivacy.frozen import FrozenMap

LEAST_BYTES: Final = 32
PURPOSE: Final = b"recruitprivacy.suppression/1"
PHONE: Final = re.compile(r"\+[1-9][0-9]{6,14}")
EMAIL: Final = re.compile(r"[^@\s]+@[^@\s.]+(?:\.[^@\s.]+)+")
PROFILE: Final = re.compile(
    r"(?:https?://)?(?:(?:www|m|[a-z]{2})\.)?(?P<host>[^/\s.]+(?:\.[^/\s.]+)+)(?P<path>/[^?#\s]+)"
    r"(?:[?#]\S*)?",
    re.IGNORECASE,
)


class Identifier(StrEnum):
    """
    By what a person is recognised.
    """

    EMAIL = "email"
    PHONE = "phone"
    PROFILE = "profile"
    """The address of a page about the person on a network."""


@attrs.frozen(kw_only=True)
class Keyring:
    """
    The secret keys of a host, old ones included.

    Attributes:
        keys: The keys by id; 32 bytes or more each.
        current: The id of the key by which new tokens are made.

    Raises:
        KeyTooShortError: If a key is shorter.
        KeyError: If the current key is not among them.
    """

    keys: FrozenMap[str, bytes] = attrs.field(repr=False)
    current: str

    def __attrs_post_init__(self) -> None:
        """
        Refuse a key that can be guessed.
        """
        for name, key in self.keys.items():
            if len(key) < LEAST_BYTES:
                raise KeyTooShortError(name, LEAST_BYTES)
        self.keys[self.current]


@attrs.frozen(kw_only=True)
class SuppressionToken:
    """
    What is kept of an address, number or link.

    Attributes:
        identifier: What it was made of.
        key: The id of the key it was made with.
        digest: The keyed digest, in hexadecimal.
    """

    identifier: Identifier
    key: str
    digest: str = attrs.field(repr=False)


def suppression_token(
    value: str, keyring: Keyring, *, identifier: Identifier = Identifier.EMAIL
) -> SuppressionToken:
    """
    Make the token of an address, number or link with the current key.

    Raises:
        UnreadableIdentifierError: If the value cannot be brought into its one form.

    >>> ring = Keyring(keys=FrozenMap({"k1": bytes(32)}), current="k1")
    >>> (suppression_token("Ann@Example.org", ring)
    ...     == suppression_token(" ann@example.org ", ring))
    True
    """
    return _token(normalised(value, identifier), keyring, keyring.current, identifier)


def is_suppressed(
    value: str,
    tokens: Iterable[SuppressionToken],
    keyring: Keyring,
    *,
    identifier: Identifier = Identifier.EMAIL,
) -> bool:
    """
    Say whether a token of an address, number or link is among some, made with any key of the ring.

    Raises:
        UnreadableIdentifierError: If the value cannot be brought into its one form.
    """
    plain = normalised(value, identifier)
    ours = {_token(plain, keyring, key, identifier) for key in keyring.keys}
    return any(token in ours for token in tokens)


def normalised(value: str, identifier: Identifier) -> str:
    """
    Bring an address, number or link into its one form.

    Letters lose their case, numbers keep ``+`` and digits, links lose scheme, ``www``, country and
    query. Dots and tags in an e-mail address stay: what they mean differs by provider.

    Raises:
        UnreadableIdentifierError: If it does not look like one; a number needs its country.

    >>> normalised("0031 6 1234 5678", Identifier.PHONE)
    '+31612345678'
    >>> normalised("https://nl.example.com/in/Ann/?trk=1", Identifier.PROFILE)
    'example.com/in/ann'
    """
    text = unicodedata.normalize("NFKC", value).strip()
    if identifier is Identifier.EMAIL:
        return _formed(text.casefold(), EMAIL, identifier, "write name@host")
    if identifier is Identifier.PHONE:
        plain = re.sub(r"^00", "+", re.sub(r"\(0\)|[\s().\-/]", "", text))
        return _formed(plain, PHONE, identifier, "write the country too, as in +31 6 ...")
    return _profile(text)


def _formed(plain: str, form: re.Pattern[str], identifier: Identifier, way_out: str) -> str:
    if form.fullmatch(plain) is None:
        raise UnreadableIdentifierError(identifier.value, way_out)
    return plain


def _profile(text: str) -> str:
    found = PROFILE.fullmatch(text)
    if found is None:
        raise UnreadableIdentifierError(Identifier.PROFILE.value, "write the link to the profile")
    return f"{found['host']}{found['path'].rstrip('/')}".casefold()


def _token(plain: str, keyring: Keyring, key: str, identifier: Identifier) -> SuppressionToken:
    parts = (PURPOSE, identifier.value.encode(), plain.encode())
    digest = hmac.new(keyring.keys[key], b"\0".join(parts), hashlib.sha256).hexdigest()
    return SuppressionToken(identifier=identifier, key=key, digest=digest)
