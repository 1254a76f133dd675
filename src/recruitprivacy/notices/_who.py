"""
Who answers for the data, and how they are reached.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from recruitprivacy.messages import Message
from recruitprivacy.notices._setting import Setting
from recruitprivacy.notices._tree import Block, Details, Section
from recruitprivacy.policy import (
    UNSTATED,
    Absence,
    Capacity,
    Contact,
    Controller,
    Resolver,
    Responsibility,
    Routing,
    UnstatedType,
)
from recruitprivacy.vocabulary import Kind

TITLE: Final = Message("notice.who.title", "Who is responsible for your data")
NAME: Final = Message("notice.who.name", "Name")
ADDRESS: Final = Message("notice.who.address", "Address")
EMAIL: Final = Message("notice.who.email", "E-mail")
PHONE: Final = Message("notice.who.phone", "Telephone")
PAGE: Final = Message("notice.who.page", "Website")
SOLE: Final = Message(
    "notice.who.sole", "The controller, who decides why and how your data are used:"
)
JOINT: Final = Message(
    "notice.who.joint", "Together, these controllers decide why and how your data are used:"
)
SEVERAL: Final = Message(
    "notice.who.several",
    "Each for itself, these controllers decide why and how your data are used:",
)
PROCESSOR: Final = Message(
    "notice.who.processor",
    "For this we only act on behalf of our client, who is the controller and whose privacy notice "
    "applies. We pass your requests on to them.",
)
COUNTERPARTY: Final = Message(
    "notice.who.counterparty",
    "The controller, who decides why and how your data are used, is the one of our companies that "
    "is party to the agreement that concerns you.",
)
APPLICATION: Final = Message(
    "notice.who.application",
    "The controller is whichever of our companies is handling your application.",
)
CONSULTANT: Final = Message(
    "notice.who.consultant",
    "The controller is the one of our companies whose consultant first found your data.",
)
WEBSITE: Final = Message(
    "notice.who.website",
    "The controller is the one of our companies that owns the website you use.",
)
REFERRED: Final = Message(
    "notice.who.referred",
    "For this we only act on behalf of our client, who is the controller and whose privacy notice "
    "applies. Please put your requests to them.",
)
GROUP: Final = Message("notice.who.group", "The controllers are the companies of our group.")
ONLY_WHEN: Final = Message("notice.keeping.when", "This holds only {conditions}.")
ONLY_IN: Final = Message("notice.contact.only_in", "If you are in {places:or}:")
SERVICES: Final = Message(
    "notice.who.services", "The next lines are only about these services: {services}."
)
COUNTRIES: Final = Message(
    "notice.who.countries", "The next lines are only about these countries: {countries}."
)
DPO: Final = Message("notice.who.dpo", "Data protection officer")
REPRESENTATIVE: Final = Message("notice.who.representative", "Our representative in the Union")
NONE: Final = Message("notice.who.none", "There is none.")
RIGHTS: Final = "exercise_rights"
COMPLAINTS: Final = "complaint"
IDENTITY: Final = ("GDPR Art. 13(1)(a)", "GDPR Art. 14(1)(a)")
OFFICER: Final = ("GDPR Art. 13(1)(b)", "GDPR Art. 14(1)(b)")

RESOLVED: Final = {
    Resolver.COUNTERPARTY_OF_AGREEMENT: COUNTERPARTY,
    Resolver.MANAGES_APPLICATION: APPLICATION,
    Resolver.CONSULTANT_ENTITY: CONSULTANT,
    Resolver.WEBSITE_OWNER: WEBSITE,
    Resolver.WHOLE_GROUP: GROUP,
}


def who(setting: Setting) -> Section:
    """
    Compose who the controller is, and the ways to reach them.

    Law:
        GDPR Art. 13(1)(a): identity and contact details of the controller.
        GDPR Art. 13(1)(b): contact details of the data protection officer.
    """
    mine = {
        f"responsible.{name}": entry
        for name, entry in setting.policy.responsible.items()
        if setting.mine(entry.roles)
    }
    blocks: list[Block] = []
    known: dict[str, None] = {}
    for path, entry in mine.items():
        if len(mine) > 1:
            blocks.extend(_scope(setting, path, entry))
        blocks.append(setting.paragraph(_answers(entry), path=path, serves=IDENTITY))
        names = _named(setting, entry)
        for name in names:
            blocks.extend(_controller(setting, name, again=name in known))
        known.update(dict.fromkeys(names))
    return Section(key="who", title=setting.say(TITLE), blocks=tuple(blocks))


def _scope(setting: Setting, path: str, entry: Responsibility) -> Iterator[Block]:
    if entry.services:
        services = setting.words(Kind.SCOPE, entry.services)
        yield setting.paragraph(SERVICES, services=services, path=f"{path}.services")
    if entry.countries:
        countries = setting.countries(entry.countries)
        yield setting.paragraph(COUNTRIES, countries=countries, path=f"{path}.countries")
    if entry.when:
        conditions = setting.words(Kind.CONDITION, entry.when)
        yield setting.paragraph(ONLY_WHEN, conditions=conditions, path=f"{path}.when")


def _named(setting: Setting, entry: Responsibility) -> tuple[str, ...]:
    # Of a whole group, those are named that say how they are reached.
    if entry.among or entry.by is not Resolver.WHOLE_GROUP:
        return entry.among
    controllers = setting.policy.controllers.items()
    return tuple(key for key, one in controllers if one.contact.stated)


def _answers(entry: Responsibility) -> Message:
    if not entry.answers:
        return REFERRED if entry.requests is Routing.REFERRED else PROCESSOR
    if len(entry.among) == 1:
        return SOLE
    if entry.by in RESOLVED:
        return RESOLVED[entry.by]
    return JOINT if entry.capacity is Capacity.JOINT else SEVERAL


def _controller(setting: Setting, key: str, *, again: bool) -> Iterator[Block]:
    controller = setting.policy.controllers[key]
    path = f"controllers.{key}"
    rows = () if again else reach(setting, controller.contact)
    if rows:
        yield from _only_in(setting, path, controller.contact)
    yield Details(
        rows=((setting.say(NAME), (controller.name,)), *rows),
        serves=setting.cite(*IDENTITY),
        path=path,
    )
    if not again:
        yield from others(setting, controller, path)


def others(setting: Setting, controller: Controller, path: str) -> Iterator[Block]:
    """
    Say how the data protection officer and the representative are reached, where there are any.
    """
    contacts = (
        (DPO, "dpo", controller.dpo, OFFICER),
        (REPRESENTATIVE, "representative", controller.representative, IDENTITY),
    )
    for label, name, contact, law in contacts:
        said = _lines(setting, contact)
        if said:
            rows = ((setting.say(label), said),)
            yield Details(rows=rows, serves=setting.cite(*law), path=f"{path}.{name}")


def _lines(setting: Setting, contact: Contact | Absence | UnstatedType) -> tuple[str, ...]:
    if isinstance(contact, Contact):
        return tuple(line for _, lines in reach(setting, contact) for line in lines)
    return (setting.say(NONE),) if contact is Absence.NONE else ()


def reach(setting: Setting, contact: Contact) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """
    Make rows of the ways to reach somebody that are stated.
    """
    ways = ((EMAIL, contact.email), (PHONE, contact.phone), (PAGE, contact.url))
    lines = postal(setting, contact)
    address = ((setting.say(ADDRESS), lines),) if lines else ()
    stated = tuple((setting.say(label), (way,)) for label, way in ways if isinstance(way, str))
    return (*address, *stated)


def postal(setting: Setting, contact: Contact) -> tuple[str, ...]:
    """
    Give the lines of an address, the desk and the country with it; none where there is no address.
    """
    if not contact.address:
        return ()
    country = () if contact.country is UNSTATED else (contact.country,)
    desk = (contact.attention,) if contact.attention else ()
    return (*desk, *contact.address, *setting.countries(country))


def ways_to_reach(setting: Setting, path: str, contact: Contact) -> Iterator[Block]:
    """
    Say how somebody is reached, and from where alone; nothing where no way is stated.
    """
    rows = reach(setting, contact)
    if rows:
        yield from _only_in(setting, path, contact)
        yield Details(rows=rows, path=path)


def _only_in(setting: Setting, path: str, contact: Contact) -> Iterator[Block]:
    if contact.person_in:
        places = setting.places(contact.person_in)
        yield setting.paragraph(ONLY_IN, places=places, path=f"{path}.person_in")


def reasons_alone(setting: Setting, contact: Contact, *reasons: str) -> bool:
    """
    Say whether a contact is for some reasons, and for none beside them.
    """
    under = setting.vocabulary.is_under
    return bool(contact.reasons) and all(
        any(under(Kind.CONTACT_REASON, named, reason) for reason in reasons)
        for named in contact.reasons
    )
