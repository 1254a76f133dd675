"""
How long the data are kept.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from recruitprivacy.messages import Message, Words
from recruitprivacy.notices._setting import Setting
from recruitprivacy.notices._tree import Block, Paragraph, Section
from recruitprivacy.policy import (
    EVERYTHING,
    Clock,
    ContactWith,
    DisposalMeaning,
    End,
    RetentionRule,
)
from recruitprivacy.vocabulary import Kind

TITLE: Final = Message("notice.keeping.title", "How long we keep your data")
AT_MOST: Final = Message(
    "notice.keeping.at_most",
    "We keep your data for at most {keep:cell}, counted from this moment: {start}.",
)
AT_LEAST: Final = Message(
    "notice.keeping.at_least",
    "The law makes us keep your data for at least {keep:cell}, counted from this moment: {start}.",
)
IF_NONE: Final = Message(
    "notice.keeping.if_none",
    "If that has never happened, the time runs from this moment: {start}.",
)
LAST: Final = Message("notice.keeping.last", "the last of the events listed below")
AT_ONCE: Final = Message(
    "notice.keeping.at_once", "We do not keep your data beyond this moment: {start}."
)
NEED: Final = Message(
    "notice.keeping.review",
    "We keep your data while we need them for the purposes above. We look again whether we still "
    "do, each time {every:within}.",
)
WHILE: Final = Message("notice.keeping.while", "We keep your data only {condition}.")
PART: Final = Message("notice.keeping.part", "This rule is limited:")
KEPT_IN: Final = Message(
    "notice.keeping.where", "This applies only to what is kept in this place: {place}."
)
THESE: Final = Message("notice.keeping.these", "This is about: {items}.")
PURPOSE: Final = Message("notice.keeping.purpose", "This applies to: {purposes}.")
ONLY_WHEN: Final = Message("notice.keeping.when", "This holds only {conditions}.")
AFTER: Final = Message(
    "notice.keeping.outcomes", "This applies if the procedure ends in this way: {outcomes:or}."
)
FROM: Final = Message("notice.keeping.sources", "This holds for data from: {sources:or}.")
LONGER: Final = Message("notice.keeping.longer", "We keep data longer only for these reasons:")
COUNTS: Final = Message("notice.keeping.counts", "The time starts again with each of these:")
IGNORES: Final = Message("notice.keeping.ignores", "These do not start it again:")
SUPPLIED: Final = Message(
    "notice.keeping.supplied",
    "If a company supplies your services, our contact with it counts. Once it tells us that its "
    "relationship with you has ended, the time runs from that day or, if later, from our next "
    "contact with you.",
)
COMPANY: Final = Message(
    "notice.keeping.company", "Contact with the company you work for or with counts as well."
)
MEANS: Final = Message("notice.keeping.means", "When the time is over, this happens to your data:")
LEFT: Final = Message(
    "notice.keeping.left",
    "What cannot be erased at once is closed off: it stays in an archive until it is overwritten, "
    "and nobody uses it.",
)

PERIOD: Final = ("GDPR Art. 13(2)(a)", "GDPR Art. 14(2)(a)")
"""What a length serves."""
ENDS: Final = {
    End.ERASED: Message("end.erased", "they are erased"),
    End.ANONYMISED: Message("end.anonymised", "they are made anonymous"),
    End.BEYOND_USE: Message("end.beyond_use", "they are put beyond use until they can be erased"),
    End.ISOLATED: Message("end.isolated", "they are kept apart until they can be erased"),
    End.USE_STOPPED: Message("end.use_stopped", "they are no longer used"),
    End.NOTED: Message("end.noted", "we keep a note of your request"),
}


def keeping(setting: Setting) -> Section | None:
    """
    Compose the periods, what they run from, and what follows; None where none is declared.

    A wish (``aim``) is internal, and is never printed.

    Law:
        GDPR Art. 13(2)(a): the period, or the criteria for it.
    """
    blocks: list[Block] = []
    mine = rules_of(setting)
    for path, rule in mine.items():
        blocks.extend(_rule(setting, path, rule))
    starts = {rule.after for rule in mine.values()}
    for name, clock in setting.policy.clocks.items():
        if name in starts:
            blocks.extend(_clock(setting, f"clocks.{name}", clock))
    ends = {rule.then for rule in mine.values()}
    for name, meaning in setting.policy.disposals.items():
        if name in ends:
            blocks.extend(_end(setting, f"disposals.{name}", meaning))
    title = setting.say(TITLE)
    return Section(key="keeping", title=title, blocks=tuple(blocks)) if blocks else None


def rules_of(setting: Setting) -> dict[str, RetentionRule]:
    """
    Collect the rules for the reader's data, by path.
    """
    rules = setting.policy.retention.items()
    return {f"retention.{name}": rule for name, rule in rules if _concerns(setting, rule)}


def _concerns(setting: Setting, rule: RetentionRule) -> bool:
    reached = EVERYTHING in rule.data or setting.categories(rule.data)
    return setting.mine(rule.roles) and bool(reached)


def _rule(setting: Setting, path: str, rule: RetentionRule) -> Iterator[Block]:
    said = tuple(lengths(setting, path, rule))
    if said:
        yield from setting.told(f"{path}.says", serves=PERIOD)
        yield from said
        yield from limits(setting, path, rule)


def lengths(setting: Setting, path: str, rule: RetentionRule) -> Iterator[Block]:
    """
    Say how long, and from when; nothing where the rule is a wish.

    Where a rule is not about everything, what it is about comes first and all of it stands in one
    list: no sentence of it reads as if it held for the rest.
    """
    said = tuple(_lengths(setting, path, rule))
    scope = tuple(_scope(setting, path, rule)) if said else ()
    if scope:
        items = tuple(each.text for each in (*scope, *said))
        yield from setting.bullets(PART, items, serves=PERIOD, path=path)
    else:
        yield from said


def limits(setting: Setting, path: str, rule: RetentionRule) -> Iterator[Block]:
    """
    Say why some data are kept longer.
    """
    reasons = setting.labels(Kind.EXCEPTION, rule.unless)
    yield from setting.bullets(LONGER, reasons, serves=PERIOD, path=f"{path}.unless")


def _lengths(setting: Setting, path: str, rule: RetentionRule) -> Iterator[Paragraph]:
    counted = tuple(_counted(setting, path, rule))
    yield from counted
    clock = setting.policy.clocks.get(rule.after or "")
    if counted and clock is not None:
        begun = setting.vocabulary.term(Kind.TRIGGER, clock.if_none).label
        none = f"clocks.{rule.after}.if_none"
        yield setting.paragraph(IF_NONE, start=begun, serves=PERIOD, path=none)
    if rule.while_ is not None:
        condition = setting.words(Kind.CONDITION, (rule.while_,))
        yield setting.paragraph(WHILE, condition=condition, serves=PERIOD, path=f"{path}.while")
    if rule.review is not None:
        yield setting.paragraph(NEED, every=rule.review, serves=PERIOD, path=path)


def _counted(setting: Setting, path: str, rule: RetentionRule) -> Iterator[Paragraph]:
    start = _start(setting, rule.after) if rule.after else ""
    if rule.at_most is not None:
        yield setting.paragraph(AT_MOST, keep=rule.at_most, start=start, serves=PERIOD, path=path)
    if rule.at_least is not None and rule.cites:
        yield setting.paragraph(AT_LEAST, keep=rule.at_least, start=start, serves=PERIOD, path=path)
    if rule.at_once:
        yield setting.paragraph(AT_ONCE, start=start, serves=PERIOD, path=path)


def _scope(setting: Setting, path: str, rule: RetentionRule) -> Iterator[Paragraph]:
    if rule.where:
        place = setting.words(Kind.SYSTEM, (rule.where,))
        yield setting.paragraph(KEPT_IN, place=place, serves=PERIOD, path=f"{path}.where")
    items = setting.words(Kind.CATEGORY, setting.categories(rule.data))
    if items:
        yield setting.paragraph(THESE, items=items, serves=PERIOD, path=f"{path}.data")
    if rule.purpose is not None:
        purposes = setting.words(Kind.PURPOSE, setting.policy.uses[rule.purpose].purposes)
        yield setting.paragraph(PURPOSE, purposes=purposes, serves=PERIOD, path=f"{path}.purpose")
    if rule.when:
        conditions = setting.words(Kind.CONDITION, rule.when)
        yield setting.paragraph(
            ONLY_WHEN, conditions=conditions, serves=PERIOD, path=f"{path}.when"
        )
    if rule.outcomes:
        outcomes = setting.words(Kind.OUTCOME, rule.outcomes)
        yield setting.paragraph(AFTER, outcomes=outcomes, serves=PERIOD, path=f"{path}.outcomes")
    if rule.sources:
        sources = setting.words(Kind.SOURCE, rule.sources)
        yield setting.paragraph(FROM, sources=sources, serves=PERIOD, path=f"{path}.sources")


def _start(setting: Setting, after: str) -> Message | Words | str:
    clock = setting.policy.clocks.get(after)
    if clock is None:
        return setting.vocabulary.term(Kind.TRIGGER, after).label
    own = setting.own(f"clocks.{after}.title") or clock.called.get(setting.language)
    return own or LAST


def _clock(setting: Setting, path: str, clock: Clock) -> Iterator[Block]:
    counted = setting.labels(Kind.EVENT, clock.counted_for(setting.whose))
    ignored = setting.labels(Kind.EVENT, clock.ignores)
    yield from setting.told(f"{path}.says", serves=PERIOD)
    yield from setting.bullets(COUNTS, counted, serves=PERIOD, path=f"{path}.counts")
    if not setting.own(f"{path}.says"):
        yield from setting.bullets(IGNORES, ignored, serves=PERIOD, path=f"{path}.ignores")
    if ContactWith.COMPANY in clock.contact_with:
        yield setting.paragraph(COMPANY, serves=PERIOD, path=f"{path}.contact_with")
    if clock.supplied is not None and setting.mine(clock.supplied.roles):
        yield setting.paragraph(SUPPLIED, serves=PERIOD, path=f"{path}.supplied")


def _end(setting: Setting, path: str, meaning: DisposalMeaning) -> tuple[Block, ...]:
    ends = tuple(setting.say(ENDS[end]) for end in meaning.ends)
    left = (setting.paragraph(LEFT, path=f"{path}.residue"),) if meaning.residue else ()
    return setting.told(f"{path}.says", *setting.bullets(MEANS, ends, path=path), *left)
