"""
Facts about language tags.
"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recruitprivacy.errors import UnknownLanguageError
from recruitprivacy.i18n import Language, about, languages, say

PRIVATE = st.from_regex(r"[a-z0-9]{1,8}(-[a-z0-9]{1,8})?", fullmatch=True)
TAGS = st.builds(
    Language,
    language=st.from_regex(r"[a-z]{2,3}", fullmatch=True),
    script=st.just("") | st.from_regex(r"[A-Z][a-z]{3}", fullmatch=True),
    region=st.just("") | st.from_regex(r"[A-Z]{2}|[0-9]{3}", fullmatch=True),
    private=st.just("") | PRIVATE,
)


@given(TAGS)
def test_a_language_reads_what_it_writes(language: Language) -> None:
    """
    A tag written and read again is the same language.
    """
    assert Language.parse(str(language)) == language


@pytest.mark.parametrize(
    ("written", "usual"),
    [
        ("NL", "nl"),
        ("nl-be", "nl-BE"),
        ("SR-latn-rs", "sr-Latn-RS"),
        ("es-419", "es-419"),
        ("nl-X-JE", "nl-x-je"),
        ("nl-BE-x-je", "nl-BE-x-je"),
    ],
)
def test_case_means_nothing_in_a_tag(written: str, usual: str) -> None:
    """
    Upper and lower case are read alike, and the usual case is written.
    """
    assert str(Language.parse(written)) == usual


@pytest.mark.parametrize(
    "tag",
    [
        "",
        "n",
        "nl_BE",
        "nl-",
        "nl-x",
        "nl-x-",
        "dutch",
        "nl BE",
        "nl-BE\n",
        "\u017fv",
        "nl-x-muchtoolong",
    ],
)
def test_what_is_no_tag_is_refused(tag: str) -> None:
    """
    A tag that is not well formed is an error that names it.
    """
    with pytest.raises(UnknownLanguageError) as refused:
        Language.parse(tag)
    assert refused.value.tag == tag


@pytest.mark.parametrize("tag", ["pl", "nl-SR", "nl-x-gij", "sv-FI", "../nl", "en-US"])
def test_a_language_without_a_catalog_is_refused(tag: str) -> None:
    """
    No catalog of a related language stands in, and the error lists what is spoken.
    """
    with pytest.raises(UnknownLanguageError) as refused:
        say("said", tag)
    assert refused.value.known in {languages(), ()}


@pytest.mark.parametrize(
    ("tag", "parent"),
    [("de-AT", "de"), ("en-GB", "en"), ("fr-BE", "fr"), ("nl-NL", "nl"), ("sv-SE", "sv")],
)
def test_a_catalog_names_the_parent_it_inherits_from(tag: str, parent: str) -> None:
    """
    A tag with a region is spoken only where its own file names the parent.
    """
    assert (about(tag).language, about(tag).inherits) == (tag, parent)


def test_case_and_region_choose_the_same_words() -> None:
    """
    A tag in another case finds the catalog of the usual one.
    """
    assert about("NL-nl") == about("nl-NL")


@pytest.mark.parametrize("tag", languages())
def test_a_draft_says_that_it_is_one(tag: str) -> None:
    """
    As long as no lawyer has reviewed a catalog, it is a draft and names nobody.
    """
    assert (about(tag).status, about(tag).reviewer.startswith("not yet")) == ("draft", True)
