"""
A firm's own words for single sentences: they are said, and nothing demanded is lost.
"""

from __future__ import annotations

from datetime import date
from string import Formatter
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recruitprivacy import law
from recruitprivacy.citations import Citation
from recruitprivacy.errors import FaultsError
from recruitprivacy.messages import Message, phrase
from recruitprivacy.notices import Wording, compose, sentences, to_text
from recruitprivacy.notices._own import DEMANDED
from recruitprivacy.periods import Period
from tests.notices.policies import COMPLETE

ON: Final = date(2026, 11, 22)
WITHIN: Final = Message("notice.rights.within", "We answer {within:within}.")
AT: Final = Message("notice.rights.at", "You can send us your request in this way: {channels:or}.")


def said(wording: Wording, language: str = "en") -> str:
    """
    Say the notice that lacks nothing, in a firm's own words.
    """
    notice = compose(
        COMPLETE, "candidate", language=language, law=law.load("NL"), on=ON, wording=wording
    )
    return to_text(notice)


def faults(texts: dict[str, dict[str, str]]) -> list[tuple[str, str]]:
    """
    List what is wrong with words.
    """
    with pytest.raises(FaultsError) as raised:
        Wording(texts)
    return [(fault.path, fault.problem) for fault in raised.value.faults]


def test_our_words_are_said() -> None:
    """
    A firm's sentence replaces ours, its place filled as ours would be.
    """
    ours = Wording({"notice.rights.within": {"en": "Count on us {within:within}. Promised."}})

    assert "Count on us within one month. Promised." in said(ours)
    assert "without undue delay" not in said(ours)


def test_another_language_keeps_ours() -> None:
    """
    Where the firm wrote nothing in a language, ours is said.
    """
    ours = Wording({"notice.rights.within": {"nl": "U hoort {within:within} van ons."}})

    assert said(Wording()) == said(ours)


def test_a_language_inherits() -> None:
    """
    What is written for Dutch is said in the Dutch of Belgium, too.
    """
    ours = Wording({"notice.rights.within": {"nl": "U hoort {within:within} van ons."}})

    assert "U hoort binnen een maand van ons." == ours.say(
        phrase(WITHIN, within=Period(months=1)), "nl-BE"
    )


def test_places_are_filled_in_every_form() -> None:
    """
    A list is joined by *or*, a beginning gets its capital, a length its frame or none.
    """
    ours = Wording(
        {
            "notice.rights.at": {"en": "{channels:or}: ask there."},
            "notice.rights.within": {"en": "{within}, {within:for}, {within:capital}"},
        }
    )
    assert "post or e-mail: ask there." == ours.say(phrase(AT, channels=("post", "e-mail")), "en")
    assert "1 month, for one month, 1 month" == ours.say(
        phrase(WITHIN, within=Period(months=1)), "en"
    )


def test_what_stands_inside_is_said_in_our_words_as_well() -> None:
    """
    A sentence within a sentence, and one in a list, are the firm's own, too.
    """
    ours = Wording({"end.erased": {"en": "gone for good"}})
    inside = Message("end.erased", "they are erased")

    assert "gone for good and more" == ours.say((inside, "more"), "en")
    assert "You can send us your request in this way: gone for good." == ours.say(
        phrase(AT, channels=(inside,)), "en"
    )


@pytest.mark.parametrize(
    ("code", "text", "problem"),
    [
        ("notice.rights.within", "We answer soon.", "lost the place {within}"),
        ("notice.rights.within", "{within} {speed}", "has no value for {speed}"),
        ("notice.rights.within", "{within:loud}", "has an unknown form 'loud'"),
        ("notice.rights.within", "{within", "has a brace that is not closed"),
        ("notice.title", " ", "is empty"),
        ("notice.rights.within", "{within.years}", "lost the place {within}"),
    ],
)
def test_nothing_is_lost_or_made_up(code: str, text: str, problem: str) -> None:
    """
    Words that drop a place, invent one, or cannot be read are refused where they stand.
    """
    assert (f"{code}.en", problem) in faults({code: {"en": text}})


def test_all_faults_at_once() -> None:
    """
    Everything that is wrong with several sentences is told together.
    """
    found = faults(
        {
            "notice.titel": {"en": "Ours"},
            "notice.rights.within": {"en": "Soon.", "nl": "Gauw."},
            "notice.complaint.authority": {"en": "Do not complain."},
        }
    )
    assert [
        "notice.titel",
        "notice.rights.within.en",
        "notice.rights.within.nl",
        "notice.complaint.authority",
    ] == [path for path, _ in found]


def test_an_unknown_code_names_the_nearest() -> None:
    """
    A code misspelt is answered with the one that was meant.
    """
    with pytest.raises(FaultsError, match=r"did you mean 'notice\.title'"):
        Wording({"notice.titel": {"en": "Ours"}})


@pytest.mark.parametrize("code", DEMANDED)
def test_what_the_law_wants_said_stays(code: str) -> None:
    """
    A sentence that says what an article demands, and has no place to show it, is not replaced.
    """
    assert code in sentences()
    assert [] == [name for _, name, *_ in Formatter().parse(sentences()[code].text) if name]
    assert [(code, faults({code: {"en": "Ours"}})[0][1])] == faults({code: {"en": "Ours"}})
    assert DEMANDED[code] == str(Citation.parse(DEMANDED[code], law.load().acts))


def test_every_sentence_of_a_notice_is_known() -> None:
    """
    Sentences of notices and of letters can be replaced; findings and terms cannot.
    """
    codes = sentences()

    assert {"notice.title", "letter.request", "end.erased", "practice.ranking"} <= set(codes)
    assert not any(code.startswith(("check.", "mend.", "category.")) for code in codes)
    assert all(code == message.code for code, message in codes.items())


@given(st.sampled_from(sorted(set(sentences()) - set(DEMANDED))), st.text(max_size=20))
def test_words_with_the_same_places_are_taken(code: str, more: str) -> None:
    """
    Whatever stands around them, words that keep the places of ours are taken.
    """
    text = sentences()[code].text + more.replace("{", "").replace("}", "")

    assert text == Wording({code: {"en": text}}).texts[code]["en"]
