### Adding a resident, and correcting later.

add-resident-title = Add a resident
add-resident-name = First name or the name they go by
add-resident-name-hint = As the resident wants to be called. A surname is not needed.
add-resident-name-missing = Write a name. A first name is enough.
add-resident-team = This dossier will live in { $team }.
add-resident-no-team = This dossier stays on this device alone until you share it with a team.
add-resident-nudge-surname = This looks like a surname too. A first name is enough, but you may leave it.
add-resident-nudge-bsn = This looks like a citizen service number (BSN). Better leave it out: you do not need it here.
add-resident-form = How do you address the resident in Dutch?
add-resident-u = u
add-resident-je = je
add-resident-more = Tell more (optional)
add-resident-neighbourhood = Neighbourhood
add-resident-born = Born
add-resident-born-untold = not told
add-resident-language = Rather reads
add-resident-language-hint = For the resident’s own screens and copy.
add-resident-and-talk = Save and begin the conversation
add-resident-only = Only save
