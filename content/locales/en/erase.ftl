### Erasing a resident for good.

erase-title = Erase for good
erase-lead = You erase everything of { $name }. This cannot be undone.
erase-goes = This goes
erase-goes-talks = all conversations, with marks, remarks and what was said
erase-goes-plan = the plan with all its steps
erase-goes-dossier = the dossier: name, contact person, remarks and agreements
erase-stays = This stays
erase-stays-sign = an empty sign that something was erased here, without name and without words, so that it cannot come back by accident
erase-stays-copies = copies on paper and files that were saved before: Wijkweb cannot reach those
erase-stays-devices = what others have read already. From their devices it goes as soon as they are connected again, also what they had not sent yet
erase-copy-first = A copy first?
erase-copy-why = The resident may have everything, as a file that people and computers can read. The file is not encrypted: hand it over and do not keep it yourself.
erase-copy = Save a copy as a file
erase-copy-at = Saved: { $path }
erase-type-name = Type ‘{ $name }’ to be sure that you want this
erase-other-name = This is another name. Type ‘{ $name }’. Nothing was erased yet.
erase-passphrase = Your passphrase
erase-passphrase-hint = So nobody can erase who finds this device lying open.
erase-passphrase-missing = Type your passphrase. Nothing has been erased yet.
erase-yes = Erase everything of { $name }
erase-no = Do not erase
erase-gone = Erased
erase-gone-what = Everything is gone for good
erase-gone-left = Are there still copies on paper or in files? Clear those away too.
erase-gone-keys = Was the dossier shared? Then it goes from the other devices as soon as they have a connection. Every device that could read it gets new keys. Under Team you see when that is done.
erase-to-residents = To the residents
