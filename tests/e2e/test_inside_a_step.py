"""Rows, files and questions that open: with JavaScript and without."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.e2e.conftest import Open
from tests.e2e.job import SAMPLE, picture
from tests.e2e.opened_at import opened_at
from tests.e2e.walker import SAVE, Walker
from tests.e2e.window import PHONE
from tests.running_site import Site
from tests.sendable import pdf

RING = """field => {
    const { outlineWidth, outlineOffset, boxShadow } = getComputedStyle(field);
    const spread = Math.max(0, ...[...boxShadow.matchAll(/(\\d+)px/g)].map((found) => Number(found[1])));
    return Math.max(parseFloat(outlineWidth) + parseFloat(outlineOffset), spread);
}"""
"""How far the focus ring reaches beyond its field, in CSS pixels."""


def test_rows_come_and_go_and_the_others_keep_what_is_typed(
    opened: Open, site: Site, *, scripts: bool
) -> None:
    window = opened(scripts=scripts)
    opened_at(site, window, "relatives")
    page, walker = window.page, Walker(window, SAMPLE)
    for name in ("Rolig Fjellvind", "Glad Fjellvind", "Snill Fjellvind"):
        walker.add_row("relatives")
        page.locator("[name^=relatives-][name$=-name]").last.fill(name)
    with page.expect_navigation():
        page.locator("fieldset.row").nth(1).get_by_role("button", name="Fjern").click()
    names = [field.input_value() for field in page.locator("[name^=relatives-][name$=-name]").all()]
    assert names == ["Rolig Fjellvind", "Snill Fjellvind"]


def test_a_row_can_be_added_to_a_step_that_is_saved_already(
    opened: Open, site: Site, *, by_turns: bool
) -> None:
    window = opened(scripts=by_turns)
    opened_at(site, window, "relatives")
    page, walker, step = window.page, Walker(window, SAMPLE), window.path
    walker.fill()
    walker.save()
    window.go(step)
    walker.add_row("relatives")
    assert page.locator("fieldset.row").count() == 2
    assert page.evaluate("() => document.activeElement.id || location.hash").endswith("relatives-1")
    assert page.locator(".resumed").count() == 0, "nobody was away"
    window.go(step)
    assert page.locator(".resumed").is_visible()


def test_a_file_is_uploaded_fetched_and_taken_away_again(
    opened: Open, site: Site, tmp_path: Path, *, scripts: bool
) -> None:
    window = opened(scripts=scripts)
    opened_at(site, window, "attachments")
    file = picture(tmp_path)
    page, walker = window.page, Walker(window, SAMPLE)
    walker.upload("attachments", file)
    expect(page.get_by_role("status").filter(has_text=f"{file.name} er lagt ved.")).to_be_visible()
    told = re.compile(rf"\b{re.escape(file.name)} er lagt ved\.")
    expect(page.locator("#attachments")).to_have_accessible_description(told)
    assert window.download(file.name) == file.read_bytes()
    with page.expect_navigation():
        page.get_by_role("button", name=f"Fjern {file.name}").click()
    expect(page.get_by_role("link", name=file.name)).to_have_count(0)


def test_a_file_chosen_but_not_uploaded_follows_the_main_button(
    opened: Open, site: Site, tmp_path: Path, *, by_turns: bool
) -> None:
    window = opened(scripts=by_turns)
    opened_at(site, window, "attachments")
    page, step, file = window.page, window.path, picture(tmp_path)
    page.locator("[name=attachments]").set_input_files(file)
    with page.expect_navigation():
        page.locator(SAVE).click()
    assert window.path != step
    window.go(step)
    assert page.get_by_role("link", name=file.name).is_visible()


def test_an_upload_of_nothing_is_explained_at_its_question(
    opened: Open, site: Site, *, by_turns: bool
) -> None:
    window = opened(scripts=by_turns)
    opened_at(site, window, "attachments")
    with window.page.expect_navigation():
        window.page.get_by_role("button", name="Last opp").click()
    assert window.page.title().startswith("Feil: ")
    assert "ikke valgt noen fil" in window.page.locator("#attachments-error").inner_text()


def test_files_that_cannot_be_taken_are_told_before_they_are_sent(
    opened: Open, site: Site, tmp_path: Path
) -> None:
    window = opened()
    opened_at(site, window, "attachments")
    field, told = window.page.locator("#attachments"), window.page.locator("#attachments-unfit")
    large, small = tmp_path / "stor.pdf", picture(tmp_path)
    with large.open("wb") as file:
        file.truncate(10_000_001)
    other = tmp_path / "skript.exe"
    other.write_bytes(small.read_bytes())
    for files, why, kept in (
        ([large, small], "stor.pdf: Filen er for stor. Den kan være på opptil 10 MB.", 1),
        ([small, other], "skript.exe: Vi kan ta imot", 1),
        ([small] * 11, "opptil 10 filer", 10),
        ([large], "stor.pdf: Filen er for stor.", 0),
    ):
        field.set_input_files(files)
        expect(told).to_contain_text(why)
        expect(field).to_have_accessible_description(re.compile(re.escape(why)))
        assert field.get_attribute("aria-invalid") == "true"
        assert field.evaluate("field => field.files.length") == kept, "the rest is sent"
    field.set_input_files(small)
    expect(told).to_be_hidden()
    assert field.get_attribute("aria-invalid") is None


def test_on_a_slow_line_it_is_told_how_far_files_have_come_and_they_can_be_stopped(
    opened: Open, site: Site, tmp_path: Path
) -> None:
    window = opened()
    opened_at(site, window, "attachments")
    page, field = window.page, window.page.locator("#attachments")
    file = tmp_path / "stor.pdf"
    file.write_bytes(pdf(size=300_000))
    field.set_input_files(file)
    window.slow(bytes_a_second=60_000)
    bar = page.get_by_role("progressbar", name="Laster opp.")
    page.get_by_role("button", name="Last opp").click()
    expect(bar).to_be_visible()
    heard = page.locator("#attachments-sending [role=status]")
    expect(heard).to_have_text(re.compile(r"Laster opp: (25|50) prosent"))
    page.get_by_role("button", name="Avbryt opplastingen").click()
    expect(heard).to_contain_text("Opplastingen er avbrutt.")
    expect(bar).to_have_count(0)
    window.slow(bytes_a_second=-1)
    Walker(window, SAMPLE).press_upload("attachments")
    expect(page.get_by_role("link", name="stor.pdf")).to_be_visible()
    expect(page.get_by_role("status").filter(has_text="stor.pdf er lagt ved.")).to_be_visible()
    expect(page.locator("#attachments")).to_be_focused()


def test_files_that_are_chosen_while_others_are_sent_stay_chosen(
    opened: Open, site: Site, tmp_path: Path
) -> None:
    window = opened()
    opened_at(site, window, "attachments")
    page, field = window.page, window.page.locator("#attachments")
    first, second = tmp_path / "stor.pdf", picture(tmp_path)
    first.write_bytes(pdf(size=100_000))
    field.set_input_files(first)
    window.slow(bytes_a_second=100_000)
    page.get_by_role("button", name="Last opp").click()
    expect(page.get_by_role("progressbar", name="Laster opp.")).to_be_visible()
    field.set_input_files(second)
    window.slow(bytes_a_second=-1)
    expect(page.get_by_role("status").filter(has_text="stor.pdf er lagt ved.")).to_be_visible()
    assert field.evaluate("field => [...field.files].map(({ name }) => name)") == [second.name]
    Walker(window, SAMPLE).press_upload("attachments")
    expect(page.get_by_role("link", name=second.name)).to_be_visible()
    assert field.evaluate("field => field.files.length") == 0, "what was sent is chosen no more"


def test_a_file_of_a_wrong_kind_is_explained_at_its_question(
    opened: Open, site: Site, tmp_path: Path, *, by_turns: bool
) -> None:
    window = opened(scripts=by_turns)
    opened_at(site, window, "attachments")
    file = tmp_path / "brev.png"
    file.write_text("dette er ikke noe bilde")
    Walker(window, SAMPLE).upload("attachments", file)
    assert window.page.title().startswith("Feil: ")
    assert window.page.locator("#attachments-error").is_visible()


def test_a_question_opens_with_the_answer_that_asks_for_it(
    opened: Open, site: Site, *, scripts: bool
) -> None:
    window = opened(scripts=scripts)
    opened_at(site, window, "urgency")
    why = window.page.locator("[name=urgent_why]")
    expect(why).to_be_hidden()
    window.page.locator("[name=urgent][value=yes]").check()
    expect(why).to_be_visible()
    window.page.locator("[name=urgent][value=no]").check()
    expect(why).to_be_hidden()


def test_the_focus_ring_does_not_touch_what_stands_under_a_long_text(opened: Open, site: Site) -> None:
    window = opened(width=PHONE)
    opened_at(site, window, "need")
    field, count = (window.page.locator(f"#need_description{part}") for part in ("", "-count"))
    field.focus()
    ring = field.evaluate(RING)
    above, under = field.bounding_box(), count.bounding_box()
    assert above
    assert under
    assert under["y"] - (above["y"] + above["height"]) >= ring + 2


@pytest.mark.parametrize(
    ("length", "told"),
    [
        (1, "3\u00a0999 tegn igjen"),
        (4_500, "500 tegn mer enn vi ber om. Du kan sende det likevel."),
        (42_500, "2\u00a0500 tegn for mye. Kort ned teksten til 40\u00a0000 tegn."),
    ],
)
def test_the_counter_says_the_same_as_the_error(opened: Open, site: Site, length: int, told: str) -> None:
    window = opened()
    opened_at(site, window, "need")
    page = window.page
    page.locator("[name=need_description]").fill("😀" * length)
    assert page.locator("#need_description-count").inner_text() == told
    with page.expect_navigation():
        page.locator(SAVE).click()
    error = page.locator("#need_description-error")
    assert error.count() == (length > 40_000)
    if error.count():
        assert "42\u00a0500 tegn. Kort det ned til 40\u00a0000 tegn" in error.inner_text()
        assert page.locator("#need_description-count").inner_text() == told
