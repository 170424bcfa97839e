"""The PAdES seal on a finished PDF: whole file, no change allowed after, PDF/A-3a and PDF/UA-1 kept."""

from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import Any

from asn1crypto import cms, x509
from cryptography.hazmat.primitives.asymmetric.ec import ECDSA, EllipticCurvePrivateKey
from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, pkcs12
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign.fields import InvisSigSettings, MDPPerm, SigFieldSpec, SigSeedSubFilter
from pyhanko.sign.signers import PdfSignatureMetadata, PdfSigner, Signer

from docgen.signed_attributes import NamesCertificate, settled

RESERVED = 16_384
"""Room for the signature; without a figure pyHanko signs twice to find one."""


class CannotSeal(Exception):  # noqa: N818 - reads as what happened; every caller answers 503
    """The sealing key is missing, unreadable, or its certificate is not valid now."""


class SealingKey(Signer):
    """A key with its certificate; kept loaded, because checking an RSA key takes longer than all the rest."""

    def __init__(
        self, key: RSAPrivateKey | EllipticCurvePrivateKey, certificates: list[x509.Certificate]
    ) -> None:
        super().__init__(signing_cert=certificates[0])
        self.cert_registry.register_multiple(certificates[1:])
        self.signed_attr_prov_spec = NamesCertificate(certificates[0])
        self._key = key

    @classmethod
    def load(cls, path: Path, passphrase: bytes) -> "SealingKey":
        """Raises ``CannotSeal`` where the file is not a PKCS#12, with an RSA or EC key, that the passphrase opens."""
        try:
            found = pkcs12.load_pkcs12(path.read_bytes(), passphrase)
        except (OSError, ValueError) as error:
            raise CannotSeal("the sealing key cannot be read") from error
        if not isinstance(found.key, RSAPrivateKey | EllipticCurvePrivateKey) or found.cert is None:
            raise CannotSeal("the sealing key is not of a kind that can seal")
        chain = [found.cert.certificate, *(other.certificate for other in found.additional_certs)]
        return cls(found.key, [x509.Certificate.load(one.public_bytes(Encoding.DER)) for one in chain])

    @property
    def certificate(self) -> x509.Certificate:
        return self.signing_cert

    async def async_sign_raw(self, data: bytes, digest_algorithm: str, dry_run: bool = False) -> bytes:  # noqa: FBT001, FBT002, ARG002 - pyHanko's own signature
        if isinstance(self._key, RSAPrivateKey):
            return self._key.sign(data, PKCS1v15(), SHA256())
        return self._key.sign(data, ECDSA(SHA256()))

    async def signed_attrs(self, *args: Any, **kwargs: Any) -> cms.CMSAttributes:
        return settled(await super().signed_attrs(*args, **kwargs))

    def signer_info(self, *args: Any) -> cms.SignerInfo:
        return settled(super().signer_info(*args))

    def check(self, now: datetime | None = None) -> None:
        """Raises ``CannotSeal`` if the certificate is not valid at this time."""
        certificate, now = self.certificate, now or datetime.now(UTC)
        if not certificate.not_valid_before <= now <= certificate.not_valid_after:
            raise CannotSeal("the sealing certificate is not valid today")


class _LeavesMetadata(IncrementalPdfFileWriter):
    """Writes no new XMP: what pyHanko writes is against PDF/A, and Typst's stays true."""

    def _update_meta(self) -> None:
        pass


def seal(pdf: bytes, key: SealingKey) -> bytes:
    """The same PDF with the seal appended."""
    key.check()
    field = SigFieldSpec(
        "Segl",
        readable_field_name="Elektronisk segl",
        invis_sig_settings=InvisSigSettings(box_out_of_bounds=True),
    )
    metadata = PdfSignatureMetadata(
        field_name="Segl",
        md_algorithm="sha256",
        subfilter=SigSeedSubFilter.PADES,
        certify=True,
        docmdp_permissions=MDPPerm.NO_CHANGES,
    )
    sealed = BytesIO()
    PdfSigner(metadata, key, new_field_spec=field).sign_pdf(
        _LeavesMetadata(BytesIO(pdf)), bytes_reserved=RESERVED, output=sealed
    )
    return sealed.getvalue()
