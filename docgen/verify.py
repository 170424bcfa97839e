"""Is a PDF sealed by us, whole and unchanged? One report, and the hash of the request that the file carries."""

import hashlib
from collections.abc import Sequence
from datetime import datetime
from io import BytesIO

from asn1crypto.x509 import Certificate
from pydantic import BaseModel, ConfigDict, ValidationError
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.fields import MDPPerm
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature
from pyhanko.sign.validation.status import SignatureCoverageLevel
from pyhanko_certvalidator import ValidationContext

from docgen.contract import DocumentRequest


class Report(BaseModel):
    """What was found out about one file. Only ``genuine`` may be acted on; the rest says why."""

    model_config = ConfigDict(frozen=True)

    genuine: bool = False
    """Sealed by us, and every byte is as it was then."""
    sealed: bool = False
    """Carries exactly one seal."""
    ours: bool = False
    """The seal's certificate is one of ours, now or before."""
    unchanged: bool = False
    """The signature is right and nothing was changed under it."""
    whole: bool = False
    """The seal covers the entire file: nothing was added after it."""
    final: bool = False
    """The seal allows no change (DocMDP level 1)."""
    sealed_at: datetime | None = None
    sealed_by: str | None = None
    content_sha256: str | None = None
    """SHA-256 of what was signed: the check sum that the document prints."""
    request_sha256: str | None = None
    """SHA-256 of the attached request; equal to the hash that names the set of documents."""


def verify(pdf: bytes, certificates: Sequence[Certificate]) -> Report:
    """Never raises, whatever the bytes are."""
    try:
        reader = PdfFileReader(BytesIO(pdf))
        seals = reader.embedded_signatures
        if len(seals) != 1:
            return Report()
        return _judged(seals[0], certificates, _request(reader))
    except Exception:  # noqa: BLE001 - a hostile file may break the parser anywhere, and is then none of ours
        return Report()


def _judged(seal: EmbeddedPdfSignature, certificates: Sequence[Certificate], request: bytes | None) -> Report:
    sealed_at = seal.self_reported_timestamp
    ours = seal.signer_cert.dump() in {certificate.dump() for certificate in certificates}
    status = validate_pdf_signature(
        seal,
        # Judged at the time of sealing, so that an archived file stays genuine after the certificate has run out.
        ValidationContext(trust_roots=list(certificates), moment=sealed_at, revocation_mode="soft-fail"),
    )
    unchanged = bool(status.bottom_line)
    whole = status.coverage is SignatureCoverageLevel.ENTIRE_FILE
    final = seal.docmdp_level is MDPPerm.NO_CHANGES
    return Report(
        genuine=ours and unchanged and whole and final,
        sealed=True,
        ours=ours,
        unchanged=unchanged,
        whole=whole,
        final=final,
        sealed_at=sealed_at,
        sealed_by=seal.signer_cert.subject.human_friendly,
        content_sha256=request and _content_sha256(request),
        request_sha256=request and hashlib.sha256(request).hexdigest(),
    )


def _content_sha256(request: bytes) -> str | None:
    try:
        return DocumentRequest.model_validate_json(request).content.sha256()
    except ValidationError:
        return None


def _request(reader: PdfFileReader) -> bytes | None:
    names = reader.root["/Names"]["/EmbeddedFiles"]["/Names"]
    attached = {str(names[i]): names[i + 1] for i in range(0, len(names), 2)}
    if "request.json" not in attached:
        return None
    found: bytes = attached["request.json"]["/EF"]["/F"].data
    return found
