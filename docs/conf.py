"""
How Sphinx builds the documentation.
"""

from __future__ import annotations

from importlib.metadata import version as installed

project = "recruitprivacy"
author = "The recruitprivacy contributors"
project_copyright = author
release = installed("recruitprivacy")
version = release

extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.napoleon"]
source_suffix = {".md": "markdown"}
exclude_patterns = ["_build"]
nitpicky = False

myst_enable_extensions = ["colon_fence", "deflist"]
myst_heading_anchors = 3

autodoc_default_options = {"members": True, "show-inheritance": True, "undoc-members": False}
autodoc_member_order = "bysource"
autodoc_typehints = "description"
autodoc_typehints_description_target = "documented"
napoleon_google_docstring = True
napoleon_numpy_docstring = False
napoleon_use_ivar = True
napoleon_custom_sections = ["Law"]

html_theme = "furo"
html_title = "recruitprivacy"
html_copy_source = False
