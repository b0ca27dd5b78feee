### De warme overdracht: wat er loopt, en aan wie het overgaat.

running-title = Overdragen wat loopt
running-note = Voor wie weggaat of ziek is
running-what = Dit loopt er bij u. Vraag het eerst aan elke bewoner. Pas daarna krijgt uw opvolger de sleutel.
running-only-mine = { $count ->
    [one] 1 dossier bewaart niemand anders.
   *[other] { $count } dossiers bewaart niemand anders.
 }
running-none = Er loopt niets bij u
running-none-what = U bewaart nu geen dossiers. Er is niets over te dragen.
running-nobody = Er is nog niemand om aan over te dragen
running-nobody-do = Nodig eerst een collega uit, bij Team.
running-to = Aan wie draagt u over?
running-to-missing = Kies eerst bovenaan aan wie u overdraagt.
running-how = En u?
running-instead = Ik stop ermee
running-instead-note = Daarna bewaart alleen de ander het.
running-together = Wij doen het samen
running-together-note = U bewaart het allebei, bijvoorbeeld als u even ziek bent.
running-only-you = alleen bij u
running-steps = Open stappen
running-contact = aanspreekpunt: { $name }
running-last = laatste gesprek { $day }
running-no-talk = nog geen gesprek
running-look-back = terugkijken { $day }
running-dossier = Dossier
running-hand-over = Overdragen
running-hand-over-one = Overdragen: { $name }
running-no-is-no = Zegt de bewoner nee? Dan draagt u niet over. Spreek samen af wat er met het dossier gebeurt.
running-asked = Gevraagd: { $name } zegt ja
