"""How many pairs of documents docgen makes over HTTP, served by its gunicorn settings on all cores."""

import os
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from statistics import median

from docgen.client import DocgenClient
from docgen.contract import DOCX, PDF
from tests.bench.bench_docgen import numbered
from tests.bench.table import Row
from tests.running_site import Site, kill_all

AT_ONCE = 4
EACH = 16
ROUNDS = 2


def bench(_: Path) -> list[Row]:
    with tempfile.TemporaryDirectory() as folder:
        site = Site(Path(folder), f"sqlite:///{folder}/none.sqlite")
        try:
            site.start_docgen()
            with DocgenClient(f"http://127.0.0.1:{site.docgen_port}", site.token) as client:
                _pairs_a_second(client, AT_ONCE, 0)  # warm
                one = median(_pairs_a_second(client, 1, number) for number in range(1, ROUNDS + 1))
                many = median(_pairs_a_second(client, AT_ONCE, 10 + number) for number in range(ROUNDS))
        finally:
            for process in site.processes:
                kill_all(process)
    told = f"{os.cpu_count()} cores, the client on the same"
    return [
        Row("docgen over HTTP, one at a time", one, "pairs a second", told=told),
        Row(
            f"docgen over HTTP, {AT_ONCE} at once", many, "pairs a second", many / one, "one at a time", told
        ),
    ]


def _pairs_a_second(client: DocgenClient, at_once: int, part: int) -> float:
    def pair(number: int) -> None:
        request = numbered(number)
        for media_type in (DOCX, PDF):
            client.make(request, media_type)

    begun = time.perf_counter()
    with ThreadPoolExecutor(at_once) as pool:
        list(pool.map(pair, range(100_000 + part * EACH, 100_000 + (part + 1) * EACH)))
    return EACH / (time.perf_counter() - begun)
