"""From the probability a model gives to a name, how often such a name is right: numbers measured on held-out texts."""

from __future__ import annotations

from bisect import bisect_right

Curve = tuple[tuple[float, float], ...]
"""Points (probability, share of right names), rising in both."""

IDENTITY: Curve = ((0.0, 0.0), (1.0, 1.0))


def calibrated(probability: float, curve: Curve) -> float:
    """Return the share of right names among held-out ones of that probability, by straight lines between points.

    Args:
        probability: What the model says, from 0 to 1.
        curve: What was measured.

    Returns:
        A number from 0 to 1, to three places; it never falls where the probability rises.
    """
    at = bisect_right(curve, (probability, 2.0))
    if at == 0:
        return curve[0][1]
    if at == len(curve):
        return curve[-1][1]
    (left, low), (right, high) = curve[at - 1], curve[at]
    return round(low + (high - low) * (probability - left) / (right - left), 3)


def curves(table: str) -> dict[str, Curve]:
    """Read the curve of each kind of name from lines "kind, probability, share", with tabs between."""
    found: dict[str, Curve] = {}
    for line in table.splitlines():
        kind, probability, share = line.split("\t")
        found[kind] = (*found.get(kind, ()), (float(probability), float(share)))
    return found


def fitted(observed: list[tuple[float, bool]], bins: int = 20) -> Curve:
    """Return the curve of (probability, right) pairs: means of bins of equal size, made monotone.

    Falling neighbours are pooled (isotonic regression).
    """
    ordered = sorted(observed)
    size = max(1, len(ordered) // bins)
    pools: list[list[float]] = []
    for start in range(0, len(ordered), size):
        part = ordered[start : start + size]
        pools.append([sum(p for p, _ in part), float(sum(right for _, right in part)), float(len(part))])
        while len(pools) > 1 and pools[-2][1] / pools[-2][2] >= pools[-1][1] / pools[-1][2]:
            last = pools.pop()
            pools[-1] = [one + other for one, other in zip(pools[-1], last, strict=True)]
    return tuple((round(total / count, 4), round(right / count, 4)) for total, right, count in pools)
