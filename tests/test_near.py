"""
The known word that somebody probably meant.
"""

from __future__ import annotations

import pytest

from recruitprivacy.near import nearest


@pytest.mark.parametrize(
    ("word", "known", "expected"),
    [
        ("emial", ["email", "name"], "email"),
        ("criminal_recrod", ["timeline_record", "criminal_convictions"], "criminal_convictions"),
        ("zebra", ["email", "name"], ""),
        ("", ["email"], ""),
        ("e" * 81, ["e" * 80], ""),
    ],
)
def test_nearest(word: str, known: list[str], expected: str) -> None:
    """
    The likeliest known word is found, one with the same beginning first, and none for none.
    """
    assert expected == nearest(word, known)
