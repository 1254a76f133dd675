"""
What facts and triggers are called in print.
"""

from __future__ import annotations

from typing import Final

from recruitprivacy.messages import Message, Words
from recruitprivacy.timeline._needs import OUR_KINDS, Fold
from recruitprivacy.vocabulary import BUILT_IN, Kind, Vocabulary

CONTACT: Final = Message("timeline.fact.contact", "contact that counts")


def fact_label(fact: str, vocabulary: Vocabulary = BUILT_IN) -> Message | Words | str:
    """
    Name what happened on the day that is a fact, as printed; a key nobody knows stays a key.

    >>> fact_label("employment.ended.last").text
    'employment ended'
    >>> fact_label("record.opened.first").text
    'making of the record'
    """
    if fact.startswith("clock."):
        return CONTACT
    kind = fact.partition(".but.")[0]
    if kind.endswith((f".{Fold.FIRST}", f".{Fold.LAST}")):
        kind = kind.rpartition(".")[0]
    if vocabulary.has(Kind.EVENT, kind):
        return vocabulary.term(Kind.EVENT, kind).label
    fires = (trigger for trigger, kinds in OUR_KINDS.items() if kind in kinds)
    return trigger_label(next(fires, kind), vocabulary)


def trigger_label(trigger: str, vocabulary: Vocabulary = BUILT_IN) -> Message | Words | str:
    """
    Name a trigger as printed; a key nobody knows stays a key.

    >>> trigger_label("procedure_closed").text
    'end of the procedure'
    """
    if not vocabulary.has(Kind.TRIGGER, trigger):
        return trigger
    return vocabulary.term(Kind.TRIGGER, trigger).label
