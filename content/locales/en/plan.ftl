### A resident's plan, in their own words.

plan-title = Plan
plan-of = Plan of { $name }
plan-note = In the resident’s words. You need not fill in everything.
plan-none = There is no plan yet. In a conversation you choose a first step together.

plan-want = I want
plan-want-hint = What does the resident want to be different, or more of?
plan-can = I can
plan-can-hint = What works already, and what is the resident good at?
plan-need = I need
plan-need-hint = Who or what can help?
plan-solution = The solution
plan-solution-hint = By the name people use for it, such as ‘the dinner table’.
plan-before-after = How it was and how it is now
plan-before = How it was
plan-before-hint = In their own words, at the start.
plan-after = How it is now
plan-after-hint = In their own words, when looking back.

## The steps

plan-steps = Steps
plan-steps-none = There are no steps yet. Small steps work best.
plan-state-open = Still open
plan-state-happened = Done
plan-state-otherwise = Went differently
plan-state-let-go = No longer needed
plan-no-day = no day yet
plan-for-day = for { $day }
plan-went = { $state }: { $note }
plan-how-was-it = How did it go?
plan-at-step = { $what } { $text }
plan-settle-one = { $state }: { $text }
plan-settle-group = How did it go with: { $text }
plan-settle-note = In their own words (optional)
plan-step-words = The step
plan-step-day = For which day?
plan-step-remove = Take this step away
plan-step-removed = Taken away: { $text }
plan-step-new = New step
plan-step-new-hint = Small and within reach, in the resident’s words.
plan-step-new-day = For which day? (optional)
plan-step-add = Add the step
plan-step-empty = First write what the step is.
plan-tomorrow = tomorrow
plan-in-a-week = in a week
plan-in-two-weeks = in two weeks

## Not agreed yet

plan-basis-first = First agree together
plan-basis-first-why = Keeping is not agreed now. So you can read the plan, but not write in it.
plan-basis-first-do = To what was agreed
