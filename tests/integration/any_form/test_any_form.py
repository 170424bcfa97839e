"""Forms as nobody fills them in, to every step of every journey: no server error, and nothing changed in silence."""

import uuid
from collections.abc import Callable, Iterator

import pytest
from hypothesis import HealthCheck, Phase, given, seed, settings

from forms.journeys.registry import journey, journeys
from tests.at_a_time import SiteAt
from tests.integration.any_form.forms import Place, Step, bodies, steps
from tests.integration.any_form.sending import Body, answered, saved_while_typing
from tests.integration.any_form.ways import PLAINEST, WAYS
from tests.integration.postgresql_server import PostgresqlServer
from tests.profiles import EXAMPLES
from tests.running_site import Site

Send = Callable[[Step, Body], None]


@pytest.fixture(scope="module")
def every_step(
    tmp_path_factory: pytest.TempPathFactory, postgresql: PostgresqlServer
) -> Iterator[list[Step]]:
    """The application in the test's own process: the same code, and no server between. Half of it on each database."""
    folder, url = tmp_path_factory.mktemp("any-form"), postgresql.database(uuid.uuid4().hex)
    with SiteAt(folder) as one, SiteAt(folder, url) as other, one.tools() as here, other.tools() as there:
        yield steps([Place(one, here), Place(other, there)], WAYS)


def hold(pages: list[Step], send: Send, most: int) -> None:
    """As many as ``most`` in all, or one for each page where that is more: each page gets draws of its own."""
    each, more = divmod(max(most, len(pages)), len(pages))
    for number, step in enumerate(pages):
        _hold_step(step, send, each + (number < more), number)


def _hold_step(step: Step, send: Send, most: int, number: int) -> None:
    """An empty body is what is drawn first, always: it would be half of all that is sent."""

    @seed(number)
    @settings(max_examples=most, phases=[Phase.generate], suppress_health_check=list(HealthCheck))
    @given(bodies(step).filter(bool))
    def each(body: Body) -> None:
        send(step, body)

    each()


@pytest.mark.parametrize("send", [answered, saved_while_typing])
def test_what_is_sent_is_stored_as_typed_or_refused_and_still_there(
    every_step: list[Step], send: Send
) -> None:
    hold(every_step, send, EXAMPLES)


@pytest.fixture(scope="module")
def running(postgresql_site: Site) -> Iterator[list[Step]]:
    with postgresql_site.tools() as tools:
        yield steps([Place(postgresql_site, tools)], PLAINEST[:1])


@pytest.mark.parametrize("send", [answered, saved_while_typing])
def test_so_it_is_on_the_site_as_it_runs(running: list[Step], send: Send) -> None:
    """One journey, and some of what is tried above: where a server is between."""
    hold(running, send, EXAMPLES // 20)


def test_each_declared_step_is_tried(every_step: list[Step]) -> None:
    declared = {(slug, step.slug) for slug in journeys() for step in journey(slug).steps}
    assert {(step.draft.journey, step.slug) for step in every_step} == declared
