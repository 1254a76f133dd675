"""
What the data are used for, and why that is said to be allowed.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from recruitprivacy.messages import Message, Value
from recruitprivacy.notices._setting import Setting
from recruitprivacy.notices._tree import Block, Paragraph, Section
from recruitprivacy.policy import (
    EVERYTHING,
    UNSTATED,
    Consent,
    Exceptional,
    Modality,
    Permission,
    Running,
    Use,
)
from recruitprivacy.vocabulary import Art9Condition, Kind, LawfulBasis, Right

TITLE: Final = Message("notice.why.title", "What we use your data for, and why we may")
PURPOSES: Final = Message("notice.why.purposes", "We use your data for:")
PURPOSES_MAY: Final = Message("notice.why.purposes_may", "We may use your data for:")
DATA: Final = Message("notice.why.data", "The data we use for this: {items}.")
DATA_TOO: Final = Message(
    "notice.why.data_too",
    "For this we use the data in the first list under “What data we hold about you”, and also: "
    "{items}.",
)
BASIS: Final = Message("notice.why.basis", "Our lawful basis for this: {bases}.")
BASIS_OF: Final = Message("notice.why.basis_of", "For {purpose}, our lawful basis is: {bases}.")
INTERESTS: Final = Message("notice.why.interests", "The legitimate interests we pursue:")
SPECIAL: Final = Message(
    "notice.why.special",
    "Special categories of data are used for this only on this condition: {art_9}.",
)
SPECIAL_OF: Final = Message(
    "notice.why.special_of",
    "For {purpose}, special categories of data are used only on this condition: {art_9}.",
)
CONDITIONS: Final = Message("notice.why.conditions", "We do this only {conditions}.")
CONDITIONS_OF: Final = Message(
    "notice.why.conditions_of", "For {purpose}, we use your data only {conditions}."
)
STAGE_OF: Final = Message(
    "notice.why.stage_of", "With {purpose}, we wait until this stage: {stage}."
)
NO_OTHER: Final = Message("notice.why.only", "We use these data for nothing else.")
OPEN: Final = Message("notice.why.open", "This list of purposes is not complete.")
ANONYMOUS: Final = Message("notice.why.anonymous", "For this we use the data in anonymised form.")
VARIES: Final = Message(
    "notice.why.varies", "In some countries another lawful basis can apply to the same purpose."
)
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
WITHDRAW: Final = Message(
    "notice.consent.withdraw",
    "You may withdraw your consent at any time. What we did before you withdrew it stays lawful.",
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
STOP: Final = Message("notice.marketing.stop", "How to stop these messages: {channels:or}.")
OBJECT: Final = Message("notice.object.title", "You may object")
OBJECT_INTERESTS: Final = Message(
    "notice.object.interests",
    "Where we rely on legitimate interests, you may object at any time, on grounds relating to "
    "your particular situation. We then stop, unless we show compelling legitimate grounds that "
    "override your interests, or need the data for legal claims.",
)
OBJECT_MARKETING: Final = Message(
    "notice.object.marketing",
    "You may object at any time, free of charge and without a reason, to the use of your data for "
    "direct marketing. We then stop it, without exception.",
)
MACHINES: Final = Message("notice.automation.title", "Decisions by machines")
NONE_NOW: Final = Message(
    "notice.automation.none", "At present, people and not machines take our decisions about you."
)
PLANNED: Final = Message(
    "notice.automation.planned",
    "In future we may use automated means for: {practices}. We will tell you before we do.",
)
RUNS: Final = Message("notice.automation.runs", "We use automated means for: {practices}.")
HUMAN: Final = Message(
    "notice.automation.human", "No such step decides about you without a person."
)
MACHINE_CONSENT: Final = Message(
    "notice.automation.consent", "Where this needs your consent, we ask for it first."
)
REFUSED: Final = Message("notice.automation.refused", "If you do not agree, this follows:")

PRACTICES: Final = {
    "selection": Message("practice.selection", "selecting candidates"),
    "ranking": Message("practice.ranking", "ranking applications"),
    "recommendation": Message("practice.recommendation", "recommending vacancies"),
    "profiling": Message("practice.profiling", "profiling"),
    "audiences": Message("practice.audiences", "choosing who sees our advertising"),
}
EXPLICIT: Final = frozenset({Permission.EXPLICIT_CONSENT})
INTEREST: Final = LawfulBasis.LEGITIMATE_INTERESTS


def why(setting: Setting) -> Section:
    """
    Compose each use with its purposes, basis and interests.

    Law:
        GDPR Art. 13(1)(c): purposes and lawful basis.
        GDPR Art. 13(1)(d): the legitimate interests pursued.
    """
    uses = setting.policy.uses_of(setting.role)
    sections = tuple(_use(setting, name, use) for name, use in uses.items())
    return Section(key="why", title=setting.say(TITLE), sections=sections)


def _use(setting: Setting, name: str, use: Use) -> Section:
    path = f"uses.{name}"
    law = ("GDPR Art. 13(1)(c)", "GDPR Art. 14(1)(c)")
    lead = PURPOSES_MAY if use.modality is Modality.MAY else PURPOSES
    purposes = setting.labels(Kind.PURPOSE, use.purposes)
    blocks = [
        *setting.told(f"{path}.says", serves=law),
        *setting.bullets(lead, purposes, serves=law, path=f"{path}.purposes"),
        *_data(setting, path, use),
        *_basis(setting, path, use),
        *_limits(setting, path, use),
    ]
    for purpose, exception in use.but.items():
        blocks.extend(_exception(setting, f"{path}.but.{purpose}", purpose, exception))
    title = setting.own(f"{path}.title") or capital(purposes[0])
    return Section(key=f"use-{name}", title=title, blocks=tuple(blocks))


def _data(setting: Setting, path: str, use: Use) -> Iterator[Block]:
    named = tuple(key for key in use.data if key != EVERYTHING)
    items = setting.words(Kind.CATEGORY, setting.categories(named))
    if items:
        message = DATA_TOO if EVERYTHING in use.data else DATA
        yield setting.paragraph(message, items=items, path=f"{path}.data")


def _basis(setting: Setting, path: str, use: Use) -> Iterator[Block]:
    law = ("GDPR Art. 13(1)(c)", "GDPR Art. 14(1)(c)")
    if use.basis is not UNSTATED:
        bases = tuple(basis.label for basis in use.basis)
        yield setting.paragraph(BASIS, bases=bases, serves=law, path=f"{path}.basis")
    if use.basis_varies:
        yield setting.paragraph(VARIES, path=f"{path}.basis_varies")
    interests = setting.labels(Kind.INTEREST, use.interests)
    serves = ("GDPR Art. 13(1)(d)", "GDPR Art. 14(2)(b)")
    yield from setting.bullets(INTERESTS, interests, serves=serves, path=f"{path}.interests")
    if isinstance(use.art_9, Art9Condition):
        yield setting.paragraph(SPECIAL, art_9=use.art_9.label, path=f"{path}.art_9")


def _limits(setting: Setting, path: str, use: Use) -> Iterator[Block]:
    if use.when:
        conditions = setting.words(Kind.CONDITION, use.when)
        yield setting.paragraph(CONDITIONS, conditions=conditions, path=f"{path}.when")
    if use.form.value.startswith("anonymised"):
        yield setting.paragraph(ANONYMOUS, path=f"{path}.form")
    if use.only:
        yield setting.paragraph(NO_OTHER, path=f"{path}.only")
    if use.exhaustive is False:
        yield setting.paragraph(OPEN, path=f"{path}.exhaustive")


def _exception(
    setting: Setting, path: str, purpose: str, exception: Exceptional
) -> Iterator[Block]:
    label = setting.vocabulary.term(Kind.PURPOSE, purpose).label
    told: list[tuple[Message, dict[str, Value]]] = []
    if exception.basis:
        told.append((BASIS_OF, {"bases": tuple(basis.label for basis in exception.basis)}))
    if exception.art_9:
        told.append((SPECIAL_OF, {"art_9": exception.art_9.label}))
    if exception.when:
        told.append((CONDITIONS_OF, {"conditions": setting.words(Kind.CONDITION, exception.when)}))
    if exception.stage:
        told.append(
            (STAGE_OF, {"stage": setting.vocabulary.term(Kind.STAGE, exception.stage).label})
        )
    for message, values in told:
        text = setting.say(message, purpose=label, **values)
        yield Paragraph(text=text, serves=setting.cite("GDPR Art. 13(1)(c)"), path=path)


def capital(words: str) -> str:
    """
    Begin words with a capital letter, as a heading does.
    """
    return words[:1].upper() + words[1:]


def rests_on(setting: Setting, basis: LawfulBasis) -> bool:
    """
    Say whether any use of the reader's data is said to rest on a basis.
    """
    for use in setting.policy.uses_of(setting.role).values():
        stated = [use.basis, *(use.basis_of(purpose) for purpose in use.purposes)]
        if any(basis in bases for bases in stated if bases is not UNSTATED):
            return True
    return False


def markets(setting: Setting) -> bool:
    """
    Say whether the firm says it markets to the reader.
    """
    return any(setting.mine(entry.roles) for entry in setting.policy.marketing.values())


def may_object(setting: Setting) -> Section | None:
    """
    Compose the right to object, apart from everything else; None where it cannot arise.

    Law:
        GDPR Art. 21(4): brought explicitly to attention, separately from other information.
    """
    blocks: list[Block] = []
    law = ("GDPR Art. 21(4)", "GDPR Art. 13(2)(b)", "GDPR Art. 14(2)(c)")
    if rests_on(setting, INTEREST):
        path = f"rights.{Right.OBJECT.value}"
        blocks.append(setting.paragraph(OBJECT_INTERESTS, serves=law, path=path))
    if markets(setting):
        path = f"rights.{Right.OBJECT_MARKETING.value}"
        blocks.append(
            setting.paragraph(OBJECT_MARKETING, serves=(*law, "GDPR Art. 21(2)"), path=path)
        )
    return (
        Section(key="object", title=setting.say(OBJECT), blocks=tuple(blocks)) if blocks else None
    )


def consent(setting: Setting) -> Section | None:
    """
    Compose when consent is asked, and how it is withdrawn; None where it is not.

    Law:
        GDPR Art. 13(2)(c): the right to withdraw consent at any time.
    """
    blocks: list[Block] = []
    channels: dict[str, None] = {}
    for name, asked in setting.policy.consents.items():
        if setting.mine(asked.roles) and Permission.SOFT_OPT_IN not in asked.kind:
            blocks.extend(_asked(setting, f"consents.{name}", asked))
            channels.update(dict.fromkeys(asked.withdrawn_by))
    if not blocks and not rests_on(setting, LawfulBasis.CONSENT):
        return None
    law = ("GDPR Art. 13(2)(c)", "GDPR Art. 14(2)(d)", "GDPR Art. 7(3)")
    blocks.append(
        setting.paragraph(WITHDRAW, serves=law, path=f"rights.{Right.WITHDRAW_CONSENT.value}")
    )
    if channels:
        ways = setting.words(Kind.CHANNEL, channels)
        blocks.append(setting.paragraph(WITHDRAW_BY, channels=ways, serves=law))
    return Section(key="consent", title=setting.say(CONSENT), blocks=tuple(blocks))


def _asked(setting: Setting, path: str, asked: Consent) -> Iterator[Block]:
    yield from setting.told(f"{path}.says")
    explicit = Permission.EXPLICIT_CONSENT in asked.kind
    if asked.purposes:
        purposes = setting.words(Kind.PURPOSE, asked.purposes)
        message = ASKED_EXPLICIT if explicit else ASKED
        yield setting.paragraph(message, purposes=purposes, path=path)
    held = setting.categories(asked.data)
    if held:
        items = setting.words(Kind.CATEGORY, held)
        yield setting.paragraph(
            ASKED_DATA_EXPLICIT if explicit else ASKED_DATA, items=items, path=path
        )


def messages(setting: Setting) -> Section | None:
    """
    Compose what is sent to the reader and how to stop it; None where nothing is.

    Law:
        GDPR Art. 21(2): objection to direct marketing.
    """
    blocks: list[Block] = []
    for name, entry in setting.policy.marketing.items():
        if not setting.mine(entry.roles):
            continue
        path = f"marketing.{name}"
        blocks.extend(setting.told(f"{path}.says"))
        purposes = setting.labels(Kind.PURPOSE, entry.purposes)
        blocks.extend(setting.bullets(SENT, purposes, path=path))
        blocks.extend(_permission(setting, path, entry.permission, entry.address))
        if entry.stopped_by:
            ways = setting.words(Kind.CHANNEL, entry.stopped_by)
            blocks.append(setting.paragraph(STOP, channels=ways, path=f"{path}.stopped_by"))
    return (
        Section(key="messages", title=setting.say(MARKETING), blocks=tuple(blocks))
        if blocks
        else None
    )


def _permission(
    setting: Setting, path: str, kinds: tuple[Permission, ...], address: str | None
) -> Iterator[Block]:
    if Permission.SOFT_OPT_IN in kinds:
        yield setting.paragraph(SOFT, path=f"{path}.permission")
    elif Permission.CONSENT in kinds or Permission.EXPLICIT_CONSENT in kinds:
        yield setting.paragraph(ON_CONSENT, path=f"{path}.permission")
    elif Permission.NONE_NEEDED in kinds and address is None:
        yield setting.paragraph(NOT_ASKED, path=f"{path}.permission")
    elif Permission.NONE_NEEDED in kinds and address is not None:
        where = setting.vocabulary.term(Kind.CONDITION, address).label
        yield setting.paragraph(NOT_ASKED_AT, address=where, path=f"{path}.permission")


def machines(setting: Setting) -> Section | None:
    """
    Compose what is automated and what is not; None where the declaration does not say.

    Law:
        GDPR Art. 13(2)(f): automated decision-making.
    """
    blocks: list[Block] = []
    law = ("GDPR Art. 13(2)(f)", "GDPR Art. 14(2)(g)")
    for name, entry in setting.policy.automation.items():
        if not setting.mine(entry.roles):
            continue
        path = f"automation.{name}"
        blocks.extend(setting.told(f"{path}.says", serves=law))
        practices = tuple(PRACTICES[practice.value] for practice in entry.practices)
        says = {Running.NOT_NOW: NONE_NOW, Running.PLANNED: PLANNED, Running.RUNS: RUNS}
        blocks.append(
            setting.paragraph(says[entry.running], practices=practices, serves=law, path=path)
        )
        if entry.running is Running.RUNS and entry.decides_alone is False:
            blocks.append(setting.paragraph(HUMAN, serves=law, path=path))
        if entry.permission is not None:
            blocks.append(setting.paragraph(MACHINE_CONSENT, serves=law, path=path))
        results = setting.labels(Kind.CONSEQUENCE, entry.refused)
        blocks.extend(setting.bullets(REFUSED, results, serves=law, path=f"{path}.refused"))
    return (
        Section(key="machines", title=setting.say(MACHINES), blocks=tuple(blocks))
        if blocks
        else None
    )
