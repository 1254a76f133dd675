"""
The gaps a declaration can have, and how each is mended.
"""

from __future__ import annotations

from typing import Final

from recruitprivacy.messages import Message

UNCONTROLLED: Final = Message(
    "check.role.uncontrolled", "Nobody is named as controller for these people: {role}."
)
NAME_CONTROLLER: Final = Message(
    "mend.role.uncontrolled",
    "Add an entry under 'responsible' that names a controller for the role.",
)
NO_NAME: Final = Message(
    "check.controller.unnamed",
    "It is said how one finds the controller of these people, but none is named: {role}.",
)
ADD_NAME: Final = Message(
    "mend.controller.unnamed", "List under 'among' the controllers it can be."
)
NO_CONTACT: Final = Message(
    "check.controller.contact_unstated", "The controller {name} has no contact details."
)
ADD_CONTACT: Final = Message(
    "mend.controller.contact_unstated", "State an address, an e-mail or a telephone number."
)
NO_DPO: Final = Message(
    "check.controller.dpo_unstated",
    "No data protection officer is named for {name}; one must be named where there is one.",
)
ADD_DPO: Final = Message(
    "mend.controller.dpo_unstated",
    "Name the officer's contact details, or record that there is none.",
)
OLD_PHONE: Final = Message(
    "check.authority.phone_retired",
    "The telephone number given for this supervisory authority is no longer in use: {name}.",
)
NEW_PHONE: Final = Message(
    "mend.authority.phone_retired", "Look the number up at the authority, or leave it out."
)
NO_RECIPIENT: Final = Message(
    "check.recipient.unstated",
    "No recipient is named for these people; where there are none, none need be: {role}.",
)
ADD_RECIPIENT: Final = Message(
    "mend.recipient.unstated",
    "Add whoever gets the data under 'recipients'; those who process them for the firm count, too.",
)
UNSPOKEN: Final = Message(
    "check.language.unspoken", "We cannot compose a notice in this language: {tag}."
)
SPEAK: Final = Message(
    "mend.language.unspoken", "Check the tag, as in 'sv' for Swedish; or add a catalog."
)
NOT_YET: Final = Message("check.version.in_future", "The notice applies only from a later day.")
WAIT: Final = Message(
    "mend.version.in_future", "Check the date; until then an earlier version counts."
)
NO_USE: Final = Message("check.use.none", "No purpose is declared for these people: {role}.")
ADD_USE: Final = Message("mend.use.none", "Add a use with its purposes and basis.")
NO_PURPOSE: Final = Message("check.use.purposes_unstated", "A use is declared without a purpose.")
ADD_PURPOSE: Final = Message("mend.use.purposes_unstated", "Say what the data are used for.")
NO_BASIS: Final = Message("check.use.basis_unstated", "No lawful basis is given for: {purposes}.")
ADD_BASIS: Final = Message(
    "mend.use.basis_unstated", "State the point of Art. 6(1) the firm relies on."
)
NO_INTEREST: Final = Message(
    "check.use.interests_unstated", "Legitimate interests are the basis, but none is named."
)
ADD_INTEREST: Final = Message("mend.use.interests_unstated", "Name the interest and whose it is.")
OPEN_PURPOSES: Final = Message(
    "check.use.open_ended", "The list of purposes is said not to be complete."
)
CLOSE_PURPOSES: Final = Message("mend.use.open_ended", "Name every purpose, and say so.")
OPEN_DATA: Final = Message("check.data.open_ended", "The list of data is said not to be complete.")
CLOSE_DATA: Final = Message("mend.data.open_ended", "Name every category, and say so.")
NO_DATA: Final = Message(
    "check.data.none", "No category of data is declared for these people: {role}."
)
ADD_DATA: Final = Message("mend.data.none", "Add what is held under 'data'.")
NO_ART_9: Final = Message(
    "check.data.art_9_unstated",
    "No condition of Art. 9(2) is given for this special category of data: {category}.",
)
ADD_ART_9: Final = Message(
    "mend.data.art_9_unstated", "State the condition for the category, or for each use of it."
)
NO_ART_10: Final = Message(
    "check.data.art_10_unstated",
    "No law that allows it is given for data on convictions or offences: {category}.",
)
ADD_ART_10: Final = Message(
    "mend.data.art_10_unstated", "State the national provision relied on, or do not hold it."
)
NO_SOURCE: Final = Message(
    "check.source.unstated", "It is not said where data of these people come from: {role}."
)
ADD_SOURCE: Final = Message("mend.source.unstated", "Add the sources under 'ways'.")
NO_PERIOD: Final = Message(
    "check.retention.unstated", "No period of keeping is declared for these people: {role}."
)
ADD_PERIOD: Final = Message(
    "mend.retention.unstated", "Add a rule under 'retention' with its length and its start."
)
NO_CAP: Final = Message(
    "check.clock.no_cap", "Each contact moves the end of keeping on; no longest time is declared."
)
ADD_CAP: Final = Message("mend.clock.no_cap", "Declare the longest time with 'at_most'.")
NO_STATUTE: Final = Message(
    "check.retention.floor_without_statute",
    "A shortest time of keeping is declared without its statute; it counts as a wish.",
)
ADD_STATUTE: Final = Message(
    "mend.retention.floor_without_statute", "Cite the statute, or write 'aim'."
)
NO_INSTRUMENT: Final = Message(
    "check.transfer.instrument_unstated",
    "Data leave the European Economic Area; no safeguard is named.",
)
ADD_INSTRUMENT: Final = Message(
    "mend.transfer.instrument_unstated", "Name the adequacy decision or the safeguards."
)
NO_COPY: Final = Message(
    "check.transfer.copy_unstated", "It is not said where a copy of the safeguards is to be had."
)
ADD_COPY: Final = Message("mend.transfer.copy_unstated", "Say where a copy can be asked for.")
INVALID: Final = Message(
    "check.transfer.instrument_invalid",
    "The transfer rests on an instrument that is not in force: {instrument}.",
)
RENEW: Final = Message("mend.transfer.instrument_invalid", "Name one that is, or end the transfer.")
NO_LOGIC: Final = Message(
    "check.automation.logic_unstated",
    "A machine decides alone; how it decides and what follows from it is not told.",
)
ADD_LOGIC: Final = Message(
    "mend.automation.logic_unstated", "Tell it under the entry's path in the texts, as 'says'."
)
NO_HUMAN: Final = Message(
    "check.automation.human_unstated", "It is not said whether a machine decides alone."
)
ADD_HUMAN: Final = Message("mend.automation.human_unstated", "State 'decides_alone'.")
NO_RIGHT: Final = Message(
    "check.right.unstated", "The declaration does not mention this right: {right}."
)
ADD_RIGHT: Final = Message("mend.right.unstated", "Add it under 'rights'.")
NO_AUTHORITY: Final = Message("check.authority.unstated", "No supervisory authority is named.")
ADD_AUTHORITY: Final = Message("mend.authority.unstated", "Add it under 'authorities'.")
PARTLY_REACHED: Final = Message(
    "check.authority.page_unstated", "No page of the supervisory authority is given: {name}."
)
ADD_PAGE: Final = Message("mend.authority.page_unstated", "Add its address on the web.")
NO_WITHDRAWAL: Final = Message(
    "check.consent.withdrawal_unstated",
    "Consent is asked for; that it can be withdrawn is not said.",
)
ADD_WITHDRAWAL: Final = Message(
    "mend.consent.withdrawal_unstated", "Add 'withdraw_consent' under 'rights'."
)
NO_OBLIGATION: Final = Message(
    "check.obligation.unstated", "It is not said whether these people must give their data: {role}."
)
ADD_OBLIGATION: Final = Message(
    "mend.obligation.unstated",
    "Add under 'obligations' what must be given, why, and what follows if not.",
)
NO_DATE: Final = Message("check.version.undated", "The notice bears no date.")
ADD_DATE: Final = Message("mend.version.undated", "State since when it applies.")
NO_NUMBER: Final = Message("check.version.unnumbered", "The notice bears no version number.")
ADD_NUMBER: Final = Message(
    "mend.version.unnumbered", "Number it, so that one can record which one a person was given."
)
CUT: Final = Message("check.version.truncated", "The text of the notice is cut off.")
WHOLE: Final = Message("mend.version.truncated", "Supply the rest.")
NOT_TOLD: Final = Message(
    "check.changes.not_notified", "People are not told when the notice changes."
)
TELL: Final = Message(
    "mend.changes.not_notified", "Tell the people concerned of changes that matter to them."
)
LOST: Final = Message("check.link.lost", "A link leads nowhere; it should tell: {about}.")
FIND: Final = Message("mend.link.lost", "State where it leads, or say it in the notice itself.")
BROWSER: Final = Message(
    "check.cookies.without_consent",
    "Cookies that are not strictly necessary are placed unless refused; nobody is asked first.",
)
ASK_FIRST: Final = Message("mend.cookies.without_consent", "Ask before placing them.")
NO_PERMISSION: Final = Message(
    "check.cookies.permission_unstated",
    "It is not said whether cookies that are not strictly necessary wait for consent.",
)
ADD_PERMISSION: Final = Message(
    "mend.cookies.permission_unstated", "State under 'permission' what is asked first."
)
NO_LIFETIME: Final = Message(
    "check.cookies.tracker_incomplete", "Of this cookie too little is told: {tracker}."
)
ADD_LIFETIME: Final = Message(
    "mend.cookies.tracker_incomplete",
    "State who sets it, what for, how long it stays and who reads it.",
)
LATE: Final = Message(
    "check.requests.promise_later_than_law",
    "The answer is promised later than the law allows: {within:cell}.",
)
EARLIER: Final = Message("mend.requests.promise_later_than_law", "Promise one month at most.")
REST: Final = Message(
    "check.version.rest", "{missing} The part of the text that we do not have may say it."
)
MISSING: Final = frozenset(
    {
        UNCONTROLLED,
        NO_NAME,
        NO_CONTACT,
        NO_DPO,
        NO_RECIPIENT,
        NO_USE,
        NO_PURPOSE,
        NO_BASIS,
        NO_INTEREST,
        NO_DATA,
        NO_ART_9,
        NO_ART_10,
        NO_SOURCE,
        NO_PERIOD,
        NO_CAP,
        NO_INSTRUMENT,
        NO_COPY,
        NO_LOGIC,
        NO_HUMAN,
        NO_RIGHT,
        NO_AUTHORITY,
        PARTLY_REACHED,
        NO_WITHDRAWAL,
        NO_OBLIGATION,
        NO_DATE,
        NO_NUMBER,
        NO_PERMISSION,
        NO_LIFETIME,
    }
)
"""What is not said; where the text is cut off, its rest may say it."""
