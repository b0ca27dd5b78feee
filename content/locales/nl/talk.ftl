### Samen praten: het web bekijken, de vragen van het gesprek, en afronden. De vragen spreken de bewoner aan; de rest de professional.

talk-title = Samen praten

## Het web

talk-web = Het web
talk-web-of = Het web van { $name }
talk-show-figures = Cijfers laten zien
talk-wants = Hier wil { $name } over praten
talk-wants-none = Nog niets aangetikt. Dat hoeft ook niet: kies samen waar het gesprek over gaat.

## De vragen

talk-ask-stands-out = Wat valt { $form ->
    [je] je
   *[u] u
 } op?
talk-ask-matters-most = Wat is voor { $form ->
    [je] jou
   *[u] u
 } het belangrijkst?
talk-ask-change = Wat zou { $form ->
    [je] je
   *[u] u
 } willen veranderen?
talk-ask-helps = Wie of wat kan helpen?
talk-ask-first-step = Wat is een eerste kleine stap?
talk-ask-look-back = Wanneer kijken we samen terug?
talk-ask-neighbourhood = Wat zou { $form ->
    [je] je
   *[u] uw
 } buurt beter maken?

talk-hint-stands-out = Kijk samen naar het web. Begin waar { $form ->
    [je] je
   *[u] u
 } wilt.
talk-hint-matters-most = Waar { $form ->
    [je] word je
   *[u] wordt u
 } blij van? Waar { $form ->
    [je] wil je
   *[u] wilt u
 } het over hebben?
talk-hint-change = Groot of klein, alles is goed. Niets veranderen mag ook.
talk-hint-helps = Iemand die { $form ->
    [je] je kent, iets wat je
   *[u] u kent, iets wat u
 } zelf goed kunt, of iets in de buurt.
talk-hint-first-step = Zo klein dat het deze week al kan.
talk-hint-look-back = Dan horen we hoe het ging. Een andere dag kiezen kan altijd.
talk-hint-neighbourhood = Deze vraag hoeft niet.

talk-short-stands-out = Opvalt
talk-short-matters-most = Telt
talk-short-change = Anders
talk-short-helps = Hulp
talk-short-first-step = Stap
talk-short-look-back = Later
talk-short-neighbourhood = Buurt

talk-overview = Overzicht
talk-insight = Inzicht
talk-outlook = Uitzicht
talk-extra = Nog één vraag, die hoeft niet

talk-steps = De vragen van het gesprek
talk-step-said = (hier staat al iets)
talk-to-close = Bekijk de afspraken
talk-see-web = Bekijk het web

## Wie wat zegt

talk-says = { $name } zegt
talk-kin-says = Een naaste zegt
talk-heard = { $name } hoorde
talk-i-heard = Ik hoorde
talk-heard-hint = Schrijf het aan de bewoner, zoals: ‘{ $form ->
    [je] Je kookt
   *[u] U kookt
 } graag.’
talk-kin-adds = Een naaste zegt iets
talk-professional-adds = Wat ik hoorde
talk-right = Klopt dit?
talk-right-yes = Ja, dit klopt
talk-right-no = Nee
talk-right-not-yet = Nog niet gevraagd
talk-themes = Past bij

## De eerste stap en het terugkijken

talk-first-step-day = Welke dag?
talk-first-step-waits = De dag blijft staan. Schrijf nu op wat de stap is.
talk-tomorrow = morgen
talk-in-a-week = over een week
talk-in-two-weeks = over twee weken
talk-look-back-day = Welke dag?
talk-in-weeks = over { $weeks } weken
talk-look-back-proposed = Een goed moment is { $day }. Kies zelf.
talk-day-chosen = Afgesproken: { $day }.

## De buurt. talk-wish-told wordt woord voor woord bewaard; er staat nooit een naam in.

talk-wish-title = Eerst dit afspreken
talk-wish-read-out = Lees dit voor, of laat het lezen:
talk-wish-told = Ik bewaar wat { $form ->
    [je] je
   *[u] u
 } over de buurt zegt, om zonder { $form ->
    [je] jouw
   *[u] uw
 } naam te laten horen wat er in de buurt beter kan, en { $form ->
    [je] je mag altijd zeggen dat je
   *[u] u mag altijd zeggen dat u
 } dat niet meer wilt.
talk-wish-who = Wie zegt ja?
talk-wish-oneself = De bewoner zelf
talk-wish-together = De bewoner, samen met een ander
talk-wish-representative = Een ouder, voogd of vertegenwoordiger
talk-wish-yes = Ja, dat mag
talk-wish-given = Dit mag gebruikt worden voor de buurt, zonder naam.
talk-wish-withdraw = Toch niet gebruiken
talk-wish-left = Dit staat er nog. Het wordt niet gebruikt voor de buurt.

## Alleen voor de professional

talk-expected = Voor mijzelf: wat ik vooraf dacht
talk-expected-so = { $name } noemt wat u verwachtte: { $named }.
talk-expected-also = U verwachtte { $expected }. { $name } noemt ook { $new }.
talk-expected-otherwise = U verwachtte { $expected }. Voor { $name } gaat het om { $named }. Goed dat u het vroeg.

## Afronden

talk-close = Dit hebben we gezegd
talk-close-done = Het gesprek is afgerond
talk-close-copy = Er staat een kopie klaar om te geven of later te printen.
talk-open-again = Toch verdergaan
talk-said = { $name } zegt
talk-agreed-step = Eerste stap
talk-agreed-no-day = Nog geen dag gekozen
talk-agreed-look-back = Samen terugkijken
talk-agreed-nothing = Er is nog niets opgeschreven
talk-agreed-nothing-why = Dat kan. U kunt nu afronden, later verdergaan, of nog één vraag stellen.
talk-agreed-nothing-do = Naar de belangrijkste vraag
talk-going-on = Wat er nog bij kan
talk-plan = Het plan
talk-plan-note = Ik wil, ik kan, ik heb nodig
talk-print-step = Stapkaart
talk-print-step-note = Een kaartje met de eerste stap, om te printen.
talk-later = Later verder
talk-finish = Afronden
talk-to-dossier = Naar het dossier
talk-to-copy = Kopie geven
