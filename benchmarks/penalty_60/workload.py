"""penalty-60: case schema, seeded generator, lists. stdlib only (runs in every venv)."""

import datetime
import random

# path -> (type, nullable)
FIELDS = {
    "party.kind": ("str", False),
    "party.age": ("int", True),
    "party.mental_incapacity": ("bool", False),
    "party.licensed": ("bool", False),
    "party.prior_penalties": ("int", False),
    "violation.code": ("str", False),
    "violation.goods_value_fen": ("int", False),
    "violation.illegal_gain_fen": ("int", False),
    "violation.started": ("date", False),
    "violation.ended": ("date", False),
    "violation.discovered": ("date", False),
    "violation.continuing": ("bool", False),
    "violation.danger_to_life": ("bool", False),
    "circumstances.first_violation": ("bool", False),
    "circumstances.corrected": ("bool", False),
    "circumstances.corrected_before_notice": ("bool", False),
    "circumstances.harm_level": ("int", False),
    "circumstances.subjective_fault": ("str", False),
    "circumstances.no_fault_proven": ("bool", False),
    "circumstances.cooperative": ("bool", False),
    "circumstances.voluntary_report": ("bool", False),
    "circumstances.coerced": ("bool", False),
    "circumstances.meritorious": ("bool", False),
    "circumstances.obstructed": ("bool", False),
    "circumstances.destroyed_evidence": ("bool", False),
    "circumstances.repeated_within_year": ("bool", False),
    "circumstances.emergency_period": ("bool", False),
    "procedure.simple": ("bool", False),
    "procedure.officers": ("int", False),
    "procedure.certificates_shown": ("bool", False),
    "procedure.rights_informed": ("bool", False),
    "procedure.filed": ("date", False),
    "procedure.filing_approved": ("bool", False),
    "procedure.notice_given": ("date", False),
    "procedure.statement_considered": ("bool", False),
    "procedure.aggravated_after_defence": ("bool", False),
    "procedure.hearing_right_told": ("bool", False),
    "procedure.hearing_requested": ("bool", False),
    "procedure.hearing_requested_on": ("date", True),
    "procedure.hearing_notice_on": ("date", True),
    "procedure.hearing_held": ("bool", False),
    "procedure.hearing_held_on": ("date", True),
    "procedure.chair_is_investigator": ("bool", False),
    "procedure.legal_review": ("bool", False),
    "procedure.legal_reviewer_qualified": ("bool", False),
    "procedure.collective_discussion": ("bool", False),
    "procedure.decided": ("date", False),
    "procedure.delivered": ("date", False),
    "procedure.days_excluded": ("int", False),
    "procedure.extension_approved": ("bool", False),
    "procedure.recording_kept": ("bool", False),
    "proposed.fine_fen": ("int", False),
    "proposed.confiscate_fen": ("int", False),
    "proposed.licence_revoked": ("bool", False),
}
CODES = [f"{a}-{i:03d}" for a in ("FS", "AD", "PR", "QL", "TM", "UC") for i in range(1, 21)]  # 120
_r = random.Random(20240601)
LISTS = {
    n: sorted(_r.sample(CODES, k))
    for n, k in [
        ("MINOR", 30),
        ("FIRST", 25),
        ("MITIG", 20),
        ("NOSEIZE", 15),
        ("HEAVY", 20),
        ("LICENCE", 12),
        ("TRANSFER", 8),
        ("FOOD", 40),
        ("REVOKE", 10),
        ("KNOWN", 112),
    ]
}
EPOCH = datetime.date(1970, 1, 1)


def gen_case(r, missing=0.0):
    rnd = r.random

    def chance(p):
        return rnd() < p

    kind = r.choice(("individual", "household", "company", "company"))
    ended = 19000 + int(rnd() * 1000)
    started = ended - int(rnd() * 200)
    u = rnd()
    discovered = ended + (int(rnd() * 300) if u < 0.94 else 700 + int(rnd() * 1400))
    filed = discovered + (int(rnd() * 17) if chance(0.99) else -1 - int(rnd() * 5))
    notice = filed + int(rnd() * 75)
    hr = chance(0.25)
    hro = notice + int(rnd() * 7) if hr else None
    hh = hr and chance(0.9)
    hno = hro + int(rnd() * 5) if hh else None
    hho = hno + 5 + int(rnd() * 12) if hh else None
    decided = (hho if hh else notice) + (5 + int(rnd() * 20) if chance(0.97) else -1 - int(rnd() * 3))
    delivered = decided + (int(rnd() * 8) if chance(0.97) else int(rnd() * 30) - 2)
    goods = int(10 ** (3 + rnd() * 5.6))
    gain = int(goods * rnd() * 0.8) if chance(0.8) else 0
    u = rnd()
    if u < 0.1:
        fine = 0
    elif goods < 1000000:
        fine = int(r.choice((15000, 3000000, 6500000, 9000000, 13000000, 16000000)) * (0.7 + rnd() * 0.6))
    else:
        fine = int(goods * r.choice((4, 8, 11, 15, 18, 21)) * (0.9 + rnd() * 0.2))
    simple = chance(0.1)
    fault = r.choice(("none", "negligent", "negligent", "intentional"))
    first = chance(0.6)
    case = {
        "party": {
            "kind": kind,
            "age": (int(10 + rnd() * 70) if kind == "individual" else None),
            "mental_incapacity": kind == "individual" and chance(0.02),
            "licensed": chance(0.85),
            "prior_penalties": 0 if first else int(rnd() * 5),
        },
        "violation": {
            "code": r.choice(CODES),
            "goods_value_fen": goods,
            "illegal_gain_fen": gain,
            "started": started,
            "ended": ended,
            "discovered": discovered,
            "continuing": chance(0.1),
            "danger_to_life": chance(0.1),
        },
        "circumstances": {
            "first_violation": first,
            "corrected": chance(0.6),
            "corrected_before_notice": chance(0.3),
            "harm_level": r.choice((0, 1, 1, 2, 2, 3)),
            "subjective_fault": fault,
            "no_fault_proven": chance(0.1),
            "cooperative": chance(0.5),
            "voluntary_report": chance(0.1),
            "coerced": chance(0.01),
            "meritorious": chance(0.03),
            "obstructed": chance(0.05),
            "destroyed_evidence": chance(0.03),
            "repeated_within_year": (not first) and chance(0.3),
            "emergency_period": chance(0.05),
        },
        "procedure": {
            "simple": simple,
            "officers": 2 if chance(0.96) else 1,
            "certificates_shown": chance(0.97),
            "rights_informed": chance(0.97),
            "filed": filed,
            "filing_approved": chance(0.96),
            "notice_given": notice,
            "statement_considered": chance(0.97),
            "aggravated_after_defence": chance(0.02),
            "hearing_right_told": chance(0.95),
            "hearing_requested": hr,
            "hearing_requested_on": hro,
            "hearing_notice_on": hno,
            "hearing_held": hh,
            "hearing_held_on": hho,
            "chair_is_investigator": chance(0.03),
            "legal_review": chance(0.9),
            "legal_reviewer_qualified": chance(0.95),
            "collective_discussion": chance(0.8),
            "decided": decided,
            "delivered": delivered,
            "days_excluded": int(rnd() * 30) if chance(0.3) else 0,
            "extension_approved": chance(0.3),
            "recording_kept": chance(0.9),
        },
        "proposed": {
            "fine_fen": fine,
            "confiscate_fen": gain if chance(0.95) else int(gain * rnd()),
            "licence_revoked": chance(0.04),
        },
    }
    if missing:
        for sec in case.values():
            for k in sec:
                if rnd() < missing:
                    sec[k] = None
    return case


def gen(n, seed=1, missing=0.0):
    r = random.Random(seed)
    return [gen_case(r, missing) for _ in range(n)]


def iso(d):
    return None if d is None else (EPOCH + datetime.timedelta(days=d)).isoformat()


def to_iso(case):
    out = {s: dict(v) for s, v in case.items()}
    for p, (t, _) in FIELDS.items():
        if t == "date":
            s, k = p.split(".")
            out[s][k] = iso(out[s][k])
    return out


def flat(case):
    return {f"{s}_{k}": v for s, d in case.items() for k, v in d.items()}
