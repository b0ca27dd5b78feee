### De warme overdracht: wat er loopt, en aan wie het overgaat.

running-title = Overdragen wat loopt
running-note = Voor wie weggaat of ziek is
running-whose = Van wie?
running-mine = Van mij
running-not-here = kan geen dossiers meer bewaren
running-what = Dit loopt er bij u. Vraag het eerst aan elke bewoner. Pas daarna krijgt uw opvolger de sleutel.
running-of-what = Dit loopt er bij { $name }, voor zover u het kunt lezen. Vraag het eerst aan elke bewoner. Pas daarna krijgt de opvolger de sleutel. { $name } bewaart het dan ook nog.
running-left-what = { $name } bewaarde dit en kan dat niet meer. Nu zorgt niemand ervoor. Vraag het eerst aan elke bewoner. Pas daarna krijgt de opvolger de sleutel.
running-only-mine = { $count ->
    [one] 1 dossier bewaart niemand anders.
   *[other] { $count } dossiers bewaart niemand anders.
 }
running-none = Er loopt niets bij u
running-none-what = U bewaart nu geen dossiers. Er is niets over te dragen.
running-of-none = Bij { $name } loopt niets wat u kunt lezen
running-left-none = { $name } liet niets achter wat u kunt lezen
running-of-none-what = Hier staat alleen wat met u of met het hele team gedeeld is.
running-nobody = Er is nog niemand om aan over te dragen
running-nobody-do = Nodig eerst een collega uit, bij Team.
running-to = Aan wie draagt u over?
running-to-of = Wie neemt het over?
running-to-missing = Kies eerst bovenaan aan wie u overdraagt.
running-how = En u?
running-instead = Ik stop ermee
running-instead-note = Daarna bewaart alleen de ander het.
running-together = Wij doen het samen
running-together-note = U bewaart het allebei, bijvoorbeeld als u even ziek bent.
running-only-you = alleen bij u
running-only-with = alleen bij { $name }
running-no-keeper = bewaart niemand
running-also = bewaart ook: { $who }
running-will = straks ook: { $who }
running-already = { $name } bewaart dit al, of straks. Kies iemand anders.
running-yourself = Wat u zelf overneemt, kunt u later niet alleen wissen. Dat doet u dan samen met iemand anders uit het team.
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

## Wat er niet bij staat

running-unread = Wat hier niet bij staat
running-coming = { $count ->
    [one] 1 dossier komt nog, zodra er internet is.
   *[other] { $count } dossiers komen nog, zodra er internet is.
 }
running-with-others = { $count ->
    [one] 1 dossier kunt u niet lezen. Vraag het aan { $who }: daar kan het wel open.
   *[other] { $count } dossiers kunt u niet lezen. Vraag het aan { $who }: daar kunnen ze wel open.
 }
running-with-nobody = { $count ->
    [one] 1 dossier kan alleen { $name } openen, en dus ook alleen { $name } overdragen. Zijn alle apparaten weg? Dan helpt het herstelvel van { $name }. Ook een beheerder kan het niet lezen.
   *[other] { $count } dossiers kan alleen { $name } openen, en dus ook alleen { $name } overdragen. Zijn alle apparaten weg? Dan helpt het herstelvel van { $name }. Ook een beheerder kan ze niet lezen.
 }
running-with-nobody-left = { $count ->
    [one] 1 dossier kan in het team niemand meer openen. Een beheerder kan het samen met een tweede persoon wissen.
   *[other] { $count } dossiers kan in het team niemand meer openen. Een beheerder kan ze samen met een tweede persoon wissen.
 }
