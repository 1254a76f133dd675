"""
Notices composed from a whole declaration: every role of Cluster's, in three languages.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Final

import attrs
import pytest

from recruitprivacy import law, wire
from recruitprivacy.frozen import FrozenMap
from recruitprivacy.notices import (
    Block,
    Bullets,
    Details,
    Notice,
    Paragraph,
    compose,
    to_html,
    to_markdown,
    to_text,
)
from recruitprivacy.policy import Policy
from tests.notices.test_render import read

ON: Final = date(2026, 11, 22)
CLUSTER: Final = Path(__file__).parents[2] / "examples" / "policies" / "cluster"
LANGUAGES: Final = ("en", "nl", "sv", "de")
HOSTILE: Final = '</p><script>alert("1")</script><img src=x onerror=y> & {policy} %s \u202e'
KEY: Final = re.compile(r"\b[a-z]+_[a-z_]+\b")
DOUBLED: Final = re.compile(r"\.\.|,,| [,.;:]|\( |\(\)|: *\.|  ")
ENGLISH: Final = re.compile(
    r"\b(the|and|your|you|we|with|from|which|our|personal data|only if|if we)\b", re.IGNORECASE
)
LONGEST: Final = 2500
"""Words in the longest of the notices; more than that nobody reads."""


@cache
def cluster() -> Policy:
    """
    Load the declaration.
    """
    return wire.load_policy(CLUSTER / "policy.toml")


@cache
def composed(role: str, language: str) -> Notice:
    """
    Compose one of the notices.
    """
    return compose(cluster(), role, language=language, law=law.load("NL"), on=ON)


def parts(block: Block) -> tuple[str, ...]:
    """
    List the texts of a block.
    """
    if isinstance(block, Bullets):
        return (block.lead, *block.items)
    if isinstance(block, Details):
        return tuple(part for label, lines in block.rows for part in (label, *lines))
    return (block.text,)


def said(notice: Notice) -> tuple[str, ...]:
    """
    List every text of a notice.
    """
    titles = (notice.title, *(section.title for section in notice.walk()))
    return (*titles, *(part for block in notice.blocks() for part in parts(block)))


def every() -> list[tuple[str, str]]:
    """
    Pair each role the notice addresses with each language.
    """
    roles = [name for name, role in cluster().roles.items() if role.addressed]
    return [(role, language) for role in roles for language in LANGUAGES]


def leads_to(value: object, path: str) -> object:
    """
    Follow a path of the declaration to what stands there.
    """
    while path:
        if isinstance(value, Mapping):
            names = [str(key) for key in value if f"{path}.".startswith(f"{key}.")]
            value, path = value[max(names, key=len)], path[len(max(names, key=len)) + 1 :]
        else:
            name, _, path = path.partition(".")
            value = getattr(value, name if hasattr(value, name) else f"{name}_")
    return value


each_notice = pytest.mark.parametrize(("role", "language"), every())


@each_notice
def test_nothing_leaks(role: str, language: str) -> None:
    """
    No place is left open, no key is shown, and no mark stands twice.
    """
    texts = said(composed(role, language))

    assert [text for text in texts if "{" in text or "}" in text or not text.strip()] == []
    assert [text for text in texts if KEY.search(text) and "@" not in text] == []
    assert [text for text in texts if DOUBLED.search(text)] == []


@pytest.mark.parametrize(("role", "language"), [pair for pair in every() if pair[1] != "en"])
def test_no_english_is_left(role: str, language: str) -> None:
    """
    Dutch and Swedish notices have no English words in them.
    """
    assert [text for text in said(composed(role, language)) if ENGLISH.search(text)] == []


@each_notice
def test_every_path_leads_somewhere(role: str, language: str) -> None:
    """
    Each block comes from a place of the declaration or of the firm's texts.
    """
    texts = cluster().texts[language]
    paths = {block.path for block in composed(role, language).blocks()} - {""} - set(texts)

    for path in paths:
        assert leads_to(cluster(), path) is not None, path


@each_notice
def test_each_section_once(role: str, language: str) -> None:
    """
    No section stands twice, none is empty, and each begins with a capital.
    """
    sections = list(composed(role, language).walk())

    assert [key for key, n in Counter(one.key for one in sections).items() if n > 1] == []
    assert [one.key for one in sections if not (one.blocks or one.sections)] == []
    assert [one.title for one in sections if one.title[:1] != one.title[:1].upper()] == []


@each_notice
def test_nothing_is_said_twice(role: str, language: str) -> None:
    """
    No paragraph stands twice in a notice, and no list.
    """
    blocks = list(composed(role, language).blocks())
    paragraphs = [block.text for block in blocks if isinstance(block, Paragraph)]
    lists = [(block.lead, block.items) for block in blocks if isinstance(block, Bullets)]

    assert [text for text, n in Counter(paragraphs).items() if n > 1] == []
    assert [one for one, n in Counter(lists).items() if n > 1] == []


@each_notice
def test_not_longer_than_one_reads(role: str, language: str) -> None:
    """
    A notice for people in one role stays within what somebody can be asked to read.
    """
    assert sum(len(text.split()) for text in said(composed(role, language))) <= LONGEST


@each_notice
def test_the_elements_are_there(role: str, language: str) -> None:
    """
    Who, why, how long, the rights and the complaint are in every notice, each with its provision.
    """
    notice = composed(role, language)
    served = {str(cite) for block in notice.blocks() for cite in block.serves}
    keys = {section.key for section in notice.walk()}

    assert {"who", "what", "sources", "why", "keeping", "rights", "complaint"} <= keys
    assert {
        "GDPR Art. 13(1)(a)", "GDPR Art. 13(1)(c)", "GDPR Art. 13(2)(a)", "GDPR Art. 13(2)(b)",
        "GDPR Art. 13(2)(d)", "GDPR Art. 14(1)(d)", "GDPR Art. 14(2)(f)",
    } <= served  # fmt: skip


@each_notice
def test_every_purpose_and_basis_is_told(role: str, language: str) -> None:
    """
    Each use has a part of its own, with each purpose, and its basis where one is stated.
    """
    uses = cluster().uses_of(role)
    sections = {section.key: section for section in composed(role, language).walk()}
    told = {key: section for key, section in sections.items() if key.startswith("use-")}

    assert list(told) == [f"use-{name}" for name in uses]
    for name, use in uses.items():
        lists = [one for one in told[f"use-{name}"].blocks if isinstance(one, Bullets)]
        assert len(lists[0].items) == len(use.purposes) + (use.exhaustive is False)


def test_the_shape_is_the_same_in_every_language() -> None:
    """
    A notice says the same in each language: same sections, same blocks, same paths.
    """
    shapes = {
        language: [(type(block), block.path) for block in composed("candidate", language).blocks()]
        for language in LANGUAGES
    }

    assert all(shape == shapes["en"] for shape in shapes.values())


def test_hostile_declaration() -> None:
    """
    Names and texts of a firm that look like markup or like places are shown as they stand.
    """
    policy = cluster()
    hostile = attrs.evolve(
        policy,
        controllers=FrozenMap(
            {"cluster": attrs.evolve(policy.controllers["cluster"], name=HOSTILE)}
        ),
        texts=FrozenMap(
            {"nl": FrozenMap((path, f"{path} {HOSTILE}") for path in policy.texts["nl"])}
        ),
    )
    notice = compose(hostile, "candidate", language="nl", law=law.load("NL"), on=ON)
    page = read(to_html(notice))

    assert page.open == []
    assert {"script", "img"}.isdisjoint(page.tags)
    assert HOSTILE in page.said
    assert f"title {HOSTILE}" in page.said
    assert "<script>" not in to_markdown(notice).replace("\\<", "")
    assert HOSTILE in to_text(notice)
    assert page.tags == read(to_html(composed("candidate", "nl"))).tags
