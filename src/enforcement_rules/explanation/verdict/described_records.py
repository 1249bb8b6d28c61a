"""What the records in the JSON of a verdict are, in Chinese, by what their schema says of them in English."""

from __future__ import annotations

RECORDS: dict[str, str] = {
    "A verdict of enforcement_rules: codes, numbers and references. Amounts are decimal strings in yuan, days "
    "ISO. Version 2 is open for additions until nothing is lost any more of what the reviewer wrote in the "
    "case file; it is frozen then.": (
        "审查结论：代码、数字和出处；金额为以元计的十进制文本，日期为 ISO 格式；第 2 版仍可增加内容"
    ),
    "A percentage that a scheme adds or takes off.": "裁量方法加上或者减去的百分比",
    "Another version that was looked at.": "比较过的另一版本",
    "A range and where it comes from.": "幅度及其来源",
    "A group of facts that one step or document answers.": "由同一步骤或者文书回答的一组事实",
    "A fact to ask for.": "待查的事实",
    "The range that a scheme gives for a treatment.": "裁量方法就某一处理给出的幅度",
    "One of several provisions that one act violates; the highest fine decides.": (
        "同一行为违反的几个条款之一；依罚款数额高的"
    ),
    "A code with its arguments, to be put into words.": "代码及其参数，用以成文",
    "What one version of the law threatens.": "某一版本的法律规定的处罚",
    "Grounds that cannot both be followed.": "不能同时依从的情节",
    "A fact of which speakers say different things.": "陈述不一的事实",
    "A ground whose facts already decided the range.": "其事实已经决定幅度的情节",
    "What is taken off the receipts.": "从收入中扣除的部分",
    "An element of the violation and what its evidence comes to.": "构成要件及其证据的证明结果",
    "An exception of a duty.": "义务的例外",
    "A piece of evidence that does not count.": "不能作为根据的证据",
    "What was found on one duty.": "一项义务的审查情况",
    "The illegal gains to be confiscated.": "应当没收的违法所得",
    "A circumstance or list entry as it bears on a result.": "与结果有关的情节或者清单事项",
    "A row of the interplay of circumstances that applies.": "适用的一条情节关系",
    "A kind of penalty that is threatened.": "规定的一种处罚",
    "A text in both languages.": "两种语言的文字",
    "Which version of an instrument was applied to a violation.": "对违法行为适用了哪一版本",
    "A node of a proof: a fact tested against a bound, or a combination of the nodes below it.": (
        "证明过程的一个节点：一项事实与界限的比较，或者其下各节点的组合"
    ),
    "A clause or a whole version that was not checked.": "未检查的条款或者整个版本",
    'A duty that is dormant or does not apply, in short; `proofs="all"` writes it in full.': (
        '未触发或者不适用的义务，从简；`proofs="all"` 写出全部'
    ),
    "What is settled for the case as a whole.": "全案已经确定的方面",
    "What is proposed, against statute and benchmark.": "拟作的处理与法律、裁量基准的比较",
    "Something a person must judge.": "须由人判断的问题",
    "Amounts in yuan; an end that is null is unlimited.": "以元计的金额；为 null 的一端没有限制",
    "The ranges of the fine.": "罚款的各幅度",
    "What the verdict was made with, for whoever repeats it.": "结论据以作出的版本和设置，供复核",
    "The outcome if all that an excerpt is silent on was done as the law asks.": "假定摘录未载之处均依法办理时的结论",
    "The answer for one violation of one party.": "一名当事人一项违法行为的结果",
    "A rule, and where to find it.": "规则及其所在",
    "What somebody says of an element.": "就要件的陈述",
    "Where a scheme puts the amount inside a range.": "裁量方法在幅度内得出的数额",
    "What nothing open can change any more.": "待查的已不能改变的方面",
    "What one speaker says of a contested fact.": "对有争议的事实的一方陈述",
    "The tier of a benchmark that holds, or those that still can.": "成立的裁量阶次，或者仍可能成立的各阶次",
    "A tier that still can hold, with its range.": "仍可能成立的阶次及其幅度",
    "What the circumstances come to.": "情节的结果",
    "A version of an instrument that was used.": "使用的一个版本",
    "What must be known before anything else: a name that nobody knows, or law that is not loaded.": (
        "首先须知道的：无人知道的名称，或者未载入的法律"
    ),
    "One of several ranges of which it is open which applies.": "尚不能断定适用哪一个的几个幅度之一",
    "A fact that another one was to be held against.": "用以与另一事实对照的事实",
    "A `may` that was not taken.": "没有采纳的“可以”情节",
    "A stated fact that speaks against a duty whose law is not loaded.": "与未载入的法律的义务相悖的事实",
    "A deviation from the benchmark.": "对裁量基准的偏离",
    "One value of the case file.": "案件文件中的一个值",
    "A ground or a document that the organ names.": "机关所持的情节或者文件",
    "What the organ says for its proposal.": "机关就拟作处理的说法",
    "A tier of a benchmark as the file states it; never checked against the document.": (
        "案卷所述的裁量阶次；没有与文件核对"
    ),
    "What one value of a fact would change, all else as it is.": "其他不变时，事实的一个取值会改变什么",
    "What is unclear about a text of a statute, or why it cannot be quoted.": (
        "法律文本有什么不清楚，或者为什么不能引用。"
    ),
    "What a place that a rule rests on says, in the wording of the version that the rule belongs to.": (
        "规则所据之处的原文，用该规则所属版本的文本。"
    ),
    "A place that a rule rests on and that no attached text says.": "规则所据而所附文本中没有的一处。",
    "The words of what a verdict cites.": "结论所引条文的原文。",
}
