### De eerste keer: wat dit is, wie u bent, de wachtzin en de herstelcode.

welcome-title = Welkom bij Wijkweb
welcome-what = Met Wijkweb voert u een goed gesprek over wat iemand belangrijk vindt. Samen vult u het web in en kiest u één kleine stap.
welcome-here = Alles blijft op dit apparaat
welcome-here-note = Het werkt ook zonder internet. Er gaat niets weg zonder dat u het weet.
welcome-locked = Alles is versleuteld
welcome-locked-note = Alleen met uw wachtzin kan iemand het lezen.
welcome-resident = De bewoner beslist
welcome-resident-note = Er wordt niets bewaard zonder dat u het samen hebt afgesproken.
welcome-language = Taal van de schermen
welcome-not = Wijkweb is geen medisch dossier en geen product van iPH.
welcome-begin = Beginnen

welcome-sheet = Ik heb een herstelvel
welcome-sheet-title = Terugkomen met uw herstelvel
welcome-sheet-what = Bent u uw apparaten kwijt? Met uw herstelvel komt u terug in uw teams. Dat gaat in twee stappen.
welcome-sheet-first = Eerst zet u dit apparaat klaar: uw naam, een eigen wachtzin en een nieuwe herstelcode.
welcome-sheet-then = Daarna typt u van uw oude vel de code en de regel van een team over.
welcome-sheet-keep = Houd de twee codes uit elkaar: de oude brengt u terug in uw teams, de nieuwe opent dit apparaat.
welcome-sheet-begin = Klaarzetten

welcome-who = Wie bent u?
welcome-name = Uw naam
welcome-name-hint = Zoals bewoners u kennen. Een voornaam is genoeg.
welcome-name-missing = Vul een naam in. Die staat bij wat u opschrijft.
welcome-role = Uw rol (hoeft niet)
welcome-role-hint = Bijvoorbeeld wijkverpleegkundige of welzijnscoach.

welcome-secret = Kies een wachtzin
welcome-secret-what = Met uw wachtzin opent u Wijkweb. Een zin van losse woorden onthoudt u makkelijk en is moeilijk te raden.
welcome-passphrase = Wachtzin
welcome-passphrase-missing = Typ eerst een wachtzin.
welcome-passphrase-weak = Deze wachtzin is te makkelijk te raden. Zet er een paar losse woorden bij.
welcome-secret-next = Hierna krijgt u een herstelcode, voor als u de wachtzin vergeet.
welcome-setting-up = Even klaarzetten…

welcome-code = Bewaar uw herstelcode
welcome-code-what = Bent u uw wachtzin kwijt? Dan opent u Wijkweb met deze code.
welcome-code-once = U ziet de code alleen nu. Print hem of schrijf hem over.
welcome-code-where = Bewaar hem op een veilige plek, niet bij het apparaat.
welcome-code-nobody = Zonder wachtzin en zonder code kan niemand u helpen. Wij ook niet: wij hebben geen sleutel.
welcome-code-kept = Ik heb de code bewaard

welcome-confirm = Klopt de code op papier?
welcome-confirm-why = Typ de code over van uw papier. Zo weet u zeker dat hij goed is.
welcome-see-code = Code nog eens zien
welcome-later = Later doen
welcome-later-note = Doet u het later? Dan herinnert Vandaag u eraan. De code zelf ziet u niet meer; u kunt wel een nieuwe maken.
