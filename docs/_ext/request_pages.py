"""
A directive that draws the life of a request, from the table of its moves.

``request-moves`` prints the diagram, and below it every move in words.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from typing import Final

from docutils import nodes
from docutils.statemachine import StringList
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

from recruitprivacy.i18n import say
from recruitprivacy.timeline import MOVES, Move, RequestStatus

WIDE: Final = 190
HIGH: Final = 64
BOX: Final = (150, 32)
LOOKS: Final = (
    'role="img" aria-label="The life of a request" font-size="12" font-family="sans-serif"'
)
ARROW: Final = (
    '<marker id="tip" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="7" markerHeight="7" '
    'orient="auto"><path d="M0 0 8 4 0 8z" fill="currentColor"/></marker>'
)


def rows() -> Iterator[tuple[RequestStatus, RequestStatus, tuple[Move, ...]]]:
    """
    Yield each way from one status to another, with the moves that take it.
    """
    ways: dict[tuple[RequestStatus, RequestStatus], list[Move]] = {}
    for (status, move), to in MOVES.items():
        ways.setdefault((status, to), []).append(move)
    yield from ((start, to, tuple(moves)) for (start, to), moves in ways.items())


def places() -> dict[RequestStatus, tuple[int, int]]:
    """
    Place each status: a column for each move it is away from the receipt.
    """
    columns = [[RequestStatus.RECEIVED]]
    met = {RequestStatus.RECEIVED}
    while columns[-1]:
        reached = (to for start, to, _ in rows() if start in columns[-1])
        columns.append([to for to in dict.fromkeys(reached) if to not in met])
        met.update(columns[-1])
    return {
        status: (column * WIDE, place * HIGH)
        for column, statuses in enumerate(columns)
        for place, status in enumerate(statuses)
    }


def diagram() -> str:
    """
    Draw the table as SVG; each arrow names its moves to whoever points at it.
    """
    at = places()
    width = max(x for x, _ in at.values()) + BOX[0] + 40
    height = max(y for _, y in at.values()) + BOX[1] + 40
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="-20 -20 {width} {height}" {LOOKS}>',
        f"<defs>{ARROW}</defs>",
        *(_arrow(at[start], at[to], moves) for start, to, moves in rows() if start is not to),
        *(_box(status, place) for status, place in at.items()),
        "</svg>",
    ]
    return "\n".join(parts)


def _box(status: RequestStatus, place: tuple[int, int]) -> str:
    (x, y), (wide, high) = place, BOX
    double = ' stroke-width="3"' if status.is_closed else ""
    name = escape(status.value.replace("_", " "))
    return (
        f"<g><title>{escape(say(status.label, 'en'))}</title>"
        f'<rect x="{x}" y="{y}" width="{wide}" height="{high}" rx="6" fill="Canvas" '
        f'stroke="currentColor"{double}/>'
        f'<text x="{x + wide // 2}" y="{y + 20}" text-anchor="middle" '
        f'fill="currentColor">{name}</text></g>'
    )


def _arrow(start: tuple[int, int], to: tuple[int, int], moves: tuple[Move, ...]) -> str:
    wide, high = BOX
    x, y, to_x, to_y = start[0] + wide, start[1] + high // 2, to[0], to[1] + high // 2
    if to[0] <= start[0]:
        x, to_x = start[0], to[0] + wide
    if to[0] == start[0]:
        x = to_x = start[0] + wide
    bend = (x + to_x) // 2 if x != to_x else x + 40
    names = escape(", ".join(_name(move) for move in moves))
    return (
        f'<path d="M{x} {y} C{bend} {y} {bend} {to_y} {to_x} {to_y}" fill="none" '
        f'stroke="currentColor" stroke-opacity=".45" marker-end="url(#tip)">'
        f"<title>{names}</title></path>"
    )


def _name(move: Move) -> str:
    return move.value.removeprefix("request.").replace("_", " ")


def table() -> Iterator[str]:
    """
    Write every move, from each status.
    """
    yield "| from | by | to |"
    yield "|---|---|---|"
    for start, to, moves in rows():
        names = ", ".join(f"`{move.name}`" for move in moves)
        stays = "stays there" if start is to else f"`{to.value}`"
        yield f"| `{start.value}` | {names} | {stays} |"
    yield ""


class MovesDirective(SphinxDirective):
    """
    Print the life of a request.
    """

    def run(self) -> list[nodes.Node]:
        """
        Draw the diagram, and have the table read as if it stood on the page.
        """
        self.env.note_reread()
        found: nodes.Element = nodes.container()
        self.state.nested_parse(
            StringList(list(table()), source="request_pages"), self.content_offset, found
        )
        return [nodes.raw("", diagram(), format="html"), *found.children]


def setup(app: Sphinx) -> dict[str, bool]:
    """
    Tell Sphinx of the directive.
    """
    app.add_directive("request-moves", MovesDirective)
    return {"parallel_read_safe": True}
