### The team: who is in it, with which devices, letting somebody in, and going. Say honestly what removing does and does not do.

team-title = Team
team-through = Shares through the relay { $relay }
team-to-team = To the team
team-name = Name of the team
team-name-hint = As residents know it, such as Community team Stevenshof
team-relay = Address of the relay
team-passphrase = Your passphrase
team-passphrase-hint = So the team knows that it is you.
team-passphrase-missing = Type your passphrase. Nothing was changed yet.

## No team yet

team-none = You work alone now
team-none-what = In a team, colleagues read along in what you agreed with the resident. Everybody goes on working without internet. Later it all comes together.
team-none-stays = Making a team sends nothing yet. For each dossier you choose what you share, together with the resident.
team-none-relay = The devices pass everything on through a relay. All of it is encrypted: the relay can read nothing.

## More than one team

team-switch = In which team you work now
team-switch-all = All your teams
team-several = Your teams
team-several-choose = Choose a team at the top of the screen. Then you see who is in it.
team-one-more = Another team
team-one-more-what = You can work in several teams. What is one team’s never comes to the other by itself.
team-choose-first = Choose a team first.
team-taken-out = This device is no longer in { $team }
team-taken-out-seen = Understood
team-unsent = You are out of { $team }
team-unsent-count = { $count ->
    [one] 1 change was not sent yet.
   *[other] { $count } changes were not sent yet.
 }
team-unsent-what = Save them as a file and give it to a colleague in the team, who reads it back in Settings and vouches for it. What was withdrawn or erased does not go along.
team-unsent-save = Save as a file
team-unsent-passphrase = Tell your colleague this passphrase, not the same way as the file.
team-unsent-away = Throw it away
team-unsent-sure = Throw away what was not sent?
team-unsent-sure-what = { $count ->
    [one] 1 change goes from this device for ever. A file that you made stays.
   *[other] { $count } changes go from this device for ever. A file that you made stays.
 }
team-gives = What a team gives you
team-gives-share = Share what was agreed
team-gives-share-note = Only the plan, one conversation or the whole dossier
team-gives-hand-over = A warm hand-over
team-gives-hand-over-note = When somebody leaves or is ill, the resident is not lost
team-gives-devices = Your phone and your laptop
team-gives-devices-note = The same on both, and nobody else reads along

## Making a team

team-make = Make a team
team-make-what = You become the owner. Then you can invite others.
team-make-name-missing = Give the team a name.
team-make-name-wrong = Take a name of one line.
team-make-relay-hint = Ask whoever runs the relay, such as relay.council.example
team-make-relay-missing = Fill in the address of the relay.
team-make-relay-wrong = This is no address. Type it as you were given it.
team-make-relay-sees = The relay sees when devices send something and how much, but no names and no words.
team-make-stays = Nothing leaves this device yet. It only does once you agree it with the resident.
team-make-offline = It works without internet too. The relay hears of it later.
team-make-do = Make the team
team-token-fold = Were you given an access code?
team-token = Access code of the relay
team-token-hint = Only if the relay asks for it

## Who is in it

team-people = Who is in it
team-you = { $name } (you)
team-no-name-yet = Name still to come
team-device-count = { $count ->
    [0] no device
    [one] 1 device
   *[other] { $count } devices
 }
team-role-owner = Owner
team-role-owner-note = Invites people, removes them and gives roles. Reads what is shared with the team.
team-role-member = Member
team-role-member-note = Reads what is shared with the team or with them, and shares too.
team-role-helper = Friend, relative or volunteer
team-role-helper-note = Reads only what the resident agrees to: the plan or one conversation.
team-role-resident = Resident
team-role-resident-note = Sees only their own dossier, on a device of their own, and fills in the web there.

## One person

team-member = Somebody in the team
team-member-gone = No longer in the team
team-member-gone-what = This person has left the team, or this device does not know of them yet.
team-member-may = What this person can do
team-member-last-owner = The only owner. A team cannot be without one.
team-role-change = Give another role
team-role-new = New role
team-role-change-what = What this person has read stays read. From now on the new role holds.
team-member-holds = { $count ->
    [one] 1 dossier stands with { $name } alone now
   *[other] { $count } dossiers stand with { $name } alone now
 }
team-member-holds-do = Nobody in the team can open them. Make this person a colleague again, and they can hand them over.
team-role-change-yes = Change the role
team-devices = Devices
team-device-this = This device
team-device-n = Device { $n }
team-device-paper = Recovery sheet on paper
team-device-paper-note = Not a device: with it this person comes back when all devices are gone. A new recovery code replaces it.
team-member-away = Ill or gone
team-member-away-what = See what is running, and hand over what you can read. The resident is asked first.
team-member-running = What is running with { $name }
team-remove = Remove
team-remove-device-one = Remove: { $device }
team-remove-device-yes = Remove the device
team-remove-device-lost = Is the device lost or stolen? Remove it at once, and call whoever deals with privacy where you work.
team-remove-fold = Remove { $name } from the team
team-remove-yes = Remove { $name }
team-remove-new = Nothing new comes to it. What others write from now on cannot be read there.
team-remove-copies = Wijkweb erases there what is the team's, as soon as that device is connected again.
team-remove-read = What was read has been read. Nobody can take that back.
team-remove-only-opener = { $count ->
    [one] 1 dossier can be opened by { $name } alone
   *[other] { $count } dossiers can be opened by { $name } alone
 }
team-remove-only-opener-do = Have them handed over first. Otherwise nobody in the team can open them any more.
team-remove-only-keeper = { $count ->
    [one] 1 dossier is kept by { $name } alone, and others read it
   *[other] { $count } dossiers are kept by { $name } alone, and others read them
 }
team-remove-only-keeper-do = Who reads them can go on doing so, but nobody sees to them any more. Give them a successor. Who reads them can do that later too, under ‘Hand over what is running’.

## How sharing stands

team-state = How sharing stands
team-state-how = Sharing goes by itself when there is internet. You can always go on working.
team-state-long = Fetching everything. You can go on working.
team-share-now = Share now
team-pause = Pause
team-go-on = Share again
team-conflicts = Something to choose
team-conflicts-what = On two devices something different was answered at the same time. Nothing is lost: you choose which is right.
team-conflict-of = conversation of { $day }

## Letting somebody in

team-invite = Invite
team-invite-own = My other device
team-invite-own-note = Your phone or laptop: it will hold the same.
team-invite-what = You will show a code. The other scans or types it. Then you look together whether the same digits stand on both screens.
team-invite-whom = Whom do you invite?
team-invite-resident-how = A resident is invited from the dossier, under ‘Who can read this’.
team-invite-make = Make the invitation
team-invite-for = Invitation for: { $role }
team-invite-for-own = Invitation for another device of your own
team-invite-for-resident = Invitation for the resident, on a device of their own
team-invite-scan = Scan
team-invite-scan-how = Scan this with the camera of the other device. Then paste the link into Wijkweb, under ‘Join a team’.
team-invite-qr = QR code of the invitation. Below it is the same to type.
team-invite-link = Show the link
team-invite-type = Or type
team-invite-step-open = Open Wijkweb on the other device. Choose ‘Join a team’.
team-invite-step-code = Type this code:
team-invite-step-relay = Type this address of the relay:
team-invite-left = { $time } left
team-invite-over = The invitation has ended
team-invite-once = The code works once. Give it only to whom you want to let in, not by mail or message.
team-invite-stop = Stop
team-under-way = An invitation is under way
team-under-way-do = Go on with it

## Joining

team-join = Join a team
team-join-what = Somebody in the team shows a code. Type it here, or paste the link.
team-join-code = Code or link
team-join-code-hint = Capitals and dashes do not matter.
team-join-code-missing = Type the code or paste the link.
team-join-relay-hint = It stands on the other screen, below the code.
team-join-relay-missing = Type the address that stands below the code.
team-join-stays = What is on this device already stays here. Joining sends none of it.
team-join-do = Join
team-join-already = This is a resident’s own device
team-join-already-what = Such a device is in one team: the one that lets the resident read along.
team-joining = Waiting for the other device.

## The digits on both screens

team-at-inviting = Show this code
team-at-joining = Joining
team-at-check = The same digits?
team-at-failed = That did not work
team-at-done = It worked
team-check = Look at both screens
team-check-invites = Somebody wants to join your team.
team-check-joins = You are joining a team. The other device lets you in.
team-check-what = Are the six digits the same on both screens?
team-check-how = Read them to each other. If they are not the same, somebody may be in between.
team-check-yes = Yes, the same
team-check-no = No, different
team-check-wait = You said yes. Now the other device.
team-done = It worked: { $name }
team-done-what = The names and what is shared come by themselves. The first time that may take a while.
team-again = Begin again

## Going

team-leave = Leaving or ill
team-leave-hand-over = Hand over first what is running. Then the resident knows whom to turn to.
team-to-running = Hand over what is running
team-leave-fold = Leave the team
team-leave-yes = Leave the team
team-leave-stays = What only you keep stays on this device.
team-leave-goes = What is the team's goes from this device.
team-leave-back = You can come back with a new invitation.
team-leave-only-opener = { $count ->
    [one] 1 dossier can be opened by you alone. Your team will not be able to open it.
   *[other] { $count } dossiers can be opened by you alone. Your team will not be able to open them.
 }
team-leave-only-keeper = { $count ->
    [one] 1 dossier is kept by you alone, and others read it. Nobody will see to it any more.
   *[other] { $count } dossiers are kept by you alone, and others read them. Nobody will see to them any more.
 }
team-leave-last-owner = You are the only owner
team-leave-last-owner-do = Make somebody else owner first: choose a member under ‘Who is in it’. Then you can go.
