### The screen in the hands of the resident. Short sentences, plain words.

resident-question-of = question { $n } of { $of }
resident-how = Tap a number. You may leave it empty: then just go on.
resident-ends = 0 is { $low }. 10 is { $high }.
resident-decline = Rather not
resident-read-aloud = Read aloud
resident-read-aloud-failed = Reading aloud does not work now.
resident-your-web = This is your web
resident-thanks = Thank you.
resident-left-open = { $count ->
    [one] One question is still empty. That is fine.
   *[other] { $count } questions are still empty. That is fine.
 }
resident-look-again = Look again
resident-give-back = Done, give it back
resident-not-saved = Not everything is saved
resident-not-saved-what = Give the device back and say so. Or close this and try again.
## On a device of one's own

resident-own-hello = Hello { $name }
resident-own-soon = Just a moment
resident-own-soon-what = Your dossier will be here. It comes by itself once there is internet.
resident-own-gone = Nothing is here any more
resident-own-gone-what = Reading along on this device has stopped: { $day }. Everything is off this device.
resident-own-gone-why = Do you want to know why, or read along again? Ask who helped you.
resident-own-fill = Fill in your web
resident-own-go-on = Go on with your web
resident-own-when = Do it when it suits you. You can always stop. Everything is saved at once.
resident-own-about = What is kept about you
resident-own-plan = Your plan
resident-own-dossier = Your conversations and agreements
