"""
Tests of the ways a declaration may be written: what is left out, and what reads well.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import attrs
import pytest
from hypothesis import given

from recruitprivacy.errors import FaultsError
from recruitprivacy.periods import Period
from recruitprivacy.policy import UNSTATED, Cookies, Lifetime, PartialDate, Policy, Requests
from recruitprivacy.testing import strategies as st
from recruitprivacy.vocabulary import BUILT_IN, LawfulBasis
from recruitprivacy.wire import read_policy, to_json, to_plain
from tests.wire.a_policy import whole
from tests.wire.toml_text import written

SMALL = """
id = "acme"
firm = "Acme"
languages = "nl"
roles.candidate = {}
controllers.acme.name = "Acme B.V."
"""


def read(*lines: str) -> Policy:
    """
    Read a small declaration with some more lines.
    """
    return read_policy(SMALL + "\n".join(lines))


def test_what_is_left_out() -> None:
    """
    What a notice leaves out is unstated, empty or as usual; never made up.
    """
    policy = read()
    assert (policy.controllers["acme"].dpo, policy.cookies, policy.requests) == (
        UNSTATED,
        None,
        Requests(),
    )


def test_an_empty_table_is_not_an_absent_one() -> None:
    """
    A table with nothing in it says that there is something, with everything as usual.
    """
    assert (read("[cookies]").cookies, read().cookies) == (Cookies(), None)


USE = '[uses.matching]\nroles = "candidate"\npurposes = "matching"\n'

SAME: list[tuple[str, str]] = [
    ('languages = "nl"', 'languages = ["nl"]'),
    (USE + 'basis = "consent"', USE + 'basis = ["consent"]'),
    (USE, USE + 'basis = "unstated"'),
    (USE, USE + 'data = "*"'),
    (USE, USE + 'modality = "does"\nform = "identified"'),
    ("version.published_on = 2018", 'version.published_on = "2018"'),
    ("version.published_on = 2018-05-25", 'version.published_on = "2018-05-25"'),
    ('texts.nl."roles.candidate.says" = "x"', 'texts.nl.roles.candidate.says = "x"'),
    ("", 'schema = "recruitprivacy.policy/1"'),
    ("", "[scope]\n[statements]"),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_two_spellings_of_one_thing(one: str, other: str) -> None:
    """
    Two ways to write one thing are read as one value, and stored in one way.
    """
    first, second = (read_policy(_with(lines)) for lines in (one, other))
    assert (first, to_json(first)) == (second, to_json(second))


def _with(lines: str) -> str:
    small = SMALL.replace('languages = "nl"\n', "") if lines.startswith("languages") else SMALL
    tables = lines.startswith("[")
    return f"{small}\n{lines}" if tables else f"{lines}\n{small}"


READ_AS: list[tuple[str, Callable[[Policy], object], object]] = [
    ("version.published_on = 2018", lambda policy: policy.version.published_on, PartialDate(2018)),
    (
        'version.published_on = "2018-05"',
        lambda policy: policy.version.published_on,
        PartialDate(2018, 5),
    ),
    (
        '[retention.x]\nwhile = "registered"',
        lambda policy: policy.retention["x"].while_,
        "registered",
    ),
    (
        '[rights.erasure]\nwith = "object"',
        lambda policy: [right.value for rights in policy.rights.values() for right in rights.with_],
        ["object"],
    ),
    (
        'requests.answer.within = "P1M"',
        lambda policy: policy.requests.answer.within,
        Period(months=1),
    ),
    (
        'cookies.classes.performance.lifetime = "session"',
        lambda policy: policy.cookies and policy.cookies.classes["performance"].lifetime,
        Lifetime.SESSION,
    ),
    (
        'cookies.classes.performance.lifetime = "P1D"',
        lambda policy: policy.cookies and policy.cookies.classes["performance"].lifetime,
        Period(days=1),
    ),
    (
        "cookies.trackers.hotjar.to = []",
        lambda policy: policy.cookies and policy.cookies.trackers["hotjar"].to,
        (),
    ),
    (
        USE + 'basis = ["consent", "contract"]',
        lambda policy: policy.uses["matching"].basis,
        (LawfulBasis.CONSENT, LawfulBasis.CONTRACT),
    ),
]


@pytest.mark.parametrize(("lines", "part", "value"), READ_AS)
def test_read_as(lines: str, part: Callable[[Policy], object], value: object) -> None:
    """
    Each spelling is read as the value it means.
    """
    assert part(read(lines)) == value


@pytest.mark.parametrize(
    "lines",
    [
        '[retention.x]\nwhile_ = "registered"',
        "version.published_on = 2018-05-25T09:00:00",
        "version.published_on = 99999",
        "version.complete = 1",
        'version.complete = "true"',
        "children.below = true",
        'cookies = "unstated"',
        'version.number = ["3"]',
    ],
)
def test_what_is_no_spelling(lines: str) -> None:
    """
    What merely resembles a spelling is a fault: no guessing at numbers, truth values, names.
    """
    with pytest.raises(FaultsError) as raised:
        read(lines)
    assert len(raised.value.faults) == 1


def test_texts_in_files_and_in_place() -> None:
    """
    The firm's words may stand in the declaration and beside it; each stands once.
    """
    policy = read_policy(
        SMALL + 'texts.nl.title = "Onze privacyverklaring"',
        texts={"nl": '[roles.candidate]\ntitle = "Werk"', "en": 'title = "Our notice"'},
    )
    assert {tag: dict(words) for tag, words in policy.texts.items()} == {
        "nl": {"title": "Onze privacyverklaring", "roles.candidate.title": "Werk"},
        "en": {"title": "Our notice"},
    }


def test_a_text_given_twice() -> None:
    """
    Two texts for one path are a fault, however they are nested.
    """
    with pytest.raises(FaultsError) as raised:
        read_policy(SMALL, texts={"nl": '"roles.title" = "x"\n[roles]\ntitle = "y"'})
    assert [fault.path for fault in raised.value.faults] == ["texts.nl.roles.title"]


def test_a_host_s_own_words() -> None:
    """
    A term of a host's is known with its vocabulary, and without it is not.
    """
    own = BUILT_IN.extend("acme", categories={"video_interview": {"under": "assessment"}})
    text = SMALL + '[data.candidate]\nitems = "acme:video_interview"'
    policy = read_policy(text, vocabulary=own)
    with pytest.raises(FaultsError, match="unknown category 'acme:video_interview'"):
        read_policy(text)
    assert policy.data["candidate"].items == ("acme:video_interview",)


@given(st.policies())
def test_every_declaration_can_be_written_as_toml(policy: Policy) -> None:
    """
    Whatever a declaration says can be said in TOML, and is read back the same.
    """
    document = to_plain(policy, sparse=True)
    assert isinstance(document, dict)
    earlier = document.pop("earlier", None)
    again = read_policy(written(document))
    assert (again, earlier is None) == (attrs.evolve(policy, earlier=()), not policy.earlier)


def test_the_whole_example() -> None:
    """
    The declaration of these tests says something in every section but its history.
    """
    said = to_plain(read_policy(written(whole())), sparse=True)
    assert isinstance(said, dict)
    assert {field.name for field in attrs.fields(Policy)} - {*said} == {
        "schema",
        "earlier",
        "variants",
    }


def test_a_day_as_toml_writes_it() -> None:
    """
    A day may stand as TOML writes days.
    """
    assert read("version.published_on = 2018-05-25").version.published_on == PartialDate(
        2018, 5, 25
    )
    assert date(2018, 5, 25) == PartialDate(2018, 5, 25).latest
