"""Where the ontology folder is: inside the installed wheel, or beside the package in a checkout."""

from pathlib import Path

from graphbuild.errors import SetupError

_PACKAGE = Path(__file__).resolve().parent.parent


def ontology_folder() -> Path:
    """The folder with ``core.yaml``, ``events`` and ``lexicon``.

    A wheel carries it as ``graphbuild/_ontology``; a checkout keeps it as ``ontology`` beside the package.

    Raises:
        SetupError: neither folder is there.
    """
    for folder in (_PACKAGE / "_ontology", _PACKAGE.parent / "ontology"):
        if (folder / "core.yaml").is_file():
            return folder
    message = f"no ontology: neither {_PACKAGE / '_ontology'} nor {_PACKAGE.parent / 'ontology'} holds core.yaml"
    raise SetupError(message)
