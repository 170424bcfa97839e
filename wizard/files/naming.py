"""What a file is called: by a keyed hash of its case and its content.

Equal files of one case are kept once. Those of two cases are not seen to be equal by whoever can list the store, nor
can anybody without the keys ask whether a file that they know lies in it.
"""

import uuid

from wizard.vault import Vault


def name_of(vault: Vault, case_id: uuid.UUID, sha256: str) -> str:
    """``sha256`` is of the content, in hex. The name ends with how many look-up keys it went through."""
    return vault.lookup(f"file:{case_id}:{sha256}").hex() + ending(vault)


def ending(vault: Vault) -> str:
    """How each name ends that is made by the keys of now: one that ends otherwise is to be made anew."""
    return f".{vault.lookup_keys}"
