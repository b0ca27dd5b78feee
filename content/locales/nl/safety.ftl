### Zorgen om veiligheid?

safety-title = Zorgen om veiligheid?
safety-note = Wie kunt u bellen?
safety-row-note = Nummers die u zelf invult
safety-now-title = Is er nu gevaar?
safety-now = Bel 112.
safety-team-title = Nummers van ons team
safety-none = Hier staan nog geen nummers. Spreek met uw team af wie u belt bij zorgen, en vul die nummers hier in. Ze werken ook zonder internet.
safety-add = Nummer toevoegen
safety-change = { $name } aanpassen
safety-remove = { $name } weghalen
safety-remove-sure = { $name } weghalen?
safety-remove-what = Het nummer gaat van deze bladzijde af.
safety-name = Wie
safety-name-missing = Vul in wie het is.
safety-number = Telefoonnummer
safety-number-missing = Vul een nummer in.
safety-when = Wanneer belt u dit nummer?
safety-never-by-score = De app stuurt u hier nooit vanzelf naartoe. Een laag cijfer zegt niets over veiligheid. U hoort en ziet meer dan een web.
