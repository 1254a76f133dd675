"""
Keep the catalogs of messages in step with the code.

``extract`` prints every message, ``update`` merges them into each catalog, ``check`` says what a
catalog lacks and ends with status 1 if any does. A catalog that inherits holds only what it says
otherwise than its parent; it lacks nothing, but what it holds has to fit. Nothing is imported from
the package: messages are read from its source, labels of terms from the tables of the vocabulary,
reasons of rules from the packs of the law.
"""

from __future__ import annotations

import argparse
import ast
import sys
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from string import Formatter
from typing import Final, TypeAlias

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po, write_po

ROOT: Final = Path(__file__).resolve().parents[1]
SOURCE: Final = ROOT / "src" / "recruitprivacy"
TERMS: Final = "vocabulary/terms"
PACKS: Final = "law/packs"
LOCALES: Final = SOURCE / "i18n" / "locale"
WORDS: Final = Path("LC_MESSAGES") / "recruitprivacy.po"
ENGLISH: Final = "en"
MADE_FROM_DATA: Final = frozenset({"vocabulary", "law/_rule.py"})
"""Who may build messages from tables, because they are read from the tables here."""
FRAMES: Final = frozenset({"", "for", "after", "within", "cell", "or", "capital"})
Key: TypeAlias = "tuple[str, str | tuple[str, ...]]"
Entries: TypeAlias = "dict[Key, Entry]"
"""Messages by code and English text: the versions of a rule share a code."""
HEADER: Final = """\
# Words of recruitprivacy in {language}. `make catalogs` keeps the entries in step with the code.
msgid ""
msgstr ""
"Project-Id-Version: recruitprivacy\\n"
"Language: {spoken}\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: {plural_forms}\\n"

"""


@dataclass(frozen=True, kw_only=True)
class Entry:
    """
    One message as the code writes it.
    """

    code: str
    text: str
    plural: str = ""
    comment: str = ""
    path: str = ""

    @property
    def id(self) -> str | tuple[str, str]:
        """
        Its English text, or both of them.
        """
        return (self.text, self.plural) if self.plural else self.text

    @property
    def key(self) -> Key:
        """
        What a catalog finds it by.
        """
        return self.code, self.id


def extract(root: Path = SOURCE) -> tuple[Entries, list[str]]:
    """
    Read every message of the source, in the order of the codes, and what is wrong with them.
    """
    entries: Entries = {}
    faults: list[str] = []
    texts: dict[str, str] = {}
    for path in sorted(root.rglob("*.py")):
        for entry in messages(path, root, faults):
            if texts.setdefault(entry.code, entry.text) != entry.text:
                faults.append(f"{entry.path}: {entry.code} already says {texts[entry.code]!r}")
            entries.setdefault(entry.key, entry)
    for entry in (*labels(root), *reasons(root)):
        entries.setdefault(entry.key, entry)
    for entry in entries.values():
        faults.extend(f"{entry.path}: {entry.code}: {fault}" for fault in misplaced(entry))
    return dict(sorted(entries.items(), key=str)), faults


def misplaced(entry: Entry) -> Iterator[str]:
    """
    Say which places of a message nothing can fill.
    """
    for text in filter(None, (entry.text, entry.plural)):
        for _, place, frame, conversion in Formatter().parse(text):
            if place is not None and (not place.isidentifier() or conversion):
                yield f"a place is a plain name, not {place!r}"
            if place is not None and frame not in FRAMES:
                yield f"{frame!r} is no frame"


def messages(path: Path, root: Path, faults: list[str]) -> Iterator[Entry]:
    """
    Find the messages a module writes down.
    """
    text = path.read_text(encoding="utf-8")
    lines = text.splitlines()
    where = path.relative_to(root).as_posix()
    for node in ast.walk(ast.parse(text)):
        if not isinstance(node, ast.Call) or name_of(node.func) != "Message":
            continue
        given = dict(zip(("code", "text", "plural"), map(literal, node.args), strict=False))
        given |= {each.arg or "": literal(each.value) for each in node.keywords}
        if all(isinstance(value, str) for value in given.values()):
            comment = above(lines, node.lineno) or f"Said by {module(where)}."
            yield Entry(**{k: str(v) for k, v in given.items()}, comment=comment, path=where)
        elif MADE_FROM_DATA.isdisjoint((where, where.split("/")[0])):
            faults.append(f"{where}:{node.lineno}: a message is written out, so it can be found")


def name_of(function: ast.expr) -> str:
    """
    Name what is called.
    """
    match function:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
    return ""


def literal(node: ast.expr) -> object:
    """
    Evaluate a text that is written out; None for anything else.
    """
    return node.value if isinstance(node, ast.Constant) else None


def above(lines: list[str], number: int) -> str:
    """
    Read the comment that ends on the line before.
    """
    found: list[str] = []
    for line in reversed(lines[: number - 1]):
        if not line.lstrip().startswith("#"):
            break
        found.insert(0, line.strip("# "))
    return " ".join(found)


def module(where: str) -> str:
    """
    Name the public module of a file.
    """
    parts = [part for part in where.removesuffix(".py").split("/") if not part.startswith("_")]
    return ".".join(("recruitprivacy", *parts))


def labels(root: Path) -> Iterator[Entry]:
    """
    Read the labels of the terms; the definition tells the translator what is meant.
    """
    for path in sorted((root / TERMS).glob("*.toml")):
        for key, term in tomllib.loads(path.read_text(encoding="utf-8")).items():
            yield Entry(
                code=f"{path.stem}.{key}",
                text=term["label"],
                comment=term.get("definition", ""),
                path=path.relative_to(root).as_posix(),
            )


def reasons(root: Path) -> Iterator[Entry]:
    """
    Read why each rule of the law is what it is, with the provisions behind it.
    """
    for path in sorted((root / PACKS).glob("*.toml")):
        for rule in tomllib.loads(path.read_text(encoding="utf-8")).get("rules", ()):
            yield Entry(
                code=f"law.{rule['id']}",
                text=rule["because"],
                comment="; ".join(rule.get("cites", ())),
                path=path.relative_to(root).as_posix(),
            )


def catalogs() -> list[Path]:
    """
    List the catalogs that have words of their own.
    """
    return sorted(path / WORDS for path in LOCALES.iterdir() if (path / WORDS.parent).is_dir())


def read(path: Path) -> Catalog:
    """
    Read a catalog; one that is not there yet is empty.
    """
    data = path.read_bytes() if path.exists() else b""
    return read_po(BytesIO(data), locale=spoken(path.parts[-3]))


def spoken(tag: str) -> str:
    """
    Name the language of a tag alone, which is all that plural forms depend on.
    """
    return tag.split("-", maxsplit=1)[0]


def inherits(language: str) -> bool:
    """
    Say whether a catalog leaves to a parent what it does not say itself.
    """
    return "inherits" in about(language)


def about(language: str) -> dict[str, str]:
    """
    Read what is to be known about a catalog.
    """
    path = LOCALES / language / "meta.toml"
    return tomllib.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}


def own(catalog: Catalog, entries: Entries) -> Entries:
    """
    Take the messages a catalog that inherits says itself, or said before they were reworded.
    """
    said = {key_of(each) for each in (*catalog.obsolete.values(), *catalog) if each.context}
    reworded = {code for code, text in said if (code, text) not in entries}
    return {key: entry for key, entry in entries.items() if key in said or entry.code in reworded}


def merge(old: Catalog, entries: Entries, language: str, *, prune: bool) -> Catalog:
    """
    Bring a catalog in step: keep what still fits, doubt what changed, set the rest aside.
    """
    if inherits(language):
        entries = own(old, entries)
    new = Catalog(locale=spoken(language), fuzzy=False)
    known = {key_of(each): each for each in (*old.obsolete.values(), *old) if each.context}
    gone = {code: message for (code, text), message in known.items() if (code, text) not in entries}
    for key, entry in entries.items():
        before = known.get(key) or gone.pop(entry.code, None)
        words = entry.id if language == ENGLISH else kept(before, entry, new.num_plurals)
        doubted = key not in known and language != ENGLISH and any(words)
        new.add(
            entry.id,
            words,
            locations=[(f"src/recruitprivacy/{entry.path}", 0)],
            flags=("fuzzy",) if doubted or (before and before.fuzzy) else (),
            auto_comments=[entry.comment or "A label."],
            context=entry.code,
        )
    if not prune and language != ENGLISH:
        new.obsolete.update({code: each for code, each in gone.items() if any(each.string or "")})
    return new


def key_of(message: Message) -> Key:
    """
    Name a message of a catalog as the source does.
    """
    return message.context or "", message.id if isinstance(message.id, str) else tuple(message.id)


def kept(before: Message | None, entry: Entry, forms: int) -> str | tuple[str, ...]:
    """
    Keep the words a message had, if it had them in one form or in several as it does now.
    """
    words = before.string if before else None
    if entry.plural:
        return words if isinstance(words, tuple) else ("",) * forms
    return words if isinstance(words, str) else ""


def write(path: Path, catalog: Catalog) -> None:
    """
    Write a catalog, the same for the same words.
    """
    language = path.parts[-3]
    out = BytesIO()
    header = HEADER.format(
        language=language,
        spoken=language.partition("-x-")[0],  # Babel reads no private parts
        plural_forms=plural_forms(language),
    )
    out.write(header.encode("utf-8"))
    write_po(out, catalog, width=100, omit_header=True, include_lineno=False)
    made = path.with_suffix(".new")
    made.write_bytes(out.getvalue())
    made.replace(path)


def plural_forms(language: str) -> str:
    """
    Find which form a count takes, in the catalog or in the one it inherits from.
    """
    meta = about(language)
    return meta["plural_forms"] if "plural_forms" in meta else plural_forms(meta["inherits"])


def lacks(catalog: Catalog, entries: Entries, *, whole: bool = True) -> Iterator[str]:
    """
    Say what a catalog lacks, has too much, or is unsure of.

    Args:
        catalog: The catalog.
        entries: Every message of the source.
        whole: Whether it has to say everything; one that inherits has not.
    """
    known = {key_of(each): each for each in catalog if each.context}
    for key, entry in entries.items():
        message = known.pop(key, None)
        if message is None:
            yield from (f"{entry.code}: missing",) if whole else ()
        elif message.fuzzy:
            yield f"{entry.code}: fuzzy"
        else:
            yield from faulty(entry, message.string or "")
    yield from (f"{code}: obsolete" for code, _ in known)
    yield from (f"{each.context}: obsolete" for each in catalog.obsolete.values())


def faulty(entry: Entry, words: str | Sequence[str]) -> Iterator[str]:
    """
    Say what is wrong with the translation of one message.
    """
    texts = (words,) if isinstance(words, str) else words
    if not all(texts):
        yield f"{entry.code}: not translated"
    for text in filter(None, texts):
        try:
            found = places(text)
        except ValueError:
            yield f"{entry.code}: a place is not closed, or was never opened"
            continue
        if found != places(entry.plural or entry.text):
            yield f"{entry.code}: other places than {sorted(places(entry.text))}"
        yield from (
            f"{entry.code}: {fault}" for fault in misplaced(Entry(code=entry.code, text=text))
        )


def places(text: str) -> set[str]:
    """
    Name the places of a text.
    """
    return {place for _, place, _, _ in Formatter().parse(text) if place is not None}


def main(arguments: list[str] | None = None) -> int:
    """
    Do what the command line asks.
    """
    parser = argparse.ArgumentParser(description=(__doc__ or "").strip().splitlines()[0])
    parser.add_argument("command", choices=("extract", "update", "check"))
    parser.add_argument("--prune", action="store_true", help="drop the words of messages that went")
    asked = parser.parse_args(arguments)
    entries, faults = extract()
    if asked.command == "extract":
        for entry in entries.values():
            print(f"{entry.code}\t{entry.text}")
    for path in catalogs():
        catalog = read(path)
        if asked.command == "update":
            catalog = merge(catalog, entries, path.parts[-3], prune=asked.prune)
            write(path, catalog)
        if asked.command != "extract":
            lacking = list(lacks(catalog, entries, whole=not inherits(path.parts[-3])))
            print(f"{path.parts[-3]}: {len(catalog)} messages, {len(lacking)} to mend")
            if asked.command == "check":
                faults.extend(f"{path.parts[-3]}: {each}" for each in lacking)
    for fault in faults:
        print(fault)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
