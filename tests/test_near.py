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
        (
            "application_rejected",
            ["application_received", "candidate_rejected"],
            "candidate_rejected",
        ),
        (
            "application_rejcted",
            ["application_received", "candidate_rejected"],
            "application_received",
        ),
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


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("meaningful_contact", ""),
        ("compny.contact", "company.contact"),
        ("contact", "last_contact"),
    ],
)
def test_only_what_is_much_alike(word: str, expected: str) -> None:
    """
    Asked for much likeness, a misspelt word is found, and one that is merely a little like is not.
    """
    assert expected == nearest(word, ["company.contact", "last_contact"], alike=0.75)
