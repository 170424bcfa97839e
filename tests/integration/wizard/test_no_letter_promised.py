"""No letter is promised where none may come, and what a child was promised holds when others get its case."""

from html import unescape

import pytest

from tests.at_a_time import SiteAt
from tests.draft import begin, told
from tests.integration.wizard.test_child_alone import alone, site  # noqa: F401 -- the same site
from tests.integration.wizard.test_letters_home import AT_SCHOOL, FIRST, LETTER, NOTHING, own_pages


@pytest.mark.parametrize(("safe", "promised"), [("phone", False), ("letter", True)])
def test_a_protected_address_is_promised_a_letter_only_where_it_asked_for_one(
    site: SiteAt,  # noqa: F811
    safe: str,
    *,
    promised: bool,
) -> None:
    told_of = {"address_protected": "yes", "safe_contact": safe, "safe_contact_phone": "+4722222222"}
    draft = begin(site.visitor("stille")).complete(told(address_protection=told_of))
    assert draft.send().status_code == 303
    for page in own_pages(draft):
        assert "Vi tar bare kontakt på den måten du ba om." in page
        assert (LETTER in page) is promised


def test_a_child_is_still_talked_with_first_when_its_case_is_sent_on(site: SiteAt) -> None:  # noqa: F811
    draft = alone(site, "rask", "no", place=AT_SCHOOL)
    assert draft.send().status_code == 303
    lun, at = site.visitor("lun"), f"/larvik/kontor/sak/{draft.id}"
    page = unescape(lun.get(at).text)
    assert "Si fra til dem som får det: Det må ikke komme brev hjem." in page
    assert "Snakk med barnet før noen snakker med foreldrene." in page
    assert lun.post(f"{at}/send-videre", {"track": "hospital"}, page=at).status_code == 303
    for own in own_pages(draft):
        assert FIRST in own
        assert NOTHING in own
        assert "som svarer deg" in own
        assert LETTER not in own
