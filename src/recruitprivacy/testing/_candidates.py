"""
Made-up candidates in any number, as events and as columns.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import islice
from typing import Final

from recruitprivacy.law import Law
from recruitprivacy.policy import Policy
from recruitprivacy.testing._life_events import events_of_life
from recruitprivacy.testing._life_rows import Cell, writer_of
from recruitprivacy.testing._lives import lives, stage_of
from recruitprivacy.timeline import AnyEvent
from recruitprivacy.vocabulary import BUILT_IN, Vocabulary

__all__ = ["candidate_events", "candidates"]

TODAY: Final = date(2026, 5, 4)
BATCH: Final = 50_000


def candidates(  # noqa: PLR0913 - how many, which of them, of whom, as of when
    policy: Policy,
    count: int,
    seed: int = 0,
    *,
    law: Law | None = None,
    on: date = TODAY,
    start: int = 0,
    size: int = BATCH,
    vocabulary: Vocabulary = BUILT_IN,
) -> Iterator[dict[str, list[Cell]]]:
    """
    Make up people in a firm's books, as columns: what is known of each of their records on a day.

    A row is a record. ``id`` names it; the other columns bear the names of facts, those of
    :attr:`recruitprivacy.retention.Cutoffs.facts` among them but for what a host folds. An empty
    day never came, and 1 January 1970 is one that nobody knows. The cells are what
    :func:`candidate_events` fold to, as far as they were noted by that day.

    There are candidates above all, and people in each other role of the policy; holds, requests
    and objections; people who were in the books twice, or in two roles; entries that were made
    late. Ends of months and leap days come more often than in life. The same arguments give the
    same people on every machine, whatever the size of the batches.

    Args:
        policy: The declaration whose words their lives are made of.
        count: How many people. A few have two records, and who came in after the day has none.
        seed: Which people.
        law: The packs whose triggers ask for facts, too.
        on: The day as of which the columns are written, inclusive.
        start: The number of the first of them, so that parts of a run can be made apart.
        size: How many people a batch is of.
        vocabulary: The words of the policy.

    >>> from recruitprivacy.testing.examples import own_hiring
    >>> batches = [*candidates(own_hiring(), 250, size=100)]
    >>> [len(batch["id"]) >= 100 for batch in batches]
    [True, True, False]
    >>> batches[0]["id"][0]
    'person-0000000-1'
    >>> sorted({type(cell).__name__ for cell in batches[0]["procedure.closed.last"]})
    ['NoneType', 'date']
    """
    stage = stage_of(policy, law, vocabulary)
    writer = writer_of(policy, law, stage, vocabulary, on)
    made = lives(stage, seed=seed, start=start, count=count)
    for _ in range(0, count, size):
        yield writer.columns(islice(made, size))


def candidate_events(
    policy: Policy,
    count: int,
    seed: int = 0,
    *,
    law: Law | None = None,
    start: int = 0,
    vocabulary: Vocabulary = BUILT_IN,
) -> Iterator[tuple[AnyEvent, ...]]:
    """
    Make up the people of :func:`candidates`, as the events of one after another.

    Args:
        policy: The declaration whose words their lives are made of.
        count: How many people.
        seed: Which people.
        law: The packs whose triggers ask for facts, too.
        start: The number of the first of them.
        vocabulary: The words of the policy.

    >>> from recruitprivacy.testing.examples import own_hiring
    >>> first, second = candidate_events(own_hiring(), 2)
    >>> first[0].kind, first[0].person
    ('record.opened', 'person-0000000')
    >>> next(candidate_events(own_hiring(), 1, start=1)) == second
    True
    """
    stage = stage_of(policy, law, vocabulary)
    language = policy.languages[0] if policy.languages else "en"
    for life in lives(stage, seed=seed, start=start, count=count):
        yield events_of_life(life, language)
