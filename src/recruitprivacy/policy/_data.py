"""
What is held of whom, and the ways it comes.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

import attrs

from recruitprivacy.errors import Fault
from recruitprivacy.frozen import FrozenMap
from recruitprivacy.policy._keys import (
    CategoryKey,
    ChannelKey,
    ConditionKey,
    ConsequenceKey,
    PurposeKey,
    RoleKey,
    SourceKey,
    StageKey,
    SystemKey,
)
from recruitprivacy.policy._stated import UNSTATED, Declared, Modality, Moment, UnstatedType
from recruitprivacy.policy._statements import Actor
from recruitprivacy.vocabulary import Art9Condition, LawfulBasis


class Form(StrEnum):
    """
    In what form data are used or passed on.
    """

    IDENTIFIED = "identified"
    ANONYMISED = "anonymised"
    ANONYMISED_WHERE_RELEVANT = "anonymised_where_relevant"
    AGGREGATED = "aggregated"


class NationalRule(StrEnum):
    """
    What a firm says stands behind data only national law can allow.
    """

    NATIONAL = "national"
    """A national provision, as the pack of the place says."""


@attrs.frozen(kw_only=True)
class Item:
    """
    What differs for one category from the plain items beside it.

    Attributes:
        includes: Finer categories the firm counts under it; they are held as it is.
        called: Names the firm lists it under, where they say more than the term does.
        when: What must hold before it is collected; all of them.
        when_any: What must hold as well; one of them.
        stage: The earliest stage of recruitment, or None.
        modality: Whether it is collected or may be; None is as for the plain items.
        voluntary: Whether the person may leave it out.
        kept_in: The systems it is kept in, where they are other than for the plain items.
        about_others: Whether it speaks of people other than the one who gives it.
        art_9: The condition for a special category, as stated.
        art_10: What stands behind criminal data, as stated.
        also: A consent asked on top, as stated.
        required_by: The basis on which the person must give it, as stated.
        varies_by_country: Whether its name or lawfulness differs by country.
        labelled_sensitive: Whether the firm calls it sensitive, whatever the law does.

    Law:
        GDPR Art. 9(2): conditions for special categories.
        GDPR Art. 10: criminal convictions and offences.
    """

    includes: tuple[CategoryKey, ...] = ()
    called: tuple[str, ...] = ()
    when: tuple[ConditionKey, ...] = ()
    when_any: tuple[ConditionKey, ...] = ()
    stage: StageKey | None = None
    modality: Modality | None = None
    voluntary: bool = False
    kept_in: tuple[SystemKey, ...] = ()
    about_others: bool = False
    art_9: Art9Condition | UnstatedType = UNSTATED
    art_10: NationalRule | UnstatedType = UNSTATED
    also: Art9Condition | LawfulBasis | None = None
    required_by: LawfulBasis | None = None
    varies_by_country: bool = False
    labelled_sensitive: bool = False


@attrs.frozen(kw_only=True)
class Holding(Declared):
    """
    What is held of people in one role.

    Attributes:
        items: The plain list.
        but: The categories for which something differs; not repeated in ``items``.
        exhaustive: Whether the firm calls the list complete.
        modality: Whether all of it is held, or some of it may be.
        when: What the collection of all of it depends on.
        kept_in: The systems it is kept in, where the firm names them.
    """

    items: tuple[CategoryKey, ...] = ()
    but: FrozenMap[CategoryKey, Item] = FrozenMap()
    exhaustive: bool | UnstatedType = UNSTATED
    modality: Modality = Modality.DOES
    when: tuple[ConditionKey, ...] = ()
    kept_in: tuple[SystemKey, ...] = ()

    def _faults(self) -> Iterator[Fault]:
        for category in self.but:
            if category in self.items:
                yield Fault(
                    path=f"but.{category}",
                    problem="stands among the plain items too",
                    way_out="leave it in one of the two",
                )
        for category in sorted({item for item in self.items if self.items.count(item) > 1}):
            yield Fault(path="items", problem=f"{category!r} is listed twice")

    @property
    def categories(self) -> tuple[str, ...]:
        """
        Every category held, plain, or not, or counted under another, once and in order.
        """
        counted = (finer for item in self.but.values() for finer in item.includes)
        return tuple(dict.fromkeys((*self.items, *self.but, *counted)))

    def said_of(self, category: str) -> dict[str, Item]:
        """
        Collect what is said of a category itself and of those it is counted under.

        >>> held = Holding(but=FrozenMap({"health": Item(includes=("disability",))}))
        >>> list(held.said_of("disability"))
        ['health']
        """
        return {
            key: item
            for key, item in self.but.items()
            if key == category or category in item.includes
        }

    def place_of(self, category: str) -> str:
        """
        Say where a category stands: by itself, among the plain items, or counted under another.

        >>> held = Holding(items=("cv",), but=FrozenMap({"health": Item(includes=("disability",))}))
        >>> held.place_of("cv"), held.place_of("health"), held.place_of("disability")
        ('items', 'but.health', 'but.health.includes')
        """
        if category in self.but:
            return f"but.{category}"
        if category in self.items:
            return "items"
        return f"but.{next(iter(self.said_of(category)))}.includes"


@attrs.frozen(kw_only=True)
class Way:
    """
    What differs for one source from the others.

    Attributes:
        modality: Whether it is used or may be; None is as for the others.
        when: What its use depends on.
        stage: The earliest stage of recruitment, or None.
        consent_by: What the firm takes for consent to it, or None.
        by: Who does the collecting, where that is said.
        voluntary: Whether nothing comes from it unless the person lets it.
        data: Which categories it brings, where the firm says.
        named: Names of sources of this kind that the firm gives.
    """

    modality: Modality | None = None
    when: tuple[ConditionKey, ...] = ()
    stage: StageKey | None = None
    consent_by: ChannelKey | None = None
    by: tuple[Actor, ...] = ()
    voluntary: bool = False
    data: tuple[CategoryKey, ...] = ()
    named: tuple[str, ...] = ()


@attrs.frozen(kw_only=True)
class Ways(Declared):
    """
    How data of people in one role come to the firm, per category.

    ``*`` is every plain item that no way of this role names on its own.

    Attributes:
        given: From the person.
        received: From others.
        automatic: By machines, as the person does something.
        fetched: Whether the firm says it also goes and gets what it receives from others.
        only: Whether the firm says there are no other ways.
        modality: Whether they are used or may be.
        when: What their use depends on.
        but: What differs for single sources.
    """

    given: FrozenMap[CategoryKey, tuple[SourceKey, ...]] = FrozenMap()
    received: FrozenMap[CategoryKey, tuple[SourceKey, ...]] = FrozenMap()
    automatic: FrozenMap[CategoryKey, tuple[SourceKey, ...]] = FrozenMap()
    fetched: bool = False
    only: bool = False
    modality: Modality = Modality.DOES
    when: tuple[ConditionKey, ...] = ()
    but: FrozenMap[SourceKey, Way] = FrozenMap()

    def _faults(self) -> Iterator[Fault]:
        ways = (self.given, self.received, self.automatic)
        named = {source for way in ways for sources in way.values() for source in sources}
        for source in self.but:
            if source not in named:
                yield Fault(
                    path=f"but.{source}",
                    problem="nothing comes from there",
                    way_out="name it under given, received or automatic",
                )


@attrs.frozen(kw_only=True)
class Obligation:
    """
    Whether people must give data, and what follows if they do not.

    Attributes:
        roles: Whom it concerns; empty is everybody.
        required_by: What makes it an obligation: a contract, a statute, the step before one.
        data: Which categories; empty where the firm does not say which.
        purposes: What for, where that is said.
        consequences: What may follow from not giving them.
        when: What else makes it an obligation, where that is no basis.
        some_voluntary: Whether the firm says that other data may be left out.
        told: When the person is told of it, where the notice leaves it to that moment.

    Law:
        GDPR Art. 13(2)(e): obligation to provide and consequences.
    """

    roles: tuple[RoleKey, ...] = ()
    required_by: tuple[LawfulBasis, ...] = ()
    data: tuple[CategoryKey, ...] = ()
    purposes: tuple[PurposeKey, ...] = ()
    consequences: tuple[ConsequenceKey, ...] = ()
    when: tuple[ConditionKey, ...] = ()
    some_voluntary: bool = False
    told: Moment | None = None
    modality: Modality = Modality.DOES
