"""
The shape of a policy file as a JSON Schema, for editors that complete and check while one types.
"""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Iterator, Mapping
from enum import Enum
from types import NoneType
from typing import Annotated, Final, TypeAlias, cast, get_args

import attrs

from recruitprivacy.canonical import Plain
from recruitprivacy.frozen import FrozenMap
from recruitprivacy.periods import MonthDay, Period
from recruitprivacy.policy import EVERYTHING, PartialDate, Policy
from recruitprivacy.vocabulary import BUILT_IN, Kind, Vocabulary
from recruitprivacy.wire._groups import GROUPS, kind_of_word, kinds
from recruitprivacy.wire._leaves import Hint, bare, origin_of
from recruitprivacy.wire._migrate import schema
from recruitprivacy.wire._tables import parts

Schema: TypeAlias = dict[str, Plain]

DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"
LEAVES: Final[Mapping[Hint, Schema]] = {
    str: {"type": "string"},
    int: {"type": "integer"},
    bool: {"type": "boolean"},
    Period: {
        "type": "string",
        "pattern": "^P(?=.)([0-9]+Y)?([0-9]+M)?([0-9]+W)?([0-9]+D)?([0-9]+B)?(T[0-9]+H)?$",
    },
    MonthDay: {"type": "string", "pattern": "^(0[1-9]|1[0-2])-[0-3][0-9]$"},
    PartialDate: {
        "anyOf": [
            {"type": "string", "pattern": "^((early|mid|late) )?[0-9]{4}(-[0-9]{2}){0,2}$"},
            {"type": "integer", "minimum": 1, "maximum": 9999},
        ]
    },
}
TEXTS: Final[Schema] = {
    "type": "object",
    "additionalProperties": {"anyOf": [{"type": "string"}, {"$ref": "#/$defs/texts"}]},
}
GROUP: Final[Schema] = {"type": "string", "pattern": "^@[A-Za-z0-9_-]+$"}
"""The name of a group, where a word may stand for many."""
ATTRIBUTE: Final = re.compile(r"^    (\w+): (.*(?:\n {8}.*)*)", re.MULTILINE)


def policy_schema(vocabulary: Vocabulary = BUILT_IN) -> Schema:
    """
    Write the shape of a policy file as a JSON Schema (2020-12).

    It says which keys there are, what they mean, and which words may stand there. What one part
    of a file asks of another (that a name is declared) only :func:`load_policy` checks.

    Args:
        vocabulary: The words a policy may use.

    >>> policy_schema()["required"]
    ['id', 'firm', 'languages', 'roles', 'controllers']
    """
    shapes = _Shapes(vocabulary)
    whole = shapes.table(Policy)
    properties = cast("Schema", whole["properties"])
    return {
        "$schema": DIALECT,
        "$id": f"urn:{schema('policy').replace('/', ':')}",
        "title": "recruitprivacy policy",
        **whole,
        "properties": {**properties, GROUPS: shapes.groups()},
        "$defs": {**shapes.defs, "texts": TEXTS, "group": GROUP},
    }


@attrs.define
class _Shapes:
    """
    The shapes of types met so far, each written once.
    """

    vocabulary: Vocabulary
    defs: dict[str, Plain] = attrs.field(factory=dict)

    def shape(self, hint: Hint) -> Schema:
        """
        Write the shape of a type.
        """
        plain, origin, args = bare(hint), origin_of(hint), get_args(hint)
        kinds = [marker for marker in args[1:] if isinstance(marker, Kind)]
        if origin is Annotated and kinds:
            return self.word(kinds[0])
        if plain in LEAVES:
            return LEAVES[plain]
        if isinstance(plain, type) and issubclass(plain, Enum):
            return {"enum": [str(member.value) for member in plain]}
        if attrs.has(plain):
            return self.named(plain.__name__, lambda: self.table(plain))
        return self.compound(origin, args)

    def compound(self, origin: object, args: tuple[Hint, ...]) -> Schema:
        """
        Write the shape of a list, a map or a choice.
        """
        if origin is tuple:
            return self.listed(args[0])
        if origin is FrozenMap:
            return self.mapped(*args)
        options: list[Plain] = [self.shape(each) for each in args if each is not NoneType]
        return {"anyOf": options}

    def field(self, key: str, hint: Hint) -> Schema:
        """
        Write the shape of a field; texts may be nested as deep as one likes.
        """
        nested: Plain = {"$ref": "#/$defs/texts"}
        return (
            {"type": "object", "additionalProperties": nested}
            if key == "texts"
            else self.shape(hint)
        )

    def named(self, name: str, make: Callable[[], Schema]) -> Schema:
        """
        Write a shape once, and point to it.
        """
        if name not in self.defs:
            self.defs[name] = {}
            self.defs[name] = make()
        return {"$ref": f"#/$defs/{name}"}

    def word(self, kind: Kind) -> Schema:
        """
        List the words of a kind.
        """
        every = [EVERYTHING] if kind is Kind.CATEGORY else []
        words: list[Plain] = [*every, *(term.key for term in self.vocabulary.terms(kind))]
        return self.named(f"{kind.value}_word", lambda: {"enum": words})

    def listed(self, part: Hint) -> Schema:
        """
        Write a list; a text may stand for a list of one.
        """
        one = _or_group(self.shape(part), part)
        many: Schema = {"type": "array", "items": one}
        return many if attrs.has(bare(part)) else {"anyOf": [one, many]}

    def mapped(self, key: Hint, part: Hint) -> Schema:
        """
        Write a map.
        """
        return {
            "type": "object",
            "propertyNames": _or_group(self.shape(key), key),
            "additionalProperties": self.shape(part),
        }

    def groups(self) -> Schema:
        """
        Write the groups of words a file may name, by kind.
        """
        properties: dict[str, Plain] = {
            kind: {
                "type": "object",
                "propertyNames": {"pattern": "^[A-Za-z0-9_-]+$"},
                "additionalProperties": {"type": "array", "items": self.shape(hint)},
            }
            for kind, hint in kinds().items()
        }
        return {
            "type": "object",
            "description": "Words that go together, by kind and name; '@name' stands for them.",
            "properties": properties,
            "additionalProperties": False,
        }

    def table(self, cls: Hint) -> Schema:
        """
        Write a class, with what its docstring says of it and of its fields.
        """
        told = dict(_told(cls))
        properties: dict[str, Plain] = {
            key: {**self.field(key, part.hint), **_described(told.get(key))}
            for key, part in parts(cls).items()
            if key not in {"earlier", "variants"}  # stand in files of their own
        }
        needed: list[Plain] = [key for key, part in parts(cls).items() if part.needed]
        return {
            "type": "object",
            "description": (inspect.getdoc(cls) or "").split("\n\n")[0],
            "properties": properties,
            "additionalProperties": False,
            **({"required": needed} if needed else {}),
        }


def _or_group(shape: Schema, hint: Hint) -> Schema:
    return {"anyOf": [shape, {"$ref": "#/$defs/group"}]} if kind_of_word(hint) else shape


def _described(text: str | None) -> Schema:
    return {"description": text} if text else {}


def _told(cls: Hint) -> Iterator[tuple[str, str]]:
    attributes = (inspect.getdoc(cls) or "").partition("Attributes:\n")[2].split("\n\n")[0]
    for name, says in ATTRIBUTE.findall(attributes):
        yield name.rstrip("_"), " ".join(says.split())
