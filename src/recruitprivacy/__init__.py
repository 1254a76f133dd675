"""
Do what data-protection law, and a firm's own privacy notice, ask of recruitment software.

Nothing is imported here; import from the package that answers your question:

==========================  =====================================================
question                    package
==========================  =====================================================
what do we call things?     :mod:`recruitprivacy.vocabulary`
what does the law say?      :mod:`recruitprivacy.law`
what does this firm say?    :mod:`recruitprivacy.policy`
what happened?              :mod:`recruitprivacy.timeline`
how long, and what then?    :mod:`recruitprivacy.retention`
what do we owe, by when?    :mod:`recruitprivacy.rights`
what must we tell them?     :mod:`recruitprivacy.notices`
how is it stored?           :mod:`recruitprivacy.wire`
how do I test against it?   :mod:`recruitprivacy.testing`
==========================  =====================================================
"""
