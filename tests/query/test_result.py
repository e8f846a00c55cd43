import csv
import io
import json

import pytest

from graphbuild.query.result import Result, to_csv, to_frame, to_json, to_text

TABLE = Result(("name", "n"), (("Budi", 1), (None, 2.5), ("dua\nbaris", True)))


@pytest.mark.parametrize("cell", ["=1+1", "+62", "-2", "@SUM(A1)", "\tx", "\rx", '=HYPERLINK("http://x")'])
def test_a_spreadsheet_runs_no_cell(cell: str) -> None:
    read = list(csv.reader(io.StringIO(to_csv(Result((cell,), ((cell,),))), newline="")))
    assert read == [["'" + cell], ["'" + cell]]


def test_numbers_stay_numbers_in_csv() -> None:
    assert to_csv(Result(("n",), ((-2,),))) == "n\r\n-2\r\n"


def test_json_leaves_out_what_is_not_bound() -> None:
    assert json.loads(to_json(TABLE)) == [{"name": "Budi", "n": 1}, {"n": 2.5}, {"name": "dua\nbaris", "n": True}]


def test_text_is_aligned_and_cut() -> None:
    assert to_text(Result(("a", "b"), (("satu dua tiga", 1),)), width=6) == "a       b\n------  -\nsatu …  1\n"
    assert to_text(Result(("a",), ())) == "a\n-\n"


def test_a_frame_has_the_same_cells() -> None:
    frame = to_frame(TABLE)
    assert list(frame.columns) == ["name", "n"]
    assert frame["name"].tolist()[0] == "Budi"
    assert to_frame(Result(("a", "b"), ())).shape == (0, 2)
