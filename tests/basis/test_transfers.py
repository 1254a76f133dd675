"""
Whether data may go to another country, on the day asked about.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any, Final

import pytest
from hypothesis import given as invented
from hypothesis import strategies as st

from recruitprivacy.basis import Sending, Transferring, TransferWay, Verdict, may_transfer
from recruitprivacy.errors import FaultsError
from recruitprivacy.law import Law, Situation, load
from recruitprivacy.vocabulary import TransferInstrument
from tests.basis.asking import (
    ARGUABLE,
    DAY,
    EXCLUDED,
    HERE,
    NL,
    STANDS,
    UNKNOWN,
    changed,
    union_with,
)

SHIELD: Final = TransferInstrument.PRIVACY_SHIELD_EU_US
HARBOUR: Final = TransferInstrument.SAFE_HARBOUR_EU_US
FRAMEWORK: Final = TransferInstrument.DATA_PRIVACY_FRAMEWORK_EU_US
CLAUSES: Final = TransferInstrument.STANDARD_CONTRACTUAL_CLAUSES
RULES: Final = TransferInstrument.BINDING_CORPORATE_RULES
LISTED: Final = {"recipient_listed": True, "transfer.covers_workers": True}
LOOKED_AT: Final = {"transfer.assessed": True, "transfer.importer_bound": False}
BRITAIN: Final = load("GB")


def asked(
    country: str,
    *instruments: TransferInstrument,
    on: date = DAY,
    situation: Situation = HERE,
    law: Law = NL,
    **more: Any,  # noqa: ANN401 - any field
) -> Transferring:
    """
    Ask about a transfer.
    """
    sending = Sending(to_country=country, instruments=instruments, **more)
    return may_transfer(sending, situation, law, on=on)


def way(found: Transferring, instrument: TransferInstrument) -> Verdict:
    """
    Give the verdict on one instrument.
    """
    (one,) = (
        each
        for each in found.ways
        if isinstance(each, TransferWay) and each.instrument is instrument
    )
    return one.standing


@pytest.mark.parametrize(
    ("country", "on", "verdict"),
    [
        ("DE", DAY, STANDS),
        ("NO", DAY, STANDS),
        ("CH", DAY, STANDS),
        ("GB", date(2021, 6, 27), ARGUABLE),
        ("GB", date(2021, 6, 28), STANDS),
        ("GB", DAY, STANDS),
        ("BR", date(2026, 1, 25), ARGUABLE),
        ("BR", date(2026, 1, 27), STANDS),
        ("TR", DAY, ARGUABLE),
        ("US", DAY, ARGUABLE),
        ("CA", DAY, ARGUABLE),
    ],
)
def test_the_country(country: str, on: date, verdict: Verdict) -> None:
    """
    Inside the area nothing is needed; a decision in force is enough; else an instrument is asked.
    """
    assert asked(country, on=on).standing is verdict


@pytest.mark.parametrize(
    ("country", "given", "verdict"),
    [
        ("CA", {"recipient_commercial": True}, STANDS),
        ("CA", {"recipient_commercial": False}, ARGUABLE),
        ("US", LISTED, STANDS),
        ("US", {"recipient_listed": True}, ARGUABLE),
        ("US", {"recipient_listed": True, "transfer.covers_workers": False}, ARGUABLE),
    ],
)
def test_a_decision_has_its_scope(country: str, given: dict[str, bool], verdict: Verdict) -> None:
    """
    A decision for some recipients carries for those, and for workers' data where it covers them.
    """
    assert asked(country, given=given).standing is verdict


@pytest.mark.parametrize(
    ("instruments", "on", "verdict"),
    [
        ((SHIELD,), DAY, ARGUABLE),
        ((SHIELD, FRAMEWORK), DAY, STANDS),
        ((FRAMEWORK,), date(2020, 7, 15), ARGUABLE),
        ((CLAUSES,), DAY, STANDS),
    ],
)
def test_a_list_is_of_its_own_scheme(
    instruments: tuple[TransferInstrument, ...], on: date, verdict: Verdict
) -> None:
    """
    That a recipient is on the list of a scheme that has ended shows nothing for the next one.
    """
    found = asked("US", *instruments, on=on, given=LISTED)
    assert found.ways[0].standing is verdict


@pytest.mark.parametrize(
    ("instrument", "last_day"),
    [(HARBOUR, date(2015, 10, 5)), (SHIELD, date(2020, 7, 15))],
)
def test_the_day_an_instrument_dies(instrument: TransferInstrument, last_day: date) -> None:
    """
    On its last day the framework carries; on the day of the judgment it is excluded.
    """
    days = (last_day, last_day + timedelta(days=1))
    verdicts = [way(asked("US", instrument, on=day, given=LISTED), instrument) for day in days]
    assert verdicts[1] is EXCLUDED
    assert verdicts[0] is not EXCLUDED


@invented(st.dates(date(2020, 7, 16), date(2040, 1, 1)))
def test_a_dead_instrument_never_comes_back(on: date) -> None:
    """
    After the judgment nothing rests on the Privacy Shield, on any day.
    """
    assert way(asked("US", SHIELD, on=on, given=LISTED), SHIELD) is EXCLUDED


def test_what_ended_it_is_cited() -> None:
    """
    The answer cites the judgment.
    """
    (found,) = (each for each in asked("US", SHIELD).ways if each.what == SHIELD.label)
    assert "C-311/18" in [str(cite) for cite in found.cites]


@pytest.mark.parametrize(
    ("on", "verdict"),
    [(date(2023, 7, 9), EXCLUDED), (date(2023, 7, 10), STANDS), (DAY, STANDS)],
)
def test_the_framework_in_force(on: date, verdict: Verdict) -> None:
    """
    The Data Privacy Framework carries from the day of its decision.
    """
    assert way(asked("US", FRAMEWORK, on=on, given=LISTED), FRAMEWORK) is verdict


@pytest.mark.parametrize(
    ("facts", "on", "verdict"),
    [
        ({"edition": "eu.transfer.scc_2021"}, DAY, STANDS),
        ({"edition": "eu.transfer.scc_2010"}, DAY, EXCLUDED),
        ({"edition": "eu.transfer.scc_2010"}, date(2022, 6, 1), STANDS),
        (
            {"edition": "eu.transfer.scc_2010", "concluded_on": date(2021, 12, 1)},
            date(2022, 6, 1),
            EXCLUDED,
        ),
        ({}, DAY, ARGUABLE),
        ({"concluded_on": date(2024, 1, 8)}, DAY, STANDS),
        ({"concluded_on": date(2015, 1, 8)}, DAY, EXCLUDED),
    ],
)
def test_clauses_by_edition(facts: dict[str, Any], on: date, verdict: Verdict) -> None:
    """
    Old clauses ended with 2022, could not be signed after September 2021, and must be named.
    """
    found = asked("TR", CLAUSES, on=on, given=LOOKED_AT, **facts)
    assert way(found, CLAUSES) is verdict


@pytest.mark.parametrize(
    ("given", "verdict"),
    [
        ({"transfer.assessed": None}, ARGUABLE),
        ({"transfer.assessed": False}, EXCLUDED),
        ({"transfer.importer_bound": True}, EXCLUDED),
    ],
)
def test_clauses_need_a_look_at_the_country(
    given: dict[str, bool | None], verdict: Verdict
) -> None:
    """
    Clauses carry only with an assessment of the country's law, to one not bound itself.
    """
    facts = {key: value for key, value in {**LOOKED_AT, **given}.items() if value is not None}
    found = asked("TR", CLAUSES, edition="eu.transfer.scc_2021", given=facts)
    assert way(found, CLAUSES) is verdict


@pytest.mark.parametrize(
    ("given", "verdict"),
    [
        ({"transfer.approved": True, "transfer.assessed": True}, STANDS),
        ({"transfer.assessed": True}, ARGUABLE),
        ({"transfer.approved": False}, EXCLUDED),
    ],
)
@pytest.mark.parametrize(
    "instrument",
    [RULES, TransferInstrument.INTRA_GROUP_AGREEMENT, TransferInstrument.CERTIFICATION],
)
def test_what_an_authority_approves(
    instrument: TransferInstrument, given: dict[str, bool], verdict: Verdict
) -> None:
    """
    Corporate rules, agreements of a group and certificates need an authority's approval.
    """
    assert way(asked("TR", instrument, given=given), instrument) is verdict


@pytest.mark.parametrize(
    ("instrument", "fact"),
    [
        (TransferInstrument.EXPLICIT_CONSENT, "transfer.consent_informed"),
        (TransferInstrument.CONTRACT_WITH_SUBJECT, "transfer.contract_needs_it"),
        (TransferInstrument.LEGAL_CLAIMS, "transfer.exception_ground"),
        (TransferInstrument.COMPELLING_INTERESTS, "transfer.authority_told"),
    ],
)
def test_exceptions_are_for_single_cases(instrument: TransferInstrument, fact: str) -> None:
    """
    An exception needs its ground, and carries nothing that happens all the time.
    """
    verdicts = [
        way(asked("TR", instrument, given=given), instrument)
        for given in (
            {},
            {fact: True, "transfer.occasional": True},
            {fact: True, "transfer.occasional": False},
        )
    ]
    assert verdicts == [ARGUABLE, STANDS, EXCLUDED]


@pytest.mark.parametrize(
    ("given", "verdict"), [({}, ARGUABLE), ({"transfer.onward_bound": True}, STANDS)]
)
def test_passing_on_counts_too(given: dict[str, bool], verdict: Verdict) -> None:
    """
    Whoever gets the data on from there must be bound as well.
    """
    assert asked("CH", onward=True, given=given).standing is verdict


def test_no_row_is_no_instrument() -> None:
    """
    An instrument of which no dated rule was found is unknown.
    """
    where = Situation(establishment="CH")
    found = asked("US", FRAMEWORK, situation=where, law=load(), given=LISTED)
    assert (found.standing, way(found, FRAMEWORK)) == (UNKNOWN, UNKNOWN)


def test_a_group_that_looks_in_from_abroad() -> None:
    """
    Looking at the data from there is a transfer, and is told.
    """
    found = asked("TR", RULES, access=True)
    assert [step.says.message.code for step in found.remarks] == [
        "basis.transfer.access",
        "basis.transfer.to_tell",
    ]


@pytest.mark.parametrize(
    ("residence", "person_in", "verdict"),
    [
        ("DE", ("DE", "FR"), STANDS),
        ("NL", ("DE", "FR"), EXCLUDED),
        ("NL", ("EEA",), STANDS),
        ("US", ("EEA",), EXCLUDED),
        (None, ("DE", "FR"), ARGUABLE),
        ("NL", (), STANDS),
    ],
)
def test_a_transfer_for_people_in_some_places(
    residence: str | None, person_in: tuple[str, ...], verdict: Verdict
) -> None:
    """
    Where the firm says that it takes place for some people only, it may for no others.
    """
    where = Situation(establishment="NL", residence=residence)
    given = {"transfer.approved": True, "transfer.assessed": True}
    found = asked("TR", RULES, situation=where, person_in=person_in, given=given)
    assert found.standing is verdict


@pytest.mark.parametrize(("country", "verdict"), [("GB", STANDS), ("NL", STANDS), ("TR", ARGUABLE)])
def test_from_the_united_kingdom(country: str, verdict: Verdict) -> None:
    """
    British law holds the area and itself to protect data well enough.
    """
    where = Situation(establishment="GB")
    assert asked(country, situation=where, law=BRITAIN).standing is verdict


def test_british_answers_cite_the_british_regulation() -> None:
    """
    Where the UK GDPR binds, it is what the answer cites.
    """
    found = asked("TR", RULES, situation=Situation(establishment="GB"), law=BRITAIN)
    assert {cite.act for premise in found.premises for cite in premise.cites} == {"UK GDPR"}


@pytest.mark.parametrize(
    ("facts", "path"),
    [
        ({"country": "Turkey"}, "to_country"),
        ({"country": "TR", "given": {"transfer.aproved": True}}, "given.transfer.aproved"),
        ({"country": "TR", "edition": "eu.transfer.scc_2020"}, "edition"),
    ],
)
def test_what_cannot_be_read_is_refused(facts: dict[str, Any], path: str) -> None:
    """
    A name for a code, an unknown fact and an unknown edition are named.
    """
    with pytest.raises(FaultsError) as refused:
        asked(facts.pop("country"), CLAUSES, **facts)
    assert [fault.path for fault in refused.value.faults] == [path]


FIRST_DAYS: Final = {
    "CH": date(2000, 7, 26),
    "CA": date(2001, 12, 20),
    "AR": date(2003, 6, 30),
    "GG": date(2003, 11, 21),
    "IM": date(2004, 4, 28),
    "JE": date(2008, 5, 8),
    "FO": date(2010, 3, 5),
    "AD": date(2010, 10, 19),
    "IL": date(2011, 1, 31),
    "UY": date(2012, 8, 21),
    "NZ": date(2012, 12, 19),
    "JP": date(2019, 1, 23),
    "GB": date(2021, 6, 28),
    "KR": date(2021, 12, 17),
    "BR": date(2026, 1, 26),
}
"""From when a decision holds that each country protects data well enough."""


@pytest.mark.parametrize(("country", "first_day"), FIRST_DAYS.items())
def test_each_decision_from_its_first_day(country: str, first_day: date) -> None:
    """
    On its first day a decision carries, the day before it does not, and it carries today.
    """
    decision = TransferInstrument.ADEQUACY_DECISION
    before, first, now = (
        way(asked(country, decision, on=day, given={"recipient_commercial": True}), decision)
        for day in (first_day - timedelta(days=1), first_day, DAY)
    )
    assert (before is STANDS, first, now) == (False, STANDS, STANDS)


def test_a_decision_that_was_prolonged() -> None:
    """
    The decision on the United Kingdom ran out in none of the gaps between its versions.
    """
    days = [date(2025, 6, 26), date(2025, 7, 1), date(2025, 12, 26), date(2025, 12, 30)]
    assert {asked("GB", on=day).standing for day in days} == {STANDS}


@pytest.mark.parametrize(
    ("instrument", "facts", "days"),
    [
        (FRAMEWORK, {"given": LISTED}, {date(2023, 10, 11): EXCLUDED, date(2023, 10, 12): STANDS}),
        (
            TransferInstrument.AUTHORITY_CLAUSES,
            {"given": {"transfer.assessed": True}},
            {date(2022, 3, 20): EXCLUDED, date(2022, 3, 21): STANDS},
        ),
        (CLAUSES, {"given": LOOKED_AT}, {date(2024, 3, 20): STANDS, date(2024, 3, 23): EXCLUDED}),
    ],
)
def test_british_instruments_have_days_of_their_own(
    instrument: TransferInstrument, facts: dict[str, Any], days: dict[date, Verdict]
) -> None:
    """
    From the United Kingdom each instrument carries on the days that British law gives it.
    """
    where = Situation(establishment="GB")
    verdicts = {
        on: way(asked("US", instrument, situation=where, law=BRITAIN, on=on, **facts), instrument)
        for on in days
    }
    assert verdicts == days


@pytest.mark.parametrize(
    "instrument",
    [TransferInstrument.PRIVACY_SHIELD_CH_US, TransferInstrument.DATA_PRIVACY_FRAMEWORK_CH_US],
)
def test_swiss_schemes_without_a_rule_are_unknown(instrument: TransferInstrument) -> None:
    """
    Of the schemes between Switzerland and the United States no dated rule was found.
    """
    where = Situation(establishment="CH")
    found = asked("US", instrument, situation=where, law=load("CH"), given=LISTED)
    assert way(found, instrument) is UNKNOWN


def test_without_decisions_in_the_packs_the_country_is_unknown() -> None:
    """
    Where nobody loaded a decision on any country, none is denied.
    """
    union = union_with().packs[0]
    kept = tuple(rule for rule in union.rules if rule.topic != "adequacy")
    law = Law(packs=(changed(union, rules=kept),))
    decision = TransferInstrument.ADEQUACY_DECISION
    found = asked("CH", decision, situation=Situation(establishment="XX"), law=law)
    assert way(found, decision) is UNKNOWN
