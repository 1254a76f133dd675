"""
What changed between two versions of a declaration, and whom that obliges one to tell.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from enum import Enum
from typing import Final

import attrs

from recruitprivacy.canonical import Plain, digest, dumps
from recruitprivacy.citations import Act, Citation
from recruitprivacy.frozen import FrozenMap
from recruitprivacy.law import Law
from recruitprivacy.messages import Message, Phrase, Value, Words, phrase
from recruitprivacy.notices._concerned import concerned, touched
from recruitprivacy.periods import MonthDay, Period
from recruitprivacy.policy import Difference, PartialDate, Policy, differences
from recruitprivacy.vocabulary import BUILT_IN, Kind, Vocabulary

__all__ = ["Change", "Changed", "diff", "fingerprint"]

ADDED: Final = Message("changed.added", "New under {path}: {after}.")
REMOVED: Final = Message("changed.removed", "No longer under {path}: {before}.")
REPLACED: Final = Message(
    "changed.replaced", "Changed under {path}, before: {before}; now: {after}."
)
REWORDED: Final = Message(
    "changed.reworded",
    "The firm's own words under {path} changed. Whether they still mean the same, a person has to "
    "read.",
)
TELL: Final = Message("changed.tell", "People to be told: {roles}.")
BEFOREHAND: Final = Message("changed.beforehand", "They are told before it begins.")
TELL_BY: Final = Message("changed.tell_by", "The firm says it tells them by: {channels:or}.")
TELL_SOMEHOW: Final = Message(
    "changed.tell_somehow",
    "The declaration does not say how they are told; tell them in a way that reaches them.",
)
ASK_AGAIN: Final = Message(
    "changed.ask_again", "What was agreed to before does not cover it; ask again: {consents}."
)
UNMARKED: Final = Message(
    "changed.unmarked",
    "Both have the same version number, so nobody can tell who was given which.",
)
NOTHING: Final = Message("changed.nothing", "Nothing changed that people have to be told.")

COSMETIC: Final = frozenset({"version", "wording", "adopted", "laws", "links", "firm"})
"""What can change without anything becoming different for anybody."""
NO_CONTENT: Final = COSMETIC | {"schema", "id", "languages", "texts", "earlier", "variants"}
"""That, what is not told, and what is told in one language."""
NAMES: Final = frozenset({"called", "named", "names_itself", "calls_date", "abbreviations"})
"""What a thing is called, which differs with the language and promises nothing."""
UNTOLD: Final = NAMES | {"aim", "warn"}
"""Those, and what a notice never prints."""
AS_TEXT: Final = (Period, PartialDate, MonthDay)
SERVES: Final[Mapping[str, tuple[str, ...]]] = FrozenMap(
    {
        "controllers": ("GDPR Art. 13(1)(a)", "GDPR Art. 14(1)(a)"),
        "responsible": ("GDPR Art. 13(1)(a)", "GDPR Art. 14(1)(a)"),
        "contacts": ("GDPR Art. 13(1)(a)", "GDPR Art. 14(1)(a)"),
        "uses": ("GDPR Art. 13(1)(c)", "GDPR Art. 14(1)(c)"),
        "marketing": ("GDPR Art. 13(1)(c)", "GDPR Art. 14(1)(c)"),
        "recipients": ("GDPR Art. 13(1)(e)", "GDPR Art. 14(1)(e)"),
        "transfers": ("GDPR Art. 13(1)(f)", "GDPR Art. 14(1)(f)"),
        "retention": ("GDPR Art. 13(2)(a)", "GDPR Art. 14(2)(a)"),
        "clocks": ("GDPR Art. 13(2)(a)", "GDPR Art. 14(2)(a)"),
        "disposals": ("GDPR Art. 13(2)(a)", "GDPR Art. 14(2)(a)"),
        "rights": ("GDPR Art. 13(2)(b)", "GDPR Art. 14(2)(c)"),
        "requests": ("GDPR Art. 13(2)(b)", "GDPR Art. 14(2)(c)"),
        "consents": ("GDPR Art. 13(2)(c)", "GDPR Art. 14(2)(d)"),
        "complaints": ("GDPR Art. 13(2)(d)", "GDPR Art. 14(2)(e)"),
        "authorities": ("GDPR Art. 13(2)(d)", "GDPR Art. 14(2)(e)"),
        "obligations": ("GDPR Art. 13(2)(e)",),
        "automation": ("GDPR Art. 13(2)(f)", "GDPR Art. 14(2)(g)"),
        "data": ("GDPR Art. 14(1)(d)",),
        "ways": ("GDPR Art. 14(2)(f)",),
    }
)
"""Which element of a notice a section of the declaration is for."""
NEW_PURPOSE: Final = ("GDPR Art. 13(3)", "GDPR Art. 14(4)")
ALL: Final = ("GDPR Art. 12(1)",)


@attrs.frozen(kw_only=True)
class Change:
    """
    One thing that one version says and another does not, or says otherwise.

    Attributes:
        path: Where in the declaration, or in its texts: ``texts.nl.uses.hiring.says``.
        before: What only the older says there.
        after: What only the newer says there.
        material: Whether it makes a difference for people; None where only a reader can tell.
        roles: Whom it makes one for.
        beforehand: Whether they are told before it begins.
        consents: The consents that do not cover it, by name in the newer declaration.
        cites: The elements of a notice it is about.

    Law:
        GDPR Art. 13(3): a new purpose is told before it is pursued.
    """

    path: str
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    material: bool | None
    roles: tuple[str, ...] = ()
    beforehand: bool = False
    consents: tuple[str, ...] = ()
    cites: tuple[Citation, ...] = ()

    @property
    def says(self) -> Phrase:
        """
        What changed, as a sentence.
        """
        given: dict[str, Value] = {"path": self.path}
        if self.material is None:
            return phrase(REWORDED, **given)
        given |= {"before": self.before} if self.before else {}
        given |= {"after": self.after} if self.after else {}
        message = REPLACED if self.before and self.after else ADDED if self.after else REMOVED
        return phrase(message, **given)


@attrs.frozen(kw_only=True)
class Changed:
    """
    All that changed between two versions.

    What would be erased sooner or later for it is for :func:`recruitprivacy.retention.impact`.

    Attributes:
        before: The fingerprint of the older.
        after: The fingerprint of the newer.
        changes: The changes, in the order of the declaration.
        channels: How the firm says it tells people of changes that matter.
        unmarked: Whether both have one number though something material changed.
    """

    before: str
    after: str
    changes: tuple[Change, ...]
    channels: tuple[str, ...] = ()
    unmarked: bool = False
    _vocabulary: Vocabulary = attrs.field(default=BUILT_IN, eq=False, repr=False)
    _acts: FrozenMap[str, Act] = attrs.field(default=FrozenMap(), eq=False, repr=False)

    @property
    def material(self) -> tuple[Change, ...]:
        """
        The changes people have to be told.
        """
        return tuple(each for each in self.changes if each.material)

    @property
    def to_read(self) -> tuple[Change, ...]:
        """
        The changes of words that a person has to read.
        """
        return tuple(each for each in self.changes if each.material is None)

    @property
    def who_must_be_told(self) -> tuple[str, ...]:
        """
        The roles to be told, each once.
        """
        return tuple(dict.fromkeys(role for each in self.material for role in each.roles))

    @property
    def ask_again(self) -> tuple[str, ...]:
        """
        The consents to be asked for anew, by name.
        """
        return tuple(dict.fromkeys(name for each in self.changes for name in each.consents))

    def explain(self, language: str) -> str:
        """
        Say what changed, whom to tell and what to ask again, one sentence a line.

        Raises:
            UnknownLanguageError: If no catalog speaks the language.
            MissingTranslationError: If the catalog lacks a sentence.
        """
        from recruitprivacy.i18n import explained  # noqa: PLC0415 - only who explains pays

        return explained(self._lines(), language, acts=self._acts)

    def _lines(self) -> Iterator[tuple[Phrase, tuple[Citation, ...]]]:
        yield from ((each.says, each.cites) for each in self.changes)
        if not self.material:
            yield phrase(NOTHING), ()
            return
        yield phrase(TELL, roles=self._labels(Kind.ROLE, self.who_must_be_told)), ()
        if any(each.beforehand for each in self.material):
            yield phrase(BEFOREHAND), ()
        if self.channels:
            yield phrase(TELL_BY, channels=self._labels(Kind.CHANNEL, self.channels)), ()
        else:
            yield phrase(TELL_SOMEHOW), ()
        if self.ask_again:
            yield phrase(ASK_AGAIN, consents=self.ask_again), ()
        if self.unmarked:
            yield phrase(UNMARKED), ()

    def _labels(self, kind: Kind, keys: Iterable[str]) -> tuple[Message | Words, ...]:
        return tuple(self._vocabulary.term(kind, key).label for key in keys)


def fingerprint(policy: Policy) -> str:
    """
    Name what a declaration says, whatever the language, the version and the words.

    Two texts of one notice have one fingerprint; so has a text whose spelling was mended. The order
    of lists does not count.

    >>> import attrs
    >>> from recruitprivacy.testing.examples import own_hiring
    >>> policy = own_hiring()
    >>> spoken = attrs.evolve(policy, languages=("sv",), texts=FrozenMap())
    >>> fingerprint(policy) == fingerprint(spoken)
    True
    >>> fingerprint(policy) == fingerprint(attrs.evolve(policy, uses=FrozenMap()))
    False
    """
    fields = (each.name for each in attrs.fields(Policy))
    said = {name: _plain(getattr(policy, name)) for name in fields if name not in NO_CONTENT}
    return digest(dumps(said))


def diff(old: Policy, new: Policy, law: Law, *, vocabulary: Vocabulary = BUILT_IN) -> Changed:
    """
    List what changed, what of it people have to be told, and which consents it leaves behind.

    Args:
        old: The declaration people were given.
        new: The one they will be given.
        law: The packs its citations are read with.
        vocabulary: The words of both, where a host added its own.

    >>> import attrs
    >>> from recruitprivacy.law import load
    >>> from recruitprivacy.testing.examples import own_hiring
    >>> old = own_hiring()
    >>> more = ("recruitment_services", "direct_marketing")
    >>> use = attrs.evolve(old.uses["hiring"], purposes=more)
    >>> new = attrs.evolve(old, uses=FrozenMap({"hiring": use}))
    >>> found = diff(old, new, load("NL"))
    >>> [(each.path, each.after, each.beforehand) for each in found.material]
    [('uses.hiring.purposes', ('direct_marketing',), True)]
    >>> found.who_must_be_told, found.unmarked
    (('candidate',), True)

    Law:
        GDPR Art. 13(3): a new purpose is told before it is pursued.
        GDPR Art. 14(4): likewise where data came from others.
    """
    both = attrs.evolve(old, variants=FrozenMap({"": new}))
    found = (each for one in differences(both, "") for each in _apart(one, old))
    changes = (*(_judged(each, old, new, law) for each in found), *_reworded(old, new))
    return Changed(
        before=fingerprint(old),
        after=fingerprint(new),
        changes=changes,
        channels=new.changes.material_via,
        unmarked=old.version_number == new.version_number and any(one.material for one in changes),
        vocabulary=vocabulary,
        acts=FrozenMap(law.acts),
    )


def _apart(found: Difference, old: Policy) -> Iterator[Difference]:
    # A section names the entries that came or went: each is a change of its own.
    if isinstance(getattr(old, found.path, None), FrozenMap):
        for name in found.declared:
            yield Difference(path=f"{found.path}.{name}", declared=(name,))
        for name in found.said:
            yield Difference(path=f"{found.path}.{name}", said=(name,))
    else:
        yield found


def _judged(found: Difference, old: Policy, new: Policy, law: Law) -> Change:
    section = found.path.partition(".")[0]
    material = not (section in COSMETIC or not UNTOLD.isdisjoint(found.path.split(".")))
    beforehand = material and _new_purpose(found)
    cites = (*SERVES.get(section, ALL), *(NEW_PURPOSE if beforehand else ()))
    before, after = (tuple(filter(None, words)) for words in (found.declared, found.said))
    return Change(
        path=found.path,
        before=before,
        after=after,
        material=material,
        roles=concerned(found.path, old, new) if material else (),
        beforehand=beforehand,
        consents=touched(found, old, new) if material else (),
        cites=tuple(Citation.parse(text, law.acts) for text in cites) if material else (),
    )


def _new_purpose(found: Difference) -> bool:
    section, _, rest = found.path.partition(".")
    whole = "." not in rest
    return section == "uses" and bool(found.said) and (whole or rest.endswith(".purposes"))


def _reworded(old: Policy, new: Policy) -> Iterator[Change]:
    for language in dict.fromkeys((*old.texts, *new.texts)):
        before = old.texts.get(language, FrozenMap[str, str]())
        after = new.texts.get(language, FrozenMap[str, str]())
        for path in dict.fromkeys((*before, *after)):
            if before.get(path) != after.get(path):
                yield Change(path=f"texts.{language}.{path}", material=None)


def _plain(value: object) -> Plain:
    if isinstance(value, AS_TEXT):
        return str(value)
    if isinstance(value, FrozenMap):
        return {_key(key): _plain(part) for key, part in value.items() if _key(key) not in NAMES}
    if isinstance(value, tuple):
        return sorted((_plain(part) for part in value), key=dumps)
    kind: type = type(value)
    if attrs.has(kind):
        told = (each.name for each in attrs.fields(kind) if each.name not in UNTOLD)
        return {name: _plain(getattr(value, name)) for name in told}
    if isinstance(value, Enum):
        return str(value.value)
    return value if isinstance(value, str | int) else None


def _key(key: object) -> str:
    return str(key.value) if isinstance(key, Enum) else str(key)
