"""
The notice as a whole.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Final, TypeAlias

import attrs

from recruitprivacy.findings import Finding
from recruitprivacy.frozen import FrozenMap
from recruitprivacy.law import Law
from recruitprivacy.messages import Message, Words
from recruitprivacy.notices._about import changes, contact, cookies, more, security
from recruitprivacy.notices._asking import consent, messages
from recruitprivacy.notices._card import CARD, full_notice
from recruitprivacy.notices._check import elements
from recruitprivacy.notices._field import beside, lacking
from recruitprivacy.notices._keeping import keeping
from recruitprivacy.notices._layer import Collected, Depth, Field, Layer
from recruitprivacy.notices._machines import machines
from recruitprivacy.notices._own import Wording
from recruitprivacy.notices._rights import complaints, rights
from recruitprivacy.notices._setting import Setting, told_in
from recruitprivacy.notices._sharing import abroad, sharing
from recruitprivacy.notices._together import together
from recruitprivacy.notices._tree import Block, Notice, Section
from recruitprivacy.notices._what import must, sources, what
from recruitprivacy.notices._who import who
from recruitprivacy.notices._why import capital, may_object, why
from recruitprivacy.policy import Policy
from recruitprivacy.vocabulary import BUILT_IN, Kind, Vocabulary

HEADING: Final = Message("notice.title", "Privacy notice")
FOR_YOU: Final = Message("notice.for_you", "This notice is for you in this role: {role}.")
FOR_ALL: Final = Message("notice.for_all", "This notice speaks to these people:")

Part: TypeAlias = Callable[[Setting], Section | None]

PARTS: Final[tuple[Part, ...]] = (
    who,
    what,
    sources,
    why,
    may_object,
    consent,
    messages,
    machines,
    must,
    sharing,
    abroad,
    keeping,
    rights,
    complaints,
    cookies,
    more,
    security,
    changes,
    contact,
)
LAYERS: Final[Mapping[Layer, tuple[Part, ...]]] = FrozenMap({Layer.FULL: PARTS, Layer.CARD: CARD})


def compose(  # noqa: PLR0913 - whose notice, to whom, and how much of it
    policy: Policy,
    role: str | None,
    *,
    language: str,
    law: Law,
    on: date,
    layer: Depth = Layer.FULL,
    collected: Collected = Collected.BOTH,
    full_at: str = "",
    wording: Wording | None = None,
    vocabulary: Vocabulary = BUILT_IN,
) -> Notice:
    """
    Say a declaration again as a notice, for people in one role, in one language.

    Only what concerns the role is said. What the declaration leaves out is not invented; it
    stands in ``unstated`` as findings.

    Args:
        policy: The declaration.
        role: A role of the declaration, as in ``candidate``; None for a public page that speaks to
            everybody addressed.
        language: A tag with a catalog: ``nl``.
        law: The packs its citations are read with.
        on: The day the check looks at.
        layer: How much is said: a layer, or a :class:`Field` of a form.
        collected: From whom the data come of which it speaks.
        full_at: Where the full notice stands, for the shorter layers to point to.
        wording: The firm's own words for single sentences.
        vocabulary: The words of the declaration, where a host added its own.

    Raises:
        NotHeldError: If the declaration holds nothing of the field's category of these people.
        UnknownTermError: If the declaration does not speak of the role, or no category has the
            field's name; the nearest known is named.
        UnknownLanguageError: If no catalog speaks the language.

    >>> from recruitprivacy.law import load
    >>> from recruitprivacy.testing.examples import own_hiring
    >>> card = compose(own_hiring(), "candidate", language="en", law=load("NL"),
    ...                on=date(2026, 3, 2), layer=Layer.CARD)
    >>> [section.key for section in card.sections][:2]
    ['who', 'why']

    Law:
        GDPR Art. 13(1): information where data come from the person.
        GDPR Art. 14(1): information where they come from others.
    """
    setting = Setting(
        policy=told_in(policy, language),
        role=role or "",
        language=language,
        law=law,
        on=on,
        vocabulary=vocabulary,
        collected=collected,
        wording=wording or Wording(),
    )
    lead, sections = _said(setting, layer, full_at)
    return Notice(
        title=_title(setting, layer),
        language=language,
        role=setting.role,
        policy=policy.id,
        version=policy.version_number,
        on=on,
        lead=tuple(lead),
        sections=sections,
        unstated=_unstated(setting, layer),
        layer=layer,
        collected=collected,
    )


def _title(setting: Setting, layer: Depth) -> str:
    if isinstance(layer, Field):
        return capital(setting.labels(Kind.CATEGORY, (layer.category,))[0])
    return setting.own("title") or setting.say(HEADING)


def _said(
    setting: Setting, layer: Depth, full_at: str
) -> tuple[Iterator[Block], tuple[Section, ...]]:
    if isinstance(layer, Field):
        return beside(setting, layer, full_at), ()
    return _lead(setting, layer, full_at), _sections(setting, LAYERS[layer])


def _lead(setting: Setting, layer: Layer, full_at: str) -> Iterator[Block]:
    if layer is Layer.FULL:
        yield from setting.told("intro")
    if setting.role:
        yield setting.paragraph(FOR_YOU, role=_label(setting, setting.role))
    else:
        labels = (setting.say(_label(setting, role)) for role in _addressed(setting))
        yield from setting.bullets(FOR_ALL, labels)
    if layer is Layer.CARD:
        yield from full_notice(setting, full_at)


def _sections(setting: Setting, parts: tuple[Part, ...]) -> tuple[Section, ...]:
    if setting.role:
        return tuple(filter(None, (part(setting) for part in parts)))
    readers = {role: attrs.evolve(setting, role=role) for role in _addressed(setting)}
    found = (
        {role: said for role, one in readers.items() if (said := part(one)) is not None}
        for part in parts
    )
    return tuple(together(setting, by_role, tuple(readers)) for by_role in found if by_role)


def _addressed(setting: Setting) -> tuple[str, ...]:
    return tuple(name for name, role in setting.policy.roles.items() if role.addressed)


def _label(setting: Setting, role: str) -> Message | Words:
    return setting.vocabulary.term(Kind.ROLE, role).label


def _unstated(setting: Setting, layer: Depth) -> tuple[Finding, ...]:
    found = elements(
        setting.policy,
        setting.law,
        on=setting.on,
        role=setting.role or None,
        vocabulary=setting.vocabulary,
    )
    return tuple(lacking(setting, layer, found)) if isinstance(layer, Field) else found
