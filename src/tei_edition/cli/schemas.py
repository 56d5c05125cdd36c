"""``tei-edition schemas list|add|show``."""

from __future__ import annotations

from pathlib import Path

import click

from tei_edition.cli.render import counted
from tei_edition.core.errors import ExitCode, UsageError
from tei_edition.edition.schemas.store import FOLDER, OURS, SchemaStore


@click.group("schemas")
def command() -> None:
    """The schemas of the project in this folder: fetch one once, then name it in --schema or edition.toml."""


@command.command("list")
def list_() -> int:
    """List the schemas that can be named, and those that `add` knows an address of."""
    entries = SchemaStore(Path()).entries()
    click.echo(f"{OURS}  comes with tei-edition")
    for entry in entries.values():
        click.echo(f"{entry.name}  {entry.source}")
    for name, address in _addresses().items():
        if name not in entries:
            click.echo(f"({name})  not here; `tei-edition schemas add {name}` fetches {address}")
    return ExitCode.OK


@command.command("add")
@click.argument("name")
@click.argument("source", metavar="[FILE|URL]", required=False)
def add(name: str, source: str | None) -> int:
    """Keep the RELAX NG schema in FILE or at URL, with all that it includes, under NAME.

    Nothing else of tei-edition ever fetches a schema. Without FILE or URL, NAME is one that `list` has an address of.
    """
    from tei_edition.edition.schemas.gathering import from_file, from_web  # noqa: PLC0415 - `list` needs none of it
    from tei_edition.validation.relaxng import compiled  # noqa: PLC0415 - see above

    source = source or _addresses().get(name)
    if not source:
        message = f"there is no known address of a schema {name}"
        raise UsageError(message, cure="name its file or address too; `tei-edition schemas list` has the known ones")
    schema = from_web(source) if "://" in source else from_file(Path(source))
    elements = len(compiled(schema.source, schema.name, schema).elements())
    entry = SchemaStore(Path()).add(name, schema, source)
    files = f", with {counted(len(entry.files), 'file')} that it includes" if entry.files else ""
    click.echo(f"added {name}: {counted(elements, 'element')}, {FOLDER}/{entry.main}{files}")
    click.echo(f'use it with --schema {name}, or write schema = "{name}" into [validation] of edition.toml')
    return ExitCode.OK


@command.command("show")
@click.argument("name")
def show(name: str) -> int:
    """Say where the schema NAME came from, which roots and how many elements it has."""
    from tei_edition.edition.schemas.choosing import chosen  # noqa: PLC0415 - `list` needs none of it
    from tei_edition.validation.relaxng import compiled, own_schema  # noqa: PLC0415 - see above

    store = SchemaStore(Path())
    schema, entry = chosen(name, store), store.entries().get(name)
    read = compiled(schema.source, schema.name, schema) if schema else compiled(own_schema())
    elements = read.elements()
    roots = sorted(each.rpartition("}")[2] for each in elements if read.takes_root(each))
    click.echo(f"{name}: {counted(len(elements), 'element')}, roots {', '.join(roots)}")
    if entry:
        click.echo(f"source  {entry.source}\nfile    {FOLDER}/{entry.main}\nsha256  {entry.digest}")
        for asked, file in entry.files:
            click.echo(f"        {asked} is {FOLDER}/{file}")
    return ExitCode.OK


def _addresses() -> dict[str, str]:
    from tei_edition.edition.schemas.addresses import addresses  # noqa: PLC0415 - only `list` and `add` need it

    return addresses()
