"""The figures of wizard, docgen and worker: for whoever knows the token, after a day's work, and of nobody."""

import re
import secrets
import subprocess
from collections.abc import Iterator
from typing import Any

import httpx
import pytest

from tests.draft import begin
from tests.forked import HOUSE
from tests.integration.handover.world import until
from tests.leaks import SECRET_SETTINGS, leaked
from tests.running_site import Site, free_port
from wizard.handover import STEPS

TOKEN = secrets.token_hex(32)
LET_IN = {"Authorization": f"Bearer {TOKEN}"}
VALUE = re.compile(r"^(\w+(?:\{[^}]*\})?) ([0-9.e+-]+)$", re.MULTILINE)
LABELS = {
    "method",
    "route",
    "status",
    "le",
    "what",
    "outcome",
    "kind",
    "worker",
    "implementation",
    "major",
    "minor",
}
LABELS |= {"patchlevel", "version", "generation", "pid"}


class Started(Site):
    """Its programs start as on a machine of their own: gunicorn says where figures lie before any code is loaded."""

    def start(self, name: str, command: list[Any], **environment: str) -> Any:
        words, told = [str(word) for word in command], self.environment | environment
        with (self.folder / f"{name}.log").open("ab") as log:
            process = subprocess.Popen(words, env=told, cwd=HOUSE, stdout=log, stderr=log)
        self.processes.append(process)  # type: ignore[arg-type]  # as Program in all that a site asks of one
        return process


@pytest.fixture(scope="module")
def watched(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, str]]:
    """Where each program tells its figures, after somebody has sent a case that was handed over."""
    folder = tmp_path_factory.mktemp("watched")
    site = Started(folder, f"sqlite:///{folder / 'site.sqlite'}")
    worker = f"127.0.0.1:{free_port()}"
    own = {
        "TMPDIR": str(folder),
        "VEIVISER_METRICS_TOKEN": TOKEN,
        "DOCGEN_METRICS_TOKEN": TOKEN,
        "VEIVISER_WORKER_METRICS": worker,
    }
    site.environment |= own
    with site:
        site.start_docgen()
        draft = begin(site.visitor("stille")).complete()
        assert draft.send().status_code == 303
        at = {"wizard": f"{site.url}/metrics", "worker": f"http://{worker}/metrics"}
        before = read(at["wizard"])
        site.start_worker()
        until(lambda: figures(at["wizard"])["veiviser_cases_waiting"] == 0)
        at["docgen"] = f"http://127.0.0.1:{site.docgen_port}/metrics"
        told = {name: read(address) for name, address in at.items()} | {"before": before}
        keys = [site.environment[name] for name in SECRET_SETTINGS]
        assert leaked([TOKEN, *keys, *(guest.cookie for guest in site.guests)], "".join(told.values())) == []
        assert httpx.get(f"http://{worker}/livez").json() == {"status": "ok"}
        assert all(httpx.get(address).status_code in {401, 404} for address in at.values())
        wrong = {"Authorization": f"Bearer {TOKEN[:-1]}"}
        assert all(httpx.get(address, headers=wrong).status_code in {401, 404} for address in at.values())
        yield told


def read(address: str) -> str:
    answer = httpx.get(address, headers=LET_IN)
    assert answer.status_code == 200
    assert answer.headers["Content-Type"].startswith("text/plain; version=")
    return answer.text


def figures(address: str) -> dict[str, float]:
    return values(read(address))


def values(told: str) -> dict[str, float]:
    return {name: float(value) for name, value in VALUE.findall(told)}


def test_what_waits_is_told_until_it_is_done(watched: dict[str, str]) -> None:
    before, after = values(watched["before"]), values(watched["wizard"])
    assert before["veiviser_cases_waiting"] == 1
    assert before["veiviser_oldest_seconds"] > 0
    assert after["veiviser_oldest_seconds"] == after["veiviser_files_unscreened"] == 0
    assert after["veiviser_database_answers"] == 1
    assert after['veiviser_free_bytes{what="files"}'] > 0
    assert "veiviser_mails_waiting" in after
    assert "veiviser_deliveries_waiting" in after


def test_requests_are_counted_by_the_route_as_it_is_declared(watched: dict[str, str]) -> None:
    counted = {name for name in values(watched["wizard"]) if name.startswith("veiviser_requests_total")}
    routes = {re.search(r'route="([^"]*)"', name)[1] for name in counted}  # type: ignore[index]
    assert "/<municipality>/sak/<case:case_id>/send" in routes
    assert not any(re.search(r"larvik|[0-9a-f]{8}", route) for route in routes)
    made = 'veiviser_requests_total{method="POST",route="/v1/documents",status="200"}'
    assert values(watched["docgen"])[made] == len(STEPS)
    assert values(watched["docgen"])["docgen_certificate_days"] > 1000


def test_the_worker_tells_how_docgen_answered(watched: dict[str, str]) -> None:
    told = values(watched["worker"])
    assert told['veiviser_docgen_seconds_count{outcome="made"}'] == len(STEPS)
    assert told["veiviser_docgen_away"] == told["veiviser_log_lines_lost_total"] == 0


def test_a_worker_is_seen_and_what_does_not_belong_together_is_0(watched: dict[str, str]) -> None:
    assert values(watched["wizard"])['veiviser_worker_seen_seconds{worker="worker-1"}'] < 60
    told = values(watched["worker"])
    counted = [value for name, value in told.items() if name.startswith("veiviser_unreconciled")]
    assert counted == [0] * len(counted) != []
    assert told["veiviser_documents_late"] == 0


def test_nothing_stands_beside_a_figure_but_words_of_ours(watched: dict[str, str]) -> None:
    assert set(re.findall(r'[{,](\w+)="', "".join(watched.values()))) <= LABELS


def test_without_a_token_there_are_no_figures(site: Site) -> None:
    assert httpx.get(f"{site.url}/metrics", headers={"Authorization": "Bearer"}).status_code == 404
