"""
Facts about provisions in words.
"""

from __future__ import annotations

from typing import Final

import pytest

from recruitprivacy.citations import Act, Citation
from recruitprivacy.errors import MissingTranslationError
from recruitprivacy.i18n import citation, say

ACTS: Final = {
    act.key: act
    for act in (
        Act(key="GDPR", title="Regulation (EU) 2016/679"),
        Act(key="AGG", title="Allgemeines Gleichbehandlungsgesetz"),
        Act(
            key="DL",
            title="Diskrimineringslag",
            titles=(("en", "Swedish Discrimination Act"), ("sv", "diskrimineringslagen")),
        ),
        Act(key="EDPB 01/2022", title="Guidelines"),
        Act(key="Reg. 1182/71", title="Regulation", titles=(("nl", "Verordening nr. 1182/71"),)),
        Act(key="C-311/18", title="Schrems II"),
    )
}
WRITTEN: Final = [
    (
        "GDPR Art. 12(3)",
        "Article 12(3) GDPR",
        "artikel 12, lid 3, AVG",
        "artikel 12.3 i dataskyddsförordningen",
    ),
    (
        "GDPR Art. 6(1)(f)",
        "Article 6(1)(f) GDPR",
        "artikel 6, lid 1, punt f), AVG",
        "artikel 6.1 f i dataskyddsförordningen",
    ),
    ("GDPR Art. 15", "Article 15 GDPR", "artikel 15 AVG", "artikel 15 i dataskyddsförordningen"),
    (
        "GDPR Art. 4(7)",
        "Article 4(7) GDPR",
        "artikel 4, punt 7), AVG",
        "artikel 4.7 i dataskyddsförordningen",
    ),
    (
        "GDPR Art. 12(3) s. 2",
        "Article 12(3), second sentence, GDPR",
        "artikel 12, lid 3, tweede zin, AVG",
        "artikel 12.3 andra meningen i dataskyddsförordningen",
    ),
    (
        "GDPR Art. 49(1) subpara. 2",
        "Article 49(1), second subparagraph, GDPR",
        "artikel 49, lid 1, tweede alinea, AVG",
        "artikel 49.1 andra stycket i dataskyddsförordningen",
    ),
    ("GDPR Recital 63", "recital 63 GDPR", "overweging 63 AVG", "skäl 63 i dataskyddsförordningen"),
    ("AGG § 15(4)", "section 15(4) AGG", "§ 15, lid 4, AGG", "15 § 4 st. AGG"),
    ("AGG § 5(a)(1)", "section 5(a)(1) AGG", "§ 5, punt a), onder 1), AGG", "5 § a p. 1 AGG"),
    (
        "DL ch. 6 § 4",
        "chapter 6, section 4 Swedish Discrimination Act",
        "hoofdstuk 6, § 4, DL",
        "6 kap. 4 § diskrimineringslagen",
    ),
    (
        "EDPB 01/2022 para. 159",
        "paragraph 159 of EDPB 01/2022",
        "punt 159 van EDPB 01/2022",
        "punkt 159 i EDPB 01/2022",
    ),
    (
        "Reg. 1182/71 Art. 3(4)",
        "Article 3(4) Reg. 1182/71",
        "artikel 3, lid 4, Verordening nr. 1182/71",
        "artikel 3.4 i Reg. 1182/71",
    ),
    ("C-311/18", "C-311/18", "C-311/18", "C-311/18"),
    (
        "GDPR Annex II",
        "Annex II to GDPR",
        "bijlage II bij AVG",
        "bilaga II till dataskyddsförordningen",
    ),
]


@pytest.mark.parametrize(("written", "en", "nl", "sv"), WRITTEN, ids=[row[0] for row in WRITTEN])
def test_a_provision_is_written_as_lawyers_do(written: str, en: str, nl: str, sv: str) -> None:
    """
    Each language has its own order, its own names of the parts and its own title of the act.
    """
    cited = Citation.parse(written, ACTS)
    said = [citation(cited, language, acts=ACTS) for language in ("en", "nl", "sv")]
    assert said == [en, nl, sv]


def test_an_act_nobody_described_goes_by_its_key() -> None:
    """
    Without its titles an act is named as it is cited; the GDPR alone has names of its own.
    """
    cited = Citation.parse("DL ch. 6 § 4", ACTS)
    assert citation(cited, "sv") == "6 kap. 4 § DL"


def test_a_title_serves_the_languages_that_inherit() -> None:
    """
    A title given in a language is used for those that declare it as their parent.
    """
    cited = Citation.parse("DL ch. 6 § 4", ACTS)
    assert citation(cited, "sv-SE", acts=ACTS) == "6 kap. 4 § diskrimineringslagen"


def test_several_provisions_do_not_run_into_one_another() -> None:
    """
    Citations that have commas of their own are kept apart by semicolons.
    """
    cited = tuple(Citation.parse(text, ACTS) for text in ("GDPR Art. 12(3)", "GDPR Art. 15"))
    assert say(cited, "nl") == "artikel 12, lid 3, AVG; artikel 15 AVG"


def test_an_ordinal_no_language_lists_is_missing() -> None:
    """
    A seventh sentence is an error, not a number in the place of a word.
    """
    cited = Citation.parse("GDPR Art. 12(3) s. 7", ACTS)
    with pytest.raises(MissingTranslationError) as missing:
        citation(cited, "nl")
    assert (missing.value.code, missing.value.language) == ("citations.nth.7", "nl")
