### The residents: find them by name as you type.

residents-title = Residents
residents-with-whom = With whom do you talk?
residents-find = Find by name
residents-add = Add a resident
residents-add-name = Add { $name }
residents-more = Show more residents
residents-last-talk = last conversation { $day }
residents-no-talk = no conversation yet
residents-unfinished = not finished
residents-sample = sample
residents-found = { $count ->
    [one] 1 resident found
   *[other] { $count } residents found
 }
residents-found-more = The first { $count } residents. Type more to find.
residents-none = The residents will stand here
residents-none-how = Add somebody you are going to talk with. A first name is enough.
residents-not-found = Nobody is called ‘{ $name }’
residents-not-found-how = See whether the name is spelled differently. Is it somebody new? Then add them.
