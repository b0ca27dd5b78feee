### Instellingen

settings-title = Meer
settings-lock = Nu vergrendelen
settings-looks = Zo ziet de app eruit
settings-language = Taal
settings-nl = Nederlands
settings-en = English
settings-theme = Licht of donker
settings-theme-system = Zoals het apparaat
settings-theme-light = Licht
settings-theme-dark = Donker
settings-text-size = Grootte van de letters
settings-percent = { $percent } %
settings-times = Vanzelf op slot
settings-idle = Na hoeveel minuten zonder aanraking?
settings-talk = En tijdens een gesprek?
settings-talk-hint = Een gesprek heeft stiltes. Dan mag het langer duren.
settings-minutes = { $minutes } minuten
settings-person = Over jou
settings-name = Je naam
settings-name-hint = Zoals bewoners je kennen
settings-name-missing = Vul een naam in van één regel.
settings-role = Wat je doet
settings-more = Meer instellen
settings-sample = Voorbeeldwijk
settings-sample-what = Een wijk met bewoners die niet bestaan. Handig om rond te kijken en te oefenen. Je herkent ze aan het woord ‘voorbeeld’.
settings-sample-load = Voorbeeldwijk laden
settings-sample-remove = Voorbeeldwijk weghalen
settings-sample-sure = De voorbeeldwijk weghalen?
settings-sample-remove-what = Alles van de voorbeeldbewoners gaat weg, ook wat je er zelf bij schreef. Je eigen bewoners blijven.

## Veiligheid van de gegevens

security-title = Wachtzin en herstelcode
security-note = Hoe deze app op slot gaat
security-passphrase = Wachtzin
security-old = Je wachtzin van nu
security-new = Nieuwe wachtzin
security-change = Wachtzin veranderen
security-code = Herstelcode
security-code-kept = Je hebt laten zien dat je de herstelcode bewaart. Daarmee kom je er weer in als je de wachtzin vergeet.
security-code-not-kept = Je hebt nog niet laten zien dat je de herstelcode bewaart. Zonder code kan niemand je helpen als je de wachtzin vergeet. Typ hem hier over.
security-code-new = Dit is je nieuwe herstelcode
security-code-passphrase = Je wachtzin
security-code-hint = Voor een nieuwe code. De oude code werkt dan niet meer.
security-code-make = Nieuwe herstelcode maken
security-device = Sneller openen op dit apparaat
security-device-what = Dit apparaat heeft een eigen kluis voor geheimen. Daarmee kan de app opengaan zonder wachtzin, of met een pincode. Doe dit alleen op een apparaat dat zelf goed op slot gaat.
security-remember = Onthouden op dit apparaat
security-forget = Niet meer onthouden
security-pin = Pincode
security-pin-hint = Zes cijfers of meer, geen rijtje zoals 123456
security-pin-weak = Kies zes cijfers of meer, en geen rijtje zoals 123456.
security-pin-set = Pincode instellen
security-pin-remove = Pincode weghalen
security-no-key-store = Dit apparaat heeft geen kluis voor geheimen die de app kan gebruiken. Openen gaat dus met je wachtzin.

## Instrumenten

instruments-title = Webben
instruments-note = Welke vragen er zijn, en een eigen web binnenhalen
instruments-not-iph = De korte namen en vragen zijn van ons. Dit is geen product van het iPH.
instruments-size = { $items ->
    [0] { $dimensions } cijfers
   *[other] { $dimensions } onderdelen, { $items } vragen
}
instruments-used = { $count ->
    [0] nog niet gebruikt
    [one] 1 gesprek
   *[other] { $count } gesprekken
}
instruments-older = oudere versie
instruments-print = Leeg web printen
instruments-import = Een eigen web binnenhalen
instruments-import-what = Heeft jouw organisatie een eigen web, of toestemming voor de officiële woorden? Kies hier het bestand. Is er iets mis mee, dan lees je wat, en verandert er niets.
instruments-choose-file = Kies een bestand
instruments-choose-hint = Een bestand dat eindigt op .toml of .json
instruments-imported = ‘{ $title }’ is binnen. Je kunt er een gesprek mee beginnen.
instruments-refused = Dit bestand kan zo niet binnenkomen. Er is niets veranderd.

## Alles in één bestand

backup-title = Alles in één bestand
backup-note = Bewaren, en terughalen op een ander apparaat
backup-export = Alles bewaren
backup-export-what = Alle dossiers, plannen en gesprekken gaan in één bestand. Het bestand gaat op slot met een eigen wachtzin.
backup-export-not = Niet mee gaan: je instellingen, het logboek, en wat je vooraf alleen voor jezelf aantikte.
backup-passphrase = Wachtzin voor dit bestand
backup-export-do = Bestand maken
backup-written = Het bestand staat hier
backup-import = Terughalen
backup-import-what = Haal een bestand terug dat je met Wijkweb maakte. Wat hier al is, blijft. Wat hier is gewist, blijft gewist.
backup-choose-file = Kies het bestand
backup-file-chosen = Gekozen: { $name }
backup-file-missing = Kies eerst een bestand.
backup-file-passphrase = Wachtzin van het bestand
backup-import-do = Terughalen
backup-done = Klaar
backup-added = { $count ->
    [one] 1 onderdeel kwam erbij.
   *[other] { $count } onderdelen kwamen erbij.
}
backup-merged = { $count ->
    [one] 1 onderdeel is aangevuld.
   *[other] { $count } onderdelen zijn aangevuld.
}
backup-same = { $count ->
    [one] 1 onderdeel was al gelijk.
   *[other] { $count } onderdelen waren al gelijk.
}
backup-erased = { $count ->
    [one] 1 onderdeel is hier gewist en blijft gewist.
   *[other] { $count } onderdelen zijn hier gewist en blijven gewist.
}
backup-unreadable = { $count ->
    [one] 1 onderdeel was niet te lezen. Daarvan is niets veranderd.
   *[other] { $count } onderdelen waren niet te lezen. Daarvan is niets veranderd.
}
backup-lists = Lijsten opnieuw maken
backup-lists-what = Klopt een lijst niet, of vind je iets niet terug? De app kan alle lijsten opnieuw maken. Er gaat niets verloren.
backup-lists-do = Opnieuw maken
backup-rebuilt = { $count ->
    [one] Klaar: 1 onderdeel gelezen.
   *[other] Klaar: { $count } onderdelen gelezen.
}

## Logboek

access-log-title = Logboek
access-log-note = Wie wat opende, en wanneer
access-log-what = Hier staat wie wat deed, en wanneer. Nooit wat erin stond.
access-log-broken = Het logboek is veranderd buiten de app om.
access-log-broken-do = Sla het logboek op als bestand en laat het zien aan wie bij jullie over privacy gaat.
access-log-none = Nog geen regels
access-log-none-what = Open je een dossier, dan komt hier een regel bij.
access-log-latest = Naar de laatste
access-log-earlier = Eerdere regels
access-log-export = Opslaan als bestand
access-log-when = Wanneer
access-log-who = Wie
access-log-event = Wat
access-log-whose = Van wie
access-log-gone = gewist dossier
access-log-all = alles
access-event-opened = geopend
access-event-printed = geprint
access-event-exported = als bestand bewaard
access-event-imported = teruggehaald
access-event-shared = gedeeld
access-event-withdrawn = toestemming ingetrokken
access-event-erased = gewist

## Over

about-title = Over Wijkweb
about-note = Wat het is, en wat niet
about-is = Wat het is
about-is-what = Wijkweb helpt bij het gesprek over Positieve Gezondheid. Jullie vullen samen het web in, praten erover en spreken één kleine stap af. Het werkt ook zonder internet.
about-not = Wat het niet is
about-not-record = Het is geen medisch dossier. Wat daarin hoort, zet je in je eigen systeem.
about-not-iph = Het is geen product van het iPH. Het idee komt van Machteld Huber en het iPH; de woorden hier zijn van ons.
about-not-measure = Het is geen meting. Er is geen totaalscore, en geen goed of fout.
about-not-checked = De versleuteling gebruikt bekende bouwstenen, maar is nog niet door buitenstaanders getest.
about-data = Jouw gegevens
about-data-here = Alles staat op dit apparaat. Er gaat niets naar buiten.
about-data-locked = Het staat op slot met jouw wachtzin. Wij kunnen er niet bij.
about-data-never-deleted = De app gooit nooit uit zichzelf iets weg. Alleen jij kunt wissen.
about-data-responsible = Spreek met je team af wie verantwoordelijk is voor de gegevens, en hoe lang jullie ze bewaren.
about-made = Hoe het gemaakt is
about-made-what = Wijkweb is open: iedereen mag de code bekijken, gebruiken en verbeteren, onder de licentie EUPL-1.2.
about-version = Versie { $version }
