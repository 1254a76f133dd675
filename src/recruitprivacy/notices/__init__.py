"""
Notices and letters people can read, and what a declaration lacks.

================================  ==========================================================
what must people be told?         :func:`compose`, in full, on a card, or beside a field
and this one person?              :func:`letter`, of each kind in :data:`CONTENTS`
what does our declaration lack?   :func:`check`
how was an interest weighed?      :func:`assessment`
has what we say changed?          :func:`fingerprint`, :func:`diff`
in our own words                  :class:`Wording`, for the sentences of :func:`sentences`
on paper, on a page, as text      :func:`to_html`, :func:`to_markdown`, :func:`to_text`
================================  ==========================================================

What the declaration leaves out is never made up: a notice lists it, a letter is not written.
"""

from __future__ import annotations

from recruitprivacy.notices._assessment import assessment
from recruitprivacy.notices._check import check
from recruitprivacy.notices._compose import compose
from recruitprivacy.notices._html import style, to_html
from recruitprivacy.notices._layer import Collected, Depth, Field, Layer
from recruitprivacy.notices._letters import (
    CONTENTS,
    Acknowledgement,
    BreachNotice,
    Clarification,
    ConsentRenewal,
    Content,
    FirstContact,
    FullAnswer,
    IdentityDoubt,
    Letter,
    LiftNotice,
    MoreTime,
    PartAnswer,
    RecipientsTold,
    Refusal,
    letter,
)
from recruitprivacy.notices._own import Wording, sentences
from recruitprivacy.notices._plain import to_markdown, to_text
from recruitprivacy.notices._tree import (
    Block,
    Bullets,
    Details,
    Document,
    Link,
    Notice,
    Paragraph,
    Section,
)
from recruitprivacy.notices._versions import Change, Changed, diff, fingerprint

__all__ = [
    "CONTENTS",
    "Acknowledgement",
    "Block",
    "BreachNotice",
    "Bullets",
    "Change",
    "Changed",
    "Clarification",
    "Collected",
    "ConsentRenewal",
    "Content",
    "Depth",
    "Details",
    "Document",
    "Field",
    "FirstContact",
    "FullAnswer",
    "IdentityDoubt",
    "Layer",
    "Letter",
    "LiftNotice",
    "Link",
    "MoreTime",
    "Notice",
    "Paragraph",
    "PartAnswer",
    "RecipientsTold",
    "Refusal",
    "Section",
    "Wording",
    "assessment",
    "check",
    "compose",
    "diff",
    "fingerprint",
    "letter",
    "sentences",
    "style",
    "to_html",
    "to_markdown",
    "to_text",
]
