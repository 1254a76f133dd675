"""
What a translation may not call otherwise, promise or deny: terms, negations, duties, leave.
"""

from __future__ import annotations

import re
from typing import Final

from tests.i18n.said import Facts, Said, finds, pattern, unsaid
from tests.i18n.spoken import ENGLISH, FACTS

NO_NEGATION: Final = re.compile(
    r"without undue delay|without delay|nothing but|and (to )?(nobody|nothing) else|at no cost"
    r"|\bno\. ?\d"
    r"|\bnot? (longer|later|more|sooner|earlier) than|\bnot (before|until|only)|do-not-contact",
    re.IGNORECASE,
)
"""English that negates in form only."""
NEGATION: Final = re.compile(
    r"\b(not|no|never|nothing|nobody|none|cannot|without|neither|nor)\b", re.IGNORECASE
)
ANY_NEGATION: Final = re.compile(
    r"\b(not|nor?|never|nothing|nobody|none|cannot|without|neither|nowhere|only|unless|except\w*"
    r"|fail\w*|lack\w*|miss\w*|outside|forb\w+|free|un\w+|in(valid|complete|correct|accurate)\w*"
    r"|dis\w+|refus\w*|non\w*|ir\w+|im\w+|stop\w*|exempt|before|until|silen\w+|but|otherwise|too"
    r"|opt\w*|little|few|less|hard\w*|alone|open|rather|other|off|elsewhere|just|instead|yet"
    r"|end(s|ed)|broken|cancel\w*|declin\w*|later|still|empty)\b",
    re.IGNORECASE,
)
"""English that may be said with a negation."""
MUST: Final = re.compile(r"\bmust\b")
MAY: Final = re.compile(r"\b(may|can)\b")
ANY_DUTY: Final = re.compile(
    r"\b(must|shall|ha(s|ve|d|ving) to|requir\w+|oblig\w+|compulsory|mandatory|dut(y|ies)"
    r"|need\w*|necessary|ought|should|ow(es|ed?)|bound|(is|are) to|to be|due|demand\w*"
    r"|(asks?|calls?) for|for the firm|wants|yet to|State|expected|overdue|cannot)\b",
    re.IGNORECASE,
)
"""English that may be said as a duty."""


def no_english(facts: Facts, said: Said) -> bool:
    """
    English words are left over.
    """
    del facts
    return pattern(FACTS[ENGLISH]["own"]).search(said.answer) is not None


def no_other_language(facts: Facts, said: Said) -> bool:
    """
    Words of another language of ours are left over.
    """
    return any(
        pattern(other["own"]).search(said.answer)
        for tag, other in FACTS.items()
        if tag not in {facts["language"], ENGLISH}
    )


def untranslated(facts: Facts, said: Said) -> bool:
    """
    The translation is the English, and not on the list of words both languages have.
    """
    return (
        said.english == said.text
        and re.search(r"[a-z]", said.asked) is not None
        and said.text not in facts["same"]
    )


def unofficial(facts: Facts, said: Said) -> bool:
    """
    What the law has a term for is called otherwise.
    """
    return unsaid(facts["official"], said)


def weight_lost(facts: Facts, said: Said) -> bool:
    """
    A word on which a promise turns is lost: *only*, *before*, *within*, *free of charge*.
    """
    return unsaid(facts["weighs"], said)


def false_friend(facts: Facts, said: Said) -> bool:
    """
    A word looks right and means something else.
    """
    return any(pattern(word).search(said.text) for word in facts["false"])


def other_address(facts: Facts, said: Said) -> bool:
    """
    The reader is addressed as the catalog never does.
    """
    return pattern(facts["address"][0], exact=facts["address"][1]).search(said.text) is not None


def negation_lost(facts: Facts, said: Said) -> bool:
    """
    The English says no, and the translation does not.
    """
    asked = NEGATION.search(NO_NEGATION.sub("", said.asked)) is not None
    return asked and not finds(facts, "no", said.answer)


def negation_halved(facts: Facts, said: Said) -> bool:
    """
    One of two words that say no together stands alone.
    """
    return finds(facts, "one_half", said.answer) and not finds(facts, "other_half", said.answer)


def negation_added(facts: Facts, said: Said) -> bool:
    """
    The translation says no, and the English does not.
    """
    return finds(facts, "not", said.answer) and not ANY_NEGATION.search(said.asked)


def duty_lost(facts: Facts, said: Said) -> bool:
    """
    What must be, may be.
    """
    return MUST.search(said.asked) is not None and not finds(facts, "must", said.answer)


def leave_lost(facts: Facts, said: Said) -> bool:
    """
    What may be, is or must be.
    """
    return MAY.search(said.asked) is not None and not finds(facts, "may", said.answer)


def duty_added(facts: Facts, said: Said) -> bool:
    """
    What is, or may be, must be.
    """
    return finds(facts, "duty", said.answer) and not ANY_DUTY.search(said.asked)
