"""
How long the data are kept.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from recruitprivacy.messages import Message, Words
from recruitprivacy.notices._setting import Setting
from recruitprivacy.notices._tree import Block, Section
from recruitprivacy.policy import Clock, DisposalMeaning, End, RetentionRule
from recruitprivacy.vocabulary import Kind

TITLE: Final = Message("notice.keeping.title", "How long we keep your data")
AT_MOST: Final = Message(
    "notice.keeping.at_most",
    "We keep your data for at most {keep:cell}, counted from this moment: {start}.",
)
AT_MOST_OF: Final = Message(
    "notice.keeping.at_most_of",
    "For at most {keep:cell}, counted from this moment: {start}, we keep: {items}.",
)
CONTACT: Final = Message("notice.keeping.contact", "our last meaningful contact with you")
AT_ONCE: Final = Message(
    "notice.keeping.at_once", "We do not keep your data beyond this moment: {start}."
)
NEED: Final = Message(
    "notice.keeping.review",
    "We keep your data while we need them for the purposes above. We look again whether we still "
    "do, each time {every:within}.",
)
LONGER: Final = Message("notice.keeping.longer", "We keep data longer only for these reasons:")
COUNTS: Final = Message("notice.keeping.counts", "These count as meaningful contact:")
IGNORES: Final = Message("notice.keeping.ignores", "These do not count:")
SUPPLIED: Final = Message(
    "notice.keeping.supplied",
    "If a company supplies your services, our contact with that company counts. Once it tells us "
    "that it no longer has a relationship with you, the time runs from that day or, if that is "
    "later, from our next direct contact with you.",
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
    for name, rule in setting.policy.retention.items():
        if setting.mine(rule.roles):
            blocks.extend(_rule(setting, f"retention.{name}", rule))
    mine = [rule for rule in setting.policy.retention.values() if setting.mine(rule.roles)]
    for name, clock in setting.policy.clocks.items():
        if name in {rule.after for rule in mine}:
            blocks.extend(_clock(setting, f"clocks.{name}", clock))
    for name, meaning in setting.policy.disposals.items():
        if name in {rule.then for rule in mine}:
            blocks.extend(_end(setting, f"disposals.{name}", meaning))
    return (
        Section(key="keeping", title=setting.say(TITLE), blocks=tuple(blocks)) if blocks else None
    )


def _rule(setting: Setting, path: str, rule: RetentionRule) -> Iterator[Block]:
    law = ("GDPR Art. 13(2)(a)", "GDPR Art. 14(2)(a)")
    yield from setting.told(f"{path}.says", serves=law)
    start = _start(setting, rule.after)
    items = setting.words(Kind.CATEGORY, [key for key in rule.data if key != "*"])
    if rule.at_most is not None:
        message = AT_MOST_OF if items else AT_MOST
        yield setting.paragraph(
            message, keep=rule.at_most, start=start, items=items, serves=law, path=path
        )
    if rule.at_once:
        yield setting.paragraph(AT_ONCE, start=start, serves=law, path=path)
    if rule.review is not None:
        yield setting.paragraph(NEED, every=rule.review, serves=law, path=path)
    reasons = setting.labels(Kind.EXCEPTION, rule.unless)
    yield from setting.bullets(LONGER, reasons, serves=law, path=f"{path}.unless")


def _start(setting: Setting, after: str | None) -> Message | Words:
    if after is None or after in setting.policy.clocks:
        return CONTACT
    return setting.vocabulary.term(Kind.TRIGGER, after).label


def _clock(setting: Setting, path: str, clock: Clock) -> Iterator[Block]:
    law = ("GDPR Art. 13(2)(a)", "GDPR Art. 14(2)(a)")
    yield from setting.told(f"{path}.says", serves=law)
    counted = setting.labels(Kind.EVENT, clock.counted_for(setting.whose))
    yield from setting.bullets(COUNTS, counted, serves=law, path=f"{path}.counts")
    ignored = setting.labels(Kind.EVENT, clock.ignores)
    yield from setting.bullets(IGNORES, ignored, serves=law, path=f"{path}.ignores")
    if any(who.value == "company" for who in clock.contact_with):
        yield setting.paragraph(COMPANY, serves=law, path=f"{path}.contact_with")
    if clock.supplied is not None and setting.mine(clock.supplied.roles):
        yield setting.paragraph(SUPPLIED, serves=law, path=f"{path}.supplied")


def _end(setting: Setting, path: str, meaning: DisposalMeaning) -> Iterator[Block]:
    ends = tuple(setting.say(ENDS[end]) for end in meaning.ends)
    yield from setting.bullets(MEANS, ends, path=path)
    if meaning.residue is not None:
        yield setting.paragraph(LEFT, path=f"{path}.residue")
