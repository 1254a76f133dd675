"""
A policy as files: the declaration, its texts per language, its earlier versions.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from pathlib import Path
from typing import Final

import attrs

from recruitprivacy.errors import Fault, FaultsError
from recruitprivacy.frozen import FrozenMap
from recruitprivacy.policy import Policy, faults
from recruitprivacy.vocabulary import BUILT_IN, Vocabulary
from recruitprivacy.wire._expansion import Expansion
from recruitprivacy.wire._groups import GROUPS, Members, both, members
from recruitprivacy.wire._merge import merge, unworded
from recruitprivacy.wire._migrate import Document, schema, upgraded
from recruitprivacy.wire._reader import reader
from recruitprivacy.wire._toml import MOST_BYTES, flattened, parse, read_bytes
from recruitprivacy.wire._unread import UnreadError, joined, quoted, segment

FILE: Final = "policy.toml"
MOST_FAULTS: Final = 200


def load_policy(
    path: str | Path, *, vocabulary: Vocabulary = BUILT_IN, max_bytes: int = MOST_BYTES
) -> Policy:
    """
    Read a firm's declaration from its folder.

    ``texts/<language>.toml`` beside it holds the firm's own words, under the keys of what they
    are about; ``versions/*.toml`` the versions before this one, oldest first by their names;
    ``variants/<language>.toml`` what the text in one language says otherwise.

    Args:
        path: The TOML file, or the folder that holds a ``policy.toml``.
        vocabulary: The words it may use.
        max_bytes: The most any one of the files may hold.

    Raises:
        FaultsError: With everything there is to mend, in the order of the file.
        NewerSchemaError: If it was written for a newer release.
        TooLargeError: If a file holds more than it may.
    """
    given = Path(path)
    file = given / FILE if given.is_dir() else given
    reading = _Reading(vocabulary, max_bytes)
    document = reading.toml("", file)
    texts = reading.folder(file.with_name("texts"))
    versions = reading.folder(file.with_name("versions"))
    variants = reading.folder(file.with_name("variants"))
    reading.policy("", document, texts, variants)
    for name, version in versions.items():
        reading.policy(f"versions/{name}.toml", version, {})
    return reading.result(str(file))


def read_policy(
    text: str | bytes,
    *,
    texts: Mapping[str, str | bytes] | None = None,
    vocabulary: Vocabulary = BUILT_IN,
    max_bytes: int = MOST_BYTES,
    source: str = "",
) -> Policy:
    """
    Read a firm's declaration from TOML.

    Args:
        text: The declaration.
        texts: The firm's own words as TOML, per language tag.
        vocabulary: The words it may use.
        max_bytes: The most each text may hold.
        source: What to call it where it has faults.

    Raises:
        FaultsError: With everything there is to mend, in its order.
        NewerSchemaError: If it was written for a newer release.
        TooLargeError: If a text holds more than it may.

    >>> policy = read_policy('''
    ... id = "acme"
    ... firm = "Acme Recruitment"
    ... languages = ["nl"]
    ... [roles]
    ... candidate = {}
    ... [controllers.acme]
    ... name = "Acme Recruitment B.V."
    ... ''')
    >>> policy.firm, policy.controllers["acme"].dpo.value
    (('Acme Recruitment',), 'unstated')
    """
    reading = _Reading(vocabulary, max_bytes)
    document = reading.toml("", text)
    words = {
        language: reading.toml(f"texts/{language}.toml", own)
        for language, own in (texts or {}).items()
    }
    reading.policy("", document, words)
    return reading.result(source)


@attrs.define
class _Reading:
    """
    One reading of a policy: what was read so far, and what was wrong.
    """

    vocabulary: Vocabulary
    max_bytes: int
    policies: list[Policy] = attrs.field(factory=list)
    found: list[Fault] = attrs.field(factory=list)

    def toml(self, name: str, source: str | bytes | Path) -> Document | None:
        """
        Read one document, or None if it is none.
        """
        try:
            data = read_bytes(source, self.max_bytes) if isinstance(source, Path) else source
            return parse(data, max_bytes=self.max_bytes)
        except FaultsError as error:
            self.blame(name, error.faults)
            return None

    def folder(self, folder: Path) -> dict[str, Document | None]:
        """
        Read every document of a folder, by its name without the ending.
        """
        return {
            file.stem: self.toml(f"{folder.name}/{file.name}", file)
            for file in sorted(folder.glob("*.toml"))
        }

    def policy(
        self,
        name: str,
        document: Document | None,
        texts: Mapping[str, Document | None],
        variants: Mapping[str, Document | None] = FrozenMap(),
    ) -> None:
        """
        Read one version from its document, with what is said otherwise in other languages.
        """
        if document is None:
            return
        try:
            whole = upgraded({"schema": schema("policy"), **document}, "policy")
        except FaultsError as error:
            self.blame(name, error.faults)
            return
        groups, wrong = members(whole.get(GROUPS, {}), self.vocabulary)
        written = Expansion(groups)
        said_out = written.whole(whole)
        with_texts, twice = _with_texts(said_out, texts)
        policy, its = understood(with_texts, self.vocabulary)
        known = [*wrong, *written.faults, *map(written.as_written, its)]
        self.blame(name, dict.fromkeys([*twice, *known]))
        said = {
            language: self.variant(language, said_out, changes, its, groups)
            for language, changes in variants.items()
            if changes is not None
        }
        self.policies.append(attrs.evolve(policy, variants=FrozenMap(said)) if said else policy)

    def variant(
        self,
        language: str,
        whole: Document,
        changes: Document,
        known: Collection[Fault],
        groups: Members,
    ) -> Policy:
        """
        Read what the text in one language says, from the declaration and what differs in it.
        """
        own, wrong = members(changes.get(GROUPS, {}), self.vocabulary)
        written = Expansion(both(groups, own))
        merged, misfits = merge(unworded(whole), written.whole(changes))
        variant, its = understood(merged, self.vocabulary)
        new = (fault for fault in its if fault not in known)
        found = [*wrong, *written.faults, *map(written.as_written, [*misfits, *new])]
        self.blame(f"variants/{language}.toml", dict.fromkeys(found))
        return variant

    def blame(self, name: str, its: Iterable[Fault]) -> None:
        """
        Add the faults of one document, under its name unless it is the main one.
        """
        self.found.extend(
            attrs.evolve(fault, path=f"{name}: {fault.path}" if fault.path else name)
            if name
            else fault
            for fault in its
        )

    def result(self, source: str) -> Policy:
        """
        Put the versions together, or refuse with all the faults.
        """
        refuse(self.found, source)
        policy, *earlier = self.policies
        whole = attrs.evolve(policy, earlier=(*policy.earlier, *earlier))
        if earlier or whole.variants:
            refuse(list(faults(whole, self.vocabulary)), source)
        return whole


def refuse(found: Sequence[Fault], source: str = "") -> None:
    """
    Raise what was found, if anything.

    Raises:
        FaultsError: If there is at least one fault.
    """
    if found:
        raise refused(found, source)


def refused(found: Sequence[Fault], source: str = "") -> FaultsError:
    """
    Make the error that carries what was found; a flood is cut short.
    """
    more = Fault(path="", problem="there are more", way_out="mend these first")
    cut = len(found) > MOST_FAULTS
    return FaultsError([*found[:MOST_FAULTS], more] if cut else found, source=source)


def understood(document: Document, vocabulary: Vocabulary) -> tuple[Policy, list[Fault]]:
    """
    Read a declaration from plain values; what is returned beside faults is no more than a draft.
    """
    own: tuple[Fault, ...] = ()
    lost: tuple[str, ...] = ()
    try:
        policy = reader(Policy, quoted)(document)
    except UnreadError as failure:
        policy, own, lost = failure.value, failure.faults, failure.lost
    across = islice(faults(policy, vocabulary, lost=lost), MOST_FAULTS)
    found = dict.fromkeys([*own, *across])
    places = {path: place for place, path in enumerate(_paths(document))}
    return policy, sorted(found, key=lambda fault: _place(fault.path, places))


def _paths(part: object, path: str = "") -> Iterator[str]:
    yield path
    if isinstance(part, dict):
        for key, inner in part.items():
            yield from _paths(inner, joined(path, segment(key)))


def _place(path: str, places: Mapping[str, int]) -> int:
    while path and path not in places:
        path = re.sub(r"\.?[^.]*$", "", path)
    return places[path]


def _with_texts(
    document: Document, texts: Mapping[str, Document | None]
) -> tuple[Document, list[Fault]]:
    inline = document.get("texts", {})
    if not isinstance(inline, dict):
        return document, []
    words: Document = {}
    twice: list[Fault] = []
    for language in {**inline, **texts}:
        here, there = inline.get(language, {}), texts.get(language) or {}
        if isinstance(here, dict):
            pairs = [*flattened(here), *flattened(there)]
            twice.extend(_twice(language, Counter(key for key, _ in pairs)))
            here = dict(pairs)
        words[language] = here
    return ({**document, "texts": words} if words else document), twice


def _twice(language: str, counts: Counter[str]) -> Iterator[Fault]:
    for key, count in counts.items():
        if count > 1:
            path = f"texts.{segment(language)}.{segment(key)}"
            yield Fault(path=path, problem="this text is given twice", way_out="keep one")
