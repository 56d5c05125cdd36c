"""Which files git says were changed since the last commit."""

from __future__ import annotations

import subprocess
from pathlib import Path

from tei_edition.core.errors import UsageError

_CURE = "run it inside a git repository that has a commit, or leave --changed out"


def changed_files() -> frozenset[Path]:
    """Return the resolved paths of files that differ from HEAD, or that git does not know yet and does not ignore.

    Raises:
        UsageError: if this folder is in no git repository, there is no commit yet, or there is no git.
    """
    top = Path(_git("rev-parse", "--show-toplevel").removesuffix("\n"))
    names = _git("diff", "--name-only", "--no-ext-diff", "-z", "HEAD", cwd=top)
    names += _git("ls-files", "--others", "--exclude-standard", "-z", cwd=top)
    return frozenset((top / name).resolve() for name in names.split("\0") if name)


def _git(*arguments: str, cwd: Path | None = None) -> str:
    command = ["git", *arguments]
    try:
        told = subprocess.run(command, cwd=cwd, capture_output=True, check=True)  # noqa: S603 - a list, no shell
    except FileNotFoundError:
        message = "there is no git to ask for changed files"
        raise UsageError(message, cure="install git, or leave --changed out") from None
    except subprocess.CalledProcessError as error:
        reason = error.stderr.decode("utf-8", "replace").strip().partition("\n")[0]
        message = f"git cannot tell which files have changed: {reason}"
        raise UsageError(message, cure=_CURE) from None
    return told.stdout.decode("utf-8", "surrogateescape")
