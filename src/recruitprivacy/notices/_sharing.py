"""
Who gets the data, and where they go.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from recruitprivacy.messages import Message
from recruitprivacy.notices._setting import Setting
from recruitprivacy.notices._tree import Block, Section
from recruitprivacy.policy import EVERYTHING, UNSTATED, Disclosure, Form, Modality, Transfer
from recruitprivacy.vocabulary import Kind

TITLE: Final = Message("notice.sharing.title", "Who gets your data")
SHARED: Final = Message("notice.sharing.with", "We share your data with:")
SHARED_MAY: Final = Message("notice.sharing.may", "We may share your data with:")
UNLESS: Final = Message(
    "notice.sharing.unless", "We share with them unless you tell us that you do not want it:"
)
WHAT: Final = Message("notice.sharing.what", "What they get: {items}.")
WHAT_TOO: Final = Message(
    "notice.sharing.what_too",
    "What they get: the data in the first list under “What data we hold about you”, and also: "
    "{items}.",
)
ONLY_WHEN: Final = Message("notice.sharing.when", "We do so only {conditions}.")
ANY_WHEN: Final = Message("notice.sharing.when_any", "We do so only {conditions:or}.")
ANONYMOUS: Final = Message(
    "notice.sharing.anonymous", "Where possible, they get the data in anonymised form."
)
ABROAD: Final = Message("notice.abroad.title", "Data outside the European Economic Area")
SENT_TO: Final = Message("notice.abroad.to", "Your data go to: {countries}.")
SENT: Final = Message("notice.abroad.sent", "Your data can go outside the European Economic Area.")
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
    for name, entry in setting.policy.recipients.items():
        if setting.mine(entry.roles):
            blocks.extend(_recipients(setting, f"recipients.{name}", entry))
    return (
        Section(key="sharing", title=setting.say(TITLE), blocks=tuple(blocks)) if blocks else None
    )


def _recipients(setting: Setting, path: str, entry: Disclosure) -> Iterator[Block]:
    law = ("GDPR Art. 13(1)(e)", "GDPR Art. 14(1)(e)")
    lead = SHARED_MAY if entry.modality is Modality.MAY else SHARED
    if entry.shared_unless_objected:
        lead = UNLESS
    yield from setting.told(f"{path}.says", serves=law)
    names = setting.labels(Kind.RECIPIENT, entry.to)
    yield from setting.bullets(lead, names, serves=law, path=f"{path}.to")
    named = tuple(key for key in entry.data if key != EVERYTHING)
    items = setting.words(Kind.CATEGORY, setting.categories(named))
    if items:
        message = WHAT_TOO if EVERYTHING in entry.data else WHAT
        yield setting.paragraph(message, items=items, path=f"{path}.data")
    for message, keys in ((ONLY_WHEN, entry.when), (ANY_WHEN, entry.when_any)):
        if keys:
            yield setting.paragraph(
                message, conditions=setting.words(Kind.CONDITION, keys), path=path
            )
    if entry.form is not Form.IDENTIFIED:
        yield setting.paragraph(ANONYMOUS, path=f"{path}.form")


def abroad(setting: Setting) -> Section | None:
    """
    Compose the transfers to third countries; None where the declaration names none.

    Law:
        GDPR Art. 13(1)(f): transfers, safeguards, and where a copy is.
    """
    blocks: list[Block] = []
    for name, entry in setting.policy.transfers.items():
        if setting.mine(entry.roles):
            blocks.extend(_transfer(setting, f"transfers.{name}", entry))
    return (
        Section(key="abroad", title=setting.say(ABROAD), blocks=tuple(blocks)) if blocks else None
    )


def _transfer(setting: Setting, path: str, entry: Transfer) -> Iterator[Block]:
    law = ("GDPR Art. 13(1)(f)", "GDPR Art. 14(1)(f)")
    if entry.to_countries:
        countries = setting.countries(entry.to_countries)
        yield setting.paragraph(SENT_TO, countries=countries, serves=law, path=path)
    else:
        yield setting.paragraph(SENT, serves=law, path=path)
    if entry.instruments is not UNSTATED:
        instruments = tuple(instrument.label for instrument in entry.instruments)
        yield setting.paragraph(PROTECTED, instruments=instruments, serves=law, path=path)
    if entry.risk_told:
        yield setting.paragraph(RISK, path=path)
    if entry.copy_at is not UNSTATED:
        yield setting.paragraph(COPY, serves=law, path=path)
