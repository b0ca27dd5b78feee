### Zoeken in alles wat geschreven is.

search-title = Zoeken
search-words = Zoek op woorden
search-how = Zoek in alles wat geschreven is
search-how-what = Namen, buurten, opmerkingen, wat er gezegd is, het plan en de stappen.
search-how-words = Het begin van een woord is genoeg. Typt u meer woorden? Dan moeten ze er allemaal in staan.
search-nothing-do = Probeer een korter woord, of een ander woord voor hetzelfde.
search-found-list = Gevonden
search-found = { $count ->
    [one] 1 plek gevonden
   *[other] { $count } plekken gevonden
 }
search-found-more = De eerste { $count } plekken. Typ meer woorden om verder te zoeken.

search-kind-name = naam
search-kind-neighbourhood = buurt
search-kind-contact-person = aanspreekpunt
search-kind-remarks = opmerkingen in het dossier
search-kind-plan-part = plan
search-kind-step = stap in het plan
search-kind-step-note = hoe een stap ging
search-kind-place = plaats van een gesprek
search-kind-remark = opmerking bij een antwoord
search-kind-said = gezegd in een gesprek
search-kind-first-step = eerste stap in een gesprek
search-kind-other = tekst
