"""
Packs compiled while the package is built say what their texts say.
"""

from __future__ import annotations

import importlib.util
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

import pytest

from recruitprivacy.law import _packfile as packfile
from recruitprivacy.law import jurisdictions, load

HOOK: Final = Path(__file__).resolve().parents[2] / "hatch_build.py"
PACKS: Final = packfile.FOLDER


@pytest.fixture
def compiled(tmp_path: Path) -> Callable[[str], Path]:
    """
    Compile a copy of a shipped pack, and give the path of what was made.
    """
    found = importlib.util.spec_from_file_location("hatch_build", HOOK)
    assert found
    assert found.loader
    hook = importlib.util.module_from_spec(found)
    found.loader.exec_module(hook)

    def made(name: str) -> Path:
        folder = tmp_path / "src" / "recruitprivacy" / "law" / "packs"
        folder.mkdir(parents=True)
        (folder / name).write_bytes((PACKS / name).read_bytes())
        paths: Iterator[Path] = hook.compile_packs(tmp_path)
        return next(paths)

    return made


@pytest.mark.parametrize("place", jurisdictions())
def test_it_says_the_same(place: str, compiled: Callable[[str], Path]) -> None:
    """
    What is read from the compiled form is what TOML says, days included.
    """
    name = f"{place.lower()}.toml"
    raw = (PACKS / name).read_bytes()
    assert packfile._compiled(compiled(name), raw) == tomllib.loads(raw.decode())  # noqa: SLF001


def test_one_out_of_date_is_not_read(compiled: Callable[[str], Path]) -> None:
    """
    A compiled form made from another text is left aside.
    """
    raw = (PACKS / "nl.toml").read_bytes()
    assert packfile._compiled(compiled("nl.toml"), raw + b"\n") is None  # noqa: SLF001


def test_none_is_needed(tmp_path: Path) -> None:
    """
    Without a compiled form the text itself is read.
    """
    assert packfile._compiled(tmp_path / "nl.json", b"") is None  # noqa: SLF001


@pytest.mark.parametrize("with_compiled", [False, True])
def test_a_pack_from_either(
    with_compiled: bool,  # noqa: FBT001 - a table
    compiled: Callable[[str], Path],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """
    A pack read from its text and from its compiled form are one value.
    """
    path = compiled("nl.toml")
    if not with_compiled:
        path.unlink()
    monkeypatch.setattr(packfile, "FOLDER", path.parent)
    assert packfile._shipped.__wrapped__("NL") == load("NL").packs[-1]  # noqa: SLF001
