### The warm hand-over: what is running, and to whom it goes.

running-title = Hand over what is running
running-note = For who leaves or is ill
running-what = This is running with you. Ask each resident first. Only then does your successor get the key.
running-only-mine = { $count ->
    [one] 1 dossier is kept by nobody else.
   *[other] { $count } dossiers are kept by nobody else.
 }
running-none = Nothing is running with you
running-none-what = You keep no dossiers now. There is nothing to hand over.
running-nobody = There is nobody to hand over to yet
running-nobody-do = Invite a colleague first, under Team.
running-to = To whom do you hand over?
running-to-missing = Choose first, at the top, to whom you hand over.
running-how = And you?
running-instead = I stop
running-instead-note = From then on only the other keeps it.
running-together = We do it together
running-together-note = Both of you keep it, for instance while you are ill.
running-only-you = only with you
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
