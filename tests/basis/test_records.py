"""
The record of processing, and the receipt for a consent.
"""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, Final

import attrs
import jsonschema
import pytest

from recruitprivacy.basis import Record, receipt, record_consent, record_of_processing
from recruitprivacy.errors import FaultsError
from recruitprivacy.policy import UNSTATED, Capacity, Permission
from recruitprivacy.testing.examples import own_hiring
from recruitprivacy.timeline import ConsentGiven
from recruitprivacy.vocabulary import LawfulBasis
from recruitprivacy.wire import (
    load_policy,
    receipt_to_json,
    record_to_csv,
    record_to_markdown,
    to_json,
)
from tests.basis.asking import DAY, SOUND, changed

POLICIES: Final = Path(__file__).parents[2] / "examples" / "policies"
SHAPE: Final = Path(__file__).parents[3] / "shared" / "vocab" / "kantara-cr-1.1"
AT: Final = datetime(2026, 3, 2, 9, tzinfo=UTC)
AGREED: Final = record_consent(
    changed(SOUND, entities=("harbour",), categories=("cv", "health")),
    event="e1",
    person="p1",
    at=AT,
    explicit=True,
)


def record(name: str) -> Record:
    """
    Draw the record of one firm.
    """
    return record_of_processing(load_policy(POLICIES / name), on=DAY)


class TestRecord:
    """
    The record of processing.
    """

    def test_every_use_has_an_entry(self) -> None:
        """
        Each use of Cluster's notice is an entry, with its purposes, roles and data.
        """
        found = {entry.name: entry for entry in record("cluster").entries}
        hiring = found["uses.recruitment"]
        assert (hiring.roles, hiring.controllers[0].name, hiring.security) == (
            ("candidate",),
            "Cluster B.V.",
            ("technical", "organisational"),
        )
        assert "payroll_invoicing" in hiring.purposes
        assert {"name", "national_id_number"} <= set(hiring.categories)

    def test_bases_are_told_purpose_by_purpose(self) -> None:
        """
        The basis of a purpose that differs from its use is its own.
        """
        (entry,) = (each for each in record("cluster").entries if each.name == "uses.marketing")
        assert dict(entry.bases)["success_story"] == (LawfulBasis.CONSENT,)

    def test_what_is_missing_is_named(self) -> None:
        """
        What the law asks for and the notice leaves out is named, and nothing is invented.
        """
        (entry,) = record_of_processing(own_hiring(), on=DAY).entries
        assert (entry.missing, entry.art_9) == (("security",), UNSTATED)

    def test_erasing_follows_the_declared_rules(self) -> None:
        """
        The time limits are those of the rules that reach the use.
        """
        (entry,) = record_of_processing(own_hiring(), on=DAY).entries
        assert [(each.rule, str(each.at_most), each.after) for each in entry.erasing] == [
            ("retention.after_the_procedure", "P4W", "procedure_closed")
        ]

    def test_transfers_are_told(self) -> None:
        """
        Where data go is told with the instrument that is stated.
        """
        (entry,) = (e for e in record("pagegroup").entries if e.name == "uses.finding_work")
        assert ("TR",) in [each.to_countries for each in entry.transfers]

    def test_what_is_done_for_clients(self) -> None:
        """
        What Allegis does for clients is in the processor's record, and not in its own.
        """
        found = record("allegis")
        assert {each.name for each in found.for_others} == {
            "responsible.for_clients",
            "responsible.retail",
        }
        assert all(Capacity.PROCESSOR not in each.capacity for each in found.entries)
        assert "uses.retail_sales" not in {each.name for each in found.entries}

    def test_it_is_written_as_json(self) -> None:
        """
        The record is written like every value of ours.
        """
        written = json.loads(to_json(record_of_processing(own_hiring(), on=DAY)))
        assert written["entries"][0]["purposes"] == ["recruitment_services"]

    def test_it_is_written_as_a_table(self) -> None:
        """
        As CSV each entry is a line, and lists are parted by semicolons.
        """
        lines = record_to_csv(record("cluster")).splitlines()
        assert lines[0].split(",")[:3] == ["name", "kind", "controllers"]
        assert len(lines) == 1 + len(record("cluster").entries)
        assert lines[1].startswith("uses.recruitment,controller,Cluster B.V.,")

    def test_it_is_written_for_a_page(self) -> None:
        """
        In Markdown each entry is a row with the same columns, and a bar in a name is no border.
        """
        policy = own_hiring()
        named = attrs.evolve(policy.controllers["harbour"], name="Harbour | Bakery")
        other = attrs.evolve(policy, controllers=type(policy.controllers)({"harbour": named}))
        lines = record_to_markdown(record_of_processing(other, on=DAY)).splitlines()
        assert lines[1] == f"|{' --- |' * 13}"
        assert lines[2].startswith("| uses.hiring | controller | Harbour \\| Bakery |")

    def test_what_is_done_for_others_comes_last(self) -> None:
        """
        In the table the processor's entries come last, with whom they are for, and transfers.
        """
        lines = record_to_csv(record("allegis")).splitlines()
        assert [line.split(",")[1] for line in lines[-2:]] == ["processor", "processor"]
        assert "US; third_country_unspecified (standard_contractual_clauses; " in lines[1]

    def test_a_formula_stays_text(self) -> None:
        """
        A name that a spreadsheet would take for a formula is written so that it does not.
        """
        policy = own_hiring()
        named = attrs.evolve(policy.controllers["harbour"], name="=HARBOUR()")
        other = attrs.evolve(policy, controllers=type(policy.controllers)({"harbour": named}))
        assert "'=HARBOUR()" in record_to_csv(record_of_processing(other, on=DAY))


class TestReceipt:
    """
    The receipt for a consent.
    """

    def written(self, event: ConsentGiven = AGREED, **parts: Any) -> dict[str, Any]:  # noqa: ANN401
        """
        Write the receipt for a consent.
        """
        where = {"jurisdiction": "NL", "policy_url": "https://harbour.example/privacy", **parts}
        found: dict[str, Any] = json.loads(receipt_to_json(receipt(event, own_hiring(), **where)))
        return found

    def test_it_says_what_was_agreed(self) -> None:
        """
        Who, when, to what, on which data and how explicitly stands in the receipt.
        """
        found = self.written()
        (purpose,) = found["services"][0]["purposes"]
        assert (found["version"], found["consentReceiptID"], found["consentTimestamp"]) == (
            "KI-CR-v1.1.0",
            "e1",
            int(AT.timestamp()),
        )
        assert (purpose["purpose"], purpose["consentType"]) == ("talent_pool", "EXPLICIT")
        assert (found["sensitive"], found["spiCat"]) == (True, ["health"])
        assert found["piiControllers"][0]["piiController"] == "Harbour Bakery B.V."

    def test_it_ends_with_its_day_or_with_withdrawal(self) -> None:
        """
        A consent with a last day ends then; one without ends when it is withdrawn.
        """
        ending = attrs.evolve(AGREED, expires_on=date(2027, 3, 2))
        ends = [
            self.written(event)["services"][0]["purposes"][0]["termination"]
            for event in (ending, AGREED)
        ]
        assert ends == ["2027-03-02", "withdrawal"]

    @pytest.mark.parametrize(
        "event",
        [
            AGREED,
            attrs.evolve(AGREED, categories=(), purposes=("talent_pool", "job_alerts")),
            attrs.evolve(AGREED, controllers=()),
            attrs.evolve(AGREED, purposes=("client_submission",)),
        ],
    )
    def test_it_has_the_shape_others_read(self, event: ConsentGiven) -> None:
        """
        Each receipt is valid by the published schema, where that stands beside the project.
        """
        schema = SHAPE / "schema.stripped.json"
        if not schema.is_file():
            pytest.skip("the schema does not stand beside the project")
        jsonschema.validate(self.written(event), json.loads(schema.read_text(encoding="utf-8")))

    @pytest.mark.parametrize(
        ("changes", "path"),
        [
            ({"permission": Permission.SOFT_OPT_IN}, "permission"),
            ({"happened": date(2026, 3, 2)}, "happened"),
            ({"controllers": ("south",)}, "controllers"),
        ],
    )
    def test_what_is_no_consent_has_no_receipt(self, changes: dict[str, Any], path: str) -> None:
        """
        An exception, a day without its time, and an unknown controller are refused by name.
        """
        with pytest.raises(FaultsError) as refused:
            self.written(attrs.evolve(AGREED, **changes))
        assert [fault.path for fault in refused.value.faults] == [path]

    def test_the_person_stays_out_of_what_is_shown(self) -> None:
        """
        The person's id is not in the repr.
        """
        made = receipt(AGREED, own_hiring(), jurisdiction="NL", policy_url="https://h.example")
        assert "p1" not in repr(made)
