"""
What the data are used for, and why that is said to be allowed.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from recruitprivacy.messages import Message, Phrase, Words, phrase
from recruitprivacy.notices._setting import Setting
from recruitprivacy.notices._tree import Block, Details, Section
from recruitprivacy.policy import (
    EVERYTHING,
    UNSTATED,
    Exceptional,
    Modality,
    Use,
)
from recruitprivacy.vocabulary import Art9Condition, Kind, LawfulBasis, Right, Sensitivity

TITLE: Final = Message("notice.why.title", "What we use your data for, and why we may")
TITLE_ALONE: Final = Message("notice.why.title_alone", "What we use your data for")
PURPOSES: Final = Message("notice.why.purposes", "We use your data for:")
PURPOSES_MAY: Final = Message("notice.why.purposes_may", "We may use your data for:")
PURPOSES_ONLY: Final = Message("notice.why.purposes_only", "Here we use your data only for:")
THIS: Final = Message("notice.why.this", "We use your data for this.")
THIS_MAY: Final = Message("notice.why.this_may", "We may use your data for this.")
THIS_ONLY: Final = Message("notice.why.this_only", "We use your data only for this.")
FOR: Final = Message("notice.why.for", "What for:")
OTHERS: Final = Message("notice.why.others", "other purposes that are not named here")
DATA: Final = Message("notice.why.data", "Data")
DATA_TOO: Final = Message("notice.why.data_too", "Data, among others")
BASIS: Final = Message("notice.why.basis", "Lawful basis")
VARIES: Final = Message("notice.why.varies", "in some countries another lawful basis")
INTERESTS: Final = Message("notice.why.interests", "Legitimate interests we pursue")
INTERESTS_OTHERS: Final = Message("notice.why.interests_others", "interests of others")
SPECIAL: Final = Message("notice.why.special", "Condition for special categories of data")
STAGE: Final = Message("notice.why.stage", "Not before this stage")
BASIS_OF: Final = Message("notice.why.basis_of", "on the basis of {bases}")
INTERESTS_OF: Final = Message("notice.why.interests_of", "interests pursued: {interests}")
SPECIAL_OF: Final = Message(
    "notice.why.special_of", "condition for special categories of data: {art_9}"
)
DATA_OF: Final = Message("notice.why.data_of", "only these data ({items})")
CONDITIONS_OF: Final = Message("notice.why.conditions_of", "only {conditions}")
CONDITIONS_ANY: Final = Message("notice.why.conditions_any", "only {conditions:or}")
STAGE_OF: Final = Message("notice.why.stage_of", "only from the stage “{stage}” on")
CONDITIONS: Final = Message("notice.why.conditions", "We do this only {conditions}.")
TREATED: Final = Message(
    "notice.why.treated",
    "From then on, we use your data as those of others in this role: {role}. We tell you so "
    "before we begin.",
)
ANONYMOUS: Final = Message("notice.why.anonymous", "For this we use the data in anonymised form.")
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
    return Section(key="why", title=heading(setting), sections=sections)


def heading(setting: Setting) -> str:
    """
    Head the uses; a heading promises a lawful basis only where one is declared.
    """
    uses = setting.policy.uses.values()
    stated = (basis for use in uses for basis in (use.basis, *map(use.basis_of, use.purposes)))
    based = any(basis is not UNSTATED for basis in stated)
    return setting.say(TITLE if based else TITLE_ALONE)


def _use(setting: Setting, name: str, use: Use) -> Section:
    path = f"uses.{name}"
    law = ("GDPR Art. 13(1)(c)", "GDPR Art. 14(1)(c)")
    purposes = setting.labels(Kind.PURPOSE, use.purposes)
    blocks = (
        *setting.told(f"{path}.says", serves=law),
        *_purposes(setting, path, use, purposes),
        *_details(setting, path, _facts(setting, use), pursued=_pursued(use)),
        *_details(setting, f"{path}.but", _exceptions(setting, use), pursued=_others_pursued(use)),
        *(() if setting.own(f"{path}.says") else _limits(setting, path, use)),
        *_treated(setting, path, use),
    )
    title = setting.own(f"{path}.title") or capital(setting.join(purposes))
    return Section(key=f"use-{name}", title=title, blocks=blocks)


def _purposes(setting: Setting, path: str, use: Use, purposes: tuple[str, ...]) -> Iterator[Block]:
    law, at = ("GDPR Art. 13(1)(c)", "GDPR Art. 14(1)(c)"), f"{path}.purposes"
    if setting.own(f"{path}.title") or use.exhaustive is False:
        others = (setting.say(OTHERS),) if use.exhaustive is False else ()
        lead = _lead(setting, path, use)
        yield from setting.bullets(lead, (*purposes, *others), serves=law, path=at)
    elif (only := _only(use)) or not setting.own(f"{path}.says"):
        message = THIS_MAY if use.modality is Modality.MAY else THIS
        yield setting.paragraph(THIS_ONLY if only else message, serves=law, path=at)


def _only(use: Use) -> bool:
    return use.only or use.modality is Modality.ONLY


def _lead(setting: Setting, path: str, use: Use) -> Message:
    if _only(use):
        return PURPOSES_ONLY
    if setting.own(f"{path}.says"):
        return FOR
    return PURPOSES_MAY if use.modality is Modality.MAY else PURPOSES


def _pursued(use: Use) -> bool:
    return bool(use.interests) or use.of_third_parties


def _others_pursued(use: Use) -> bool:
    return any(each.interests and each.interests != use.interests for each in use.but.values())


def _details(
    setting: Setting,
    path: str,
    rows: Iterator[tuple[str, tuple[Message | Words | Phrase, ...]]],
    *,
    pursued: bool,
) -> Iterator[Block]:
    said = tuple((label, tuple(map(setting.say, lines))) for label, lines in rows if lines)
    if said:
        interests = ("GDPR Art. 13(1)(d)", "GDPR Art. 14(2)(b)") if pursued else ()
        law = setting.cite("GDPR Art. 13(1)(c)", "GDPR Art. 14(1)(c)", *interests)
        yield Details(rows=said, serves=law, path=path)


def _facts(
    setting: Setting, use: Use
) -> Iterator[tuple[str, tuple[Message | Words | Phrase, ...]]]:
    named = setting.categories(use.data)
    yield (
        setting.say(DATA_TOO if EVERYTHING in use.data else DATA),
        setting.words(Kind.CATEGORY, named),
    )
    bases = () if use.basis is UNSTATED else tuple(basis.label for basis in use.basis)
    yield setting.say(BASIS), (*bases, VARIES) if use.basis_varies else bases
    others = (INTERESTS_OTHERS,) if use.of_third_parties else ()
    yield setting.say(INTERESTS), (*setting.words(Kind.INTEREST, use.interests), *others)
    if _special(setting, use) and isinstance(use.art_9, Art9Condition):
        yield setting.say(SPECIAL), (use.art_9.label,)
    if use.stage:
        yield setting.say(STAGE), setting.words(Kind.STAGE, (use.stage,))


def _special(setting: Setting, use: Use | Exceptional) -> bool:
    return Sensitivity.SPECIAL in setting.sensitivities(use.data or ())


def _limits(setting: Setting, path: str, use: Use) -> Iterator[Block]:
    if use.when:
        conditions = setting.words(Kind.CONDITION, use.when)
        yield setting.paragraph(CONDITIONS, conditions=conditions, path=f"{path}.when")
    if use.form.value.startswith("anonymised"):
        yield setting.paragraph(ANONYMOUS, path=f"{path}.form")


def _treated(setting: Setting, path: str, use: Use) -> Iterator[Block]:
    if use.treated_as is not None:
        role = setting.vocabulary.term(Kind.ROLE, use.treated_as).label
        law = ("GDPR Art. 13(3)", "GDPR Art. 14(4)")
        yield setting.paragraph(TREATED, role=role, serves=law, path=f"{path}.treated_as")


def _exceptions(setting: Setting, use: Use) -> Iterator[tuple[str, tuple[Phrase, ...]]]:
    for purpose, exception in use.but.items():
        label = setting.say(setting.vocabulary.term(Kind.PURPOSE, purpose).label)
        yield capital(label), tuple(_differs(setting, use, exception))


def _differs(setting: Setting, use: Use, exception: Exceptional) -> Iterator[Phrase]:
    if named := _named(setting, use, exception):
        yield phrase(DATA_OF, items=setting.words(Kind.CATEGORY, named))
    if exception.basis and exception.basis != use.basis:
        yield phrase(BASIS_OF, bases=tuple(basis.label for basis in exception.basis))
    if exception.interests and exception.interests != use.interests:
        yield phrase(INTERESTS_OF, interests=setting.words(Kind.INTEREST, exception.interests))
    special = _special(setting, exception if exception.data else use)
    if special and exception.art_9 and exception.art_9 is not use.art_9:
        yield phrase(SPECIAL_OF, art_9=exception.art_9.label)
    if exception.when and exception.when != use.when:
        yield phrase(CONDITIONS_OF, conditions=setting.words(Kind.CONDITION, exception.when))
    if exception.stage and exception.stage != use.stage:
        yield phrase(STAGE_OF, stage=setting.vocabulary.term(Kind.STAGE, exception.stage).label)


def _named(setting: Setting, use: Use, exception: Exceptional) -> tuple[str, ...]:
    data = exception.data or ()
    return () if EVERYTHING in data or data == use.data else setting.categories(data)


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
        path = setting.right(Right.OBJECT)
        blocks.append(setting.paragraph(OBJECT_INTERESTS, serves=law, path=path))
    if markets(setting):
        path = setting.right(Right.OBJECT_MARKETING)
        blocks.append(
            setting.paragraph(OBJECT_MARKETING, serves=(*law, "GDPR Art. 21(2)"), path=path)
        )
    return (
        Section(key="object", title=setting.say(OBJECT), blocks=tuple(blocks)) if blocks else None
    )
