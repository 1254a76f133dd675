"""
Tests that every fault of a declaration is found at once, each at its path, and none twice.
"""

from __future__ import annotations

import tomllib
from typing import Any, Final

import attrs
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from recruitprivacy.errors import Fault, FaultsError
from recruitprivacy.wire import read_policy
from tests.wire.a_policy import Document, whole
from tests.wire.toml_text import written


def faults_of(document: Document) -> tuple[Fault, ...]:
    """
    Read a document as TOML and list what is wrong with it.
    """
    try:
        read_policy(written(document))
    except FaultsError as error:
        return error.faults
    return ()


@attrs.frozen
class Planted:
    """
    A fault to plant: where, what, and the path and words by which it must be found.
    """

    at: str
    value: object
    path: str
    says: str
    instead: str = ""

    def plant(self, document: Document) -> None:
        """
        Change a document so that it has the fault.
        """
        *above, key = self.at.split("/")
        table: Any = document
        for step in above:
            table = table.setdefault(step, {})
        if self.instead:
            table.pop(self.instead)
        if self.value is None:
            table.pop(key)
        else:
            table[key] = self.value


CATALOGUE: Final = (
    # Keys.
    Planted("colour", "red", "colour", "unknown key 'colour'"),
    Planted(
        "controllers/acme/contry", "NL", "controllers.acme.contry", "mean 'country'", "country"
    ),
    Planted("rights/forgetting", {}, "rights.forgetting", "unknown right 'forgetting'"),
    Planted("links/privacy/about", None, "links.privacy.about", "is missing; give text"),
    # Words of the vocabulary, and of closed lists.
    Planted("data/referee/items", ["nmae"], "data.referee.items", "mean 'name'"),
    Planted("scope/situations", ["aplicants"], "scope.situations", "mean 'applicants'"),
    Planted("uses/marketing/basis", ["consnt"], "uses.marketing.basis[0]", "mean 'consent'"),
    Planted("transfers/us/instruments", "shield", "transfers.us.instruments", "'shield'"),
    # Types.
    Planted("roles/client/addressed", "yes", "roles.client.addressed", "expected true or false"),
    Planted("firm", ["Acme", 5], "firm[1]", "expected text, found a whole number"),
    Planted("statements", "none", "statements", "expected a table, found text"),
    Planted("children/below", 15.5, "children.below", "found a fraction"),
    Planted("recipients/clients/to", 1.5, "recipients.clients.to", "expected a list of text"),
    Planted("contacts/general", [], "contacts.general", "expected a table, found a list"),
    Planted("texts/nl/title", 5, "texts.nl.title", "expected text"),
    Planted("texts/en", "Our notice", "texts.en", "expected a table"),
    # Lengths of time and days.
    Planted("requests/answer/within", "1.5 years", "requests.answer.within", "write whole units"),
    Planted("disposals/delete/residue/at_most", 90, "disposals.delete.residue.at_most", "'P2Y'"),
    Planted(
        "cookies/classes/performance/lifetime",
        "a while",
        "cookies.classes.performance.lifetime",
        "'a while'",
    ),
    Planted("version/published_on", "May 2018", "version.published_on", "or '2018'"),
    Planted(
        "laws/gdpr/in_force_from",
        "2018-02-30",
        "laws.gdpr.in_force_from",
        "the calendar has no '2018-02-30'",
    ),
    Planted("retention/house/at_most", 2, "retention.house.at_most", "as in 'P2Y', found a whole"),
    # What contradicts itself.
    Planted("data/client/but", {"name": {}}, "data.client.but.name", "stands among the plain"),
    Planted("uses/recruitment/but/job_alerts", {}, "uses.recruitment.but.job_alerts", "no purpose"),
    Planted(
        "clocks/meaningful_contact/ignores",
        "conversation",
        "clocks.meaningful_contact.ignores",
        "counts, too",
    ),
    Planted(
        "responsible/se/capacity", "processor", "responsible.se.acting_for", "a processor acts"
    ),
    # What points nowhere, overlaps, or reaches what nobody holds.
    Planted("languages", ["nl", "en", "nl_NL"], "languages", "'nl_NL' is no language tag"),
    Planted(
        "retention/house/then", "shred", "retention.house.then", "not declared under disposals"
    ),
    Planted(
        "retention/photographs/after", "one_day", "retention.photographs.after", "neither a clock"
    ),
    Planted(
        "retention/members/data", "bank_details", "retention.members.data", "nobody there holds"
    ),
    Planted(
        "complaints/authority/after", ["them"], "complaints.authority.after", "under complaints"
    ),
    Planted(
        "responsible/third",
        {"roles": "client", "among": "beta"},
        "responsible.third",
        "overlaps with 'nl'",
    ),
    Planted("transfers/us/to_countries", "USA", "transfers.us.to_countries", "mean 'US'"),
    Planted("controllers/beta/country", "UK", "controllers.beta.country", "mean 'GB'"),
    Planted("scope/countries", "Asia", "scope.countries", "write two letters, as in 'NL'"),
    # Links nobody should follow.
    Planted(
        "links/privacy/url", "javascript:alert(1)", "links.privacy.url", "no address of a page"
    ),
    Planted("authorities/ap/url", "java\tscript:x", "authorities.ap.url", "no address of a page"),
    # Texts about nothing that is declared.
    Planted("texts/nl/titel", "Onze", "texts.nl", "a place for 'titel'; write title or intro"),
    Planted("texts/nl/uses.pol.says", "x", "texts.nl.uses", "'pol' is not declared under uses"),
    Planted("texts/nl/retension.house.says", "x", "texts.nl", "mean 'retention'"),
    Planted("texts/nl/uses.marketing.sayes", "x", "texts.nl.uses.marketing", "mean 'says'"),
    Planted(
        "roles/supplier_worker/treated_as",
        "supplier_worker",
        "roles.supplier_worker.treated_as",
        "back to itself",
    ),
    Planted(
        "ways/candidate/received",
        {"bank_details": "email"},
        "ways.candidate.received",
        "nobody there holds",
    ),
    Planted(
        "ways/candidate/automatic", {"fax": "website"}, "ways.candidate.automatic.fax", "'fax'"
    ),
)


def test_the_declaration_without_any() -> None:
    """
    The declaration into which faults are planted has none.
    """
    assert faults_of(whole()) == ()


@pytest.mark.parametrize("planted", CATALOGUE, ids=lambda planted: planted.at)
def test_one(planted: Planted) -> None:
    """
    One fault is found once, at its path, in words that lead out of it.
    """
    document = whole()
    planted.plant(document)
    (fault,) = faults_of(document)
    assert (fault.path, planted.says in str(fault)) == (planted.path, True)


LOST_AND_SPOKEN_OF: Final = [
    planted
    for planted in CATALOGUE
    if planted.at in {"uses/marketing/basis", "texts/nl/uses.marketing.sayes"}
]


@example(LOST_AND_SPOKEN_OF)
@given(st.lists(st.sampled_from(CATALOGUE), unique_by=lambda planted: planted.at, min_size=2))
def test_as_many_as_there_are(several: list[Planted]) -> None:
    """
    Of k faults exactly k are found, whatever they are and on whatever level.
    """
    document = whole()
    for planted in several:
        planted.plant(document)
    found = sorted(fault.path for fault in faults_of(document))
    assert found == sorted(planted.path for planted in several)


def test_in_the_order_of_the_file() -> None:
    """
    Faults stand in the order of the file, whoever found them.
    """
    document = whole()
    for planted in CATALOGUE:
        planted.plant(document)
    sections = [fault.path.split(".")[0].split("[")[0] for fault in faults_of(document)]
    order = [key for key in tomllib.loads(written(document)) if key in sections]
    assert list(dict.fromkeys(sections)) == order


TOGETHER: list[tuple[str, dict[str, object], list[str]]] = [
    ("a law that holds whatever the lost part says", {"at_most": "2 years"}, ["after", "at_most"]),
    ("a law the lost part may keep", {"at_most": "2 years", "after": "registered"}, ["at_most"]),
    ("a law a mistyped key may keep", {"at_mots": "P2Y", "after": "registered"}, ["at_mots"]),
    ("a law no key can keep", {"colour": "red"}, ["", "colour"]),
    (
        "words, types and laws",
        {"at_most": "PT72H", "roles": ["candidat"], "told": "no", "then": "shred"},
        ["after", "at_most", "roles", "then", "told"],
    ),
]


@pytest.mark.parametrize(
    ("rule", "paths"), [case[1:] for case in TOGETHER], ids=[case[0] for case in TOGETHER]
)
def test_in_one_table(rule: dict[str, object], paths: list[str]) -> None:
    """
    Faults of one table do not hide one another, and none follows merely from another.
    """
    document = whole()
    document["retention"]["extra"] = rule
    found = sorted(
        fault.path.removeprefix("retention.extra").strip(".") for fault in faults_of(document)
    )
    assert found == paths


@pytest.mark.parametrize("capacity", ["procesor", 5])
def test_a_law_about_a_lost_word(capacity: object) -> None:
    """
    A law that hangs on a word nobody can read is not said to be broken.
    """
    document = whole()
    document["responsible"]["se"] |= {"capacity": capacity, "acting_for": "client"}
    assert [fault.path for fault in faults_of(document)] == ["responsible.se.capacity"]


def test_what_points_to_a_faulty_entry() -> None:
    """
    An entry with faults of its own is declared all the same.
    """
    document = whole()
    document["disposals"]["delete"]["ends"] = ["burnt"]
    assert [fault.path for fault in faults_of(document)] == ["disposals.delete.ends[0]"]


def test_what_points_into_a_mistyped_section() -> None:
    """
    One mistyped header is one fault, not one for each reference into it.
    """
    document = whole()
    document["dispsals"] = document.pop("disposals")
    (fault,) = faults_of(document)
    assert (fault.path, fault.nearest) == ("dispsals", "disposals")


def test_a_header_beside_the_one_meant() -> None:
    """
    A header mistyped beside one that is there leads to that one.
    """
    document = whole()
    document["role"] = {"trainee": {}}
    (fault,) = faults_of(document)
    assert (fault.path, fault.nearest) == ("role", "roles")


@pytest.mark.parametrize(
    ("after", "nearest"),
    [("house_contact", ""), ("application_rejected", "candidate_rejected")],
)
def test_a_clock_that_was_forgotten(after: str, nearest: str) -> None:
    """
    What a period counts from is a trigger misspelt, or a clock nobody declared; both ways are told.
    """
    document = whole()
    document["retention"]["house"]["after"] = after
    (fault,) = faults_of(document)
    assert (fault.nearest, "declared under clocks" in str(fault)) == (nearest, True)


def test_a_list_that_could_not_be_read() -> None:
    """
    Where the list of what is held cannot be read, nobody is said to hold too little.
    """
    document = whole()
    document["data"]["candidate"]["items"] = {"name": True}
    assert [fault.path for fault in faults_of(document)] == ["data.candidate.items"]


def test_nothing_at_all() -> None:
    """
    An empty file lacks what every declaration has, and nothing else.
    """
    assert [fault.path for fault in faults_of({})] == [
        "id",
        "firm",
        "languages",
        "roles",
        "controllers",
    ]


def test_a_flood() -> None:
    """
    Of thousands of faults the first two hundred are shown, and that there are more.
    """
    found = faults_of(whole() | {f"key{number}": 0 for number in range(5000)})
    assert (len(found), found[-1].problem) == (201, "there are more")


LONG = "x" * 10_000


@pytest.mark.parametrize(
    "planted",
    [
        Planted("data/candidate/items", [LONG], "", ""),
        Planted("uses/marketing/basis", [LONG], "", ""),
        Planted("retention/house/at_most", LONG, "", ""),
        Planted("retention/house/then", LONG, "", ""),
        Planted("version/published_on", LONG, "", ""),
        Planted("languages", [LONG], "", ""),
        Planted(LONG, 1, "", ""),
        Planted(f"roles/{LONG}", {}, "", ""),
        Planted(f"uses/{LONG}", {"roles": "nobody", "purposes": []}, "", ""),
        Planted("id", "line\nbreak\x1b[31m", "", ""),
        Planted("data/candidate/items", ["line\nbreak\x1b[31m"], "", ""),
    ],
)
def test_nothing_long_or_unprintable_is_repeated(planted: Planted) -> None:
    """
    What is wrong is shown cut short, on one line, with nothing a terminal would obey.
    """
    document = whole()
    planted.plant(document)
    lines = [str(fault) for fault in faults_of(document)]
    assert [line for line in lines if len(line) > 300 or not line.isprintable()] == []
