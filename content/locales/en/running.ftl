### The warm hand-over: what is running, and to whom it goes.

running-title = Hand over what is running
running-note = For who leaves or is ill
running-whose = Whose?
running-mine = Mine
running-not-here = can keep no dossiers any more
running-what = This is running with you. Ask each resident first. Only then does your successor get the key.
running-of-what = This is running with { $name }, as far as you can read it. Ask each resident first. Only then does the successor get the key. { $name } then still keeps it too.
running-left-what = { $name } kept this and no longer can. Nobody sees to it now. Ask each resident first. Only then does the successor get the key.
running-only-mine = { $count ->
    [one] 1 dossier is kept by nobody else.
   *[other] { $count } dossiers are kept by nobody else.
 }
running-none = Nothing is running with you
running-none-what = You keep no dossiers now. There is nothing to hand over.
running-of-none = Nothing that you can read is running with { $name }
running-left-none = { $name } left nothing behind that you can read
running-of-none-what = Here stands only what is shared with you or with the whole team.
running-nobody = There is nobody to hand over to yet
running-nobody-do = Invite a colleague first, under Team.
running-to = To whom do you hand over?
running-to-of = Who takes it over?
running-to-missing = Choose first, at the top, to whom you hand over.
running-how = And you?
running-instead = I stop
running-instead-note = From then on only the other keeps it.
running-together = We do it together
running-together-note = Both of you keep it, for instance while you are ill.
running-only-you = only with you
running-only-with = only with { $name }
running-no-keeper = kept by nobody
running-also = also kept by: { $who }
running-will = soon also: { $who }
running-already = { $name } keeps this already, or soon will. Choose somebody else.
running-yourself = What you take over yourself you cannot erase alone later. You then do that together with somebody else of the team.
running-steps = Open steps
running-contact = contact person: { $name }
running-last = last conversation { $day }
running-no-talk = no conversation yet
running-look-back = look back { $day }
running-dossier = Dossier
running-hand-over = Hand over
running-hand-over-one = Hand over: { $name }
running-no-is-no = Does the resident say no? Then you do not hand over. Agree together what happens to the dossier.
running-asked = Asked: { $name } says yes

## What is not on the page

running-unread = What is not on this page
running-coming = { $count ->
    [one] 1 dossier is still to come, as soon as there is internet.
   *[other] { $count } dossiers are still to come, as soon as there is internet.
 }
running-with-others = { $count ->
    [one] 1 dossier you cannot read. Ask { $who }, who can open it.
   *[other] { $count } dossiers you cannot read. Ask { $who }, who can open them.
 }
running-with-nobody = { $count ->
    [one] 1 dossier can be opened by { $name } alone, and so handed over by { $name } alone. Are all devices gone? Then the recovery sheet of { $name } helps. An owner cannot read it either.
   *[other] { $count } dossiers can be opened by { $name } alone, and so handed over by { $name } alone. Are all devices gone? Then the recovery sheet of { $name } helps. An owner cannot read them either.
 }
running-with-nobody-left = { $count ->
    [one] 1 dossier can be opened by nobody in the team any more. An owner can erase it together with a second person.
   *[other] { $count } dossiers can be opened by nobody in the team any more. An owner can erase them together with a second person.
 }
