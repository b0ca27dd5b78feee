### Finding words in everything that was written.

search-title = Search
search-words = Search for words
search-how = Search everything that was written
search-how-what = Names, neighbourhoods, remarks, what was said, the plan and its steps.
search-how-words = The beginning of a word is enough. Do you type more words? Then all of them must be there.
search-nothing-do = Try a shorter word, or another word for the same thing.
search-found-list = Found
search-found = { $count ->
    [one] 1 place found
   *[other] { $count } places found
 }
search-found-more = The first { $count } places. Type more words to narrow it down.

search-kind-name = name
search-kind-neighbourhood = neighbourhood
search-kind-contact-person = contact person
search-kind-remarks = remarks in the dossier
search-kind-plan-part = plan
search-kind-step = step in the plan
search-kind-step-note = how a step went
search-kind-place = place of a conversation
search-kind-remark = remark beside an answer
search-kind-said = said in a conversation
search-kind-first-step = first step in a conversation
search-kind-other = text
