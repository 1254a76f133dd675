"""
Schedules and histories made up at random, of plain values alone.

Days lie close together: often at the end of a month, on a leap day, or on one another.
"""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Iterator
from functools import cache
from typing import Final

from tests.oracles.retention.plain import (
    CONSENTED,
    Contact,
    Edition,
    Happening,
    History,
    Length,
    Rule,
    Schedule,
    Statute,
)

CATEGORIES: Final = ("cv", "interview_notes")
USES: Final = ("search", CONSENTED, "advice")
START: Final = dt.date(2023, 11, 1)
SPAN: Final = 500
FAVOURED: Final = (
    dt.date(2023, 12, 31),
    dt.date(2024, 1, 30),
    dt.date(2024, 1, 31),
    dt.date(2024, 2, 28),
    dt.date(2024, 2, 29),
    dt.date(2024, 3, 1),
    dt.date(2024, 3, 31),
    dt.date(2024, 8, 31),
    dt.date(2024, 12, 31),
    dt.date(2025, 1, 31),
    dt.date(2025, 2, 28),
)
LENGTHS: Final = (
    Length(),
    Length(days=1),
    Length(days=28),
    Length(months=1),
    Length(months=1, days=1),
    Length(months=4),
    Length(months=6),
    Length(years=1),
    Length(years=1, months=1),
    Length(years=1, months=6, days=3),
    Length(years=2),
)
STARTS: Final = ("closed", "closed", "collected", "contact", "contact", "hired", "left")
HAPPENING: Final = (
    *("talk", "click", "wrote", "optout", "optout", "client_talk", "client_talk"),
    *("mailed", "opened", "closed", "closed", "closed_other", "hired", "employed", "left"),
)
REACHES: Final = ("", "", "cv", "record", "other", "interview_notes")


def make_schedule(draw: random.Random) -> Schedule:
    """
    Make up what a firm says, in one edition or two, and the law over it.
    """
    uses = tuple(use for use in USES if draw.random() < 0.6) or USES[:1]
    second = [dt.date(2024, 6, 1)] if draw.random() < 0.5 else []
    return Schedule(
        editions=tuple(
            Edition(
                number=str(place),
                since=since,
                rules=tuple(_rules(draw, uses)),
                contact=_contact(draw),
            )
            for place, since in enumerate([dt.date(2020, 1, 1), *second], start=1)
        ),
        uses=uses,
        law=draw.choice(laws()),
    )


def make_history(draw: random.Random, schedule: Schedule) -> History:
    """
    Make up what happened to one candidate.
    """
    days = _days(draw)
    opened = min(days) if draw.random() < 0.9 else draw.choice(days)
    told = [Happening(opened, "collected", which=draw.choice(("website", "referee", "")))]
    if draw.random() < 0.7:
        what = draw.choice(("known", "known_not"))
        told.append(Happening(draw.choice(days), what, which="role_requires"))
    outcome = draw.choice(("", "rejected", "rejected", "hired"))
    for _ in range(draw.randint(0, 6)):
        day = None if draw.random() < 0.05 else draw.choice(days)
        what = draw.choice(HAPPENING)
        told.append(Happening(day, what, which=outcome if what == "closed" else ""))
    told += _told_notices(draw, days, schedule)
    told += _purposes(draw, days, schedule)
    told += _bars(draw, days)
    draw.shuffle(told)
    return tuple(told)


@cache
def laws() -> tuple[tuple[Statute, ...], ...]:
    """
    Make up the law of some countries, the same each time.
    """
    draw = random.Random("law")  # noqa: S311 - nothing is kept secret with it
    return ((), (), *(tuple(_statutes(draw)) for _ in range(60)))


def _days(draw: random.Random) -> list[dt.date]:
    """
    Choose the few days on which things happen in one history.
    """
    return [
        draw.choice(FAVOURED) if draw.random() < 0.6 else START + dt.timedelta(draw.randrange(SPAN))
        for _ in range(draw.randint(2, 6))
    ]


def _contact(draw: random.Random) -> Contact:
    return Contact(
        counts=tuple(draw.sample(("talk", "click", "wrote"), draw.randint(1, 3))),
        instead=draw.choice(("collected", "collected", "closed", "hired")),
        cap=draw.choice((None, None, Length(months=6), Length(months=1))),
    )


def _rules(draw: random.Random, uses: tuple[str, ...]) -> Iterator[Rule]:
    for _ in range(draw.randint(1, 4)):
        starts, does = draw.choice(STARTS), draw.choice(("ceiling", "ceiling", "ceiling", "wish"))
        yield Rule(
            does=does,
            length=draw.choice(LENGTHS if does == "ceiling" else LENGTHS[1:]),
            starts=starts,
            which="" if starts == "contact" else draw.choice(("", "", "", "first", "last", "each")),
            instead=draw.choice(("", "", "collected", "hired", "contact")),
            next_on=draw.choice((None, None, None, None, None, (7, 1), (1, 1), (3, 31))),
            use=draw.choice(("", *uses, *uses)),
            category=draw.choice(("", "", "", "cv", "interview_notes")),
            role=draw.choice(("", "", "", "", "", "", "candidate", "client")),
            source=draw.choice(("", "", "", "", "", "", "website", "referee")),
            outcome=draw.choice(("", "", "", "", "", "", "rejected", "hired")),
            when=draw.choice(("", "", "", "", "", "role_requires")),
        )


def _statutes(draw: random.Random) -> Iterator[Statute]:
    for _ in range(draw.randint(1, 2)):
        changed = [dt.date(2024, draw.choice((2, 3, 7)), 1)] if draw.random() < 0.4 else []
        since = [dt.date(2015, 1, 1), *changed] if draw.random() < 0.9 else [dt.date(2024, 5, 1)]
        does = draw.choice(("floor", "floor", "floor", "ceiling", "ceiling"))
        soft = does == "ceiling" and draw.random() < 0.4
        starts = draw.choice(("closed", "hired", "left", "collected"))
        yield Statute(
            does=does,
            starts=starts,
            versions=tuple((day, draw.choice(LENGTHS[1:])) for day in since),
            by_event=draw.random() < 0.5,
            year_end=draw.random() < 0.3,
            category=draw.choice(("", "", "cv", "interview_notes")),
            adopted=draw.choice((True, False)) if soft else None,
            unless_agreed=does == "ceiling" and draw.random() < 0.3,
        )


def _told_notices(
    draw: random.Random, days: list[dt.date], schedule: Schedule
) -> Iterator[Happening]:
    for _ in range(draw.choice((0, 0, 1, 1, 2))):
        yield Happening(draw.choice(days), "told", which=draw.choice(schedule.editions).number)


def _purposes(draw: random.Random, days: list[dt.date], schedule: Schedule) -> Iterator[Happening]:
    for use in schedule.uses:
        if draw.random() < 0.25:
            yield from _noted(draw, days, use)
        if use == CONSENTED:
            yield from _withdrawn(draw, days)
        if draw.random() < 0.2:
            yield from _objected(draw, days, use)


def _noted(draw: random.Random, days: list[dt.date], use: str) -> Iterator[Happening]:
    if use == CONSENTED:
        yield Happening(draw.choice(days), "agreed")
    if draw.random() < 0.1:
        yield Happening(None, "ended", which=use)
        return
    yield Happening(draw.choice(days), "ended", which=use)
    if draw.random() < 0.3:
        yield Happening(draw.choice(days), "begun", which=use)


def _withdrawn(draw: random.Random, days: list[dt.date]) -> Iterator[Happening]:
    for what in ("agreed", "agreed", "withdrew"):
        if draw.random() < 0.55:
            day = draw.choice(days)
            until = draw.choice((None, None, max(day, draw.choice(days))))
            yield Happening(day, what, until=until if what == "agreed" else None)


def _objected(draw: random.Random, days: list[dt.date], use: str) -> Iterator[Happening]:
    made, settled = sorted((draw.choice(days), draw.choice(days)))
    yield Happening(made, "object", which=use)
    what = draw.choice(("upheld", "overruled", ""))
    if what:
        yield Happening(settled, what, which=use)


def _bars(draw: random.Random, days: list[dt.date]) -> Iterator[Happening]:
    pairs = (
        ("hold", "lift", 0.25),
        ("ask", "answer", 0.2),
        ("restrict", "unrestrict", 0.1),
        ("restrict_for_me", "unrestrict", 0.1),
    )
    for begins, ends, likely in pairs:
        if draw.random() >= likely:
            continue
        begun, ended = sorted((draw.choice(days), draw.choice(days)))
        for number in range(draw.choice((1, 1, 2))):
            name = f"{begins}-{number}"
            reach = "" if begins == "ask" else draw.choice(REACHES)
            yield Happening(begun, begins, which=name, reach=reach)
            if begins == "ask" and draw.random() < 0.3:
                yield Happening(begun, "doubted", which=name)
            if draw.random() < 0.6 and (begins == "hold" or ended > begun):
                yield Happening(ended, ends, which=name)
    if draw.random() < 0.2:
        day = draw.choice(days)
        yield Happening(day, "asked_erasure", which="q")
        yield Happening(day, "grant", which="q", reach=draw.choice(REACHES))
        if draw.random() < 0.5:
            yield Happening(max(day, draw.choice(days)), "told_lift", which="q")
