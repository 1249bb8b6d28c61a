"""The sentences for what can be wrong with rulesets, names and homes of files, what rules name; and with statutes."""

from __future__ import annotations

from enforcement_rules.values.messages.statutes import STATUTES

RULESETS: dict[str, tuple[str, str]] = {
    **STATUTES,
    "other_than_standing": (
        "这里不能用事实 {fact}：imposed_by 只说机关（organ.…），borne_by 只说当事人（party.…）；应为 {expected}",
        "{fact} has no place here: imposed_by speaks of the organ, borne_by of the party; expected {expected}",
    ),
    "no_directory": ("没有这个文件夹；应为规则集的文件夹", "no such directory; expected a directory of rulesets"),
    "excuse_not_organs": (
        "{fact} 由 {shown_by} 证明；excused_by 中应为由机关证明（shown_by: organ）的例外，其他例外应写在 unless 中",
        "{fact} is for {shown_by} to show; expected in excused_by what the organ must show, others under unless",
    ),
    "no_instrument": (
        "其中没有 instrument.yaml；应至少有一个法规的文件夹",
        "no instrument.yaml inside; expected the folder of an instrument",
    ),
    "missing_instrument": (
        "有规则而没有 instrument.yaml；应在同一文件夹中",
        "rules without instrument.yaml; expected it in the same folder",
    ),
    "wrong_suffix": (
        "扩展名是 {ending}；应为 .yaml，否则不会被读取",
        "the name ends in {ending}; expected .yaml, or it would not be read",
    ),
    "not_beside_rules": (
        "规则旁边不放这样的文件；应为 .yaml、.cases.yaml、.md 或 .pdf，其他文件应移出规则集",
        "no such file lies beside rules; expected .yaml, .cases.yaml, .md or .pdf, or the file elsewhere",
    ),
    "hidden_rules": (
        "以点开头的文件不会被读取；名称应去掉点，或者删去文件",
        "a file whose name begins with a dot is not read; expected a name without the dot, or no file",
    ),
    "rules_outside": (
        "规则不在任何法规的文件夹中；应与其 instrument.yaml 同一文件夹",
        "rules outside the folder of an instrument; expected them in one folder with its instrument.yaml",
    ),
    "rules_too_deep": (
        "规则在法规文件夹之下的文件夹中；应与 instrument.yaml 同一文件夹",
        "rules in a folder inside that of an instrument; expected them in one folder with its instrument.yaml",
    ),
    "general_file_inside": (
        "{general} 不在规则集的最上层；应移到最上层",
        "{general} is not at the top of the rulesets; expected it there",
    ),
    "no_regular_file": (
        "不是普通文件（文件夹、管道、设备或者套接字）；应为普通文件",
        "a folder, pipe, device or socket of this name; expected a plain file",
    ),
    "link_out": (
        "链接没有指向规则集之内的文件；应为文件本身",
        "a link that does not lead to a file inside the rulesets; expected the file itself",
    ),
    "folders_too_deep": (
        "文件夹层次过深；应不超过 {most} 层",
        "a folder too deep; expected at most {most} folders below each other",
    ),
    "too_many_files": (
        "文件和文件夹过多；应不超过 {most} 个",
        "too many files and folders; expected at most {most}",
    ),
    "unreadable_folder": ("文件夹无法读取；应有读取权限", "the folder cannot be read; expected permission to read it"),
    "unknown_field": (
        "没有执法领域 {field}；应在规则集最上层的 fields.yaml 中声明",
        "there is no field {field}; expected one declared in fields.yaml at the top of the rulesets",
    ),
    "unknown_field_near": (
        "没有执法领域 {field}；是否指 {near}？",
        "there is no field {field}; did you mean {near}?",
    ),
    "no_such_name": (
        "没有名称 {word}；应为 enforcement-rules names 所列的名称",
        "there is no name {word}; expected one that enforcement-rules names lists",
    ),
    "no_such_name_near": (
        "没有名称 {word}；是否指 {near}？",
        "there is no name {word}; did you mean {near}?",
    ),
    "file_exists": (
        "文件已经存在，未改动；应为别的文件名，要覆盖的加 --force",
        "the file is there already and was left alone; expected another name, or --force to write over it",
    ),
    "conflicting_field": (
        "执法领域 {field} 另有不同的声明；应一致",
        "the field {field} is declared otherwise elsewhere; expected the same words",
    ),
    "reserved_field": (
        "{field} 是文件夹的名称；领域应用其他名称",
        "{field} is the name of a folder; expected another name for a field",
    ),
    "wrong_home": (
        "放在 {home} 中，与 fields、places 不符；应放在：{expected}",
        "it lies in {home}, which its fields and places do not say; expected it in {expected}",
    ),
    "duplicate_rule": (
        "{name} 已在 {other} 使用；名称应不重复",
        "{name} is used already at {other}; expected a name of its own",
    ),
    "duplicate_version": (
        "{id} 已从 {other} 读入，内容不同；应为同样的文件，或者另立版本",
        "{id} was read from {other} already, with other content; expected the same files, or a version of its own",
    ),
    "only_without_rulesets": (
        "没有指定规则集；应同时指定文件夹",
        "no rulesets are named; expected a directory as well",
    ),
    "versions_overlap": (
        "与 {other} 的施行期间重叠；应前后相接",
        "in force at the same time as {other}; expected one after the other",
    ),
    "force_upside_down": (
        "施行止日早于起日；应先起后止",
        "in force until before it begins; expected the first day first",
    ),
    "conflicting_cause": (
        "案由 {cause} 另有不同的声明；应一致",
        "the cause {cause} is declared otherwise elsewhere; expected the same words",
    ),
    "unknown_cause": (
        "没有案由 {cause}；应在 causes.yaml 中声明",
        "there is no cause {cause}; expected one of causes.yaml",
    ),
    "cause_itself": (
        "案由 {cause} 指向它自己；应写另一个案由",
        "the cause {cause} is linked to itself; expected another one",
    ),
    "causes_in_a_circle": (
        "案由 {cause} 的 becomes 绕回了它自己；应指向后来的案由，由先到后",
        "becomes leads from the cause {cause} back to itself; expected the later cause, from old to new",
    ),
    "unknown_cause_near": ("没有案由 {cause}；是否指 {near}？", "there is no cause {cause}; did you mean {near}?"),
    "unknown_instrument": (
        "没有装入法规 {instrument}；应为已装入的法规的标识，或者写其名称（title）",
        "no instrument {instrument} is loaded; expected the name of one that is, or the title of another",
    ),
    "unknown_instrument_near": (
        "没有装入法规 {instrument}；是否指 {near}？",
        "no instrument {instrument} is loaded; did you mean {near}?",
    ),
    "place_form": (
        "{place} 不是条款的写法；应为法规名、空格和完整条款，如 food_safety_law 第一百二十四条第一款",
        "{place} is no place of the law; expected the id of an instrument, a space and a whole article",
    ),
    "no_place_of_article": (
        "{place} 不是条款的写法；应为本条的款、项，如 第二款，或者完整的条、款、项，如 第九条第二款",
        "{place} is no place of the law; expected paragraph and item of the article, or a whole place",
    ),
    "place_there_already": (
        "{place} 已包含在 {other} 中；应为该罚则另外所据的款、项",
        "{place} lies in {other} already; expected another paragraph or item that the provision rests on",
    ),
    "no_item": (
        "{item} 不是项的写法；应如 第二项、第二款第一项",
        "{item} is no item; expected an item of the article, with its paragraph where there are several",
    ),
    "item_elsewhere": (
        "{item} 不在该罚则所据的条款之内；应在其中之一：{expected}",
        "{item} lies in none of the places that the provision rests on; expected one inside {expected}",
    ),
    "item_twice": ("{item} 写了两次；一项只应有一个案由", "{item} is there twice; expected one cause an item"),
    "cause_of_two_items": (
        "案由 {cause} 已属于 {other}；每项应有自己的案由",
        "the cause {cause} is that of {other} already; expected a cause of its own for each item",
    ),
    "item_of_two_causes": (
        "{item} 在 {rule} 中的案由是 {cause}；一项只应有一个案由",
        "{item} has the cause {cause} in {rule}; expected one cause an item",
    ),
    "then_or_as_in": (
        "没有写处罚；应在 then 中写处罚种类，或者用 as_in 写明依照哪一条处罚",
        "no penalty is named; expected then with its kinds, or as_in with the article that is referred to",
    ),
    "as_in_without_article": (
        "没有写明依照哪一条处罚；as_in 应写 article",
        "the article that is referred to is not named; expected as_in with an article",
    ),
    "unknown_article": (
        "{instrument} 的各版本都没有{article}；应为其中的条文",
        "no version of {instrument} has {article}; expected an article of it",
    ),
    "unknown_duty": (
        "没有程序要求 {duty}；应为已装入的法规的要求",
        "there is no duty {duty}; expected one of an instrument that is loaded",
    ),
    "unknown_duty_near": ("没有程序要求 {duty}；是否指 {near}？", "there is no duty {duty}; did you mean {near}?"),
    "place_code": (
        "{place} 不是行政区划代码；应为 2、4、6、9 或 12 位数字",
        "{place} is no division code; expected 2, 4, 6, 9 or 12 digits",
    ),
    "unknown_step": (
        "没有步骤 {step}；应在词汇表 steps 中声明",
        "there is no step {step}; expected one declared under steps",
    ),
    "unknown_step_near": ("没有步骤 {step}；是否指 {near}？", "there is no step {step}; did you mean {near}?"),
    "fact_kind": ("{fact} 是 {kind}；此处应为：{expected}", "{fact} is of kind {kind}; expected {expected}"),
}
