"""At the counter: a signature on paper, and another language in the middle of signing, in a real browser."""

from pathlib import Path

from tests.counter import begun
from tests.e2e.conftest import Open
from tests.e2e.soundness import sound
from tests.e2e.test_counter import Helper, draw, helper, with_helper
from tests.e2e.window import PHONE
from tests.integration.wizard.test_counter_signing import PAPER, confirm
from tests.later import PDF
from tests.running_site import Site

__all__ = ["helper"]


def test_the_paper_that_was_signed_is_put_in(site: Site, helper: Helper, tmp_path: Path) -> None:
    draft = begun(site.visitor("fin")).complete()
    assert confirm(draft, PAPER).status_code == 303
    helper.window.go(draft.path)
    main = helper.page.locator("main")
    assert "Underskriften på papir mangler." in main.inner_text()
    assert "Underskriften din" not in main.inner_text(), "it is not the helper's"
    sound(helper.window, "case-on-paper")
    helper.follow("Legg inn det underskrevne papiret")
    sound(helper.window, "paper")
    helper.page.locator("[name=how_signed][value=mark]").check()
    helper.page.locator("[name=witness][value=another]").check()
    helper.page.locator("[name=witness_name]").fill("Lett Bergsund")
    helper.press("Legg inn")
    assert "Du har ikke valgt noen fil." in helper.page.locator("#feil").inner_text()
    sound(helper.window, "paper-none")
    for name, content in (("brev.pdf", b"no PDF at all"), ("skannet.pdf", PDF)):
        (tmp_path / name).write_bytes(content)
        helper.page.set_input_files("[name=signed_paper]", tmp_path / name)
        helper.press("Legg inn")
        sound(helper.window, name.partition(".")[0])
    assert helper.window.path == draft.path
    assert "Papiret er lagt inn." in helper.page.locator("main").inner_text()
    helper.follow("Var det feil papir? Legg inn et nytt")
    sound(helper.window, "paper-anew")


def test_another_language_keeps_what_is_chosen_and_drawn(opened: Open, site: Site) -> None:
    helper = Helper(opened(width=PHONE), "fin")
    helper.enter()
    draft = with_helper(site, helper)
    page = helper.page
    for name, value in (("told_use", "yes"), ("way", "drawn"), ("identity", "passport")):
        page.locator(f"[name={name}][value={value}]").check()
    draw(page)
    drawn, seen = (page.locator(f"[name={name}]").input_value() for name in ("drawing", "content"))
    helper.press("Send nå")
    helper.press("English")
    assert page.locator("html").get_attribute("lang") == "en"
    assert page.locator("#feil").is_visible(), "what is missing is still told"
    for name, value in (("told_use", "yes"), ("way", "drawn"), ("identity", "passport")):
        assert page.locator(f"[name={name}][value={value}]").is_checked()
    assert page.locator("[name=drawing]").input_value() == drawn
    page.wait_for_function(DARK)
    assert page.locator("[name=content]").input_value() != seen, "what is signed is in the new language"
    page.locator("[name=read_back]").check()
    helper.press("Send now")
    assert helper.window.path == f"{draft.path}/kvittering"


DARK = """() => {
    const canvas = document.querySelector("canvas");
    return canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height).data.some((one) => one < 50);
}"""
"""Whether anything is drawn on what can be seen."""
