"""An edition on disk: edition.toml, files, incremental builds. Only this floor touches files, clock and processes."""
