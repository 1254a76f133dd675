"""
Strategies that invent values of every public model, for Hypothesis.

Each is drawn along the annotations of its class: in a few fields at a time a value differs from
its defaults, so that it stays small, and over many draws every field and every alternative is
met.

>>> from hypothesis import given
>>> @given(periods())
... def test_a_period_is_read_back(period):
...     assert type(period).parse(str(period)) == period
>>> test_a_period_is_read_back()
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Final

import attrs
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from recruitprivacy.citations import Act, Citation
from recruitprivacy.findings import Finding, Reading, Step
from recruitprivacy.i18n import languages as spoken
from recruitprivacy.law import (
    Calendar,
    Deadline,
    Law,
    Pack,
    Rule,
    Situation,
    answer_due,
    load,
)
from recruitprivacy.messages import Message, Phrase, Words
from recruitprivacy.notices import Notice
from recruitprivacy.periods import Period
from recruitprivacy.policy import PartialDate, Policy
from recruitprivacy.retention import Disposal, assess
from recruitprivacy.rights import AnyRequestEvent, Due, RightsRequest
from recruitprivacy.testing import _leaves as leaves
from recruitprivacy.testing._built import Special, World, of_class
from recruitprivacy.testing._histories import any_event, one_history
from recruitprivacy.testing._policies import declarations
from recruitprivacy.testing._requests import allowed_events, hostile_events, lived_request
from recruitprivacy.testing._schedules import schedule_of
from recruitprivacy.testing._vocabularies import host_vocabulary
from recruitprivacy.testing.examples import agency, own_hiring
from recruitprivacy.timeline import AnyEvent, Columns, Facts, fold
from recruitprivacy.vocabulary import BUILT_IN, Kind, Term, Vocabulary

__all__ = [
    "acts",
    "calendars",
    "citations",
    "columns",
    "days",
    "deadlines",
    "disposals",
    "dues",
    "events",
    "facts",
    "findings",
    "histories",
    "instants",
    "languages",
    "messages",
    "notices",
    "packs",
    "partial_dates",
    "periods",
    "phrases",
    "policies",
    "readings",
    "request_histories",
    "rights_requests",
    "rules",
    "schedules",
    "situations",
    "steps",
    "terms",
    "vocabularies",
    "words",
]

NO_WORLD: Final = World()
YEARS: Final = (2020, 2030)
LEGAL: Final = World(
    pools={
        "calendar": st.sampled_from(("", "NL", "SE")),
        "jurisdiction": st.sampled_from(leaves.COUNTRIES),
        "time_zone": st.sampled_from(("", "Europe/Amsterdam", "Europe/Stockholm")),
        "years": st.just(YEARS),
    }
)
FIRST: Final = date(2019, 1, 1)
LAST: Final = date(2026, 12, 31)


def days() -> SearchStrategy[date]:
    """
    Draw a day, now and then one by which databases mean that they do not know.
    """
    return leaves.DAYS


def instants() -> SearchStrategy[datetime]:
    """
    Draw a date and time with an offset.
    """
    return leaves.INSTANTS


def partial_dates() -> SearchStrategy[PartialDate]:
    """
    Draw a date as a notice prints it: a year, a month or a day, or a third of the first two.
    """
    return leaves.PARTIAL_DATES


def periods(*, calendar_only: bool = False) -> SearchStrategy[Period]:
    """
    Draw a length of time.

    Args:
        calendar_only: Leave out working days, which need a calendar, and hours.
    """
    return leaves.CALENDAR_PERIODS if calendar_only else leaves.PERIODS


def acts() -> SearchStrategy[Act]:
    """
    Draw one of a few acts, of the forms acts are named in.
    """
    return st.sampled_from(leaves.ACTS)


def citations() -> SearchStrategy[Citation]:
    """
    Draw a provision of one of :func:`acts`, or the act as a whole.
    """
    return leaves.CITATIONS


def languages(*, with_catalog: bool = False) -> SearchStrategy[str]:
    """
    Draw the tag of a language, some with a place or an address form.

    Args:
        with_catalog: Only languages this library has words in.
    """
    return st.sampled_from(spoken() if with_catalog else leaves.LANGUAGES)


def messages() -> SearchStrategy[Message]:
    """
    Draw a message that no catalog knows.
    """
    return leaves.MESSAGES


def words() -> SearchStrategy[Words]:
    """
    Draw a text of somebody's own, in no, one or two languages.
    """
    return leaves.WORDS


def phrases() -> SearchStrategy[Phrase]:
    """
    Draw a message with values of every kind, phrases in phrases too.
    """
    return leaves.PHRASES


def terms(kind: Kind, *, vocabulary: Vocabulary = BUILT_IN) -> SearchStrategy[Term]:
    """
    Draw a term of one kind.

    Args:
        kind: What it is a term for.
        vocabulary: The terms there are.
    """
    return st.sampled_from(vocabulary.terms(kind))


def vocabularies() -> SearchStrategy[Vocabulary]:
    """
    Draw a vocabulary: the shipped terms, and up to three of a host's own.
    """
    return host_vocabulary()


def policies(*, vocabulary: Vocabulary = BUILT_IN) -> SearchStrategy[Policy]:
    """
    Draw a declaration that loads; lawful it is not, and sensible seldom.

    Args:
        vocabulary: The words it is made of.
    """
    return declarations(vocabulary)


def schedules(*, policy: Policy | None = None) -> SearchStrategy[Policy]:
    """
    Draw a declaration with up to four retention rules of its own: ceilings, plans and minimums.

    Each counts from a clock of the declaration or from one of a few triggers, and is about some of
    its uses, roles and categories.

    Args:
        policy: The declaration of which everything else stays. None is one of the named examples.

    >>> from hypothesis import given
    >>> @given(schedules())
    ... def test_rules_count_from_something(policy):
    ...     assert all(rule.after for rule in policy.retention.values())
    >>> test_rules_count_from_something()
    """
    declared = st.sampled_from((agency(), own_hiring())) if policy is None else st.just(policy)
    return declared.flatmap(schedule_of)


def situations() -> SearchStrategy[Situation]:
    """
    Draw the ties of a record to countries, some of them unknown.
    """
    places = st.none() | st.sampled_from(("NL", "SE", "DE-BY", "US"))
    named = ("establishment", "place_of_work", "formal_employer", "residence")
    ties = st.fixed_dictionaries(dict.fromkeys(named, places))
    whole = of_class(Situation, NO_WORLD)
    return st.builds(lambda tie, drawn: attrs.evolve(drawn, **tie), ties, whole)


def events(*, vocabulary: Vocabulary = BUILT_IN) -> SearchStrategy[AnyEvent]:
    """
    Draw an event of any kind, of anybody.

    Args:
        vocabulary: The words it is made of.
    """
    return any_event(vocabulary)


def histories(
    *,
    policy: Policy | None = None,
    role: str | None = None,
    first_on: date = FIRST,
    last_on: date = LAST,
    vocabulary: Vocabulary = BUILT_IN,
) -> SearchStrategy[tuple[AnyEvent, ...]]:
    """
    Draw what happened to one person, in no order of time, beginning with their record.

    Args:
        policy: The declaration under which it happens: its roles, controllers, categories,
            purposes, uses, versions and languages are named, and what its periods hang on
            happens. None for anything the vocabulary has words for.
        role: The role of most of what happens; None is one of the policy's, else a candidate.
        first_on: The first day on which anything happens.
        last_on: The last such day, inclusive.
        vocabulary: The words it is made of.
    """
    return one_history(role, first_on, last_on, vocabulary, policy)


def facts() -> SearchStrategy[Facts]:
    """
    Draw facts as a host may hand them over, whether or not any events could lead to them.
    """
    return of_class(Facts, NO_WORLD)


def columns() -> SearchStrategy[Columns]:
    """
    Draw what a host may keep of one person in columns.
    """
    return of_class(Columns, NO_WORLD)


def rights_requests() -> SearchStrategy[RightsRequest]:
    """
    Draw a request as it may be stored, some with a life that could have led there.
    """
    return lived_request() | of_class(RightsRequest, NO_WORLD)


def request_histories(*, hostile: bool = False) -> SearchStrategy[tuple[AnyRequestEvent, ...]]:
    """
    Draw what happened to a request, its receipt first, each step allowed from where it stood.

    Args:
        hostile: Draw instead what a careless system may tell: in any order, without a day, twice,
            of other people's requests, and with no receipt at all.
    """
    return hostile_events() if hostile else allowed_events()


def findings() -> SearchStrategy[Finding]:
    """
    Draw a finding.
    """
    return of_class(Finding, NO_WORLD)


def steps() -> SearchStrategy[Step]:
    """
    Draw a step of an explanation.
    """
    return of_class(Step, NO_WORLD)


def readings() -> SearchStrategy[Reading]:
    """
    Draw one of several ways to read a text.
    """
    return of_class(Reading, NO_WORLD)


def deadlines() -> SearchStrategy[Deadline]:
    """
    Draw the last day to answer a request received in 2019 to 2026, in one of two countries.
    """
    return st.builds(_answer, st.dates(FIRST, LAST), st.sampled_from(("NL", "SE")))


def dues() -> SearchStrategy[Due]:
    """
    Draw the day by which a person must be answered, whether or not any request leads to it.
    """
    special: dict[tuple[type, str], Special] = {
        (Due, name): _maybe_a_deadline for name in ("deadline", "promise")
    }
    return of_class(Due, attrs.evolve(NO_WORLD, special=special))


def rules() -> SearchStrategy[Rule]:
    """
    Draw a dated rule of law; none of them is anybody's law.
    """
    return of_class(Rule, LEGAL)


def packs() -> SearchStrategy[Pack]:
    """
    Draw the law of a jurisdiction, made up.
    """
    return of_class(Pack, LEGAL)


def calendars() -> SearchStrategy[Calendar]:
    """
    Draw a calendar of holidays for the years 2020 to 2030, made up.
    """
    return of_class(Calendar, LEGAL)


def disposals(*, policy: Policy | None = None) -> SearchStrategy[Disposal]:
    """
    Draw what is decided of one category, on a history drawn under a policy.

    Args:
        policy: The declaration; it must hold some data. None is one of the named examples.
    """
    declared = st.sampled_from((agency(), own_hiring())) if policy is None else st.just(policy)
    return declared.flatmap(_disposals)


def _disposals(policy: Policy) -> SearchStrategy[Disposal]:
    decided = st.builds(_decided, st.just(policy), histories(policy=policy), st.dates(FIRST, LAST))
    return decided.filter(bool).flatmap(st.sampled_from)


def _decided(policy: Policy, history: tuple[AnyEvent, ...], on: date) -> tuple[Disposal, ...]:
    book = _book()
    return assess(policy, fold(history, policy, on=on, law=book), book, on=on)


def notices() -> SearchStrategy[Notice]:
    """
    Draw a notice, of any content.
    """
    return of_class(Notice, NO_WORLD)


def _maybe_a_deadline(draw: DrawFn, _: World) -> Deadline | None:
    drawn: Deadline | None = draw(st.none() | deadlines())
    return drawn


def _answer(received_on: date, place: str) -> Deadline:
    return answer_due(received_on, law=_book(), situation=Situation(establishment=place))


def _book() -> Law:
    return load("NL", "SE")
