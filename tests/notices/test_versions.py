"""
Two versions of a declaration: what changed, who must be told, what must be asked again.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any, Final

import attrs
import pytest
from hypothesis import given

from recruitprivacy import law
from recruitprivacy.frozen import FrozenMap
from recruitprivacy.notices import Change as Found
from recruitprivacy.notices import Changed, diff, fingerprint
from recruitprivacy.periods import Period
from recruitprivacy.policy import (
    Changes,
    Controller,
    Disclosure,
    Holding,
    Item,
    LawNamed,
    PartialDate,
    Policy,
    Responsibility,
    Role,
    Use,
    Version,
)
from recruitprivacy.testing.strategies import policies
from recruitprivacy.vocabulary import LawfulBasis
from recruitprivacy.wire import from_json, load_policy, to_json
from tests.notices.policies import COMPLETE, REACHED, Change, evolved, replaced, together

ON: Final = date(2026, 11, 22)
POLICIES: Final = Path(__file__).parents[2] / "examples" / "policies"
FIRMS: Final = sorted(path.parent.name for path in POLICIES.glob("*/policy.toml"))
NL: Final = law.load("NL")
TWO_ROLES: Final = replaced(
    roles=FrozenMap({"candidate": Role(), "client": Role(), "lead": Role(treated_as="client")})
)


def changed(*changes: Change, base: Change = lambda policy: policy) -> Changed:
    """
    Compare the declaration that lacks nothing with the same after some changes.
    """
    old = base(COMPLETE)
    return diff(old, together(*changes)(old), NL)


def only(found: Changed) -> Found:
    """
    Give the one change there is.
    """
    (one,) = found.changes
    return one


def numbered(number: str) -> Change:
    """
    Give the notice another number.
    """
    return replaced(version=Version(number=number, effective_on=PartialDate.parse("2026-12-01")))


# ------------------------------------------------------------------------------------ fingerprint

COSMETIC: Final[list[Change]] = [
    replaced(languages=("sv", "nl")),
    replaced(texts=FrozenMap({"sv": FrozenMap({"title": "Integritet"})})),
    numbered("4"),
    replaced(wording=FrozenMap({"right": FrozenMap({"access": FrozenMap({"en": ("sight",)})})})),
    replaced(variants=FrozenMap({"sv": COMPLETE})),
    replaced(earlier=(COMPLETE,)),
    replaced(roles=FrozenMap({"candidate": Role(called=FrozenMap({"sv": "sökande"}))})),
    evolved("retention", "rejected", aim=Period(weeks=2)),
    evolved("data", "candidate", items=("cv", "email", "name")),
    replaced(adopted=("eu.guidance",)),
]
MATERIAL: Final[list[Change]] = [
    evolved("retention", "rejected", at_most=Period(weeks=5)),
    evolved("uses", "hiring", purposes=("application_processing", "audits")),
    evolved("uses", "hiring", basis=(LawfulBasis.CONSENT,)),
    evolved("data", "candidate", items=("name", "email")),
    evolved("controllers", "kade", name="Wal BV"),
    replaced(recipients=FrozenMap()),
    evolved("data", "candidate", exhaustive=False),
]


@pytest.mark.parametrize("change", COSMETIC)
def test_language_and_words_do_not_count(change: Change) -> None:
    """
    Another language, other words, another number or order: the same is said.
    """
    assert change(COMPLETE) != COMPLETE
    assert fingerprint(COMPLETE) == fingerprint(change(COMPLETE))


@pytest.mark.parametrize("change", MATERIAL)
def test_what_is_said_counts(change: Change) -> None:
    """
    Whatever is said otherwise gives another fingerprint.
    """
    assert fingerprint(COMPLETE) != fingerprint(change(COMPLETE))


@pytest.mark.parametrize("change", MATERIAL)
def test_another_fingerprint_is_another_content(change: Change) -> None:
    """
    What changes the fingerprint is a material change, and names both fingerprints.
    """
    found = changed(change)

    assert found.material
    assert found.before != found.after
    assert (fingerprint(COMPLETE), fingerprint(change(COMPLETE))) == (found.before, found.after)


@pytest.mark.parametrize("change", COSMETIC)
def test_the_same_fingerprint_is_nothing_to_tell(change: Change) -> None:
    """
    What leaves the fingerprint as it is has nothing that people have to be told.
    """
    found = changed(change)

    assert (found.before, found.material) == (found.after, ())


@pytest.mark.parametrize("firm", FIRMS)
def test_the_fingerprint_survives_storing(firm: str) -> None:
    """
    A declaration stored and read again says the same.
    """
    policy = load_policy(POLICIES / firm)

    assert fingerprint(policy) == fingerprint(from_json(Policy, to_json(policy)))


@given(policies())
def test_nothing_changed(policy: Policy) -> None:
    """
    A declaration compared with itself has not changed, and has one fingerprint.
    """
    found = diff(policy, policy, NL)

    assert () == found.changes
    assert found.before == found.after == fingerprint(policy)


@given(policies(), policies())
def test_material_if_and_only_if_another_fingerprint(one: Policy, other: Policy) -> None:
    """
    Between any two declarations, something material changed whenever the fingerprint did.
    """
    found = diff(one, other, NL)

    assert bool(found.material) == (found.before != found.after)


# ------------------------------------------------------------------------------------------- diff


def test_a_new_purpose_is_told_before() -> None:
    """
    A purpose that is added is told beforehand, under Art. 13(3) and 14(4).
    """
    found = only(changed(evolved("uses", "hiring", purposes=("application_processing", "audits"))))

    assert ("uses.hiring.purposes", (), ("audits",)) == (found.path, found.before, found.after)
    assert found.beforehand
    assert {"GDPR Art. 13(3)", "GDPR Art. 14(4)", "GDPR Art. 13(1)(c)"} <= set(
        map(str, found.cites)
    )


def test_a_new_use_is_told_before() -> None:
    """
    A use that is added is a change of its own, told beforehand.
    """
    more = {**COMPLETE.uses, "more": Use(roles=("candidate",), purposes=("audits",))}
    found = only(changed(replaced(uses=FrozenMap(more))))

    assert ("uses.more", ("more",), True) == (found.path, found.after, found.beforehand)
    assert ("candidate",) == found.roles


def test_a_purpose_that_goes_is_not_told_before() -> None:
    """
    What is no longer done needs no word before.
    """
    found = only(changed(replaced(uses=FrozenMap())))

    assert ("uses.hiring", ("hiring",), (), False) == (
        found.path,
        found.before,
        found.after,
        found.beforehand,
    )


def test_a_length_of_keeping() -> None:
    """
    A longer time of keeping is a material change of that element, told to whom it concerns.
    """
    found = only(changed(evolved("retention", "rejected", at_most=Period(weeks=8))))

    assert ("retention.rejected.at_most", ("P4W",), ("P8W",), True) == (
        found.path,
        found.before,
        found.after,
        found.material,
    )
    assert ("candidate",) == found.roles
    assert ["GDPR Art. 13(2)(a)", "GDPR Art. 14(2)(a)"] == [str(cite) for cite in found.cites]


@pytest.mark.parametrize(
    "change",
    [
        numbered("4"),
        evolved("retention", "rejected", aim=Period(weeks=2)),
        replaced(laws=FrozenMap({"AVG": LawNamed()})),
        replaced(firm=("Kade", "Kade Group")),
        replaced(roles=FrozenMap({"candidate": Role(called=FrozenMap({"sv": "sökande"}))})),
    ],
)
def test_cosmetic(change: Change) -> None:
    """
    A name, a number or a wish that changes obliges nobody to tell anybody.
    """
    found = changed(change)

    assert found.changes
    assert ((), (), ()) == (found.material, found.who_must_be_told, found.ask_again)


def test_words_are_for_a_person_to_read() -> None:
    """
    Where the firm's own words changed, nobody but a reader can tell whether they mean the same.
    """
    before = replaced(texts=FrozenMap({"en": FrozenMap({"intro": "Hello.", "title": "Us"})}))
    after = replaced(texts=FrozenMap({"en": FrozenMap({"intro": "Hi.", "title": "Us"})}))
    found = changed(after, base=before)

    assert [("texts.en.intro", None)] == [(each.path, each.material) for each in found.to_read]
    assert () == found.material


def test_words_that_come_and_go() -> None:
    """
    Words written for the first time, and words taken away, are to be read as well.
    """
    own = replaced(texts=FrozenMap({"sv": FrozenMap({"title": "Vi"})}))

    assert ["texts.sv.title"] == [each.path for each in changed(own).to_read]
    assert ["texts.sv.title"] == [
        each.path for each in changed(replaced(texts=FrozenMap()), base=own).to_read
    ]


@pytest.mark.parametrize(
    ("change", "roles"),
    [
        (evolved("uses", "hiring", when=("law_permits",)), ("candidate",)),
        (evolved("recipients", "hosts", when=("law_permits",)), ("candidate", "client", "lead")),
        (
            replaced(data=FrozenMap({"client": Holding(items=("name",))})),
            ("candidate", "client", "lead"),
        ),
        (evolved("controllers", "kade", name="Wal BV"), ("candidate",)),
        (replaced(security=attrs.evolve(COMPLETE.security, measures=("encryption",))),
         ("candidate", "client", "lead")),
    ],
)  # fmt: skip
def test_who_must_be_told(change: Change, roles: tuple[str, ...]) -> None:
    """
    Those are told whom the changed part concerns, whoever is treated as them, and nobody else.
    """
    assert roles == changed(change, base=TWO_ROLES).who_must_be_told


def test_whoever_is_not_addressed_is_not_told() -> None:
    """
    People the notice speaks of and not to are not told by it.
    """
    roles = replaced(roles=FrozenMap({"candidate": Role(addressed=False)}))
    found = changed(evolved("uses", "hiring", when=("law_permits",)), base=roles)

    assert ((), True) == (found.who_must_be_told, bool(found.material))


def test_a_role_that_goes() -> None:
    """
    People of whom the newer version no longer speaks are told by what the older said.
    """
    roles = FrozenMap({"client": Role()})
    found = changed(replaced(roles=roles, uses=FrozenMap()), base=TWO_ROLES)

    assert "candidate" in found.who_must_be_told


# --------------------------------------------------------------------------------------- consents


def agreed(**more: Any) -> Change:  # noqa: ANN401 - any field
    """
    Ask consent to job alerts, for which there is a use.
    """
    alerts = Use(roles=("candidate",), purposes=("job_alerts",), basis=(LawfulBasis.CONSENT,))
    return replaced(uses=FrozenMap({**COMPLETE.uses, "alerts": alerts}), **more)


@pytest.mark.parametrize(
    "change",
    [
        evolved("consents", "pool", purposes=("job_alerts", "talent_pool")),
        evolved("consents", "pool", data=("cv",)),
        evolved("uses", "alerts", data=("*", "health")),
        replaced(
            recipients=FrozenMap(
                {"b": Disclosure(to=("authorities",), purposes=("job_alerts",))}
            )
        ),
        evolved("controllers", "kade", name="Wal BV"),
        together(
            replaced(
                controllers=FrozenMap(
                    {**COMPLETE.controllers, "wal": Controller(name="Wal BV", contact=REACHED)}
                )
            ),
            evolved("responsible", "all", among=("kade", "wal")),
        ),
    ],
)  # fmt: skip
def test_consent_is_asked_again(change: Change) -> None:
    """
    A wider question, new data or recipients for its purpose, another controller: ask again.
    """
    assert ("pool",) == changed(change, base=agreed()).ask_again


@pytest.mark.parametrize(
    "change",
    [
        evolved("consents", "pool", withdrawn_by=("email",)),
        evolved("uses", "hiring", when=("law_permits",)),
        evolved("recipients", "hosts", when=("law_permits",)),
        replaced(recipients=FrozenMap()),
        replaced(consents=FrozenMap()),
        evolved("retention", "rejected", at_most=Period(weeks=8)),
        evolved("data", "candidate", but=FrozenMap({"photo": Item(voluntary=True)})),
    ],
)
def test_consent_still_covers_it(change: Change) -> None:
    """
    What has nothing to do with what was agreed to, or leaves it narrower, is not asked again.
    """
    assert () == changed(change, base=agreed()).ask_again


def test_a_consent_of_others_is_not_touched() -> None:
    """
    Another controller for candidates does not touch what clients agreed to.
    """
    base = together(TWO_ROLES, evolved("consents", "pool", roles=("client",)))

    assert () == changed(evolved("controllers", "kade", name="Wal BV"), base=base).ask_again


# ---------------------------------------------------------------------------------------- in words


def test_in_words() -> None:
    """
    What changed is said with its provisions, then whom to tell, how, and what to ask again.
    """
    promised = replaced(changes=Changes(material_told=None, material_via=("email",)))
    found = changed(
        evolved("uses", "alerts", purposes=("job_alerts", "audits")),
        evolved("recipients", "hosts", to=("authorities",)),
        base=together(agreed(), promised),
    )
    first, second, *rest = found.explain("en").splitlines()

    assert first.startswith("New under uses.alerts.purposes: audits. (Article 13(1)(c)")
    assert second.startswith(
        "Changed under recipients.hosts.to, before: it_providers; now: authorities. ("
    )
    assert [
        "People to be told: candidate.",
        "They are told before it begins.",
        "The firm says it tells them by: e-mail.",
        "What was agreed to before does not cover it; ask again: pool.",
        "Both have the same version number, so nobody can tell who was given which.",
    ] == rest


def test_in_words_nothing_to_tell() -> None:
    """
    Where nothing material changed, that is said.
    """
    assert "Nothing changed that people have to be told." == changed().explain("en")
    own = replaced(texts=FrozenMap({"en": FrozenMap({"title": "Us"})}))
    assert (
        changed(own).explain("en").startswith("The firm's own words under texts.en.title changed")
    )


def test_in_words_how_is_not_said() -> None:
    """
    Where the firm does not say how it tells people, that is said; so is what is gone.
    """
    said = changed(replaced(uses=FrozenMap()), numbered("4")).explain("en")

    assert "No longer under uses.hiring: hiring." in said
    assert "The declaration does not say how they are told" in said
    assert "same version number" not in said


def test_unmarked() -> None:
    """
    One number for two contents is told; one number for one content in other words is not.
    """
    assert changed(replaced(uses=FrozenMap())).unmarked
    assert not changed(replaced(uses=FrozenMap()), numbered("4")).unmarked
    assert not changed(replaced(texts=FrozenMap({"en": FrozenMap({"title": "Us"})}))).unmarked


def test_changes_are_written_as_json() -> None:
    """
    What changed can be handed on as JSON.
    """
    assert b"uses.hiring" in to_json(changed(replaced(uses=FrozenMap())))


def test_a_changed_answer() -> None:
    """
    Who answers for whom is among what people are told.
    """
    more = FrozenMap(
        {"all": Responsibility(roles=("candidate",), among=("kade",), countries=("NL",))}
    )

    assert ("responsible.all.countries",) == tuple(
        each.path for each in changed(replaced(responsible=more)).material
    )
