"""Each question kind is drawn as it is drawn for a citizen, and its parts are tied together without any script."""

import re
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any, ClassVar

import pytest
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from lxml import html
from werkzeug.datastructures import MultiDict

from forms.fields.address import Address
from forms.fields.choice import Choice
from forms.fields.choices import Choices
from forms.fields.dateparts import DateParts
from forms.fields.declaration import Declaration
from forms.fields.drawing import Drawing
from forms.fields.email import Email
from forms.fields.files import Files
from forms.fields.fixed import Fixed
from forms.fields.longtext import LongText
from forms.fields.rows import RowForm, Rows
from forms.fields.text import Text
from forms.fields.yesno import YesNo
from forms.journeys.coordination.journey import COORDINATION
from forms.language import Language
from forms.municipality import municipality
from forms.question import When
from forms.situation import FileInfo, Person, Situation
from forms.stepform import StepForm
from wizard.calling import calls
from wizard.references import whole

TEMPLATES = Path(__file__).parents[2] / "templates"


class Relative(RowForm):
    name = Text("Navn", missing="Skriv navnet")
    knows = YesNo("Vet de om søknaden?")
    more = Text("Hva vet de?", when=When("knows", ("yes",)))


class EveryKind(StepForm):
    def arrange(self, situation: Situation) -> None:  # noqa: ARG002 -- the form's signature
        self.known.settle("x")

    def rearrange(self) -> None:
        self.need.caution = "Ikke skriv hvor du er."

    municipality = Fixed("Kommune", value=lambda situation: situation.municipality.name)
    name = Text("Navn", hint="Slik du skriver det.", missing="Skriv navnet", autocomplete="name")
    mail = Email("E-post")
    need = LongText("Behov", missing="Skriv hva du trenger")
    role = Choice(
        "Rolle", choices=[("self", "Meg selv"), ("other", "En annen", "Du er pårørende.")], missing="Velg"
    )
    who = Text("Hvem?", when=When("role", ("other",)), missing="Skriv hvem")
    wish = YesNo("Ønsker du noen?", when=When("role", ("self", "other")))
    wished = Text("Hvem ønsker du?", when=When("wish", ("yes",)))
    known = Choice("Kjent", choices=[("x", "Kjent svar"), ("y", "Annet")], missing="Velg")
    known_more = Text("Mer om det kjente", when=When("known", ("x",)))
    known_less = Text("Bare om det andre", when=When("known", ("y",)))
    wants = Choices("Ønsker", choices=[("a", "A"), ("b", "B", "Forklart.")], missing="Velg minst én")
    born = DateParts("Fødselsdato", missing="Skriv datoen")
    home = Address("Adresse", missing="Skriv adressen")
    relatives = Rows("Pårørende", row=Relative, row_title="Pårørende nr. %(number)s")
    files = Files("Vedlegg", hint="Om du har noe.")
    true = Declaration("Dette er riktig", missing="Kryss av")
    drawn = Drawing("Underskrift", hint="Tegn selv.", missing="Tegn")


class Page:
    """The form's questions as HTML, read back."""

    environment: ClassVar = Environment(
        loader=FileSystemLoader(TEMPLATES),
        extensions=["jinja2.ext.i18n"],
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
    )

    def __init__(
        self,
        typed: MultiDict[str, Any] | None = None,
        saved: dict[str, Any] | None = None,
        *,
        checked: bool = True,
    ) -> None:
        language = Language()
        self.environment.filters |= {"calls": calls, "whole": whole}
        self.environment.install_null_translations(newstyle=True)  # type: ignore[attr-defined]  # the extension's
        place = municipality("larvik")
        received = {"files": (FileInfo("f1", 'a"b.pdf', 1000, "application/pdf", "0" * 64),)}
        someone = Person("Myk Havgløtt", "21868449893")
        situation = Situation(place, someone, date(2026, 11, 22), language, files=received)
        form = EveryKind(situation, typed, saved)
        if typed is not None and checked:
            form.validate()
        self.form = form
        self.text = self.environment.get_template("questions/all.html").render(
            form=form,
            language=language,
            municipality=place,
            kiosk="",
            case_id="1",
            url_for=lambda *_, **__: "/",
            attached=["f1"],
            detached=[],
            moved=[],
            turned=[],
        )
        self.tree = html.fromstring(f"<form>{self.text}</form>")

    def ids(self) -> list[str]:
        return [str(found) for found in self.tree.xpath("//@id")]

    def tied(self, attribute: str) -> set[str]:
        return {one for found in self.tree.xpath(f"//@{attribute}") for one in str(found).split()}


ROW = {"relatives": [{"name": "Kåre"}, {"name": "Mai"}]}


def wrong() -> MultiDict[str, Any]:
    return MultiDict(
        [("role", "other"), ("born-day", "31"), ("home-street", "Gata"), ("relatives-0-knows", "yes")]
    )


@pytest.fixture(params=[(None, None), (wrong(), None), (None, ROW)], ids=["empty", "wrong", "rows"])
def page(request: pytest.FixtureRequest) -> Page:
    typed, saved = request.param
    return Page(typed, saved)


def test_every_input_has_a_label_and_every_id_is_there_once(page: Page) -> None:
    assert len(page.ids()) == len(set(page.ids()))
    for control in page.tree.xpath("//input[not(@type='hidden')] | //textarea"):
        assert page.tree.xpath("//label[@for=$id]", id=control.get("id")), html.tostring(control)


def test_whatever_is_said_to_describe_or_name_an_input_is_there(page: Page) -> None:
    assert page.tied("aria-describedby") | page.tied("aria-labelledby") <= set(page.ids())


def test_a_warning_is_read_with_the_question_that_it_stands_at(page: Page) -> None:
    (control,) = page.tree.xpath("//*[@id='need']")
    described = control.get("aria-describedby").split()
    assert "Ikke skriv hvor du er." in [page.tree.xpath("string(//*[@id=$id])", id=one) for one in described]


def test_every_fault_leads_to_an_input_that_is_marked_and_described_by_its_message() -> None:
    page = Page(wrong())
    assert len(page.form.faults()) >= 8
    for fault in page.form.faults():
        (control,) = page.tree.xpath("//*[@id=$id]", id=fault.anchor)
        assert control.get("aria-invalid") == "true", fault
        group = control.xpath("ancestor::fieldset[1]")
        described = " ".join(one.get("aria-describedby", "") for one in [control, *group]).split()
        messages = [page.tree.xpath("string(//*[@id=$id])", id=one).strip() for one in described]
        assert fault.message in messages, fault


def test_what_was_typed_and_not_yet_saved_is_not_called_wrong() -> None:
    page = Page(wrong(), checked=False)
    assert page.tree.xpath("//*[@aria-invalid]") == []
    assert page.tied("aria-describedby") <= set(page.ids())


def test_what_is_wrong_with_one_box_of_an_address_stands_at_that_box() -> None:
    page = Page(MultiDict([("home-street", "Gata 1"), ("home-postcode", "32"), ("home-city", "Larvik")]))
    (box,) = page.tree.xpath("//*[@id='home-error']/..")
    assert box.xpath(".//input/@id") == ["home-postcode"]
    several = Page(MultiDict([("home-street", "Gata 1")]))
    (over,) = several.tree.xpath("//*[@id='home-error']")
    assert over.xpath("following-sibling::div//input/@id") == ["home-street", "home-postcode", "home-city"]


def test_what_was_typed_stands_there_again() -> None:
    page = Page(
        MultiDict(
            [("name", '"><b hx-get="/x">'), ("need", "\n linje <i>"), ("role", "other"), ("wants", "b")]
        )
    )
    assert page.tree.xpath("string(//*[@id='name']/@value)") == '"><b hx-get="/x">'
    assert page.tree.xpath("string(//textarea)").endswith("\n linje <i>")
    assert page.tree.xpath("//input[@name='role'][@checked]/@value") == ["other"]
    assert page.tree.xpath("//input[@name='wants'][@checked]/@value") == ["b"]
    assert not page.tree.xpath("//*[@hx-get]")


def test_only_radio_buttons_that_may_stay_open_can_be_emptied_again() -> None:
    page = Page(saved={"wish": "yes", "role": "self"})
    assert page.tree.xpath("//input[@type='radio'][@value='']/@name") == ["wish"]
    assert page.tree.xpath("//input[@name='wish'][@checked]/@value") == ["yes"]
    assert Page(MultiDict({"wish": "", "role": "self"}), {"wish": "yes"}).form["wish"].stored() is None


def test_what_is_known_stands_there_as_text_with_what_depends_on_it_open() -> None:
    page = Page()
    assert "Kjent svar" in page.tree.xpath("string(//*[@id='known'])")
    assert not page.tree.xpath("//input[@name='known']")
    assert not page.tree.xpath("//input[@name='known_more']/ancestor::*[@data-place]")


def test_a_value_opens_the_questions_that_depend_on_it_and_no_others() -> None:
    page = Page()
    (who,) = page.tree.xpath("//div[@data-place][.//input[@name='who']]")
    opened = page.tree.xpath("//input[@name='role']/@data-opens")
    assert who.get("data-place") == "1"
    assert [str(one).split() for one in opened] == [["2"], ["1", "2"]]


def test_the_style_sheet_has_a_place_for_every_question_that_another_one_opens() -> None:
    sheet = (TEMPLATES.parent / "wizard" / "static" / "veiviser.css").read_text(encoding="utf-8")
    places = {int(place) for place in re.findall(r'data-place="(\d)"\]', sheet)}
    someone = Situation(municipality("larvik"), Person("Myk Havgløtt", "21868449893"), date(2026, 11, 22))
    for step in COORDINATION.steps:
        asked = Counter(question.when.question for question in step.form(someone) if question.when)
        assert max(asked.values(), default=0) <= max(places), step.slug


def test_what_hangs_on_a_settled_answer_is_drawn_only_where_it_is_asked() -> None:
    tree = Page().tree
    assert tree.xpath("//input[@name='known_more']")
    assert not tree.xpath("//input[@name='known_less']")
