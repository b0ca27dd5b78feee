### Erasing together a dossier that somebody else keeps or that one took over: one asks, a second person decides too.

erase-together-title = Erase together
erase-together-note = What somebody else keeps, or what you took over yourself
erase-together-what = Whoever began a dossier, or had it handed over, can erase it. Has that colleague gone, and does the resident ask for it? Then two people can do it together: an owner or who took it over themselves, and somebody else of the team.
erase-together-which = Every dossier has a reference. It stands in the dossier at ‘Who can read this’, and on the resident’s copy.
erase-together-none = There is nothing here to erase together
erase-together-none-what = There is no dossier of somebody else that you can decide about.
erase-together-dossier = Dossier { $reference }
erase-together-reference = reference { $reference }
erase-together-kept-by = kept by { $name }
erase-together-kept-by-gone = kept by { $name }, no longer in the team
erase-together-nobody-known = somebody whose name is not known here
erase-together-ask-keeper = Whoever keeps it is still in the team and can erase it alone. Ask there first.
erase-together-ask = Ask to erase it
erase-together-ask-what = Only ask if the resident wants it. Nothing is erased yet: somebody else of the team sees your question on a device of their own, and decides too.
erase-together-ask-yes = Ask
erase-together-asks = { $name } asks you to decide too about erasing this dossier.
erase-together-agree = Decide
erase-together-agree-what = If you say yes, it is gone for ever: from every device, and from the relay. Ask { $name } why, and compare the reference.
erase-together-agree-yes = Yes, erase it for ever
erase-together-type = Type the reference: { $reference }
erase-together-type-hint = So you both know that you mean the same dossier.
erase-together-type-missing = This is another reference. Nothing was changed.
erase-together-waits = You have said yes. Now somebody else of the team has to decide too.
erase-together-both = You have both said yes. It is erased once the devices have a connection.
erase-together-waits-there = You can take it back on another device of yours.
erase-together-take-back = Do not erase it after all
erase-together-held = An owner has put erasing on hold.
erase-together-no-second = Nobody can decide too now. Who came to the team later does not count beside who let them in. Only who keeps it can erase it.
erase-together-too-late = { $name } asks who decides too about erasing this dossier. You cannot, because one of you came to the team later. Somebody who was there before can.
erase-together-open = To erasing together
erase-together-asked = { $count ->
    [one] A colleague asks you to decide too about erasing a dossier
   *[other] About { $count } dossiers somebody asks you to decide too whether they are erased
 }
erase-together-other-keeper = Somebody else keeps this dossier
erase-together-other-keeper-do = You cannot erase it alone. As an owner you can do it together with somebody else.
erase-together-taken-over = You took this dossier over yourself
erase-together-taken-over-do = You cannot erase it alone. Together with somebody else of the team you can.
