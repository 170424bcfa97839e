"""The site as it runs for real people: with a log-in provider, and without the demo."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.integration.conftest import told_by
from tests.integration.oidc.openid_provider import OpenidProvider
from tests.integration.oidc.real_site import RealSite
from tests.integration.postgresql_server import PostgresqlServer
from tests.running_site import free_port


@pytest.fixture(scope="session")
def provider(tmp_path_factory: pytest.TempPathFactory) -> Iterator[OpenidProvider]:
    with OpenidProvider(tmp_path_factory.mktemp("provider"), free_port()) as provider:
        yield provider


@pytest.fixture(scope="session")
def staff_provider(tmp_path_factory: pytest.TempPathFactory) -> Iterator[OpenidProvider]:
    with OpenidProvider(tmp_path_factory.mktemp("staff-provider"), free_port(), staff=True) as provider:
        yield provider


@pytest.fixture(scope="session")
def real_site(
    tmp_path_factory: pytest.TempPathFactory,
    provider: OpenidProvider,
    staff_provider: OpenidProvider,
    usual: Callable[[Path], str],
) -> Iterator[RealSite]:
    folder = tmp_path_factory.mktemp("real-site")
    with RealSite(folder, usual(folder), provider, staff_provider) as site:
        yield site
        site.stop()
    assert told_by(site) == []
    assert told_of_log_ins(site) == []


@pytest.fixture(scope="session")
def real_postgresql_site(
    tmp_path_factory: pytest.TempPathFactory,
    provider: OpenidProvider,
    staff_provider: OpenidProvider,
    postgresql: PostgresqlServer,
) -> Iterator[RealSite]:
    folder = tmp_path_factory.mktemp("real-postgresql-site")
    with RealSite(folder, postgresql.database("oidc"), provider, staff_provider) as site:
        yield site
        site.stop()
    assert told_by(site) == []
    assert told_of_log_ins(site) == []


def told_of_log_ins(site: RealSite) -> list[str]:
    """What a provider told on the way, and no log may: codes, tokens, and what ends a log-in."""
    return [word for word in ("code=", "state=", "sid=", "eyJ") if word in site.logs()]


@pytest.fixture(params=["real_site", "real_postgresql_site"])
def either_real_site(request: pytest.FixtureRequest) -> RealSite:
    found: RealSite = request.getfixturevalue(request.param)
    return found
