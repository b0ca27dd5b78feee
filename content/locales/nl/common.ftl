### Woorden die op veel schermen staan. Wat bij één scherm hoort, staat in het bestand van dat scherm.

## Knoppen

common-back = Terug
common-next = Verder
common-save = Opslaan
common-cancel = Annuleren
common-close = Sluiten
common-clear = Wissen
common-undo = Ongedaan maken
common-skip = Overslaan
common-change = Aanpassen
common-remove = Weghalen
common-done = Klaar
common-print = Printen
common-retry = Opnieuw proberen
common-not-now = Niet nu

## Antwoorden

common-empty = nog leeg
common-declined = liever niet
common-want-to-talk = Hier wil ik over praten
common-answered-of = { $answered } van { $of } ingevuld

## Hoe het ervoor staat

common-saved-here = Opgeslagen op dit apparaat
common-saving = Bezig met opslaan…
common-busy = Even geduld…
common-nothing-found = Niets gevonden
common-optional = hoeft niet
common-step-of = { $step } van { $steps }
common-list-and = { $first } en { $last }

## Wie

common-voice-resident = bewoner
common-voice-kin = naaste
common-voice-professional = professional
