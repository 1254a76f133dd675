"""
What the reader may ask for, how, and where to complain.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import attrs

from recruitprivacy.messages import Message
from recruitprivacy.notices._setting import Setting
from recruitprivacy.notices._tree import Block, Details, Section
from recruitprivacy.notices._who import (
    ADDRESS,
    COMPLAINTS,
    EMAIL,
    NAME,
    ONLY_IN,
    PAGE,
    PHONE,
    RIGHTS,
    reasons_alone,
    ways_to_reach,
)
from recruitprivacy.notices._why import capital, may_object
from recruitprivacy.periods import Period
from recruitprivacy.policy import (
    UNSTATED,
    AnswerPromise,
    Authority,
    ComplaintRoute,
    FurtherRequest,
    Modality,
    RightOffered,
)
from recruitprivacy.vocabulary import Kind, Right

THE_AUTHORITY: Final = "supervisory_authority"
THE_FIRM: Final = "controller"
TITLE: Final = Message("notice.rights.title", "Your rights")
HOW: Final = Message("notice.rights.how", "How to use your rights")
WHERE: Final = Message("notice.rights.where", "You can reach us here for this:")
AT: Final = Message("notice.rights.at", "You can send us your request in this way: {channels:or}.")
WITHIN: Final = Message(
    "notice.rights.within",
    "We answer without undue delay, and at the latest {within:within} of receiving your request.",
)
NORMALLY: Final = Message(
    "notice.rights.normally", "Normally we answer {within:within} of receiving your request."
)
EXTENDED: Final = Message(
    "notice.rights.extended",
    "If the law allows us more time, we tell you so, with the reasons, within that time.",
)
EXTENDED_BY: Final = Message(
    "notice.rights.extended_by",
    "If your request is complex, this can take up to {more:cell} longer; we tell you so, with the "
    "reasons, within that time.",
)
IDENTITY: Final = Message(
    "notice.rights.identity",
    "If we reasonably doubt who you are, we may ask for what we need to be sure.",
)
NO_WAY: Final = Message(
    "notice.rights.no_way", "This notice does not say how you can send us your request."
)
FREE: Final = Message("notice.rights.free", "Making a request is free of charge.")
FREE_UNLESS: Final = Message(
    "notice.rights.free_unless", "Making a request is free of charge. Exception: {grounds:or}."
)
COPIES: Final = Message(
    "notice.rights.copies", "For further copies we may ask a reasonable fee for our costs."
)
REASONS: Final = Message(
    "notice.rights.reasons",
    "If we refuse, we tell you why, and that you can complain to the supervisory authority or go "
    "to court.",
)
RECORD: Final = Message(
    "notice.rights.record", "We keep a record of our dealings about your request."
)
RECORD_MAY: Final = Message(
    "notice.rights.record_may", "We may keep a record of our dealings about your request."
)
OFFERED_IN: Final = Message(
    "notice.rights.offered_in", "We offer this right to people in: {places}."
)
GROUNDS: Final = Message("notice.rights.grounds", "You have this right in these cases:")
EXCEPTIONS: Final = Message("notice.rights.exceptions", "We need not do so in these cases:")
RECIPIENTS: Final = Message(
    "notice.rights.recipients",
    "If we correct, erase or restrict data, we tell those who got them from us, unless that is "
    "impossible or takes disproportionate effort.",
)
BEFORE_LIFTING: Final = Message(
    "notice.rights.before_lifting", "We tell you before we lift a restriction."
)
OTHER_USES: Final = Message(
    "notice.rights.restricted_uses", "While the use is restricted, we may only still do this:"
)
PROTECTED: Final = Message(
    "notice.rights.protected",
    "You get the data in a machine-readable file protected by a password.",
)
READABLE: Final = Message("notice.rights.readable", "You get the data in a machine-readable file.")
OBJECT_ELSEWHERE: Final = Message(
    "notice.right.object_elsewhere",
    "You may object to any use that rests on legitimate interests or on a task in the public "
    "interest.",
)
COMPLAIN: Final = Message("notice.complaint.title", "Complaints")
AUTHORITY: Final = Message(
    "notice.complaint.authority",
    "You may complain to a supervisory authority at any time: where you live, where you work, or "
    "where you think the law was broken.",
)
WITH_US: Final = Message("notice.complaint.firm", "You can also tell us about your complaint:")
SEND_US: Final = Message(
    "notice.complaint.send", "You can send us your complaint in this way: {channels:or}."
)
TURN_TO: Final = Message("notice.complaint.turn", "This way is open to you as well: {forum}.")
OPEN_IF: Final = Message(
    "notice.complaint.open", "This is possible only in this case: {conditions:or}."
)
ANSWERED: Final = Message(
    "notice.complaint.within", "You get an answer {within:within} of receipt of your complaint."
)
NO_COST: Final = Message("notice.complaint.free", "It costs you nothing.")
UNDER: Final = Message(
    "notice.complaint.under",
    "The rest of this section is only about data transferred on this basis: {instruments:or}.",
)
THIS_ONE: Final = Message("notice.complaint.this", "For us this is:")

FURTHER: Final = Message("notice.further.ask", "You can also ask us for this:")
STOPS: Final = Message(
    "notice.further.stops", "We then no longer use your data for these purposes ({purposes})."
)
ERASES: Final = Message("notice.further.erases", "We then erase your data.")
NOTED: Final = Message("notice.further.noted", "We keep a note that you asked.")

EXPLAINED: Final = {
    Right.ACCESS: Message(
        "notice.right.access", "You may ask whether we hold data about you, and get a copy of them."
    ),
    Right.RECTIFICATION: Message(
        "notice.right.rectification",
        "You may have wrong data corrected and incomplete data completed.",
    ),
    Right.ERASURE: Message("notice.right.erasure", "You may ask us to erase your data."),
    Right.RESTRICTION: Message(
        "notice.right.restriction",
        "You may ask us to restrict the use of your data: we then store them and, but for the "
        "cases the law names, do nothing else with them.",
    ),
    Right.PORTABILITY: Message(
        "notice.right.portability",
        "You may receive the data you gave us, or have us send them straight to another "
        "controller where that is technically feasible. This holds for data that we process by "
        "automated means on the basis of consent or a contract.",
    ),
    Right.OBJECT: Message(
        "notice.right.object", "You may object, as explained under “You may object” above."
    ),
    Right.NOT_SUBJECT_TO_AUTOMATED_DECISION: Message(
        "notice.right.automated",
        "You need not accept a decision that a machine alone takes and that has legal effects for "
        "you or affects you in a similarly significant way.",
    ),
}
TITLES: Final = {
    Right.ACCESS: ("GDPR Art. 13(2)(b)", "GDPR Art. 14(2)(c)", "GDPR Art. 15(1)"),
    Right.RECTIFICATION: ("GDPR Art. 13(2)(b)", "GDPR Art. 14(2)(c)", "GDPR Art. 16"),
    Right.ERASURE: ("GDPR Art. 13(2)(b)", "GDPR Art. 14(2)(c)", "GDPR Art. 17(1)"),
    Right.RESTRICTION: ("GDPR Art. 13(2)(b)", "GDPR Art. 14(2)(c)", "GDPR Art. 18(1)"),
    Right.PORTABILITY: ("GDPR Art. 13(2)(b)", "GDPR Art. 14(2)(c)", "GDPR Art. 20(1)"),
    Right.OBJECT: ("GDPR Art. 13(2)(b)", "GDPR Art. 14(2)(c)", "GDPR Art. 21(1)"),
    Right.NOT_SUBJECT_TO_AUTOMATED_DECISION: ("GDPR Art. 22(1)",),
}


def rights(setting: Setting) -> Section:
    """
    Compose every right the law gives the reader, with what the firm says of it.

    The rights are the law's: a notice must name them even where the declaration forgets one,
    and the check reports that it did.

    Law:
        GDPR Art. 13(2)(b): access, rectification, erasure, restriction, objection, portability.
    """
    sections = tuple(_right(setting, right) for right in _listed(setting))
    return Section(key="rights", title=setting.say(TITLE), sections=(*sections, _how(setting)))


def _listed(setting: Setting) -> tuple[Right, ...]:
    automated = any(setting.mine(entry.roles) for entry in setting.policy.automation.values())
    return tuple(
        right
        for right in EXPLAINED
        if automated or right is not Right.NOT_SUBJECT_TO_AUTOMATED_DECISION
    )


def _right(setting: Setting, right: Right) -> Section:
    path = setting.right(right)
    message = EXPLAINED[right]
    if right is Right.OBJECT and may_object(setting) is None:
        message = OBJECT_ELSEWHERE
    blocks: list[Block] = [setting.paragraph(message, serves=TITLES[right], path=path)]
    offered = setting.policy.rights.get(right)
    if offered is not None and setting.mine(offered.roles):
        blocks.extend(_details(setting, path, offered))
    title = capital(setting.say(right.label))
    return Section(key=f"right-{right.value}", title=title, blocks=tuple(blocks))


def _details(setting: Setting, path: str, offered: RightOffered) -> Iterator[Block]:
    if offered.person_in:
        places = setting.places(offered.person_in)
        yield setting.paragraph(OFFERED_IN, places=places, path=f"{path}.person_in")
    grounds = (*offered.erasure_grounds, *offered.restriction_grounds)
    said = tuple(setting.say(ground.label) for ground in grounds)
    yield from setting.bullets(GROUNDS, said, path=path)
    exceptions = tuple(setting.say(exception.label) for exception in offered.erasure_exceptions)
    yield from setting.bullets(EXCEPTIONS, exceptions, path=path)
    uses = tuple(setting.say(use.label) for use in offered.restriction_uses)
    yield from setting.bullets(OTHER_USES, uses, path=path)
    told = (
        (offered.password_protected and offered.machine_readable, PROTECTED),
        (offered.machine_readable and not offered.password_protected, READABLE),
        (offered.told_before_lifting, BEFORE_LIFTING),
    )
    for holds, message in told:
        if holds:
            yield setting.paragraph(message, path=path)


def _how(setting: Setting) -> Section:
    requests = setting.policy.requests
    blocks: list[Block] = []
    if requests.channels:
        ways = setting.words(Kind.CHANNEL, requests.channels)
        blocks.append(setting.paragraph(AT, channels=ways, path="requests.channels"))
    blocks.extend(_reached(setting, WHERE, RIGHTS))
    if not (blocks or _reachable(setting)):
        blocks.append(setting.paragraph(NO_WAY, path="requests"))
    answer = requests.answer
    blocks.extend(_within(setting, answer))
    if answer.extension is not None:
        blocks.append(setting.paragraph(EXTENDED_BY, more=answer.extension, path="requests.answer"))
    elif answer.extension_as_lawful:
        blocks.append(setting.paragraph(EXTENDED, path="requests.answer"))
    blocks.extend(_terms(setting))
    blocks.extend(_further(setting))
    return Section(key="how", title=setting.say(HOW), blocks=tuple(blocks))


def _reachable(setting: Setting) -> bool:
    controllers = setting.policy.controllers.values()
    contacts = (*setting.policy.contacts.values(), *(each.contact for each in controllers))
    return any(contact.stated for contact in contacts)


def _within(setting: Setting, answer: AnswerPromise) -> Iterator[Block]:
    law, path = ("GDPR Art. 12(3)",), "requests.answer"
    if answer.within is not UNSTATED:
        message = NORMALLY if answer.normally else WITHIN
        yield setting.paragraph(message, within=answer.within, serves=law, path=path)
    # What is promised for normal times alone leaves the law's own limit for all others.
    if answer.normally or (answer.within is UNSTATED and answer.as_lawful):
        rules = setting.law.every_rule("deadline.answer")
        found = (rule.period for rule in rules if rule.in_force(setting.on))
        for period in filter(None, found):
            yield setting.paragraph(WITHIN, within=period, serves=law, path=path)
            return


def _reached(setting: Setting, lead: Message, reason: str) -> Iterator[Block]:
    blocks = [
        block
        for name, entry in setting.policy.contacts.items()
        if reasons_alone(setting, entry, reason)
        for block in ways_to_reach(setting, f"contacts.{name}", entry)
    ]
    if blocks:
        yield setting.paragraph(lead, path="contacts")
        yield from blocks


def _terms(setting: Setting) -> Iterator[Block]:
    requests, offers = setting.policy.requests, setting.policy.rights.values()
    if requests.identity is not None:
        yield setting.paragraph(IDENTITY, serves=("GDPR Art. 12(6)",), path="requests.identity")
    if requests.fees.free is True:
        grounds = tuple(ground.label for ground in requests.fees.unless)
        message = FREE_UNLESS if grounds else FREE
        yield setting.paragraph(
            message, grounds=grounds, serves=("GDPR Art. 12(5)",), path="requests.fees"
        )
    if requests.fees.further_copies:
        yield setting.paragraph(COPIES, serves=("GDPR Art. 15(3)",), path="requests.fees")
    if any(offered.telling and offered.telling.recipients for offered in offers):
        yield setting.paragraph(RECIPIENTS, serves=("GDPR Art. 19",), path="rights")
    if any(offered.reasons_given for offered in offers):
        yield setting.paragraph(REASONS, serves=("GDPR Art. 12(4)",), path="rights")
    if requests.record_kept is not None:
        message = RECORD_MAY if requests.record_kept is Modality.MAY else RECORD
        yield setting.paragraph(message, path="requests.record_kept")


def _further(setting: Setting) -> Iterator[Block]:
    requests = setting.policy.further_requests.items()
    mine = {
        name: asked
        for name, asked in requests
        if setting.mine(asked.roles) and not stops_messages(setting, asked)
    }
    labels = dict(zip(mine, setting.labels(Kind.REQUEST, mine), strict=True))
    follows = {name: " ".join(_follows(setting, asked)) for name, asked in mine.items()}
    plain = [labels[name] for name in mine if not follows[name]]
    yield from setting.bullets(FURTHER, plain, path="further_requests")
    rows = tuple((capital(labels[name]), (said,)) for name, said in follows.items() if said)
    if rows and not plain:
        yield setting.paragraph(FURTHER, path="further_requests")
    if rows:
        yield Details(rows=rows, path="further_requests")


def stops_messages(setting: Setting, asked: FurtherRequest) -> bool:
    """
    Say whether a request does no more than stop messages, and so is told of where they are.
    """
    sent = (one for one in setting.policy.marketing.values() if setting.mine(one.roles))
    purposes = {purpose for one in sent for purpose in one.purposes}
    return bool(asked.stops) and not asked.erases and purposes.issuperset(asked.stops)


def _follows(setting: Setting, asked: FurtherRequest) -> Iterator[str]:
    if asked.stops:
        yield setting.say(STOPS, purposes=setting.words(Kind.PURPOSE, asked.stops))
    if asked.erases:
        yield setting.say(ERASES)
    if asked.kept:
        yield setting.say(NOTED)


def complaint(setting: Setting) -> Section:
    """
    Compose the right to complain, with the authorities the declaration names.

    Law:
        GDPR Art. 13(2)(d): the right to lodge a complaint.
        GDPR Art. 77(1): with the authority of residence, place of work or alleged infringement.
    """
    law = ("GDPR Art. 13(2)(d)", "GDPR Art. 14(2)(e)", "GDPR Art. 77(1)")
    blocks: list[Block] = [setting.paragraph(AUTHORITY, serves=law)]
    # One that only watches over a transfer framework takes no complaint under Art. 77.
    named = {key: each for key, each in setting.policy.authorities.items() if not each.under}
    if named:
        blocks.append(setting.paragraph(THIS_ONE, serves=law))
    for country, authority in named.items():
        blocks.append(_authority(setting, f"authorities.{country}", authority))
    return Section(key="complaint", title=setting.say(COMPLAIN), blocks=tuple(blocks))


def complaints(setting: Setting) -> Section:
    """
    Compose the right to complain, and where the firm itself hears complaints.

    Law:
        GDPR Art. 13(2)(d): the right to lodge a complaint.
    """
    section = complaint(setting)
    ours = (*_reached(setting, WITH_US, COMPLAINTS), *_routes(setting))
    return attrs.evolve(section, blocks=(*section.blocks, *ours))


def _routes(setting: Setting) -> Iterator[Block]:
    groups: dict[tuple[tuple[str, ...], tuple[str, ...]], dict[str, ComplaintRoute]] = {}
    for name, route in setting.policy.complaints.items():
        if setting.mine(route.roles) and route.to != THE_AUTHORITY:
            groups.setdefault((route.under, route.person_in), {})[f"complaints.{name}"] = route
    for scope in sorted(groups, key=any):  # those for everybody first
        for number, (path, route) in enumerate(groups[scope].items()):
            if not number:
                yield from _only_for(setting, path, route)
            yield from _to(setting, path, route)
            yield from _on_terms(setting, path, route)


def _only_for(setting: Setting, path: str, route: ComplaintRoute) -> Iterator[Block]:
    if route.under:
        instruments = tuple(instrument.label for instrument in route.under)
        yield setting.paragraph(UNDER, instruments=instruments, path=f"{path}.under")
    if route.person_in:
        places = setting.places(route.person_in)
        yield setting.paragraph(ONLY_IN, places=places, path=f"{path}.person_in")


def _to(setting: Setting, path: str, route: ComplaintRoute) -> Iterator[Block]:
    if route.to != THE_FIRM:
        (forum,) = setting.words(Kind.FORUM, (route.to,))
        yield setting.paragraph(TURN_TO, forum=forum, path=path)
    elif route.via:
        channels = setting.words(Kind.CHANNEL, route.via)
        yield setting.paragraph(SEND_US, channels=channels, path=f"{path}.via")
    stated = ((NAME, route.name), (PAGE, route.url))
    rows = tuple(
        (setting.say(label), (said,)) for label, said in stated if isinstance(said, str) and said
    )
    if rows:
        yield Details(rows=rows, path=path)


def _on_terms(setting: Setting, path: str, route: ComplaintRoute) -> Iterator[Block]:
    if isinstance(route.within, Period):
        yield setting.paragraph(ANSWERED, within=route.within, path=f"{path}.within")
    if route.when_any:
        conditions = setting.words(Kind.CONDITION, route.when_any)
        yield setting.paragraph(OPEN_IF, conditions=conditions, path=f"{path}.when_any")
    if route.free is True:
        yield setting.paragraph(NO_COST, path=f"{path}.free")


def _authority(setting: Setting, path: str, authority: Authority) -> Details:
    ways = ((EMAIL, authority.email), (PHONE, authority.phone), (PAGE, authority.url))
    rows: list[tuple[str, tuple[str, ...]]] = [(setting.say(NAME), (authority.name,))]
    if authority.address:
        rows.append((setting.say(ADDRESS), authority.address))
    rows.extend((setting.say(label), (way,)) for label, way in ways if isinstance(way, str))
    return Details(rows=tuple(rows), serves=setting.cite("GDPR Art. 13(2)(d)"), path=path)
