"""What ``tei-edition export epub|text`` does with what the user asks for; plain arguments are read without click."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NamedTuple

from tei_edition.cli.render import echo, echo_findings
from tei_edition.core.errors import ExitCode
from tei_edition.core.finding import has_errors
from tei_edition.edition.documents import documents_in, load_documents
from tei_edition.edition.files import keep_inputs, source_date, write_whole

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tei_edition.core.finding import Finding
    from tei_edition.exporters.artifact import Exported
    from tei_edition.exporters.text.options import Flavour
    from tei_edition.exporters.text.tokens import Columns
    from tei_edition.exporters.xhtml.presentation import Certainty


class BookRequest(NamedTuple):
    """What the user asks of a book; each field is an option of the command, with the same meaning."""

    documents: tuple[Path, ...]
    output: Path
    title: str = ""
    language: str = ""
    order: Literal["given", "date"] = "given"
    cover: Path | None = None
    css: Path | None = None
    templates: Path | None = None
    files: Path | None = None
    speakers: bool = False
    reviewed: bool = False
    certainty: Certainty | None = None


class TextRequest(NamedTuple):
    """What the user asks of a plain text; each field is an option of the command, with the same meaning."""

    document: Path
    output: Path
    flavour: Flavour = "reading"
    header: bool = True
    notes: Literal["end", "none"] = "end"
    format_: Literal["text"] | Columns = "text"


def plain_export(arguments: Sequence[str]) -> Callable[[], int] | None:
    """Return what makes the book or text that plain arguments ask for: documents and an output, nothing else.

    Args:
        arguments: All that follow the program's name.

    Returns:
        None where click has to read the arguments, or to object to them.
    """
    documents: list[Path] = []
    output = ""
    waiting = iter(arguments[2:])
    for argument in waiting:
        if argument in {"-o", "--output"}:
            output = next(waiting, "")
        elif not argument or argument.startswith("-"):
            return None
        else:
            documents.append(Path(argument))
    if not output or output.startswith("-") or not documents:
        return None
    if arguments[1] == "epub":
        return partial(export_book, BookRequest(tuple(documents), Path(output)))
    if arguments[1] == "text" and len(documents) == 1:
        return partial(export_plain_text, TextRequest(documents[0], Path(output)))
    return None


def export_book(asked: BookRequest) -> int:
    """Write one EPUB, tell what was found, and return the exit code."""
    from tei_edition.edition.brought_files import files_in, templates_in  # noqa: PLC0415 - of no use to a text
    from tei_edition.edition.images import images_of  # noqa: PLC0415 - of no use to a text
    from tei_edition.exporters.epub import EpubOptions, export_epub  # noqa: PLC0415 - of no use to a text
    from tei_edition.exporters.xhtml.presentation import Presentation  # noqa: PLC0415 - of no use to a text

    date = source_date()
    paths, empty = documents_in(asked.documents)
    keep_inputs([asked.output], [*paths, *(path for path in (asked.cover, asked.css) if path)])
    loaded, findings = load_documents(paths)
    images, too_large = images_of(loaded, dict.fromkeys(path.parent for path in paths))
    options = EpubOptions(
        title=asked.title,
        language=asked.language,
        modified=f"{date}T00:00:00Z" if date else "",
        name=asked.output.stem,
        order=asked.order,
        cover=asked.cover.read_bytes() if asked.cover else b"",
        css=asked.css.read_bytes() if asked.css else b"",
        templates=templates_in(Path(), asked.templates, ".xhtml"),
        files=files_in(asked.files),
        images=images,
        presentation=Presentation(speakers=asked.speakers, reviewed=asked.reviewed, certainty=asked.certainty or ""),
    )
    exported = export_epub(loaded, options) if loaded else None
    return _deliver(exported, asked.output, (*empty, *findings, *too_large))


def export_plain_text(asked: TextRequest) -> int:
    """Write one plain text, tell what was found, and return the exit code."""
    from tei_edition.exporters.text import TextOptions, export_text, export_tokens  # noqa: PLC0415 - of no use to a book

    keep_inputs([asked.output], [asked.document])
    loaded, findings = load_documents([asked.document])
    if not loaded:
        return _deliver(None, asked.output, findings)
    if asked.format_ != "text":
        return _deliver(export_tokens(loaded, asked.format_), asked.output, findings)
    options = TextOptions(flavour=asked.flavour, header=asked.header, notes=asked.notes)
    return _deliver(export_text(loaded, options), asked.output, findings)


def _deliver(exported: Exported | None, output: Path, findings: Sequence[Finding]) -> int:
    """Print all findings; write the one artifact, where there is one."""
    everything = (*findings, *(exported.findings if exported else ()))
    echo_findings(everything, err=True)
    if exported and exported.artifacts:
        write_whole(output, exported.artifacts[0].data)
        echo(f"wrote {output}")
    return ExitCode.FINDINGS if has_errors(everything) else ExitCode.OK
