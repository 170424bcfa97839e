"""One address in front of several servers: each connection goes to the next that takes it, as behind a balancer.

A program of its own port and those behind it, each with how many connections in a row it gets: ``8000 8001*9 8002*1``.
"""

import asyncio
import sys
from contextlib import suppress
from itertools import cycle

PORT, *BEHIND = sys.argv[1:]
ORDER = [
    int(port) for one in BEHIND for port, _, times in [one.partition("*")] for _ in range(int(times or 1))
]
turns = cycle(ORDER)


async def carry(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    with suppress(OSError):
        while data := await reader.read(65536):
            writer.write(data)
            await writer.drain()
    writer.close()


async def split(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    for _ in ORDER:
        with suppress(OSError):
            behind = await asyncio.open_connection("127.0.0.1", next(turns))
            await asyncio.gather(carry(reader, behind[1]), carry(behind[0], writer))
            return
    writer.close()


async def serve() -> None:
    server = await asyncio.start_server(split, "127.0.0.1", int(PORT))
    await server.serve_forever()


if __name__ == "__main__":
    asyncio.run(serve())
