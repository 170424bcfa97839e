"""A complaint with much to tell: its own words come first on the review page and in both files, and come once."""

import re
from datetime import datetime

import pypdfium2
import pytest

from docgen.make import make_docx, settled
from forms.journeys.appeal.letter import SHORT
from forms.journeys.registry import journey, samples
from forms.language import OSLO
from tests import behind
from tests.at_a_time import SiteAt
from tests.documents import squeezed

MOMENT = datetime(2026, 12, 1, 12, tzinfo=OSLO)
ITS_OWN_WORDS = {
    "appeal": "Jeg søkte om koordinator og",
    "service_complaint": "Kveldsbesøket har ikke kommet",
}


@pytest.mark.parametrize("slug", ITS_OWN_WORDS)
def test_what_is_long_begins_on_the_first_page_and_is_said_once(site_at: SiteAt, slug: str) -> None:
    site_at.now = MOMENT
    long = next(one for one in samples(slug) if one.name == "long")
    draft = site_at.begin("jevn", slug).complete(long.answers)
    review = draft.review()
    steps = re.findall(r'<section class="answered" id="steg-([a-z-]+)"', review)
    assert tuple(steps[: len(journey(slug).foremost)]) == journey(slug).foremost
    assert draft.send().status_code == 303
    request = behind.frozen(site_at, draft)
    made = settled(request)[1]
    with pypdfium2.PdfDocument(made) as pages:
        assert ITS_OWN_WORDS[slug] in " ".join(pages[0].get_textpage().get_text_range().split())
    make_docx(request)  # which refuses a file that lacks a word or says one twice, as the PDF's maker does
    for step in journey(slug).foremost:
        for name, text in long.answers[step].items():
            among_the_points = len(text) <= SHORT and name != "tried_already"
            line = squeezed(text.strip().splitlines()[0])
            assert squeezed(request.content.model_dump_json()).count(line) == 1 + among_the_points
