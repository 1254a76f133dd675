"""
The guide that starts from nothing ends where it says, command by command.
"""

from __future__ import annotations

import doctest
import re
import shlex
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import attrs
import pytest
from click.testing import CliRunner

from recruitprivacy import law, notices
from recruitprivacy.cli import main
from recruitprivacy.wire import load_policy

GUIDE: Final = Path(__file__).parents[2] / "docs" / "how-to" / "write-your-own-policy.md"
FENCED: Final = re.compile(r"^```(toml|console)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
NAMED: Final = re.compile(r"`(grutto/texts/\w+\.toml)`")
FIRM: Final = "grutto"


@attrs.frozen
class Block:
    """
    A part of the file, or commands with what they print.
    """

    kind: str
    text: str
    goes_to: str


def blocks() -> Iterator[Block]:
    """
    Read the guide; a block goes to the file named last before it, and to the policy until then.
    """
    text = GUIDE.read_text(encoding="utf-8")
    for found in FENCED.finditer(text):
        named = NAMED.findall(text[: found.start()])
        goes_to = named[-1] if named else f"{FIRM}/policy.toml"
        yield Block(found[1], found[2], goes_to)


def steps(text: str) -> Iterator[tuple[str, str]]:
    """
    Take commands apart: each with what it is said to print.
    """
    for part in text.split("$ ")[1:]:
        command, _, printed = part.partition("\n")
        yield command, printed


def write(block: Block) -> None:
    """
    Add a block to its file.
    """
    path = Path(block.goes_to)
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a", encoding="utf-8") as file:
        file.write(f"\n{block.text}")


def run(command: str) -> str:
    """
    Run a command of the guide, and give what it prints.
    """
    words, _, target = command.partition(" > ")
    program, *arguments = shlex.split(words)
    assert program == "recruitprivacy"
    done = CliRunner().invoke(main, arguments)
    assert done.exit_code in {0, 1}, done.output
    if target:
        Path(target).write_text(done.output, encoding="utf-8")
        return ""
    return done.output


def same(printed: str, said: str) -> bool:
    """
    Say whether a command prints what the guide says; spaces count once, and dots stand for any.
    """
    flags = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE
    return doctest.OutputChecker().check_output(said, printed, flags)


def test_the_guide_can_be_followed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """
    Each command prints what stands under it, and at the end no gap is left.
    """
    monkeypatch.chdir(tmp_path)
    ran = 0
    for block in blocks():
        if block.kind == "toml":
            write(block)
            continue
        for command, said in steps(block.text):
            printed = run(command)
            assert same(printed, said), f"$ {command}\n{printed}"
            ran += 1
    policy = load_policy(tmp_path / FIRM)
    day = policy.version.effective_on
    findings = notices.check(policy, law.load("NL"), on=day.latest)  # type: ignore[union-attr]
    assert (ran, findings) == (6, ())


def test_a_guide_that_tells_something_else_is_refused() -> None:
    """
    A command that prints something else than the guide says is noticed.
    """
    assert same("gap  a\n1 findings\n", "gap a\n...\n") is True
    assert same("2 findings\n", "1 findings\n") is False
