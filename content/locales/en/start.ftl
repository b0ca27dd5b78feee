### Starting a conversation: with which web, who is there, where.

start-title = New conversation
start-with = Conversation with { $name }
start-begin = Begin

start-unfinished = There is a conversation that is not finished: { $when }.
start-go-on = Go on with that one

start-instrument = Which web fits?
start-more-instruments = More webs
start-fewer-instruments = Fewer webs
start-about-instrument = About this web

start-present = Who is there?
start-place = Where (optional)
start-place-hint = For example at home or in the community centre.
