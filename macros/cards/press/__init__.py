"""Typst and its templates: from the data of faces to PDF and pictures. Nothing else here knows Typst."""
