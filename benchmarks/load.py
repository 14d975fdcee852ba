"""Load on a running `brieflint serve`: so many people, each sending a brief every so many seconds.

    brieflint serve &
    python benchmarks/load.py http://127.0.0.1:8000/ --minutes 10 examples/*.txt

Prints the number of requests and faults, and how long people waited for the whole report (in seconds).
"""

import argparse
import asyncio
import random
import statistics
import time
from dataclasses import dataclass, field
from pathlib import Path

import httpx2


@dataclass
class Tally:
    """Seconds that people waited, and what went wrong."""

    waited: list[float] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)


async def visit(
    client: httpx2.AsyncClient, options: argparse.Namespace, chance: random.Random, end: float, tally: Tally
) -> None:
    """One person: a first brief at some moment of the interval, the next one an interval later."""
    due = time.monotonic() + chance.uniform(0, options.every)
    while due < end:
        await asyncio.sleep(max(0, due - time.monotonic()))
        brief = chance.choice(options.briefs)
        began = time.monotonic()
        try:
            answer = await client.post(f"{options.address}check", files={"files": (brief.name, brief.read_bytes())})
        except httpx2.HTTPError as error:
            tally.faults.append(repr(error))
        else:
            tally.waited.append(time.monotonic() - began)
            if answer.status_code != 200 or "To take along" not in answer.text:
                tally.faults.append(f"{answer.status_code} for {brief.name}")
        due += options.every


async def main() -> None:
    """Read the options, let them all come, and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("address")
    parser.add_argument("briefs", nargs="+", type=Path)
    parser.add_argument("--people", type=int, default=50)
    parser.add_argument("--every", type=float, default=10, help="seconds")
    parser.add_argument("--minutes", type=float, default=10)
    options = parser.parse_args()
    tally = Tally()
    end = time.monotonic() + 60 * options.minutes
    limits = httpx2.Limits(max_connections=options.people)
    async with httpx2.AsyncClient(timeout=60, limits=limits) as client:
        people = (visit(client, options, random.Random(number), end, tally) for number in range(options.people))  # noqa: S311
        await asyncio.gather(*people)
    waited, faults = tally.waited, tally.faults
    cuts = statistics.quantiles(waited, n=100)
    print(f"{len(waited)} reports, {len(faults)} faults")
    print(f"waited: median {cuts[49]:.2f} s, p95 {cuts[94]:.2f} s, p99 {cuts[98]:.2f} s, longest {max(waited):.2f} s")
    print(*sorted(set(faults)), sep="\n", end="")


if __name__ == "__main__":
    asyncio.run(main())
