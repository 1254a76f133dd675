"""
Facts about the words of the catalogs, rule by rule, and of the firms' own texts.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Final

import pytest
from babel.messages.catalog import Message

from recruitprivacy.i18n import languages
from recruitprivacy.policy import differences
from recruitprivacy.wire import load_policy
from scripts.catalogs import catalogs, read
from tests.i18n.checker import NAMES, RULES, facts_of, forms, free, quoted
from tests.i18n.said import Said
from tests.i18n.spoken import ADDRESS, ENGLISH, FACTS, TRANSLATED

PATHS: Final = {path.parts[-3]: path for path in catalogs()}
SPOKEN: Final = tuple(tag for tag in languages() if tag != ENGLISH)
POLICIES: Final = Path(__file__).parents[2] / "examples" / "policies"
FREELY: Final = frozenset({"leave_lost", "negation_lost"})
"""What a firm's own words may put another way in each language."""
COMPARING: Final = frozenset(
    {
        "unofficial",
        "weight_lost",
        "negation_halved",
        "negation_added",
        "duty_lost",
        "duty_added",
    }
)
"""What a text is held to by its English; not where it has something else to say."""
FIRMS: Final = sorted(path.parent.name for path in POLICIES.glob("*/policy.toml"))


@cache
def said(tag: str) -> tuple[Said, ...]:
    """
    Read every form of every message of a catalog.
    """
    return tuple(each for message in shipped(tag) for each in forms(message))


@cache
def shipped(tag: str) -> tuple[Message, ...]:
    """
    Read the messages of a catalog.
    """
    return tuple(message for message in read(PATHS[tag]) if message.context)


@cache
def told(firm: str, tag: str) -> tuple[Said, ...]:
    """
    Pair each text of a firm with its English, by path.
    """
    texts = load_policy(POLICIES / firm).texts
    return tuple(Said(path, texts[ENGLISH][path], text) for path, text in texts[tag].items())


@cache
def otherwise(firm: str, tag: str) -> frozenset[str]:
    """
    Name the entries of which the text in a language says something else, as its variant declares.
    """
    policy = load_policy(POLICIES / firm)
    found = differences(policy, tag) if tag in policy.variants else ()
    return frozenset(entry(each.path) for each in found)


def entry(path: str) -> str:
    """
    Cut a path down to the entry it leads into.
    """
    return ".".join(path.split(".")[:2])


def spoken_by(firm: str) -> list[str]:
    """
    List the languages of a firm's texts that have a catalog here.
    """
    return [tag for tag in load_policy(POLICIES / firm).texts if tag in ADDRESS]


@pytest.mark.parametrize("tag", SPOKEN)
@pytest.mark.parametrize("rule", RULES)
def test_every_message_keeps_the_rule(rule: str, tag: str) -> None:
    """
    No message of a catalog breaks the rule.
    """
    facts = facts_of(tag)
    broken = [each for each in said(tag) if RULES[rule](facts, each)]
    assert [each for each in broken if not free(facts, rule, each.code)] == []


@pytest.mark.parametrize("tag", SPOKEN)
def test_a_heading_is_quoted_as_it_stands(tag: str) -> None:
    """
    A sentence that points to a heading names it in the words the heading has.
    """
    assert list(quoted(read(PATHS[tag]))) == []


@pytest.mark.parametrize("tag", TRANSLATED)
def test_a_message_is_free_of_a_rule_only_where_it_has_to_be(tag: str) -> None:
    """
    Each message that is named as right though a rule doubts it is there, and doubted.
    """
    facts = facts_of(tag)
    idle = [
        (rule, code)
        for rule, codes in FACTS[tag]["free"].items()
        for code in codes
        if not any(RULES[rule](facts, each) for each in said(tag) if each.code.startswith(code))
    ]
    assert idle == []


@pytest.mark.parametrize("tag", TRANSLATED)
def test_a_word_both_languages_have_is_used(tag: str) -> None:
    """
    Each English word a language is said to have too stands in its catalog, as in the English.
    """
    same = {each.text for each in said(tag) if each.english == each.text}
    assert [word for word in FACTS[tag]["same"] if word not in same] == []


def test_a_name_is_free_of_the_rules_of_languages() -> None:
    """
    An authority keeps its name, and is held to every other rule.
    """
    facts = facts_of("nl")
    name = "authority.bfdi"
    assert NAMES.match(name)
    assert free(facts, "no_other_language", name)
    assert not free(facts, "wrong_spaces", name)


@pytest.mark.parametrize(
    ("firm", "tag"), [(firm, tag) for firm in FIRMS for tag in spoken_by(firm)]
)
def test_the_texts_of_a_firm_keep_the_rules(firm: str, tag: str) -> None:
    """
    What the examples say in their own words keeps the rules too, but for how it says no and may.
    """
    facts = facts_of(tag)
    assert [
        (name, each.code)
        for each in told(firm, tag)
        for name, rule in RULES.items()
        if name not in FREELY and rule(facts, each)
        if name not in COMPARING or entry(each.code) not in otherwise(firm, tag)
    ] == []


def test_a_text_may_say_otherwise_only_where_its_variant_does() -> None:
    """
    Swedish asks for plain consent where the English asks for explicit consent, and is free there.
    """
    asked = next(each for each in told("allegis", "sv") if each.code == "consents.sensitive.says")
    broken = {name for name, rule in RULES.items() if rule(facts_of("sv"), asked)}

    assert {"unofficial"} == broken & COMPARING
    assert {"consents.sensitive"} <= otherwise("allegis", "sv")
    assert "recipients.employers" not in otherwise("allegis", "sv")
    assert frozenset() == otherwise("allegis", "nl")
