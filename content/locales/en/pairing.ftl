### Why letting in or joining did not work: first what it was, then (-do) what you can do.

pairing-failed-wrong-code = The code is not right.
pairing-failed-wrong-code-do = Check it on the other screen, group by group, and try again.
pairing-failed-expired = The five minutes are over.
pairing-failed-expired-do = Make a new invitation. Nothing was changed.
pairing-failed-too-many-tries = The code was typed wrong three times and no longer works.
pairing-failed-too-many-tries-do = Make a new invitation. If it was not you who tried, somebody else did.
pairing-failed-check-differs = The digits were not the same.
pairing-failed-check-differs-do = Nobody was let in. Make a new invitation while you sit together. If it happens again, tell whoever runs the relay.
pairing-failed-declined = The other said no.
pairing-failed-declined-do = Nobody was let in. Talk about it, and begin again if need be.
pairing-failed-newer-version = The other device has a newer Wijkweb.
pairing-failed-newer-version-do = Update Wijkweb on this device and begin again.
pairing-failed-bad-message = The other device sent something that is not right.
pairing-failed-bad-message-do = See whether both devices have the same version of Wijkweb and begin again.
pairing-failed-no-relay = The relay cannot be reached now.
pairing-failed-no-relay-do = Inviting needs internet. See whether the address is right, and try again later. Nothing is lost.
pairing-failed-clock = The clock of this device is wrong, or the certificate of the relay is too old.
pairing-failed-clock-do = Look whether date and time of this device are right, set them if need be, and begin again. Are they right? Tell whoever runs the relay. Nothing has changed.
pairing-failed-in-a-team = This device is in that team already.
pairing-failed-in-a-team-do = There is nothing to do. A resident’s own device is in one team.
pairing-failed-refused = The invitation is no longer good.
pairing-failed-refused-do = Ask for a new invitation.
