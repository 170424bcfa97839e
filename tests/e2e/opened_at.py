"""A draft made ready behind the site, and opened in the browser at one of its steps."""

from itertools import takewhile

from tests.draft import Draft, begin, told
from tests.e2e.pages import Citizen
from tests.e2e.window import Window
from tests.made import saved
from tests.running_site import Site


def opened_at(site: Site, window: Window, slug: str) -> Citizen:
    """Stille in front of that step, with all before it answered."""
    draft = ready(site, slug)
    citizen = Citizen(window, "stille")
    citizen.draft = draft.path
    window.keep(draft.guest.cookie)
    window.go(draft.step(slug))
    return citizen


def ready(site: Site, slug: str) -> Draft:
    """A draft of Stille's whose first unanswered step is that one."""
    draft = begin(site.visitor("stille"))
    given = told()
    answered = [one.slug for one in takewhile(lambda one: one.slug != slug, draft.walk(given).path)]
    with site.tools() as tools, tools.store.write() as db:
        db.add_all(saved(tools, draft.id, one, dict(given.get(one, {}))) for one in answered)
    return draft
