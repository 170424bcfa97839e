"""All figures as one table, in one run on one machine: each ``bench_*.py`` beside this file gives its own.

Written to standard output and, with the drawing of cost against size, into ``tests/bench`` or the folder that is given.
"""

import importlib
import sys
from pathlib import Path

from tests.bench.table import Row, table

HERE = Path(__file__).parent


def main(folder: Path) -> None:
    rows: list[Row] = []
    for path in sorted(HERE.glob("bench_*.py")):
        print(f"{path.stem} ...", file=sys.stderr, flush=True)  # noqa: T201 - its purpose
        rows += importlib.import_module(f"tests.bench.{path.stem}").bench(folder)
    made = table(rows)
    (folder / "last.md").write_text(made)
    print(made)  # noqa: T201 - its purpose


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else HERE)
