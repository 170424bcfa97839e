"""How a form is confirmed at the counter (P11): by the person, seen by a helper who never signs."""

import base64
import struct
from typing import Any

import httpx
import pytest

from docgen.contract import Signature
from forms.situation import Person
from tests import behind
from tests.counter import STILLE, Helped, begun, taken_up
from tests.draft import CONSENTS, Draft, begin
from tests.drawn import png
from tests.guest import Guest
from tests.later import PDF
from tests.running_site import Site


def drawing(content: bytes = png()) -> str:
    return "data:image/png;base64," + base64.b64encode(content).decode()


SEEN = {"told_use": "yes", "read_back": "yes"}
DRAWN = SEEN | {"way": "drawn", "identity": "passport", "drawing": drawing()}
NAMED = SEEN | {"way": "name", "identity": "known", "typed_name": "Stille B.", "name_confirmed": "yes"}
PAPER = SEEN | {"way": "paper", "identity": "passport"}
SAID = SEEN | {
    "way": "said",
    "why_unsigned": "Stille ringte fra sykehuset.",
    "identity_checked": "called_back",
}


@pytest.fixture
def draft(site: Site) -> Helped:
    return begun(site.visitor("fin")).complete()  # type: ignore[return-value]  # it gives itself


def confirm(draft: Draft, typed: dict[str, Any]) -> httpx.Response:
    return draft.guest.post(f"{draft.path}/underskrift", typed)


def confirmed(draft: Draft, typed: dict[str, Any]) -> None:
    answer = confirm(draft, typed)
    assert (answer.status_code, answer.headers.get("location")) == (303, f"{draft.path}/kvittering"), (
        answer.text
    )


def facts(signature: Signature) -> dict[str, str]:
    return {fact.label: fact.value for fact in signature.facts}


def test_a_drawn_signature_stands_beside_the_content_with_who_checked_and_how(
    site: Site, draft: Helped
) -> None:
    confirmed(draft, DRAWN)
    (signature,) = behind.frozen(site, draft).signatures
    told = facts(signature)
    assert told["Skrevet under av"] == STILLE.name
    assert told["Måte"] == "Tegnet på skjermen i skranken"
    assert told["Identiteten er kontrollert med"] == "Pass"
    assert told["Kontrollert av"] == "Fin Strandeng, Servicesenteret"
    assert told["Svarene er lest opp, og personen er enig"] == "Ja"
    assert not signature.by_hand
    assert signature.picture
    assert signature.picture.alternative == f"Underskrift tegnet av {STILLE.name}"
    assert behind.events(site, draft)[-2:] == ["drawn_at_counter", "submitted"]
    lun = site.visitor("lun")
    page = lun.get(f"/larvik/kontor/sak/{draft.id}").text
    assert "underskrift.png" in page
    address = page.split("/vedlegg/")[1].split('"')[0]
    assert lun.get(f"/larvik/kontor/sak/{draft.id}/vedlegg/{address}").content == png()
    assert (
        "Du skrev under på skjermen i skranken" in site.visitor("stille").get(f"/larvik/sak/{draft.id}").text
    )


def test_a_name_on_the_keyboard_does_it_too(site: Site, draft: Helped) -> None:
    confirmed(draft, NAMED)
    told = facts(behind.frozen(site, draft).signatures[0])
    assert told["Navn skrevet på tastaturet"] == "Stille B."
    assert behind.frozen(site, draft).signatures[0].picture is None
    assert told["Identiteten er kontrollert med"] == "Kontoret kjenner personen"
    assert "Kontrollsum for bildet av underskriften" not in told


def test_p11_on_paper_with_a_witness_and_scanned_in_by_the_helper(site: Site, draft: Helped) -> None:
    confirmed(draft, PAPER)
    (signature,) = behind.frozen(site, draft).signatures
    assert signature.by_hand
    assert "Vitne, hvis noen hjalp til med å skrive under" in facts(signature)
    assert facts(signature)["Identiteten er kontrollert med"] == "Pass"
    assert facts(signature)["Kontrollert av"] == "Fin Strandeng, Servicesenteret"
    assert facts(signature)["Lest opp av"] == "Fin Strandeng, Servicesenteret"
    assert "Legg inn det underskrevne papiret" in draft.receipt()
    strange = upload(draft, "papir.pdf", b"<html>" * 30)
    assert strange.status_code == 422
    assert upload(draft, "", b"").status_code == 422
    assert upload(draft, "papir.pdf", PDF).status_code == 303
    assert behind.events(site, draft)[-2:] == ["signed_paper_scanned", "paper_signature_received"]
    page = site.visitor("lun").get(f"/larvik/kontor/sak/{draft.id}").text
    assert "papir.pdf" in page
    assert "Underskrift kommer på papir" not in page


def upload(draft: Draft, name: str, content: bytes, **told: str) -> httpx.Response:
    token = draft.guest.token(f"{draft.guest.at}/skranke/")
    files = {"signed_paper": (name, content, "application/pdf")}
    typed = {"csrf_token": token, "how_signed": "own_hand"} | told
    return draft.guest.http.post(f"{draft.path}/papir", data=typed, files=files)


def test_f9_what_was_said_is_taken_down_with_the_reason_why_it_is_unsigned(site: Site, draft: Helped) -> None:
    confirmed(draft, SAID)
    told = facts(behind.frozen(site, draft).signatures[0])
    assert told["Tatt ned muntlig av"] == "Fin Strandeng, Servicesenteret"
    assert told["Underskriften mangler fordi"] == "Stille ringte fra sykehuset."
    assert told["Slik vet vi hvem det var"] == "Vi ringte tilbake på et nummer vi hadde fra før"
    assert "Skrevet under av" not in told
    assert behind.marks(site, draft) == ["said"]
    assert "Tatt ned muntlig uten underskrift" in site.visitor("lun").get("/larvik/kontor/").text


@pytest.mark.parametrize(
    ("typed", "lacking", "said"),
    [
        (DRAWN, "read_back", "Les opp svarene. Kryss av når personen er enig."),
        (DRAWN, "drawing", "Personen må tegne underskriften, eller skrive navnet"),
        (DRAWN, "identity", "Velg hvordan du har kontrollert hvem personen er."),
        (NAMED, "name_confirmed", "Personen må bekrefte at dette er underskriften."),
        (NAMED, "identity", "Velg hvordan du har kontrollert hvem personen er."),
        (PAPER, "read_back", "Les opp svarene. Kryss av når personen er enig."),
        (PAPER, "identity", "Velg hvordan du har kontrollert hvem personen er."),
        (SAID, "why_unsigned", "Skriv hvorfor underskriften mangler."),
        (SAID, "identity_checked", "Velg hvordan dere vet hvem det var."),
        (PAPER, "way", "Velg hvordan personen vil bekrefte."),
    ],
)
def test_what_lacks_is_asked_for_and_nothing_is_sent(
    site: Site, draft: Helped, typed: dict[str, Any], lacking: str, said: str
) -> None:
    with site.unchanged():
        answer = confirm(draft, {name: one for name, one in typed.items() if name != lacking})
    assert (answer.status_code, said in answer.text) == (422, True)


@pytest.mark.parametrize(
    "sent",
    [
        "x",
        "data:image/png;base64,!!!",
        "data:image/svg+xml;base64," + base64.b64encode(b"<svg/>").decode(),
        drawing(b"<html>" * 20),
        drawing(png()[:-4]),
        drawing(
            struct.pack(">8s4s4sII", b"\x89PNG\r\n\x1a\n", b"", b"IHDR", 50_000, 50_000) + b"IEND\xaeB`\x82"
        ),
        drawing(png()[:-12] + b"\0" * 400_000 + png()[-12:]),
    ],
)
def test_a_picture_that_is_none_is_refused(site: Site, draft: Helped, sent: str) -> None:
    with site.unchanged():
        answer = confirm(draft, DRAWN | {"drawing": sent})
    assert (answer.status_code, "Tegningen kom ikke riktig fram." in answer.text) == (422, True)


@pytest.mark.parametrize("ink", [0, 3])
def test_a_drawing_without_lines_is_none(site: Site, draft: Helped, ink: int) -> None:
    with site.unchanged():
        answer = confirm(draft, DRAWN | {"drawing": drawing(png(ink=ink))})
    assert (answer.status_code, "Personen må tegne underskriften" in answer.text) == (422, True)


@pytest.mark.parametrize("name", ["x", "Fin Strandeng", "strandeng FIN", "Noen Annen"])
def test_a_name_on_the_keyboard_is_never_the_helpers_nor_a_strangers(
    site: Site, draft: Helped, name: str
) -> None:
    with site.unchanged():
        answer = confirm(draft, NAMED | {"typed_name": name})
    assert (answer.status_code, "Personen må skrive navnet sitt selv." in answer.text) == (422, True)


def test_a_helper_with_the_same_family_name_signs_for_nobody(site: Site) -> None:
    draft = begun(site.visitor("fin"), Person("Stille Strandeng", STILLE.national_id)).complete()
    with site.unchanged():
        assert confirm(draft, NAMED | {"typed_name": "Fin Strandeng"}).status_code == 422
    confirmed(draft, NAMED | {"typed_name": "S. Strandeng"})


def test_the_helper_never_signs_by_their_own_log_in(site: Site, draft: Helped) -> None:
    assert f"{draft.path}/underskrift" in draft.review()
    owner = site.visitor("stille")
    with site.unchanged():
        assert draft.guest.get(f"{draft.path}/send").status_code == 404
        answer = draft.guest.post(f"{draft.path}/send", CONSENTS, page=f"{draft.path}/underskrift")
        assert answer.status_code == 404
        assert owner.get(f"/larvik/sak/{draft.id}/underskrift").status_code == 404


def test_what_was_changed_after_the_reading_aloud_is_read_again(site: Site) -> None:
    own = begin(site.visitor("stille")).complete()
    draft = taken_up(site.visitor("fin"), own)
    seen = draft.guest.told(f"{draft.path}/underskrift").along(DRAWN)
    assert own.answer("need", {"need_description": "Noe helt annet."}).status_code == 303
    with site.unchanged():
        answer = draft.guest.submit(f"{draft.path}/underskrift", seen)
    assert (answer.status_code, "Svarene er endret siden du leste dem." in answer.text) == (409, True)


def test_an_authorization_is_nothing_without_a_signature(site: Site) -> None:
    draft = begun(site.visitor("fin"), slug="power_of_attorney").complete()
    assert 'value="said"' not in draft.guest.get(f"{draft.path}/underskrift").text
    with site.unchanged():
        assert confirm(draft, SAID).status_code == 422
    confirmed(draft, DRAWN)


def test_a_complaint_may_be_said_too(helper: Guest) -> None:
    draft = begun(helper, slug="service_complaint").complete()
    confirmed(draft, SAID)


@pytest.fixture
def helper(site: Site) -> Guest:
    return site.visitor("fin")


def test_sent_twice_it_is_sent_once(site: Site, draft: Helped) -> None:
    seen = draft.guest.told(f"{draft.path}/underskrift").along(DRAWN)
    for _ in range(2):
        assert draft.guest.submit(f"{draft.path}/underskrift", seen).status_code == 303
    assert behind.submissions(site, draft) == 1


def test_what_was_chosen_and_drawn_stays_on_a_page_that_is_too_old_to_send(site: Site, draft: Helped) -> None:
    content = draft.guest.told(f"{draft.path}/underskrift").controls["content"]
    seen = {"csrf_token": "gammel", "content": content} | DRAWN
    with site.unchanged():
        answer = draft.guest.submit(f"{draft.path}/underskrift", list(seen.items()))
    assert answer.status_code == 400
    for words in ("Siden var for gammel til at vi kunne sende.", drawing()):
        assert words in answer.text
