"""Each municipality's pages say what its data says, in every language, and nothing that another one says."""

import pytest

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
    draft = begin(site.visitor("stille", request.param.id)).complete()
    assert draft.send(sign_method="paper").status_code == 303
    return request.param, draft


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
