### Het web: de tekening, de tabel, naast elkaar leggen, plat op tafel, en het lege web op papier.

## Bij een naam

# "6,2 (6 van 8)"; what stands between brackets stays on one line.
web-part-of = { $mark } ({ $answered }{"\u00A0"}van{"\u00A0"}{ $of })

## In zinnen

web-sentence-title = Het web van { $when }.
web-sentence-axis = { $label } { $what }.
web-sentence-place = { $label } { $place ->
    [middle] dicht bij het midden
    [halfway] halverwege
   *[rim] dicht bij de rand
 }.
web-open-dimension = { $label } { $what }

## Aanpassen

web-adjust-hint = Sleep een punt, of tik op een lijn. Met het toetsenbord: pijltjes, cijfers, of Delete om te wissen.

## Als tabel

web-as-table = Als tabel
web-table-caption = Het web van { $when }, als tabel
web-table-dimension = Onderdeel
web-table-own-mark = eigen cijfer
web-table-mean = gemiddelde, { $answered } van { $of } ingevuld
web-table-not-asked = niet in dit web

## Met een eerder web

web-compare = Leg er een eerder web over
web-compare-one = Web van { $when } eroverheen
web-small-multiples = Alle webben
web-open-web = Bekijk het web van { $when }

## Plat op tafel

web-flat = Plat op tafel
web-flat-seat = Waar zit de ander?
web-flat-seat-opposite = tegenover mij
web-flat-seat-left = links van mij
web-flat-seat-right = rechts van mij
web-flat-to-me = Draai naar mij
web-flat-to-you = Draai naar { $form ->
    [je] jou
   *[u] u
 }

## Leeg web om te printen

web-blank-title = Mijn web
web-blank-how = Zet op elke lijn een stip. { $low } staat in het midden, { $high } aan de rand. Overslaan mag. Verbind daarna de stippen.
web-blank-name = Naam
web-blank-date = Datum
web-blank-notice = Dit valt mij op
web-blank-talk = Hier wil ik over praten
