"""
Who answers for the data, and how they are reached.
"""

from __future__ import annotations

from typing import Final

from recruitprivacy.messages import Message
from recruitprivacy.notices._setting import Setting
from recruitprivacy.notices._tree import Block, Details, Section
from recruitprivacy.policy import (
    UNSTATED,
    Capacity,
    Contact,
    Controller,
    Resolver,
    Responsibility,
)

TITLE: Final = Message("notice.who.title", "Who is responsible for your data")
NAME: Final = Message("notice.who.name", "Name")
ADDRESS: Final = Message("notice.who.address", "Address")
EMAIL: Final = Message("notice.who.email", "E-mail")
PHONE: Final = Message("notice.who.phone", "Telephone")
PAGE: Final = Message("notice.who.page", "Website")
SOLE: Final = Message(
    "notice.who.sole", "The controller, who decides why and how your data are used: {name}"
)
JOINT: Final = Message(
    "notice.who.joint", "Together, these controllers decide why and how your data are used: {names}"
)
SEVERAL: Final = Message(
    "notice.who.several",
    "Each for itself, these controllers decide why and how your data are used: {names}",
)
PROCESSOR: Final = Message(
    "notice.who.processor",
    "For this we only act on behalf of our client, who is the controller and whose privacy notice "
    "applies. We pass your requests on to them.",
)
COUNTERPARTY: Final = Message(
    "notice.who.counterparty",
    "The controller, who decides why and how your data are used, is the one of our companies that "
    "is party to the agreement that concerns you: {names:or}",
)
APPLICATION: Final = Message(
    "notice.who.application",
    "The controller is the one of our companies that runs the procedure you applied to.",
)
CONSULTANT: Final = Message(
    "notice.who.consultant",
    "The controller is the one of our companies whose consultant first found your data.",
)
WEBSITE: Final = Message(
    "notice.who.website",
    "The controller is the one of our companies that owns the website you use.",
)
GROUP: Final = Message("notice.who.group", "The controllers are the companies of our group.")
DPO: Final = Message("notice.who.dpo", "Data protection officer")
REPRESENTATIVE: Final = Message("notice.who.representative", "Our representative in the Union")

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
    policy = setting.policy
    mine = [
        (f"responsible.{name}", entry)
        for name, entry in policy.responsible.items()
        if setting.mine(entry.roles)
    ]
    blocks = [_how(setting, path, entry) for path, entry in mine]
    controllers = dict.fromkeys(name for _, entry in mine for name in entry.among)
    for name in controllers:
        blocks.extend(_controller(setting, f"controllers.{name}", policy.controllers[name]))
    return Section(key="who", title=setting.say(TITLE), blocks=tuple(blocks))


def _how(setting: Setting, path: str, entry: Responsibility) -> Block:
    names = tuple(setting.policy.controllers[name].name for name in entry.among)
    serves = ("GDPR Art. 13(1)(a)", "GDPR Art. 14(1)(a)")
    if entry.capacity is Capacity.PROCESSOR:
        return setting.paragraph(PROCESSOR, path=path, serves=serves)
    if entry.by in RESOLVED:
        return setting.paragraph(RESOLVED[entry.by], path=path, serves=serves, names=names)
    if len(names) == 1:
        return setting.paragraph(SOLE, path=path, serves=serves, name=names[0])
    message = JOINT if entry.capacity is Capacity.JOINT else SEVERAL
    return setting.paragraph(message, path=path, serves=serves, names=names)


def _controller(setting: Setting, path: str, controller: Controller) -> list[Block]:
    blocks: list[Block] = [
        Details(
            rows=((setting.say(NAME), (controller.name,)), *reach(setting, controller.contact)),
            serves=setting.cite("GDPR Art. 13(1)(a)", "GDPR Art. 14(1)(a)"),
            path=path,
        )
    ]
    others = (
        (DPO, "dpo", controller.dpo, "GDPR Art. 13(1)(b)"),
        (REPRESENTATIVE, "representative", controller.representative, "GDPR Art. 13(1)(a)"),
    )
    for label, name, contact, law in others:
        if contact is not UNSTATED:
            rows = ((setting.say(label), ()), *reach(setting, contact))
            blocks.append(Details(rows=rows, serves=setting.cite(law), path=f"{path}.{name}"))
    return blocks


def reach(setting: Setting, contact: Contact) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """
    Make rows of the ways to reach somebody that are stated.
    """
    ways = ((EMAIL, contact.email), (PHONE, contact.phone), (PAGE, contact.url))
    address = ((setting.say(ADDRESS), contact.address),) if contact.address else ()
    stated = tuple((setting.say(label), (way,)) for label, way in ways if isinstance(way, str))
    return (*address, *stated)
