### Het team: wie erbij horen, met welke apparaten, iemand binnenlaten, en weggaan. Zeg eerlijk wat weghalen wel en niet doet.

team-title = Team
team-through = Deelt via doorgeefpost { $relay }
team-to-team = Naar het team
team-name = Naam van het team
team-name-hint = Zoals bewoners het kennen, bijvoorbeeld Wijkteam Stevenshof
team-relay = Adres van de doorgeefpost
team-passphrase = Uw wachtzin
team-passphrase-hint = Zo weet het team dat u het bent.
team-passphrase-missing = Typ uw wachtzin. Er is nog niets veranderd.

## Nog geen team

team-none = U werkt nu alleen
team-none-what = Met een team lezen collega’s mee in wat u met de bewoner hebt afgesproken. Ieder werkt gewoon door zonder internet. Later komt alles bij elkaar.
team-none-stays = Een team maken verstuurt nog niets. U kiest per dossier wat u deelt, samen met de bewoner.
team-none-relay = De apparaten geven elkaar alles door via een doorgeefpost. Alles is versleuteld: de doorgeefpost kan niets lezen.

## Meer dan één team

team-switch = In welk team u nu werkt
team-switch-all = Al uw teams
team-several = Uw teams
team-several-choose = Kies boven aan het scherm een team. Dan ziet u wie erbij hoort.
team-one-more = Nog een team
team-one-more-what = U kunt in meer teams werken. Wat van het ene team is, komt nooit vanzelf bij het andere.
team-choose-first = Kies eerst een team.
team-taken-out = Dit apparaat hoort niet meer bij { $team }
team-taken-out-seen = Begrepen
team-unsent = U bent uit { $team }
team-unsent-count = { $count ->
    [one] 1 wijziging was nog niet verstuurd.
   *[other] { $count } wijzigingen waren nog niet verstuurd.
 }
team-unsent-what = Bewaar ze als bestand en geef dat aan een collega uit het team. Die haalt het terug bij Instellingen, en staat ervoor in dat het klopt. Wat is ingetrokken of gewist, gaat niet mee.
team-unsent-save = Bewaren als bestand
team-unsent-passphrase = Vertel uw collega deze wachtzin, niet op dezelfde weg als het bestand.
team-unsent-away = Weggooien
team-unsent-sure = Wat niet verstuurd is weggooien?
team-unsent-sure-what = { $count ->
    [one] 1 wijziging gaat voor altijd van dit apparaat. Een bestand dat u al maakte, blijft.
   *[other] { $count } wijzigingen gaan voor altijd van dit apparaat. Een bestand dat u al maakte, blijft.
 }
team-gives = Wat een team u geeft
team-gives-share = Delen wat is afgesproken
team-gives-share-note = Alleen het plan, één gesprek of het hele dossier
team-gives-hand-over = Een warme overdracht
team-gives-hand-over-note = Als iemand weggaat of ziek is, gaat de bewoner niet verloren
team-gives-devices = Uw telefoon en uw laptop
team-gives-devices-note = Op beide hetzelfde, zonder dat iemand anders meeleest

## Een team maken

team-make = Team maken
team-make-what = U wordt de beheerder. Daarna kunt u anderen uitnodigen.
team-make-name-missing = Geef het team een naam.
team-make-name-wrong = Neem een naam van één regel.
team-make-relay-hint = Vraag dit aan wie de doorgeefpost beheert, bijvoorbeeld doorgeefpost.gemeente.nl
team-make-relay-missing = Vul het adres van de doorgeefpost in.
team-make-relay-wrong = Dit is geen adres. Typ het over zoals u het kreeg.
team-make-relay-sees = De doorgeefpost ziet wanneer apparaten iets sturen en hoeveel, maar geen namen en geen woorden.
team-make-stays = Er gaat nog niets van dit apparaat. Dat gebeurt pas als u het met de bewoner afspreekt.
team-make-offline = Het kan ook zonder internet. De doorgeefpost hoort het later.
team-make-do = Team maken
team-token-fold = Kreeg u een toegangscode?
team-token = Toegangscode van de doorgeefpost
team-token-hint = Alleen als de doorgeefpost erom vraagt

## Wie erbij hoort

team-people = Wie erbij hoort
team-you = { $name } (u)
team-no-name-yet = Naam volgt nog
team-device-count = { $count ->
    [0] geen apparaat
    [one] 1 apparaat
   *[other] { $count } apparaten
 }
team-role-owner = Beheerder
team-role-owner-note = Nodigt mensen uit, haalt ze weg en geeft rollen. Leest wat met het team gedeeld is.
team-role-member = Teamlid
team-role-member-note = Leest wat met het team of met hem of haar gedeeld is, en deelt zelf.
team-role-helper = Naaste of vrijwilliger
team-role-helper-note = Leest alleen wat de bewoner goed vindt: het plan of één gesprek.
team-role-resident = Bewoner
team-role-resident-note = Ziet op een eigen apparaat alleen het eigen dossier, en vult daar zelf het web in.

## Eén persoon

team-member = Iemand in het team
team-member-gone = Niet meer in het team
team-member-gone-what = Deze persoon is weg uit het team, of dit apparaat weet nog niet van hem of haar.
team-member-may = Wat deze persoon kan
team-member-last-owner = De enige beheerder. Een team kan niet zonder.
team-role-change = Andere rol geven
team-role-new = Nieuwe rol
team-role-change-what = Wat deze persoon al gelezen heeft, blijft gelezen. Voortaan geldt de nieuwe rol.
team-member-holds = { $count ->
    [one] 1 dossier staat alleen nog bij { $name }
   *[other] { $count } dossiers staan alleen nog bij { $name }
 }
team-member-holds-do = In het team kan niemand ze openen. Maak deze persoon weer collega, dan kan die ze overdragen.
team-role-change-yes = Rol veranderen
team-devices = Apparaten
team-device-this = Dit apparaat
team-device-n = Apparaat { $n }
team-device-paper = Herstelvel op papier
team-device-paper-note = Geen apparaat: hiermee komt deze persoon terug als alle apparaten weg zijn. Een nieuwe herstelcode vervangt het.
team-member-away = Ziek of weg
team-member-away-what = Bekijk wat er loopt, en draag over wat u kunt lezen. De bewoner wordt eerst gevraagd.
team-member-running = Wat er loopt bij { $name }
team-remove = Weghalen
team-remove-device-one = Weghalen: { $device }
team-remove-device-yes = Apparaat weghalen
team-remove-device-lost = Apparaat kwijt of gestolen? Haal het meteen weg, en bel wie bij u over privacy gaat.
team-remove-fold = { $name } uit het team halen
team-remove-yes = { $name } weghalen
team-remove-new = Er komt niets nieuws meer bij. Wat anderen hierna schrijven, is daar niet te lezen.
team-remove-copies = Wijkweb wist daar wat van het team is, zodra dat apparaat weer verbinding heeft.
team-remove-read = Wat gelezen is, blijft gelezen. Dat kan niemand terughalen.
team-remove-only-opener = { $count ->
    [one] 1 dossier kan alleen { $name } openen
   *[other] { $count } dossiers kan alleen { $name } openen
 }
team-remove-only-opener-do = Laat die eerst overdragen. Anders kan in het team niemand ze nog openen.
team-remove-only-keeper = { $count ->
    [one] 1 dossier bewaart alleen { $name }, en anderen lezen mee
   *[other] { $count } dossiers bewaart alleen { $name }, en anderen lezen mee
 }
team-remove-only-keeper-do = Wie meeleest, kan dat blijven doen, maar niemand zorgt er dan nog voor. Geef ze een opvolger. Wie meeleest kan dat ook later doen, bij ‘Overdragen wat loopt’.

## Hoe het delen ervoor staat

team-state = Hoe het delen ervoor staat
team-state-how = Delen gaat vanzelf als er internet is. U kunt altijd gewoon doorwerken.
team-state-long = Alles ophalen. U kunt gewoon doorwerken.
team-share-now = Nu delen
team-pause = Pauze
team-go-on = Weer gaan delen
team-conflicts = Hier is iets te kiezen
team-conflicts-what = Op twee apparaten is tegelijk iets anders geantwoord. Er is niets weg: u kiest wat klopt.
team-conflict-of = gesprek van { $day }

## Iemand binnenlaten

team-invite = Uitnodigen
team-invite-own = Mijn andere apparaat
team-invite-own-note = Uw telefoon of laptop: daar staat straks hetzelfde.
team-invite-what = U laat straks een code zien. De ander scant of typt die. Daarna kijkt u samen of op beide schermen dezelfde cijfers staan.
team-invite-whom = Wie nodigt u uit?
team-invite-resident-how = Een bewoner nodigt u uit vanuit het dossier, bij ‘Wie kan dit lezen’.
team-invite-make = Uitnodiging maken
team-invite-for = Uitnodiging voor: { $role }
team-invite-for-own = Uitnodiging voor een ander apparaat van uzelf
team-invite-for-resident = Uitnodiging voor de bewoner, op een eigen apparaat
team-invite-scan = Scannen
team-invite-scan-how = Scan dit met de camera van het andere apparaat. Plak de link daarna in Wijkweb, bij ‘Aansluiten bij een team’.
team-invite-qr = QR-code van de uitnodiging. Hieronder staat hetzelfde om te typen.
team-invite-link = Toon de link
team-invite-type = Of typen
team-invite-step-open = Open Wijkweb op het andere apparaat. Kies ‘Aansluiten bij een team’.
team-invite-step-code = Typ deze code:
team-invite-step-relay = Typ dit adres van de doorgeefpost:
team-invite-left = Nog { $time }
team-invite-over = De uitnodiging is verlopen
team-invite-once = De code werkt één keer. Geef hem alleen aan wie u wilt binnenlaten, niet via de mail of een appje.
team-invite-stop = Stoppen
team-under-way = Er loopt een uitnodiging
team-under-way-do = Ga daarmee verder

## Aansluiten

team-join = Aansluiten bij een team
team-join-what = Iemand in het team laat een code zien. Typ die hier over, of plak de link.
team-join-code = Code of link
team-join-code-hint = Hoofdletters en streepjes maken niet uit.
team-join-code-missing = Typ de code of plak de link.
team-join-relay-hint = Dit staat op het andere scherm, onder de code.
team-join-relay-missing = Typ het adres dat onder de code staat.
team-join-stays = Wat al op dit apparaat staat, blijft hier. Aansluiten verstuurt daar niets van.
team-join-do = Aansluiten
team-join-already = Dit is het eigen apparaat van een bewoner
team-join-already-what = Zo’n apparaat hoort bij één team: het team dat de bewoner laat meelezen.
team-joining = Even wachten op het andere apparaat.

## De cijfers op beide schermen

team-at-inviting = Laat deze code zien
team-at-joining = Aansluiten
team-at-check = Dezelfde cijfers?
team-at-failed = Dat lukte niet
team-at-done = Gelukt
team-check = Kijk op beide schermen
team-check-invites = Iemand wil bij uw team.
team-check-joins = U sluit aan bij een team. Het andere apparaat laat u binnen.
team-check-what = Staan op beide schermen dezelfde zes cijfers?
team-check-how = Lees ze elkaar voor. Zijn ze niet hetzelfde? Dan zit er misschien iemand tussen.
team-check-yes = Ja, dezelfde
team-check-no = Nee, andere
team-check-wait = U zei ja. Nu het andere apparaat nog.
team-done = Gelukt: { $name }
team-done-what = De namen en wat gedeeld is, komen vanzelf. De eerste keer kan dat even duren.
team-again = Opnieuw beginnen

## Weggaan

team-leave = Weggaan of ziek
team-leave-hand-over = Draag eerst over wat loopt. Dan weet de bewoner bij wie hij of zij terechtkan.
team-to-running = Overdragen wat loopt
team-leave-fold = Uit het team gaan
team-leave-yes = Uit het team gaan
team-leave-stays = Wat alleen u bewaart, blijft op dit apparaat.
team-leave-goes = Wat van het team is, gaat van dit apparaat.
team-leave-back = Terugkomen kan met een nieuwe uitnodiging.
team-leave-only-opener = { $count ->
    [one] 1 dossier kan alleen u openen. Uw team kan daar straks niet meer bij.
   *[other] { $count } dossiers kan alleen u openen. Uw team kan daar straks niet meer bij.
 }
team-leave-only-keeper = { $count ->
    [one] 1 dossier bewaart alleen u, en anderen lezen mee. Straks zorgt niemand er meer voor.
   *[other] { $count } dossiers bewaart alleen u, en anderen lezen mee. Straks zorgt niemand er meer voor.
 }
team-leave-last-owner = U bent de enige beheerder
team-leave-last-owner-do = Maak eerst iemand anders beheerder: kies bij ‘Wie erbij hoort’ een teamlid. Daarna kunt u weg.
