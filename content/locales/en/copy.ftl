### The copy for the resident. What stands on the sheet speaks to the resident: short sentences, no jargon, no figures.

copy-title = Copy
copy-note = This is how the sheet looks.
copy-still-to-print = This copy is on Today, under ‘still to print’.
copy-not-on-list = This copy is not on the list ‘still to print’.
copy-later = Print later
copy-save = Save everything as a file
copy-saved-at = Saved in { $path }. This file is not locked. Give it to the resident only.
copy-step-card = Print step card
copy-contact = Whom can the resident call?
copy-contact-hint = Name and number. Goes into the dossier too.

## On the sheet

copy-for = For { $name }
copy-talk-of = Our talk of { $day }
copy-web = Your web
copy-said = This is what you said
copy-want = I want
copy-can = I can
copy-need = I need
copy-step = Your first step
copy-look-back = Looking back together
copy-look-back-on = On { $day } we talk again. Then you tell how it went.
copy-call = A question? Call or ask:
copy-reference = Reference of this dossier: { $reference }
