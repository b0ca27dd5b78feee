### The dossier of one resident.

dossier-title = Dossier
dossier-sample = sample, made up
dossier-born = born { $decade }
dossier-decade = in the ’{ $short }s
dossier-decade-between = between { $from } and { $to }
dossier-talk-count = { $count ->
    [0] no conversation yet
    [one] 1 conversation
   *[other] { $count } conversations
 }
dossier-day-again = { $day } ({ $n })
dossier-copy-for = Copy for { $name }
dossier-go-on = Go on with the conversation

## The web

dossier-web = The web
dossier-no-web = The web will stand here after the first mark. Later you will see here how it changes over time.

## The conversations

dossier-talks = Conversations
dossier-no-talk = There is no conversation yet. Begin one when it suits the resident.
dossier-talk-of = Conversation of { $day }
dossier-finished = rounded off
dossier-unfinished = not finished
dossier-to-choose = two answers side by side
dossier-to-print = copy still to print
dossier-look-back = look back { $day }
dossier-looked-back = looked back { $day }
dossier-go-on-one = Go on: conversation of { $day }
dossier-see-web = See the web
dossier-web-one = See the web: { $day }
dossier-copy = Copy
dossier-copy-one = Copy of the conversation of { $day }
dossier-erase-short = Erase
dossier-erase-one = Erase: conversation of { $day }
dossier-erase-talk = Erase this conversation for good?
dossier-erase-talk-yes = Erase for good
dossier-erase-talk-what = The conversation of { $day } goes: the marks, the remarks and what was said. This cannot be undone.
dossier-erase-talk-stays = Is the dossier shared? Then the conversation goes from the other devices too, with what was not sent there yet. The plan with its steps stays. What is on paper or was saved as a file stays there.

## The plan

dossier-open-plan = Open the plan

## Purpose and consent

dossier-who-sees = What was agreed, and what for
dossier-bases = What was agreed
dossier-basis-note = { $ground }, { $day }
dossier-no-basis = Keeping is not agreed now. Nothing can be added until you agree it together.
dossier-withdraw-any-time = It can be withdrawn at any time, with one button.
dossier-to-bases = See or withdraw

## About the resident

dossier-about = Contact person and remarks
dossier-contact-person = Contact person
dossier-contact-person-hint = Whom can the resident turn to? A name and how to reach them.
dossier-remarks = Remarks
dossier-remarks-hint = Only what helps in the conversation. The resident may read along.
dossier-spoken-to = addressed with { $form }
dossier-correct = Correct these details
dossier-erase = Erase everything of { $name }
