### Today: what you can go on with and what you want to think of.

today-title = Today
today-morning = Good morning
today-afternoon = Good afternoon
today-evening = Good evening
today-greeting = { $greeting } { $name }
today-safe = Everything is safe on this device
today-new-talk = New conversation
today-quiet = There is nothing to think of now.

## Going on

today-talk-with = Conversation with { $name }
today-not-finished = Not finished · begun { $day }
today-filled = { $filled } of { $of } parts filled in
today-go-on = Go on
today-go-on-with = Go on with { $name }
today-also-unfinished = Also not finished
today-rest = { $count ->
    [one] 1 more conversation
   *[other] { $count } more conversations
 }

## To think of

today-think-of = To think of
today-step = Step: { $text } · { $day }
today-look-back = Look back on the conversation of { $talked }
today-asked = Last asked: { $day }
today-never-asked = Not asked yet
today-how = How did it go?
today-how-with = How did it go? { $name }
today-not-now-for = Not now: { $name }
today-put-off = { $name } comes back in a week
today-look-back-how = Look back together in a new conversation, or tick it off if you have looked back already.
today-looked-back = Looked back
today-to-dossier = To the dossier of { $name }

## Still to print

today-to-print = Still to print
today-copy-for = Copy for { $name }
today-copy-of = Conversation of { $day }
today-print-one = Print: copy for { $name }, { $day }
today-not-needed = No longer needed
today-not-printed-one = No longer needed: copy for { $name }, { $day }
today-not-printed = The copy for { $name } of { $day } is off the list

## The first day

today-first = How to begin
today-first-add = Add a resident. A first name is enough.
today-first-fill = Fill in the web together: six marks, no more is needed.
today-first-step = Talk about what stands out and choose one small step together.
today-first-sample = Look around first? In the sample neighbourhood live people who do not exist. You can take them away later.
today-first-team = Invited to a team?
today-first-team-note = Connect this device with a code. You can also begin alone and join a team later.
today-load-sample = Load the sample neighbourhood

## About the data

today-code = Check your recovery code
today-code-why = Without the recovery code and without the passphrase nobody can open your data any more. See whether the code on your paper is right.
today-code-do = To the recovery code
today-sample = The sample neighbourhood is loaded. These people are made up.
today-sample-do = Take it away under Settings
today-mended = Your data were damaged and have been mended
today-mended-what = { $documents ->
    [one] 1 part was moved to a new file.
   *[other] { $documents } parts were moved to a new file.
 }
today-mended-lost = { $lost ->
    [one] 1 part could not be read any more. See whether you miss anything.
   *[other] { $lost } parts could not be read any more. See whether you miss anything.
 }
today-mended-kept = The old file was kept as { $file }.
today-choose-do = Look and choose
