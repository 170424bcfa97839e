"""A picture as somebody may have drawn it."""

import struct
import zlib


def png(width: int = 60, height: int = 30, ink: int = 30) -> bytes:
    """A slanting line over ``ink`` rows on white."""

    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    drawn = [b"\xff" * (2 * y) + b"\0\0" + b"\xff" * (width - 2 * y - 2) for y in range(ink)]
    rows = zlib.compress(b"".join(b"\0" + row for row in [*drawn, *[b"\xff" * width] * (height - ink)]))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")
