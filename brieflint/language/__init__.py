"""Reading: from a Document to spans on a spaCy Doc, and to plain data. The only room that imports spaCy."""
