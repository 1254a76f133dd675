"""
The command that judges the bases of an activity.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, Final

import pytest

from tests.cli.conftest import Run

POOL: Final = {"role": "candidate", "purpose": "talent_pool"}
SOUND: Final = {
    "act": "ticked",
    "detriment": False,
    "conditional": False,
    "distinguishable": True,
    "told": ["controller", "purpose", "data", "withdrawal"],
    "entities": ["harbour"],
    "open_ended": False,
    "withdrawal_easy": True,
    "notice_version": "3",
    "notice_digest": "sha256:00",
    "language": "nl",
}
HERE: Final = {"establishment": "NL"}


def written(folder: Path, activity: dict[str, Any], situation: dict[str, Any] = HERE) -> Path:
    """
    Write a question into a file.
    """
    path = folder / "activity.json"
    path.write_text(json.dumps({"activity": activity, "situation": situation}), encoding="utf-8")
    return path


def asked(run: Run, path: Path, *more: str) -> tuple[int, dict[str, Any]]:
    """
    Ask, and read the answer as JSON.
    """
    result = run("basis", path, "--on", "2026-03-02", "--format", "json", *more)
    return result.exit_code, json.loads(result.stdout)


def test_each_basis_is_judged(run: Run, tmp_path: Path) -> None:
    """
    The answer has each basis with its standing; where consent stands, all is well.
    """
    code, found = asked(run, written(tmp_path, {**POOL, "consent": SOUND}))
    standing = {each["basis"]: each["standing"] for each in found["bases"]}
    assert (code, standing["consent"], standing["contract"]) == (0, "stands", "excluded")


def test_nothing_stands(run: Run, tmp_path: Path) -> None:
    """
    Where nothing stands the exit status is 1, and what is needed is named.
    """
    code, found = asked(run, written(tmp_path, POOL))
    (consent,) = (each for each in found["bases"] if each["basis"] == "consent")
    assert (code, "consent.act" in consent["needs"]) == (1, True)


def test_guarded_data_are_judged_besides(run: Run, tmp_path: Path) -> None:
    """
    Guarded data have a part of their own, which may keep all from being well.
    """
    activity = {**POOL, "consent": SOUND, "categories": ["national_id_number"]}
    code, found = asked(run, written(tmp_path, activity))
    assert (code, [each["guard"] for each in found["layers"]]) == (1, ["national_id"])


def test_another_law_can_be_asked(run: Run, tmp_path: Path) -> None:
    """
    Without the law of the place the national question is unknown.
    """
    activity = {**POOL, "categories": ["national_id_number"]}
    _, found = asked(run, written(tmp_path, activity), "--law", "SE")
    assert [each["standing"] for each in found["layers"]] == ["unknown"]


@pytest.mark.parametrize(
    ("activity", "situation", "says"),
    [
        ({**POOL, "stage": "aplication"}, HERE, "stage: unknown stage 'aplication'; did you mean"),
        ({**POOL, "necesary": True}, HERE, "activity.necesary"),
        ({**POOL, "consent": {"act": "pre-ticked"}}, HERE, "activity.consent.act"),
        (POOL, {}, "situation: names no place"),
    ],
)
def test_what_cannot_be_used(
    run: Run, tmp_path: Path, activity: dict[str, Any], situation: dict[str, str], says: str
) -> None:
    """
    Misspelt words and contradictions end with status 2, each with its place.
    """
    result = run("basis", written(tmp_path, activity, situation))
    assert (result.exit_code, says in result.stderr) == (2, True)


def test_what_is_no_json(run: Run, tmp_path: Path) -> None:
    """
    A file that is no JSON is named with the place of the fault.
    """
    path = tmp_path / "activity.json"
    path.write_text("{", encoding="utf-8")
    result = run("basis", path)
    assert (result.exit_code, "activity.json" in result.stderr) == (2, True)


def test_the_answer_is_text_to_read(run: Run, tmp_path: Path) -> None:
    """
    As text the question leads; then each verdict, and further in what it rests on.
    """
    result = run("basis", written(tmp_path, {**POOL, "consent": SOUND}), "--on", "2026-03-02")
    lines = result.stdout.splitlines()
    assert lines[0].endswith("people in the role: candidate.")
    assert (result.exit_code, lines[2]) == (0, "Consent: this stands, on the facts given.")
    assert lines[3].startswith("  This is so: ")
    assert any(line.startswith("  Law: European Union (checked on ") for line in lines)


@pytest.mark.parametrize(
    ("activity", "situation", "said"),
    [
        ({"role": "candidat"}, HERE, "activity.role: unknown role 'candidat'"),
        ({}, {}, 'situation: names no place; write it as in {"establishment": "NL"}'),
        ({}, {"establishment": "nl"}, "situation.establishment: 'nl' is no country code"),
    ],
)
def test_what_to_mend_is_told_by_file_and_place(
    run: Run, tmp_path: Path, activity: dict[str, Any], situation: dict[str, Any], said: str
) -> None:
    """
    What no basis can be judged of is named with the file, and its place in it.
    """
    path = written(tmp_path, {**POOL, **activity}, situation)
    result = run("basis", path, "--on", "2026-03-02")
    assert (result.exit_code, f"{path}: 1 thing to mend", said) == (
        2,
        result.stderr.splitlines()[0],
        result.stderr.splitlines()[1].strip()[: len(said)],
    )
