"""The command for whoever connects a municipality's own system: the key by which it knows what comes from here."""

import click

from wizard.delivery.signed import key_id, public_key
from wizard.settings import load


@click.command("delivery-key")
@click.argument("municipality")
def delivery_key(municipality: str) -> None:
    """Print the public half of the key that signs what is sent to a municipality's webhook, and its id."""
    key = load().delivery_key(municipality)
    if key is None:
        raise click.ClickException(f"VEIVISER_DELIVERY_KEYS has no key for {municipality}.")
    click.echo(f"keyid: {key_id(municipality, key)}")
    click.echo(public_key(key).decode(), nl=False)


COMMANDS = (delivery_key,)
