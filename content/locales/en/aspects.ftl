### The questions of one part.

aspects-title = Questions
aspects-done = To the web
aspects-scale = 0 is { $low }, 10 is { $high }.
aspects-and-own = { $standing } · own mark { $own }
aspects-none = One mark is enough here
aspects-none-why = This part has no separate questions. You give it one mark, together with the other parts.
aspects-to-marks = To the marks
