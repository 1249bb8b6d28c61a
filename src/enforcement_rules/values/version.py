"""The version of the library, as receipts name it."""

VERSION = "0.1.0"
