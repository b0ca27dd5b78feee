### Giving the device to the resident.

hand-over-title = Hand over the device
hand-over-what = The resident sees one question at a time, and nothing else.
hand-over-how-back = Then the resident gives it back. Only you can go on from there.
hand-over-which = What do you want to ask?
hand-over-marks = { $marks } marks, one for each dimension
hand-over-aspects = The separate questions too
hand-over-aspects-note = Of the dimensions that you choose together.
hand-over-of-which = Of which dimensions?
hand-over-count = { $count ->
    [one] That is { $count } question.
   *[other] That is { $count } questions.
 }
hand-over-lock = When it is given back the app locks. You open it with your passphrase or PIN.
hand-over-give = Hand over the device
