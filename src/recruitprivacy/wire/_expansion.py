"""
Writing a declaration out: each group it uses replaced by its words, and the way back.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from types import UnionType
from typing import Any, Final, Union, get_args

import attrs

from recruitprivacy.errors import Fault
from recruitprivacy.frozen import FrozenMap
from recruitprivacy.near import nearest
from recruitprivacy.policy import Policy
from recruitprivacy.wire._groups import GROUPS, MARK, Members, kind_of_word
from recruitprivacy.wire._leaves import Hint, bare, origin_of
from recruitprivacy.wire._merge import ALONE, WITH, WITHOUT
from recruitprivacy.wire._migrate import Document
from recruitprivacy.wire._tables import parts
from recruitprivacy.wire._unread import joined, quoted, segment

STEP: Final = re.compile(r"[.\[]?[^.\[]+")


@attrs.define
class Expansion:
    """
    One document in which each group is replaced by its words.

    Attributes:
        groups: The groups there are.
        faults: What was wrong with their use.
        places: Where something was written, by where it stands now.
    """

    groups: Members
    faults: list[Fault] = attrs.field(factory=list)
    places: dict[str, str] = attrs.field(factory=dict)

    def whole(self, document: Document) -> Document:
        """
        Replace the groups of a declaration, or of what a variant changes in it.
        """
        own = {key: part for key, part in document.items() if key not in ALONE}
        said = self.fields(own, Policy, "")
        return {key: said.get(key, part) for key, part in document.items() if key != GROUPS}

    def as_written(self, fault: Fault) -> Fault:
        """
        Point a fault to where its cause stands in the file.
        """
        path = ""
        for step in STEP.findall(fault.path):
            path = self.places.get(path + step, path + step)
        return attrs.evolve(fault, path=path)

    def part(self, value: object, hint: Hint, path: str) -> object:
        """
        Replace the groups in anything, along its type.
        """
        options = get_args(hint) if origin_of(hint) in {Union, UnionType} else (hint,)
        for option in options:
            origin, args = origin_of(option), get_args(option)
            if origin is tuple and kind_of_word(args[0]):
                return self.changed(value, kind_of_word(args[0]), path)
            if type(value) is dict and attrs.has(bare(option)):
                return self.fields(value, bare(option), path)
            if type(value) is dict and origin is FrozenMap:
                return self.entries(value, args[0], args[1], path)
        return value

    def fields(self, table: Mapping[str, Any], cls: Hint, path: str) -> Document:
        """
        Replace the groups in the fields of a class.
        """
        known = parts(cls)
        return {
            key: self.part(value, known[key].hint, joined(path, key)) if key in known else value
            for key, value in table.items()
        }

    def entries(self, table: Mapping[str, Any], key_hint: Hint, hint: Hint, path: str) -> Document:
        """
        Replace the groups in the entries of a map, and among its keys.
        """
        kind, said = kind_of_word(key_hint), Document()
        for key, value in table.items():
            at = joined(path, segment(key))
            if key == WITHOUT and type(value) is list:
                said[key] = self.words(value, kind, at)
                continue
            inner = self.part(value, hint, at)
            grouped = bool(kind) and key.startswith(MARK)
            for word in self.of(key, kind, at) if grouped else (key,):
                self.put(said, word, inner, path, key)
        return said

    def put(self, said: Document, word: str, value: object, path: str, key: str) -> None:
        """
        Add an entry; beside another of the same word it may only say what that one does not.
        """
        here, there = joined(path, segment(word)), joined(path, segment(key))
        before = set(_nodes(said[word], here)) if word in said else set()
        for now, then in zip(_nodes(value, here), _nodes(value, there), strict=True):
            if now in before and now == then:
                self.places.pop(now, None)
            elif now not in before and now != then:
                self.places[now] = then
        said[word] = self.completed(said[word], value, there) if word in said else value

    def completed(self, one: object, other: object, path: str) -> object:
        """
        Add to one entry of a word what another says; what both say is a fault.
        """
        if not (isinstance(one, dict) and isinstance(other, dict)):
            problem = "is said a second time, by a group and beside it"
            self.faults.append(Fault(path=path, problem=problem, way_out="keep one"))
            return one
        whole = {**one, **other}
        for key in (key for key in other if key in one):
            whole[key] = self.completed(one[key], other[key], joined(path, segment(key)))
        return whole

    def changed(self, value: object, kind: str, path: str) -> object:
        """
        Replace the groups in a list, or in what a variant takes from one and adds to it.
        """
        if type(value) is dict and value.keys() <= {WITH, WITHOUT}:
            return {key: self.words(part, kind, f"{path}.{key}") for key, part in value.items()}
        return self.words(value, kind, path)

    def words(self, value: object, kind: str, path: str) -> object:
        """
        Replace the groups in a list; a word is there once, however many groups have it.
        """
        given = [value] if type(value) is str else value
        if type(given) is not list or not any(_is_group(each, kind) for each in given):
            return value
        said: list[object] = []
        for index, each in enumerate(given):
            at = path if given is not value else f"{path}[{index}]"
            words = self.of(each, kind, path) if _is_group(each, kind) else (each,)
            for word in words:
                if word is each or word not in {*map(str, given), *map(str, said)}:
                    self.places[f"{path}[{len(said)}]"] = at
                    said.append(word)
        return said

    def of(self, written: str, kind: str, path: str) -> tuple[str, ...]:
        """
        Find the words of a group, or say that there is none.
        """
        known = self.groups.get(kind, {})
        name = written.removeprefix(MARK)
        if name not in known:
            close = nearest(name, known)
            self.faults.append(
                Fault(
                    path=path,
                    problem=f"there is no group{quoted(written)} of this kind",
                    nearest=f"{MARK}{close}" if close else "",
                    way_out=f"declare it under {GROUPS}.{kind}",
                )
            )
        return known.get(name, ())


def _is_group(word: object, kind: str) -> bool:
    return bool(kind) and isinstance(word, str) and word.startswith(MARK)


def _nodes(value: object, path: str) -> Iterator[str]:
    yield path
    if isinstance(value, dict):
        for key, part in value.items():
            yield from _nodes(part, joined(path, segment(key)))
