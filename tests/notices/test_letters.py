"""
Letters: each says what its article demands, or is not written.
"""

from __future__ import annotations

from datetime import UTC, date, datetime
from functools import cache
from typing import Any, Final

import attrs
import pytest

from recruitprivacy import law, rights
from recruitprivacy.citations import Citation
from recruitprivacy.errors import (
    ExtensionNotAllowedError,
    LetterLacksPartsError,
    RefusalNeedsGroundError,
    RefusalNotOpenError,
    UnknownTermError,
)
from recruitprivacy.frozen import FrozenMap
from recruitprivacy.law import Situation
from recruitprivacy.notices import (
    CONTENTS,
    Acknowledgement,
    BreachNotice,
    Clarification,
    ConsentRenewal,
    Content,
    FirstContact,
    FullAnswer,
    IdentityDoubt,
    Letter,
    LiftNotice,
    MoreTime,
    Paragraph,
    PartAnswer,
    RecipientsTold,
    Refusal,
    letter,
    sentences,
    to_html,
    to_markdown,
    to_text,
)
from recruitprivacy.policy import (
    Absence,
    Automation,
    Contact,
    Controller,
    Policy,
    Practice,
    Running,
    Transfer,
    Ways,
)
from recruitprivacy.retention import On
from recruitprivacy.rights import (
    AnswerPart,
    ExtensionReason,
    Judgement,
    RightsRequest,
    Verdict,
    open_request,
)
from recruitprivacy.testing.examples import anna_applies, own_hiring
from recruitprivacy.timeline import fold
from recruitprivacy.vocabulary import LawfulBasis, RefusalGround, Right
from recruitprivacy.wire import to_json
from tests.notices.policies import COMPLETE, Change, evolved, replaced, together

ON: Final = date(2026, 3, 20)
NL: Final = law.load("NL")
ACCESS: Final = (Right.ACCESS,)
REASONS: Final = ("You asked the same five times this month.",)
RANKS: Final = Automation(roles=("candidate",), practices=(Practice.RANKING,), running=Running.RUNS)
BREACH: Final = BreachNotice(
    nature=("A mailbox with your CV was open to others.",),
    consequences=("Somebody may write to you in our name.",),
    measures=("We closed it within the hour.",),
)
GIVEN: Final[dict[str, Content]] = {
    "acknowledgement": Acknowledgement(),
    "identity_doubt": IdentityDoubt(doubt="address_changed", checks=("known_address",)),
    "clarification": Clarification(questions=("Which of your applications do you mean?",)),
    "more_time": MoreTime(reason=ExtensionReason.COMPLEXITY),
    "full_answer": FullAnswer(),
    "refusal": Refusal(ground=RefusalGround.EXCESSIVE, reasons=REASONS),
    "lift_notice": LiftNotice(lifts_on=date(2026, 4, 1)),
    "recipients_told": RecipientsTold(recipients=("Payroll BV",)),
    "consent_renewal": ConsentRenewal(consent="pool", ends_on=date(2026, 4, 30)),
    "first_contact": FirstContact(sources=("linkedin",), obtained_on=date(2026, 3, 2)),
    "breach_notice": BREACH,
}


def asked(*kinds: Right) -> RightsRequest:
    """
    Open a request, received on 5 March 2026 a little before midnight in Amsterdam.
    """
    return open_request(
        *(kinds or ACCESS),
        request="r-1",
        person="p-1",
        received_at=datetime(2026, 3, 4, 23, 30, tzinfo=UTC),
        channel="email",
        situation=Situation(establishment="NL"),
    )


def policy(*changes: Change) -> Policy:
    """
    Change the declaration that lacks nothing.
    """
    return together(*changes)(COMPLETE)


def written(
    content: Content,
    request: RightsRequest | None = None,
    *changes: Change,
    language: str = "en",
    **more: Any,  # noqa: ANN401 - any argument of a letter
) -> Letter:
    """
    Write a letter from the firm whose declaration lacks nothing, after some changes of it.
    """
    return letter(
        request or asked(),
        content,
        policy=policy(*changes),
        role="candidate",
        language=language,
        law=NL,
        on=ON,
        **more,
    )


def lacking(content: Content, *changes: Change, request: RightsRequest | None = None) -> set[str]:
    """
    List what a letter that is not written lacks.
    """
    with pytest.raises(LetterLacksPartsError) as raised:
        written(content, request, *changes)
    assert content.kind == raised.value.letter
    return set(raised.value.missing)


@cache
def judged() -> tuple[Judgement, ...]:
    """
    Judge a request for erasure while a procedure still runs.
    """
    book, day = law.load("NL"), date(2026, 3, 10)
    facts = fold(anna_applies(), own_hiring(), on=day, law=book)
    request = attrs.evolve(asked(Right.ERASURE), person=facts.person)
    return rights.assess(request, own_hiring(), facts, book, on=day)


def verdicts(verdict: Verdict, **more: Any) -> tuple[Judgement, ...]:  # noqa: ANN401
    """
    Give what was judged another verdict.
    """
    return tuple(attrs.evolve(each, verdict=verdict, **more) for each in judged())


def kept() -> PartAnswer:
    """
    Give an answer that keeps something, on a ground.
    """
    against = (RefusalGround.NATIONAL_RESTRICTION,)
    return PartAnswer(judgements=verdicts(Verdict.KEEP, against=against), reasons=REASONS)


# -------------------------------------------------------------------------------------- every kind


def every() -> dict[str, Content]:
    """
    Give one letter of each kind.
    """
    return {**GIVEN, "part_answer": kept()}


def test_there_is_one_of_each_kind() -> None:
    """
    Each kind of letter is written in these tests.
    """
    assert set(CONTENTS) == set(every())


@pytest.mark.parametrize("kind", CONTENTS)
def test_it_says_all_that_is_demanded(kind: str) -> None:
    """
    A letter serves every provision its kind demands, and knows them.
    """
    found = written(every()[kind], asked(Right.ERASURE))
    served = {str(cite) for cite in found.serves}

    assert set(CONTENTS[kind].demands) <= {str(cite) for cite in found.demanded} <= served
    assert kind == found.kind


@pytest.mark.parametrize("kind", CONTENTS)
@pytest.mark.parametrize("language", ["en", "nl", "sv"])
def test_it_is_whole_in_each_language(kind: str, language: str) -> None:
    """
    A letter has a title, a date, no open place, and the same parts in each language.
    """
    found = written(every()[kind], asked(Right.ERASURE), language=language)
    said = to_text(found)

    assert "{" not in said
    assert "2026" in said
    english = written(every()[kind], asked(Right.ERASURE))
    assert [type(block) for block in english.blocks()] == [type(block) for block in found.blocks()]


@pytest.mark.parametrize("kind", CONTENTS)
def test_its_demands_can_be_read(kind: str) -> None:
    """
    What a kind demands are provisions that can be cited.
    """
    assert all(Citation.parse(text, NL.acts) for text in CONTENTS[kind].demands)


@pytest.mark.parametrize("kind", CONTENTS)
def test_nobody_writes_without_a_name(kind: str) -> None:
    """
    Where no controller is reached, no letter of any kind is written.
    """
    unreached = evolved("controllers", "kade", contact=Contact(), dpo=Contact())
    missing = lacking(every()[kind], unreached, request=asked(Right.ERASURE))

    assert missing & {"GDPR Art. 13(1)(a)", "GDPR Art. 14(1)(a)", "GDPR Art. 33(3)(b)"}


def test_who_it_is_to_is_not_printed() -> None:
    """
    Neither the address nor a word of the letter is in how it is printed.
    """
    found = written(
        GIVEN["refusal"], to=("Anna Voorbeeld", "Kade 2"), salutation="Dear Ms Voorbeeld,"
    )
    shown = repr((found, GIVEN["refusal"]))

    assert not any(each in shown for each in ("Voorbeeld", "Kade 2", "five times", "excessive req"))


@pytest.mark.parametrize("kind", sorted(GIVEN))
def test_it_closes_with_who_writes(kind: str) -> None:
    """
    A letter ends as letters do, with the name of the firm; what goes with it comes after.
    """
    said = [block.text for block in written(GIVEN[kind]).lead if isinstance(block, Paragraph)]

    assert said[-2:] == ["Kind regards,", "Kade BV"]


def test_who_it_is_to_stands_first() -> None:
    """
    The address stands above the title, the day and the greeting below it, in each form.
    """
    found = written(GIVEN["acknowledgement"], to=("A <b>", "Kade 2"), salutation="Dear A,")

    assert "<main>\n<address>A &lt;b&gt;<br>Kade 2</address>\n<h1>" in to_html(found)
    assert to_text(found).startswith("A <b>\nKade 2\n\nWe received your request\n=")
    assert "\n\n20 March 2026\n\nDear A,\n\n" in to_text(found)
    assert to_markdown(found).startswith("A \\<b\\>  \nKade 2\n\n# We received")


def test_it_is_written_as_json() -> None:
    """
    A letter can be handed on as JSON.
    """
    assert b'"kind":"refusal"' in to_json(written(GIVEN["refusal"]))


# ---------------------------------------------------------------------------------------- requests


def test_a_request_has_its_day_where_the_firm_is() -> None:
    """
    The day of receipt is that of the firm's own place, and the answer is due a month from it.
    """
    said = to_text(written(GIVEN["acknowledgement"]))

    assert "On 5 March 2026 we received your request about: access." in said
    assert "You get our answer by 7 April 2026 at the latest." in said


def test_a_request_known_by_its_day_only() -> None:
    """
    Where only the day of receipt is known, that is told.
    """
    request = attrs.evolve(asked(), received_at=date(2026, 3, 5), history=())

    assert "On 5 March 2026" in to_text(written(GIVEN["acknowledgement"], request))


def test_a_request_nobody_could_read() -> None:
    """
    Where nobody knows what is asked, the receipt does not guess.
    """
    request = attrs.evolve(asked(), rights=())
    said = to_text(written(GIVEN["recipients_told"], request))

    assert "On 5 March 2026 we received your request.\n" in said


def test_what_takes_effect_at_once() -> None:
    """
    Where no period runs, the firm says that it acts without delay.
    """
    said = to_text(written(GIVEN["acknowledgement"], asked(Right.WITHDRAW_CONSENT)))

    assert "We act on it without delay." in said


def test_without_a_request_there_is_no_answer() -> None:
    """
    A receipt, a question or an answer is about a request, or not written.
    """
    for kind in ("acknowledgement", "identity_doubt", "clarification", "more_time", "full_answer"):
        with pytest.raises(LetterLacksPartsError):
            letter(
                None,
                GIVEN[kind],
                policy=COMPLETE,
                role="candidate",
                language="en",
                law=NL,
                on=ON,
            )


@pytest.mark.parametrize(
    ("content", "missing"),
    [
        (IdentityDoubt(checks=("known_address",)), {"GDPR Art. 12(6)"}),
        (IdentityDoubt(doubt="address_changed"), {"GDPR Art. 5(1)(c)"}),
        (IdentityDoubt(), {"GDPR Art. 12(6)", "GDPR Art. 5(1)(c)"}),
        (Clarification(), {"GDPR Recital 63"}),
        (Clarification(questions=(" ",)), {"GDPR Recital 63"}),
        (MoreTime(), {"GDPR Art. 12(3) s. 2", "GDPR Art. 12(3) s. 3"}),
        (Refusal(ground=RefusalGround.EXCESSIVE), {"GDPR Art. 12(4)"}),
        (Refusal(ground=RefusalGround.EXCESSIVE, reasons=("",)), {"GDPR Art. 12(4)"}),
        (LiftNotice(), {"GDPR Art. 18(3)"}),
        (LiftNotice(lifts_on=ON), {"GDPR Art. 18(3)"}),
        (RecipientsTold(), {"GDPR Art. 19"}),
        (BreachNotice(), {"GDPR Art. 34(2)", "GDPR Art. 33(3)(c)", "GDPR Art. 33(3)(d)"}),
        (PartAnswer(), {"GDPR Art. 12(4)", "GDPR Art. 77(1)", "GDPR Art. 79(1)"}),
    ],
)
def test_what_is_missing_is_named(content: Content, missing: set[str]) -> None:
    """
    A letter that lacks a part is not written, and the provision that asks for it is named.
    """
    assert missing == lacking(content)


def test_an_unknown_doubt() -> None:
    """
    A doubt that is no word of the vocabulary is refused, the nearest named.
    """
    with pytest.raises(UnknownTermError, match="address_changed"):
        written(IdentityDoubt(doubt="adress_changed", checks=("known_address",)))


# --------------------------------------------------------------------------------------- extension


def test_more_time_until() -> None:
    """
    An extension says why, and by when at the latest: as far as the law allows, or sooner.
    """
    assert "by 5 June 2026 at the latest" in to_text(written(GIVEN["more_time"]))
    sooner = MoreTime(reason=ExtensionReason.NUMBER_OF_REQUESTS, until=date(2026, 5, 1))
    assert "number of requests.\n\nYou get our answer by 1 May 2026" in to_text(written(sooner))


def test_more_time_than_the_law_allows() -> None:
    """
    A day beyond what the law allows is refused.
    """
    later = MoreTime(reason=ExtensionReason.COMPLEXITY, until=date(2026, 6, 6))
    with pytest.raises(ExtensionNotAllowedError, match="2026-06-05"):
        written(later)


def test_more_time_asked_too_late() -> None:
    """
    After the first month it is too late to tell of an extension.
    """
    with pytest.raises(ExtensionNotAllowedError):
        letter(
            asked(),
            GIVEN["more_time"],
            policy=COMPLETE,
            role="candidate",
            language="en",
            law=NL,
            on=date(2026, 4, 8),
        )


def test_more_time_that_is_recorded() -> None:
    """
    Where the extension is in the history already, its day is told, and none is added.
    """
    event = rights.Extended(
        id="e",
        person="p-1",
        request="r-1",
        happened=ON,
        recorded_at=datetime(2026, 3, 20, 12, tzinfo=UTC),
        reason=ExtensionReason.COMPLEXITY,
        told=True,
    )
    request = asked().apply(event, law=NL)

    assert "by 5 June 2026" in to_text(written(GIVEN["more_time"], request))


def test_more_time_for_what_has_no_period() -> None:
    """
    What takes effect at once cannot take longer.
    """
    with pytest.raises(ExtensionNotAllowedError):
        written(GIVEN["more_time"], asked(Right.WITHDRAW_CONSENT))


# ----------------------------------------------------------------------------------------- answers


@pytest.mark.parametrize("right", [right for right in Right if right not in ACCESS])
def test_an_answer_says_what_was_done(right: Right) -> None:
    """
    An answer in full says of each right what was done.
    """
    content = FullAnswer(recipients=("Payroll BV",))
    found = written(content, asked(right))

    assert right.cites in {str(cite) for cite in found.serves}
    assert () == found.told
    assert 1 == sum(
        message.text in to_text(found)
        for code, message in sentences().items()
        if code.startswith("letter.done.")
    )


def test_an_answer_on_access_says_what_goes_with_it() -> None:
    """
    A copy comes with purposes, categories, recipients, period, rights, complaint.
    """
    found = written(GIVEN["full_answer"])

    assert {
        "GDPR Art. 15(1)(a)", "GDPR Art. 15(1)(b)", "GDPR Art. 15(1)(c)", "GDPR Art. 15(1)(d)",
        "GDPR Art. 15(1)(e)", "GDPR Art. 15(1)(f)", "GDPR Art. 15(3)",
    } <= {str(cite) for cite in found.demanded}  # fmt: skip


@pytest.mark.parametrize(
    ("change", "demanded"),
    [
        (
            replaced(ways=FrozenMap({"candidate": Ways(received=FrozenMap({"*": ("linkedin",)}))})),
            "GDPR Art. 15(1)(g)",
        ),
        (replaced(automation=FrozenMap({"m": RANKS})), "GDPR Art. 15(1)(h)"),
        (replaced(transfers=FrozenMap({"t": Transfer(to_countries=("US",))})), "GDPR Art. 15(2)"),
    ],
)
def test_what_goes_with_a_copy_where_there_is_any(change: Change, demanded: str) -> None:
    """
    Source, machine and transfer are told with a copy where the declaration has any, else not.
    """
    plain = {str(cite) for cite in written(GIVEN["full_answer"]).demanded}
    found = written(GIVEN["full_answer"], None, change)

    assert demanded not in plain
    assert demanded in {str(cite) for cite in found.demanded}


@pytest.mark.parametrize(
    ("change", "missing"),
    [
        (replaced(retention=FrozenMap()), "GDPR Art. 15(1)(d)"),
        (replaced(data=FrozenMap()), "GDPR Art. 15(1)(b)"),
        (replaced(uses=FrozenMap()), "GDPR Art. 15(1)(a)"),
    ],
)
def test_a_copy_without_what_goes_with_it(change: Change, missing: str) -> None:
    """
    Where the declaration leaves out what must go with a copy, the answer is not written.
    """
    assert {missing} == lacking(FullAnswer(), change)


def test_recipients_by_name() -> None:
    """
    Recipients given by name stand in place of the kinds that are declared.
    """
    said = to_text(written(FullAnswer(recipients=("Payroll BV",), remarks=("We are sorry.",))))

    assert "These recipients have your data:\n\n- Payroll BV" in said
    assert "IT providers" not in said
    assert "We are sorry." in said


def test_recipients_asked_for_and_not_named() -> None:
    """
    Whoever asks only for the recipients is told who, or the answer is not written.
    """
    request = asked(Right.RECIPIENTS_INFORMATION)

    assert "Payroll BV" in to_text(written(FullAnswer(recipients=("Payroll BV",)), request))


def test_recipients_who_could_not_be_told() -> None:
    """
    Those who could not be told are named as well.
    """
    found = written(RecipientsTold(untold=("A firm that is gone",)))

    assert "These we did not tell" in to_text(found)


def test_an_answer_in_part() -> None:
    """
    What is not done is named with its ground; why, where to complain and the court follow.
    """
    found = written(kept(), asked(Right.ERASURE))
    said = to_text(found)

    assert tuple(AnswerPart) == found.told
    assert "- Erasure, name: restriction by Union or national law\n" in said
    assert REASONS[0] in said
    assert "You can also go to court." in said


def test_an_answer_in_part_says_until_when() -> None:
    """
    Where it is known from when a kept part may go, that day is told.
    """
    keeps = verdicts(
        Verdict.KEEP,
        against=(RefusalGround.LEGAL_CLAIMS,),
        keeps_until=On(day=date(2026, 9, 2)),
    )
    said = to_text(written(PartAnswer(judgements=keeps, reasons=REASONS), asked(Right.ERASURE)))

    assert "legal claims; not before 2 September 2026" in said


def test_an_answer_in_part_says_what_was_done() -> None:
    """
    A right that is met is said to be met; one that is met for some data only is not.
    """
    half = (*verdicts(Verdict.COMPLY)[:1], *kept().judgements[1:])
    access = attrs.evolve(judged()[0], right=Right.ACCESS, verdict=Verdict.COMPLY)
    answer = PartAnswer(judgements=(access, *half), reasons=REASONS)
    found = written(answer, asked(Right.ACCESS, Right.ERASURE))

    assert "With this letter you get a copy" in to_text(found)
    assert "We have erased your data." not in to_text(found)
    assert "GDPR Art. 15(1)(a)" in {str(cite) for cite in found.demanded}


def test_nothing_is_kept_and_nothing_refused() -> None:
    """
    An answer in part of what is met in whole is no answer in part.
    """
    answer = PartAnswer(judgements=verdicts(Verdict.COMPLY), reasons=REASONS)

    assert "GDPR Art. 12(4)" in lacking(answer, request=asked(Right.ERASURE))


# ----------------------------------------------------------------------------------------- refusal


def test_a_refusal_says_why_and_where_to_turn() -> None:
    """
    A refusal has its ground with the provision, the reasons, the authority by name and the court.
    """
    found = written(GIVEN["refusal"])
    said = to_text(found)

    assert "The ground: excessive request." in said
    assert REASONS[0] in said
    assert "Autoriteit Persoonsgegevens" in said
    assert "GDPR Art. 12(5)" in {str(cite) for cite in found.serves}
    assert tuple(AnswerPart) == found.told


def test_what_it_told_is_what_the_request_records() -> None:
    """
    The parts a refusal tells are those the request asks for when the refusal is recorded.
    """
    found = written(GIVEN["refusal"])
    event = rights.Refused(
        id="e",
        person="p-1",
        request="r-1",
        happened=ON,
        recorded_at=datetime(2026, 3, 20, 12, tzinfo=UTC),
        ground=RefusalGround.EXCESSIVE,
        told=found.told,
    )
    assert asked().apply(event, law=NL).status.is_closed


def test_a_refusal_names_the_authority_of_the_place() -> None:
    """
    Where the firm names no authority, that of its place stands in the letter, in the language.
    """
    unnamed = replaced(authorities=FrozenMap())
    said = to_text(written(GIVEN["refusal"], None, unnamed))

    assert "Autoriteit Persoonsgegevens" in said
    assert "autoriteitpersoonsgegevens.nl" in said


def test_a_refusal_where_no_authority_is_known() -> None:
    """
    Where nobody knows the place, the right to complain is told all the same.
    """
    unnamed = replaced(authorities=FrozenMap())
    somewhere = evolved("controllers", "kade", country="FI")
    found = letter(
        None,
        GIVEN["refusal"],
        policy=policy(unnamed, somewhere),
        role="candidate",
        language="en",
        law=NL,
        on=ON,
    )
    assert "You may complain to a supervisory authority" in to_text(found)
    assert "For us this is" not in to_text(found)


def test_a_refusal_before_there_was_an_authority() -> None:
    """
    On a day on which the place had no authority, none is named.
    """
    found = letter(
        None,
        GIVEN["refusal"],
        policy=policy(replaced(authorities=FrozenMap())),
        role="candidate",
        language="en",
        law=NL,
        on=date(1980, 1, 1),
    )
    assert "For us this is" not in to_text(found)


def test_a_refusal_of_nothing_on_no_ground() -> None:
    """
    Without a request and without a ground there is nothing to refuse.
    """
    with pytest.raises(LetterLacksPartsError, match=r"12\(4\)"):
        letter(
            None,
            Refusal(reasons=REASONS),
            policy=COMPLETE,
            role="candidate",
            language="en",
            law=NL,
            on=ON,
        )


def test_a_ground_that_does_not_stand() -> None:
    """
    A ground of another right, or against what knows none, writes no refusal.
    """
    with pytest.raises(RefusalNotOpenError):
        written(GIVEN["refusal"], asked(Right.OBJECT_MARKETING))
    with pytest.raises(RefusalNeedsGroundError):
        written(Refusal(reasons=REASONS))


# --------------------------------------------------------------------------------- without request


def test_a_restriction_that_ends() -> None:
    """
    A restriction is said to end on a day to come.
    """
    said = to_text(written(LiftNotice(lifts_on=date(2026, 4, 1), reasons=REASONS)))

    assert "ends on 1 April 2026" in said
    assert REASONS[0] in said


def test_consent_is_asked_anew() -> None:
    """
    A renewal says what for, until when, that silence is a no, and that one can withdraw.
    """
    content = ConsentRenewal(
        consent="pool", ends_on=date(2026, 4, 30), answer_at="https://example.org/again"
    )
    found = written(content, None, evolved("consents", "pool", data=("cv",)))
    said = to_text(found)

    for sentence in (
        "You agreed that we use data about you for: job alerts.",
        "This is about these data: curriculum vitae.",
        "Your consent ends on 30 April 2026.",
        "Here you can say yes or no: https://example.org/again",
        "If you do not answer, that is a no.",
        "You may withdraw your consent at any time.",
    ):
        assert sentence in said


def test_consent_to_nothing_is_not_asked() -> None:
    """
    A consent without a purpose is not asked anew.
    """
    bare = evolved("consents", "pool", purposes=())

    assert {"GDPR Art. 4(11)"} == lacking(ConsentRenewal(consent="pool"), bare)


def test_an_unknown_consent() -> None:
    """
    A consent nobody declared is refused, the nearest named.
    """
    with pytest.raises(UnknownTermError, match="'pool'"):
        written(ConsentRenewal(consent="pol"))


def test_a_first_word_to_somebody_found_elsewhere() -> None:
    """
    A first contact names the sources and the day, and says all that Art. 14 asks for.
    """
    found = written(GIVEN["first_contact"])
    said = to_text(found)

    assert "On 2 March 2026 we received data about you. They come from:\n\n- LinkedIn" in said
    assert {"GDPR Art. 14(2)(b)", "GDPR Art. 21(4)", "GDPR Art. 14(1)(e)"} <= {
        str(cite) for cite in found.demanded
    }
    assert "must" not in {section.key for section in found.walk()}


def test_a_first_word_without_a_source() -> None:
    """
    Where neither the letter nor the declaration names a source, it is not written.
    """
    assert {"GDPR Art. 14(2)(f)"} == lacking(FirstContact())
    found = replaced(ways=FrozenMap({"candidate": Ways(received=FrozenMap({"*": ("linkedin",)}))}))
    assert "LinkedIn" in to_text(written(FirstContact(), None, found))


def test_a_first_word_without_a_day() -> None:
    """
    Where the day is not known, none is told.
    """
    said = to_text(written(FirstContact(sources=("linkedin",))))

    assert "We received data about you. They come from:" in said


OFFICER: Final = Contact(email="officer@example.org")
CONSENTED: Final = evolved("uses", "hiring", basis=(LawfulBasis.CONSENT,))


@pytest.mark.parametrize(
    ("change", "law"),
    [
        (evolved("controllers", "kade", dpo=OFFICER), "GDPR Art. 14(1)(b)"),
        (CONSENTED, "GDPR Art. 14(2)(d)"),
        (replaced(automation=FrozenMap({"ranks": RANKS})), "GDPR Art. 14(2)(g)"),
    ],
)
def test_a_first_word_says_what_there_is_to_say(change: Change, law: str) -> None:
    """
    An officer, consent and machines are told to somebody found elsewhere where there are any.
    """
    bare = together(
        evolved("controllers", "kade", dpo=Absence.NONE), replaced(consents=FrozenMap())
    )

    def demanded(*changes: Change) -> set[str]:
        found = written(GIVEN["first_contact"], None, *changes)
        return {str(cite) for cite in found.demanded}

    assert law not in demanded(bare)
    assert law in demanded(bare, change)


def test_a_first_word_from_one_the_notice_does_not_name() -> None:
    """
    Where the notice names another than who writes, the letter says how they and theirs are reached.
    """
    another = evolved("responsible", "all", among=("wal",))
    both = replaced(
        controllers=FrozenMap(
            {
                "kade": attrs.evolve(COMPLETE.controllers["kade"], dpo=OFFICER),
                "wal": Controller(name="Wal BV", contact=Contact(email="wal@example.org")),
            }
        )
    )
    found = written(GIVEN["first_contact"], None, another, both, controller="kade")
    last = to_text(attrs.evolve(found, sections=())).splitlines()[-4:]

    assert last == [
        "- Address: Kade 1, 1011 AB Amsterdam",
        "- E-mail: privacy@example.org",
        "",
        "- Data protection officer: officer@example.org",
    ]


def test_a_first_word_says_once_how_one_is_reached() -> None:
    """
    Where the notice that goes with it names who writes, the letter is signed with the name alone.
    """
    found = written(GIVEN["first_contact"])
    assert 1 == to_text(found).count("- E-mail: privacy@example.org")


def test_a_breach() -> None:
    """
    A letter on a breach says when, what, what follows, what is done, what to do, and whom to ask.
    """
    breach = attrs.evolve(BREACH, happened_on=date(2026, 3, 18), advice=("Change your password.",))
    officer = Contact(email="officer@example.org")
    said = to_text(written(breach, None, evolved("controllers", "kade", dpo=officer)))

    assert "On 18 March 2026 this happened" in said
    assert "This is what you can do yourself:\n\n- Change your password." in said
    assert "officer@example.org" in said
    assert "privacy@example.org" not in said


# -------------------------------------------------------------------------------------- who writes

WAL: Final = Contact(email="wal@example.org")
TWO: Final = together(
    replaced(
        controllers=FrozenMap(
            {**COMPLETE.controllers, "wal": Controller(name="Wal BV", contact=WAL)}
        )
    ),
    evolved("responsible", "all", among=("kade", "wal")),
)


def test_one_of_several_writes() -> None:
    """
    Where several controllers answer, the letter names the one that writes, or is not written.
    """
    assert "Wal BV" in to_text(written(GIVEN["refusal"], None, TWO, controller="wal"))
    assert {"GDPR Art. 13(1)(a)"} == lacking(GIVEN["refusal"], TWO)


def test_an_unknown_controller() -> None:
    """
    A controller nobody declared is refused, the nearest named.
    """
    with pytest.raises(UnknownTermError, match="'kade'"):
        written(GIVEN["refusal"], controller="kad")


def test_an_unknown_role() -> None:
    """
    A role of which the declaration does not speak is refused, the nearest named.
    """
    with pytest.raises(UnknownTermError, match="candidate"):
        letter(
            None,
            GIVEN["breach_notice"],
            policy=COMPLETE,
            role="candidat",
            language="en",
            law=NL,
            on=ON,
        )
