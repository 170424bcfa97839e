"""Whoever complains on paper is told when it must be handed in: before they write, and where the signature lacks."""

import pytest

from tests.at_a_time import SiteAt
from tests.draft import told

IN_TIME = "Sender du klagen i posten, må du levere den til posten senest siste dag."


@pytest.mark.parametrize(
    ("word", "runs_out"), [("klage", True), ("klage-pa-hjelpen", False), ("melding", False)]
)
def test_the_page_of_the_complaint_says_it_where_paper_is_offered(
    site_at: SiteAt, word: str, *, runs_out: bool
) -> None:
    page = site_at.visitor().get(f"/larvik/skjema/{word}").text
    on_paper = page.split("Vil du heller skrive på papir?")[1].split("</section>")[0]
    assert (IN_TIME in on_paper) is runs_out


@pytest.mark.parametrize(
    ("slug", "changed", "method", "runs_out"),
    [
        ("appeal", {}, "paper", True),
        ("appeal", {}, "electronic", False),
        ("appeal", {"answer": {"decision_maker": "nav"}}, "paper", False),
        ("service_complaint", {}, "paper", False),
    ],
)
def test_the_receipt_says_it_where_the_signature_comes_on_paper(
    site_at: SiteAt, slug: str, changed: dict[str, dict[str, str]], method: str, *, runs_out: bool
) -> None:
    draft = site_at.begin("jevn", slug).complete(told(slug, **changed))
    assert draft.send(sign_method=method).status_code == 303
    assert (IN_TIME in draft.receipt()) is runs_out
    assert (IN_TIME in draft.guest.get(draft.path).text) is runs_out
