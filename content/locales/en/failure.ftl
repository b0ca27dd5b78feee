### What can go wrong: first what happened, then (-do) what you can do now. No blame, no jargon.

failure-what-to-do = What you can do
failure-nothing-lost = Nothing was erased. What was saved is still there.

failure-locked = Wijkweb is locked.
failure-locked-do = Open Wijkweb and try again.
failure-handed-over = The device is with the resident now.
failure-handed-over-do = Only the professional can go on, with the passphrase.
failure-not-now = This cannot be done now.
failure-not-now-do = Go back and begin this step again.
failure-wrong-secret = This is not right.
failure-wrong-secret-do = Check it and try again. Nothing gets lost.
failure-wait = A little patience.
failure-wait-do = { $seconds ->
    [one] You can try again in 1 second.
   *[other] You can try again in { $seconds } seconds.
 }
failure-mistyped-code = There is a typing error in the code.
failure-mistyped-code-do = Compare the code with your paper, group by group.
failure-weak-secret = This is too easy to guess.
failure-weak-secret-do = Take a longer passphrase of separate words. A PIN has six digits or more.
failure-no-key-store = This device cannot remember the key for you.
failure-no-key-store-do = Use your passphrase. It always works.
failure-not-found = This is no longer here.
failure-not-found-do = Perhaps it was erased. Go back and look in the list.
failure-no-basis = There is no agreement with the resident for this yet.
failure-no-basis-do = First record together what you keep this for. Then you can go on.
failure-not-confirmed = What you typed is not the same.
failure-not-confirmed-do = Type exactly what is asked for. Nothing was changed.
failure-invalid = A field is empty, too long or not right yet.
failure-invalid-do = Check the fields and try again.
failure-instrument-refused = This file cannot be used yet.
failure-instrument-refused-do = Nothing was changed. Mend this in the file and choose it again:
failure-unreadable-file = This is not a Wijkweb file, or it is damaged.
failure-unreadable-file-do = Choose another file. Nothing was changed.
failure-wrong-file-passphrase = The passphrase does not belong to this file.
failure-wrong-file-passphrase-do = Use the passphrase you chose when you made the file.
failure-disk-full = The device is full.
failure-disk-full-do = Make room, for instance by removing photos or apps. Then try again.
failure-read-only = Wijkweb may not write here.
failure-read-only-do = Ask whoever looks after the device to open up the folder of Wijkweb. Then try again.
failure-damaged = The data is damaged and does not open.
failure-damaged-do = Restart the device and try again. If that does not help, leave everything as it is and ask for help. You can also put back a file that you kept earlier on another device.
failure-from-newer-version = The data is from a newer Wijkweb.
failure-from-newer-version-do = Update Wijkweb on this device. Then everything opens again.
failure-in-use = Wijkweb is already open on this device.
failure-in-use-do = Close the other window of Wijkweb and try again.
failure-not-allowed = Your role in the team does not allow this.
failure-not-allowed-do = Ask an owner of the team. Nothing was changed.
failure-last-owner = A team cannot be without an owner.
failure-last-owner-do = Make somebody else owner first. Then this can be done.
failure-last-keeper = Nobody else keeps this dossier.
failure-last-keeper-do = Hand it over to a colleague first, or erase it. Otherwise nobody can open it any more.
failure-held = This may not be erased now.
failure-held-do = An owner has put erasing on hold. The dossier says why. Ask them about it.
failure-taken-over = You took this dossier over yourself, and so do not erase it alone.
failure-taken-over-do = You erase the whole dossier under Team, together with somebody else. If a colleague who can read it hands it over to you, you can also do it alone. Nothing was erased.
failure-outdated = Something has changed meanwhile.
failure-outdated-do = Look again at what is there now, and then decide. Nothing was done.
failure-no-team = There is no team to share with yet.
failure-no-team-do = Make a team or join one. Then you can share.
failure-which-team = You work in more than one team.
failure-which-team-do = Choose a team first. Nothing was changed.
failure-unexpected = Something went wrong that we did not expect.
failure-unexpected-do = Try again. If it stays this way, ask for help and name this code: { $code }
