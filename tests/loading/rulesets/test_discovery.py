"""Directories of rulesets: what is found in them, and that no rule is silently not loaded."""

import os
import signal
import socket
from pathlib import Path

import pytest

from enforcement_rules.loading import load_rulesets
from enforcement_rules.loading.reading import Problems
from enforcement_rules.loading.rulesets import discovery as module
from enforcement_rules.loading.rulesets.discovery import DEEPEST_FOLDER, discover
from enforcement_rules.values.errors import InputError

LAW = "bread_law_2020"
RULES = f"{LAW}/rules.yaml"
HEAD = f"{LAW}/instrument.yaml"


def refusals(root, lang="en"):
    with pytest.raises(InputError) as caught:
        load_rulesets(root, only=True)
    return [line.removeprefix(f"{root.as_posix()}/") for line in caught.value.lines(lang)]


def renamed(root, old, new):
    (root / new).parent.mkdir(parents=True, exist_ok=True)
    (root / old).rename(root / new)
    return root


def names(*roots):
    return {
        rule.name
        for root in roots
        for version in load_rulesets(root, only=True).all_versions()
        for rule in version.rules()
    }


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (RULES, f"{LAW}/rules.YAML", "the name ends in .YAML; expected .yaml"),
        (RULES, f"{LAW}/rules.Yaml", "the name ends in .Yaml; expected .yaml"),
        (RULES, f"{LAW}/rules.yml", "the name ends in .yml; expected .yaml"),
        (RULES, f"{LAW}/rules.json", "the name ends in .json; expected .yaml"),
        (RULES, f"{LAW}/rules.JSON", "the name ends in .JSON; expected .yaml"),
        (RULES, f"{LAW}/rules.yaml.bak", "no such file lies beside rules"),
        (RULES, f"{LAW}/rules.yaml~", "no such file lies beside rules"),
        (RULES, f"{LAW}/rules.yaml.orig", "no such file lies beside rules"),
        (RULES, f"{LAW}/rules.yaml.txt", "no such file lies beside rules"),
        (RULES, f"{LAW}/rules.yaml.md", "no such file lies beside rules"),
        (RULES, f"{LAW}/rules.txt", "no such file lies beside rules"),
        (RULES, f"{LAW}/rules", "no such file lies beside rules"),
        (RULES, f"{LAW}/rules.yaml ", "no such file lies beside rules"),
        (RULES, f"{LAW}/rules.cases.yml", "the name ends in .yml; expected .yaml"),
        (RULES, f"{LAW}/.rules.yaml", "a file whose name begins with a dot is not read"),
        (RULES, f"{LAW}/sub/rules.yaml", "rules in a folder inside that of an instrument"),
        (RULES, f"{LAW}/sub/deeper/rules.yaml", "rules in a folder inside that of an instrument"),
        (RULES, f"{LAW}/sub/rules.yml", "the name ends in .yml; expected .yaml"),
        (RULES, f"{LAW}/sub/notes.txt", "rules in a folder inside that of an instrument"),
        (RULES, f"{LAW}/fields.yaml", "fields.yaml is not at the top of the rulesets"),
        (HEAD, f"{LAW}/instrument.yml", "the name ends in .yml; expected .yaml"),
        (RULES, "rules.yaml", "rules outside the folder of an instrument"),
        (RULES, "Vocabulary.yaml", "rules outside the folder of an instrument"),
        (RULES, "causes.yaml.old", "no such file lies beside rules"),
        ("vocabulary.yaml", "vocabulary.yml", "the name ends in .yml; expected .yaml"),
        ("vocabulary.yaml", "vocabulary.json", "the name ends in .json; expected .yaml"),
        ("vocabulary.yaml", "vocabulary_2.yaml", "rules outside the folder of an instrument"),
        ("causes.yaml", "causes.YML", "the name ends in .YML; expected .yaml"),
    ],
)
def test_a_file_that_would_not_be_read_is_refused(made_up, old, new, said):
    root = renamed(made_up(), old, new)
    assert refusals(root)[0].startswith(f"{new}:0:0: {said}")
    assert refusals(root, "zh")[0].startswith(f"{new}:0:0: ")


@pytest.mark.parametrize(
    ("new", "said"),
    [
        ("group/rules.yaml", "rules outside the folder of an instrument"),
        ("group/vocabulary.yaml", "vocabulary.yaml is not at the top of the rulesets; expected it there"),
        ("group/causes.yaml", "causes.yaml is not at the top of the rulesets; expected it there"),
        ("group/fields.yaml", "fields.yaml is not at the top of the rulesets; expected it there"),
    ],
)
def test_files_between_the_top_and_the_instruments_are_refused(made_up, new, said):
    root = renamed(made_up({new: "a: b"}), LAW, f"group/{LAW}")
    assert refusals(root) == [f"{new}:0:0: {said}" if said.endswith("there") else refusals(root)[0]]
    assert refusals(root)[0].startswith(f"{new}:0:0: {said}")


def test_every_loose_file_is_named(made_up):
    root = made_up({"extra.yaml": "penalties: [garbage", "more.yaml": "", "a.bak": "", f"{LAW}/b.yml": ""})
    files = [line.split(":")[0] for line in refusals(root)]
    assert sorted(files) == ["a.bak", f"{LAW}/b.yml", "extra.yaml", "more.yaml"]


def test_names_are_put_right_before_the_contents(made_up):
    """While the vocabulary bears another name, what the rules lack of it says nothing."""
    root = renamed(made_up({RULES: ("name: first_slight", "nmae: x")}), "vocabulary.yaml", "vocabulary.yml")
    assert len(refusals(root)) == 1


def test_instruments_are_found_at_any_depth(made_up):
    flat = made_up()
    expected = names(flat)
    for n, home in enumerate(["a", "a/b", "/".join("abcdefg"), "_drafts"]):
        root = renamed(made_up(folder=f"deep{n}"), LAW, f"{home}/{LAW}")
        assert names(root) == expected
        ((version,),) = load_rulesets(root, only=True).versions.values()
        assert version.circumstances[0].place.file == f"{root.as_posix()}/{home}/{RULES}"
        ((shallow,),) = load_rulesets(flat, only=True).versions.values()
        assert version.sha256 == shallow.sha256


def test_folders_are_not_followed_without_end(made_up, monkeypatch):
    home = "/".join("f" * DEEPEST_FOLDER)
    root = renamed(made_up(), LAW, f"{home}/{LAW}")
    assert refusals(root) == [f"{home}/{LAW}:0:0: a folder too deep; expected at most 8 folders below each other"]
    monkeypatch.setattr(module, "MOST_ENTRIES", 20)
    wide = made_up({f"x/{n}.md": "" for n in range(30)}, "wide")
    assert any("too many files and folders; expected at most 20" in line for line in refusals(wide))


def test_the_order_is_that_of_the_folder_names_wherever_they_lie(made_up, tmp_path):
    text = (made_up() / HEAD).read_text("utf-8")
    for n, (one, other) in enumerate([("", ""), ("z/", "a/"), ("a/", "z/")]):
        heads = {
            f"{home}{name}/instrument.yaml": text.replace("bread_law", name)
            for home, name in ((one, "a_law"), (other, "b_law"))
        }
        root = made_up(heads | {HEAD: None, RULES: None}, f"order{n}")
        found = discover(root, "w", Problems())
        assert [folder.path.name for folder in found.instruments] == ["a_law", "b_law"]


def test_what_may_lie_beside_rules(made_up):
    beside = {
        "README.md": "#",
        "LICENSE": "free",
        "FINDINGS.txt": "what check found",
        ".gitignore": "*~",
        ".pre-commit-config.yaml": "repos: []",
        ".git/x.yaml": "[",
        "library.cases.yaml": "- [",
        "group/README.md": "#",
        f"{LAW}/NOTICE": "x",
        f"{LAW}/readings.md": "# [",
        f"{LAW}/rules.cases.yaml": "- [",
        f"{LAW}/official.pdf": "%PDF",
        f"{LAW}/.gitkeep": "",
        f"{LAW}/.rules.yaml.swp": "",
        f"{LAW}/.#rules.yaml": "",
        f"{LAW}/._rules.yaml": "",
        f"{LAW}/sub/picture.md": "#",
        f"{LAW}/.old/rules.yaml": "[",
    }
    assert names(made_up(beside)) == names(made_up(folder="bare"))


@pytest.fixture
def impatient():
    """End a test that waits for a pipe that nobody writes to."""

    def waited(number, frame):
        raise AssertionError("something was opened that never ends")

    before = signal.signal(signal.SIGALRM, waited)
    signal.alarm(20)
    yield
    signal.alarm(0)
    signal.signal(signal.SIGALRM, before)


@pytest.mark.usefixtures("impatient")
@pytest.mark.parametrize("name", [f"{LAW}/zz.yaml", "vocabulary.yaml", "fields.yaml", HEAD, f"{LAW}/zz.md", "group/zz"])
def test_pipes_are_refused_and_never_opened(made_up, name):
    root = made_up()
    (root / name).unlink(missing_ok=True)
    (root / name).parent.mkdir(exist_ok=True)
    os.mkfifo(root / name)
    assert f"{name}:0:0: a folder, pipe, device or socket of this name; expected a plain file" in refusals(root)


@pytest.mark.parametrize("name", ["vocabulary.yaml", f"{LAW}/zz.yaml", HEAD, "old.json"])
def test_a_folder_named_like_a_file_is_refused(made_up, name):
    root = made_up()
    (root / name).unlink(missing_ok=True)
    (root / name).mkdir()
    assert refusals(root)[0].startswith(f"{name}:0:0: a folder, pipe, device or socket of this name; expected a plain")


def test_sockets_are_refused(made_up, monkeypatch):
    root = made_up()
    monkeypatch.chdir(root)
    with socket.socket(socket.AF_UNIX) as bound:
        bound.bind("s.yaml")
        assert refusals(root)[0].startswith("s.yaml:0:0: a folder, pipe, device or socket of this name")


def test_a_directory_that_is_a_pipe_or_a_file_is_none(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "file").write_text("", "utf-8")
    for name in ("pipe", "file"):
        assert refusals(tmp_path / name)[0].endswith(f"{name}:0:0: no such directory; expected a directory of rulesets")


def test_links_lead_to_files_inside_or_are_refused(made_up, tmp_path):
    (tmp_path / "elsewhere.yaml").write_text("gaps: []", "utf-8")
    (tmp_path / "world" / LAW).mkdir(parents=True)
    for name, target in {
        "out": tmp_path / "elsewhere.yaml",
        "device": Path("/dev/zero"),
        "nowhere": Path("missing.yaml"),
        "itself": Path("itself.yaml"),
        "folder": Path(".."),
    }.items():
        root = made_up()
        link = root / LAW / f"{name}.yaml"
        link.symlink_to(target)
        assert refusals(root) == [
            f"{LAW}/{name}.yaml:0:0: a link that does not lead to a file inside the rulesets; expected the file itself"
        ]
        link.unlink()
    # As a mounted configuration lays them out: the files are links into a hidden folder beside them.
    root = made_up()
    (root / LAW / "..data").mkdir()
    renamed(root, RULES, f"{LAW}/..data/rules.yaml")
    (root / RULES).symlink_to("..data/rules.yaml")
    assert "first_slight" in names(root)
    (tmp_path / "linked").symlink_to(root)
    assert "first_slight" in names(tmp_path / "linked")


def test_folders_that_cannot_be_read_are_refused(made_up, monkeypatch):
    root = made_up({"group/x.md": ""})
    scandir = os.scandir

    def refusing(path):
        if Path(path).name == "group":
            raise PermissionError(path)
        return scandir(path)

    monkeypatch.setattr(module.os, "scandir", refusing)
    assert refusals(root) == ["group:0:0: the folder cannot be read; expected permission to read it"]


def test_names_that_are_no_text_are_shown_on_one_line(made_up):
    root = made_up()
    with open(os.fsencode(root) + b"/a\xff\n.yaml", "wb"):
        pass
    (line,) = refusals(root)
    assert line.isprintable()


def test_periods_that_no_calendar_holds_are_refused_where_they_stand(made_up):
    rule = (
        "requirements:\n  - {article: 第二条, name: zz, says: 甲, says_en: a, at: decision,\n"
        "     then: {decision.on: {at_most: {fact: case_filing.on, plus: {years: 8000}}}},\n"
        "     severity: minor, consequence: none, curable: always}\n"
    )
    assert refusals(made_up({f"{LAW}/zz.yaml": rule})) == [
        f"{LAW}/zz.yaml:3:73: 8000 years is no period that can be reckoned with; expected at most 200"
    ]
