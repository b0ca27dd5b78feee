### What is made for paper.

print-cannot = This device cannot print.
print-step = Step card
print-step-note = To put up where you see it. There is no name on it.
print-my-step = My first step
print-no-step = There is no first step yet
print-no-step-why = Agree on a small step first. Then it stands here on a card.
print-no-step-do = To the first step
print-blank = Blank web
print-blank-note = To fill in with a pen.
print-language = Language of the sheet
print-language-nl = Dutch
print-language-en = English
