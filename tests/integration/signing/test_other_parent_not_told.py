"""What a parent says of the other one is marked for the office, told to that parent alone, and sends nothing."""

from html import unescape

import pytest

from forms.marks import MARKS
from tests import behind, several
from tests.at_a_time import SiteAt
from tests.documents import squeezed
from wizard.cases.standing import ASKED

SAID = {
    "not_informed": "Du svarte at den andre forelderen ikke vet om søknaden.",
    "no_contact": "Du svarte at vi ikke skal ta kontakt med den andre forelderen.",
}
NOTHING = "Vi sender ingenting til den andre forelderen herfra."
MARK = {"not_informed": "not_informed", "no_contact": "other_parent"}


@pytest.mark.parametrize("answer", ["not_informed", "no_contact"])
def test_it_is_marked_told_to_its_writer_alone_and_sends_nothing(site_at: SiteAt, answer: str) -> None:
    rask = site_at.visitor("rask", "porsgrunn")
    draft = site_at.begin("myk", "care_services", "porsgrunn")
    told = several.answers_for(rask.invented, "care_services", other_parent={"other_parent": answer})
    draft.complete(told)
    assert several.wait(draft).status_code == 303
    at = several.come(rask, several.code_of(several.ask(draft, "young_person")))
    assert several.sign(rask, at).status_code == 303
    assert MARK[answer] in behind.marks(site_at, draft)
    for page in (draft.receipt(), draft.guest.get(draft.path).text):
        assert f"{SAID[answer]} Kontoret ser det. {NOTHING}" in unescape(page)
    others = unescape(rask.get(at.replace("/skriv-under", "/kvittering")).text)
    words = site_at.made_pdf(draft)
    for secret in (SAID[answer], MARKS[MARK[answer]], NOTHING):
        assert secret not in others
        assert squeezed(secret) not in words
    staff = site_at.visitor("rolig", "porsgrunn")
    for page in ("/porsgrunn/kontor/", draft.path.replace("/sak/", "/kontor/sak/")):
        assert MARKS[MARK[answer]] in staff.get(page).text
    assert behind.events(site_at, draft).count(ASKED) == 1, "the child alone"


def test_nobody_is_told_of_it_who_agrees(site_at: SiteAt) -> None:
    rask = site_at.visitor("rask", "porsgrunn")
    draft = site_at.begin("myk", "care_services", "porsgrunn")
    draft.complete(several.answers_for(rask.invented, "care_services"))
    assert draft.send().status_code == 303
    assert NOTHING not in draft.receipt()
    assert not set(MARK.values()) & set(behind.marks(site_at, draft))
