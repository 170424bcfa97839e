"""``python -m wizard`` is the command ``veiviser``."""

from wizard.cli import main

main()
