### De kopie voor de bewoner. Wat op het blad staat, spreekt de bewoner aan: korte zinnen, geen vaktaal, geen cijfers.

copy-title = Kopie
copy-note = Zo ziet het blad eruit.
copy-still-to-print = Deze kopie staat op Vandaag bij ‘nog te printen’.
copy-not-on-list = Deze kopie staat niet op de lijst ‘nog te printen’.
copy-later = Later printen
copy-save = Bewaar alles als bestand
copy-saved-at = Bewaard in { $path }. Dit bestand staat niet achter slot. Geef het alleen aan de bewoner.
copy-step-card = Stapkaart printen
copy-contact = Wie kan de bewoner bellen?
copy-contact-hint = Naam en nummer. Komt ook in het dossier.

## Op het blad

copy-for = Voor { $name }
copy-talk-of = Ons gesprek van { $day }
copy-web = { $form ->
    [je] Jouw
   *[u] Uw
 } web
copy-said = Dit zei { $form ->
    [je] je
   *[u] u
 }
copy-want = Ik wil
copy-can = Ik kan
copy-need = Ik heb nodig
copy-step = { $form ->
    [je] Jouw
   *[u] Uw
 } eerste stap
copy-look-back = Samen terugkijken
copy-look-back-on = Op { $day } praten we weer. Dan { $form ->
    [je] vertel je
   *[u] vertelt u
 } hoe het ging.
copy-call = Een vraag? Bel of vraag:
copy-reference = Kenmerk van dit dossier: { $reference }
