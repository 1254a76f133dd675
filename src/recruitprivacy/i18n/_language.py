"""
Language tags as the Internet writes them (BCP 47), with the address form as a private part.
"""

from __future__ import annotations

import re
from typing import Final

import attrs

from recruitprivacy.errors import UnknownLanguageError

WRITTEN: Final = re.compile(
    r"(?P<language>[a-z]{2,3})(?:-(?P<script>[a-z]{4}))?(?:-(?P<region>[a-z]{2}|[0-9]{3}))?"
    r"(?:-x-(?P<private>[a-z0-9]{1,8}(?:-[a-z0-9]{1,8})*))?",
    re.ASCII | re.IGNORECASE,
)


@attrs.frozen(kw_only=True)
class Language:
    """
    A language, where it is spoken, and how it addresses the reader.

    Attributes:
        language: The language, in lower case: ``nl``.
        script: The script, where a language has several: ``Latn``; else empty.
        region: The country or area: ``BE``; or empty.
        private: What we agreed upon beyond the standard, the address form: ``je``; or empty.

    >>> spoken = Language.parse("nl-be-x-je")
    >>> spoken.region, spoken.private, str(spoken)
    ('BE', 'je', 'nl-BE-x-je')
    """

    language: str
    script: str = ""
    region: str = ""
    private: str = ""

    @classmethod
    def parse(cls, tag: str) -> Language:
        """
        Read a tag; upper and lower case mean the same.

        Raises:
            UnknownLanguageError: If it is no tag of this form.
        """
        found = WRITTEN.fullmatch(tag)
        if found is None:
            raise UnknownLanguageError(tag)
        parts = found.groupdict(default="")
        return cls(
            language=parts["language"].lower(),
            script=parts["script"].title(),
            region=parts["region"].upper(),
            private=parts["private"].lower(),
        )

    def __str__(self) -> str:
        """
        Write it as :meth:`parse` reads it, in the usual case.
        """
        private = f"x-{self.private}" if self.private else ""
        parts = (self.language, self.script, self.region, private)
        return "-".join(part for part in parts if part)
