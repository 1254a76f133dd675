"""
How much of a notice is said, and of data from whom.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TypeAlias

import attrs


class Layer(StrEnum):
    """
    How much is said.

    Law:
        GDPR Art. 12(1): concise and easily accessible.
    """

    FULL = "full"
    """Everything, on a page of its own."""
    CARD = "card"
    """What matters most, on one screen, with the way to the rest."""


@attrs.frozen(kw_only=True)
class Field:
    """
    One field of a form, beside which a few lines say why it is there.

    Attributes:
        category: What is asked for.
        stage: How far recruiting has come where the form stands, or empty.

    >>> Field(category="email", stage="application").category
    'email'

    Law:
        GDPR Art. 13(1): told at the time when data are obtained.
    """

    category: str
    stage: str = ""


class Collected(StrEnum):
    """
    From whom the data come of which a notice speaks.
    """

    FROM_READER = "from_reader"
    """The reader gives them: what Art. 13 asks for."""
    FROM_OTHERS = "from_others"
    """Others do: what Art. 14 asks for."""
    BOTH = "both"
    """Some from either: what both ask for."""


Depth: TypeAlias = Layer | Field
"""How much of a notice: a layer of it, or what stands beside one field."""
