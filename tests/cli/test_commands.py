"""
What each command prints, and how it ends.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Final, TypeAlias

import attrs
import pytest
from click.testing import Result

from recruitprivacy import timeline
from recruitprivacy.canonical import dumps
from recruitprivacy.cli import _options
from recruitprivacy.i18n import say
from recruitprivacy.law import Law, load
from recruitprivacy.policy import Policy
from recruitprivacy.testing.examples import anna_applies, anna_asks
from recruitprivacy.timeline import AnyEvent, Facts, Happened
from recruitprivacy.timeline import fold as timeline_fold
from recruitprivacy.vocabulary import BUILT_IN, Kind
from recruitprivacy.wire import events_to_json, policy_schema

Run: TypeAlias = Callable[..., Result]
Declare: TypeAlias = Callable[..., Path]

COMMANDS: Final = ("check", "notice", "disposals", "sweep", "due", "law", "words", "schema")
EXAMPLES: Final = Path(__file__).resolve().parents[2] / "examples"
DUTCH: Final = load("NL")
MARCH: Final = ("--on", "2026-03-02")
MAY: Final = ("--on", "2026-05-04")
RECEIVED: Final = ("--received", "2026-03-03T09:00+01:00", "--right", "access")
ASKED: Final = (*RECEIVED, "--on", "2026-03-10")


@pytest.fixture
def anna(tmp_path: Path) -> Path:
    """
    Write down what happened to Anna, whose procedure closed on 1 April 2026.
    """
    path = tmp_path / "anna.json"
    path.write_bytes(events_to_json(anna_applies()))
    return path


def test_nothing_missing(run: Run, declare: Declare) -> None:
    """
    A declaration in which nothing is missing ends with status 0, and names the law looked at.
    """
    result = run("check", declare(), *MARCH)
    *looked_at, said = result.stdout.splitlines()
    assert (result.exit_code, said) == (0, "No gap found among those looked for.")
    assert looked_at[0].startswith("As of 2 March 2026. Law: European Union (checked on ")


def test_a_finding_is_a_block(run: Run, declare: Declare) -> None:
    """
    A finding says how grave it is and where; then what, what would mend it, and the provisions.
    """
    result = run("check", declare('basis = "precontract"\n', ""), *MARCH)
    first, _, _, cites, *_, last = result.stdout.splitlines()
    assert first == "gap      uses.hiring.basis"
    assert cites.startswith(" " * 9 + "Article 13(1)(c)")
    assert last == "1 finding: 1 gap"


def test_lines_are_not_wide(run: Run) -> None:
    """
    No line of a check is wider than a hundred columns, in no language.
    """
    asked = ("check", EXAMPLES / "policies" / "cluster", *MARCH)
    spoken = [run(*asked, "--language", tag).stdout for tag in ("en", "nl", "sv")]
    assert [line for text in spoken for line in text.splitlines() if len(line) > 100] == []


def test_findings_in_another_language(run: Run, declare: Declare) -> None:
    """
    Findings are said in the language asked for.
    """
    path = declare('basis = "precontract"\n', "")
    spoken = {
        tag: run("check", path, *MARCH, "--language", tag).stdout for tag in ("en", "nl", "sv")
    }
    assert len(set(spoken.values())) == 3


def test_notes_alone_are_fine(run: Run, declare: Declare) -> None:
    """
    A note asks for nothing, so it ends with status 0.
    """
    result = run("check", declare('number = "1", ', ""), *MARCH)
    assert result.exit_code == 0
    assert result.stdout.splitlines()[-1] == "1 finding: 1 note"


def test_findings_as_json(run: Run, declare: Declare) -> None:
    """
    Findings as JSON are canonical, and end with the same status.
    """
    result = run("check", declare('basis = "precontract"\n', ""), *MARCH, "--format", "json")
    told = json.loads(result.stdout)
    assert result.exit_code == 1
    assert [finding["code"] for finding in told["findings"]] == ["use.basis_unstated"]
    assert (told["law"], told["law_version"]) == (DUTCH.digest, DUTCH.version)
    assert result.stdout_bytes == dumps(told) + b"\n"


def test_one_role(run: Run, declare: Declare) -> None:
    """
    With a role only that role is looked at.
    """
    path = declare("candidate = {}", "candidate = {}\nclient = {}")
    assert run("check", path, *MARCH, "--role", "candidate").exit_code == 0
    assert run("check", path, *MARCH).exit_code == 1


def test_the_law_asked_for(run: Run, declare: Declare) -> None:
    """
    Several countries are named with commas, in either case.
    """
    assert run("check", declare(), *MARCH, "--law", "nl, SE").exit_code == 0


@pytest.mark.parametrize(
    ("form", "begins"),
    [("markdown", "# "), ("html", "<!DOCTYPE html>"), ("text", "P"), ("json", "{")],
)
def test_a_notice_in_each_form(run: Run, declare: Declare, form: str, begins: str) -> None:
    """
    A notice is written in the form asked for.
    """
    asked = ("--role", "candidate", "--language", "en", "--to", form)
    result = run("notice", declare(), *asked, *MARCH)
    assert result.exit_code == 0
    assert result.stdout.startswith(begins)
    assert result.stdout.endswith("\n")


def test_a_notice_in_no_language(run: Run, declare: Declare) -> None:
    """
    A language without a catalog is refused; nothing falls back to another.
    """
    result = run("notice", declare(), "--role", "candidate", "--language", "tlh", *MARCH)
    assert (result.exit_code, result.stdout) == (2, "")
    assert "tlh" in result.stderr


def test_kept(run: Run, declare: Declare, anna: Path) -> None:
    """
    While the procedure is open, what is held of Anna is kept, and the status is 0.
    """
    result = run("disposals", declare(), "--events", anna, *MARCH)
    assert result.exit_code == 0
    assert result.stdout.splitlines()[0] == "anna-record (candidate): kept"


def test_overdue(run: Run, declare: Declare, anna: Path) -> None:
    """
    Four weeks and a day after the procedure closed it is overdue, and the status is 1.
    """
    assert run("disposals", declare(), "--events", anna, "--on", "2026-04-29").exit_code == 0
    result = run("disposals", declare(), "--events", anna, "--on", "2026-04-30")
    assert result.exit_code == 1
    first, verdict, gone, *_ = result.stdout.splitlines()
    assert first == "anna-record (candidate): overdue"
    assert verdict.startswith("  Overdue on 30 April 2026")
    assert "29 April 2026" in gone


def test_categories_alike_stand_together(run: Run, declare: Declare, anna: Path) -> None:
    """
    Categories with the same answer are told in one go.
    """
    result = run("disposals", declare(), "--events", anna, *MAY)
    assert result.stdout.count(": overdue") == 1
    assert "  Categories: name and contact details." in result.stdout.splitlines()


def test_explained(run: Run, declare: Declare, anna: Path) -> None:
    """
    An explanation follows each answer, in the language asked for.
    """
    asked = ("disposals", declare(), "--events", anna, *MAY)
    for tag in ("en", "nl", "sv"):
        brief = run(*asked, "--language", tag).stdout.splitlines()
        whole = run(*asked, "--language", tag, "--explain").stdout.splitlines()
        assert whole[: len(brief)] == brief
        assert len(whole) > len(brief)


def test_one_language_at_a_time(run: Run, declare: Declare, anna: Path) -> None:
    """
    Roles, categories and days are named in the language asked for, not in English beside it.
    """
    asked = ("disposals", declare(), "--events", anna, *MAY, "--language", "nl")
    told = run(*asked).stdout
    assert "anna-record (kandidaat): te laat" in told
    assert "  Categorieën: naam en contactgegevens." in told.splitlines()
    assert [
        word for word in ("must", "may", "planned", "categories", "overdue") if word in told
    ] == []


def test_frozen(run: Run, declare: Declare, tmp_path: Path) -> None:
    """
    An open request for access is no reason for alarm: nothing is to be erased.
    """
    path = tmp_path / "events.json"
    path.write_bytes(events_to_json(anna_asks()))
    result = run("disposals", declare(), "--events", path, *MAY)
    assert result.exit_code == 0
    assert "frozen" in result.stdout


def test_disposals_as_json(run: Run, declare: Declare, anna: Path) -> None:
    """
    Disposals as JSON are canonical, one per category, and name no person.
    """
    result = run("disposals", declare(), "--events", anna, *MAY, "--format", "json")
    told = json.loads(result.stdout)
    assert result.exit_code == 1
    assert [disposal["category"] for disposal in told["disposals"]] == ["name", "contact_details"]
    assert result.stdout_bytes == dumps(told) + b"\n"


def test_nobody(run: Run, declare: Declare, tmp_path: Path) -> None:
    """
    Where no record was opened there is nothing to decide.
    """
    path = tmp_path / "events.json"
    path.write_bytes(events_to_json(()))
    result = run("disposals", declare(), "--events", path, *MAY)
    assert (result.exit_code, result.stdout) == (0, "No record, so nothing to decide.\n")


def test_events_without_a_record(run: Run, declare: Declare, tmp_path: Path) -> None:
    """
    Where something happened and no record was opened, the status is 1: an event is missing.
    """
    path = tmp_path / "events.json"
    path.write_bytes(events_to_json(anna_applies()[1:]))
    result = run("disposals", declare(), "--events", path, *MAY)
    assert result.exit_code == 1
    assert "no event opens a record" in result.stdout


def test_findings_of_the_timeline(run: Run, declare: Declare, tmp_path: Path) -> None:
    """
    What nobody understands in the events is printed, and makes the status 1.
    """
    last = anna_applies()[-1]
    assert isinstance(last, Happened)
    slip = attrs.evolve(last, what="procedure_closed")
    path = tmp_path / "events.json"
    path.write_bytes(events_to_json((*anna_applies()[:-1], slip)))
    result = run("disposals", declare(), "--events", path, *MAY)
    assert result.exit_code == 1
    assert f"warning  {slip.id}" in result.stdout.splitlines()


def test_an_instant_counts_where_the_controller_is(
    run: Run, declare: Declare, tmp_path: Path
) -> None:
    """
    What happened at 23:30 of 1 April in London happened on 2 April in Amsterdam.
    """
    late = attrs.evolve(anna_applies()[-1], happened=datetime(2026, 4, 1, 22, 30, tzinfo=UTC))
    path = tmp_path / "events.json"
    path.write_bytes(events_to_json((*anna_applies()[:-1], late)))
    result = run("disposals", declare(), "--events", path, *MAY)
    assert "30 April 2026" in result.stdout.splitlines()[2]


def test_an_instant_in_no_zone_that_is_loaded(run: Run, declare: Declare, tmp_path: Path) -> None:
    """
    Where the law of the controller's country is not loaded, an instant counts on the day it names.
    """
    late = attrs.evolve(anna_applies()[-1], happened=datetime(2026, 4, 1, 22, 30, tzinfo=UTC))
    path = tmp_path / "events.json"
    path.write_bytes(events_to_json((*anna_applies()[:-1], late)))
    result = run("disposals", declare('"NL"', '"DE"'), "--events", path, *MAY, "--law", "")
    assert "29 April 2026" in result.stdout


def test_facts_for_the_law_are_folded(
    run: Run, declare: Declare, anna: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """
    The facts the law hangs on are folded, and not only those the policy hangs on.
    """
    folded: list[Facts] = []

    def kept(events: tuple[AnyEvent, ...], policy: Policy, *, on: date, law: Law) -> Facts:
        folded.append(timeline_fold(events, policy, on=on, law=law))
        return folded[-1]

    monkeypatch.setattr(timeline, "fold", kept)
    run("disposals", declare(), "--events", anna, *MAY)
    (facts,) = folded
    assert "employment.ended.last" in facts.records["anna-record"].moments


def test_due(run: Run) -> None:
    """
    A request received on 3 March 2026 is due on the Tuesday after Easter, with the reasons.
    """
    result = run("due", *ASKED, "--place", "nl")
    assert result.exit_code == 0
    assert "7 April 2026" in result.stdout.splitlines()[0]
    assert "Good Friday" in result.stdout


def test_due_under_a_promise(run: Run, declare: Declare) -> None:
    """
    With a policy the place is its controllers', and its own promise stands beside the law.
    """
    result = run("due", *ASKED, "--policy", declare('"P1M"', '"P2W"'))
    assert result.exit_code == 0
    assert "17 March 2026" in result.stdout


def test_due_as_json(run: Run) -> None:
    """
    A due date as JSON holds the last day.
    """
    result = run("due", *ASKED, "--place", "SE", "--format", "json")
    told = json.loads(result.stdout)
    assert told["deadline"]["last_day"] == "2026-04-07"


def test_an_answer_overdue(run: Run) -> None:
    """
    A last day that is past without an answer is found, and ends with status 1.
    """
    result = run("due", *RECEIVED, "--on", "2026-04-08", "--place", "NL")
    assert result.exit_code == 1
    assert "7 April 2026" in result.stdout.splitlines()[0]


def test_several_rights(run: Run) -> None:
    """
    One request may use several rights.
    """
    assert run("due", *ASKED, "--right", "erasure", "--place", "NL").exit_code == 0


def test_schema(run: Run) -> None:
    """
    The schema printed is the schema of a policy.
    """
    result = run("schema")
    assert result.exit_code == 0
    assert json.loads(result.stdout) == policy_schema()


def test_a_due_date_with_an_error(run: Run, declare: Declare) -> None:
    """
    A due date beside a finding graver than a note ends with status 1.
    """
    result = run("due", *ASKED, *MARCH, "--policy", declare('"P1M"', '"P3M"'))
    assert result.exit_code == 1


def test_kinds_of_words(run: Run) -> None:
    """
    Without a kind the kinds are listed, each with how many words it has.
    """
    result = run("words")
    listed = dict(line.split() for line in result.stdout.splitlines())
    assert (result.exit_code, set(listed)) == (0, {kind.value for kind in Kind})
    assert listed["trigger"] == str(len(BUILT_IN.terms(Kind.TRIGGER)))


@pytest.mark.parametrize("kind", ["trigger", "triggers"])
def test_words_of_a_kind(run: Run, kind: str) -> None:
    """
    Each word stands with its label and meaning; a trigger with the events that fire it.
    """
    lines = run("words", kind, "--language", "sv").stdout.splitlines()
    found = lines[lines.index("data_collected") :][:4]
    term = BUILT_IN.term(Kind.TRIGGER, "data_collected")
    assert found[1:3] == [f"    {say(term.label, 'sv')}", f"    {term.definition}"]
    assert "record.opened" in found[3]


def test_words_as_json(run: Run) -> None:
    """
    As JSON each word is a value with everything known of it.
    """
    told = json.loads(run("words", "role", "--format", "json").stdout)
    assert [term["key"] for term in told["terms"]] == [t.key for t in BUILT_IN.terms(Kind.ROLE)]


def test_words_of_no_kind(run: Run) -> None:
    """
    A kind nobody knows is refused with the nearest one.
    """
    result = run("words", "catgory")
    assert result.exit_code == 2
    assert "did you mean 'category'?" in result.stderr


@pytest.mark.parametrize("command", COMMANDS)
def test_help(run: Run, command: str) -> None:
    """
    Each command explains itself, with an example on lines of its own.
    """
    result = run(command, "--help")
    assert result.exit_code == 0
    assert f"\n    recruitprivacy {command}" in result.stdout


def test_help_of_all(run: Run) -> None:
    """
    The command lists its subcommands and says what each exit status means.
    """
    told = run("--help").stdout
    assert [command for command in COMMANDS if f"\n  {command} " not in told] == []
    assert [status for status in ("0", "1", "2", "3") if f"\n    {status}  " not in told] == []


def test_help_says_that_a_day_left_out_is_today(run: Run) -> None:
    """
    Only the command knows today, and it says so.
    """
    assert "today" in run("check", "--help").stdout


def test_today(run: Run, declare: Declare, anna: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """
    A day left out is today.
    """
    monkeypatch.setattr(_options, "today", lambda: date(2026, 5, 4))
    assert run("disposals", declare(), "--events", anna).exit_code == 1


@pytest.mark.parametrize("module", ["recruitprivacy.cli"])
def test_as_a_module(module: str) -> None:
    """
    The command runs as a module of its own, in a process of its own.
    """
    done = subprocess.run(
        [sys.executable, "-m", module, "due", *ASKED, "--place", "NL"],
        check=False,
        capture_output=True,
        text=True,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert "7 April 2026" in done.stdout


def test_whoever_reads_may_stop() -> None:
    """
    A reader that closes the pipe early is nobody's mistake, and nothing is said of it.
    """
    asked = [sys.executable, "-m", "recruitprivacy.cli", "words", "category"]
    with subprocess.Popen(asked, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as done:
        assert done.stdout
        assert done.stderr
        done.stdout.readline()
        done.stdout.close()
        assert done.stderr.read() == b""


def test_bad_input_in_a_process(declare: Declare) -> None:
    """
    Bad input ends a process of its own with status 2, without a traceback.
    """
    done = subprocess.run(
        [sys.executable, "-m", "recruitprivacy.cli", "check", str(declare('"P4W"', '"soon"'))],
        check=False,
        capture_output=True,
        text=True,
    )
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.splitlines()[0].endswith("policy.toml: 1 thing to mend")
    assert "Traceback" not in done.stderr
