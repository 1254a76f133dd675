"""
What is held, where it comes from, and whether it must be given.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final, TypeAlias

from recruitprivacy import i18n
from recruitprivacy.messages import Message, Phrase, Value, Words, phrase
from recruitprivacy.notices._layer import Collected
from recruitprivacy.notices._setting import Setting
from recruitprivacy.notices._tree import Block, Section
from recruitprivacy.notices._why import CONDITIONS_ANY, CONDITIONS_OF, STAGE_OF
from recruitprivacy.policy import (
    EVERYTHING,
    UNSTATED,
    Item,
    Modality,
    Obligation,
    Permission,
    Way,
    Ways,
)
from recruitprivacy.vocabulary import Art9Condition, Kind, LawfulBasis, Origin, Sensitivity

HELD: Final = Message("notice.what.title", "What data we hold about you")
ALWAYS: Final = Message("notice.what.always", "We hold:")
MAY: Final = Message("notice.what.may", "Depending on your situation, we may hold:")
ONLY: Final = Message("notice.what.only", "We hold only:")
NEVER: Final = Message("notice.what.never", "We do not hold:")
COLLECTED_WHEN: Final = Message(
    "notice.what.collected_when", "We collect the data in this section only {conditions}."
)
SOMETIMES: Final = Message("notice.what.sometimes", "In some cases we also hold:")
WHEN: Final = Message("notice.what.when", "{item}, {conditions}")
FROM_STAGE: Final = Message("notice.what.stage", "{item}, not before this stage: {stage}")
WHEN_FROM_STAGE: Final = Message(
    "notice.what.when_stage", "{item}, {conditions}, not before this stage: {stage}"
)
VOLUNTARY: Final = Message("notice.what.voluntary", "{item} (only if you wish)")
INCLUDED: Final = Message("notice.what.included", "{item} (this includes: {finer})")
CALLED: Final = Message("notice.what.called", "{item} ({names:or})")
ASIDE: Final = Message("notice.what.aside", "{item} ({limits})")
OPEN: Final = Message("notice.what.open", "other data that are not named here")
SENSITIVE: Final = Message(
    "notice.what.sensitive",
    "The law protects some of these data in particular: {items}.",
)
ON_CONDITION: Final = Message(
    "notice.what.on_condition",
    "{items:capital}: we hold these only on this condition: {condition}.",
)
NATIONAL: Final = Message(
    "notice.what.national", "{items:capital}: we hold these only where national law allows it."
)
SOURCES: Final = Message("notice.sources.title", "Where your data come from")
GIVEN: Final = Message("notice.sources.given", "You give us data yourself in these ways:")
RECEIVED: Final = Message("notice.sources.received", "We get data about you from others:")
AUTOMATIC: Final = Message(
    "notice.sources.automatic", "Some data are collected automatically in these ways:"
)
GIVEN_MAY: Final = Message(
    "notice.sources.given_may", "You may give us data yourself in these ways:"
)
RECEIVED_MAY: Final = Message(
    "notice.sources.received_may", "We may get data about you from others:"
)
AUTOMATIC_MAY: Final = Message(
    "notice.sources.automatic_may", "Some data may be collected automatically in these ways:"
)
ONE_KIND: Final = Message("notice.sources.one", "{sources}: {items}")
OPEN_TO_ALL: Final = Message(
    "notice.sources.public", "Of these sources, these are publicly accessible: {sources}."
)
TIMERS: Final = Message(
    "notice.sources.timers",
    "Where we get data about you from others, we tell you so within a reasonable time, at the "
    "latest {within:within}. If we write to you or pass the data on before that, we tell you then.",
)
NO_OTHERS: Final = Message("notice.sources.only", "We do not get your data in any other way.")
MUST: Final = Message("notice.must.title", "Must you give us your data?")
BY_CONTRACT: Final = Message("notice.must.contract", "Some data are needed to perform a contract.")
BY_LAW: Final = Message("notice.must.law", "Some data must be given because the law says so.")
BEFORE_CONTRACT: Final = Message(
    "notice.must.precontract", "Some data are needed before a contract can be made."
)
ONLY_THESE: Final = Message("notice.must.these", "This concerns: {items}.")
OTHERWISE: Final = Message("notice.must.otherwise", "If you do not give them, this may follow:")

Said: TypeAlias = Message | Words | Phrase
FROM_THE_READER: Final = "given"
SOURCE: Final = ("GDPR Art. 14(2)(f)",)
WAYS: Final = {
    "given": {False: GIVEN, True: GIVEN_MAY},
    "received": {False: RECEIVED, True: RECEIVED_MAY},
    "automatic": {False: AUTOMATIC, True: AUTOMATIC_MAY},
}
"""How each list of ways begins: of those the firm uses, and of those it may use."""
COMING: Final[Mapping[Collected, tuple[str, ...]]] = {
    Collected.FROM_READER: ("given", "automatic"),
    Collected.FROM_OTHERS: ("received",),
    Collected.BOTH: ("given", "received", "automatic"),
}
LEADS: Final = {
    Modality.MAY: MAY,
    Modality.SHOULD: MAY,
    Modality.ASKS: MAY,
    Modality.ONLY: ONLY,
    Modality.NEVER: NEVER,
}
PROTECTED: Final = frozenset(
    {Sensitivity.SPECIAL, Sensitivity.CRIMINAL, Sensitivity.NATIONAL_IDENTIFIER}
)
REQUIRED: Final = {
    LawfulBasis.CONTRACT: BY_CONTRACT,
    LawfulBasis.PRECONTRACT: BEFORE_CONTRACT,
    LawfulBasis.LEGAL_OBLIGATION: BY_LAW,
}


def what(setting: Setting) -> Section | None:
    """
    Compose the categories of data held; None where the declaration names none.

    Law:
        GDPR Art. 14(1)(d): the categories of personal data.
    """
    holding = setting.holding
    if not holding.categories:
        return None
    path = f"data.{setting.whose}"
    lead = LEADS.get(holding.modality, ALWAYS)
    law = ("GDPR Art. 14(1)(d)",)
    plain = (*_items(setting, holding.items), *_entries(setting, limited=False))
    others = (setting.say(OPEN),) if holding.exhaustive is False else ()
    sometimes = (*_entries(setting, limited=True), *others)
    blocks = (
        *_depends(setting, f"{path}.when"),
        *setting.bullets(lead, plain, serves=law, path=f"{path}.items" if holding.items else path),
        *setting.bullets(SOMETIMES, sometimes, serves=law, path=f"{path}.but"),
        *_protected(setting, path),
        *_conditions(setting, f"{path}.but"),
    )
    return Section(key="what", title=setting.say(HELD), blocks=blocks)


def _depends(setting: Setting, path: str) -> Iterator[Block]:
    # What is never held depends on nothing; there each item says when.
    if setting.holding.when and setting.holding.modality is not Modality.NEVER:
        conditions = setting.words(Kind.CONDITION, setting.holding.when)
        yield setting.paragraph(COLLECTED_WHEN, conditions=conditions, path=path)


def _items(setting: Setting, keys: tuple[str, ...]) -> tuple[str, ...]:
    never = setting.holding.modality is Modality.NEVER
    item = Item(when=setting.holding.when if never else ())
    return tuple(_item(setting, key, item) for key in keys)


def _entries(setting: Setting, *, limited: bool) -> Iterator[str]:
    for key, item in setting.holding.but.items():
        if _limited(item) is limited:
            yield _item(setting, key, item)


def _limited(item: Item) -> bool:
    """
    Say whether an item is held in some cases only, and not simply as those of the plain list are.
    """
    stated = (item.modality, item.stage, item.also)
    left = (item.art_9, item.art_10)
    return (
        bool(item.when or item.when_any or item.voluntary or item.varies_by_country)
        or any(each is not None for each in stated)
        or any(each is not UNSTATED for each in left)
    )


def _protected(setting: Setting, path: str) -> Iterator[Block]:
    # What covers more than its own kinds is only a name for them; health is health all the same.
    keys = [
        key
        for key in setting.holding.categories
        if not setting.covers_more(key)
        and setting.vocabulary.term(Kind.CATEGORY, key).sensitivity in PROTECTED
    ]
    if keys:
        yield setting.paragraph(SENSITIVE, items=setting.words(Kind.CATEGORY, keys), path=path)


def _conditions(setting: Setting, path: str) -> Iterator[Block]:
    held: dict[Art9Condition | LawfulBasis, list[str]] = {}
    national: list[str] = []
    for key, item in setting.holding.but.items():
        for condition in (item.art_9, item.also):
            if isinstance(condition, Art9Condition | LawfulBasis):
                held.setdefault(condition, []).append(key)
        if item.art_10 is not UNSTATED:
            national.append(key)
    for condition, keys in held.items():
        untold = [key for key in keys if not _asked_for(setting, key, condition)]
        if untold:
            items = setting.words(Kind.CATEGORY, untold)
            law = ("GDPR Art. 9(2)",)
            yield setting.paragraph(
                ON_CONDITION, items=items, condition=condition.label, serves=law, path=path
            )
    if national:
        items = setting.words(Kind.CATEGORY, national)
        yield setting.paragraph(NATIONAL, items=items, serves=("GDPR Art. 10",), path=path)


def _asked_for(setting: Setting, key: str, condition: Art9Condition | LawfulBasis) -> bool:
    """
    Say whether the condition is a consent that the notice speaks of in its own section.
    """
    return condition is Art9Condition.EXPLICIT_CONSENT and any(
        key in asked.data and Permission.EXPLICIT_CONSENT in asked.kind
        for asked in setting.policy.consents.values()
        if setting.mine(asked.roles)
    )


def _item(setting: Setting, key: str, item: Item) -> str:
    label: Said
    (label,) = setting.words(Kind.CATEGORY, (key,))
    if item.includes:
        finer = setting.words(Kind.CATEGORY, item.includes)
        label = phrase(INCLUDED, item=label, finer=finer)
    listed = item.called if _as_listed(setting) else ()
    if names := _called(setting, label, listed):
        label = phrase(CALLED, item=label, names=names)
    if item.voluntary:
        label = phrase(VOLUNTARY, item=label)
    conditions = setting.words(Kind.CONDITION, item.when)
    if item.stage is not None:
        stage = setting.vocabulary.term(Kind.STAGE, item.stage).label
        message = WHEN_FROM_STAGE if conditions else FROM_STAGE
        label = phrase(message, item=label, conditions=conditions, stage=stage)
    elif conditions:
        label = phrase(WHEN, item=label, conditions=conditions)
    return setting.say(_aside(label, _one_of(setting, item.when_any)))


def _one_of(setting: Setting, conditions: tuple[str, ...]) -> tuple[Phrase, ...]:
    words = setting.words(Kind.CONDITION, conditions)
    return (phrase(CONDITIONS_ANY, conditions=words),) if words else ()


def _aside(label: Said, limits: tuple[Phrase, ...]) -> Said:
    return phrase(ASIDE, item=label, limits=limits) if limits else label


def _called(setting: Setting, label: Value, listed: tuple[str, ...]) -> tuple[str, ...]:
    # A name that begins as ours does says the same at more length; a part of ours says less.
    said = i18n.say(label, setting.language).casefold()
    return tuple(
        name for name in listed if _begins(name) != _begins(said) and name.casefold() not in said
    )


def _begins(words: str) -> tuple[str, ...]:
    return tuple(words.casefold().split()[:2])


def _as_listed(setting: Setting) -> bool:
    # Names of the firm's own are words of the language it first published in.
    first = {i18n.Language.parse(tag).language for tag in setting.policy.languages[:1]}
    return i18n.Language.parse(setting.language).language in first


def sources(setting: Setting) -> Section | None:
    """
    Compose where the data come from; None where the declaration names no source.

    Law:
        GDPR Art. 14(2)(f): the source of the data.
    """
    ways = setting.policy.ways.get(setting.whose)
    if ways is None:
        return None
    path = f"ways.{setting.whose}"
    blocks: list[Block] = []
    for name in COMING[setting.collected]:
        came = tuple(_come(setting, ways, f"{path}.{name}", name))
        blocks.extend(came)
        if name == "received" and came:
            blocks.extend(_from_others(setting, f"{path}.received", ways.received))
    if ways.only and setting.collected is Collected.BOTH:
        blocks.append(setting.paragraph(NO_OTHERS, path=f"{path}.only"))
    title = setting.say(SOURCES)
    return Section(key="sources", title=title, blocks=tuple(blocks)) if blocks else None


def _come(setting: Setting, ways: Ways, path: str, name: str) -> Iterator[Block]:
    for possible, lead in WAYS[name].items():
        items = tuple(_sources(setting, ways, getattr(ways, name), possible=possible))
        yield from setting.bullets(lead, items, serves=SOURCE, path=path)


def _possible(ways: Ways, source: str) -> bool:
    differs = ways.but.get(source, Way()).modality
    return (differs or ways.modality) is Modality.MAY


def _from_others(
    setting: Setting, path: str, received: Mapping[str, tuple[str, ...]]
) -> Iterator[Block]:
    keys = dict.fromkeys(key for keys in received.values() for key in keys)
    public = [key for key in keys if _origin(setting, key) is Origin.PUBLIC]
    if public:
        named = setting.words(Kind.SOURCE, public)
        yield setting.paragraph(OPEN_TO_ALL, sources=named, serves=SOURCE, path=path)
    for rule in setting.law.every_rule("deadline.notice"):
        if rule.period is not None and rule.in_force(setting.on):
            law = ("GDPR Art. 14(3)(a)", "GDPR Art. 14(3)(b)", "GDPR Art. 14(3)(c)")
            yield setting.paragraph(TIMERS, within=rule.period, serves=law, path=path)
            return


def _origin(setting: Setting, source: str) -> Origin | None:
    return setting.vocabulary.term(Kind.SOURCE, source).origin


def _sources(
    setting: Setting, ways: Ways, by_category: Mapping[str, tuple[str, ...]], *, possible: bool
) -> Iterator[str]:
    general = by_category.get(EVERYTHING, ())
    for key in general:
        if _possible(ways, key) is possible:
            yield setting.say(_source(setting, ways, key))
    told = {*general, FROM_THE_READER} if general else set[str]()
    by_source: dict[tuple[str, ...], list[str]] = {}
    for category, keys in by_category.items():
        if category != EVERYTHING and not told.issuperset(keys):
            named = tuple(key for key in keys if _possible(ways, key) is possible)
            by_source.setdefault(named, []).append(category)
    for named, categories in by_source.items():
        if named == (FROM_THE_READER,) and len(by_source) == 1:
            yield from setting.labels(Kind.CATEGORY, categories)
        elif named:
            yield _one_kind(setting, ways, named, tuple(categories))


def _one_kind(
    setting: Setting, ways: Ways, keys: tuple[str, ...], categories: tuple[str, ...]
) -> str:
    # "client: client feedback" says the client twice.
    if len(keys) == len(categories) == 1 and keys[0] not in ways.but:
        if categories[0].startswith(f"{keys[0]}_"):
            return setting.say(*setting.words(Kind.CATEGORY, categories))
        if keys[0].endswith(f"_{categories[0]}"):
            return setting.say(*setting.words(Kind.SOURCE, keys))
    items = setting.words(Kind.CATEGORY, categories)
    sources = tuple(_source(setting, ways, key) for key in keys)
    return setting.say(ONE_KIND, sources=sources, items=items)


def _source(setting: Setting, ways: Ways, key: str) -> Said:
    way = ways.but.get(key, Way())
    label: Said
    (label,) = setting.words(Kind.SOURCE, (key,))
    # A site has the same name in every language.
    listed = way.named if _as_listed(setting) else tuple(filter(_site, way.named))
    if names := _called(setting, label, listed):
        label = phrase(CALLED, item=label, names=names)
    if way.voluntary:
        label = phrase(VOLUNTARY, item=label)
    return _aside(label, tuple(_limits(setting, way)))


def _site(name: str) -> bool:
    return "." in name and " " not in name


def _limits(setting: Setting, way: Way) -> Iterator[Phrase]:
    if way.when:
        yield phrase(CONDITIONS_OF, conditions=setting.words(Kind.CONDITION, way.when))
    if way.stage is not None:
        yield phrase(STAGE_OF, stage=setting.vocabulary.term(Kind.STAGE, way.stage).label)


def must(setting: Setting) -> Section | None:
    """
    Compose whether data must be given; None where the declaration does not say.

    Who gave nothing had nothing to give: of data from others it is not told.

    Law:
        GDPR Art. 13(2)(e): obligation to provide, and consequences.
    """
    if setting.collected is Collected.FROM_OTHERS:
        return None
    blocks = [
        block
        for name, duty in setting.policy.obligations.items()
        if setting.mine(duty.roles)
        for block in _duty(setting, f"obligations.{name}", duty)
    ]
    return Section(key="must", title=setting.say(MUST), blocks=tuple(blocks)) if blocks else None


def _duty(setting: Setting, path: str, duty: Obligation) -> Iterator[Block]:
    law = ("GDPR Art. 13(2)(e)",)
    required = (REQUIRED[basis] for basis in duty.required_by if basis in REQUIRED)
    results = setting.labels(Kind.CONSEQUENCE, duty.consequences)
    yield from setting.told(
        f"{path}.says",
        *(setting.paragraph(message, serves=law, path=path) for message in required),
        *setting.bullets(OTHERWISE, results, serves=law, path=path),
        serves=law,
    )
    if duty.data:
        items = setting.words(Kind.CATEGORY, duty.data)
        yield setting.paragraph(ONLY_THESE, serves=law, path=path, items=items)
