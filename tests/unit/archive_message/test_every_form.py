"""Of every form, municipality, language and invented person: whom the archive is told of, by the schema."""

import pytest

from docgen.contract import DOCX, PDF
from forms.acting import role
from forms.blocks.circumstances import expected_child
from forms.journeys.registry import Sample, journey, samples
from forms.municipality import municipalities
from forms.situation import Situation
from forms.walk import Walk
from tests.archive_message import RECORD, matter, said
from wizard.archive_message.matter import Filed
from wizard.archive_message.message import message
from wizard.archive_message.schema import hold
from wizard.archive_message.who import of_form
from wizard.gallery import CODES, reading

SAMPLES = {
    f"{place.id}-{slug}-{one.name}": (place.id, slug, one)
    for place in municipalities().values()
    for slug in place.journeys
    for one in samples(slug)
}


def walk(place: str, slug: str, sample: Sample) -> Walk:
    situation = Situation(
        municipality=municipalities()[place],
        submitter=sample.submitter,
        today=sample.today,
        answers=sample.answers,
        synthetic=True,
    )
    return Walk(journey(slug), situation)


@pytest.mark.parametrize(("place", "slug", "sample"), SAMPLES.values(), ids=SAMPLES)
def test_the_sender_is_whoever_logged_in_and_the_message_is_by_the_schema(
    place: str, slug: str, sample: Sample
) -> None:
    now = walk(place, slug, sample).now
    both = of_form(now, sample.submitter)
    if role(now) != "staff_assisting":
        assert (both.sender.name, both.sender.national_id) == (
            sample.submitter.name,
            sample.submitter.national_id,
        )
    assert (both.subject == both.sender) == (role(now) in {"self", "", "staff_assisting"})
    assert not (expected_child(now) and both.subject)
    for code in CODES:
        title = reading(code).text(journey(slug).title)
        told = message(
            matter(
                place,
                sender=both.sender,
                subject=both.subject,
                sort=journey(slug).sort,
                title=journey(slug).title,
                pdf=Filed(title, PDF, b"%PDF-"),
                docx=Filed(title, DOCX, b"PK"),
            )
        )
        hold(told)
        names = {one.name for one in (both.sender, both.subject) if one and one.name}
        assert not [one for one in names if one in said(told, f"{RECORD}/a:offentligTittel")[0]]
        assert said(told, f"{RECORD}/a:dokumentbeskrivelse/a:tittel") == [title]
