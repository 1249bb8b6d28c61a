"""Terms of twins: a lawful one inside the range, unlawful ones beyond both of its ends."""

from __future__ import annotations

import pytest

from enforcement_rules.testing.twins.terms import inside, outside, stated
from enforcement_rules.values.length import Length, Lengths

MONTH, HALF, YEAR, LIFE = Length(months=1), Length(months=6), Length(months=12), Length(for_life=True)


@pytest.mark.parametrize(
    ("lengths", "within", "below", "above"),
    [
        (Lengths(HALF, YEAR), {"months": 6}, [{"months": 5}], [{"years": 1, "days": 1}, {"for_life": True}]),
        (Lengths(YEAR, YEAR, True), {"years": 1}, [{"months": 11}], [{"years": 1, "days": 1}]),
        (Lengths(YEAR, LIFE), {"years": 1}, [{"months": 11}], []),
        (Lengths(LIFE, LIFE), {"for_life": True}, [{"years": 50}], []),
        (Lengths(None, YEAR), {"years": 1}, [], [{"years": 1, "days": 1}, {"for_life": True}]),
        (Lengths(MONTH, None), {"months": 1}, [{"days": 27}], []),
        (Lengths(Length(days=5), Length(days=15)), {"days": 5}, [{"days": 4}], [{"days": 16}, {"for_life": True}]),
    ],
)
def test_terms_inside_and_beyond_a_range(lengths, within, below, above):
    assert stated(inside(lengths)) == within
    assert lengths.holds(inside(lengths)) is True
    assert [stated(each) for each in outside(lengths, ceiling=False)] == below
    assert [stated(each) for each in outside(lengths, ceiling=True)] == above
