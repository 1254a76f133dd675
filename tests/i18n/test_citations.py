"""
Facts about provisions in words.
"""

from __future__ import annotations

from typing import Final

import pytest

from recruitprivacy.citations import Act, Citation
from recruitprivacy.errors import MissingTranslationError, UnknownLanguageError
from recruitprivacy.i18n import citation, say
from tests.i18n.test_languages import ACTS


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
    A tag with a region cites as the language does, where the region has no catalog of its own.
    """
    cited = Citation.parse("GDPR Art. 12(3)", ACTS)
    assert citation(cited, "de-LU") == citation(cited, "de")
    assert citation(cited, "pt-BR") == citation(cited, "pt")


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
        ("GDPR Art. 49(1) subpara. 2", "pt", "citations.subparagraph"),
    ],
)
def test_what_is_not_known_is_not_made_up(written: str, language: str, code: str) -> None:
    """
    A part a language has no pattern for is an error, not a mixture of languages.
    """
    with pytest.raises(MissingTranslationError) as missing:
        citation(Citation.parse(written, ACTS), language)
    assert (missing.value.code, missing.value.language) == (code, language)


@pytest.mark.parametrize(
    ("title", "said"),
    [
        ("loi Informatique et Libertés", "article 5 de la loi Informatique et Libertés"),
        ("code du travail", "article 5 du code du travail"),
        ("ancien code civil", "article 5 de l’ancien code civil"),
        ("informations de l’Autorité", "article 5 des informations de l’Autorité"),
        ("UAVG", "article 5 UAVG"),
    ],
)
def test_the_article_goes_with_the_noun(title: str, said: str) -> None:
    """
    French joins an act by the gender of its name, and the key of a foreign act by nothing.
    """
    acts = {"X": Act(key="X", title="An act", titles=(("fr", title),))}
    assert citation(Citation.parse("X Art. 5", acts), "fr", acts=acts) == said
