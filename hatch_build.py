"""
Compile the message catalogs and the packs of law while the package is built, or by hand.

hatchling runs :class:`CatalogHook` for wheels and for editable installs; ``make`` runs this file
as a script after a catalog or a pack was edited. A compiled pack only loads faster: it names the
text it was made from, and one that is out of date is not read.
"""

from __future__ import annotations

import hashlib
import json
import sys
import tomllib
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from hatchling.builders.hooks.plugin.interface import BuildHookInterface

PACKS = "src/recruitprivacy/law/packs/*.toml"
CATALOGS = "src/recruitprivacy/i18n/locale/*/LC_MESSAGES/recruitprivacy.po"


def compile_catalogs(root: Path) -> Iterator[Path]:
    """
    Write the .mo file beside each .po file under the root, and yield its path.
    """
    for source in sorted(root.glob(CATALOGS)):
        with source.open("rb") as stream:
            language = source.parts[-3].partition("-")[0]  # all that plural forms depend on
            catalog = read_po(stream, locale=language, abort_invalid=True)
        target = source.with_suffix(".mo")
        with target.open("wb") as out:
            write_mo(out, catalog)
        yield target


def compile_packs(root: Path) -> Iterator[Path]:
    """
    Write the .json file beside each pack under the root, and yield its path.
    """
    for source in sorted(root.glob(PACKS)):
        raw = source.read_bytes()
        made = {"of": hashlib.sha256(raw).hexdigest(), "table": tomllib.loads(raw.decode())}
        target = source.with_suffix(".json")
        text = json.dumps(made, default=_day, ensure_ascii=False, separators=(",", ":"))
        target.write_text(text, encoding="utf-8")
        yield target


def _day(value: date) -> dict[str, str]:
    return {"day": value.isoformat()}


class CatalogHook(BuildHookInterface):  # type: ignore[type-arg]  # generic only in newer hatchlings
    """
    The step of the build that compiles the catalogs and the packs.
    """

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """
        Compile before hatchling collects files.
        """
        del version, build_data
        root = Path(self.root)
        for target in (*compile_catalogs(root), *compile_packs(root)):
            self.app.display_debug(f"compiled {target}")


if __name__ == "__main__":
    here = Path(__file__).parent
    counts = [sum(1 for _ in each(here)) for each in (compile_catalogs, compile_packs)]
    sys.stdout.write("{} catalogs and {} packs compiled\n".format(*counts))
