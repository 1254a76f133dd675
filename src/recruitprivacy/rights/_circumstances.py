"""
What nobody but a person who looked can tell of a request and of the data it is about.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from typing import Any, TypeAlias

import attrs

from recruitprivacy.basis import Automated

__all__ = ["Circumstances", "Given", "Provenance", "several", "together"]


class Provenance(StrEnum):
    """
    How data came to be held, as far as portability asks.

    >>> Provenance.OBSERVED.provided, Provenance.DERIVED.provided
    (True, False)

    Law:
        GDPR Art. 20(1): data the person provided.
    """

    PROVIDED = "provided"
    """Typed or uploaded by the person."""
    OBSERVED = "observed"
    """Left behind by the person in using a service: a log, a recorded answer."""
    DERIVED = "derived"
    """Concluded by the firm or a machine: a score, a ranking, a recruiter's note."""
    OTHERS = "others"
    """Given or written by somebody else: a reference."""

    @property
    def provided(self) -> bool:
        """
        Whether the person provided them, in the wide sense.
        """
        return self in {Provenance.PROVIDED, Provenance.OBSERVED}


@attrs.frozen(kw_only=True)
class Circumstances:
    """
    What somebody found out who looked into a request; whatever is None nobody said.

    Where the person named what they mean, so do ``categories``, ``records`` and ``purposes``; all
    the rest is then said of that alone. Of several, for several parts, the request is about all.

    Attributes:
        categories: The data the request is about; None is all.
        records: The records it is about; empty is all.
        purposes: What they object to, or take their agreement back for; empty is everything.
        identified: Whether the controller can tell whose data they are.
        automated_means: Whether the data are processed by automated means, and not on paper.
        provenance: How they came to be held.
        explicit_consent: Whether special categories among them rest on explicit consent.
        marketing: Whether they serve to advertise.
        automation: What a machine does with them.
        situation_stated: Whether the person said what in their situation speaks against it.
        unlawful: Whether they are processed unlawfully: without a basis, or too much of them.
        child_service: Whether they were collected from a child for an online service.
        must_erase: Whether a law commands to erase them.
        contested: Whether the person says that they are wrong.
        inaccurate: Whether they are.
        opinion: Whether they are an opinion, recorded as one.
        prefers_restriction: Whether the person wants them restricted rather than erased.
        needed_for_claims: Whether the person needs them for claims of their own.
        made_public: Whether the controller made them public.
        deceased: Whether the person has died.

    >>> Circumstances(unlawful=True).contested is None
    True
    """

    categories: tuple[str, ...] | None = None
    records: tuple[str, ...] = ()
    purposes: tuple[str, ...] = ()
    identified: bool | None = None
    automated_means: bool | None = None
    provenance: Provenance | None = None
    explicit_consent: bool | None = None
    marketing: bool | None = None
    automation: Automated | None = None
    situation_stated: bool | None = None
    unlawful: bool | None = None
    child_service: bool | None = None
    must_erase: bool | None = None
    contested: bool | None = None
    inaccurate: bool | None = None
    opinion: bool | None = None
    prefers_restriction: bool | None = None
    needed_for_claims: bool | None = None
    made_public: bool | None = None
    deceased: bool | None = None


Given: TypeAlias = Circumstances | Iterable[Circumstances] | None
"""What was found out: one for all, one for each part of the data, or nothing."""


def several(given: Given) -> tuple[Circumstances, ...]:
    """
    List what was found out, one after the other; who found out nothing speaks of everything.
    """
    if given is None or isinstance(given, Circumstances):
        return (given or Circumstances(),)
    return tuple(given) or (Circumstances(),)


def together(found: Iterable[Circumstances]) -> Circumstances:
    """
    Put together what several say of the same data; where two of them differ, the earlier counts.

    >>> special = Circumstances(categories=("interview_notes",), opinion=True)
    >>> both = together([special, Circumstances(opinion=False, identified=True)])
    >>> both.opinion, both.identified
    (True, True)
    """
    merged: dict[str, Any] = {}
    for each in found:
        for name, said in attrs.asdict(each, recurse=False).items():
            if said not in (None, ()):
                merged.setdefault(name, said)
    return attrs.evolve(Circumstances(), **merged)
