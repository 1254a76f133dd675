"""
Tokens of those who asked to be left alone.
"""

from __future__ import annotations

import pytest

from recruitprivacy.errors import KeyTooShortError, UnreadableIdentifierError
from recruitprivacy.frozen import FrozenMap
from recruitprivacy.timeline import (
    Identifier,
    Keyring,
    is_suppressed,
    normalised,
    suppression_token,
)

OLD = Keyring(keys=FrozenMap({"old": bytes(range(32))}), current="old")
NEW = Keyring(keys=FrozenMap({**OLD.keys, "new": bytes(range(1, 33))}), current="new")
ONLY_NEW = Keyring(keys=FrozenMap({"new": NEW.keys["new"]}), current="new")


@pytest.mark.parametrize("length", [0, 31])
def test_a_key_that_can_be_guessed_is_refused(length: int) -> None:
    """
    The error names the key's id and the length, never the key.
    """
    with pytest.raises(KeyTooShortError) as caught:
        Keyring(keys=FrozenMap({"k": bytes(length)}), current="k")
    assert (caught.value.key, caught.value.least) == ("k", 32)


def test_the_current_key_is_on_the_ring() -> None:
    """
    A ring cannot name a key it does not have.
    """
    with pytest.raises(KeyError):
        Keyring(keys=OLD.keys, current="gone")


@pytest.mark.parametrize(
    ("identifier", "value", "plain"),
    [
        (Identifier.EMAIL, " Ann.Lee+jobs@Example.ORG ", "ann.lee+jobs@example.org"),
        (Identifier.EMAIL, "\uff41nn@example.org", "ann@example.org"),
        (Identifier.PHONE, "+31 (0)6-1234.5678", "+31612345678"),
        (Identifier.PHONE, "0046 70 123 45 67", "+46701234567"),
        (Identifier.PROFILE, "https://www.Example.com/in/Ann-Lee/", "example.com/in/ann-lee"),
        (Identifier.PROFILE, "se.example.com/in/ann-lee?trk=x#top", "example.com/in/ann-lee"),
        (Identifier.PROFILE, "example.com/in/ann-lee", "example.com/in/ann-lee"),
    ],
)
def test_what_means_the_same_is_written_the_same(
    identifier: Identifier, value: str, plain: str
) -> None:
    """
    Case, blanks, a trunk zero, scheme, country and query make no other person.
    """
    assert normalised(value, identifier) == plain


@pytest.mark.parametrize(
    ("identifier", "value"),
    [
        (Identifier.EMAIL, "secret"),
        (Identifier.EMAIL, "secret@host"),
        (Identifier.PHONE, "06 1234 5678"),
        (Identifier.PHONE, "secret"),
        (Identifier.PROFILE, "https://example.com/"),
        (Identifier.PROFILE, "secret"),
    ],
)
def test_what_cannot_be_read_is_refused_without_being_quoted(
    identifier: Identifier, value: str
) -> None:
    """
    A number without a country and a link without a page name nobody for sure.
    """
    with pytest.raises(UnreadableIdentifierError) as caught:
        suppression_token(value, OLD, identifier=identifier)
    assert value not in str(caught.value)
    assert caught.value.kind == identifier.value


def test_a_token_shows_neither_address_nor_digest() -> None:
    """
    A token in a log tells the key and nothing of the person; the ring does not show its keys.
    """
    token = suppression_token("ann@example.org", OLD)
    assert token.key == "old"
    assert len(token.digest) == 64
    assert "ann" not in token.digest
    assert token.digest not in repr(token)
    assert "x00" not in repr(OLD)


@pytest.mark.parametrize(
    ("value", "ring", "found"),
    [
        ("ANN@example.org", OLD, True),
        ("ann@example.org", NEW, True),
        ("bob@example.org", NEW, False),
        ("ann@example.org", ONLY_NEW, False),
    ],
)
def test_an_old_token_is_found_while_its_key_is_kept(
    value: str, ring: Keyring, *, found: bool
) -> None:
    """
    A new key makes new tokens and still finds those of the old one.
    """
    tokens = [suppression_token("ann@example.org", OLD)]
    assert is_suppressed(value, tokens, ring) is found


def test_one_text_as_two_identifiers_makes_two_tokens() -> None:
    """
    A token of an address never matches a link that is written the same.
    """
    link = "a.example.org/ann@example.org"
    tokens = [suppression_token(link, OLD, identifier=Identifier.PROFILE)]
    assert is_suppressed(link, tokens, OLD, identifier=Identifier.EMAIL) is False
    assert is_suppressed(link, tokens, OLD, identifier=Identifier.PROFILE) is True
