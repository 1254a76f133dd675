"""
Where a host keeps what: its own systems, what is derived from them, and copies elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

import attrs

from recruitprivacy.errors import Fault, FaultsError
from recruitprivacy.findings import DID_YOU_MEAN, Finding, Level
from recruitprivacy.frozen import FrozenMap
from recruitprivacy.messages import Message, phrase
from recruitprivacy.near import nearest
from recruitprivacy.periods import Period
from recruitprivacy.policy import EVERYTHING, End, Policy, RetentionRule
from recruitprivacy.vocabulary import BUILT_IN, Kind, Vocabulary

__all__ = ["DataMap", "Place", "gaps"]

NOWHERE: Final = Message(
    "retention.data_map.nowhere",
    "The notice says that this is held, but the data map has no place for it.",
)
NO_RULE: Final = Message(
    "retention.data_map.no_rule", "No rule of the policy says how long this is kept."
)
STALE: Final = Message(
    "retention.data_map.stale", "The data map says that this is kept nowhere, but it has a place."
)
NOT_DECLARED: Final = Message(
    "retention.data_map.not_declared", "A place holds this, but the notice does not say so."
)
STALE_UNDECLARED: Final = Message(
    "retention.data_map.stale_undeclared",
    "The data map says that this is kept nowhere, but the notice does not say that it is held.",
)
KIND_UNKNOWN: Final = Message(
    "retention.data_map.kind_unknown", "The vocabulary knows no such kind of system."
)
ROLE_UNKNOWN: Final = Message(
    "retention.data_map.role_unknown", "A place names a role that the notice does not speak of."
)
SAY_WHERE: Final = Message(
    "retention.mend.say_where", "Name the place, or say under “nowhere” why there is none."
)


@attrs.frozen(kw_only=True)
class Place:
    """
    One place in which data are.

    Attributes:
        kind: What kind of system it is, by key: ``candidate_system``, ``backup``.
        data: The categories in it; ``*`` is every one that is held.
        roles: Whose data; empty is everybody's.
        derived_from: The place it is made from, or empty; it is done after that one.
        can: What can be done to one record in it, by what is aimed at first; empty where nothing
            can, as in a back-up that is overwritten as a whole.
        whole: Whether a record can be erased there only as a whole, with all that is part of it.
        overwritten_after: How long what was erased elsewhere is still in it, or None.
        holder: Who has it where it is not the controller: an opaque id.
        decides: Whether that holder decides for itself; then it is told, and nothing is promised.

    Raises:
        FaultsError: If nothing can be done in it and nobody says how long the data stay, or if
            somebody decides of whom there is no name.

    >>> Place(kind="backup", can=(), overwritten_after=Period(days=35)).can
    ()
    """

    kind: str
    data: tuple[str, ...] = (EVERYTHING,)
    roles: tuple[str, ...] = ()
    derived_from: str = ""
    can: tuple[End, ...] = (End.ERASED,)
    whole: bool = False
    overwritten_after: Period | None = None
    holder: str = ""
    decides: bool = False

    def __attrs_post_init__(self) -> None:
        """
        Refuse a place that promises nothing, or names nobody.
        """
        faults = list(self._faults())
        if faults:
            raise FaultsError(faults)

    def _faults(self) -> Iterator[Fault]:
        if not self.can and self.overwritten_after is None and not self.decides:
            yield Fault(
                path="can",
                problem="nothing can be done here",
                way_out="say overwritten_after, the time until it is gone all the same",
            )
        if self.decides and not self.holder:
            yield Fault(path="holder", problem="is missing", way_out="give the id of who decides")


@attrs.frozen(kw_only=True)
class DataMap:
    """
    Every place in which a host has personal data.

    Attributes:
        places: The places, by a name of the host's own.
        nowhere: Categories that are declared and kept in no place, each with the reason.

    Raises:
        FaultsError: If a place is derived from one that is not there, or from itself.

    >>> houses = DataMap(places=FrozenMap({"ats": Place(kind="candidate_system")}))
    >>> houses.order
    ('ats',)
    """

    places: FrozenMap[str, Place]
    nowhere: FrozenMap[str, str] = FrozenMap()

    def __attrs_post_init__(self) -> None:
        """
        Refuse places that hang on nothing, or on each other in a ring.
        """
        faults = list(self._faults())
        if faults:
            raise FaultsError(faults)

    @property
    def order(self) -> tuple[str, ...]:
        """
        The places in the order in which they are done: what is derived after what it comes from.
        """
        return tuple(sorted(self.places, key=lambda name: (len(self._line(name)), name)))

    def where(
        self, category: str, role: str, *, vocabulary: Vocabulary = BUILT_IN
    ) -> tuple[str, ...]:
        """
        List the places in which a category of somebody in a role is, in the order they are done.
        """
        return tuple(
            name
            for name in self.order
            if not self.places[name].roles
            or vocabulary.is_kind(Kind.ROLE, role, *self.places[name].roles)
            if EVERYTHING in self.places[name].data
            or vocabulary.is_kind(Kind.CATEGORY, category, *self.places[name].data)
        )

    def _faults(self) -> Iterator[Fault]:
        for name, place in self.places.items():
            above = place.derived_from
            path = f"places.{name}.derived_from"
            if above and above not in self.places:
                near = nearest(above, self.places)
                yield Fault(path=path, problem=f"there is no place {above!r}", nearest=near)
            elif name in self._line(name):
                yield Fault(path=path, problem="goes round in a ring")

    def _line(self, name: str) -> tuple[str, ...]:
        line: list[str] = []
        above = self.places[name].derived_from
        while above in self.places and above not in line:
            line.append(above)
            above = self.places[above].derived_from
        return tuple(line)


def gaps(
    data_map: DataMap, policy: Policy, *, vocabulary: Vocabulary = BUILT_IN
) -> tuple[Finding, ...]:
    """
    Say what a data map and a policy leave out of one another.

    Every category the policy declares has a place and a rule. An exemption that is not true, or no
    longer, is an error; so is a kind of system or a role that nobody knows.

    >>> from recruitprivacy.policy import Controller, Holding, Role
    >>> acme = Policy(id="acme", firm=("Acme",), languages=("en",),
    ...               roles=FrozenMap({"candidate": Role()}),
    ...               controllers=FrozenMap({"acme": Controller(name="Acme BV")}),
    ...               data=FrozenMap({"candidate": Holding(items=("cv",))}))
    >>> [each.code for each in gaps(DataMap(places=FrozenMap()), acme)]
    ['retention.data_map.nowhere', 'retention.data_map.no_rule']
    """
    declared = [
        (role, category) for role, holding in policy.data.items() for category in holding.categories
    ]
    return (
        *_without_place(data_map, declared, vocabulary),
        *_without_rule(policy, declared, vocabulary),
        *_stale(data_map, declared, vocabulary),
        *_not_declared(data_map, {category for _, category in declared}, vocabulary),
        *_unknown(data_map, policy, vocabulary),
    )


def _without_place(
    data_map: DataMap, declared: Iterable[tuple[str, str]], vocabulary: Vocabulary
) -> Iterator[Finding]:
    for role, category in declared:
        if category in data_map.nowhere or data_map.where(category, role, vocabulary=vocabulary):
            continue
        yield attrs.evolve(_finding(NOWHERE, f"data.{role}.{category}"), mend=phrase(SAY_WHERE))


def _without_rule(
    policy: Policy, declared: Iterable[tuple[str, str]], vocabulary: Vocabulary
) -> Iterator[Finding]:
    for role, category in declared:
        if not any(
            _is_about(rule, role, category, vocabulary) for rule in policy.retention.values()
        ):
            yield _finding(NO_RULE, f"data.{role}.{category}")


def _is_about(rule: RetentionRule, role: str, category: str, vocabulary: Vocabulary) -> bool:
    return (not rule.roles or vocabulary.is_kind(Kind.ROLE, role, *rule.roles)) and (
        EVERYTHING in rule.data or vocabulary.is_kind(Kind.CATEGORY, category, *rule.data)
    )


def _stale(
    data_map: DataMap, declared: Sequence[tuple[str, str]], vocabulary: Vocabulary
) -> Iterator[Finding]:
    for exempt in data_map.nowhere:
        roles = [role for role, category in declared if category == exempt]
        path = f"nowhere.{exempt}"
        if not roles:
            yield attrs.evolve(_finding(STALE_UNDECLARED, path), level=Level.ERROR)
        elif any(data_map.where(exempt, role, vocabulary=vocabulary) for role in roles):
            yield attrs.evolve(_finding(STALE, path), level=Level.ERROR)


def _unknown(data_map: DataMap, policy: Policy, vocabulary: Vocabulary) -> Iterator[Finding]:
    for name, place in data_map.places.items():
        if not vocabulary.has(Kind.SYSTEM, place.kind):
            near = vocabulary.nearest(Kind.SYSTEM, place.kind)
            yield _misnamed(KIND_UNKNOWN, f"places.{name}.kind", near)
        for role in place.roles:
            if not any(vocabulary.is_kind(Kind.ROLE, each, role) for each in policy.roles):
                near = nearest(role, policy.roles)
                yield _misnamed(ROLE_UNKNOWN, f"places.{name}.roles.{role}", near)


def _misnamed(says: Message, path: str, near: str) -> Finding:
    mend = phrase(DID_YOU_MEAN, nearest=near) if near else None
    return attrs.evolve(_finding(says, path), level=Level.ERROR, mend=mend)


def _not_declared(
    data_map: DataMap, declared: set[str], vocabulary: Vocabulary
) -> Iterator[Finding]:
    for name, place in data_map.places.items():
        for key in place.data:
            known = any(vocabulary.is_kind(Kind.CATEGORY, each, key) for each in declared)
            if key == EVERYTHING or known:
                continue
            near = nearest(key, declared)
            mend = phrase(DID_YOU_MEAN, nearest=near) if near else None
            yield attrs.evolve(_finding(NOT_DECLARED, f"places.{name}.data.{key}"), mend=mend)


def _finding(says: Message, path: str) -> Finding:
    return Finding(code=says.code, level=Level.WARNING, path=path, says=phrase(says))
