"""
Our values as files and bytes: a policy as TOML, everything stored as canonical JSON.

==============================  ==============================================================
from a firm's own files         :func:`load_policy`, :func:`read_policy`
to and from storage             :func:`to_json`, :func:`from_json`
events, to and from storage     :func:`events_to_json`, :func:`events_from_json`,
                                :func:`load_events`
a plan, as it is stored         :class:`StoredPlan`
inside a host's own models      :func:`converter`, :func:`register_hooks`, :func:`faults_of`
any value, for others to read   :func:`to_plain`
a record of processing          :func:`record_to_csv`, :func:`record_to_markdown`
the receipt for a consent       :func:`receipt_to_json`
a copy a person is given        :func:`package_to_json`, :func:`package_to_csv`
its shape, for who takes over   :func:`package_schema`
for the editor of the files     :func:`policy_schema`
==============================  ==============================================================

Whatever is wrong in what is read comes as one :class:`~recruitprivacy.errors.FaultsError` with all
there is to mend.
"""

from __future__ import annotations

from recruitprivacy.wire._hooks import converter, faults_of, register_hooks
from recruitprivacy.wire._package import package_schema, package_to_csv, package_to_json
from recruitprivacy.wire._plan import (
    Does,
    StoredAnswer,
    StoredBlocked,
    StoredPart,
    StoredPlan,
    StoredStep,
)
from recruitprivacy.wire._policy import load_policy, read_policy
from recruitprivacy.wire._receipt import receipt_to_json
from recruitprivacy.wire._record import record_to_csv, record_to_markdown
from recruitprivacy.wire._schema import policy_schema
from recruitprivacy.wire._stored import (
    events_from_json,
    events_to_json,
    from_json,
    load_events,
    to_json,
)
from recruitprivacy.wire._writer import to_plain

__all__ = [
    "Does",
    "StoredAnswer",
    "StoredBlocked",
    "StoredPart",
    "StoredPlan",
    "StoredStep",
    "converter",
    "events_from_json",
    "events_to_json",
    "faults_of",
    "from_json",
    "load_events",
    "load_policy",
    "package_schema",
    "package_to_csv",
    "package_to_json",
    "policy_schema",
    "read_policy",
    "receipt_to_json",
    "record_to_csv",
    "record_to_markdown",
    "register_hooks",
    "to_json",
    "to_plain",
]
