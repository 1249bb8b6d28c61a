"""The English words on what the file states."""

WORDS: dict[str, str] = {
    "section.stated": "What the file states, value by value",
    "number.7": "7. ",
    "number.8": "8. ",
    "headline.also_denied": "statements that speak against them: {denied}, judged by nobody",
    "stated.against": " ({name}  {value})",
    "stated.not_loaded": " (not loaded, not checked)",
    "stated.document_not_loaded": " (that document is not loaded, not checked)",
    "stated.benchmark_used": "the file says that a benchmark was applied, without naming it; not checked",
    "stated.no_benchmark": "the file says that no benchmark was applied",
    "stated.unnamed": "a provision that the file does not name",
    "stated.tier": "tier as the file states it: {tier}",
    "stated.tier.yes": "the fine is within the range stated (not checked)",
    "stated.tier.no": "the fine is outside the range stated (not checked)",
    "stated.tier.unknown": "whether the fine is within the range stated cannot be said yet (not checked)",
    "stated.range_beside_law": "range as the file states it: {range}; not used, what is loaded decides",
    "stated.basis": "ground the organ states: {title}",
    "stated.declined": 'the organ did not take "{ground}", because: {reason}',
    "stated.declined_without_reason": 'the organ did not take "{ground}" and states no reason',
    "stated.nothing_declined": (
        "the file says so: no reason is given for not sparing, mitigating or being lighter where that was allowed"
    ),
    "stated.shared": (
        "one fine for {parties} together, {fine}; how much falls on whom is not stated, so its range is checked only"
        " in part"
    ),
    "finding.multiple_differs": "the amount is written as {times} times {base}, which is {product} yuan, not {amount}",
    "stated.any_year": "{day} (year not stated)",
    "finding.sparing_basis_not_loaded": (
        "no penalty is proposed; no ground of the law that is loaded holds, and the one the organ states is not loaded"
    ),
    "stated.deviation": "reason of the organ for leaving the benchmark: {reason}; approved by: {approved}",
    "reason.basis_not_loaded": "ground the organ states; not loaded, not checked",
    "reason.benchmark_not_loaded": "the benchmark named is not loaded, not checked",
    "reason.tier_stated_by_file": "the tier is only stated by the file, not checked",
    "stated.edition_other": "the file cites the edition of {years}, not the one applied",
    "stated.edition": "the file cites the edition of {years}",
    "range.base_open": "{factors} the {base}; the {base} is not stated",
    "range.base_open.percent": "{factors} of the {base}; the {base} is not stated",
    "stated.not_calculable": "cannot be worked out",
    "stated.not_converted": " (not converted into yuan; nothing was reckoned by it)",
    "stated.converted": " (that is {amount})",
    "stated.named_part": "{part} {name}",
    "stated.part.organ": "organ",
    "stated.part.parties": "party",
    "stated.part.violations": "violation",
    "stated.part.officers": "officer",
    "stated.part.evidence": "evidence",
    "stated.part.prior_penalties": "prior penalty",
    "stated.part.steps": "step",
    "stated.part.documents": "document",
    "stated.part.proposed": "proposal",
    "stated.part.total": "total",
}
