"""
Explanations: sentences, one a line, each with its provisions.
"""

from __future__ import annotations

import pytest

from recruitprivacy.citations import Act, Citation, Unit
from recruitprivacy.errors import UnknownLanguageError
from recruitprivacy.i18n import explained
from recruitprivacy.messages import Message, phrase

NONE = phrase(Message("list.none", "none"))
GDPR = Citation(act="GDPR", unit=Unit.ARTICLE, number="12", points=("3",))
OTHER = Citation(act="Reg. 1182/71", unit=Unit.ARTICLE, number="3")


def test_a_sentence_a_line() -> None:
    """
    Each sentence has its line, with its provisions behind it where it has any.
    """
    said = explained([(NONE, ()), (NONE, (GDPR,))], "en")
    assert said == "none\nnone (Article 12(3) GDPR)"


def test_acts_are_called_by_their_titles() -> None:
    """
    An act that is given is called by the title it has in the language.
    """
    act = Act(key="Reg. 1182/71", title="Regulation", titles=(("nl", "Verordening 1182/71"),))
    said = explained([(NONE, (OTHER,))], "nl", acts={"Reg. 1182/71": act})
    assert "Verordening 1182/71" in said


def test_an_unknown_language() -> None:
    """
    What no catalog speaks is refused.
    """
    with pytest.raises(UnknownLanguageError):
        explained([(NONE, ())], "fi")
