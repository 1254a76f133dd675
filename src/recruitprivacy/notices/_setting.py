"""
What every part of a notice is composed from: whose, for whom, in which language, on which day.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Final

import attrs

from recruitprivacy import i18n
from recruitprivacy.citations import Citation
from recruitprivacy.i18n._catalog import load
from recruitprivacy.law import Law
from recruitprivacy.messages import Message, Phrase, Value, Words, phrase
from recruitprivacy.notices._layer import Collected
from recruitprivacy.notices._own import Wording
from recruitprivacy.notices._tree import Block, Bullets, Paragraph
from recruitprivacy.policy import EVERYTHING, Holding, Permission, Policy
from recruitprivacy.vocabulary import Kind, Right, Sensitivity, Vocabulary

EEA: Final = Message("notice.place.eea", "the European Economic Area")
SENSITIVE: Final = Message("notice.what.sensitive_data", "sensitive data")
ART_9: Final = "special_category_data"
CONSENTS: Final = frozenset({Permission.CONSENT, Permission.EXPLICIT_CONSENT})
"""The permissions that are consent in law."""


@attrs.frozen(kw_only=True)
class Setting:
    """
    The arguments of :func:`recruitprivacy.notices.compose`, and the few verbs its parts share.
    """

    policy: Policy
    role: str
    language: str
    law: Law
    on: date
    vocabulary: Vocabulary
    collected: Collected = Collected.BOTH
    wording: Wording = Wording()
    _cited: dict[tuple[str, ...], tuple[Citation, ...]] = attrs.field(
        factory=dict, init=False, eq=False, repr=False
    )

    @property
    def whose(self) -> str:
        """
        The role whose parts of the policy apply.
        """
        return self.policy.role_of(self.role)

    def mine(self, roles: Iterable[str]) -> bool:
        """
        Say whether a part for these roles concerns the reader; no roles is everybody.
        """
        return self.policy.is_about(self.role, tuple(roles))

    def say(self, message: Message | Words | Phrase, /, **values: Value) -> str:
        """
        Put a message into words.
        """
        said = phrase(message, **values) if isinstance(message, Message) else message
        return self.wording.say(said, self.language)

    def words(self, kind: Kind, keys: Iterable[str]) -> tuple[Message | Words, ...]:
        """
        Collect the labels of terms.
        """
        return tuple(self._label(kind, key) for key in keys)

    def _label(self, kind: Kind, key: str) -> Message | Words:
        if kind is Kind.CATEGORY and key == ART_9 and self.covers_more(key):
            return SENSITIVE
        return self.vocabulary.term(kind, key).label

    def covers_more(self, key: str) -> bool:
        """
        Say whether a category is only a name for data of several kinds, its own among them.

        Law:
            GDPR Art. 9(1): what is special by law, whatever a firm counts under the name.
        """
        finer = self.holding.but[key].includes if key in self.holding.but else ()
        return any(not self.vocabulary.is_under(Kind.CATEGORY, each, key) for each in finer)

    def labels(self, kind: Kind, keys: Iterable[str]) -> tuple[str, ...]:
        """
        Put the labels of terms into words.
        """
        return tuple(self.say(label) for label in self.words(kind, keys))

    def own(self, path: str) -> str:
        """
        Give the firm's own words at a path, or empty where it wrote none.
        """
        texts: Mapping[str, str] = self.policy.texts.get(self.language, {})
        return texts.get(path, "")

    def cite(self, *texts: str) -> tuple[Citation, ...]:
        """
        Read citations written as a lawyer writes them.
        """
        if texts not in self._cited:
            acts = self.law.acts
            self._cited[texts] = tuple(Citation.parse(text, acts) for text in texts)
        return self._cited[texts]

    def paragraph(
        self, message: Message, /, *, serves: tuple[str, ...] = (), path: str = "", **values: Value
    ) -> Paragraph:
        """
        Make a paragraph of a message.
        """
        return Paragraph(text=self.say(message, **values), serves=self.cite(*serves), path=path)

    def told(self, path: str, *otherwise: Block, serves: tuple[str, ...] = ()) -> tuple[Block, ...]:
        """
        Say it in the firm's own words where it wrote some, and otherwise in ours.

        One rule holds everywhere: the firm's words come first and replace what the library would
        say in general. What has to be exact stands beside them in any case: a length and what it
        runs from, a basis, a list of data or recipients, a way to reach somebody.
        """
        text = self.own(path)
        return (Paragraph(text=text, serves=self.cite(*serves), path=path),) if text else otherwise

    def bullets(
        self,
        lead: Message,
        items: Iterable[str],
        /,
        *,
        serves: tuple[str, ...] = (),
        path: str = "",
        **values: Value,
    ) -> tuple[Block, ...]:
        """
        Make a list under a lead; nothing where there are no items.
        """
        found = tuple(items)
        if not found:
            return ()
        says = self.say(lead, **values)
        return (Bullets(lead=says, items=found, serves=self.cite(*serves), path=path),)

    def join(self, words: tuple[str, ...]) -> str:
        """
        Say words as a list.
        """
        return i18n.say(words, self.language)

    def countries(self, codes: Iterable[str]) -> tuple[str, ...]:
        """
        Name countries in the reader's language.
        """
        return tuple(i18n.country(code, self.language) for code in codes)

    def places(self, keys: Iterable[str]) -> tuple[str, ...]:
        """
        Name places in the reader's language: countries, or the European Economic Area.
        """
        return tuple(
            self.say(EEA) if key == "EEA" else i18n.country(key, self.language) for key in keys
        )

    def right(self, right: Right) -> str:
        """
        Give the path of a right, or that of all rights where the declaration forgets it.
        """
        return f"rights.{right.value}" if right in self.policy.rights else "rights"

    @property
    def holding(self) -> Holding:
        """
        What is held of the reader.
        """
        return self.policy.data.get(self.whose, Holding())

    def categories(self, keys: Iterable[str]) -> tuple[str, ...]:
        """
        Keep the categories that are held of the reader.
        """
        held = self.holding.categories
        return tuple(key for key in keys if key in held)

    def sensitivities(self, keys: Iterable[str]) -> frozenset[Sensitivity]:
        """
        Collect how sensitive the reader's data are that some keys reach.
        """
        but = self.holding.but
        plain = self.holding.items if EVERYTHING in (keys := tuple(keys)) else ()
        named = self.categories(keys)
        finer = (each for key in named if key in but for each in but[key].includes)
        reached = (self.vocabulary.term(Kind.CATEGORY, key) for key in (*plain, *named, *finer))
        return frozenset(term.sensitivity for term in reached)


def told_in(policy: Policy, language: str) -> Policy:
    """
    Give what the firm says in a language, with its own words in every language.

    A text that has a variant gives names in its own language, which so comes first.

    Raises:
        UnknownLanguageError: If no catalog speaks the language.
    """
    for tag in load(language).tags:
        if tag in policy.variants:
            languages = tuple(dict.fromkeys((tag, *policy.languages)))
            return attrs.evolve(policy.said_in(tag), texts=policy.texts, languages=languages)
    return policy


def visits(policy: Policy, role: str, vocabulary: Vocabulary) -> bool:
    """
    Say whether people in a role are told of cookies: visitors, or all where none are addressed.
    """
    visitors = {
        name
        for name, entry in policy.roles.items()
        if entry.addressed and vocabulary.is_under(Kind.ROLE, policy.role_of(name), "website_user")
    }
    return role in visitors or not visitors
