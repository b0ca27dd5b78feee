### Een bewoner toevoegen, en later aanpassen.

add-resident-title = Bewoner toevoegen
add-resident-name = Voornaam of roepnaam
add-resident-name-hint = Zoals de bewoner zelf wil heten. Een achternaam is niet nodig.
add-resident-name-missing = Vul een naam in. Een voornaam is genoeg.
add-resident-team = Dit dossier komt bij { $team }.
add-resident-no-team = Dit dossier blijft alleen op dit apparaat, tot u het met een team deelt.
add-resident-nudge-surname = Dit lijkt ook een achternaam. Een voornaam is genoeg, maar u mag het zo laten.
add-resident-nudge-bsn = Dit lijkt een BSN. Laat dat nummer liever weg: u hebt het hier niet nodig.
add-resident-form = Hoe spreekt u de bewoner aan?
add-resident-u = u
add-resident-je = je
add-resident-more = Meer vertellen (hoeft niet)
add-resident-neighbourhood = Buurt
add-resident-born = Geboren
add-resident-born-untold = niet verteld
add-resident-language = Leest liever
add-resident-language-hint = Voor de schermen en de kopie van de bewoner.
add-resident-and-talk = Opslaan en gesprek beginnen
add-resident-only = Alleen opslaan
