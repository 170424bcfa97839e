"""A part that is told in words ends nothing by itself: pages and document say so, and the office is asked to find out.

Of a power that is taken back in part on paper all stops until the office knows.
"""

from datetime import timedelta

from tests import behind, consents, later, powers
from tests.at_a_time import SiteAt
from tests.documents import squeezed
from tests.integration.consents.test_ended_by_helper import at_counter, on_paper, words
from tests.paper_form import STILLE, boxes, registered

TO_FIND = "Kontoret må finne ut hvilken del som er trukket. Resten gjelder fortsatt."
TASK = "En del er trukket med ord: finn ut hvilken"
GP = {"withdraw_extent": "part", "withdraw_part": "Deling med fastlegen"}


def office_list(site_at: SiteAt) -> str:
    return site_at.visitor("lun").get("/larvik/kontor/").text


def test_at_the_counter_nothing_is_said_to_hold_that_was_just_taken_back(site_at: SiteAt) -> None:
    given = consents.given(site_at.visitor("stille"))
    taken = at_counter(site_at, "consent_withdrawal", withdrawal=words(later.reference(given)) | GP)
    assert behind.marks(site_at, taken) == ["consent_partly_withdrawn", "part_in_words"]
    assert TASK in office_list(site_at)
    owner = site_at.visitor("stille")
    for page in (owner.get(f"/larvik/sak/{taken.id}").text, taken.receipt()):
        assert TO_FIND in page
        assert "Dette gjelder fortsatt: " not in page
    document = site_at.made_pdf(taken)
    assert squeezed("En del av samtykket er trukket fra") in document
    assert squeezed("Samtykket er trukket fra") not in document
    assert squeezed(TO_FIND) in document
    assert squeezed("Deling: Hjemmetjenesten") not in document
    assert "Deling med fastlegen" in consents.page(owner)


def test_what_is_pressed_in_the_list_is_no_task(site_at: SiteAt) -> None:
    stille = site_at.visitor("stille")
    taken = consents.take_back(stille, consents.part_ids(site_at, consents.given(stille), "gp"))
    assert behind.marks(site_at, taken) == ["consent_partly_withdrawn"]
    assert TO_FIND not in taken.receipt()


def test_a_part_on_paper_is_a_task_and_its_owner_reads_so(site_at: SiteAt) -> None:
    given = consents.given(site_at.visitor("stille"))
    paper = on_paper(site_at, earlier_reference=later.reference(given), withdraw_extent="part")
    assert "part_in_words" in behind.marks(site_at, paper)
    assert TASK in office_list(site_at)
    assert TO_FIND in site_at.visitor("stille").get(f"/larvik/sak/{paper.id}").text


def test_a_part_of_a_power_on_paper_stops_all_of_it(site_at: SiteAt) -> None:
    me, proxy, lun = site_at.visitor("stille"), site_at.visitor("jevn"), site_at.visitor("lun")
    power = powers.given(me, proxy)
    power.send()
    draft = powers.begin_for(site_at, proxy, power)
    earlier = {"earlier_reference": later.reference(power), "withdraw_extent": "part"}
    days = {"came_by": "by_hand"} | boxes("arrived", site_at.now.date())
    paper = registered(lun, "power_of_attorney_revocation", subject=STILLE, days=days, earlier=earlier)
    site_at.now += timedelta(minutes=1)
    assert draft.answer("role", {}).status_code in {403, 404, 410}
    assert behind.events(site_at, power)[-1] == "withdrawn"
    assert "power_stopped" in behind.marks(site_at, paper)
    assert "Hele fullmakten stopper: finn ut hvilken del som er trukket" in office_list(site_at)
    own = me.get(f"/larvik/sak/{paper.id}").text
    assert "På papiret trekker du en del av fullmakten. Vi har stoppet hele" in own
    assert "Du kan gi en ny fullmakt" in own
