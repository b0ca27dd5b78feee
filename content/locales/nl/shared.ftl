### Wat met iemand is gedeeld: een plan of een gesprek, zonder dossier. Voor een naaste of vrijwilliger: korte zinnen, gewone woorden.

shared-title = Met u gedeeld
shared-note = Dit mag u lezen. De bewoner vindt dat goed.
shared-count = { $count ->
    [one] 1 plan of gesprek
   *[other] { $count } plannen en gesprekken
 }
shared-talk-of = Gesprek met { $name }, { $day }
shared-talk = Gesprek van { $day }
shared-by = gedeeld door { $name }
shared-in = gedeeld via { $team }
shared-soon = Wat met u gedeeld is, komt vanzelf zodra er internet is.
shared-none = Er is nu niets met u gedeeld
shared-none-what = Deelt iemand een plan of een gesprek met u? Dan ziet u dat hier vanzelf.

## Een plan of een gesprek

shared-words = In eigen woorden
shared-no-words = Hier is nog niets opgeschreven.
shared-web = Het web
shared-first-step = De eerste stap
shared-look-back = Op { $day } praten ze weer.
shared-plan-how = U kunt zeggen hoe een stap ging en een nieuwe stap erbij zetten. De andere woorden zijn van de bewoner.
shared-talk-how = U kunt dit gesprek lezen. Veranderen kan alleen wie het voerde.

## Het is weer weg

shared-gone = Er is iets niet meer met u gedeeld
shared-gone-what = { $count ->
    [one] Een plan of gesprek is teruggenomen of gewist: { $day }. Het staat niet meer op dit apparaat.
   *[other] { $count } plannen of gesprekken zijn teruggenomen of gewist. De laatste: { $day }. Ze staan niet meer op dit apparaat.
 }
shared-gone-why = Wilt u weten waarom? Vraag het aan wie het met u deelde.

## Ermee stoppen

shared-leave = Niet meer meelezen
shared-leave-goes = Alles wat met u gedeeld is, gaat dan van dit apparaat. Terugkomen kan met een nieuwe uitnodiging.
