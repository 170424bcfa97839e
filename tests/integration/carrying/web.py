"""People on a site's pages while it is carried elsewhere."""

import threading
import uuid

from tests.draft import Draft
from tests.forked import BIN
from tests.guest import Guest
from tests.integration.handover.world import World


def serve(world: World) -> None:
    command = [BIN / "gunicorn", "wsgi:app", "-b", f"127.0.0.1:{world.port}", "-w", "2"]
    world.start("wizard", command)
    world.wait(f"{world.url}/")


def unwatched(world: World, person: str) -> Guest:
    """Somebody who may be told that nothing can be saved just now."""
    guest = world.visitor(person)
    guest.http.event_hooks = {}
    return guest


class Sender(threading.Thread):
    """Sends one case after the other, by the site's pages; what it was told is in, is in."""

    def __init__(self, drafts: list[Draft]) -> None:
        super().__init__()
        self.drafts, self.acknowledged = drafts, list[uuid.UUID]()

    def run(self) -> None:
        for draft in self.drafts:
            try:
                answer = draft.send()
            except (AssertionError, KeyError):  # the page it is sent from was not there
                continue
            if answer.headers.get("location", "").endswith("/kvittering"):
                self.acknowledged.append(draft.id)
