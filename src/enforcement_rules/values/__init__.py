"""The values that law and case share: truth, dates, money, ranges, citations, errors."""
