"""Who is there, and what day it is when they begin: eight days before a birthday by which others decide."""

from datetime import date, datetime

from forms.language import OSLO
from wizard.providers import Invented, invented

MOTHER, FATHER, CHILD, SISTER = "myk", "kjekk", "rask", "glad"
GIVER, OUTSIDER = "stille", "jevn"
HELPER, OFFICE, TRUSTED, FAR = "fin", "lun", "mild", "klar"
"""At the counter; at the office; at the office, and trusted with protected addresses; at an office elsewhere."""
CITIZENS = (MOTHER, FATHER, CHILD, GIVER, OUTSIDER)
STAFF = (HELPER, OFFICE, TRUSTED, FAR)
EVERYBODY = (*CITIZENS, *STAFF)
AT_THE_OFFICE = (OFFICE, TRUSTED)
PLACE = "larvik"
PLACES = dict.fromkeys(EVERYBODY, PLACE) | {FAR: "kristiansand"}
BORN = {CHILD: date(2011, 5, 19), SISTER: date(2015, 6, 10)}
BEGINS = datetime(2027, 5, 11, 12, tzinfo=OSLO)


def person(key: str) -> Invented:
    return next(one for one in invented() if one.key == key)


def age(key: str, day: date) -> int:
    born = BORN[key]
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))
