### About Wijkweb

about-title = About Wijkweb
about-note = What it is, and what not
about-is = What it is
about-is-what = Wijkweb helps with the conversation about Positive Health. You fill in the web together, talk about it and agree on one small step. It works without internet too.
about-not = What it is not
about-not-record = It is not a medical record. What belongs there, you put in your own system.
about-not-iph = It is not an iPH product. The idea is Machteld Huber's and the iPH's; the words here are ours.
about-not-measure = It is not a measurement. There is no total score, no right or wrong.
about-not-checked = The encryption uses well-known building blocks, but has not been tested by outsiders yet.
about-data = Your data
about-data-here = Everything is on this device. Only in a team does anything go out: encrypted, and only what was agreed with the resident.
about-data-locked = It is locked with your passphrase. We cannot get at it.
about-data-never-deleted = The app never throws anything away by itself. Only people erase: you, or in a team whoever withdraws or erases what is shared.
about-data-responsible = Agree with your team who is responsible for the data, and how long you keep them.
about-made = How it is made
about-made-what = Wijkweb is open: everybody may look at the code, use it and improve it, under the licence EUPL-1.2.
about-version = Version { $version }
