"""What was written into a form that is no step, to read: its questions, and what was answered, as far as words tell it.

The form itself is not made: whoever asks for it may be waiting, and what it asks of whom may be known to nobody now.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from wtforms.fields.core import UnboundField

from forms.at_counter import StartForm, TakeUpForm
from forms.fields.declaration import Declaration
from forms.fields.drawing import Drawing
from forms.fields.yesno import NO, YES, YesNo
from forms.journeys.consent_withdrawal.spoken import SpokenForm
from forms.journeys.power_of_attorney_revocation.spoken import SpokenEndForm
from forms.journeys.registry import journeys
from forms.language import N_
from forms.paper_intake.last_day import LastDayForm
from forms.paper_intake.missing_numbers import NumbersForm
from forms.paper_intake.registering import RegisterForm
from forms.paper_intake.which import WhichForm
from forms.signed_paper import SignedPaperForm
from forms.signing import CosignForm, SignForm
from forms.signing_at_counter import CounterSignForm
from forms.stepform import StepForm
from forms.tracks import TRACKS
from wizard.routes.asking_form import AskForm
from wizard.routes.here import language
from wizard.routes.left_path import Line
from wizard.routes.naming import NameForm
from wizard.routes.notice_forms import AddressForm, CodeForm, KindsForm
from wizard.routes.reason_form import ReasonForm

FORMS: Mapping[str, type[StepForm]] = {
    "apply.ask": AskForm,
    "apply.ask_for_code": AddressForm,
    "apply.choose_kinds": KindsForm,
    "apply.confirm_address": CodeForm,
    "apply.confirmed": CounterSignForm,
    "apply.cosign": CosignForm,
    "apply.paper_scanned": SignedPaperForm,
    "apply.put_in": SignForm,
    "apply.take_name": NameForm,
    "counter.begin": StartForm,
    "counter.take_up": TakeUpForm,
    "office.add_numbers": NumbersForm,
    "office.begin_paper": WhichForm,
    "office.end_power": SpokenEndForm,
    "office.give_reason": ReasonForm,
    "office.put_in_paper": RegisterForm,
    "office.take_down": SpokenForm,
    "office.write_last_day": LastDayForm,
}
WORDS: Mapping[str, Mapping[str, str]] = {
    "apply.decline": {"word": N_("Det du ville si")},
    "office.send_on": {"track": N_("Det du valgte")},
    "office.seek": {"asked": N_("Det du søkte etter")},
    "public.found": {"asked": N_("Det du søkte etter")},
}
"""Fields that no form declares. What stands in neither is no word of anybody's: it is carried, and not shown."""
CHOSEN = {"office.send_on": {id_: track.to for id_, track in TRACKS.items()}}
"""Of those fields the ones with something to choose from: what each choice is called."""
BUTTONS = frozenset(
    {
        "apply.begin",
        "apply.begin_for",
        "apply.code_for_colleague",
        "apply.code_for_counter",
        "apply.code_for_phone",
        "apply.delete_own_data",
        "apply.end_help",
        "apply.end_log_in",
        "apply.end_log_ins",
        "apply.give_back",
        "apply.keep",
        "apply.open_for",
        "apply.send_now",
        "apply.take_address_away",
        "apply.take_back",
        "apply.take_back_consents",
        "apply.take_over",
        "apply.throw_away",
        "counter.not_shared",
        "counter.shared",
        "office.authorization_good",
        "office.deliver_again",
        "office.let_go",
        "office.make_documents_again",
        "office.number_is_wrong",
        "office.paper_came",
        "office.put_into_archive",
        "office.take",
        "office.take_out_of_archive",
        "office.throw_away_paper",
        "office.try_stuck_now",
    }
)
"""Where nothing is written: what a press does is read on its own page, and is pressed there anew."""
ANSWERS = {YES: N_("Ja"), NO: N_("Nei")}
DRAWN = N_("Tegnet på skjermen")


def written(endpoint: str, pairs: Iterable[tuple[str, str]]) -> list[Line]:
    """Question by question."""
    told: dict[str, list[str]] = {}
    for name, value in pairs:
        label, text = _told(endpoint, name, value) if value.strip() else ("", "")
        if label and text:
            told.setdefault(label, []).append(text)
    return [Line(label, ", ".join(texts)) for label, texts in told.items()]


def _told(endpoint: str, name: str, value: str) -> tuple[str, str]:
    """Label and answer; both empty for what is no answer."""
    if label := WORDS.get(endpoint, {}).get(name):
        called = CHOSEN.get(endpoint)
        return language().text(label), language().text(called.get(value, "")) if called else value
    question = _question(FORMS.get(endpoint), name)
    if question is None:
        return "", ""
    label = question.args[0] if question.args else question.kwargs["label"]
    return language().text(label, form=language().text(N_("skjemaet"))), _answer(question, value)


def _question(form: type[StepForm] | None, name: str) -> "UnboundField[Any] | None":
    """An input is called after its question, with its part behind, or whom it is about before."""
    first, _, last = name.partition("-")
    found = (getattr(form, one, None) for one in (name, first, last) if one)
    return next((one for one in found if isinstance(one, UnboundField)), None)


def _answer(question: "UnboundField[Any]", value: str) -> str:
    if issubclass(question.field_class, Drawing):
        return language().text(DRAWN)
    if "choices" in question.kwargs:
        offered = {value: label for value, label, *_ in question.kwargs["choices"]}
        forms = {slug: found.title for slug, found in journeys().items()}
        return language().text((offered or forms).get(value, ""))
    ticked = issubclass(question.field_class, YesNo | Declaration)
    return language().text(ANSWERS.get(value, "")) if ticked else value
