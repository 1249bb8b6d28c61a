"""Folders of rulesets: what is read, what is refused, in which file, line and column."""

import os
import shutil
from decimal import Decimal

import pytest

from enforcement_rules.loading import load_rulesets
from enforcement_rules.loading.reading.problems import MOST
from enforcement_rules.loading.rulesets import folders as module, shipped
from enforcement_rules.rules.condition import FactBound, Test as Check
from enforcement_rules.values.errors import InputError, Place

RULES = "bread_law_2020/rules.yaml"
EXCEPTION = "{name: a, says: b, says_en: c, when: {violation.first: true}}"
HEAD = "bread_law_2020/instrument.yaml"


@pytest.fixture
def refusals(made_up):
    """Return a function from changes of the made-up rulesets to the lines of the refusal, the folder left out."""

    def refused(changes):
        root = made_up(changes)
        with pytest.raises(InputError) as caught:
            load_rulesets(root, only=True)
        assert all(line.isprintable() for line in caught.value.lines() + caught.value.lines("zh"))
        return [line.removeprefix(f"{root.as_posix()}/") for line in caught.value.lines()]

    return refused


def test_what_is_read(rulesets):
    ((version,),) = rulesets.versions.values()
    assert version.head.id == "bread_law@2020"
    assert list(version.chapters) == ["rules.yaml"]
    assert [rule.name for rule in version.rules()] == [
        "first_slight",
        "decided_in_time",
        "bread_fine",
        "proportion",
        "bread_entry",
    ]
    assert version.circumstances[0].when.parts[1] == Check("violation.harm", "at_most", 1)
    assert version.penalties[0].then[0].below.high == Decimal("500.50")
    assert version.questions[0].when.operator == "known"
    assert rulesets.vocabulary.fact("notice.done").implicit
    assert rulesets.vocabulary.causes["stale_bread"].en == "stale bread sold"


def test_rules_know_their_place(made_up):
    root = made_up()
    ((version,),) = load_rulesets(root, only=True).versions.values()
    file = f"{root.as_posix()}/{RULES}"
    assert version.circumstances[0].place == Place(file, 2, 5)
    assert version.listings[0].entries[0].place == Place(file, 34, 9)


def test_directories_may_be_named_by_text_and_count_once(made_up, tmp_path, monkeypatch):
    root = made_up()
    monkeypatch.chdir(tmp_path)
    (tmp_path / "link").symlink_to(root)
    copy = made_up(folder="copy")
    for again in (str(root), f"{root}/.", tmp_path / "link", root.relative_to(tmp_path), copy):
        loaded = load_rulesets(root, again, only=True)
        assert {name: len(versions) for name, versions in loaded.versions.items()} == {"bread_law": 1}
        assert sum(1 for version in loaded.all_versions() for _ in version.rules()) == 5


@pytest.mark.parametrize(
    "change", [("500.50", "400.50"), ("可以不予处罚", "可以减轻处罚"), ("name: first_slight", "name: first_minor")]
)
def test_one_version_with_other_content_is_refused(made_up, change):
    root, other = made_up(), made_up({RULES: change}, folder="other")
    with pytest.raises(InputError) as caught:
        load_rulesets(root, other, only=True)
    (line,) = caught.value.lines()
    assert "other/bread_law_2020/instrument.yaml:2:10: bread_law@2020 was read from " in line
    assert "with other content" in line


@pytest.mark.parametrize(
    ("changes", "line"),
    [
        (
            {RULES: ("violation.harm: {at_most: slight}", "violation.hram: {at_most: slight}")},
            f"{RULES}:6:35: unknown key violation.hram; did you mean violation.harm?",
        ),
        (
            {RULES: ("violation.first: true", "violation.first: yes")},
            f"{RULES}:6:29: yes is no truth value; expected true",
        ),
        (
            {RULES: ("then: {may: no_penalty}", "then: {my: no_penalty, may: lighter}")},
            f"{RULES}:7:12: unknown key my; did you mean may?",
        ),
        (
            {RULES: ("then: {may: no_penalty}", "then: {may: none}")},
            f"{RULES}:7:17: none is not allowed; expected one of: no_penalty, lighter, mitigated",
        ),
        (
            {RULES: ("then: {may: no_penalty}", "then: {may: {one_of: [lighter, milder]}}")},
            f"{RULES}:7:36: milder is not allowed; expected one of: no_penalty, lighter, mitigated",
        ),
        (
            {RULES: ("then: {may: no_penalty}", "then: {may: no_penalty, shall: lighter}")},
            f"{RULES}:7:11: not one force; expected exactly one of shall and may",
        ),
        (
            {RULES: ("    says: 初次且轻微的，可以不予处罚\n", "")},
            f"{RULES}:2:5: says is missing; expected it here",
        ),
        (
            {RULES: ("    severity: material\n", "")},
            f"{RULES}:9:5: severity is missing; expected it here",
        ),
        (
            {RULES: ("name: first_slight", "name: First")},
            f"{RULES}:3:11: First is no name; expected lower-case letters, digits and _, a letter first",
        ),
        (
            {RULES: ("name: decided_in_time", "name: first_slight")},
            f"{RULES}:10:11: first_slight is used already at ",
        ),
        (
            {RULES: ("name: bread_entry", "name: first_slight")},
            f"{RULES}:34:30: first_slight is used already at ",
        ),
        (
            {RULES: ("    severity: material", "    severity: material\n    place: {file: x}")},
            f"{RULES}:15:5: unknown key place; did you mean replaces?",
        ),
        (
            {RULES: ("    severity: material", "    severity: material\n    at: decison")},
            f"{RULES}:15:9: there is no step decison; did you mean decision?",
        ),
        (
            {RULES: ("    severity: material", "    severity: material\n    due: zzz")},
            f"{RULES}:15:10: there is no step zzz; expected one declared under steps",
        ),
        (
            {RULES: ("    severity: material", "    severity: material\n    when: {violation.first: {known: true}}")},
            f"{RULES}:15:30: known is for questions and gaps only; expected another test",
        ),
        (
            {RULES: ("causes: [stale_bread]", "causes: [stale_brad]")},
            f"{RULES}:20:14: there is no cause stale_brad; did you mean stale_bread?",
        ),
        (
            {RULES: ("bread, causes: [stale_bread]", "bread, causes: [zzz]")},
            f"{RULES}:34:78: there is no cause zzz; expected one of causes.yaml",
        ),
        (
            {RULES: ("base: violation.goods_value", "base: violation.good_value")},
            f"{RULES}:23:24: there is no fact violation.good_value; did you mean violation.goods_value?",
        ),
        (
            {RULES: ("base: violation.goods_value", "base: violation.first")},
            f"{RULES}:23:24: violation.first is of kind yes_no; expected amount, count, days, number",
        ),
        (
            {RULES: ("times: violation.goods_value", "times: xyzzy.zzz")},
            f"{RULES}:25:53: there is no fact xyzzy.zzz; expected one of the vocabulary",
        ),
        (
            {RULES: ("times: violation.goods_value", "times: goods")},
            f"{RULES}:25:53: goods is no name of a fact; expected a form such as violation.gravity",
        ),
        (
            {RULES: ("at_most: 500.50", "at_most: 500.505")},
            f"{RULES}:24:41: 500.505 is no amount; expected at most 2 decimals, of 3 here",
        ),
        ({RULES: ("at_most: 500.50", "at_most: 50.50")}, f"{RULES}:24:16: the lower end lies above the upper;"),
        ({RULES: ("at_most: 500.50", "below: 5, at_most: 5")}, f"{RULES}:24:16: an end is given twice;"),
        ({RULES: ("{at_least: 100, at_most: 500.50}", "{}")}, f"{RULES}:24:16: no end; expected at least one of"),
        (
            {RULES: ("        otherwise: {at_least: 2, at_most: 3, times: violation.goods_value}\n", "")},
            f"{RULES}:22:9: the range of the fine is incomplete; expected fine, or switch with below and otherwise",
        ),
        (
            {RULES: ("kind: fine", "kind: warning")},
            f"{RULES}:22:9: a range without a fine; expected a range with kind fine only",
        ),
        (
            {RULES: ("    severity: material", f"    severity: material\n    unless: [{EXCEPTION}, {EXCEPTION}]")},
            f"{RULES}:15:84: a is used already at ",
        ),
        (
            {RULES: ("exhaustive: false", "exhaustive: true")},
            f"{RULES}:31:17: true is not allowed; expected one of: false",
        ),
        ({RULES: ("exhaustive: false", "exhaustive: no")}, f"{RULES}:31:17: no is not allowed; expected one of: false"),
        (
            {RULES: ("numbers: [proposal.fine, ", "numbers: [proposal.find, ")},
            f"{RULES}:41:15: there is no fact proposal.find; did you mean proposal.fine?",
        ),
        ({RULES: ("questions:\n", "question:\n")}, f"{RULES}:35:1: unknown key question; did you mean questions?"),
        ({RULES: "[]"}, f"{RULES}:1:1: not a mapping; expected `key: value` entries"),
        ({RULES: "questions: 5"}, f"{RULES}:1:12: not a list; expected a list"),
        ({RULES: "questions: [a]"}, f"{RULES}:1:13: not a mapping; expected `key: value` entries"),
        ({RULES: ""}, f"{RULES}:1:1: empty file; expected content"),
        ({RULES: ("says: 罚款\n", "says: !!python/object:os.system 罚款\n")}, f"{RULES}:18:11: tags ("),
        ({HEAD: ('version: "2020"\n', "")}, f"{HEAD}:1:1: version is missing; expected it here"),
        ({HEAD: ("rank: law", "rank: laws")}, f"{HEAD}:5:7: laws is not allowed; expected one of: law, adm"),
        ({HEAD: ("from: 2020-01-01", "form: 2020-01-01")}, f"{HEAD}:7:12: unknown key form; did you mean from?"),
        ({HEAD: ("from: 2020-01-01", "from_: 2020-01-01")}, f"{HEAD}:7:12: unknown key from_; did you mean from?"),
        (
            {HEAD: ("2020-01-01", "2023-02-30")},
            f"{HEAD}:7:18: 2023-02-30 is no day; expected an existing one, 2023-02 has 28 days",
        ),
        ({HEAD: ("2020-01-01", "2020-1-1")}, f"{HEAD}:7:18: 2020-1-1 is no day; expected 2020-01-01"),
        ({HEAD: ("2022-12-31", "2019-12-31")}, f"{HEAD}:7:34: in force until before it begins; expected the first"),
        ({HEAD: ("full_text}", "full_text, extra: 1}")}, f"{HEAD}:8:48: unknown key extra; expected one of: note, "),
        ({HEAD: ("sources: [{title: 虚构, verification: full_text}]", "sources: []")}, f"{HEAD}:8:10: list too short;"),
        ({HEAD: ("第一条: encoded", "第一条: done")}, f"{HEAD}:11:8: done is not allowed; expected one of: encoded"),
        ({HEAD: None}, "bread_law_2020:0:0: rules without instrument.yaml; expected it in the same folder"),
        ({"bread_law_2020/more.yml": "a: 1"}, "bread_law_2020/more.yml:0:0: the name ends in .yml; expected .yaml"),
        ({"causes.yaml": "causes: {a: 1}"}, "causes.yaml:1:13: not a mapping; expected `key: value` entries"),
    ],
)
def test_what_is_refused_and_where(refusals, changes, line):
    (found,) = refusals(changes)
    assert found.startswith(line)


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ("{type: amount, zh: 货值", "{type: mount, zh: 货值", "21:33: mount is not allowed; expected one of: yes_no"),
        ("  violation.note: {type", "  violations.note: {type", "24:3: the scope of violations.note does not exist"),
        ("  violation.note: {type", "  note: {type", "24:3: the scope of note does not exist; expected one of: act"),
        ("group: papers}", "group: paper}", "2:63: there is no group paper; expected one declared under groups"),
        ("dormant: {event: illness,", "dormant: {event: ill,", "12:63: there is no event ill; expected one declared"),
        ("zh: 初次, en: first}", "zh: 初次, en: first, raises: ill}", "16:62: there is no event ill; expected one"),
        ("value: false}", "value: no}", "12:79: no is no truth value; expected false"),
        ("earliest: [violation.began]", "earliest: [violation.beagn]", "14:72: there is no fact violation.beagn; did"),
        ("earliest: [violation.began]", "earliest: [violation.first]", "14:72: violation.first is of kind yes_no"),
        ("days: [case_filing.on, decision.on]", "days: [case_filing.on]", "9:73: days cannot be computed so"),
        ("days: [case_filing.on, decision.on]", "dyas: [case_filing.on]", "9:73: dyas is not allowed"),
        ("ratio: [proposal.fine, ", "ratio: [proposal.to_goods, ", "35:65: proposal.to_goods is derived from itself"),
        ("values: {ordinary: [普通, ordinary],", "values: {ordinary: [普通, a, b, c],", "8:39:"),
        ("{type: text,", "{type: text, values: {a: [b, c]},", "24:40: values on a text fact; expected none"),
        (
            "violation.note: {type: text",
            "violation.note: {type: graded",
            "24:19: a graded fact without values; expected",
        ),
        (
            "derived: {days: [case_filing.on, decision.on]}",
            "derived: {sum: []}",
            "9:72: list too short; expected at least",
        ),
        (
            "derived: {days: [",
            "derived: {years: [decision.on, notice.on], days: [",
            "9:66: case.days_to_decision is derived in",
        ),
        ("en: began}", "en: began, shown: organ}", "13:52: unknown key shown; did you mean shown_by?"),
        ("decision: {zh: 决定,", "decision: {follows: [filing], zh: 决定,", "5:24: there is no step filing"),
        ("act: true", "act: yes", "3:45: yes is no truth value; expected true"),
    ],
)
def test_what_is_refused_in_a_vocabulary(refusals, old, new, line):
    (found,) = refusals({"vocabulary.yaml": (old, new)})
    assert found.startswith(f"vocabulary.yaml:{line}")


def test_everything_wrong_is_said_in_the_order_of_the_files(refusals):
    lines = refusals(
        {
            RULES: ("name: first_slight", "nmae: first_slight"),
            HEAD: ("rank: law", "rank: lw"),
            "bread_law_2020/a.yaml": "gaps:\n  - {article: a}\ncircumstance: []",
            "vocabulary.yaml": ("zh: 罚款, en: fine", "en: fine"),
        }
    )
    assert [line.split(" ")[0] for line in lines] == [
        "vocabulary.yaml:34:18:",
        f"{HEAD}:5:7:",
        "bread_law_2020/a.yaml:2:5:",
        "bread_law_2020/a.yaml:2:5:",
        "bread_law_2020/a.yaml:2:5:",
        "bread_law_2020/a.yaml:3:1:",
        f"{RULES}:2:5:",
        f"{RULES}:3:5:",
    ]


def test_what_only_follows_from_a_broken_vocabulary_is_not_said(made_up):
    own = "facts:\n  violation.crumbs: {type: count, zh: 屑, en: crumbs, group: papers}\n"
    for broken in ("zh: 罚款, en: fine", "groups:\n"):
        root = made_up({"vocabulary.yaml": (broken, "zh: ["), "bread_law_2020/vocabulary.yaml": own})
        with pytest.raises(InputError) as caught:
            load_rulesets(root, only=True)
        assert len(caught.value.problems) == 1


def test_very_many_problems_are_cut_off(refusals):
    lines = refusals({RULES: "\n".join(f"rule{n}: []" for n in range(3000))})
    assert len(lines) == MOST + 1
    assert lines[-1].endswith("too many problems, the rest is not listed; expected these fixed first")


@pytest.mark.parametrize(
    ("force", "overlaps"),
    [
        ("{from: 2022-12-31}", True),
        ("{from: 2023-01-01}", False),
        ("{to: 2019-12-31}", False),
        ("{to: 2020-01-01}", True),
        ("{}", True),
        ("{from: null, to: null}", True),
    ],
)
def test_versions_of_an_instrument_follow_each_other(made_up, force, overlaps):
    root = made_up()
    text = (root / HEAD).read_text("utf-8").replace("{from: 2020-01-01, to: 2022-12-31}", force)
    (root / "bread_law_other").mkdir()
    (root / "bread_law_other" / "instrument.yaml").write_text(text.replace('"2020"', '"other"'), "utf-8")
    if overlaps:
        with pytest.raises(InputError, match="in force at the same time as"):
            load_rulesets(root, only=True)
    else:
        first = "other" if "to" in force else "2020"
        assert next(load_rulesets(root, only=True).all_versions()).head.version == first


def test_one_instrument_folder_speaks_the_general_vocabulary(made_up, monkeypatch):
    general = made_up(folder="general")
    monkeypatch.setattr(module, "shipped_directory", lambda: general)
    alone = made_up({"vocabulary.yaml": None, "causes.yaml": None}, folder="alone")
    for directory in (alone, alone / "bread_law_2020"):
        loaded = load_rulesets(directory, only=True)
        assert loaded.versions.keys() == {"bread_law"}
        assert loaded.vocabulary.fact("violation.harm") is not None
        assert "stale_bread" in loaded.vocabulary.causes
    text = (alone / RULES).read_text("utf-8").replace("[stale_bread]", "[new_cause]")
    (alone / RULES).write_text(text, "utf-8")
    with pytest.raises(InputError, match="there is no cause new_cause"):
        load_rulesets(alone, only=True)
    (alone / "bread_law_2020" / "causes.yaml").write_text("causes:\n  new_cause: {zh: 新, en: new}\n", "utf-8")
    load_rulesets(alone, only=True)


def test_an_instrument_may_add_facts_but_not_change_them(made_up):
    own = "facts:\n  violation.crumbs: {type: count, zh: 屑, en: crumbs}\n"
    root = made_up({"bread_law_2020/vocabulary.yaml": own})
    fact = load_rulesets(root, only=True).vocabulary.fact("violation.crumbs")
    assert fact.instrument == "bread_law"
    (root / "bread_law_2020" / "vocabulary.yaml").write_text(
        own + "  violation.first: {type: yes_no, zh: 首次, en: first}\nsteps:\n  notice: {zh: 告知书, en: notice}\n",
        "utf-8",
    )
    with pytest.raises(InputError) as caught:
        load_rulesets(root, only=True)
    one, other = caught.value.lines()
    assert "vocabulary.yaml:3:3: violation.first is declared otherwise in " in one
    assert "vocabulary.yaml:5:3: notice is declared otherwise in " in other


def test_cases_and_readings_beside_the_rules_are_not_rules(made_up):
    more = {"bread_law_2020/rules.cases.yaml": "- [", "bread_law_2020/readings.md": "# [", ".git/x.yaml": "["}
    assert len(load_rulesets(made_up(more), only=True).versions) == 1


def test_the_hash_of_a_version_is_that_of_its_files(made_up):
    def sha256(changes=None, folder="world"):
        ((version,),) = load_rulesets(made_up(changes, folder), only=True).versions.values()
        return version.sha256

    first = sha256()
    assert first == sha256(folder="elsewhere")
    assert first == sha256({"bread_law_2020/readings.md": "x"}, "a")
    assert first != sha256({RULES: ("says: 罚款", "says: 罚钱")}, "b")
    assert first != sha256({"bread_law_2020/vocabulary.yaml": "facts: {}"}, "c")


def test_what_changes_on_disk_is_read_anew(made_up):
    root = made_up()
    before = next(load_rulesets(root, only=True).all_versions()).sha256
    (root / RULES).write_text("gaps: []", "utf-8")
    assert next(load_rulesets(root, only=True).all_versions()).sha256 != before


def test_directories_without_rules(tmp_path):
    with pytest.raises(InputError, match="none:0:0: no such directory; expected a directory of rulesets"):
        load_rulesets(tmp_path / "none", only=True)
    with pytest.raises(InputError, match=r"0:0: no instrument\.yaml inside; expected the folder of an instrument"):
        load_rulesets(tmp_path, only=True)


def test_bounds_on_other_facts_are_kept(made_up):
    rules = (
        "definitions:\n  - {article: a, name: b, says: c, says_en: d, defines: violation.gravity, value: minor,\n"
        "     when: {decision.on: {at_most: {fact: notice.on, plus: {days: 3}}}}}\n"
    )
    root = made_up({RULES: rules})
    ((version,),) = load_rulesets(root, only=True).versions.values()
    assert version.definitions[0].when == Check("decision.on", "at_most", FactBound("notice.on", days=3))
    for old, new, words in [
        ("value: minor", "value: mini", "2:83: mini is no grade; expected one of: minor, ordinary, serious"),
        (", value: minor", "", "2:57: violation.gravity is of kind graded; expected yes_no"),
    ]:
        (root / RULES).write_text(rules.replace(old, new), "utf-8")
        with pytest.raises(InputError, match=words):
            load_rulesets(root, only=True)


def test_the_rulesets_of_the_library_are_read_once_and_without_fault():
    assert load_rulesets() is load_rulesets()
    assert {"administrative_penalty_law"} <= load_rulesets().versions.keys()
    place = next(load_rulesets().all_versions()).chapters
    assert all(not os.path.isabs(rule.place.file) for v in load_rulesets().all_versions() for rule in v.rules()), place


def test_the_rulesets_of_an_installed_library_lie_inside_it(tmp_path, monkeypatch, made_up):
    package = tmp_path / "package"
    shutil.copytree(made_up(), package / "_rulesets")
    monkeypatch.setattr(shipped, "_PACKAGE", package)
    assert shipped.shipped_directory() == package / "_rulesets"
