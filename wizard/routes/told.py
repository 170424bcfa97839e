"""What the page after a redirect tells, once. Kinds and random ids lie in the cookie meanwhile, nothing personal."""

from typing import cast

from flask import flash, get_flashed_messages

from forms.language import N_
from forms.stepform import StepForm

VOIDED = "voided"
PAPER_CAME, PAPER_LOOKED_AT, PAPER_REPLACED = "paper_came", "paper_looked_at", "paper_replaced"
YES_WAITS = "yes_waits"
DONE = {
    "logged_out": N_("Du er logget ut."),
    "in_tab": N_("Du er logget inn. Det du skrev, står i den andre fanen. Gå til den, og fortsett der."),
    "one_logged_out": N_("Du er logget ut der."),
    "others_logged_out": N_("Du er logget ut alle andre steder."),
    "code_mailed": N_("Vi har sendt deg en kode på e-post. Det kan ta noen minutter."),
    "address_there": N_("Den adressen bruker vi allerede."),
    "address_confirmed": N_("Adressen er bekreftet. Under ser du når vi sender deg e-post."),
    "address_taken_away": N_("Adressen er slettet. Du får én siste e-post om det."),
    "refused_taken_away": N_("Adressen er slettet. Du får ikke flere e-poster."),
    "notices_chosen": N_("Valget ditt er lagret."),
    "deleted": N_("Utkastet er slettet."),
    "account_deleted": N_("Det vi hadde om deg, er slettet, og du er logget ut."),
    "name_changed": N_("Navnet ditt er endret. Det du har skrevet under eller sendt før, er som det var."),
    "kept": N_("Utkastet blir liggende."),
    "archived": N_("Det er skrevet ned at saken ligger i arkivet. Den som har sendt, får vite det."),
    "not_archived": N_("Det er skrevet ned at saken ikke ligger i arkivet. Den som har sendt, får vite det."),
    "documents_again": N_("Dokumentene lages på nytt. De kommer på denne siden når de er klare."),
    "delivered_again": N_("Saken leveres på nytt. Du ser på denne siden om den kommer fram."),
    "tried_now": N_("Vi prøver på nytt nå. Det kan ta et minutt før du ser det her."),
    "not_tried_now": N_(
        "Saken venter ikke lenger, eller noen andre har nettopp prøvd på nytt. Ingenting er endret."
    ),
    "press_again": N_(
        "Takk, nå vet vi at det er deg. Ingenting har skjedd ennå. Trykk på knappen én gang til."
    ),
    "write_again": N_(
        "Takk, nå vet vi at det er deg. Ingenting har skjedd ennå. Det du valgte eller skrev på siden, er borte. "
        "Fyll det inn på nytt, og trykk på knappen."
    ),
    "given_back": N_("Fullmakten er avsluttet."),
    "consent_over": N_("Det samtykket gjelder ikke lenger. Her ser du hva som gjelder nå."),
    "consent_outgrown": N_("Den det gjelder, er fylt 16 år, og må trekke samtykket selv."),
    "consent_taken_down": N_("Det er skrevet ned at samtykket er trukket."),
    "number_taken_away": N_("Nummeret er tatt bort. Det som gjaldt med det, gjelder ikke lenger."),
    "power_taken_down": N_("Det er skrevet ned at fullmakten er trukket."),
    "authorization_good": N_("Papiret er i orden. Det som bare ventet på det, gjelder nå."),
    "last_day_written": N_("Siste dag er skrevet inn. Deling kan gjelde til og med den dagen."),
    PAPER_CAME: N_("Papiret er lagt inn. Kontoret ser at underskriften har kommet."),
    PAPER_LOOKED_AT: N_("Papiret er lagt inn. Det gjelder ikke før kontoret har sett på underskriften."),
    YES_WAITS: N_(
        "Papiret er lagt inn. Det personen sier ja til, gjelder først når kontoret har sett på underskriften."
    ),
    PAPER_REPLACED: N_(
        "Det nye papiret er lagt inn, og det er det som gjelder. Kontoret ser det forrige også."
    ),
    "number_added": N_("Nummeret er lagt til."),
    "number_there": N_(
        "En kollega hadde lagt til nummeret alt. Det du skrev, er ikke brukt. Se om de er like."
    ),
    "registered": N_("Skjemaet er registrert, og er en sak som alle andre."),
    "registered_kept": N_("Skjemaet er registrert. Saken ligger hos dem som tar slike saker."),
    "taken_over": N_("Du har tatt over. Alt som var fylt ut, er her ennå."),
    VOIDED: N_("Du har endret noe. Underskriftene gjelder ikke lenger, og alle må skrive under på nytt."),
    "shared": N_("Dette er en delt skjerm fra nå. Du er logget ut."),
}
"""What is told at the top of the next page."""
ATTACHED, DETACHED, MOVED, TURNED, STAYED = "attached", "detached", "moved", "turned", "stayed"
"""What a step tells of its own buttons: files came, one went or is another, or only that nobody was away."""
SENT_ON = "sent_on"
"""That a complaint was sent on, and to which of ``forms.tracks``."""
TICKED = "ticked"
"""Of the page that sends: what was ticked or chosen when the page was shown again, as ``name=value``."""
CHOSE_NONE = "chose_none"
"""That the button to send it on was pressed without a choice."""
LED_BACK = "led_back"
"""That somebody wanted to go further than to this step, and could not."""

FAULTS_SHOWN = "faults_shown"
"""That the language was changed on a page with faults: in the new language they are still there."""


def tell(kind: str, of: str = "") -> None:
    """Remember for the next page; ``of`` is the random id of what it is about."""
    flash(of, kind)


def told(*kinds: str) -> list[tuple[str, str]]:
    """What was remembered of these kinds: each with what it is about."""
    kept = cast("list[tuple[str, str]]", get_flashed_messages(with_categories=True))
    return [(kind, of) for kind, of in kept if kind in kinds]


def done() -> list[str]:
    """The source texts of what was done on the page before."""
    return [DONE[kind] for kind, _ in told(*DONE)]


def sent_on() -> str:
    """Where the complaint was sent on to a moment ago; empty where none was."""
    return next((of for _, of in told(SENT_ON)), "")


def ticked() -> dict[str, str | bool]:
    """What was ticked or chosen on the page that is shown again."""
    pairs = (of.partition("=") for _, of in told(TICKED))
    return {name: value == "True" or value for name, _, value in pairs}


def ticks(form: StepForm) -> list[str]:
    """What is ticked or chosen, as ``ticked`` reads it."""
    return [f"{question.short_name}={question.data}" for question in form.questions() if question.data]


def attached() -> list[str]:
    """The ids of the files that have just come."""
    return [of for _, of in told(ATTACHED)]
