"""
A disposal told from its verdict to what it rests on.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

import attrs

from recruitprivacy.findings import Finding, Reading, Step, cited
from recruitprivacy.frozen import FrozenMap
from recruitprivacy.law import law_line
from recruitprivacy.messages import Message, Phrase, Value, phrase
from recruitprivacy.policy import UNSTATED
from recruitprivacy.retention._applies import SetAside
from recruitprivacy.retention._bound import Open
from recruitprivacy.retention._clause import Effect
from recruitprivacy.retention._ending import Ending
from recruitprivacy.retention._names import QUOTED, Names
from recruitprivacy.retention._status import SAYS, Status
from recruitprivacy.retention._why import (
    allowed_line,
    ending_steps,
    gone_line,
    planned_line,
    warn_line,
)
from recruitprivacy.timeline import PurposeStanding, Reliability, Standing

if TYPE_CHECKING:
    from recruitprivacy.retention._disposal import Disposal

__all__ = ["told"]

WHO: Final = Message("retention.line.controller", "Who answers for it: {controller}")
NEEDED: Final = Message("retention.line.needed", "Purposes that go on: {uses}.")
TIME_OVER: Final = Message(
    "retention.line.time_over",
    "Purposes that go on, but whose time with these data is over: {uses}.",
)
SUSPENDED: Final = Message(
    "retention.line.suspended", "Purposes that stand still until an objection is decided: {uses}."
)
STOPPED: Final = Message("retention.line.stopped", "Purposes that have stopped: {uses}.")
OVER: Final = Message("retention.line.over", "Purposes that have ended: {uses}.")
UNSURE: Final = Message(
    "retention.line.unsure", "Purposes of which nobody knows whether they go on: {uses}."
)
PURPOSES: Final[Mapping[Standing, Message]] = MappingProxyType(
    {
        Standing.GOES_ON: NEEDED,
        Standing.SUSPENDED: SUSPENDED,
        Standing.STOPPED: STOPPED,
        Standing.ENDED: OVER,
        Standing.UNKNOWN: UNSURE,
    }
)
AT_THE_END: Final = Message(
    "retention.line.at_the_end", "What is done at the end, in the firm's words: {words}"
)
IN_ITS_WORDS: Final = Message("retention.line.promise", "The promise in the firm's words: {words}")
NOT_USED: Final = Message(
    "retention.line.not_used", "Until somebody has looked at the need, they are not used."
)
READ: Final = Message("retention.line.reading", "Another reading: {says}")
READ_TO: Final = Message(
    "retention.line.reading_to", "Another reading, by which they may exist until {day}: {says}"
)
WITH_SOURCE: Final = Message("retention.line.with_source", "{says} {source}")
IMPORTED: Final = Message("retention.source.imported", "This was taken over from another system.")
ASSUMED: Final = Message(
    "retention.source.assumed", "This was filled in by somebody who was not there."
)
SOURCES: Final[Mapping[str, Message]] = MappingProxyType(
    {Reliability.IMPORTED.value: IMPORTED, Reliability.ASSUMED.value: ASSUMED}
)
RULE_ASIDE: Final = Message(
    "retention.line.rule_aside", "Looked at and not applied: {rule}. {because}"
)
LAW_ASIDE: Final = Message(
    "retention.line.law_aside", "Looked at and not applied ({cites}): {says} {because}"
)
MISSING: Final = Message(
    "retention.line.missing", "Not on record, and it could change the answer: {facts}."
)
NOTICE: Final = Message("retention.line.notice", "Notice: {firm}, {version}.")
NUMBERED: Final = Message("retention.version.number", "version {number}")
DATED: Final = Message("retention.version.date", "version of {date}")
UNNUMBERED: Final = Message("retention.version.none", "the version without a number or a date")
REPLAY: Final = Message("retention.line.replay", "To replay this: law {law}, answer {fingerprint}")


def told(disposal: Disposal, names: Names) -> Iterator[Phrase]:
    """
    Tell the answer, a sentence a line.

    First the verdict and the three days; then who, what for, and the way there; then what was set
    aside and what is missing; at last the versions by which it can be replayed.
    """
    yield phrase(SAYS[disposal.status], on=disposal.on)
    yield gone_line(disposal.must_be_gone_by, names)
    yield allowed_line(disposal.may_erase_from, names)
    yield planned_line(disposal.planned_on, names)
    if not isinstance(disposal.warn_on, Open):
        yield warn_line(disposal.warn_on, names)
    if disposal.status is Status.REVIEW_DUE:
        yield phrase(NOT_USED)
    yield from _setting(disposal, names)
    yield from dict.fromkeys(_steps(disposal, names))
    yield from map(_reading, disposal.readings)
    yield from (each.says for each in disposal.limitations)
    yield from (_aside(each, names) for each in disposal.set_aside)
    if disposal.missing:
        yield phrase(MISSING, facts=names.facts(disposal.missing))
    yield from (_finding(each, names) for each in disposal.findings)
    yield from _versions(disposal, names)


def _setting(disposal: Disposal, names: Names) -> Iterator[Phrase]:
    if disposal.controller in names.policy.controllers:
        yield phrase(WHO, controller=names.policy.controllers[disposal.controller].name)
    yield from _purposes(disposal, names)
    words = names.own(f"disposals.{disposal.action}.says")
    if words:
        yield phrase(AT_THE_END, words=phrase(QUOTED, words=words))


def _purposes(disposal: Disposal, names: Names) -> Iterator[Phrase]:
    bare = [use for use in disposal.uses if use not in {each.use for each in disposal.purposes}]
    over = [each for each in disposal.purposes if _is_past(each, disposal)]
    for standing, says in PURPOSES.items():
        found = [
            each for each in disposal.purposes if each.standing is standing and each not in over
        ]
        named = _named(found, names)
        if standing is Standing.GOES_ON:
            named += [names.use(use) for use in bare]
        cites = tuple(dict.fromkeys(cite for each in found for cite in each.cites))
        if named:
            yield cited(phrase(says, uses=tuple(dict.fromkeys(named))), cites)
    if over:
        yield phrase(TIME_OVER, uses=tuple(dict.fromkeys(_named(over, names))))


def _is_past(purpose: PurposeStanding, disposal: Disposal) -> bool:
    # Where no use is left at all, the verdict says why.
    goes_on = purpose.standing is Standing.GOES_ON
    return goes_on and bool(disposal.uses) and purpose.use not in disposal.uses


def _named(found: Sequence[PurposeStanding], names: Names) -> list[Value]:
    return [
        value
        for use in dict.fromkeys(each.use for each in found)
        for value in names.purposes(use, [each.purpose for each in found if each.use == use])
    ]


def _steps(disposal: Disposal, names: Names) -> Iterator[Phrase]:
    for ending in disposal.endings:
        *began, ended = ending_steps(ending, names)
        yield from (_step(step) for step in began)
        yield from _ended(ending, ended, names)
    yield from (_step(bar.step) for bar in disposal.bars)


def _ended(ending: Ending, step: Step, names: Names) -> Iterator[Phrase]:
    clause = ending.clause
    if not clause.own:
        because = names.sentence(clause.because) if clause.because else ""
        # The step names the provisions already.
        yield phrase(WITH_SOURCE, says=step.says, source=because) if because else step.says
        return
    yield _step(step)
    words = names.own(f"{clause.rule}.says") if clause.effect is Effect.CEILING else ""
    if words:
        yield phrase(IN_ITS_WORDS, words=phrase(QUOTED, words=words))


def _step(step: Step) -> Phrase:
    source = SOURCES.get(step.reliability)
    says = cited(step.says, step.cites)
    return phrase(WITH_SOURCE, says=says, source=source) if source else says


def _reading(reading: Reading) -> Phrase:
    if reading.last_day is None:
        return phrase(READ, says=reading.says)
    return phrase(READ_TO, says=reading.says, day=reading.last_day)


def _aside(aside: SetAside, names: Names) -> Phrase:
    if aside.says is not None:
        says = names.sentence(aside.says)
        return phrase(LAW_ASIDE, cites=aside.cites, says=says, because=aside.because)
    if aside.clause is None:
        return aside.because
    return phrase(RULE_ASIDE, rule=names.rule(aside.clause), because=aside.because)


def _finding(finding: Finding, names: Names) -> Phrase:
    values = dict(finding.says.values)
    if isinstance(values.get("place"), str):
        values["place"] = names.place(str(values["place"]))
    return cited(attrs.evolve(finding.says, values=FrozenMap(values)), finding.cites)


def _versions(disposal: Disposal, names: Names) -> Iterator[Phrase]:
    version = names.promised.version
    if version.number is not UNSTATED:
        said = phrase(NUMBERED, number=version.number)
    elif version.since is not UNSTATED:
        said = phrase(DATED, date=version.since.said(names.language))
    else:
        said = phrase(UNNUMBERED)
    yield phrase(NOTICE, firm=names.policy.firm[0], version=said)
    yield law_line(disposal.law_version, names.language)
    yield phrase(REPLAY, law=disposal.law, fingerprint=disposal.fingerprint)
