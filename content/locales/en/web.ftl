### The web: the drawing, the table, laying two over each other, flat on the table, and the empty web on paper.

## Beside a name

# "6.2 (6 of 8)"; what stands between brackets stays on one line.
web-part-of = { $mark } ({ $answered }{"\u00A0"}of{"\u00A0"}{ $of })

## In sentences

web-sentence-title = The web of { $when }.
web-sentence-axis = { $label } { $what }.
web-sentence-place = { $label } { $place ->
    [middle] near the middle
    [halfway] halfway
   *[rim] near the edge
 }.
web-open-dimension = { $label } { $what }

## Adjusting

web-adjust-hint = Drag a point, or tap a line. With the keyboard: arrows, digits, or Delete to clear.

## As a table

web-as-table = As a table
web-table-caption = The web of { $when }, as a table
web-table-dimension = Part
web-table-own-mark = own mark
web-table-mean = mean, { $answered } of { $of } filled in
web-table-not-asked = not in this web

## With an earlier web

web-compare = Lay an earlier web over it
web-compare-one = Web of { $when } over it
web-small-multiples = All webs
web-open-web = See the web of { $when }

## Flat on the table

web-flat = Flat on the table
web-flat-seat = Where is the other person sitting?
web-flat-seat-opposite = opposite me
web-flat-seat-left = on my left
web-flat-seat-right = on my right
web-flat-to-me = Turn to me
web-flat-to-you = Turn to you

## An empty web to print

web-blank-title = My web
web-blank-how = Put a dot on each line. { $low } is in the middle, { $high } is at the edge. You may skip a line. Then join the dots.
web-blank-name = Name
web-blank-date = Date
web-blank-notice = What I notice
web-blank-talk = What I want to talk about
