### Wat de professional vooraf verwacht. Alleen voor de professional.

expect-title = Wat verwacht u?
expect-private = Alleen voor u. Dit blijft op dit apparaat.
expect-why = Na het gesprek ziet u of het iets anders werd. Niemand anders ziet dit, ook de bewoner niet.
expect-which = Wat wordt vandaag belangrijk, denkt u?
expect-done = Klaar
