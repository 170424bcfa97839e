"""What a rule of access raises leads to a page that says why, or to one that stays shut: never to a failure."""

import inspect

import pytest

from wizard import access
from wizard.cases.errors import NotLoggedError
from wizard.routes.remembered import SAYS_WHY, STAYS_SHUT

RAISED = [one for _, one in inspect.getmembers(access, inspect.isclass) if issubclass(one, Exception)]


@pytest.mark.parametrize("error", [*RAISED, NotLoggedError], ids=lambda error: error.__name__)
def test_what_a_rule_raises_is_no_failure_of_the_log_in(error: type[Exception]) -> None:
    assert issubclass(error, SAYS_WHY) != issubclass(error, STAYS_SHUT)
