"""
How a reader knows the things an answer speaks of: uses, rules, clocks, missing facts.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Final

import attrs

from recruitprivacy.errors import MissingTextError, MissingTranslationError
from recruitprivacy.findings import Weight
from recruitprivacy.law import TIES, Law
from recruitprivacy.messages import Message, Phrase, Value, Words, phrase
from recruitprivacy.policy import Policy
from recruitprivacy.retention._clause import Clause, Effect
from recruitprivacy.retention._inputs import Inputs
from recruitprivacy.timeline import fact_label, trigger_label
from recruitprivacy.vocabulary import Kind, Vocabulary

__all__ = ["Names"]

QUOTED: Final = Message("retention.name.quoted", "“{words}”")
LAST_CONTACT: Final = Message("retention.name.last_contact", "the last contact that counts")
PROMISE: Final = Message("retention.name.promise", "the firm's promise")
PLAN: Final = Message("retention.name.plan", "the firm's plan")
MINIMUM: Final = Message("retention.name.minimum", "the firm's minimum")
REVIEW: Final = Message("retention.name.review", "the firm's review")
ADOPTED: Final = Message("retention.name.adopted", "guidance the firm adopted, {cites}")
ABOUT: Final = Message("retention.name.about", "{rule} ({about})")
OWN: Final[Mapping[Effect, Message]] = MappingProxyType(
    {
        Effect.CEILING: PROMISE,
        Effect.WISH: PLAN,
        Effect.MINIMUM: MINIMUM,
        Effect.FLOOR: MINIMUM,
        Effect.REVIEW: REVIEW,
    }
)

DAY_OF: Final = Message("retention.fact.day", "the day of “{what}”")
NO_LONGER_SO: Final = Message("retention.fact.no_longer", "the day on which “{what}” was over")
SO: Final = Message("retention.fact.condition", "whether this is so: “{what}”")
USE_ENDED: Final = Message("retention.fact.use", "whether this use has ended: {what}")
REQUEST: Final = Message("retention.fact.request", "the end of the request “{what}”")
ERASURE: Final = Message(
    "retention.fact.erasure", "the day on which the erasure asked for in “{what}” was granted"
)
HOLD: Final = Message("retention.fact.hold", "the lifting of the hold for the matter {what}")
RESTRICTION: Final = Message("retention.fact.restriction", "the end of the restriction")
LAW_OF: Final = Message("retention.fact.law", "the law of {what}")
PATTERNS: Final = (
    ("condition.", "", SO),
    ("use.", ".ended", USE_ENDED),
    ("request.", ".closed", REQUEST),
    ("request.", ".granted", ERASURE),
    ("hold.", ".lifted", HOLD),
    ("restriction.", ".lifted", RESTRICTION),
    ("law.", "", LAW_OF),
)
SINGLE: Final[Mapping[str, Message]] = MappingProxyType(
    {
        **TIES,
        "facts.on": Message("retention.fact.since", "what happened since the facts were gathered"),
        "notice.state": Message("retention.fact.notices", "which notices the person was given"),
        "consent.state": Message("retention.fact.consents", "what the person agreed to"),
        "objection.state": Message("retention.fact.objections", "what the person objected to"),
        "hold.open": Message("retention.fact.holds", "whether a hold stops erasing"),
        "request.open": Message(
            "retention.fact.requests", "whether a request of the person is open"
        ),
        "erasure.state": Message("retention.fact.erasures", "whether an erasure was granted"),
        "restriction.open": Message(
            "retention.fact.restrictions", "whether the data are restricted"
        ),
        "record.role": Message("retention.fact.role", "the exact role of the person"),
        "record.outcome": Message(
            "retention.fact.outcome", "how the procedure ended for the person"
        ),
        "record.obtained_from": Message("retention.fact.source", "where the data came from"),
        "record.controller": Message("retention.fact.controller", "who answers for the data"),
        "record.parts": Message("retention.fact.parts", "which part of the record is of which day"),
        "calendar": Message("retention.fact.calendar", "the working days of that year"),
    }
)


@attrs.frozen(kw_only=True)
class Names:
    """
    What the parts of an answer are called.

    Attributes:
        inputs: What was asked.
        policy: The declaration as it stands.
        promised: The version whose promises bind.
        law: The law.
        vocabulary: The words of all of them.
        language: The tag of the language in which the firm's own words are looked for; empty
            where none was chosen yet, and then labels stand in.
    """

    inputs: Inputs
    policy: Policy
    promised: Policy
    law: Law
    vocabulary: Vocabulary
    language: str = ""

    def own(self, path: str) -> str:
        """
        Give the firm's own words at a path, or nothing where it has none in the language.
        """
        texts = {tag: own[path] for tag, own in self.promised.texts.items() if path in own}
        return self._said(Words(texts)) if texts else ""

    def use(self, name: str) -> Value:
        """
        Name a use by its title, or by its first purpose.
        """
        title = self.own(f"uses.{name}.title")
        if title:
            return phrase(QUOTED, words=title)
        use = self.policy.uses.get(name)
        return self.label(Kind.PURPOSE, use.purposes[0]) if use and use.purposes else name

    def purposes(self, use: str, keys: Sequence[str]) -> Iterator[Value]:
        """
        Name some purposes of a use: by its title where they are all it has, else each by its own.
        """
        declared = self.policy.uses.get(use)
        title = self.own(f"uses.{use}.title")
        if title and declared and set(declared.purposes) == set(keys):
            yield phrase(QUOTED, words=title)
        else:
            yield from (self.label(Kind.PURPOSE, key) for key in keys)

    def label(self, kind: Kind, key: str) -> Message | Words | str:
        """
        Name a term; a key nobody knows stays a key.
        """
        known = self.vocabulary.has(kind, key)
        return self.vocabulary.term(kind, key).label if known else key

    def start(self, after: str) -> Value:
        """
        Name what a period is counted from: a clock by the firm's word, else a trigger.
        """
        clock = self.promised.clocks.get(after) or self.policy.clocks.get(after)
        if clock is None:
            return trigger_label(after, self.vocabulary)
        called = self._said(Words(clock.called)) if clock.called else ""
        return phrase(QUOTED, words=called) if called else LAST_CONTACT

    def rule(self, clause: Clause) -> Value:
        """
        Name a rule: the firm's by what it is and what it is about, the law's by its provisions.
        """
        if not clause.own:
            adopted = clause.weight is not Weight.STATUTE
            return phrase(ADOPTED, cites=clause.cites) if adopted else clause.cites
        about = tuple(self._about(clause))
        named = phrase(OWN[clause.effect])
        return phrase(ABOUT, rule=named, about=about) if about else named

    def sentence(self, message: Message) -> str:
        """
        Give a sentence of the law if the language has it; a host's own pack may be in English.
        """
        return self._said(message)

    def place(self, code: str) -> str:
        """
        Name a country; a code nobody knows stays a code.
        """
        from recruitprivacy.i18n import country  # noqa: PLC0415 - only who explains pays for words

        try:
            return country(code, self.language) if self.language else code
        except MissingTranslationError:
            return code

    def fact(self, name: str) -> Value:
        """
        Name a fact nobody recorded.
        """
        if name in SINGLE:
            return SINGLE[name]
        for head, tail, says in PATTERNS:
            if name.startswith(head) and name.endswith(tail):
                what = name[len(head) : len(name) - len(tail)]
                return phrase(says, what=self._what(head, what))
        return self._day(name)

    def facts(self, names: tuple[str, ...]) -> tuple[Value, ...]:
        """
        Name several facts, each once.
        """
        return tuple(dict.fromkeys(self.fact(name) for name in names))

    def _what(self, head: str, what: str) -> Value:
        match head:
            case "condition.":
                return self.label(Kind.CONDITION, what)
            case "use.":
                return self.use(what)
            case "law.":
                return self.place(what)
            case _:
                return what

    def _day(self, name: str) -> Phrase:
        ended = name.removesuffix(".ended")
        if ended != name and self.vocabulary.has(Kind.CONDITION, ended):
            return phrase(NO_LONGER_SO, what=self.label(Kind.CONDITION, ended))
        if self.vocabulary.has(Kind.TRIGGER, name):
            return phrase(DAY_OF, what=trigger_label(name, self.vocabulary))
        return phrase(DAY_OF, what=fact_label(name, self.vocabulary))

    def _about(self, clause: Clause) -> tuple[Value, ...]:
        if clause.names_categories:
            return tuple(self.label(Kind.CATEGORY, key) for key in clause.categories)
        return tuple(self.use(name) for name in clause.uses or ())

    def _said(self, value: Message | Words) -> str:
        from recruitprivacy.i18n import say  # noqa: PLC0415 - only who explains pays for words

        try:
            return say(value, self.language) if self.language else ""
        except (MissingTextError, MissingTranslationError):
            return ""
