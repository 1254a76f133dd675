"""
A small declaration in which nothing is missing, and a way to run the command.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Final, TypeAlias

import pytest
from click.testing import CliRunner, Result

from recruitprivacy.cli import main
from tests.cli.sweeping import MAP, ON, in_parquet, people

Run: TypeAlias = Callable[..., Result]
Declare: TypeAlias = Callable[..., Path]
Sweep: TypeAlias = Callable[..., Result]

WHOLE: Final = """\
id = "harbour"
firm = "Harbour Bakery"
languages = ["en"]
version = { number = "1", published_on = 2026-01-05 }

[roles]
candidate = {}

[controllers.harbour]
name = "Harbour Bakery B.V."
country = "NL"
contact = { email = "jobs@harbour.example", address = ["Quay 1"], reasons = ["questions"] }
dpo = { email = "officer@harbour.example" }

[responsible.everybody]
roles = ["candidate"]
among = ["harbour"]

[data.candidate]
items = ["name", "contact_details"]
exhaustive = true

[ways.candidate]
given = { "*" = ["website"] }
only = true

[uses.hiring]
roles = ["candidate"]
purposes = ["selection"]
basis = "precontract"
exhaustive = true

[recipients.hosts]
roles = ["candidate"]
to = "it_providers"

[disposals.delete]
ends = ["erased"]

[retention.afterwards]
at_most = "P4W"
after = "procedure_closed"
purpose = "hiring"
then = "delete"

[rights]
access = {}
rectification = {}
erasure = {}
restriction = {}
portability = {}
object = {}
withdraw_consent = { any_time = true }
complaint = {}

[requests]
channels = ["email"]
answer = { within = "P1M" }

[complaints.authority]
to = "supervisory_authority"

[authorities.NL]
name = "Autoriteit Persoonsgegevens"
url = "https://authority.example"

[obligations.all]
roles = ["candidate"]
required_by = "precontract"
data = ["name"]
"""


@pytest.fixture
def declare(tmp_path: Path) -> Declare:
    """
    Write the small declaration with some words of it replaced, and return the file.
    """

    def written(old: str = "", new: str = "") -> Path:
        assert old in WHOLE
        path = tmp_path / "policy.toml"
        path.write_text(WHOLE.replace(old, new, 1) if old else WHOLE + new, encoding="utf-8")
        return path

    return written


@pytest.fixture
def run() -> Run:
    """
    Run the command with some arguments, in this process.
    """

    def ran(*args: object) -> Result:
        return CliRunner().invoke(main, [str(arg) for arg in args], catch_exceptions=False)

    return ran


@pytest.fixture
def sweep(run: Run, declare: Declare, tmp_path: Path) -> Sweep:
    """
    Sweep five records, or what else is given, on 4 May 2026.
    """
    mapped, data = tmp_path / "map.toml", in_parquet(tmp_path, people())
    policy = declare()

    def swept(*options: object, columns: str = MAP, data: str = data) -> Result:
        mapped.write_text(columns, encoding="utf-8")
        return run(
            *("sweep", policy, "--data", data, "--map", mapped, "--on", ON, "--at-most", 1),
            *options,
        )

    return swept
