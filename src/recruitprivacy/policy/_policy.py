"""
The declaration as a whole, and its history.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import Final

import attrs

from recruitprivacy.errors import MissingTextError, UnknownTermError
from recruitprivacy.frozen import FrozenMap
from recruitprivacy.near import nearest
from recruitprivacy.policy._asking import Consent, Marketing
from recruitprivacy.policy._automation import Automation, Cookies
from recruitprivacy.policy._data import Holding, Obligation, Ways
from recruitprivacy.policy._keeping import Clock, DisposalMeaning, RetentionRule
from recruitprivacy.policy._keys import RequestKey, RoleKey
from recruitprivacy.policy._parties import (
    Authority,
    Contact,
    Controller,
    Responsibility,
    Role,
    Scope,
)
from recruitprivacy.policy._requests import (
    ComplaintRoute,
    FurtherRequest,
    Requests,
    RightOffered,
)
from recruitprivacy.policy._stated import UNSTATED
from recruitprivacy.policy._statements import (
    Breach,
    Changes,
    Children,
    LawNamed,
    Link,
    Security,
    Statement,
    Version,
)
from recruitprivacy.policy._uses import Disclosure, Transfer, Use
from recruitprivacy.vocabulary import Right

SCHEMA: Final = "recruitprivacy.policy/1"


@attrs.frozen(kw_only=True)
class Policy:
    """
    What a firm says it does with people's data, lawful or not.

    What a notice leaves out is left out here, too, and becomes a finding, never a default.

    Attributes:
        id: A short stable name of the declaration.
        firm: What the firm calls itself, and how else.
        languages: The languages it is published in, as BCP 47 tags.
        version: Which notice it is.
        adopted: Guidance and practice the firm has bound itself to, as ids of rules of the law.
        wording: The words the notice has for a concept of the law or of our vocabulary, by its
            kind, its key and the language: ``wording.lawful_basis.consent.sv``.
        texts: The firm's own words, per language and path.
        variants: What the text in one language says as a whole, where that is not what is declared
            here: the same declaration with what differs in it, by language.
        earlier: The versions before this one, oldest first.
    """

    schema: str = SCHEMA
    id: str
    firm: tuple[str, ...]
    languages: tuple[str, ...]
    version: Version = Version()
    changes: Changes = Changes()
    scope: Scope = Scope()
    roles: FrozenMap[RoleKey, Role]
    controllers: FrozenMap[str, Controller]
    responsible: FrozenMap[str, Responsibility] = FrozenMap()
    data: FrozenMap[RoleKey, Holding] = FrozenMap()
    ways: FrozenMap[RoleKey, Ways] = FrozenMap()
    obligations: FrozenMap[str, Obligation] = FrozenMap()
    uses: FrozenMap[str, Use] = FrozenMap()
    recipients: FrozenMap[str, Disclosure] = FrozenMap()
    transfers: FrozenMap[str, Transfer] = FrozenMap()
    consents: FrozenMap[str, Consent] = FrozenMap()
    marketing: FrozenMap[str, Marketing] = FrozenMap()
    automation: FrozenMap[str, Automation] = FrozenMap()
    cookies: Cookies | None = None
    clocks: FrozenMap[str, Clock] = FrozenMap()
    retention: FrozenMap[str, RetentionRule] = FrozenMap()
    disposals: FrozenMap[str, DisposalMeaning] = FrozenMap()
    adopted: tuple[str, ...] = ()
    rights: FrozenMap[Right, RightOffered] = FrozenMap()
    requests: Requests = Requests()
    further_requests: FrozenMap[RequestKey, FurtherRequest] = FrozenMap()
    complaints: FrozenMap[str, ComplaintRoute] = FrozenMap()
    authorities: FrozenMap[str, Authority] = FrozenMap()
    contacts: FrozenMap[str, Contact] = FrozenMap()
    security: Security = Security()
    breach: Breach = Breach()
    children: Children = Children()
    statements: FrozenMap[str, Statement] = FrozenMap()
    laws: FrozenMap[str, LawNamed] = FrozenMap()
    links: FrozenMap[str, Link] = FrozenMap()
    wording: FrozenMap[str, FrozenMap[str, FrozenMap[str, tuple[str, ...]]]] = FrozenMap()
    texts: FrozenMap[str, FrozenMap[str, str]] = FrozenMap()
    variants: FrozenMap[str, Policy] = FrozenMap()
    earlier: tuple[Policy, ...] = ()

    def role_of(self, role: str) -> str:
        """
        Tell whose parts of the notice apply to people in a role.

        Raises:
            UnknownTermError: If the notice does not speak of them.
        """
        if role not in self.roles:
            raise UnknownTermError("role", role, nearest(role, self.roles), tuple(self.roles))
        treated_as = self.roles[role].treated_as
        return role if treated_as is None else self.role_of(treated_as)

    def is_about(self, role: str, roles: Collection[str]) -> bool:
        """
        Say whether a part for some roles concerns people in one; no roles is everybody.

        Raises:
            UnknownTermError: If the notice does not speak of them.
        """
        return not roles or role in roles or self.role_of(role) in roles

    def uses_of(self, role: str) -> FrozenMap[str, Use]:
        """
        Collect the uses of the data of people in a role.
        """
        whose = self.role_of(role)
        return FrozenMap(
            (name, use) for name, use in self.uses.items() if not use.roles or whose in use.roles
        )

    def responsible_for(
        self, role: str, *, country: str = "", service: str = ""
    ) -> FrozenMap[str, Responsibility]:
        """
        Find who answers for people in a role; nobody where the notice does not say.

        Args:
            role: The role.
            country: The country in question, where it is known.
            service: The service in question, where it is known.

        Raises:
            UnknownTermError: If the notice does not speak of them.
        """
        whose = {role, self.role_of(role)}
        return FrozenMap(
            (name, one)
            for name, one in self.responsible.items()
            if not whose.isdisjoint(one.roles)
            and _open_to(one.countries, country)
            and _open_to(one.services, service)
        )

    def said_in(self, language: str) -> Policy:
        """
        Give what the text in one language says: this declaration, unless it has a variant.
        """
        return self.variants.get(language, self)

    def text(self, path: str, language: str) -> str:
        """
        Give the firm's own words at a path.

        Raises:
            MissingTextError: If there are none in that language.
        """
        try:
            return self.texts[language][path]
        except KeyError:
            raise MissingTextError(path, language) from None

    def versions(self) -> tuple[Policy, ...]:
        """
        List every version, oldest first, this one last.
        """
        return (*self.earlier, self)

    @property
    def version_number(self) -> str:
        """
        The number of this version, or nothing where it has none.
        """
        number = self.version.number
        return number if isinstance(number, str) else ""

    def given(self, number: str) -> Policy:
        """
        Find the version a person was given, by its number.

        Raises:
            LookupError: If there is none of that number.
        """
        for policy in self.versions():
            if policy.version.number == number:
                return policy
        message = f"no version {number!r} of this policy; add it under versions/"
        raise LookupError(message)

    def published_by(self, day: date) -> Policy | None:
        """
        Find the last version that counted on a day; None where no version says since when.
        """
        dated = [
            policy
            for policy in self.versions()
            if policy.version.since is not UNSTATED and policy.version.since.latest <= day
        ]
        return dated[-1] if dated else None


def _open_to(listed: Collection[str], one: str) -> bool:
    return not listed or not one or one in listed
