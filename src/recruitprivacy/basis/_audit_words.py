"""
What an audit finds, and how each is mended.
"""

from __future__ import annotations

from typing import Final

from recruitprivacy.messages import Message

NO_PLACE: Final = Message(
    "audit.place.unknown",
    "It is not said in which country the controller is; only the law that was loaded was asked.",
)
ADD_PLACE: Final = Message("mend.place.unknown", "Name the country of each controller.")
NOT_LOADED: Final = Message(
    "audit.place.not_loaded", "The law of this place is not loaded, so it is unknown: {place}."
)
LOAD_IT: Final = Message(
    "mend.place.not_loaded", "Load the law it is under, or have somebody look at that law."
)

EXCLUDED: Final = Message(
    "audit.basis.excluded",
    "No basis that is stated can carry what rests on it: {purposes}. Stated: {bases}.",
)
REPLACE: Final = Message(
    "mend.basis.excluded", "State a basis that the facts bear out, or stop; assess() lists them."
)
PARTLY: Final = Message(
    "audit.basis.partly_excluded",
    "Of the bases that are stated, some cannot carry what rests on them: {bases}. Purposes: "
    "{purposes}.",
)
SORT_OUT: Final = Message(
    "mend.basis.partly_excluded", "Say for each purpose which single basis carries it."
)
MISFIT: Final = Message(
    "audit.basis.misfit",
    "The stated basis is {bases}, but these rest by their meaning on {other}: {purposes}.",
)
REFIT: Final = Message(
    "mend.basis.misfit",
    "State the basis the purpose rests on; other rights follow from it, such as no objection.",
)
SEVERAL: Final = Message(
    "audit.basis.several",
    "{n} purpose rests on a list of bases, and it is not said which carries it.",
    "{n} purposes rest on a list of bases, and it is not said which carries which.",
)
UNWEIGHED: Final = Message(
    "audit.basis.unweighed",
    "{n} use rests on legitimate interests, and it is not said that anybody weighed them.",
    "{n} uses rest on legitimate interests, and it is not said that anybody weighed them.",
)
WEIGH: Final = Message(
    "mend.basis.unweighed", "Weigh them in writing, and record who did, when, and until when."
)
UNEQUAL: Final = Message(
    "audit.consent.imbalance",
    "Consent is the only basis while somebody may be applying, where a no is hard: {purposes}.",
)
FREE_IT: Final = Message(
    "mend.consent.imbalance",
    "Show that a no has no effect on any application, or find another basis in the law.",
)
UNASKED: Final = Message(
    "audit.consent.unasked",
    "Consent is stated as a basis, and nowhere is it said to be asked for: {purposes}.",
)
ASK: Final = Message("mend.consent.unasked", "Say how it is asked for, or state another basis.")
UNSPECIFIC: Final = Message(
    "audit.consent.unspecific", "A consent is asked for that names neither purpose nor data."
)
NAME_IT: Final = Message("mend.consent.unspecific", "Name the purpose each consent is for.")
VAGUE: Final = Message(
    "audit.consent.vague",
    "It is left open when consent is asked for, so nobody can tell what rests on it.",
)
SETTLE: Final = Message("mend.consent.vague", "Say for what consent is always asked.")
NOT_CONSENT: Final = Message(
    "audit.consent.not_consent",
    "What goes on until the person says no is called a consent here: {kinds}.",
)
CALL_IT: Final = Message(
    "mend.consent.not_consent", "Ask for a clear act, or name the exception the firm relies on."
)
HARDER: Final = Message(
    "audit.consent.withdrawal_harder",
    "Consent is given by a choice on the site, and withdrawn by writing to the firm.",
)
EASE: Final = Message(
    "mend.consent.withdrawal_harder", "Let it be withdrawn where, and as easily as, it was given."
)
NOT_SAID: Final = Message(
    "audit.consent.explicit_lost",
    "The text in one language ({language}) asks for plain consent where the declaration says "
    "explicit consent.",
)
SAY_SO: Final = Message("mend.consent.explicit_lost", "Put the missing word into that text.")
BROWSER: Final = Message(
    "audit.consent.no_act",
    "What people do without meaning to agree is taken for consent: {source}.",
)
ACT: Final = Message("mend.consent.no_act", "Ask for a clear act before anything is collected.")

ON_CONSENT: Final = Message(
    "audit.special.on_consent",
    "Special categories rest on explicit consent of people who apply for work: {category}.",
)
CRIMINAL: Final = Message(
    "audit.criminal.on_consent",
    "Criminal data rest on consent, which is not enough by itself: {category}.",
)
FIND_LAW: Final = Message(
    "mend.criminal.on_consent", "Name the law that allows it, with the ground it lists."
)
NUMBER: Final = Message(
    "audit.identifier.no_statute",
    "An identity number is held, and no law is named that asks for it: {category}.",
)
STATUTE: Final = Message(
    "mend.identifier.no_statute",
    "Name the law, or hold it only from the stage at which it is needed.",
)
NO_DUTY: Final = Message(
    "audit.duty.not_found",
    "A law is said to demand these data, and none was found that does: {categories}.",
)
NAME_DUTY: Final = Message("mend.duty.not_found", "Name the provision, or do not ask for them.")
ON_WISH: Final = Message(
    "audit.data.on_wish",
    "Guarded data are asked for where a client wants them, and no law is named that allows it: "
    "{category}.",
)
NAME_GROUND: Final = Message(
    "mend.data.on_wish", "Name the law that allows it; what a client wants is no ground."
)
AND_CONSENT: Final = Message(
    "audit.duty.on_consent",
    "A law is said to demand these data, and they are said to be held only with consent: "
    "{categories}.",
)
ONE_GROUND: Final = Message(
    "mend.duty.on_consent", "Say which of the two it is; what a law demands asks for no consent."
)
TOO_EARLY: Final = Message(
    "audit.collect.too_early",
    "Nothing says that these data wait until they can be needed (from: {stage}): {category}.",
)
LATER: Final = Message("mend.collect.too_early", "Ask for them when they are needed.")

INCOMPATIBLE: Final = Message(
    "audit.purpose.incompatible",
    "People given in one role are used in another: {role} becomes {other}. Purpose: {purpose}.",
)
ASK_THEM: Final = Message("mend.purpose.incompatible", "Ask them first, or leave it.")

ALONE: Final = Message(
    "audit.automation.alone", "A machine decides alone, and no exception that allows it is stated."
)
HUMAN: Final = Message(
    "mend.automation.alone",
    "Let a human who may decide otherwise look at each case, or name the exception.",
)
PLANNED: Final = Message(
    "audit.automation.planned_on_consent",
    "Deciding by machine is planned on consent, which must be explicit and free.",
)
PLAN: Final = Message(
    "mend.automation.planned_on_consent", "Ask explicitly, and offer a way of the same worth."
)
WORSE_OFF: Final = Message(
    "audit.automation.refusal_harms",
    "Whoever does not agree to the machine is worse off: {consequences}.",
)
SAME_CHANCE: Final = Message(
    "mend.automation.refusal_harms", "Give whoever declines the same chances."
)
UNPROVEN: Final = Message(
    "audit.automation.human_unproven",
    "People are ranked or selected by machine and a human is said to check; whether the check "
    "means anything is not shown.",
)
DENIED: Final = Message(
    "audit.automation.effect_denied",
    "A machine ranks or selects people, and it is said that this has no real effect on them.",
)
OWN_UP: Final = Message(
    "mend.automation.effect_denied",
    "Say what becomes of those it leaves out, or show that somebody looks at them, too.",
)
COUNT: Final = Message(
    "mend.automation.human_unproven",
    "Note who looks, that they may decide otherwise, and how often they do.",
)

OPT_IN: Final = Message(
    "audit.marketing.opt_in_needed",
    "Messages are sent without asking first, and the law of this place asks for consent: {place}.",
)
ASK_FIRST: Final = Message(
    "mend.marketing.opt_in_needed", "Ask first, or show every condition of an exception."
)
ASKED_OR_NOT: Final = Message(
    "audit.marketing.asking_unclear",
    "Messages follow people's own settings; whether these begin with a yes or a no is not said, "
    "and the law of this place asks for consent: {place}.",
)
SAY_WHICH: Final = Message(
    "mend.marketing.asking_unclear", "Say that nothing is sent before somebody says yes, if so."
)
BEYOND: Final = Message(
    "audit.marketing.beyond_cookies",
    "Consent to cookies is the permission, and data are used that no cookie collects: "
    "{categories}.",
)
ASK_APART: Final = Message(
    "mend.marketing.beyond_cookies", "Ask for these data on their own, or leave them out."
)
WATCHED: Final = Message(
    "audit.tracking.unasked",
    "It is recorded who opens a message or clicks in it; no consent to that is spoken of.",
)
ASK_TO_WATCH: Final = Message("mend.tracking.unasked", "Ask first, or do not record it.")
NO_PERMISSION: Final = Message(
    "audit.marketing.permission_unstated", "It is not said by what permission messages are sent."
)
ADD_PERMISSION: Final = Message(
    "mend.marketing.permission_unstated", "Say for whom consent is asked, and for whom not."
)
INCOMPLETE: Final = Message(
    "audit.marketing.soft_opt_in_incomplete",
    "The exception for customers is relied on without all that it needs. Not said: {missing}.",
)
TWO_WAYS: Final = Message(
    "audit.marketing.soft_opt_in_differs",
    "The exception for customers is defined in more than one way. Only some ask for: {differs}.",
)
ONE_WAY: Final = Message("mend.marketing.soft_opt_in_differs", "Define it once, with all it needs.")
NO_ROW: Final = Message(
    "audit.marketing.no_rule",
    "No rule on such messages was found for this place, so it is unknown: {place}.",
)
ON_INTEREST: Final = Message(
    "audit.marketing.interest_not_enough",
    "Direct marketing rests on legitimate interests; where a law asks for consent to messages, "
    "that does not replace it: {place}.",
)

INVALID: Final = Message(
    "audit.transfer.instrument_invalid",
    "This instrument for transfers is not in force on that day: {instrument}.",
)
RENEW: Final = Message("mend.transfer.instrument_invalid", "Name one that is, or end the transfer.")
UNDECIDED: Final = Message(
    "audit.transfer.no_decision",
    "A decision on this country is relied on, and none is in force on that day: {place}.",
)
NO_RULE: Final = Message(
    "audit.transfer.instrument_unknown",
    "No dated rule was found for this instrument, so it is unknown: {instrument}.",
)
EDITION: Final = Message(
    "audit.transfer.edition_unstated",
    "Clauses of this kind exist in editions, of which some have ended: {instrument}.",
)
OUTLIVED: Final = Message(
    "audit.transfer.edition_ended",
    "The text is older than the clauses now in force; those it can mean have ended: {instrument}.",
)
SIGN_NEW: Final = Message(
    "mend.transfer.edition_ended", "Sign the clauses in force, and say that they are meant."
)
NAME_EDITION: Final = Message(
    "mend.transfer.edition_unstated", "Note which edition was signed, and when."
)
OWN_CLAUSES: Final = Message(
    "audit.transfer.own_agreement",
    "An agreement within a group is no instrument, unless it takes over approved clauses.",
)
TAKE_OVER: Final = Message(
    "mend.transfer.own_agreement", "Name the clauses it takes over, or the authority’s approval."
)
UNNAMED: Final = Message(
    "audit.transfer.country_unnamed",
    "Data go to countries that are not named, so no decision on them can be looked up.",
)
NAME_COUNTRY: Final = Message("mend.transfer.country_unnamed", "Name the countries.")

PROMISED: Final = Message(
    "audit.tracker.promise_broken",
    "It is promised that this tracker never does what it is declared to do: {promise}.",
)
KEEP_IT: Final = Message(
    "mend.tracker.promise_broken", "Keep to the promise, or take it back and tell people before."
)
NOT_NOBODY: Final = Message(
    "audit.tracker.not_anonymous",
    "What this tracker collects is called anonymous; it tells one device from another: {data}.",
)
CALL_PERSONAL: Final = Message(
    "mend.tracker.not_anonymous", "Treat it as personal data, or leave out what identifies."
)
