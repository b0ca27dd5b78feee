### Invullen: de zes cijfers, en wat bij elk cijfer kan.

fill-title = Hoe gaat het nu?
fill-note = Begin waar u wilt. Overslaan mag altijd.
fill-to-web = Bekijk het web
fill-progress = { $done } van { $of } onderdelen ingevuld
fill-keys = Met het toetsenbord: typ 0 tot en met 10, gebruik de pijltjes, Delete om te wissen, n voor liever niet.

## Een cijfer

fill-ask-numbers = Cijfers tikken
fill-numbers = Cijfers bij { $label }
fill-number = { $number } bij { $label }
fill-one-up = Eén hoger bij { $label }
fill-one-down = Eén lager bij { $label }
fill-wipe = Wissen bij { $label }
fill-wiped = Gewist bij { $label }
fill-declined-now = Liever niet bij { $label }
fill-now-and-was = { $now }, vorige keer { $was }

## Naast een cijfer

fill-at = { $what }: { $label }
fill-decline = Liever niet
fill-remark = Opmerking
fill-remark-who = Wie zegt iets bij { $label }?
fill-remark-of = Opmerking van { $voice } bij { $label }

## De vragen van een onderdeel

fill-open-aspects = { $items ->
    [one] { $items } vraag bekijken
   *[other] { $items } vragen bekijken
 }
fill-open-aspects-of = { $items ->
    [one] { $items } vraag bekijken bij { $label }
   *[other] { $items } vragen bekijken bij { $label }
 }
fill-mean = gemiddelde { $mean } · { $answered }

## Een eerder web

fill-ask-last-time = Vorige keer: { $when }
fill-last-time = vorige keer: { $mark } ({ $when })

## Anders invullen

fill-ways = Op een andere manier invullen
fill-hand-over = Geef het apparaat
fill-hand-over-note = De bewoner vult zelf in, één vraag per keer.
fill-paper = Cijfers van papier overnemen
fill-paper-note = Snel typen wat op papier is ingevuld.
fill-blank = Leeg web printen
fill-blank-note = Om met een pen in te vullen.

## Nog geen afspraak

fill-basis-first = Eerst even afspreken
fill-basis-first-why = Hier komt nog niets te staan. Spreek eerst samen af of dit gesprek bewaard mag worden.
fill-basis-first-do = Naar de afspraak
## Twee antwoorden naast elkaar

fill-conflict = Hier staan twee antwoorden
fill-conflict-at = Twee antwoorden bij { $label }
fill-conflict-what = Ze zijn op twee apparaten tegelijk gegeven. Vraag wat klopt en kies. Tot dan telt deze vraag niet mee.
fill-conflict-answer = { $answer } · { $voice }
fill-conflict-choose = { $answer } klopt bij { $label }
