### Wat voor papier gemaakt is.

print-cannot = Dit apparaat kan niet printen.
print-step = Stapkaart
print-step-note = Om op te hangen waar je hem ziet. Er staat geen naam op.
print-my-step = Mijn eerste stap
print-no-step = Er is nog geen eerste stap
print-no-step-why = Spreek eerst samen een kleine stap af. Daarna staat hij hier op een kaart.
print-no-step-do = Naar de eerste stap
print-blank = Leeg web
print-blank-note = Om met een pen in te vullen.
print-language = Taal van het blad
print-language-nl = Nederlands
print-language-en = Engels
