### How sharing stands: one line on every screen, and what somebody has to know or do. No internet is normal, so no alarm.

sync-only-here = Only on this device
sync-not-yet = Not shared yet
sync-shared-at = Shared at { $time }
sync-shared-on = Shared: { $day }
sync-waiting = { $count ->
    [one] 1 waits to be shared
   *[other] { $count } wait to be shared
 }
sync-waiting-offline = { $count ->
    [one] 1 waits for a connection
   *[other] { $count } wait for a connection
 }
sync-paused = Sharing is paused
sync-paused-waiting = { $count ->
    [one] Sharing is paused, 1 waits
   *[other] Sharing is paused, { $count } wait
 }
sync-for-wifi = Waits for Wi-Fi
sync-for-wifi-waiting = { $count ->
    [one] 1 waits for Wi-Fi
   *[other] { $count } wait for Wi-Fi
 }
sync-busy = Sharing now
sync-busy-percent = Sharing now, { $percent }{"\u00A0"}%
sync-bringing = Giving the relay back what it lost
sync-look = Sharing needs a look
sync-choose = { $count ->
    [one] In 1 conversation there is something to choose
   *[other] In { $count } conversations there is something to choose
 }

## After an erasure: new keys on every device that could read the dossier

sync-renewal-waiting = { $dossiers ->
    [one] A dossier or conversation was erased.
   *[other] { $dossiers } dossiers or conversations were erased.
 } { $devices ->
    [one] 1 device still gets new keys. That happens by itself, within a day, when it has a connection.
   *[other] { $devices } devices still get new keys. That happens by itself, within a day, when they have a connection.
 }
sync-renewal-late = { $devices ->
    [one] 1 device still has no new keys after erasing. It takes more than a day now. Open Wijkweb on that device, with a connection. Is that no longer possible? Take the device out of the team.
   *[other] { $devices } devices still have no new keys after erasing. It takes more than a day now. Open Wijkweb on those devices, with a connection. Is that no longer possible? Take the devices out of the team.
 }
sync-renewal-done-at = After erasing, all keys were renewed, at { $time }. No device of the team opens what was erased any more, not even from an old copy of the relay.
sync-renewal-done-on = After erasing, all keys were renewed: { $day }. No device of the team opens what was erased any more, not even from an old copy of the relay.

## The same in a word or two, below a thumb

sync-short-only-here = Only here
sync-short-not-yet = Not yet
sync-short-shared = Shared
sync-short-waiting = { $count ->
    [one] 1 waits
   *[other] { $count } wait
 }
sync-short-paused = Paused
sync-short-for-wifi = Wi-Fi
sync-short-busy = Sharing
sync-short-look = Have a look

## Where one part of a dossier is

sync-record-only-here = only on this device
sync-record-waiting = { $count ->
    [one] 1 change waits
   *[other] { $count } changes wait
 }
sync-record-shared-at = shared at { $time }
sync-record-shared-on = shared: { $day }
sync-record-same = the same as the others have
sync-record-sent-at = sent locked at { $time }
sync-record-sent-on = sent locked: { $day }

## What in it did not come from who wrote it, and how certain it is who that was

sync-vouched-file = { $by } read part of this in from a file: { $day }. According to the file it was written by { $author }.
sync-vouched-handed-in = Part of this was written by { $author }, who could no longer send it. { $by } took it over: { $day }.
sync-vouched-told = Part of this came through { $by }, who vouches for it. According to { $by } it was written by { $author }. Here since: { $day }.
sync-vouched-author = somebody whom the team does not know
sync-vouched-by = a colleague
sync-flagged = According to the device of { $by }, a summary of this at the relay is not right. Since: { $day }. What everybody wrote is kept. Ask { $by } whether it says the same there as here. If not, ask an owner of the team to look with you.

## What does not come right by itself: first what it is, then (-do) what you can do

sync-problem-removed = This device is no longer in the team.
sync-problem-removed-do = What was the team's goes from this device. Was something not sent yet? Under Team you can save it as a file for a colleague. Do you want to take part again? Ask for a new invitation.
sync-problem-relay-changed = The relay shows something else than before.
sync-problem-relay-changed-do = Sharing has stopped, to be safe. Call whoever runs the relay and ask what happened. Your data is safe on this device.
sync-problem-relay-restored = The relay was put back from a backup.
sync-problem-relay-restored-do = This device has brought back what the relay had lost and this device still had. Sharing goes on when an owner of the team says so. Your data is safe on this device.
sync-problem-copied = This device is in use in two places, or was put back too far.
sync-problem-copied-do = Somebody works with a copy of it, or it was put back to before its keys were renewed. Sharing has stopped here. Use only one of the two, or make this one a new device. If you made no copy and put nothing back, call an owner of the team.
sync-problem-put-back = { $count ->
    [one] 1 thing came back that this device had sent itself.
   *[other] { $count } things came back that this device had sent itself.
 }
sync-problem-put-back-do = Its data was put back to an earlier moment. Did you do that? Then all is well. Did nobody do that? Then somebody works with a copy of this device: call an owner of the team.
sync-problem-newer-version = Something came in from a newer Wijkweb.
sync-problem-newer-version-do = Update Wijkweb on this device. What waits is kept.
sync-problem-aside = { $count ->
    [one] 1 thing came in that is not right.
   *[other] { $count } things came in that are not right.
 }
sync-problem-aside-do = It was put aside and changes nothing. Ask an owner of the team to look with you.
sync-aside-handed-in = { $count ->
    [one] 1 of them came from { $by }, who could no longer send it. Ask { $by } what it was, and write it down yourself.
   *[other] { $count } of them came from { $by }, who could no longer send them. Ask { $by } what they were, and write them down yourself.
 }
sync-aside-handed-in-unnamed = { $count ->
    [one] 1 of them came from somebody who could no longer send it.
   *[other] { $count } of them came from somebody who could no longer send them.
 }
sync-problem-missing = { $count ->
    [one] In 1 dossier something is still missing.
   *[other] In { $count } dossiers something is still missing.
 }
sync-problem-missing-do = Mostly it comes by itself. If it takes longer than a day, ask whoever runs the relay.
sync-problem-not-kept = What came in could not be kept here.
sync-problem-not-kept-do = Is this device full? Make room and choose Share now. If this stays, check everything under Settings, and call an owner of the team.
sync-problem-clock = The clock of this device is wrong, or the certificate of the relay is too old.
sync-problem-clock-do = Look whether date and time of this device are right, and set them if need be. Sharing then goes on by itself. Are they right? Tell whoever runs the relay. What you write is safe here.
sync-problem-full = The relay is full.
sync-problem-full-do = Ask whoever runs the relay for more room. What waits is safe here.
sync-problem-not-registered = The relay does not know this team.
sync-problem-not-registered-do = The access code is missing or wrong. Ask whoever runs the relay. Until then everything stays on this device.
sync-problem-wish-refused = Something you wanted could no longer be done.
sync-problem-wish-refused-do = Somebody else was first with sharing, withdrawing or a change in the team. Look how it is now, and do it again if need be.
sync-problem-went-along = { $count ->
    [one] 1 change of yours went along.
   *[other] { $count } changes of yours went along.
 }
sync-problem-went-along-do = Somebody erased a conversation or a dossier in which you had written something that was not sent yet. It is gone from every device. Should it have stayed? Talk with whoever erased it.
sync-told-away = Read
sync-problem-refused = { $count ->
    [one] 1 change could not be sent.
   *[other] { $count } changes could not be sent.
 }
sync-problem-refused-do = They are still on this device. Look at the dossier whether you may still read it, or else ask an owner of the team.

## An owner lets a restored relay go on

sync-resume-first = First ask everybody to open Wijkweb. Each device then brings back what the relay had lost.
sync-resume = Let sharing go on
sync-resume-sure = Let sharing go on?
sync-resume-yes = Go on
sync-resume-means = You say that what is at the relay now is right, as far as you know. After that everybody sends and fetches again.
sync-resume-later = Who is not back yet loses nothing: that device later sends again what the relay has lost. What it wanted to share or withdraw, it does again too.

## A device of which a copy is in use becomes a new one

sync-new-device = Make this a new device
sync-new-device-sure = Make this a new device?
sync-new-device-yes = Make it new
sync-new-device-means = What is on this device stays. It is out of the team until it is let in again: with a code from another device of yours or from an owner, or with your recovery sheet.
sync-new-device-later = After that it sends what was not sent yet. The other copy goes on as it is.
sync-put-back-yes = I put it back
