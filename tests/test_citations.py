"""
Facts about how a provision is written.
"""

from __future__ import annotations

import pickle
from typing import Final

import attrs
import pytest

from recruitprivacy.citations import Act, Citation, Unit
from recruitprivacy.errors import CitationError, UnknownActError

KEYS: Final = (
    "AGG",
    "BW",
    "C-311/18",
    "CT",
    "DL",
    "DPA",
    "DPA 2018",
    "EDPB 01/2022",
    "GDPR",
    "Reg. 1182/71",
    "UAVG",
)
ACTS: Final = {
    key: Act(key=key, title=key, titles=(("nl", "AVG"),) if key == "GDPR" else ()) for key in KEYS
}


def art(number: str, *points: str, act: str = "GDPR") -> Citation:
    """
    Cite an article.
    """
    return Citation(act=act, unit=Unit.ARTICLE, number=number, points=points)


@pytest.mark.parametrize(
    ("text", "cited"),
    [
        ("GDPR Art. 12(3)", art("12", "3")),
        ("GDPR Art. 6(1)(f)", art("6", "1", "f")),
        ("GDPR Recital 63", Citation(act="GDPR", unit=Unit.RECITAL, number="63")),
        ("GDPR Annex IV", Citation(act="GDPR", unit=Unit.ANNEX, number="IV")),
        (
            "DPA reg. 29(2)",
            Citation(act="DPA", unit=Unit.REGULATION, number="29", points=("2",)),
        ),
        (
            "DPA 2018 Sch. 21(5)",
            Citation(act="DPA 2018", unit=Unit.SCHEDULE, number="21", points=("5",)),
        ),
        ("AGG § 15(4)", Citation(act="AGG", unit=Unit.SECTION, number="15", points=("4",))),
        ("UAVG Art. 46(1)", art("46", "1", act="UAVG")),
        ("BW Art. 3:310(1)", art("3:310", "1", act="BW")),
        ("CT Art. L1221-6", art("L1221-6", act="CT")),
        ("CT Art. 111-bis", art("111-bis", act="CT")),
        ("CT Art. 9ter", art("9ter", act="CT")),
        ("CT Art. 2.1.a", art("2.1.a", act="CT")),
        ("GDPR Art. 22C", art("22C")),
        ("CT Art. 140AA(1)", art("140AA", "1", act="CT")),
        ("DL ch. 6 § 4", Citation(act="DL", unit=Unit.SECTION, number="4", chapter="6")),
        ("DL ch. 2a § 5b", Citation(act="DL", unit=Unit.SECTION, number="5b", chapter="2a")),
        (
            "Reg. 1182/71 Art. 3(4) s. 2",
            attrs.evolve(art("3", "4", act="Reg. 1182/71"), sentence="2"),
        ),
        ("GDPR Art. 49(1) subpara. 2", attrs.evolve(art("49", "1"), subparagraph="2")),
        (
            "GDPR Art. 49(1) subpara. 2 s. 1",
            attrs.evolve(art("49", "1"), subparagraph="2", sentence="1"),
        ),
        ("C-311/18", Citation(act="C-311/18")),
        ("C-311/18 para. 134", Citation(act="C-311/18", unit=Unit.PARAGRAPH, number="134")),
        ("EDPB 01/2022 para. 159", Citation(act="EDPB 01/2022", unit=Unit.PARAGRAPH, number="159")),
        (
            "DPA 2018 § 45(1)",
            Citation(act="DPA 2018", unit=Unit.SECTION, number="45", points=("1",)),
        ),
        ("DPA Art. 2018", art("2018", act="DPA")),
    ],
)
def test_written_and_read(text: str, cited: Citation) -> None:
    """
    A citation is read into its parts and written as the same text.
    """
    assert (Citation.parse(text, ACTS), str(cited)) == (cited, text)


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("GDPR art. 12(3)", "GDPR Art. 12(3)"),
        ("GDPR Article 12(3)", "GDPR Art. 12(3)"),
        ("GDPR Art 12(3)", "GDPR Art. 12(3)"),
        ("GDPR ART.12(3)", "GDPR Art. 12(3)"),
        ("GDPR Art. 6 (1) (f)", "GDPR Art. 6(1)(f)"),
        ("GDPR, Art. 12(3)", "GDPR Art. 12(3)"),
        ("C-311/18, para. 134", "C-311/18 para. 134"),
        ("GDPR rec. 63", "GDPR Recital 63"),
        ("GDPR Art. 49(1) subparagraph 2", "GDPR Art. 49(1) subpara. 2"),
        ("GDPR Art. 12(3) sentence 2", "GDPR Art. 12(3) s. 2"),
        ("AGG §15(4)", "AGG § 15(4)"),
        ("AGG s. 15(4)", "AGG § 15(4)"),
        ("AGG s.15(4)", "AGG § 15(4)"),
        ("AGG sec. 15(4)", "AGG § 15(4)"),
        ("AGG Section 15(4)", "AGG § 15(4)"),
        ("DL Ch. 6 § 4", "DL ch. 6 § 4"),
        ("  GDPR   Art. 12(3)\t", "GDPR Art. 12(3)"),
        ("GDPR\u00a0Art.\u00a012(3)", "GDPR Art. 12(3)"),
        ("AGG\u202f§\u202f15(4)\n", "AGG § 15(4)"),
    ],
)
def test_other_hands(text: str, written: str) -> None:
    """
    The ways lawyers write one provision are read as one.
    """
    assert str(Citation.parse(text, ACTS)) == written


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "see the GDPR",
        "Art. 12(3)",
        "Art. 12 GDPR",
        "Art. 3(4) Reg. 1182/71",
        "§ 15(4) AGG",
        "GDPR 12",
        "GDPR Art.",
        "GDPR Art. twelve",
        "GDPR chapter",
        "GDPR banana 3",
        "GDPR Art. 12(3",
        "GDPR Art. 12()",
        "GDPR Art. 12(3) and (4)",
        "GDPR Art. 12(3), (4)",
        "GDPR Art. 13–14",
        "GDPR Arts 13",
        "GDPR Art. 12(3) second sentence",
        "GDPR Art. 12(3); Art. 15",
        "GDPR Recital 63 Recital 64",
        "GDPR,",
        "GDPR Art. \u0661\u0662",  # Arabic-Indic twelve
    ],
)
def test_no_citation(text: str) -> None:
    """
    What names no single provision is refused, and kept as it was given.
    """
    with pytest.raises(CitationError) as caught:
        Citation.parse(text, ACTS)
    assert caught.value.text == text


@pytest.mark.parametrize(
    ("text", "act", "nearest"),
    [
        ("GDRP Art. 12(3)", "GDRP", "GDPR"),
        ("gdpr Art. 12(3)", "gdpr", "GDPR"),
        ("GDPR2 Art. 12", "GDPR2", "GDPR"),
        ("AVG art. 12(3)", "AVG", "GDPR"),  # its Dutch title, though UAVG is spelled nearer
        ("Reg. 1182/72 Art. 3", "Reg. 1182/72", "Reg. 1182/71"),
        ("Reg. 1182/72", "Reg. 1182/72", "Reg. 1182/71"),
        ("C-311/19 para. 134", "C-311/19", "C-311/18"),
        ("D ch. 6 § 4", "D", "DL"),
        ("ECHR", "ECHR", ""),
        ("XYZ Annex IV", "XYZ", ""),
        ("XYZ\u00a0§ 4", "XYZ", ""),
    ],
)
def test_unknown_act(text: str, act: str, nearest: str) -> None:
    """
    An act nobody declared is named, with the nearest one that is.
    """
    with pytest.raises(UnknownActError) as caught:
        Citation.parse(text, ACTS)
    assert (caught.value.act, caught.value.nearest) == (act, nearest)


@pytest.mark.parametrize(
    "parts",
    [
        {"act": ""},
        {"act": " GDPR"},
        {"act": "GDPR", "number": "12"},
        {"act": "GDPR", "points": ("1",)},
        {"act": "GDPR", "unit": Unit.ARTICLE},
        {"act": "GDPR", "unit": Unit.ARTICLE, "number": "12 and 13"},
        {"act": "GDPR", "unit": Unit.ARTICLE, "number": "12(3)"},
        {"act": "GDPR", "unit": Unit.ARTICLE, "number": "12", "points": ("(3)",)},
        {"act": "GDPR", "unit": Unit.ARTICLE, "number": "12", "points": ("",)},
        {"act": "GDPR", "unit": Unit.ARTICLE, "number": "12", "sentence": "two"},
        {"act": "GDPR", "chapter": "2"},
    ],
)
def test_what_cannot_be_written_cannot_be_built(parts: dict[str, object]) -> None:
    """
    A citation whose text would not be read back as itself is refused where it is made.
    """
    with pytest.raises(CitationError):
        Citation(**parts)  # type: ignore[arg-type]


@pytest.mark.parametrize("key", ["", " ", "GDPR ", "Reg.  1182/71", "Reg.\u00a01182/71"])
def test_the_key_of_an_act(key: str) -> None:
    """
    A key that no citation could begin with is refused.
    """
    with pytest.raises(CitationError):
        Act(key=key, title="An act")


def test_a_value() -> None:
    """
    A citation is hashable, equal to its like, and pickles.
    """
    cited = art("12", "3")
    assert {cited: 1}[pickle.loads(pickle.dumps(cited))] == 1  # noqa: S301 - our own bytes


def test_the_longest_act_is_meant() -> None:
    """
    Where one key begins another, the longer one is read.
    """
    assert Citation.parse("DPA 2018 s. 45", ACTS).act == "DPA 2018"
