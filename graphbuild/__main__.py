"""Lets ``python -m graphbuild`` do what ``graphbuild`` does."""

from graphbuild.cli import main

if __name__ == "__main__":
    main()
