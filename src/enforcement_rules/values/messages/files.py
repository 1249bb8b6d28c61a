"""The sentences for files: what cannot be read, is no file of text, or is no YAML or JSON."""

from __future__ import annotations

FILES: dict[str, tuple[str, str]] = {
    "no_file": ("没有这个文件；应为现有的文件", "no such file; expected an existing file"),
    "not_a_file": (
        "不是普通文件，而是设备、管道或套接字；应为文件",
        "no regular file but a device, a pipe or a socket; expected a file",
    ),
    "directory": ("这是文件夹；应为文件", "this is a directory; expected a file"),
    "unreadable_file": ("无法读取；应为可以读取的文件", "cannot be read; expected a readable file"),
    "file_too_large": ("文件过大；应不超过 {most} 字节", "file too large; expected at most {most} bytes"),
    "not_utf8": ("不是 UTF-8 编码；请另存为 UTF-8（不是 GBK）", "not UTF-8; expected a file saved as UTF-8 (not GBK)"),
    "empty_file": ("文件是空的；应有内容", "empty file; expected content"),
    "bad_character": (
        "含有不允许的字符 {character}；应为可见的文字",
        "character {character} is not allowed; expected printable text",
    ),
    "yaml_syntax": (
        "不是有效的 YAML；括号、引号应成对，缩进应对齐",
        "not valid YAML; expected matching brackets and quotes and aligned indentation",
    ),
    "json_syntax": ("不是有效的 JSON；应符合 RFC 8259", "not valid JSON; expected RFC 8259"),
    "several_documents": (
        "又一份文档从这里开始；一个文件应只有一份",
        "another document begins; expected one document a file",
    ),
    "alias": (
        "不允许引用（*{alias}）；应直接写出内容",
        "aliases (*{alias}) are not allowed; expected the content itself",
    ),
    "anchor": (
        "不允许锚点（&{anchor}）；应直接写出内容",
        "anchors (&{anchor}) are not allowed; expected plain content",
    ),
    "tag": ("不允许标签（{tag}）；应为不带标签的内容", "tags ({tag}) are not allowed; expected plain content"),
    "directive": (
        "不允许以 % 开头的指令；应为不带指令的内容",
        "directives (%) are not allowed; expected plain content",
    ),
    "too_deep": ("嵌套过深；应不超过 {most} 层", "nested too deeply; expected at most {most} levels"),
    "too_many_nodes": ("内容过多；应不超过 {most} 项", "too much content; expected at most {most} items"),
    "key_not_text": ("键不是文字；应为文字", "this key is no text; expected text"),
    "duplicate_key": ("键 {key} 重复；每个键应只出现一次", "key {key} appears twice; expected each key once"),
    "too_many_problems": (
        "问题过多，其余未列；应先改正以上各项",
        "too many problems, the rest is not listed; expected these fixed first",
    ),
}
