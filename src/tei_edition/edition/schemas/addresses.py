"""Where the makers of well-known schemas publish them."""

from __future__ import annotations

import tomllib
from importlib.resources import files


def addresses() -> dict[str, str]:
    """Return the address of each well-known schema by its name."""
    return tomllib.loads(files(__package__).joinpath("addresses.toml").read_text(encoding="utf-8"))
