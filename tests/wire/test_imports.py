"""
Tests of what reading a declaration costs.
"""

from __future__ import annotations

import subprocess
import sys

PROGRAM = """
import sys
from recruitprivacy.wire import read_policy, to_json
to_json(read_policy(sys.stdin.read()))
print(sorted({name.partition(".")[0] for name in sys.modules}))
"""
SMALL = """
id = "acme"
firm = "Acme"
languages = "nl"
roles.candidate = {}
controllers.acme.name = "Acme B.V."
"""


def test_no_catalogs_and_no_command_line() -> None:
    """
    Reading and storing a declaration imports neither Babel, nor cattrs, nor click, nor Hypothesis.
    """
    command = [sys.executable, "-c", PROGRAM]
    done = subprocess.run(command, input=SMALL, capture_output=True, text=True, check=True)
    assert [
        name for name in ("babel", "cattrs", "click", "hypothesis") if f"'{name}'" in done.stdout
    ] == []
