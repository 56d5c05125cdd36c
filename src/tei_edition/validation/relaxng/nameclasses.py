"""Name classes: the names that an element or attribute pattern takes. Source: RELAX NG Specification, section 6.1.

Names are in Clark notation: ``{namespace}local``, or ``local`` in no namespace.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Wildcard:
    """``anyName`` or ``nsName`` with its ``except``.

    Attributes:
        namespace: The namespace of an ``nsName``; None for ``anyName``.
        excluded: The names left out.
    """

    namespace: str | None
    excluded: NameClass | None = None

    def contains(self, name: str) -> bool:
        """Tell whether this wildcard takes ``name``."""
        namespace = name[1:].partition("}")[0] if name.startswith("{") else ""
        if self.namespace is not None and namespace != self.namespace:
            return False
        return self.excluded is None or not self.excluded.contains(name)


@dataclass(frozen=True, slots=True)
class NameClass:
    """A finite set of names and any wildcards beside it."""

    names: frozenset[str] = frozenset()
    wildcards: tuple[Wildcard, ...] = ()

    def contains(self, name: str) -> bool:
        """Tell whether ``name`` is of this class."""
        return name in self.names or any(wildcard.contains(name) for wildcard in self.wildcards)

    def __or__(self, other: NameClass) -> NameClass:
        return NameClass(self.names | other.names, self.wildcards + other.wildcards)


def clark(namespace: str, local: str) -> str:
    """Return a name in Clark notation."""
    return f"{{{namespace}}}{local}" if namespace else local
