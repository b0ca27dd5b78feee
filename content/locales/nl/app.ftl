### Wat om elk scherm heen staat: navigatie, bezoek, wachtzin en herstelcode als onderdeel, titels van het venster.

app-nav = Hoofdmenu
app-nav-today = Vandaag
app-nav-residents = Bewoners
app-nav-search = Zoeken
app-nav-team = Team
app-nav-settings = Instellingen
app-skip = Naar de inhoud
app-lock = Vergrendelen

app-visit-note = U bent op bezoek. Andere namen zijn nu niet te zien.
app-visit-end = Bezoek klaar

app-not-here = Deze pagina is er niet
app-not-here-do = Misschien is er iets gewist, of klopt de link niet meer. Ga terug naar Vandaag.
app-cannot-start = Wijkweb kan nog niet beginnen

## Een geheim typen

app-show-secret = Laat zien
app-hide-secret = Verberg

app-passphrase-hint = Neem vier of meer losse woorden die niets met elkaar of met u te maken hebben. Spaties mogen.
app-passphrase-guessed = Deze is meteen te raden. Maak hem langer.
app-passphrase-weak = Nog makkelijk te raden. Zet er een paar woorden bij.
app-passphrase-almost = Bijna goed. Nog één woord erbij helpt.
app-passphrase-good = Goed. Deze is moeilijk te raden.
app-passphrase-strong = Heel goed. Deze is heel moeilijk te raden.

## De herstelcode

app-code = Uw herstelcode
app-code-print = Code printen
app-code-sheet-title = Herstelcode van Wijkweb
app-code-sheet-what = Met deze code opent u Wijkweb op dit apparaat als u uw wachtzin kwijt bent.
app-code-sheet-keep = Bewaar dit blad op een veilige plek, niet bij het apparaat. Wie de code en het apparaat heeft, kan alles lezen.
app-code-sheet-date = Geprint op { $date }. Een nieuwe code maakt deze ongeldig.
app-code-again = Typ de code over
app-code-again-hint = Spaties, streepjes en hoofdletters maken niet uit.
app-code-check = Code controleren

## Titels van het venster. Nooit met een naam.

app-window-today = Vandaag
app-window-residents = Bewoners
app-window-add-resident = Bewoner toevoegen
app-window-dossier = Dossier
app-window-plan = Plan
app-window-bases = Doel en toestemming
app-window-erase = Wissen
app-window-search = Zoeken
app-window-talk = Gesprek
app-window-fill = Invullen
app-window-hand-over = Apparaat geven
app-window-web = Het web
app-window-copy = Kopie
app-window-print = Printen
app-window-team = Team
app-window-shared = Met u gedeeld
app-window-sharing = Wie kan dit lezen
app-window-share = Delen
app-window-bring-along = Meenemen naar een ander team
app-window-make-team = Team maken
app-window-invite = Uitnodigen
app-window-join-team = Aansluiten bij een team
app-window-bring-back = Terugkomen met het herstelvel
app-window-member = Iemand in het team
app-window-running = Overdragen
app-window-erase-together = Samen wissen
app-window-safety = Zorgen om veiligheid
app-window-settings = Instellingen
app-window-security = Beveiliging
app-window-instruments = Vragenlijsten
app-window-backup = Alles bewaren en terugzetten
app-window-access-log = Logboek
app-window-about = Over Wijkweb
app-window-not-here = Niet gevonden
