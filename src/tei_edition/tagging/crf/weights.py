"""The weights of the model, read from a text file and added as one number for all labels of both stages.

The weights of a feature are packed into one integer, 32 bits for each label of the first stage and then of the second,
so that adding the weights of features is adding integers. A weight is read when its feature is first seen.
"""

from __future__ import annotations

from itertools import takewhile
from struct import Struct
from typing import TYPE_CHECKING

from tei_edition.tagging.crf.chain import LABELS, Chain

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tei_edition.tagging.crf.chain import Scores

_BITS = 32
_FIELDS = 2 * len(LABELS)
_BIAS = sum(1 << (_BITS * field + _BITS - 1) for field in range(_FIELDS))
"""Makes every field positive, which leaves the differences between labels as they are."""
_UNPACKED = Struct(f"<{_FIELDS}I")
_TRANSITION = " "
"""What the key of a transition begins with; no feature does, and so transitions stand first."""


class Weights(dict[str, int]):
    """The packed weights of features by their names."""

    def __init__(self, table: str) -> None:
        """Take the lines of a model: a feature or transition, a tab, "field:weight" pairs with spaces between."""
        super().__init__()
        fields = table.replace("\n", "\t").split("\t")
        self._written = dict(zip(fields[::2], fields[1::2], strict=False))

    def __missing__(self, feature: str) -> int:
        packed = sum(weight << (_BITS * field) for field, weight in _pairs(self._written[feature]))
        self[feature] = packed
        return packed

    def tell(self, features: Sequence[str]) -> int:
        """Return the packed sum of the weights of features; what the model does not know weighs nothing."""
        known = self._written
        return sum([self[feature] for feature in features if feature in known])

    def chains(self) -> tuple[Chain, Chain]:
        """Return the decoders of both stages."""
        found: tuple[dict[tuple[str, str], int], dict[tuple[str, str], int]] = ({}, {})
        for key in takewhile(lambda key: key.startswith(_TRANSITION), self._written):
            _, one, other = key.split(_TRANSITION)
            for stage, weight in _pairs(self._written[key]):
                found[stage][one, other] = weight
        return Chain(found[0]), Chain(found[1])


def unpacked(packed: int) -> tuple[Scores, Scores]:
    """Return the scores of the labels for the first stage and for the second; all are greater by the same number."""
    both = _UNPACKED.unpack((packed + _BIAS).to_bytes(_UNPACKED.size, "little"))
    return both[: len(LABELS)], both[len(LABELS) :]


def _pairs(written: str) -> list[tuple[int, int]]:
    pairs = (pair.split(":") for pair in written.split())
    return [(int(field), int(weight)) for field, weight in pairs]
