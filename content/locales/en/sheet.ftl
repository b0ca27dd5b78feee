### The recovery sheet: the recovery code with a line for each team. It brings somebody back whose devices are all gone.

## The teams on the sheet

sheet-opens-teams = Is a team on your recovery sheet? Then code and sheet let you in again, also when all your devices are gone.
sheet-opens-not = What was not sent yet, or stands outside any team, does not come back this way. Save that as a file.
sheet-title = Your teams on the recovery sheet
sheet-none = You are not in a team yet. When you come into one, you put it on your sheet here.
sheet-state-not-on = Not on it yet
sheet-state-unknown = Not known yet, waits for a connection
sheet-state-waiting = Waits for a connection, then it is on it
sheet-state-on = On it
sheet-state-older-than-erasure = On it, but a new code is better
sheet-state-taken-out = On a newer sheet of yours
sheet-older = Something was erased since you have this code. Whoever finds your sheet and has an old copy of the relay can still open that. Make a new code above, then they cannot any more.
sheet-taken-out = Another device of yours made a newer code: that sheet brings you back. Is it gone? Make a new code above.
sheet-put-code = Recovery code of this device
sheet-put-hint = Type it from your paper. Wijkweb does not keep the code. Spaces, hyphens and capitals do not matter.
sheet-put-missing = Type the recovery code first.
sheet-put = Put my teams on it
sheet-put-lost = Code gone? Make a new one above. Then your teams are on it at once.
sheet-put-done = Your teams are on the sheet. Print the lines or write them down, and put them with your code.
sheet-show = Show the lines of your teams

## On paper

sheet-paper-title = Recovery sheet for Wijkweb
sheet-paper-lines = Lines that go with your recovery code
sheet-paper-lines-what = Put this page with the paper that has your recovery code. Without that code it opens nothing.
sheet-paper-team = Line of { $team }
sheet-paper-qr = QR code with the line of { $team }. The same line stands beside it in letters.
sheet-paper-back = All your devices gone?
sheet-paper-back-install = Put Wijkweb on a new device and choose ‘I have a recovery sheet’ at the first start.
sheet-paper-back-type = Type the code and the line of a team there. A camera can read the QR code: paste what it gives.
sheet-paper-keep = Keep this sheet in a safe place: not in your bag, not with your phone or laptop, and not as a photo. Whoever has it comes into your teams as you.
sheet-paper-lost = Is the sheet gone, or did somebody see it? Make a new code in Settings at once. Then this sheet no longer works.
sheet-paper-print = Print the sheet

## A sentence on the team’s page

sheet-hint = This team is not on your recovery sheet yet.
sheet-hint-all = { $count ->
    [one] 1 team is not on your recovery sheet yet.
   *[other] { $count } teams are not on your recovery sheet yet.
 }
sheet-hint-do = Put it on the sheet
