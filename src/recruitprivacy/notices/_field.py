"""
What stands beside one field of a form: why it is asked, whether it must be given, who sees it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from recruitprivacy.errors import NotHeldError, UnknownTermError
from recruitprivacy.findings import Finding, Level
from recruitprivacy.messages import Message, phrase
from recruitprivacy.near import nearest
from recruitprivacy.notices._card import full_notice
from recruitprivacy.notices._keeping import lengths, rules_of
from recruitprivacy.notices._layer import Field
from recruitprivacy.notices._setting import Setting
from recruitprivacy.notices._sharing import SHARED_MAY
from recruitprivacy.notices._tree import Block
from recruitprivacy.notices._what import ON_CONDITION, OTHERWISE, REQUIRED
from recruitprivacy.policy import EVERYTHING, UNSTATED, Obligation, Use
from recruitprivacy.vocabulary import Art9Condition, Kind, LawfulBasis

ASKED_FOR: Final = Message("notice.field.for", "We use this for:")
RESTS_ON: Final = Message("notice.field.basis", "The lawful basis: {bases:or}.")
FREE: Final = Message("notice.field.free", "You may leave this empty.")
TOO_EARLY: Final = Message(
    "check.field.too_early",
    "A form asks for this at this stage: {stage}. The declaration says, not before: {later}.",
)
LATER: Final = Message("mend.field.too_early", "Ask for it later, or declare the earlier stage.")
SECTIONS: Final = ("retention", "obligations", "recipients")
"""What a field's lines are made of, beside the uses and what is held."""


def beside(setting: Setting, field: Field, full_at: str) -> Iterator[Block]:
    """
    Say beside a field why it is asked, whether it must be given, who sees it and how long.

    Raises:
        NotHeldError: If nothing of the kind is held of the reader.
        UnknownTermError: If no category has that name.

    Law:
        GDPR Art. 13(1): told at the time when data are obtained.
    """
    key = _held(setting, field.category)
    yield from _purposes(setting, key)
    yield from _free_or_not(setting, key)
    law = ("GDPR Art. 13(1)(e)",)
    names = setting.labels(Kind.RECIPIENT, _recipients(setting, key))
    yield from setting.bullets(SHARED_MAY, names, serves=law, path="recipients")
    for path, rule in rules_of(setting).items():
        if EVERYTHING in rule.data or key in rule.data:
            yield from lengths(setting, path, rule)
    yield from full_notice(setting, full_at)


def lacking(setting: Setting, field: Field, found: Iterable[Finding]) -> Iterator[Finding]:
    """
    Keep what is unstated of one field, and find a form that asks too early.
    """
    holding = f"data.{setting.whose}"
    uses = tuple(f"uses.{name}" for name in _uses(setting, field.category))
    for each in found:
        if each.path.startswith((*SECTIONS, *uses)) or each.path == holding:
            yield each
    if field.stage:
        yield from _too_early(setting, field, holding)


def _too_early(setting: Setting, field: Field, holding: str) -> Iterator[Finding]:
    order = [term.key for term in setting.vocabulary.terms(Kind.STAGE)]
    asked = order.index(setting.vocabulary.term(Kind.STAGE, field.stage).key)
    for key, item in setting.holding.said_of(field.category).items():
        if item.stage is not None and asked < order.index(item.stage):
            stage, later = setting.words(Kind.STAGE, (field.stage, item.stage))
            yield Finding(
                code="field.too_early",
                level=Level.ERROR,
                path=f"{holding}.but.{key}.stage",
                says=phrase(TOO_EARLY, stage=stage, later=later),
                mend=phrase(LATER),
                cites=setting.cite("GDPR Art. 5(1)(c)"),
            )


def _held(setting: Setting, key: str) -> str:
    held = setting.holding.categories
    if key not in held and setting.vocabulary.has(Kind.CATEGORY, key):
        raise NotHeldError(key, setting.role, held)
    if key not in held:
        raise UnknownTermError("category", key, nearest(key, held))
    return key


def _uses(setting: Setting, key: str) -> dict[str, Use]:
    # A star stands for the plain items, never for what is held on conditions of its own.
    plain = key in setting.holding.items
    return {
        name: use
        for name, use in setting.policy.uses_of(setting.role).items()
        if key in use.data or (plain and EVERYTHING in use.data)
    }


def _purposes(setting: Setting, key: str) -> Iterator[Block]:
    uses = _uses(setting, key)
    named = dict.fromkeys(each for name, use in uses.items() for each in _named(setting, name, use))
    stated = [use.basis_of(purpose) for use in uses.values() for purpose in use.purposes]
    bases = dict.fromkeys(basis for found in stated if found is not UNSTATED for basis in found)
    law = ("GDPR Art. 13(1)(c)",)
    yield from setting.bullets(ASKED_FOR, named, serves=law, path="uses")
    if bases:
        labels = tuple(basis.label for basis in bases)
        yield setting.paragraph(RESTS_ON, bases=labels, serves=law, path="uses")


def _named(setting: Setting, name: str, use: Use) -> tuple[str, ...]:
    title = setting.own(f"uses.{name}.title")
    return (title,) if title else setting.labels(Kind.PURPOSE, use.purposes)


def _free_or_not(setting: Setting, key: str) -> Iterator[Block]:
    law = ("GDPR Art. 13(2)(e)",)
    path = f"data.{setting.whose}.{setting.holding.place_of(key)}"
    for item in setting.holding.said_of(key).values():
        for condition in dict.fromkeys((item.art_9, item.also)):
            if isinstance(condition, Art9Condition | LawfulBasis):
                label, items = condition.label, setting.words(Kind.CATEGORY, (key,))
                yield setting.paragraph(
                    ON_CONDITION,
                    items=items,
                    condition=label,
                    serves=("GDPR Art. 9(2)",),
                    path=path,
                )
        if item.voluntary:
            yield setting.paragraph(FREE, serves=law, path=path)
    for name, duty in setting.policy.obligations.items():
        if key in duty.data and setting.mine(duty.roles):
            yield from _duty(setting, f"obligations.{name}", duty)


def _duty(setting: Setting, path: str, duty: Obligation) -> Iterator[Block]:
    law = ("GDPR Art. 13(2)(e)",)
    for basis in duty.required_by:
        if basis in REQUIRED:
            yield setting.paragraph(REQUIRED[basis], serves=law, path=path)
    results = setting.labels(Kind.CONSEQUENCE, duty.consequences)
    yield from setting.bullets(OTHERWISE, results, serves=law, path=path)


def _recipients(setting: Setting, key: str) -> tuple[str, ...]:
    plain = key in setting.holding.items
    mine = (
        one
        for one in setting.policy.recipients.values()
        if setting.mine(one.roles) and (key in one.data or (plain and EVERYTHING in one.data))
    )
    return tuple(dict.fromkeys(name for one in mine for name in one.to))
