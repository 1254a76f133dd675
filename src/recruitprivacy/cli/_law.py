"""
What the law of a place says on a day, and what is unknown here.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

import attrs
import click

from recruitprivacy.cli import _options as options
from recruitprivacy.cli import _show as show
from recruitprivacy.messages import Message, Phrase, Words, phrase

if TYPE_CHECKING:
    from recruitprivacy.law import Authority, Law, Rule, Topic

EXAMPLE: Final = """\b
Examples:
  recruitprivacy law NL --on 2026-03-02
  recruitprivacy law SE --topic retention --format json
"""
HEAD: Final = Message("cli.law.head", "{place} on {day}, as gone through on {checked}")
COUNTRY_CODE: Final = 2
FROM: Final = Message("cli.law.from", "from: {trigger}")
END_OF_YEAR: Final = Message("cli.law.end_of_year", "from the end of the year of: {trigger}")
YEAR_ENDS: Final = Message("cli.law.year_ends", "from the next {day} after: {trigger}")
FINANCIAL_YEAR: Final = Message(
    "cli.law.financial_year", "from the end of the financial year of: {trigger}"
)
YEAR_OF_FINANCIAL_YEAR: Final = Message(
    "cli.law.year_of_financial_year",
    "from the end of the year in which the financial year ended of: {trigger}",
)
CHECKED: Final = Message("cli.law.checked", "checked on {day}")
SINCE: Final = Message("cli.law.since", "in force since {day}")
BETWEEN: Final = Message("cli.law.between", "in force from {first} to {last}")
TIES: Final[Mapping[str, Message]] = MappingProxyType(
    {
        "establishment": Message(
            "cli.law.tie.establishment", "binds controllers established there"
        ),
        "place_of_work": Message("cli.law.tie.place_of_work", "binds where the work is done there"),
        "formal_employer": Message(
            "cli.law.tie.formal_employer", "binds where the employer on paper is there"
        ),
        "residence": Message("cli.law.tie.residence", "binds where the person lives there"),
    }
)
WEIGHTS: Final[Mapping[str, Message]] = MappingProxyType(
    {
        "statute": Message("cli.law.statute", "statute"),
        "case": Message("cli.law.case", "case law"),
        "guidance": Message("cli.law.guidance", "guidance"),
        "practice": Message("cli.law.practice", "practice"),
        "promise": Message("cli.law.promise", "promise"),
    }
)
SOURCED: Final[Mapping[str, Message]] = MappingProxyType(
    {
        "verified": Message("cli.law.verified", "verified"),
        "unverified": Message("cli.law.unverified", "unverified"),
    }
)
KINDS: Final[Mapping[str, Message]] = MappingProxyType(
    {
        "floor": Message("cli.law.floor", "floor"),
        "ceiling": Message("cli.law.ceiling", "ceiling"),
        "fixed": Message("cli.law.fixed", "fixed"),
        "limitation": Message("cli.law.limitation", "limitation"),
        "hold": Message("cli.law.hold", "hold"),
    }
)
AUTHORITY: Final = Message("cli.law.authority", "Supervisory authority: {name}")
REGIONAL: Final = Message(
    "cli.law.regional_authorities", "Regions with an authority of their own: {regions}"
)
UNKNOWN: Final = Message("cli.law.unknown", "Unknown here: {topics}")


@attrs.frozen(kw_only=True)
class Said:
    """
    What is printed: the rules in force on the day, and the questions without one.
    """

    place: str
    on: date
    law: Law
    authority: Authority | None
    rules: tuple[Rule, ...]
    unknown: tuple[str, ...]


@click.command(epilog=EXAMPLE)
@click.argument("place")
@click.option("--topic", metavar="TOPIC", help="One question, or several by their beginning.")
@options.ON
@options.LANGUAGE
@options.FORMAT
def law(*, place: str, topic: str | None, on: date, language: str, as_json: bool) -> None:
    """
    List the rules of a PLACE in force on a day, each with its provision and how sure it is.

    PLACE is a country, as in NL, or a region, as in DE-BY. The law that reaches there from outside,
    as that of the Union, is listed as well.
    """
    said = _said(place.upper(), topic, on)
    if as_json:
        show.as_json(_plain(said))
    else:
        show.as_text(_lines(said, language))


def _said(place: str, topic: str | None, on: date) -> Said:
    from recruitprivacy.law import TOPICS

    book = options.book_of(place)
    asked = [each for each in TOPICS if topic is None or _covers(topic, each)]
    rules = tuple(
        rule
        for pack in book.packs
        if pack.reaches(place, on=on)
        for rule in pack.rules
        if rule.in_force(on) and (topic is None or _covers(topic, rule.topic))
    )
    answered = {rule.topic for rule in rules}
    return Said(
        place=place,
        on=on,
        law=book,
        authority=book.authority(place, on=on) if place != "EU" else None,
        rules=tuple(sorted(rules, key=lambda rule: (_order(rule.topic), rule.id))),
        unknown=tuple(each for each in asked if each not in answered),
    )


def _covers(asked: str, topic: str) -> bool:
    from recruitprivacy.errors import UnknownTopicError
    from recruitprivacy.law._topics import is_topic, nearest_topic

    if not is_topic(asked, asked=True):
        raise UnknownTopicError(asked, nearest_topic(asked))
    return topic == asked or topic.startswith(f"{asked}.")


def _order(topic: str) -> int:
    from recruitprivacy.law import TOPICS

    known = list(TOPICS)
    return known.index(topic) if topic in known else len(known)


def _plain(said: Said) -> dict[str, object]:
    return {
        "authority": said.authority,
        "law": said.law.digest,
        "on": said.on.isoformat(),
        "place": said.place,
        "rules": said.rules,
        "unknown": said.unknown,
    }


def _lines(said: Said, language: str) -> Iterator[str]:
    from recruitprivacy.i18n import say
    from recruitprivacy.law import TOPICS

    checked = said.law.packs[-1].checked_on
    yield say(phrase(HEAD, place=said.place, day=said.on, checked=checked), language)
    if said.authority:
        named = f"{said.authority.name_en} ({said.authority.website})"
        yield say(phrase(AUTHORITY, name=named), language)
    if regions := _regions(said):
        yield say(phrase(REGIONAL, regions=", ".join(regions)), language)
    asked = ""
    for rule in said.rules:
        if rule.topic != asked:
            asked = rule.topic
            yield from ("", _question(asked, TOPICS.get(asked), language))
        yield from _rule_lines(rule, said.law, language)
    if said.unknown:
        yield from ("", say(phrase(UNKNOWN, topics=", ".join(said.unknown)), language))


def _regions(said: Said) -> tuple[str, ...]:
    authority = said.authority
    if authority is None or authority.regions:
        return ()
    standing = (each for each in said.law.pack(said.place).authorities if each.in_force(said.on))
    return tuple(sorted(region for each in standing for region in each.regions))


def _question(key: str, topic: Topic | None, language: str) -> str:
    from recruitprivacy.i18n import say

    return f"{key}: {say(topic.asks, language)}" if topic else key


def _rule_lines(rule: Rule, book: Law, language: str) -> Iterator[str]:
    from recruitprivacy.i18n import citation, say

    yield f"  {rule.id}: {'; '.join(_answer(rule, language))}"
    yield f"      {say(rule.says, language)}"
    cites = "; ".join(citation(cite, language, acts=book.acts) for cite in rule.cites)
    checked = say(phrase(CHECKED, day=rule.checked_on), language)
    weight, sourced = say(WEIGHTS[rule.weight], language), say(SOURCED[rule.confidence], language)
    yield f"      {cites} ({weight}, {sourced}, {checked})"
    yield f"      {say(TIES[rule.binds], language)}; {say(_valid(rule), language)}"


def _valid(rule: Rule) -> Phrase:
    if rule.applies_until is None:
        return phrase(SINCE, day=rule.applies_from)
    return phrase(BETWEEN, first=rule.applies_from, last=rule.applies_until)


def _answer(rule: Rule, language: str) -> Iterator[str]:
    from recruitprivacy.i18n import period, say
    from recruitprivacy.vocabulary import BUILT_IN, Kind

    if rule.kind:
        yield say(KINDS[rule.kind], language)
    if rule.value is not None:
        yield _value(rule, language)
    if rule.period:
        yield period(rule.period, language)
    if rule.trigger:
        label = BUILT_IN.term(Kind.TRIGGER, rule.trigger).label
        yield say(_runs(rule, label, language), language)


def _runs(rule: Rule, trigger: Message | Words, language: str) -> Phrase:
    from recruitprivacy.i18n import month_day
    from recruitprivacy.law import CALENDAR_YEAR

    if rule.year_ends is None:
        return phrase(FINANCIAL_YEAR if rule.financial_year else FROM, trigger=trigger)
    if rule.year_ends != CALENDAR_YEAR:
        return phrase(YEAR_ENDS, day=month_day(rule.year_ends, language), trigger=trigger)
    return phrase(YEAR_OF_FINANCIAL_YEAR if rule.financial_year else END_OF_YEAR, trigger=trigger)


def _value(rule: Rule, language: str) -> str:
    from recruitprivacy.i18n import country, say
    from recruitprivacy.law import ANSWERS
    from recruitprivacy.messages import Words
    from recruitprivacy.vocabulary import TransferInstrument

    if isinstance(rule.value, Words):
        return "; ".join(f"{text} ({tag})" for tag, text in rule.value.by_language.items())
    key = str(rule.value)
    if key in ANSWERS:
        return say(ANSWERS[key], language).rstrip(".")
    if key in set(TransferInstrument):
        return f"{say(TransferInstrument(key).label, language)} ({key})"
    of_country = len(key) == COUNTRY_CODE and key.isalpha()
    return f"{country(key, language)} ({key})" if of_country else key
