### Everything in one file, and back

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
backup-not-here = { $count ->
    [one] 1 item belongs to a dossier that you do not have. Give the file to a colleague who reads it.
   *[other] { $count } items belong to dossiers that you do not have. Give the file to a colleague who reads them.
}
backup-lists = Make the lists anew
backup-lists-what = Is a list not right, or can you not find something? The app can make all lists anew. Nothing is lost.
backup-lists-do = Make anew
backup-rebuilt = { $count ->
    [one] Done: 1 part read.
   *[other] Done: { $count } parts read.
}
