"""
Ask every example policy every kind of question, and write the answers as pages.

Run it with ``make demo``, or ``python examples/demo.py build/demo``; then open ``index.html``.
The day is a fixed one, so that the pages are the same on every day they are made.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from html import escape
from importlib.resources import files
from itertools import groupby
from pathlib import Path
from typing import Final
from zoneinfo import ZoneInfo

import attrs

from recruitprivacy import i18n, law, notices, retention, rights, timeline, wire
from recruitprivacy.findings import Finding, Level
from recruitprivacy.law import Law, Situation
from recruitprivacy.policy import Policy
from recruitprivacy.retention import Disposal, Status
from recruitprivacy.rights import Due
from recruitprivacy.timeline import AnyEvent
from recruitprivacy.vocabulary import BUILT_IN, Kind, Right

EXAMPLES: Final = Path(__file__).resolve().parent
ON: Final = date(2026, 3, 2)
RECEIVED: Final = datetime(2026, 3, 3, 9, tzinfo=ZoneInfo("Europe/Amsterdam"))
STYLE: Final = files("recruitprivacy.notices").joinpath("notice.css").read_text(encoding="utf-8")
MORE_STYLE: Final = """
main { max-width: 60rem; }
table { border-collapse: collapse; width: 100%; }
th, td { border-bottom: 1px solid var(--line); padding: 0.35rem 0.75rem 0.35rem 0; }
th, td { text-align: left; vertical-align: top; }
summary { cursor: pointer; }
.quiet { color: var(--quiet); }
td { white-space: nowrap; }
"""
NO_DUE: Final = (
    "No due date: the declaration does not tie its controllers to one country whose law we have. "
    "Who knows it names it: recruitprivacy due --received 2026-03-03 --right access --place NL"
)
ADVICE: Final = (
    "Computed from what the example files say, as of {day}. The firm's declaration is restated "
    "from its notice, the people are made up. This is no legal advice."
)


@attrs.frozen(kw_only=True)
class History:
    """
    One example history, and what was decided on it.
    """

    name: str
    shows: str
    disposals: tuple[Disposal, ...]


@attrs.frozen(kw_only=True)
class Firm:
    """
    One example policy with every answer to it.
    """

    policy: Policy
    book: Law
    found: tuple[Finding, ...]
    histories: tuple[History, ...]
    due: Due | None

    @property
    def languages(self) -> tuple[str, ...]:
        """
        The languages in which the firm has texts and the library has words.
        """
        return tuple(tag for tag in self.policy.texts if tag in i18n.languages())

    @property
    def roles(self) -> tuple[str, ...]:
        """
        The roles the notice is written to.
        """
        return tuple(name for name, role in self.policy.roles.items() if role.addressed)

    @property
    def disposals(self) -> tuple[Disposal, ...]:
        """
        What was decided on all histories.
        """
        return tuple(each for history in self.histories for each in history.disposals)


def ask(folder: Path) -> Firm:
    """
    Load a policy, and ask everything that can be asked of it.
    """
    policy = wire.load_policy(folder)
    countries = {str(each.country) for each in policy.controllers.values()}
    book = law.load(*(countries & set(law.jurisdictions())))
    return Firm(
        policy=policy,
        book=book,
        found=notices.check(policy, book, on=ON),
        histories=tuple(histories(EXAMPLES / "histories" / folder.name, policy, book)),
        due=answer(policy, book, countries),
    )


def histories(folder: Path, policy: Policy, book: Law) -> Iterator[History]:
    """
    Read the histories of a firm, and decide on each.
    """
    shows = descriptions(folder / "README.md")
    for file in sorted(folder.glob("*.json")):
        events = at_home(wire.load_events(file), policy, book)
        facts = timeline.fold(events, policy, on=ON, law=book)
        yield History(
            name=file.stem,
            shows=shows.get(file.name, ""),
            disposals=retention.assess(policy, facts, book, on=ON),
        )


def at_home(events: tuple[AnyEvent, ...], policy: Policy, book: Law) -> tuple[AnyEvent, ...]:
    """
    Let each instant count on the day it was where the controllers are, if that is one place.
    """
    places = {str(each.country) for each in policy.controllers.values()}
    place = only(places)
    return timeline.in_zone(events, book.zone(place)) if place else events


def only(countries: set[str]) -> str:
    """
    Give the one country we know that the controllers are in; empty where that is not one.
    """
    known = countries & set(law.jurisdictions())
    return next(iter(known)) if countries == known and len(known) == 1 else ""


def descriptions(readme: Path) -> dict[str, str]:
    """
    Read what each history shows from the table beside them.
    """
    if not readme.exists():
        return {}
    rows = (line.split("|") for line in readme.read_text(encoding="utf-8").splitlines())
    return {row[1].strip(" `"): row[2].strip() for row in rows if row[1:] and ".json" in row[1]}


def answer(policy: Policy, book: Law, countries: set[str]) -> Due | None:
    """
    Find when a request for access is due, where the firm is in one country we know.
    """
    place = only(countries)
    if not place:
        return None
    request = rights.open_request(
        Right.ACCESS,
        request="example",
        person="example",
        received_at=RECEIVED,
        situation=Situation(establishment=place),
    )
    return rights.due(request, book, on=RECEIVED.date(), policy=policy)


def write(folder: Path, firms: Iterable[Firm]) -> Path:
    """
    Write every page, and return the one to open.
    """
    asked = tuple(firms)
    for firm in asked:
        home = folder / firm.policy.id
        home.mkdir(parents=True, exist_ok=True)
        for name, text in pages(firm):
            (home / name).write_text(text, encoding="utf-8")
    index = folder / "index.html"
    index.write_text(page("What follows from a privacy notice", overview(asked)), encoding="utf-8")
    return index


def pages(firm: Firm) -> Iterator[tuple[str, str]]:
    """
    Yield each page of a firm by its file's name.
    """
    for tag in firm.languages:
        yield f"check.{tag}.html", page(f"{title(firm)}: the check", checked(firm, tag))
        yield f"disposals.{tag}.html", page(f"{title(firm)}: disposals", decided(firm, tag))
        if firm.due:
            yield f"due.{tag}.html", page(f"{title(firm)}: an answer due", answered(firm, tag))
        for role in firm.roles:
            notice = notices.compose(firm.policy, role, language=tag, law=firm.book, on=ON)
            yield f"notice.{role}.{tag}.html", notices.to_html(notice)


def page(heading: str, body: Iterable[str]) -> str:
    """
    Write a page around lines of HTML.
    """
    return "\n".join(
        (
            "<!DOCTYPE html>",
            '<html lang="en">',
            "<head>",
            '<meta charset="utf-8">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            f"<title>{escape(heading)}</title>",
            f"<style>{STYLE}{MORE_STYLE}</style>",
            "</head>",
            "<body>",
            "<main>",
            f"<h1>{escape(heading)}</h1>",
            *body,
            f'<p class="quiet">{escape(ADVICE.format(day=i18n.date(ON, "en")))}</p>',
            "</main>",
            "</body>",
            "</html>",
            "",
        )
    )


def overview(asked: tuple[Firm, ...]) -> Iterator[str]:
    """
    Yield the index: for each firm what was asked, in which languages.
    """
    for firm in asked:
        yield f"<h2>{escape(title(firm))}</h2>"
        yield f"<p>{escape(found_in(firm))}. {escape(decided_on(firm))}.</p>"
        yield f"<p>{escape(due_on(firm.due))}</p>"
        yield '<table><thead><tr><th scope="col">Page</th><th scope="col">In</th></tr></thead>'
        yield "<tbody>"
        yield row(firm, "What the declaration lacks", "check")
        for role in firm.roles:
            yield row(firm, f"Notice for: {label(Kind.ROLE, role, 'en')}", f"notice.{role}")
        yield row(firm, "What becomes of the data in the example histories", "disposals")
        if firm.due:
            yield row(firm, "When a request for access must be answered", "due")
        yield "</tbody></table>"


def row(firm: Firm, what: str, name: str) -> str:
    """
    Write a row of the index, with a link per language.
    """
    links = " ".join(
        f'<a href="{escape(firm.policy.id)}/{escape(name)}.{tag}.html" hreflang="{tag}">{tag}</a>'
        for tag in firm.languages
    )
    return f'<tr><th scope="row">{escape(what)}</th><td>{links}</td></tr>'


def checked(firm: Firm, tag: str) -> Iterator[str]:
    """
    Yield what a declaration lacks, gravest first.
    """
    yield BACK
    order = list(Level)
    graded = sorted(firm.found, key=lambda each: order.index(each.level))
    for level, of_level in groupby(graded, key=lambda each: each.level):
        yield f'<h2>{level.value.capitalize()}</h2><div lang="{tag}">'
        for finding in of_level:
            cites = "; ".join(i18n.citation(c, tag, acts=firm.book.acts) for c in finding.cites)
            yield f"<p><strong>{escape(i18n.say(finding.says, tag))}</strong>"
            yield f"<br>{escape(i18n.say(finding.mend, tag))}" if finding.mend else ""
            yield f'<br><span class="quiet"><code>{escape(finding.path)}</code> {escape(cites)}'
            yield "</span></p>"
        yield "</div>"


def decided(firm: Firm, tag: str) -> Iterator[str]:
    """
    Yield what becomes of the data in each history, and why.
    """
    yield BACK
    for history in firm.histories:
        yield f'<section id="{escape(history.name)}"><h2>{escape(history.name)}</h2>'
        yield f"<p>{escape(history.shows[:1].upper() + history.shows[1:])}.</p>"
        for disposal, categories in alike(history.disposals):
            first, *why = disposal.explain(tag).splitlines()
            named = ", ".join(label(Kind.CATEGORY, each, tag) for each in categories)
            role = escape(label(Kind.ROLE, disposal.role, tag))
            yield f'<div lang="{tag}"><h3>{role}: <code>{disposal.status.value}</code></h3>'
            yield f'<p><strong>{escape(first)}</strong></p><p class="quiet">{escape(named)}</p>'
            yield "<details><summary>"
            yield f"{escape(why[0])}</summary><ul>"
            yield from (f"<li>{escape(line)}</li>" for line in why[1:])
            yield "</ul></details></div>"
        yield "</section>"


def answered(firm: Firm, tag: str) -> Iterator[str]:
    """
    Yield when an answer is due, and why.
    """
    yield BACK
    if firm.due:
        yield f'<p>{escape(due_on(firm.due))}</p><ul lang="{tag}">'
        yield from (f"<li>{escape(line)}</li>" for line in firm.due.explain(tag).splitlines())
        yield "</ul>"


BACK: Final = '<p><a href="../index.html">All pages</a></p>'


def alike(disposals: Iterable[Disposal]) -> Iterator[tuple[Disposal, list[str]]]:
    """
    Put categories together of which the same was decided for the same reasons.
    """
    groups: dict[Disposal, list[str]] = {}
    for disposal in disposals:
        groups.setdefault(attrs.evolve(disposal, category=""), []).append(disposal.category)
    yield from groups.items()


def label(kind: Kind, key: str, tag: str) -> str:
    """
    Say the name of a term.
    """
    said = i18n.say(BUILT_IN.term(kind, key).label, tag)
    return said[:1].upper() + said[1:] if kind is Kind.ROLE else said


def title(firm: Firm) -> str:
    """
    Name a firm as it names itself.
    """
    return firm.policy.firm[0]


def found_in(firm: Firm) -> str:
    """
    Count what the declaration lacks.
    """
    counts = Counter(finding.level for finding in firm.found)
    told = ", ".join(
        f"{counts[level]} {level.value}{'' if counts[level] == 1 else 's'}"
        for level in Level
        if counts[level]
    )
    return f"{len(firm.found)} findings: {told}"


def decided_on(firm: Firm) -> str:
    """
    Count what was decided on the histories.
    """
    counts = Counter(disposal.status.value for disposal in firm.disposals)
    told = ", ".join(f"{counts[status]} {status}" for status in sorted(counts))
    return f"{len(firm.histories)} histories, {len(firm.disposals)} disposals: {told}"


def due_on(due: Due | None) -> str:
    """
    Say when the answer is due, or that we cannot.
    """
    if due is None or due.last_day is None:
        return NO_DUE
    promised = f"; the firm promises {i18n.date(due.promised_on, 'en')}" if due.promised_on else ""
    received, last = i18n.date(RECEIVED.date(), "en"), i18n.date(due.last_day, "en")
    return f"A request for access received on {received} must be answered by {last}{promised}."


def summary(firm: Firm) -> Iterator[str]:
    """
    Yield the lines printed about a firm.
    """
    written = len(firm.roles) * len(firm.languages)
    yield f"{title(firm)} ({firm.policy.id})"
    yield f"  check      {found_in(firm)}"
    yield f"  notices    {written}: {len(firm.roles)} roles in {', '.join(firm.languages)}"
    yield f"  retention  {decided_on(firm)}"
    for history in firm.histories:
        answers = dict.fromkeys(map(in_short, history.disposals))
        yield f"    {history.name:<22} {', '.join(answers)}"
    yield f"  due        {due_on(firm.due)}"


def in_short(disposal: Disposal) -> str:
    """
    Say a decision in a few words: where the data stand, their last day, what nobody recorded.
    """
    last = str(disposal.must_be_gone_by)
    by = "no last day" if last == "open" else f"gone by {last}"
    unknown = disposal.status is Status.INDETERMINATE and not last.startswith("unknown")
    lacks = f"; unknown: {', '.join(disposal.missing)}" if unknown else ""
    return f"{disposal.status.value} ({by}{lacks})"


def main(folder: str = "build/demo") -> None:
    """
    Ask, write and print.
    """
    firms = [ask(file.parent) for file in sorted(EXAMPLES.glob("policies/*/policy.toml"))]
    index = write(Path(folder), firms)
    for firm in firms:
        print("\n".join(summary(firm)))
    print(f"Open {index}")


if __name__ == "__main__":
    main(*sys.argv[1:2])
