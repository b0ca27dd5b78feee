### What was shared with somebody: a plan or a conversation, without a dossier. For a friend, relative or volunteer: short sentences, plain words.

shared-title = Shared with you
shared-note = You may read this. The resident agrees.
shared-count = { $count ->
    [one] 1 plan or conversation
   *[other] { $count } plans and conversations
 }
shared-talk-of = Conversation with { $name }, { $day }
shared-talk = Conversation of { $day }
shared-by = shared by { $name }
shared-in = shared through { $team }
shared-soon = What was shared with you comes by itself once there is internet.
shared-none = Nothing is shared with you now
shared-none-what = Does somebody share a plan or a conversation with you? Then you see it here by itself.

## A plan or a conversation

shared-words = In their own words
shared-no-words = Nothing is written here yet.
shared-web = The web
shared-first-step = The first step
shared-look-back = On { $day } they talk again.
shared-plan-how = You can say how a step went and add a new step. The other words are the resident’s.
shared-talk-how = You can read this conversation. Only who held it can change it.

## It has gone again

shared-gone = Something is no longer shared with you
shared-gone-what = { $count ->
    [one] A plan or conversation was taken back or erased: { $day }. It is no longer on this device.
   *[other] { $count } plans or conversations were taken back or erased. The last one: { $day }. They are no longer on this device.
 }
shared-gone-why = Do you want to know why? Ask who shared it with you.

## Stopping

shared-leave = Reading along no more
shared-leave-goes = Everything that was shared with you then goes from this device. You can come back with a new invitation.
