"""
Laws of citations.
"""

from __future__ import annotations

from contextlib import suppress
from typing import Final

from hypothesis import given
from hypothesis import strategies as st

from recruitprivacy.citations import Act, Citation, Unit
from recruitprivacy.errors import CitationError, UnknownActError

ACTS: Final = {
    key: Act(key=key, title=key)
    for key in ("GDPR", "AGG", "Reg. 1182/71", "C-311/18", "DPA", "DPA 2018")
}
COUNTS: Final = st.integers(1, 999).map(str)
LETTERS: Final = st.sampled_from(["", "a", "bis", "ter"])
NUMBERS: Final = st.builds("{}{}".format, COUNTS, LETTERS) | st.builds(
    "{}{}{}".format, COUNTS, st.sampled_from(":.-"), COUNTS
)
POINTS: Final = st.lists(st.from_regex(r"[0-9]{1,2}|[a-z]{1,3}", fullmatch=True), max_size=3)
BLANKS: Final = st.text(" \t\u00a0\u202f", min_size=1, max_size=3)


@st.composite
def citations(draw: st.DrawFn) -> Citation:
    """
    Draw a citation of one provision, or of an act as a whole.
    """
    act = draw(st.sampled_from(sorted(ACTS)))
    unit = draw(st.sampled_from(Unit))
    if not unit:
        return Citation(act=act)
    return Citation(
        act=act,
        unit=unit,
        number=draw(NUMBERS),
        points=tuple(draw(POINTS)),
        chapter=draw(st.just("") | COUNTS),
        subparagraph=draw(st.just("") | COUNTS),
        sentence=draw(st.just("") | COUNTS),
    )


@given(citations())
def test_written_and_read(cited: Citation) -> None:
    """
    Every citation is read back from its text.
    """
    assert Citation.parse(str(cited), ACTS) == cited


@given(citations(), BLANKS, BLANKS, BLANKS)
def test_blanks_do_not_matter(cited: Citation, before: str, between: str, after: str) -> None:
    """
    Blanks of any kind and number are one blank, and none at the ends.
    """
    text = f"{before}{str(cited).replace(' ', between)}{after}"
    assert Citation.parse(text, ACTS) == cited


@given(citations())
def test_the_case_of_the_unit_does_not_matter(cited: Citation) -> None:
    """
    ``ART.`` and ``art.`` are one unit; the act keeps its case.
    """
    shouted = (
        f"{cited.act}{str(cited)[len(cited.act) :].replace(cited.unit, cited.unit.upper(), 1)}"
    )
    assert Citation.parse(shouted, ACTS) == cited


@given(st.text() | st.text("GDPR AVArt.§123(a)b,-–ch s").map("GDPR {}".format))
def test_any_text_is_read_or_refused(text: str) -> None:
    """
    Whatever is written is a citation that can be read again, or one of our errors.
    """
    with suppress(CitationError, UnknownActError):
        cited = Citation.parse(text, ACTS)
        assert Citation.parse(str(cited), ACTS) == cited
