"""Fuzzes one target with atheris, led by the lines of brieflint that an input reaches.

    pip install atheris
    python tests/fuzz/run.py TARGET [-max_total_time=600] [other options of libFuzzer]

What it finds is written beside the call; it becomes a file of the corpus, which `test_targets.py` tries from then on.
"""

import sys
from pathlib import Path

import atheris

sys.path.insert(0, str(Path(__file__).parents[1]))

with atheris.instrument_imports(include=["brieflint"]):
    from fuzz.targets import CORPUS, FOLDER, TARGETS


def main() -> None:
    """Run the target that the first argument names; what is met on the way is kept out of the corpus."""
    program, name, *options = sys.argv
    met = FOLDER / "met"
    met.mkdir()
    atheris.Setup([program, *options, str(met), str(CORPUS / name)], TARGETS[name])
    atheris.Fuzz()


if __name__ == "__main__":
    main()
