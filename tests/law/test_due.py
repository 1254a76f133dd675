"""
When something is due under a rule, and when a person must be answered.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Final
from zoneinfo import ZoneInfo

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from recruitprivacy.errors import (
    RegimeError,
    RuleNotInForceError,
    UnknownFactorError,
    UnknownJurisdictionError,
)
from recruitprivacy.findings import Reading, Weight
from recruitprivacy.law import (
    Calendar,
    Confidence,
    Extension,
    Law,
    Rule,
    Situation,
    answer_due,
    due,
    load,
)
from recruitprivacy.messages import Message, phrase
from recruitprivacy.periods import MonthDay, Period

BOOK: Final = load("NL", "SE")
DUTCH: Final = Situation(establishment="NL")
TWO_MONTHS: Final = Extension(told_on=date(2018, 5, 25), reason="complexity")
AMSTERDAM: Final = ZoneInfo("Europe/Amsterdam")


def _extension(months: int) -> Extension:
    return attrs.evolve(TWO_MONTHS, by=Period(months=months))


@pytest.mark.row("CLUSTER-184", "ALLEGIS-158")
def test_a_month_from_receipt() -> None:
    """
    A request received on 3 March 2026 is answered by the Tuesday after Easter.
    """
    received = datetime(2026, 3, 3, 9, tzinfo=AMSTERDAM)
    answer = answer_due(received, law=BOOK, situation=DUTCH)
    assert (answer.last_day, answer.expires_at.isoformat()) == (
        date(2026, 4, 7),
        "2026-04-08T00:00:00+02:00",
    )


def test_it_says_what_it_rests_on() -> None:
    """
    The answer names its rule, citation, weight, the day checked, the law and the calendar.
    """
    answer = answer_due(date(2026, 3, 3), law=BOOK, situation=DUTCH)
    rule = answer.rules[0]
    assert (rule.id, str(answer.cites[0]), rule.weight, rule.checked_on) == (
        "eu.deadline.dsar",
        "GDPR Art. 12(3)",
        Weight.STATUTE,
        date(2026, 11, 22),
    )
    assert (answer.law, answer.calendar, answer.regime, answer.official) == (
        BOOK.digest,
        "NL",
        "EU",
        True,
    )


def test_the_first_step_names_the_rule() -> None:
    """
    The way begins with what the law allows, with the rule, its citation and weight.
    """
    first = answer_due(date(2026, 3, 3), law=BOOK, situation=DUTCH).steps[0]
    assert (first.says.message.code, first.rule, first.weight) == (
        "law.step.sets",
        "eu.deadline.dsar",
        Weight.STATUTE,
    )


@pytest.mark.parametrize(
    ("received", "months", "first", "last", "other"),
    [
        pytest.param("2025-12-31", 2, "2026-02-02", "2026-03-31", "2026-04-02", id="EU-EXT-004"),
        pytest.param("2026-03-05", 2, "2026-04-07", "2026-06-05", "2026-06-08", id="EU-EXT-005"),
        pytest.param("2025-09-25", 2, "2025-10-27", "2025-12-29", "", id="christmas"),
        pytest.param("2025-02-05", 2, "2025-03-05", "2025-05-06", "", id="5-may-2025"),
        pytest.param("2026-02-10", 1, "2026-03-10", "2026-04-10", "", id="one-month-only"),
    ],
)
def test_extension(received: str, months: int, first: str, last: str, other: str) -> None:
    """
    With an extension the whole counts once from receipt; from the first end is a reading.
    """
    event = date.fromisoformat(received)
    extension = _extension(months)
    plain = answer_due(event, law=BOOK, situation=DUTCH)
    longer = answer_due(event, law=BOOK, situation=DUTCH, extension=extension)
    found = {each.key: str(each.last_day) for each in longer.readings}
    assert (str(plain.last_day), str(longer.last_day)) == (first, last)
    assert found.get("extension_from_first_end", "") == other


def test_more_than_the_law_allows_is_capped() -> None:
    """
    Three further months are counted as two, and the answer says so.
    """
    asked, allowed = (
        answer_due(
            date(2026, 3, 5),
            law=BOOK,
            situation=DUTCH,
            extension=attrs.evolve(TWO_MONTHS, by=Period(months=months)),
        )
        for months in (3, 2)
    )
    codes = [step.says.message.code for step in asked.steps]
    assert (asked.last_day, "law.step.capped" in codes) == (allowed.last_day, True)


def test_both_rules_stand_behind_an_extension() -> None:
    """
    The rule of the month and the rule of the extension are both named.
    """
    answer = answer_due(date(2026, 3, 5), law=BOOK, situation=DUTCH, extension=TWO_MONTHS)
    assert [rule.id for rule in answer.rules] == ["eu.deadline.dsar", "eu.deadline.dsar-extension"]


def test_before_the_gdpr_there_is_no_answer() -> None:
    """
    A request received on 24 May 2018 was another law's.
    """
    with pytest.raises(RuleNotInForceError):
        answer_due(date(2018, 5, 24), law=BOOK, situation=DUTCH)


def test_the_establishment_must_be_known() -> None:
    """
    Where the controller acts decides the days off; unknown is an error that says so.
    """
    with pytest.raises(UnknownFactorError, match="establishment"):
        answer_due(date(2026, 3, 3), law=BOOK, situation=Situation(residence="NL"))


def test_a_country_without_a_pack() -> None:
    """
    A Japanese controller's days off are unknown here, not taken from a neighbour.
    """
    with pytest.raises(UnknownJurisdictionError, match=r"shipped are .*NL, .*SE"):
        answer_due(date(2026, 3, 3), law=BOOK, situation=Situation(establishment="JP"))


def test_a_country_whose_pack_was_not_loaded() -> None:
    """
    What is shipped and was not loaded is an error that says how to load it.
    """
    with pytest.raises(UnknownJurisdictionError) as caught:
        answer_due(date(2026, 3, 3), law=load("NL"), situation=Situation(establishment="SE"))
    assert str(caught.value) == ("the law of 'SE' is not loaded; load it: law.load('NL', 'SE')")


@pytest.mark.parametrize(
    ("received", "extension"),
    [(date(2026, 3, 3), None), (date(2026, 4, 14), None), (date(2026, 1, 31), TWO_MONTHS)],
)
def test_every_reading_has_a_source(received: date, extension: Extension | None) -> None:
    """
    A reading names the provision that is read so.
    """
    answer = answer_due(received, law=BOOK, situation=DUTCH, extension=extension)
    assert answer.readings
    assert [reading.key for reading in answer.readings if not reading.cites] == []


def test_a_calendar_of_ones_own() -> None:
    """
    A firm's own calendar replaces the shipped one.
    """
    own = Calendar(id="acme", jurisdiction="NL", years=(2026, 2026))
    answer = answer_due(date(2026, 3, 3), law=BOOK, situation=DUTCH, calendar=own)
    assert (answer.last_day, answer.calendar) == (date(2026, 4, 3), "acme")


def test_a_rule_of_national_law_is_counted_as_national_law_counts() -> None:
    """
    Six weeks from 3 April 2026 end on a Dutch decree day, which a Dutch term does not do.
    """
    rule = BOOK.rule("nl.deadline.court-petition", on=date(2026, 4, 3))
    answer = due(rule, date(2026, 4, 3), law=BOOK, situation=DUTCH)
    assert (answer.last_day, answer.regime) == (date(2026, 5, 18), "NL")


def test_a_rule_that_runs_from_the_end_of_the_year() -> None:
    """
    A claim period that runs from the end of the year is counted from 31 December.
    """
    rule = BOOK.rule("se.limitation.equal_treatment.outer-2y", on=date(2026, 9, 1))
    answer = due(
        attrs.evolve(rule, year_ends=MonthDay(month=12, day=31)),
        datetime(2024, 8, 31, 23, 30, tzinfo=AMSTERDAM),
        law=BOOK,
        situation=Situation(establishment="SE"),
    )
    assert (answer.event_on, answer.last_day) == (date(2024, 12, 31), date(2027, 1, 4))


def test_each_version_of_a_rule_for_its_own_days() -> None:
    """
    The version in force on the day of receipt counts, for the month and for the extension.
    """
    packs = tuple(attrs.evolve(pack, rules=_shortened(pack.rules)) for pack in BOOK.packs)
    changed = Law(packs=packs)
    days = [
        answer_due(day, law=changed, situation=DUTCH, extension=extension).last_day
        for day in (date(2026, 9, 30), date(2026, 10, 1))
        for extension in (None, TWO_MONTHS)
    ]
    assert days == [
        *(date(2026, 10, 30), date(2026, 12, 30)),
        *(date(2026, 10, 15), date(2026, 11, 16)),
    ]


def _shortened(rules: tuple[Rule, ...]) -> tuple[Rule, ...]:
    lengths = {"eu.deadline.dsar": Period(weeks=2), "eu.deadline.dsar-extension": Period(months=1)}
    return tuple(
        version
        for rule in rules
        for version in (
            (
                attrs.evolve(rule, applies_until=date(2026, 9, 30)),
                attrs.evolve(rule, applies_from=date(2026, 10, 1), period=lengths[rule.id]),
            )
            if rule.id in lengths
            else (rule,)
        )
    )


def test_keeping_is_not_due() -> None:
    """
    A floor or a ceiling is no time limit for an act, and is not moved to a working day.
    """
    rule = BOOK.rule("nl.retention.unsuccessful.4w", on=date(2026, 3, 2))
    with pytest.raises(RegimeError, match="for retention to answer"):
        due(rule, date(2026, 3, 2), law=BOOK, situation=DUTCH)


def test_72_hours_for_a_breach() -> None:
    """
    A breach known at 18:05 on Maundy Thursday is reported by 18:05 on Easter Sunday.
    """
    rule = BOOK.rule("eu.deadline.breach", on=date(2026, 4, 2))
    known = datetime(2026, 4, 2, 18, 5, tzinfo=AMSTERDAM)
    answer = due(rule, known, law=BOOK, situation=DUTCH)
    assert answer.expires_at == datetime(2026, 4, 5, 18, 5, tzinfo=AMSTERDAM)


def test_a_rule_without_a_period() -> None:
    """
    A rule that answers with a value cannot be due.
    """
    rule = BOOK.rule("nl.national_id.bsn", on=date(2026, 3, 2))
    with pytest.raises(RegimeError, match="read its value"):
        due(rule, date(2026, 3, 2), law=BOOK, situation=DUTCH)


def test_an_unverified_rule_is_told_as_such() -> None:
    """
    Every answer that rests on an unverified rule says so in its steps.
    """
    packs = tuple(
        attrs.evolve(
            pack,
            rules=tuple(
                attrs.evolve(rule, confidence=Confidence.UNVERIFIED) for rule in pack.rules
            ),
        )
        for pack in BOOK.packs
    )
    answer = answer_due(date(2026, 3, 3), law=Law(packs=packs), situation=DUTCH)
    assert [step.says.message.code for step in answer.steps][1] == "law.step.unverified"


def test_told_ends_with_the_day_and_the_other_readings() -> None:
    """
    After the steps come the last day, then each other reading.
    """
    answer = answer_due(date(2026, 3, 3), law=BOOK, situation=DUTCH)
    codes = [says.message.code for says, _ in answer.told]
    assert (len(codes), codes[-2:]) == (
        len(answer.steps) + 2,
        ["law.explain.last_day", "law.explain.reading"],
    )


def test_a_reading_that_leads_to_no_day() -> None:
    """
    A reading without a day makes nothing earlier, and is told as what it is.
    """
    answer = answer_due(date(2026, 3, 2), law=BOOK, situation=DUTCH)
    open_end = Reading(key="suspended", last_day=None, says=phrase(Message("x", "No day.")))
    other = attrs.evolve(answer, readings=(open_end,))
    codes = [says.message.code for says, _ in other.told]
    assert (other.earliest, codes[-1]) == (answer.last_day, "law.explain.open_reading")


@pytest.mark.parametrize(
    ("language", "day", "holiday", "cite"),
    [
        ("en", "7 April 2026", "Good Friday", "12(3)"),
        ("nl", "7 april 2026", "Goede Vrijdag", "12, lid 3"),
        ("sv", "7 april 2026", "långfredagen", "12.3"),
    ],
)
def test_it_explains_itself(language: str, day: str, holiday: str, cite: str) -> None:
    """
    The explanation names the day, the holiday and the article, in each language.
    """
    answer = answer_due(date(2026, 3, 3), law=BOOK, situation=DUTCH)
    text = answer.explain(language)
    missing = [words for words in (day, holiday, cite) if words.lower() not in text.lower()]
    assert missing == []


@pytest.mark.parametrize("place", ["NL", "SE"])
@given(st.dates(date(2018, 5, 25), date(2034, 1, 1)), st.integers(0, 60))
def test_a_later_receipt_is_never_due_sooner(place: str, day: date, later: int) -> None:
    """
    Within one version of the rule, who is asked later answers no sooner.
    """
    here = Situation(establishment=place)
    first, second = (
        answer_due(date.fromordinal(day.toordinal() + days), law=BOOK, situation=here)
        for days in (0, later)
    )
    assert first.last_day <= second.last_day


@given(st.dates(date(2018, 5, 25), date(2034, 1, 1)))
def test_an_extension_never_shortens(day: date) -> None:
    """
    With an extension nothing is due sooner than without.
    """
    plain, longer = (
        answer_due(day, law=BOOK, situation=DUTCH, extension=extension)
        for extension in (None, TWO_MONTHS)
    )
    assert plain.last_day < longer.last_day
