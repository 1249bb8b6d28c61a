"""Hand-written plain Python. What a competent programmer writes without an engine: no explanation, no unknowns."""

from penalty_60.workload import LISTS

MINOR, FIRST, MITIG, NOSEIZE, HEAVY, LICENCE, TRANSFER, FOOD, REVOKE, KNOWN = (
    frozenset(LISTS[k])
    for k in ("MINOR", "FIRST", "MITIG", "NOSEIZE", "HEAVY", "LICENCE", "TRANSFER", "FOOD", "REVOKE", "KNOWN")
)


def evaluate(case):
    party = case["party"]
    v = case["violation"]
    c = case["circumstances"]
    p = case["procedure"]
    pr = case["proposed"]
    fired = []
    add = fired.append
    kind = party["kind"]
    individual = kind == "individual"
    fine = pr["fine_fen"]
    goods = v["goods_value_fen"]
    gain = v["illegal_gain_fen"]
    harm = c["harm_level"]
    simple = p["simple"]
    filed = p["filed"]
    notice = p["notice_given"]
    decided = p["decided"]
    delivered = p["delivered"]
    discovered = v["discovered"]
    held = p["hearing_held"]
    revoked = pr["licence_revoked"]
    large = fine > 1000000 if individual else fine > 10000000
    fatal = False
    if p["officers"] < 2:
        add("P01")
        fatal = True
    if not p["certificates_shown"]:
        add("P02")
        fatal = True
    if not p["rights_informed"]:
        add("P03")
        fatal = True
    if not simple:
        if not p["filing_approved"]:
            add("P04")
        if filed - discovered > 15:
            add("P05")
        if decided - filed - p["days_excluded"] > 90 and not p["extension_approved"]:
            add("P06")
    gap = discovered - v["ended"]
    if not v["continuing"] and (gap > 1825 or (gap > 730 and not v["danger_to_life"])):
        add("P07")
        fatal = True
    if decided < notice:
        add("P08")
        fatal = True
    if not simple and not p["hearing_requested"] and decided - notice < 5:
        add("P09")
    if not p["statement_considered"]:
        add("P10")
        fatal = True
    if p["aggravated_after_defence"]:
        add("P11")
        fatal = True
    if (large or revoked) and not p["hearing_right_told"]:
        add("P12")
        fatal = True
    if p["hearing_requested"] and (large or revoked) and not held and p["hearing_requested_on"] - notice <= 5:
        add("P13")
        fatal = True
    if held:
        if p["hearing_held_on"] - p["hearing_notice_on"] < 7:
            add("P14")
        if p["chair_is_investigator"]:
            add("P15")
            fatal = True
    review = p["legal_review"]
    if (held or fine > 10000000 or revoked) and not review:
        add("P16")
        fatal = True
    if review and not p["legal_reviewer_qualified"]:
        add("P17")
    if (fine > 50000000 or harm >= 3) and not p["collective_discussion"]:
        add("P18")
        fatal = True
    if delivered - decided > 7:
        add("P19")
    if delivered < decided:
        add("P20")
    if simple and (fine > 20000 if individual else fine > 300000):
        add("P21")
        fatal = True
    if not p["recording_kept"] and (held or fine > 10000000):
        add("P22")
    if gain > 0 and pr["confiscate_fen"] != gain:
        add("P23")
    if held and decided < p["hearing_held_on"]:
        add("P24")
        fatal = True
    if v["started"] > v["ended"] or v["ended"] > discovered or filed < discovered:
        add("P25")
    # circumstances
    corrected = c["corrected"]
    before = c["corrected_before_notice"]
    fault = c["subjective_fault"]
    first = c["first_violation"]
    coop = c["cooperative"]
    vol = c["voluntary_report"]
    obstructed = c["obstructed"]
    prior = party["prior_penalties"]
    repeated = c["repeated_within_year"]
    exempt = mit = lenient = heavy = False
    if individual and party["age"] < 14:
        add("C01")
        exempt = True
    if party["mental_incapacity"]:
        add("C02")
        exempt = True
    if harm <= 0 and before and gain < 100000:
        add("C03")
        exempt = True
    if c["no_fault_proven"] and fault == "none":
        add("C04")
        exempt = True
    if individual and 14 <= party["age"] < 18:
        add("C05")
        mit = True
    if corrected and harm <= 1 and (vol or coop):
        add("C06")
        mit = True
    if c["coerced"]:
        add("C07")
        mit = True
    if vol and fault != "intentional":
        add("C08")
        mit = True
    if c["meritorious"]:
        add("C09")
        mit = True
    if first and harm <= 1 and corrected:
        add("C10")
        lenient = True
    if coop and not obstructed and gain < 1000000:
        add("C11")
        lenient = True
    if repeated or prior >= 3:
        add("C12")
        heavy = True
    if obstructed or c["destroyed_evidence"]:
        add("C13")
        heavy = True
    if fault == "intentional" and harm >= 2:
        add("C14")
        heavy = True
    if c["emergency_period"] and (harm >= 2 or goods >= 10000000):
        add("C15")
        heavy = True
    # lists
    code = v["code"]
    transfer = False
    if first and before and goods < 50000 and code in MINOR:
        add("L01")
        exempt = True
    if first and harm <= 1 and corrected and code in FIRST:
        add("L02")
        exempt = True
    if coop and not repeated and code in MITIG:
        add("L03")
        mit = True
    if harm <= 0 and code in NOSEIZE:
        add("L04")
    if (harm >= 2 or prior >= 1) and code in HEAVY:
        add("L05")
        heavy = True
    if not party["licensed"] and code in LICENCE:
        add("L06")
    if goods >= 5000000 and code in TRANSFER:
        add("L07")
        transfer = True
    if fault == "intentional" and code in FOOD:
        add("L08")
        heavy = True
    if revoked and code not in REVOKE:
        add("L09")
    if code not in KNOWN:
        add("L10")
    # severity -> discretion table
    if exempt:
        sev = 0
    elif mit:
        sev = 3 if heavy else 1
    elif heavy:
        sev = 4
    elif lenient:
        sev = 2
    else:
        sev = 3
    if goods < 1000000:
        if sev == 0:
            add("T01")
            lo = hi = 0
        elif sev == 1:
            add("T02")
            lo = 0
            hi = 4999999
        elif sev == 2:
            add("T03")
            lo = 5000000
            hi = 8000000
        elif sev == 3:
            add("T04")
            lo = 8000000
            hi = 12000000
        else:
            add("T05")
            lo = 12000000
            hi = 15000000
    elif sev == 0:
        add("T06")
        lo = hi = 0
    elif sev == 1:
        add("T07")
        lo = 0
        hi = goods * 9
    elif sev == 2:
        add("T08")
        lo = goods * 10
        hi = goods * 13
    elif sev == 3:
        add("T09")
        lo = goods * 13
        hi = goods * 17
    else:
        add("T10")
        lo = goods * 17
        hi = goods * 20
    if fatal:
        verdict = "defective"
    elif transfer:
        verdict = "transfer"
    elif exempt:
        verdict = "no_penalty" if fine == 0 else "above_range"
    elif fine < lo:
        verdict = "below_range"
    elif fine > hi:
        verdict = "above_range"
    else:
        verdict = "within_range"
    return fired, verdict, lo, hi
