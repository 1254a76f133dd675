"""
A letter as a whole, and the check that nothing demanded is missing.
"""

from __future__ import annotations

from datetime import date

import attrs

from recruitprivacy import i18n
from recruitprivacy.citations import Citation
from recruitprivacy.errors import LetterLacksPartsError, UnknownTermError
from recruitprivacy.law import Law
from recruitprivacy.near import nearest
from recruitprivacy.notices._layer import Collected
from recruitprivacy.notices._letters._body import demands_of, lead_of, sections_of
from recruitprivacy.notices._letters._contents import REMEDIES, TITLES, Content, FirstContact
from recruitprivacy.notices._letters._says import Says
from recruitprivacy.notices._own import Wording
from recruitprivacy.notices._setting import Setting, told_in
from recruitprivacy.notices._tree import Document, Paragraph, Section
from recruitprivacy.policy import Policy
from recruitprivacy.rights import AnswerPart, RightsRequest
from recruitprivacy.vocabulary import BUILT_IN, Vocabulary

__all__ = ["Letter", "letter"]


@attrs.frozen(kw_only=True)
class Letter(Document):
    """
    A letter to one person; who they are and what it says is no part of how it is printed.

    Attributes:
        kind: What kind of letter: ``refusal``.
        request: The id of the request it answers, or empty.
        demanded: The provisions it had to serve, and serves.
        told: What of an answer in part or a refusal it tells, for the event that records it.
    """

    kind: str
    request: str = ""
    demanded: tuple[Citation, ...] = ()
    told: tuple[AnswerPart, ...] = ()


def letter(  # noqa: PLR0913 - what, to whom, from whom, and under which law
    request: RightsRequest | None,
    content: Content,
    *,
    policy: Policy,
    role: str,
    language: str,
    law: Law,
    on: date,
    controller: str = "",
    to: tuple[str, ...] = (),
    salutation: str = "",
    wording: Wording | None = None,
    vocabulary: Vocabulary = BUILT_IN,
) -> Letter:
    """
    Write a letter, or refuse to write one that lacks what its article demands.

    Args:
        request: The request it is about; None for a letter that answers none.
        content: What it is about.
        policy: The declaration of the firm that writes.
        role: As whom the person is written to: a role of the declaration.
        language: A tag with a catalog: ``nl``.
        law: The law the request is under.
        on: The day of the letter.
        controller: Who writes, by name in the declaration; needed where it can be several.
        to: The address block, line by line.
        salutation: How the person is greeted, in the firm's own words.
        wording: The firm's own words for single sentences.
        vocabulary: The words of the declaration, where a host added its own.

    Raises:
        LetterLacksPartsError: If something its article demands is not known; each such provision
            is named.
        RefusalNotOpenError: If a ground does not stand against a right asked for.
        UnknownTermError: If the role, the controller or a word is unknown; the nearest is named.
        UnknownLanguageError: If no catalog speaks the language.

    >>> from recruitprivacy.law import load
    >>> from recruitprivacy.testing.examples import own_hiring
    >>> letter(None, FirstContact(), policy=own_hiring(), role="candidate", language="en",
    ...        law=load("NL"), on=date(2026, 3, 2))
    Traceback (most recent call last):
    recruitprivacy.errors.LetterLacksPartsError: a first_contact letter lacks what ... asks for; ...

    Law:
        GDPR Art. 12(1): any communication under Arts 15 to 22 and 34, in plain language.
    """
    policy = told_in(policy, language)
    setting = Setting(
        policy=policy,
        role=role,
        language=language,
        law=law,
        on=on,
        vocabulary=vocabulary,
        collected=_collected(content),
        wording=wording or Wording(),
    )
    writer = _writer(policy, role, request, controller)
    says = Says(setting=setting, request=request, controller=writer)
    written = _written(says, content, to, salutation)
    served = {str(cite) for cite in written.serves}
    missing = [text for text in map(str, written.demanded) if text not in served]
    if isinstance(content, FirstContact) and not any(
        one.serves for one in says.signed(content.kind)
    ):
        missing.append("GDPR Art. 14(1)(a)")
    if missing:
        raise LetterLacksPartsError(content.kind, tuple(missing))
    return attrs.evolve(written, told=_told(written))


def _written(says: Says, content: Content, to: tuple[str, ...], salutation: str) -> Letter:
    setting, request = says.setting, says.request
    greeting = (salutation,) if salutation else ()
    opening = (i18n.date(setting.on, setting.language), *greeting)
    sections = tuple(sections_of(content, says))
    signed = says.signed(content.kind, introduced=_introduced(sections, says.controller))
    return Letter(
        title=setting.say(TITLES[content.kind]),
        language=setting.language,
        policy=setting.policy.id,
        version=setting.policy.version_number,
        on=setting.on,
        lead=(*(Paragraph(text=text) for text in opening), *lead_of(content, says), *signed),
        sections=sections,
        to=to,
        kind=content.kind,
        request=request.id if request else "",
        demanded=setting.cite(*dict.fromkeys((*content.demands, *demands_of(content, says)))),
    )


def _introduced(sections: tuple[Section, ...], controller: str) -> bool:
    # A first contact carries a notice, which may say already how the one who writes is reached.
    blocks = (block for section in sections for each in section.walk() for block in each.blocks)
    return any(block.path == f"controllers.{controller}" for block in blocks)


def _collected(content: Content) -> Collected:
    first = isinstance(content, FirstContact)
    return Collected.FROM_OTHERS if first else Collected.BOTH


def _writer(policy: Policy, role: str, request: RightsRequest | None, named: str) -> str:
    if named:
        if named not in policy.controllers:
            raise UnknownTermError("controller", named, nearest(named, policy.controllers))
        return named
    country = (request.situation.establishment or "") if request else ""
    found = policy.responsible_for(role, country=country).values()
    among = tuple(dict.fromkeys(name for each in found for name in each.among))
    return among[0] if len(among) == 1 else ""


def _told(written: Letter) -> tuple[AnswerPart, ...]:
    demanded = {str(cite) for cite in written.demanded}
    return tuple(AnswerPart) if demanded.issuperset(REMEDIES) else ()
