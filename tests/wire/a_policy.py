"""
A declaration that uses every section, as plain values a test may change.
"""

from __future__ import annotations

from copy import deepcopy
from datetime import date
from typing import Any, Final

Document = dict[str, Any]

_WHOLE: Final[Document] = {
    "id": "acme",
    "firm": ["Acme Recruitment", "Acme"],
    "languages": ["nl", "en"],
    "version": {"number": "3", "published_on": "2018-05", "effective_on": date(2018, 5, 25)},
    "changes": {"may_change": True, "published": "website"},
    "scope": {"countries": ["NL", "SE"]},
    "roles": {
        "candidate": {},
        "client": {"addressed": True},
        "referee": {},
        "supplier_worker": {"treated_as": "candidate"},
    },
    "controllers": {
        "acme": {
            "name": "Acme B.V.",
            "country": "NL",
            "contact": {"email": "privacy@acme.example"},
        },
        "beta": {"name": "Beta AB", "country": "SE", "dpo": {"phone": "+46 8 000"}},
    },
    "responsible": {
        "nl": {"roles": ["candidate", "client"], "among": "acme", "countries": ["NL"]},
        "se": {"roles": "candidate", "among": ["beta"], "countries": "SE"},
    },
    "data": {
        "candidate": {
            "items": ["name", "email", "phone"],
            "but": {"photo": {"voluntary": True}, "health": {"art_9": "explicit_consent"}},
        },
        "client": {"items": ["name", "email"]},
        "referee": {"items": ["name"]},
    },
    "ways": {"candidate": {"given": {"*": ["website", "interview"], "photo": "email"}}},
    "obligations": {"contract": {"roles": ["candidate"], "required_by": "contract"}},
    "uses": {
        "recruitment": {
            "roles": "candidate",
            "data": ["*", "photo"],
            "purposes": ["matching", "payroll_invoicing"],
            "basis": "legitimate_interests",
            "but": {"payroll_invoicing": {"basis": "contract"}},
        },
        "marketing": {"roles": ["client"], "purposes": ["job_alerts"], "basis": ["consent"]},
    },
    "recipients": {"clients": {"roles": ["candidate"], "to": "clients_prospective_employers"}},
    "transfers": {
        "us": {
            "roles": ["candidate"],
            "to_countries": ["US"],
            "instruments": "standard_contractual_clauses",
        }
    },
    "consents": {"alerts": {"roles": ["client"], "kind": "consent", "purposes": ["job_alerts"]}},
    "marketing": {"alerts": {"roles": ["client"], "purposes": ["job_alerts"]}},
    "automation": {
        "ranking": {"roles": ["candidate"], "practices": ["ranking"], "running": "not_now"}
    },
    "cookies": {
        "permission": "consent",
        "classes": {"performance": {"lifetime": "P1Y"}, "functionality": {"lifetime": "session"}},
    },
    "clocks": {
        "meaningful_contact": {
            "counts": ["message.inbound", "conversation"],
            "ignores": ["message.opened"],
            "if_none": "registered",
        }
    },
    "retention": {
        "house": {
            "at_most": "P2Y",
            "after": "meaningful_contact",
            "purpose": "recruitment",
            "then": "delete",
        },
        "photographs": {"at_most": "P4W", "after": "procedure_closed", "data": "photo"},
        "members": {"while": "registered"},
    },
    "disposals": {"delete": {"ends": ["erased", "beyond_use"], "residue": {"at_most": "P90D"}}},
    "adopted": ["nl.retention.unsuccessful.4w"],
    "rights": {"access": {"any_time": True}, "erasure": {"with": ["object"]}},
    "requests": {"channels": "email", "answer": {"within": "P1M"}, "fees": {"free": True}},
    "complaints": {
        "us": {"to": "controller"},
        "authority": {"to": "supervisory_authority", "after": ["us"]},
    },
    "authorities": {"ap": {"name": "Autoriteit Persoonsgegevens"}},
    "contacts": {"general": {"email": "info@acme.example"}},
    "further_requests": {"no_thanks": {"via": "email"}},
    "security": {"measures": "encryption_at_rest"},
    "breach": {"procedure": True},
    "children": {"addressed": False, "below": 16},
    "statements": {"minimal": {"about": "minimisation"}},
    "laws": {"gdpr": {"abbreviations": {"nl": "AVG"}, "in_force_from": 2018}},
    "links": {"privacy": {"about": "pass_on_notice", "url": "https://acme.example/privacy"}},
    "wording": {"lawful_basis": {"consent": {"nl": ["toestemming"]}}},
    "texts": {
        "nl": {"title": "Onze privacyverklaring", "uses": {"recruitment": {"title": "Werk"}}}
    },
}


def whole() -> Document:
    """
    Give a fresh copy of the declaration.
    """
    return deepcopy(_WHOLE)
