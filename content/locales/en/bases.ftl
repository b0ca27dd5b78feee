### Purpose and consent: what was agreed, what for, and how it ends. bases-tell-… is kept word for word.

bases-title = What was agreed
bases-lead = Here stands what you keep something of { $name } for, and in which words that was told. It can be withdrawn at any time.
bases-here-only = This is what was agreed. Who can read it on another device, you see in the dossier under ‘Who can read this’.
bases-none = Nothing was agreed yet.

bases-keep = Keep conversations and plan
bases-share = Share with somebody who helps
bases-refer = Pass on details for an activity
bases-group-picture = Count in a picture of the neighbourhood, without a name
bases-story = Tell a story in a learning meeting
bases-neighbourhood-wish = Use the wish for the neighbourhood

bases-stands = now
bases-withdrawn = withdrawn
bases-ground = Ground
bases-given-by = Who says yes?
bases-when = When
bases-recorded-by = Recorded by

## Withdrawing

bases-withdraw = Withdraw
bases-withdraw-one = Withdraw: { $purpose }, { $day }
bases-for-ever = Withdrawing is for good. Does the resident want it later after all? Then you record a new agreement.
bases-withdrawn-on = Withdrawn: { $day }.
bases-another-stands = Another agreement for the same purpose still stands. That one holds now.
bases-to-erase = Erase everything

bases-would-keep = After withdrawing nothing can be added: no answers and no steps. What is there stays until you erase it.
bases-would-share = After withdrawing you may no longer share this. What was read stays read.
bases-would-refer = After withdrawing you no longer pass on details. What was passed on, Wijkweb cannot take back.
bases-would-group-picture = After withdrawing this no longer counts in a picture of the neighbourhood.
bases-would-story = After withdrawing you no longer tell this story. What was told stays told.
bases-would-neighbourhood-wish = After withdrawing the words about the neighbourhood are no longer used. They stay in the conversation.

bases-did-keep = Nothing can be added now. What is there stays until you erase it. Do you agree it again? Then you can go on.
bases-did-share = You may no longer share this. What was read stays read.
bases-did-refer = You no longer pass on details. What was passed on, Wijkweb cannot take back.
bases-did-group-picture = This no longer counts in a picture of the neighbourhood.
bases-did-story = You no longer tell this story. What was told stays told.
bases-did-neighbourhood-wish = The words about the neighbourhood are no longer used. They are still in the conversation.

## Agreeing something more

bases-ask = Agree something more
bases-ask-how = Ask only when it comes up, and do not ask everything at once.
bases-say-this = Tell { $name } this:
bases-who-share = With whom?
bases-who-refer = To whom?
bases-who-missing = Write a name. Then the resident knows whom it is about.
bases-share-later = This only records what was agreed, for instance with someone outside the team. Letting them read on another device is done under ‘Who can read this’.
bases-ground-now = Ground: { $ground }
bases-agreed = { $name } agrees, record it

bases-tell-share = I would like { $who } to read your plan and think along. { $who } does not read your conversation. You may always say that you no longer want this.
bases-tell-refer = I pass on your name and how to reach you to { $who }, for an invitation. I do not pass on anything else you tell me. You may always say that you no longer want this.
bases-tell-group-picture = Your marks count in a picture of the whole neighbourhood. Your name is not in it, and we do not show a small group. You may always say that you no longer want this.
bases-tell-story = I tell your story when we learn with colleagues. I do not say your name, but somebody who knows you may recognise it. You may always say that you no longer want this.
