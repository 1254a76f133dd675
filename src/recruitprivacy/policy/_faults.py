"""
What cannot stand in a declaration, found all at once.

The words and references are found by one walk over the types; the rest are a few laws, each a
function that yields its faults. Nothing here judges whether the firm may do what it says.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from difflib import get_close_matches
from typing import Final

from recruitprivacy.errors import Fault
from recruitprivacy.frozen import FrozenMap
from recruitprivacy.policy._keys import EVERYTHING, Ref
from recruitprivacy.policy._policy import Policy
from recruitprivacy.policy._walk import hints, texts_of
from recruitprivacy.vocabulary import Kind, Vocabulary

COUNTRY: Final = re.compile(r"[A-Z]{2}")


def faults(
    policy: Policy,
    vocabulary: Vocabulary,
    *,
    declared: Mapping[str, Collection[str]] | None = None,
) -> Iterator[Fault]:
    """
    Yield every fault of a declaration.

    Args:
        policy: The declaration, or what of it could be read.
        vocabulary: The words it may use.
        declared: The names per section, where some entries could not be read; so that nobody is
            told that a name is missing which merely has faults of its own.
    """
    names = declared or _names(policy)
    yield from _words(policy, vocabulary, names)
    yield from _overlaps(policy)
    yield from _circles(policy)
    yield from _not_held(policy)
    yield from _unknown_starts(policy, vocabulary, names)
    yield from _countries(policy)


def nearest(word: str, known: Collection[str]) -> str:
    """
    Find the known word nearest to one that is not known; empty if none is near.

    >>> nearest("criminal_recrod", ["criminal_record", "name"])
    'criminal_record'
    """
    return next(iter(get_close_matches(word, list(known), n=1)), "")


def _names(policy: Policy) -> dict[str, Collection[str]]:
    sections = ((name, getattr(policy, name)) for name in hints(Policy))
    return {name: section for name, section in sections if isinstance(section, FrozenMap)}


def _words(
    policy: Policy, vocabulary: Vocabulary, names: Mapping[str, Collection[str]]
) -> Iterator[Fault]:
    for name, hint in hints(Policy).items():
        if name == "earlier":
            continue
        for path, text, markers in texts_of(getattr(policy, name), hint, name):
            yield from _word(path, text, markers, vocabulary, names)


def _word(
    path: str,
    text: str,
    markers: tuple[object, ...],
    vocabulary: Vocabulary,
    names: Mapping[str, Collection[str]],
) -> Iterator[Fault]:
    for marker in markers:
        if isinstance(marker, Kind):
            if text == EVERYTHING and marker is Kind.CATEGORY:
                return
            if not vocabulary.has(marker, text):
                known = [term.key for term in vocabulary.terms(marker)]
                word = marker.value.replace("_", " ")
                yield Fault(
                    path=path, problem=f"unknown {word} {text!r}", nearest=nearest(text, known)
                )
                return
        elif isinstance(marker, Ref) and text not in names.get(marker.section, ()):
            known_names = names.get(marker.section, ())
            yield Fault(
                path=path,
                problem=f"{text!r} is not declared under {marker.section}",
                nearest=nearest(text, known_names),
            )


def _overlaps(policy: Policy) -> Iterator[Fault]:
    entries = list(policy.responsible.items())
    for index, (name, one) in enumerate(entries):
        for other_name, other in entries[:index]:
            shared = [role for role in one.roles if role in other.roles]
            if (
                shared
                and _meet(one.countries, other.countries)
                and _meet(one.services, other.services)
            ):
                yield Fault(
                    path=f"responsible.{name}",
                    problem=f"overlaps with {other_name!r} for {', '.join(shared)}",
                    way_out="tell them apart by roles, countries or services",
                )


def _meet(one: Collection[str], other: Collection[str]) -> bool:
    return not one or not other or bool(set(one) & set(other))


def _circles(policy: Policy) -> Iterator[Fault]:
    for name in policy.roles:
        seen = {name}
        step = policy.roles[name].treated_as
        while step is not None and step in policy.roles and step not in seen:
            seen.add(step)
            step = policy.roles[step].treated_as
        if step in seen:
            yield Fault(path=f"roles.{name}.treated_as", problem="leads back to itself")


def _held(policy: Policy, roles: Collection[str]) -> set[str]:
    whose = (
        {policy.role_of(role) for role in roles or policy.roles if role in policy.roles}
        if not any(_circles(policy))
        else set(roles or policy.roles)
    )
    held: set[str] = set()
    for role in whose:
        if role in policy.data:
            held.update(policy.data[role].categories)
    return held


def _not_held(policy: Policy) -> Iterator[Fault]:
    reaching: list[tuple[str, Collection[str], Collection[str]]] = [
        *((f"uses.{name}.data", use.roles, use.data) for name, use in policy.uses.items()),
        *((f"recipients.{name}.data", to.roles, to.data) for name, to in policy.recipients.items()),
        *((f"retention.{name}.data", r.roles, r.data) for name, r in policy.retention.items()),
        *(
            (f"ways.{role}.{way}", (role,), getattr(ways, way))
            for role, ways in policy.ways.items()
            for way in ("given", "received", "automatic")
        ),
    ]
    for path, roles, categories in reaching:
        held = _held(policy, roles)
        for category in categories:
            if category != EVERYTHING and category not in held:
                yield Fault(
                    path=path,
                    problem=f"nobody there holds {category!r}",
                    nearest=nearest(category, held),
                    way_out="add it under data",
                )


def _unknown_starts(
    policy: Policy, vocabulary: Vocabulary, names: Mapping[str, Collection[str]]
) -> Iterator[Fault]:
    triggers = [term.key for term in vocabulary.terms(Kind.TRIGGER)]
    clocks = names.get("clocks", ())
    for name, rule in policy.retention.items():
        known = (*clocks, *triggers)
        if rule.after is not None and rule.after not in known:
            yield Fault(
                path=f"retention.{name}.after",
                problem=f"{rule.after!r} is neither a clock nor a trigger",
                nearest=nearest(rule.after, known),
            )
    for name, clock in policy.clocks.items():
        then = clock.supplied.then if clock.supplied else ()
        for start in then:
            if start != CONTACT_AFTER and not vocabulary.has(Kind.EVENT, start):
                yield Fault(
                    path=f"clocks.{name}.supplied.then",
                    problem=f"{start!r} is no event",
                    nearest=nearest(start, (CONTACT_AFTER,)),
                )


CONTACT_AFTER: Final = "contact_after"


def _countries(policy: Policy) -> Iterator[Fault]:
    written = [
        *(
            (f"controllers.{name}.country", (controller.country,))
            for name, controller in policy.controllers.items()
            if isinstance(controller.country, str)
        ),
        ("scope.countries", policy.scope.countries),
        *((f"responsible.{name}.countries", r.countries) for name, r in policy.responsible.items()),
        *(
            (f"transfers.{name}.to_countries", t.to_countries)
            for name, t in policy.transfers.items()
        ),
        *((f"transfers.{name}.person_in", t.person_in) for name, t in policy.transfers.items()),
    ]
    for path, codes in written:
        for code in codes:
            if not COUNTRY.fullmatch(code):
                yield Fault(path=path, problem=f"{code!r} is no country code", way_out="write 'NL'")
