"""What was signed by hand is photographed and sent; the office looks at it, and says that it has come."""

import re

from tests import powers
from tests.later import attach, begin_about, fill, sent
from tests.office_list import paper_came
from tests.running_site import Site


def test_a_picture_of_the_signed_page_is_sent_and_looked_at(site: Site) -> None:
    stille, lun = site.visitor("stille"), site.visitor("lun")
    power = sent(powers.given(stille, site.visitor("myk")), sign_method="paper")
    assert "Send bilde av arket" in stille.get(f"{power.path}/kvittering").text
    draft = begin_about(power, "supplement")
    fill(draft, address_protection={"address_protected": "no"})
    assert re.search(r'value="signed"[^>]*checked', draft.see("enclosed"))
    kinds = {"supplement_kinds": "signed"}
    attach(draft, "enclosed", "supplement_signed", "ark.pdf", kinds)
    sent(fill(draft, enclosed=kinds, message={}))
    assert "Du har sendt et bilde av arket." in stille.get(f"{power.path}/kvittering").text
    assert "Underskrevet ark er sendt" in lun.get(f"/larvik/kontor/sak/{power.id}").text
    row = powers.row(site, power)
    assert row
    assert row.confirmed_at is None, "the office looks at it first"
    assert paper_came(lun, power.id) == 303
    row = powers.row(site, power)
    assert row
    assert row.confirmed_at
    assert "Send bilde av arket" not in stille.get(f"{power.path}/kvittering").text
