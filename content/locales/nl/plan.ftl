### Het plan van een bewoner, in eigen woorden.

plan-title = Plan
plan-of = Plan van { $name }
plan-note = In de woorden van de bewoner. U hoeft niet alles in te vullen.
plan-none = Er is nog geen plan. In een gesprek kiest u samen een eerste stap.

plan-want = Ik wil
plan-want-hint = Wat wil de bewoner anders of meer?
plan-can = Ik kan
plan-can-hint = Wat lukt al, en waar is de bewoner goed in?
plan-need = Ik heb nodig
plan-need-hint = Wie of wat kan helpen?
plan-solution = De oplossing
plan-solution-hint = Met de naam die mensen ervoor gebruiken, zoals ‘de eettafel’.
plan-before-after = Hoe het was en hoe het nu is
plan-before = Zo was het
plan-before-hint = In eigen woorden, bij het begin.
plan-after = Zo is het nu
plan-after-hint = In eigen woorden, bij het terugkijken.

## De stappen

plan-steps = Stappen
plan-steps-none = Er zijn nog geen stappen. Kleine stappen werken het best.
plan-state-open = Nog open
plan-state-happened = Gedaan
plan-state-otherwise = Ging anders
plan-state-let-go = Niet meer nodig
plan-no-day = nog geen dag
plan-for-day = voor { $day }
plan-went = { $state }: { $note }
plan-how-was-it = Hoe ging het?
plan-at-step = { $what } { $text }
plan-settle-one = { $state }: { $text }
plan-settle-group = Hoe ging het met: { $text }
plan-settle-note = In eigen woorden (hoeft niet)
plan-step-words = De stap
plan-step-day = Voor welke dag?
plan-step-remove = Stap weghalen
plan-step-removed = Weggehaald: { $text }
plan-step-new = Nieuwe stap
plan-step-new-hint = Klein en haalbaar, in de woorden van de bewoner.
plan-step-new-day = Voor welke dag? (hoeft niet)
plan-step-add = Stap toevoegen
plan-step-empty = Schrijf eerst op wat de stap is.
plan-tomorrow = morgen
plan-in-a-week = over een week
plan-in-two-weeks = over twee weken

## Nog geen afspraak

plan-basis-first = Eerst even afspreken
plan-basis-first-why = Bewaren is nu niet afgesproken. Daarom kunt u het plan lezen, maar er niets in schrijven.
plan-basis-first-do = Naar de afspraken
