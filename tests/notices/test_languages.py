"""
Two texts of one notice that say different things: each difference is found, for whom it concerns.
"""

from __future__ import annotations

from datetime import date
from typing import Any, Final

import attrs
import pytest

from recruitprivacy import law
from recruitprivacy.findings import Finding, Level
from recruitprivacy.frozen import FrozenMap
from recruitprivacy.notices import check, compose, to_text
from recruitprivacy.periods import Period
from recruitprivacy.policy import Holding, Item, Modality, Policy, Role, Security, Transfer
from recruitprivacy.vocabulary import LawfulBasis
from tests.notices.policies import COMPLETE, Change, evolved, replaced

ON: Final = date(2026, 11, 22)


def differing(change: Change, role: str | None = None, base: Policy = COMPLETE) -> list[Finding]:
    """
    List what the check finds where the Swedish text says something else.
    """
    both = attrs.evolve(base, languages=("en", "sv"))
    policy = attrs.evolve(both, variants=FrozenMap({"sv": change(both)}))
    return [*check(policy, law.load("NL"), on=ON, role=role)]


def told(finding: Finding) -> dict[str, Any]:
    """
    Give the values of what a finding says.
    """
    return dict(finding.says.values)


def test_a_promise_only_one_text_makes() -> None:
    """
    What a text adds is found, with the words it adds.
    """
    (finding,) = differing(evolved("uses", "hiring", when=("consent_given",)))
    assert (finding.code, finding.path, finding.level) == (
        "language.added",
        "uses.hiring.when",
        Level.WARNING,
    )
    assert told(finding) == {"tag": "sv", "said": ("consent_given",)}
    assert [str(cite) for cite in finding.cites] == ["GDPR Art. 5(1)(a)", "GDPR Art. 12(1)"]


def test_a_promise_one_text_leaves_out() -> None:
    """
    What a text leaves out is found, with the words it lacks.
    """
    (finding,) = differing(replaced(retention=FrozenMap()))
    assert (finding.code, finding.path) == ("language.left_out", "retention")
    assert told(finding) == {"tag": "sv", "declared": ("rejected",)}


def test_a_promise_told_otherwise() -> None:
    """
    Where both say something and not the same, both are told.
    """
    (finding,) = differing(evolved("retention", "rejected", at_most=Period(weeks=8)))
    assert (finding.code, finding.path) == ("language.otherwise", "retention.rejected.at_most")
    assert told(finding) == {"tag": "sv", "declared": ("P4W",), "said": ("P8W",)}


@pytest.mark.parametrize(
    ("change", "path"),
    [
        (evolved("uses", "hiring", basis=(LawfulBasis.CONSENT,)), "uses.hiring.basis"),
        (evolved("data", "candidate", modality=Modality.MAY), "data.candidate.modality"),
        (replaced(security=Security(guaranteed=False)), "security.guaranteed"),
    ],
)
def test_it_is_found_wherever_it_stands(change: Change, path: str) -> None:
    """
    A difference of any part is found at its path.
    """
    assert [finding.path for finding in differing(change)] == [path]


def test_names_differ_with_the_language() -> None:
    """
    What a thing is called in a language is no difference of what is promised.
    """
    held = COMPLETE.data["candidate"]

    def called(name: str) -> FrozenMap[str, Holding]:
        photo = FrozenMap({"photo": Item(called=(name,), voluntary=True)})
        return FrozenMap({"candidate": attrs.evolve(held, but=photo)})

    used = evolved("uses", "hiring", data=("*", "photo"))
    base = attrs.evolve(used(COMPLETE), data=called("photo"))
    assert [] == differing(replaced(data=called("bild")), base=base)


def test_only_whom_it_concerns_is_told() -> None:
    """
    What differs for others is not told of a role; what differs for everybody is.
    """
    roles = FrozenMap({"candidate": Role(), "applicant": Role(treated_as="candidate")})
    others = FrozenMap({**roles, "referee": Role()})
    base = attrs.evolve(COMPLETE, roles=others)
    held = evolved("data", "candidate", modality=Modality.MAY)
    used = evolved("uses", "hiring", expected=True)
    sent = evolved("recipients", "hosts", modality=Modality.MAY)

    def paths(change: Change, role: str) -> list[str]:
        found = differing(change, role, base)
        return [each.path for each in found if each.code.startswith("language.")]

    assert paths(held, "applicant") == ["data.candidate.modality"]
    assert paths(used, "candidate") == ["uses.hiring.expected"]
    assert [paths(held, "referee"), paths(used, "referee")] == [[], []]
    assert paths(sent, "referee") == ["recipients.hosts.modality"]


def test_a_notice_says_what_its_text_says() -> None:
    """
    Where the Swedish text says something else, the Swedish notice says that, in all its layers.
    """
    both = attrs.evolve(COMPLETE, languages=("en", "sv"))
    own = FrozenMap({"sv": FrozenMap({"intro": "Vi på Kade."})})
    there = attrs.evolve(both, transfers=FrozenMap({"us": Transfer(to_countries=("US",))}))
    policy = attrs.evolve(both, texts=own, variants=FrozenMap({"sv": there}))
    said = {
        tag: to_text(compose(policy, "candidate", language=tag, law=law.load("NL"), on=ON))
        for tag in ("en", "sv", "sv-SE", "nl")
    }

    assert {tag for tag, text in said.items() if "USA" in text} == {"sv", "sv-SE"}
    assert "Vi på Kade." in said["sv"]
