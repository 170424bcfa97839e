"""A consent that came on paper stands in the ledger as one that is given here, as far as the paper tells."""

import hashlib
import re
from datetime import timedelta
from typing import Any

from forms.agreed import VERSION
from tests import behind, consents
from tests.draft import Draft
from tests.guest import Guest
from tests.paper_form import STILLE, PaperForm, boxes, faults, other, registered, today
from tests.running_site import Site

SLUG = "consent"
ALL = {
    "own_form": "yes",
    "consent_kind": ["plan", "coordinator", "sharing"],
    "help_limits": "Ikke økonomien.",
}
SHARING = {
    "share_from": ["home_care", "hospital"],
    "share_from_text": "Hjerteavdelingen",
    "share_to": ["gp"],
    "topics": "Medisinene mine.",
    "topics_excluded": "Familien min.",
} | boxes("valid_to", today() + timedelta(100))
CHILD = {
    "subject_no_id": "has_number",
    "subject_national_id": "19851199708",
    "subject_given_name": "Rask",
    "subject_family_name": "Elveblest",
    "answer_by": "unsaid",
}
PARENT = {
    "sent_by": "parent",
    "sender_name": "Myk Havgløtt",
    "sender_known": "has_number",
    "sender_national_id": "21868449893",
}
NOBODY = {
    "subject_no_id": "no_number",
    "subject_given_name": "Stille",
    "subject_family_name": "Bjørkeløv",
    "answer_by": "unsaid",
}


def consent(lun: Guest, **steps: dict[str, Any]) -> PaperForm:
    usual: dict[str, Any] = {"subject": STILLE, "kinds": ALL, "sharing": SHARING}
    return registered(lun, SLUG, **(usual | steps))


def lacking(site: Site, paper: PaperForm) -> dict[str, str]:
    return {one.said.service or one.kind: one.lacks for one in consents.rows(site, paper)}


def own(guest: Guest, paper: PaperForm) -> Draft:
    return Draft(guest, f"/larvik/sak/{paper.id}", SLUG)


def test_each_yes_stands_in_the_ledger_from_the_day_it_came(site: Site, lun: Guest) -> None:
    paper = consent(lun, days=other(3))
    rows = consents.rows(site, paper)
    assert [one.said.service or one.kind for one in rows] == [
        "plan",
        "coordinator",
        "home_care",
        "gp",
        "hospital",
    ]
    assert {one.lacks for one in rows} == {""}
    assert {one.given_at.date() for one in rows} == {today() - timedelta(3)}
    assert rows[4].said.department == "Hjerteavdelingen"
    assert (rows[2].said.gives, rows[2].said.receives) == (True, False)
    assert rows[2].last_day == today() + timedelta(100)
    assert rows[0].said.limits == "Ikke økonomien."
    for one in rows:
        text = "\n".join(one.said.text)
        assert hashlib.sha256(text.encode()).hexdigest() == one.text_sha256
        assert "Jeg vet at det er frivillig, og at jeg kan trekke samtykket når som helst" in text
        assert one.text_version == VERSION
    assert "Hvem kan få opplysningene?" in rows[2].said.text
    assert "Medisinene mine." in rows[2].said.text
    assert "Hvem kan få opplysningene?" not in rows[0].said.text, "a yes to a plan is none to sharing"


def test_its_giver_sees_it_and_takes_a_part_back(site: Site, lun: Guest) -> None:
    stille = site.visitor("stille")
    paper = consent(lun, days=other(4))
    page = consents.page(stille)
    assert "av deg, på papir" in page
    assert "Familien min." in page
    assert "Hva som gjelder nå, ser du på siden" in stille.get(f"/larvik/sak/{paper.id}").text
    consents.take_back(stille, consents.part_ids(site, paper, "gp"))
    ended = {one.said.service or one.kind for one in consents.rows(site, paper) if one.ended_at}
    assert "gp" in ended
    assert "plan" not in ended


def test_the_office_takes_it_down_on_their_word(site: Site, lun: Guest) -> None:
    paper = consent(lun, days=other(5))
    assert "Samtykker i saken" in lun.get(paper.at_office).text
    plan = consents.part_ids(site, paper, "plan")
    taken = consents.take_down(lun, own(lun, paper), plan, **boxes("said_on", today()))
    assert taken.status_code == 303, faults(taken)
    assert [one.kind for one in consents.rows(site, paper) if one.ended_at] == ["plan"]


def test_what_cannot_be_read_is_marked_and_never_guessed(site: Site, lun: Guest) -> None:
    lacks: tuple[dict[str, Any], ...] = (
        {"share_to": []},
        {"topics": ""},
        {"share_from_text": ""},
        {"valid_to-day": "", "valid_to-month": "", "valid_to-year": ""},
    )
    for number, unread in enumerate(lacks):
        paper = consent(lun, sharing=SHARING | unread, days=other(20 + number))
        assert "unread" in behind.marks(site, paper), unread
        found = lacking(site, paper)
        assert found["plan"] == "", "what was read holds"
        assert {found["home_care"], found["hospital"]} == {"unread"}, unread
    assert "Noe på papiret er ikke lest av." in lun.get(paper.at_office).text
    own_page = consents.page(site.visitor("stille"))
    assert re.search(r"Gjelder til</dt>\s*<dd>\s*Kontoret vet det ikke ennå", own_page)
    nothing = consent(lun, kinds={"own_form": "yes"}, days=other(30))
    assert consents.rows(site, nothing) == []
    assert "unread" in behind.marks(site, nothing)


def test_no_sharing_lasts_longer_than_a_year(site: Site, lun: Guest) -> None:
    far = SHARING | boxes("valid_to", today() + timedelta(900))
    last = consents.rows(site, consent(lun, sharing=far, days=other(0)))[2].last_day
    assert last
    assert last <= today() + timedelta(366)


def test_another_s_form_is_told_as_it_is(site: Site, lun: Guest) -> None:
    paper = consent(lun, kinds=ALL | {"own_form": "no"}, days=other(6))
    text = consents.rows(site, paper)[2].said.text
    assert text[0] == "Ordene står på papiret som kom. Det er et annet skjema enn kommunens."
    assert "Medisinene mine." in text
    assert not any("frivillig" in line for line in text)
    assert consents.rows(site, paper)[2].said.purpose == ""


def test_not_signed_it_waits_and_holds_once_the_signature_has_come(site: Site, lun: Guest) -> None:
    paper = consent(lun, papers={"signed_on_paper": "no"}, days=other(7))
    assert set(lacking(site, paper).values()) == {"paper"}
    assert lun.post(f"{paper.at_office}/underskrift-kommet", page=paper.at_office).status_code == 303
    assert all(one.confirmed_at for one in consents.rows(site, paper))


def test_whoever_may_not_say_yes_is_taken_and_the_office_asks(site: Site, lun: Guest) -> None:
    alone = consent(lun, subject=CHILD, kinds=ALL | {"consent_kind": ["plan"]}, days=other(8))
    assert lacking(site, alone) == {"plan": "parents"}
    parent = consent(lun, subject=CHILD, sender=PARENT, kinds=ALL | {"consent_kind": ["plan"]}, days=other(9))
    row = consents.rows(site, parent)[0]
    assert (row.lacks, row.capacity, row.said.about) == ("", "parent", "Rask Elveblest")
    assert "Rask Elveblest" in consents.page(site.visitor("myk"))
    of_age = consent(lun, sender=PARENT, days=other(10))
    assert set(lacking(site, of_age).values()) == {"own_consent"}
    proxy = {
        "sent_by": "proxy",
        "sender_name": "Rolig Fjellvind",
        "sender_known": "no_number",
        "authority_enclosed": "yes",
    }
    by_proxy = consent(lun, sender=proxy, days=other(11))
    found = lacking(site, by_proxy)
    assert (found["plan"], found["gp"]) == ("own_consent", "")
    assert consents.rows(site, by_proxy)[2].said.by == "Rolig Fjellvind"
    lacks_paper = consent(lun, sender=proxy | {"authority_enclosed": "no"}, days=other(12))
    assert lacking(site, lacks_paper)["gp"] == "no_authorization"


def test_without_a_number_it_waits_until_staff_add_it(either_site: Site) -> None:
    site = either_site
    lun, stille = site.visitor("lun"), site.visitor("stille")
    paper = consent(lun, subject=NOBODY, days=other(13))
    assert set(lacking(site, paper).values()) == {"number"}
    page = lun.get(paper.at_office).text
    assert "Fødselsnummeret til den som gir samtykket, mangler." in page
    assert "Gjelder ikke ennå. Fødselsnummeret mangler." in page
    plan = consents.part_ids(site, paper, "plan")
    assert consents.take_down(lun, own(lun, paper), plan, **boxes("said_on", today())).status_code == 303
    adding = f"{paper.at_office}/nummer"
    told = {"owner_number": "14835749828", "number_seen": "shown", "once_more": "yes"}
    assert lun.post(f"{adding}/legg-til", told, page=adding).status_code == 303
    assert all(one.confirmed_at for one in consents.rows(site, paper))
    assert [one.kind for one in consents.rows(site, paper) if one.ended_at] == ["plan"]
    assert paper.reference in consents.page(stille)
    assert "Trekke et samtykke" in stille.get("/larvik/mine-saker").text, "what was taken down is theirs too"


def test_the_number_does_not_stand_for_a_signature(site: Site, lun: Guest) -> None:
    paper = consent(lun, subject=NOBODY, papers={"signed_on_paper": "no"}, days=other(14))
    adding = f"{paper.at_office}/nummer"
    told = {"owner_number": "14835749828", "number_seen": "shown", "once_more": "yes"}
    assert lun.post(f"{adding}/legg-til", told, page=adding).status_code == 303
    assert not any(one.confirmed_at for one in consents.rows(site, paper))
    assert lun.post(f"{paper.at_office}/underskrift-kommet", page=paper.at_office).status_code == 303
    assert all(one.confirmed_at for one in consents.rows(site, paper))


def test_where_somebody_must_not_know_few_see_it(site: Site, lun: Guest) -> None:
    vennlig = STILLE | {"subject_national_id": "20829549914", "subject_given_name": "Vennlig"}
    excluded = SHARING | {"persons_excluded": "Broren min"}
    paper = consent(lun, subject=vennlig, sharing=excluded, days=other(15))
    assert "not_to_know" in behind.marks(site, paper)
    assert lun.get(paper.at_office).status_code == 404
    assert site.visitor("mild").get(paper.at_office).status_code == 200
