"""A power of attorney once it is sent: what a copy of it tells, what the office alone reads, and how it ends."""

import pytest

from forms.fields.identity_number import masked, written
from tests import behind
from tests.draft import Draft, begin, told
from tests.guest import Guest
from tests.later import begin_about, fill, reference, sent
from tests.running_site import Site

SAFE_NUMBER = "22 22 22 22"
PROTECTED = {"address_protected": "yes", "safe_contact": "phone", "safe_contact_phone": SAFE_NUMBER}
AT_ONCE = {"revoke_from": "at_once", "tell_proxy": "yes"}
YOU = {"subject_given_name": "Stille", "subject_family_name": "Bjørkeløv"}
COPY = "Gi en kopi til fullmektigen."


@pytest.fixture
def guest(site: Site) -> Guest:
    return site.visitor("stille")


def given(guest: Guest, protection: dict[str, str] | None = None, **signed: str) -> Draft:
    steps = {"address_protection": protection} if protection else {}
    return sent(begin(guest, "power_of_attorney").complete(told("power_of_attorney", **steps)), **signed)


def office(draft: Draft) -> str:
    return draft.path.replace("/sak/", "/kontor/sak/")


def headings(site: Site, draft: Draft) -> list[str]:
    content = behind.frozen(site, draft).content
    return [fact.label for fact in content.facts] + [section.title for section in content.sections]


def test_a_copy_never_tells_of_a_protected_address_or_the_whole_number(site: Site, guest: Guest) -> None:
    hidden, open_ = given(guest, PROTECTED), given(guest)
    assert headings(site, hidden) == headings(site, open_)
    number = guest.invented.national_id
    for draft in (hidden, open_):
        document = behind.frozen(site, draft).model_dump_json()
        for secret in ("perret adresse", "Skjermet", SAFE_NUMBER, written(number), number):
            assert secret not in document
        assert masked(number) in document


def test_a_line_for_the_place_is_in_no_copy(site: Site, guest: Guest) -> None:
    for protection in (PROTECTED, None):
        signature = behind.frozen(site, given(guest, protection, sign_method="paper")).signatures[0]
        assert "Underskrift" in [fact.label for fact in signature.facts]
        assert "Sted" not in [fact.label for fact in signature.facts]


def test_the_office_reads_what_the_document_keeps_back(site: Site, guest: Guest) -> None:
    page = site.visitor("mild").get(office(given(guest, PROTECTED))).text
    for words in (
        "Bare for kontoret",
        "Har du sperret adresse?",
        SAFE_NUMBER,
        "Begrens hvem som får se saken.",
    ):
        assert words in page
    assert written(guest.invented.national_id) in page
    usual = site.visitor("lun").get(office(given(guest))).text
    assert "Bare for kontoret" in usual
    assert "Begrens hvem" not in usual
    application = sent(begin(guest).complete())
    assert "Bare for kontoret" not in site.visitor("lun").get(office(application)).text


def test_nobody_with_a_protected_address_is_told_to_hand_out_a_copy(guest: Guest) -> None:
    assert COPY in given(guest).receipt()
    hidden = given(guest, PROTECTED).receipt()
    assert COPY not in hidden
    assert "Du trenger ikke gi en kopi." in hidden


def test_signed_here_it_holds_now_and_on_paper_when_the_paper_has_come(site: Site, guest: Guest) -> None:
    here, paper = given(guest), given(guest, sign_method="paper")
    waits = "gjelder ikke før kontoret har sett underskriften"
    assert "Fullmakten gjelder nå." in here.receipt()
    assert waits not in here.receipt()
    assert waits in paper.receipt()
    facts = {fact.label: fact.value for fact in behind.frozen(site, paper).receipt}
    assert facts["Fullmakten gjelder fra"] == "Dagen papiret med underskriften har kommet"
    assert "papir" not in "".join(fact.value for fact in behind.frozen(site, here).receipt)
    lun = site.visitor("lun")
    assert lun.post(f"{office(paper)}/underskrift-kommet", page=office(paper)).status_code == 303
    assert "Fullmakten gjelder nå." in guest.get(paper.path).text


def test_one_that_was_revoked_does_not_say_that_it_holds(guest: Guest) -> None:
    first = given(guest)
    later = begin_about(first, "power_of_attorney_revocation")
    sent(fill(later, revocation=AT_ONCE | {"poa_reference": reference(first)}, you=YOU))
    page = guest.get(first.path).text
    assert "Fullmakten gjelder ikke lenger." in page
    for words in ("Fullmakten gjelder nå", COPY, "behandler ikke"):
        assert words not in page


def test_by_a_birth_date_nobody_finds_it_and_that_is_said_before_and_after(site: Site, guest: Guest) -> None:
    draft = begin(guest, "power_of_attorney")
    draft.fill(told("power_of_attorney"), until="proxy")
    step = draft.see("proxy")
    assert "Personen kan handle for deg uten kopi." in step
    assert "Personen må legge ved en kopi av fullmakten" in step
    by_day = given(guest)
    number = {"proxy_known_by": "number", "proxy_national_id": site.visitor("nevo").invented.national_id}
    by_number = sent(begin(guest, "power_of_attorney").complete(told("power_of_attorney", proxy=number)))
    for page in ("", "/kvittering"):
        first, second = (guest.get(f"{one.path}{page}").text for one in (by_day, by_number))
        assert "Fullmektigen finner ikke fullmakten her ved innlogging" in first
        assert "gir du en ny fullmakt med fødselsnummeret" in first
        assert "Fullmektigen trenger ingen kopi." in second
        assert "finner ikke fullmakten" not in second
