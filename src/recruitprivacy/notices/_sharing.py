"""
Who gets the data, and where they go.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from recruitprivacy.messages import Message
from recruitprivacy.notices._setting import Setting
from recruitprivacy.notices._tree import Block, Details, Section
from recruitprivacy.notices._who import reach
from recruitprivacy.policy import EVERYTHING, UNSTATED, Disclosure, Form, Modality, Transfer
from recruitprivacy.vocabulary import Kind

TITLE: Final = Message("notice.sharing.title", "Who gets your data")
SHARED: Final = Message("notice.sharing.with", "We share your data with:")
SHARED_MAY: Final = Message("notice.sharing.may", "We may share your data with:")
TO: Final = Message("notice.sharing.to", "To whom:")
UNLESS: Final = Message(
    "notice.sharing.unless", "We share with them unless you tell us that you do not want it:"
)
WHAT: Final = Message("notice.sharing.what", "What they get: {items}.")
WHAT_TOO: Final = Message("notice.sharing.what_too", "Among other data, they get: {items}.")
ONLY_WHEN: Final = Message("notice.sharing.when", "We do so only {conditions}.")
ANY_WHEN: Final = Message("notice.sharing.when_any", "We do so only {conditions:or}.")
ANONYMOUS: Final = Message("notice.sharing.anonymous", "They get the data in anonymised form.")
ANONYMOUS_IF: Final = Message(
    "notice.sharing.anonymous_if", "Where possible, they get the data in anonymised form."
)
ABROAD: Final = Message("notice.abroad.title", "Data outside the European Economic Area")
SENT_TO: Final = Message("notice.abroad.to", "Your data go to: {countries}.")
SENT_TO_MAY: Final = Message("notice.abroad.to_may", "Your data can go to: {countries}.")
ELSEWHERE: Final = Message("notice.abroad.elsewhere", "other countries that are not named here")
ANYWHERE: Final = "third_country_unspecified"
SENT: Final = Message("notice.abroad.sent", "Your data can go outside the European Economic Area.")
ONLY_IN: Final = Message("notice.abroad.only_in", "This applies only to people in: {places}.")
ONLY_FOR: Final = Message(
    "notice.abroad.services", "This applies only to these services: {services}."
)
PROTECTED: Final = Message(
    "notice.abroad.instruments", "To protect them there, we rely on: {instruments}."
)
RISK: Final = Message(
    "notice.abroad.risk", "The law there may protect your data less than the law here."
)
COPY: Final = Message("notice.abroad.copy", "You can ask us for a copy of these safeguards.")


def sharing(setting: Setting) -> Section | None:
    """
    Compose the recipients; None where the declaration names none for the reader.

    Law:
        GDPR Art. 13(1)(e): recipients or categories of recipients.
    """
    blocks: list[Block] = []
    known: set[tuple[str, ...]] = set()
    for name, entry in setting.policy.recipients.items():
        if setting.mine(entry.roles):
            again = entry.to in known
            blocks.extend(_recipients(setting, f"recipients.{name}", entry, again=again))
            known.add(entry.to)
    return (
        Section(key="sharing", title=setting.say(TITLE), blocks=tuple(blocks)) if blocks else None
    )


def _recipients(setting: Setting, path: str, entry: Disclosure, *, again: bool) -> Iterator[Block]:
    law = ("GDPR Art. 13(1)(e)", "GDPR Art. 14(1)(e)")
    own = setting.told(f"{path}.says", serves=law)
    yield from own
    if not (own and again):
        names = setting.labels(Kind.RECIPIENT, entry.to)
        yield from setting.bullets(
            TO if own else _lead(entry), names, serves=law, path=f"{path}.to"
        )
    items = setting.words(Kind.CATEGORY, setting.categories(entry.data))
    if items:
        message = WHAT_TOO if EVERYTHING in entry.data else WHAT
        yield setting.paragraph(message, items=items, path=f"{path}.data")
    if not own:
        yield from _limits(setting, path, entry)


def _lead(entry: Disclosure) -> Message:
    if entry.shared_unless_objected:
        return UNLESS
    return SHARED_MAY if entry.modality is Modality.MAY else SHARED


def _limits(setting: Setting, path: str, entry: Disclosure) -> Iterator[Block]:
    for message, keys in ((ONLY_WHEN, entry.when), (ANY_WHEN, entry.when_any)):
        if keys:
            conditions = setting.words(Kind.CONDITION, keys)
            yield setting.paragraph(message, conditions=conditions, path=path)
    if entry.form is not Form.IDENTIFIED:
        message = ANONYMOUS_IF if entry.form is Form.ANONYMISED_WHERE_RELEVANT else ANONYMOUS
        yield setting.paragraph(message, path=f"{path}.form")


def abroad(setting: Setting) -> Section | None:
    """
    Compose the transfers to third countries; None where the declaration names none.

    Law:
        GDPR Art. 13(1)(f): transfers, safeguards, and where a copy is.
    """
    mine = {
        f"transfers.{name}": entry
        for name, entry in setting.policy.transfers.items()
        if setting.mine(entry.roles)
    }
    blocks = [block for path, entry in mine.items() for block in _transfer(setting, path, entry)]
    risky = [path for path, entry in mine.items() if entry.risk_told]
    blocks.extend(setting.paragraph(RISK, path=path) for path in risky[:1])
    return (
        Section(key="abroad", title=setting.say(ABROAD), blocks=tuple(blocks)) if blocks else None
    )


def sent_to(entry: Transfer) -> Message:
    """
    Choose how it is said that data go to countries: that they do, or that they can.
    """
    return SENT_TO_MAY if entry.modality is Modality.MAY else SENT_TO


def countries_of(setting: Setting, *transfers: Transfer) -> tuple[str, ...]:
    """
    Name the countries of transfers, and say where there are others nobody names.
    """
    codes = dict.fromkeys(code for one in transfers for code in one.to_countries)
    vaguely = any(ANYWHERE in one.destinations for one in transfers)
    others = (setting.say(ELSEWHERE),) if vaguely else ()
    return (*setting.countries(codes), *others)


def _transfer(setting: Setting, path: str, entry: Transfer) -> Iterator[Block]:
    law = ("GDPR Art. 13(1)(f)", "GDPR Art. 14(1)(f)")
    if entry.to_countries:
        countries = countries_of(setting, entry)
        yield setting.paragraph(sent_to(entry), countries=countries, serves=law, path=path)
    else:
        yield setting.paragraph(SENT, serves=law, path=path)
    names = setting.labels(Kind.RECIPIENT, entry.to)
    yield from setting.bullets(TO, names, serves=law, path=f"{path}.to")
    if entry.person_in:
        places = setting.places(entry.person_in)
        yield setting.paragraph(ONLY_IN, places=places, path=f"{path}.person_in")
    if entry.services:
        services = setting.words(Kind.SCOPE, entry.services)
        yield setting.paragraph(ONLY_FOR, services=services, path=f"{path}.services")
    if entry.instruments is not UNSTATED:
        instruments = tuple(instrument.label for instrument in entry.instruments)
        yield setting.paragraph(PROTECTED, instruments=instruments, serves=law, path=path)
    if entry.copy_at is not UNSTATED:
        yield setting.paragraph(COPY, serves=law, path=f"{path}.copy_at")
        rows = reach(setting, entry.copy_at)
        if rows:
            yield Details(rows=rows, serves=setting.cite(*law), path=f"{path}.copy_at")
