"""
Help for the tests of whoever uses this library.

:mod:`recruitprivacy.testing.strategies` invents values for Hypothesis (install
``recruitprivacy[testing]``); :mod:`recruitprivacy.testing.examples` holds a few small ones with
names, all of them made up. Neither is needed to run the library.
"""

__all__: list[str] = []
