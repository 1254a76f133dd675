"""
Directives that print the law shipped: a pack as tables, and which question is answered where.

``pack`` takes a jurisdiction; ``law-matrix`` and ``law-figures`` take nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from functools import cache
from typing import ClassVar, Final

from docutils import nodes
from docutils.statemachine import StringList
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

from recruitprivacy.citations import Citation
from recruitprivacy.i18n import citation, month_day, period
from recruitprivacy.law import (
    ANSWERS,
    CALENDAR_YEAR,
    TOPICS,
    Authority,
    Calendar,
    Confidence,
    Law,
    Pack,
    Rule,
    Topic,
    holiday_name,
    jurisdictions,
    load,
    load_calendar,
)
from recruitprivacy.messages import Message, Words
from recruitprivacy.vocabulary import BUILT_IN, Kind

YEAR: Final = timedelta(days=365)
WIDE: Final = 12
LEGEND: Final = (
    "● answered, and confirmed; ○ answered, not confirmed in a second source; "
    "◆ answered by the law it lies under, such as the Union's; an empty cell is unknown."
)


def page(place: str, built_on: date) -> Iterator[str]:
    """
    Write a pack as Markdown.

    Args:
        place: The jurisdiction.
        built_on: The day the page is built; what was checked over a year before is warned of.
    """
    book = load(place)
    pack = next(each for each in book.packs if each.jurisdiction == place)
    yield from _warning(pack, built_on)
    yield from _about(pack)
    yield from _authorities(pack.authorities)
    yield from _rules(pack, book)
    yield from _counting(pack, book)
    if pack.calendar:
        yield from _calendar(load_calendar(pack.calendar), built_on.year)
    yield from _acts(pack, book)


def matrix(built_on: date) -> Iterator[str]:
    """
    Write which question is answered where on a day, some columns at a time.
    """
    yield from (LEGEND, "")
    known = jurisdictions()
    for start in range(0, len(known), WIDE):
        places = known[start : start + WIDE]
        rows = (
            (f"`{topic.key}`", *(_cell(topic, place, built_on) for place in places))
            for topic in TOPICS.values()
        )
        yield from _table(("Question", *places), rows)


def figures(built_on: date) -> Iterator[str]:
    """
    Write how many rules each pack has, and how sure they are.
    """
    yield from _table(
        ("Pack", "Gone through", "Rules", "Verified", "Unverified", "Answered", "Unknown"),
        (_figures(_pack(place), built_on) for place in jurisdictions()),
    )


def stale(checked_on: date, built_on: date) -> bool:
    """
    Say whether something was last checked more than a year before a page is built.

    >>> stale(date(2025, 3, 2), date(2026, 3, 2)), stale(date(2025, 3, 1), date(2026, 3, 2))
    (False, True)
    """
    return built_on - checked_on > YEAR


@cache
def _pack(place: str) -> Pack:
    return next(pack for pack in load(place).packs if pack.jurisdiction == place)


def _figures(pack: Pack, on: date) -> tuple[str, ...]:
    sure = sum(rule.confidence is Confidence.VERIFIED for rule in pack.rules)
    answered = {rule.topic for rule in pack.rules if rule.in_force(on)}.intersection(TOPICS)
    numbers = (len(pack.rules), sure, len(pack.rules) - sure, len(answered))
    unknown = len(TOPICS) - len(answered)
    return (pack.jurisdiction, str(pack.checked_on), *map(str, (*numbers, unknown)))


def _cell(topic: Topic, place: str, on: date) -> str:
    book = load(place)
    found = {
        pack.jurisdiction: [
            rule.confidence for rule in pack.rules if rule.topic == topic.key and rule.in_force(on)
        ]
        for pack in book.packs
        if pack.reaches(place, on=on) or pack.jurisdiction == place
    }
    own = found.pop(place)
    if own:
        return "●" if Confidence.VERIFIED in own else "○"
    return "◆" if any(found.values()) else ""


def _warning(pack: Pack, built_on: date) -> Iterator[str]:
    old = [rule.id for rule in pack.rules if stale(rule.checked_on, built_on)]
    if old or stale(pack.checked_on, built_on):
        yield ":::{warning}"
        yield f"This page was built on {built_on}. What was last checked over a year before is old:"
        yield f"the pack was gone through on {pack.checked_on}; older rules: {len(old)}."
        yield from (":::", "")


def _about(pack: Pack) -> Iterator[str]:
    spoken = f", official languages {', '.join(pack.languages)}" if pack.languages else ""
    zone = f", time zone {pack.time_zone}" if pack.time_zone else ""
    known = f" Also known as {', '.join(pack.aliases)}." if pack.aliases else ""
    yield f"**Last checked: {pack.checked_on}**{spoken}{zone}.{known}"
    yield from ("", "No legal advice: what a text says, as of a day, as far as it was read.", "")


def _authorities(found: Sequence[Authority]) -> Iterator[str]:
    if not found:
        return
    yield from ("**Supervisory authorities**", "")
    rows = (
        (
            f"{_named(each.name)} ({each.abbreviation}), {each.name_en}",
            ", ".join(each.regions) or "all",
            f"{each.website}<br>{each.address}<br>{each.phone} {each.email}",
            _sure(each.confidence, each.checked_on, each.source),
        )
        for each in found
    )
    yield from _table(("Name", "Where", "Reached at", "How sure"), rows)


def _named(words: Words) -> str:
    return " / ".join(dict.fromkeys(words.by_language.values()))


def _rules(pack: Pack, book: Law) -> Iterator[str]:
    topics = dict.fromkeys((*TOPICS, *(rule.topic for rule in pack.rules)))
    for key in topics:
        rules = [rule for rule in pack.rules if rule.topic == key]
        if rules:
            asks = TOPICS[key].asks.text if key in TOPICS else ""
            yield from (f"**{asks}** `{key}`", "")
            rows = (_rule(rule, book) for rule in rules)
            yield from _table(("Rule", "What it says", "On what it rests", "How sure"), rows)


def _rule(rule: Rule, book: Law) -> tuple[str, ...]:
    until = f"–{rule.applies_until}" if rule.applies_until else ""
    cites = "; ".join(_cite(cite, book) for cite in (*rule.cites, *rule.ended_by))
    return (
        f"`{rule.id}`<br>{rule.applies_from}{until or '–'}",
        f"{', '.join(_answer(rule))}.<br>{rule.because}",
        f"{cites} ({rule.weight.value})",
        _sure(rule.confidence, rule.checked_on, rule.source),
    )


def _cite(cite: Citation, book: Law) -> str:
    text, act = citation(cite, "en", acts=book.acts), book.acts.get(cite.act)
    return f"[{text}]({act.url})" if act and act.url else text


def _answer(rule: Rule) -> Iterator[str]:
    if rule.kind:
        yield f"**{rule.kind.value}**"
    if rule.value is not None:
        yield f"**{_value(rule)}**"
    if rule.period:
        yield f"**{period(rule.period, 'en')}**"
    if rule.trigger:
        yield f"{_runs(rule)} *{_label(rule.trigger)}*"


def _runs(rule: Rule) -> str:
    if rule.year_ends is None:
        return "from the end of the financial year of" if rule.financial_year else "from"
    if rule.year_ends != CALENDAR_YEAR:
        return f"from the next {month_day(rule.year_ends, 'en')} after"
    if rule.financial_year:
        return "from the end of the year in which the financial year ended of"
    return "from the end of the year of"


def _label(trigger: str) -> str:
    label = BUILT_IN.term(Kind.TRIGGER, trigger).label
    return label.text if isinstance(label, Message) else trigger


def _value(rule: Rule) -> str:
    if isinstance(rule.value, Words):
        return "; ".join(f"{text} ({tag})" for tag, text in rule.value.by_language.items())
    key = str(rule.value)
    return ANSWERS[key].text.rstrip(".") if key in ANSWERS else key


def _sure(confidence: Confidence, checked_on: date, source: str) -> str:
    return f"{confidence.value}, {checked_on}<br>{source}"


def _counting(pack: Pack, book: Law) -> Iterator[str]:
    regime = pack.regime
    if regime is None:
        return
    yield from ("**How its own periods are counted**", "")
    told = {
        "The day of the event": ("is counted" if regime.first_day_counted else "is not counted"),
        "An end on a day off": "runs on to the next working day" if regime.rolls else "stays",
        "Regional and equated days off": "count" if regime.regional else "do not count",
        "A Saturday": "is worked" if regime.saturday_works else "is a day off",
    }
    rests = {"The day of the event": regime.starts, "An end on a day off": regime.rolls}
    rows = (
        (what, says, _cite(cite, book) if (cite := rests.get(what)) else "")
        for what, says in told.items()
    )
    yield from _table(("What", "How", "On what it rests"), rows)


def _calendar(calendar: Calendar, year: int) -> Iterator[str]:
    first, last = calendar.years
    official = ", ".join(map(str, calendar.official_years)) or "none"
    regions = f" Regions: {', '.join(calendar.regions)}." if calendar.regions else ""
    yield from ("**Days off**", "")
    yield f"Known from {first} to {last}, computed with {calendar.made_with}."
    yield f"Years compared with the published list: {official}.{regions}"
    yield ""
    days = {**calendar.holidays, **calendar.equated}
    rows = (
        (
            f"{day:%A} {day}",
            _holiday(key) + (" (equated)" if day in calendar.equated else ""),
            "doubted" if day in calendar.doubted else "",
        )
        for day, key in sorted(days.items())
        if year <= day.year <= year + 1
    )
    yield from _table(("Day", "Holiday", ""), rows)


def _holiday(key: str) -> str:
    name = holiday_name(key)
    return name.text if isinstance(name, Message) else name


def _acts(pack: Pack, book: Law) -> Iterator[str]:
    wider = {key for each in book.packs if each is not pack for key in each.acts}
    own = [act for key, act in pack.acts.items() if key not in wider]
    if own:
        yield from ("**Acts cited**", "")
        rows = (
            (f"`{act.key}`", f"[{act.title}]({act.url})" if act.url else act.title) for act in own
        )
        yield from _table(("Cited as", "Title"), rows)


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    yield f"| {' | '.join(head)} |"
    yield f"|{'---|' * len(head)}"
    yield from (
        f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in row)} |" for row in rows
    )
    yield ""


class _Printed(SphinxDirective):
    """
    A directive whose content is Markdown we make.
    """

    def lines(self, built_on: date) -> Iterable[str]:
        """
        Write the Markdown.
        """
        raise NotImplementedError

    def run(self) -> list[nodes.Node]:
        """
        Have what was written read as if it stood on the page.
        """
        self.env.note_reread()
        found: nodes.Element = nodes.container()
        written = StringList(list(self.lines(self.config.law_built_on)), source="law_pages")
        self.state.nested_parse(written, self.content_offset, found)
        return list(found.children)


class PackDirective(_Printed):
    """
    Print a pack.
    """

    required_arguments: ClassVar[int] = 1

    def lines(self, built_on: date) -> Iterable[str]:
        """
        Write the pack named in the argument.
        """
        return page(self.arguments[0], built_on)


class MatrixDirective(_Printed):
    """
    Print which question is answered where.
    """

    def lines(self, built_on: date) -> Iterable[str]:
        """
        Write the matrix.
        """
        return matrix(built_on)


class FiguresDirective(_Printed):
    """
    Print how many rules there are.
    """

    def lines(self, built_on: date) -> Iterable[str]:
        """
        Write the figures.
        """
        return figures(built_on)


def setup(app: Sphinx) -> dict[str, bool]:
    """
    Tell Sphinx of the directives.
    """
    app.add_config_value("law_built_on", date.today(), "env")  # noqa: DTZ011 - a page's own day
    app.add_directive("pack", PackDirective)
    app.add_directive("law-matrix", MatrixDirective)
    app.add_directive("law-figures", FiguresDirective)
    return {"parallel_read_safe": True}
