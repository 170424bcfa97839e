"""What languages are called, where a text is in another than its page."""

from forms.language import N_, Code
from wizard.routes.here import language

LANGUAGES: dict[Code, str] = {"nb": N_("bokmål"), "nn": N_("nynorsk"), "en": N_("engelsk")}


def language_name(code: Code) -> str:
    """Which language a text is in; empty where it is the page's own."""
    return "" if code == language().code else language().text(LANGUAGES[code])
