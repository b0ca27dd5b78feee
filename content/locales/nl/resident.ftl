### Het scherm in handen van de bewoner. Korte zinnen, gewone woorden.

resident-question-of = vraag { $n } van { $of }
resident-how = Tik op een cijfer. Niets invullen mag ook: ga dan gewoon verder.
resident-ends = 0 is { $low }. 10 is { $high }.
resident-decline = Liever niet
resident-read-aloud = Lees voor
resident-read-aloud-failed = Voorlezen lukt nu niet.
resident-your-web = Dit is { $form ->
    [je] jouw
   *[u] uw
 } web
resident-thanks = Dank { $form ->
    [je] je
   *[u] u
 } wel.
resident-left-open = { $count ->
    [one] Eén vraag is nog leeg. Dat mag.
   *[other] { $count } vragen zijn nog leeg. Dat mag.
 }
resident-look-again = Nog eens kijken
resident-give-back = Klaar, geef terug
resident-not-saved = Niet alles is bewaard
resident-not-saved-what = Geef het apparaat terug en zeg het erbij. Of sluit dit en probeer het nog eens.
## Op een eigen apparaat

resident-own-hello = Dag { $name }
resident-own-soon = Nog even wachten
resident-own-soon-what = Hier komt het dossier te staan. Dat gaat vanzelf zodra er internet is.
resident-own-gone = Hier staat niets meer
resident-own-gone-what = Meelezen op dit apparaat is gestopt: { $day }. Alles is van dit apparaat af.
resident-own-gone-why = Wilt u weten waarom, of weer meelezen? Vraag het aan wie u hielp.
resident-own-fill = { $form ->
    [je] Vul je web in
   *[u] Vul uw web in
 }
resident-own-go-on = { $form ->
    [je] Verder met je web
   *[u] Verder met uw web
 }
resident-own-when = { $form ->
    [je] Doe het als het je uitkomt. Stoppen mag altijd. Alles wordt meteen bewaard.
   *[u] Doe het als het u uitkomt. Stoppen mag altijd. Alles wordt meteen bewaard.
 }
resident-own-about = { $form ->
    [je] Wat er over jou staat
   *[u] Wat er over u staat
 }
resident-own-plan = { $form ->
    [je] Jouw plan
   *[u] Uw plan
 }
resident-own-dossier = { $form ->
    [je] Jouw gesprekken en afspraken
   *[u] Uw gesprekken en afspraken
 }
