"""A form that came on paper, as the office registers it: the form's own kind of case, walked over what staff tell."""

from dataclasses import replace
from functools import cache

from forms.journey import Condition, Journey, Step
from forms.journeys.registry import journey
from forms.language import N_
from forms.paper_intake import consent, consent_seen, earlier, elsewhere, power, power_seen, seen, timely
from forms.paper_intake.days import AnswerDaysForm, DaysForm, DeciderForm
from forms.paper_intake.papers import PapersForm
from forms.paper_intake.person import PersonForm, ProtectionForm
from forms.paper_intake.proxy import ProxyForm
from forms.paper_intake.said_yes import says_yes
from forms.paper_intake.sender import ChildForm, LettersHomeForm, SenderForm
from forms.paper_intake.wish import WishForm
from forms.stepform import StepForm
from forms.unsaid import (
    follows_none,
    no_deadline,
    nothing,
    nothing_given,
    nothing_received,
    takes_nothing,
    untied,
    untold,
)

_WHO = (
    Step(
        "address-protection",
        N_("Sperret adresse"),
        ProtectionForm,
        N_("Vi spør om dette før alt som viser hvor noen er."),
        part=N_("Personen"),
    ),
    Step("subject", N_("Hvem det gjelder"), PersonForm, N_("Skriv det som står på skjemaet.")),
    Step("sender", N_("Hvem som sendte det"), SenderForm),
    Step("young", N_("Barnet og foreldrene"), ChildForm, when=seen.child_writes),
    Step("safe-place", N_("Brev hjem"), LettersHomeForm, when=seen.may_hide_at_home),
)
_DAYS = Step("days", N_("Når det kom"), DaysForm, part=N_("Dagene"))
_COMPLAINED_OF = (
    Step("answer", N_("Hvem som svarte"), DeciderForm),
    Step(
        "dates", N_("Svaret det er klaget på"), AnswerDaysForm, N_("Står det ikke, lar du feltene stå tomme.")
    ),
)
_POWER = (
    Step("proxy", N_("Den som får fullmakt"), ProxyForm, part=N_("Det som står på papiret")),
    Step("power", N_("Hva fullmakten gjelder"), power.PowerForm),
)
_CONSENT = (
    Step("kinds", N_("Hva samtykket gjelder"), consent.KindsForm, part=N_("Det som står på papiret")),
    Step("sharing", N_("Ja til å dele opplysninger"), consent.SharingForm, when=consent.to_sharing),
)
_BACK: dict[str, type[StepForm]] = {
    "supplement": earlier.EarlierForm,
    earlier.OF_POWER: earlier.PowerTakenBackForm,
    earlier.SIGNED_OR_NOT: earlier.DeclarationTakenBackForm,
}
_PAPERS = Step("papers", N_("Papirene"), PapersForm, part=N_("Papirene"))


@cache
def paper_journey(slug: str) -> Journey:
    """The journey of that slug as it is walked for a case that came on paper: same title, same law, other steps."""
    real = journey(slug)
    complained_of = _COMPLAINED_OF if slug == "appeal" else ()
    found = replace(
        real,
        steps=(*_WHO, _DAYS, *complained_of, *_belongs_to(real), *_wish(real), *_given(slug), _PAPERS),
        kind="form",
        notes=seen.complaint_notes if complained_of else earlier.notes(real),
        points=nothing,
        foremost=(),
        deadline=real.deadline if complained_of else no_deadline,
        received=timely.received if complained_of else nothing_received,
        afterwards=timely.afterwards if complained_of else nothing,
        elsewhere=_elsewhere(real if complained_of else None),
        lasting=elsewhere.told,
        steps_after=nothing,
        tie=untied if real.follows is follows_none else earlier.tie(real),
        gives=nothing_given,
        says_yes=nothing,
        takes=earlier.takes if real.slug == earlier.SIGNED_OR_NOT else takes_nothing,
        others_sign=False,
        about=seen.about,
        apart=untold,
        restricted=seen.restricted,
    )
    return _as_given(found, real)


def _elsewhere(complaint: Journey | None) -> Condition:
    """What belongs to another municipality is not answered here, whatever it is."""
    return lambda now: elsewhere.is_anothers(now) or (complaint is not None and complaint.elsewhere(now))


def _given(slug: str) -> tuple[Step, ...]:
    """What a power of attorney or a consent says: it takes effect here as if it had been sent digitally."""
    return {"power_of_attorney": _POWER, "consent": _CONSENT}.get(slug, ())


def _as_given(found: Journey, real: Journey) -> Journey:
    if found.slug == "power_of_attorney":
        return replace(
            found,
            notes=power_seen.notes,
            received=power_seen.received,
            afterwards=power_seen.afterwards,
            gives=power.gives,
            apart=power_seen.apart,
        )
    if found.slug in {earlier.OF_POWER, earlier.SIGNED_OR_NOT}:
        return replace(found, afterwards=earlier.afterwards(real))
    if found.slug == "consent":
        return replace(
            found,
            notes=consent_seen.notes,
            afterwards=consent_seen.afterwards,
            says_yes=says_yes,
            apart=consent_seen.apart,
            restricted=consent_seen.restricted,
        )
    return found


def _belongs_to(real: Journey) -> tuple[Step, ...]:
    if real.follows is follows_none:
        return ()
    form = _BACK.get(real.slug, earlier.TakenBackForm)
    return (Step("earlier", N_("Saken det hører til"), form, told=earlier.told(real)),)


def _wish(real: Journey) -> tuple[Step, ...]:
    """Where the form itself asks for one."""
    asks = any(step.slug == "coordinator" for step in real.steps)
    return (Step("wish", N_("Ønske om koordinator"), WishForm),) if asks else ()
