"""A guardian whose mandate says nothing, or economy alone, is told so on the receipt too, with a way on."""

from collections.abc import Iterator
from html import unescape
from typing import Any

import pytest

from tests import behind
from tests.at_a_time import SiteAt
from tests.draft import Draft
from tests.filled import pairs
from tests.integration.wizard.test_representation import WAYS, answers
from tests.later import attach, fill, sent, supplement

TITLE, BUTTON = "Vergeoppdraget må sjekkes", "Send vergefullmakten"
SAID = {
    "economy": "Du svarte at oppdraget gjelder bare økonomi.",
    "not_sure": "Kontoret må vite hva oppdraget gjelder, før de svarer deg.",
}


@pytest.fixture
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SiteAt]:
    with SiteAt(tmp_path_factory.mktemp("scope")) as site:
        yield site


def guardian(site: SiteAt, **changed: Any) -> Draft:
    draft = site.begin("jevn", "coordination")
    told = dict(answers(draft, WAYS["guardian"]))
    told["representative"] = {**told["representative"], **changed}
    if changed.get("rep_document_when") == "now":
        walk = draft.fill(told, until="representative")
        attach(draft, "representative", "rep_document", "vergebevis.pdf", {"rep_document_when": "now"})
        left = walk.path[[step.slug for step in walk.path].index("representative") :]
        fill(draft, **{step.slug: pairs(walk.form(step)) for step in left})
    else:
        draft.complete(told)
    assert draft.send().status_code == 303
    return draft


def pages(draft: Draft) -> list[str]:
    return [unescape(draft.receipt()), unescape(draft.guest.get(draft.path).text)]


@pytest.mark.parametrize("scope", ["economy", "not_sure"])
def test_what_is_unclear_is_told_with_the_way_on(site: SiteAt, scope: str) -> None:
    draft = guardian(site, guardian_scope=scope)
    assert "guardian_scope" in behind.marks(site, draft)
    for page in pages(draft):
        assert TITLE in page
        assert SAID[scope] in page
        assert "Send papiret" in page, "the paper lacks altogether, and is sent in the same way"
        assert BUTTON not in page


def test_who_may_act_in_personal_matters_is_told_nothing(site: SiteAt) -> None:
    draft = guardian(site, guardian_scope="personal")
    assert all(TITLE not in page for page in pages(draft))


def test_where_a_paper_lies_with_it_the_mandate_can_be_sent_later(site: SiteAt) -> None:
    draft = guardian(site, guardian_scope="economy", rep_document_when="now")
    for page in pages(draft):
        assert TITLE in page
        assert BUTTON in page
    sent(supplement(draft))
    assert TITLE in unescape(draft.guest.get(draft.path).text), "until the office has said that it is clear"
