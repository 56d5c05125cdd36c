"""``python -m tei_edition`` is ``tei-edition``."""

from tei_edition.cli.main import program

program()
