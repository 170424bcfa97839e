"""Forms as nobody fills them in, to every step of every journey: no server error, and nothing changed in silence."""

import math
from collections.abc import Callable, Iterator

import pytest
from hypothesis import HealthCheck, Phase, given, seed, settings

from forms.journeys.registry import journey, journeys
from tests.at_a_time import SiteAt
from tests.integration.any_form.forms import Step, bodies, steps
from tests.integration.any_form.not_tried import NOT_TRIED
from tests.integration.any_form.sending import Body, answered, saved_while_typing
from tests.profiles import EXAMPLES
from tests.running_site import Site
from wizard.tools import Tools

Send = Callable[[Tools, Step, Body], None]


@pytest.fixture(scope="module")
def in_process(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The application in the test's own process: the same code, and no server between."""
    with SiteAt(tmp_path_factory.mktemp("any-form")) as site:
        yield site


@pytest.fixture(scope="module")
def every_step(in_process: Site) -> list[Step]:
    return steps(in_process)


def hold(site: Site, pages: list[Step], send: Send, most: int) -> None:
    """As many as ``most`` in all, or one for each page where that is more: each page gets draws of its own."""
    each = math.ceil(most / len(pages))
    with site.tools() as tools:
        for number, step in enumerate(pages):
            _hold_step(tools, step, send, each, number)


def _hold_step(tools: Tools, step: Step, send: Send, most: int, number: int) -> None:
    @seed(number)
    @settings(max_examples=most, phases=[Phase.generate], suppress_health_check=list(HealthCheck))
    @given(bodies(step))
    def each(body: Body) -> None:
        send(tools, step, body)

    each()


@pytest.mark.parametrize("send", [answered, saved_while_typing])
def test_what_is_sent_is_stored_as_typed_or_refused_and_still_there(
    in_process: Site, every_step: list[Step], send: Send
) -> None:
    hold(in_process, every_step, send, EXAMPLES)


@pytest.fixture(scope="module")
def running(postgresql_site: Site) -> list[Step]:
    return steps(postgresql_site, 1)


@pytest.mark.parametrize("send", [answered, saved_while_typing])
def test_so_it_is_on_the_site_as_it_runs_and_on_postgresql(
    postgresql_site: Site, running: list[Step], send: Send
) -> None:
    """One journey, and some of what is tried above: where server and database are others."""
    hold(postgresql_site, running, send, EXAMPLES // 20)


def test_what_no_sample_leads_to_is_named(every_step: list[Step]) -> None:
    found = {(step.draft.journey, step.slug) for step in every_step}
    declared = {(slug, step.slug) for slug in journeys() for step in journey(slug).steps}
    assert declared - found == {(slug, one) for slug, several in NOT_TRIED.items() for one in several.split()}
