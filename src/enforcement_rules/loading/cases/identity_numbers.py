"""Numbers of persons (GB 11643) and of organisations (GB 32100): whether they can be right.

Only birth date and check digit are looked at: divisions come and go, and lists of them lag behind. A number that is
masked for publication (`*`) is left alone.
"""

from __future__ import annotations

import datetime as dt
import re

_IDENTITY = re.compile(r"[0-9]{17}[0-9Xx]\Z")
_BIRTH = slice(6, 14)


def identity_number_fits(number: str) -> bool:
    """Say whether an identity number has 18 places, a possible date of birth and the right check digit.

    >>> identity_number_fits("11010519491231002X"), identity_number_fits("110105194912310021")
    (True, False)
    """
    if "*" in number:
        return True
    from stdnum.cn import ric  # noqa: PLC0415 - only a case with numbers pays for it

    if _IDENTITY.match(number) is None or number[-1].upper() != ric.calc_check_digit(number):
        return False
    try:
        dt.datetime.strptime(number[_BIRTH], "%Y%m%d")
    except ValueError:
        return False
    return True


def credit_code_fits(code: str) -> bool:
    """Say whether a unified social credit code has 18 places and the right check character.

    >>> credit_code_fits("91110000600037341L"), credit_code_fits("911100006000373410")
    (True, False)
    """
    if "*" in code:
        return True
    from stdnum.cn import uscc  # noqa: PLC0415 - as above
    from stdnum.exceptions import ValidationError  # noqa: PLC0415

    try:
        return bool(uscc.validate(code) == code)
    except ValidationError:
        return False
