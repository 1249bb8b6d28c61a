"""The sentences for what can be wrong with statute texts, and for what must be said of them."""

from __future__ import annotations

STATUTES: dict[str, tuple[str, str]] = {
    # a folder
    "no_law_folder": (
        "没有这个文件夹；应为存放法律文本的文件夹，或者一个文本文件",
        "no such folder; expected a folder of statute texts, or one such file",
    ),
    "no_law_texts": (
        "没有法律文本；应有 .md 或 .txt 文件，每个文件一部法律的一个文本",
        "no statute texts; expected files .md or .txt, one wording of one statute each",
    ),
    "no_penalty_articles": (
        "文本中没有罚则；应有规定处罚的条文",
        "the text has no penalty article; expected articles that threaten penalties",
    ),
    "draft_id": (
        "{value} 不能作为编号；应为小写字母、数字和下划线，以字母开头，如 noise_pollution_law",
        "{value} is no id; expected lower-case letters, digits and underscores, as in noise_pollution_law",
    ),
    "draft_folder_taken": (
        "文件夹不是空的；应写一个还没有的文件夹",
        "the folder is not empty; expected one that does not exist yet",
    ),
    "several_law_texts": (
        "此处有 {count} 个法律文本；应写其中一个文件",
        "there are {count} statute texts here; expected one of these files",
    ),
    "too_many_law_texts": ("文件过多；应不超过 {most} 个", "too many files; expected at most {most}"),
    "law_text_not_there": (
        "索引列有 {file}，但没有这个文件；应删去该项或者补上文件",
        "the index lists {file}, which is not there; expected the file, or no such entry",
    ),
    "law_index_twice": ("{file} 列了两次；应只列一次", "{file} is listed twice; expected it once"),
    "law_articles_differ": (
        "索引写明 {expected} 条，文本分出 {count} 条；应核对文本或索引",
        "the index says {expected} articles, the text has {count}; expected the same number",
    ),
    # a text
    "law_text_too_long": ("文本过长；应不超过 {most} 个字符", "text too long; expected at most {most} characters"),
    "law_line_too_long": ("这一行过长；应不超过 {most} 个字符", "line too long; expected at most {most} characters"),
    "too_many_articles": ("条文过多；应不超过 {most} 条", "too many articles; expected at most {most}"),
    "no_articles": (
        "没有一条条文；应为法律文本，每条以“第…条”开头，另起一行",
        "not a single article; expected a statute, each article beginning with its number on a line of its own",
    ),
    "two_wordings": (
        "又从第一条开始（前一处在 {other}）；一个文件应只有一部法律的一个文本",
        "begins again with article 1 (before at {other}); expected one wording of one statute in a file",
    ),
    "articles_missing": (
        "{article} 之前缺 {count} 条（从{first}起）；应核对文本是否完整",
        "{count} articles are missing before {article}, from {first} on; expected the complete text",
    ),
    "article_twice": (
        "{article} 已在 {other} 出现；每条应只有一次，引用它时不作选择",
        "{article} stands at {other} already; expected it once; neither is taken when it is cited",
    ),
    "article_out_of_order": (
        "{article} 排在{before}之后；条文应按顺序排列",
        "{article} stands behind {before}; expected the articles in their order",
    ),
    "article_empty": ("{article} 没有内容；应有条文", "{article} has no text; expected some"),
    "unreadable_number": (
        "条号“{article}”无法读出，该行不归入任何一条；应写作第一百二十条或者第120条",
        "the number {article} is unreadable, its line belongs to no article; expected Chinese numerals or digits alone",
    ),
    "mixed_numerals": (
        "从{article}起条号改用另一种数字；应全文一致",
        "from {article} on articles are numbered in the other kind of numerals; expected one kind",
    ),
    "perhaps_article": (
        "行首的“{article}”可能是新的一条，也可能是句中引用，按后者处理；条号后应有空格",
        "{article} at the head of the line may begin an article or go on with a sentence, and is read as the latter; "
        "expected a space behind the number of an article",
    ),
    "items_broken": (
        "{article}中第 {item} 项接在第 {before} 项之后；各项应依次编号",
        "in {article} item {item} stands behind item {before}; expected items in their order",
    ),
    "text_unfinished": (
        "{article}中这一段没有句末标点；应核对是否缺字或者混入标题",
        "in {article} this part stops within a sentence; expected its end, and no heading within it",
    ),
    "text_outside_article": (
        "这一行不在任何一条之内；应属于某一条，或者不在正文中",
        "this line belongs to no article; expected it in one, or not among them",
    ),
    # what was asked for
    "law_and_article": (
        "缺少法律或者条文；应写明两者，或者加上 --penalties",
        "law or article is missing; expected both, or --penalties",
    ),
    "no_citation": (
        "{value} 不是一处条文的引用；应如第五十条之一第二款第（三）项，或者 50-1",
        "{value} cites no article; expected one citation of article, paragraph and item as the law writes it, or 50-1",
    ),
    "no_such_article": (
        "《{title}》的这一文本没有{article}；应在{first}至{last}之间",
        "this wording of {title} has no {article}; expected one from {first} to {last}",
    ),
    "no_such_paragraph": (
        "{article}没有第 {number} 款；应在第 1 款至第 {count} 款之间",
        "{article} has no paragraph {number}; expected one from 1 to {count}",
    ),
    "no_such_item": (
        "{within}没有第 {number} 项；应为其中之一：{known}",
        "{within} has no item {number}; expected one of {known}",
    ),
    "no_items": (
        "{within}没有分项；应只写到条或者款",
        "{within} has no items; expected the article or paragraph alone",
    ),
    "no_subitems": (
        "{article}的该项没有分目；应只写到项",
        "that item of {article} has no sub-items; expected the item alone",
    ),
    "no_such_subitem": (
        "{article}的该项没有第 {number} 目；应为其中之一：{known}",
        "that item of {article} has no sub-item {number}; expected one of {known}",
    ),
    "item_in_several_paragraphs": (
        "{article}有多款含有该项（第 {paragraphs} 款）；应写明第几款",
        "several paragraphs of {article} have such an item ({paragraphs}); expected the paragraph to be named",
    ),
    "article_here_twice": (
        "{article} 在文本中出现多次（{places}），不作选择；应先更正文本",
        "{article} is in the text more than once ({places}) and neither is taken; expected it once",
    ),
    "unknown_law_text": (
        "没有《{title}》的文本；应为文件夹中 {count} 部法律之一",
        "no text of {title}; expected one of the {count} statutes of the folder",
    ),
    "unknown_law_text_near": (
        "没有《{title}》的文本；是否指《{near}》？",
        "no text of {title}; did you mean {near}?",
    ),
    "no_wording_on_day": (
        "没有 {day} 施行的《{title}》文本，最早的自 {first} 起（{file}）；应提供更早的文本",
        "no wording of {title} in force on {day}, the first is of {first} ({file}); expected an older one",
    ),
    # what must be said of a choice
    "one_of_several_wordings": (
        "该法有 {count} 个文本，这是 {day} 施行的；如需其他文本，应写明 --on",
        "one of {count} wordings, in force on {day}; expected --on for another",
    ),
    "day_in_force_unknown": (
        "{file}：施行日期不明，按通过或者修改之日（{adopted}）排列；应核对",
        "{file}: the first day in force is not stated, ordered by the day of the change ({adopted}); expected a look",
    ),
    "day_in_force_unverified": (
        "{file}：施行日期 {day} 未经核实（{source}）；应核对",
        "{file}: the first day in force, {day}, is unverified ({source}); expected a look at the decision",
    ),
    "not_yet_in_force": (
        "{file}：{day} 起才施行；应核对所指的文本",
        "{file}: in force from {day} only; expected a look at which wording is meant",
    ),
    "changed_later": (
        "{file}：此后有变动，自 {day} 起施行（{what}），该文本不含；应核对",
        "{file}: changed since, in force {day} ({what}), not in this text; expected a look at the change",
    ),
    "changed_later_unverified": (
        "{file}：此后可能有变动，自 {day} 起施行（{what}，未经核实）；应核对",
        "{file}: perhaps changed since, in force {day} ({what}, unverified); expected a look at the change",
    ),
}
