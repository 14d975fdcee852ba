"""Little packages written into folders: file name → text; what ends in .xlsx becomes a workbook."""

import csv
from collections.abc import Mapping
from pathlib import Path

from openpyxl import Workbook


def write_bundle(files: Mapping[str, str], folder: Path) -> Path:
    """Write the files of a package; workbooks are written as comma-separated lines, "## name" opens a sheet."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        if name.endswith(".xlsx"):
            write_workbook(text, folder / name)
        else:
            (folder / name).write_text(text, encoding="utf-8")
    return folder


def write_workbook(text: str, path: Path) -> None:
    book = Workbook()
    book.remove(book.worksheets[0])
    sheet = None
    for line in text.splitlines():
        if line.startswith("## "):
            sheet = book.create_sheet(line[3:])
            continue
        sheet = sheet or book.create_sheet("Sheet1")
        sheet.append(next(csv.reader([line]), []))
    book.save(path)


def read_bundle(path: Path) -> dict[str, str]:
    """Read a package from one file, in which "=== name" begins each of its files."""
    files: dict[str, str] = {}
    name = ""
    for line in path.read_text(encoding="utf-8").splitlines(keepends=True):
        if line.startswith("=== "):
            name = line[4:].strip()
            files[name] = ""
        elif name:
            files[name] += line
    return files
