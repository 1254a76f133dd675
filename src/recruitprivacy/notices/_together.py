"""
One section for people in several roles: what is the same for all is said once.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

import attrs

from recruitprivacy.messages import Message
from recruitprivacy.notices._setting import Setting
from recruitprivacy.notices._tree import Block, Section
from recruitprivacy.notices._why import capital
from recruitprivacy.vocabulary import Kind

CONCERNS: Final = Message("notice.concerns", "This concerns: {roles}.")


def together(setting: Setting, by_role: Mapping[str, Section], among: tuple[str, ...]) -> Section:
    """
    Put the sections of several roles under one heading.

    What differs from role to role stands apart under the name of the role, whole: a sentence is
    never taken away from what it is about.

    Args:
        setting: Whose notice it is.
        by_role: The section of each role that has one.
        among: The roles the heading above speaks to.
    """
    first = next(iter(by_role.values()))
    groups: dict[tuple[Block, ...], list[str]] = {}
    for role, section in by_role.items():
        groups.setdefault(tuple(map(_as_read, section.blocks)), []).append(role)
    below = tuple(_below(setting, by_role))
    if len(groups) == 1:
        concerns = _concerns(setting, tuple(by_role), among)
        return attrs.evolve(first, blocks=(*concerns, *first.blocks), sections=below)
    apart = (
        Section(
            key=f"{first.key}-for-{roles[0]}",
            title=_names(setting, roles),
            blocks=by_role[roles[0]].blocks,
        )
        for blocks, roles in groups.items()
        if blocks
    )
    concerns = _concerns(setting, tuple(by_role), among)
    return attrs.evolve(first, blocks=concerns, sections=(*apart, *below))


def _as_read(block: Block) -> Block:
    # Two entries of the declaration that say the same are read as one.
    return attrs.evolve(block, path="", serves=())


def _below(setting: Setting, by_role: Mapping[str, Section]) -> Iterator[Section]:
    keys = dict.fromkeys(each.key for section in by_role.values() for each in section.sections)
    for key in keys:
        found = {
            role: each
            for role, section in by_role.items()
            for each in section.sections
            if each.key == key
        }
        yield together(setting, found, tuple(by_role))


def _concerns(
    setting: Setting, roles: tuple[str, ...], among: tuple[str, ...]
) -> tuple[Block, ...]:
    if set(roles) == set(among):
        return ()
    return (setting.paragraph(CONCERNS, roles=setting.words(Kind.ROLE, roles)),)


def _names(setting: Setting, roles: list[str]) -> str:
    return capital(setting.join(setting.labels(Kind.ROLE, roles)))
