import pytest

from graphbuild.indonesian.verbs import Voice, shapes


@pytest.mark.parametrize(
    ("root", "word", "voice"),
    [
        ("lantik", "dilantik", Voice.PASSIVE),
        ("tunjuk", "menunjuk", Voice.ACTIVE),
        ("pilih", "memilih", Voice.ACTIVE),
        ("pilih", "terpilih", Voice.STATE),
        ("pilih", "pemilihan", Voice.NOUN),
        ("copot", "pencopotan", Voice.NOUN),
        ("kukuh", "dikukuhkan", Voice.PASSIVE),
        ("calon", "mencalonkan", Voice.ACTIVE),
        ("berhenti", "pemberhentian", Voice.NOUN),
        ("sebut", "menyebut", Voice.ACTIVE),
        ("usul", "mengusulkan", Voice.ACTIVE),
        ("lantik", "lantik", Voice.BARE),
    ],
)
def test_a_root_takes_the_shapes_of_the_language(root: str, word: str, voice: Voice) -> None:
    assert dict(shapes(root)).get(word) == voice
