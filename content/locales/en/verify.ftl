### Checking everything that is kept: well, or what is wrong. Never what was written.

verify-well = { $count ->
    [one] All is well: 1 part read.
   *[other] All is well: { $count } parts read.
}
verify-problem-mended = The data were damaged at opening. What could be read was moved to a new file; the old one was kept.
verify-problem-lost = { $count ->
    [one] 1 part could not be moved over.
   *[other] { $count } parts could not be moved over.
}
verify-problem-page = { $count ->
    [one] 1 page of the file is damaged.
   *[other] { $count } pages of the file are damaged.
}
verify-problem-document = { $count ->
    [one] 1 part cannot be read.
   *[other] { $count } parts cannot be read.
}
verify-problem-row = { $count ->
    [one] 1 row of the lists is not as it should be. Making the lists anew mends it.
   *[other] { $count } rows of the lists are not as they should be. Making the lists anew mends them.
}
verify-problem-search = Searching does not find exactly what was written. Making the lists anew mends it.
verify-problem-unread = The lists cannot be read.
verify-problem-access-log = The access log was changed outside the app.
verify-problem-log = { $count ->
    [one] 1 log of the team and of sharing cannot be followed to its end. Sharing has stopped.
   *[other] { $count } logs of the team and of sharing cannot be followed to their end. Sharing has stopped.
}
verify-problem-entry = { $count ->
    [one] 1 message that is kept here to be sent or brought back is no longer right.
   *[other] { $count } messages that are kept here to be sent or brought back are no longer right.
}
verify-problem-aside = { $count ->
    [one] 1 thing that came in stands aside and changes nothing.
   *[other] { $count } things that came in stand aside and change nothing.
}
