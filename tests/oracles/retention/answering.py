"""
How long data may, must and should stay, told a second time by the standard library alone.

It shares no code with the engine. An answer comes from asking of each single day whether the data
must be gone on it, whether they should be, and whether they may be erased on it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Final

from tests.oracles.retention.bounds import barred, by_law, frozen, held
from tests.oracles.retention.day_sets import (
    NO,
    NOBODY_KNOWS,
    Asked,
    after,
    agreed,
    all_of,
    any_of,
    end,
    first_day,
    last_day,
    opposite,
    up_to,
)
from tests.oracles.retention.plain import Answer, Contact, Happening, Rule, Schedule
from tests.oracles.retention.story import Story
from tests.oracles.retention.uses import in_use, stopped, worlds

TIMES: Final = {"each": ("first", "last")}


def answer(schedule: Schedule, history: Iterable[Happening], category: str, on: dt.date) -> Answer:
    """
    Say of one category of the candidate's record what is so on a day.
    """
    seen = tuple(one for one in history if one.day is None or one.day <= on)
    story = Story(schedule, seen, category, on)
    gone, planned = _gone(story, {"ceiling"}), _planned(story)
    return Answer(
        status=_status(story, gone, planned),
        gone_by=last_day(gone),
        planned_on=last_day(planned),
        erase_from=first_day(barred(story), on),
    )


def _gone(story: Story, kinds: Collection[str]) -> Asked:
    rules = [
        (_by_rule(story, rule, edition.contact), rule.use)
        for rule, edition in story.promises()
        if rule.does in kinds
    ]
    law = by_law(story, "ceiling")
    each = agreed(_in_world(story, world, rules, law) for world in worlds(story))
    return any_of([each, *_granted(story)])


def _planned(story: Story) -> Asked:
    """
    Ask of each day whether the data should be gone on it; never where nobody wishes it.
    """
    wished = any(
        rule.does == "wish" and story.fits(rule) is not False for rule, _ in story.promises()
    )
    return _gone(story, {"ceiling", "wish"}) if wished else NO


def _in_world(
    story: Story, world: Mapping[str, Asked], rules: Sequence[tuple[Asked, str]], law: Asked
) -> Asked:
    """
    Ask of each day whether no use has a reason to keep the data, and some rule has had enough.

    A day on which a use went on, by its own rules, is no day on which they had to be gone.
    """
    anyhow = [law, *(asked for asked, use in rules if not use)]
    idle = [
        any_of([opposite(goes_on), *(asked for asked, of in rules if of == use)])
        for use, goes_on in world.items()
    ]
    enough = any_of([law, *(asked for asked, _ in rules), stopped(story)])
    return any_of([all_of([*idle, enough]), *anyhow])


def _by_rule(story: Story, rule: Rule, contact: Contact) -> Asked:
    fits = story.fits(rule)
    if fits is False:
        return NO
    # Nobody knows what was kept with the first event and what with the last.
    asked = agreed(
        _ends(story, rule, which, contact) for which in TIMES.get(rule.which, (rule.which,))
    )
    return asked if fits else Asked(0, asked.no)


def _ends(story: Story, rule: Rule, which: str, contact: Contact) -> Asked:
    began = story.starts(rule, which, contact)
    if isinstance(began, dt.date):
        return after(end(began, rule.length, up=False))
    return NO if began is None else NOBODY_KNOWS


def _granted(story: Story) -> Iterator[Asked]:
    """
    Ask of each day whether a granted request wants what was there by then gone on it.
    """
    there = story.began("collected")
    for one in story.of("grant"):
        if one.day is None or not story.reached(one):
            continue
        if not isinstance(there, dt.date):
            yield Asked(0, up_to(one.day))
        elif there <= one.day:
            yield after(one.day)


def _status(story: Story, gone: Asked, planned: Asked) -> str:
    on = story.on
    must, should = gone.on(on), planned.on(on)
    floor = by_law(story, "floor").on(on)
    bound = by_law(story, "ceiling", statutes_only=True).on(on)
    kept = {True: "segregated", None: "indeterminate"}
    rows = (
        (held(story).on(on), "held"),
        (frozen(story).on(on), "frozen"),
        (floor and bound, "conflict"),
        (must, kept.get(floor, "overdue")),
        (must is None, "indeterminate"),
        (should, kept.get(floor, "erasable")),
        (in_use(story), "kept"),
        (floor, "segregated"),
    )
    return next((status for holds, status in rows if holds), "normal_use_over")
