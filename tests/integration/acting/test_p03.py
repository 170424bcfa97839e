"""P03 of domain.md: a nephew applies for his uncle in Kristiansand, without a written authorization."""

import pytest

from tests import behind, powers
from tests.at_a_time import SiteAt
from tests.documents import squeezed
from tests.later import attach, begin_about, fill, reference, sent

BROUGHT = {"supplement_kinds": "authorization"}
OFFICE = "/kristiansand/kontor/"


def test_he_can_finish_and_is_told_how_the_authorization_comes(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    with SiteAt(tmp_path_factory.mktemp("p03")) as site:
        nephew = site.visitor("nevo", "kristiansand")
        draft = powers.lacking(nephew, site.now.date())
        assert draft.send().status_code == 303
        receipt = draft.receipt()
        assert "Fullmakten mangler" in receipt
        assert 'href="/kristiansand/skjema/fullmakt/blankett.pdf"' in receipt
        assert 'href="/kristiansand/skjema/fullmakt"' in receipt
        assert draft.guest.get("/kristiansand/skjema/fullmakt").status_code == 200
        assert "går svaret bare til den det gjelder" in receipt
        words = site.made_pdf(draft)
        for said in (
            "Fullmakt mangler",
            "Blir sendt etterpå.",
            "Bare til den det gjelder, til fullmakten har kommet.",
        ):
            assert squeezed(said) in words
        assert behind.marks(site, draft) == ["no_authorization"]
        klar = site.visitor("klar", "kristiansand")
        listed = klar.get(OFFICE).text
        assert reference(draft) in listed
        assert "Fullmakt mangler" in listed

        later = fill(
            begin_about(draft, "supplement"),
            address_protection={"address_protected": "no"},
        )
        attach(later, "enclosed", "supplement_authorization", "fullmakt.pdf", BROUGHT)
        sent(fill(later, enclosed=BROUGHT, message={}))
        assert "Fullmakten mangler" not in draft.guest.get(draft.path).text
        assert "Fullmakt er sendt etterpå" in klar.get(OFFICE).text
