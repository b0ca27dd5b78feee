### Over Wijkweb

about-title = Over Wijkweb
about-note = Wat het is, en wat niet
about-is = Wat het is
about-is-what = Wijkweb helpt bij het gesprek over Positieve Gezondheid. Samen vult u het web in, praat u erover en spreekt u één kleine stap af. Het werkt ook zonder internet.
about-not = Wat het niet is
about-not-record = Het is geen medisch dossier. Wat daarin hoort, zet u in uw eigen systeem.
about-not-iph = Het is geen product van het iPH. Het idee komt van Machteld Huber en het iPH; de woorden hier zijn van ons.
about-not-measure = Het is geen meting. Er is geen totaalscore, en geen goed of fout.
about-not-checked = De versleuteling gebruikt bekende bouwstenen, maar is nog niet door buitenstaanders getest.
about-data = Uw gegevens
about-data-here = Alles staat op dit apparaat. Alleen in een team gaat er iets naar buiten: versleuteld, en alleen wat met de bewoner is afgesproken.
about-data-locked = Het staat op slot met uw wachtzin. Wij kunnen er niet bij.
about-data-never-deleted = De app gooit nooit uit zichzelf iets weg. Alleen mensen wissen: u, of in een team wie iets intrekt of wist dat gedeeld is.
about-data-responsible = Spreek met uw team af wie verantwoordelijk is voor de gegevens, en hoe lang u ze bewaart.
about-made = Hoe het gemaakt is
about-made-what = Wijkweb is open: iedereen mag de code bekijken, gebruiken en verbeteren, onder de licentie EUPL-1.2.
about-version = Versie { $version }
