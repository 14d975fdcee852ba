"""What everything is compared with: spaCy alone, no more than `make_doc`, on the files of a folder (`-`: none)."""

import sys
from pathlib import Path

import spacy

nlp = spacy.blank("en")
for file in sorted(Path(sys.argv[1]).iterdir()) if sys.argv[1] != "-" else ():
    nlp.make_doc(file.read_text("utf-8"))
