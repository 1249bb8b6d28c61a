"""What is kept of rulesets: the same answers, from a folder that is the user's alone, or none at all."""

import os
import shutil
import subprocess
import sys

import pytest

from enforcement_rules.loading import load_rulesets
from enforcement_rules.loading.rulesets import cache, load
from enforcement_rules.loading.rulesets.fingerprint import key_of
from enforcement_rules.loading.rulesets.stored import StoredVersion, as_stored
from enforcement_rules.values.errors import InputError

KEY = "0" * 64
posix = pytest.mark.skipif(os.name != "posix", reason="owners and modes of files are POSIX's")


@pytest.fixture
def home(tmp_path, monkeypatch):
    """A cache of its own, and the folder in it."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setattr(sys, "platform", "linux")
    return tmp_path / "cache" / "enforcement_rules"


@pytest.fixture
def root(made_up):
    return made_up()


def came_from_cache(*directories, **options):
    return isinstance(next(load_rulesets(*directories, only=True, **options).all_versions()), StoredVersion)


def entry(home):
    (file,) = home.glob("*.json")
    return file


def test_the_second_start_takes_what_the_first_kept(home, root):
    assert not came_from_cache(root)
    assert came_from_cache(root)
    assert home.stat().st_mode & 0o777 == 0o700
    assert entry(home).stat().st_mode & 0o777 == 0o600
    assert [path.name for path in home.iterdir()] == [entry(home).name]


@pytest.mark.parametrize(
    "change",
    [
        lambda root: (root / "bread_law_2020/rules.yaml").write_text(
            (root / "bread_law_2020/rules.yaml").read_text("utf-8").replace("从轻", "减轻").replace("500", "400"),
            "utf-8",
        ),
        lambda root: (root / "vocabulary.yaml").write_bytes((root / "vocabulary.yaml").read_bytes() + b"# more\n"),
        lambda root: (root / "bread_law_2020/more.yaml").write_text("gaps: []\n", "utf-8"),
        lambda root: (root / "bread_law_2020/notes.md").write_text("notes", "utf-8"),
        lambda root: (root / "bread_law_2020").rename(root / "bread_law_other"),
    ],
)
def test_any_change_of_a_file_or_a_name_is_seen(home, root, change):
    load_rulesets(root, only=True)
    change(root)
    assert not came_from_cache(root)


def test_a_change_that_leaves_size_and_time_is_seen(home, root):
    load_rulesets(root, only=True)
    file = root / "bread_law_2020" / "rules.yaml"
    before, text = file.stat(), file.read_text("utf-8")
    file.write_text(text.replace("500.50", "400.50"), "utf-8")
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert file.stat().st_size == before.st_size
    assert not came_from_cache(root)


def test_what_became_wrong_is_refused_though_it_was_kept(home, root):
    load_rulesets(root, only=True)
    (root / "bread_law_2020" / "rules.yml").write_text("gaps: []\n", "utf-8")
    with pytest.raises(InputError):
        load_rulesets(root, only=True)


def test_one_directory_twice_is_the_one_that_was_kept(home, root):
    load_rulesets(root, only=True)
    assert came_from_cache(root, root)


def test_what_is_wrong_is_not_kept(home, root):
    (root / "bread_law_2020" / "rules.yaml").write_text("wrong: []\n", "utf-8")
    for _ in range(2):
        with pytest.raises(InputError):
            load_rulesets(root, only=True)
    assert not home.exists()


def test_places_are_named_as_the_directory_was(home, root, monkeypatch):
    monkeypatch.chdir(root.parent)
    load_rulesets(root, only=True)
    assert not came_from_cache(root.name)
    (version,) = next(iter(load_rulesets(root.name, only=True).versions.values()))
    assert version.circumstances[0].place.file == f"{root.name}/bread_law_2020/rules.yaml"


def test_nobody_need_keep_anything(home, root, monkeypatch):
    assert not came_from_cache(root, cache=False)
    assert not came_from_cache(root, cache=False)
    monkeypatch.setenv(cache.OFF, "1")
    assert not came_from_cache(root)
    assert not home.exists()


@pytest.mark.parametrize("damage", ["empty", "cut", "changed", "garbage", "directory", "too_large"])
def test_a_damaged_entry_is_made_anew(home, root, damage, monkeypatch):
    load_rulesets(root, only=True)
    file = entry(home)
    content = file.read_bytes()
    if damage == "directory":
        file.unlink()
        file.mkdir()
    elif damage == "too_large":
        monkeypatch.setattr(cache, "LARGEST_ENTRY", len(content) - 1)
    else:
        middle = len(content) // 2
        changed = content[:middle] + bytes([content[middle] ^ 1]) + content[middle + 1 :]
        file.write_bytes({"empty": b"", "cut": content[:-1], "changed": changed, "garbage": b"\x80{[\n" * 9}[damage])
    assert not came_from_cache(root)
    if damage not in ("directory", "too_large"):
        assert entry(home).read_bytes() == content
        assert came_from_cache(root)


@posix
@pytest.mark.parametrize("fault", ["link", "hard_link", "link_to_folder", "pipe", "open_file", "open_folder"])
def test_what_others_could_have_written_is_not_trusted(home, root, fault, tmp_path):
    load_rulesets(root, only=True)
    file = entry(home)
    if fault == "link":
        file.rename(tmp_path / "real.json")
        file.symlink_to(tmp_path / "real.json")
    elif fault == "hard_link":
        os.link(file, tmp_path / "real.json")
    elif fault == "link_to_folder":
        home.rename(tmp_path / "real")
        home.symlink_to(tmp_path / "real")
    elif fault == "pipe":
        file.unlink()
        os.mkfifo(file, 0o600)
    elif fault == "open_file":
        file.chmod(0o622)
    else:
        home.chmod(0o777)
    assert cache.kept(file.stem) is None
    assert not came_from_cache(root)


@posix
@pytest.mark.parametrize("what", ["folder", "file"])
def test_what_belongs_to_another_user_is_not_trusted(home, root, what, monkeypatch):
    load_rulesets(root, only=True)
    own = os.geteuid()
    owner = {"folder": [own + 1], "file": [own, own + 1]}[what]
    monkeypatch.setattr(os, "geteuid", lambda: owner.pop(0) if len(owner) > 1 else owner[0])
    assert cache.kept(entry(home).stem) is None


@posix
def test_a_home_that_cannot_be_written_costs_time_alone(home, root, monkeypatch):
    home.parent.mkdir()

    def refused(*_, **__):
        raise PermissionError

    monkeypatch.setattr(os, "mkdir", refused)
    assert not came_from_cache(root)
    assert not came_from_cache(root)


@pytest.mark.parametrize("setting", ["file_in_the_way", "relative", "none"])
def test_no_place_for_a_cache_is_no_error(setting, root, tmp_path, monkeypatch):
    monkeypatch.setattr(sys, "platform", "linux")
    (tmp_path / "file").write_text("")
    wanted = {"file_in_the_way": str(tmp_path / "file"), "relative": "here", "none": ""}[setting]
    monkeypatch.setenv("XDG_CACHE_HOME", wanted)
    monkeypatch.setattr(os.path, "expanduser", lambda _: "~")
    monkeypatch.chdir(tmp_path)
    assert not came_from_cache(root)
    assert not came_from_cache(root)
    assert not (tmp_path / "here").exists()


def test_a_file_that_changes_while_it_is_read_is_not_kept(home, root, monkeypatch):
    read = load._from_files

    def slow(directories):
        found = read(directories)
        (root / "bread_law_2020" / "notes.md").write_text("written meanwhile", "utf-8")
        return found

    monkeypatch.setattr(load, "_from_files", slow)
    load_rulesets(root, only=True)
    assert not home.exists()


def test_a_link_among_the_files_is_judged_by_reading_them(home, root):
    target = root / "bread_law_2020" / "rules.yaml"
    (root / "bread_law_2020" / "linked.md").symlink_to(target)
    assert key_of([root], ["root"]) is None
    assert not came_from_cache(root)
    assert not came_from_cache(root)


def test_the_oldest_entries_are_removed(home, monkeypatch):
    monkeypatch.setattr(cache, "MOST_ENTRIES", 3)
    monkeypatch.setattr(cache, "MOST_BYTES", 50)
    for n in range(5):
        cache.keep(f"{n}" * 64, b"x" * 10)
        os.utime(home / f"{str(n) * 64}.json", (n, n))
    assert sorted(path.name[0] for path in home.iterdir()) == ["2", "3", "4"]
    cache.keep("9" * 64, b"x" * 45)
    assert [path.name[0] for path in home.iterdir()] == ["9"]
    assert cache.kept("9" * 64) == b"x" * 45
    (home / "not_ours.txt").write_text("")
    unfinished = home / f".{KEY}.{'a' * 16}.json"
    unfinished.write_text("")
    os.utime(unfinished, (1, 1))
    cache.keep(KEY, b"y")
    assert not unfinished.exists() and (home / "not_ours.txt").exists()


def test_one_that_cannot_be_finished_leaves_nothing_behind(home, monkeypatch):
    def full(*_, **__):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", full)
    cache.keep(KEY, b"y")
    assert list(home.iterdir()) == []


@pytest.mark.parametrize(
    ("platform", "setting", "expected"),
    [
        ("linux", {"XDG_CACHE_HOME": "/x"}, "/x/enforcement_rules"),
        ("linux", {"XDG_CACHE_HOME": "", "HOME": "/h"}, "/h/.cache/enforcement_rules"),
        ("darwin", {"XDG_CACHE_HOME": "/x", "HOME": "/h"}, "/h/Library/Caches/enforcement_rules"),
        ("win32", {"LOCALAPPDATA": "/local"}, "/local/enforcement_rules"),
        ("win32", {"LOCALAPPDATA": ""}, None),
    ],
)
@posix
def test_where_it_lies(platform, setting, expected, monkeypatch):
    monkeypatch.setattr(sys, "platform", platform)
    for name, value in setting.items():
        monkeypatch.setenv(name, value)
    found = cache.cache_folder()
    assert (None if found is None else found.as_posix()) == expected


def run(arguments, **setting):
    return subprocess.run(
        [sys.executable, "-m", "enforcement_rules", *arguments],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, **setting},
    )


def test_a_command_says_the_same_with_and_without(tmp_path):
    setting = {"XDG_CACHE_HOME": str(tmp_path)}
    case = "cases/market_regulation/celery_2022.yaml"
    said = [run(["review", case, *more], **setting) for more in ([], [], ["--no-cache"])]
    assert len({(each.stdout, each.stderr, each.returncode) for each in said}) == 1
    shutil.rmtree(tmp_path / "enforcement_rules", ignore_errors=True)
    assert run(["review", case, "--no-cache"], **setting).stdout == said[0].stdout
    assert run(["check", "docs/made_up"], **setting).stderr
    assert not (tmp_path / "enforcement_rules").exists()


def test_a_wheel_brings_its_rulesets_ready_unless_files_are_to_be_read(tmp_path, monkeypatch):
    monkeypatch.setattr(load, "STORED", tmp_path / "stored.json")
    monkeypatch.setattr(load, "_shipped", load._shipped.__wrapped__)
    (tmp_path / "stored.json").write_bytes(as_stored(load_rulesets(cache=False)))
    monkeypatch.setattr(load, "_loaded", lambda *_: "from the files")
    assert isinstance(next(load_rulesets().all_versions()), StoredVersion)
    assert load_rulesets(cache=False) == "from the files"
    monkeypatch.setenv(cache.OFF, "1")
    assert load_rulesets() == "from the files"
    monkeypatch.delenv(cache.OFF)
    (tmp_path / "stored.json").write_bytes(b"damaged")
    assert load_rulesets() == "from the files"
