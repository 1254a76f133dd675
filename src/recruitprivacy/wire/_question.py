"""
An activity with its situation, as a file that somebody wrote to have it judged.
"""

from __future__ import annotations

from pathlib import Path
from typing import cast

import attrs

from recruitprivacy.basis import Activity
from recruitprivacy.errors import FaultsError
from recruitprivacy.law import Situation
from recruitprivacy.wire._json import MOST_BYTES, parse
from recruitprivacy.wire._policy import refused
from recruitprivacy.wire._reader import reader
from recruitprivacy.wire._toml import read_bytes
from recruitprivacy.wire._unread import UnreadError, quoted

__all__ = ["Question", "load_question"]


@attrs.frozen(kw_only=True)
class Question:
    """
    What is to be judged.

    Attributes:
        activity: What is done, in facts.
        situation: The ties to countries.
    """

    activity: Activity
    situation: Situation = Situation()


def load_question(path: str | Path, *, max_bytes: int = MOST_BYTES) -> Question:
    """
    Read an activity and its situation from a JSON file.

    Raises:
        FaultsError: With everything there is to mend.
        TooLargeError: If it holds more than it may.
    """
    file = Path(path)
    data = read_bytes(file, max_bytes)
    try:
        document = parse(data, max_bytes=max_bytes)
        return cast("Question", reader(Question, quoted)(document))
    except UnreadError as failure:
        raise FaultsError(refused(failure.faults).faults, source=str(file)) from None
    except FaultsError as error:
        raise FaultsError(error.faults, source=str(file)) from None
