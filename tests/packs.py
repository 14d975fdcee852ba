"""Writes packs for tests."""

from pathlib import Path

TERM = """
terms:
  - id: house.bench_loan
    model: staff_augmentation
    phrases: [bench loan(s)]
"""


def write_pack(folder: Path, **files: str) -> Path:
    """A pack of the files given: `terms` goes to terms/house.yaml, `roles` to roles.yaml, and so on."""
    places = {
        "terms": "terms/house.yaml",
        "signals": "signals/house.yaml",
        "rules": "rules/house.yaml",
        "checklists": "checklists/house.yaml",
        "naming": "sentences/naming.tsv",
        "accountability": "sentences/accountability.tsv",
        "signal_sentences": "sentences/signals.tsv",
        "staff_template": "templates/staff_augmentation.md.j2",
        **{name: f"{name}.yaml" for name in ("roles", "context", "sections", "spelling")},
    }
    folder.mkdir(exist_ok=True)
    for name, text in files.items():
        path = folder / places[name]
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder
