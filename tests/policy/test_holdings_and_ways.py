"""
What is held of people, and where it comes from.
"""

from __future__ import annotations

import pytest

from recruitprivacy.errors import FaultsError
from recruitprivacy.frozen import FrozenMap
from recruitprivacy.policy import Holding, Item, Modality, Way, Ways


def test_what_is_counted_under_a_category_is_held() -> None:
    """
    Categories the firm counts under another are held, too; each is listed once.
    """
    diversity = Item(includes=("health", "gender"))
    holding = Holding(items=("name", "gender"), but=FrozenMap({"diversity_information": diversity}))
    assert holding.categories == ("name", "gender", "diversity_information", "health")


def test_only_a_source_that_is_used_can_differ() -> None:
    """
    What differs for a source stands beside the way that names it, and nowhere else.
    """
    automatic: FrozenMap[str, tuple[str, ...]] = FrozenMap({"ip_address": ("cookies",)})
    may = Way(modality=Modality.MAY)
    ways = Ways(automatic=automatic, but=FrozenMap({"cookies": may}))
    assert ways.but["cookies"] == may
    with pytest.raises(FaultsError) as caught:
        Ways(automatic=automatic, but=FrozenMap({"camera": may}))
    assert [fault.path for fault in caught.value.faults] == ["but.camera"]
