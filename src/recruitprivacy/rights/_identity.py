"""
What a person may be asked, to show who they are.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date
from enum import StrEnum
from types import MappingProxyType
from typing import Final

import attrs

from recruitprivacy.basis import Frame, Premise, national, rule_remarks
from recruitprivacy.citations import Act, Citation
from recruitprivacy.errors import CheckTooMuchError
from recruitprivacy.findings import Step
from recruitprivacy.frozen import FrozenMap
from recruitprivacy.law import Law, Situation
from recruitprivacy.messages import Message, Phrase, Words, phrase
from recruitprivacy.policy import Policy
from recruitprivacy.rights._framed import framed
from recruitprivacy.rights._papers import leaves_something
from recruitprivacy.rights._request import RightsRequest
from recruitprivacy.rights._seen import provenance_of
from recruitprivacy.timeline import (
    RequestReceived,
)
from recruitprivacy.vocabulary import BUILT_IN, Kind, Sensitivity, Vocabulary

__all__ = [
    "Check",
    "Fitting",
    "ask_for",
    "identity_checks",
    "identity_data",
]

NUMBER: Final = "national_id"
LOGGED_IN: Final = ("account",)
"""The channels a person uses after logging in."""
REPRESENTED: Final = "through_third_party"

SUFFICES: Final = Message(
    "rights.identity.suffices", "This settles a doubt of this kind with little asked of the person."
)
LOGIN: Final = Message(
    "rights.identity.logged_in",
    "The person asked from inside their account, which already shows who they are.",
)
HEAVIER: Final = Message(
    "rights.identity.heavier",
    "Something lighter would settle it; this fits only once the lighter ways have failed.",
)
FAILED: Final = Message(
    "rights.identity.lighter_failed",
    "The lighter ways were tried and settled nothing; a human decides that this is needed.",
)
NO_DOUBT: Final = Message(
    "rights.identity.no_doubt", "Nothing makes it doubtful who asks, so nothing is asked for."
)
WRONG_DOUBT: Final = Message(
    "rights.identity.settles_nothing", "This would not settle a doubt of this kind."
)
COPY: Final = Message(
    "rights.identity.copy",
    "A copy of an identity document shows far more than is needed. If nothing else is left, all "
    "but the name and what is compared is covered, and it is not kept.",
)
NOT_HELD: Final = Message(
    "rights.identity.not_held", "It is not held, so there is nothing to compare it with."
)
HELD: Final = Message(
    "rights.identity.held", "It is held already, and comparing it collects nothing new."
)
NOT_THEIRS: Final = Message(
    "rights.identity.not_theirs",
    "It did not come from the person, who need not know it; it proves nothing.",
)
SENSITIVE: Final = Message(
    "rights.identity.sensitive", "The law protects these data in particular; they prove nothing."
)

BY_DOUBT: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "unknown_address": ("existing_login", "known_address", "matching_details", "call_back"),
        "address_changed": ("existing_login", "matching_details", "call_back", "in_person"),
        "name_differs": ("existing_login", "known_address", "matching_details"),
        "several_matches": ("existing_login", "known_address", "matching_details"),
        REPRESENTED: ("mandate", "known_address"),
        "account_compromised": ("call_back", "matching_details", "in_person"),
        "sensitive_content": ("existing_login", "known_address", "call_back", "in_person"),
    }
)
"""What settles each kind of doubt, by what is asked of the person; documents come after all."""
LAST: Final = ("document_shown", "document_copy")
"""What fits only when all else failed, the lighter first."""
UNTRUSTED: Final = frozenset({"account_compromised"})
"""The doubts under which a login shows nothing."""


class Fitting(StrEnum):
    """
    Whether something may be asked for.

    >>> Fitting.FITS.value
    'fits'
    """

    FITS = "fits"
    A_HUMAN_DECIDES = "a_human_decides"
    TOO_MUCH = "too_much"


@attrs.frozen(kw_only=True)
class Check:
    """
    One thing a person could be asked, to show who they are.

    Attributes:
        key: The check, or the category of the data asked for.
        fitting: Whether it may be asked for.
        needs: What has to be so first, by the name of the fact.
        steps: Why.
        kept: Whether it leaves something behind that has to go; see :func:`collected`.
    """

    key: str
    fitting: Fitting
    needs: tuple[str, ...] = ()
    steps: tuple[Step, ...] = ()
    kept: bool = False
    _label: Message | Words | str = attrs.field(default="", eq=False, repr=False)
    _acts: FrozenMap[str, Act] = attrs.field(default=FrozenMap(), eq=False, repr=False)

    @property
    def cites(self) -> tuple[Citation, ...]:
        """
        The provisions it rests on.
        """
        return tuple(dict.fromkeys(cite for step in self.steps for cite in step.cites))

    def explain(self, language: str) -> str:
        """
        Say whether it may be asked for, and why.

        Raises:
            UnknownLanguageError: If no catalog speaks the language.
            MissingTranslationError: If the catalog lacks a sentence.
        """
        from recruitprivacy.i18n import explained  # noqa: PLC0415 - only who explains pays

        return explained(self._lines(), language, acts=self._acts)

    def _lines(self) -> Iterator[tuple[Phrase, tuple[Citation, ...]]]:
        yield phrase(SAYS[self.fitting], check=self._label or self.key), ()
        yield from ((step.says, step.cites) for step in self.steps)


SAYS: Final[Mapping[Fitting, Message]] = MappingProxyType(
    {
        Fitting.FITS: Message("rights.identity.fits", "{check:capital}: this may be asked for."),
        Fitting.A_HUMAN_DECIDES: Message(
            "rights.identity.a_human_decides",
            "{check:capital}: a human decides whether this may be asked for.",
        ),
        Fitting.TOO_MUCH: Message(
            "rights.identity.too_much", "{check:capital}: this is too much to ask for."
        ),
    }
)


def identity_checks(  # noqa: PLR0913 - the doubt and what was tried beside the question
    request: RightsRequest,
    law: Law,
    *,
    on: date,
    doubt: str | None,
    tried: Collection[str] = (),
    situation: Situation | None = None,
    vocabulary: Vocabulary = BUILT_IN,
) -> tuple[Check, ...]:
    """
    Say of every way to show who one is whether a person may be asked for it, the lightest first.

    Args:
        request: The request; who asked from inside an account is asked for no more than that.
        law: The packs.
        on: The day.
        doubt: What makes it doubtful who asks, or None; then nothing is asked.
        tried: The ways that were tried and settled nothing.
        situation: The ties to countries; None takes those of the request.
        vocabulary: The words.

    Raises:
        UnknownTermError: If the doubt or a way is no term.

    >>> from datetime import UTC, datetime
    >>> from recruitprivacy.law import load
    >>> from recruitprivacy.rights import open_request
    >>> from recruitprivacy.vocabulary import Right
    >>> asked = open_request(Right.ACCESS, request="r-1", person="p-1", channel="email",
    ...                      received_at=datetime(2026, 3, 3, 9, tzinfo=UTC),
    ...                      situation=Situation(establishment="NL"))
    >>> found = identity_checks(asked, load("NL"), on=date(2026, 3, 4), doubt="unknown_address")
    >>> [each.key for each in found if each.fitting is Fitting.FITS][0]
    'existing_login'
    >>> found[-1].key, found[-1].fitting.value
    ('document_copy', 'too_much')

    Law:
        GDPR Art. 12(6): what is necessary to confirm who asks, on reasonable doubt.
        GDPR Art. 5(1)(c): no more than that.
    """
    frame = framed(request, law, on=on, situation=situation, vocabulary=vocabulary)
    known = [term.key for term in vocabulary.terms(Kind.IDENTITY_CHECK)]
    for key in tried:
        vocabulary.term(Kind.IDENTITY_CHECK, key)
    named = None if doubt is None else vocabulary.term(Kind.DOUBT, doubt).key
    asked = _Asked(frame=frame, request=request, doubt=named, tried=frozenset(tried))
    return tuple(asked.check(key) for key in known)


def ask_for(  # noqa: PLR0913 - what identity_checks() takes
    *checks: str,
    request: RightsRequest,
    law: Law,
    on: date,
    doubt: str,
    tried: Collection[str] = (),
    situation: Situation | None = None,
    vocabulary: Vocabulary = BUILT_IN,
) -> tuple[str, ...]:
    """
    Give back the ways of showing who one is that are to be asked for, unless one is too much.

    Raises:
        CheckTooMuchError: If the doubt does not call for one of them; with those that fit.
        UnknownTermError: If the doubt or a way is no term.

    >>> from datetime import UTC, datetime
    >>> from recruitprivacy.law import load
    >>> from recruitprivacy.rights import open_request
    >>> from recruitprivacy.vocabulary import Right
    >>> asked = open_request(Right.ACCESS, request="r-1", person="p-1",
    ...                      received_at=datetime(2026, 3, 3, 9, tzinfo=UTC),
    ...                      situation=Situation(establishment="SE"))
    >>> ask_for("document_copy", request=asked, law=load("SE"), on=date(2026, 3, 4),
    ...         doubt="several_matches")
    Traceback (most recent call last):
    recruitprivacy.errors.CheckTooMuchError: this doubt does not call for document_copy; ask ...

    Law:
        GDPR Art. 12(6): what is necessary to confirm who asks.
    """
    found = {
        each.key: each.fitting
        for each in identity_checks(
            request,
            law,
            on=on,
            doubt=doubt,
            tried=tried,
            situation=situation,
            vocabulary=vocabulary,
        )
    }
    too_much = tuple(
        key
        for key in checks
        if found[vocabulary.term(Kind.IDENTITY_CHECK, key).key] is Fitting.TOO_MUCH
    )
    if too_much:
        fitting = tuple(key for key, each in found.items() if each is Fitting.FITS)
        raise CheckTooMuchError(too_much, fitting)
    return checks


def identity_data(  # noqa: PLR0913 - the facts and the words beside the question
    categories: Iterable[str],
    request: RightsRequest,
    policy: Policy,
    law: Law,
    *,
    on: date,
    role: str,
    given: Mapping[str, bool] = FrozenMap(),
    situation: Situation | None = None,
    vocabulary: Vocabulary = BUILT_IN,
) -> tuple[Check, ...]:
    """
    Say which data a person may be asked to name, to be compared with those that are held.

    A national number is asked for only as the law of the place has it: what one law allows for the
    sake of knowing who somebody is, another keeps for what a statute prescribes.

    Args:
        categories: The data.
        request: The request.
        policy: The declaration.
        law: The packs.
        on: The day.
        role: The person's role.
        given: The facts that national rules ask for, by name.
        situation: The ties to countries; None takes those of the request.
        vocabulary: The words.

    Raises:
        UnknownTermError: If a category is no term, or the declaration knows no such role.

    >>> from datetime import UTC, datetime
    >>> from recruitprivacy.law import load
    >>> from recruitprivacy.rights import open_request
    >>> from recruitprivacy.testing.examples import own_hiring
    >>> from recruitprivacy.vocabulary import Right
    >>> asked = open_request(Right.ACCESS, request="r-1", person="p-1",
    ...                      received_at=datetime(2026, 3, 3, 9, tzinfo=UTC),
    ...                      situation=Situation(establishment="NL"))
    >>> for each in identity_data(["name", "photo", "national_id_number"], asked,
    ...                           own_hiring(), load("NL"), on=date(2026, 3, 4),
    ...                           role="candidate"):
    ...     print(each.key, each.fitting.value, each.needs)
    name fits ()
    photo too_much ()
    national_id_number too_much ()

    Law:
        GDPR Art. 12(6): what is necessary to confirm who asks.
        GDPR Art. 87: national identification numbers.
    """
    frame = framed(request, law, on=on, situation=situation, vocabulary=vocabulary)
    held = (
        policy.data[policy.role_of(role)].categories if policy.role_of(role) in policy.data else ()
    )
    return tuple(_datum(key, frame, held, given) for key in categories)


@attrs.frozen(kw_only=True)
class _Asked:
    """
    One doubt about who asks.
    """

    frame: Frame
    request: RightsRequest
    doubt: str | None
    tried: frozenset[str]

    def check(self, key: str) -> Check:
        """
        Judge one way to settle it.
        """
        fitting, message = self._judged(key)
        cites = self.frame.cite("GDPR Art. 12(6)", "GDPR Art. 5(1)(c)")
        term = self.frame.vocabulary.term(Kind.IDENTITY_CHECK, key)
        return Check(
            key=key,
            fitting=fitting,
            steps=(Step(says=phrase(message), cites=cites),),
            kept=leaves_something(key, self.frame.vocabulary),
            label=term.label,
            acts=FrozenMap(self.frame.law.acts),
        )

    def _judged(self, key: str) -> tuple[Fitting, Message]:
        if self.doubt is None:
            return Fitting.TOO_MUCH, NO_DOUBT
        settled = self._logged_in and not self._mandated
        if settled and self.doubt not in (*UNTRUSTED, REPRESENTED):
            fits = self._is(key, "existing_login")
            return (Fitting.FITS if fits else Fitting.TOO_MUCH), LOGIN
        if any(self._is(key, each) for each in self._settling):
            return Fitting.FITS, SUFFICES
        return self._of_documents(key)

    def _of_documents(self, key: str) -> tuple[Fitting, Message]:
        last = next((each for each in LAST if self._is(key, each)), None)
        if last is None:
            return Fitting.TOO_MUCH, WRONG_DOUBT
        lighter = {*self._settling, *LAST[: LAST.index(last)]} - {"existing_login"}
        if not lighter <= self.tried:
            return Fitting.TOO_MUCH, COPY if leaves_something(
                last, self.frame.vocabulary
            ) else HEAVIER
        return Fitting.A_HUMAN_DECIDES, COPY if leaves_something(
            last, self.frame.vocabulary
        ) else FAILED

    @property
    def _settling(self) -> tuple[str, ...]:
        # Whoever uses a doubt of their own is judged by the one it is a kind of.
        words = self.frame.vocabulary
        lineage = words.lineage(Kind.DOUBT, self.doubt or "")
        ways = next(BY_DOUBT[term.key] for term in lineage if term.key in BY_DOUBT)
        return ("mandate", *ways) if self._mandated and "mandate" not in ways else ways

    @property
    def _mandated(self) -> bool:
        return any(
            isinstance(event, RequestReceived) and event.mandate for event in self.request.history
        )

    @property
    def _logged_in(self) -> bool:
        channel, words = self.request.channel, self.frame.vocabulary
        return channel is not None and any(
            words.is_kind(Kind.CHANNEL, channel, each) for each in LOGGED_IN
        )

    def _is(self, key: str, of: str) -> bool:
        return self.frame.vocabulary.is_kind(Kind.IDENTITY_CHECK, key, of)


def _datum(key: str, frame: Frame, held: tuple[str, ...], given: Mapping[str, bool]) -> Check:
    term = frame.vocabulary.term(Kind.CATEGORY, key)
    fitting, needs, steps = _judged_datum(key, term.sensitivity, frame, held, given)
    return Check(
        key=key,
        fitting=fitting,
        needs=needs,
        steps=steps,
        label=term.label,
        acts=FrozenMap(frame.law.acts),
    )


def _judged_datum(
    key: str,
    sensitivity: Sensitivity,
    frame: Frame,
    held: tuple[str, ...],
    given: Mapping[str, bool],
) -> tuple[Fitting, tuple[str, ...], tuple[Step, ...]]:
    there = any(frame.is_akin(key, each) for each in held)
    if there and sensitivity is Sensitivity.NATIONAL_IDENTIFIER:
        return _number(key, frame, given)
    plain = sensitivity in {Sensitivity.ORDINARY, Sensitivity.NATIONAL_IDENTIFIER}
    supplied = provenance_of(key, None, frame)
    theirs = supplied is None or supplied.provided
    says = (HELD if there else NOT_HELD) if plain else SENSITIVE
    told = says if theirs else NOT_THEIRS
    step = Step(says=phrase(told), cites=frame.cite("GDPR Art. 12(6)", "GDPR Art. 5(1)(c)"))
    return (Fitting.FITS if there and plain and theirs else Fitting.TOO_MUCH), (), (step,)


def _number(
    key: str, frame: Frame, given: Mapping[str, bool]
) -> tuple[Fitting, tuple[str, ...], tuple[Step, ...]]:
    premises = national(frame, NUMBER, (key,), given)
    steps = tuple(rule_remarks(frame, NUMBER, (key,)))
    needs = tuple(dict.fromkeys(each.fact for each in premises if each.holds is not True))
    return _of_premises(premises), needs, steps or tuple(map(_asked_for, premises))


def _of_premises(premises: Iterable[Premise]) -> Fitting:
    found = tuple(premises)
    if all(each.holds for each in found):
        return Fitting.FITS
    # A statute that prescribes it is there or is not; whether a reason is weighty is a judgement.
    weighed = all(each.judged or each.holds for each in found)
    return Fitting.A_HUMAN_DECIDES if weighed else Fitting.TOO_MUCH


def _asked_for(premise: Premise) -> Step:
    says = premise.what if isinstance(premise.what, Phrase) else phrase(premise.what)
    return Step(says=says, cites=premise.cites, rule=premise.rule, fact=premise.fact)
