import hashlib
import re

from graphbuild.nlp.parser import MODELS

LARGEST = 70 * 1024 * 1024


def test_the_card_names_every_model_by_its_hash():
    card = (MODELS / "CARD.md").read_text(encoding="utf-8")
    listed = dict(re.findall(r"`([\w.]+\.pt)` \| [^|]*\| `([0-9a-f]{64})`", card))
    found = {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in MODELS.glob("*.pt")}
    assert listed == found


def test_all_models_together_are_small():
    assert sum(path.stat().st_size for path in MODELS.glob("*.pt")) <= LARGEST
