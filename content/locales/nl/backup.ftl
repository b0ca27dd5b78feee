### Alles in één bestand, en terug

backup-title = Alles in één bestand
backup-note = Bewaren, en terughalen op een ander apparaat
backup-export = Alles bewaren
backup-export-what = Alle dossiers, plannen en gesprekken gaan in één bestand. Het bestand gaat op slot met een eigen wachtzin.
backup-export-not = Niet mee gaan: uw instellingen, het logboek, en wat u vooraf alleen voor uzelf aantikte.
backup-passphrase = Wachtzin voor dit bestand
backup-export-do = Bestand maken
backup-written = Het bestand staat hier
backup-import = Terughalen
backup-import-what = Haal een bestand terug dat u met Wijkweb maakte. Wat hier al is, blijft. Wat hier is gewist, blijft gewist.
backup-choose-file = Kies het bestand
backup-file-chosen = Gekozen: { $name }
backup-file-missing = Kies eerst een bestand.
backup-file-passphrase = Wachtzin van het bestand
backup-import-do = Terughalen
backup-done = Klaar
backup-added = { $count ->
    [one] 1 onderdeel kwam erbij.
   *[other] { $count } onderdelen kwamen erbij.
}
backup-merged = { $count ->
    [one] 1 onderdeel is aangevuld.
   *[other] { $count } onderdelen zijn aangevuld.
}
backup-same = { $count ->
    [one] 1 onderdeel was al gelijk.
   *[other] { $count } onderdelen waren al gelijk.
}
backup-erased = { $count ->
    [one] 1 onderdeel is hier gewist en blijft gewist.
   *[other] { $count } onderdelen zijn hier gewist en blijven gewist.
}
backup-unreadable = { $count ->
    [one] 1 onderdeel was niet te lezen. Daarvan is niets veranderd.
   *[other] { $count } onderdelen waren niet te lezen. Daarvan is niets veranderd.
}
backup-not-here = { $count ->
    [one] 1 onderdeel hoort bij een dossier dat u niet hebt. Geef het bestand aan een collega die het leest.
   *[other] { $count } onderdelen horen bij dossiers die u niet hebt. Geef het bestand aan een collega die ze leest.
}
backup-lists = Lijsten opnieuw maken
backup-lists-what = Klopt een lijst niet, of vindt u iets niet terug? De app kan alle lijsten opnieuw maken. Er gaat niets verloren.
backup-lists-do = Opnieuw maken
backup-rebuilt = { $count ->
    [one] Klaar: 1 onderdeel gelezen.
   *[other] Klaar: { $count } onderdelen gelezen.
}
