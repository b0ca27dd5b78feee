### Talking together: looking at the web, the questions of the talk, and rounding off. Questions speak to the resident, the rest to the professional.

talk-title = Talk together

## The web

talk-web = The web
talk-web-of = The web of { $name }
talk-show-figures = Show figures
talk-wants = { $name } wants to talk about this
talk-wants-none = Nothing marked yet. It need not be: choose together what the talk is about.

## The questions

talk-ask-stands-out = What do you notice?
talk-ask-matters-most = What matters most to you?
talk-ask-change = What would you like to change?
talk-ask-helps = Who or what can help?
talk-ask-first-step = What is a first small step?
talk-ask-look-back = When shall we look back together?
talk-ask-neighbourhood = What would make your neighbourhood better?

talk-hint-stands-out = Look at the web together. Begin where you like.
talk-hint-matters-most = What makes you happy? What do you want to talk about?
talk-hint-change = Big or small, anything is fine. Changing nothing is fine too.
talk-hint-helps = Somebody you know, something you are good at, or something nearby.
talk-hint-first-step = So small that it can be done this week.
talk-hint-look-back = Then we hear how it went. You can always choose another day.
talk-hint-neighbourhood = You may leave this question out.

talk-short-stands-out = Notice
talk-short-matters-most = Matters
talk-short-change = Change
talk-short-helps = Help
talk-short-first-step = Step
talk-short-look-back = Later
talk-short-neighbourhood = Area

talk-overview = Overview
talk-insight = Insight
talk-outlook = Outlook
talk-extra = One more question, if you like

talk-steps = The questions of the talk
talk-step-said = (something is written here)
talk-to-close = See what was agreed
talk-see-web = See the web

## Who says what

talk-says = { $name } says
talk-kin-says = Carer or family says
talk-heard = { $name } heard
talk-i-heard = I heard
talk-heard-hint = Write it to the resident, such as: ‘You like to cook.’
talk-kin-adds = Carer or family adds
talk-professional-adds = What I heard
talk-right = Is this right?
talk-right-yes = Yes, it is
talk-right-no = No
talk-right-not-yet = Not asked yet
talk-themes = Belongs to

## The first step and looking back

talk-first-step-day = Which day?
talk-first-step-waits = The day is kept. Now write down what the step is.
talk-tomorrow = tomorrow
talk-in-a-week = in a week
talk-in-two-weeks = in two weeks
talk-look-back-day = Which day?
talk-in-weeks = in { $weeks } weeks
talk-look-back-proposed = A good moment is { $day }. It is your choice.
talk-day-chosen = Agreed: { $day }.

## The neighbourhood. talk-wish-told is kept word for word; no name ever stands in it.

talk-wish-title = Agree on this first
talk-wish-read-out = Read this out, or let them read it:
talk-wish-told = I keep what you say about the neighbourhood, to let others hear without your name what could be better here, and you can always say that you no longer want that.
talk-wish-who = Who says yes?
talk-wish-oneself = The resident
talk-wish-together = The resident, together with somebody
talk-wish-representative = A parent, guardian or representative
talk-wish-yes = Yes, that is fine
talk-wish-given = This may be used for the neighbourhood, without a name.
talk-wish-withdraw = Do not use it after all
talk-wish-left = This is still written here. It is not used for the neighbourhood.

## Only for the professional

talk-expected = For myself: what I thought beforehand
talk-expected-so = { $name } names what you expected: { $named }.
talk-expected-also = You expected { $expected }. { $name } also names { $new }.
talk-expected-otherwise = You expected { $expected }. For { $name } it is about { $named }. Good that you asked.

## Rounding off

talk-close = This is what we said
talk-close-done = The talk is rounded off
talk-close-copy = A copy is ready to give now or to print later.
talk-open-again = Go on after all
talk-said = { $name } says
talk-agreed-step = First step
talk-agreed-no-day = No day chosen yet
talk-agreed-look-back = Looking back together
talk-agreed-nothing = Nothing is written down yet
talk-agreed-nothing-why = That is fine. You can round off now, go on later, or ask one more question.
talk-agreed-nothing-do = To the key question
talk-going-on = What can be added
talk-plan = The plan
talk-plan-note = I want, I can, I need
talk-print-step = Step card
talk-print-step-note = A card with the first step, to print.
talk-later = Go on later
talk-finish = Round off
talk-to-dossier = To the dossier
talk-to-copy = Give a copy
