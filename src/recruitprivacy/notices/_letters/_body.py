"""
What stands in each kind of letter, kind by kind.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime, time
from functools import singledispatch
from typing import Final

from recruitprivacy.errors import ExtensionNotAllowedError, UnknownTermError
from recruitprivacy.frozen import FrozenMap
from recruitprivacy.messages import Message, Phrase, phrase
from recruitprivacy.near import nearest
from recruitprivacy.notices._asking import WITHDRAW
from recruitprivacy.notices._compose import PARTS
from recruitprivacy.notices._letters._contents import (
    BreachNotice,
    Clarification,
    ConsentRenewal,
    Content,
    FirstContact,
    FullAnswer,
    IdentityDoubt,
    LiftNotice,
    MoreTime,
    PartAnswer,
    RecipientsTold,
    Refusal,
)
from recruitprivacy.notices._letters._granted import asked_for, done, enclosed
from recruitprivacy.notices._letters._says import ANSWER_BY, Says
from recruitprivacy.notices._tree import Block, Link, Section
from recruitprivacy.notices._why import INTEREST, may_object, rests_on
from recruitprivacy.retention import On
from recruitprivacy.rights import (
    Extended,
    ExtensionReason,
    Judgement,
    Refused,
    RightsRequest,
    Verdict,
    due,
)
from recruitprivacy.rights._telling import refuse_incomplete
from recruitprivacy.timeline import AnswerPart
from recruitprivacy.vocabulary import Kind, LawfulBasis, Right

DOUBT: Final = Message(
    "letter.identity.doubt",
    "Before we act on it, we have to be sure that it comes from you. This makes us doubt: {doubt}.",
)
CHECKS: Final = Message("letter.identity.checks", "You can show it in one of these ways:")
ONLY_FOR: Final = Message(
    "letter.identity.only", "We use what you show us only to make sure who you are."
)
QUESTIONS: Final = Message(
    "letter.clarification.questions",
    "So that you get what you are looking for, please tell us:",
)
AS_IT_IS: Final = Message(
    "letter.clarification.as_it_is",
    "You need not narrow your request down: without an answer from you it stands as you made it.",
)
COMPLEX: Final = Message(
    "letter.more_time.complex", "We need more time because your request is complex."
)
MANY: Final = Message(
    "letter.more_time.many", "We need more time because of the number of requests."
)
NOT_DONE: Final = Message("letter.part.not_done", "This we do not do, for the ground beside it:")
GROUNDED: Final = Message("letter.part.grounds", "{right:capital}, {category}: {grounds}")
NOT_BEFORE: Final = Message(
    "letter.part.not_before", "{right:capital}, {category}: {grounds}; not before {day}"
)
REFUSED: Final = Message(
    "letter.refusal.ground", "We do not do what you ask. The ground: {ground}."
)
LIFTED: Final = Message(
    "letter.lift.on",
    "The restriction on the use of your data ends on {day}. From then on we may use them again as "
    "our privacy notice says.",
)
WERE_TOLD: Final = Message(
    "letter.recipients.told", "We told these recipients what was done with your data:"
)
UNTOLD: Final = Message(
    "letter.recipients.untold",
    "These we did not tell, because it is impossible or takes disproportionate effort:",
)
AGREED: Final = Message(
    "letter.renewal.agreed", "You agreed that we use data about you for: {purposes}."
)
ABOUT: Final = Message("letter.renewal.data", "This is about these data: {items}.")
ENDS: Final = Message("letter.renewal.ends", "Your consent ends on {day}. We ask you again.")
SILENCE: Final = Message("letter.renewal.silence", "If you do not answer, that is a no.")
ANSWER_HERE: Final = Message("letter.renewal.here", "Here you can say yes or no")
FOUND: Final = Message("letter.first.found", "We received data about you. They come from:")
FOUND_ON: Final = Message(
    "letter.first.found_on", "On {day} we received data about you. They come from:"
)
HAPPENED: Final = Message("letter.breach.happened", "This happened to data about you:")
HAPPENED_ON: Final = Message(
    "letter.breach.happened_on", "On {day} this happened to data about you:"
)
LIKELY: Final = Message("letter.breach.likely", "This is what it is likely to lead to:")
TAKEN: Final = Message("letter.breach.measures", "This is what we have done or will do:")
ADVICE: Final = Message("letter.breach.advice", "This is what you can do yourself:")

REASONS: Final[Mapping[ExtensionReason, Message]] = FrozenMap(
    {ExtensionReason.COMPLEXITY: COMPLEX, ExtensionReason.NUMBER_OF_REQUESTS: MANY}
)
UNDONE: Final = frozenset({Verdict.KEEP, Verdict.MAY_REFUSE})


@singledispatch
def lead_of(content: Content, says: Says) -> Iterator[Block]:
    """
    Say what a letter is about; where nothing else is said, that the request has come.
    """
    del content
    yield from says.opening()
    yield from says.by()


@singledispatch
def sections_of(content: Content, says: Says) -> Iterator[Section]:
    """
    Say what goes with a letter; most have nothing.
    """
    del content, says
    return iter(())


@singledispatch
def demands_of(content: Content, says: Says) -> Iterator[str]:
    """
    List what a letter must say besides what its kind always must.
    """
    del content, says
    return iter(())


@lead_of.register
def _(content: IdentityDoubt, says: Says) -> Iterator[Block]:
    setting = says.setting
    yield from says.opening()
    if content.doubt:
        doubt = setting.words(Kind.DOUBT, (content.doubt,))
        yield setting.paragraph(DOUBT, doubt=doubt, serves=("GDPR Art. 12(6)",))
    if content.checks:
        checks = setting.labels(Kind.IDENTITY_CHECK, content.checks)
        yield from setting.bullets(CHECKS, checks, serves=("GDPR Art. 5(1)(c)",))
        yield setting.paragraph(ONLY_FOR, serves=("GDPR Art. 5(1)(b)",))
    yield from says.by()


@lead_of.register
def _(content: Clarification, says: Says) -> Iterator[Block]:
    law = ("GDPR Recital 63",)
    questions = tuple(each for each in content.questions if each.strip())
    yield from says.opening()
    yield from says.setting.bullets(QUESTIONS, questions, serves=law)
    yield says.setting.paragraph(AS_IT_IS)
    yield from says.by()


@lead_of.register
def _(content: MoreTime, says: Says) -> Iterator[Block]:
    yield from says.opening()
    if content.reason is not None and says.request is not None:
        last = _extended(says.request, content, says)
        law = ("GDPR Art. 12(3) s. 2", "GDPR Art. 12(3) s. 3")
        yield says.setting.paragraph(REASONS[content.reason], serves=law[1:])
        yield says.setting.paragraph(ANSWER_BY, day=last, serves=law[:1])


def _extended(request: RightsRequest, content: MoreTime, says: Says) -> date:
    law, on = says.setting.law, says.setting.on
    told = request
    if not any(isinstance(event, Extended) for event in request.history):
        event = Extended(
            id=f"{request.id}/more_time",
            person=request.person,
            request=request.id,
            happened=on,
            recorded_at=datetime.combine(on, time(12), UTC),
            reason=content.reason,
            told=True,
        )
        told = request.apply(event, law=law)
    last = due(told, law, on=on).last_day
    if last is None:
        raise ExtensionNotAllowedError("not_foreseen", "act now; no period runs for this")
    if content.until is not None and content.until > last:
        raise ExtensionNotAllowedError("too_long", f"name a day no later than {last}")
    return content.until or last


@lead_of.register
def _(content: FullAnswer, says: Says) -> Iterator[Block]:
    yield from says.opening()
    yield from done(says, _asked(says))
    yield from says.own(content.remarks)


@sections_of.register
def _(content: FullAnswer, says: Says) -> Iterator[Section]:
    return enclosed(says, _asked(says), content.recipients)


@demands_of.register
def _(content: FullAnswer, says: Says) -> Iterator[str]:
    del content
    return asked_for(says, _asked(says))


def _asked(says: Says) -> tuple[Right, ...]:
    return says.request.rights if says.request else ()


@lead_of.register
def _(content: PartAnswer, says: Says) -> Iterator[Block]:
    yield from says.opening()
    yield from done(says, _granted(content.judgements))
    undone = dict.fromkeys(
        says.setting.say(_grounded(each, says))
        for each in content.judgements
        if each.verdict in UNDONE and each.right is not None
    )
    if undone:
        yield from says.setting.bullets(NOT_DONE, undone)
        yield from says.own(content.reasons, "GDPR Art. 12(4)")
        yield from says.remedies()


@sections_of.register
def _(content: PartAnswer, says: Says) -> Iterator[Section]:
    return enclosed(says, _granted(content.judgements), content.recipients)


@demands_of.register
def _(content: PartAnswer, says: Says) -> Iterator[str]:
    return asked_for(says, _granted(content.judgements))


def _granted(judgements: tuple[Judgement, ...]) -> tuple[Right, ...]:
    undone = {each.right for each in judgements if each.verdict in UNDONE}
    met = (each.right for each in judgements if each.verdict is Verdict.COMPLY)
    return tuple(dict.fromkeys(right for right in met if right is not None and right not in undone))


def _grounded(judged: Judgement, says: Says) -> Phrase:
    grounds = tuple(each.label for each in judged.against)
    label = says.setting.vocabulary.term(Kind.CATEGORY, judged.category).label
    right = "" if judged.right is None else judged.right.label
    if isinstance(judged.keeps_until, On):
        day = judged.keeps_until.day
        return phrase(NOT_BEFORE, right=right, category=label, grounds=grounds, day=day)
    return phrase(GROUNDED, right=right, category=label, grounds=grounds)


@lead_of.register
def _(content: Refusal, says: Says) -> Iterator[Block]:
    setting, request = says.setting, says.request
    yield from says.opening()
    if request is not None:
        refused = Refused(
            id=f"{request.id}/refusal",
            person=request.person,
            request=request.id,
            happened=setting.on,
            recorded_at=datetime.combine(setting.on, time(12), UTC),
            ground=content.ground,
            told=tuple(AnswerPart),
        )
        refuse_incomplete(refused, request.rights)
    if content.ground is not None:
        law = (content.ground.cites,)
        yield setting.paragraph(REFUSED, ground=content.ground.label, serves=law)
        yield from says.own(content.reasons, "GDPR Art. 12(4)")
    yield from says.remedies()


@lead_of.register
def _(content: LiftNotice, says: Says) -> Iterator[Block]:
    if content.lifts_on is not None and content.lifts_on > says.setting.on:
        law = ("GDPR Art. 18(3)",)
        yield says.setting.paragraph(LIFTED, day=content.lifts_on, serves=law)
    yield from says.own(content.reasons)


@lead_of.register
def _(content: RecipientsTold, says: Says) -> Iterator[Block]:
    law = ("GDPR Art. 19",)
    yield from says.opening()
    yield from says.setting.bullets(WERE_TOLD, content.recipients, serves=law)
    yield from says.setting.bullets(UNTOLD, content.untold, serves=law)


@lead_of.register
def _(content: ConsentRenewal, says: Says) -> Iterator[Block]:
    setting = says.setting
    consents = setting.policy.consents
    if content.consent not in consents:
        raise UnknownTermError("consent", content.consent, nearest(content.consent, consents))
    asked, path = consents[content.consent], f"consents.{content.consent}"
    if asked.purposes:
        purposes = setting.words(Kind.PURPOSE, asked.purposes)
        yield setting.paragraph(AGREED, purposes=purposes, serves=("GDPR Art. 4(11)",), path=path)
    if asked.data:
        items = setting.words(Kind.CATEGORY, asked.data)
        yield setting.paragraph(ABOUT, items=items, path=path)
    if content.ends_on is not None:
        yield setting.paragraph(ENDS, day=content.ends_on)
    if content.answer_at:
        yield Link(text=setting.say(ANSWER_HERE), href=content.answer_at)
    yield setting.paragraph(SILENCE, serves=("GDPR Recital 32",))
    yield setting.paragraph(WITHDRAW, serves=("GDPR Art. 7(3)",), path=path)


@lead_of.register
def _(content: FirstContact, says: Says) -> Iterator[Block]:
    law, day = ("GDPR Art. 14(2)(f)",), content.obtained_on
    sources = says.setting.labels(Kind.SOURCE, content.sources)
    if day is None:
        yield from says.setting.bullets(FOUND, sources, serves=law)
    else:
        yield from says.setting.bullets(FOUND_ON, sources, serves=law, day=day)


@sections_of.register
def _(content: FirstContact, says: Says) -> Iterator[Section]:
    del content
    return (section for part in PARTS if (section := part(says.setting)) is not None)


@demands_of.register
def _(content: FirstContact, says: Says) -> Iterator[str]:
    del content
    setting, policy = says.setting, says.setting.policy
    holds = (
        ("GDPR Art. 14(1)(b)", says.officer is not None),
        ("GDPR Art. 14(1)(e)", any(setting.mine(one.roles) for one in policy.recipients.values())),
        ("GDPR Art. 14(1)(f)", any(setting.mine(one.roles) for one in policy.transfers.values())),
        ("GDPR Art. 14(2)(b)", rests_on(setting, INTEREST)),
        ("GDPR Art. 14(2)(d)", rests_on(setting, LawfulBasis.CONSENT)),
        ("GDPR Art. 14(2)(g)", any(setting.mine(one.roles) for one in policy.automation.values())),
        ("GDPR Art. 21(4)", may_object(setting) is not None),
    )
    return (law for law, so in holds if so)


@lead_of.register
def _(content: BreachNotice, says: Says) -> Iterator[Block]:
    setting, day = says.setting, content.happened_on
    if day is None:
        yield from setting.bullets(HAPPENED, content.nature, serves=("GDPR Art. 34(2)",))
    else:
        law = ("GDPR Art. 34(2)",)
        yield from setting.bullets(HAPPENED_ON, content.nature, serves=law, day=day)
    yield from setting.bullets(LIKELY, content.consequences, serves=("GDPR Art. 33(3)(c)",))
    yield from setting.bullets(TAKEN, content.measures, serves=("GDPR Art. 33(3)(d)",))
    yield from setting.bullets(ADVICE, content.advice)
