"""
What is held, where it comes from, and whether it must be given.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from recruitprivacy import i18n
from recruitprivacy.messages import Message, Value, phrase
from recruitprivacy.notices._setting import Setting
from recruitprivacy.notices._tree import Block, Section
from recruitprivacy.policy import EVERYTHING, Item, Obligation
from recruitprivacy.vocabulary import Kind, LawfulBasis, Sensitivity

HELD: Final = Message("notice.what.title", "What data we hold about you")
ALWAYS: Final = Message("notice.what.always", "We hold:")
MAY: Final = Message(
    "notice.what.may", "We hold these or some of them, depending on your situation:"
)
SOMETIMES: Final = Message(
    "notice.what.sometimes",
    "In some cases we also hold these; where a condition applies, it stands beside them:",
)
WHEN: Final = Message("notice.what.when", "{item}, {conditions}")
FROM_STAGE: Final = Message("notice.what.stage", "{item}, not before this stage: {stage}")
WHEN_FROM_STAGE: Final = Message(
    "notice.what.when_stage", "{item}, {conditions}, not before this stage: {stage}"
)
VOLUNTARY: Final = Message("notice.what.voluntary", "{item} (only if you wish)")
INCLUDED: Final = Message("notice.what.included", "{item} (this includes: {finer})")
OPEN: Final = Message(
    "notice.what.open", "This list is not complete: we may come to hold other kinds of data."
)
SENSITIVE: Final = Message(
    "notice.what.sensitive",
    "The law protects some of these data in particular: {items}. We say below when we may use "
    "them.",
)
SOURCES: Final = Message("notice.sources.title", "Where your data come from")
GIVEN: Final = Message("notice.sources.given", "You give us data yourself:")
RECEIVED: Final = Message("notice.sources.received", "We get data about you from others:")
AUTOMATIC: Final = Message("notice.sources.automatic", "Data are collected automatically:")
ONE_KIND: Final = Message("notice.sources.one", "{sources}: {items}")
NO_OTHERS: Final = Message("notice.sources.only", "We do not get your data in any other way.")
MUST: Final = Message("notice.must.title", "Must you give us your data?")
BY_CONTRACT: Final = Message("notice.must.contract", "Some data are needed to perform a contract.")
BY_LAW: Final = Message("notice.must.law", "Some data must be given because the law says so.")
BEFORE_CONTRACT: Final = Message(
    "notice.must.precontract", "Some data are needed before a contract can be made."
)
ONLY_THESE: Final = Message("notice.must.these", "This concerns: {items}.")
OTHERWISE: Final = Message("notice.must.otherwise", "If you do not give them, this may follow:")

FROM_THE_READER: Final = "given"
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
    holding = setting.policy.data.get(setting.whose)
    if holding is None:
        return None
    path = f"data.{setting.whose}"
    lead = ALWAYS if holding.modality.value == "does" else MAY
    law = ("GDPR Art. 14(1)(d)",)
    plain = setting.labels(Kind.CATEGORY, holding.items)
    special = tuple(_item(setting, key, item) for key, item in holding.but.items())
    blocks = [
        *setting.bullets(lead, plain, serves=law, path=f"{path}.items"),
        *setting.bullets(SOMETIMES, special, serves=law, path=f"{path}.but"),
    ]
    protected = tuple(key for key in holding.categories if _protected(setting, key))
    if protected:
        items = setting.words(Kind.CATEGORY, protected)
        blocks.append(setting.paragraph(SENSITIVE, items=items, path=path))
    if holding.exhaustive is False:
        blocks.append(setting.paragraph(OPEN, path=f"{path}.exhaustive"))
    return Section(key="what", title=setting.say(HELD), blocks=tuple(blocks))


def _protected(setting: Setting, key: str) -> bool:
    sensitivity = setting.vocabulary.term(Kind.CATEGORY, key).sensitivity
    return sensitivity in {
        Sensitivity.SPECIAL,
        Sensitivity.CRIMINAL,
        Sensitivity.NATIONAL_IDENTIFIER,
    }


def _item(setting: Setting, key: str, item: Item) -> str:
    label: Value = setting.vocabulary.term(Kind.CATEGORY, key).label
    if item.includes:
        finer = setting.words(Kind.CATEGORY, item.includes)
        label = phrase(INCLUDED, item=label, finer=finer)
    if item.voluntary:
        label = phrase(VOLUNTARY, item=label)
    conditions = setting.words(Kind.CONDITION, item.when)
    if item.stage is not None:
        stage = setting.vocabulary.term(Kind.STAGE, item.stage).label
        message = WHEN_FROM_STAGE if conditions else FROM_STAGE
        label = phrase(message, item=label, conditions=conditions, stage=stage)
    elif conditions:
        label = phrase(WHEN, item=label, conditions=conditions)
    return i18n.say(label, setting.language)


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
    for name, lead in (("given", GIVEN), ("received", RECEIVED), ("automatic", AUTOMATIC)):
        items = tuple(_sources(setting, getattr(ways, name)))
        blocks.extend(
            setting.bullets(lead, items, serves=("GDPR Art. 14(2)(f)",), path=f"{path}.{name}")
        )
    if ways.only:
        blocks.append(setting.paragraph(NO_OTHERS, path=f"{path}.only"))
    return Section(key="sources", title=setting.say(SOURCES), blocks=tuple(blocks))


def _sources(setting: Setting, by_category: Mapping[str, tuple[str, ...]]) -> Iterator[str]:
    for category, keys in by_category.items():
        if category == EVERYTHING:
            yield from setting.labels(Kind.SOURCE, keys)
        elif keys == (FROM_THE_READER,):
            yield from setting.labels(Kind.CATEGORY, (category,))
        else:
            item = setting.vocabulary.term(Kind.CATEGORY, category).label
            yield setting.say(ONE_KIND, sources=setting.words(Kind.SOURCE, keys), items=item)


def must(setting: Setting) -> Section | None:
    """
    Compose whether data must be given; None where the declaration does not say.

    Law:
        GDPR Art. 13(2)(e): obligation to provide, and consequences.
    """
    blocks = [
        block
        for name, duty in setting.policy.obligations.items()
        if setting.mine(duty.roles)
        for block in _duty(setting, f"obligations.{name}", duty)
    ]
    return Section(key="must", title=setting.say(MUST), blocks=tuple(blocks)) if blocks else None


def _duty(setting: Setting, path: str, duty: Obligation) -> Iterator[Block]:
    law = ("GDPR Art. 13(2)(e)",)
    yield from setting.told(f"{path}.says", serves=law)
    for basis in duty.required_by:
        if basis in REQUIRED:
            yield setting.paragraph(REQUIRED[basis], serves=law, path=path)
    if duty.data:
        items = setting.words(Kind.CATEGORY, duty.data)
        yield setting.paragraph(ONLY_THESE, serves=law, path=path, items=items)
    results = setting.labels(Kind.CONSEQUENCE, duty.consequences)
    yield from setting.bullets(OTHERWISE, results, serves=law, path=path)
