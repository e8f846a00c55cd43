"""The answer to a question as a table, and that table as text, CSV, JSON or a pandas DataFrame."""

import csv
import io
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd

Cell = str | int | float | bool | None
"""Dates are ISO text, IRIs are shortened by the prefixes of a graph file, what is not bound is None."""

_FORMULA = ("=", "+", "-", "@", "\t", "\r")  # a spreadsheet runs cells that begin like this


@dataclass(frozen=True, slots=True)
class Result:
    """Columns by name, and rows of as many cells."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


def to_csv(result: Result) -> str:
    r"""The table as CSV with a heading; words that a spreadsheet would run as a formula get an apostrophe before them.

    >>> to_csv(Result(("name",), (("=1+1",), ("Budi",))))
    "name\r\n'=1+1\r\nBudi\r\n"
    """
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(_harmless(column) for column in result.columns)
    writer.writerows([_harmless(cell) for cell in row] for row in result.rows)
    return out.getvalue()


def to_json(result: Result) -> str:
    """The table as a JSON list of objects, one per row, without the cells that are not bound."""
    records = [
        {column: cell for column, cell in zip(result.columns, row, strict=True) if cell is not None}
        for row in result.rows
    ]
    return json.dumps(records, ensure_ascii=False, indent=2)


def to_text(result: Result, width: int = 60) -> str:
    """The table as plain text with aligned columns; cells longer than ``width`` characters are cut with an ellipsis."""
    table = [[str(column) for column in result.columns]]
    table += [[_shown(cell, width) for cell in row] for row in result.rows]
    widths = [max(len(row[at]) for row in table) for at in range(len(result.columns))]
    table.insert(1, ["-" * wide for wide in widths])
    lines = ("  ".join(cell.ljust(wide) for cell, wide in zip(row, widths, strict=True)) for row in table)
    return "\n".join(line.rstrip() for line in lines) + "\n"


def to_frame(result: Result) -> "pd.DataFrame":
    """The table as a pandas DataFrame; pandas is only needed here (``pip install graphbuild[notebooks]``)."""
    import pandas as pd  # noqa: PLC0415 - an extra, and slow to import

    return pd.DataFrame.from_records(list(result.rows), columns=list(result.columns))


def _harmless(cell: Cell) -> Cell:
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA) else cell


def _shown(cell: Cell, width: int) -> str:
    words = "" if cell is None else " ".join(str(cell).split())
    return words if len(words) <= width else words[: width - 1] + "…"
