"""The sealing keys of this process: the current one, and the certificates of all that ever sealed here."""

from asn1crypto.x509 import Certificate
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509 import load_pem_x509_certificates

from docgen.seal import CannotSeal, SealingKey
from docgen.sealing_key import make_once
from docgen.settings import Settings


class Keyring:
    """Reads the key when it is first needed, so that Word documents and health checks do not wait for it."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._key: SealingKey | None = None

    def current(self) -> SealingKey:
        """The key, valid today. Raises ``CannotSeal``."""
        self._key = self._key or self._load()
        self._key.check()
        return self._key

    def certificates(self) -> list[Certificate]:
        """The current certificate and the former ones. Raises ``CannotSeal`` where there is no key."""
        self._key = self._key or self._load()
        former = self._settings.seal_former
        found = load_pem_x509_certificates(former.read_bytes()) if former else []
        return [self._key.certificate, *(Certificate.load(one.public_bytes(Encoding.DER)) for one in found)]

    def _load(self) -> SealingKey:
        path, passphrase = (
            self._settings.seal_file,
            self._settings.seal_passphrase.get_secret_value().encode(),
        )
        if path is None:
            raise CannotSeal("no sealing key is set")
        if self._settings.seal_make:
            make_once(path, passphrase)
        return SealingKey.load(path, passphrase)
