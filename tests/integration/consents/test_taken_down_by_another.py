"""What a child's other parent, or who is in somebody's place, takes back by word of mouth is never the giver's case."""

from typing import Any

import httpx
import pytest

from tests import behind, consents
from tests.at_a_time import SiteAt
from tests.draft import Draft
from tests.guest import Guest
from tests.integration.consents.test_other_parent import all_ids, signed_by_both
from tests.integration.consents.test_taken_down_for_them import cases_of, everything_read_by
from tests.integration.paper_intake.test_consent_on_paper import consent as on_paper
from tests.paper_form import STILLE

WORDS = "Ikke til skolen, hun drikker."
FATHER = {"said_by": "Kjekk Havgløtt", "said_as": "parent"}


def heard(site: SiteAt, case: Draft, ids: list[str], **changed: Any) -> httpx.Response:
    answer = consents.take_down(site.visitor("lun"), case, ids, **changed)
    assert answer.status_code == 303, answer.text
    return answer


def test_the_other_parents_words_are_in_his_own_case_and_the_mother_reads_none_of_them(
    site_at: SiteAt,
) -> None:
    kjekk = site_at.visitor("kjekk")
    case = signed_by_both(site_at, kjekk)
    heard(site_at, case, ["other"], taken_words=WORDS, **FATHER)
    myk = site_at.visitor("myk")
    assert cases_of(myk) == {case.path}
    read = everything_read_by(myk)
    assert "drikker" not in read
    assert "Du har trukket" not in read
    assert "Noe er trukket. Kontoret vet hva." in read
    (later,) = (Draft(kjekk, path, "consent_withdrawal") for path in cases_of(kjekk))
    assert "drikker" in consents.page(kjekk)
    assert "drikker" in behind.frozen(site_at, later).model_dump_json()
    assert "SagtavKjekkHavgløtt" in site_at.made_pdf(later)
    assert myk.get(later.path).status_code == 404


def test_all_of_it_ends_by_his_word_and_hers_is_still_her_own_case(site_at: SiteAt) -> None:
    kjekk = site_at.visitor("kjekk")
    case = signed_by_both(site_at, kjekk)
    school = consents.part_ids(site_at, case, "school")
    heard(site_at, case, school, said_by="Myk Havgløtt", said_as="parent")
    myk = site_at.visitor("myk")
    assert len(cases_of(myk)) == 2
    assert cases_of(kjekk) == set()
    heard(site_at, case, [one for one in all_ids(site_at, case) if one not in school], **FATHER)
    assert set(consents.states(site_at, case).values()) == {"taken_back"}
    assert len(cases_of(myk)) == 2
    assert len(cases_of(kjekk)) == 1


def test_whom_no_signature_tells_of_the_office_has_alone(site_at: SiteAt) -> None:
    kjekk = site_at.visitor("kjekk")
    case = signed_by_both(site_at, kjekk)
    words = {"taken_words": WORDS, "said_by": "Sakte Fjellstad", "said_as": "child_welfare"}
    heard(site_at, case, ["other"], **words)
    for one in (site_at.visitor("myk"), kjekk, site_at.visitor("rask")):
        assert "drikker" not in everything_read_by(one)
    assert cases_of(site_at.visitor("myk")) == {case.path}
    assert cases_of(kjekk) == set()


@pytest.mark.parametrize("role", ["verge", "proxy", "future_proxy"])
def test_who_is_in_their_place_speaks_in_their_case_and_not_in_the_relatives(
    site_at: SiteAt, stille: Guest, lun: Guest, role: str
) -> None:
    relative = {
        "sent_by": "nearest_relative",
        "sender_name": "Myk Havgløtt",
        "sender_known": "has_number",
        "sender_national_id": "21868449893",
        "authority_enclosed": "yes",
    }
    myk = site_at.visitor("myk")
    came = on_paper(lun, subject=STILLE, sender=relative)
    case = Draft(lun, f"/larvik/sak/{came.id}", "consent")
    heard(site_at, case, ["other"], taken_words=WORDS, said_by="Vergen Vergesen", said_as=role)
    assert "drikker" not in everything_read_by(myk)
    assert len(cases_of(myk)) == 1
    assert "drikker" in everything_read_by(stille)
