"""`enforcement-rules draft`: a folder whole or not at all, and an answer to bad input (a made-up statute)."""

import pytest

TEXT = "# 虚构养鸽条例\n\n第二条 擅自放飞信鸽的，由养鸽主管部门处一千元以上五千元以下的罚款。\n"


@pytest.fixture
def statute(tmp_path):
    file = tmp_path / "虚构养鸽条例(2020-03-01).md"
    file.write_text(TEXT, encoding="utf-8")
    return file


def test_a_folder_of_drafts_is_written(run, statute, tmp_path):
    made = tmp_path / "made" / "pigeons"
    done = run("draft", str(statute), "-o", str(made), "--instrument", "pigeons", "--field", "market_regulation")
    assert done.returncode == 0
    assert "罚则1条：写成草稿1条" in done.stdout
    names = ["causes.yaml", "instrument.yaml", "penalties.yaml", "readings.md"]
    assert sorted(each.name for each in made.iterdir()) == names
    assert [each.name for each in made.parent.iterdir()] == ["pigeons"]
    assert run("check", str(made.parent)).returncode in (0, 1)


def test_both_languages_say_the_same_numbers(run, statute, tmp_path):
    done = run("draft", str(statute), "-o", str(tmp_path / "made"), "--lang", "en")
    assert "1 penalty articles: 1 drafts, 0 gaps" in done.stdout


@pytest.mark.parametrize(
    ("text", "more", "told"),
    [
        (b"\xff\xfe\x00rubbish", (), "UTF-8"),
        ("第一条 为了养鸽。\n".encode(), (), "罚则"),
        (TEXT.encode(), ("--instrument", "Pigeon Law"), "noise_pollution_law"),
    ],
)
def test_bad_input_is_told_and_nothing_is_written(run, statute, tmp_path, text, more, told):
    statute.write_bytes(text)
    done = run("draft", str(statute), "-o", str(tmp_path / "made"), *more)
    assert done.returncode == 2
    assert told in done.stderr
    assert "Traceback" not in done.stderr
    assert [each.name for each in tmp_path.iterdir()] == [statute.name]


def test_what_is_there_is_not_written_over(run, statute, tmp_path):
    taken = tmp_path / "taken"
    taken.mkdir()
    (taken / "mine.yaml").write_text("a: 1\n", encoding="utf-8")
    done = run("draft", str(statute), "-o", str(taken))
    assert (done.returncode, [each.name for each in taken.iterdir()]) == (2, ["mine.yaml"])


def test_one_text_is_drafted_at_a_time(run, statute, tmp_path):
    (tmp_path / "虚构养兔条例(2020-03-01).md").write_text(TEXT, encoding="utf-8")
    done = run("draft", str(tmp_path), "-o", str(tmp_path.parent / "made"))
    assert done.returncode == 2
    assert "2" in done.stderr


@pytest.mark.parametrize("where", ["file/below", "/proc/nowhere", "x" * 300, "dangling"])
def test_a_place_that_cannot_be_written_is_told(run, statute, tmp_path, where):
    (tmp_path / "file").write_text("", encoding="utf-8")
    (tmp_path / "dangling").symlink_to(tmp_path / "nowhere")
    done = run("draft", str(statute), "-o", str(tmp_path / where))
    assert done.returncode == 2
    assert "Traceback" not in done.stderr


def test_an_article_that_stands_twice_is_not_drafted(run, statute, tmp_path):
    statute.write_text(
        TEXT + "\n第三条 擅自捕鸽的，处一千元罚款。\n\n第三条 擅自捕鸽的，处二千元罚款。\n", encoding="utf-8"
    )
    done = run("draft", str(statute), "-o", str(tmp_path / "made"))
    assert "罚则1条" in done.stdout
    assert "第三条" in done.stderr
