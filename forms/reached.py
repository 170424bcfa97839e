"""Whether a text of a municipality's says how somebody is reached."""

import re

from email_validator import EmailNotValidError
from phonenumbers import Leniency, PhoneNumberMatcher

from forms.fields.email import read
from forms.fields.phone import HOME

_WITH_AT = re.compile(r"""[^\s,;:<>()"'/]+@[^\s,;:<>()"'/]+""")


def tells_how_to_reach(text: str) -> str:
    """The text. ``ValueError`` where neither an e-mail address nor a phone number that may be one is in it.

    Years, post codes and the numbers of organisations are no phone numbers.
    """
    if any(map(_is_address, _WITH_AT.findall(text))) or _numbers(text):
        return text
    raise ValueError("it has an e-mail address or a phone number in it, by which they are reached")


def _is_address(word: str) -> bool:
    try:
        read(word.rstrip(".!?"))
    except EmailNotValidError:
        return False
    return True


def _numbers(text: str) -> bool:
    return PhoneNumberMatcher(text, HOME, leniency=Leniency.VALID).has_next()
