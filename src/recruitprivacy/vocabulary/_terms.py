"""
An open term: something a business has a name for.
"""

from __future__ import annotations

import attrs

from recruitprivacy.messages import Message, Words
from recruitprivacy.vocabulary._kinds import Actor, Kind, Origin
from recruitprivacy.vocabulary._rights import Right
from recruitprivacy.vocabulary._sensitivity import Sensitivity, SpecialCategory

__all__ = ["Term"]


@attrs.frozen(kw_only=True)
class Term:
    """
    One term of one kind, with what rules need to know about it.

    Attributes:
        kind: What it is a term for.
        key: Its stable key; a host's begins with a namespace, as in ``acme:video_interview``.
        label: Its name as printed in a list of a notice: ours a message, a host's perhaps words.
        definition: What it means, in one sentence of English.
        under: The key of the term it is a kind of, or empty.
        sensitivity: The class the law puts it in; categories only.
        may_reveal: The special categories it may give away; categories only.
        dpv: Its name in the Data Privacy Vocabulary, with prefix, or empty.
        fideslang: Its key in the fideslang taxonomy, or empty.
        added: The release it came with.
        deprecated: The release from which on it should not be used, or empty.
        replaced_by: The key to use instead, or empty.
        by: Who does it; events only.
        exercises_right: Whether doing it uses a right of the person, so that it never renews a
            clock; events only.
        origin: From whom the data come; sources only.
        opens: The rights a request of this name opens, the widest set; requests only.
        events: The kinds of event that fire it; triggers only.
        order: Its place in the order of its kind; recruitment stages follow it.
    """

    kind: Kind
    key: str
    label: Message | Words
    definition: str
    under: str = ""
    sensitivity: Sensitivity = Sensitivity.ORDINARY
    may_reveal: tuple[SpecialCategory, ...] = ()
    dpv: str = ""
    fideslang: str = ""
    added: str = ""
    deprecated: str = ""
    replaced_by: str = ""
    by: Actor | None = None
    exercises_right: bool = False
    origin: Origin | None = None
    opens: tuple[Right, ...] = ()
    events: tuple[str, ...] = ()
    order: int = 0

    @property
    def namespace(self) -> str:
        """
        Give the host's namespace, or nothing for a built-in term.
        """
        return self.key.rpartition(":")[0]
