### What stands around every screen: navigation, visit, passphrase and recovery code as parts, titles of the window.

app-nav = Main menu
app-nav-today = Today
app-nav-residents = Residents
app-nav-search = Search
app-nav-team = Team
app-nav-settings = Settings
app-skip = Skip to content
app-lock = Lock

app-visit-note = You are on a visit. No other names can be seen now.
app-visit-end = Visit done

app-not-here = This page is not here
app-not-here-do = Perhaps something was erased, or the link is out of date. Go back to Today.
app-cannot-start = Wijkweb cannot start yet

## Typing a secret

app-show-secret = Show
app-hide-secret = Hide

app-passphrase-hint = Take four or more separate words that have nothing to do with each other or with you. Spaces are fine.
app-passphrase-guessed = This can be guessed at once. Make it longer.
app-passphrase-weak = Still easy to guess. Add a few words.
app-passphrase-almost = Almost there. One more word helps.
app-passphrase-good = Good. This is hard to guess.
app-passphrase-strong = Very good. This is very hard to guess.

## The recovery code

app-code = Your recovery code
app-code-print = Print the code
app-code-sheet-title = Recovery code for Wijkweb
app-code-sheet-what = With this code you can open Wijkweb on this device when you have lost your passphrase.
app-code-sheet-keep = Keep this sheet in a safe place, not with the device. Whoever has the code and the device can read everything.
app-code-sheet-date = Printed on { $date }. A new code makes this one invalid.
app-code-again = Type the code
app-code-again-hint = Spaces, hyphens and capitals do not matter.
app-code-check = Check the code

## Titles of the window. Never with a name.

app-window-today = Today
app-window-residents = Residents
app-window-add-resident = Add a resident
app-window-dossier = Dossier
app-window-plan = Plan
app-window-bases = Purpose and consent
app-window-erase = Erase
app-window-search = Search
app-window-talk = Conversation
app-window-fill = Fill in
app-window-hand-over = Hand over
app-window-web = The web
app-window-copy = Copy
app-window-print = Print
app-window-team = Team
app-window-shared = Shared with you
app-window-sharing = Who can read this
app-window-share = Share
app-window-bring-along = Bring along to another team
app-window-make-team = Make a team
app-window-invite = Invite
app-window-join-team = Join a team
app-window-bring-back = Come back with the recovery sheet
app-window-member = Somebody in the team
app-window-running = Hand over
app-window-erase-together = Erase together
app-window-safety = Worried about safety
app-window-settings = Settings
app-window-security = Security
app-window-instruments = Questionnaires
app-window-backup = Keep everything and put it back
app-window-access-log = Log
app-window-about = About Wijkweb
app-window-not-here = Not found
