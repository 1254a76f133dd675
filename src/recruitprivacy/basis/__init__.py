"""
May we? Lawful bases, consent, marketing and transfers, each worked out with its reasons.

================================  ==========================================================
which basis carries this?         :func:`assess`, on an :class:`Activity`
what do guarded data need?        :func:`layers`
may we ask for this, now?         :func:`may_collect`
is this consent?                  :func:`consent_stands`; :func:`record_consent` and
                                  :func:`receipt` for what we record
and after it is withdrawn?        :func:`rests_on`
may we write to this person?      :func:`may_contact`
may these data serve another aim  :func:`may_reuse`
need we not tell them?            :func:`exemption_stands`
may these data go there?          :func:`may_transfer`
what of our own declaration?      :func:`audit`, :func:`activities`
the record of processing          :func:`record_of_processing`
================================  ==========================================================

Every answer is an :class:`Answer`: its ``standing`` is one :class:`Verdict`, and it says because of
what, what it needs, and on which provisions. A fact nobody gave is unknown, never a yes; where no
rule was found the answer is unknown, and that is no permission. It computes from a text as of a
day; the controller decides.

Not modelled: the recognised interests of the UK GDPR, Art. 3(2) for firms outside the Union, works
councils, collective agreements, and the duties of the AI Act other than on inferring emotions.
"""

from __future__ import annotations

from recruitprivacy.basis._activity import Activity, AskedBy, ContractWith
from recruitprivacy.basis._answer import Answer
from recruitprivacy.basis._art6 import Option, assess
from recruitprivacy.basis._audit import audit
from recruitprivacy.basis._automation import Automated, Effect
from recruitprivacy.basis._collect import COLLECTING, Collecting, may_collect
from recruitprivacy.basis._consent import (
    ConsentAct,
    ConsentAsked,
    Telling,
    consent_stands,
    record_consent,
)
from recruitprivacy.basis._contact import Contacting, may_contact
from recruitprivacy.basis._customers import Relation, SoftOptIn
from recruitprivacy.basis._declared import activities, places, situations
from recruitprivacy.basis._exemption import Exempting, Exemption, exemption_stands
from recruitprivacy.basis._frame import Frame
from recruitprivacy.basis._instruments import Sending, TransferWay
from recruitprivacy.basis._interests import Balance, InterestsAssessment
from recruitprivacy.basis._layers import Guard, Layer, layers
from recruitprivacy.basis._machines import MachineWay
from recruitprivacy.basis._national import national, rule_remarks
from recruitprivacy.basis._permissions import CONTACTING, Address, ContactWay, Outreach
from recruitprivacy.basis._premise import Premise, Verdict
from recruitprivacy.basis._purposes import NewPurpose, Reuse, may_reuse
from recruitprivacy.basis._receipt import Receipt, ReceiptController, ReceiptPurpose, receipt
from recruitprivacy.basis._records import (
    Abroad,
    Body,
    Entry,
    Erasing,
    ProcessorEntry,
    Record,
    record_of_processing,
)
from recruitprivacy.basis._special import Condition
from recruitprivacy.basis._transfers import (
    TRANSFERRING,
    Transferring,
    may_transfer,
)
from recruitprivacy.basis._withdrawal import Resting, rests_on

__all__ = [
    "COLLECTING",
    "CONTACTING",
    "TRANSFERRING",
    "Abroad",
    "Activity",
    "Address",
    "Answer",
    "AskedBy",
    "Automated",
    "Balance",
    "Body",
    "Collecting",
    "Condition",
    "ConsentAct",
    "ConsentAsked",
    "ContactWay",
    "Contacting",
    "ContractWith",
    "Effect",
    "Entry",
    "Erasing",
    "Exempting",
    "Exemption",
    "Frame",
    "Guard",
    "InterestsAssessment",
    "Layer",
    "MachineWay",
    "NewPurpose",
    "Option",
    "Outreach",
    "Premise",
    "ProcessorEntry",
    "Receipt",
    "ReceiptController",
    "ReceiptPurpose",
    "Record",
    "Relation",
    "Resting",
    "Reuse",
    "Sending",
    "SoftOptIn",
    "Telling",
    "TransferWay",
    "Transferring",
    "Verdict",
    "activities",
    "assess",
    "audit",
    "consent_stands",
    "exemption_stands",
    "layers",
    "may_collect",
    "may_contact",
    "may_reuse",
    "may_transfer",
    "national",
    "places",
    "receipt",
    "record_consent",
    "record_of_processing",
    "rests_on",
    "rule_remarks",
    "situations",
]
