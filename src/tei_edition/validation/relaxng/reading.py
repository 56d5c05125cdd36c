"""From a schema's files to patterns, each definition when it is first needed.

Source: RELAX NG Specification, sections 3 (Full Syntax) and 4 (Simplification).
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, NamedTuple

from tei_edition.tei.names import XML_NS
from tei_edition.tei.text import text_before
from tei_edition.validation.relaxng.datatypes import datatype
from tei_edition.validation.relaxng.files import RNG, SchemaFiles, faulty
from tei_edition.validation.relaxng.nameclasses import NameClass, Wildcard, clark
from tei_edition.validation.relaxng.patterns import Attribute, Data, Element, ListOf, Pattern, Value

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from lxml.etree import _Element as Node

    from tei_edition.validation.relaxng.composites import Patterns
    from tei_edition.validation.relaxng.datatypes import Datatype

START = "<start>"
"""The name under which a scope keeps its start; no definition can bear it."""
_NAME_CLASSES = frozenset({RNG + "name", RNG + "anyName", RNG + "nsName"})


class Definition(NamedTuple):
    """One ``define`` or ``start`` and what it inherits."""

    node: Node
    context: Context


@dataclass(slots=True)
class Scope:
    """A grammar: its definitions by name, and the grammar around it."""

    parent: Scope | None = None
    definitions: dict[str, list[Definition]] = field(default_factory=dict)
    patterns: dict[str, Pattern | None] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Context:
    """What a node of a schema inherits: its file, grammar, namespace and datatype library."""

    file: str
    scope: Scope
    ns: str = ""
    library: str = ""

    def at(self, node: Node) -> Context:
        """Return the context within ``node``."""
        ns, library = node.get("ns"), node.get("datatypeLibrary")
        if ns is None and library is None:
            return self
        return replace(self, ns=self.ns if ns is None else ns, library=self.library if library is None else library)


class Reader:
    """Reads one schema.

    Args:
        files: Gives the files that it names.
        make: Makes the patterns.
    """

    def __init__(self, files: SchemaFiles, make: Patterns) -> None:
        self._files = files
        self._make = make
        self._open: list[str] = []
        self.scopes: list[Scope] = []

    def start(self, root: Node, file: str) -> Pattern:
        """Return the pattern of a whole schema.

        Raises:
            UsageError: if the schema is faulty.
        """
        return self.read(root, Context(file, Scope()))

    def read(self, node: Node, context: Context) -> Pattern:
        """Return the pattern of one node.

        Raises:
            UsageError: if it is faulty.
        """
        kind = str(node.tag).removeprefix(RNG)
        method: Callable[[Node, Context], Pattern] | None = getattr(self, f"_read_{kind}", None)
        if method is None:
            message = f"<{kind}> cannot stand here"
            raise faulty(message, node, context.file)
        return method(node, context.at(node))

    def _children(self, node: Node, context: Context) -> list[Pattern]:
        return [self.read(child, context) for child in node.iterchildren(RNG + "*")]

    def _inside(self, node: Node, context: Context) -> Pattern:
        return self._make.group(self._children(node, context))

    def _read_group(self, node: Node, context: Context) -> Pattern:
        return self._inside(node, context)

    def _read_choice(self, node: Node, context: Context) -> Pattern:
        return self._make.choice(self._children(node, context))

    def _read_interleave(self, node: Node, context: Context) -> Pattern:
        return self._make.interleave(self._children(node, context))

    def _read_mixed(self, node: Node, context: Context) -> Pattern:
        return self._make.interleave((self._inside(node, context), self._make.text))

    def _read_optional(self, node: Node, context: Context) -> Pattern:
        return self._make.optional(self._inside(node, context))

    def _read_zeroOrMore(self, node: Node, context: Context) -> Pattern:  # noqa: N802 - RELAX NG's name
        return self._make.optional(self._make.one_or_more(self._inside(node, context)))

    def _read_oneOrMore(self, node: Node, context: Context) -> Pattern:  # noqa: N802 - RELAX NG's name
        return self._make.one_or_more(self._inside(node, context))

    def _read_list(self, node: Node, context: Context) -> Pattern:
        inner = self._inside(node, context)
        return inner if inner is self._make.not_allowed else ListOf(inner, self._make)

    def _read_empty(self, node: Node, context: Context) -> Pattern:
        del node, context
        return self._make.empty

    def _read_text(self, node: Node, context: Context) -> Pattern:
        del node, context
        return self._make.text

    def _read_notAllowed(self, node: Node, context: Context) -> Pattern:  # noqa: N802 - RELAX NG's name
        del node, context
        return self._make.not_allowed

    def _read_value(self, node: Node, context: Context) -> Pattern:
        kind = node.get("type")
        found = self._datatype(node, context, context.library if kind else "", (kind or "token").strip(), ())
        return Value(found, text_before(node))

    def _read_data(self, node: Node, context: Context) -> Pattern:
        params = tuple((p.get("name", "").strip(), text_before(p)) for p in node.iterchildren(RNG + "param"))
        found = self._datatype(node, context, context.library, node.get("type", "").strip(), params)
        excepted = next(node.iterchildren(RNG + "except"), None)
        excluded = None if excepted is None else self._make.choice(self._children(excepted, context.at(excepted)))
        return Data(found, excluded)

    def _datatype(
        self, node: Node, context: Context, library: str, name: str, params: tuple[tuple[str, str], ...]
    ) -> Datatype:
        try:
            return datatype(library, name, params)
        except KeyError:
            message = f"there is no datatype {name} in the library {library or 'built in'}"
            raise faulty(message, node, context.file) from None
        except ValueError as error:
            message = f"a parameter of {name} is wrong: {error}"
            raise faulty(message, node, context.file) from None

    def _read_attribute(self, node: Node, context: Context) -> Pattern:
        outer = replace(context, ns=node.get("ns", "")) if node.get("name") is not None else context
        names, rest = self._names(node, outer)
        inner = [self.read(child, context) for child in rest]
        value = self._make.group(inner) if inner else self._make.text
        return value if value is self._make.not_allowed else Attribute(names, value)

    def _read_element(self, node: Node, context: Context) -> Pattern:
        names, rest = self._names(node, context)
        return Element(names, lambda: self._make.group(self.read(child, context) for child in rest))

    def _read_ref(self, node: Node, context: Context) -> Pattern:
        return self._referred(node, context, context.scope)

    def _read_parentRef(self, node: Node, context: Context) -> Pattern:  # noqa: N802 - RELAX NG's name
        if context.scope.parent is None:
            message = "<parentRef> has no grammar around its own"
            raise faulty(message, node, context.file)
        return self._referred(node, context, context.scope.parent)

    def _read_externalRef(self, node: Node, context: Context) -> Pattern:  # noqa: N802 - RELAX NG's name
        with _Opened(self._open, node, context):
            root, name = self._files.follow(node, context.file)
            return self.read(root, Context(name, Scope(), context.ns))

    def _read_grammar(self, node: Node, context: Context) -> Pattern:
        scope = Scope(context.scope)
        self.scopes.append(scope)
        self._collect(node, replace(context, scope=scope), frozenset())
        if START not in scope.definitions:
            message = "the grammar has no start"
            raise faulty(message, node, context.file)
        return self._defined(START, scope, node, context)

    def _collect(self, node: Node, context: Context, overridden: frozenset[str]) -> None:
        """Take the definitions of a grammar, of its ``div``s and of what it includes."""
        definitions = context.scope.definitions
        for child in node.iterchildren(RNG + "*"):
            name = _defined_name(child)
            if name:
                if name not in overridden:
                    definitions.setdefault(name, []).append(Definition(child, context.at(child)))
            elif child.tag == RNG + "div":
                self._collect(child, context.at(child), overridden)
            elif child.tag == RNG + "include":
                self._include(child, context.at(child), overridden)
            else:
                message = f"<{str(child.tag).removeprefix(RNG)}> cannot stand in a grammar"
                raise faulty(message, child, context.file)

    def _include(self, node: Node, context: Context, overridden: frozenset[str]) -> None:
        with _Opened(self._open, node, context):
            root, file = self._files.follow(node, context.file)
            if root.tag != RNG + "grammar":
                message = f"what is included is no grammar: {node.get('href')}"
                raise faulty(message, node, context.file)
            inner = Context(file, context.scope, context.ns)
            self._collect(root, inner.at(root), overridden | frozenset(_names_defined(node)))
        self._collect(node, context, overridden)

    def _referred(self, node: Node, context: Context, scope: Scope) -> Pattern:
        name = node.get("name", "").strip()
        if name not in scope.definitions:
            message = f"there is no definition of {name}"
            raise faulty(message, node, context.file)
        return self._defined(name, scope, node, context)

    def _defined(self, name: str, scope: Scope, node: Node, context: Context) -> Pattern:
        if name in scope.patterns:
            known = scope.patterns[name]
            if known is None:
                message = f"the definition of {name} needs itself"
                raise faulty(message, node, context.file)
            return known
        scope.patterns[name] = None
        found = scope.patterns[name] = self._combined(scope.definitions[name])
        return found

    def _combined(self, definitions: list[Definition]) -> Pattern:
        parts = [self._inside(each.node, each.context) for each in definitions]
        if len(parts) == 1:
            return parts[0]
        ways = {way for each in definitions if (way := each.node.get("combine"))}
        if len(ways) != 1:
            node, context = definitions[-1]
            message = f"{_defined_name(node)} is defined more than once"
            raise faulty(message, node, context.file)
        return self._make.choice(parts) if ways == {"choice"} else self._make.interleave(parts)

    def _names(self, node: Node, context: Context) -> tuple[NameClass, list[Node]]:
        """Return the name class of an element or attribute pattern, and its other children."""
        children = list(node.iterchildren(RNG + "*"))
        if (name := node.get("name")) is not None:
            return NameClass(frozenset({_qualified(node, name.strip(), context)})), children
        if not children:
            message = "it has no name"
            raise faulty(message, node, context.file)
        return self._name_class(children[0], context.at(children[0])), children[1:]

    def _name_class(self, node: Node, context: Context) -> NameClass:
        if node.tag == RNG + "choice":
            return self._any_name_class(node.iterchildren(RNG + "*"), context)
        if node.tag not in _NAME_CLASSES:
            message = f"<{str(node.tag).removeprefix(RNG)}> is no name"
            raise faulty(message, node, context.file)
        if node.tag == RNG + "name":
            return NameClass(frozenset({_qualified(node, text_before(node).strip(), context)}))
        excepted = [child for part in node.iterchildren(RNG + "except") for child in part.iterchildren(RNG + "*")]
        excluded = self._any_name_class(excepted, context) if excepted else None
        return NameClass(wildcards=(Wildcard(context.ns if node.tag == RNG + "nsName" else None, excluded),))

    def _any_name_class(self, nodes: Iterable[Node], context: Context) -> NameClass:
        found = NameClass()
        for node in nodes:
            found |= self._name_class(node, context.at(node))
        return found


class _Opened:
    """Notes which files are being read, so that one that includes itself is told."""

    def __init__(self, opened: list[str], node: Node, context: Context) -> None:
        self._opened = opened
        self._key = f"{context.file} {node.get('href', '')}"
        if self._key in opened:
            message = f"it includes itself: {node.get('href', '')}"
            raise faulty(message, node, context.file)

    def __enter__(self) -> None:
        self._opened.append(self._key)

    def __exit__(self, *_: object) -> None:
        self._opened.pop()


def _defined_name(node: Node) -> str:
    if node.tag == RNG + "define":
        return node.get("name", "").strip()
    return START if node.tag == RNG + "start" else ""


def _names_defined(node: Node) -> Iterator[str]:
    for child in node.iterchildren(RNG + "*"):
        if child.tag == RNG + "div":
            yield from _names_defined(child)
        elif name := _defined_name(child):
            yield name


def _qualified(node: Node, written: str, context: Context) -> str:
    prefix, colon, local = written.rpartition(":")
    if not colon:
        return clark(context.ns, local)
    namespace = XML_NS if prefix == "xml" else node.nsmap.get(prefix)
    if namespace is None:
        message = f"the prefix {prefix} is not declared"
        raise faulty(message, node, context.file)
    return clark(namespace, local)
