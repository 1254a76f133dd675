"""
How much of a notice is said: a card, a few lines beside a field, one page for all.
"""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path
from typing import Final

import attrs
import pytest

from recruitprivacy import law
from recruitprivacy.errors import NotHeldError, UnknownTermError
from recruitprivacy.findings import Level
from recruitprivacy.frozen import FrozenMap
from recruitprivacy.notices import (
    Bullets,
    Collected,
    Depth,
    Field,
    Layer,
    Link,
    Notice,
    Paragraph,
    compose,
    to_text,
)
from recruitprivacy.policy import (
    UNSTATED,
    Authority,
    Disclosure,
    FurtherRequest,
    Holding,
    Item,
    Modality,
    Obligation,
    Policy,
    RetentionRule,
    Role,
    Transfer,
    Use,
    Ways,
)
from recruitprivacy.vocabulary import Art9Condition, LawfulBasis
from recruitprivacy.wire import load_policy
from tests.notices.policies import COMPLETE, Change, evolved, replaced, together

ON: Final = date(2026, 11, 22)
POLICIES: Final = Path(__file__).parents[2] / "examples" / "policies"
FIRMS: Final = sorted(path.parent.name for path in POLICIES.glob("*/policy.toml"))
FULL_AT: Final = "https://example.org/privacy"
LONGEST_CARD: Final = 650
LONGEST_FIELD: Final = 200
BOTH_WAYS: Final = replaced(
    ways=FrozenMap(
        {
            "candidate": Ways(
                given=FrozenMap({"*": ("website",)}),
                received=FrozenMap({"*": ("linkedin",)}),
                automatic=FrozenMap({"email": ("cookies",)}),
                only=True,
            )
        }
    )
)


@cache
def firm(name: str) -> Policy:
    """
    Load a firm's declaration.
    """
    return load_policy(POLICIES / name)


def composed(
    policy: Policy,
    role: str | None = "candidate",
    *,
    layer: Depth = Layer.FULL,
    collected: Collected = Collected.BOTH,
    full_at: str = "",
) -> Notice:
    """
    Compose a notice in English under Dutch law.
    """
    return compose(
        policy,
        role,
        language="en",
        law=law.load("NL"),
        on=ON,
        layer=layer,
        collected=collected,
        full_at=full_at,
    )


def changed(*changes: Change) -> Policy:
    """
    Change the declaration that lacks nothing.
    """
    return together(*changes)(COMPLETE)


def keys(notice: Notice) -> list[str]:
    """
    List the keys of the sections.
    """
    return [section.key for section in notice.walk()]


def served(notice: Notice) -> set[str]:
    """
    List the provisions a notice serves.
    """
    return {str(cite) for cite in notice.serves}


# ------------------------------------------------------------------------------------------- card


@pytest.mark.parametrize("name", FIRMS)
def test_a_card_fits_one_screen_or_two(name: str) -> None:
    """
    A card is short, and shorter than the notice it stands for.
    """
    card = len(to_text(composed(firm(name), layer=Layer.CARD)).split())
    full = len(to_text(composed(firm(name))).split())

    assert card <= LONGEST_CARD
    assert card < full / 2


@pytest.mark.parametrize("name", FIRMS)
def test_a_card_has_what_matters_most(name: str) -> None:
    """
    Who, why, the rights and the complaint are on every card, with their provisions.
    """
    card = composed(firm(name), layer=Layer.CARD)

    assert {"who", "why", "rights", "complaint"} <= set(keys(card))
    assert {
        "GDPR Art. 13(1)(a)", "GDPR Art. 13(1)(c)", "GDPR Art. 13(2)(b)", "GDPR Art. 13(2)(d)",
    } <= served(card)  # fmt: skip


def test_a_card_sets_the_objection_apart() -> None:
    """
    On a card, too, the right to object stands in a section of its own.
    """
    card = composed(COMPLETE, layer=Layer.CARD)

    assert "object" in keys(card)
    assert "GDPR Art. 21(4)" in served(card)


def test_a_card_says_each_purpose_with_its_basis() -> None:
    """
    Purposes stand under their basis, if any, and what may be apart from what is.
    """
    more = {
        "more": Use(purposes=("job_alerts", "audits")),
        "perhaps": Use(purposes=("profiling",), modality=Modality.MAY),
        "agreed": Use(
            purposes=("talent_pool",), basis=(LawfulBasis.CONSENT,), modality=Modality.MAY
        ),
    }
    policy = changed(replaced(uses=FrozenMap({**COMPLETE.uses, **more})))
    why = next(one for one in composed(policy, layer=Layer.CARD).sections if one.key == "why")
    lists = [block for block in why.blocks if isinstance(block, Bullets)]

    assert [
        ("Lawful basis: legitimate interests. We use your data for:", ("handling applications",)),
        ("We use your data for:", ("job alerts", "audits")),
        ("We may use your data for:", ("profiling",)),
        (
            "Lawful basis: consent. We may use your data for:",
            ("keeping candidates in mind for later vacancies",),
        ),
    ] == [(each.lead, each.items) for each in lists]


def test_a_card_says_where_data_go() -> None:
    """
    A country that is named is told; where none is, that data can go abroad.
    """
    named = changed(replaced(transfers=FrozenMap({"a": Transfer(to_countries=("US",))})))
    unnamed = changed(replaced(transfers=FrozenMap({"a": Transfer()})))

    assert "Your data go to: United States." in to_text(composed(named, layer=Layer.CARD))
    assert "can go outside" in to_text(composed(unnamed, layer=Layer.CARD))


def test_a_card_says_whose_data_go_abroad() -> None:
    """
    Where data of some people only go to a country, the card does not say it of everybody.
    """
    entries = {
        "a": Transfer(to_countries=("US",), modality=Modality.MAY),
        "b": Transfer(to_countries=("TR",), person_in=("DE", "FR")),
        "c": Transfer(to_countries=("IN",), person_in=("DE", "FR")),
        "d": Transfer(person_in=("SE",)),
    }
    said = to_text(composed(changed(replaced(transfers=FrozenMap(entries))), layer=Layer.CARD))

    assert (
        "Your data can go to: United States.\n\nYour data go to: Türkiye and India.\n\n"
        "This applies only to people in: Germany and France.\n\n"
    ) in said


def test_a_card_leads_to_the_full_notice() -> None:
    """
    Where it is said where the full notice stands, the card links to it; else it does not.
    """
    card = composed(COMPLETE, layer=Layer.CARD, full_at=FULL_AT)
    links = [block.href for block in card.blocks() if isinstance(block, Link)]

    assert [FULL_AT] == links
    assert not any(
        isinstance(block, Link) for block in composed(COMPLETE, layer=Layer.CARD).blocks()
    )


def test_a_card_of_next_to_nothing() -> None:
    """
    Of a declaration that says nearly nothing the card invents nothing.
    """
    bare = Policy(
        id="bare",
        firm=("Nobody",),
        languages=("en",),
        roles=FrozenMap({"candidate": Role()}),
        controllers=FrozenMap(),
    )
    assert ["who", "why", "rights", "complaint"] == keys(composed(bare, layer=Layer.CARD))


def test_a_notice_knows_its_layer() -> None:
    """
    A notice says how much of it there is, and from whom the data come.
    """
    card = composed(COMPLETE, layer=Layer.CARD, collected=Collected.FROM_OTHERS)

    assert (Layer.CARD, Collected.FROM_OTHERS) == (card.layer, card.collected)
    assert (Layer.FULL, Collected.BOTH) == (composed(COMPLETE).layer, composed(COMPLETE).collected)


# ------------------------------------------------------------------------------------------ field


def beside(policy: Policy, category: str = "email", stage: str = "") -> str:
    """
    Say what stands beside a field.
    """
    return to_text(composed(policy, layer=Field(category=category, stage=stage), full_at=FULL_AT))


def test_beside_a_field() -> None:
    """
    A field says why it is asked, on what basis, who sees it, how long, and where more stands.
    """
    assert (
        "E-mail address\n==============\n\n"
        "We use this for:\n\n- handling applications\n\n"
        "The lawful basis: legitimate interests.\n\n"
        "We may share your data with:\n\n- IT providers\n\n"
        "We keep your data for at most 4 weeks, counted from this moment: "
        "end of the procedure.\n\n"
        "The full privacy notice: https://example.org/privacy\n"
    ) == beside(COMPLETE)


@pytest.mark.parametrize("name", FIRMS)
def test_a_field_is_read_in_a_moment(name: str) -> None:
    """
    Beside no field of any firm stands more than one reads in passing.
    """
    policy = firm(name)
    for category in policy.data["candidate"].categories:
        assert len(beside(policy, category).split()) <= LONGEST_FIELD


def test_a_field_uses_the_words_of_the_firm() -> None:
    """
    Where the firm gave a use a title of its own, the field says that.
    """
    own = FrozenMap({"en": FrozenMap({"uses.hiring.title": "Finding a colleague"})})

    assert "- Finding a colleague\n" in beside(changed(replaced(texts=own)))


def test_a_field_one_may_leave_empty() -> None:
    """
    What is voluntary may be left empty; what a contract needs is said with what follows.
    """
    voluntary = changed(
        replaced(
            data=FrozenMap({"candidate": Holding(but=FrozenMap({"photo": Item(voluntary=True)}))})
        )
    )
    bases = (LawfulBasis.VITAL_INTERESTS, LawfulBasis.CONTRACT)
    needed = changed(evolved("obligations", "apply", data=("email",), required_by=bases))

    assert "You may leave this empty." in beside(voluntary, "photo")
    assert "Some data are needed to perform a contract." in beside(needed)
    assert "cannot" in beside(needed)
    assert "Some data" not in beside(needed, "cv")


def test_an_obligation_of_others_is_not_told() -> None:
    """
    What others must give is not said beside the reader's field.
    """
    theirs = Obligation(
        roles=("client",), data=("email",), required_by=(LawfulBasis.LEGAL_OBLIGATION,)
    )
    policy = changed(
        replaced(
            roles=FrozenMap({"candidate": Role(), "client": Role()}),
            obligations=FrozenMap({"theirs": theirs}),
        )
    )
    assert "the law says so" not in beside(policy)


def test_a_guarded_field_names_its_condition() -> None:
    """
    Beside what the law guards stands the condition it is held on.
    """
    item = Item(art_9=Art9Condition.EXPLICIT_CONSENT)
    policy = changed(
        replaced(data=FrozenMap({"candidate": Holding(but=FrozenMap({"health": item}))}))
    )

    assert "only on this condition: explicit consent" in beside(policy, "health")


def test_a_star_does_not_reach_what_is_held_on_conditions() -> None:
    """
    A use, a recipient or a rule for all plain data says nothing of those under conditions.
    """
    policy = changed(
        replaced(
            data=FrozenMap({"candidate": Holding(but=FrozenMap({"photo": Item(voluntary=True)}))}),
            recipients=FrozenMap({"hosts": Disclosure(to=("service_providers",))}),
        )
    )
    said = beside(policy, "photo")

    assert "We use this for" not in said
    assert "IT providers" not in said


def test_a_rule_for_other_data_is_not_told() -> None:
    """
    How long other data are kept is not said beside this field.
    """
    rule = RetentionRule(
        data=("cv",), at_most=COMPLETE.retention["rejected"].at_most, after="procedure_closed"
    )
    policy = changed(replaced(retention=FrozenMap({"cv": rule})))

    assert "4 weeks" not in beside(policy)
    assert "4 weeks" in beside(policy, "cv")


def test_a_field_nobody_declared() -> None:
    """
    A form that asks for what the declaration does not hold is refused, the nearest named.
    """
    with pytest.raises(UnknownTermError, match="did you mean 'email'") as raised:
        composed(COMPLETE, layer=Field(category="e_mail"))
    assert ("category", "e_mail", "email") == (
        raised.value.kind,
        raised.value.key,
        raised.value.nearest,
    )


def test_a_field_nothing_of_which_is_held() -> None:
    """
    A form that asks for something known, and not held of these people, is refused as well.
    """
    with pytest.raises(NotHeldError, match="no 'photo' is held of 'candidate'") as raised:
        composed(COMPLETE, layer=Field(category="photo"))
    assert ("photo", "candidate") == (raised.value.category, raised.value.role)
    assert "name" in raised.value.held


@pytest.mark.parametrize(
    ("stage", "found"), [("application", True), ("interview", False), ("hired", False), ("", False)]
)
def test_a_form_that_asks_too_early(stage: str, *, found: bool) -> None:
    """
    A form before the stage declared is an error at its path; at that stage or later it is none.
    """
    photo = FrozenMap({"photo": Item(stage="interview")})
    policy = changed(replaced(data=FrozenMap({"candidate": Holding(but=photo)})))
    notice = composed(policy, layer=Field(category="photo", stage=stage))
    early = [each for each in notice.unstated if each.code == "field.too_early"]

    assert found == bool(early)
    assert not early or [("data.candidate.but.photo.stage", Level.ERROR)] == [
        (each.path, each.level) for each in early
    ]


def test_a_stage_nobody_knows() -> None:
    """
    A stage that is no stage is refused, the nearest named.
    """
    with pytest.raises(UnknownTermError, match="interview"):
        composed(COMPLETE, layer=Field(category="email", stage="interveiw"))


def test_only_what_a_field_lacks_is_reported() -> None:
    """
    Beside a field only the gaps of what it says are reported: its use, its keeping, its recipients.
    """
    policy = changed(evolved("uses", "hiring", basis=UNSTATED), replaced(authorities=FrozenMap()))
    paths = {each.path for each in composed(policy, layer=Field(category="email")).unstated}

    assert "authorities" in {each.path for each in composed(policy).unstated}
    assert {"uses.hiring.basis"} == paths


# ------------------------------------------------------------------------- from whom the data come


def text(section: str, notice: Notice) -> str:
    """
    Say one section.
    """
    bare = attrs.evolve(
        notice,
        lead=(),
        sections=tuple(one for one in notice.sections if one.key == section),
    )
    return to_text(bare)


def test_from_others() -> None:
    """
    Data from others: their source and when one is told, nothing of what one gives or must give.
    """
    notice = composed(changed(BOTH_WAYS), collected=Collected.FROM_OTHERS)
    said = text("sources", notice)

    assert "must" not in keys(notice)
    assert "LinkedIn" in said
    assert "at the latest within one month" in said
    assert not any(each in said for each in ("You give us", "automatically", "any other way"))
    assert {"GDPR Art. 14(3)(a)", "GDPR Art. 14(3)(b)", "GDPR Art. 14(3)(c)"} <= served(notice)


def test_from_the_reader() -> None:
    """
    Data from the reader: what they give and must give, nothing of others.
    """
    notice = composed(changed(BOTH_WAYS), collected=Collected.FROM_READER)
    said = text("sources", notice)

    assert "must" in keys(notice)
    assert "You give us data yourself" in said
    assert "automatically" in said
    assert not any(each in said for each in ("LinkedIn", "within one month", "any other way"))


def test_from_both() -> None:
    """
    Where nothing else is said, a notice is for data of either kind.
    """
    said = text("sources", composed(changed(BOTH_WAYS)))

    assert all(
        each in said for each in ("You give us", "LinkedIn", "within one month", "any other way")
    )


def test_no_source_of_the_kind() -> None:
    """
    Where nothing comes from others, a notice for such data has no word on sources.
    """
    assert "sources" not in keys(composed(COMPLETE, collected=Collected.FROM_OTHERS))


def test_no_month_without_its_law() -> None:
    """
    Under law that sets no period to tell it in, none is told.
    """
    us = compose(changed(BOTH_WAYS), "candidate", language="en", law=law.load("US"), on=ON)
    before = compose(
        changed(BOTH_WAYS), "candidate", language="en", law=law.load("NL"), on=date(2018, 5, 24)
    )
    assert "within one month" not in text("sources", before)
    assert "US" in {pack.jurisdiction for pack in law.load("US").packs}
    assert "LinkedIn" in text("sources", us)


# ------------------------------------------------------------------------------------ page for all


def all_of(*roles: str, **sections: object) -> Policy:
    """
    Speak to several roles.
    """
    return changed(replaced(roles=FrozenMap({role: Role() for role in roles}), **sections))


def test_what_is_the_same_is_said_once() -> None:
    """
    What holds for every role stands once, and no role is named with it.
    """
    policy = all_of("candidate", "client", uses=FrozenMap({"all": Use(purposes=("audits",))}))
    notice = composed(policy, None)

    assert "" == notice.role
    assert 1 == keys(notice).count("use-all")
    assert "This concerns" not in text("why", notice)


def test_what_differs_stands_under_its_role() -> None:
    """
    What differs from role to role stands under the role's name, whole.
    """
    held = {"candidate": Holding(items=("cv",)), "client": Holding(items=("email",))}
    notice = composed(all_of("candidate", "client", data=FrozenMap(held)), None)
    what = next(section for section in notice.sections if section.key == "what")

    assert () == what.blocks
    assert [("what-for-candidate", "Candidate"), ("what-for-client", "Client")] == [
        (below.key, below.title) for below in what.sections
    ]


def test_a_part_of_some_roles_names_them() -> None:
    """
    A use of two roles out of three names the two.
    """
    uses = FrozenMap({"hiring": Use(roles=("candidate", "referee"), purposes=("audits",))})
    notice = composed(all_of("candidate", "client", "referee", uses=uses), None)
    use = next(section for section in notice.walk() if section.key == "use-hiring")

    assert isinstance(use.blocks[0], Paragraph)
    assert "This concerns: candidate and referee." == use.blocks[0].text


def test_only_whom_the_notice_addresses() -> None:
    """
    A role that is spoken of and not to is not among the readers.
    """
    roles = FrozenMap({"candidate": Role(), "client": Role(addressed=False)})
    (lead,) = composed(changed(replaced(roles=roles)), None).lead

    assert isinstance(lead, Bullets)
    assert ("candidate",) == lead.items


@pytest.mark.parametrize("name", FIRMS)
def test_the_page_for_all_leaves_nothing_out(name: str) -> None:
    """
    Whatever a notice for one role says, the page for all says as well.
    """
    policy = firm(name)
    said = set(to_text(composed(policy, None)).split("\n\n"))
    for role in (key for key, each in policy.roles.items() if each.addressed):
        parts = to_text(composed(policy, role)).split("\n\n")
        lost = [part for part in parts if part not in said]
        assert [part for part in lost if not part.startswith("This notice is for you")] == []


@pytest.mark.parametrize("name", FIRMS)
def test_the_page_for_all_has_each_anchor_once(name: str) -> None:
    """
    No section of the page for all has the anchor of another.
    """
    found = keys(composed(firm(name), None))

    assert sorted(set(found)) == sorted(found)


def test_a_card_for_all() -> None:
    """
    A card can speak to all, too.
    """
    notice = composed(all_of("candidate", "client"), None, layer=Layer.CARD)

    assert {"who", "why", "rights"} <= set(keys(notice))


def test_the_named_authority_stands_on_the_card() -> None:
    """
    The authority the firm names stands on the card.
    """
    named = FrozenMap({"NL": Authority(name="AP")})

    assert "AP" in to_text(composed(changed(replaced(authorities=named)), layer=Layer.CARD))


def test_a_request_that_stops_messages_is_told_with_them() -> None:
    """
    How to stop messages is told where they are, and not again among the other requests.
    """
    asked = FurtherRequest(stops=("job_alerts",))
    erases = attrs.evolve(asked, erases=True)

    def how(request: FurtherRequest) -> str:
        further = FrozenMap({"unsubscribe": request})
        return text("rights", composed(changed(replaced(further_requests=further))))

    assert "You can also ask us for this" not in how(asked)
    assert "You can also ask us for this" in how(erases)
