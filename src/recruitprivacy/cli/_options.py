"""
Arguments the commands share, and how they are read.
"""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

if TYPE_CHECKING:
    from recruitprivacy.law import Law
    from recruitprivacy.messages import Message
    from recruitprivacy.periods import Period
    from recruitprivacy.policy import Policy
    from recruitprivacy.timeline import AnyEvent


class Day(click.ParamType):  # type: ignore[type-arg]  # generic only in newer clicks
    """
    A day, as ISO 8601 writes it.
    """

    name = "day"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> date:
        """
        Read a day; a day read already is left alone.
        """
        if isinstance(value, date):
            return value
        try:
            return date.fromisoformat(str(value))
        except ValueError:
            self.fail(_said_of(str(value), "write the day as in 2026-03-02"), param, ctx)


class Instant(click.ParamType):  # type: ignore[type-arg]  # generic only in newer clicks
    """
    A date and time with its offset, as ISO 8601 writes it.
    """

    name = "instant"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> datetime:
        """
        Read an instant; one without an offset names none.
        """
        try:
            instant = datetime.fromisoformat(str(value))
        except ValueError:
            way_out = "write it as in 2026-03-03T09:00+01:00"
            self.fail(_said_of(str(value), way_out), param, ctx)
        if instant.utcoffset() is None:
            self.fail("add the offset, as in 2026-03-03T09:00+01:00", param, ctx)
        return instant


class Moment(click.ParamType):  # type: ignore[type-arg]  # generic only in newer clicks
    """
    A day, or an instant with its offset, as ISO 8601 writes them.
    """

    name = "moment"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> date:
        """
        Read a day where no time is given, else an instant.
        """
        try:
            return date.fromisoformat(str(value))
        except ValueError:
            return Instant().convert(value, param, ctx)


class Length(click.ParamType):  # type: ignore[type-arg]  # generic only in newer clicks
    """
    A length of time, as ISO 8601 writes it.
    """

    name = "length"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> Period:
        """
        Read a length of time.
        """
        from recruitprivacy.errors import PeriodError
        from recruitprivacy.periods import Period

        try:
            return Period.parse(str(value))
        except PeriodError as error:
            self.fail(str(error), param, ctx)


def _said_of(written: str, way_out: str) -> str:
    from recruitprivacy.wire._leaves import no_such_day

    return f"the calendar has no {written[:10]}" if no_such_day(written) else way_out


def _places(_: click.Context, __: click.Parameter, value: str | None) -> tuple[str, ...] | None:
    if value is None:
        return None
    return tuple(place.strip().upper() for place in value.split(",") if place.strip())


def _spoken(_: click.Context, __: click.Parameter, value: str) -> str:
    from recruitprivacy import i18n

    i18n.about(value)
    return value


def today() -> date:
    """
    Tell today's date where the machine is; nothing else in the library knows it.
    """
    return datetime.now(tz=UTC).astimezone().date()


NO_PLACE: Final = "where is the controller? name the country, as in --place NL"

POLICY: Final = click.argument("policy", type=click.Path(path_type=Path))
ON: Final = click.option(
    "--on",
    type=Day(),
    default=lambda: today(),  # noqa: PLW0108 - looked up when asked, so that a test can set the day
    show_default="today",
    help="The day to answer for.",
)
LAW: Final = click.option(
    "--law",
    "places",
    callback=_places,
    metavar="NL,SE",
    help="The countries whose law is looked at, beside the EU's.  [default: those of the policy's "
    "controllers]",
)
LANGUAGE: Final = click.option(
    "--language",
    default="en",
    show_default=True,
    callback=_spoken,
    metavar="TAG",
    help="The language to answer in.",
)
FORMAT: Final = click.option(
    "--format",
    "as_json",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    callback=lambda _, __, value: value == "json",
    help="Text to read, or canonical JSON for programs.",
)


def book(policy: Policy | None, places: tuple[str, ...] | None) -> Law:
    """
    Load the law that was asked for, else that of the countries of a policy's controllers.
    """
    from recruitprivacy import law

    if places is None:
        controllers = policy.controllers.values() if policy else ()
        named = {each.country for each in controllers if isinstance(each.country, str)}
        places = tuple(named & set(law.jurisdictions()))
    return law.load(*places)


def book_of(*places: str) -> Law:
    """
    Load the law of countries, or of those in which regions lie.
    """
    from recruitprivacy import law

    return law.load(*(code for place in places for code in _codes(place)))


def _codes(place: str) -> tuple[str, ...]:
    from recruitprivacy import law
    from recruitprivacy.errors import UnknownJurisdictionError

    try:
        law.load(place)
    except UnknownJurisdictionError as error:
        if not error.load:
            raise
        return error.load
    return (place,)


def at_home(events: tuple[AnyEvent, ...], policy: Policy, law: Law) -> tuple[AnyEvent, ...]:
    """
    Move instants to the zone of the controllers, where all of them share one; else leave them.
    """
    from recruitprivacy.errors import UnknownJurisdictionError
    from recruitprivacy.timeline import in_zone

    places = {each.country for each in policy.controllers.values()}
    try:
        zones = {law.zone(place) for place in places if isinstance(place, str)}
    except UnknownJurisdictionError:
        return events
    return in_zone(events, zones.pop()) if len(zones) == 1 else events


def spoken(message: Message, language: str) -> str:
    """
    Put a message into words.
    """
    from recruitprivacy.i18n import say

    return say(message, language)


def country_of(policy: Policy | None) -> str:
    """
    Take the one country in which all controllers of a policy are.

    Raises:
        UsageError: If there is no such country; the caller must name the place then.
    """
    controllers = policy.controllers.values() if policy else ()
    countries = {each.country for each in controllers if isinstance(each.country, str)}
    if len(countries) != 1:
        raise click.UsageError(NO_PLACE)
    return countries.pop()
