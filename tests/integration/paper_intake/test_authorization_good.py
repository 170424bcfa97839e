"""The paper by which somebody acts for another may come later: once the office says that it is good, nothing waits."""

from typing import Any

from tests import behind, consents
from tests.guest import Guest
from tests.integration.paper_intake.test_consent_on_paper import ALL, NOBODY, SHARING, consent, lacking
from tests.integration.paper_intake.test_power_on_paper import add
from tests.integration.wizard.test_later import without_authorization
from tests.later import sent
from tests.office_list import line_of
from tests.paper_form import STILLE, PaperForm, boxes, other, registered, today
from tests.running_site import Site

PROXY = {
    "sent_by": "proxy",
    "sender_name": "Rolig Fjellvind",
    "sender_known": "no_number",
    "authority_enclosed": "no",
}
BUTTON = "Fullmakten er i orden"


def good(staff: Guest, at_office: str) -> None:
    answer = staff.post(f"{at_office}/fullmakt-i-orden", page=at_office)
    assert answer.status_code == 303


def by_proxy(lun: Guest, day: int, **steps: Any) -> PaperForm:
    return consent(lun, sender=PROXY, days=other(day), **steps)


def test_what_waited_for_it_alone_holds_and_the_rest_waits_on(site: Site, lun: Guest) -> None:
    stille = site.visitor("stille")
    paper = by_proxy(lun, 60)
    came = PROXY | {"authority_enclosed": "yes"}
    registered(lun, "supplement", subject=STILLE, sender=came, earlier={"earlier_reference": paper.reference})
    assert lacking(site, paper)["gp"] == "no_authorization", "somebody at the office looks at it first"
    assert BUTTON in lun.get(paper.at_office).text
    good(lun, paper.at_office)
    found = {one.said.service or one.kind: one for one in consents.rows(site, paper)}
    assert found["gp"].confirmed_at
    assert found["plan"].lacks == "own_consent"
    assert found["plan"].confirmed_at is None, "no proxy says yes to help"
    page = lun.get(paper.at_office).text
    assert BUTTON not in page
    assert "Fullmakt mangler" not in page
    assert "Lun Fjelltone så at papiret som manglet, er i orden" in page
    assert "Fullmakt mangler" not in line_of(lun, paper.id)
    assert "Fullmakt er sendt etterpå" not in line_of(lun, paper.id)
    own = stille.get(f"/larvik/sak/{paper.id}").text
    assert "Kontoret så at papiret som manglet, er i orden" in own
    assert "Noe av det gjelder ikke ennå" in own, "to help one says yes oneself"
    with site.unchanged():
        good(lun, paper.at_office)


def test_it_does_not_stand_for_a_signature_or_a_number(site: Site, lun: Guest) -> None:
    site.visitor("stille")
    paper = by_proxy(lun, 61, subject=NOBODY, papers={"signed_on_paper": "no"})
    good(lun, paper.at_office)
    assert lacking(site, paper)["gp"] == "number"
    assert add(lun, paper, owner_number="14835749828").status_code == 303
    assert lacking(site, paper)["gp"] == "paper"
    lun.post(f"{paper.at_office}/underskrift-kommet", page=paper.at_office)
    assert {one.kind for one in consents.rows(site, paper) if one.confirmed_at} == {"sharing"}


def test_in_any_order_each_of_them_counts(site: Site, lun: Guest) -> None:
    site.visitor("stille")
    paper = by_proxy(lun, 62, subject=NOBODY, papers={"signed_on_paper": "no"})
    lun.post(f"{paper.at_office}/underskrift-kommet", page=paper.at_office)
    assert add(lun, paper, owner_number="14835749828").status_code == 303
    assert lacking(site, paper)["gp"] == "no_authorization"
    only_sharing = by_proxy(lun, 65, kinds=ALL | {"consent_kind": ["sharing"]})
    for one in (paper, only_sharing):
        good(lun, one.at_office)
        assert {row.kind for row in consents.rows(site, one) if row.confirmed_at} == {"sharing"}
    own = site.visitor("stille").get(f"/larvik/sak/{only_sharing.id}").text
    assert "Noe av det gjelder ikke ennå" not in own


def test_what_nobody_could_read_is_not_read_by_it(site: Site, lun: Guest) -> None:
    paper = by_proxy(lun, 63, sharing=SHARING | dict.fromkeys(boxes("valid_to", today()), ""))
    good(lun, paper.at_office)
    assert lacking(site, paper)["gp"] == "unread"


def test_an_application_lacks_it_no_more(site: Site) -> None:
    myk, klar = site.visitor("myk", "kristiansand"), site.visitor("klar", "kristiansand")
    case = sent(without_authorization(myk))
    at_office = case.path.replace("/sak/", "/kontor/sak/")
    assert "no_authorization" in behind.marks(site, case)
    assert "Fullmakten mangler" in myk.get(case.path).text
    assert "Fullmakt mangler" in klar.get(at_office).text
    good(klar, at_office)
    assert "no_authorization" not in behind.marks(site, case)
    assert "Fullmakt mangler" not in line_of(klar, case.id)
    page = myk.get(case.path).text
    assert "Fullmakten mangler" not in page
    assert "til fullmakten har kommet" not in page
    seen = klar.get(at_office).text
    assert BUTTON not in seen
    assert "Fullmakt mangler" not in seen
    assert "til fullmakten har kommet" not in seen


def test_where_none_is_missing_nothing_happens(site: Site, lun: Guest) -> None:
    paper = consent(lun, days=other(64))
    assert BUTTON not in lun.get(paper.at_office).text
    with site.unchanged():
        good(lun, paper.at_office)
