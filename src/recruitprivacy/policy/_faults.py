"""
What cannot stand in a declaration, found all at once.

The words and references are found by one walk over the types; the rest are a few laws, each a
function that yields its faults. Nothing here judges whether the firm may do what it says.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from typing import Final

from recruitprivacy.errors import Fault, UnknownLanguageError
from recruitprivacy.frozen import FrozenMap
from recruitprivacy.near import nearest
from recruitprivacy.policy._addresses import unsafe_addresses
from recruitprivacy.policy._countries import COUNTRIES, nearest_country
from recruitprivacy.policy._keys import EVERYTHING, Code, Ref
from recruitprivacy.policy._policy import Policy
from recruitprivacy.policy._stated import UNSTATED
from recruitprivacy.policy._texts import misplaced_texts
from recruitprivacy.policy._walk import hints, shown, texts_of
from recruitprivacy.vocabulary import (
    Art9Condition,
    Kind,
    LawfulBasis,
    Right,
    TransferInstrument,
    Vocabulary,
)

CONTACT_AFTER: Final = "contact_after"
MISSPELT: Final = 0.75
CLOSED: Final = (LawfulBasis, Art9Condition, Right, TransferInstrument)
"""The lists of the law of which a notice may have words of its own."""


def faults(
    policy: Policy,
    vocabulary: Vocabulary,
    *,
    lost: Collection[str] = (),
) -> Iterator[Fault]:
    """
    Yield every fault of a declaration.

    Args:
        policy: The declaration, or what of it could be read.
        vocabulary: The words it may use.
        lost: The paths of what could not be read; what hangs on them is not judged, so that
            nobody is told that a name is missing which merely has faults of its own.
    """
    names = _names(policy, lost)
    yield from _words(policy, vocabulary, names)
    yield from _overlaps(policy, lost)
    yield from _circles(policy)
    yield from _not_held(policy, vocabulary, lost)
    yield from _unknown_starts(policy, vocabulary, names)
    yield from _languages(policy)
    yield from unsafe_addresses(policy)
    yield from misplaced_texts(policy, lost)
    yield from _history(policy)
    yield from _variants(policy)
    yield from _concepts(policy, vocabulary)


def _is_lost(path: str, lost: Collection[str]) -> bool:
    return any(
        path == other or path.startswith(f"{other}.") or other.startswith(f"{path}[")
        for other in lost
    )


def _names(policy: Policy, lost: Collection[str]) -> dict[str, Collection[str]]:
    sections = ((name, getattr(policy, name)) for name in hints(Policy) if name not in lost)
    return {
        name: {**dict.fromkeys(section), **dict.fromkeys(_inside(name, lost))}
        for name, section in sections
        if isinstance(section, FrozenMap)
    }


def _inside(path: str, lost: Collection[str]) -> list[str]:
    below = (other.removeprefix(f"{path}.") for other in lost if other.startswith(f"{path}."))
    return [re.split(r"[.\[]", rest, maxsplit=1)[0] for rest in below]


def _words(
    policy: Policy, vocabulary: Vocabulary, names: Mapping[str, Collection[str]]
) -> Iterator[Fault]:
    for name, hint in hints(Policy).items():
        if name in {"earlier", "variants"}:
            continue
        for path, text, markers in texts_of(getattr(policy, name), hint, name):
            yield from _word(path, text, markers, vocabulary, names)


def unknown_words(
    value: object, hint: object, path: str, vocabulary: Vocabulary
) -> Iterator[Fault]:
    """
    Yield the words of a value that nobody knows; what only names an entry is not looked up.

    Args:
        value: Any part of a declaration.
        hint: Its type, as an annotation says it.
        path: Where it stands.
        vocabulary: The words there are.

    >>> from typing import Annotated
    >>> from recruitprivacy.vocabulary import BUILT_IN, Kind
    >>> source = Annotated[str, Kind.SOURCE]
    >>> [fault.nearest for fault in unknown_words("referree", source, "ways", BUILT_IN)]
    ['referee']
    """
    for place, text, markers in texts_of(value, hint, path):
        yield from _word(place, text, markers, vocabulary, {})


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
                word, close = marker.value.replace("_", " "), nearest(text, known)
                yield Fault(
                    path=path,
                    problem=f"unknown {word} {shown(text)}",
                    way_out="" if close else f"see 'recruitprivacy words {marker}'",
                    nearest=close,
                )
                return
        elif isinstance(marker, Code) and text not in COUNTRIES | marker.beside:
            close = nearest_country(text)
            problem = f"{shown(text)} is no country code of ISO 3166"
            way_out = "" if close else "write two letters, as in 'NL'"
            yield Fault(path=path, problem=problem, way_out=way_out, nearest=close)
        elif isinstance(marker, Ref) and text not in names.get(marker.section, (text,)):
            yield Fault(
                path=path,
                problem=f"{shown(text)} is not declared under {marker.section}",
                nearest=nearest(text, names[marker.section]),
            )


def _overlaps(policy: Policy, lost: Collection[str]) -> Iterator[Fault]:
    entries = [
        (name, one)
        for name, one in policy.responsible.items()
        if not any(
            _is_lost(f"responsible.{name}.{part}", lost)
            for part in ("roles", "countries", "services")
        )
    ]
    for index, (name, one) in enumerate(entries):
        for other_name, other in entries[:index]:
            shared = [role for role in one.roles if role in other.roles]
            if (
                shared
                and _meet(one.countries, other.countries)
                and _meet(one.services, other.services)
                and one.when == other.when
            ):
                yield Fault(
                    path=f"responsible.{name}",
                    problem=f"overlaps with {other_name!r} for {', '.join(shared)}",
                    way_out="tell them apart by roles, countries, services or when",
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
        if step == name:
            yield Fault(path=f"roles.{name}.treated_as", problem="leads back to itself")


def _whose(policy: Policy, role: str) -> str | None:
    seen: list[str] = []
    step = role
    while step in policy.roles:
        treated_as = policy.roles[step].treated_as
        if treated_as is None:
            return step
        if step in seen:  # a circle, said elsewhere; the role keeps its own parts
            return role
        seen.append(step)
        step = treated_as
    return None


def _held(policy: Policy, role: str, lost: Collection[str]) -> set[str] | None:
    """
    Collect the categories held of people in a role; None where that could not all be read.
    """
    whose = _whose(policy, role)
    unread = (f"roles.{role}.treated_as", f"data.{whose}.items", f"data.{whose}.but")
    if whose is None or any(_is_lost(path, lost) for path in unread):
        return None
    held = policy.data[whose].categories if whose in policy.data else ()
    return {*held, *_inside(f"data.{whose}.but", lost)}


def _reaching(policy: Policy) -> Iterator[tuple[str, str, Collection[str], Collection[str]]]:
    for section in ("uses", "recipients", "retention"):
        for name, entry in getattr(policy, section).items():
            yield f"{section}.{name}", "data", entry.roles or policy.roles, entry.data
    for role, ways in policy.ways.items():
        for way in ("given", "received", "automatic"):
            yield f"ways.{role}", way, (role,), getattr(ways, way)


def _not_held(policy: Policy, vocabulary: Vocabulary, lost: Collection[str]) -> Iterator[Fault]:
    for path, part, roles, categories in _reaching(policy):
        known = [_held(policy, role, lost) for role in roles if role in policy.roles]
        if None in known or _is_lost(f"{path}.roles", lost):
            continue
        held = {category for some in known for category in some or ()}
        for category in categories:
            if category not in {EVERYTHING, *held} and vocabulary.has(Kind.CATEGORY, category):
                yield Fault(
                    path=f"{path}.{part}",
                    problem=f"nobody there holds {shown(category)}",
                    nearest=nearest(category, held),
                    way_out="add it under data",
                )


def _unknown_starts(
    policy: Policy, vocabulary: Vocabulary, names: Mapping[str, Collection[str]]
) -> Iterator[Fault]:
    triggers = [term.key for term in vocabulary.terms(Kind.TRIGGER)]
    clocks = names.get("clocks")
    known = (*(clocks or ()), *triggers)
    for name, rule in policy.retention.items():
        if clocks is not None and rule.after is not None and rule.after not in known:
            yield Fault(
                path=f"retention.{name}.after",
                problem=f"{shown(rule.after)} is neither a clock nor a trigger",
                # A word less like any than this is a clock of the firm's own, forgotten.
                nearest=nearest(rule.after, known, alike=MISSPELT),
                way_out="a moment of your own is declared under clocks",
            )
    for name, clock in policy.clocks.items():
        then = clock.supplied.then if clock.supplied else ()
        for start in then:
            if start != CONTACT_AFTER and not vocabulary.has(Kind.EVENT, start):
                yield Fault(
                    path=f"clocks.{name}.supplied.then",
                    problem=f"{shown(start)} is no event",
                    nearest=nearest(start, (CONTACT_AFTER,)),
                )


def _languages(policy: Policy) -> Iterator[Fault]:
    from recruitprivacy.i18n import Language  # noqa: PLC0415 - only who checks pays for it

    written: list[tuple[str, Collection[str]]] = [
        ("languages", policy.languages),
        ("texts", policy.texts),
        ("version.names_itself", policy.version.names_itself),
        ("version.calls_date", policy.version.calls_date),
        ("variants", policy.variants),
        *(
            (f"wording.{kind}.{key}", words)
            for kind, keys in policy.wording.items()
            for key, words in keys.items()
        ),
        *((f"laws.{name}.abbreviations", law.abbreviations) for name, law in policy.laws.items()),
    ]
    for path, tags in written:
        for tag in tags:
            try:
                Language.parse(tag)
            except UnknownLanguageError:
                problem = f"{shown(tag)} is no language tag"
                yield Fault(path=path, problem=problem, way_out="write 'nl' or 'nl-BE'")


def _variants(policy: Policy) -> Iterator[Fault]:
    for language, variant in policy.variants.items():
        if language not in policy.languages:
            yield Fault(
                path=f"variants.{language}",
                problem="is no language of this policy",
                nearest=nearest(language, policy.languages),
                way_out="add it to languages",
            )
        if variant.variants or variant.earlier:
            yield Fault(
                path=f"variants.{language}", problem="holds variants or versions of its own"
            )


def _concepts(policy: Policy, vocabulary: Vocabulary) -> Iterator[Fault]:
    closed = {kind.kind(): [str(member) for member in kind] for kind in CLOSED}
    for kind, keys in policy.wording.items():
        if kind not in closed and kind not in list(Kind):
            yield Fault(
                path=f"wording.{kind}",
                problem=f"{shown(kind)} is no kind of word",
                nearest=nearest(kind, [*closed, *Kind]),
            )
            continue
        known = closed.get(kind) or [term.key for term in vocabulary.terms(Kind(kind))]
        for key in keys:
            if key not in known:
                yield Fault(
                    path=f"wording.{kind}.{key}",
                    problem=f"unknown {kind.replace('_', ' ')} {shown(key)}",
                    nearest=nearest(key, known),
                )


def _history(policy: Policy) -> Iterator[Fault]:
    numbers = [version.version.number for version in policy.versions()]
    for number in sorted({each for each in numbers if each is not UNSTATED}):
        if numbers.count(number) > 1:
            yield Fault(path="version.number", problem=f"{shown(number)} names several versions")
    since = [version.version.since for version in policy.versions()]
    days = [each.latest for each in since if each is not UNSTATED]
    if days != sorted(days):
        yield Fault(
            path="version",
            problem="does not come after the versions before it",
            way_out="name the files under versions/ so that the oldest stands first",
        )
