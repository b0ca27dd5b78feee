### Waarom binnenlaten of aansluiten niet lukte: eerst wat er was, dan (-do) wat u kunt doen.

pairing-failed-wrong-code = De code klopt niet.
pairing-failed-wrong-code-do = Kijk hem na op het andere scherm, groepje voor groepje, en probeer het nog eens.
pairing-failed-expired = De vijf minuten zijn voorbij.
pairing-failed-expired-do = Maak een nieuwe uitnodiging. Er is niets veranderd.
pairing-failed-too-many-tries = De code is drie keer verkeerd getypt en werkt niet meer.
pairing-failed-too-many-tries-do = Maak een nieuwe uitnodiging. Hebt u het zelf niet geprobeerd? Dan probeerde iemand anders het.
pairing-failed-check-differs = De cijfers waren niet hetzelfde.
pairing-failed-check-differs-do = Er is niemand binnengelaten. Maak een nieuwe uitnodiging terwijl u bij elkaar zit. Gebeurt het weer? Vertel het wie de doorgeefpost beheert.
pairing-failed-declined = De ander zei nee.
pairing-failed-declined-do = Er is niemand binnengelaten. Praat er even over en begin zo nodig opnieuw.
pairing-failed-newer-version = Het andere apparaat heeft een nieuwere Wijkweb.
pairing-failed-newer-version-do = Werk Wijkweb op dit apparaat bij en begin opnieuw.
pairing-failed-bad-message = Het andere apparaat stuurde iets wat niet klopt.
pairing-failed-bad-message-do = Kijk of beide apparaten dezelfde versie van Wijkweb hebben en begin opnieuw.
pairing-failed-no-relay = De doorgeefpost is nu niet te bereiken.
pairing-failed-no-relay-do = Uitnodigen kan alleen met internet. Kijk of het adres klopt, en probeer het later nog eens. Er is niets verloren.
pairing-failed-clock = De klok van dit apparaat loopt verkeerd, of het certificaat van de doorgeefpost is verlopen.
pairing-failed-clock-do = Kijk of datum en tijd van dit apparaat kloppen, zet ze zo nodig goed, en begin opnieuw. Kloppen ze? Vertel het wie de doorgeefpost beheert. Er is niets veranderd.
pairing-failed-in-a-team = Dit apparaat hoort al bij dat team.
pairing-failed-in-a-team-do = U hoeft niets te doen. Het eigen apparaat van een bewoner hoort bij één team.
pairing-failed-refused = De uitnodiging is niet meer geldig.
pairing-failed-refused-do = Vraag een nieuwe uitnodiging.
