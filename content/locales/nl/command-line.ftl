### Op de opdrachtregel: wat gevraagd wordt, wat het antwoord is, en wat alleen daar mis kan gaan.

command-line-ask = Wachtzin:
command-line-ask-new = Nieuwe wachtzin:
command-line-ask-again = Nog een keer dezelfde:
command-line-ask-file = Wachtzin van het bestand:
command-line-ask-code = Herstelcode:
command-line-code = Dit is uw herstelcode. U ziet de code alleen deze keer. Zonder wachtzin opent de code uw gegevens: bewaar de code op papier, op een andere plek.
command-line-code-file = De herstelcode staat in { $path }. Zonder wachtzin opent de code uw gegevens: zet de code op papier, bewaar dat op een andere plek en wis het bestand.
command-line-link = Of geef deze link:
command-line-same = Zijn de zes cijfers op beide schermen gelijk? (ja/nee)

command-line-not-set-up = In deze map staat nog niets.
command-line-not-set-up-do = Begin met `wijkweb-cli init`, of noem een andere map met --data.
command-line-set-up-already = In deze map staat al een Wijkweb.
command-line-set-up-already-do = Gebruik die, of noem een andere map met --data. Er is niets veranderd.
command-line-no-terminal = Er is geen scherm om de wachtzin te vragen.
command-line-no-terminal-do = Geef de wachtzin met --passphrase-fd of --passphrase-file; die van een bewaard bestand met --file-passphrase-fd of --file-passphrase-file.
command-line-no-secret = Er staat geen wachtzin waar die gelezen moet worden.
command-line-no-secret-do = Zet de wachtzin op de eerste regel van het bestand, of stuur die als één regel.
command-line-secrets-differ = U typte niet twee keer hetzelfde.
command-line-secrets-differ-do = Probeer het nog eens. Er is niets veranderd.
command-line-unread = { $path } kan niet gelezen worden.
command-line-unread-do = Kijk of het bestand er is, of u het mag lezen en of het niet te groot is. Er is niets veranderd.
command-line-unwritten = { $path } kan niet geschreven worden.
command-line-unwritten-do = Noem een bestand dat er nog niet is, in een map waar u mag schrijven.
command-line-not-json = Het bestand is niet zoals het moet zijn, op regel { $line }, plaats { $column }.
command-line-not-json-do = Kijk daar, en leg docs/how-to/conversation-json.md ernaast. Er is niets veranderd.
command-line-no-digits = Er is niemand om te zeggen of de cijfers gelijk zijn.
command-line-no-digits-do = Doe het op een scherm waar u kunt typen, of geef de cijfers van de andere kant met --digits-fd, als één regel. Niemand is toegelaten.
command-line-no-relay = De doorgeefpost is nu niet te bereiken.
command-line-no-relay-do = Kijk of het adres klopt en of er internet is, en probeer het later nog eens met hetzelfde vel. Er is niets verloren.
command-line-no-client = Dit systeem geeft geen manier om een doorgeefpost te bereiken.
command-line-no-client-do = Kijk of het systeem zijn certificaten heeft (op Debian: ca-certificates). Wat u daarvoor vroeg, is gedaan.
command-line-output = Het antwoord kon niet geschreven worden.
command-line-output-do = Kijk of het programma dat het leest er nog is, en of de schijf vol is. Wat u vroeg, is gedaan.
