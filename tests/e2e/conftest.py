"""A running site with all its parts, a Chromium, and windows that must have met no trouble when they close."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any
from zlib import crc32

import pytest
from playwright.sync_api import Browser

from tests.e2e.chromium import chromium
from tests.e2e.window import Window
from tests.profiles import THOROUGH
from tests.running_site import IN_NO_HURRY, Site

Open = Callable[..., Window]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Not for the session: playwright keeps an event loop running, and sealing, in a later test, needs its own."""
    with chromium() as browser:
        yield browser


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """Wizard, worker and docgen. What is left on it by one test is not in the next one's way."""
    folder: Path = tmp_path_factory.mktemp("site")
    with Site(folder, f"sqlite:///{folder / 'veiviser.sqlite'}") as site:
        site.start_docgen()
        site.environment |= IN_NO_HURRY
        site.start_worker()
        yield site
        assert "policy_violated" not in site.logs(), "A-025: no page has what its own content policy stops"


@pytest.fixture
def opened(browser: Browser, site: Site) -> Iterator[Open]:
    """Opens windows on the site; each must end without an error in its console or a request to another host."""
    with ExitStack() as stack:
        windows = []

        def window(**options: Any) -> Window:
            windows.append(stack.enter_context(Window(browser, site.url, **options)))
            return windows[-1]

        yield window
        assert [trouble for one in windows for trouble in one.trouble] == []


@pytest.fixture(params=[True, False], ids=["scripts-on", "scripts-off"])
def scripts(request: pytest.FixtureRequest) -> bool:
    return bool(request.param)


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """``by_turns``, for walks alike with and without scripts: one has them, the next has not. Soak tries both."""
    if "by_turns" in metafunc.fixturenames:
        both = [True, False]
        chosen = both if THOROUGH else [both[crc32(metafunc.function.__name__.encode()) % 2]]
        metafunc.parametrize(
            "by_turns", chosen, ids=["scripts-on" if one else "scripts-off" for one in chosen]
        )
