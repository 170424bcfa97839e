"""A world of the hand-over whose municipality takes packages in a folder, at an address, or by a mailbox."""

import base64
import shutil
import uuid
from pathlib import Path

from sqlalchemy import select

from forms.municipality import FOLDER
from tests.integration.delivery.receiver import KEY, Receiver
from tests.integration.handover.world import World, until
from wizard.delivery.queue import at_work
from wizard.models_deliveries import Delivery


class Leaving(World):
    """``told`` are lines of Larvik's ``[delivery]``; ``HOOK`` in them is the address of the receiver."""

    def __init__(self, folder: Path, database_url: str, told: str) -> None:
        super().__init__(folder, database_url)
        self.drop, self.receiver = folder / "drop", Receiver(folder / "receiver")
        places = folder / "places"
        shutil.copytree(FOLDER, places)
        own = places / "larvik.toml"
        lines = told.replace("HOOK", f'"{self.receiver.address}"')
        own.write_text(own.read_text() + f"\n[delivery]\nsince = 2020-01-01\n{lines}\n")
        self.environment |= {
            "VEIVISER_MUNICIPALITIES": str(places),
            "VEIVISER_DELIVERY_FOLDER": str(self.drop),
            "VEIVISER_DELIVERY_HOSTS": f"127.0.0.1:{self.receiver.port}",
            "VEIVISER_DELIVERY_KEYS": f"larvik:{base64.b64encode(KEY).decode()}",
            "VEIVISER_DELIVERY_SECONDS": "20",
        }

    def start_receiver(self) -> None:
        self.start("receiver", self.receiver.command)
        until(self.receiver.is_there)

    def dropped(self) -> list[Path]:
        """The packages in the folder, as whoever fetches them sees them."""
        own = self.drop / "larvik"
        return sorted(one for one in own.glob("V-*")) if own.exists() else []

    def deliveries(self, case_id: uuid.UUID) -> list[Delivery]:
        query = select(Delivery).where(Delivery.case_id == case_id)
        with self.own.store.read() as db:
            return list(db.scalars(query.order_by(Delivery.channel, Delivery.number)))

    def states(self, case_id: uuid.UUID) -> list[str]:
        return [f"{one.channel} {one.number} {one.state}" for one in self.deliveries(case_id)]

    def at_work(self) -> int:
        return len(at_work(self.own.store.writer))
