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
