"""Who sees what others said yes to for them: by age, and where the case tells of a protected address."""

from tests import behind, consents
from tests.at_a_time import SiteAt
from tests.draft import Draft
from tests.integration.consents.test_said_for_another import (
    SIXTEEN,
    all_ids,
    own_words,
    rask_at,
    take_back,
)
from tests.integration.consents.test_taken_down import child_consent
from tests.later import reference

PROTECTED = {"address_protected": "yes", "safe_contact": "attendance"}


def test_below_12_nothing_is_seen(site_at: SiteAt) -> None:
    child_consent(site_at, subject={"subject_national_id": "10861550023", "subject_given_name": "Glad"})
    glad = site_at.visitor("glad")
    assert "Du har ikke gitt noe samtykke herfra ennå." in consents.page(glad)
    assert 'href="/larvik/samtykker"' not in glad.get("/larvik/mine-saker").text


def test_of_a_protected_address_only_the_yes_itself_is_seen(site_at: SiteAt) -> None:
    case = child_consent(site_at, **{"address-protection": PROTECTED})
    assert "Du har ikke gitt noe samtykke herfra ennå." in consents.page(site_at.visitor("rask"))
    rask = rask_at(site_at, SIXTEEN)
    page = consents.page(rask)
    assert "Skolen" in page
    assert not own_words(site_at, case, page)
    assert "Teksten det ble sagt ja til" not in page
    later = take_back(rask, all_ids(site_at, case))
    assert set(consents.states(site_at, case).values()) == {"taken_back"}
    assert "Skjermet" not in behind.frozen(site_at, later).model_dump_json(), "nobody is told of a block"
    lun = site_at.visitor("lun")
    assert lun.get(consents.office(later)).status_code == 404, "hidden together with what it is about"
    assert reference(later) not in lun.get("/larvik/kontor/").text


def test_of_age_one_sees_and_ends_what_a_relative_said(site_at: SiteAt) -> None:
    stille = site_at.visitor("stille")
    person = {
        "subject_no_id": "has_number",
        "subject_national_id": stille.invented.national_id,
        **consents.NAMES,
    }
    relative = {"rep_phone": "+4799999996", "rep_relation": "friend", "rep_authority": "none"}
    case = child_consent(
        site_at,
        role={"submitter_role": "nearest_relative"},
        subject=person,
        representative=relative,
        kinds={"consent_kind": ["sharing"]},
        **{"own-view": {"subject_knows": "no", "subject_view": "Vet ikke.", "capacity_note": "no"}},
    )
    page = consents.page(stille)
    assert "av Myk Havgløtt, pårørende" in page
    assert "Hva Rask trenger av hjelp på skolen" in page, "of age, one sees every word"
    consents.take_back(stille, all_ids(site_at, case))
    assert set(consents.states(site_at, case).values()) == {"taken_back"}
    assert "Stille Bjørkeløv trakk det selv" in consents.page(site_at.visitor("myk"))


def guardians_consent(site_at: SiteAt, years: str) -> Draft:
    """A guardian's for Rask, whose number may be that of somebody of 15 or of 115."""
    return child_consent(
        site_at,
        role={"submitter_role": "verge"},
        representative={
            "rep_authority": "guardianship",
            "rep_document_when": "later",
            "rep_relation": "other",
            "rep_relation_text": "Onkel",
            "guardian_scope": "personal",
        },
        kinds={"consent_kind": ["sharing"]},
        subject={"subject_age": years},
        **{"own-view": {"subject_knows": "yes", "subject_view": "Vet ikke.", "capacity_note": "no"}},
    )


def test_what_a_guardian_said_for_a_child_is_seen_as_what_a_parent_said(site_at: SiteAt) -> None:
    case = guardians_consent(site_at, "younger")
    rask = site_at.visitor("rask")
    page = consents.page(rask)
    assert "De bestemmer dette til du er 16 år." in page
    assert "Trekk «" not in page
    assert not own_words(site_at, case, page)
    with site_at.unchanged():
        assert consents.press(rask, all_ids(site_at, case)).status_code == 404
    take_back(rask_at(site_at, SIXTEEN), all_ids(site_at, case))
    assert set(consents.states(site_at, case).values()) == {"taken_back"}


def test_what_a_guardian_said_for_somebody_old_is_theirs_to_end(site_at: SiteAt) -> None:
    case = guardians_consent(site_at, "older")
    page = consents.page(site_at.visitor("rask"))
    assert own_words(site_at, case, page)
    assert consents.press(site_at.visitor("rask"), all_ids(site_at, case)).status_code == 303
