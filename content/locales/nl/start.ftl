### Een gesprek beginnen: met welk web, wie erbij is, waar.

start-title = Nieuw gesprek
start-with = Gesprek met { $name }
start-begin = Beginnen

start-unfinished = Er is nog een gesprek dat niet af is: { $when }.
start-go-on = Daarmee verdergaan

start-instrument = Welk web past?
start-more-instruments = Meer webben
start-fewer-instruments = Minder webben
start-about-instrument = Over dit web

start-present = Wie zijn erbij?
start-place = Waar (hoeft niet)
start-place-hint = Bijvoorbeeld thuis of in het buurthuis.
