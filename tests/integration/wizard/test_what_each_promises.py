"""Each municipality's pages say what its data says, in every language, and nothing that another one says."""

import pytest

from forms.journeys.registry import journey
from forms.language import Code
from forms.municipality import Municipality, municipalities
from tests.draft import Draft, begin
from tests.running_site import Site
from tests.told_of import foreign, told, words
from wizard.gallery import CODES, reading

ALL = list(municipalities().values())


@pytest.fixture(scope="module", params=ALL, ids=lambda place: place.id)
def sent(request: pytest.FixtureRequest, site: Site) -> tuple[Municipality, Draft]:
    """A case in each municipality, to be signed on paper."""
    draft = begin(site.visitor("stille", request.param.id), request.param.journeys[0]).complete()
    assert draft.send(sign_method="paper").status_code == 303
    return request.param, draft


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("place", ALL, ids=lambda place: place.id)
def test_the_page_of_each_journey_tells_what_is_special_here_and_what_follows(
    site: Site, place: Municipality, code: Code, subtests: pytest.Subtests
) -> None:
    guest, language = site.visitor(municipality=place.id), reading(code)
    guest.post("/sprak", {"code": code}, page="/")
    for slug in place.journeys:
        form = journey(slug)
        text = words(guest.get(f"/{place.id}/skjema/{form.path}").text)
        must = (*place.beforehand(form.sort), *place.next_steps.after(form.sort))
        with subtests.test(slug):
            assert [one.text(language) for one in must if one.text(language) not in text] == []
            assert [one for one in foreign(place, ALL, language) if one in text] == []


@pytest.mark.parametrize("code", CODES)
def test_its_pages_say_what_its_data_says_and_nothing_of_another(
    sent: tuple[Municipality, Draft], code: Code, subtests: pytest.Subtests
) -> None:
    place, draft = sent
    draft.guest.post("/sprak", {"code": code}, page="/")
    pages = {
        "start": draft.guest.get(f"/{place.id}/").text,
        "privacy": draft.guest.get(f"/{place.id}/personvern").text,
        "receipt": draft.receipt(),
    }
    language = reading(code)
    for where, page in pages.items():
        text = words(page)
        with subtests.test(where):
            assert [one for one in told(place, where, language) if one not in text] == []
            assert [one for one in foreign(place, ALL, language) if one in text] == []
