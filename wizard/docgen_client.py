"""docgen as this site asks it: with its address, its token, and whom it believes to be docgen."""

from docgen.contract import DocgenClient
from wizard.request_of import current
from wizard.settings import Settings
from wizard.trust import trusted


def docgen_client(settings: Settings, seconds: float) -> DocgenClient:
    """Waits so many seconds at most for a whole document; close it, or use it in a ``with``."""
    return DocgenClient(
        settings.docgen_url,
        settings.docgen_token.get_secret_value(),
        total_seconds=seconds,
        number=current,
        trust=trusted(settings.ca_file),
    )
