### Webs, and bringing in one

instruments-title = Webs
instruments-note = Which questions there are, and bringing in a web of your own
instruments-not-iph = The short names and questions are ours. This is not an iPH product.
instruments-size = { $items ->
    [0] { $dimensions } marks
   *[other] { $dimensions } dimensions, { $items } questions
}
instruments-used = { $count ->
    [0] not used yet
    [one] 1 conversation
   *[other] { $count } conversations
}
instruments-older = older version
instruments-print = Print a blank web
instruments-import = Bring in a web of your own
instruments-import-what = Does your organisation have a web of its own, or permission for the official words? Choose the file here. If something is wrong with it you read what, and nothing changes.
instruments-choose-file = Choose a file
instruments-choose-hint = A file that ends in .toml or .json
instruments-imported = ‘{ $title }’ is in. You can start a conversation with it.
instruments-refused = This file cannot come in like this. Nothing was changed.
