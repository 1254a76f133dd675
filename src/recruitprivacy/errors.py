"""
Every error this library raises, under one root.

An error keeps its facts as attributes, names the way out, and never quotes personal data.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Final

import attrs

__all__ = [
    "AnswerLacksPartsError",
    "BeyondCalendarError",
    "CalendarUnknownError",
    "CanonicalError",
    "CheckTooMuchError",
    "CitationError",
    "ConsentNotRecordableError",
    "EventMisplacedError",
    "EventTypeError",
    "ExtensionNotAllowedError",
    "Fault",
    "FaultsError",
    "IdentityNeedsDoubtError",
    "KeyTooShortError",
    "LetterLacksPartsError",
    "MissingTextError",
    "MissingTranslationError",
    "MissingValueError",
    "MonthDayError",
    "MoveNotAllowedError",
    "NaiveDatetimeError",
    "NewerSchemaError",
    "NoRuleError",
    "NotErasableError",
    "NotHeldError",
    "ObjectionStandsError",
    "PackageNotReadyError",
    "PauseReversedError",
    "PeriodError",
    "PleaLacksProvisionError",
    "RecruitPrivacyError",
    "RefusalNeedsGroundError",
    "RefusalNotOpenError",
    "RegimeError",
    "RestrictionStandsError",
    "RuleNotInForceError",
    "SeveralDaysError",
    "SeveralPersonsError",
    "StillNeededError",
    "TooLargeError",
    "UnattestedError",
    "UncompiledCatalogError",
    "UnknownActError",
    "UnknownFactorError",
    "UnknownJurisdictionError",
    "UnknownLanguageError",
    "UnknownRegimeError",
    "UnknownRuleError",
    "UnknownTermError",
    "UnknownTopicError",
    "UnreadableIdentifierError",
    "UnsayableError",
]

MOST_SHOWN: Final = 80
LONGEST_PATH: Final = 120
FEW: Final = 30
"""As many words as are listed, where none is near the one given."""


class RecruitPrivacyError(Exception):
    """
    The root of every error of this library.

    An error can be pickled and copied, and keeps its facts.
    """

    def __reduce__(self) -> tuple[object, ...]:
        """
        Pickle by message and facts, whatever the constructor asks for.
        """
        return _blank, (type(self), self.args), vars(self)


def _blank(kind: type[RecruitPrivacyError], args: tuple[object, ...]) -> RecruitPrivacyError:
    return kind.__new__(kind, *args)


def _line(text: str) -> str:
    return "".join(
        mark if mark.isprintable() else mark.encode("unicode_escape").decode() for mark in text
    )


def _shown(text: str) -> str:
    return repr(text if len(text) <= MOST_SHOWN else f"{text[:MOST_SHOWN]}…")


@attrs.frozen(kw_only=True)
class Fault:
    """
    One thing to mend in what was given to us.

    Attributes:
        path: Where it stands, as keys from the top: ``retention.house.at_most``.
        problem: What is wrong, in one clause.
        way_out: What was expected, or how to write it.
        nearest: The known word nearest to the one found, or empty.

    >>> print(Fault(path="uses.recruitment.basis", problem="unknown lawful basis 'consnt'",
    ...             nearest="consent"))
    uses.recruitment.basis: unknown lawful basis 'consnt'; did you mean 'consent'?
    """

    path: str
    problem: str
    way_out: str = ""
    nearest: str = ""

    def __str__(self) -> str:
        """
        Write the fault on one line.
        """
        mean = f"did you mean {self.nearest!r}?" if self.nearest else ""
        says = "; ".join(part for part in (self.problem, self.way_out, mean) if part)
        path = self.path if len(self.path) <= LONGEST_PATH else f"{self.path[:LONGEST_PATH]}…"
        return _line(f"{path}: {says}" if path else says)


class FaultsError(RecruitPrivacyError, ValueError):
    """
    Something given to us has faults; all of them are here.

    Attributes:
        faults: Each :class:`Fault`, in the order of the document.
        source: What was read (a file's name), or empty.
    """

    def __init__(self, faults: Iterable[Fault], *, source: str = "") -> None:
        """
        Keep the faults, and write them one a line.
        """
        self.faults: tuple[Fault, ...] = tuple(faults)
        self.source = source
        head = f"{len(self.faults)} {'thing' if len(self.faults) == 1 else 'things'} to mend"
        lines = [_line(f"{source}: {head}" if source else head)]
        super().__init__("\n".join([*lines, *(f"  {fault}" for fault in self.faults)]))


class CitationError(RecruitPrivacyError, ValueError):
    """
    A text cannot be read as a citation.

    Attributes:
        text: What was given.
    """

    def __init__(self, text: str) -> None:
        """
        Say how a citation is written.
        """
        self.text = text
        super().__init__(
            f"cannot read {_shown(text)} as a citation; "
            "write the act and the provision, as in 'GDPR Art. 12(3)'"
        )


class UnknownActError(RecruitPrivacyError, LookupError):
    """
    A citation names an act nobody declared.

    Attributes:
        act: The act as written.
        nearest: The nearest declared act, or empty.
    """

    def __init__(self, act: str, nearest: str = "") -> None:
        """
        Name the act and the nearest one that is known.
        """
        self.act = act
        self.nearest = nearest
        hint = f"; did you mean {nearest!r}?" if nearest else ""
        super().__init__(f"unknown act {_shown(act)}; declare it under [acts] with its title{hint}")


class PeriodError(RecruitPrivacyError, ValueError):
    """
    A text or a set of numbers is not a length of time we can count.

    Attributes:
        given: What was given.
        way_out: How to write it.
    """

    def __init__(self, given: str, way_out: str = "write whole units, as in 'P18M'") -> None:
        """
        Say what was given and how to write it.
        """
        self.given = given
        self.way_out = way_out
        super().__init__(f"cannot read {_shown(given)} as a period; {way_out}")


class MonthDayError(RecruitPrivacyError, ValueError):
    """
    A text or two numbers are not a day of the year.

    Attributes:
        given: What was given.
    """

    def __init__(self, given: str) -> None:
        """
        Say what was given and how to write it.
        """
        self.given = given
        super().__init__(
            f"cannot read {_shown(given)} as a day of the year; write its month and day, "
            "as in '04-05' for 5 April"
        )


class BeyondCalendarError(RecruitPrivacyError, OverflowError):
    """
    A day lies outside the calendar, which knows the years 1 to 9999.

    Attributes:
        period: The length that leads out of it, as written.
    """

    def __init__(self, period: str) -> None:
        """
        Name the length; the day may be somebody's.
        """
        self.period = period
        super().__init__(
            f"counting {_shown(period)} leaves the calendar (years 1 to 9999); use a shorter period"
        )


class CanonicalError(RecruitPrivacyError, TypeError):
    """
    A value has no canonical bytes.

    Attributes:
        path: Where in the value.
        kind: The name of the type found there.
    """

    def __init__(self, path: str, kind: str) -> None:
        """
        Name the place and the type, never the value.
        """
        self.path = path
        self.kind = kind
        super().__init__(
            f"{_line(path) or 'the value'}: a {kind} has no canonical form; "
            "use text, whole numbers, true, false, null, lists and objects with text keys"
        )


class UnknownTermError(RecruitPrivacyError, LookupError):
    """
    A word is not in the vocabulary.

    Attributes:
        kind: What kind of word was looked for, as in ``category``.
        key: The word as written.
        nearest: The nearest known word, or empty.
        known: The words there are; listed where none is near and they are few.
    """

    def __init__(self, kind: str, key: str, nearest: str = "", known: tuple[str, ...] = ()) -> None:
        """
        Name the word and the nearest one that is known, or those there are.
        """
        self.kind = kind
        self.key = key
        self.nearest = nearest
        self.known = known
        few = 0 < len(known) <= FEW
        listed = f"; known here: {_line(', '.join(known))}" if few else ""
        hint = f"; did you mean {nearest!r}?" if nearest else listed
        super().__init__(f"unknown {kind} {_shown(key)}{hint}")


class NotHeldError(RecruitPrivacyError, LookupError):
    """
    A known category is asked about of which nothing is held of these people.

    Attributes:
        category: The category as written.
        role: The role of the declaration, or empty for everybody addressed.
        held: What is held instead; listed where it is little.
    """

    def __init__(self, category: str, role: str, held: tuple[str, ...] = ()) -> None:
        """
        Name the category, whose data it is not, and what is held instead.
        """
        self.category = category
        self.role = role
        self.held = held
        whose = _shown(role) if role else "those addressed"
        listed = f"; held: {_line(', '.join(held))}" if 0 < len(held) <= FEW else ""
        super().__init__(
            f"no {_shown(category)} is held of {whose}{listed}; declare it, or do not ask for it"
        )


class UnknownLanguageError(RecruitPrivacyError, LookupError):
    """
    A language tag is not well formed, or no catalog speaks it.

    Attributes:
        tag: The tag as written.
        known: The tags that are spoken.
    """

    def __init__(self, tag: str, known: tuple[str, ...] = ()) -> None:
        """
        Name the tag and what is spoken.
        """
        self.tag = tag
        self.known = known
        spoken = f"; spoken here: {', '.join(known)}" if known else ""
        super().__init__(
            f"unknown language {_shown(tag)}; write a BCP 47 tag, as in 'nl-BE'{spoken}"
        )


class MissingTranslationError(RecruitPrivacyError, LookupError):
    """
    A catalog lacks a message; nothing falls back in silence.

    Attributes:
        code: The message's code.
        language: The language asked for.
    """

    def __init__(self, code: str, language: str) -> None:
        """
        Name the message and the language.
        """
        self.code = code
        self.language = language
        super().__init__(
            f"no {language!r} words for {code!r}; add them to the catalog of that language"
        )


class MissingValueError(RecruitPrivacyError, LookupError):
    """
    A sentence has a place for which no value was given.

    Attributes:
        code: The message's code.
        place: The name of the place.
    """

    def __init__(self, code: str, place: str) -> None:
        """
        Name the message and the place.
        """
        self.code = code
        self.place = place
        super().__init__(f"{code!r} has a place for {place!r}; give a value for it")


class UnsayableError(RecruitPrivacyError, TypeError):
    """
    A value is a key, or of a kind, for which no language has words.

    Attributes:
        kind: What kind of value it is.
    """

    def __init__(self, kind: str) -> None:
        """
        Name the kind, never the value.
        """
        self.kind = kind
        super().__init__(f"{kind} is not a thing a language has words for; say its label instead")


class UncompiledCatalogError(RecruitPrivacyError, LookupError):
    """
    The sentences of a language stand in the checkout, and were never compiled.

    Attributes:
        language: The language.
    """

    def __init__(self, language: str) -> None:
        """
        Name the language and the command.
        """
        self.language = language
        super().__init__(f"the {language!r} catalog is not compiled; run `make catalogs`")


class MissingTextError(RecruitPrivacyError, LookupError):
    """
    A firm's own text is missing in a language.

    Attributes:
        path: The key of the text, as in ``texts.nl.title``.
        language: The language asked for.
    """

    def __init__(self, path: str, language: str) -> None:
        """
        Name the text and the language.
        """
        self.path = path
        self.language = language
        super().__init__(
            f"{_line(path)}: no text in {language!r}; write it in texts/{_line(language)}.toml"
        )


class UnknownJurisdictionError(RecruitPrivacyError, LookupError):
    """
    The law of a jurisdiction is not shipped, or not loaded.

    Attributes:
        jurisdiction: The code as written.
        nearest: The nearest shipped code, or empty.
        load: The codes to load so that its law is there; empty where none is shipped.
        shipped: The codes that are shipped, where that helps.
    """

    def __init__(
        self,
        jurisdiction: str,
        nearest: str = "",
        *,
        load: tuple[str, ...] = (),
        shipped: tuple[str, ...] = (),
    ) -> None:
        """
        Name the code, and how to load its law or which one is near.
        """
        self.jurisdiction = jurisdiction
        self.nearest = nearest
        self.load = load
        self.shipped = shipped
        if load:
            codes = ", ".join(map(_shown, load))
            way_out = f"the law of {_shown(jurisdiction)} is not loaded; load it: law.load({codes})"
            super().__init__(way_out)
            return
        hint = f"; did you mean {nearest!r}?" if nearest else ""
        others = f"; shipped are {', '.join(shipped)}" if shipped and not nearest else ""
        unknown = f"no law pack for {_shown(jurisdiction)}; what it asks is unknown here"
        super().__init__(f"{unknown}{hint}{others}")


class NewerSchemaError(RecruitPrivacyError, ValueError):
    """
    Stored data were written by a newer release than this one.

    Attributes:
        found: The schema named in the data.
        known: The newest schema this release reads.
    """

    def __init__(self, found: str, known: str) -> None:
        """
        Name both schemas.
        """
        self.found = found
        self.known = known
        super().__init__(
            f"schema {_shown(found)} is newer than {known!r}; read it with a newer recruitprivacy"
        )


class TooLargeError(RecruitPrivacyError, ValueError):
    """
    A document is larger than the reader was told to accept.

    Attributes:
        size: Its size in bytes.
        limit: The most that is accepted, in bytes.
    """

    def __init__(self, size: int, limit: int) -> None:
        """
        Name both sizes.
        """
        self.size = size
        self.limit = limit
        super().__init__(
            f"{size} bytes is more than the {limit} accepted; if it is meant, raise max_bytes"
        )


class UnknownRuleError(RecruitPrivacyError, LookupError):
    """
    No loaded pack has a rule of that id.

    Attributes:
        rule: The id as written.
        nearest: The nearest known id, or empty.
    """

    def __init__(self, rule: str, nearest: str = "") -> None:
        """
        Name the id and the nearest one that is known.
        """
        self.rule = rule
        self.nearest = nearest
        way_out = f"did you mean {nearest!r}? else " if nearest else ""
        super().__init__(
            f"no rule {rule!r} in the packs loaded; {way_out}load the pack that has it"
        )


class UnknownTopicError(RecruitPrivacyError, LookupError):
    """
    The law is asked about a topic nobody knows.

    Attributes:
        topic: The topic as written.
        nearest: The nearest known topic, or empty.
    """

    def __init__(self, topic: str, nearest: str = "") -> None:
        """
        Name the topic and the nearest one that is known.
        """
        self.topic = topic
        self.nearest = nearest
        hint = f"; did you mean {nearest!r}?" if nearest else ""
        known = "" if nearest else "; recruitprivacy.law.TOPICS lists those there are"
        super().__init__(f"unknown topic {_shown(topic)}{hint}{known}")


class RuleNotInForceError(RecruitPrivacyError, LookupError):
    """
    A rule is known, but not in force on the day asked about.

    Attributes:
        rule: Its id.
        on: The day asked about.
        applies_from: The first day any version of it applies.
        applies_until: The last day any version of it applies, or None while it lasts.
    """

    def __init__(
        self, rule: str, on: date, applies_from: date, applies_until: date | None = None
    ) -> None:
        """
        Name the rule, the day and the days between which it applies.
        """
        self.rule = rule
        self.on = on
        self.applies_from = applies_from
        self.applies_until = applies_until
        ends = f" until {applies_until.isoformat()}" if applies_until else ""
        super().__init__(
            f"rule {rule!r} is not in force on {on.isoformat()}; "
            f"it applies from {applies_from.isoformat()}{ends}"
        )


class UnknownFactorError(RecruitPrivacyError, LookupError):
    """
    A connecting factor is unknown, and the answer hangs on it.

    Attributes:
        factor: Its name: ``establishment``.
    """

    def __init__(self, factor: str) -> None:
        """
        Name the factor.
        """
        self.factor = factor
        super().__init__(f"{factor} is unknown; name it in the Situation")


class CalendarUnknownError(RecruitPrivacyError, LookupError):
    """
    A calendar does not reach a day, so nobody knows here whether it is worked.

    Attributes:
        calendar: The calendar's id.
        day: The day asked about.
        first: The first year it covers.
        last: The last year it covers.
    """

    def __init__(self, calendar: str, day: date, first: int, last: int) -> None:
        """
        Name the day and the years that are covered.
        """
        self.calendar = calendar
        self.day = day
        self.first = first
        self.last = last
        super().__init__(
            f"calendar {calendar!r} covers {first} to {last}, not {day.isoformat()}; "
            "pass a Calendar of your own for that year"
        )


class NaiveDatetimeError(RecruitPrivacyError, ValueError):
    """
    A date and time has no offset, so it names no instant.

    Attributes:
        name: What it was given as: ``event``.
    """

    def __init__(self, name: str) -> None:
        """
        Name what was given without an offset.
        """
        self.name = name
        super().__init__(
            f"{name} has a time but no offset; attach a time zone, "
            "as in datetime(2026, 3, 3, 9, tzinfo=ZoneInfo('Europe/Amsterdam')), or give a date"
        )


class EventTypeError(RecruitPrivacyError, TypeError):
    """
    A field of an event, or a day of a fact, was given something of another type.

    Attributes:
        event: The class: ``RecordOpened``, ``Columns``.
        field: The field, or the name of the fact: ``happened``, ``procedure.closed.last``.
        expected: What it takes: ``date, datetime or None``.
        given: The type of what was given; the value itself may be personal data.
    """

    def __init__(self, event: str, field: str, expected: str, given: str) -> None:
        """
        Name the field and what it takes.
        """
        self.event = event
        self.field = field
        self.expected = expected
        self.given = given
        super().__init__(f"{event}.{field} takes {expected}, and was given {given}")


class RegimeError(RecruitPrivacyError, ValueError):
    """
    A way of counting does not reach what it is asked to count.

    Attributes:
        regime: The regime.
        period: The period, as written.
    """

    def __init__(self, regime: str, period: str, way_out: str) -> None:
        """
        Name the regime, the period and the way out.
        """
        self.regime = regime
        self.period = period
        self.way_out = way_out
        super().__init__(f"{regime} does not count {period}; {way_out}")


class UnknownRegimeError(RecruitPrivacyError, LookupError):
    """
    No shipped pack says how the law of a jurisdiction counts its periods.

    Attributes:
        regime: The jurisdiction as written.
        nearest: The nearest one whose counting is known, or empty.
        known: Those whose counting is known.
    """

    def __init__(self, regime: str, nearest: str = "", known: tuple[str, ...] = ()) -> None:
        """
        Name the jurisdiction and those that are known.
        """
        self.regime = regime
        self.nearest = nearest
        self.known = known
        hint = f"; did you mean {nearest!r}?" if nearest else ""
        others = f"; known are {', '.join(known)}" if known else ""
        super().__init__(
            f"how the law of {_shown(regime)} counts is not known here{hint}{others}; "
            "write a [counting] table into a pack of your own"
        )


class NoRuleError(RecruitPrivacyError, LookupError):
    """
    No rule loaded answers a question for a place.

    Attributes:
        topic: The question: ``deadline.answer``.
        place: The place asked about.
        on: The day asked about.
    """

    def __init__(self, topic: str, place: str, on: date) -> None:
        """
        Name the question, the place and the day.
        """
        self.topic = topic
        self.place = place
        self.on = on
        super().__init__(
            f"no rule loaded says anything on {topic} for {_shown(place)} on {on.isoformat()}; "
            "add a pack of your own that does"
        )


class PauseReversedError(RecruitPrivacyError, ValueError):
    """
    What was asked of a person came before it was asked, or was asked before they asked.

    Attributes:
        kind: What was asked for: ``identity``, ``clarification``, ``fee``.
        first_on: The day that should come first.
        then_on: The day that should not lie before it.
    """

    def __init__(self, kind: str, first_on: date, then_on: date) -> None:
        """
        Name both days.
        """
        self.kind = kind
        self.first_on = first_on
        self.then_on = then_on
        super().__init__(
            f"the wait for {kind} ends or begins on {then_on.isoformat()}, before "
            f"{first_on.isoformat()}; give the days in the order in which they happened"
        )


class MoveNotAllowedError(RecruitPrivacyError, ValueError):
    """
    A request cannot take this step from where it stands.

    Attributes:
        status: Where it stands.
        event: The kind of event that was to be applied.
        allowed: The moves that are allowed from there.
        why: Why this one is not, in a sentence of English; empty where nobody said.
    """

    def __init__(
        self, status: str, event: str, allowed: tuple[str, ...] = (), why: str = ""
    ) -> None:
        """
        Name the step, where the request stands, what is allowed instead, and why.
        """
        self.status = status
        self.event = event
        self.allowed = allowed
        self.why = why
        because = f": {why.rstrip('.')}" if why else ""
        instead = f"; allowed: {', '.join(allowed)}" if allowed else ""
        super().__init__(
            # Members of an enum are shown by their key, as a user writes them.
            f"{str(event)!r} is no move from {str(status)!r}{because}{instead}; "
            "what happened anyway goes to replay()"
        )


class IdentityNeedsDoubtError(RecruitPrivacyError, ValueError):
    """
    A person is asked who they are, and nothing made it doubtful.

    Attributes:
        doubts: The reasons for doubt there are words for.
    """

    def __init__(self, doubts: tuple[str, ...] = ()) -> None:
        """
        Name the reasons there are.
        """
        self.doubts = doubts
        super().__init__(
            "who asks is asked who they are only on reasonable doubt; "
            f"name the doubt, one of {', '.join(doubts)}"
        )


class CheckTooMuchError(RecruitPrivacyError, ValueError):
    """
    More is asked of a person, to show who they are, than the doubt calls for.

    Attributes:
        checks: The checks that are too much here, by key.
        fitting: The checks that fit, the lightest first.
    """

    def __init__(self, checks: tuple[str, ...], fitting: tuple[str, ...] = ()) -> None:
        """
        Name what is too much, and what fits.
        """
        self.checks = checks
        self.fitting = fitting
        instead = f"ask for {' or '.join(fitting)}" if fitting else "ask for nothing"
        super().__init__(f"this doubt does not call for {', '.join(checks)}; {instead}")


class RestrictionStandsError(RecruitPrivacyError, ValueError):
    """
    A restriction is to be lifted that still has to stand.

    Attributes:
        restriction: The id of the event that placed it.
        why: ``untold`` or ``undecided``.
        way_out: What to do.
    """

    def __init__(self, restriction: str, why: str, way_out: str) -> None:
        """
        Name the restriction, what stands against lifting it, and the way out.
        """
        self.restriction = restriction
        self.why = why
        self.way_out = way_out
        super().__init__(f"restriction {restriction!r} is not lifted yet ({why}); {way_out}")


class ObjectionStandsError(RecruitPrivacyError, ValueError):
    """
    An objection is to be turned down that has to stand.

    Attributes:
        objection: The id of the objection.
        why: ``marketing``, ``nobody_decided`` or ``no_ground``.
        way_out: What to do.
    """

    def __init__(self, objection: str, why: str, way_out: str) -> None:
        """
        Name the objection, what keeps it standing, and the way out.
        """
        self.objection = objection
        self.why = why
        self.way_out = way_out
        super().__init__(f"objection {objection!r} stands ({why}); {way_out}")


class PackageNotReadyError(RecruitPrivacyError, ValueError):
    """
    A copy of data is to be put together for whom it may not be.

    Attributes:
        why: ``not_asked``, ``unproved``, ``unauthorised``, ``forwarded`` or ``closed``.
        way_out: What to do.
    """

    def __init__(self, why: str, way_out: str) -> None:
        """
        Say what stands against it, and the way out.
        """
        self.why = why
        self.way_out = way_out
        super().__init__(f"no copy is put together for this request ({why}); {way_out}")


class ConsentNotRecordableError(RecruitPrivacyError, ValueError):
    """
    What a person did is not to be recorded as consent.

    Attributes:
        missing: What consent is made of and this is not, by key.
    """

    def __init__(self, missing: tuple[str, ...]) -> None:
        """
        Name what is missing.
        """
        self.missing = missing
        verb = "is" if len(missing) == 1 else "are"
        super().__init__(f"this cannot be recorded as consent; {', '.join(missing)} {verb} missing")


class RefusalNeedsGroundError(RecruitPrivacyError, ValueError):
    """
    A refusal names no ground.

    Attributes:
        grounds: The grounds there are.
    """

    def __init__(self, grounds: tuple[str, ...] = ()) -> None:
        """
        Name the grounds.
        """
        self.grounds = grounds
        super().__init__(f"a refusal needs a ground; name one of {', '.join(grounds)}")


class RefusalNotOpenError(RecruitPrivacyError, ValueError):
    """
    A right is refused on a ground that does not stand against it.

    Attributes:
        right: The right.
        ground: The ground given.
        grounds: The grounds that do stand against it; none where it always has to be met.
    """

    def __init__(self, right: str, ground: str, grounds: tuple[str, ...] = ()) -> None:
        """
        Name the right, the ground and those that are open.
        """
        self.right = right
        self.ground = ground
        self.grounds = grounds
        way_out = f"name one of {', '.join(grounds)}" if grounds else "meet it, and answer in part"
        super().__init__(f"'{right}' cannot be refused as '{ground}'; {way_out}")


class AnswerLacksPartsError(RecruitPrivacyError, ValueError):
    """
    An answer that does less than was asked does not say all it must.

    Attributes:
        missing: What the person was not told.
    """

    def __init__(self, missing: tuple[str, ...]) -> None:
        """
        Name what is missing.
        """
        self.missing = missing
        super().__init__(
            f"who is not given all they asked for is told why and where to turn; "
            f"{', '.join(missing)} missing: tell them, and list it as told"
        )


class PleaLacksProvisionError(RecruitPrivacyError, ValueError):
    """
    A restriction by law is pleaded without the law.
    """

    def __init__(self) -> None:
        """
        Name the way out.
        """
        super().__init__(
            "a restriction by Union or national law rests on a provision; cite it, or give the id "
            "of the rule of a pack"
        )


class ExtensionNotAllowedError(RecruitPrivacyError, ValueError):
    """
    The time for an answer cannot be extended like this.

    Attributes:
        why: What stands against it: ``late``, ``twice``, ``no_reason``, ``untold``, ``no_law``.
        way_out: What to do.
    """

    def __init__(self, why: str, way_out: str) -> None:
        """
        Say what stands against it and what to do.
        """
        self.why = why
        self.way_out = way_out
        super().__init__(f"the time for an answer is not extended ({why}); {way_out}")


class EventMisplacedError(RecruitPrivacyError, ValueError):
    """
    An event does not belong where it was to be put.

    Attributes:
        event: The kind of event.
        why: What is wrong with it.
    """

    def __init__(self, event: str, why: str, way_out: str) -> None:
        """
        Say what is wrong and what to do.
        """
        self.event = event
        self.why = why
        self.way_out = way_out
        super().__init__(f"{event!r} {why}; {way_out}")


class SeveralPersonsError(RecruitPrivacyError, ValueError):
    """
    Events of several persons are given where one person's are asked for.

    Attributes:
        count: How many persons there are.
    """

    def __init__(self, count: int) -> None:
        """
        Count them; their ids are nobody's business.
        """
        self.count = count
        super().__init__(
            f"these are events of {count} persons; take one's with events_of(events, person)"
        )


class KeyTooShortError(RecruitPrivacyError, ValueError):
    """
    A secret key is too short to keep its tokens from being guessed.

    Attributes:
        key: The key's id, never the key.
        least: The fewest bytes that are accepted.
    """

    def __init__(self, key: str, least: int) -> None:
        """
        Name the key and the length.
        """
        self.key = key
        self.least = least
        super().__init__(
            f"key {_shown(key)} is shorter than {least} bytes; "
            f"make one with secrets.token_bytes({least})"
        )


class UnreadableIdentifierError(RecruitPrivacyError, ValueError):
    """
    An address, number or link cannot be brought into its one form.

    Attributes:
        kind: What kind of identifier it was given as.
        way_out: How to write it.
    """

    def __init__(self, kind: str, way_out: str) -> None:
        """
        Name the kind, never the value.
        """
        self.kind = kind
        self.way_out = way_out
        super().__init__(f"cannot read this as a {kind}; {way_out}")


class NotErasableError(RecruitPrivacyError, ValueError):
    """
    A step was made for data of which the answer does not say so.

    Attributes:
        record: The record's id.
        category: The category.
        status: Where the data stand.
    """

    def __init__(self, record: str, category: str, status: str) -> None:
        """
        Name the data and where they stand.
        """
        self.record = record
        self.category = category
        self.status = status
        super().__init__(
            f"{category!r} of that record is {status!r}: the answer calls for no such step; "
            "let plan() make the steps from what assess() answers"
        )


class SeveralDaysError(RecruitPrivacyError, ValueError):
    """
    Answers of different days were put into one plan.

    Attributes:
        days: The days.
    """

    def __init__(self, days: tuple[date, ...]) -> None:
        """
        Name the days.
        """
        self.days = days
        listed = ", ".join(day.isoformat() for day in days)
        super().__init__(f"one plan takes answers of one day, not of {listed}; assess them anew")


class StillNeededError(RecruitPrivacyError, ValueError):
    """
    A timeline was to be reduced to its proof while something still hangs on it.

    Attributes:
        because: What does: ``records``, ``requests``, ``holds``, ``restrictions``, or a ledger of
            which not all can be read.
    """

    def __init__(self, because: tuple[str, ...]) -> None:
        """
        Name what stands, never whose.
        """
        self.because = because
        super().__init__(
            f"this timeline is still needed for {', '.join(because)}; "
            "close, lift or erase those first"
        )


class UnattestedError(RecruitPrivacyError, ValueError):
    """
    Data were called anonymous without an assessment that says so.
    """

    def __init__(self) -> None:
        """
        Name the way out.
        """
        super().__init__(
            "data are anonymous only with an assessment; give its id, or say what was done instead"
        )


class LetterLacksPartsError(RecruitPrivacyError, ValueError):
    """
    A letter does not say what its article demands, and so is not written.

    Attributes:
        letter: The kind of letter.
        missing: The provisions that ask for what is not said.
    """

    def __init__(self, letter: str, missing: tuple[str, ...]) -> None:
        """
        Name the kind and the provisions.
        """
        self.letter = letter
        self.missing = missing
        super().__init__(
            f"a {letter} letter lacks what {', '.join(missing)} asks for; "
            "declare it in the policy, or give it with what the letter is about"
        )
