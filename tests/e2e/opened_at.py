"""A draft made ready over HTTP, and opened in the browser at one of its steps."""

from tests.draft import Draft, begin
from tests.e2e.pages import Citizen
from tests.e2e.window import Window
from tests.running_site import Site


def opened_at(site: Site, window: Window, slug: str) -> Citizen:
    """Stille in front of that step, with all before it answered."""
    draft = ready(site, slug)
    citizen = Citizen(window, "stille")
    citizen.draft = draft.path
    citizen.enter()
    window.go(draft.step(slug))
    return citizen


def ready(site: Site, slug: str) -> Draft:
    """A draft of Stille's whose first unanswered step is that one."""
    draft = begin(site.visitor("stille"))
    draft.fill(until=slug)
    return draft
