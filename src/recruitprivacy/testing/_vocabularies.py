"""
Vocabularies with a host's own terms.
"""

from __future__ import annotations

from typing import Final

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from recruitprivacy.testing._built import terms
from recruitprivacy.vocabulary import BUILT_IN, HostTerm, Kind, Vocabulary

KINDS: Final[SearchStrategy[Kind]] = st.sampled_from(Kind)
NAMES: Final = st.lists(st.from_regex(r"[a-z]{3,8}", fullmatch=True), max_size=3, unique=True)


@st.composite
def host_vocabulary(draw: DrawFn) -> Vocabulary:
    """
    Draw a vocabulary in which each term of the host stands under a shipped one.
    """
    own = BUILT_IN
    for name in draw(NAMES):
        kind = draw(KINDS)
        under = draw(terms(kind, BUILT_IN))
        term: HostTerm = {"under": under}
        own = own.extend("acme", **{kind.plural: {name: term}})
    return own
