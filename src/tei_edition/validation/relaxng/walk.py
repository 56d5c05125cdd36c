"""Holding a document against a schema, element by element: every fault, each once.

After a fault the walk goes on as if the document had what the schema asks for: a misspelled element counts as the one
that was meant, a missing one as there, one too many as absent. So one cause gives one fault.
"""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from tei_edition.tei.text import text_after, text_before
from tei_edition.validation.own_text import own_text
from tei_edition.validation.relaxng.attributes import Identifiers, attribute_faults
from tei_edition.validation.relaxng.faults import Fault, Kind
from tei_edition.validation.relaxng.patterns import WHITE
from tei_edition.validation.relaxng.recovery import misfit

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator

    from lxml.etree import _Element as Node

    from tei_edition.validation.relaxng.models import Model
    from tei_edition.validation.relaxng.patterns import Element, Pattern
    from tei_edition.validation.relaxng.schema import Schema

_DEEPEST_TRIAL = 50


def faults(root: Node, schema: Schema, limit: int) -> tuple[Fault, ...]:
    """Return what a schema objects to in a document, at most ``limit`` faults, in no particular order.

    Raises:
        UsageError: if the schema is faulty where the document needs it.
    """
    return tuple(islice(_Walk(schema).document(root), limit))


class _Walk:
    """One walk over one document, or over a part of one on trial."""

    def __init__(self, schema: Schema, depth: int = 0) -> None:
        self._schema = schema
        self._make = schema.make
        self._depth = depth
        self._identifiers = Identifiers()
        self._trials: dict[tuple[Node, Element], tuple[Fault, ...]] = {}
        self._waiting: list[tuple[Node, Model | None]] = []

    def document(self, root: Node) -> Iterator[Fault]:
        """Yield the faults of a document."""
        found = self._schema.start.move(str(root.tag), self._make)
        if found:
            yield from self._below(root, found[0][0] if len(found) == 1 else self._chosen(root, found)[0])
        else:
            yield Fault(Kind.ROOT, root, state=self._schema.start)
            yield from self._below(root, next(iter(self._schema.elements().get(str(root.tag), ())), None))
        yield from self._identifiers.unresolved()

    def _below(self, top: Node, leaf: Element | None) -> Iterator[Fault]:
        """Yield the faults of an element and of everything in it."""
        make, waiting = self._make, self._waiting
        waiting.append((top, None if leaf is None else self._schema.models[leaf]))
        while waiting:
            node, model = waiting.pop()
            if model is None:
                self._wait_for_known(node)
                continue
            content = model.content
            if content is None or model.required or not model.known.issuperset(node.items()):
                content = yield from attribute_faults(node, model, make, self._identifiers)
            if len(node) and (not content.stringy or next(node.iterchildren("*"), None) is not None):
                yield from self._children(node, model, content)
            elif content.mixed is not content or not content.nullable:
                yield from self._string(node, model, content, own_text(node))

    def _children(self, node: Node, model: Model, state: Pattern) -> Iterator[Fault]:
        """Yield the faults in the order and choice of an element's children; keep the children for later."""
        models = self._schema.models
        inner: list[tuple[Node, Model | None]] = []
        misfits: set[str] = set()
        if state.mixed is not state:
            state = yield from self._text(node, None, model, state, misfits)
        for child in node:
            found = state.moves.get(child.tag)  # type: ignore[arg-type]
            if found and len(found) == 1:
                leaf, state = found[0]
                inner.append((child, models[leaf]))
            elif isinstance(child.tag, str):
                leaf_found, state = yield from self._unusual(child, model, state, misfits)
                inner.append((child, None if leaf_found is None else models[leaf_found]))
            if state.mixed is not state and text_after(child).strip(WHITE):
                state = yield from self._text(node, child, model, state, misfits)
        self._waiting.extend(reversed(inner))
        if not state.nullable and not misfits:
            yield Fault(Kind.INCOMPLETE, node, model=model, state=state)

    def _unusual(
        self, child: Node, model: Model, state: Pattern, misfits: set[str]
    ) -> Generator[Fault, None, tuple[Element | None, Pattern]]:
        """Handle a child that is met here for the first time, is ambiguous, or cannot stand here."""
        name = str(child.tag)
        found = state.move(name, self._make)
        if len(found) == 1:
            return found[0]
        if found:
            return self._chosen(child, found)
        fault, leaf, after = misfit(child, model, state, self._schema)
        # One end of a division, many paragraphs after it: told once. A misplaced child with a cure stands for itself.
        if fault.kind is not Kind.ELEMENT_MISPLACED or fault.missing or name not in misfits:
            yield fault
        if not fault.missing:
            misfits.add(name)
        return leaf, after

    def _text(
        self, node: Node, after: Node | None, model: Model, state: Pattern, misfits: set[str]
    ) -> Generator[Fault, None, Pattern]:
        """Handle the text before the first child or after ``after``; text that is not allowed is told once a parent."""
        text = text_before(node) if after is None else text_after(after)
        following = state.after_text(self._make)
        if following is state or not text.strip(WHITE):
            return state
        if following is not self._make.not_allowed:
            return following
        if _TEXT not in misfits:
            misfits.add(_TEXT)
            yield Fault(Kind.TEXT_NOT_ALLOWED, node, model=model, state=state, after=after)
        return state

    def _string(self, node: Node, model: Model, content: Pattern, text: str) -> Iterator[Fault]:
        """Yield the fault of an element that holds text only."""
        content.after_text(self._make)
        if content.accepts(text):
            return
        if content.stringy and (text.strip(WHITE) or not content.firsts):
            yield Fault(Kind.TEXT_WRONG, node, model=model, state=content, expected=(content,))
        elif text.strip(WHITE):
            yield Fault(Kind.TEXT_NOT_ALLOWED, node, model=model, state=content)
        else:
            yield Fault(Kind.INCOMPLETE, node, model=model, state=content)

    def _wait_for_known(self, node: Node) -> None:
        """Keep the children of an element that the schema does not know; each is judged for itself, if known."""
        elements, models = self._schema.elements(), self._schema.models
        for child in node.iterchildren("*", reversed=True):
            known = elements.get(str(child.tag))
            self._waiting.append((child, models[known[0]] if known else None))

    def _chosen(self, node: Node, found: tuple[tuple[Element, Pattern], ...]) -> tuple[Element, Pattern]:
        """Return which of several element patterns an element matches, and what may follow.

        Where none is matched, the one that is matched furthest.
        """
        told = {leaf: self._trial(node, leaf) for leaf, _ in found}
        right = [(leaf, rest) for leaf, rest in found if not told[leaf]]
        if right:
            return right[0][0], self._make.choice(rest for _, rest in right)
        best = max(
            found, key=lambda pair: (min(fault.node.sourceline or 0 for fault in told[pair[0]]), -len(told[pair[0]]))
        )
        return best[0], self._make.choice(rest for _, rest in found)

    def _trial(self, node: Node, leaf: Element) -> tuple[Fault, ...]:
        """Return the faults of an element if it is held against ``leaf``; deep down, where it costs too much, none."""
        if self._depth == _DEEPEST_TRIAL:
            return ()
        key = (node, leaf)
        if key not in self._trials:
            walk = _Walk(self._schema, self._depth + 1)
            walk._trials = self._trials
            self._trials[key] = tuple(walk._below(node, leaf))
        return self._trials[key]


_TEXT = "#text"
"""Stands for text among the names of what does not fit."""
