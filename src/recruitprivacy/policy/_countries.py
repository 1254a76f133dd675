"""
The countries there are, by the two letters of ISO 3166-1; Kosovo by those the Union writes.
"""

from __future__ import annotations

from typing import Final

from recruitprivacy.near import nearest

__all__ = ["COUNTRIES", "nearest_country"]

COUNTRIES: Final = frozenset(
    """
    AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ
    BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ
    CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ
    DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR
    GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY
    HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP
    KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY
    MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ
    NA NC NE NF NG NI NL NO NP NR NU NZ OM
    PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW
    SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ
    TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ
    UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS XK YE YT ZA ZM ZW
    """.split()  # noqa: SIM905 - a table is read faster than two hundred quoted words
)
ALSO_WRITTEN: Final = {"UK": "GB", "EL": "GR"}
"""Codes that others than ISO use: the first in daily life, the second in the Union's own texts."""
LONGEST: Final = 3


def nearest_country(code: str) -> str:
    """
    Find the code that was probably meant; empty where none is near.

    >>> [nearest_country(code) for code in ("UK", "nl", "USA", "Asia")]
    ['GB', 'NL', 'US', '']
    """
    letters = code.strip().upper()
    if len(letters) > LONGEST:
        return ""
    meant = ALSO_WRITTEN.get(letters, letters[:2])
    return meant if meant in COUNTRIES else nearest(letters, sorted(COUNTRIES))
