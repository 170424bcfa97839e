"""Along a whole journey: each of its pages in turn, with a sample's answers given in between."""

from collections.abc import Iterator

from forms.journeys.registry import samples
from forms.municipality import Municipality, municipalities
from tests.draft import Draft, begin, told
from tests.filled import pairs
from tests.guest import Guest
from tests.running_site import Site
from wizard.providers import invented


def offering(slug: str) -> Municipality:
    """The first municipality that offers the journey."""
    return next(one for one in municipalities().values() if slug in one.journeys)


def writer(site: Site, slug: str, place: str = "") -> Guest:
    """The sample's invented person, logged in there or where the journey is offered first."""
    number = samples(slug)[0].submitter.national_id
    key = next(one.key for one in invented() if one.national_id == number)
    return site.visitor(key, place or offering(slug).id)


def pages(guest: Guest, slug: str) -> Iterator[tuple[str, str]]:
    """What each page is and its address, from the first step to the case that is in."""
    draft = begin(guest, slug)
    walk, token = draft.walk(told(slug)), guest.token()
    for step in walk.path:
        yield step.slug, draft.step(step.slug)
        answer = draft.first(step.slug, pairs(walk.form(step)), token)
        assert answer.status_code == 303, f"{step.slug}: {answer.text}"
        after = walk.after(step)
        assert answer.headers["location"] == (draft.step(after.slug) if after else f"{draft.path}/se-over")
    yield "the review", f"{draft.path}/se-over"
    yield "signing", f"{draft.path}/send"
    assert draft.send().status_code == 303
    yield "the receipt", f"{draft.path}/kvittering"
    yield "the case", draft.path
    yield "my cases", f"{guest.at}/mine-saker"


def refused(draft: Draft, slug: str) -> str:
    """The step's page when it is sent with nothing answered."""
    return draft.answer(slug, {}).text
