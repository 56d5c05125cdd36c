"""Schemas of a project: gathered with the files they include, kept beside it, called by name."""
