"""
What the command does with input that cannot be used, and with declarations that lack something.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Final, TypeAlias

import pytest
from click.testing import Result

Run: TypeAlias = Callable[..., Result]
Declare: TypeAlias = Callable[..., Path]

DAY: Final = ("--on", "2026-03-02")
ADDRESS: Final = "anna.andersson@mail.example"

UNUSABLE: Final = [
    pytest.param('"name", "contact_details"]', '"nmae"]', ["data.candidate", "'name'"],
                 id="unknown term"),
    pytest.param('languages = ["en"]', 'languages = ["english!"]', ["languages", "english!"],
                 id="wrong language tag"),
    pytest.param('"P4W"', '"1.5 years"', ["retention.afterwards.at_most", "write whole units"],
                 id="period of one and a half years"),
    pytest.param('purpose = "hiring"', 'data = ["photo"]', ["retention.afterwards.data", "'photo'"],
                 id="rule for what nobody holds"),
    pytest.param("[data.candidate]", '[responsible.again]\nroles = "candidate"\namong = "harbour"\n'
                 "[data.candidate]", ["responsible.again", "overlaps with 'everybody'"],
                 id="overlapping controllers"),
    pytest.param('then = "delete"', 'then = "shred"', ["retention.afterwards.then", "'shred'"],
                 id="dangling id"),
    pytest.param('id = "harbour"', 'id = "harbour"\nid = "other"', ["policy.toml", "line 2"],
                 id="duplicate key"),
    pytest.param("[data.candidate]", "[data.candidate", ["policy.toml", "line"],
                 id="TOML syntax error"),
    pytest.param("exhaustive = true", "exhuastive = true", ["unknown key", "'exhaustive'"],
                 id="unknown key"),
    pytest.param('id = "harbour"', 'id = "harbour"\nschema = "recruitprivacy.policy/99"',
                 ["recruitprivacy.policy/99", "newer"], id="newer schema"),
]  # fmt: skip

LACKING: Final = [
    pytest.param('"name", "contact_details"]', '"name"]\nbut = { health = {} }',
                 "data.candidate.but.health", id="special category without an Art. 9(2) condition"),
    pytest.param('basis = "precontract"\n', "", "uses.hiring.basis", id="purpose without a basis"),
    pytest.param("candidate = {}", "candidate = {}\nclient = {}", "roles.client",
                 id="role nobody controls"),
    pytest.param(", published_on = 2026-01-05", "", "version", id="missing date"),
]  # fmt: skip


def faultless(result: Result) -> None:
    """
    Assert that the command ended by itself, with something to read.
    """
    assert "Traceback" not in result.output
    assert result.exception is None or isinstance(result.exception, SystemExit)


@pytest.mark.parametrize(("old", "new", "told"), UNUSABLE)
def test_unusable(run: Run, declare: Declare, old: str, new: str, told: list[str]) -> None:
    """
    A declaration that makes no sense is refused with its path on standard error, and status 2.
    """
    result = run("check", declare(old, new), *DAY)
    assert result.exit_code == 2
    assert [part for part in told if part not in result.stderr] == []
    assert result.stdout == ""
    faultless(result)


@pytest.mark.parametrize(("old", "new", "path"), LACKING)
def test_lacking(run: Run, declare: Declare, old: str, new: str, path: str) -> None:
    """
    A declaration that leaves something out loads, and is found lacking with status 1.
    """
    result = run("check", declare(old, new), *DAY)
    assert result.exit_code == 1
    assert path in result.stdout
    assert result.stderr == ""


def test_all_at_once(run: Run, declare: Declare) -> None:
    """
    Every fault is told in one go, under the name of the file.
    """
    path = declare('"P4W"', '"P1.5Y"')
    path.write_text(path.read_text().replace('"name", ', '"nmae", '), encoding="utf-8")
    result = run("check", path, *DAY)
    assert result.stderr.splitlines()[0] == f"{path}: 2 things to mend"
    assert len(result.stderr.splitlines()) == 3


def test_latin_1(run: Run, tmp_path: Path) -> None:
    """
    A file that is not UTF-8 is refused.
    """
    path = tmp_path / "policy.toml"
    path.write_bytes('firm = "Bäckerei"'.encode("latin-1"))
    result = run("check", path, *DAY)
    assert result.exit_code == 2
    assert "UTF-8" in result.stderr


def test_fifty_megabytes(run: Run, tmp_path: Path) -> None:
    """
    A file that is far too large is refused before it is read.
    """
    path = tmp_path / "policy.toml"
    with path.open("wb") as file:
        file.truncate(50_000_000)
    result = run("check", path, *DAY)
    assert result.exit_code == 2
    assert "50000000 bytes" in result.stderr


def test_no_such_file(run: Run, tmp_path: Path) -> None:
    """
    A file that is not there is told of by its name.
    """
    result = run("check", tmp_path / "none.toml", *DAY)
    assert result.exit_code == 2
    assert "none.toml" in result.stderr
    faultless(result)


def test_a_folder_without_a_policy(run: Run, tmp_path: Path) -> None:
    """
    A folder without a policy is no policy.
    """
    result = run("check", tmp_path, *DAY)
    assert result.exit_code == 2
    assert "policy.toml" in result.stderr


@pytest.mark.parametrize(
    "events",
    [
        b"{",
        b"[]",
        b'{"events": []',
        b'{"schema": "recruitprivacy.events/1", "events": [{"kind": "happened", "id": "'
        + ADDRESS.encode()
        + b'"}]}',
        b'{"schema": "recruitprivacy.events/1", "events": [{"kind": "' + ADDRESS.encode() + b'"}]}',
        b'{"schema": "recruitprivacy.events/1", "' + ADDRESS.encode() + b'": 1, "events": []}',
        b'{"schema": "recruitprivacy.events/7", "events": []}',
        "é".encode("latin-1"),
    ],
)
def test_events_that_cannot_be_read(
    run: Run, declare: Declare, tmp_path: Path, events: bytes
) -> None:
    """
    Events that cannot be read are refused, and nothing of them is repeated.
    """
    path = tmp_path / "events.json"
    path.write_bytes(events)
    result = run("disposals", declare(), "--events", path, *DAY)
    assert result.exit_code == 2
    assert result.stderr != ""
    assert ADDRESS not in result.output
    faultless(result)


@pytest.mark.parametrize(
    "arguments",
    [
        ["--role", "canddate"],
        ["--law", "XX"],
        ["--on", "2026-02-30"],
        ["--on", "tomorrow"],
        ["--language", "tlh"],
        ["--format", "yaml"],
        ["--unheard-of"],
    ],
)
def test_bad_options(run: Run, declare: Declare, arguments: list[str]) -> None:
    """
    An option that cannot be used ends with status 2, and says why.
    """
    result = run("check", declare("published_on", "effective_on"), *arguments)
    assert result.exit_code == 2
    assert result.stderr != ""
    faultless(result)


@pytest.mark.parametrize(
    ("on", "told"),
    [
        ("2026-02-30", "the calendar has no 2026-02-30"),
        ("30 Feb", "write the day as in 2026-03-02"),
    ],
)
def test_a_day_there_is_not(run: Run, declare: Declare, on: str, told: str) -> None:
    """
    A day that does not exist is told apart from one that is written otherwise.
    """
    assert told in run("check", declare(), "--on", on).stderr


@pytest.mark.parametrize(
    ("received", "told"),
    [("2026-03-03T09:00", "add the offset"), ("last week", "write it as in")],
)
def test_an_instant_needs_its_offset(run: Run, received: str, told: str) -> None:
    """
    A time of receipt that names no instant is refused.
    """
    result = run("due", "--received", received, "--right", "access", "--place", "NL")
    assert result.exit_code == 2
    assert told in result.stderr


def test_a_right_nobody_has(run: Run) -> None:
    """
    A right the law does not know is refused with the nearest one.
    """
    result = run("due", "--received", "2026-03-03T09:00Z", "--right", "acess", "--place", "NL")
    assert result.exit_code == 2
    assert "did you mean 'access'?" in result.stderr


def test_no_place(run: Run) -> None:
    """
    Without a policy or a place nobody knows where the controller is.
    """
    result = run("due", "--received", "2026-03-03T09:00Z", "--right", "access")
    assert result.exit_code == 2
    assert "--place" in result.stderr
