### De vragen van één onderdeel.

aspects-title = Vragen
aspects-done = Naar het web
aspects-scale = 0 is { $low }, 10 is { $high }.
aspects-and-own = { $standing } · eigen cijfer { $own }
aspects-none = Hier is één cijfer genoeg
aspects-none-why = Dit onderdeel heeft geen losse vragen. U geeft er één cijfer voor, bij de andere onderdelen.
aspects-to-marks = Naar de cijfers
