"""
Compile the message catalogs while the package is built, or by hand.

hatchling runs :class:`CatalogHook` for wheels and for editable installs; ``make`` runs this file
as a script after a catalog was edited.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from hatchling.builders.hooks.plugin.interface import BuildHookInterface

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


class CatalogHook(BuildHookInterface):  # type: ignore[type-arg]  # generic only in newer hatchlings
    """
    The step of the build that compiles the catalogs.
    """

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """
        Compile before hatchling collects files.
        """
        del version, build_data
        for target in compile_catalogs(Path(self.root)):
            self.app.display_debug(f"compiled {target}")


if __name__ == "__main__":
    count = sum(1 for _ in compile_catalogs(Path(__file__).parent))
    sys.stdout.write(f"{count} catalogs compiled\n")
