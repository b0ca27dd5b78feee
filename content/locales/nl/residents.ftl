### De bewoners: zoeken op naam terwijl u typt.

residents-title = Bewoners
residents-with-whom = Met wie praat u?
residents-find = Zoek op naam
residents-add = Bewoner toevoegen
residents-add-name = { $name } toevoegen
residents-more = Meer bewoners laten zien
residents-last-talk = laatste gesprek { $day }
residents-no-talk = nog geen gesprek
residents-unfinished = nog niet af
residents-sample = voorbeeld
residents-found = { $count ->
    [one] 1 bewoner gevonden
   *[other] { $count } bewoners gevonden
 }
residents-found-more = De eerste { $count } bewoners. Typ verder om te zoeken.
residents-none = Hier komen de bewoners te staan
residents-none-how = Voeg iemand toe met wie u gaat praten. Een voornaam is genoeg.
residents-not-found = Niemand heet ‘{ $name }’
residents-not-found-how = Kijk of de naam anders geschreven is. Is het iemand nieuw? Voeg die dan toe.
