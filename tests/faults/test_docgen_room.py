"""F-11: where all of docgen's places are taken, whoever comes is asked to come again; it says still that it is well."""

from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import httpx
import pytest

from docgen.contract import PDF
from tests.running_site import Site
from tests.unit.docgen.asking import sample

AT_ONCE = 12
"""Three times gunicorn's threads."""


@pytest.fixture
def site(tmp_path: Path) -> Site:
    found = Site(tmp_path, f"sqlite:///{tmp_path / 'none.sqlite'}")
    found.environment |= {"DOCGEN_AT_ONCE": "1", "DOCGEN_WAITING": "1", "GUNICORN_CMD_ARGS": "--workers 1"}
    return found


def test_f_11_a_real_docgen_with_no_place_left_says_429_and_readyz_answers_beside(site: Site) -> None:
    docgen = site.start_docgen()
    at = f"http://127.0.0.1:{site.docgen_port}"
    headers = {"Authorization": f"Bearer {site.token}", "Accept": PDF, "Content-Type": "application/json"}
    body = sample().canonical()

    def ask(_: int) -> httpx.Response:
        return httpx.post(f"{at}/v1/documents", content=body, headers=headers, timeout=120)

    try:
        with ThreadPoolExecutor(AT_ONCE) as pool:
            asked = [pool.submit(ask, number) for number in range(AT_ONCE)]
            beside = []
            while not all(one.done() for one in asked):
                beside.append(httpx.get(f"{at}/readyz", timeout=120).status_code)
        answers = [one.result() for one in asked]
    finally:
        docgen.terminate()
        docgen.wait(timeout=60)
    found = Counter(answer.status_code for answer in answers)
    assert found.keys() == {200, 429}, found
    assert all(answer.headers["Retry-After"] == "2" for answer in answers if answer.status_code == 429)
    assert set(beside) == {200}
