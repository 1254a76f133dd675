"""
How a host's terms are read: every fault found, nothing taken that a parent forbids.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Mapping
from typing import Final, TypeAlias

import attrs

from recruitprivacy.errors import Fault
from recruitprivacy.frozen import FrozenMap
from recruitprivacy.messages import Message, Words
from recruitprivacy.vocabulary._built_in import built_in, in_order
from recruitprivacy.vocabulary._host import HostTerm, shape_faults, unknown
from recruitprivacy.vocabulary._kinds import Kind
from recruitprivacy.vocabulary._sensitivity import Sensitivity, SpecialCategory
from recruitprivacy.vocabulary._terms import Term

Read: TypeAlias = tuple[list[Term], list[Fault]]
Taken: TypeAlias = Container[tuple[Kind, str]]

NAMESPACE: Final = re.compile(r"[a-z][a-z0-9_]*")
NAME: Final = re.compile(r"[a-z][a-z0-9_]*(?:\.[a-z][a-z0-9_]*)*")
PLURALS: Final = {kind.plural: kind for kind in Kind}
SPECIALS: Final = {special.value: special for special in SpecialCategory}
LEVELS: Final = {level.value: level for level in Sensitivity}
REVEALING: Final = Sensitivity.MAY_REVEAL_SPECIAL


def read(namespace: str, kinds: Mapping[str, Mapping[str, HostTerm]], *, taken: Taken) -> Read:
    """
    Read a host's terms and collect what is wrong with them.
    """
    faults = list(_outer_faults(namespace, kinds))
    drafts: list[Draft] = []
    for kind, name, given in _entries(kinds):
        path = f"{kind.plural}.{name}"
        if misshapen := list(shape_faults(kind, path, given)):
            faults += misshapen
        else:
            drafts.append(Draft(kind=kind, namespace=namespace, name=name, given=given))
    events = {draft.key for draft in drafts if draft.kind is Kind.EVENT}
    for draft in drafts:
        faults += draft.faults(taken=taken, events=events)
    return ([] if faults else [draft.term() for draft in drafts]), faults


def _entries(
    kinds: Mapping[str, Mapping[str, HostTerm]],
) -> Iterator[tuple[Kind, str, HostTerm]]:
    for plural, entries in kinds.items():
        if plural in PLURALS:
            yield from ((PLURALS[plural], name, given) for name, given in entries.items())


def _outer_faults(namespace: str, kinds: Mapping[str, object]) -> Iterator[Fault]:
    if not NAMESPACE.fullmatch(namespace):
        yield Fault(
            path="namespace",
            problem=f"cannot use {namespace!r} as a namespace",
            way_out="write small letters, digits and underscores, as in 'acme'",
        )
    for plural in kinds:
        if plural not in PLURALS:
            yield unknown(plural, "kind of term", plural, PLURALS)


@attrs.frozen(kw_only=True)
class Draft:
    """
    One well-shaped host term on its way to becoming a :class:`Term`.
    """

    kind: Kind
    namespace: str
    name: str
    given: HostTerm

    @property
    def key(self) -> str:
        """
        Give the key it will have.
        """
        return f"{self.namespace}:{self.name}"

    @property
    def path(self) -> str:
        """
        Say where it stands.
        """
        return f"{self.kind.plural}.{self.name}"

    @property
    def parent(self) -> Term | None:
        """
        Find the shipped term it stands under.
        """
        return built_in(self.kind).get(self.given.get("under", ""))

    def faults(self, *, taken: Taken, events: Container[str]) -> Iterator[Fault]:
        """
        Find what is wrong with it.
        """
        yield from self._name_faults(taken)
        yield from self._parent_faults()
        yield from self._reference_faults(events)
        yield from self._sensitivity_faults()

    def _name_faults(self, taken: Taken) -> Iterator[Fault]:
        if not NAME.fullmatch(self.name):
            yield Fault(
                path=self.path,
                problem=f"cannot use {self.name!r} as a key",
                way_out="write small letters, digits and underscores, as in 'video_interview'",
            )
        if (self.kind, self.key) in taken:
            yield Fault(path=self.path, problem=f"{self.key!r} is there already")

    def _parent_faults(self) -> Iterator[Fault]:
        under, path = self.given.get("under", ""), f"{self.path}.under"
        if not under:
            way_out = f"name the {self.kind.value} it is a kind of"
            yield Fault(path=path, problem="missing", way_out=way_out)
        elif ":" in under:
            way_out = "name a shipped one, so that the rules for it apply"
            yield Fault(path=path, problem=f"{under!r} is a host's own term", way_out=way_out)
        elif self.parent is None:
            yield unknown(path, self.kind.value, under, built_in(self.kind))

    def _reference_faults(self, events: Container[str]) -> Iterator[Fault]:
        known = built_in(Kind.EVENT)
        for event in self.given.get("events", ()):
            if event not in known and event not in events:
                yield unknown(f"{self.path}.events", "event", event, known)
        for special in self.given.get("may_reveal", ()):
            if special not in SPECIALS:
                yield unknown(f"{self.path}.may_reveal", "special category", special, SPECIALS)

    def _sensitivity_faults(self) -> Iterator[Fault]:
        stated, path = self.given.get("sensitivity", ""), f"{self.path}.sensitivity"
        above = self.parent.sensitivity if self.parent else Sensitivity.ORDINARY
        if not stated:
            return
        if stated not in LEVELS:
            yield unknown(path, "sensitivity", stated, LEVELS)
        elif not above.may_rise_to(LEVELS[stated]):
            problem = f"{stated!r} is not at or above {above.value!r}, the parent's"
            yield Fault(path=path, problem=problem, way_out="sensitivity may only rise")
        elif self.may_reveal and LEVELS[stated].may_rise_to(REVEALING) and stated != REVEALING:
            problem = f"{stated!r} does not fit what may reveal a special category"
            yield Fault(path=path, problem=problem, way_out=f"leave it out, or {REVEALING.value!r}")
        elif stated == REVEALING and not self.may_reveal:
            way_out = "name the special categories it may reveal"
            yield Fault(path=f"{self.path}.may_reveal", problem="missing", way_out=way_out)

    @property
    def may_reveal(self) -> tuple[SpecialCategory, ...]:
        """
        Join what the parent may reveal with what is named.
        """
        inherited = self.parent.may_reveal if self.parent else ()
        return in_order((*inherited, *self.given.get("may_reveal", ())))

    def term(self) -> Term:
        """
        Build the term; it must have no faults.
        """
        parent = built_in(self.kind)[self.given["under"]]
        return attrs.evolve(
            parent,
            key=self.key,
            label=self._label(),
            definition=self.given.get("definition", ""),
            under=parent.key,
            sensitivity=self._sensitivity(parent),
            may_reveal=self.may_reveal,
            dpv=self.given.get("dpv", parent.dpv),
            fideslang=self.given.get("fideslang", parent.fideslang),
            added="",
            exercises_right=parent.exercises_right or self.given.get("exercises_right", False),
            events=tuple(self.given.get("events", parent.events)),
        )

    def _label(self) -> Message | Words:
        if labels := self.given.get("labels"):
            return Words(FrozenMap(labels))
        spaced = self.name.replace("_", " ").replace(".", " ")
        return Message(f"{self.kind.value}.{self.key}", self.given.get("label", spaced))

    def _sensitivity(self, parent: Term) -> Sensitivity:
        if stated := self.given.get("sensitivity"):
            return LEVELS[stated]
        raised = self.may_reveal and parent.sensitivity.may_rise_to(REVEALING)
        return REVEALING if raised else parent.sensitivity
