"""
Declarations: each one loads, few are lawful.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from types import MappingProxyType
from typing import Any, Final, get_args

import attrs
from hypothesis import reject
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from recruitprivacy.frozen import FrozenMap
from recruitprivacy.policy import (
    EVERYTHING,
    UNSTATED,
    Capacity,
    Clock,
    Consent,
    Cookies,
    Disclosure,
    DisposalMeaning,
    Holding,
    Inherited,
    Item,
    LawNamed,
    Link,
    Policy,
    Renewal,
    Requests,
    Resolver,
    Responsibility,
    RetentionRule,
    Role,
    Scope,
    Tracker,
    Use,
    Version,
    Ways,
    faults,
)
from recruitprivacy.testing._built import (
    Given,
    Mend,
    Special,
    World,
    among,
    draw_class,
    draw_some,
    draw_value,
    origin_of,
    terms,
)
from recruitprivacy.testing._built import hints as hints_of
from recruitprivacy.testing._leaves import (
    CALENDAR_PERIODS,
    CITATIONS,
    DAY_PERIODS,
    IDS,
    LANGUAGES,
    TEXTS,
)
from recruitprivacy.vocabulary import Kind, LawfulBasis, Vocabulary

POINTED_AT: Final = ("clocks", "complaints", "disposals", "laws", "links", "uses")
"""Sections other sections name entries of."""
FIXED: Final = (
    "schema",
    "id",
    "firm",
    "languages",
    "roles",
    "controllers",
    "data",
    "earlier",
    "variants",
)
FREE: Final = tuple(
    field.name for field in attrs.fields(Policy) if field.name not in {*FIXED, *POINTED_AT}
)
SOME_FREE: Final = st.lists(st.sampled_from(FREE), max_size=12, unique=True)
NAMES: Final = st.lists(IDS, min_size=1, max_size=2, unique=True)
MAYBE_NAMES: Final = st.lists(IDS, max_size=2, unique=True)
TAGS: Final = st.lists(st.sampled_from(LANGUAGES), max_size=2, unique=True).map(tuple)
URLS: Final = st.sampled_from(
    (UNSTATED, "https://acme.example", "acme.example/privacy", "mailto:privacy@acme.example")
)
LENGTHS: Final = ("at_most", "aim", "at_least")
ONE_IN_FOUR: Final = st.sampled_from((False, False, False, True))


def _held(draw: DrawFn, world: World) -> str:
    held: tuple[str, ...] = (EVERYTHING, *(world.held or ()))
    return draw(among(held))


def _some_held(draw: DrawFn, world: World) -> tuple[str, ...]:
    return draw_some(draw, lambda: _held(draw, world), least=1)


def _sources(draw: DrawFn, world: World) -> FrozenMap[str, tuple[str, ...]]:
    source = terms(Kind.SOURCE, world.vocabulary)
    return FrozenMap(
        (category, draw_some(draw, lambda: draw(source), least=1))
        for category in _some_held(draw, world)
    )


def _after(draw: DrawFn, world: World) -> str:
    clocks: tuple[str, ...] = world.names.get("clocks", ())
    return draw(among(clocks)) if clocks else draw(terms(Kind.TRIGGER, world.vocabulary))


def _then(draw: DrawFn, world: World) -> tuple[str, ...]:
    event = draw(terms(Kind.EVENT, world.vocabulary))
    return (event, "contact_after")[: draw(among((1, 2)))]


def _cites(draw: DrawFn, _: World) -> tuple[str, ...]:
    return draw_some(draw, lambda: str(draw(CITATIONS)), least=1)


def _days(draw: DrawFn, _: World) -> object:
    return draw(DAY_PERIODS)


def _plain_days(draw: DrawFn, _: World) -> object:
    return draw(CALENDAR_PERIODS)


def _few(draw: DrawFn, _: World) -> int:
    return draw(among((1, 2, 3)))


def _by_language(draw: DrawFn, _: World) -> FrozenMap[str, str]:
    return FrozenMap({draw(among(LANGUAGES)): draw(TEXTS)})


def _names_by_language(draw: DrawFn, _: World) -> FrozenMap[str, tuple[str, ...]]:
    return FrozenMap({draw(among(LANGUAGES)): (draw(TEXTS),)})


def _nobody(_: DrawFn, __: World) -> None:
    return None


CALLED: Final = (Role, Clock, Disclosure, DisposalMeaning, Link)
"""What may have a name of the firm's own."""
SPECIAL: Final[Mapping[tuple[type, str], Special]] = MappingProxyType(
    {
        **{(cls, "data"): _some_held for cls in (Use, Disclosure, RetentionRule)},
        **{(Ways, way): _sources for way in ("given", "received", "automatic")},
        **{(RetentionRule, length): _days for length in (*LENGTHS, "warn")},
        (Requests, "unproved_freeze"): _days,
        (Consent, "lasts"): _plain_days,
        (Renewal, "window"): _plain_days,
        (Renewal, "lasts"): _plain_days,
        (Renewal, "times"): _few,
        **{(cls, "called"): _by_language for cls in CALLED},
        (LawNamed, "abbreviations"): _by_language,
        (LawNamed, "articles"): _cites,
        (Version, "names_itself"): _names_by_language,
        (Version, "calls_date"): _names_by_language,
        (Scope, "work"): _names_by_language,
        (RetentionRule, "after"): _after,
        (RetentionRule, "cites"): _cites,
        (Inherited, "then"): _then,
        (Role, "treated_as"): _nobody,
    }
)


def _mend_holding(given: Given) -> None:
    but = given.get("but", ())
    given["items"] = tuple(item for item in given.get("items", ()) if item not in but)


def _mend_ways(given: Given) -> None:
    ways = (given.get(name, {}) for name in ("given", "received", "automatic"))
    named = [source for way in ways for sources in way.values() for source in sources]
    given["but"] = _renamed(given.get("but", FrozenMap()), named)


def _mend_use(given: Given) -> None:
    given["but"] = _renamed(given.get("but", FrozenMap()), given["purposes"])


def _renamed(entries: Mapping[str, Any], known: Collection[str]) -> FrozenMap[str, Any]:
    names = dict.fromkeys(known)
    return FrozenMap(zip(names, entries.values(), strict=False))


def _mend_clock(given: Given) -> None:
    counted = {*given["counts"], *_flat(given.get("counts_for", {}).values())}
    given["ignores"] = tuple(kind for kind in given.get("ignores", ()) if kind not in counted)


def _flat(lists: Iterable[Iterable[str]]) -> Iterable[str]:
    return (item for part in lists for item in part)


def _mend_responsibility(given: Given) -> None:
    if given.get("acting_for") is not None:
        given["capacity"] = Capacity.PROCESSOR
    elif given.get("capacity") is Capacity.PROCESSOR:
        given["capacity"] = Capacity.JOINT
    if not given.get("among"):
        given["by"] = Resolver.WHOLE_GROUP


def _mend_consent(given: Given) -> None:
    if given.get("lasts") is None:
        given.pop("renewal", None)


def _mend_rule(given: Given) -> None:
    says = (*LENGTHS, "at_once", "while_", "review")
    if not any(given.get(name) for name in says):
        given["at_once"] = True
    if any(given.get(name) for name in (*LENGTHS, "at_once", "which", "from_next")):
        given.setdefault("after", "data_collected")
    if not (given.get("at_most") or given.get("aim")):
        given.pop("warn", None)


MENDS: Final[Mapping[type, Mend]] = MappingProxyType(
    {
        Clock: _mend_clock,
        Consent: _mend_consent,
        Holding: _mend_holding,
        Responsibility: _mend_responsibility,
        RetentionRule: _mend_rule,
        Use: _mend_use,
        Ways: _mend_ways,
    }
)


@st.composite
def declarations(draw: DrawFn, vocabulary: Vocabulary, *, earlier: bool = True) -> Policy:
    """
    Draw a declaration without faults.

    Args:
        draw: What draws.
        vocabulary: The words it is made of.
        earlier: Whether it may have earlier versions, and variants in other languages.
    """
    world = _world(draw, vocabulary)
    given: Given = {
        "id": draw(IDS),
        "firm": draw_some(draw, lambda: draw(TEXTS), least=0),
        "languages": draw(TAGS),
    }
    for section in ("controllers", *POINTED_AT):
        given[section] = _entries(draw, section, world.names[section], world)
    given["roles"] = _roles(draw, world)
    if world.held:
        given["data"] = FrozenMap((role, _holding(draw, world)) for role in world.names["roles"])
    for section in draw(SOME_FREE):
        given[section] = _section(draw, section, world)
    if earlier and draw(ONE_IN_FOUR):
        given["earlier"] = (draw(declarations(vocabulary, earlier=False)),)
    if earlier and given["languages"] and draw(ONE_IN_FOUR):
        other = draw(declarations(vocabulary, earlier=False))
        given["variants"] = FrozenMap({given["languages"][-1]: other})
    policy = Policy(**given)
    if any(faults(policy, vocabulary)):
        reject()
    return policy


def _world(draw: DrawFn, vocabulary: Vocabulary) -> World:
    some = {section: tuple(draw(MAYBE_NAMES)) for section in POINTED_AT}
    roles = draw_some(draw, lambda: draw(terms(Kind.ROLE, vocabulary)), least=1)
    category = terms(Kind.CATEGORY, vocabulary)
    return World(
        vocabulary=vocabulary,
        names={"roles": roles, "controllers": tuple(draw(NAMES)), **some},
        held=draw_some(draw, lambda: draw(category), least=0),
        pools={"url": URLS},
        special=SPECIAL,
        mends=MENDS,
    )


def _entries(
    draw: DrawFn, section: str, names: Collection[str], world: World
) -> FrozenMap[str, Any]:
    entry = get_args(hints_of(Policy)[section])[1]
    return FrozenMap((name, draw_class(draw, entry, world)) for name in names)


def _roles(draw: DrawFn, world: World) -> FrozenMap[str, Role]:
    first, *others = world.names["roles"]
    roles = {name: draw_class(draw, Role, world) for name in (first, *others)}
    for name in others:
        treated_as = draw(among((None, first)))
        roles[name] = attrs.evolve(roles[name], treated_as=treated_as)
    return FrozenMap(roles)


def _holding(draw: DrawFn, world: World) -> Holding:
    # Everybody holds the same categories, each plain or with a difference, so that whatever
    # reaches one of them reaches something held.
    held = world.held or ()
    bare = draw_class(draw, Holding, attrs.evolve(world, without=("items", "but")))
    differing = [category for category in held if draw(st.booleans())]
    return attrs.evolve(
        bare,
        items=tuple(category for category in held if category not in differing),
        but=FrozenMap((category, draw_class(draw, Item, world)) for category in differing),
    )


def _section(draw: DrawFn, section: str, world: World) -> object:
    hint = hints_of(Policy)[section]
    if section == "cookies":
        return attrs.evolve(draw_class(draw, Cookies, world), trackers=_trackers(draw, world))
    if section == "wording":
        basis = draw(among(tuple(LawfulBasis)))
        words = FrozenMap({str(basis): _names_by_language(draw, world)})
        return FrozenMap({LawfulBasis.kind(): words})
    if section == "texts":
        texts = FrozenMap({_text_path(draw, world): draw(TEXTS)})
        return FrozenMap((tag, texts) for tag in draw(TAGS))
    if origin_of(hint) is FrozenMap and get_args(hint)[0] is str:
        return _entries(draw, section, draw(NAMES), world)
    return draw_value(draw, hint, world, least=1)


def _text_path(draw: DrawFn, world: World) -> str:
    named = [f"{section}.{name}" for section, names in world.names.items() for name in names]
    told = (f"{about}.{leaf}" for about in named for leaf in ("title", "says"))
    return draw(among(("title", "intro", *told)))


def _trackers(draw: DrawFn, world: World) -> FrozenMap[str, Tracker]:
    # Two levels down, and with many alternatives: they would be met too seldom.
    key = terms(Kind.TRACKER, world.vocabulary)
    keys = draw_some(draw, lambda: draw(key), least=0)
    return FrozenMap((each, draw_class(draw, Tracker, world)) for each in keys)
