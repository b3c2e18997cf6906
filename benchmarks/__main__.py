"""`make bench`: measures the groups of rows that are asked for, prints the table, and writes RESULTS.md."""

from __future__ import annotations

import argparse
import compileall
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import briefing_tui
from benchmarks import held, idle, imports, keys, libraries, peers, results, search, start
from benchmarks.library import Making
from benchmarks.measures import NotShown
from benchmarks.rows import Row, plain
from benchmarks.trial import FOLDER, Trial

GROUPS: dict[str, Callable[[Trial], Iterator[Row]]] = {
    "start": start.rows,
    "keys": keys.rows,
    "held": held.rows,
    "idle": idle.rows,
    "search": search.rows,
    "libraries": libraries.rows,
    "import": imports.rows,
}
_SIZES, _QUICK_SIZES = (1, 500, 1_000, 5_000, 10_000), (1, 50, 100)


def main() -> int:
    options = _options()
    chosen = options.only or list(GROUPS)
    sizes = tuple(options.sizes or (_QUICK_SIZES if options.quick else _SIZES))
    making = Making(options.seed, options.transcripts)
    trial = Trial(options.runs or (3 if options.quick else 7), sizes, _say, making)
    # As an installed program is: compiled once, and not at each start.
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    compileall.compile_dir(Path(briefing_tui.__file__).parent, quiet=1)
    peers.set_up(_say)
    said, sections, measured = results.remarks(FOLDER / "remarks.toml"), {}, []
    for number, name in enumerate(chosen, 1):
        _say(f"{name} ({number} of {len(chosen)})")
        rows = _rows(name, trial)
        measured += rows
        sections[name] = results.section(name, rows, trial.runs, peers.versions(), said)
    print(plain(measured))
    missed = [row for row in measured if row.reached is False]
    print(f"{len(measured)} rows, {len(missed)} of them short of their goals")
    if not options.quick:
        results.write(FOLDER / "RESULTS.md", sections, list(GROUPS))
    return 0


def _rows(name: str, trial: Trial) -> list[Row]:
    """The rows of a group; what cannot be measured ends this group and no other."""
    rows: list[Row] = []
    try:
        rows.extend(GROUPS[name](trial))
    except (NotShown, OSError, subprocess.SubprocessError) as error:
        _say(str(error))
        rows.append(Row(name, f"{name}: the rest could not be measured", None, 0, "", str(error).partition("\n")[0]))
    return rows


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="make bench", description=__doc__)
    add = parser.add_argument
    add("--only", type=_groups, metavar="GROUPS", help=f"some of {','.join(GROUPS)}")
    add("--runs", type=int, help="how often each is measured; 7 unless told")
    add("--quick", action="store_true", help="3 runs, libraries of 50 and 100; RESULTS.md is left as it is")
    add("--sizes", type=_sizes, metavar="1,N,…", help="how many briefings the libraries hold; 1 first")
    add("--seed", type=int, default=1, help="of all that is made")
    folder = os.environ.get("BRIEFING_TRANSCRIPTS")
    words = "a folder of transcripts (*.txt) that lend their words; BRIEFING_TRANSCRIPTS unless told"
    add("--transcripts", type=Path, metavar="DIR", default=Path(folder) if folder else None, help=words)
    return parser.parse_args()


def _groups(text: str) -> list[str]:
    names = text.split(",")
    if unknown := set(names) - set(GROUPS):
        raise argparse.ArgumentTypeError(f"no group '{unknown.pop()}'; there are {', '.join(GROUPS)}")
    return names


def _sizes(text: str) -> list[int]:
    return [1, *(int(each) for each in text.split(",") if int(each) > 1)]


def _say(words: str) -> None:
    print(words, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
