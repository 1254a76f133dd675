"""
Build the sdist and from it the wheel, look inside, and import what was built.

The wheel is unpacked into an empty directory and imported from there, by an interpreter that
finds the dependencies but not this checkout.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "src" / "recruitprivacy"
BUILT = ROOT / "build" / "wheel"
UNPACKED = BUILT / "unpacked"
SHIPPED = {".css", ".mo", ".po", ".py", ".toml", ".typed"}
IMPORT_ALL = """
import importlib, pkgutil, sys
sys.path[:0] = sys.argv[1:]
import recruitprivacy
assert recruitprivacy.__file__.startswith(sys.argv[1]), recruitprivacy.__file__
for module in pkgutil.walk_packages(recruitprivacy.__path__, "recruitprivacy."):
    if not module.name.endswith("__main__"):
        importlib.import_module(module.name)
"""


def build() -> Path:
    """
    Build both distributions, the wheel from the sdist, and give the wheel's path.
    """
    shutil.rmtree(BUILT, ignore_errors=True)
    command = [sys.executable, "-m", "build", "--no-isolation", "--outdir", str(BUILT), str(ROOT)]
    subprocess.run(command, check=True)
    (wheel,) = BUILT.glob("*.whl")
    return wheel


def missing(wheel: Path) -> list[str]:
    """
    List the files of the package, and the compiled catalogs and packs, that the wheel lacks.
    """
    files = {path for path in SOURCE.rglob("*") if path.suffix in SHIPPED and path.is_file()}
    catalogs = {path.with_suffix(".mo") for path in files if path.suffix == ".po"}
    packs = {path.with_suffix(".json") for path in files if path.parent.name == "packs"}
    names = {path.relative_to(SOURCE.parent).as_posix() for path in files | catalogs | packs}
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(UNPACKED)
        return sorted(names - set(archive.namelist()))


def main() -> int:
    """
    Build, look and import; the exit status says whether all went well.
    """
    lacking = missing(build())
    if lacking:
        print("the wheel lacks:", *lacking, sep="\n  ")
        return 1
    # -I and -S: no environment, no .pth file that would lead back to this checkout.
    paths = [str(UNPACKED), sysconfig.get_path("purelib"), sysconfig.get_path("platlib")]
    command = [sys.executable, "-I", "-S", "-W", "error", "-c", IMPORT_ALL, *paths]
    return subprocess.run(command, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
