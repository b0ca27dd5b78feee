### Cijfers overnemen van papier.

paper-title = Cijfers van papier
paper-note = Typ een cijfer van 0 tot en met 10. Enter gaat naar het volgende. Leeg laten mag: dan blijft het zoals het was.
paper-with-aspects = Ook alle vragen
paper-caption = Cijfers die op papier zijn ingevuld
paper-part = Onderdeel
paper-mark = Cijfer
paper-now = nu: { $mark }
paper-wrong = Vul een heel getal in van 0 tot en met 10, of laat het leeg.
paper-nothing = Vul eerst een cijfer in.
paper-save = { $count ->
    [0] Opslaan
    [one] { $count } cijfer opslaan
   *[other] { $count } cijfers opslaan
 }
