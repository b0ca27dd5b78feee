### Webben, en een eigen web binnenhalen

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
instruments-import-what = Heeft uw organisatie een eigen web, of toestemming voor de officiële woorden? Kies hier het bestand. Is er iets mis mee, dan leest u wat, en verandert er niets.
instruments-choose-file = Kies een bestand
instruments-choose-hint = Een bestand dat eindigt op .toml of .json
instruments-imported = ‘{ $title }’ is binnen. U kunt er een gesprek mee beginnen.
instruments-refused = Dit bestand kan zo niet binnenkomen. Er is niets veranderd.
