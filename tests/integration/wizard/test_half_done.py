"""A step that was answered, changed and left half done: what that means for the steps after it."""

from tests import behind
from tests.draft import Draft
from tests.running_site import Site

WISH = {"coordinator_wish_has": "yes", "coordinator_wish_name": ""}
"""A wish that does not say for whom."""
AT_HOME = "Mor hjelper."
UNFINISHED = "Du er ikke ferdig med «Ønske om koordinator»"


def half_done(draft: Draft) -> Draft:
    """All but the last steps answered; then the coordinator's is changed and left without what it now lacks."""
    draft.fill(until="relatives")
    assert draft.autosave("coordinator", WISH).status_code == 200
    return draft


def test_a_later_step_names_the_one_that_is_half_done_and_keeps_what_is_written(
    site: Site, draft: Draft
) -> None:
    half_done(draft)
    page = draft.see("home")
    assert UNFINISHED in page
    assert f'href="{draft.step("coordinator")}"' in page.split(UNFINISHED)[1].split("</div>")[0]
    for text in ("Mor", AT_HOME):
        assert draft.autosave("home", {"caregivers": text}).status_code == 200
    assert AT_HOME in draft.see("home")
    answer = draft.answer("home", {"caregivers": AT_HOME})
    assert answer.headers["location"] == draft.step("coordinator")
    assert behind.answers(site, draft)["home"]["caregivers"] == AT_HOME


def test_whoever_is_led_back_to_a_half_done_step_is_told_what_it_lacks(draft: Draft) -> None:
    half_done(draft)
    assert "Rett opp dette" not in draft.see("coordinator"), "nobody asked to go on"
    for _ in range(2):
        assert draft.guest.get(draft.step("relatives")).headers["location"] == draft.step("coordinator")
        page = draft.see("coordinator")
        assert "Rett opp dette" in page
        assert 'href="#coordinator_wish_name"' in page
    assert "Rett opp dette" not in draft.see("coordinator"), "it is told once"
    draft.answer("home", {"caregivers": AT_HOME})
    assert 'href="#coordinator_wish_name"' in draft.see("coordinator")


def test_whoever_is_led_back_to_a_step_that_lacks_only_saving_is_told_so(draft: Draft) -> None:
    half_done(draft)
    draft.autosave("coordinator", WISH | {"coordinator_wish_name": "Rolig Fjellvind"})
    draft.guest.get(draft.step("relatives"))
    page = draft.see("coordinator")
    assert f"{UNFINISHED}. Trykk «Lagre og fortsett»" in page
    assert "Rett opp dette" not in page


def test_a_step_that_is_left_out_for_a_half_done_one_names_that_one(draft: Draft) -> None:
    draft.fill(until="urgency")
    old = draft.guest.told(draft.step("coordinator"))
    draft.autosave("request", {"request_types": []})
    answer = draft.guest.submit(draft.step("coordinator"), old.along({"coordinator_not": AT_HOME}))
    assert answer.status_code == 409
    assert "Du er ikke ferdig med «Det du søker om»" in answer.text
    assert "annen fane" not in answer.text
    assert AT_HOME in answer.text


def section(draft: Draft, slug: str) -> str:
    """A step's part of the review."""
    return draft.review().split(f'id="steg-{slug}"')[1].split("</section>")[0]


def test_the_review_shows_what_was_typed_and_says_that_it_is_not_saved(draft: Draft) -> None:
    draft.complete()
    assert "Ikke lagret ennå" not in draft.review()
    draft.autosave("home", {"caregivers": AT_HOME})
    draft.autosave("contact", {"subject_address-street": "Bjørkeveien 4", "subject_phone": "12"})
    home, contact = section(draft, "home"), section(draft, "contact")
    for text, slug, typed in ((home, "home", [AT_HOME]), (contact, "contact", ["Bjørkeveien 4", "12"])):
        assert "Ikke lagret ennå" in text
        assert "Gjør ferdig" in text
        assert f'href="{draft.step(slug)}"' in text
        assert all(one in text for one in typed)
    assert "Her mangler det noe" in contact
    assert "Her mangler det noe" not in home, "it lacks nothing but saving"
    assert "Gå videre til underskrift" not in draft.review()
