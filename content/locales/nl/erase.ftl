### Een bewoner voorgoed wissen.

erase-title = Voorgoed wissen
erase-lead = U wist alles van { $name }. Dit kan niet ongedaan worden gemaakt.
erase-goes = Dit gaat weg
erase-goes-talks = alle gesprekken, met cijfers, opmerkingen en wat er gezegd is
erase-goes-plan = het plan met alle stappen
erase-goes-dossier = het dossier: naam, aanspreekpunt, opmerkingen en afspraken
erase-stays = Dit blijft
erase-stays-sign = een leeg teken dat hier iets gewist is, zonder naam en zonder woorden, zodat het niet per ongeluk terugkomt
erase-stays-copies = kopieën op papier en bestanden die eerder zijn bewaard: daar kan Wijkweb niet bij
erase-stays-devices = wat anderen al gelezen hebben. Van hun apparaten gaat het weg zodra die weer verbinding hebben, ook wat zij nog niet verstuurd hadden
erase-copy-first = Eerst een kopie?
erase-copy-why = De bewoner mag alles meekrijgen, als bestand dat mensen en computers kunnen lezen. Het bestand is niet versleuteld: geef het mee en bewaar het zelf niet.
erase-copy = Kopie bewaren als bestand
erase-copy-at = Bewaard: { $path }
erase-type-name = Typ ‘{ $name }’ om zeker te weten dat u dit wilt
erase-other-name = Dit is een andere naam. Typ ‘{ $name }’. Er is nog niets gewist.
erase-passphrase = Uw wachtzin
erase-passphrase-hint = Zo kan niemand wissen die dit apparaat open vindt liggen.
erase-passphrase-missing = Typ uw wachtzin. Er is nog niets gewist.
erase-yes = Alles van { $name } wissen
erase-no = Niet wissen
erase-gone = Gewist
erase-gone-what = Alles is voorgoed weg
erase-gone-left = Liggen er nog kopieën op papier of in bestanden? Ruim die ook op.
erase-gone-keys = Was het dossier gedeeld? Dan gaat het van de andere apparaten zodra die verbinding hebben. Elk apparaat dat het kon lezen, krijgt nieuwe sleutels. Bij Team ziet u wanneer dat klaar is.
erase-to-residents = Naar de bewoners
