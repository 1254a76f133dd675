"""
Tests of reading classes that no policy has yet: what a constructor may do, and how types may nest.
"""

from __future__ import annotations

import attrs
import pytest

from recruitprivacy.citations import Act
from recruitprivacy.errors import Fault, FaultsError
from recruitprivacy.periods import Period
from recruitprivacy.wire._reader import reader
from recruitprivacy.wire._unread import UnreadError, quoted


@attrs.frozen(kw_only=True)
class Part:
    """
    A part that must be given whole.
    """

    length: Period


@attrs.frozen(kw_only=True)
class Whole:
    """
    A class whose law reaches into its part, and asks for a name.
    """

    part: Part
    name: str = ""

    def __attrs_post_init__(self) -> None:
        """
        Refuse a length in hours, and what has no name.
        """
        if self.part.length.hours:
            raise FaultsError([Fault(path="part", problem="is in hours")])
        if not self.name:
            raise FaultsError([Fault(path="name", problem="is empty")])


def faults(kind: type, document: object) -> list[tuple[str, str]]:
    """
    List what is wrong with a document, as path and problem.
    """
    with pytest.raises(UnreadError) as raised:
        reader(kind, quoted)(document)
    return [(fault.path, fault.problem) for fault in raised.value.faults]


def test_a_law_that_reaches_into_a_lost_part() -> None:
    """
    A law that cannot even be asked without the lost part is not said to be broken.
    """
    assert faults(Whole, {"part": 5}) == [("part", "expected a table, found a whole number")]


def test_a_law_that_stands_beside_a_lost_part() -> None:
    """
    What is left of a part serves to ask the laws of the whole.
    """
    document = {"part": {"length": "PT1H", "colour": "red"}}
    assert faults(Whole, document) == [
        ("part.colour", "unknown key 'colour'"),
        ("part", "is in hours"),
    ]


def test_a_law_of_another_error() -> None:
    """
    Whatever error of ours a constructor raises becomes a fault with its words.
    """
    ((path, problem),) = faults(Act, {"key": "", "title": "an act"})
    assert (path, problem.split(";")[0]) == ("", "cannot read '' as a citation")


def test_nothing_but_the_law() -> None:
    """
    Without faults of its parts a table has those of its constructor.
    """
    assert faults(Whole, {"part": {"length": "P1D"}}) == [("name", "is empty")]


def test_whole() -> None:
    """
    Without any fault the value is made.
    """
    document = {"part": {"length": "P1D"}, "name": "a"}
    assert reader(Whole, quoted)(document) == Whole(part=Part(length=Period(days=1)), name="a")
