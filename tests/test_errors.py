"""
Facts about errors: one root, facts kept, a way out named, nothing ugly printed.
"""

from __future__ import annotations

import copy
import inspect
import pickle
from datetime import date
from typing import Final

import pytest

from recruitprivacy import errors
from recruitprivacy.errors import (
    BeyondCalendarError,
    CanonicalError,
    CitationError,
    Fault,
    FaultsError,
    MissingTextError,
    MissingTranslationError,
    MonthDayError,
    NewerSchemaError,
    PeriodError,
    RecruitPrivacyError,
    TooLargeError,
    UnknownActError,
    UnknownJurisdictionError,
    UnknownLanguageError,
    UnknownTermError,
)

KINDS: Final = [
    getattr(errors, name) for name in errors.__all__ if name not in {"Fault", "RecruitPrivacyError"}
]
FAULTS: Final = (
    Fault(path="retention.house.at_most", problem="cannot read 'P1.5Y' as a period"),
    Fault(path="uses.matching.basis", problem="unknown lawful basis 'consnt'", nearest="consent"),
)
SAMPLES: Final[dict[str, object]] = {
    "str": "sample",
    "int": 7,
    "date": date(2026, 4, 7),
    "date | None": date(2026, 4, 7),
    "tuple[str, ...]": ("nl", "sv"),
    "tuple[date, ...]": (date(2026, 4, 7), date(2026, 4, 8)),
    "Iterable[Fault]": FAULTS,
    "tuple[Fault, ...]": FAULTS,
}
EVERY_KIND: Final = pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)


def sample(kind: type[RecruitPrivacyError]) -> RecruitPrivacyError:
    """
    Build an error of a kind, each argument filled after its annotation.

    A new annotation needs a sample above.
    """
    wanted = inspect.signature(kind).parameters.values()
    return kind(**{each.name: SAMPLES[each.annotation] for each in wanted})


def test_every_error_is_listed() -> None:
    """
    The reference prints what is listed, so no error is left out.
    """
    found = inspect.getmembers(errors, inspect.isclass)
    kinds = {name for name, kind in found if issubclass(kind, RecruitPrivacyError)}
    assert kinds <= set(errors.__all__)


@EVERY_KIND
def test_one_root(kind: type[Exception]) -> None:
    """
    Every error is a RecruitPrivacyError.
    """
    assert issubclass(kind, RecruitPrivacyError)


@EVERY_KIND
def test_facts_are_attributes(kind: type[RecruitPrivacyError]) -> None:
    """
    Whatever an error is built from can be read from it again.
    """
    wanted = inspect.signature(kind).parameters.values()
    assert vars(sample(kind)) == {each.name: SAMPLES[each.annotation] for each in wanted}


@EVERY_KIND
@pytest.mark.parametrize("protocol", [0, 2, pickle.HIGHEST_PROTOCOL])
def test_pickled(kind: type[RecruitPrivacyError], protocol: int) -> None:
    """
    An error comes back from a worker process with its type, its message and its facts.
    """
    error = sample(kind)
    back = pickle.loads(pickle.dumps(error, protocol))  # noqa: S301 - our own bytes
    assert (type(back), str(back), vars(back)) == (kind, str(error), vars(error))


@EVERY_KIND
def test_copied(kind: type[RecruitPrivacyError]) -> None:
    """
    A copy says what its original says, once.
    """
    assert str(copy.deepcopy(sample(kind))) == str(sample(kind))


def test_notes_survive_pickling() -> None:
    """
    A note somebody added on the way up is pickled with the error.
    """
    error = PeriodError("P1.5Y")
    error.add_note("in retention.house")
    assert pickle.loads(pickle.dumps(error)).__notes__ == ["in retention.house"]  # noqa: S301


@pytest.mark.parametrize(
    ("kind", "builtin"),
    [
        (FaultsError, ValueError),
        (CitationError, ValueError),
        (PeriodError, ValueError),
        (MonthDayError, ValueError),
        (NewerSchemaError, ValueError),
        (TooLargeError, ValueError),
        (CanonicalError, TypeError),
        (BeyondCalendarError, OverflowError),
        (UnknownActError, LookupError),
        (UnknownTermError, LookupError),
        (UnknownLanguageError, LookupError),
        (UnknownJurisdictionError, LookupError),
        (MissingTextError, LookupError),
        (MissingTranslationError, LookupError),
    ],
)
def test_caught_as_the_builtin(kind: type[Exception], builtin: type[Exception]) -> None:
    """
    Code that knows only Python's own errors catches ours.
    """
    assert issubclass(kind, builtin)


@pytest.mark.parametrize(
    ("error", "says"),
    [
        (
            CitationError("see the GDPR"),
            (
                "cannot read 'see the GDPR' as a citation; "
                "write the act and the provision, as in 'GDPR Art. 12(3)'"
            ),
        ),
        (
            UnknownActError("GDRP", "GDPR"),
            "unknown act 'GDRP'; declare it under [acts] with its title; did you mean 'GDPR'?",
        ),
        (UnknownActError("XYZ"), "unknown act 'XYZ'; declare it under [acts] with its title"),
        (
            PeriodError("1.5 years"),
            "cannot read '1.5 years' as a period; write whole units, as in 'P18M'",
        ),
        (
            PeriodError("P0D", "a period lasts at least one unit"),
            "cannot read 'P0D' as a period; a period lasts at least one unit",
        ),
        (
            MonthDayError("5 April"),
            (
                "cannot read '5 April' as a day of the year; "
                "write its month and day, as in '04-05' for 5 April"
            ),
        ),
        (
            BeyondCalendarError("P9999Y"),
            "counting 'P9999Y' leaves the calendar (years 1 to 9999); use a shorter period",
        ),
        (
            CanonicalError("facts[2].share", "float"),
            (
                "facts[2].share: a float has no canonical form; "
                "use text, whole numbers, true, false, null, lists and objects with text keys"
            ),
        ),
        (
            CanonicalError("", "set"),
            (
                "the value: a set has no canonical form; "
                "use text, whole numbers, true, false, null, lists and objects with text keys"
            ),
        ),
        (
            UnknownTermError("category", "criminal_recrod", "criminal_record"),
            "unknown category 'criminal_recrod'; did you mean 'criminal_record'?",
        ),
        (UnknownTermError("role", "x"), "unknown role 'x'"),
        (
            UnknownTermError("role", "x", known=("candidate", "client")),
            "unknown role 'x'; known here: candidate, client",
        ),
        (
            UnknownTermError("category", "x", known=tuple(f"c{number}" for number in range(31))),
            "unknown category 'x'",
        ),
        (
            UnknownLanguageError("nl_BE", ("en-GB", "nl")),
            "unknown language 'nl_BE'; write a BCP 47 tag, as in 'nl-BE'; spoken here: en-GB, nl",
        ),
        (
            UnknownLanguageError("??"),
            "unknown language '??'; write a BCP 47 tag, as in 'nl-BE'",
        ),
        (
            MissingTranslationError("due.told", "sv"),
            "no 'sv' words for 'due.told'; add them to the catalog of that language",
        ),
        (
            MissingTextError("texts.title", "nl"),
            "texts.title: no text in 'nl'; write it in texts/nl.toml",
        ),
        (
            UnknownJurisdictionError("NLD", "NL"),
            "no law pack for 'NLD'; what it asks is unknown here; did you mean 'NL'?",
        ),
        (
            UnknownJurisdictionError("XX"),
            "no law pack for 'XX'; what it asks is unknown here",
        ),
        (
            NewerSchemaError("policy/9", "policy/1"),
            "schema 'policy/9' is newer than 'policy/1'; read it with a newer recruitprivacy",
        ),
        (
            TooLargeError(50, 10),
            "50 bytes is more than the 10 accepted; if it is meant, raise max_bytes",
        ),
    ],
)
def test_messages(error: RecruitPrivacyError, says: str) -> None:
    """
    An error names what was found and the way out.
    """
    assert str(error) == says


@pytest.mark.parametrize(
    ("fault", "line"),
    [
        (Fault(path="", problem="not TOML"), "not TOML"),
        (Fault(path="a.b", problem="unknown key"), "a.b: unknown key"),
        (Fault(path="a", problem="no", way_out="write yes"), "a: no; write yes"),
        (
            Fault(path="a", problem="no", way_out="write yes", nearest="ya"),
            "a: no; write yes; did you mean 'ya'?",
        ),
        (Fault(path="data.x\ny\x1b[2J", problem="unknown key"), r"data.x\ny\x1b[2J: unknown key"),
        (Fault(path="data.\ud800", problem="unknown key"), r"data.\ud800: unknown key"),
    ],
)
def test_a_fault_is_one_line(fault: Fault, line: str) -> None:
    """
    A fault is one printable line, whatever keys the document has.
    """
    assert str(fault) == line


@pytest.mark.parametrize(
    ("faults", "head"),
    [((), "0 things to mend"), (FAULTS[:1], "1 thing to mend"), (FAULTS, "2 things to mend")],
)
def test_faults_are_counted(faults: tuple[Fault, ...], head: str) -> None:
    """
    The first line counts the faults.
    """
    assert str(FaultsError(faults)).splitlines()[0] == head


def test_faults_are_listed() -> None:
    """
    All faults come back, each on its line under the name of the file.
    """
    error = FaultsError(iter(FAULTS), source="policy.toml")
    assert str(error).splitlines() == [
        "policy.toml: 2 things to mend",
        "  retention.house.at_most: cannot read 'P1.5Y' as a period",
        "  uses.matching.basis: unknown lawful basis 'consnt'; did you mean 'consent'?",
    ]


@pytest.mark.parametrize(
    "error",
    [
        CitationError("x" * 10_000),
        PeriodError("P" + "9" * 10_000 + "Y"),
        UnknownActError("x" * 10_000),
        UnknownTermError("role", "x" * 10_000),
        UnknownLanguageError("x" * 10_000),
        UnknownJurisdictionError("x" * 10_000),
        NewerSchemaError("x" * 10_000, "policy/1"),
    ],
    ids=lambda error: type(error).__name__,
)
def test_long_input_is_cut(error: RecruitPrivacyError) -> None:
    """
    A message shows the beginning of a long text only.
    """
    assert len(str(error)) < 250


@pytest.mark.parametrize(
    "error",
    [
        CitationError("GDPR\n\x1b[2J\ud800"),
        PeriodError("P\n\ud800"),
        UnknownTermError("role", "\ud800\n"),
        CanonicalError("a\n.\x1b[2J", "float"),
        MissingTextError("texts.\n\ud800", "nl\n"),
        FaultsError((), source="odd\nname.toml"),
    ],
    ids=lambda error: type(error).__name__,
)
def test_messages_are_printable(error: RecruitPrivacyError) -> None:
    """
    No message carries a control character or half a surrogate pair to the terminal.
    """
    assert str(error).isprintable()
