### Filling in: the six marks, and what can be said beside each.

fill-title = How are things now?
fill-note = Begin where you like. Skipping is always fine.
fill-to-web = See the web
fill-progress = { $done } of { $of } parts filled in
fill-keys = With the keyboard: type 0 to 10, use the arrows, Delete to clear, n for rather not.

## A mark

fill-ask-numbers = Tap numbers
fill-numbers = Marks for { $label }
fill-number = { $number } for { $label }
fill-one-up = One higher for { $label }
fill-one-down = One lower for { $label }
fill-wipe = Clear { $label }
fill-wiped = Cleared: { $label }
fill-declined-now = Rather not: { $label }
fill-now-and-was = { $now }, last time { $was }

## Beside a mark

fill-at = { $what }: { $label }
fill-decline = Rather not
fill-remark = Remark
fill-remark-who = Who says something about { $label }?
fill-remark-of = Remark by { $voice } on { $label }

## The questions of a part

fill-open-aspects = { $items ->
    [one] See { $items } question
   *[other] See { $items } questions
 }
fill-open-aspects-of = { $items ->
    [one] See { $items } question for { $label }
   *[other] See { $items } questions for { $label }
 }
fill-mean = mean { $mean } · { $answered }

## An earlier web

fill-ask-last-time = Show last time: { $when }
fill-last-time = last time: { $mark } ({ $when })

## Other ways to fill in

fill-ways = Fill in another way
fill-hand-over = Hand over the device
fill-hand-over-note = The resident fills it in, one question at a time.
fill-paper = Copy marks from paper
fill-paper-note = Quickly type what was filled in on paper.
fill-blank = Print a blank web
fill-blank-note = To fill in with a pen.

## No agreement yet

fill-basis-first = First agree together
fill-basis-first-why = Nothing is written here yet. First agree together whether this conversation may be kept.
fill-basis-first-do = To the agreement
## Two answers side by side

fill-conflict = There are two answers here
fill-conflict-at = Two answers at { $label }
fill-conflict-what = They were given on two devices at the same time. Ask which is right and choose. Until then this question does not count.
fill-conflict-answer = { $answer } · { $voice }
fill-conflict-choose = { $answer } is right at { $label }
