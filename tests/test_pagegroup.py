"""
What PageGroup's declaration comes to, shown for the rows of its notice.
"""

from __future__ import annotations

import tomllib
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Final, TypeVar

import attrs
import pytest

from recruitprivacy import i18n, law, notices
from recruitprivacy.errors import UnknownTermError
from recruitprivacy.frozen import FrozenMap
from recruitprivacy.notices import Bullets, Details, Notice, Section
from recruitprivacy.policy import PartialDate, Policy, Resolver, Version, faults
from recruitprivacy.retention import assess
from recruitprivacy.timeline import (
    AnyEvent,
    ConsentGiven,
    ConsentWithdrawn,
    RecordKind,
    RecordOpened,
    fold,
)
from recruitprivacy.vocabulary import BUILT_IN, Art9Condition, Kind, Right
from recruitprivacy.wire import load_policy

T = TypeVar("T")

PAGEGROUP: Final = Path(__file__).parent.parent / "examples" / "policies" / "pagegroup"
LANGUAGES: Final = ("en", "nl-BE", "sv", "de")
NOW: Final = date(2026, 3, 3)
AGREED: Final = date(2025, 5, 6)
TAKEN_BACK: Final = date(2026, 2, 10)
NOTED: Final = datetime(2026, 3, 1, 9, tzinfo=UTC)

# What each section may say in the firm's own words, beside what the library says of it.
TOLD: Final = ("uses", "obligations", "recipients", "consents", "marketing", "automation")


@pytest.fixture(scope="module")
def policy() -> Policy:
    """
    Give PageGroup's declaration.
    """
    return load_policy(PAGEGROUP)


def put(entries: FrozenMap[str, T], name: str, entry: T) -> FrozenMap[str, T]:
    """
    Put an entry in the place of another.
    """
    return FrozenMap({**entries, name: entry})


def found(policy: Policy) -> set[tuple[str, str]]:
    """
    List what the check of a declaration finds, by code and path.
    """
    checked = notices.check(policy, law.load(), on=NOW)
    return {(finding.code, finding.path) for finding in checked}


def composed(policy: Policy, role: str = "candidate") -> Notice:
    """
    Compose the notice for one role.
    """
    return notices.compose(policy, role, language="en", law=law.load(), on=NOW)


def section(notice: Notice, key: str) -> Section | None:
    """
    Find a section of a notice, on its top or one level down.
    """
    inner = (part for top in notice.sections for part in top.sections)
    return next((part for part in (*notice.sections, *inner) if part.key == key), None)


def uses(policy: Policy, *events: AnyEvent, on: date) -> set[str]:
    """
    Collect the uses of a candidate's clicks that go on.
    """
    opened = RecordOpened(
        id="opened",
        person="p1",
        record="r1",
        record_kind=RecordKind.PERSON,
        role="candidate",
        controller="entity-be",
        categories=("content_interaction",),
        happened=date(2025, 4, 1),
        recorded_at=NOTED,
    )
    facts = fold([opened, *events], policy, on=on)
    return {use for each in assess(policy, facts, law.load(), on=on) for use in each.uses}


def agreed(*purposes: str, on: date = AGREED) -> ConsentGiven:
    """
    Write down that the candidate agreed to something.
    """
    return ConsentGiven(
        id=f"yes {purposes}", person="p1", purposes=purposes, happened=on, recorded_at=NOTED
    )


def test_the_declaration_has_no_fault(policy: Policy) -> None:
    """
    Every word of the declaration is known, and every name in it is declared.
    """
    assert list(faults(policy, BUILT_IN)) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_texts_have_the_same_keys(policy: Policy, language: str) -> None:
    """
    What is said in one language is said in each.
    """
    assert set(policy.texts["en"]) == set(policy.texts[language])


def test_every_part_told_has_a_text(policy: Policy) -> None:
    """
    Each use has a title, and each part a reader is told of says what it is.
    """
    says = {f"{part}.{name}.says" for part in TOLD for name in getattr(policy, part)}
    titles = {f"uses.{name}.title" for name in policy.uses}
    assert {"title", "intro", "cookies.says"} | says | titles == set(policy.texts["en"])


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_text_is_empty_or_long(language: str) -> None:
    """
    A text is one to three sentences of plain length.
    """
    written = tomllib.loads((PAGEGROUP / "texts" / f"{language}.toml").read_text(encoding="utf-8"))
    assert [text for text in _leaves(written) if not 10 <= len(text) <= 260] == []


def _leaves(table: object) -> list[str]:
    if isinstance(table, dict):
        return [text for part in table.values() for text in _leaves(part)]
    return [str(table)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_role_has_a_notice_in_every_language(policy: Policy, language: str) -> None:
    """
    A notice can be composed for each role, and is in the language asked for.
    """
    made = [
        notices.compose(policy, role, language=language, law=law.load(), on=NOW)
        for role in policy.roles
    ]
    assert {(notice.language, notice.title) for notice in made} == {
        (language, policy.text("title", language))
    }


@pytest.mark.parametrize(
    ("kind", "key", "belgian"),
    [
        (Kind.PURPOSE, "equal_opportunities_monitoring", "het opvolgen van gelijke kansen"),
        (Kind.CATEGORY, "device_data", "gegevens over het toestel"),
        (Kind.CATEGORY, "employment_history", "tewerkstellingsverleden"),
        (Kind.CATEGORY, "contact_details", "contactgegevens"),
    ],
)
def test_belgian_dutch_is_said_as_in_belgium(kind: Kind, key: str, belgian: str) -> None:
    """
    A label is said as in Belgium where that differs, and as in Dutch elsewhere.
    """
    assert i18n.say(BUILT_IN.term(kind, key).label, "nl-BE") == belgian


def test_dates_are_written_as_in_belgium() -> None:
    """
    The catalog inherits its sentences, and writes dates by the Belgian locale.
    """
    about = i18n.about("nl-BE")
    assert (about.inherits, about.locale, about.address) == ("nl", "nl_BE", "u")
    assert i18n.date(NOW, "nl-BE") == "3 maart 2026"


@pytest.mark.row("PAGE-004", "PAGE-023", "PAGE-035", "PAGE-038", "PAGE-043", "PAGE-047", "PAGE-052")
@pytest.mark.parametrize(
    ("role", "rule"),
    [
        ("candidate", Resolver.MANAGES_APPLICATION),
        ("prospective_candidate", Resolver.CONSULTANT_ENTITY),
        ("prospective_client", Resolver.CONSULTANT_ENTITY),
        ("client", Resolver.COUNTERPARTY_OF_AGREEMENT),
        ("referee", Resolver.COUNTERPARTY_OF_AGREEMENT),
        ("supplier", Resolver.COUNTERPARTY_OF_AGREEMENT),
        ("website_user", Resolver.WEBSITE_OWNER),
        ("app_user", Resolver.WEBSITE_OWNER),
    ],
)
def test_each_role_has_its_own_rule_for_who_answers(
    policy: Policy, role: str, rule: Resolver
) -> None:
    """
    One rule answers for each role, that of the role it is treated as included; no other does.
    """
    assert [one.by for one in policy.responsible_for(role).values()] == [rule]
    with pytest.raises(UnknownTermError):
        policy.responsible_for("emergency_contact")


def test_a_rule_for_one_country_or_service_answers_there_only(policy: Policy) -> None:
    """
    Where the country or service is not known, every rule that may answer is named.
    """
    candidates = policy.responsible["procedure"]
    told_apart = attrs.evolve(
        policy,
        responsible=FrozenMap(
            {
                "here": attrs.evolve(candidates, countries=("BE",)),
                "there": attrs.evolve(candidates, countries=("FR",), services=("technology",)),
            }
        ),
    )
    assert set(told_apart.responsible_for("candidate")) == {"here", "there"}
    assert set(told_apart.responsible_for("candidate", country="BE")) == {"here"}
    assert set(told_apart.responsible_for("candidate", country="FR", service="payroll")) == set()
    assert set(told_apart.responsible_for("client")) == set()


def test_a_part_without_roles_is_for_everybody(policy: Policy) -> None:
    """
    A use that names no role reaches each of them; one that names some reaches no other.
    """
    for role in policy.roles:
        assert "legal_duties" in policy.uses_of(role)
    assert "approaching_clients" in policy.uses_of("prospective_client")
    assert "approaching_clients" not in policy.uses_of("prospective_candidate")


@pytest.mark.row("PAGE-001")
def test_a_notice_without_a_date_is_found(policy: Policy) -> None:
    """
    The text carries no date; one that takes effect on a day is not found.
    """
    dated = Version(number="1", effective_on=PartialDate(2026, 1, 1))
    assert ("version.undated", "version") in found(policy)
    assert ("version.undated", "version") not in found(attrs.evolve(policy, version=dated))


@pytest.mark.row("PAGE-114")
def test_a_text_that_breaks_off_is_found(policy: Policy) -> None:
    """
    The text ends in the middle of a word; a whole one is not found.
    """
    broken = ("version.truncated", "version.complete")
    whole = attrs.evolve(policy, version=attrs.evolve(policy.version, complete=True))
    assert broken in found(policy)
    assert broken not in found(whole)


@pytest.mark.row("PAGE-005", "PAGE-018")
@pytest.mark.parametrize("name", ["companies", "contact"])
def test_a_link_that_leads_nowhere_is_found(policy: Policy, name: str) -> None:
    """
    The list of companies and the part on contact are lost; one with an address is not found.
    """
    lost = ("link.lost", f"links.{name}.url")
    whole = attrs.evolve(policy.links[name], url="https://example.org")
    assert lost in found(policy)
    assert lost not in found(attrs.evolve(policy, links=put(policy.links, name, whole)))


@pytest.mark.row("PAGE-021")
def test_special_categories_without_a_condition_are_found(policy: Policy) -> None:
    """
    No condition stands with the data on diversity; with one they are not found.
    """
    bare = ("data.art_9_unstated", "data.candidate.but.diversity_information")
    held = policy.data["candidate"]
    diversity = held.but["diversity_information"]
    with_one = attrs.evolve(diversity, art_9=Art9Condition.EXPLICIT_CONSENT)
    better = attrs.evolve(held, but=put(held.but, "diversity_information", with_one))
    assert bare in found(policy)
    assert bare not in found(attrs.evolve(policy, data=put(policy.data, "candidate", better)))


@pytest.mark.row("PAGE-017")
def test_the_right_to_object_stands_apart(policy: Policy) -> None:
    """
    The right to object has a section of its own; a notice with nothing to object to has none.
    """
    assert section(composed(policy), "object") is not None
    nothing = attrs.evolve(policy, uses=FrozenMap(), marketing=FrozenMap())
    assert section(composed(nothing), "object") is None


def interests(use: Section) -> list[str]:
    """
    List the interests told of a use.
    """
    told = [row for block in use.blocks if isinstance(block, Details) for row in block.rows]
    return [line for label, lines in told if label.startswith("Legitimate") for line in lines]


@pytest.mark.row("PAGE-087")
def test_a_legitimate_interest_is_told_with_its_purpose(policy: Policy) -> None:
    """
    The interest in answering stands beside that purpose; where none is named, none is told.
    """
    answering = section(composed(policy), "use-answering")
    assert answering is not None
    assert [block.items for block in answering.blocks if isinstance(block, Bullets)] == [
        ("answering enquiries",)
    ]
    assert interests(answering) == ["keeping in touch with up-to-date information"]
    website = section(composed(policy, "website_user"), "use-website")
    assert website is not None
    assert interests(website) == []


@pytest.mark.row("PAGE-064")
def test_no_advertising_without_consent_given_before(policy: Policy) -> None:
    """
    Advertising goes on from the day of a consent to it; another consent does not help.
    """
    purposes = policy.uses["advertising"].purposes
    day_before = date(2025, 5, 5)
    assert "advertising" not in uses(policy, on=AGREED)
    assert "advertising" not in uses(policy, agreed("job_alerts"), on=AGREED)
    assert "advertising" not in uses(policy, agreed(*purposes), on=day_before)
    assert "advertising" in uses(policy, agreed(*purposes), on=AGREED)


@pytest.mark.row("PAGE-095")
def test_withdrawing_ends_what_rests_on_consent(policy: Policy) -> None:
    """
    From the day the consent is taken back the alerts end; what rests on something else goes on.
    """
    taken_back = ConsentWithdrawn(
        id="no", person="p1", purposes=("job_alerts",), happened=TAKEN_BACK, recorded_at=NOTED
    )
    given = agreed("job_alerts")
    before = uses(policy, given, taken_back, on=date(2026, 2, 9))
    after = uses(policy, given, taken_back, on=TAKEN_BACK)
    assert policy.rights[Right.WITHDRAW_CONSENT].any_time
    assert before - after == {"job_alerts"}
    assert "news" in after


@pytest.mark.row("PAGE-053")
def test_an_obligation_nobody_can_see_is_found(policy: Policy) -> None:
    """
    "In some cases" data must be given; once it is said which, nothing is missing.
    """
    duty = attrs.evolve(policy.obligations["services"], data=("cv",))
    said = attrs.evolve(policy, obligations=FrozenMap({"services": duty}))
    gap = ("obligation.unspecific", "obligations.services.required_by")
    assert gap in found(policy)
    assert gap not in found(said)
