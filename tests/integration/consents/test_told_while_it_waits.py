"""Whoever gave a consent is told what it waits for, and never that it is in force before it is."""

from tests import consents, several
from tests.at_a_time import SiteAt
from tests.draft import Draft
from tests.guest import Guest
from tests.integration.consents.test_said_for_whom import guardians_consent
from tests.integration.consents.test_when_it_holds import mother_for, seventeen

NOW, MAY_SHARE = "Samtykket gjelder nå", "kan dele til og med"


def told(guest: Guest, case: Draft) -> str:
    """All that its giver reads of it: the case, the receipt and the list."""
    pages = (case.path, f"{case.path}/kvittering", "/larvik/mine-saker")
    return "".join(guest.get(page).text for page in pages)


def waits(guest: Guest, case: Draft, sentence: str) -> None:
    seen = told(guest, case)
    assert sentence in seen
    assert NOW not in seen
    assert MAY_SHARE not in seen
    assert "Deling gjelder til og med" not in seen


def test_a_guardian_s_whose_paper_has_not_come(site_at: SiteAt, lun: Guest) -> None:
    case = guardians_consent(site_at, "older")
    assert set(consents.states(site_at, case).values()) == {"waits"}
    waits(
        case.guest, case, "Samtykket gjelder ikke før kontoret har sett papiret som viser hvem som kan si ja."
    )
    good = lun.post(f"{consents.office(case)}/fullmakt-i-orden", page=consents.office(case))
    assert good.status_code == 303
    seen = told(case.guest, case)
    assert NOW in seen
    assert MAY_SHARE in seen


def test_one_that_the_young_person_has_not_signed(site_at: SiteAt) -> None:
    draft = mother_for(site_at, seventeen())
    several.wait(draft)
    code = several.code_of(several.ask(draft, "young_person"))
    assert draft.guest.post(f"{several.page(draft)}/send", page=several.page(draft)).status_code == 303
    waits(draft.guest, draft, "Samtykket gjelder ikke før personen har sagt ja selv.")
    young = site_at.visitor(seventeen())
    assert several.sign(young, several.come(young, code)).status_code == 303
    assert NOW in told(draft.guest, draft)
