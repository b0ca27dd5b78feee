### Logboek

access-log-title = Logboek
access-log-note = Wie wat opende, en wanneer
access-log-what = Hier staat wie wat deed, en wanneer. Nooit wat erin stond.
access-log-broken = Het logboek is veranderd buiten de app om.
access-log-broken-do = Sla het logboek op als bestand en laat het zien aan wie bij u over privacy gaat.
access-log-none = Nog geen regels
access-log-none-what = Opent u een dossier, dan komt hier een regel bij.
access-log-latest = Naar de laatste
access-log-earlier = Eerdere regels
access-log-export = Opslaan als bestand
access-log-gone = gewist dossier
access-log-all = alles
access-event-opened = geopend
access-event-printed = geprint
access-event-exported = als bestand bewaard
access-event-imported = teruggehaald
access-event-shared = gedeeld
access-event-withdrawn = toestemming ingetrokken
access-event-erased = gewist
