"""All figures, in one run on one machine: each ``bench_*.py`` beside this file prints its own by ``bench()``."""

import importlib
from pathlib import Path

for path in sorted(Path(__file__).parent.glob("bench_*.py")):
    module = importlib.import_module(f"tests.bench.{path.stem}")
    print(f"\n{module.__doc__}")  # noqa: T201 - its purpose
    module.bench()
