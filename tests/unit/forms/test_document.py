from dataclasses import replace
from datetime import UTC, datetime

import pytest
from pydantic import ValidationError
from werkzeug.datastructures import MultiDict

from docgen.contract import Fact
from forms.document import content, receipt, request
from forms.journey import Kind, Note
from forms.journeys.registry import Sample, journey, journeys, samples
from forms.language import Code, Language
from forms.municipality import Municipality, municipalities
from forms.signatures import LogIn, electronic_signature, hand_signature
from forms.signing import SignForm, declarations
from forms.situation import FileInfo, Situation
from forms.walk import Walk
from tests.unit.forms.invented import HERE, LETTER, STILLE
from wizard.gallery import reading

MOMENT = datetime(2026, 12, 1, 11, 3, tzinfo=UTC)
ALL_SAMPLES = [(slug, one) for slug in journeys() for one in samples(slug)]


def walk_of(index: int = 0, situation: Situation = HERE) -> Walk:
    one = samples("coordination")[index]
    return Walk(journey("coordination"), replace(situation, submitter=one.submitter, answers=one.answers))


@pytest.mark.parametrize("place", municipalities().values(), ids=lambda place: place.id)
@pytest.mark.parametrize(("slug", "one"), ALL_SAMPLES, ids=lambda value: getattr(value, "name", value))
def test_every_sample_is_sound_in_every_municipality_and_is_made_the_same_every_time(
    slug: str, one: Sample, place: Municipality
) -> None:
    situation = replace(
        HERE,
        municipality=place,
        submitter=one.submitter,
        today=one.today,
        answers=one.answers,
    )
    walk = Walk(journey(slug), situation)
    assert walk.unsound() == ()
    assert content(walk, "V-1").sha256() == content(walk, "V-1").sha256()


@pytest.mark.parametrize("code", ["nb", "nn", "en"])
@pytest.mark.parametrize("index", [0, 1])
def test_every_heading_of_a_document_stands_there_once(index: int, code: Code) -> None:
    made = content(walk_of(index, replace(HERE, language=reading(code))), "V-1")
    headings = [made.title, *(section.title for section in made.sections)]
    headings += [made.labels.attachments, made.labels.signatures, made.labels.seal_title]
    assert sorted(set(headings)) == sorted(headings)


def test_an_open_question_is_said_to_be_open_in_words() -> None:
    answers = [one for section in content(walk_of(1), "V-1").sections for one in section.answers]
    assert "Ikke besvart" in {
        one.answer for one in answers if one.question == "Hvem er fastlegen til barnet?"
    }
    other = content(walk_of(1), "V-1", missing="–")
    assert "–" in {one.answer for section in other.sections for one in section.answers}


@pytest.mark.parametrize(
    ("kind", "label"),
    [
        ("form", "Dette ber jeg om"),
        ("letter", "Dette gjelder det, og dette ber jeg om"),
        ("declaration", "Dette erklærer jeg"),
    ],
)
def test_a_document_is_of_its_journeys_kind_and_says_its_points(kind: Kind, label: str) -> None:
    walk = walk_of()
    asking = replace(
        walk.journey, kind=kind, points=lambda now: [f"{now.municipality.name} svarer\x00", "Snart"]
    )
    made = content(replace(walk, journey=asking), "V-1")
    assert (made.kind, made.labels.points) == (kind, label)
    assert made.points == ["Larvik kommune svarer", "Snart"]
    assert content(walk, "V-1").points == []


def test_the_receipt_tells_the_time_and_what_became_known_then() -> None:
    walk = walk_of()
    late = replace(walk.journey, received=lambda _, at: [Note("Frist", f"For sent {at.year}")])
    told = receipt(replace(walk, journey=late), MOMENT)
    assert [(fact.label, fact.value) for fact in told] == [
        ("Mottatt", "1. desember 2026 kl. 12.03"),
        ("Frist", "For sent 2026"),
    ]


def test_attachments_are_listed_with_size_and_hash() -> None:
    hostile = FileInfo("f2", "\u202efdp.exe\x00.pdf", 1_240_000, "application/pdf", "cd" * 32)
    situation = replace(HERE, files={"attachments": (LETTER, hostile), "rep_document": (LETTER,)})
    attached = content(walk_of(0, situation), "V-1").attachments
    assert [(one.name, one.size, one.sha256) for one in attached] == [
        ("uttalelse.pdf", "231 kB", "ab" * 32),
        ("fdp.exe.pdf", "1,2 MB", "cd" * 32),
    ]


def test_the_list_of_files_has_another_heading_than_the_question_about_them() -> None:
    made = content(walk_of(0, replace(HERE, files={"attachments": (LETTER,)})), "V-1")
    assert made.labels.attachments not in {section.title for section in made.sections}


def test_names_from_the_log_in_are_cleaned_before_they_are_printed() -> None:
    person = replace(STILLE, name="Stille\x00 \u202eBjørkeløv")
    walk = walk_of()
    made = content(replace(walk, situation=replace(walk.situation, submitter=person)), "V-1")
    assert made.facts[1].value == "Stille Bjørkeløv, den det gjelder"


def test_what_is_declared_is_what_the_last_page_asks() -> None:
    assert content(walk_of(), "V-1").declarations == [
        "Jeg har lest hvordan kommunen bruker opplysningene.",
        "Jeg mener at opplysningene er riktige, så langt jeg vet.",
    ]


def test_an_electronic_signature_tells_who_as_what_how_known_and_when() -> None:
    made = content(walk_of(), "V-1")
    signature = electronic_signature(
        STILLE, "den det gjelder", LogIn("idporten-loa-high", "5f0c"), MOMENT, made.sha256(), Language()
    )
    assert [fact.value for fact in signature.facts] == [
        "Stille Bjørkeløv",
        "148357 *****",
        "den det gjelder",
        "Høyt",
        "5f0c",
        "1. desember 2026 kl. 12.03",
    ]
    assert not signature.by_hand
    whole = request(made, [signature], [Fact(label="Mottatt", value="nå")])
    assert whole.sha256() == request(made, [signature], [Fact(label="Mottatt", value="nå")]).sha256()


def test_an_unknown_level_is_printed_by_its_own_name() -> None:
    signature = electronic_signature(
        STILLE, "den det gjelder", LogIn("demo", "5f0c"), MOMENT, "0" * 64, Language()
    )
    assert signature.facts[3].value == "demo"


def test_a_signature_by_hand_has_lines_to_write_on() -> None:
    signature = hand_signature(STILLE, "den det gjelder", "0" * 64, Language())
    assert signature.by_hand
    blank = [fact.label for fact in signature.facts if not fact.value]
    assert blank[:3] == ["Sted", "Dato", "Underskrift"]


def test_a_person_without_a_number_leaves_no_line_to_write_it_on() -> None:
    signature = hand_signature(replace(STILLE, national_id=""), "", "0" * 64, Language())
    assert "Fødselsnummer" not in {fact.label for fact in signature.facts}


def test_a_signature_on_other_content_is_refused() -> None:
    signature = hand_signature(STILLE, "den det gjelder", "0" * 64, Language())
    with pytest.raises(ValidationError):
        request(content(walk_of(), "V-1"), [signature], [])


SIGNED = {"info_read": "yes", "declaration": "yes", "sign_method": "electronic"}


@pytest.mark.parametrize("left_out", SIGNED)
def test_nothing_is_signed_before_everything_is_declared(left_out: str) -> None:
    typed = MultiDict({name: value for name, value in SIGNED.items() if name != left_out})
    form = SignForm(HERE, typed)
    assert not form.validate()
    assert [fault.anchor for fault in form.faults()] == [left_out]
    assert SignForm(HERE, MultiDict(SIGNED)).validate()


@pytest.mark.parametrize("value", ["nei", "False", "0", "off", "on"])
def test_a_no_never_becomes_a_declaration(value: str) -> None:
    assert not SignForm(HERE, MultiDict({**SIGNED, "declaration": value})).validate()


def test_staff_who_help_cannot_sign_for_the_person() -> None:
    helping = HERE.with_answers({"role": {"submitter_role": "staff_assisting"}})
    assert not SignForm(helping, MultiDict(SIGNED)).validate()
    assert SignForm(helping, MultiDict({**SIGNED, "sign_method": "paper"})).validate()


def test_staff_who_wrote_down_what_was_said_need_no_signature() -> None:
    told = {"submitter_role": "staff_assisting", "oral_or_written": "oral"}
    noting = HERE.with_answers({"role": told})
    assert SignForm(noting, MultiDict(SIGNED)).validate()
    assert not SignForm(noting, MultiDict({**SIGNED, "sign_method": "paper"})).validate()
    assert declarations(noting)[1] == "Jeg har skrevet ned det personen sa, så riktig jeg kan."
    for other in ({"submitter_role": "self"}, {"oral_or_written": "written"}):
        helping = HERE.with_answers({"role": told | other})
        assert declarations(helping)[1] == helping.declares.sentence
        assert SignForm(helping, MultiDict({**SIGNED, "sign_method": "paper"})).validate()


def test_somebody_protected_is_not_asked_on_paper_where_they_are() -> None:
    asked = [
        {fact.label for fact in hand_signature(STILLE, "", "0" * 64, Language(), protected=protected).facts}
        for protected in (False, True)
    ]
    assert asked[0] - asked[1] == {"Sted"}
