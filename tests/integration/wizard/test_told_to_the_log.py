"""What the technical log is told of log-ins and of what comes from elsewhere; who is told by random ids alone."""

import json
from typing import Any

from tests.running_site import Site


def lines(site: Site, event: str) -> list[dict[str, Any]]:
    found = (line for line in site.logs().splitlines() if f'"event": "{event}"' in line)
    return [json.loads(line) for line in found]


def test_who_is_let_in_and_logs_out_leaves_a_line_each(either_site: Site) -> None:
    stille, lun = either_site.visitor("stille"), either_site.visitor("lun")
    citizen, staff = lines(either_site, "logged_in")[-2:]
    assert (citizen["staff"], staff["staff"]) == (False, True)
    assert citizen["known_by"] == staff["known_by"] == "demo"
    assert citizen["account"] != staff["account"]
    assert citizen["timestamp"].endswith("Z")
    stille.log_out()
    lun.log_out()
    assert [line["account"] for line in lines(either_site, "logged_out")[-2:]] == [
        citizen["account"],
        staff["account"],
    ]


def test_whoever_is_not_logged_in_logs_out_without_a_line(site: Site) -> None:
    before = len(lines(site, "logged_out"))
    site.visitor().log_out()
    assert len(lines(site, "logged_out")) == before


def test_what_comes_from_elsewhere_leaves_a_line(site: Site) -> None:
    """Nothing is stored: one database is enough."""
    guest = site.visitor()
    without, elsewhere = len(lines(site, "token_refused")), len(lines(site, "other_site_refused"))
    assert guest.submit("/sprak", [("code", "nn")]).status_code == 400
    assert (
        guest.post("/sprak", {"code": "nn"}, page="/", headers={"Origin": "https://evil.example"}).status_code
        == 403
    )
    assert [line["route"] for line in lines(site, "token_refused")[without:]] == ["public.language"]
    assert [line["route"] for line in lines(site, "other_site_refused")[elsewhere:]] == ["public.language"]
