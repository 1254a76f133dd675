"""
What holds of every answer, whatever the facts.
"""

from __future__ import annotations

import pickle
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Final

import attrs
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from recruitprivacy.basis import (
    Activity,
    Address,
    AskedBy,
    Automated,
    ConsentAct,
    ConsentAsked,
    ContractWith,
    Effect,
    Relation,
    Sending,
    SoftOptIn,
    Telling,
    Verdict,
    assess,
    audit,
    layers,
    may_collect,
    may_contact,
    may_transfer,
)
from recruitprivacy.basis._premise import all_of, best, negated, worst
from recruitprivacy.errors import FaultsError
from recruitprivacy.findings import Finding
from recruitprivacy.frozen import FrozenMap
from recruitprivacy.law import Law, Situation, load
from recruitprivacy.policy import Policy, Transfer
from recruitprivacy.testing.examples import own_hiring
from recruitprivacy.timeline import Facts
from recruitprivacy.vocabulary import BUILT_IN, Kind, TransferInstrument
from recruitprivacy.wire import load_policy
from tests.basis.asking import BOTH, DAY, EXCLUDED, HERE, NL, STANDS, WEIGHED, changed, union_with

KNOWN: Final = st.sampled_from([True, False, None])
PURPOSES: Final = [term.key for term in BUILT_IN.terms(Kind.PURPOSE)]
STAGES: Final = [term.key for term in BUILT_IN.terms(Kind.STAGE)]
CATEGORIES: Final = [term.key for term in BUILT_IN.terms(Kind.CATEGORY)]
POLICIES: Final = Path(__file__).parents[2] / "examples" / "policies"
FIRMS: Final = sorted(path.parent.name for path in POLICIES.glob("*/policy.toml"))
NO_LAW: Final = Law(packs=())
NOWHERE_KNOWN: Final = Situation(establishment="XX", place_of_work="XX", residence="XX")

CONSENTS: Final = st.builds(
    ConsentAsked,
    purposes=st.sampled_from([(), ("talent_pool",), ("talent_pool", "direct_marketing")]),
    act=st.sampled_from([None, *ConsentAct]),
    detriment=KNOWN,
    imbalance=KNOWN,
    conditional=KNOWN,
    separate=KNOWN,
    distinguishable=KNOWN,
    told=st.sampled_from([None, (), tuple(Telling)]),
    entities=st.sampled_from([(), ("north",)]),
    open_ended=KNOWN,
    withdrawal_easy=KNOWN,
    explicit=KNOWN,
    notice_version=st.sampled_from(["", "3"]),
    notice_digest=st.sampled_from(["", "sha256:00"]),
    language=st.just("nl"),
)
MACHINES: Final = st.builds(
    Automated,
    effect=st.sampled_from([None, *Effect]),
    looked_at=KNOWN,
    may_overturn=KNOWN,
    drawn_on=KNOWN,
    unseen=KNOWN,
    infers_emotions=KNOWN,
    special_categories=KNOWN,
    necessary=KNOWN,
    intervention=KNOWN,
)
ACTIVITIES: Final = st.builds(
    Activity,
    role=st.just("candidate"),
    purpose=st.sampled_from(PURPOSES),
    categories=st.lists(st.sampled_from(CATEGORIES), max_size=3, unique=True).map(tuple),
    stage=st.sampled_from([None, *STAGES]),
    asked_by=st.sampled_from([None, *AskedBy]),
    contract=st.sampled_from([None, *ContractWith]),
    necessary=KNOWN,
    duties=st.sampled_from([None, (), ("nl.retention.accounts.awr-7y",)]),
    public_task=KNOWN,
    endangered=KNOWN,
    interests=st.sampled_from([None, (), ("client_service",)]),
    made_public=KNOWN,
    by_professional=KNOWN,
    claim=KNOWN,
    automation=st.one_of(st.none(), MACHINES),
    consent=st.one_of(st.none(), CONSENTS),
    assessment=st.sampled_from([None, WEIGHED]),
)
CUSTOMERS: Final = st.builds(
    SoftOptIn,
    relation=st.sampled_from([None, *Relation]),
    from_person=KNOWN,
    same_sender=KNOWN,
    similar=KNOWN,
    refusable_then=KNOWN,
    refusable_each_time=KNOWN,
    refused=KNOWN,
)
FORGETTABLE: Final = (
    "stage",
    "asked_by",
    "contract",
    "necessary",
    "duties",
    "public_task",
    "endangered",
    "interests",
    "made_public",
    "by_professional",
    "claim",
    "consent",
    "assessment",
)


def judged(activity: Activity, *, law: Law = NL, where: Situation = HERE) -> dict[str, Verdict]:
    """
    Give each verdict on an activity, by name; contradictory ones are left out.
    """
    try:
        options = assess(activity, where, law, on=DAY)
    except FaultsError:
        assume(False)  # noqa: FBT003 - how Hypothesis leaves an example out
        raise
    found = {option.basis.value: option.standing for option in options}
    guards = layers(activity, where, law, on=DAY)
    return {**found, **{layer.guard.value: layer.standing for layer in guards}}


@cache
def lawbook(*places: str) -> Law:
    """
    Load the law of some places.
    """
    return load(*places)


@cache
def declared(firm: str) -> Policy:
    """
    Load a firm's declaration.
    """
    return load_policy(POLICIES / firm)


@cache
def audited(firm: str) -> tuple[Finding, ...]:
    """
    Audit a firm's declaration as it is.
    """
    return audit(declared(firm), NL, on=DAY)


@given(ACTIVITIES, st.sampled_from(FORGETTABLE))
def test_a_missing_fact_never_turns_excluded_into_standing(
    activity: Activity, forgotten: str
) -> None:
    """
    Whatever fact is forgotten, nothing that was excluded stands for it.
    """
    before = judged(activity)
    after = judged(changed(activity, **{forgotten: None}))
    risen = [
        name
        for name, verdict in before.items()
        if verdict is EXCLUDED and after.get(name) is STANDS
    ]
    assert risen == []


@given(ACTIVITIES)
def test_no_row_no_stands(activity: Activity) -> None:
    """
    Without law loaded nothing stands, whatever the facts.
    """
    found = judged(attrs.evolve(activity, duties=None), law=NO_LAW)
    assert [name for name, verdict in found.items() if verdict is STANDS] == []


@given(category=st.sampled_from(CATEGORIES), stage=st.sampled_from(STAGES), needed=st.booleans())
def test_guarded_data_without_a_national_row_never_stand(
    category: str, stage: str, *, needed: bool
) -> None:
    """
    Where the place has no rule, no fact lets guarded data be collected.
    """
    guarded = ("criminal", "national_identifier")
    given_ = {"collect.needed": needed, "collect.told": True, "law_requires": True}
    found = may_collect(category, stage, NOWHERE_KNOWN, union_with(), on=DAY, given=given_)
    sensitive = BUILT_IN.term(Kind.CATEGORY, category).sensitivity.value in guarded
    assert not (sensitive and found.standing is STANDS)


@given(
    CUSTOMERS,
    st.sampled_from(["email", "sms", "phone", "chat_app"]),
    st.sampled_from([None, *Address]),
)
def test_no_row_no_message(customer: SoftOptIn, channel: str, address: Address | None) -> None:
    """
    Without a row of the place nothing unsolicited may be sent, though nobody objected.
    """
    found = may_contact(
        Facts(person="p-1", on=DAY, policy="house"),
        channel=channel,
        message="unsolicited",
        situation=NOWHERE_KNOWN,
        law=union_with(),
        on=DAY,
        customer=customer,
        address=address,
    )
    assert found.standing is not STANDS


@given(
    customer=CUSTOMERS,
    home=st.sampled_from(["NL", "SE", "DE"]),
    abroad=st.sampled_from(["DK", "PL", "ES", "US"]),
    address=st.sampled_from(list(Address)),
    channel=st.sampled_from(["email", "phone"]),
)
def test_a_message_needs_what_each_law_asks(
    customer: SoftOptIn, home: str, abroad: str, address: Address, channel: str
) -> None:
    """
    Where the laws of two countries bind, nothing stands that one of them alone would not let stand.
    """

    def sent(place: str, *others: str) -> Verdict:
        return may_contact(
            Facts(person="p-1", on=DAY, policy="house"),
            channel=channel,
            message="unsolicited",
            situation=Situation(establishment=home, residence=others[0] if others else place),
            law=lawbook(place, *others),
            on=DAY,
            customer=customer,
            address=address,
        ).standing

    at_home, both = sent(home), sent(home, abroad)
    assert not (both is STANDS and at_home is not STANDS)


@given(
    st.sampled_from(["TR", "US", "IN", "PH"]),
    st.lists(st.sampled_from(list(TransferInstrument)), max_size=3, unique=True),
    st.dates(date(2018, 5, 25), date(2030, 1, 1)),
)
def test_an_instrument_without_facts_never_stands(
    country: str, instruments: list[TransferInstrument], on: date
) -> None:
    """
    To a country without a decision no instrument carries on its name alone.
    """
    sending = Sending(to_country=country, instruments=tuple(instruments))
    assert may_transfer(sending, HERE, NL, on=on).standing is not STANDS


DATED: Final = [rule for rule in NL.packs[0].rules if rule.topic == "transfer_instrument"]
LAST_DAYS: Final = {
    value: [rule.applies_until for rule in DATED if rule.value == value]
    for value in sorted({str(rule.value) for rule in DATED})
}
ENDED: Final = [
    (value, max(filter(None, days))) for value, days in LAST_DAYS.items() if None not in days
]
"""Every instrument of which each rule has a last day, with that day."""


@given(ended=st.sampled_from(ENDED), days=st.integers(0, 4000), before=st.booleans())
def test_an_instrument_is_a_finding_from_the_day_it_dies(
    ended: tuple[str, date], days: int, *, before: bool
) -> None:
    """
    Up to its last day an instrument is no finding, and from the day after it always is one.
    """
    value, last_day = ended
    on = last_day - timedelta(days=days % 300) if before else last_day + timedelta(days=1 + days)
    sent = Transfer(to_countries=("US",), instruments=(TransferInstrument(value),))
    policy = attrs.evolve(own_hiring(), transfers=FrozenMap({"one": sent}))
    codes = {each.code for each in audit(policy, NL, on=on)}
    assert ("transfer.instrument_invalid" in codes) is not before


@given(
    st.sampled_from(FIRMS),
    st.lists(st.sampled_from(["nl", "sv", "en", "de", "fr", "xx"]), min_size=1, unique=True),
)
def test_language_never_changes_a_verdict(firm: str, languages: list[str]) -> None:
    """
    In whatever languages a notice is written, the audit of what it declares is the same.
    """
    policy = declared(firm)
    other = attrs.evolve(policy, languages=tuple(languages), texts=FrozenMap(), wording=FrozenMap())
    assert audit(other, NL, on=DAY) == audited(firm)


@given(ACTIVITIES)
def test_answers_are_values(activity: Activity) -> None:
    """
    An activity and its answers can be hashed, pickled and compared.
    """
    judged(activity)
    options = assess(activity, HERE, NL, on=DAY)
    assert pickle.loads(pickle.dumps(options)) == options  # noqa: S301 - our own
    assert hash(activity) == hash(pickle.loads(pickle.dumps(activity)))  # noqa: S301 - our own


@given(ACTIVITIES)
def test_what_stands_cites_a_provision(activity: Activity) -> None:
    """
    Whatever stands says on which provision.
    """
    judged(activity)
    standing = [o for o in assess(activity, HERE, NL, on=DAY) if o.standing is STANDS]
    assert [option.basis for option in standing if not option.cites] == []


@given(ACTIVITIES)
def test_what_is_arguable_says_what_it_needs(activity: Activity) -> None:
    """
    An arguable basis names the facts it needs, and an excluded one why.
    """
    judged(activity)
    options = assess(activity, HERE, NL, on=DAY)
    silent = [
        option.basis
        for option in options
        if (option.standing is Verdict.ARGUABLE and not option.needs)
        or (option.standing is EXCLUDED and not option.because)
    ]
    assert silent == []


def test_the_same_question_has_the_same_fingerprint() -> None:
    """
    Asked again under the same law, an answer has the same fingerprint; under another, another.
    """
    asked = Activity(role="candidate", purpose="talent_pool")
    prints = [
        tuple(option.fingerprint for option in assess(asked, HERE, law, on=DAY))
        for law in (NL, load("NL"), BOTH)
    ]
    assert (prints[0] == prints[1], prints[0] == prints[2]) == (True, False)


@pytest.mark.parametrize(
    ("facts", "expected"),
    [((), True), ((True, True), True), ((True, None), None), ((None, False), False)],
)
def test_all_of(facts: tuple[bool | None, ...], *, expected: bool | None) -> None:
    """
    Everything is so unless something is not, or is unknown.
    """
    assert all_of(*facts) is expected


def test_unknown_stays_unknown() -> None:
    """
    The opposite of an unknown fact is unknown.
    """
    assert [negated(fact) for fact in (True, False, None)] == [False, True, None]


@given(st.lists(st.sampled_from(list(Verdict)), min_size=1))
def test_the_worst_of_all_and_the_best_of_some(verdicts: list[Verdict]) -> None:
    """
    Where all is needed the worst counts, where one is enough the best; they never cross.
    """
    order = [Verdict.EXCLUDED, Verdict.UNKNOWN, Verdict.ARGUABLE, Verdict.STANDS]
    assert order.index(worst(verdicts)) <= order.index(best(verdicts))
