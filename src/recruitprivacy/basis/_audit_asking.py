"""
Consents that are none, messages nobody asked for, and machines that decide.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from recruitprivacy.basis import _audit_words as words
from recruitprivacy.basis._audited import Audited
from recruitprivacy.basis._customers import CONDITIONS
from recruitprivacy.basis._frame import UNION, Frame
from recruitprivacy.basis._permissions import ELECTRONIC, FIRM_TOPIC, PERSON_TOPIC
from recruitprivacy.findings import Finding, Level
from recruitprivacy.law import Rule
from recruitprivacy.messages import Message
from recruitprivacy.policy import (
    Automation,
    Consent,
    Marketing,
    Permission,
    Practice,
    Running,
    differences,
)
from recruitprivacy.vocabulary import ConsentElement, Kind, LawfulBasis

__all__ = ["consents", "machines", "messages", "trackers"]

ASKING: Final = frozenset({Permission.CONSENT, Permission.EXPLICIT_CONSENT})
SILENT: Final = (Permission.SOFT_OPT_IN, Permission.OPT_OUT)
UNASKED: Final = frozenset({Permission.NONE_NEEDED, Permission.OPT_OUT})
ON_SITE: Final = frozenset(
    {"preference_centre", "webform", "website", "account", "app", "unsubscribe_link"}
)
NO_ACT: Final = frozenset({"browser_settings"})
OPEN: Final = frozenset({"where_appropriate", "law_requires"})
"""When consent is asked for, so that nobody can tell for what."""
WORSE: Final = frozenset({"excluded_from_matching"})
DECIDING: Final = frozenset({Practice.SELECTION, Practice.RANKING})
BUSINESS: Final = "business_address"
MARKETING: Final = "direct_marketing"
NEW: Final = "new_purpose"
"""The moment at which a consent is asked of which the purpose is not known before."""

IDENTIFYING: Final = ("identity_details", "contact_details", "login_credentials")
TYPED_IN: Final = (*IDENTIFYING, "application_material", "communications", "special_category_data")
BREAKS: Final = {
    "identifying_people": IDENTIFYING,
    "joining_records": IDENTIFYING,
    "pages_with_forms": TYPED_IN,
}
"""What a tracker that is promised never to do something cannot collect."""

SAYS: Final = {
    Permission.SOFT_OPT_IN: Message("audit.permission.soft_opt_in", "soft opt-in"),
    Permission.OPT_OUT: Message("audit.permission.opt_out", "opt-out"),
}


def consents(audited: Audited) -> Iterator[Finding]:
    """
    Judge what is said of each consent.
    """
    for name, entry in audited.policy.consents.items():
        yield from _consent(audited, f"consents.{name}", entry)
    for role, ways in audited.policy.ways.items():
        for source, way in ways.but.items():
            if way.consent_by in NO_ACT:
                law = ("GDPR Art. 4(11)", "GDPR Recital 32", "C-673/17")
                label = audited.label(Kind.SOURCE, source)
                path = f"ways.{role}.but.{source}.consent_by"
                yield audited.finding(
                    words.BROWSER, Level.ERROR, path, *law, mend=words.ACT, source=label
                )
    yield from _lost(audited)


def _consent(audited: Audited, path: str, entry: Consent) -> Iterator[Finding]:
    silent = tuple(SAYS[kind] for kind in SILENT if kind in entry.kind)
    if silent and ASKING.intersection(entry.kind):
        law = ("GDPR Art. 4(11)", "Dir. 2002/58 Art. 13(2)")
        where = f"{path}.kind"
        yield audited.finding(
            words.NOT_CONSENT, Level.WARNING, where, *law, mend=words.CALL_IT, kinds=silent
        )
    if ASKING.intersection(entry.kind) and not _specific(entry):
        law = ("GDPR Art. 4(11)", "GDPR Art. 6(1)(a)")
        where = f"{path}.purposes"
        yield audited.lacks(words.UNSPECIFIC, Level.WARNING, where, *law, mend=words.NAME_IT)
    if OPEN.intersection(entry.when):
        law = ("GDPR Art. 5(1)(a)", "GDPR Art. 13(1)(c)")
        yield audited.finding(words.VAGUE, Level.NOTE, f"{path}.when", *law, mend=words.SETTLE)
    clicked = "opted_in" in entry.by
    if clicked and entry.withdrawn_by and not ON_SITE.intersection(entry.withdrawn_by):
        where = f"{path}.withdrawn_by"
        yield audited.finding(words.HARDER, Level.WARNING, where, "GDPR Art. 7(3)", mend=words.EASE)


def _specific(entry: Consent) -> bool:
    """
    Say whether a consent is about something, by name, piece by piece, or at each new purpose.
    """
    apart = ConsentElement.GRANULAR in entry.elements or NEW in entry.when
    return bool(entry.purposes or entry.data) or apart


def _lost(audited: Audited) -> Iterator[Finding]:
    """
    Find texts in one language that ask for plain consent where the declaration says explicit.
    """
    explicit = Permission.EXPLICIT_CONSENT.value
    for language in audited.policy.variants:
        for each in differences(audited.policy, language):
            section, _, rest = each.path.partition(".")
            lost = explicit in each.declared and explicit not in each.said
            if section == "consents" and rest.endswith(".kind") and lost:
                yield audited.finding(
                    words.NOT_SAID,
                    Level.ERROR,
                    f"variants.{language}.{each.path}",
                    "GDPR Art. 9(2)(a)",
                    "GDPR Art. 12(1)",
                    mend=words.SAY_SO,
                    language=language,
                )


# -------------------------------------------------------------------------------------- messages


def messages(audited: Audited) -> Iterator[Finding]:
    """
    Judge each kind of message by the law of each place.
    """
    for name, entry in audited.policy.marketing.items():
        path = f"marketing.{name}"
        advertised = any(_is_direct(audited, each) for each in entry.purposes)
        if not entry.permission and advertised:
            law = ("Dir. 2002/58 Art. 13(1)", "GDPR Art. 6(1)")
            where = f"{path}.permission"
            yield audited.lacks(
                words.NO_PERMISSION, Level.GAP, where, *law, mend=words.ADD_PERMISSION
            )
        if advertised and _is_electronic(entry):
            yield from _by_place(audited, path, entry)
        if Permission.SOFT_OPT_IN in entry.permission:
            yield from _incomplete(audited, path, entry)
    yield from _differing(audited)
    yield from _on_interest(audited)


def _is_direct(audited: Audited, purpose: str) -> bool:
    return audited.vocabulary.is_under(Kind.PURPOSE, purpose, MARKETING)


def _is_electronic(entry: Marketing) -> bool:
    """
    Say whether messages go by wire; where no channel is named, nothing says that they do not.
    """
    sent = (channel.partition(".")[0] for channel in entry.channels)
    return not entry.channels or any(each in ELECTRONIC for each in sent)


def _by_place(audited: Audited, path: str, entry: Marketing) -> Iterator[Finding]:
    topic = FIRM_TOPIC if entry.address == BUSINESS else PERSON_TOPIC
    for frame in audited.frames:
        place = frame.situation.establishment or ""
        rules = _rules(frame, topic)
        where = f"{path}.permission"
        if not rules and place != UNION:
            yield audited.finding(words.NO_ROW, Level.NOTE, where, mend=words.LOAD_IT, place=place)
        asks = [rule for rule in rules if rule.value == "opt_in"]
        if asks and Permission.PREFERENCE in entry.permission and not ASKING & {*entry.permission}:
            cites = [cite for rule in asks for cite in rule.cites]
            yield audited.lacks(
                words.ASKED_OR_NOT,
                Level.WARNING,
                where,
                *cites,
                mend=words.SAY_WHICH,
                place=place,
            )
        elif asks and UNASKED.intersection(entry.permission) and not ASKING & {*entry.permission}:
            cites = [cite for rule in asks for cite in rule.cites]
            yield audited.finding(
                words.OPT_IN, Level.ERROR, where, *cites, mend=words.ASK_FIRST, place=place
            )


def _rules(frame: Frame, topic: str) -> tuple[Rule, ...]:
    """
    List the rules of a place on messages, those by where people live among them: some live there.
    """
    here = (frame.situation.establishment or "").partition("-")[0]
    rules = ((each.rule, bool(each.hangs_on)) for each in frame.asked(topic))
    return tuple(
        rule
        for rule, tied in rules
        if rule.jurisdiction != UNION and (not tied or rule.jurisdiction == here)
    )


def _incomplete(audited: Audited, path: str, entry: Marketing) -> Iterator[Finding]:
    stopping = bool(entry.stopped_by) or "not_opted_out" in entry.needs
    said = {"customer.refusable_each_time", "customer.refused"} if stopping else set()
    missing = tuple(
        what
        for fact, (what, term) in CONDITIONS.items()
        if fact not in said and (not term or term not in entry.needs)
    )
    if missing:
        law = ("Dir. 2002/58 Art. 13(2)", "C-654/23")
        where = f"{path}.needs"
        yield audited.lacks(
            words.INCOMPLETE, Level.WARNING, where, *law, mend=words.ASK_FIRST, missing=missing
        )


def _differing(audited: Audited) -> Iterator[Finding]:
    soft = {
        name: frozenset(entry.needs)
        for name, entry in audited.policy.marketing.items()
        if Permission.SOFT_OPT_IN in entry.permission
    }
    if len(set(soft.values())) > 1:
        everywhere = frozenset.intersection(*soft.values())
        apart = sorted(frozenset.union(*soft.values()) - everywhere)
        first = next(iter(soft))
        yield audited.finding(
            words.TWO_WAYS,
            Level.WARNING,
            f"marketing.{first}.needs",
            "Dir. 2002/58 Art. 13(2)",
            "GDPR Art. 12(1)",
            mend=words.ONE_WAY,
            differs=audited.labels(Kind.CONDITION, apart),
        )


def _on_interest(audited: Audited) -> Iterator[Finding]:
    """
    Find direct marketing on an interest alone, where the law of a place asks for consent.
    """
    only = (LawfulBasis.LEGITIMATE_INTERESTS,)
    paths = {
        f"{activity.name}.basis": None
        for activity in audited.activities
        if _is_direct(audited, activity.purpose) and activity.stated == only
    }
    asking = tuple(_asking(audited.frames))
    for path in paths if asking else ():
        cites = [cite for _, rule in asking for cite in rule.cites]
        yield audited.finding(
            words.ON_INTEREST,
            Level.WARNING,
            path,
            *cites,
            "GDPR Recital 47",
            mend=words.ASK_FIRST,
            place=tuple(dict.fromkeys(place for place, _ in asking)),
        )


def _asking(frames: Iterable[Frame]) -> Iterator[tuple[str, Rule]]:
    for frame in frames:
        for rule in _rules(frame, PERSON_TOPIC):
            if rule.value == "opt_in":
                yield frame.situation.establishment or "", rule


# -------------------------------------------------------------------------------------- trackers


def trackers(audited: Audited) -> Iterator[Finding]:
    """
    Find trackers that are declared to do what is promised never to happen.
    """
    stored = audited.policy.cookies
    for name, tracker in stored.trackers.items() if stored else ():
        for promise in tracker.never:
            collected = BREAKS.get(promise, ())
            under = audited.vocabulary.is_under
            if any(under(Kind.CATEGORY, one, of) for one in tracker.data for of in collected):
                yield audited.finding(
                    words.PROMISED,
                    Level.ERROR,
                    f"cookies.trackers.{name}.never",
                    "GDPR Art. 5(1)(a)",
                    mend=words.KEEP_IT,
                    promise=audited.label(Kind.TOPIC, promise),
                )


# -------------------------------------------------------------------------------------- machines


def machines(audited: Audited) -> Iterator[Finding]:
    """
    Judge what machines are said to do.
    """
    for name, entry in audited.policy.automation.items():
        yield from _machine(audited, f"automation.{name}", entry)


def _machine(audited: Audited, path: str, entry: Automation) -> Iterator[Finding]:
    deciding = bool(DECIDING.intersection(entry.practices))
    if entry.running is Running.RUNS:
        yield from _running(audited, path, entry, deciding=deciding)
    planned = entry.running is Running.PLANNED
    if planned and deciding and entry.permission is Permission.CONSENT:
        law = ("GDPR Art. 22(2)(c)", "GDPR Art. 4(11)")
        where = f"{path}.permission"
        yield audited.finding(words.PLANNED, Level.WARNING, where, *law, mend=words.PLAN)
    worse = tuple(each for each in entry.refused if each in WORSE)
    if worse and entry.permission in ASKING and entry.decides_alone is not False:
        law = ("GDPR Art. 4(11)", "GDPR Recital 42")
        named = audited.labels(Kind.CONSEQUENCE, worse)
        where, mend = f"{path}.refused", words.SAME_CHANCE
        yield audited.finding(
            words.WORSE_OFF, Level.WARNING, where, *law, mend=mend, consequences=named
        )


def _running(
    audited: Audited, path: str, entry: Automation, *, deciding: bool
) -> Iterator[Finding]:
    if entry.decides_alone is True and entry.permission not in ASKING:
        law, where = ("GDPR Art. 22(1)", "GDPR Art. 22(2)"), f"{path}.decides_alone"
        yield audited.finding(words.ALONE, Level.ERROR, where, *law, mend=words.HUMAN)
    if deciding and entry.significant is False:
        cites = ("GDPR Art. 22(1)", "GDPR Recital 71", "C-634/21")
        where = f"{path}.significant"
        yield audited.finding(words.DENIED, Level.WARNING, where, *cites, mend=words.OWN_UP)
    if deciding and entry.decides_alone is not True and entry.human:
        cites = ("GDPR Art. 22(1)", "GDPR Recital 71", "C-634/21")
        yield audited.finding(words.UNPROVEN, Level.NOTE, f"{path}.human", *cites, mend=words.COUNT)
