"""
Five records and the map of their columns, in files of several kinds.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Final

import duckdb
import polars as pl
import sqlalchemy as sa

MAP: Final = """\
id = "number"
table = "people"

[columns]
held = "hold.open"
closed_on = { fact = "procedure.closed.last", empty = "never" }

[given]
"record.role" = "candidate"
"record.controller" = "harbour"
"record.recorded_as" = ""
"notice.unsure" = false
"objection.state" = false
"erasure.state" = false
"request.open" = false
"restriction.open" = false
"use.hiring.ended" = "never"
"""
ZONED: Final = MAP.replace('table = "people"\n', 'table = "people"\nzone = "Europe/Amsterdam"\n')
ON: Final = date(2026, 5, 4)
CLOSED: Final = (date(2026, 4, 5), date(2026, 4, 6), None, date(2026, 3, 1), date(1970, 1, 1))
HELD: Final = (False, False, False, True, None)


def people(**columns: object) -> pl.DataFrame:
    """
    Write five records: one due, one a day short of it, one running, one held, one unknown.
    """
    return pl.DataFrame(
        {"number": [11, 12, 13, 14, 15], "closed_on": CLOSED, "held": HELD, **columns}
    )


def in_parquet(folder: Path, frame: pl.DataFrame) -> str:
    """
    Write records as Parquet.
    """
    frame.write_parquet(folder / "people.parquet")
    return str(folder / "people.parquet")


def in_csv(folder: Path, frame: pl.DataFrame) -> str:
    """
    Write records as CSV.
    """
    frame.write_csv(folder / "people.csv")
    return str(folder / "people.csv")


def in_duckdb(folder: Path, frame: pl.DataFrame) -> str:
    """
    Write records into a file of DuckDB.
    """
    with duckdb.connect(folder / "people.duckdb") as connection:
        connection.register("found", frame.to_arrow())
        connection.execute("CREATE TABLE people AS SELECT * FROM found")
    return str(folder / "people.duckdb")


def in_sqlite(folder: Path, frame: pl.DataFrame) -> str:
    """
    Write records into a file of SQLite, as SQLAlchemy does.
    """
    engine = sa.create_engine(f"sqlite:///{folder / 'people.sqlite'}")
    table = sa.Table(
        "people",
        sa.MetaData(),
        sa.Column("number", sa.Integer),
        sa.Column("closed_on", sa.Date),
        sa.Column("held", sa.Boolean),
    )
    table.create(engine)
    with engine.begin() as connection:
        connection.execute(table.insert(), frame.to_dicts())
    engine.dispose()
    return str(folder / "people.sqlite")


def as_url(folder: Path, frame: pl.DataFrame) -> str:
    """
    Write records into a database, and give its URL.
    """
    return f"sqlite:///{in_sqlite(folder, frame)}"
