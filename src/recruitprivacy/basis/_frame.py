"""
The law an activity is under: which regulation, in which places, on which day.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cached_property
from typing import Final, TypedDict

import attrs

from recruitprivacy.basis._answer import Answer
from recruitprivacy.basis._premise import Premise
from recruitprivacy.citations import Act, Citation
from recruitprivacy.errors import Fault, FaultsError
from recruitprivacy.law import Law, Rule, Situation
from recruitprivacy.messages import Message
from recruitprivacy.vocabulary import BUILT_IN, Kind, Vocabulary

__all__ = ["UNION", "Frame", "Known", "Parts", "is_code"]

GDPR: Final = "GDPR"
UNION: Final = "EU"
PLACES: Final = 4
"""How many fields of a situation, the first ones, are places."""
CODE: Final = 2
WRITE: Final = "write it as in 'NL'"
NAMES: Final = "gdpr_name"
"""The topic whose rules say from which day the regulation applies in a place."""

IN_FORCE: Final = Message(
    "basis.frame.in_force", "a regulation like the GDPR binds the controller on that day"
)
NOWHERE: Final = Fault(
    path="situation",
    problem="names no place",
    way_out="give the establishment, as in Situation(establishment='NL')",
)


def is_code(place: str) -> bool:
    """
    Say whether a place is written as a code: two capital letters, perhaps with a region.

    >>> is_code("NL"), is_code("DE-BY"), is_code("Netherlands"), is_code("nl")
    (True, True, False, False)
    """
    country = place.partition("-")[0]
    return len(country) == CODE and country.isascii() and country.isupper()


class Parts(TypedDict):
    """
    What every answer carries: the day, and the law with the acts it can cite.
    """

    on: date
    law: str
    law_version: str
    acts: Mapping[str, Act]


@attrs.frozen(kw_only=True)
class Known:
    """
    A rule found for a question.

    Attributes:
        rule: The rule.
        hangs_on: The ties of the situation that are unknown, so that it only might apply.
    """

    rule: Rule
    hangs_on: tuple[str, ...] = ()


@attrs.frozen(kw_only=True)
class Frame:
    """
    The law, the ties and the day that every premise of one question is asked under.

    Attributes:
        law: The packs.
        situation: The ties to countries, one of them at least.
        on: The day asked about.
        vocabulary: The words of what is asked.

    Raises:
        FaultsError: If the situation names no place, or one that is no country code.

    >>> from recruitprivacy.law import load
    >>> here = Situation(establishment="GB")
    >>> frame = Frame(law=load("GB"), situation=here, on=date(2026, 3, 2))
    >>> frame.act, [str(cite) for cite in frame.cite("GDPR Art. 15(1)")]
    ('UK GDPR', ['UK GDPR Art. 15(1)'])
    """

    law: Law
    situation: Situation
    on: date
    vocabulary: Vocabulary = BUILT_IN

    def __attrs_post_init__(self) -> None:
        """
        Refuse a situation without any place, or with one nobody can look up.
        """
        fields = attrs.fields(Situation)[:PLACES]
        ties = {field.name: getattr(self.situation, field.name) for field in fields}
        faults = [
            Fault(path=f"situation.{name}", problem=f"{place!r} is no country code", way_out=WRITE)
            for name, place in ties.items()
            if place and not is_code(place)
        ]
        if faults or not any(ties.values()):
            raise FaultsError(faults or [NOWHERE])

    @cached_property
    def act(self) -> str:
        """
        The regulation that binds the controller: ``GDPR``, ``UK GDPR``; empty where none is known.
        """
        found = self.law.rules(NAMES, self.situation, on=self.on).applies
        named = [(rule.jurisdiction, cite.act) for rule in found for cite in rule.cites]
        acts = [act for place, act in named if place == UNION or act != GDPR]
        return next((act for act in acts if act.endswith(GDPR)), "")

    def cite(self, *texts: str) -> tuple[Citation, ...]:
        """
        Read citations, of the regulation as the one that binds here has them.

        Acts of which no loaded pack knows are left out.
        """
        return tuple(self._read(texts))

    def _read(self, texts: Iterable[str]) -> Iterator[Citation]:
        acts = self.law.acts
        for text in texts:
            here = f"{self.act}{text.removeprefix(GDPR)}" if text.startswith(f"{GDPR} ") else text
            known = [written for written in (here, text) if written.startswith(self._acts)]
            if known:
                yield Citation.parse(known[0], acts)

    @cached_property
    def _acts(self) -> tuple[str, ...]:
        return tuple(self.law.acts)

    def answer(self, what: Message, *premises: Premise) -> Answer:
        """
        Answer one thing by what it needs, all of it.
        """
        return Answer(what=what, premises=premises, **self.parts)

    @cached_property
    def parts(self) -> Parts:
        """
        What every answer carries of the law it rests on.
        """
        law = self.law
        return Parts(on=self.on, law=law.digest, law_version=law.version, acts=law.acts)

    @property
    def in_force(self) -> Premise:
        """
        The premise that the regulation binds the controller at all.
        """
        return Premise(
            fact="situation.establishment",
            holds=True if self.act else None,
            what=IN_FORCE,
            cites=self.cite("GDPR Art. 3(1)") if self.act else (),
            unsourced=not self.act,
        )

    def asked(self, topic: str, categories: Iterable[str] = ()) -> tuple[Known, ...]:
        """
        Find the rules of a topic that reach categories, those that only might apply among them.

        Args:
            topic: The topic, as in ``criminal_data``.
            categories: The data; a rule about categories of which none is asked for is left out.
                None at all asks for every rule.
        """
        asked = tuple(categories)
        found = self.law.rules(topic, self.situation, on=self.on)
        might = (Known(rule=each.rule, hangs_on=each.facts) for each in found.open)
        known = (*(Known(rule=rule) for rule in found.applies), *might)
        return tuple(each for each in known if self._reached(each.rule, asked))

    def names(self, topic: str, categories: Iterable[str]) -> bool:
        """
        Say whether a rule of a place, and not of the Union, names some of these data.
        """
        return any(
            known.rule.categories and known.rule.jurisdiction != UNION
            for known in self.asked(topic, categories)
        )

    def _reached(self, rule: Rule, categories: tuple[str, ...]) -> bool:
        if not rule.categories or not categories:
            return True
        return any(self.is_category(one, of) for one in categories for of in rule.categories)

    def is_category(self, category: str, of: str) -> bool:
        """
        Say whether a category is another or a kind of it.
        """
        return self.vocabulary.is_kind(Kind.CATEGORY, category, of)

    def is_akin(self, one: str, other: str) -> bool:
        """
        Say whether one of two categories is the other or a kind of it.
        """
        return self.is_category(one, other) or self.is_category(other, one)

    def is_purpose(self, purpose: str, of: str) -> bool:
        """
        Say whether a purpose is another or a kind of it.
        """
        return self.vocabulary.is_kind(Kind.PURPOSE, purpose, of)
