"""A world of the hand-over whose municipality takes packages in a folder, at an address, or by a mailbox."""

import base64
import json
import shutil
import sys
import uuid
from pathlib import Path
from typing import Any, Self

import httpx
from sqlalchemy import select

from forms.municipality import FOLDER
from tests.forked import Program
from tests.integration.handover.world import World, until
from tests.running_site import free_port
from wizard.delivery.queue import at_work
from wizard.delivery.signed import public_key
from wizard.models import Case
from wizard.models_deliveries import Delivery

KEY = bytes(range(7, 39))
MAILBOX = "tjenestekontor@larvik.example"


class Leaving(World):
    """``told`` are lines of Larvik's ``[delivery]``; ``HOOK`` in them is the address of the receiver."""

    def __init__(self, folder: Path, database_url: str, told: str) -> None:
        super().__init__(folder, database_url)
        self.receiver_port, self.drop, self.receives = free_port(), folder / "drop", folder / "receiver"
        places = folder / "places"
        shutil.copytree(FOLDER, places)
        hook = f"http://127.0.0.1:{self.receiver_port}/inn"
        own = places / "larvik.toml"
        lines = told.replace("HOOK", f'"{hook}"')
        own.write_text(own.read_text() + f"\n[delivery]\nsince = 2020-01-01\n{lines}\n")
        self.environment |= {
            "VEIVISER_MUNICIPALITIES": str(places),
            "VEIVISER_DELIVERY_FOLDER": str(self.drop),
            "VEIVISER_DELIVERY_HOSTS": f"127.0.0.1:{self.receiver_port}",
            "VEIVISER_DELIVERY_KEYS": f"larvik:{base64.b64encode(KEY).decode()}",
            "VEIVISER_DELIVERY_SECONDS": "20",
        }
        self.receives.mkdir()
        (self.receives / "public.pem").write_bytes(public_key(KEY))
        (self.receives / "diary").touch()
        self.receiver_is()

    def __enter__(self) -> Self:
        super().__enter__()
        return self

    def receiver_is(self, **mood: Any) -> None:
        """How the receiver answers from now on: well where nothing is said."""
        new = self.receives / "mood.new"
        new.write_text(json.dumps(mood))
        new.replace(self.receives / "mood")

    def start_receiver(self) -> Program:
        program = [sys.executable, "-m", "tests.integration.delivery.small_receiver"]
        process = self.start("receiver", [*program, str(self.receiver_port), self.receives])
        until(self._is_there)
        return process

    def _is_there(self) -> bool:
        try:
            httpx.get(f"http://127.0.0.1:{self.receiver_port}/")
        except httpx.TransportError:
            return False
        return True

    def came(self) -> list[dict[str, Any]]:
        """What the receiver saw, request after request."""
        return [json.loads(line) for line in (self.receives / "diary").read_text().splitlines()]

    def kept(self) -> list[Path]:
        """The packages that it has, one for each key."""
        got = self.receives / "got"
        return sorted(got.iterdir()) if got.exists() else []

    def dropped(self) -> list[Path]:
        """The packages in the folder, as whoever fetches them sees them."""
        own = self.drop / "larvik"
        return sorted(one for one in own.glob("V-*")) if own.exists() else []

    def rows(self, case_id: uuid.UUID) -> list[Delivery]:  # type: ignore[override]  # of one table, of one case
        query = select(Delivery).where(Delivery.case_id == case_id)
        with self.own.store.read() as db:
            return list(db.scalars(query.order_by(Delivery.channel, Delivery.number)))

    def states(self, case_id: uuid.UUID) -> list[str]:
        return [f"{one.channel} {one.number} {one.state}" for one in self.rows(case_id)]

    def at_work(self) -> int:
        return len(at_work(self.own.store.writer))

    def referred(self, case_id: uuid.UUID) -> str:
        with self.own.store.read() as db:
            return db.get_one(Case, case_id).reference
