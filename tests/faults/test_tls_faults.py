"""F-13: a docgen whose certificate or token is not good any more gets nothing, and loses nothing."""

import ssl
import uuid
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from tests.certificates import DAY, Authority
from tests.forked import BIN, Program
from tests.integration.handover.world import World, kill_all, until

OTHER_TOKEN = "another-invented-token-of-the-tests"


class Sealed:
    """A world whose docgen speaks TLS."""

    def __init__(self, world: World, folder: Path) -> None:
        self.world, self.authority = world, Authority(folder)
        self.certificate = folder / "docgen.pem"
        self.authority.certify(self.certificate)
        self.url = f"https://127.0.0.1:{world.docgen_port}"
        world.environment |= {
            "VEIVISER_DOCGEN_URL": self.url,
            "VEIVISER_CA_FILE": str(self.authority.file),
            "DOCGEN_TLS_CERTIFICATE": str(self.certificate),
            "DOCGEN_TLS_KEY": str(self.certificate),
        }

    def start_docgen(self, **environment: str) -> Program:
        serve = [BIN / "gunicorn", "docgen.app:create_app()", "-b", f"127.0.0.1:{self.world.docgen_port}"]
        process = self.world.start("docgen", serve, **environment)
        until(self._listens)
        return process

    def _listens(self) -> bool:
        """Whatever its certificate is."""
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
        try:
            return httpx.get(f"{self.url}/livez", verify=context).is_success
        except httpx.TransportError:
            return False

    def waits(self, case_id: uuid.UUID) -> None:
        """It was tried, in vain, and whoever keeps the site running hears of it."""
        before = self.world.logs().count('"event": "docgen_unavailable"')
        until(lambda: self.world.logs().count('"event": "docgen_unavailable"') > before)
        assert not self.world.delivered(case_id)
        assert not self.world.documents(case_id)

    def doctor(self) -> str:
        done = self.world.run("doctor", check=False)
        assert done.returncode == 1
        return done.stdout + done.stderr


@pytest.fixture
def sealed(tmp_path: Path) -> Iterator[Sealed]:
    """On one database: which, makes no difference to whom one believes."""
    with World(tmp_path, f"sqlite:///{tmp_path / 'test.sqlite'}") as world:
        yield Sealed(world, tmp_path)
        assert world.unreconciled() == 0


def test_f_13_a_certificate_that_is_not_good_stops_the_hand_over_until_it_is(sealed: Sealed) -> None:
    sealed.start_docgen()
    sealed.authority.certify(sealed.certificate, address="127.0.0.2")
    sealed.world.start_worker()
    case_id = sealed.world.submit()
    sealed.waits(case_id)
    assert "docgen's certificate is not believed (IP address mismatch" in sealed.doctor()
    sealed.authority.certify(sealed.certificate, ends=-DAY)
    sealed.waits(case_id)
    assert "docgen's certificate is not believed (certificate has expired" in sealed.doctor()
    until(lambda: '"event": "docgen_away"' in sealed.world.logs())
    sealed.authority.certify(sealed.certificate)
    until(lambda: sealed.world.delivered(case_id))


def test_f_13_nothing_goes_by_plain_http_where_tls_is_asked_for(sealed: Sealed) -> None:
    sealed.world.start_small_docgen()
    sealed.world.start_worker()
    sealed.waits(sealed.world.submit())
    assert sealed.world.asked() == []


def test_f_13_a_token_that_is_revoked_stops_the_hand_over_until_it_is_known_again(sealed: Sealed) -> None:
    docgen = sealed.start_docgen(DOCGEN_TOKENS=OTHER_TOKEN)
    sealed.world.start_worker()
    case_id = sealed.world.submit()
    sealed.waits(case_id)
    until(lambda: '"event": "docgen_away"' in sealed.world.logs())
    assert "docgen does not know VEIVISER_DOCGEN_TOKEN" in sealed.doctor()
    kill_all(docgen)
    sealed.start_docgen()
    until(lambda: sealed.world.delivered(case_id))
