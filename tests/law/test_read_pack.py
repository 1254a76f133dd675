"""
Packs read from TOML, well formed and not.
"""

from __future__ import annotations

import pickle
from datetime import date
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recruitprivacy.errors import Fault, FaultsError
from recruitprivacy.law import Pack, jurisdictions, load, read_pack
from recruitprivacy.periods import MonthDay, Period

HEAD: Final = """
jurisdiction = "NL"
extends = "NL"
checked_on = 2026-11-22
"""
ACT: Final = """
[acts.CAO]
title = "A collective agreement"
titles = { nl = "de cao" }
"""
RULE: Final = """
[[rules]]
id = "acme.retention"
topic = "retention.unsuccessful"
kind = "ceiling"
trigger = "procedure_closed"
period = "P3W"
applies_from = 2026-01-01
weight = "practice"
confidence = "verified"
checked_on = 2026-11-22
cites = ["CAO Art. 9", "GDPR Art. 5(1)(e)"]
because = "The agreement promises three weeks."
"""
AT_ONCE: Final = RULE.replace('period = "P3W"', 'value = "at_once"')


def faults(text: str) -> list[str]:
    """
    Read a pack that has faults, and list them.
    """
    with pytest.raises(FaultsError) as caught:
        read_pack(text, source="own.toml")
    assert caught.value.source == "own.toml"
    return [str(fault) for fault in caught.value.faults]


def test_a_pack_of_ones_own() -> None:
    """
    A firm's pack cites its own acts and those of the pack it extends, and of that one's parent.
    """
    pack = read_pack(HEAD + ACT + RULE)
    cites = [str(cite) for cite in pack.rules[0].cites]
    assert (cites, pack.regime, pack.acts["CAO"].titles) == (
        ["CAO Art. 9", "GDPR Art. 5(1)(e)"],
        None,
        (("nl", "de cao"),),
    )


def test_it_joins_the_shipped_ones() -> None:
    """
    The law with a pack of one's own answers from it, and has another digest.
    """
    shipped = load("NL")
    own = shipped.with_pack(read_pack(HEAD + ACT + RULE))
    rule = own.rule("acme.retention", on=date(2026, 3, 2))
    assert (rule.period, own.digest != shipped.digest, own.acts["CAO"].key) == (
        Period(weeks=3),
        True,
        "CAO",
    )


def test_an_id_of_another_pack_is_refused() -> None:
    """
    Two packs cannot both say what one id means.
    """
    text = RULE.replace("acme.retention", "nl.retention.unsuccessful.4w")
    with pytest.raises(FaultsError, match="used by another pack"):
        load("NL").with_pack(read_pack(HEAD + ACT + text))


@pytest.mark.parametrize(
    ("written", "year_ends", "financial_year"),
    [
        ("", None, False),
        ("end_of_year = false", None, False),
        ("end_of_year = true", MonthDay(month=12, day=31), False),
        ('year_ends = "12-31"', MonthDay(month=12, day=31), False),
        ('year_ends = "04-05"', MonthDay(month=4, day=5), False),
        ("financial_year = true", None, True),
        ("financial_year = true\nend_of_year = true", MonthDay(month=12, day=31), True),
    ],
)
def test_the_year_from_whose_end_a_period_runs(
    written: str, year_ends: MonthDay | None, *, financial_year: bool
) -> None:
    """
    The calendar year has a short form; any other year is named by the day on which it ends.
    """
    (rule,) = read_pack(f"{HEAD}{ACT}{RULE}{written}\n").rules
    assert (rule.year_ends, rule.financial_year) == (year_ends, financial_year)


def test_a_rule_that_erases_at_once() -> None:
    """
    A ceiling without a length commands erasing as soon as its trigger comes.
    """
    at_once, three_weeks = (read_pack(HEAD + ACT + rule).rules[0] for rule in (AT_ONCE, RULE))
    told = read_pack(HEAD + ACT + AT_ONCE.replace('kind = "ceiling"\n', "")).rules[0]
    assert [each.at_once for each in (at_once, three_weeks, told)] == [True, False, False]


def test_a_changed_rule_ends_the_day_before_the_next() -> None:
    """
    A version without an end ends the day before its successor begins.
    """
    later = RULE.replace("2026-01-01", "2027-01-01").replace("P3W", "P4W")
    pack = read_pack(HEAD + ACT + RULE + later)
    spans = [(str(rule.period), rule.applies_until) for rule in pack.rules]
    assert spans == [("P3W", date(2026, 12, 31)), ("P4W", None)]


def test_versions_that_follow_each_other_with_a_gap() -> None:
    """
    A version that names its end keeps it.
    """
    first = RULE.replace(
        "applies_from = 2026-01-01", "applies_from = 2026-01-01\napplies_until = 2026-06-30"
    )
    later = RULE.replace("2026-01-01", "2027-01-01")
    pack = read_pack(HEAD + ACT + first + later)
    assert [rule.applies_until for rule in pack.rules] == [date(2026, 6, 30), None]


AUTHORITY: Final = """
[[authorities]]
key = "x"
name_en = "X"
abbreviation = "X"
website = ""
applies_from = 2026-01-01
confidence = "verified"
checked_on = 2026-01-01
"""
ONE_FAULT: Final = {
    "joined without being a member": (
        'members = ["NL"]\njoined = { NO = 2018-07-20 }\n' + HEAD + ACT + RULE,
        "joined.NO: 'NO' is no member",
    ),
    "joined on no day": (
        'members = ["NO"]\njoined = { NO = "2018-07-20" }\n' + HEAD + ACT + RULE,
        "joined: expected a table with one date per place",
    ),
    "not TOML": (
        "jurisdiction = ",
        "not TOML: Invalid value (at end of document)",
    ),
    "unknown key": (
        HEAD + ACT + RULE + "end_of_yer = true\n",
        "rules[acme.retention].end_of_yer: unknown key 'end_of_yer'; did you mean 'end_of_year'?",
    ),
    "end of the year as text": (
        HEAD + ACT + RULE + 'end_of_year = "yes"\n',
        "rules[acme.retention].end_of_year: expected true or false",
    ),
    "end of the year twice": (
        HEAD + ACT + RULE + 'end_of_year = true\nyear_ends = "04-05"\n',
        "rules[acme.retention].year_ends: given twice; drop one of the two",
    ),
    "no day of the year": (
        HEAD + ACT + RULE + 'year_ends = "04-31"\n',
        "rules[acme.retention].year_ends: cannot read '04-31' as a day of the year; write its",
    ),
    "a day of the year as a day": (
        HEAD + ACT + RULE + "year_ends = 2026-04-05\n",
        "rules[acme.retention].year_ends: expected a day of the year, as in '04-05'",
    ),
    "the end of a year from which nothing runs": (
        HEAD + ACT + AT_ONCE + 'year_ends = "04-05"\n',
        "rules[acme.retention]: no period runs from the end of a year; give it one",
    ),
    "a financial year from which nothing runs": (
        HEAD + ACT + AT_ONCE + "financial_year = true\n",
        "rules[acme.retention]: no period runs from the end of a year; give it one",
    ),
    "at once, and nobody knows when": (
        HEAD + ACT + AT_ONCE.replace('trigger = "procedure_closed"\n', ""),
        "rules[acme.retention].trigger: nothing says when at once is; name it",
    ),
    "kept at least until at once": (
        HEAD + ACT + AT_ONCE.replace('"ceiling"', '"floor"'),
        "rules[acme.retention].kind: what ends at once keeps nothing; make it a ceiling",
    ),
    "unknown key above": (
        'jurisdicton = "X"\n' + HEAD + ACT + RULE,
        "jurisdicton: unknown key 'jurisdicton'; did you mean 'jurisdiction'?",
    ),
    "jurisdiction on a rule": (
        HEAD + ACT + RULE + 'jurisdiction = "NL"\n',
        "rules[acme.retention].jurisdiction: unknown key 'jurisdiction'",
    ),
    "missing key": (
        HEAD + ACT + RULE.replace('topic = "retention.unsuccessful"\n', ""),
        "rules[acme.retention].topic: missing",
    ),
    "unknown act": (
        HEAD + ACT + RULE.replace("CAO Art. 9", "CAU Art. 9"),
        (
            "rules[acme.retention].cites[0]: unknown act 'CAU'; declare it under [acts] with its "
            "title; did you mean 'CAO'?"
        ),
    ),
    "unknown trigger": (
        HEAD + ACT + RULE.replace("procedure_closed", "procedure_closd"),
        "rules[acme.retention].trigger: unknown trigger 'procedure_closd'; a term of your own has",
    ),
    "unknown role among others": (
        HEAD + ACT + RULE + 'roles = ["candidate", "acme:intern", "referree"]\n',
        "rules[acme.retention].roles[2]: unknown role 'referree'; a term of your own has a colon",
    ),
    "no citation": (
        HEAD + ACT + RULE.replace("CAO Art. 9", "CAO article nine"),
        "rules[acme.retention].cites[0]: cannot read 'CAO article nine' as a citation",
    ),
    "citing nothing": (
        HEAD + ACT + RULE.replace('["CAO Art. 9", "GDPR Art. 5(1)(e)"]', "[]"),
        "rules[acme.retention].cites: a rule cites what it rests on",
    ),
    "citations as text": (
        HEAD + ACT + RULE.replace('["CAO Art. 9", "GDPR Art. 5(1)(e)"]', '"CAO Art. 9"'),
        "rules[acme.retention].cites: expected a list",
    ),
    "fraction of a year": (
        HEAD + ACT + RULE.replace("P3W", "P1.5Y"),
        "rules[acme.retention].period: cannot read 'P1.5Y' as a period",
    ),
    "period as a number": (
        HEAD + ACT + RULE.replace('"P3W"', "21"),
        "rules[acme.retention].period: expected a period, as in 'P4W'",
    ),
    "unknown kind": (
        HEAD + ACT + RULE.replace('"ceiling"', '"celing"'),
        (
            "rules[acme.retention].kind: expected one of floor, ceiling, fixed, limitation, hold; "
            "did you mean 'ceiling'?"
        ),
    ),
    "a time for a day": (
        HEAD + ACT + RULE.replace("2026-01-01", "2026-01-01T00:00:00"),
        "rules[acme.retention].applies_from: expected a date, as in 2026-01-15",
    ),
    "a number for text": (
        HEAD + ACT + RULE.replace('"retention.unsuccessful"', "4"),
        "rules[acme.retention].topic: expected text",
    ),
    "text for a truth value": (
        HEAD + ACT + RULE + 'end_of_year = "yes"\n',
        "rules[acme.retention].end_of_year: expected true or false",
    ),
    "a number among keys": (
        HEAD + ACT + RULE + 'roles = ["candidate", 4]\n',
        "rules[acme.retention].roles[1]: expected text",
    ),
    "a fraction as value": (
        HEAD + ACT + RULE + "value = 1.5\n",
        "rules[acme.retention].value: expected a table with one text per language",
    ),
    "neither period nor value": (
        HEAD + ACT + RULE.replace('period = "P3W"\n', ""),
        "rules[acme.retention]: states neither a period nor a value",
    ),
    "a period from nothing": (
        HEAD + ACT + RULE.replace('trigger = "procedure_closed"\n', ""),
        "rules[acme.retention].trigger: a period runs from something; name it",
    ),
    "ends before it begins": (
        HEAD + ACT + RULE + "applies_until = 2025-12-31\n",
        "rules[acme.retention].applies_until: ends before it begins",
    ),
    "duplicate id": (
        HEAD + ACT + RULE + RULE,
        "rules[acme.retention].applies_from: a second rule of this id that does not begin later",
    ),
    "overlapping versions": (
        HEAD
        + ACT
        + RULE
        + "applies_until = 2027-01-01\n"
        + RULE.replace("2026-01-01", "2027-01-01"),
        "rules[acme.retention].applies_from: begins while the version before it still applies",
    ),
    "unknown parent": (
        HEAD.replace('extends = "NL"', 'extends = "NLD"') + ACT,
        "extends: no pack for 'NLD'; did you mean 'NL'?",
    ),
    "unknown calendar": (
        HEAD + 'calendar = "../NL"\n' + ACT,
        "calendar: no calendar '../NL' is shipped",
    ),
    "unknown time zone": (
        HEAD + 'time_zone = "Europe/Amstrdam"\n' + ACT,
        "time_zone: unknown time zone 'Europe/Amstrdam'",
    ),
    "unknown time zone of a region": (
        HEAD + 'zones = { NL-BQ1 = "America/Kralendijkk" }\n' + ACT,
        "zones.NL-BQ1: unknown time zone 'America/Kralendijkk'",
    ),
    "time zones as text": (
        HEAD + 'zones = "America/Kralendijk"\n' + ACT,
        "zones: expected a table with one text per place",
    ),
    "time zone that is a path": (
        HEAD + 'time_zone = "/etc"\n' + ACT,
        "time_zone: unknown time zone '/etc'",
    ),
    "unknown regime": (
        HEAD + '[counting]\nrols = "Atw Art. 1(1)"\n' + ACT,
        "counting.rols: unknown key 'rols'; did you mean 'rolls'?",
    ),
    "an act without a title": (
        HEAD + '[acts.CAO]\nurl = ""\n',
        "acts.CAO.title: missing",
    ),
    "titles in no language": (
        HEAD + '[acts.CAO]\ntitle = "x"\ntitles = "y"\n',
        "acts.CAO.titles: expected a table with one text per language",
    ),
    "acts as a list": ("acts = []\n" + HEAD, "acts: expected tables, written [acts.KEY]"),
    "rules as a table": (HEAD + "[rules]\n", "rules: expected tables, written [[rules]]"),
    "an authority without a name": (HEAD + AUTHORITY, "authorities[0].name: missing"),
    "a name in no language": (
        HEAD + AUTHORITY + 'name = "X"\n',
        "authorities[0].name: expected a table with one text per language",
    ),
}


@pytest.mark.parametrize(("text", "fault"), ONE_FAULT.values(), ids=ONE_FAULT.keys())
def test_one_fault(text: str, fault: str) -> None:
    """
    A fault is told with its path, what was expected, and the nearest known word.
    """
    found = faults(text)
    assert (len(found), found[0].startswith(fault)) == (1, True), found


def test_every_fault_at_once() -> None:
    """
    Six faults planted on all levels are six faults told.
    """
    text = (
        HEAD
        + '[counting]\nrolls = "Aww Art. 1"\n'
        + "[acts.CAO]\ntitel = 'x'\ntitle = 'y'\n"
        + RULE.replace("P3W", "3W").replace('"practice"', '"custom"')
        + RULE.replace("acme.retention", "acme.other").replace("CAO Art. 9", "UAW Art. 9")
        + 'unless_agreed = ["talent_pol"]\n'
    )
    paths = [fault.partition(":")[0] for fault in faults(text)]
    assert sorted(paths) == [
        "acts.CAO.titel",
        "counting.rolls",
        "rules[acme.other].cites[0]",
        "rules[acme.other].unless_agreed[0]",
        "rules[acme.retention].period",
        "rules[acme.retention].weight",
    ]


def test_faults_survive_pickling() -> None:
    """
    The error keeps its faults across processes.
    """
    with pytest.raises(FaultsError) as caught:
        read_pack("x = 1")
    assert pickle.loads(pickle.dumps(caught.value)).faults == caught.value.faults  # noqa: S301 - our own bytes


@pytest.mark.parametrize("name", jurisdictions())
def test_a_pack_is_a_value(name: str) -> None:
    """
    A pack is equal and hashes alike after pickling.
    """
    pack = next(pack for pack in load(name).packs if pack.jurisdiction == name)
    again: Pack = pickle.loads(pickle.dumps(pack))  # noqa: S301 - our own bytes
    assert (again, hash(again)) == (pack, hash(pack))


TOML_VALUES: Final = st.sampled_from(
    [
        "1",
        "1.5",
        "true",
        '"text"',
        "2026-01-01",
        "2026-01-01T00:00:00Z",
        "07:32:00",
        "[]",
        "{}",
        "[1]",
        '["x"]',
        "{ x = 1 }",
        '{ nl = "x" }',
        "inf",
        "[[]]",
        "[{}]",
    ]
)
KEYS: Final = st.sampled_from(
    [
        "id",
        "topic",
        "kind",
        "trigger",
        "period",
        "applies_from",
        "applies_until",
        "weight",
        "cites",
        "because",
        "value",
        "roles",
        "recruitment",
        "ended_by",
        "checked_on",
        "selects",
    ]
)


@given(st.dictionaries(KEYS, TOML_VALUES), st.dictionaries(KEYS, TOML_VALUES))
def test_whatever_stands_there_comes_back_as_faults(
    rule: dict[str, str], act: dict[str, str]
) -> None:
    """
    Values of the wrong type anywhere are faults with a path, never another error.
    """
    tables = [
        *("[[rules]]", *(f"{key} = {value}" for key, value in rule.items())),
        *("[acts.X]", *(f"{key} = {value}" for key, value in act.items())),
    ]
    assert all(":" in fault for fault in faults(HEAD + "\n".join(tables)))


def faults_if_any(above: str) -> tuple[Fault, ...]:
    """
    Read a pack with something above its head, and return its faults.
    """
    try:
        read_pack(f"{above}\n{HEAD}")
    except FaultsError as error:
        return error.faults
    return ()


@given(st.dictionaries(st.sampled_from(["acts", "rules", "authorities", "members"]), TOML_VALUES))
def test_whatever_stands_above_comes_back_as_faults(above: dict[str, str]) -> None:
    """
    Values of the wrong type at the top are faults too.
    """
    text = "\n".join(f"{key} = {value}" for key, value in above.items())
    paths = [fault.path.partition("[")[0].partition(".")[0] for fault in faults_if_any(text)]
    assert set(paths) <= above.keys()
