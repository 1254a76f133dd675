"""
What facts and triggers are called.
"""

from __future__ import annotations

import pytest

from recruitprivacy.timeline import fact_label, trigger_label
from recruitprivacy.vocabulary import BUILT_IN, Kind


@pytest.mark.parametrize(
    ("fact", "kind", "key"),
    [
        ("conversation.last", Kind.EVENT, "conversation"),
        ("message.inbound.last.but.message.opened", Kind.EVENT, "message.inbound"),
        ("procedure.closed", Kind.EVENT, "procedure.closed"),
        ("record.opened.first", Kind.TRIGGER, "record_made"),
        ("consent.withdrawn.last", Kind.TRIGGER, "consent_withdrawn"),
    ],
)
def test_a_fact_is_called_by_what_happened(fact: str, kind: Kind, key: str) -> None:
    """
    The day of an event is called by the event; of one of our own kinds, by what it starts.
    """
    assert fact_label(fact) == BUILT_IN.term(kind, key).label


def test_what_nobody_knows_keeps_its_key() -> None:
    """
    A kind of event or a trigger that is in no vocabulary is called by its key.
    """
    assert (fact_label("acme:wave.last"), trigger_label("acme:wave")) == ("acme:wave", "acme:wave")
