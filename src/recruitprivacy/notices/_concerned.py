"""
Whom a change of a declaration concerns, and which consents do not cover it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from recruitprivacy.frozen import FrozenMap
from recruitprivacy.policy import Difference, Policy

BY_ROLE: Final = frozenset({"roles", "data", "ways"})
AGREED: Final = frozenset({"purposes", "data", "covers", "kind", "roles"})
"""What one agrees to."""
WHO: Final = frozenset({"controllers", "responsible"})
WITH_PURPOSES: Final = frozenset({"uses", "recipients", "transfers"})


def concerned(path: str, old: Policy, new: Policy) -> tuple[str, ...]:
    """
    List the roles that are addressed and for which something changed at a path.
    """
    found = (role for policy in (old, new) for role in _at(path, policy))
    return tuple(dict.fromkeys(found))


def _at(path: str, policy: Policy) -> Iterator[str]:
    section, _, rest = path.partition(".")
    name = rest.partition(".")[0]
    entries = getattr(policy, section)
    entry = entries.get(name) if isinstance(entries, FrozenMap) else None
    if isinstance(entries, FrozenMap) and entry is None:
        return
    for role, each in policy.roles.items():
        if each.addressed and _mine(policy, role, section, name, entry):
            yield role


def _mine(policy: Policy, role: str, section: str, name: str, entry: object) -> bool:
    whose = {role, policy.role_of(role)}
    if section in BY_ROLE:
        return not name or name in whose
    if section == "controllers":
        answering = policy.responsible_for(role).values()
        return any(name in each.among for each in answering)
    roles = getattr(entry, "roles", ())
    return not roles or not whose.isdisjoint(roles)


def touched(found: Difference, old: Policy, new: Policy) -> tuple[str, ...]:
    """
    List the consents given under the older version that do not cover what changed.

    Law:
        GDPR Art. 4(11): consent is specific and informed: to this, by them.
    """
    return tuple(
        name for name in new.consents if name in old.consents and _leaves(found, name, old, new)
    )


def _leaves(found: Difference, name: str, old: Policy, new: Policy) -> bool:
    section, _, rest = found.path.partition(".")
    entry, _, field = rest.partition(".")
    if section == "consents":
        return entry == name and field in AGREED
    asked = new.consents[name]
    if section in WHO and found.said:
        roles = concerned(found.path, old, new)
        return not asked.roles or not {new.role_of(role) for role in roles}.isdisjoint(asked.roles)
    if section in WITH_PURPOSES and found.said:
        now = getattr(new, section).get(entry)
        return not set(getattr(now, "purposes", ())).isdisjoint(asked.purposes)
    return False
