"""How often a JPEG goes over its picture: each time costs as much as a whole one, and a few bytes ask for it."""

import re

from wizard.uploads.kinds import SLOW, UnfitError

MOST_SCANS = 32
"""A photo that is drawn finer and finer as it comes has about ten (ITU-T T.81, annex G)."""
BEGINS, ENDS = 0xDA, 0xD9
MARKER = re.compile(rb"\xff+([^\x00\x01\xff\xd0-\xd7])", re.DOTALL)
"""Within a picture's dots: neither a dot of that value nor a marker that stands alone (annex B.1.1)."""
LENGTH = 2


def refuse_many_scans(content: bytes) -> None:
    """``UnfitError`` before a dot is read. What stands inside a part, as a smaller picture does, is passed over."""
    scans, at = 0, LENGTH
    while (found := MARKER.search(content, at)) and found[1][0] != ENDS:
        at = found.end()
        at += int.from_bytes(content[at : at + LENGTH])
        if found[1][0] == BEGINS:
            scans += 1
        if scans > MOST_SCANS:
            raise UnfitError(SLOW)
