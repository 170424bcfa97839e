"""What whoever signed for another reads afterwards: nothing that is not so, and nothing that they cannot open."""

from tests import several
from tests.at_a_time import SiteAt
from tests.later import supplement, withdrawal


def test_a_second_parent_reads_of_no_supplement_and_that_a_withdrawn_case_is_over(site_at: SiteAt) -> None:
    rask, kjekk = site_at.visitor("rask", "porsgrunn"), site_at.visitor("kjekk", "porsgrunn")
    draft = site_at.begin("myk", "care_services", "porsgrunn")
    draft.complete(several.answers_for(rask.invented, "care_services"))
    several.wait(draft)
    at = several.come(kjekk, several.code_of(several.ask(draft, "second_parent", kjekk.invented)))
    assert several.sign(kjekk, at).status_code == 303
    case = at.removesuffix("/skriv-under")
    assert "Nå er det vår tur" in kjekk.get(f"{case}/kvittering").text
    assert supplement(draft).send().status_code == 303
    assert "Du sendte mer til saken" in draft.guest.get(draft.path).text
    assert "mer til saken" not in kjekk.get(case).text
    assert withdrawal(draft).send().status_code == 303
    for page in (case, f"{case}/kvittering"):
        text = kjekk.get(page).text
        assert "Kontoret behandler ikke søknaden videre. Det som ble sendt, er fortsatt her." in text
        assert "Nå er det vår tur" not in text
        assert "Dette skjer nå" not in text
