"""
Help for the tests of whoever uses this library.

:func:`candidates` makes up people in any number, as columns, and :func:`candidate_events` as
events; :func:`check_facts` holds a host's columns against its events.
:mod:`recruitprivacy.testing.strategies` invents values for Hypothesis (install
``recruitprivacy[testing]``); :mod:`recruitprivacy.testing.examples` holds a few small ones with
names, all of them made up. None is needed to run the library.
"""

from __future__ import annotations

from recruitprivacy.testing._candidates import candidate_events, candidates
from recruitprivacy.testing._check_facts import check_facts

__all__ = ["candidate_events", "candidates", "check_facts"]
