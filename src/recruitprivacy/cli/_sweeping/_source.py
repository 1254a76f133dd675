"""
The rows of a sweep, wherever they are: a file that DuckDB reads, or a database.

A source answers a ``select`` of SQLAlchemy. It is opened to be read only.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from enum import Enum, auto
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Protocol

import attrs

from recruitprivacy.errors import Fault, FaultsError
from recruitprivacy.near import nearest

if TYPE_CHECKING:
    import duckdb
    from sqlalchemy import Engine, FromClause, Select
    from sqlalchemy.engine import Connection
    from sqlalchemy.engine.default import DefaultDialect
    from sqlalchemy.engine.url import URL
    from sqlalchemy.types import TypeEngine

__all__ = ["Held", "Source", "extras", "fault_of", "opened"]

BATCH: Final = 10_000
SWEPT: Final = "recruitprivacy_rows"
NEEDS: Final = "pip install 'recruitprivacy[sweep]'"
HEADS: Final[Mapping[str, tuple[int, bytes]]] = {
    "parquet": (0, b"PAR1"),
    "duckdb": (8, b"DUCK"),
    "sqlite": (0, b"SQLite format 3\0"),
}
"""How files begin, and where."""
HEAD: Final = 32
NAMED: Final[Mapping[str, str]] = {
    "parquet": "Parquet",
    "csv": "CSV",
    "duckdb": "a DuckDB file",
    "sqlite": "an SQLite file",
}
ENDINGS: Final[Mapping[str, str]] = {
    ".parquet": "parquet",
    ".pq": "parquet",
    ".duckdb": "duckdb",
    ".sqlite": "sqlite",
    ".csv": "csv",
}


class Held(Enum):
    """
    What a column holds, as far as a sweep is concerned.
    """

    DAY = auto()
    LOCAL = auto()
    """A date and time without a zone."""
    INSTANT = auto()
    """A date and time with its zone."""
    TEXT = auto()
    FLAG = auto()
    WHOLE = auto()
    OTHER = auto()


class Source(Protocol):
    """
    Rows that can be asked.

    Attributes:
        rows: What is selected from.
        held: What each column holds.
        types: What the engine calls it.
        engine: Which engine it is: duckdb, sqlite, postgresql or another.
        written: Whether days stand as text, and must be looked at cell by cell.
    """

    rows: FromClause
    held: Mapping[str, Held]
    types: Mapping[str, str]
    engine: str
    written: bool

    def run(self, query: Select[*tuple[Any, ...]]) -> Iterator[Sequence[Any]]:
        """
        Answer a select, row by row.
        """
        ...


def extras() -> None:
    """
    Make sure that there is what a sweep needs.

    Raises:
        FaultsError: If it is not installed.
    """
    try:
        import duckdb
        import sqlalchemy
    except ImportError as error:
        problem = f"needs {error.name or 'a package'}, which is not installed"
        raise FaultsError([Fault(path="sweep", problem=problem, way_out=NEEDS)]) from None
    del duckdb, sqlalchemy


def fault_of(path: str, problem: str, way_out: str = "", near: str = "") -> FaultsError:
    """
    Make an error of one fault.
    """
    return FaultsError([Fault(path=path, problem=problem, way_out=way_out, nearest=near)])


@contextmanager
def opened(data: str, table: str) -> Iterator[Source]:
    """
    Open a file or a database to be read.

    Args:
        data: The name of a file, or the URL of a database.
        table: Its table; files that are one have none.

    Raises:
        FaultsError: If it is not there, is no such file, or breaks off.
    """
    if "://" in data:
        with _database(data, table) as source:
            yield source
        return
    path = Path(data)
    kind = _kind(path)
    if kind == "sqlite":
        with _database(f"sqlite:///{path.resolve().as_uri()}?mode=ro&uri=true", table) as source:
            yield source
        return
    with _in_duckdb(path, kind, table) as source:
        yield source


def _kind(path: Path) -> str:
    try:
        with path.open("rb") as file:
            head = file.read(HEAD)
    except (OSError, ValueError) as error:  # a path with a null byte in it is no OSError
        missing = isinstance(error, FileNotFoundError)
        problem = "there is no such file" if missing else "cannot be opened as a file"
        raise fault_of("--data", problem) from None
    if not head:
        raise fault_of("--data", "is an empty file", "look at the export")
    told, found = ENDINGS.get(path.suffix.lower(), ""), next(_marks(head), "")
    if not found and told in HEADS:
        raise fault_of("--data", f"is not {NAMED[told]}, whatever its name", "look at the export")
    if not (found or told):
        way_out = "give a Parquet, CSV, DuckDB or SQLite file, or the URL of a database"
        raise fault_of("--data", "is no file a sweep can read", way_out)
    return found or told


def _marks(head: bytes) -> Iterator[str]:
    yield from (kind for kind, (at, mark) in HEADS.items() if head[at : at + len(mark)] == mark)


# ------------------------------------------------------------------------------------ DuckDB


@attrs.define
class _Duck:
    rows: FromClause
    held: Mapping[str, Held]
    types: Mapping[str, str]
    written: bool
    connection: duckdb.DuckDBPyConnection
    engine: str = "duckdb"

    def run(self, query: Select[*tuple[Any, ...]]) -> Iterator[Sequence[Any]]:
        """
        Answer a select, row by row.
        """
        text = str(query.compile(dialect=_dialect(), compile_kwargs={"literal_binds": True}))
        asked = self.connection.execute(text)
        while batch := asked.fetchmany(BATCH):
            yield from batch


def _dialect() -> DefaultDialect:
    from sqlalchemy.engine.default import DefaultDialect

    plain = DefaultDialect(paramstyle="named")
    plain.supports_native_boolean = True
    return plain


READ: Final[Mapping[str, str]] = {
    "parquet": "SELECT * FROM read_parquet({file})",
    # Everything is text at first: which cells are days is looked at, not guessed from the first.
    "csv": "SELECT * FROM read_csv({file}, header=true, all_varchar=true, strict_mode=true)",
}


@contextmanager
def _in_duckdb(path: Path, kind: str, table: str) -> Iterator[Source]:
    import duckdb

    try:
        with _connection(path, kind) as connection:
            yield _duck(connection, path, kind, table)
    except duckdb.Error:
        way_out = "write it again, and to its end"
        raise fault_of("--data", f"cannot be read as {NAMED[kind]}", way_out) from None


def _connection(path: Path, kind: str) -> duckdb.DuckDBPyConnection:
    import duckdb

    if kind == "duckdb":
        return duckdb.connect(path, read_only=True)
    return duckdb.connect()


def _duck(connection: duckdb.DuckDBPyConnection, path: Path, kind: str, table: str) -> _Duck:
    file = _literal(str(path.resolve()))
    if kind == "duckdb":
        read = f"SELECT * FROM {_table_in(connection, table)}"  # noqa: S608 - a name that is there
    else:
        read = READ[kind].format(file=file)
    connection.execute(f"CREATE TEMP VIEW {SWEPT} AS {read}")
    described = connection.execute(f"DESCRIBE {SWEPT}").fetchall()
    types = {str(name): str(kind) for name, kind, *_ in described}
    return _Duck(
        rows=_rows(types),
        held={name: _held(kind) for name, kind in types.items()},
        types=types,
        written=kind == "csv",
        connection=connection,
    )


def _literal(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def _table_in(connection: duckdb.DuckDBPyConnection, table: str) -> str:
    found = connection.execute(
        "SELECT schema_name, name FROM (SELECT database_name, schema_name, table_name AS name"
        " FROM duckdb_tables() UNION ALL SELECT database_name, schema_name, view_name"
        " FROM duckdb_views() WHERE NOT internal) WHERE database_name = current_database()"
    ).fetchall()
    names = {f"{schema}.{name}": (schema, name) for schema, name in found}
    names |= {name: (schema, name) for schema, name in found if schema == "main"}
    _refuse_unknown(table, names)
    return ".".join('"' + part.replace('"', '""') + '"' for part in names[table])


def _refuse_unknown(table: str, names: Mapping[str, object]) -> None:
    shown = ", ".join(sorted(names)[:10])
    if not table:
        way_out = f'write table = "…", as in: {shown}' if shown else "there is none in it"
        raise fault_of("table", "nobody says which table", way_out)
    if table not in names:
        near = nearest(table, names)
        raise fault_of("table", f"there is no table {table!r}", "" if near else shown, near)


def _rows(types: Mapping[str, str]) -> FromClause:
    import sqlalchemy as sa

    kinds: Mapping[Held, type[TypeEngine[Any]]] = {
        Held.DAY: sa.Date,
        Held.LOCAL: sa.DateTime,
        Held.INSTANT: sa.DateTime,
        Held.TEXT: sa.String,
        Held.FLAG: sa.Boolean,
    }
    columns = (
        sa.column(name, kinds.get(_held(kind), sa.types.NullType)) for name, kind in types.items()
    )
    return sa.table(SWEPT, *columns)


WHOLE: Final = frozenset(
    {"TINYINT", "SMALLINT", "INTEGER", "BIGINT", "HUGEINT", "UTINYINT", "USMALLINT", "UINTEGER"}
    | {"UBIGINT"}
)


def _held(kind: str) -> Held:
    if kind in WHOLE:
        return Held.WHOLE
    if kind.startswith("TIMESTAMP"):
        return Held.INSTANT if kind.endswith("TIME ZONE") else Held.LOCAL
    if kind.startswith("ENUM"):
        return Held.TEXT
    return {"DATE": Held.DAY, "VARCHAR": Held.TEXT, "BOOLEAN": Held.FLAG}.get(kind, Held.OTHER)


# ---------------------------------------------------------------------------------- databases


@attrs.define
class _Database:
    rows: FromClause
    held: Mapping[str, Held]
    types: Mapping[str, str]
    engine: str
    written: bool
    connection: Connection

    def run(self, query: Select[*tuple[Any, ...]]) -> Iterator[Sequence[Any]]:
        """
        Answer a select, row by row.
        """
        yield from self.connection.execution_options(yield_per=BATCH).execute(query)


@contextmanager
def _database(data: str, table: str) -> Iterator[Source]:
    import sqlalchemy as sa

    engine = _engine(data)
    try:
        with _connected(engine) as connection:
            yield _asked(connection, engine.dialect.name, table)
    except sa.exc.OperationalError:
        way_out = "see that it runs and lets you in, and run the sweep again"
        raise fault_of("--data", "the database cannot be reached, or went away", way_out) from None
    except sa.exc.SQLAlchemyError as error:
        # The driver's own words may quote what stands in a row.
        problem = f"the database refuses to answer ({type(error).__name__})"
        raise fault_of("--data", problem, "look at its log") from None
    finally:
        engine.dispose()


def _engine(data: str) -> Engine:
    import sqlalchemy as sa

    try:
        url: URL = sa.engine.make_url(data)
        return sa.create_engine(url)
    except ImportError as error:
        problem = f"needs {error.name or 'a driver'}, which is not installed"
        raise fault_of("--data", problem, "install the driver of your database") from None
    except sa.exc.ArgumentError:
        way_out = "write it as in postgresql+psycopg://user@host/database"
        raise fault_of("--data", "is no URL of a database that is known", way_out) from None


READ_ONLY: Final[Mapping[str, Mapping[str, object]]] = {
    # One snapshot for the whole run, in which nothing can be written.
    "postgresql": {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True},
}


def _connected(engine: Engine) -> Connection:
    options: Any = READ_ONLY.get(engine.dialect.name, {})
    return engine.connect().execution_options(**options)


def _asked(connection: Connection, engine: str, table: str) -> _Database:
    import sqlalchemy as sa

    looking = sa.inspect(connection)
    *schema, name = table.rsplit(".", 1)
    of = schema[0] if schema else None
    there = {*looking.get_table_names(schema=of), *looking.get_view_names(schema=of)}
    _refuse_unknown(table, {f"{of}.{each}" if of else each: each for each in there})
    rows = sa.Table(name, sa.MetaData(), schema=of, autoload_with=connection)
    return _Database(
        rows=rows,
        held={each.name: _held_in(each.type) for each in rows.columns},
        types={each.name: str(each.type) for each in rows.columns},
        engine=engine,
        written=engine == "sqlite",
        connection=connection,
    )


def _held_in(kind: TypeEngine[Any]) -> Held:
    import sqlalchemy as sa

    if isinstance(kind, sa.DateTime):
        return Held.INSTANT if kind.timezone else Held.LOCAL
    kinds: tuple[tuple[type[TypeEngine[Any]], Held], ...] = (
        (sa.Date, Held.DAY),
        (sa.Boolean, Held.FLAG),
        (sa.Integer, Held.WHOLE),
        (sa.String, Held.TEXT),
    )
    return next((held for each, held in kinds if isinstance(kind, each)), Held.OTHER)
