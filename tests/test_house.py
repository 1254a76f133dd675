"""
Facts about the house: what is tracked, documented, listed and imported.
"""

from __future__ import annotations

import ast
import importlib
import inspect
import pkgutil
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Final

import pytest

import recruitprivacy

ROOT: Final = Path(__file__).resolve().parent.parent
POLICY: Final = ROOT / "examples" / "policies" / "cluster" / "policy.toml"
# Put together from parts, so that this file does not hold what it forbids.
REGISTRIES: Final = ("pypi" + ".org", "python" + "hosted.org", "npm" + "js.org", "npm" + "js.com")
HOMES: Final = ("wo" + "rk", "ro" + "ot", "ho" + "me", "Us" + "ers", "opt/py" + "pi")
MACHINE: Final = re.compile(rf"(?<![\w.])/(?:{'|'.join(HOMES)})/")
BESIDE: Final = re.compile(rf"\.\./{'sha' + 'red'}\b")
TESTS: Final = re.compile(r"tests/.*\.py")
LOCKS: Final = re.compile(r"(?:.*\.lock|.*lock\.(?:json|yaml|toml)|pylock\..*)")
SKIPPED: Final = {
    ".git",
    ".venv",
    ".venv-nightly",
    "build",
    "dist",
    "_build",
    "__pycache__",
    ".hypothesis",
}


@cache
def tracked() -> tuple[Path, ...]:
    """
    List the files git tracks, or would; in an unpacked archive, all but what is built.
    """
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    if (ROOT / ".git").exists():
        listed = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True)
        found = (ROOT / name for name in listed.stdout.split("\0") if name)
    else:
        found = (path for path in ROOT.rglob("*") if not SKIPPED & set(path.parts))
    return tuple(sorted(path for path in found if path.is_file()))


def named(path: Path) -> str:
    """
    Name a file from the root of the project.
    """
    return path.relative_to(ROOT).as_posix()


def places(pattern: re.Pattern[str], *, but: re.Pattern[str] | None = None) -> list[str]:
    """
    List each place, as file and line, where tracked text matches.
    """
    return [
        f"{named(path)}:{number}"
        for path in tracked()
        if but is None or not but.fullmatch(named(path))
        for number, line in enumerate(text_of(path).splitlines(), start=1)
        if pattern.search(line)
    ]


def text_of(path: Path) -> str:
    """
    Read a file as text, whatever its bytes; golden files of bad input need not be UTF-8.
    """
    return path.read_bytes().decode("utf-8", errors="replace")


@cache
def modules() -> tuple[str, ...]:
    """
    Name every module of the package, private ones too.
    """
    walked = pkgutil.walk_packages(recruitprivacy.__path__, "recruitprivacy.")
    return tuple(found.name for found in walked if not found.name.endswith("__main__"))


def public_modules() -> list[str]:
    """
    Name the modules a user imports from.
    """
    return [name for name in modules() if not any(p.startswith("_") for p in name.split("."))]


def own_members(cls: type) -> Iterator[tuple[str, object]]:
    """
    Yield the public functions and properties a class defines itself.
    """
    for name, member in vars(cls).items():
        kinds = (staticmethod, classmethod, property)
        if not name.startswith("_") and (inspect.isfunction(member) or isinstance(member, kinds)):
            yield name, member


def undocumented(module: str) -> Iterator[str]:
    """
    Yield the public classes, functions and methods of a module that say nothing of themselves.
    """
    holder = importlib.import_module(module)
    for name in getattr(holder, "__all__", ()):
        thing = getattr(holder, name)
        if inspect.isclass(thing) or inspect.isfunction(thing):
            if not thing.__doc__:
                yield f"{module}.{name}"
            if inspect.isclass(thing):
                members = own_members(thing)
                yield from (f"{module}.{name}.{m}" for m, what in members if not what.__doc__)


def imports_of(code: str) -> set[str]:
    """
    Run code in a fresh interpreter, and name the packages it brought in.
    """
    watch = f"import sys; before = set(sys.modules)\n{code}\nprint(*set(sys.modules) - before)"
    done = subprocess.run(
        [sys.executable, "-c", watch], cwd=ROOT, check=True, capture_output=True, text=True
    )
    return {name.partition(".")[0] for name in done.stdout.split()}


def requirements(*path: str) -> list[str]:
    """
    Name the distributions a list in pyproject.toml asks for.
    """
    found = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    for key in path:
        found = found[key]
    return [re.split(r"[^\w.-]", asked, maxsplit=1)[0].lower() for asked in found]


@pytest.mark.parametrize("module", public_modules())
def test_public_names_are_documented(module: str) -> None:
    """
    Every public class, function and method says in a docstring what it is.
    """
    assert list(undocumented(module)) == []


@pytest.mark.parametrize("module", public_modules())
def test_public_modules_name_what_they_offer(module: str) -> None:
    """
    Every public module has a docstring, and an ``__all__`` whose names exist.
    """
    holder = importlib.import_module(module)
    offered = getattr(holder, "__all__", None)
    assert holder.__doc__
    assert offered is not None
    assert [name for name in offered if not hasattr(holder, name)] == []


def test_tests_say_what_they_show() -> None:
    """
    Every test function has a docstring.
    """
    silent = [
        f"{named(path)}:{node.lineno}"
        for path in tracked()
        if named(path).startswith("tests/") and path.suffix == ".py"
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef) and node.name.startswith("test_")
        if not ast.get_docstring(node)
    ]
    assert silent == []


def test_no_lock_file_is_tracked() -> None:
    """
    Versions are pinned in constraints.txt, and no lock file names where to fetch them.
    """
    assert [named(path) for path in tracked() if LOCKS.fullmatch(path.name)] == []


def test_no_registry_is_named() -> None:
    """
    No tracked file names the host of a package registry.
    """
    assert places(re.compile("|".join(map(re.escape, REGISTRIES)))) == []


def test_no_path_of_a_machine_is_named() -> None:
    """
    No tracked file names a directory of the machine it was written on.
    """
    assert places(MACHINE) == []


def test_only_tests_look_beside_the_checkout() -> None:
    """
    Material that may stand beside the checkout is looked for by tests alone.
    """
    assert places(BESIDE, but=TESTS) == []


@pytest.mark.parametrize("command", ["make demo", "make test"])
def test_the_readme_names_the_first_commands(command: str) -> None:
    """
    The README shows the two commands that work on a fresh clone.
    """
    assert command in (ROOT / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", requirements("project", "dependencies"))
def test_each_dependency_has_its_reason(name: str) -> None:
    """
    Every runtime dependency has a row in the page that says why we stand on it.
    """
    page = (ROOT / "docs" / "explanation" / "dependencies.md").read_text(encoding="utf-8")
    assert re.search(rf"^\| {re.escape(name)} \|.*\w", page, re.MULTILINE)


@pytest.mark.parametrize(
    "name",
    [
        *requirements("build-system", "requires"),
        *requirements("project", "dependencies"),
        *requirements("project", "optional-dependencies", "dev"),
    ],
)
def test_each_requirement_is_pinned(name: str) -> None:
    """
    Everything asked for by name has one exact version in the constraints.
    """
    pins = (ROOT / "constraints.txt").read_text(encoding="utf-8")
    assert len(re.findall(rf"^{re.escape(name)}==\S+$", pins, re.MULTILINE)) == 1


def test_constraints_hold_versions_only() -> None:
    """
    Each line of the constraints is a comment or a name with one exact version.
    """
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    assert [line for line in lines if not re.fullmatch(r"#.*|[a-z0-9._-]+==[\w.]+", line)] == []


def test_the_package_itself_imports_nothing_foreign() -> None:
    """
    ``import recruitprivacy`` brings in no dependency.
    """
    assert imports_of("import recruitprivacy") - sys.stdlib_module_names == {"recruitprivacy"}


def test_the_libraries_stand_on_declared_dependencies_only() -> None:
    """
    All the modules together bring in what pyproject declares, and nothing else foreign.
    """
    declared = {"attr", "attrs", "babel", "cattrs", "click", "dateutil", "hypothesis", "tzdata"}
    brought_along = {"six", "sortedcontainers", "typing_extensions"}
    code = "\n".join(f"import {name}" for name in modules())
    foreign = imports_of(code) - sys.stdlib_module_names - {"recruitprivacy"}
    assert {name for name in foreign if not name.startswith("_")} <= declared | brought_along


def test_loading_a_policy_brings_in_neither_babel_nor_the_cli() -> None:
    """
    A host that only loads a policy pays for no language data, converters or command line.
    """
    if "recruitprivacy.wire" not in modules() or not POLICY.exists():
        pytest.skip("the wire or the example policy is not there yet")
    code = f"from recruitprivacy import wire; wire.load_policy({str(POLICY)!r})"
    assert imports_of(code) & {"babel", "cattrs", "click"} == set()
