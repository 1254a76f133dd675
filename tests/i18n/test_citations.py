"""
Facts about provisions in words.
"""

from __future__ import annotations

from typing import Final

import pytest

from recruitprivacy.citations import Act, Citation
from recruitprivacy.errors import MissingTranslationError, UnknownLanguageError
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
        Act(key="SI 2003/3319", title="Conduct Regulations"),
        Act(key="VATA 1994", title="Value Added Tax Act"),
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
        "hoofdstuk 6, § 4, diskrimineringslagen",
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
        "artikel 3.4 i Verordening nr. 1182/71",
    ),
    ("C-311/18", "C-311/18", "C-311/18", "C-311/18"),
    (
        "SI 2003/3319 reg. 29(1)(a)",
        "regulation 29(1)(a) SI 2003/3319",
        "artikel 29, lid 1, punt a), SI 2003/3319",
        "artikel 29.1 a i SI 2003/3319",
    ),
    (
        "VATA 1994 Sch. 11(6)(3)",
        "Schedule 11, paragraph 6(3), to VATA 1994",
        "bijlage 11, punt 6, onder 3), bij VATA 1994",
        "bilaga 11 punkt 6 3 till VATA 1994",
    ),
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


def test_an_act_without_a_title_in_the_language_goes_by_its_own() -> None:
    """
    Where a language has no title for an act its own short title serves, not the English one.
    """
    cited = Citation.parse("DL ch. 6 § 4", ACTS)
    assert citation(cited, "nl", acts=ACTS) == "hoofdstuk 6, § 4, diskrimineringslagen"


def test_several_provisions_do_not_run_into_one_another() -> None:
    """
    Citations that have commas of their own are kept apart by semicolons.
    """
    cited = tuple(Citation.parse(text, ACTS) for text in ("GDPR Art. 12(3)", "GDPR Art. 15"))
    assert say(cited, "nl") == "artikel 12, lid 3, AVG; artikel 15 AVG"


def test_an_ordinal_no_language_lists_is_missing() -> None:
    """
    An eleventh sentence is an error, not a number in the place of a word.
    """
    cited = Citation.parse("GDPR Art. 12(3) s. 11", ACTS)
    with pytest.raises(MissingTranslationError) as missing:
        citation(cited, "nl")
    assert (missing.value.code, missing.value.language) == ("citations.nth.11", "nl")


ELSEWHERE: Final = {
    "bg": (
        "член 12, параграф 3 от ОРЗД",
        "член 6, параграф 1, буква е) от ОРЗД",  # noqa: RUF001 - Bulgarian
        "член 15 от ОРЗД",
    ),
    "cs": ("čl. 12 odst. 3 GDPR", "čl. 6 odst. 1 písm. f) GDPR", "čl. 15 GDPR"),
    "da": (
        "artikel 12, stk. 3, i databeskyttelsesforordningen",
        "artikel 6, stk. 1, litra f), i databeskyttelsesforordningen",
        "artikel 15 i databeskyttelsesforordningen",
    ),
    "de": ("Art. 12 Abs. 3 DSGVO", "Art. 6 Abs. 1 Buchst. f DSGVO", "Art. 15 DSGVO"),
    "el": (
        "άρθρο 12 παράγραφος 3 του ΓΚΠΔ",
        "άρθρο 6 παράγραφος 1 στοιχείο στ) του ΓΚΠΔ",
        "άρθρο 15 του ΓΚΠΔ",
    ),
    "es": (
        "artículo 12, apartado 3, del RGPD",
        "artículo 6, apartado 1, letra f), del RGPD",
        "artículo 15 del RGPD",
    ),
    "et": (
        "isikuandmete kaitse üldmääruse artikli 12 lõige 3",
        "isikuandmete kaitse üldmääruse artikli 6 lõike 1 punkt f",
        "isikuandmete kaitse üldmääruse artikkel 15",
    ),
    "fi": (
        "yleisen tietosuoja-asetuksen 12 artiklan 3 kohta",
        "yleisen tietosuoja-asetuksen 6 artiklan 1 kohdan f alakohta",
        "yleisen tietosuoja-asetuksen 15 artikla",
    ),
    "fr": (
        "article 12, paragraphe 3, du RGPD",
        "article 6, paragraphe 1, point f), du RGPD",
        "article 15 du RGPD",
    ),
    "hu": ("GDPR 12. cikk (3) bekezdés", "GDPR 6. cikk (1) bekezdés f) pont", "GDPR 15. cikk"),
    "is": (
        "3. mgr. 12. gr. almennu persónuverndarreglugerðarinnar",
        "f-liður 1. mgr. 6. gr. almennu persónuverndarreglugerðarinnar",
        "15. gr. almennu persónuverndarreglugerðarinnar",
    ),
    "it": (
        "articolo 12, paragrafo 3, del GDPR",
        "articolo 6, paragrafo 1, lettera f), del GDPR",
        "articolo 15 del GDPR",
    ),
    "lt": (
        "BDAR 12 straipsnio 3 dalis",
        "BDAR 6 straipsnio 1 dalies f punktas",
        "BDAR 15 straipsnis",
    ),
    "lv": ("VDAR 12. panta 3. punkts", "VDAR 6. panta 1. punkta f) apakšpunkts", "VDAR 15. pants"),
    "no": (
        "artikkel 12 nr. 3 i personvernforordningen",
        "artikkel 6 nr. 1 bokstav f i personvernforordningen",
        "artikkel 15 i personvernforordningen",
    ),
    "pl": ("art. 12 ust. 3 RODO", "art. 6 ust. 1 lit. f RODO", "art. 15 RODO"),
    "pt": (
        "artigo 12.º, n.º 3, do RGPD",
        "artigo 6.º, n.º 1, alínea f), do RGPD",
        "artigo 15.º do RGPD",
    ),
    "ro": (
        "articolul 12 alineatul (3) din RGPD",
        "articolul 6 alineatul (1) litera (f) din RGPD",
        "articolul 15 din RGPD",
    ),
    "sk": ("čl. 12 ods. 3 GDPR", "čl. 6 ods. 1 písm. f) GDPR", "čl. 15 GDPR"),
}


@pytest.mark.parametrize(("language", "said"), ELSEWHERE.items(), ids=ELSEWHERE.keys())
def test_a_language_without_a_catalog_cites(language: str, said: tuple[str, ...]) -> None:
    """
    The GDPR is cited in languages that have no words of their own here, in their own alphabet.
    """
    cited = [Citation.parse(f"GDPR Art. {number}", ACTS) for number in ("12(3)", "6(1)(f)", "15")]
    assert tuple(citation(each, language) for each in cited) == said


OFFICIAL: Final = (
    *("bg", "cs", "da", "de", "el", "en", "es", "et", "fi", "fr", "ga", "hr", "hu", "it", "lt"),
    *("lv", "mt", "nl", "pl", "pt", "ro", "sk", "sl", "sv", "is", "nb", "no", "nn"),
)


@pytest.mark.parametrize("language", OFFICIAL)
def test_every_official_language_cites(language: str) -> None:
    """
    In each language of the Union and the EEA every point of an article is told from the others.
    """
    points = [
        Citation.parse(f"GDPR Art. {number}", ACTS)
        for number in ("4(1)", "4(2)", *(f"9(2)({letter})" for letter in "abcdefghij"), "83(4)(a)")
    ]
    assert len({citation(each, language) for each in points}) == len(points)


def test_a_variant_cites_like_its_language() -> None:
    """
    A tag with a region cites as the language does where there is no catalog for it.
    """
    cited = Citation.parse("GDPR Art. 12(3)", ACTS)
    assert citation(cited, "de-AT") == citation(cited, "de")


@pytest.mark.parametrize("language", ["ja", "tlh"])
def test_a_language_nobody_taught_us_is_unknown(language: str) -> None:
    """
    How a language cites that is no official one of the Union or the EEA is unknown.
    """
    with pytest.raises(UnknownLanguageError):
        citation(Citation.parse("GDPR Art. 12(3)", ACTS), language)


@pytest.mark.parametrize(
    ("written", "language", "code"),
    [
        ("GDPR Annex II", "pl", "citations.units.annex"),
        ("GDPR Art. 12(3) s. 2", "pl", "citations.sentence"),
        ("GDPR Art. 49(1) subpara. 2", "fr", "citations.subparagraph"),
    ],
)
def test_what_is_not_known_is_not_made_up(written: str, language: str, code: str) -> None:
    """
    A part a language has no pattern for is an error, not a mixture of languages.
    """
    with pytest.raises(MissingTranslationError) as missing:
        citation(Citation.parse(written, ACTS), language)
    assert (missing.value.code, missing.value.language) == (code, language)


def test_german_sentences() -> None:
    """
    German counts sentences in figures, in acts that have sections too.
    """
    cited = [Citation.parse(text, ACTS) for text in ("GDPR Art. 12(3) s. 2", "AGG § 15(4) s. 2")]
    assert [citation(each, "de") for each in cited] == [
        "Art. 12 Abs. 3 Satz 2 DSGVO",
        "§ 15 Abs. 4 Satz 2 AGG",
    ]
