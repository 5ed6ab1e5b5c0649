"""Answers over HTTP, as a page, and for an assistant: what is asked, from bytes to documents.

Nothing here keeps what it was asked. `desk` answers and knows no protocol; `http` puts it on HTTP
(`router` for an application of your own, `application` for the command `serve`).
"""
