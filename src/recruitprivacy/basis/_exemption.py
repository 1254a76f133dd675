"""
The record by which a firm shows that it need not tell people of data it got elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

import attrs

from recruitprivacy.basis._answer import Answer
from recruitprivacy.basis._duties import duty_premises
from recruitprivacy.basis._frame import Frame
from recruitprivacy.basis._premise import Premise
from recruitprivacy.findings import Step
from recruitprivacy.law import Law, Situation
from recruitprivacy.messages import Message, phrase
from recruitprivacy.vocabulary import BUILT_IN, InformationExemption, Vocabulary

__all__ = ["Exempting", "Exemption", "exemption_stands"]

PROVED: Final = Message("basis.exempt.proved", "the firm has written down what shows it")
REVIEWED: Final = Message("basis.exempt.reviewed", "somebody decided it, on a day that is noted")
HAS_IT: Final = Message("basis.exempt.has_it", "the person has all of the information already")
EFFORT: Final = Message(
    "basis.exempt.effort", "telling each person is impossible or out of all proportion"
)
MEASURES: Final = Message(
    "basis.exempt.measures", "people are protected otherwise, and the information is made public"
)
SECRET: Final = Message("basis.exempt.secret", "a professional secrecy set by law covers the data")
REACHABLE: Final = Message(
    "basis.exempt.reachable",
    "Where an address is at hand, as in a CV or on a professional network, telling is hardly out "
    "of proportion.",
)


@attrs.frozen(kw_only=True)
class Exemption:
    """
    Why people are not told of data obtained elsewhere, with what shows it; None is unknown.

    Attributes:
        ground: The exemption relied on.
        proof: What shows it, as names of documents in the firm's files.
        reviewer: Who decided, as an opaque code.
        decided_on: The day they did.
        effort: Whether telling is impossible or out of proportion.
        measures: What protects people instead, the information made public among it.
        informed: Whether the person has the information already.
        duties: The provision that lays the obtaining down, or that sets the secrecy.
        address_known: Whether an address of the person is at hand.

    Law:
        GDPR Art. 14(5): four cases, each to be shown.
    """

    ground: InformationExemption
    proof: tuple[str, ...] = ()
    reviewer: str = ""
    decided_on: date | None = None
    effort: bool | None = None
    measures: tuple[str, ...] | None = None
    informed: bool | None = None
    duties: tuple[str, ...] | None = None
    address_known: bool | None = None


@attrs.frozen(kw_only=True)
class Exempting(Answer):
    """
    Whether an exemption from telling people stands.

    Attributes:
        ground: The exemption.
    """

    ground: InformationExemption


def exemption_stands(
    exemption: Exemption,
    situation: Situation,
    law: Law,
    *,
    on: date,
    vocabulary: Vocabulary = BUILT_IN,
) -> Exempting:
    """
    Judge a recorded exemption: a ground without proof is arguable, and never more.

    Args:
        exemption: The record.
        situation: The ties to countries.
        law: The packs.
        on: The day asked about; a decision of a later day shows nothing yet.
        vocabulary: The words.

    Raises:
        FaultsError: If the situation names no place, or a duty is no provision.

    >>> from recruitprivacy.law import load
    >>> code_only = Exemption(ground=InformationExemption.IMPOSSIBLE_OR_DISPROPORTIONATE)
    >>> exemption_stands(code_only, Situation(establishment="NL"), load("NL"),
    ...                  on=date(2026, 3, 2)).needs
    ('proof', 'reviewer', 'effort', 'measures')

    Law:
        GDPR Art. 14(5)(a): the person has the information.
        GDPR Art. 14(5)(b): impossible or disproportionate, with measures.
        GDPR Art. 14(5)(c): obtaining laid down by law.
        GDPR Art. 14(5)(d): professional secrecy.
    """
    frame = Frame(law=law, situation=situation, on=on, vocabulary=vocabulary)
    ground = exemption.ground
    return Exempting(
        what=ground.label,
        ground=ground,
        premises=(frame.in_force, *_shown(frame, exemption), *_of_ground(frame, exemption)),
        remarks=tuple(_remarks(frame, exemption)),
        **frame.parts,
    )


def _shown(frame: Frame, exemption: Exemption) -> Iterator[Premise]:
    cites = frame.cite("GDPR Art. 5(2)", exemption.ground.cites)
    yield Premise(fact="proof", holds=bool(exemption.proof) or None, what=PROVED, cites=cites)
    decided = exemption.decided_on
    done = bool(exemption.reviewer) and decided is not None and decided <= frame.on
    yield Premise(fact="reviewer", holds=done or None, what=REVIEWED, cites=cites)


def _of_ground(frame: Frame, exemption: Exemption) -> Iterator[Premise]:
    cites = frame.cite(exemption.ground.cites)
    if exemption.ground is InformationExemption.ALREADY_INFORMED:
        yield Premise(fact="informed", holds=exemption.informed, what=HAS_IT, cites=cites)
    elif exemption.ground is InformationExemption.IMPOSSIBLE_OR_DISPROPORTIONATE:
        # Whoever holds an address has to say what makes the telling so hard all the same.
        reachable = exemption.effort and exemption.address_known
        effort = None if reachable else exemption.effort
        yield Premise(fact="effort", holds=effort, what=EFFORT, cites=cites, judged=True)
        measures = None if exemption.measures is None else bool(exemption.measures)
        yield Premise(fact="measures", holds=measures, what=MEASURES, cites=cites)
    else:
        yield from duty_premises(frame, "duties", exemption.duties, (), exemption.ground.cites)
    if exemption.ground is InformationExemption.PROFESSIONAL_SECRECY:
        yield Premise(fact="secrecy", holds=None, what=SECRET, cites=cites, judged=True)


def _remarks(frame: Frame, exemption: Exemption) -> Iterator[Step]:
    hard = exemption.ground is InformationExemption.IMPOSSIBLE_OR_DISPROPORTIONATE
    if hard and exemption.address_known is not False:
        yield Step(says=phrase(REACHABLE), cites=frame.cite(exemption.ground.cites))
