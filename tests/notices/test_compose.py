"""
A composed notice: what concerns the reader, in their language, each part with its reason.
"""

from __future__ import annotations

import re
from datetime import date
from typing import Final

import attrs
import pytest

from recruitprivacy import i18n, law
from recruitprivacy.errors import UnknownLanguageError, UnknownTermError
from recruitprivacy.frozen import FrozenMap
from recruitprivacy.notices import Bullets, Details, Notice, Paragraph, compose
from recruitprivacy.periods import Period
from recruitprivacy.policy import (
    Authority,
    Automation,
    Clock,
    Contact,
    PartialDate,
    Policy,
    Practice,
    Resolver,
    RetentionRule,
    Role,
    Running,
    Transfer,
    Unstated,
    Version,
)
from recruitprivacy.vocabulary import LawfulBasis, Right, TransferInstrument
from tests.notices.policies import COMPLETE

ON: Final = date(2026, 11, 22)
LANGUAGES: Final = ("en", "nl", "sv", "de")


def composed(policy: Policy, *, role: str = "candidate", language: str = "en") -> Notice:
    """
    Compose a notice under Dutch law.
    """
    return compose(policy, role, language=language, law=law.load("NL"), on=ON)


def keys(notice: Notice) -> list[str]:
    """
    List the keys of the sections.
    """
    return [section.key for section in notice.walk()]


def words(notice: Notice) -> str:
    """
    Join everything a notice says.
    """
    said = [notice.title, *(section.title for section in notice.walk())]
    for block in notice.blocks():
        if isinstance(block, Bullets):
            said.extend((block.lead, *block.items))
        elif isinstance(block, Details):
            said.extend(part for label, lines in block.rows for part in (label, *lines))
        else:
            said.append(block.text)
    return "\n".join(said)


@pytest.mark.parametrize("language", LANGUAGES)
def test_whole_notice(language: str) -> None:
    """
    A complete declaration gives every section it has something for, in each language.
    """
    notice = composed(COMPLETE, language=language)
    right = [f"right-{name.value}" for name in Right if f"right-{name.value}" in keys(notice)]

    assert language == notice.language
    assert [
        "who", "what", "sources", "why", "use-hiring", "object", "consent", "messages", "must",
        "sharing", "keeping", "rights", *right, "how", "complaint", "changes",
    ] == keys(notice)  # fmt: skip
    assert len(right) == 6
    assert "{" not in words(notice)


def test_nothing_is_invented() -> None:
    """
    What a declaration leaves unstated is not said, and stands among the unstated.
    """
    bare = Policy(
        id="bare",
        firm=("Nobody",),
        languages=("en",),
        roles=FrozenMap({"candidate": Role()}),
        controllers=FrozenMap(),
    )
    notice = composed(bare)
    told = words(notice)

    assert ["who", "why", "rights"] == keys(notice)[:3]
    assert not any(word in told for word in ("basis for this", "at most", "Autoriteit", "e-mail"))
    assert {"role.uncontrolled", "use.none", "retention.unstated"} <= {
        finding.code for finding in notice.unstated
    }


def test_a_wish_is_never_printed() -> None:
    """
    A length the firm merely aims at stays inside the firm.
    """
    rule = RetentionRule(roles=("candidate",), aim=Period(months=7), after="procedure_closed")
    planned = attrs.evolve(COMPLETE, retention=FrozenMap({"rejected": rule}))

    assert "7" not in words(composed(planned)).replace("GDPR", "")


def test_period_with_its_start() -> None:
    """
    A promised period is said with what it runs from.
    """
    assert "at most 4 weeks, counted from this moment: end of the procedure" in words(
        composed(COMPLETE)
    )


def test_objection_stands_apart() -> None:
    """
    The right to object has a section of its own where interests or marketing call for it.
    """
    use = attrs.evolve(COMPLETE.uses["hiring"], basis=(LawfulBasis.PRECONTRACT,), interests=())
    quiet = attrs.evolve(COMPLETE, uses=FrozenMap({"hiring": use}), marketing=FrozenMap())
    loud = composed(COMPLETE)
    section = next(section for section in loud.walk() if section.key == "object")

    assert "object" not in keys(composed(quiet))
    assert {"GDPR Art. 21(4)"} <= {str(cite) for block in section.blocks for cite in block.serves}


def test_withdrawal_only_where_consent_is_asked() -> None:
    """
    Nobody is told that consent can be withdrawn where none is asked for.
    """
    assert "consent" in keys(composed(COMPLETE))
    assert "consent" not in keys(composed(attrs.evolve(COMPLETE, consents=FrozenMap())))


def test_meaningful_contact_is_explained() -> None:
    """
    A clock says what counts and what does not, in the reader's role.
    """
    clock = Clock(
        counts=("message.inbound",),
        counts_for=FrozenMap({"candidate": ("cv.updated",), "client": ("meeting.held",)}),
        ignores=("message.opened",),
        if_none="registered",
    )
    rule = RetentionRule(at_most=Period(years=2), after="contact")
    policy = attrs.evolve(
        COMPLETE, clocks=FrozenMap({"contact": clock}), retention=FrozenMap({"house": rule})
    )
    section = next(section for section in composed(policy).walk() if section.key == "keeping")
    lists = [block.items for block in section.blocks if isinstance(block, Bullets)]

    assert [2, 1] == [len(items) for items in lists]


def test_transfer() -> None:
    """
    A transfer is told with its country, its safeguards and that a copy can be had.
    """
    there = Transfer(
        roles=("candidate",),
        to_countries=("US",),
        instruments=(TransferInstrument.STANDARD_CONTRACTUAL_CLAUSES,),
        copy_at=Contact(email="privacy@example.org"),
    )
    told = words(composed(attrs.evolve(COMPLETE, transfers=FrozenMap({"us": there}))))

    assert "United States" in told
    assert "copy of these safeguards" in told
    assert "abroad" not in keys(composed(COMPLETE))


def test_a_transfer_of_some_people() -> None:
    """
    A transfer of people in some places is told with those places, and to all without them.
    """
    entry = Transfer(
        roles=("candidate",),
        to_countries=("TR",),
        person_in=("DE", "EEA"),
        instruments=(TransferInstrument.STANDARD_CONTRACTUAL_CLAUSES,),
    )
    policy = attrs.evolve(COMPLETE, transfers=FrozenMap({"group": entry}))
    everybody = attrs.evolve(entry, person_in=())
    only = "This applies only to people in: Germany and the European Economic Area."
    assert only in words(composed(policy))
    assert "This applies only" not in words(
        composed(attrs.evolve(policy, transfers=FrozenMap({"group": everybody})))
    )


@pytest.mark.parametrize(
    ("since", "language", "expected"),
    [
        ("2018", "en", "from 2018"),
        ("2018-05", "en", "from May 2018"),
        ("early 2018-05", "en", "from early May 2018"),
        ("early 2018-05", "nl", "sinds begin mei 2018"),
        ("mid 2018-05", "sv", "från och med mitten av maj 2018"),
        ("late 2018", "nl", "sinds eind 2018"),
    ],
)
def test_a_date_that_is_no_day(since: str, language: str, expected: str) -> None:
    """
    A month or a year is said as precisely as it was written, in words.
    """
    version = Version(number="1", effective_on=PartialDate.parse(since))
    policy = attrs.evolve(COMPLETE, version=version)
    assert f" {expected}.\n" in words(composed(policy, language=language))


@pytest.mark.parametrize("language", LANGUAGES)
def test_controllers_found_but_not_named(language: str) -> None:
    """
    Where it is said how the controller is found and none is named, nobody is told of "none".
    """
    entry = attrs.evolve(
        COMPLETE.responsible["all"], by=Resolver.COUNTERPARTY_OF_AGREEMENT, among=()
    )
    policy = attrs.evolve(COMPLETE, responsible=FrozenMap({"all": entry}))
    (block,) = composed(policy, language=language).sections[0].blocks
    assert isinstance(block, Paragraph)
    assert block.text.endswith(".")
    assert i18n.say((), language) not in re.findall(r"\w+", block.text)


def test_an_authority_over_transfers_is_not_where_to_complain() -> None:
    """
    Who only watches over a transfer framework is not named as the place for a complaint.
    """
    trade = Authority(name="Trade Commission", under=(TransferInstrument.PRIVACY_SHIELD_EU_US,))
    policy = attrs.evolve(COMPLETE, authorities=FrozenMap({"US": trade}))
    assert "Trade Commission" not in words(composed(policy))


def test_planned_machines() -> None:
    """
    Automation that is only planned is told as planned.
    """
    planned = Automation(
        roles=("candidate",), practices=(Practice.SELECTION,), running=Running.PLANNED
    )
    policy = attrs.evolve(COMPLETE, automation=FrozenMap({"later": planned}))

    assert "In future" in words(composed(policy))
    assert "right-not_subject_to_automated_decision" in keys(composed(policy))


def test_own_words() -> None:
    """
    The firm's own words are used where it wrote some in that language.
    """
    texts = FrozenMap(
        {"nl": FrozenMap({"title": "Onze verklaring", "uses.hiring.title": "Werven"})}
    )
    policy = attrs.evolve(COMPLETE, texts=texts)

    assert "Onze verklaring" == composed(policy, language="nl").title
    assert "Werven" in words(composed(policy, language="nl"))
    assert "Onze verklaring" not in words(composed(policy, language="sv"))


def test_every_block_knows_its_reason() -> None:
    """
    Each block names a provision or a path of the declaration, but for leads to lists.
    """
    notice = composed(COMPLETE)
    bare = [block for block in notice.blocks() if not (block.serves or block.path)]

    assert len(bare) <= 1  # whom the notice is for


def test_paths_resolve() -> None:
    """
    Each path a block speaks of begins with a section of the declaration.
    """
    sections = {field.name for field in attrs.fields(Policy)}
    paths = {block.path.split(".")[0] for block in composed(COMPLETE).blocks() if block.path}

    assert paths <= sections | {"title", "intro"}


def test_unknown_role() -> None:
    """
    A role the declaration does not speak of is an error that names the nearest.
    """
    with pytest.raises(UnknownTermError, match="did you mean 'candidate'"):
        composed(COMPLETE, role="candidat")


def test_unknown_language() -> None:
    """
    A language without a catalog is an error that names those there are.
    """
    with pytest.raises(UnknownLanguageError, match="nl"):
        composed(COMPLETE, language="tlh")


def test_unstated_version_is_empty() -> None:
    """
    A notice of a declaration without a number has none either.
    """
    version = attrs.evolve(COMPLETE.version, number=Unstated.UNSTATED)

    assert "" == composed(attrs.evolve(COMPLETE, version=version)).version


@pytest.mark.parametrize(
    ("called", "texts", "expected"),
    [
        ({}, {}, "the last of the events listed below"),
        ({"en": "last login"}, {}, "counted from this moment: last login"),
        ({"nl": "laatste login"}, {}, "the last of the events listed below"),
        ({"en": "last login"}, {"clocks.seen.title": "your last visit"}, "moment: your last visit"),
    ],
)
def test_a_clock_by_its_own_name(
    called: dict[str, str], texts: dict[str, str], expected: str
) -> None:
    """
    A clock goes by what the firm calls it in the reader's language, and by no other clock's name.
    """
    clock = Clock(counts=("profile.logged_in",), if_none="registered", called=FrozenMap(called))
    policy = attrs.evolve(
        COMPLETE,
        clocks=FrozenMap({"seen": clock}),
        retention=FrozenMap({"idle": RetentionRule(at_most=Period(years=2), after="seen")}),
        texts=FrozenMap({"en": FrozenMap(texts)}),
    )
    assert expected in words(composed(policy))
    assert "meaningful" not in words(composed(policy))


def test_use_without_a_purpose() -> None:
    """
    A use that names no purpose is composed without one, and found.
    """
    use = attrs.evolve(COMPLETE.uses["hiring"], purposes=())
    notice = composed(attrs.evolve(COMPLETE, uses=FrozenMap({"hiring": use})))

    assert "use-hiring" in keys(notice)
    assert ["use.purposes_unstated"] == [finding.code for finding in notice.unstated]
