"""
The parts a notice is made of, already in words.

Every part knows which provisions it serves and which path of the policy it speaks of, so that a
reader, a test or a lawyer can go from a sentence to its reason.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TypeAlias

import attrs

from recruitprivacy.citations import Citation
from recruitprivacy.findings import Finding
from recruitprivacy.notices._layer import Collected, Depth, Layer


@attrs.frozen(kw_only=True)
class Paragraph:
    """
    One or more sentences.

    Attributes:
        text: The sentences.
        serves: The provisions they serve.
        path: The policy path they speak of, or empty.
        strong: Whether they must stand out.
    """

    text: str
    serves: tuple[Citation, ...] = ()
    path: str = ""
    strong: bool = False


@attrs.frozen(kw_only=True)
class Bullets:
    """
    A list, each item a noun phrase or a whole sentence.

    Attributes:
        lead: The sentence before it, ending in a colon; or empty.
        items: The items, in order.
    """

    lead: str = ""
    items: tuple[str, ...]
    serves: tuple[Citation, ...] = ()
    path: str = ""


@attrs.frozen(kw_only=True)
class Details:
    """
    Labels with what stands beside them: name, address, e-mail.

    Attributes:
        rows: Each label with its lines.
    """

    rows: tuple[tuple[str, tuple[str, ...]], ...]
    serves: tuple[Citation, ...] = ()
    path: str = ""


@attrs.frozen(kw_only=True)
class Link:
    """
    A way to another page.

    Attributes:
        text: What stands there.
        href: Where it is; linked only where it is ``https``, ``http``, ``mailto`` or relative.
    """

    text: str
    href: str
    serves: tuple[Citation, ...] = ()
    path: str = ""


Block: TypeAlias = Paragraph | Bullets | Details | Link


@attrs.frozen(kw_only=True)
class Section:
    """
    A heading with what stands under it.

    Attributes:
        key: Its stable name, used as an anchor: ``retention``.
        title: The heading.
        blocks: What stands under it, before its sub-sections.
        sections: The sections below it.
    """

    key: str
    title: str
    blocks: tuple[Block, ...] = ()
    sections: tuple[Section, ...] = ()

    def walk(self) -> Iterator[Section]:
        """
        Yield this section and all below it, in reading order.
        """
        yield self
        for section in self.sections:
            yield from section.walk()


@attrs.frozen(kw_only=True)
class Document:
    """
    Whatever is written to somebody: a title, what stands first, and sections.

    Attributes:
        title: Its title.
        language: The tag of its language.
        policy: The id of the policy it rests on.
        version: That version's number, or empty where the firm gives none.
        on: The day it was composed for.
        lead: What stands before the first section.
        sections: The sections.
        to: The address block, line by line; empty on a page for many.
    """

    title: str
    language: str
    policy: str
    version: str
    on: date
    lead: tuple[Block, ...] = attrs.field(repr=False)
    sections: tuple[Section, ...] = attrs.field(repr=False)
    to: tuple[str, ...] = attrs.field(default=(), repr=False)

    def walk(self) -> Iterator[Section]:
        """
        Yield every section, in reading order.
        """
        for section in self.sections:
            yield from section.walk()

    def blocks(self) -> Iterator[Block]:
        """
        Yield every block, in reading order.
        """
        yield from self.lead
        for section in self.walk():
            yield from section.blocks

    @property
    def serves(self) -> frozenset[Citation]:
        """
        Every provision that some part of it serves.
        """
        return frozenset(cite for block in self.blocks() for cite in block.serves)


@attrs.frozen(kw_only=True)
class Notice(Document):
    """
    A privacy notice in one language: for people in one role, or for all the firm speaks to.

    Attributes:
        role: Whom it is written to; empty for a page that speaks to all.
        unstated: What the declaration leaves out, and the notice therefore does not say.
        layer: How much it says.
        collected: From whom the data come of which it speaks.
    """

    role: str
    unstated: tuple[Finding, ...]
    layer: Depth = Layer.FULL
    collected: Collected = Collected.BOTH
