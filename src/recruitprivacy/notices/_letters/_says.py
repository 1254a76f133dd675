"""
What several kinds of letter say.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime
from typing import Final

import attrs

from recruitprivacy import i18n
from recruitprivacy.law import Authority
from recruitprivacy.messages import Message
from recruitprivacy.notices._rights import THIS_ONE, complaint
from recruitprivacy.notices._setting import Setting
from recruitprivacy.notices._tree import Block, Details, Paragraph
from recruitprivacy.notices._who import ADDRESS, EMAIL, NAME, PAGE, PHONE, others, reach
from recruitprivacy.policy import UNSTATED, Contact
from recruitprivacy.rights import RightsRequest, due

REQUEST: Final = Message("letter.request", "On {day} we received your request about: {rights}.")
REQUEST_UNREAD: Final = Message("letter.request_unread", "On {day} we received your request.")
ANSWER_BY: Final = Message("letter.answer_by", "You get our answer by {day} at the latest.")
WITHOUT_DELAY: Final = Message("letter.without_delay", "We act on it without delay.")
COURT: Final = Message("letter.court", "You can also go to court.")
CLOSING: Final = Message("letter.closing", "Kind regards,")
BREACH: Final = "breach_notice"
FIRST: Final = "first_contact"


@attrs.frozen(kw_only=True)
class Says:
    """
    Who writes, about which request, in which setting.

    Attributes:
        setting: The declaration, the reader's role, the language, the law and the day.
        request: The request, or None.
        controller: Who writes, by name in the declaration; empty where nobody can tell.
    """

    setting: Setting
    request: RightsRequest | None
    controller: str

    def opening(self) -> Iterator[Block]:
        """
        Say which request it is about.
        """
        if self.request is None:
            return
        day = self._received(self.request)
        rights = tuple(right.label for right in self.request.rights)
        message = REQUEST if rights else REQUEST_UNREAD
        yield self.setting.paragraph(message, day=day, rights=rights)

    def by(self) -> Iterator[Block]:
        """
        Say by when the person has an answer.

        Law:
            GDPR Art. 12(3): a month from receipt.
        """
        if self.request is None:
            return
        law = ("GDPR Art. 12(3)",)
        setting = self.setting
        last = due(self.request, setting.law, on=setting.on).last_day
        if last is None:
            yield setting.paragraph(WITHOUT_DELAY, serves=law)
        else:
            yield setting.paragraph(ANSWER_BY, day=last, serves=law)

    def own(self, texts: Iterable[str], *serves: str) -> Iterator[Block]:
        """
        Say what the firm says in its own words.
        """
        cites = self.setting.cite(*serves)
        yield from (Paragraph(text=text, serves=cites) for text in texts if text.strip())

    def remedies(self) -> Iterator[Block]:
        """
        Say where one can turn: the authority, named where it is known, and the court.

        Law:
            GDPR Art. 12(4): complaint and judicial remedy.
        """
        blocks = complaint(self.setting).blocks
        yield from blocks
        if len(blocks) == 1:
            yield from self._authority()
        yield self.setting.paragraph(COURT, serves=("GDPR Art. 79(1)",))

    def signed(self, kind: str, *, introduced: bool = False) -> Iterator[Block]:
        """
        Close the letter: say who writes, and how they are reached unless the letter says it.

        Law:
            GDPR Art. 14(1)(b): of data from others, the officer too.
            GDPR Art. 33(3)(b): of a breach, the officer or another contact point.
        """
        controller = self.setting.policy.controllers.get(self.controller)
        if controller is None:
            return
        reached = reach(self.setting, (kind == BREACH and self.officer) or controller.contact)
        law = ("GDPR Art. 13(1)(a)", "GDPR Art. 14(1)(a)", "GDPR Art. 33(3)(b)")
        yield self.setting.paragraph(CLOSING)
        yield Paragraph(text=controller.name, path=(path := f"controllers.{self.controller}"))
        if reached and not introduced:
            yield Details(rows=reached, serves=self.setting.cite(*law), path=path)
        if kind == FIRST and not introduced:
            yield from others(self.setting, controller, path)

    @property
    def officer(self) -> Contact | None:
        """
        How the data protection officer of the one who writes is reached; None where nobody says.
        """
        controller = self.setting.policy.controllers.get(self.controller)
        found = controller.dpo if controller else UNSTATED
        return found if isinstance(found, Contact) and found.stated else None

    def _received(self, request: RightsRequest) -> date:
        at, place = request.received_at, request.situation.establishment
        if isinstance(at, datetime):
            return (at.astimezone(self.setting.law.zone(place)) if place else at).date()
        return at

    def _authority(self) -> Iterator[Block]:
        place = self._place()
        known = {pack.jurisdiction for pack in self.setting.law.packs}
        if place.partition("-")[0] in known:
            found = self.setting.law.authority(place, on=self.setting.on)
            if found is not None:
                yield self.setting.paragraph(THIS_ONE, serves=("GDPR Art. 77(1)",))
                yield self._details(found)

    def _place(self) -> str:
        if self.request is not None and self.request.situation.establishment:
            return self.request.situation.establishment
        controller = self.setting.policy.controllers.get(self.controller)
        country = controller.country if controller else UNSTATED
        return "" if country is UNSTATED else country

    def _details(self, found: Authority) -> Details:
        tags = (self.setting.language, i18n.Language.parse(self.setting.language).language)
        names = found.name.by_language
        name = next((names[tag] for tag in tags if tag in names), next(iter(names.values())))
        ways = ((ADDRESS, found.address), (EMAIL, found.email), (PHONE, found.phone))
        rows = ((NAME, name), *ways, (PAGE, found.website))
        return Details(
            rows=tuple((self.setting.say(label), (text,)) for label, text in rows if text),
            serves=self.setting.cite("GDPR Art. 77(1)"),
        )
