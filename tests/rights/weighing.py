"""
A firm, people and requests for the tests of what is owed; nobody in them exists.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from string import Formatter
from typing import Any, Final

import pytest

from recruitprivacy.findings import Step
from recruitprivacy.frozen import FrozenMap
from recruitprivacy.law import Law, Situation, load
from recruitprivacy.messages import Message, Phrase, Value
from recruitprivacy.policy import (
    UNSTATED,
    Controller,
    Holding,
    Permission,
    Policy,
    Responsibility,
    Role,
    Unstated,
    Use,
    Version,
)
from recruitprivacy.rights import Circumstances, Judgement, Plea, assess, duties
from recruitprivacy.rights import Duty as Owed
from recruitprivacy.timeline import (
    Absence,
    ConsentFacts,
    Facts,
    Known,
    Moment,
    RecordFacts,
    RecordKind,
    UseFacts,
)
from recruitprivacy.vocabulary import LawfulBasis, Right
from tests.rights.making import asked

DAY: Final = date(2026, 3, 10)
NL: Final = load("NL")
HERE: Final = Situation(
    establishment="NL", place_of_work="NL", formal_employer="NL", residence="NL"
)
COLLECTED: Final = date(2026, 1, 5)
MOMENTS: Final[dict[str, Moment]] = {
    "data.collected.first": Known(day=COLLECTED),
    "data.received.first": Absence.NOT_STARTED,
    "record.opened.first": Known(day=COLLECTED),
}
CONSENT: Final = LawfulBasis.CONSENT
CONTRACT: Final = LawfulBasis.CONTRACT
PRECONTRACT: Final = LawfulBasis.PRECONTRACT
DUTY: Final = LawfulBasis.LEGAL_OBLIGATION
LIFE: Final = LawfulBasis.VITAL_INTERESTS
TASK: Final = LawfulBasis.PUBLIC_TASK
INTERESTS: Final = LawfulBasis.LEGITIMATE_INTERESTS


def firm(
    *bases: LawfulBasis,
    purpose: str = "talent_pool",
    uses: Iterable[tuple[str, tuple[LawfulBasis, ...] | Unstated]] = (),
    **more: Any,  # noqa: ANN401 - any part of a policy
) -> Policy:
    """
    Declare a firm with one use on some bases (none is unstated), and perhaps more uses.
    """
    every = [(purpose, bases or UNSTATED), *uses]
    return Policy(
        id="house",
        firm=("House",),
        languages=("en",),
        version=Version(number="1"),
        roles=FrozenMap({"candidate": Role()}),
        controllers=FrozenMap({"house": Controller(name="House BV", country="NL")}),
        responsible=FrozenMap({"all": Responsibility(roles=("candidate",), among=("house",))}),
        data=FrozenMap(
            {"candidate": Holding(items=("cv", "interview_notes", "reference_feedback"))}
        ),
        uses=FrozenMap(
            {
                name: Use(roles=("candidate",), purposes=(name,), basis=stated)
                for name, stated in every
            }
        ),
        **more,
    )


def person(
    *categories: str,
    ended: Iterable[str] = (),
    source: str | None = "application_form",
    records: bool = True,
    moments: dict[str, Moment] | None = None,
    conditions: dict[str, bool] | None = None,
    **ledgers: Any,  # noqa: ANN401 - any ledger
) -> Facts:
    """
    Give a candidate of whom one record is kept, with uses that ended.
    """
    record = RecordFacts(
        kind=RecordKind.PERSON,
        role="candidate",
        categories=categories or ("cv",),
        obtained_from=source,
        moments=FrozenMap({**MOMENTS, **(moments or {})}),
        conditions=FrozenMap(conditions or {}),
        uses=FrozenMap({name: UseFacts(ended=Known(day=date(2026, 2, 2))) for name in ended}),
    )
    return Facts(
        person="p-1",
        on=DAY,
        policy="house",
        version="1",
        records=FrozenMap({"r1": record} if records else {}),
        **ledgers,
    )


def agreed(purpose: str = "talent_pool", *, withdrawn: date | None = None) -> ConsentFacts:
    """
    Give a consent to a purpose, perhaps taken back.
    """
    return ConsentFacts(
        event=f"consent-{purpose}",
        purpose=purpose,
        permission=Permission.CONSENT,
        given=Known(day=date(2026, 1, 5)),
        withdrawn=Absence.NOT_STARTED if withdrawn is None else Known(day=withdrawn),
    )


def judge(
    *rights: Right,
    policy: Policy,
    facts: Facts | None = None,
    law: Law = NL,
    given: Circumstances | Iterable[Circumstances] | None = None,
    pleas: Iterable[Plea] = (),
    situation: Situation = HERE,
) -> tuple[Judgement, ...]:
    """
    Judge a request for some rights.
    """
    return assess(
        asked(*rights, situation=situation),
        policy,
        facts or person(),
        law,
        on=DAY,
        given=given,
        pleas=pleas,
        situation=situation,
    )


def one(*rights: Right, of: Right | None = None, **more: Any) -> Judgement:  # noqa: ANN401
    """
    Judge a request, and give the one judgement of a right, the first if none is named.
    """
    wanted = of or rights[0]
    (found,) = [each for each in judge(*rights, **more) if each.right is wanted]
    return found


def owed(
    *rights: Right,
    policy: Policy,
    facts: Facts | None = None,
    request: Any = None,  # noqa: ANN401 - a request
    **more: Any,  # noqa: ANN401 - anything duties() takes
) -> tuple[Owed, ...]:
    """
    List what is owed because of a request for some rights.
    """
    found = asked(*rights, situation=HERE) if request is None else request
    return duties(found, policy, facts or person(), NL, on=DAY, **more)


def codes(steps: Iterable[Step]) -> set[str]:
    """
    Collect the codes of all that is said in some steps.
    """
    return {code for each in steps for code in _codes(each.says)}


def _codes(value: Value) -> Iterator[str]:
    if isinstance(value, Message):
        yield value.code
    elif isinstance(value, Phrase):
        yield value.message.code
        yield from (code for each in value.values.values() for code in _codes(each))
    elif isinstance(value, tuple):
        yield from (code for each in value for code in _codes(each))


def unfilled(steps: Iterable[Step]) -> set[str]:
    """
    Name the places of sentences that have no value.
    """
    return {
        f"{each.says.message.code}: {name.partition(':')[0]}"
        for each in steps
        for _, name, _, _ in Formatter().parse(each.says.message.text)
        if name and name.partition(":")[0] not in each.says.values
    }


def explained_by(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """
    Collect the codes of the sentences that are said, whatever the language has for them.
    """
    said: list[str] = []

    def explained(lines: Iterable[tuple[Phrase, object]], language: str, **_: object) -> str:
        said.extend(says.message.code for says, _ in lines)
        return language

    monkeypatch.setattr("recruitprivacy.i18n.explained", explained)
    return said
