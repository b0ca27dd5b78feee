### Who can read a dossier, sharing, taking back and handing over. sharing-tell-… is kept word for word.

sharing-title = Who can read this
sharing-open = Look and share
sharing-share = Share with someone
sharing-you = You
sharing-only-you = Only you can read this.
sharing-only-you-all = Only you can read everything.
sharing-part-with = A part is shared with { $who }.
sharing-you-and = { $who }.
sharing-also-team = everybody in { $team }
sharing-also-the-team = everybody in the team
sharing-with-team = Everybody in { $team }
sharing-with-the-team = Everybody in the team
sharing-with-some = People of { $team }
sharing-with-resident = { $name }, on a device of their own
sharing-read-is-read = You can always stop sharing. What somebody has read has been read: nobody can take that back.

## What has to come first

sharing-no-team = There is no team to share with yet
sharing-no-team-what = This dossier is on this device alone. In a team you can share what you agree with the resident.
sharing-no-basis = Keeping was not agreed yet
sharing-no-basis-do = Without that agreement nothing leaves this device, not even to your own phone.
sharing-waiting = A change waits for a connection
sharing-waiting-what = This device keeps to it already. The other devices hear of it once there is internet.
sharing-held = Erasing is on hold
sharing-held-what = An owner has said that nothing of this may be erased for now. Sharing and withdrawing go on as always.
sharing-left-here = This stands on this device alone
sharing-left-here-do = You are a friend, relative or volunteer now, and nobody in the team can open this dossier. Ask an owner to make you a colleague again. Then you can hand it over.
sharing-hold = Hold off erasing
sharing-hold-what = Is there a complaint or an investigation? Then you, as an owner, can make sure that nobody erases this dossier. Write the reason in the remarks of the dossier.
sharing-hold-stands = Nobody can erase anything of this dossier now, until an owner says that it may be erased again.
sharing-hold-begin = Hold off erasing
sharing-hold-end = Erasing may go on
sharing-hold-ended = Erasing may go on, as soon as the other devices hear of it.

## Who keeps it

sharing-keepers = Who keeps it
sharing-keepers-what = Whoever keeps a dossier has the key and looks after it.
sharing-keeper-unnamed = Somebody in the team
sharing-no-keeper = Nobody keeps this now
sharing-no-keeper-do = Who kept it is gone. Ask the resident who may take it over.
sharing-no-keeper-ask = Who kept it is gone. Ask the team who takes it over.
sharing-reference = Reference of this dossier: { $reference }

## With whom it is shared

sharing-shares = With whom it is shared
sharing-none = With nobody yet.
sharing-what-plan = The plan
sharing-what-all = The whole dossier
sharing-what-now = The plan and the conversations of that time
sharing-what-conversation = Conversation of { $day }
sharing-what-a-conversation = One conversation
sharing-since = since { $day }
sharing-until = meant until { $day }
sharing-past = Still needed?
sharing-told = What was told
sharing-would = After withdrawing nothing new comes to them, and Wijkweb erases the copy once that device is connected. What was read has been read.
sharing-withdraw-one = Withdraw: { $who }
sharing-withdrawn = Withdrawn
sharing-copies-none = There was no copy on another device yet.
sharing-copies-gone = Copy erased at { $who }.
sharing-copies-wait = Not erased yet at { $who }. That happens as soon as that device is connected.
sharing-copies-of = { $name } ({ $count } devices)
sharing-copies-somebody = somebody in the team

## Where it is

sharing-records = Where it is
sharing-records-what = ‘Sent locked’ means: it lies encrypted at the relay, and only your own devices can open it.
sharing-record-dossier = Name, contact person and agreements

## The resident on a device of their own

sharing-own-title = The resident reads along
sharing-own-what = { $name } can see their own dossier and fill in the web on a phone or tablet of their own.
sharing-own-invite = Invite { $name }
sharing-own-sees = The resident sees all of their own dossier, your remarks too.
sharing-own-fills = The resident can fill in the web themselves, when it suits them.
sharing-own-not = The resident sees nothing of others.
sharing-own-make = { $name } wants this, make the invitation

## Other teams

sharing-other-teams = Your other teams
sharing-lives-in = This dossier lives in { $team }. Another team can only get a copy, if the resident agrees.
sharing-lives-nowhere = This dossier is on this device alone: it lived in a team that you have left. In another team you can go on with a copy.

## What is told

sharing-tell-own = On your own phone or tablet you can see what is kept about you, and fill in your web yourself. Only you see your dossier there. You can always say that you no longer want this.
sharing-tell-team = I would like everybody in { $team } to read your dossier and think along, also colleagues who join later. You can always say that you no longer want this; what was read has been read.
sharing-tell-people = I share your whole dossier with { $who }, to think along, also what we write down later. You can always say that you no longer want this; what was read has been read.
sharing-tell-plan = I share only your plan with { $who }, to help. I do not share your conversations. You can always say that you no longer want this; what was read has been read.
sharing-tell-conversation = I share our conversation of { $day } with { $who }, to help. I do not share the rest. You can always say that you no longer want this; what was read has been read.
sharing-tell-team-plan = I share only your plan with everybody in { $team }, to help, also with colleagues who join later. I do not share your conversations. You can always say that you no longer want this; what was read has been read.
sharing-tell-team-conversation = I share our conversation of { $day } with everybody in { $team }, to think along, also with colleagues who join later. I do not share the rest. You can always say that you no longer want this; what was read has been read.
sharing-tell-now = I share your plan and our conversations so far with { $who }, to help. New conversations I do not share by this. You can always say that you no longer want this; what was read has been read.
sharing-tell-hand-over = I stop, and { $who } goes on with you if you agree. { $who } then gets your dossier. You can always say that you no longer want this; what was read has been read.
sharing-tell-together = { $who } and I go on with you together if you agree. { $who } then gets your dossier too. You can always say that you no longer want this; what was read has been read.
sharing-tell-absent = { $absent } cannot go on with you now. { $who } will if you agree, and then keeps your dossier too. You can always say that you no longer want this; what was read has been read.
sharing-tell-absent-me = { $absent } cannot go on with you now. I will if you agree, and then keep your dossier too. You can always say that you no longer want this; what was read has been read.
sharing-tell-bring-along = I take a copy of your dossier along to { $team }. At first only I read it there. You can always say that you no longer want this; what was read has been read.
