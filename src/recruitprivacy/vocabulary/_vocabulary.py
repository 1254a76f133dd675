"""
A vocabulary: the shipped terms and those a host added.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import chain
from typing import Final

import attrs

from recruitprivacy.errors import FaultsError, UnknownTermError
from recruitprivacy.frozen import FrozenMap
from recruitprivacy.near import nearest
from recruitprivacy.vocabulary._built_in import built_in
from recruitprivacy.vocabulary._extend import read
from recruitprivacy.vocabulary._host import HostTerm
from recruitprivacy.vocabulary._kinds import Kind
from recruitprivacy.vocabulary._terms import Term

__all__ = ["BUILT_IN", "Vocabulary"]


@attrs.frozen(kw_only=True)
class Vocabulary:
    """
    All terms a policy may use.

    It is a value: hashable, picklable, equal to another with the same host terms. The shipped
    terms are not part of it; they are read when first asked for.

    Attributes:
        own: The host's terms, by kind and key.

    >>> BUILT_IN.term(Kind.CATEGORY, "email").dpv
    'pd:EmailAddress'
    >>> BUILT_IN.term(Kind.CATEGORY, "criminal_convictoins")
    Traceback (most recent call last):
    recruitprivacy.errors.UnknownTermError: unknown category 'criminal_convictoins'; did you mean \
'criminal_convictions'?
    """

    own: FrozenMap[tuple[Kind, str], Term] = attrs.field(
        factory=FrozenMap[tuple[Kind, str], Term], repr=lambda own: f"<{len(own)} terms>"
    )

    def has(self, kind: Kind, key: str) -> bool:
        """
        Say whether there is such a term.

        >>> BUILT_IN.has(Kind.ROLE, "referee")
        True
        """
        return key in built_in(kind) or (kind, key) in self.own

    def term(self, kind: Kind, key: str) -> Term:
        """
        Look a term up.

        Raises:
            UnknownTermError: If there is none; it names the nearest key.
        """
        found = built_in(kind).get(key) or self.own.get((kind, key))
        if found is None:
            known = tuple(term.key for term in self.terms(kind))
            raise UnknownTermError(kind.value, key, nearest(key, known), known)
        return found

    def terms(self, kind: Kind) -> tuple[Term, ...]:
        """
        List the terms of a kind, the shipped ones first, each group in its own order.

        >>> [term.key for term in BUILT_IN.terms(Kind.COOKIE_LIFETIME)]
        ['session', 'persistent', 'while_registered']
        """
        own = (term for (of, _), term in self.own.items() if of is kind)
        return tuple(chain(built_in(kind).values(), own))

    def nearest(self, kind: Kind, key: str) -> str:
        """
        Find the known key that looks most like the one given, or nothing.

        >>> BUILT_IN.nearest(Kind.CATEGORY, "emial")
        'email'
        """
        return nearest(key, [term.key for term in self.terms(kind)])

    def lineage(self, kind: Kind, key: str) -> tuple[Term, ...]:
        """
        List a term and those above it, nearest first.

        >>> [term.key for term in BUILT_IN.lineage(Kind.CATEGORY, "disability")]
        ['disability', 'health', 'special_category_data']

        Raises:
            UnknownTermError: If there is no such term.
        """
        term = self.term(kind, key)
        return (term, *self.lineage(kind, term.under)) if term.under else (term,)

    def is_under(self, kind: Kind, key: str, ancestor: str) -> bool:
        """
        Say whether a term is the one named or a kind of it.

        >>> BUILT_IN.is_under(Kind.CATEGORY, "email", "contact_details")
        True
        >>> BUILT_IN.is_under(Kind.CATEGORY, "email", "email")
        True

        Raises:
            UnknownTermError: If either is no term.
        """
        self.term(kind, ancestor)
        term = self.term(kind, key)
        while term.key != ancestor and term.under:
            term = self.term(kind, term.under)
        return term.key == ancestor

    def is_kind(self, kind: Kind, key: str, *of: str) -> bool:
        """
        Say whether a term is one of others or a kind of one; a term nobody knows is only itself.

        >>> BUILT_IN.is_kind(Kind.CATEGORY, "email", "contact_details")
        True
        >>> BUILT_IN.is_kind(Kind.CATEGORY, "shoe_size", "shoe_size")
        True
        >>> BUILT_IN.is_kind(Kind.CATEGORY, "shoe_size", "contact_details")
        False
        """
        if key in of:
            return True
        known = self.has(kind, key)
        return known and any(self.has(kind, one) and self.is_under(kind, key, one) for one in of)

    def fires(self, event: str, trigger: str) -> bool:
        """
        Say whether an event of a kind fires a trigger; a kind of a firing kind does too.

        >>> BUILT_IN.fires("call.held", "last_contact")
        True
        >>> BUILT_IN.fires("message.opened", "last_contact")
        False

        Raises:
            UnknownTermError: If either is no term.
        """
        firing = self.term(Kind.TRIGGER, trigger).events
        return any(term.key in firing for term in self.lineage(Kind.EVENT, event))

    def extend(self, namespace: str, **kinds: Mapping[str, HostTerm]) -> Vocabulary:
        """
        Add a host's terms, each under a shipped one, and return the larger vocabulary.

        A term inherits what rules know of its parent. Its sensitivity may only rise, and naming
        what it may reveal raises it by itself.

        Args:
            namespace: What goes before each key and a colon: ``acme``.
            kinds: The terms, by the plural of their kind: ``categories``, ``purposes``.

        Raises:
            FaultsError: With everything there is to mend.

        >>> ours = BUILT_IN.extend(
        ...     "acme",
        ...     categories={"video_interview": {"under": "assessment", "may_reveal": ["health"]}},
        ... )
        >>> ours.term(Kind.CATEGORY, "acme:video_interview").sensitivity.value
        'may_reveal_special'
        >>> ours.is_under(Kind.CATEGORY, "acme:video_interview", "assessment")
        True
        """
        terms, faults = read(namespace, kinds, taken=self.own)
        if faults:
            raise FaultsError(faults)
        return Vocabulary(own=FrozenMap({**self.own, **_by_key(terms)}))


def _by_key(terms: Iterable[Term]) -> dict[tuple[Kind, str], Term]:
    return {(term.kind, term.key): term for term in terms}


BUILT_IN: Final = Vocabulary()
"""The terms this library ships, and no others."""
