### Wie een dossier kan lezen, delen, terugnemen en overdragen. sharing-tell-… wordt woord voor woord bewaard.

sharing-title = Wie kan dit lezen
sharing-open = Bekijken en delen
sharing-share = Delen met iemand
sharing-you = U
sharing-only-you = Alleen u kunt dit lezen.
sharing-only-you-all = Alleen u kunt alles lezen.
sharing-part-with = Een deel is gedeeld met { $who }.
sharing-you-and = { $who }.
sharing-also-team = iedereen in { $team }
sharing-also-the-team = iedereen in het team
sharing-with-team = Iedereen in { $team }
sharing-with-the-team = Iedereen in het team
sharing-with-some = Mensen van { $team }
sharing-with-resident = { $name }, op een eigen apparaat
sharing-read-is-read = Delen stoppen kan altijd. Wat iemand al gelezen heeft, blijft gelezen: dat kan niemand terughalen.

## Wat er eerst moet

sharing-no-team = Er is nog geen team om mee te delen
sharing-no-team-what = Dit dossier staat alleen op dit apparaat. In een team kunt u delen wat u met de bewoner afspreekt.
sharing-no-basis = Bewaren is nog niet afgesproken
sharing-no-basis-do = Zonder die afspraak gaat er niets van dit apparaat, ook niet naar uw eigen telefoon.
sharing-waiting = Een wijziging wacht op verbinding
sharing-waiting-what = Dit apparaat houdt zich er nu al aan. De andere apparaten horen het zodra er internet is.
sharing-held = Wissen is nu tegengehouden
sharing-held-what = Een beheerder heeft gezegd dat hiervan nog niets gewist mag worden. Delen en intrekken kan gewoon.
sharing-left-here = Dit staat alleen op dit apparaat
sharing-left-here-do = U bent nu naaste of vrijwilliger, en in het team kan niemand dit dossier openen. Vraag een beheerder om u weer collega te maken. Dan kunt u het overdragen.
sharing-hold = Wissen tegenhouden
sharing-hold-what = Loopt er een klacht of een onderzoek? Dan kunt u als beheerder zorgen dat niemand dit dossier wist. Schrijf de reden bij de opmerkingen van het dossier.
sharing-hold-stands = Niemand kan nu iets van dit dossier wissen, tot een beheerder zegt dat het weer mag.
sharing-hold-begin = Wissen tegenhouden
sharing-hold-end = Wissen mag weer
sharing-hold-ended = Wissen mag weer, zodra de andere apparaten het horen.

## Wie het bewaart

sharing-keepers = Wie het bewaart
sharing-keepers-what = Wie een dossier bewaart, heeft de sleutel en zorgt ervoor.
sharing-keeper-unnamed = Iemand uit het team
sharing-no-keeper = Nu bewaart niemand dit
sharing-no-keeper-do = Wie het bewaarde, is weg. Vraag de bewoner wie het mag overnemen.
sharing-no-keeper-ask = Wie het bewaarde, is weg. Vraag het team wie het overneemt.
sharing-reference = Kenmerk van dit dossier: { $reference }

## Met wie het gedeeld is

sharing-shares = Met wie het gedeeld is
sharing-none = Nog met niemand.
sharing-what-plan = Het plan
sharing-what-all = Het hele dossier
sharing-what-now = Het plan en de gesprekken van toen
sharing-what-conversation = Gesprek van { $day }
sharing-what-a-conversation = Eén gesprek
sharing-since = sinds { $day }
sharing-until = bedoeld tot { $day }
sharing-past = Nog nodig?
sharing-told = Wat is verteld
sharing-would = Na intrekken komt er daar niets nieuws meer bij, en wist Wijkweb de kopie zodra dat apparaat verbinding heeft. Wat gelezen is, blijft gelezen.
sharing-withdraw-one = Intrekken: { $who }
sharing-withdrawn = Ingetrokken
sharing-copies-none = Er was nog geen kopie op een ander apparaat.
sharing-copies-gone = Kopie gewist bij { $who }.
sharing-copies-wait = Nog niet gewist bij { $who }. Dat gebeurt zodra dat apparaat verbinding heeft.
sharing-copies-of = { $name } ({ $count } apparaten)
sharing-copies-somebody = iemand uit het team

## Waar het is

sharing-records = Waar het staat
sharing-records-what = ‘Op slot verstuurd’ betekent: het ligt versleuteld bij de doorgeefpost, en alleen uw eigen apparaten kunnen het openen.
sharing-record-dossier = Naam, aanspreekpunt en afspraken

## De bewoner op een eigen apparaat

sharing-own-title = De bewoner leest zelf mee
sharing-own-what = { $name } kan op een eigen telefoon of tablet het eigen dossier zien en zelf het web invullen.
sharing-own-invite = { $name } uitnodigen
sharing-own-sees = De bewoner ziet het hele eigen dossier, ook uw opmerkingen.
sharing-own-fills = De bewoner kan zelf het web invullen, wanneer het uitkomt.
sharing-own-not = De bewoner ziet niets van anderen.
sharing-own-make = { $name } wil dit, maak de uitnodiging

## Andere teams

sharing-other-teams = Uw andere teams
sharing-lives-in = Dit dossier hoort bij { $team }. Een ander team kan alleen een kopie krijgen, als de bewoner dat goed vindt.
sharing-lives-nowhere = Dit dossier staat alleen op dit apparaat: het hoorde bij een team waar u niet meer in zit. In een ander team kunt u met een kopie verder.

## Wat verteld wordt

sharing-tell-own = { $form ->
    [je] Je kunt op je eigen telefoon of tablet zien wat er over jou staat, en zelf je web invullen. Alleen jij ziet daar jouw dossier. Je mag altijd zeggen dat je dit niet meer wilt.
   *[u] U kunt op uw eigen telefoon of tablet zien wat er over u staat, en zelf uw web invullen. Alleen u ziet daar uw dossier. U mag altijd zeggen dat u dit niet meer wilt.
 }
sharing-tell-team = { $form ->
    [je] Ik wil graag dat iedereen in { $team } je dossier leest en meedenkt, ook collega’s die er later bij komen. Je mag altijd zeggen dat je dit niet meer wilt; wat al gelezen is, blijft gelezen.
   *[u] Ik wil graag dat iedereen in { $team } uw dossier leest en meedenkt, ook collega’s die er later bij komen. U mag altijd zeggen dat u dit niet meer wilt; wat al gelezen is, blijft gelezen.
 }
sharing-tell-people = { $form ->
    [je] Ik deel je hele dossier met { $who }, om mee te denken, ook wat we later opschrijven. Je mag altijd zeggen dat je dit niet meer wilt; wat al gelezen is, blijft gelezen.
   *[u] Ik deel uw hele dossier met { $who }, om mee te denken, ook wat we later opschrijven. U mag altijd zeggen dat u dit niet meer wilt; wat al gelezen is, blijft gelezen.
 }
sharing-tell-plan = { $form ->
    [je] Ik deel alleen je plan met { $who }, om mee te helpen. Je gesprekken deel ik niet. Je mag altijd zeggen dat je dit niet meer wilt; wat al gelezen is, blijft gelezen.
   *[u] Ik deel alleen uw plan met { $who }, om mee te helpen. Uw gesprekken deel ik niet. U mag altijd zeggen dat u dit niet meer wilt; wat al gelezen is, blijft gelezen.
 }
sharing-tell-conversation = { $form ->
    [je] Ik deel ons gesprek van { $day } met { $who }, om mee te helpen. De rest deel ik niet. Je mag altijd zeggen dat je dit niet meer wilt; wat al gelezen is, blijft gelezen.
   *[u] Ik deel ons gesprek van { $day } met { $who }, om mee te helpen. De rest deel ik niet. U mag altijd zeggen dat u dit niet meer wilt; wat al gelezen is, blijft gelezen.
 }
sharing-tell-team-plan = { $form ->
    [je] Ik deel alleen je plan met iedereen in { $team }, om mee te helpen, ook met collega’s die er later bij komen. Je gesprekken deel ik niet. Je mag altijd zeggen dat je dit niet meer wilt; wat al gelezen is, blijft gelezen.
   *[u] Ik deel alleen uw plan met iedereen in { $team }, om mee te helpen, ook met collega’s die er later bij komen. Uw gesprekken deel ik niet. U mag altijd zeggen dat u dit niet meer wilt; wat al gelezen is, blijft gelezen.
 }
sharing-tell-team-conversation = { $form ->
    [je] Ik deel ons gesprek van { $day } met iedereen in { $team }, om mee te denken, ook met collega’s die er later bij komen. De rest deel ik niet. Je mag altijd zeggen dat je dit niet meer wilt; wat al gelezen is, blijft gelezen.
   *[u] Ik deel ons gesprek van { $day } met iedereen in { $team }, om mee te denken, ook met collega’s die er later bij komen. De rest deel ik niet. U mag altijd zeggen dat u dit niet meer wilt; wat al gelezen is, blijft gelezen.
 }
sharing-tell-now = { $form ->
    [je] Ik deel je plan en onze gesprekken tot nu toe met { $who }, om mee te helpen. Nieuwe gesprekken deel ik hiermee niet. Je mag altijd zeggen dat je dit niet meer wilt; wat al gelezen is, blijft gelezen.
   *[u] Ik deel uw plan en onze gesprekken tot nu toe met { $who }, om mee te helpen. Nieuwe gesprekken deel ik hiermee niet. U mag altijd zeggen dat u dit niet meer wilt; wat al gelezen is, blijft gelezen.
 }
sharing-tell-hand-over = { $form ->
    [je] Ik stop ermee, en { $who } gaat met je verder als je dat goed vindt. { $who } krijgt dan je dossier. Je mag altijd zeggen dat je dit niet meer wilt; wat al gelezen is, blijft gelezen.
   *[u] Ik stop ermee, en { $who } gaat met u verder als u dat goed vindt. { $who } krijgt dan uw dossier. U mag altijd zeggen dat u dit niet meer wilt; wat al gelezen is, blijft gelezen.
 }
sharing-tell-together = { $form ->
    [je] { $who } en ik gaan samen met je verder als je dat goed vindt. { $who } krijgt dan ook je dossier. Je mag altijd zeggen dat je dit niet meer wilt; wat al gelezen is, blijft gelezen.
   *[u] { $who } en ik gaan samen met u verder als u dat goed vindt. { $who } krijgt dan ook uw dossier. U mag altijd zeggen dat u dit niet meer wilt; wat al gelezen is, blijft gelezen.
 }
sharing-tell-absent = { $form ->
    [je] { $absent } kan nu niet met je verder. { $who } doet dat als je dat goed vindt, en bewaart dan ook je dossier. Je mag altijd zeggen dat je dit niet meer wilt; wat al gelezen is, blijft gelezen.
   *[u] { $absent } kan nu niet met u verder. { $who } doet dat als u dat goed vindt, en bewaart dan ook uw dossier. U mag altijd zeggen dat u dit niet meer wilt; wat al gelezen is, blijft gelezen.
 }
sharing-tell-absent-me = { $form ->
    [je] { $absent } kan nu niet met je verder. Ik doe dat als je dat goed vindt, en bewaar dan ook je dossier. Je mag altijd zeggen dat je dit niet meer wilt; wat al gelezen is, blijft gelezen.
   *[u] { $absent } kan nu niet met u verder. Ik doe dat als u dat goed vindt, en bewaar dan ook uw dossier. U mag altijd zeggen dat u dit niet meer wilt; wat al gelezen is, blijft gelezen.
 }
sharing-tell-bring-along = { $form ->
    [je] Ik neem een kopie van je dossier mee naar { $team }. Daar lees eerst alleen ik die. Je mag altijd zeggen dat je dit niet meer wilt; wat al gelezen is, blijft gelezen.
   *[u] Ik neem een kopie van uw dossier mee naar { $team }. Daar lees eerst alleen ik die. U mag altijd zeggen dat u dit niet meer wilt; wat al gelezen is, blijft gelezen.
 }
