"""A case in the hands of a guest: filled in by its journey's declaration, so that a new step needs no new test."""

import uuid
from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta
from http.client import CONFLICT
from typing import Any

import httpx

from forms.journeys.registry import journey, sample
from forms.language import OSLO
from forms.municipality import municipality
from forms.powers import HeldPower
from forms.situation import Answers, Person, Situation
from forms.walk import Walk
from tests.filled import Pairs, pairs
from tests.guest import CANARY, Guest, as_pairs
from tests.planted import given_by

JOURNEY = "coordination"
AHEAD = ("valid_to", "ask_extension_until")
"""Days of the samples that must lie ahead of us, whenever the tests are run."""
CONSENTS = {"info_read": "yes", "declaration": "yes", "sign_method": "electronic"}


class Draft:
    """A case by its address, and what its owner does with it."""

    def __init__(self, guest: Guest, path: str, slug: str = JOURNEY) -> None:
        self.guest, self.path, self.journey = guest, path, slug
        self.today: date | None = None
        """The day it is in the application, where a test says so."""
        self.power: HeldPower | None = None
        """By which power somebody else than the owner fills it in."""
        self.id = uuid.UUID(path.rsplit("/", 1)[1].split(".", maxsplit=1)[0])

    def step(self, slug: str) -> str:
        return f"{self.path}/steg/{slug}"

    def see(self, slug: str) -> str:
        answer = self.guest.get(self.step(slug))
        assert answer.status_code == 200, answer.headers.get("location")
        return answer.text

    def answer(self, slug: str, data: Any, **kwargs: Any) -> httpx.Response:
        return self.guest.post(self.step(slug), data, **kwargs)

    def autosave(self, slug: str, data: Any, **kwargs: Any) -> httpx.Response:
        return self.guest.post(f"{self.step(slug)}/autolagring", data, page=self.step(slug), **kwargs)

    def walk(self, answers: Answers) -> Walk:
        """The walk that the site takes when these answers are given."""
        person = self.guest.invented
        return Walk(
            journey(self.journey),
            Situation(
                municipality=municipality(self.guest.municipality),
                submitter=Person(person.name, person.national_id),
                today=self.today or datetime.now(UTC).astimezone(OSLO).date(),
                answers=answers,
                synthetic=True,
                power=self.power,
            ),
        )

    def fill(self, answers: Answers | None = None, *, until: str = "", reads: bool = False) -> Walk:
        """Answer all steps; ``until`` is the step that is left open.

        Who ``reads`` does so page after page, each where the site sends us next. Else the answers are written behind
        the site, where that can be reached and the owner has given none yet.
        """
        walk = self.walk(self._ahead_of_today(answers if answers is not None else told(self.journey)))
        if not reads and self._planted(walk, until):
            return walk
        token = self.guest.token(self.step(walk.path[0].slug))
        for step in walk.path:
            if step.slug == until:
                return walk
            after = walk.after(step)
            filled = pairs(walk.form(step))
            answer = self.answer(step.slug, filled) if reads else self.first(step.slug, filled, token)
            assert answer.status_code == 303, f"{step.slug}: {answer.text}"
            assert answer.headers["location"] == (self.step(after.slug) if after else f"{self.path}/se-over")
        return walk

    def _planted(self, walk: Walk, until: str) -> bool:
        own = self.path.endswith(str(self.id)) and self.power is None
        return own and self.guest.plant is not None and self.guest.plant(self.id, given_by(walk, until))

    def first(self, slug: str, filled: Pairs, token: str) -> httpx.Response:
        """A step as it is sent that nobody has saved; where somebody has, it is read and sent over that."""
        answer = self.guest.submit(
            self.step(slug), [("csrf_token", token), ("version", "0"), *as_pairs(filled)]
        )
        return self.answer(slug, filled) if answer.status_code == CONFLICT else answer

    def _ahead_of_today(self, answers: Answers) -> Answers:
        """Where a test says what day it is, what must lie ahead does so by that day."""
        if self.today is None:
            return answers
        days = dict.fromkeys(AHEAD, (self.today + timedelta(days=30)).isoformat())
        return {
            slug: {name: days.get(name, value) if value else value for name, value in own.items()}
            for slug, own in answers.items()
        }

    def complete(self, answers: Answers | None = None, *, reads: bool = False) -> "Draft":
        self.fill(answers, reads=reads)
        return self

    def review(self) -> str:
        answer = self.guest.get(f"{self.path}/se-over")
        assert answer.status_code == 200
        return answer.text

    def send(self, **changed: str) -> httpx.Response:
        return self.guest.post(f"{self.path}/send", CONSENTS | changed)

    def receipt(self) -> str:
        answer = self.guest.get(f"{self.path}/kvittering")
        assert answer.status_code == 200, answer.headers.get("location")
        return answer.text


def begin(guest: Guest, slug: str = JOURNEY) -> Draft:
    answer = guest.post(f"{guest.at}/begynn", {"journey": slug}, page=f"{guest.at}/mine-saker")
    assert answer.status_code == 303, answer.text
    return Draft(guest, answer.headers["location"].split("/steg/")[0], slug)


def told(journey_slug: str = JOURNEY, /, **steps: Mapping[str, Any]) -> Answers:
    """The plainest sample's answers with the canary among them; ``steps`` go over them, ``_`` standing for ``-``."""
    answers = {slug: dict(given) for slug, given in sample(journey_slug).items()}
    for own in answers.values():
        own.update((name, ahead()) for name in AHEAD if name in own)
    if "need" in answers:
        answers["need"]["what_matters"] = f"Ingen må lese {CANARY} før kontoret."
    for slug, given in steps.items():
        name = slug.replace("_", "-")
        answers[name] = answers.get(name, {}) | dict(given)
    return answers


def ahead() -> str:
    return (datetime.now(UTC).astimezone(OSLO).date() + timedelta(days=90)).isoformat()


def filled(walk: Walk, slug: str) -> Pairs:
    """What a browser sends for that step as the walk has it answered."""
    return pairs(walk.form(next(step for step in walk.path if step.slug == slug)))
