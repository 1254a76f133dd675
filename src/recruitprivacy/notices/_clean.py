"""
What a text may hold wherever it is written.
"""

from __future__ import annotations

import re
from typing import Final

UNWRITABLE: Final = re.compile(
    r"[^\t\n\r\x20-\x7e\xa0-\ud7ff\ue000-\ufdcf\ufdf0-\ufffd\U00010000-\U0010ffff]"
)
"""Control signs, lone surrogates, and what is no character."""
TURNS: Final = re.compile("[\u202a-\u202e\u2066-\u2069]")
"""Signs that turn the direction of what follows until another ends it."""
GAPS: Final = re.compile(r"[^\S\u00a0\u202f]+")
"""What parts words, but for the spaces at which no line may break."""
CLOSES: Final = {
    **dict.fromkeys("\u202a\u202b\u202d\u202e", "\u202c"),
    **dict.fromkeys("\u2066\u2067\u2068", "\u2069"),
}


def cleaned(text: str) -> str:
    r"""
    Replace what no page or terminal should be given.

    >>> cleaned("a\x1b[2Jb") == "a\ufffd[2Jb"
    True
    """
    return UNWRITABLE.sub("\ufffd", text)


def on_one_line(text: str) -> str:
    r"""
    Write a text so that it stays on its line and turns no writing around it.

    >>> on_one_line("one\n\ntwo"), on_one_line("\u202eabc") == "\u202eabc\u202c"
    ('one two', True)
    """
    return GAPS.sub(" ", cleaned(text)).strip() + (_closing(text) if TURNS.search(text) else "")


def _closing(text: str) -> str:
    still: list[str] = []
    for sign in text:
        if sign in CLOSES:
            still.append(CLOSES[sign])
        elif sign in still:
            del still[len(still) - 1 - still[::-1].index(sign) :]
    return "".join(reversed(still))
