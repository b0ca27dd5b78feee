### Hoe het delen ervoor staat: één regel op elk scherm, en wat iemand moet weten of doen. Geen internet is gewoon, dus geen alarm.

sync-only-here = Alleen op dit apparaat
sync-not-yet = Nog niet gedeeld
sync-shared-at = Gedeeld om { $time }
sync-shared-on = Gedeeld: { $day }
sync-waiting = { $count ->
    [one] 1 wacht om te delen
   *[other] { $count } wachten om te delen
 }
sync-waiting-offline = { $count ->
    [one] 1 wacht op verbinding
   *[other] { $count } wachten op verbinding
 }
sync-paused = Delen staat op pauze
sync-paused-waiting = { $count ->
    [one] Delen staat op pauze, 1 wacht
   *[other] Delen staat op pauze, { $count } wachten
 }
sync-for-wifi = Wacht op wifi
sync-for-wifi-waiting = { $count ->
    [one] 1 wacht op wifi
   *[other] { $count } wachten op wifi
 }
sync-busy = Bezig met delen
sync-busy-percent = Bezig met delen, { $percent }{"\u00A0"}%
sync-bringing = Bezig de doorgeefpost aan te vullen
sync-look = Delen vraagt om aandacht
sync-choose = { $count ->
    [one] In 1 gesprek is iets te kiezen
   *[other] In { $count } gesprekken is iets te kiezen
 }

## Na het wissen: nieuwe sleutels op elk apparaat dat het dossier kon lezen

sync-renewal-waiting = { $dossiers ->
    [one] Er is een dossier of gesprek gewist.
   *[other] Er zijn { $dossiers } dossiers of gesprekken gewist.
 } { $devices ->
    [one] Nog 1 apparaat krijgt nieuwe sleutels. Dat gaat vanzelf, binnen een dag, als het verbinding heeft.
   *[other] Nog { $devices } apparaten krijgen nieuwe sleutels. Dat gaat vanzelf, binnen een dag, als ze verbinding hebben.
 }
sync-renewal-late = { $devices ->
    [one] Nog 1 apparaat heeft geen nieuwe sleutels na het wissen. Het duurt nu langer dan een dag. Open Wijkweb op dat apparaat, met verbinding. Kan dat niet meer? Haal het apparaat uit het team.
   *[other] Nog { $devices } apparaten hebben geen nieuwe sleutels na het wissen. Het duurt nu langer dan een dag. Open Wijkweb op die apparaten, met verbinding. Kan dat niet meer? Haal het apparaat uit het team.
 }
sync-renewal-done-at = Na het wissen zijn alle sleutels vernieuwd, om { $time }. Geen apparaat van het team opent nog wat gewist is, ook niet uit een oude kopie van de doorgeefpost.
sync-renewal-done-on = Na het wissen zijn alle sleutels vernieuwd: { $day }. Geen apparaat van het team opent nog wat gewist is, ook niet uit een oude kopie van de doorgeefpost.

## Hetzelfde in een woord of twee, onder een duim

sync-short-only-here = Alleen hier
sync-short-not-yet = Nog niet
sync-short-shared = Gedeeld
sync-short-waiting = { $count ->
    [one] 1 wacht
   *[other] { $count } wachten
 }
sync-short-paused = Pauze
sync-short-for-wifi = Wifi
sync-short-busy = Bezig
sync-short-look = Kijk even

## Waar één onderdeel van een dossier is

sync-record-only-here = alleen op dit apparaat
sync-record-waiting = { $count ->
    [one] 1 wijziging wacht
   *[other] { $count } wijzigingen wachten
 }
sync-record-shared-at = gedeeld om { $time }
sync-record-shared-on = gedeeld: { $day }
sync-record-same = hetzelfde als bij de anderen
sync-record-sent-at = op slot verstuurd om { $time }
sync-record-sent-on = op slot verstuurd: { $day }

## Wat erin niet kwam van wie het schreef, en hoe zeker het is wie dat was

sync-vouched-file = { $by } heeft een deel hiervan ingelezen uit een bestand: { $day }. Volgens dat bestand is het geschreven door { $author }.
sync-vouched-handed-in = Een deel hiervan is geschreven door { $author }, die het niet meer kon versturen. { $by } heeft het overgenomen: { $day }.
sync-vouched-told = Een deel hiervan kwam via { $by }, die ervoor instaat. Volgens { $by } is het geschreven door { $author }. Hier sinds: { $day }.
sync-vouched-author = iemand die het team niet kent
sync-vouched-by = een collega
sync-flagged = Volgens het apparaat van { $by } klopt een samenvatting hiervan op de doorgeefpost niet. Sinds: { $day }. Wat ieder schreef, blijft bewaard. Vraag { $by } of daar hetzelfde staat als hier. Zo niet, vraag dan een beheerder van het team om mee te kijken.

## Wat niet vanzelf goed komt: eerst wat er is, dan (-do) wat u kunt doen

sync-problem-removed = Dit apparaat hoort niet meer bij het team.
sync-problem-removed-do = Wat van het team was, gaat van dit apparaat. Was iets nog niet verstuurd? Bij Team kunt u dat als bestand bewaren voor een collega. Wilt u weer meedoen? Vraag een nieuwe uitnodiging.
sync-problem-relay-changed = De doorgeefpost laat iets anders zien dan eerder.
sync-problem-relay-changed-do = Delen staat stil, voor de zekerheid. Bel wie de doorgeefpost beheert en vraag wat er is gebeurd. Uw gegevens staan veilig op dit apparaat.
sync-problem-relay-restored = De doorgeefpost is teruggezet uit een reservekopie.
sync-problem-relay-restored-do = Dit apparaat heeft teruggebracht wat de doorgeefpost kwijt was en dit apparaat nog had. Delen gaat verder als een beheerder van het team dat zegt. Uw gegevens staan veilig op dit apparaat.
sync-problem-copied = Dit apparaat is op twee plekken in gebruik, of te ver teruggezet.
sync-problem-copied-do = Iemand werkt met een kopie ervan, of het is teruggezet naar een moment van voor de nieuwe sleutels. Delen staat hier stil. Gebruik maar één van de twee, of maak van dit apparaat een nieuw apparaat. Hebt u geen kopie gemaakt en niets teruggezet? Bel dan een beheerder van het team.
sync-problem-put-back = { $count ->
    [one] Er kwam 1 ding terug dat dit apparaat zelf had verstuurd.
   *[other] Er kwamen { $count } dingen terug die dit apparaat zelf had verstuurd.
 }
sync-problem-put-back-do = De gegevens zijn teruggezet naar een eerder moment. Deed u dat zelf? Dan is alles in orde. Deed niemand dat? Dan werkt iemand met een kopie van dit apparaat. Bel een beheerder van het team.
sync-problem-newer-version = Er kwam iets binnen van een nieuwere Wijkweb.
sync-problem-newer-version-do = Werk Wijkweb op dit apparaat bij. Wat wacht, blijft bewaard.
sync-problem-aside = { $count ->
    [one] 1 ding kwam binnen dat niet klopt.
   *[other] { $count } dingen kwamen binnen die niet kloppen.
 }
sync-problem-aside-do = Het is apart gezet en verandert niets. Vraag een beheerder van het team om mee te kijken.
sync-aside-handed-in = { $count ->
    [one] 1 daarvan komt van { $by }, die het niet meer zelf kon versturen. Vraag { $by } wat het was, en schrijf het zelf op.
   *[other] { $count } daarvan komen van { $by }, die ze niet meer zelf kon versturen. Vraag { $by } wat het was, en schrijf het zelf op.
 }
sync-aside-handed-in-unnamed = { $count ->
    [one] 1 daarvan komt van iemand die het niet meer zelf kon versturen.
   *[other] { $count } daarvan komen van iemand die ze niet meer zelf kon versturen.
 }
sync-problem-missing = { $count ->
    [one] In 1 dossier ontbreekt nog iets.
   *[other] In { $count } dossiers ontbreekt nog iets.
 }
sync-problem-missing-do = Meestal komt het vanzelf. Duurt het langer dan een dag? Vraag wie de doorgeefpost beheert.
sync-problem-not-kept = Wat binnenkwam, kon hier niet bewaard worden.
sync-problem-not-kept-do = Is dit apparaat vol? Maak ruimte en kies Nu delen. Blijft dit staan? Controleer dan alles bij Instellingen, en bel een beheerder van het team.
sync-problem-clock = De klok van dit apparaat loopt verkeerd, of het certificaat van de doorgeefpost is verlopen.
sync-problem-clock-do = Kijk of datum en tijd van dit apparaat kloppen, en zet ze zo nodig goed. Daarna gaat delen vanzelf verder. Kloppen ze? Vertel het wie de doorgeefpost beheert. Wat u schrijft, staat hier veilig.
sync-problem-full = De doorgeefpost is vol.
sync-problem-full-do = Vraag wie de doorgeefpost beheert om meer ruimte. Wat wacht, blijft hier veilig staan.
sync-problem-not-registered = De doorgeefpost kent dit team niet.
sync-problem-not-registered-do = De toegangscode ontbreekt of klopt niet. Vraag die na bij wie de doorgeefpost beheert. Tot dan blijft alles op dit apparaat.
sync-problem-wish-refused = Iets wat u wilde, kon niet meer.
sync-problem-wish-refused-do = Iemand anders was u voor met delen, intrekken of een wijziging in het team. Kijk hoe het nu is en doe het zo nodig opnieuw.
sync-problem-went-along = { $count ->
    [one] 1 wijziging van u ging mee weg.
   *[other] { $count } wijzigingen van u gingen mee weg.
 }
sync-problem-went-along-do = Iemand heeft een gesprek of een dossier gewist waarin u iets had geschreven dat nog niet verstuurd was. Het is op alle apparaten weg. Moest het blijven? Overleg met wie het wiste.
sync-told-away = Gelezen
sync-problem-refused = { $count ->
    [one] 1 wijziging kon niet verstuurd worden.
   *[other] { $count } wijzigingen konden niet verstuurd worden.
 }
sync-problem-refused-do = Ze staan nog op dit apparaat. Kijk bij het dossier of u er nog bij mag, en vraag anders een beheerder van het team.

## Een beheerder laat een teruggezette doorgeefpost verdergaan

sync-resume-first = Vraag eerst iedereen om Wijkweb even te openen. Elk apparaat brengt dan terug wat de doorgeefpost kwijt was.
sync-resume = Delen laten verdergaan
sync-resume-sure = Delen laten verdergaan?
sync-resume-yes = Verdergaan
sync-resume-means = U zegt dat wat er nu op de doorgeefpost staat, klopt met wat u weet. Daarna stuurt en haalt iedereen weer.
sync-resume-later = Wie nu nog niet terug is, verliest niets: dat apparaat stuurt later opnieuw wat de doorgeefpost kwijt is. Ook wat het wilde delen of intrekken, doet het dan opnieuw.

## Een apparaat waarvan een kopie in gebruik is, wordt een nieuw apparaat

sync-new-device = Hier een nieuw apparaat van maken
sync-new-device-sure = Hier een nieuw apparaat van maken?
sync-new-device-yes = Nieuw maken
sync-new-device-means = Wat op dit apparaat staat, blijft. Het hoort niet bij het team tot het weer wordt toegelaten: met een code van een ander apparaat van u of van een beheerder, of met uw herstelblad.
sync-new-device-later = Daarna stuurt het wat nog niet verstuurd was. De andere kopie gaat verder zoals die is.
sync-put-back-yes = Dat heb ik gedaan
