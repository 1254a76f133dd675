"""
The command as a whole, and how it fails.
"""

from __future__ import annotations

from typing import Final, NoReturn

import click

from recruitprivacy.cli._basis import basis
from recruitprivacy.cli._check import check
from recruitprivacy.cli._disposals import disposals
from recruitprivacy.cli._due import due
from recruitprivacy.cli._law import law
from recruitprivacy.cli._notice import notice
from recruitprivacy.cli._schema import schema
from recruitprivacy.cli._sweep import sweep
from recruitprivacy.cli._words import words
from recruitprivacy.errors import RecruitPrivacyError

UNUSABLE: Final = 2


class Unusable(click.ClickException):
    """
    What was given cannot be used; the message says how to mend it.
    """

    exit_code = UNUSABLE

    def show(self, file: object = None) -> None:
        """
        Print the message as it is, to standard error.
        """
        del file
        click.echo(self.message, err=True)


class Commands(click.Group):
    """
    A group whose commands end with exit status 2 where their input cannot be used.
    """

    def invoke(self, ctx: click.Context) -> object:
        """
        Run a command, and turn our errors into messages.
        """
        try:
            return super().invoke(ctx)
        except RecruitPrivacyError as error:
            _fail(str(error))
        except BrokenPipeError:  # whoever read us has read enough
            raise
        except OSError as error:
            # The system's own words; the name is one the caller typed.
            _fail(f"{error.filename or 'a file'}: {error.strerror or 'cannot be read'}")


def _fail(message: str) -> NoReturn:
    raise Unusable(message) from None


EPILOG: Final = """\b
Example:
  recruitprivacy check examples/policies/cluster --on 2026-03-02

\b
Exit status:
  0  nothing to report, or nothing graver than a note
  1  findings, or data that are overdue, in conflict or undecided
  2  the input cannot be used; what to mend stands on standard error
  3  of sweep: more is due than is usual, and nothing was written

It computes from what the files say, as of a day. It is no legal advice: the controller decides.
"""


@click.group(cls=Commands, epilog=EPILOG, context_settings={"max_content_width": 100})
@click.version_option(package_name="recruitprivacy", message="%(prog)s %(version)s")
def main() -> None:
    """
    Ask a firm's declared privacy policy what follows from it.
    """


for command in (check, notice, disposals, sweep, due, law, words, schema, basis):
    main.add_command(command)
