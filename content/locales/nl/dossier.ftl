### Het dossier van één bewoner.

dossier-title = Dossier
dossier-sample = voorbeeld, verzonnen
dossier-born = geboren { $decade }
dossier-decade = in de jaren { $short }
dossier-decade-between = tussen { $from } en { $to }
dossier-talk-count = { $count ->
    [0] nog geen gesprek
    [one] 1 gesprek
   *[other] { $count } gesprekken
 }
dossier-day-again = { $day } ({ $n })
dossier-copy-for = Kopie voor { $name }
dossier-go-on = Verder met het gesprek

## Het web

dossier-web = Het web
dossier-no-web = Het web komt hier te staan na het eerste cijfer. Later ziet u hier hoe het in de tijd verandert.

## De gesprekken

dossier-talks = Gesprekken
dossier-no-talk = Er is nog geen gesprek. Begin er een als het de bewoner uitkomt.
dossier-talk-of = Gesprek van { $day }
dossier-finished = afgerond
dossier-unfinished = nog niet af
dossier-to-choose = twee antwoorden naast elkaar
dossier-to-print = kopie nog te printen
dossier-look-back = terugkijken { $day }
dossier-looked-back = teruggekeken { $day }
dossier-go-on-one = Verder gaan: gesprek van { $day }
dossier-see-web = Bekijk het web
dossier-web-one = Bekijk het web: { $day }
dossier-copy = Kopie
dossier-copy-one = Kopie van het gesprek van { $day }
dossier-erase-short = Wissen
dossier-erase-one = Wissen: gesprek van { $day }
dossier-erase-talk = Dit gesprek voorgoed wissen?
dossier-erase-talk-yes = Voorgoed wissen
dossier-erase-talk-what = Het gesprek van { $day } gaat weg: de cijfers, de opmerkingen en wat er gezegd is. Dit kan niet ongedaan worden gemaakt.
dossier-erase-talk-stays = Is het dossier gedeeld? Dan gaat het gesprek ook van de andere apparaten, met wat daar nog niet verstuurd was. Het plan met de stappen blijft staan. Wat al op papier staat of als bestand bewaard is, blijft daar.

## Het plan

dossier-open-plan = Plan openen

## Doel en toestemming

dossier-who-sees = Wat is afgesproken, en waarvoor
dossier-bases = Wat is afgesproken
dossier-basis-note = { $ground }, { $day }
dossier-no-basis = Bewaren is nu niet afgesproken. Er kan niets bij komen tot u dat samen afspreekt.
dossier-withdraw-any-time = Intrekken kan altijd, met één knop.
dossier-to-bases = Bekijken of intrekken

## Over de bewoner

dossier-about = Aanspreekpunt en opmerkingen
dossier-contact-person = Aanspreekpunt
dossier-contact-person-hint = Bij wie kan de bewoner terecht? Een naam en hoe die te bereiken is.
dossier-remarks = Opmerkingen
dossier-remarks-hint = Alleen wat helpt in het gesprek. De bewoner mag meelezen.
dossier-spoken-to = aanspreken met { $form }
dossier-correct = Gegevens aanpassen
dossier-erase = Alles van { $name } wissen
