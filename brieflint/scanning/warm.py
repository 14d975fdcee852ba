"""Imported by the process from which workers are born, so that each of them is born with everything loaded."""

import gc
import os

# Each worker has a processor for itself; threads of their arithmetic would only be in each other's way.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

from brieflint.checking import check_document
from brieflint.documents import read_bytes

check_document(read_bytes(b"Staff augmentation\n\nTwo developers join our team. Our lead assigns their tasks.\n", "warm.txt"))
gc.set_threshold(100_000)  # what is made for a brief goes with it; the youngest need not be looked through again and again
gc.collect()
gc.freeze()  # what is never looked at again is never copied
