"""A draft made ready behind the site, and opened in the browser at one of its steps."""

from forms.situation import Answers
from tests.draft import Draft, begin
from tests.e2e.pages import Citizen
from tests.e2e.window import Window
from tests.planted import saved
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
    draft.fill(until=slug)
    return draft


def answer(site: Site, draft: Draft, given: Answers, *, since: str, until: str = "") -> None:
    """Its steps are answered so, from one of them to the one before another, or the last."""
    slugs = [one.slug for one in draft.walk(given).path]
    chosen = slugs[slugs.index(since) : slugs.index(until) if until else None]
    with site.tools() as tools, tools.store.write() as db:
        db.add_all(saved(tools, draft.id, slug, dict(given.get(slug, {}))) for slug in chosen)
