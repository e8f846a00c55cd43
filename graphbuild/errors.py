"""Every error that graphbuild raises on purpose, as one tree.

GraphbuildError
├── SetupError      the ontology, the models or the settings are not usable: the run stops, every problem listed
├── InputError      nothing could be read from the input that was named: the run stops
├── OutputError     a result could not be written: the run stops, nothing half-written is left behind
└── QueryError      a query or its parameters are not usable: the message says what would have worked
"""


class GraphbuildError(Exception):
    """The base of all errors that are meant for a reader; their text says what was found and what would have worked."""


class SetupError(GraphbuildError):
    """The ontology, the models or the settings are wrong."""


class InputError(GraphbuildError):
    """The named input holds nothing that can be read."""


class OutputError(GraphbuildError):
    """A result could not be written."""


class QueryError(GraphbuildError):
    """A query, or a parameter of one, cannot be used."""
