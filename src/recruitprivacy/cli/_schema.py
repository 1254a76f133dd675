"""
How a policy file is written.
"""

from __future__ import annotations

import json
from typing import Final

import click

EXAMPLE: Final = """\b
Example:
  recruitprivacy schema > policy.schema.json
"""


@click.command(epilog=EXAMPLE)
def schema() -> None:
    """
    Print the JSON Schema of a policy, for editors.
    """
    from recruitprivacy import wire

    click.echo(json.dumps(wire.policy_schema(), indent=2, ensure_ascii=False))
