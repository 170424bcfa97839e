"""What happened at the counter, as finished text: who helped, and how the one who was helped confirmed it."""

from forms.language import N_
from wizard.cases.assistants import has_helped
from wizard.cases.freezing import AUTHOR
from wizard.cases.standing import (
    DRAWN,
    HANDED_HOME,
    HELP_BEGAN,
    HELP_ENDED,
    NAME_WRITTEN,
    SAID,
    Happened,
)
from wizard.routes.event_lines import SIGNS
from wizard.routes.here import case, language, tools, visitor

HELPED = {
    HELP_BEGAN: N_("%(office)s begynte å hjelpe med utfyllingen"),
    HELP_ENDED: N_("Hjelpen i skranken ble avsluttet"),
    HANDED_HOME: N_("Utfyllingen gikk videre uten hjelp, med en kode"),
    "started": N_("Dere begynte på %(form)s i skranken"),
    "submitted": N_("Dere sendte %(form)s fra skranken"),
}
CONFIRMED_BY_ONESELF = {
    DRAWN: N_("Du skrev under på skjermen i skranken"),
    NAME_WRITTEN: N_("Du skrev under i skranken ved å skrive navnet ditt"),
    SAID: N_("Du sa det i skranken, og det ble skrevet ned"),
}
CONFIRMED_BY_ANOTHER = {
    DRAWN: N_("Underskriften kom fra %(who)s, på skjermen i skranken"),
    NAME_WRITTEN: N_("Underskriften kom fra %(who)s, skrevet på tastaturet i skranken"),
    SAID: N_("Det ble sagt i skranken, og skrevet ned"),
}


def told_of_help(event: Happened, form: str) -> str:
    """Empty for what did not happen at the counter."""
    text = language().text
    if event.kind in CONFIRMED_BY_ONESELF:
        own = visitor().account_id == (case().author_id if event.detail == AUTHOR else case().owner_id)
        said = (CONFIRMED_BY_ONESELF if own else CONFIRMED_BY_ANOTHER)[event.kind]
        return text(said, who=text(SIGNS.get(event.detail, "")))
    if event.kind in {"started", "submitted"} and not _by_helper(event):
        return ""
    told = HELPED.get(event.kind)
    return text(told, form=form, office=event.detail) if told else ""


def _by_helper(event: Happened) -> bool:
    if not case().with_help or event.actor_id is None:
        return False
    return has_helped(tools(), case().id, event.actor_id)
