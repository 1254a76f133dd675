"""
The short card: what matters most, and the way to the rest.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from recruitprivacy.messages import Message, phrase
from recruitprivacy.notices._keeping import TITLE as KEEPING
from recruitprivacy.notices._keeping import lengths, limits, rules_of
from recruitprivacy.notices._rights import AT, EXPLAINED, complaint
from recruitprivacy.notices._rights import TITLE as RIGHTS
from recruitprivacy.notices._setting import Setting
from recruitprivacy.notices._sharing import ONLY_IN, SENT, SHARED_MAY, countries_of, sent_to
from recruitprivacy.notices._sharing import TITLE as SHARING
from recruitprivacy.notices._tree import Block, Link, Section
from recruitprivacy.notices._what import ASIDE
from recruitprivacy.notices._who import who
from recruitprivacy.notices._why import (
    CONDITIONS_OF,
    PURPOSES,
    PURPOSES_MAY,
    heading,
    may_object,
)
from recruitprivacy.policy import UNSTATED, Disclosure, Modality, Transfer
from recruitprivacy.vocabulary import Kind, LawfulBasis, Right

ON_BASIS: Final = Message("notice.card.use", "Lawful basis: {bases}. We use your data for:")
ON_BASIS_MAY: Final = Message(
    "notice.card.use_may", "Lawful basis: {bases}. We may use your data for:"
)
HELD_RIGHTS: Final = Message("notice.card.rights", "You have these rights:")
LEADS: Final = {
    (True, True): ON_BASIS_MAY,
    (True, False): ON_BASIS,
    (False, True): PURPOSES_MAY,
    (False, False): PURPOSES,
}
"""How a list of purposes begins: with a basis or without, and for what may be or what is."""
CONSENTED: Final = frozenset({"consent_given", "explicit_consent_given"})
ALL_OF_IT: Final = Message("notice.card.full", "The full privacy notice")


def full_notice(setting: Setting, at: str) -> Iterator[Block]:
    """
    Point to the full notice, where it is said where that stands.
    """
    if at:
        yield Link(text=setting.say(ALL_OF_IT), href=at, serves=setting.cite("GDPR Art. 12(1)"))


def _why(setting: Setting) -> Section:
    law = ("GDPR Art. 13(1)(c)", "GDPR Art. 14(1)(c)")
    groups: dict[tuple[tuple[LawfulBasis, ...], bool], dict[str, None]] = {}
    for use in setting.policy.uses_of(setting.role).values():
        for purpose in use.purposes:
            basis = use.basis_of(purpose)
            bases = () if basis is UNSTATED else basis
            groups.setdefault((bases, use.modality is Modality.MAY), {})[purpose] = None
    blocks: list[Block] = []
    for (bases, may), keys in groups.items():
        labels = setting.labels(Kind.PURPOSE, keys)
        named = tuple(basis.label for basis in bases)
        lead = LEADS[bool(bases), may]
        blocks.extend(setting.bullets(lead, labels, serves=law, path="uses", bases=named))
    return Section(key="why", title=heading(setting), blocks=tuple(blocks))


def _sharing(setting: Setting) -> Section | None:
    law = ("GDPR Art. 13(1)(e)", "GDPR Art. 14(1)(e)")
    mine = [one for one in setting.policy.recipients.values() if setting.mine(one.roles)]
    names = tuple(dict.fromkeys(name for one in mine for name in _recipients(setting, one)))
    blocks = (
        *setting.bullets(SHARED_MAY, names, serves=law, path="recipients"),
        *_abroad(setting),
    )
    return Section(key="sharing", title=setting.say(SHARING), blocks=blocks) if blocks else None


def _recipients(setting: Setting, entry: Disclosure) -> tuple[str, ...]:
    # That somebody gets data only with consent is the one limit a card cannot leave out.
    strict = entry.modality is Modality.ONLY or not CONSENTED.isdisjoint(entry.when)
    if not (strict and entry.when):
        return setting.labels(Kind.RECIPIENT, entry.to)
    limits = phrase(CONDITIONS_OF, conditions=setting.words(Kind.CONDITION, entry.when))
    names = setting.words(Kind.RECIPIENT, entry.to)
    return tuple(setting.say(ASIDE, item=name, limits=limits) for name in names)


def _abroad(setting: Setting) -> Iterator[Block]:
    law = ("GDPR Art. 13(1)(f)", "GDPR Art. 14(1)(f)")
    mine = [one for one in setting.policy.transfers.values() if setting.mine(one.roles)]
    groups: dict[tuple[Message, tuple[str, ...]], list[Transfer]] = {}
    for one in mine:
        if one.to_countries:
            groups.setdefault((sent_to(one), one.person_in), []).append(one)
    for (message, person_in), alike in groups.items():
        countries = countries_of(setting, *alike)
        yield setting.paragraph(message, countries=countries, serves=law, path="transfers")
        if person_in:
            places = setting.places(person_in)
            yield setting.paragraph(ONLY_IN, places=places, path="transfers")
    if mine and not groups:
        yield setting.paragraph(SENT, serves=law, path="transfers")


def _keeping(setting: Setting) -> Section | None:
    rules = rules_of(setting).items()
    blocks = tuple(
        block
        for path, rule in rules
        if (said := tuple(lengths(setting, path, rule)))
        for block in (*said, *limits(setting, path, rule))
    )
    return Section(key="keeping", title=setting.say(KEEPING), blocks=blocks) if blocks else None


def _rights(setting: Setting) -> Section:
    law = ("GDPR Art. 13(2)(b)", "GDPR Art. 14(2)(c)")
    named = (right for right in EXPLAINED if right is not Right.NOT_SUBJECT_TO_AUTOMATED_DECISION)
    labels = tuple(setting.say(right.label) for right in named)
    channels = setting.words(Kind.CHANNEL, setting.policy.requests.channels)
    ways = (setting.paragraph(AT, channels=channels, path="requests.channels"),) if channels else ()
    blocks = (*setting.bullets(HELD_RIGHTS, labels, serves=law, path="rights"), *ways)
    return Section(key="rights", title=setting.say(RIGHTS), blocks=blocks)


CARD: Final[tuple[Callable[[Setting], Section | None], ...]] = (
    who,
    _why,
    may_object,
    _sharing,
    _keeping,
    _rights,
    complaint,
)
