"""Spans, findings, errors, digests and plain-text rules: what every floor above shares. Standard library only."""
