"""
The notice as a whole.
"""

from __future__ import annotations

from datetime import date
from typing import Final

from recruitprivacy.law import Law
from recruitprivacy.messages import Message
from recruitprivacy.notices._about import changes, contact, cookies, more, security
from recruitprivacy.notices._asking import consent, messages
from recruitprivacy.notices._check import elements
from recruitprivacy.notices._keeping import keeping
from recruitprivacy.notices._machines import machines
from recruitprivacy.notices._rights import complaint, rights
from recruitprivacy.notices._setting import Setting
from recruitprivacy.notices._sharing import abroad, sharing
from recruitprivacy.notices._tree import Notice
from recruitprivacy.notices._what import must, sources, what
from recruitprivacy.notices._who import who
from recruitprivacy.notices._why import may_object, why
from recruitprivacy.policy import UNSTATED, Policy
from recruitprivacy.vocabulary import BUILT_IN, Kind, Vocabulary

HEADING: Final = Message("notice.title", "Privacy notice")
FOR_YOU: Final = Message("notice.for_you", "This notice speaks to you as: {role}.")
PARTS: Final = (
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
    complaint,
    cookies,
    more,
    security,
    changes,
    contact,
)


def compose(
    policy: Policy,
    role: str,
    *,
    language: str,
    law: Law,
    on: date,
    vocabulary: Vocabulary = BUILT_IN,
) -> Notice:
    """
    Say a declaration again as a notice, for people in one role, in one language.

    Only what concerns the role is said. What the declaration leaves out is not invented; it
    stands in ``unstated`` as findings.

    Args:
        policy: The declaration.
        role: A role of the declaration: ``candidate``.
        language: A tag with a catalog: ``nl``.
        law: The packs its citations are read with.
        on: The day the check looks at.
        vocabulary: The words of the declaration, where a host added its own.

    Raises:
        UnknownTermError: If the declaration does not speak of the role.
        UnknownLanguageError: If no catalog speaks the language.

    Law:
        GDPR Art. 13(1): information where data come from the person.
        GDPR Art. 14(1): information where they come from others.
    """
    setting = Setting(
        policy=policy, role=role, language=language, law=law, on=on, vocabulary=vocabulary
    )
    label = vocabulary.term(Kind.ROLE, role).label
    sections = (part(setting) for part in PARTS)
    return Notice(
        title=setting.own("title") or setting.say(HEADING),
        language=language,
        role=role,
        policy=policy.id,
        version="" if policy.version.number is UNSTATED else policy.version.number,
        on=on,
        lead=(*setting.told("intro"), setting.paragraph(FOR_YOU, role=label)),
        sections=tuple(section for section in sections if section is not None),
        unstated=elements(policy, law, on=on, role=role, vocabulary=vocabulary),
    )
