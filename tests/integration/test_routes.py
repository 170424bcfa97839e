"""Every address has an access rule, and looking at one changes nothing."""

import base64
import inspect
import sqlite3
import uuid
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.routing import Rule

from docgen.contract import DOCX, PDF
from forms.journeys.registry import journey, sample
from forms.municipality import municipality
from wizard import access
from wizard.app import create_app
from wizard.cases.drafts import place_of
from wizard.cases.handing_over import CaseStore
from wizard.gallery import reading, sample_request
from wizard.migrate import migrate
from wizard.models import StepAnswers, Submission
from wizard.settings import Settings
from wizard.tools import Tools

KEY = base64.b64encode(bytes(32)).decode()
LOOKING = {"GET", "HEAD", "OPTIONS"}
RULES = {
    rule
    for name, rule in inspect.getmembers(access, inspect.isfunction)
    if rule.__module__ == access.__name__ and not name.startswith("_") and rule is not access.guarded_by
}


class House:
    """The application on a database of its own, with a draft and a case that is in."""

    def __init__(self, folder: Path) -> None:
        self.database = folder / "routes.sqlite"
        settings = Settings.model_validate(
            {
                "database_url": f"sqlite:///{self.database}",
                "files": folder / "files",
                "secret_key": "invented",
                "keys": f"one:{KEY}",
                "lookup_key": KEY,
                "docgen_token": "invented",
                "demo": True,
                "allow_synthetic_numbers": True,
                "secure_cookies": False,
            }
        )
        migrate(settings.database_url)
        self.app: Flask = create_app(settings)
        self.app.config["WTF_CSRF_ENABLED"] = False
        self.tools: Tools = self.app.extensions["tools"]
        self.citizen, self.staff = self._logged_in("stille"), self._logged_in("lun")
        self.draft, self.submitted = self._begin(), self._begin()
        self._fill(self.draft)
        self._put_in(self.submitted)

    def _logged_in(self, person: str) -> FlaskClient:
        client = self.app.test_client()
        assert client.post("/larvik/logg-inn", data={"person": person}).status_code == 303
        return client

    def _begin(self) -> uuid.UUID:
        answer = self.citizen.post("/larvik/begynn", data={"journey": "coordination"})
        return uuid.UUID(answer.headers["Location"].split("/sak/")[1][:36])

    def _fill(self, case_id: uuid.UUID) -> None:
        at, seal = self.tools.clock(), self.tools.vault.seal_json
        with self.tools.store.write() as db:
            for slug, answers in sample("coordination").items():
                sealed = seal(answers, place_of(case_id, slug, "answers"))
                row = StepAnswers(case_id=case_id, slug=slug, version=1, saved_at=at, sealed_answers=sealed)
                db.add(row)

    def _put_in(self, case_id: uuid.UUID) -> None:
        request = sample_request(municipality("larvik"), "coordination", reading("nb"))
        with self.tools.store.write() as db:
            row = Submission(
                case_id=case_id,
                municipality="larvik",
                received_at=self.tools.clock(),
                content_sha256=request.content.sha256(),
                sealed_request=self.tools.vault.seal(request.canonical(), f"submissions:{case_id}"),
            )
            db.add(row)
        store = CaseStore(self.tools)
        for media_type in (PDF, DOCX):
            store.keep_document(case_id, media_type, b"invented")
        store.documents_made(case_id)

    def dump(self) -> str:
        with closing(sqlite3.connect(self.database)) as database:
            return "\n".join(database.iterdump())

    def addresses(self, rule: Rule) -> Iterator[str]:
        """The rule's address for the draft and for the case that is in, on every step."""
        for case_id in (self.draft, self.submitted):
            for step in journey("coordination").steps:
                values = {
                    "municipality": "larvik",
                    "case_id": case_id,
                    "slug": step.slug,
                    "format": "pdf",
                    "file_id": uuid.uuid4(),
                    "filename": "veiviser.css",
                }
                with self.app.test_request_context():
                    built = self.app.url_map.bind("127.0.0.1").build(
                        rule.endpoint, {name: values[name] for name in rule.arguments}, method="GET"
                    )
                yield built


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> House:
    return House(tmp_path_factory.mktemp("house"))


def test_every_address_is_guarded_by_one_of_the_access_rules(house: House) -> None:
    rules = {
        endpoint: getattr(view, "access_rule", None) for endpoint, view in house.app.view_functions.items()
    }
    assert {endpoint for endpoint, rule in rules.items() if rule not in RULES} == set()


def test_an_address_either_shows_or_does(house: House) -> None:
    both = [
        rule
        for rule in house.app.url_map.iter_rules()
        if rule.methods and rule.methods & LOOKING != rule.methods
    ]
    assert both
    for rule in both:
        assert rule.methods is not None
        assert rule.methods - {"OPTIONS"} == {"POST"}, rule


def test_looking_at_an_address_never_changes_the_database(house: House) -> None:
    before, opened = house.dump(), set()
    for rule in house.app.url_map.iter_rules():
        if "GET" not in (rule.methods or ()):
            continue
        for address in sorted(set(house.addresses(rule))):
            for client in (house.citizen, house.staff, house.app.test_client()):
                with client.get(address) as answer:
                    assert answer.status_code < 500, address
                    if answer.status_code == 200:
                        opened.add(rule.endpoint)
    assert house.dump() == before
    looked_at = {rule.endpoint for rule in house.app.url_map.iter_rules() if "GET" in (rule.methods or ())}
    assert looked_at - opened <= {"apply.attachment", "office.attachment"}, (
        "not one of its pages could be opened"
    )


def test_a_write_from_a_page_that_shows_is_noticed(house: House) -> None:
    before = house.dump()
    house.citizen.post("/larvik/begynn", data={"journey": "coordination"})
    assert house.dump() != before
