"""
How a text is written: marks, spaces, quotation, sentences.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from typing import Final

from tests.i18n.said import PLACE, Facts, Said

QUOTES: Final = '"\u2018\u201a“”„«»\u2039\u203a'
ENDS: Final = ".:?!"
JOINED: Final = re.compile(r"[.;,!?][^\W\d_]|:(?![a-zé]{1,2}\b)[^\W\d_]")
"""No space after a mark; a colon may stand before an ending, as in ``EU:s``."""
STOPS: Final = re.compile(r"(?<!\bno)[.?!](?=\s|$)")
WIDE: Final = "\u00a0\u202f"


def wrong_quotes(facts: Facts, said: Said) -> bool:
    """
    A quotation mark is not of the language, or not closed.
    """
    used = Counter(each for each in said.text if each in QUOTES or each in facts["quotes"])
    pairs = [each for each in facts["quotes"].split() if each[1] != "’"]  # it stands in words, too
    unpaired = any(used[a] != used[b] if a != b else used[a] % 2 for a, b in pairs)
    return not set(used) <= set(facts["quotes"]) or unpaired


def straight_apostrophe(facts: Facts, said: Said) -> bool:
    """
    A word has the apostrophe of a typewriter.
    """
    del facts
    return re.search(r"[^\W\d_]'[^\W\d_]", said.answer) is not None


def wrong_spaces(facts: Facts, said: Said) -> bool:
    """
    A space is doubled, missing, or stands where none does; French has some that do not break.
    """
    text = said.text
    if re.search(r"\s{2}|^\s|\s$", text) or re.search(r"[ ](?=[.,)])|\((?=\s)", text):
        return True
    if not facts.get("wide"):
        return re.search(r"\s[:;?!]", text) is not None
    tight = re.search(rf"(?<![{WIDE}])[:;?!»](?!\w|//)|«(?![{WIDE}])", PLACE.sub("{}", text))
    return tight is not None


def joined(facts: Facts, said: Said) -> bool:
    """
    A sentence runs into the next without a space.
    """
    del facts
    return JOINED.search(said.answer) is not None


def other_end(facts: Facts, said: Said) -> bool:
    """
    The English ends in a mark, and the translation in another, or in none.
    """
    del facts
    ours, theirs = said.english[-1:], said.text[-1:]
    return (ours in ENDS or theirs in ENDS) and ours != theirs


def sentence_lost(facts: Facts, said: Said) -> bool:
    """
    A sentence is lost: there are fewer, or far less is said.
    """
    fewer = len(STOPS.findall(said.answer)) < len(STOPS.findall(said.asked))
    short = len(said.asked) > facts.get("long", 40) and len(said.answer) < 0.5 * len(said.asked)
    return fewer or short


def word_doubled(facts: Facts, said: Said) -> bool:
    """
    A word stands twice in a row.
    """
    found = re.findall(r"\b([^\W\d]+)\s\1\b", said.answer, re.IGNORECASE)
    return not {each.lower() for each in found} <= set(facts.get("twice", ()))


def small_letter(facts: Facts, said: Said) -> bool:
    """
    A sentence begins with a small letter.
    """
    del facts
    return re.match(r"[A-Z]\w*['’]?\w* ?[a-z{]", said.english) is not None and (
        said.text[:1].islower() and said.english[-1:] in ENDS
    )


def brackets_open(facts: Facts, said: Said) -> bool:
    """
    A bracket is opened and not closed.
    """
    del facts
    return any(said.text.count(a) != said.text.count(b) for a, b in ("()", "[]", "{}"))


def not_composed(facts: Facts, said: Said) -> bool:
    """
    A letter is not written as one sign, or none that is written at all.
    """
    del facts
    odd = any(unicodedata.category(each) in {"Cc", "Cf", "Co", "Cn"} for each in said.text)
    return odd or unicodedata.normalize("NFC", said.text) != said.text
