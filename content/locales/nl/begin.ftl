### De afspraak vooraf: wat er bewaard wordt en waarom. begin-told-… wordt woord voor woord bewaard; er staat nooit een naam in.

begin-title = Mag dit gesprek bewaard worden?
begin-read-out = Lees dit voor, of laat het lezen:

begin-told-consent = Ik bewaar { $form ->
    [je] je
   *[u] uw
 } antwoorden en wat we samen opschrijven op dit apparaat, achter slot, om er later samen op terug te kijken, en { $form ->
    [je] je mag altijd zeggen dat je
   *[u] u mag altijd zeggen dat u
 } dat niet meer wilt.
begin-told-public-task = Ik bewaar { $form ->
    [je] je
   *[u] uw
 } antwoorden en wat we samen opschrijven op dit apparaat, achter slot, omdat dat hoort bij de publieke taak waarvoor ik hier ben, en { $form ->
    [je] je mag altijd zeggen dat je
   *[u] u mag altijd zeggen dat u
 } dat niet meer wilt.
begin-told-agreement = Ik bewaar { $form ->
    [je] je
   *[u] uw
 } antwoorden en wat we samen opschrijven op dit apparaat, achter slot, omdat dat hoort bij wat we samen hebben afgesproken, en { $form ->
    [je] je mag altijd zeggen dat je
   *[u] u mag altijd zeggen dat u
 } dat niet meer wilt.

begin-who = Wie zegt ja?
begin-who-oneself = De bewoner zelf
begin-who-together = De bewoner, samen met een ander
begin-who-representative = Een ouder, voogd of vertegenwoordiger
begin-minor = Jonger dan 16?
begin-minor-do = Dan moet een ouder of voogd ja zeggen. Kies hieronder wie dat doet.

begin-other-ground = Andere grondslag
begin-ground = Waarom mag u dit bewaren?
begin-ground-consent = Toestemming
begin-ground-consent-note = De bewoner zegt ja, en kan later nee zeggen.
begin-ground-public-task = Publieke taak
begin-ground-public-task-note = Het hoort bij een taak die in de wet staat, zoals de Wmo.
begin-ground-agreement = Overeenkomst
begin-ground-agreement-note = Het is nodig voor een afspraak met de bewoner.

begin-yes = Ja, dit gesprek mag bewaard worden
begin-yes-told = Dit is verteld, we gaan beginnen
begin-no = Nee, niet bewaren
begin-back-to-choice = Terug naar de keuze

begin-no-fine = Dat is goed
begin-no-what = Praten kan gewoon. Vul samen een web in op papier; dat blijft bij de bewoner.
begin-print = Leeg web printen
begin-erase-empty = Er is nog niets opgeschreven. Wis het begin van dit gesprek, dan is er niets meer van over.
begin-erase-filled = Er is al iets ingevuld in dit gesprek. Wissen haalt dat voorgoed weg.
begin-erase = Wis dit gesprek

begin-stands = Bewaren mag, sinds { $since }
begin-stands-told = Dit is toen verteld:
begin-see-bases = Bekijken of intrekken
begin-go-on = Naar het web invullen

begin-expect = Wat verwacht u zelf?
begin-expect-note = Alleen voor u. Kijk hiernaar vóór het scherm op tafel ligt.
