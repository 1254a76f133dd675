"""
Notices people can read, and what a declaration lacks.

:func:`compose` says a declaration again as a :class:`Notice`, for people in one role and in one
language; :func:`check` lists what the declaration leaves out of what the law asks a notice to say,
and what of it the law does not bear out; :func:`assessment` says how an interest was weighed, to
people who ask.
"""

from __future__ import annotations

from recruitprivacy.notices._assessment import assessment
from recruitprivacy.notices._check import check
from recruitprivacy.notices._compose import compose
from recruitprivacy.notices._html import style, to_html
from recruitprivacy.notices._plain import to_markdown, to_text
from recruitprivacy.notices._tree import Block, Bullets, Details, Notice, Paragraph, Section

__all__ = [
    "Block",
    "Bullets",
    "Details",
    "Notice",
    "Paragraph",
    "Section",
    "assessment",
    "check",
    "compose",
    "style",
    "to_html",
    "to_markdown",
    "to_text",
]
