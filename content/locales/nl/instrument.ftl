### Woorden bij vragenlijsten: wat ze zijn, en wat er mis is met een bestand.

instrument-wording-own = eigen woorden
instrument-wording-official = officiële woorden, met toestemming
instrument-audience-adult = voor volwassenen
instrument-audience-simple = kort en eenvoudig
instrument-audience-child = voor kinderen
instrument-audience-youth = voor jongeren
instrument-audience-other = voor anderen
instrument-counts = { $dimensions } onderdelen, { $items ->
    [0] één cijfer per onderdeel
    [one] { $items } vraag
   *[other] { $items } vragen
 }

## Waar in het bestand

instrument-place-file = { $file }
instrument-place-line = { $file }, regel { $line }, teken { $column }
instrument-place-path = { $file } ({ $path })
instrument-place-line-path = { $file }, regel { $line }, teken { $column } ({ $path })
instrument-list-or = { $first } of { $last }

## Wat er mis is, en wat helpt

instrument-problem-too-large = Het bestand is te groot.
instrument-remedy-too-large = Kies een bestand van hooguit { $kibibytes } KiB.

instrument-problem-not-text = Dit is geen tekstbestand in UTF-8.
instrument-remedy-not-text = Sla het bestand op als tekst met codering UTF-8.

instrument-problem-syntax = { $notation ->
    [json] Dit is geen goede JSON
   *[other] Dit is geen goede TOML
 }: { $message }.
instrument-remedy-syntax = Herstel het bestand op deze plek. Vaak mist er een aanhalingsteken, komma of haakje, of staat er een te veel.

instrument-problem-wrong-type = Hier hoort { $expected ->
    [text] een tekst
    [number] een heel getal
    [list] een lijst
   *[table] een groep met sleutels
 }.
instrument-remedy-wrong-type = { $expected ->
    [text] Zet een tekst tussen aanhalingstekens.
    [number] Zet een heel getal neer, zonder aanhalingstekens.
    [list] Zet een lijst neer, tussen rechte haken.
   *[table] Zet sleutels en waarden neer, tussen accolades.
 }

instrument-problem-unknown-key = De sleutel "{ $key }" kennen we hier niet.
instrument-remedy-unknown-key = { $known ->
    [none] Haal hem weg.
   *[other] Haal hem weg of kies { $known }.
 }

instrument-problem-missing-key = De sleutel "{ $key }" ontbreekt.
instrument-remedy-missing-key = Voeg "{ $key }" toe.

instrument-problem-empty-text = Deze tekst is leeg.
instrument-remedy-empty-text = Vul de tekst in, of haal de sleutel weg als dat mag.

instrument-problem-too-long = Deze tekst heeft { $chars } tekens.
instrument-remedy-too-long = Maak er hooguit { $max } tekens van.

instrument-problem-control-character = In deze tekst staat een onzichtbaar teken ({ $code }).
instrument-remedy-control-character = Haal dat teken weg. Zet de tekst op één regel.

instrument-problem-bad-code = De code "{ $code }" kan hier niet.
instrument-remedy-bad-code = { $rule ->
    [kebab] Gebruik kleine letters, cijfers en losse streepjes, zoals "onze-vragen".
   *[capital] Gebruik hoofdletters en cijfers, met een letter voorop, hooguit 16 tekens, zoals "LF1".
 }

instrument-problem-unknown-choice = De keuze "{ $choice }" kennen we hier niet.
instrument-remedy-unknown-choice = Kies { $known }.

instrument-problem-duplicate = "{ $code }" staat er twee keer.
instrument-remedy-duplicate = Geef een van de twee een andere code, of haal er een weg.

instrument-problem-missing-language = Hier ontbreken de woorden in het { $language ->
    [en] Engels
   *[nl] Nederlands
 }.
instrument-remedy-missing-language = Voeg "{ $language }" toe, of haal "{ $language }" weg uit "languages".

instrument-problem-extra-language = Hier staan woorden in het { $language ->
    [en] Engels
   *[nl] Nederlands
 }, maar "languages" noemt die taal niet.
instrument-remedy-extra-language = Voeg "{ $language }" toe aan "languages", of haal deze woorden weg.

instrument-problem-other-scale = Deze schaal kan de app niet tekenen.
instrument-remedy-other-scale = Gebruik "min" 0, "max" 10 en "step" 1. Andere schalen kunnen nog niet.

instrument-problem-out-of-range = Dit getal kan hier niet.
instrument-remedy-out-of-range = Kies een heel getal van { $min } tot en met { $max }.

instrument-problem-wrong-count = Deze lijst is { $count } lang.
instrument-remedy-wrong-count = Zorg dat er { $min } tot en met { $max } in staan.

instrument-problem-more = Er is nog meer mis.
instrument-remedy-more = Verbeter eerst wat hierboven staat en probeer het dan opnieuw.
