"""The deployment's health check, run as compose.yaml has it, against the wizard as it runs."""

import os
import re
import subprocess
import sys
import textwrap

import pytest

from tests.forked import HOUSE
from tests.running_site import Site

COMPOSE = (HOUSE / "compose.yaml").read_text()


@pytest.mark.parametrize(("hosts", "healthy"), [('["localhost"]', True), ('["skjema.kommune.no"]', False)])
def test_the_health_check_asks_by_the_first_trusted_host(site: Site, hosts: str, *, healthy: bool) -> None:
    """The site trusts localhost only: it refuses whoever asks by another name."""
    found = re.search(r"- -c\n +- \|\n((?: {10}.*\n)+)", COMPOSE)
    assert found
    check = textwrap.dedent(found[1]).replace(":8000", f":{site.port}")
    environment = os.environ | {"VEIVISER_TRUSTED_HOSTS": hosts}
    run = subprocess.run([sys.executable, "-c", check], env=environment, capture_output=True, check=False)
    assert (run.returncode == 0) is healthy
