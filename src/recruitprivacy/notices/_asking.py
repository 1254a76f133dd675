"""
What the firm asks consent for, and what it sends.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import groupby
from typing import Final

from recruitprivacy.messages import Message
from recruitprivacy.notices._rights import stops_messages
from recruitprivacy.notices._setting import CONSENTS, Setting
from recruitprivacy.notices._tree import Block, Section
from recruitprivacy.notices._why import rests_on
from recruitprivacy.policy import Consent, Marketing, Permission
from recruitprivacy.vocabulary import Kind, LawfulBasis, Right

CONSENT: Final = Message("notice.consent.title", "When we ask for your consent")
ASKED: Final = Message("notice.consent.asked", "We ask for your consent for: {purposes}.")
ASKED_EXPLICIT: Final = Message(
    "notice.consent.explicit", "We ask for your explicit consent for: {purposes}."
)
ASKED_DATA: Final = Message(
    "notice.consent.data", "We use these data only with your consent: {items}."
)
ASKED_DATA_EXPLICIT: Final = Message(
    "notice.consent.data_explicit", "We use these data only with your explicit consent: {items}."
)
LASTS: Final = Message(
    "notice.consent.lasts",
    "This consent holds {lasts:for}, counted from the day you give it.",
)
RENEWAL: Final = Message(
    "notice.consent.renewal",
    "We ask you again at the earliest {window:cell} before it ends. If you say yes, that holds "
    "{lasts:for}; if you do not answer, your consent ends.",
)
TIMES: Final = Message("notice.consent.times", "We ask you at most {times} times before it ends.")
WITHDRAW: Final = Message(
    "notice.consent.withdraw",
    "You may withdraw your consent at any time. What we did before you withdrew it stays lawful.",
)
OTHER_BASIS: Final = Message(
    "notice.rights.other_basis",
    "If we believe that another lawful basis lets us go on, we tell you which one.",
)
WITHDRAW_BY: Final = Message("notice.consent.withdraw_by", "How to withdraw it: {channels:or}.")
MARKETING: Final = Message("notice.marketing.title", "Messages from us")
SENT: Final = Message("notice.marketing.sent", "What these messages are for:")
SOFT: Final = Message(
    "notice.marketing.soft",
    "We may do so without asking first where we know you from earlier contact; you can say no at "
    "any time. That is not consent.",
)
NOT_ASKED: Final = Message(
    "notice.marketing.not_asked", "For these messages we do not ask for your consent."
)
NOT_ASKED_AT: Final = Message(
    "notice.marketing.not_asked_at",
    "For these messages we do not ask for your consent; this holds {address}.",
)
ON_CONSENT: Final = Message("notice.marketing.consent", "We send these only with your consent.")
OPT_OUT: Final = Message("notice.marketing.opt_out", "We send these until you tell us to stop.")
STOP: Final = Message("notice.marketing.stop", "How to stop these messages: {channels:or}.")


def consent(setting: Setting) -> Section | None:
    """
    Compose when consent is asked, and how it is withdrawn; None where it is not.

    Law:
        GDPR Art. 13(2)(c): the right to withdraw consent at any time.
    """
    mine = {
        f"consents.{name}": asked
        for name, asked in setting.policy.consents.items()
        if setting.mine(asked.roles)
    }
    blocks = [block for path, asked in mine.items() for block in _asked(setting, path, asked)]
    law = ("GDPR Art. 13(2)(c)", "GDPR Art. 14(2)(d)", "GDPR Art. 7(3)")
    asks = any(CONSENTS.intersection(asked.kind) for asked in mine.values())
    if asks or rests_on(setting, LawfulBasis.CONSENT):
        path = setting.right(Right.WITHDRAW_CONSENT)
        blocks.append(setting.paragraph(WITHDRAW, serves=law, path=path))
        offered = setting.policy.rights.get(Right.WITHDRAW_CONSENT)
        if offered is not None and offered.other_basis:
            blocks.append(setting.paragraph(OTHER_BASIS, path=path))
    channels = dict.fromkeys(way for asked in mine.values() for way in asked.withdrawn_by)
    if channels:
        ways = setting.words(Kind.CHANNEL, channels)
        blocks.append(setting.paragraph(WITHDRAW_BY, channels=ways, serves=law, path="consents"))
    title = setting.say(CONSENT)
    return Section(key="consent", title=title, blocks=tuple(blocks)) if blocks else None


def _asked(setting: Setting, path: str, asked: Consent) -> tuple[Block, ...]:
    explicit = Permission.EXPLICIT_CONSENT in asked.kind
    purposes = setting.words(Kind.PURPOSE, asked.purposes)
    items = setting.words(Kind.CATEGORY, setting.categories(asked.data))
    ours: list[Block] = []
    if not CONSENTS.intersection(asked.kind):
        return setting.told(f"{path}.says")
    if purposes:
        message = ASKED_EXPLICIT if explicit else ASKED
        ours.append(setting.paragraph(message, purposes=purposes, path=path))
    if items:
        message = ASKED_DATA_EXPLICIT if explicit else ASKED_DATA
        ours.append(setting.paragraph(message, items=items, path=path))
    return (*setting.told(f"{path}.says", *ours), *_lasting(setting, path, asked))


def _lasting(setting: Setting, path: str, asked: Consent) -> Iterator[Block]:
    if asked.lasts is None:
        return
    yield setting.paragraph(LASTS, lasts=asked.lasts, path=f"{path}.lasts")
    if asked.renewal is not None:
        yield setting.paragraph(
            RENEWAL,
            window=asked.renewal.window,
            lasts=asked.renewal.lasts or asked.lasts,
            path=f"{path}.renewal",
        )
        if asked.renewal.times > 1:
            yield setting.paragraph(TIMES, times=asked.renewal.times, path=f"{path}.renewal")


def messages(setting: Setting) -> Section | None:
    """
    Compose what is sent to the reader and how to stop it; None where nothing is.

    What is sent on one kind of permission is told together, with what it is for and how to stop
    it, so that neither is read as that of other messages.

    Law:
        GDPR Art. 21(2): objection to direct marketing.
    """
    kinds: dict[tuple[object, ...], dict[str, Marketing]] = {}
    for name, entry in setting.policy.marketing.items():
        if setting.mine(entry.roles):
            kind = kinds.setdefault((entry.permission, entry.address), {})
            kind[f"marketing.{name}"] = entry
    if not kinds:
        return None
    blocks = (
        block
        for ways, alike in groupby(kinds.values(), key=lambda kind: _ways(setting, kind))
        for block in _alike(setting, ways, tuple(alike))
    )
    return Section(key="messages", title=setting.say(MARKETING), blocks=tuple(blocks))


def _alike(
    setting: Setting, ways: tuple[str, ...], kinds: tuple[Mapping[str, Marketing], ...]
) -> Iterator[Block]:
    for kind in kinds:
        yield from _kind(setting, kind)
    channels = setting.words(Kind.CHANNEL, ways)
    if channels:
        yield setting.paragraph(STOP, channels=channels, path=next(iter(kinds[0])))


def _untold(setting: Setting, kind: Mapping[str, Marketing]) -> tuple[str, ...]:
    """
    List what messages are for, unless the firm's own words and the uses above tell it all.
    """
    uses = setting.policy.uses_of(setting.role).values()
    told = {purpose for use in uses for purpose in use.purposes}
    purposes = dict.fromkeys(purpose for entry in kind.values() for purpose in entry.purposes)
    silent = any(not setting.own(f"{path}.says") for path in kind)
    return tuple(purposes) if silent or not told.issuperset(purposes) else ()


def _kind(setting: Setting, kind: Mapping[str, Marketing]) -> Iterator[Block]:
    untold = [path for path in kind if not setting.own(f"{path}.says")]
    for path in kind:
        yield from setting.told(f"{path}.says")
    sent = setting.labels(Kind.PURPOSE, _untold(setting, kind))
    yield from setting.bullets(SENT, sent, path=next(iter(kind)))
    for path in untold[:1]:
        yield from _permission(setting, path, kind[path].permission, kind[path].address)


def _ways(setting: Setting, kind: Mapping[str, Marketing]) -> tuple[str, ...]:
    purposes = {purpose for entry in kind.values() for purpose in entry.purposes}
    asked = (
        request.via
        for request in setting.policy.further_requests.values()
        if setting.mine(request.roles)
        and stops_messages(setting, request)
        and purposes.intersection(request.stops)
    )
    named = (entry.stopped_by for entry in kind.values())
    return tuple(dict.fromkeys(way for ways in (*named, *asked) for way in ways))


def _permission(
    setting: Setting, path: str, kinds: tuple[Permission, ...], address: str | None
) -> Iterator[Block]:
    if Permission.SOFT_OPT_IN in kinds:
        yield setting.paragraph(SOFT, path=f"{path}.permission")
    elif CONSENTS.intersection(kinds):
        yield setting.paragraph(ON_CONSENT, path=f"{path}.permission")
    elif Permission.OPT_OUT in kinds:
        yield setting.paragraph(OPT_OUT, path=f"{path}.permission")
    elif Permission.NONE_NEEDED in kinds and address is not None:
        where = setting.words(Kind.CONDITION, (address,))
        yield setting.paragraph(NOT_ASKED_AT, address=where, path=f"{path}.permission")
    elif Permission.NONE_NEEDED in kinds:
        yield setting.paragraph(NOT_ASKED, path=f"{path}.permission")
