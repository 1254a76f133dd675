"""
Time the writing of a notice of 3,000 words: its sentences, its page, and the whole of it.

The sentences are those one notice is made of, said again until there are 3,000 words. They are
said by ours; and by hand, with gettext, ``str.format`` and Babel's days and lists over the same
catalog, which knows no frames, no firm's own words and no missing word. The page is made by ours
and by a Jinja2 template compiled beforehand. Both ways give equal results, which is checked first.
Give the number of rounds as the only argument.
"""

from __future__ import annotations

import gettext
import re
from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from html import unescape
from importlib import import_module
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Final
from unittest import mock

from babel.dates import format_date
from babel.lists import format_list
from side_by_side import Beside, DiffersError, Task, Way, main

from recruitprivacy import i18n, law, notices
from recruitprivacy.messages import Message, Phrase, Value, Words
from recruitprivacy.notices import Notice, style, to_html
from recruitprivacy.periods import Period
from recruitprivacy.policy import Policy
from recruitprivacy.wire import load_policy

WORDS: Final = 3000
WITHIN: Final = 0.020
HAND: Final = "gettext, str.format, Babel"
LANGUAGE: Final = "nl"
ON: Final = date(2026, 11, 22)
ROOT: Final = Path(__file__).resolve().parents[1]
CATALOGS: Final = ROOT / "src" / "recruitprivacy" / "i18n" / "locale"
FRAME: Final = re.compile(r"\{(\w+):?(\w*)\}")
PAGE: Final = """\
<!DOCTYPE html>
<html lang="{{ notice.language }}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{{ notice.title }}</title>
<style>{{ style|safe }}</style>
</head>
<body>
<main>
<h1>{{ notice.title }}</h1>
{%- macro put(block) %}
{%- if kind(block) == "Bullets" %}
{%- if block.lead %}
<p>{{ block.lead }}</p>
{%- endif %}
<ul>
{%- for item in block["items"] %}
<li>{{ item }}</li>
{%- endfor %}
</ul>
{%- elif kind(block) == "Details" %}
<dl>
{%- for label, lines in block.rows %}
<dt>{{ label }}</dt>
<dd>{% for line in lines %}{{ line }}{% if not loop.last %}<br>{% endif %}{% endfor %}</dd>
{%- endfor %}
</dl>
{%- else %}
<p>{{ block.text }}</p>
{%- endif %}
{%- endmacro %}
{%- macro section(part, level) %}
<section id="{{ part.key }}">
<h{{ level }}>{{ part.title }}</h{{ level }}>
{%- for block in part.blocks %}{{ put(block) }}{% endfor %}
{%- for below in part.sections %}{{ section(below, level + 1) }}{% endfor %}
</section>
{%- endmacro %}
{%- for block in notice.lead %}{{ put(block) }}{% endfor %}
<nav aria-label="{{ notice.title }}">
<ul>
{%- for part in notice.sections %}
<li><a href="#{{ part.key }}">{{ part.title }}</a></li>
{%- endfor %}
</ul>
</nav>
{%- for part in notice.sections %}{{ section(part, 2) }}{% endfor %}
</main>
</body>
</html>
"""


def composed(policy: Policy) -> Notice:
    """
    Compose the notice.
    """
    book = law.load("NL")
    return notices.compose(policy, "candidate", language=LANGUAGE, law=book, on=ON)


def sentences(policy: Policy) -> list[Value]:
    """
    Record what a notice says, until it is as long as asked.
    """
    said: list[Value] = []
    say = i18n.say

    def recording(value: Value, language: str) -> str:
        said.append(value)
        return say(value, language)

    with mock.patch.object(i18n, "say", recording):
        composed(policy)
    words = sum(len(say(value, LANGUAGE).split()) for value in said)
    return said * -(-WORDS // words)


class ByHand:
    """
    What one writes without a library: a catalog, ``str.format``, Babel.
    """

    def __init__(self) -> None:
        """
        Load the catalog, and write its places as ``str.format`` wants them.
        """
        path = CATALOGS / LANGUAGE / "LC_MESSAGES" / "recruitprivacy.mo"
        with path.open("rb") as stream:
            self.catalog = gettext.GNUTranslations(stream)
        self.locale = i18n.about(LANGUAGE).locale

    def say(self, value: Value, frame: str = "") -> str:  # noqa: PLR0911 - one for each type
        """
        Put a value into words.
        """
        if isinstance(value, str):
            return value
        if isinstance(value, Message):
            return self.catalog.pgettext(value.code, value.text)
        if isinstance(value, Phrase):
            return self._filled(value)
        if isinstance(value, tuple):
            return self._joined([self.say(each) for each in value], frame)
        if isinstance(value, date):
            return format_date(value, format="long", locale=self.locale)
        if isinstance(value, Words):
            return value.by_language[LANGUAGE]
        if isinstance(value, Period):
            return i18n.period(value, LANGUAGE, i18n.Frame(frame or "cell"))
        return str(value)

    def _filled(self, value: Phrase) -> str:
        text = self.catalog.pgettext(value.message.code, value.message.text)
        frames = dict(FRAME.findall(text))
        given = {name: self.say(value.values[name], frame) for name, frame in frames.items()}
        for name, frame in frames.items():
            if frame == "capital":
                given[name] = given[name][:1].upper() + given[name][1:]
        return FRAME.sub(r"{\1}", text).format(**given)

    def _joined(self, items: list[str], frame: str) -> str:
        if frame != "or" and any("," in item for item in items):
            return "; ".join(items)
        return format_list(items, style="or" if frame == "or" else "standard", locale=self.locale)


def by_template(notice: Notice) -> Callable[[], str]:
    """
    Compile the page as a template.
    """
    library: Any = import_module("jinja2")
    template = library.Environment(autoescape=True, keep_trailing_newline=True).from_string(PAGE)
    sheet = style()
    return lambda: template.render(
        notice=notice, style=sheet, kind=lambda block: type(block).__name__
    )


def same(task: str, *ways: Callable[[], object]) -> None:
    """
    Check that ways come to the same.
    """
    first, *others = (unescape(str(way())) for way in ways)
    if any(other != first for other in others):
        raise DiffersError(task, len(first))


def saying(policy: Policy) -> Task:
    """
    Give the ways to say the sentences.
    """
    said, hand = sentences(policy), ByHand()
    ways = {
        "i18n.say": lambda: [i18n.say(value, LANGUAGE) for value in said],
        HAND: lambda: [hand.say(value) for value in said],
    }
    same("sentences", *ways.values())
    return Task(
        name="sentences",
        about=f"{len(said):,} sentences, {WORDS:,} words, {LANGUAGE}",
        ways=tuple(Way(name=name, run=way) for name, way in ways.items()),
        beside=(Beside(what="saying 3,000 words", ours="i18n.say", peer=HAND, at_most=3),),
    )


def page(policy: Policy) -> Task:
    """
    Give the ways to write a page.
    """
    notice = composed(policy)
    ours: Callable[[], str] = partial(to_html, notice)
    there = find_spec("jinja2") is not None
    peer = f"Jinja2 {version('jinja2')}, compiled" if there else None
    theirs = by_template(notice) if there else ours
    same("page", ours, theirs)
    return Task(
        name="page",
        about="the notice as a page",
        ways=(Way(name="to_html", run=ours), *([Way(name=peer, run=theirs)] if peer else [])),
        beside=(Beside(what="writing the page", ours="to_html", peer=peer, at_most=1),),
        absent=() if there else ("jinja2",),
    )


def tasks() -> Iterator[Task]:
    """
    Give the ways, which come to the same.
    """
    policy = load_policy(ROOT / "examples" / "policies" / "allegis")
    yield saying(policy)
    yield page(policy)
    yield Task(
        name="notice",
        about="the notice of an agency, nothing kept between calls",
        ways=(Way(name="compose", run=partial(composed, policy)),),
        beside=(Beside(what="composing the notice", ours="compose", within=WITHIN),),
    )


if __name__ == "__main__":
    main(tasks())
