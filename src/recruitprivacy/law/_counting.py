"""
Reading the table ``[counting]`` of a pack.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from recruitprivacy.citations import Act, Citation
from recruitprivacy.errors import CitationError, Fault, UnknownActError
from recruitprivacy.law._faults import cite_fault, structure
from recruitprivacy.law._regime import Regime
from recruitprivacy.law._topics import is_topic, nearest_topic

__all__ = ["read_counting"]

PATH: Final = "counting"
CITED: Final = ("starts", "starts_otherwise", "ends", "rolls", "rolls_otherwise", "stretches")


def read_counting(
    table: object, acts: Mapping[str, Act], place: str, faults: list[Fault]
) -> dict[str, Regime]:
    """
    Build regimes from a plain table, or say all that is wrong with the table.

    The first, under an empty key, is for all periods of the jurisdiction; the others, written as
    tables in the table, are each for the rules of a topic.

    Args:
        table: The table; None where a pack does not say how its periods are counted.
        acts: The acts it may cite.
        place: The jurisdiction of the pack.
        faults: Where what is wrong is added.
    """
    if table is None:
        return {}
    if not isinstance(table, Mapping):
        faults.append(Fault(path=PATH, problem="expected a table, written [counting]"))
        return {}
    topics = {key: value for key, value in table.items() if isinstance(value, Mapping)}
    whole = {key: value for key, value in table.items() if key not in topics}
    found = {"": _regime(whole, acts, place, PATH, faults)}
    for topic, part in topics.items():
        path = f"{PATH}.{topic}"
        if not is_topic(topic, asked=True):
            problem = f"unknown topic {topic!r}"
            faults.append(Fault(path=path, problem=problem, nearest=nearest_topic(topic)))
        found[topic] = _regime(part, acts, f"{place} {topic}", path, faults)
    return {topic: regime for topic, regime in found.items() if regime}


def _regime(
    table: Mapping[str, object], acts: Mapping[str, Act], name: str, path: str, faults: list[Fault]
) -> Regime | None:
    if "id" in table:
        faults.append(Fault(path=f"{path}.id", problem="unknown key 'id'"))
    cited = {key: _cite(table[key], acts, f"{path}.{key}", faults) for key in CITED if key in table}
    regime, found = structure({**table, **cited, "id": name}, Regime, path)
    faults.extend(found)
    faults.extend(_contradictions(regime, path) if regime else ())
    return regime


def _cite(text: object, acts: Mapping[str, Act], path: str, faults: list[Fault]) -> Citation | None:
    try:
        return Citation.parse(str(text), acts)
    except (CitationError, UnknownActError) as error:
        faults.append(cite_fault(error, path))
        return None


def _contradictions(regime: Regime, path: str) -> list[Fault]:
    asks = {
        "stretched_from": (regime.stretches is None, bool(regime.stretched_from)),
        "longest": (regime.rolls is None, regime.longest is not None),
        "rolls_otherwise": (regime.rolls is not None, regime.rolls_otherwise is not None),
    }
    problem = {
        "stretched_from": "says from when on nothing is stretched; cite what stretches",
        "longest": "says how long nothing runs on; cite what rolls",
        "rolls_otherwise": "is read otherwise, and rolls all the same; drop one of the two",
    }
    return [
        Fault(path=f"{path}.{key}", problem=problem[key])
        for key, (missing, said) in asks.items()
        if missing and said
    ]
