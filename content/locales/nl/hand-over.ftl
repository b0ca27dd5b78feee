### Het apparaat aan de bewoner geven.

hand-over-title = Geef het apparaat
hand-over-what = De bewoner ziet één vraag per keer, en verder niets.
hand-over-how-back = Daarna geeft de bewoner het terug. Alleen u kunt dan weer verder.
hand-over-which = Wat wilt u vragen?
hand-over-marks = { $marks } cijfers, één per onderdeel
hand-over-aspects = Ook de losse vragen
hand-over-aspects-note = Van de onderdelen die u samen kiest.
hand-over-of-which = Van welke onderdelen?
hand-over-count = { $count ->
    [one] Dat is { $count } vraag.
   *[other] Dat zijn { $count } vragen.
 }
hand-over-lock = Bij het teruggeven gaat de app op slot. U opent hem met uw wachtzin of pincode.
hand-over-give = Geef het apparaat
