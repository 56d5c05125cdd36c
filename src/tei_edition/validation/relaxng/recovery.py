"""Going on after a child that the schema does not take here, as if what was meant stood there."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tei_edition.validation.nearest import nearest
from tei_edition.validation.relaxng.faults import Fault, Kind
from tei_edition.validation.relaxng.patterns import Element

if TYPE_CHECKING:
    from lxml.etree import _Element as Node

    from tei_edition.validation.relaxng.models import Model
    from tei_edition.validation.relaxng.patterns import Pattern
    from tei_edition.validation.relaxng.schema import Schema

_MOST_MISSING = 3
_MOST_TRIED = 300


class Misfit(NamedTuple):
    """A child that cannot stand where it stands.

    Attributes:
        fault: What to tell.
        leaf: The element pattern to hold it against; None where the schema knows none.
        state: What may follow it.
    """

    fault: Fault
    leaf: Element | None
    state: Pattern


def misfit(child: Node, model: Model, state: Pattern, schema: Schema) -> Misfit:
    """Say what is wrong with a child for which ``state`` has no move, and how to go on.

    Args:
        child: The child.
        model: What the schema asks of its parent.
        state: What could have come here.
        schema: The schema.
    """
    name = str(child.tag)
    inside = [leaf for leaf in model.rest.leaves() if isinstance(leaf, Element)]
    own = next((leaf for leaf in inside if leaf.names.contains(name)), None)
    if own is not None:
        missing, after = _skipped(state, name, schema)
        return Misfit(Fault(Kind.ELEMENT_MISPLACED, child, model=model, state=state, missing=missing), own, after)
    known = schema.elements().get(name)
    if known:
        # What an element lacks that should not be there at all is nobody's concern.
        leaf = known[0] if len(child) else None
        return Misfit(Fault(Kind.ELEMENT_NOT_ALLOWED, child, model=model, state=state), leaf, state)
    fault = Fault(Kind.UNKNOWN_ELEMENT, child, model=model, state=state)
    meant = nearest(name, frozenset(each for leaf in state.firsts for each in leaf.names.names))
    if not meant:
        return Misfit(fault, None, state)
    return Misfit(fault, *state.move(meant, schema.make)[0])


def _skipped(state: Pattern, name: str, schema: Schema) -> tuple[tuple[str, ...], Pattern]:
    """Return the fewest elements that would have to come first for ``name`` to be right, and what follows it then."""
    waiting: list[tuple[tuple[str, ...], Pattern]] = [((), state)]
    seen = {state}
    for missing, here in waiting:
        if missing and (found := here.move(name, schema.make)):
            return missing, found[0][1]
        if len(missing) == _MOST_MISSING or len(waiting) > _MOST_TRIED:
            continue
        for between in sorted({each for leaf in here.firsts for each in leaf.names.names}):
            after = here.move(between, schema.make)[0][1]
            if after not in seen:
                seen.add(after)
                waiting.append(((*missing, between), after))
    return (), state
