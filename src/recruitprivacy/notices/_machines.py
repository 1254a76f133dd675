"""
What machines do, and whether they decide.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from recruitprivacy.messages import Message
from recruitprivacy.notices._setting import CONSENTS, Setting
from recruitprivacy.notices._tree import Block, Section
from recruitprivacy.policy import Automation, Running
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
    law = ("GDPR Art. 13(2)(f)", "GDPR Art. 14(2)(g)")
    practices = tuple(PRACTICES[practice.value] for practice in entry.practices)
    results = setting.labels(Kind.CONSEQUENCE, entry.refused)
    yield from setting.told(
        f"{path}.says",
        setting.paragraph(RUNNING[entry.running], practices=practices, serves=law, path=path),
        *setting.bullets(REFUSED, results, serves=law, path=f"{path}.refused"),
        serves=law,
    )
    if setting.own(f"{path}.says") and entry.running is not Running.NOT_NOW:
        yield setting.paragraph(THESE, practices=practices, serves=law, path=path)
    if entry.running is Running.RUNS and entry.decides_alone is False:
        yield setting.paragraph(HUMAN, serves=law, path=path)
    if entry.permission in CONSENTS:
        yield setting.paragraph(MACHINE_CONSENT, serves=law, path=path)
