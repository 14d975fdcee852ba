"""What the program of the bundle runs: brieflint, one of its workers, or a module of it in a process of its own."""

import sys
from multiprocessing import freeze_support
from runpy import run_module

from brieflint.cli import main

freeze_support()  # goes no further in a process that multiprocessing has started
if sys.argv[1:3] == ["-P", "-m"]:  # brieflint.confinement calls this program as it would call Python
    sys.argv[:4] = [sys.argv[3]]
    run_module(sys.argv[0], run_name="__main__")
else:
    main(prog_name="brieflint")
