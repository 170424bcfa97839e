"""What must hold after every step, and, dearer, at the end of each order of things."""

import sys
import uuid
from itertools import product

from hypothesis.stateful import invariant
from sqlalchemy import select

from tests import behind
from tests.integration.any_order import begun, said_yes
from tests.integration.any_order.cast import (
    AT_THE_OFFICE,
    CHILD,
    EVERYBODY,
    FAR,
    FATHER,
    GIVER,
    MOTHER,
    OUTSIDER,
    PLACE,
    STAFF,
    person,
)
from tests.integration.any_order.intruding import Intruding
from tests.integration.any_order.machine import NEED, taken
from tests.integration.any_order.model import LOST, SIGNERS, Case, day_of, restricted
from tests.integration.any_order.pages import (
    OFFICE_READ,
    ON_PAPER,
    PAPER_READ,
    READ,
    case_id,
    look,
    look_at_work,
    secrets,
)
from wizard.cases.signature_files import DRAWN_SIGNATURE
from wizard.models import Account, Attachment
from wizard.models_acting import Frozen, Signed

FALLEN = (
    "Underskriftene gjelder ikke lenger, og alle må skrive under på nytt.",
    "har hatt fødselsdag siden noen skrev under",
)
OWN_FALLEN = "Underskriften din gjelder ikke lenger."


class Everything(Intruding):
    """All rules, and all that must hold."""

    looks: int = 0
    consents_seen: object = None

    def __init__(self) -> None:
        super().__init__()
        self.fallen_seen: dict[str, object] = {}

    @invariant()
    def all_that_must_hold(self) -> None:
        self.no_consent_outlives_its_withdrawal()
        for case in (one for one in self.touched if not one.thrown):
            self.the_signatures_that_hold_are_those_on_what_stands(case)
            self.nobody_without_ground_reads(case)
            self.what_fell_is_told_on_every_page(case)
            self.nothing_saved_is_lost(case)

    def nobody_without_ground_reads(self, case: Case) -> None:
        """At each address whoever it is for, and somebody else: each time another page."""
        for way in (None, *case.ways[-3:]):
            own = way.who if way else case.owner
            for who in (own, self.somebody_else(own)):
                self.looks += 1
                look(self.town, who, case, way, [*READ][self.looks % len(READ)])
        staff = STAFF[self.looks % len(STAFF)]
        look_at_work(self.town, staff, case, OFFICE_READ[0])

    def somebody_else(self, than: str) -> str:
        others = [who for who in EVERYBODY if who != than]
        return others[self.looks % len(others)]

    def everybody_looks(self, case: Case) -> None:
        """At every address, and of its pages more."""
        for who, way in product(EVERYBODY, (None, *case.ways[-4:])):
            self.looks += 1
            if who == (way.who if way else case.owner) or self.looks % 6 == 0:
                for page in [*READ][self.looks % 16 :: 16]:
                    look(self.town, who, case, way, page)
        for who in (*AT_THE_OFFICE, FAR):
            self.looks += 1
            look_at_work(self.town, who, case, OFFICE_READ[self.looks % len(OFFICE_READ)])
        look_at_work(self.town, STAFF[self.looks % len(STAFF)], case, PAPER_READ[0], ON_PAPER)

    def the_signatures_that_hold_are_those_on_what_stands(self, case: Case) -> None:
        id_ = uuid.UUID(case_id(case))
        query = (
            select(Account.sealed_person, Account.id, Signed.capacity, Signed.content_sha256)
            .join(Signed, Signed.account_id == Account.id)
            .where(Signed.case_id == id_, Signed.voided_at.is_(None))
        )
        with self.town.tools.store.connect() as db:
            held = {
                (self.key(row.id, row.sealed_person), row.capacity, row.content_sha256)
                for row in db.execute(query)
            }
            frozen = db.execute(
                select(Frozen.content_sha256).where(Frozen.case_id == id_)
            ).scalar_one_or_none()
            pictures = db.execute(
                select(Attachment.id).where(Attachment.case_id == id_, Attachment.question == DRAWN_SIGNATURE)
            ).all()
        assert len(pictures) <= len(held), "no drawing outlives its signature"
        assert held == {(who, *said) for who, said in case.signed.items()}
        assert {sha256 for _, _, sha256 in held} <= {case.sent_hash or case.frozen}, (
            "what each has signed is the same"
        )
        assert (frozen or "") == case.frozen

    def key(self, account_id: uuid.UUID, sealed: bytes) -> str:
        number = self.town.tools.vault.open_json(sealed, f"accounts:{account_id}")["national_id"]
        return next(who for who in EVERYBODY if person(who).national_id == number)

    def what_fell_is_told_on_every_page(self, case: Case) -> None:
        """To its author, and to each who signed and is asked still."""
        standing = self.town.turn, frozenset(case.signed), frozenset(case.ever), case.frozen, len(case.ways)
        if case.sent or not case.about or self.fallen_seen.get(case.path) == standing:
            return
        self.fallen_seen[case.path] = standing
        text = self.town.get(MOTHER, f"{case.path}/se-over").text
        assert any(words in text for words in FALLEN) is (bool(case.ever) and not case.waits(self.now)), case
        for way in case.ways:
            if way.capacity in SIGNERS and case.ground(way.who, way, self.now) != LOST:
                told = OWN_FALLEN in self.town.get(way.who, f"{way.path}/skriv-under").text
                fell = way.who in case.ever and way.who not in case.signed
                assert told is fell, (case, way)

    def nothing_saved_is_lost(self, case: Case) -> None:
        """In the draft, and in what was sent."""
        if case.sent:
            draft = begun.draft_of(self.town, case.owner, case.path, case.journey)
            request = behind.frozen(self.town.site, draft)
            text = request.model_dump_json()
            case.kept = case.kept or text
            assert text == case.kept, "what is in stays as it was"
            assert request.content.sha256() == case.sent_hash
            assert {one.content_sha256 for one in request.signatures} <= {case.sent_hash}
        else:
            text = self.town.get(case.owner, f"{case.path}/steg/{NEED}").text
        for words in [case.typed or case.saved[NEED]] if case.saved else []:
            assert words in text, "what was saved is there"

    def no_consent_outlives_its_withdrawal(self) -> None:
        """Looked at whenever the day or the books say something new."""
        sent = [case.path for case in self.books.cases if case.sent and case.protected]
        new = day_of(self.now), [(yes.id, yes.over_from) for yes in self.books.yeses], sent
        if new == self.consents_seen:
            return
        self.consents_seen = new
        for owner in (GIVER, MOTHER):
            page = self.town.get(owner, said_yes.PAGE).text
            theirs = owner == GIVER or not self.decides()
            assert said_yes.holding(page) == {yes.id for yes in self.books.said_in(owner) if theirs}
            for yes in (one for one in self.books.yeses if one.case.owner == owner):
                assert yes.holds(self.now) or yes.told in said_yes.over(page), "what was said is told still"
        self.the_child_sees_what_is_said_for_it()
        page = self.town.get((FATHER, OUTSIDER)[self.looks % 2], said_yes.PAGE).text
        assert not [yes for yes in self.books.yeses if yes.id in page or yes.case.reference in page]

    def the_child_sees_what_is_said_for_it(self) -> None:
        """And from 16 years takes back the very same; before that nothing of what tells of a protected address."""
        page = self.town.get(CHILD, said_yes.PAGE).text
        said = [yes for yes in self.books.yeses if yes.case.owner == MOTHER]
        holding = [yes for yes in said if yes.holds(self.now)]
        decides = self.decides()
        assert said_yes.holding(page) == ({yes.id for yes in holding} if decides else set())
        seen = said if decides else [yes for yes in said if not restricted(yes.case)]
        assert {yes.case.reference in page for yes in holding} <= {bool(seen)}
        assert (said_yes.BEFORE_16 in page) is (decides and bool(holding))
        assert not [yes for yes in seen if not yes.holds(self.now) and yes.told not in said_yes.over(page)]

    def teardown(self) -> None:
        try:
            if sys.exc_info()[0] is None:  # what was found before is told, and nothing that follows of it
                self.at_the_end()
        finally:
            self.town.close()

    def at_the_end(self) -> None:
        """Everybody at every page of every case."""
        for case in self.books.cases:
            self.everybody_looks(case)
            if not case.thrown:
                self.nothing_saved_is_lost(case)
        for who in EVERYBODY:
            if who not in STAFF:
                self.lists_lead_to_ground(who)
        for power in self.books.powers:
            assert taken(begun.begin_by_power(self.town, power)) is power.holds(self.now)

    def lists_lead_to_ground(self, who: str) -> None:
        text = self.town.get(who, f"/{PLACE}/mine-saker").text
        for case in self.books.cases:
            own = case.owner == who and not case.thrown
            assert (f'{case.path}"' in text or f"{case.path}/" in text) is own, (who, case)
            grounds = {case.ground(who, way, self.now) for way in (None, *case.ways)}
            if grounds <= {"", LOST}:
                assert not [one for one in secrets(case) if one in text], (who, case)
