"""
Tests of a declaration as files: the folder, its texts, its versions, and what is no such file.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from recruitprivacy.errors import FaultsError, NewerSchemaError, TooLargeError
from recruitprivacy.wire import load_events, load_policy, read_policy
from tests.wire.a_policy import whole
from tests.wire.toml_text import written


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """
    Write a declaration with a text and two earlier versions.
    """
    (tmp_path / "texts").mkdir()
    (tmp_path / "versions").mkdir()
    (tmp_path / "policy.toml").write_text(written(whole()), "utf-8")
    (tmp_path / "texts" / "en.toml").write_text('title = "Our notice"', "utf-8")
    for number, year in (("1", 2014), ("2", 2016)):
        version = whole() | {"version": {"number": number, "published_on": year}}
        (tmp_path / "versions" / f"{year}.toml").write_text(written(version), "utf-8")
    return tmp_path


def problems(path: Path, max_bytes: int = 1_000_000) -> list[str]:
    """
    List what is wrong with a folder or a file, one line each.
    """
    with pytest.raises(FaultsError) as raised:
        load_policy(path, max_bytes=max_bytes)
    assert raised.value.source == str(path if path.suffix else path / "policy.toml")
    return [str(fault) for fault in raised.value.faults]


def test_a_folder(folder: Path) -> None:
    """
    A folder holds the declaration, the texts beside it and the versions before it.
    """
    policy = load_policy(folder)
    numbers = [version.version.number for version in policy.versions()]
    assert (policy.text("title", "en"), numbers) == ("Our notice", ["1", "2", "3"])


def test_a_file(folder: Path) -> None:
    """
    The file itself may be named, and so may its path as text.
    """
    file = folder / "policy.toml"
    assert load_policy(file) == load_policy(str(file)) == load_policy(folder)


def test_a_file_alone(tmp_path: Path) -> None:
    """
    A declaration needs neither texts nor versions.
    """
    file = tmp_path / "acme.toml"
    file.write_text(written(whole()), "utf-8")
    assert load_policy(file) == read_policy(written(whole()))


def test_a_mark_at_the_beginning(tmp_path: Path) -> None:
    """
    The mark some editors put before UTF-8 is no part of the text.
    """
    file = tmp_path / "acme.toml"
    file.write_text(written(whole()), "utf-8-sig")
    assert load_policy(file).id == "acme"


def test_faults_of_every_file(folder: Path) -> None:
    """
    The faults of all files come together, each under the file it stands in.
    """
    (folder / "policy.toml").write_text(written(whole() | {"firm": 5}), "utf-8")
    (folder / "texts" / "en.toml").write_text("title = 5", "utf-8")
    (folder / "texts" / "nl.toml").write_text("a = 1\na = 2\n", "utf-8")
    (folder / "texts" / "nl_BE.toml").write_text('intro = "x"', "utf-8")
    (folder / "versions" / "2014.toml").write_text(written(whole() | {"id": 5}), "utf-8")
    assert problems(folder) == [
        "texts/nl.toml: line 2, column 6: 'a' is given twice; keep one",
        "firm: expected a list of text, found a whole number",
        "texts: 'nl_BE' is no language tag; write 'nl' or 'nl-BE'",
        "texts.en.title: expected text, found a whole number",
        "versions/2014.toml: id: expected text, found a whole number",
    ]


def test_versions_out_of_order(folder: Path) -> None:
    """
    Versions whose names do not sort by their days are a fault, for the last of them counts.
    """
    (folder / "versions" / "2016.toml").rename(folder / "versions" / "1999.toml")
    (problem,) = problems(folder)
    assert problem.startswith("version: does not come after the versions before it")


def test_no_file(tmp_path: Path) -> None:
    """
    A missing file is a fault of its name, not a traceback.
    """
    assert problems(tmp_path / "policy.toml") == ["there is no such file"]
    assert problems(tmp_path) == ["there is no such file"]


def test_no_readable_file(tmp_path: Path) -> None:
    """
    A folder in the place of a file is a fault as well.
    """
    (tmp_path / "policy.toml").mkdir()
    assert problems(tmp_path) == ["cannot be opened as a file"]


TWICE = "is given twice; keep one"
BAD: list[tuple[bytes, str]] = [
    (b"firm = ", r"end of document: is not TOML: .*; mend the line"),
    (b"a = 1\nfirm = 'b", r"(end of document|line 2.*): is not TOML: .*; mend the line"),
    (b"a = 1\na = 2\n", rf"line 2, column \d+: 'a' {TWICE}"),
    (b"x.a = 1\nx.a = 2\n\n", rf"(end of document|line 2, column \d+): 'x.a' {TWICE}"),
    (b"x.a = 1\nx.a = 2", rf"(end of document|line 2, column \d+): 'x.a' {TWICE}"),
    (b"[a.b]\n[a.b]\n", rf"line 2, column \d+: 'a.b' {TWICE}"),
    (b"a = {b = 1, b = 2}", rf"line 1, column \d+: 'b' {TWICE}"),
    (b"a = 1\na = [\n2,\n]\n", rf"line 4, column \d+: this key or table {TWICE}"),
    (
        "firm = 'Sj\u00f6berg'".encode("latin-1"),
        r"line 1: is not UTF-8 text; save the file in UTF-8",
    ),
    (b"\n\nfirm = '\xff'", r"line 3: is not UTF-8 text; save the file in UTF-8"),
    (b"a = " + b"[" * 20_000, r"is nested too deeply"),
    (b"a = " + b"9" * 5_000, r"holds a number nobody can read"),
    (b"firm = 'a\0b'", r"line 1, column \d+: is not TOML: .*; mend the line"),
    (
        b"a = 2018-02-30",
        r"line 1, column \d+: the calendar or the clock has no such .*; write one that there is",
    ),
]


@pytest.mark.parametrize(("data", "problem"), BAD)
def test_no_toml(tmp_path: Path, data: bytes, problem: str) -> None:
    """
    Bytes that are no TOML are one fault, with the line and the way out.
    """
    file = tmp_path / "policy.toml"
    file.write_bytes(data)
    (found,) = problems(file)
    assert re.fullmatch(problem, found)


@pytest.mark.parametrize("text", ["acme/policy.toml", "policy.toml"])
def test_the_name_of_a_file(text: str) -> None:
    """
    A name given where TOML was asked for leads to the function that reads files.
    """
    with pytest.raises(FaultsError, match=r"is the name of a file, not TOML; .* load_policy"):
        read_policy(text)


def test_a_mark_before_a_text() -> None:
    """
    The mark some editors put before UTF-8 is no part of a text, either.
    """
    text = written(whole())
    assert read_policy(f"\ufeff{text}") == read_policy(text)


def test_a_path_no_system_has(tmp_path: Path) -> None:
    """
    A path with a null byte in it is a fault, not a traceback.
    """
    with pytest.raises(FaultsError, match="cannot be opened as a file"):
        load_policy(tmp_path / "a\0b.toml")


def test_too_large(tmp_path: Path) -> None:
    """
    A file of 50 MB is refused by its size, and not read to its end.
    """
    file = tmp_path / "policy.toml"
    with file.open("wb") as writing:
        writing.truncate(50_000_000)
    with pytest.raises(TooLargeError) as raised:
        load_policy(file)
    assert (raised.value.size, raised.value.limit) == (50_000_000, 1_000_000)


def test_just_not_too_large(folder: Path) -> None:
    """
    The limit is the last size accepted, and counts for each file.
    """
    size = max(file.stat().st_size for file in folder.rglob("*.toml"))
    with pytest.raises(TooLargeError):
        load_policy(folder, max_bytes=size - 1)
    assert load_policy(folder, max_bytes=size).id == "acme"


def test_a_text_too_large() -> None:
    """
    The limit holds for a declaration given as text as well.
    """
    with pytest.raises(TooLargeError):
        read_policy("#" * 11, max_bytes=10)


def test_texts_of_another_type() -> None:
    """
    Texts that are no table are a fault, beside texts in files.
    """
    with pytest.raises(FaultsError) as raised:
        read_policy(written(whole() | {"texts": 5}), texts={"en": 'title = "Our notice"'})
    assert [fault.path for fault in raised.value.faults] == ["texts"]


@pytest.mark.parametrize("written_as", ["recruitprivacy.policy/2", "recruitprivacy.policy/99"])
def test_a_newer_schema(written_as: str) -> None:
    """
    A declaration for a newer release is refused as such, whatever else is in it.
    """
    with pytest.raises(NewerSchemaError) as raised:
        read_policy(f'schema = "{written_as}"\ncolour = "red"')
    assert (raised.value.found, raised.value.known) == (written_as, "recruitprivacy.policy/1")


@pytest.mark.parametrize(
    "schema", ['"recruitprivacy.facts/1"', '"policy/1"', '"recruitprivacy.policy/0"', '""', "1"]
)
def test_another_schema(schema: str) -> None:
    """
    A schema that is not a policy's is a fault at its key.
    """
    with pytest.raises(FaultsError, match=r"schema: is not one this reads; expected 'recruit"):
        read_policy(f"schema = {schema}")


def test_no_events(tmp_path: Path) -> None:
    """
    A missing or broken file of events is a fault that names the file.
    """
    file = tmp_path / "anna.json"
    with pytest.raises(FaultsError, match=r"anna\.json: 1 thing to mend\n  there is no such file"):
        load_events(file)
    file.write_text("{", "utf-8")
    with pytest.raises(FaultsError, match=r"anna\.json: 1 thing to mend\n  line 1, column 2"):
        load_events(file)
