"""
A strategy for each kind that is stored.
"""

from __future__ import annotations

from datetime import date
from typing import Any, Final, TypeVar

from hypothesis import strategies as hs
from hypothesis.strategies import SearchStrategy

from recruitprivacy.basis import (
    ConsentAsked,
    Exemption,
    InterestsAssessment,
    NewPurpose,
    Receipt,
)
from recruitprivacy.frozen import FrozenMap
from recruitprivacy.policy import End, Policy
from recruitprivacy.retention import DataMap, Place, Plan, StepResult, plan
from recruitprivacy.rights import RightsRequest
from recruitprivacy.testing import strategies as st
from recruitprivacy.testing._built import World, of_class
from recruitprivacy.timeline import Facts, Identifier, Proof, Suppression, SuppressionToken
from recruitprivacy.wire import StoredPlan

T = TypeVar("T")

ATTESTED: Final[dict[str, object]] = {
    "assessed_on": date(2026, 3, 2),
    "assessment": "assessment-1",
    "interests": ("fraud_prevention",),
    "reviewer": "reviewer-1",
    "tokens": (SuppressionToken(identifier=Identifier.EMAIL, key="key-1", digest="4f" * 32),),
}
"""What an outcome or a claim cannot stand without."""


def _drawn(cls: type[T], *attested: str) -> SearchStrategy[T]:
    def mend(given: dict[str, Any]) -> None:
        given.update({name: given.get(name) or ATTESTED[name] for name in attested})

    return of_class(cls, World(mends={cls: mend}))


def data_maps() -> SearchStrategy[DataMap]:
    """
    Draw a map of up to four places, one made from another.
    """
    ats = hs.builds(
        Place,
        kind=hs.just("candidate_system"),
        roles=hs.sampled_from(((), ("candidate",))),
        can=hs.sampled_from(((End.ERASED,), (End.ERASED, End.ANONYMISED))),
    )
    index = hs.just(Place(kind="search_index", derived_from="ats"))
    tapes = hs.builds(
        Place,
        kind=hs.just("backup"),
        can=hs.just(()),
        overwritten_after=st.periods(calendar_only=True),
    )
    client = hs.just(Place(kind="client", data=("cv",), holder="client-1", decides=True))
    others = {"index": index, "tapes": tapes, "client": client}
    places = hs.fixed_dictionaries({"ats": ats}, optional=others).map(FrozenMap)
    nowhere = hs.sampled_from((FrozenMap(), FrozenMap({"cctv_footage": "no cameras"})))
    return hs.builds(DataMap, places=places, nowhere=nowhere)


PLACES: Final = DataMap(
    places=FrozenMap(
        {
            "ats": Place(kind="candidate_system", data=("cv", "name", "contact_details")),
            "client": Place(kind="client", holder="client-1", decides=True, data=("cv",)),
        }
    )
)


def plans() -> SearchStrategy[Plan]:
    """
    Draw a plan made of an answer, or of none.
    """
    return hs.lists(st.disposals(), max_size=1).map(lambda answers: plan(answers, PLACES))


KINDS: Final[dict[str, tuple[type, SearchStrategy[Any]]]] = {
    "policy": (Policy, st.policies()),
    "facts": (Facts, st.facts()),
    "request": (RightsRequest, st.rights_requests()),
    "plan": (StoredPlan, plans().map(StoredPlan.of) | _drawn(StoredPlan)),
    "step_result": (StepResult, _drawn(StepResult, "assessment")),
    "data_map": (DataMap, data_maps()),
    "receipt": (Receipt, _drawn(Receipt)),
    "consent": (ConsentAsked, _drawn(ConsentAsked)),
    "interests": (
        InterestsAssessment,
        _drawn(InterestsAssessment, "interests", "reviewer", "assessed_on"),
    ),
    "compatibility": (NewPurpose, _drawn(NewPurpose, "reviewer")),
    "exemption": (Exemption, _drawn(Exemption)),
    "suppression": (SuppressionToken, _drawn(SuppressionToken)),
    "left_alone": (Suppression, _drawn(Suppression, "tokens")),
    "proof": (Proof, _drawn(Proof)),
}
"""The class and a strategy of each kind that is stored."""
