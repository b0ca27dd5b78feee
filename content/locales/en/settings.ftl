### Settings

settings-title = More
settings-lock = Lock now
settings-looks = What the app looks like
settings-language = Language
settings-nl = Nederlands
settings-en = English
settings-theme = Light or dark
settings-theme-system = As the device
settings-theme-light = Light
settings-theme-dark = Dark
settings-text-size = Size of the letters
settings-percent = { $percent } %
settings-times = Locking by itself
settings-idle = After how many minutes without a touch?
settings-talk = And during a talk?
settings-talk-hint = A talk has silences. Then it may take longer.
settings-minutes = { $minutes } minutes
settings-person = About you
settings-name = Your name
settings-name-hint = As residents know you
settings-name-missing = Fill in a name of one line.
settings-role = What you do
settings-more = More to set
settings-sample = Sample neighbourhood
settings-sample-what = A neighbourhood of people who do not exist. Good for looking around and practising. You know them by the word ‘sample’.
settings-sample-load = Load the sample neighbourhood
settings-sample-remove = Remove the sample neighbourhood
settings-sample-sure = Remove the sample neighbourhood?
settings-sample-remove-what = Everything of the sample residents goes, also what you wrote yourself. Your own residents stay.

## Safety of the data

security-title = Passphrase and recovery code
security-note = How this app is locked
security-passphrase = Passphrase
security-old = Your passphrase until now
security-new = New passphrase
security-change = Change the passphrase
security-code = Recovery code
security-code-kept = You have shown that you keep the recovery code. With it you get in again when you forget the passphrase.
security-code-not-kept = You have not shown yet that you keep the recovery code. Without it nobody can help you when you forget the passphrase. Type it here.
security-code-new = This is your new recovery code
security-code-passphrase = Your passphrase
security-code-hint = For a new code. The old code stops working then.
security-code-make = Make a new recovery code
security-device = Opening faster on this device
security-device-what = This device has a safe of its own for secrets. With it the app can open without the passphrase, or with a PIN. Only do this on a device that locks well itself.
security-remember = Remember on this device
security-forget = No longer remember
security-pin = PIN
security-pin-hint = Six digits or more, no run such as 123456
security-pin-weak = Choose six digits or more, and no run such as 123456.
security-pin-set = Set the PIN
security-pin-remove = Remove the PIN
security-no-key-store = This device has no safe for secrets that the app can use. So it opens with your passphrase.

## Instruments

instruments-title = Webs
instruments-note = Which questions there are, and bringing in a web of your own
instruments-not-iph = The short names and questions are ours. This is not an iPH product.
instruments-size = { $items ->
    [0] { $dimensions } marks
   *[other] { $dimensions } dimensions, { $items } questions
}
instruments-used = { $count ->
    [0] not used yet
    [one] 1 conversation
   *[other] { $count } conversations
}
instruments-older = older version
instruments-print = Print a blank web
instruments-import = Bring in a web of your own
instruments-import-what = Does your organisation have a web of its own, or permission for the official words? Choose the file here. If something is wrong with it you read what, and nothing changes.
instruments-choose-file = Choose a file
instruments-choose-hint = A file that ends in .toml or .json
instruments-imported = ‘{ $title }’ is in. You can start a conversation with it.
instruments-refused = This file cannot come in like this. Nothing was changed.

## Everything in one file

backup-title = Everything in one file
backup-note = Keeping it, and bringing it back on another device
backup-export = Keep everything
backup-export-what = All dossiers, plans and conversations go into one file. The file is locked with a passphrase of its own.
backup-export-not = Not in it: your settings, the log, and what you tapped beforehand just for yourself.
backup-passphrase = Passphrase for this file
backup-export-do = Make the file
backup-written = The file is here
backup-import = Bring back
backup-import-what = Bring back a file that you made with Wijkweb. What is here stays. What was erased here stays erased.
backup-choose-file = Choose the file
backup-file-chosen = Chosen: { $name }
backup-file-missing = Choose a file first.
backup-file-passphrase = Passphrase of the file
backup-import-do = Bring back
backup-done = Done
backup-added = { $count ->
    [one] 1 part was added.
   *[other] { $count } parts were added.
}
backup-merged = { $count ->
    [one] 1 part was completed.
   *[other] { $count } parts were completed.
}
backup-same = { $count ->
    [one] 1 part was the same already.
   *[other] { $count } parts were the same already.
}
backup-erased = { $count ->
    [one] 1 part was erased here and stays erased.
   *[other] { $count } parts were erased here and stay erased.
}
backup-unreadable = { $count ->
    [one] 1 part could not be read. Nothing of it was changed.
   *[other] { $count } parts could not be read. Nothing of them was changed.
}
backup-lists = Make the lists anew
backup-lists-what = Is a list not right, or can you not find something? The app can make all lists anew. Nothing is lost.
backup-lists-do = Make anew
backup-rebuilt = { $count ->
    [one] Done: 1 part read.
   *[other] Done: { $count } parts read.
}

## Log

access-log-title = Log
access-log-note = Who opened what, and when
access-log-what = Here you see who did what, and when. Never what was in it.
access-log-broken = The log was changed outside the app.
access-log-broken-do = Save the log as a file and show it to whoever looks after privacy in your organisation.
access-log-none = No lines yet
access-log-none-what = When you open a dossier a line is added here.
access-log-latest = To the latest
access-log-earlier = Earlier lines
access-log-export = Save as a file
access-log-when = When
access-log-who = Who
access-log-event = What
access-log-whose = Whose
access-log-gone = erased dossier
access-log-all = everything
access-event-opened = opened
access-event-printed = printed
access-event-exported = saved as a file
access-event-imported = brought back
access-event-shared = shared
access-event-withdrawn = consent withdrawn
access-event-erased = erased

## About

about-title = About Wijkweb
about-note = What it is, and what not
about-is = What it is
about-is-what = Wijkweb helps with the conversation about Positive Health. You fill in the web together, talk about it and agree on one small step. It works without internet too.
about-not = What it is not
about-not-record = It is not a medical record. What belongs there, you put in your own system.
about-not-iph = It is not an iPH product. The idea is Machteld Huber's and the iPH's; the words here are ours.
about-not-measure = It is not a measurement. There is no total score, no right or wrong.
about-not-checked = The encryption uses well-known building blocks, but has not been tested by outsiders yet.
about-data = Your data
about-data-here = Everything is on this device. Nothing leaves it.
about-data-locked = It is locked with your passphrase. We cannot get at it.
about-data-never-deleted = The app never throws anything away by itself. Only you can erase.
about-data-responsible = Agree with your team who is responsible for the data, and how long you keep them.
about-made = How it is made
about-made-what = Wijkweb is open: everybody may look at the code, use it and improve it, under the licence EUPL-1.2.
about-version = Version { $version }
