"""
What the law says otherwise on one day than on another.
"""

from __future__ import annotations

from datetime import date
from typing import Final

import attrs
import pytest

from recruitprivacy.errors import UnknownJurisdictionError
from recruitprivacy.law import Change, ChangeKind, Law, load, read_pack

HEAD: Final = """
jurisdiction = "NL"
extends = "NL"
checked_on = 2026-11-22
[acts.CAO]
title = "Our collective agreement"
"""
VERSION: Final = """
[[rules]]
id = "acme.working_age"
topic = "working_age"
value = {age}
applies_from = {begins}
{ends}
weight = "practice"
confidence = "verified"
checked_on = 2026-11-22
cites = ["CAO Art. {article}"]
because = "The agreement says so."
"""


def book(*versions: tuple[int, str, str]) -> Law:
    """
    Make a law with one rule in several versions: age, first day, and last day or nothing.
    """
    rules = "".join(
        VERSION.format(
            age=age,
            begins=begins,
            ends=f'applies_until = {ends}\nended_by = ["CAO Art. 9"]' if ends else "",
            article=article,
        )
        for article, (age, begins, ends) in enumerate(versions, start=1)
    )
    return load("NL").with_pack(read_pack(HEAD + rules))


def told(law: Law, since: date = date.min, until: date = date.max) -> list[tuple[str, str, str]]:
    """
    Tell when the made-up rule changed, how, and by what.
    """
    found = law.what_changed("NL", since, until)
    own = [change for change in found if change.rule == "acme.working_age"]
    return [(str(each.on), each.kind.value, str(each.cites[0])) for each in own]


TWO: Final = ((15, "2020-01-01", ""), (16, "2024-07-01", ""))


def test_a_rule_begins_and_changes() -> None:
    """
    The first version begins, the second takes over on its first day.
    """
    assert told(book(*TWO)) == [
        ("2020-01-01", "began", "CAO Art. 1"),
        ("2024-07-01", "changed", "CAO Art. 2"),
    ]


def test_a_rule_ends_on_the_day_after_its_last() -> None:
    """
    What ended is told on the first day without it, with what ended it.
    """
    assert told(book((15, "2020-01-01", "2023-12-31")))[1] == ("2024-01-01", "ended", "CAO Art. 9")


def test_a_gap_is_an_end_and_a_beginning() -> None:
    """
    A version that follows after days without one does not change the first, it begins anew.
    """
    kinds = [kind for _, kind, _ in told(book((15, "2020-01-01", "2023-12-31"), TWO[1]))]
    assert kinds == ["began", "ended", "began"]


@pytest.mark.parametrize(
    ("since", "until", "days"),
    [
        (date(2020, 1, 1), date(2024, 6, 30), []),
        (date(2019, 12, 31), date(2020, 1, 1), ["2020-01-01"]),
        (date(2024, 6, 30), date(2024, 7, 1), ["2024-07-01"]),
        (date(2024, 7, 1), date(2030, 1, 1), []),
        (date(2030, 1, 1), date(2020, 1, 1), []),
    ],
)
def test_the_first_day_is_known_and_the_last_is_asked(
    since: date, until: date, days: list[str]
) -> None:
    """
    What changed on the first of the two days is known already, the last day counts.
    """
    assert [day for day, _, _ in told(book(*TWO), since, until)] == days


def test_before_and_after() -> None:
    """
    A change gives both versions, so that values can be laid side by side.
    """
    law = book(*TWO)
    change = law.what_changed("NL", date(2024, 6, 30), date(2024, 7, 1))[0]
    values = [rule.value for rule in (change.before, change.after) if rule]
    assert (values, change.kind) == ([15, 16], ChangeKind.CHANGED)


def test_a_jurisdiction_that_is_not_loaded() -> None:
    """
    Changes of a law that is not loaded are unknown, and not none.
    """
    with pytest.raises(UnknownJurisdictionError):
        load("NL").what_changed("SE", date(2020, 1, 1), date(2026, 1, 1))


def test_a_change_of_nothing() -> None:
    """
    A change without versions names no rule and cites nothing.
    """
    nothing = Change(on=date(2026, 3, 2))
    assert (nothing.rule, nothing.cites, attrs.evolve(nothing) == nothing) == ("", (), True)
