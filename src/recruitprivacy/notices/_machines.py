"""
What machines do, and whether they decide.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from recruitprivacy.messages import Message
from recruitprivacy.notices._setting import CONSENTS, Setting
from recruitprivacy.notices._tree import Block, Section
from recruitprivacy.policy import Automation, Logic, Running
from recruitprivacy.vocabulary import Kind

MACHINES: Final = Message("notice.automation.title", "Automated decisions")
NONE_NOW: Final = Message(
    "notice.automation.none", "At present, people and not machines take our decisions about you."
)
PLANNED: Final = Message(
    "notice.automation.planned",
    "In future we may use automated means for: {practices}. We will tell you before we do.",
)
RUNS: Final = Message("notice.automation.runs", "We use automated means for: {practices}.")
RUNS_WHEN: Final = Message(
    "notice.automation.runs_when",
    "Only {conditions} do we use automated means for: {practices}.",
)
TOOL: Final = Message("notice.automation.tool", "The tool is called {tool}.")
HOW: Final = Message("notice.automation.logic", "How it works: {logic}.")
LOOKS_AT: Final = Message("notice.automation.looks_at", "It looks at: {items}.")
CHECKED: Final = Message("notice.automation.checked", "We use the result only {conditions}.")
THESE: Final = Message("notice.automation.these", "This is about: {practices}.")
HUMAN: Final = Message(
    "notice.automation.human", "No such step decides about you without a person."
)
MACHINE_CONSENT: Final = Message(
    "notice.automation.consent", "Where this needs your consent, we ask for it first."
)
REFUSED: Final = Message("notice.automation.refused", "If you do not agree, this follows:")

PRACTICES: Final = {
    "selection": Message("practice.selection", "selecting candidates"),
    "ranking": Message("practice.ranking", "ranking applications"),
    "recommendation": Message("practice.recommendation", "recommending vacancies"),
    "profiling": Message("practice.profiling", "profiling"),
    "audiences": Message("practice.audiences", "choosing who sees our advertising"),
}
LOGIC: Final = {
    Logic.SKILLS_MATCH: Message("practice.skills_match", "comparing skills with vacancies"),
    Logic.KEYWORD_FILTER: Message("practice.keyword_filter", "searching for keywords"),
    Logic.RANKING: Message("practice.ordering", "putting what it finds in an order"),
}
LAW: Final = ("GDPR Art. 13(2)(f)", "GDPR Art. 14(2)(g)")
"""What a line about machines serves."""
RUNNING: Final = {Running.NOT_NOW: NONE_NOW, Running.PLANNED: PLANNED, Running.RUNS: RUNS}


def machines(setting: Setting) -> Section | None:
    """
    Compose what is automated and what is not; None where the declaration does not say.

    Law:
        GDPR Art. 13(2)(f): automated decision-making.
    """
    blocks = [
        block
        for name, entry in setting.policy.automation.items()
        if setting.mine(entry.roles)
        for block in _machine(setting, f"automation.{name}", entry)
    ]
    title = setting.say(MACHINES)
    return Section(key="machines", title=title, blocks=tuple(blocks)) if blocks else None


def _machine(setting: Setting, path: str, entry: Automation) -> Iterator[Block]:
    practices = _practices(entry)
    results = setting.labels(Kind.CONSEQUENCE, entry.refused)
    yield from setting.told(
        f"{path}.says",
        _running(setting, path, entry),
        *_working(setting, path, entry),
        *setting.bullets(REFUSED, results, serves=LAW, path=f"{path}.refused"),
        serves=LAW,
    )
    if setting.own(f"{path}.says") and entry.running is not Running.NOT_NOW:
        yield setting.paragraph(THESE, practices=practices, serves=LAW, path=path)
    if entry.running is Running.RUNS and entry.decides_alone is False:
        yield setting.paragraph(HUMAN, serves=LAW, path=path)
    if entry.permission in CONSENTS:
        yield setting.paragraph(MACHINE_CONSENT, serves=LAW, path=path)


def _practices(entry: Automation) -> tuple[Message, ...]:
    return tuple(PRACTICES[practice.value] for practice in entry.practices)


def _running(setting: Setting, path: str, entry: Automation) -> Block:
    practices = _practices(entry)
    if entry.running is Running.RUNS and entry.when and entry.permission is None:
        when = setting.words(Kind.CONDITION, entry.when)
        return setting.paragraph(
            RUNS_WHEN, conditions=when, practices=practices, serves=LAW, path=path
        )
    return setting.paragraph(RUNNING[entry.running], practices=practices, serves=LAW, path=path)


def _working(setting: Setting, path: str, entry: Automation) -> Iterator[Block]:
    if entry.tool:
        yield setting.paragraph(TOOL, tool=entry.tool, serves=LAW, path=path)
    if entry.logic:
        logic = tuple(LOGIC[part] for part in entry.logic)
        yield setting.paragraph(HOW, logic=logic, serves=LAW, path=f"{path}.logic")
    items = setting.words(Kind.CATEGORY, dict.fromkeys((*entry.data, *entry.criteria)))
    if items:
        yield setting.paragraph(LOOKS_AT, items=items, serves=LAW, path=path)
    if entry.human and entry.running is Running.RUNS:
        checked = setting.words(Kind.CONDITION, entry.human)
        yield setting.paragraph(CHECKED, conditions=checked, serves=LAW, path=f"{path}.human")
