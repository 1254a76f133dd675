"""
By when a person is answered: whose law, from when, what stops it, and how it is extended.
"""

from __future__ import annotations

import pickle
from collections.abc import Callable, Iterable
from datetime import UTC, date, datetime
from typing import Any, Final

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from recruitprivacy.errors import (
    EventTypeError,
    NaiveDatetimeError,
    NoRuleError,
    PauseReversedError,
    RuleNotInForceError,
    UnknownFactorError,
)
from recruitprivacy.findings import Reading
from recruitprivacy.law import (
    Clarification,
    Deadline,
    Doubt,
    Exchanged,
    Extension,
    Fee,
    Law,
    Proof,
    Situation,
    answer_due,
    load,
    read_pack,
)
from recruitprivacy.periods import Period

BOOK: Final = load("BR", "CA-QC", "CH", "DE", "GB", "NL", "US-CA")
MARCH: Final = date(2026, 3, 2)
ASKED: Final = Doubt(asked_on=date(2026, 3, 3), reason="address_changed")
PROVED: Final = Proof(given_on=date(2026, 3, 12))
TOLD: Final = Extension(told_on=date(2026, 3, 25), reason="complexity")


def day(text: str) -> date:
    """
    Read a date.
    """
    return date.fromisoformat(text)


def answer(
    place: str,
    received: date | datetime = MARCH,
    exchange: Iterable[Exchanged] = (),
    extension: Extension | None = None,
    *,
    residence: str | None = None,
    law: Law = BOOK,
) -> Deadline:
    """
    Answer somebody who asks a controller in a place; they live there, if nothing else is said.
    """
    return answer_due(
        received,
        law=law,
        situation=Situation(establishment=place, residence=residence or place),
        exchange=exchange,
        extension=extension,
    )


def readings(found: Deadline) -> dict[str, tuple[str, str]]:
    """
    List the other readings: their day, and what they need.
    """
    return {each.key: (str(each.last_day), each.needs) for each in found.readings}


class TestWhoseLaw:
    """
    The rule is that of the law which binds the controller.
    """

    @pytest.mark.parametrize(
        ("place", "received", "last", "rule"),
        [
            pytest.param("NL", "2026-03-02", "2026-04-02", "eu.deadline.dsar", id="NL: a month"),
            pytest.param("DE-BY", "2026-03-02", "2026-04-02", "eu.deadline.dsar", id="DE: a month"),
            pytest.param(
                "GB-ENG", "2026-03-02", "2026-04-02", "gb.deadline.answer.request", id="GB: a month"
            ),
            pytest.param(
                "GB-SCT", "2025-12-02", "2026-01-05", "gb.deadline.answer.request", id="2 January"
            ),
            pytest.param(
                "GB-ENG",
                "2025-12-02",
                "2026-01-02",
                "gb.deadline.answer.request",
                id="worked there",
            ),
            pytest.param(
                "CH-ZH", "2026-03-02", "2026-04-01", "ch.deadline.answer.access", id="CH: 30 days"
            ),
            pytest.param(
                "US-CA", "2026-03-02", "2026-04-16", "us-ca.deadline.answer.request", id="45 days"
            ),
            pytest.param(
                "BR", "2026-03-02", "2026-03-17", "br.deadline.answer.access", id="BR: 15 days"
            ),
            pytest.param(
                "CA-QC", "2026-03-02", "2026-04-01", "ca-qc.deadline.answer.request", id="QC: 30"
            ),
        ],
    )
    def test_the_rule_of_the_place(self, place: str, received: str, last: str, rule: str) -> None:
        """
        The time is that of the law of the place, counted over the days off there.
        """
        found = answer(place, day(received))
        assert (str(found.last_day), found.rules[0].id) == (last, rule)

    @pytest.mark.parametrize(
        ("received", "cite"),
        [
            ("2020-12-31", "Regulation 2016/679 Art. 12(3)"),
            ("2021-01-01", "UK GDPR Art. 12(3)"),
            ("2026-02-04", "UK GDPR Art. 12(3)"),
            ("2026-02-05", "UK GDPR Art. 12(3)"),
        ],
    )
    def test_the_version_on_the_day_of_receipt(self, received: str, cite: str) -> None:
        """
        In the United Kingdom the law of the day of receipt is cited.
        """
        found = answer("GB", day(received))
        assert (str(found.rules[0].cites[0]), len(found.rules[0].cites)) == (
            cite,
            2 if received == "2026-02-05" else 1,
        )

    def test_two_laws_at_once(self) -> None:
        """
        A Dutch controller answers a Californian by the earlier day; the other law is a reading.
        """
        found = answer("NL", residence="US-CA")
        assert (str(found.last_day), readings(found)) == (
            "2026-04-02",
            {"other_law": ("2026-04-16", "")},
        )

    def test_a_law_that_may_bind(self) -> None:
        """
        Where the person lives decides about Californian law; unknown, it is told and not dropped.
        """
        found = answer_due(MARCH, law=BOOK, situation=Situation(establishment="NL"))
        assert [(step.says.message.code, step.rule) for step in found.steps][-1] == (
            "law.step.may_bind",
            "us-ca.deadline.answer.request",
        )
        assert "the country in which the person lives" in found.explain("en", acts=BOOK.acts)

    def test_the_tie_it_hangs_on_is_unknown(self) -> None:
        """
        A Californian business owes its answer to residents, so the residence must be known.
        """
        with pytest.raises(UnknownFactorError, match="residence is unknown; name it in"):
            answer_due(MARCH, law=BOOK, situation=Situation(establishment="US-CA"))

    def test_no_law_of_the_place(self) -> None:
        """
        Where no law loaded sets a time there is no answer, and none is taken from elsewhere.
        """
        pack = 'jurisdiction = "XX"\nchecked_on = 2026-01-15\ncalendar = "NL"\n'
        law = load().with_pack(read_pack(pack + 'time_zone = "Europe/Amsterdam"\n'))
        with pytest.raises(NoRuleError) as caught:
            answer("XX", law=law)
        assert (caught.value.topic, caught.value.place, caught.value.on) == (
            "deadline.answer",
            "XX",
            MARCH,
        )

    @pytest.mark.parametrize(
        ("place", "first"), [("NL", "2018-05-25"), ("CH", "2023-09-01"), ("US-CA", "2023-01-01")]
    )
    def test_before_the_law_applied(self, place: str, first: str) -> None:
        """
        The day before a law applied is an error that names its first day.
        """
        with pytest.raises(RuleNotInForceError) as caught:
            answer(place, date.fromordinal(day(first).toordinal() - 1))
        assert caught.value.applies_from == day(first)

    @pytest.mark.parametrize("place", ["IS", "LI", "NO"])
    @pytest.mark.parametrize("received", ["2018-05-24", "2018-05-25", "2018-07-19"])
    def test_where_the_law_of_the_union_began_later(self, place: str, received: str) -> None:
        """
        In the states of the EEA that are no members the GDPR is in force since 20 July 2018.
        """
        with pytest.raises(RuleNotInForceError) as caught:
            answer(place, day(received), law=load(place))
        assert (caught.value.rule, caught.value.applies_from) == (
            "eu.deadline.dsar",
            day("2018-07-20"),
        )
        assert str(answer(place, day("2018-07-20"), law=load(place)).last_day) == "2018-08-20"

    @pytest.mark.parametrize(
        "made",
        [
            lambda at: Doubt(asked_on=at),
            lambda at: Proof(given_on=at),
            lambda at: Clarification(asked_on=at),
            lambda at: Clarification(asked_on=MARCH, given_on=at),
            lambda at: Fee(asked_on=at),
            lambda at: Fee(asked_on=MARCH, paid_on=at),
            lambda at: Extension(told_on=at),
        ],
    )
    def test_an_instant_where_a_day_is_asked_for(self, made: Callable[[date], object]) -> None:
        """
        An instant is refused where a day is needed, for the day hangs on where the controller is.
        """
        with pytest.raises(EventTypeError, match="takes the day where the controller is"):
            made(datetime(2026, 3, 2, 23, 30, tzinfo=UTC))

    def test_a_time_without_an_offset(self) -> None:
        """
        A time without an offset names no day, and is refused.
        """
        with pytest.raises(NaiveDatetimeError):
            answer("GB", datetime(2026, 3, 2, 9))  # noqa: DTZ001 - that is the fault

    def test_the_day_where_the_controller_is(self) -> None:
        """
        At 23:30 UTC on 31 July 2025 it is 1 August in London.
        """
        found = answer("GB-ENG", datetime(2025, 7, 31, 23, 30, tzinfo=UTC))
        assert (str(found.event_on), str(found.last_day)) == ("2025-08-01", "2025-09-01")


class TestCounting:
    """
    What the law of a place leaves open about counting is a reading.
    """

    @pytest.mark.parametrize(
        ("place", "received", "last", "other"),
        [
            pytest.param("CH-ZH", "2026-07-02", "2026-08-01", {"rolled": "2026-08-03"}, id="CH"),
            pytest.param("BR", "2026-02-28", "2026-03-15", {"rolled": "2026-03-16"}, id="BR"),
            pytest.param("CA-QC", "2026-02-19", "2026-03-21", {}, id="QC: a Saturday is worked"),
            pytest.param("CA-QC", "2026-02-20", "2026-03-22", {"rolled": "2026-03-23"}, id="QC"),
            pytest.param(
                "US-CA", "2025-06-27", "2025-08-11", {"first_day_counted": "2025-08-10"}, id="day 1"
            ),
            pytest.param(
                "US-CA",
                "2025-08-20",
                "2025-10-04",
                {"first_day_counted": "2025-10-03", "rolled": "2025-10-06"},
                id="a Saturday in California",
            ),
            pytest.param(
                "DE-BY", "2025-12-06", "2026-01-06", {"with_equated_days": "2026-01-07"}, id="BY"
            ),
            pytest.param(
                "DE", "2025-12-06", "2026-01-06", {"regional_list": "2026-01-07"}, id="DE"
            ),
            pytest.param(
                "GB-ENG", "2018-09-03", "2018-10-03", {"day_after_receipt": "2018-10-04"}, id="2018"
            ),
            pytest.param("GB-ENG", "2018-08-31", "2018-10-01", {}, id="the same either way"),
            pytest.param("GB-ENG", "2019-08-15", "2019-09-16", {}, id="from 15 August 2019"),
        ],
    )
    def test_readings(self, place: str, received: str, last: str, other: dict[str, str]) -> None:
        """
        The day to work to, and the days of the other readings where they differ.
        """
        found = answer(place, day(received))
        days = {key: on for key, (on, _) in readings(found).items()}
        assert (str(found.last_day), days) == (last, other)

    def test_it_says_that_the_end_stays(self) -> None:
        """
        Where no text moves an end on a day off, a step says so.
        """
        codes = [step.says.message.code for step in answer("CH-ZH", day("2026-07-02")).steps]
        assert "law.step.stays" in codes


class TestUnitedKingdom:
    """
    Since 5 February 2026 a statute says when the month begins, and when it stands still.
    """

    @pytest.mark.parametrize(
        ("exchange", "last", "other"),
        [
            pytest.param([ASKED, PROVED], "2026-04-13", {"unmoved": "2026-04-02"}, id="identity"),
            pytest.param(
                [Fee(asked_on=day("2026-03-04"), paid_on=day("2026-03-16"))],
                "2026-04-16",
                {"unmoved": "2026-04-02"},
                id="fee",
            ),
            pytest.param(
                [ASKED, PROVED, Fee(asked_on=day("2026-03-04"), paid_on=day("2026-03-09"))],
                "2026-04-13",
                {"unmoved": "2026-04-02"},
                id="the latest of the two",
            ),
            pytest.param(
                [Clarification(asked_on=day("2026-03-09"), given_on=day("2026-03-18"))],
                "2026-04-13",
                {"unmoved": "2026-04-02"},
                id="ten days, both ends out",
            ),
            pytest.param(
                [Clarification(asked_on=day("2026-03-09"), given_on=day("2026-03-19"))],
                "2026-04-13",
                {"unmoved": "2026-04-02"},
                id="eleven days",
            ),
            pytest.param(
                [Clarification(asked_on=day("2026-03-09"), given_on=day("2026-03-20"))],
                "2026-04-14",
                {"unmoved": "2026-04-02", "pause_without_first_day": "2026-04-13"},
                id="twelve days",
            ),
            pytest.param(
                [
                    Clarification(asked_on=day("2026-03-09"), given_on=day("2026-03-14")),
                    Clarification(asked_on=day("2026-03-12"), given_on=day("2026-03-20")),
                ],
                "2026-04-14",
                {"unmoved": "2026-04-02", "pause_without_first_day": "2026-04-13"},
                id="days in both are left out once",
            ),
            pytest.param(
                [
                    Clarification(asked_on=day("2026-03-09"), given_on=day("2026-03-18")),
                    Clarification(asked_on=day("2026-04-07"), given_on=day("2026-04-10")),
                ],
                "2026-04-16",
                {"unmoved": "2026-04-02", "pause_without_first_day": "2026-04-14"},
                id="asked in the days that the first question added",
            ),
            pytest.param(
                [Clarification(asked_on=day("2026-03-02"), given_on=day("2026-03-09"))],
                "2026-04-09",
                {"unmoved": "2026-04-02"},
                id="asked on the day of receipt, which is not counted anyway",
            ),
            pytest.param(
                [Clarification(asked_on=day("2026-03-02"), given_on=day("2026-03-02"))],
                "2026-04-02",
                {},
                id="the day of receipt is not counted anyway",
            ),
            pytest.param(
                [Clarification(asked_on=day("2026-04-03"), given_on=day("2026-04-20"))],
                "2026-04-02",
                {},
                id="asked too late",
            ),
        ],
    )
    def test_what_moves_it(
        self, exchange: list[Exchanged], last: str, other: dict[str, str]
    ) -> None:
        """
        Identity and fee begin the month, clarification stops it; unmoved it is a reading.
        """
        found = answer("GB-ENG", exchange=exchange)
        days = {key: on for key, (on, _) in readings(found).items()}
        assert (str(found.last_day), days, found.waits_for) == (last, other, ())

    @pytest.mark.parametrize(
        ("exchange", "awaited"),
        [
            pytest.param([ASKED], ("identity",), id="identity"),
            pytest.param(
                [ASKED, Proof(given_on=day("2026-03-12"), sufficient=False)],
                ("identity",),
                id="not enough",
            ),
            pytest.param(
                [ASKED, PROVED, Fee(asked_on=day("2026-03-04"))], ("fee",), id="the fee alone"
            ),
            pytest.param(
                [Clarification(asked_on=day("2026-03-09"))], ("clarification",), id="clarification"
            ),
        ],
    )
    def test_what_is_awaited(self, exchange: list[Exchanged], awaited: tuple[str, ...]) -> None:
        """
        While it has not come there is no last day by the statute; the unmoved day is worked to.
        """
        found = answer("GB-ENG", exchange=exchange)
        days = [each.last_day for each in found.readings if each.key.startswith("awaits")]
        assert (found.waits_for, str(found.last_day), days) == (awaited, "2026-04-02", [None])

    def test_the_steps_tell_what_moved_it(self) -> None:
        """
        The proof and the days left out are told, each with its rule.
        """
        clear = Clarification(asked_on=day("2026-03-16"), given_on=day("2026-03-18"))
        found = answer("GB-ENG", exchange=[ASKED, PROVED, clear])
        told = [(step.says.message.code, step.rule) for step in found.steps][1:3]
        assert told == [
            ("law.step.begins_with_proof", "gb.deadline.start.identity"),
            ("law.step.stood_still", "gb.deadline.pause.clarification"),
        ]

    def test_an_extension_runs_from_where_the_month_does(self) -> None:
        """
        Told within the moved month, the three months run from the proof.
        """
        told = Extension(told_on=day("2026-04-13"), reason="complexity")
        found = answer("GB-ENG", exchange=[ASKED, PROVED], extension=told)
        assert (str(found.last_day), readings(found)["unmoved"]) == (
            "2026-06-12",
            ("2026-06-02", ""),
        )

    def test_before_the_statute_it_was_guidance(self) -> None:
        """
        In 2025 the Commissioner's later days are readings, and the month runs from receipt.
        """
        found = answer(
            "GB-ENG",
            day("2025-03-03"),
            [
                Doubt(asked_on=day("2025-03-04")),
                Proof(given_on=day("2025-03-12")),
                Clarification(asked_on=day("2025-03-09"), given_on=day("2025-03-19")),
                Fee(asked_on=day("2025-03-12")),
            ],
        )
        assert (str(found.last_day), readings(found), found.waits_for) == (
            "2025-04-03",
            {
                "from_proof": ("2025-04-14", ""),
                "from_fee": ("None", ""),
                "paused_for_clarification": ("2025-04-14", "request.large_amount_of_data"),
            },
            (),
        )


class TestSwitzerland:
    """
    Where a share of the costs is asked for, the person has ten days to think about it.
    """

    @pytest.mark.parametrize(
        ("exchange", "last", "others"),
        [
            ([], "2026-04-01", []),
            ([Fee(asked_on=day("2026-03-10"))], "2026-04-19", ["2026-04-20", "2026-04-01"]),
            (
                [Fee(asked_on=day("2026-03-10"), paid_on=day("2026-03-12"))],
                "2026-04-19",
                ["2026-04-20", "2026-04-01"],
            ),
            (
                [Fee(asked_on=day("2026-03-03")), Fee(asked_on=day("2026-03-09"))],
                "2026-04-18",
                ["2026-04-20", "2026-04-01"],
            ),
        ],
        ids=["no fee", "not yet confirmed", "confirmed at once", "announced again"],
    )
    def test_the_thirty_days_begin_after_ten(
        self, exchange: list[Exchanged], last: str, others: list[str]
    ) -> None:
        """
        The thirty days begin when the ten are over, whether the person confirmed before or not.
        """
        situation = Situation(establishment="CH-ZH", residence="CH")
        answer = answer_due(
            day("2026-03-02"), law=load("CH"), situation=situation, exchange=exchange
        )
        assert (str(answer.last_day), answer.waits_for) == (last, ())
        assert [str(each.last_day) for each in answer.readings] == others

    def test_it_says_what_moved_it(self) -> None:
        """
        The step names the day on which the ten days end.
        """
        situation = Situation(establishment="CH-ZH", residence="CH")
        fee = Fee(asked_on=day("2026-03-10"))
        answer = answer_due(day("2026-03-02"), law=load("CH"), situation=situation, exchange=[fee])
        (moved,) = [step for step in answer.steps if step.before == day("2026-03-02")]
        assert (moved.says.message.code, moved.after) == (
            "law.step.begins_after_fee",
            day("2026-03-20"),
        )


class TestEuropeanUnion:
    """
    The regulation knows no pause; the guidelines read one into it.
    """

    def test_doubt_and_proof(self) -> None:
        """
        The unpaused day is worked to; suspension and restart are readings, once doubt is recorded.
        """
        found = answer("NL", exchange=[ASKED, PROVED])
        assert (str(found.last_day), readings(found)) == (
            "2026-04-02",
            {"paused_for_identity": ("2026-04-13", ""), "from_proof": ("2026-04-13", "")},
        )

    def test_no_doubt_recorded(self) -> None:
        """
        Who recorded no reason for doubt lacks what the readings need.
        """
        found = answer("NL", exchange=[attrs.evolve(ASKED, reason=""), PROVED])
        assert {needs for _, needs in readings(found).values()} == {"request.identity_asked.doubt"}

    def test_no_proof(self) -> None:
        """
        Without proof the readings lead to no day, and the earliest is the unpaused one.
        """
        found = answer("NL", exchange=[ASKED])
        days = [each.last_day for each in found.readings]
        assert (days, found.earliest) == ([None, None], found.last_day)

    def test_asked_again_is_one_wait(self) -> None:
        """
        Suspension lasts until enough was sent, however often it was asked for.
        """
        again = Doubt(asked_on=day("2026-03-09"), reason="name_differs")
        poor = Proof(given_on=day("2026-03-06"), sufficient=False)
        found = answer("NL", exchange=[ASKED, poor, again, PROVED])
        assert readings(found)["paused_for_identity"] == ("2026-04-13", "")

    def test_a_large_amount_of_data(self) -> None:
        """
        A clarification that a large amount of data made necessary needs nothing more.
        """
        clear = Clarification(
            asked_on=day("2026-03-09"), given_on=day("2026-03-13"), large_amount=True
        )
        found = answer("NL", exchange=[clear])
        assert readings(found) == {"paused_for_clarification": ("2026-04-07", "")}

    def test_a_fee_stops_nothing(self) -> None:
        """
        A fee moves no day of the Union's.
        """
        paid = Fee(asked_on=day("2026-03-04"), paid_on=day("2026-03-20"))
        assert readings(answer("NL", exchange=[paid])) == {}

    def test_every_reading_cites(self) -> None:
        """
        Each reading of a pause names the guidelines.
        """
        found = answer("NL", exchange=[ASKED, PROVED])
        cites = {str(cite) for each in found.readings for cite in each.cites}
        assert cites == {"EDPB 01/2022 para. 159"}


class TestExtensions:
    """
    Further time counts if the person was told in time and why.
    """

    @pytest.mark.parametrize(
        ("more", "last", "defects"),
        [
            pytest.param({}, "2026-06-02", (), id="as much as the law allows"),
            pytest.param({"by": Period(months=1)}, "2026-05-04", (), id="a month"),
            pytest.param({"by": Period(working_days=10)}, "2026-04-20", (), id="ten working days"),
            pytest.param({"by": Period(hours=200)}, "2026-04-13", (), id="hours come to days"),
            pytest.param({"by": Period(months=6)}, "2026-06-02", ("too_long",), id="too long"),
            pytest.param({"told_on": day("2026-04-02")}, "2026-06-02", (), id="the last day"),
            pytest.param({"told_on": day("2026-04-03")}, "2026-04-02", ("late",), id="late"),
            pytest.param({"told_on": None}, "2026-04-02", ("late",), id="nobody knows when"),
            pytest.param({"reason": ""}, "2026-04-02", ("no_reason",), id="no reason"),
            pytest.param({"told": False}, "2026-04-02", ("untold",), id="untold"),
        ],
    )
    def test_in_the_union(
        self,
        more: dict[str, Any],
        last: str,
        defects: tuple[str, ...],
    ) -> None:
        """
        A late, untold or unreasoned extension moves nothing; one too long is cut.
        """
        found = answer("NL", extension=attrs.evolve(TOLD, **more))
        assert (str(found.last_day), found.defects) == (last, defects)

    def test_what_moves_nothing_is_told(self) -> None:
        """
        A late extension is a step under the rule that would have allowed it.
        """
        late = attrs.evolve(TOLD, told_on=day("2026-04-03"))
        steps = answer("NL", extension=late).steps
        assert [(step.says.message.code, step.rule) for step in steps][1] == (
            "law.step.not_extended",
            "eu.deadline.dsar-extension",
        )

    @pytest.mark.parametrize(
        ("place", "by", "last", "defects"),
        [
            pytest.param("CH", None, "2026-04-01", ("no_length",), id="no longest, none said"),
            pytest.param("CH", Period(days=90), "2026-06-30", (), id="no longest, one said"),
            pytest.param("BR", None, "2026-03-17", ("not_foreseen",), id="no further time"),
            pytest.param("US-CA", None, "2026-05-31", (), id="ninety days"),
        ],
    )
    def test_elsewhere(
        self, place: str, by: Period | None, last: str, defects: tuple[str, ...]
    ) -> None:
        """
        Some laws set no longest extension, and some know none.
        """
        found = answer(place, extension=attrs.evolve(TOLD, by=by))
        assert (str(found.last_day), found.defects) == (last, defects)

    def test_told_too_late_in_california(self) -> None:
        """
        Told on the day after the 45th the extension moves nothing.
        """
        told = Extension(told_on=day("2025-04-18"), reason="complexity")
        found = answer("US-CA", day("2025-03-03"), extension=told)
        assert (str(found.last_day), found.defects) == ("2025-04-17", ("late",))


@pytest.mark.parametrize(
    ("exchange", "kind"),
    [
        pytest.param([ASKED, Proof(given_on=MARCH)], "identity", id="proof before doubt"),
        pytest.param(
            [Clarification(asked_on=day("2026-03-09"), given_on=day("2026-03-08"))],
            "clarification",
            id="said before asked",
        ),
        pytest.param([Fee(asked_on=day("2026-03-01"))], "fee", id="asked before receipt"),
    ],
)
def test_a_pause_that_ends_before_it_starts(exchange: list[Exchanged], kind: str) -> None:
    """
    What comes before it was asked for is refused, with both days.
    """
    with pytest.raises(PauseReversedError) as caught:
        answer("NL", exchange=exchange)
    error = caught.value
    assert (error.kind, error.then_on < error.first_on) == (kind, True)
    assert str(pickle.loads(pickle.dumps(error))) == str(error)  # noqa: S301 - our own


def test_an_answer_is_a_value() -> None:
    """
    Counted twice it is equal and hashes alike; pickled it keeps its steps and readings.
    """
    first, second = (answer("NL", exchange=[ASKED, PROVED]) for _ in range(2))
    again = pickle.loads(pickle.dumps(first))  # noqa: S301 - our own
    assert (first, hash(first), again, again.steps) == (second, hash(second), first, first.steps)
    other = attrs.evolve(
        first, readings=(Reading(key="x", last_day=None, says=first.steps[0].says),)
    )
    assert (other == first, repr(other.steps) in repr(other)) == (False, True)


@given(
    st.dates(date(2026, 2, 5), date(2030, 1, 1)),
    st.integers(0, 60),
    st.integers(0, 25),
    st.integers(0, 40),
)
def test_in_britain_nothing_asked_makes_it_sooner(
    received: date, later: int, asked: int, waited: int
) -> None:
    """
    A later receipt is never due sooner, and what is asked of the person never brings the day on.
    """

    def plus(first: date, days: int) -> date:
        return date.fromordinal(first.toordinal() + days)

    def exchange(first: date) -> list[Exchanged]:
        since = plus(first, asked)
        return [
            Doubt(asked_on=since, reason="name_differs"),
            Proof(given_on=plus(since, waited)),
            Clarification(asked_on=since, given_on=plus(since, waited)),
        ]

    plain, moved = (answer("GB-ENG", received, said) for said in ((), exchange(received)))
    after = plus(received, later)
    second = answer("GB-ENG", after, exchange(after))
    assert plain.last_day <= moved.last_day <= second.last_day
    assert moved.earliest <= plain.last_day
