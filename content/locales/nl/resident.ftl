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
