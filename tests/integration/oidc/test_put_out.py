"""An administrator ends log-ins by a command: a citizen's, or everybody's; staff's stand in test_staff.py."""

import pytest
from click.testing import CliRunner, Result

from tests.integration.oidc.real_site import MYK, STILLE, Employee, RealSite
from wizard.cli import main


def put_out(site: RealSite, *told: str, number: str = "") -> Result:
    return CliRunner().invoke(main, ["put-out", *told], input=f"{number}\n", env=site.environment)


def test_a_citizen_is_put_out_everywhere_and_nobody_else(either_real_site: RealSite) -> None:
    site = either_real_site
    here, there, other = (site.browser() for _ in range(3))
    for browser in (here, there):
        browser.log_in_named()
    other.log_in_named("Myk Lyngtun", MYK)
    done = put_out(site, "--citizen", number=f"{STILLE[:6]} {STILLE[6:]}")
    assert done.exit_code == 0
    assert STILLE[6:] not in done.output
    assert (here.is_logged_in(), there.is_logged_in(), other.is_logged_in()) == (False, False, True)
    assert put_out(site, "--citizen", number=STILLE).exit_code == 1, "they are out"
    assert here.log_in_named().headers["location"] == "/larvik/mine-saker", "what is theirs is there"


def test_everybody_is_put_out_at_once(either_real_site: RealSite) -> None:
    citizen, worker = either_real_site.browser(), either_real_site.browser()
    citizen.log_in_named()
    worker.log_in_as_staff(Employee("put-out-too"))
    assert put_out(either_real_site, "--everybody").exit_code == 0
    assert (citizen.is_logged_in(), worker.works()) == (False, False)
    assert put_out(either_real_site, "--everybody").output == "Ended: 0\n"


@pytest.mark.parametrize("told", [(), ("larvik", "--citizen"), ("--citizen", "--everybody")])
def test_it_is_told_whom(real_site: RealSite, told: tuple[str, ...]) -> None:
    with real_site.unchanged():
        assert put_out(real_site, *told).exit_code == 2
