### The agreement beforehand: what is kept and why. begin-told-… is kept word for word; there is never a name in it.

begin-title = May this conversation be kept?
begin-read-out = Read this out, or let it be read:

begin-told-consent = I keep your answers and what we write down together on this device, locked, so that we can look back on them together later, and you can always say that you no longer want that.
begin-told-public-task = I keep your answers and what we write down together on this device, locked, because that is part of the public task I am here for, and you can always say that you no longer want that.
begin-told-agreement = I keep your answers and what we write down together on this device, locked, because that is part of what we have agreed together, and you can always say that you no longer want that.

begin-who = Who says yes?
begin-who-oneself = The resident
begin-who-together = The resident, together with someone
begin-who-representative = A parent, guardian or representative
begin-minor = Younger than 16?
begin-minor-do = Then a parent or guardian must say yes. Choose below who does.

begin-other-ground = Another legal ground
begin-ground = Why may you keep this?
begin-ground-consent = Consent
begin-ground-consent-note = The resident says yes, and can say no later.
begin-ground-public-task = Public task
begin-ground-public-task-note = It is part of a task that is laid down by law, such as the Wmo.
begin-ground-agreement = Agreement
begin-ground-agreement-note = It is needed for an agreement with the resident.

begin-yes = Yes, this conversation may be kept
begin-yes-told = This was told, let us begin
begin-no = No, do not keep it
begin-back-to-choice = Back to the choice

begin-no-fine = That is fine
begin-no-what = You can simply talk. Fill in a web together on paper; it stays with the resident.
begin-print = Print a blank web
begin-erase-empty = Nothing was written down yet. Erase the beginning of this conversation and nothing is left of it.
begin-erase-filled = Something was filled in already. Erasing takes it away for good.
begin-erase = Erase this conversation

begin-stands = Keeping is agreed, since { $since }
begin-stands-told = This was told then:
begin-see-bases = See or withdraw
begin-go-on = Fill in the web

begin-expect = What do you expect yourself?
begin-expect-note = Only for you. Look at this before the screen lies on the table.
