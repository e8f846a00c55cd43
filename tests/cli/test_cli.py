"""The command line as a newcomer meets it: help, errors, exit codes."""

import subprocess
import sys
from pathlib import Path

import pytest


def run(*words: str | Path, cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "graphbuild", *map(str, words)]
    return subprocess.run(command, capture_output=True, text=True, check=False, cwd=cwd)


def test_help_names_the_commands_and_the_exit_codes() -> None:
    shown = run("--help").stdout
    assert all(word in shown for word in ("build", "demo", "query", "Exit codes"))


def test_a_missing_folder_is_named_and_ends_in_code_2(tmp_path) -> None:
    result = run("build", tmp_path / "nowhere", "-o", tmp_path / "out")
    assert result.returncode == 2
    assert "nowhere" in result.stderr
    assert "Traceback" not in result.stderr


def test_a_graph_that_is_not_there_is_named_and_ends_in_code_2(tmp_path) -> None:
    result = run("query", tmp_path, "who-held", "--office", "Bupati", "--on", "2024-01-01")
    assert (result.returncode, "Traceback" in result.stderr) == (2, False)
    assert str(tmp_path) in result.stderr.replace("\n", "")


def test_the_named_questions_are_listed_without_a_graph(tmp_path) -> None:
    assert "who-held" in run("query", tmp_path).stdout


@pytest.mark.model
def test_some_bad_inputs_are_reported_and_the_rest_is_built(tmp_path) -> None:
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "good.txt").write_text(
        "Bupati Garut Budi Santoso melantik Siti Rahma, Rabu (12/6/2024).", encoding="utf-8"
    )
    (folder / "empty.txt").write_bytes(b"")
    (folder / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8)
    (folder / "broken.jsonl").write_text('{"text": "Bupati', encoding="utf-8")
    (folder / "slides.pptx").write_bytes(b"PK")
    result = run("build", folder, "-o", tmp_path / "out")
    assert result.returncode == 1
    for name in ("empty.txt", "picture.txt", "broken.jsonl", "slides.pptx"):
        assert name in result.stderr.replace("\n", "")
    assert (tmp_path / "out" / "graph.html").exists()


@pytest.mark.model
def test_facts_and_questions_of_the_samples(demo) -> None:
    shown = run("query", demo.folder, "who-held", "--office", "Dirjen Pelabuhan", "--on", "2023-12-04").stdout
    assert "Ratna Wulandari" in shown
    assert run("diff", demo.folder, demo.folder).stdout.strip() == ""
    assert run("check", demo.folder).returncode == 0
