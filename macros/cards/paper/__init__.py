"""Paper in millimetres: sizes and forms as data, which card lies where, and how a sheet looks on a screen."""
