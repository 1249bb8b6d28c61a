"""Files are read strictly: every trap of YAML and JSON is refused in one line with the right place."""

import hashlib
import json
import os
import time

import pytest
import yaml
from hypothesis import example, given, strategies as st

from enforcement_rules.loading.reading import read_document, yaml_tokens as yaml_module
from enforcement_rules.loading.reading.documents import LARGEST_FILE, MOST_NODES, parse_document
from enforcement_rules.loading.reading.tokens import DEEPEST
from enforcement_rules.values.errors import InputError, Place


def refusal(text, name="x.yaml"):
    with pytest.raises(InputError) as caught:
        parse_document(text, name)
    (line,) = caught.value.lines()
    assert "\n" not in line
    assert caught.value.lines("zh")[0].split(":")[:3] == line.split(":")[:3]
    return line


def test_every_scalar_is_its_text():
    text = "a: no\nb: 012\nc: 12:30\nd: 30.10\ne: 2023-02-30\nf: 1e5\ng: 'null'\nh: .inf\ni: 0x1F\nj: 1_000\nk: <<\n"
    assert parse_document(text, "x.yaml").data == {
        "a": "no",
        "b": "012",
        "c": "12:30",
        "d": "30.10",
        "e": "2023-02-30",
        "f": "1e5",
        "g": "null",
        "h": ".inf",
        "i": "0x1F",
        "j": "1_000",
        "k": "<<",
    }


def test_only_plain_nothing_is_nothing():
    document = parse_document("a: null\nb: ~\nc:\nd: ''\ne: \"~\"\nf: Null\n", "x.yaml")
    assert document.data == {"a": None, "b": None, "c": None, "d": "", "e": "~", "f": "Null"}


def test_places_of_values_and_keys():
    document = parse_document("a:\n  - b: 1\n    案由: [x, y]\nc: {d: e}\n", "x.yaml")
    assert document.places[("a", 0, "案由", 1)] == Place("x.yaml", 3, 13)
    assert document.key_places[("a", 0, "案由")] == Place("x.yaml", 3, 5)
    assert document.places[("c", "d")] == Place("x.yaml", 4, 8)
    assert document.key_places[("c", "d")] == Place("x.yaml", 4, 5)
    assert document.places[("a", 0)] == Place("x.yaml", 2, 5)


def test_the_nearest_part_around_stands_for_what_is_missing():
    document = parse_document("a:\n  b: 1\n", "x.yaml")
    assert document.place(("a", "missing", 3)) == document.places[("a",)]
    assert document.key_place(("a", "missing")) == document.places[("a",)]
    assert document.place(("nowhere",)) == Place("x.yaml", 1, 1)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("a: 1\nb：2\nc: 3\n", "x.yaml:2:2: not valid YAML"),
        ("a: 1\nb: [1, 2\n", "x.yaml:2:4: not valid YAML"),
        ("a: 'x\n", "x.yaml:1:4: not valid YAML"),
        ("a: 1\n b: 2\n", "x.yaml:2:2: not valid YAML"),
        ("a: b: c", "x.yaml:1:5: not valid YAML"),
        ("{", "x.yaml:1:1: not valid YAML"),
        ("\ta: 1", "x.yaml:1:1: not valid YAML"),
        ("a: @x", "x.yaml:1:4: not valid YAML"),
        ('a: "\\q"', "x.yaml:1:5: not valid YAML"),
        ('a: "\\ud800"', "x.yaml:1:5: not valid YAML"),
        ("%YAML 1.1\n---\na: 1", "x.yaml:1:1: directives (%) are not allowed; expected plain content"),
        ("a: 1\n...\n%TAG ! b\n", "x.yaml:3:1: directives (%) are not allowed; expected plain content"),
        ("a: 1\nb: 2\na: 3\n", "x.yaml:3:1: key a appears twice; expected each key once"),
        ("{a: 1, a: 2}", "x.yaml:1:8: key a appears twice; expected each key once"),
        ("a: &x 1\nb: *x\n", "x.yaml:1:4: anchors (&x) are not allowed; expected plain content"),
        ("a: 1\nb: *x\n", "x.yaml:2:4: aliases (*x) are not allowed; expected the content itself"),
        ("a: !x 1", "x.yaml:1:4: tags (!x) are not allowed; expected plain content"),
        ("a: ! 1", "x.yaml:1:4: tags (!) are not allowed; expected plain content"),
        ("? [a]\n: 1", "x.yaml:1:3: this key is no text; expected text"),
        ("{{a: 1}: 2}", "x.yaml:1:2: this key is no text; expected text"),
        ("a: 1\n~: 1", "x.yaml:2:1: this key is no text; expected text"),
        ("a: 1\n---\nb: 2\n", "x.yaml:2:1: another document begins; expected one document a file"),
        ("a: 1\nb: x\0y\n", "x.yaml:2:5: character U+0000 is not allowed; expected printable text"),
        ("a: \x1b[31m", "x.yaml:1:4: character U+001B is not allowed; expected printable text"),
        ("a: \ud800", "x.yaml:1:4: character U+D800 is not allowed; expected printable text"),
        ("a: \u2028", "x.yaml:1:4: character U+2028 is not allowed; expected printable text"),
        ('a: "\\u0000"', "x.yaml:1:4: character U+0000 is not allowed; expected printable text"),
        ("", "x.yaml:1:1: empty file; expected content"),
        (" \n\t\n", "x.yaml:1:1: empty file; expected content"),
        ("# nothing\n", "x.yaml:1:1: empty file; expected content"),
        ("---\n...\n", "x.yaml:1:1: empty file; expected content"),
    ],
)
def test_what_yaml_refuses(text, line):
    assert refusal(text).startswith(line)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ('{"a": 1,}', "x.json:1:8: not valid JSON"),
        ("{'a': 1}", "x.json:1:2: not valid JSON"),
        ("{a: 1}", "x.json:1:2: not valid JSON"),
        ('{"a" 1}', "x.json:1:6: not valid JSON"),
        ('{"a": 012}', "x.json:1:8: not valid JSON"),
        ('{\n"a": NaN}', "x.json:2:6: not valid JSON; NaN is no value"),
        ('{"a": "x\ty"}', "x.json:1:9: not valid JSON"),
        ("[1]\n2", "x.json:2:1: not valid JSON"),
        ("a: 1", "x.json:1:1: not valid JSON"),
        ('{"a": 1,\n "a": 2}', "x.json:2:2: key a appears twice; expected each key once"),
        ('{"a": "\\ud800"}', "x.json:1:7: character U+D800 is not allowed; expected printable text"),
        ('{"a": "\\u0000"}', "x.json:1:7: character U+0000 is not allowed; expected printable text"),
        ("null", "x.json:1:1: empty file; expected content"),
    ],
)
def test_what_json_refuses(text, line):
    assert refusal(text, "x.json").startswith(line)


def test_json_numbers_keep_their_text_and_escapes_come_out_right():
    text = (
        '{"a": 123456789.10, "b"\n:\t1e5, "c": "\\ud83d\\ude00\\/\\"\\u7f5a","d": null, "e": [true, "null"], "f": -0.0}'
    )
    document = parse_document(text, "x.JSON")
    assert document.data == {
        "a": "123456789.10",
        "b": "1e5",
        "c": '😀/"罚',
        "d": None,
        "e": ["true", "null"],
        "f": "-0.0",
    }
    assert document.places[("b",)] == Place("x.JSON", 2, 3)
    assert document.key_places[("b",)] == Place("x.JSON", 1, 21)


def test_keys_longer_than_yaml_allows_are_fine_in_json():
    assert parse_document('{"' + "k" * 3000 + '"\n: 1' + "0" * 5000 + "}", "x.json").data == {
        "k" * 3000: "1" + "0" * 5000
    }


@pytest.mark.parametrize(
    "tag", ["!!python/object/apply:os.system [ls]", "!!python/name:os.system", "!<x> a", "!!str a"]
)
def test_tags_never_build_anything(tag):
    assert "x.yaml:1:4: tags (" in refusal(f"a: {tag}")


def test_an_alias_bomb_is_refused_at_its_first_anchor():
    bomb = "a: &a [x, x]\n" + "".join(f"{chr(c)}: &{chr(c)} [*{chr(c - 1)}, *{chr(c - 1)}]\n" for c in range(98, 123))
    assert refusal(bomb).startswith("x.yaml:1:4: anchors (&a)")


@pytest.mark.parametrize("name", ["x.yaml", "x.json"])
@pytest.mark.parametrize("text", ["[" * 100_000, '{"a":' * 100_000, "[" * 100_000 + "]" * 100_000])
def test_deep_nesting_is_refused_at_once(text, name):
    started = time.monotonic()
    assert "nested too deeply; expected at most 60 levels" in refusal(text, name)
    assert time.monotonic() - started < 2


def test_nesting_is_allowed_up_to_the_limit():
    parse_document("[" * DEEPEST + "]" * DEEPEST, "x.yaml")
    assert refusal("[" * (DEEPEST + 1) + "]" * (DEEPEST + 1)).startswith(f"x.yaml:1:{DEEPEST + 1}: nested too deeply")


def test_too_many_nodes():
    assert len(parse_document("[" + "a," * (MOST_NODES - 1) + "]", "x.yaml").data) == MOST_NODES - 1
    assert "too much content; expected at most 200000 items" in refusal("[" + "a," * MOST_NODES + "]")


def test_thousands_of_directives_do_not_keep_the_parser_busy():
    started = time.monotonic()
    refusal("%TAG !a! b\n" * 300_000)
    assert time.monotonic() - started < 2


def written(tmp_path, content, name="x.yaml"):
    path = tmp_path / name
    path.write_bytes(content)
    return path


def test_a_byte_order_mark_is_no_content(tmp_path):
    path = written(tmp_path, b"\xef\xbb\xbfa: 1\n")
    document = read_document(path)
    assert document.data == {"a": "1"}
    assert document.key_places[("a",)] == Place(str(path), 1, 1)
    assert document.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()
    assert parse_document("\ufeffa: 1", "x").data == {"a": "1"}


@pytest.mark.parametrize(
    ("content", "line"),
    [
        ("a: 1\nb: 罚款".encode("gbk"), "2:4: not UTF-8; expected a file saved as UTF-8 (not GBK)"),
        ("a: 罚".encode("utf-16"), "1:1: not UTF-8; expected a file saved as UTF-8 (not GBK)"),
        ("罚: ".encode() + b"\xff", "1:4: not UTF-8; expected a file saved as UTF-8 (not GBK)"),
        (b"", "1:1: empty file; expected content"),
        (b"\xef\xbb\xbf", "1:1: empty file; expected content"),
        (b"a: \xed\xa0\x80", "1:4: not UTF-8; expected a file saved as UTF-8 (not GBK)"),
    ],
)
def test_files_that_are_no_text(tmp_path, content, line):
    path = written(tmp_path, content)
    with pytest.raises(InputError) as caught:
        read_document(path)
    assert caught.value.lines() == [f"{path}:{line}"]


def test_a_file_of_50_megabytes_is_refused_unread(tmp_path):
    path = tmp_path / "large.yaml"
    with path.open("wb") as stream:
        stream.truncate(50_000_000)
    started = time.monotonic()
    with pytest.raises(InputError) as caught:
        read_document(path)
    assert caught.value.lines() == [f"{path}:0:0: file too large; expected at most {LARGEST_FILE} bytes"]
    assert time.monotonic() - started < 1


def test_text_that_is_too_large():
    assert refusal("a" * (LARGEST_FILE + 1)) == f"x.yaml:0:0: file too large; expected at most {LARGEST_FILE} bytes"


def test_paths_that_are_no_file(tmp_path):
    for path, words in [
        (tmp_path / "none.yaml", "no such file; expected an existing file"),
        (tmp_path, "this is a directory; expected a file"),
        (tmp_path / ("x" * 300), "cannot be read; expected a readable file"),
        (f"{tmp_path}/a\0b", "cannot be read; expected a readable file"),
    ]:
        with pytest.raises(InputError) as caught:
            read_document(path)
        (line,) = caught.value.lines()
        assert line.endswith(f":0:0: {words}")
        assert "\0" not in line


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="needs a file that its owner cannot read")
def test_a_file_that_cannot_be_read(tmp_path):
    path = written(tmp_path, b"a: 1")
    path.chmod(0)
    with pytest.raises(InputError, match="cannot be read"):
        read_document(path)


def test_names_of_files_stay_on_one_line(tmp_path):
    with pytest.raises(InputError) as caught:
        read_document(tmp_path / "a\nb\x1b.yaml")
    assert "\n" not in str(caught.value)
    assert "\x1b" not in str(caught.value)


def test_without_the_c_parser_the_same_is_read_and_refused(monkeypatch):
    good = "a:\n  - b: 'x'\n    c: [~, \"~\", 012]\nd: |\n  text\n"
    bad = [
        "a: &x 1",
        "a: *x",
        "a: !x 1",
        "a: 1\na: 2",
        "a: 1\n---\nb: 1",
        "[" * 100,
        'a: "\\ud800"',
        'a: "\\U99999999"',
    ]
    with_c = parse_document(good, "x.yaml")
    places = [refusal(text).split(" ")[0] for text in bad[:6]]
    monkeypatch.setattr(yaml_module, "_LOADER", yaml.SafeLoader)
    assert parse_document(good, "x.yaml") == with_c
    assert [refusal(text).split(" ")[0] for text in bad[:6]] == places
    for text in bad[6:]:
        assert refusal(text).startswith("x.yaml:1:")


@given(
    st.one_of(st.text(), st.text("{}[],:-?&*!|>'\"%@` \n\tab01~#\\u：，｛｝【】“”－；、甲")),
    st.sampled_from(["x.yaml", "x.json"]),
)
@example("? ", "x.yaml")
def test_any_text_is_read_or_refused_in_lines_of_their_own(text, name):
    try:
        document = parse_document(text, name)
    except InputError as error:
        for line in error.lines() + error.lines("zh"):
            assert line.isprintable()
            assert line.startswith(f"{name}:")
    else:
        assert document.data is not None
        assert () in document.places


values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=20,
)


def as_text(value):
    if isinstance(value, dict):
        return {key: as_text(each) for key, each in value.items()}
    if isinstance(value, list):
        return [as_text(each) for each in value]
    return value if value is None or isinstance(value, str) else json.dumps(value)


@given(values)
def test_json_is_read_as_python_reads_it(value):
    codes = set()
    read = as_text(value)
    try:
        read = parse_document(json.dumps(value), "x.json").data
    except InputError as error:
        codes = {problem.code for problem in error.problems}
    assert read == as_text(value)
    assert codes <= {"bad_character", "empty_file"}
