### Copying marks from paper.

paper-title = Marks from paper
paper-note = Type a mark from 0 to 10. Enter goes to the next. You may leave one empty: then it stays as it was.
paper-with-aspects = All questions too
paper-caption = Marks that were filled in on paper
paper-part = Part
paper-mark = Mark
paper-now = now: { $mark }
paper-wrong = Fill in a whole number from 0 to 10, or leave it empty.
paper-nothing = Fill in a mark first.
paper-save = { $count ->
    [0] Save
    [one] Save { $count } mark
   *[other] Save { $count } marks
 }
