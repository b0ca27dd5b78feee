### Doel en toestemming: wat is afgesproken, waarvoor, en hoe het ophoudt. bases-tell-… wordt woord voor woord bewaard.

bases-title = Wat is afgesproken
bases-lead = Hier staat waarvoor u iets van { $name } bewaart, en in welke woorden dat verteld is. Intrekken kan altijd.
bases-here-only = Hier staat wat is afgesproken. Wie het op een ander apparaat kan lezen, ziet u in het dossier bij ‘Wie kan dit lezen’.
bases-none = Er is nog niets afgesproken.

bases-keep = Gesprekken en plan bewaren
bases-share = Delen met iemand die helpt
bases-refer = Gegevens doorgeven voor een activiteit
bases-group-picture = Meetellen in een beeld van de wijk, zonder naam
bases-story = Een verhaal vertellen in een leerbijeenkomst
bases-neighbourhood-wish = De wens voor de buurt gebruiken

bases-stands = nu
bases-withdrawn = ingetrokken
bases-ground = Grondslag
bases-given-by = Wie zegt ja?
bases-when = Wanneer
bases-recorded-by = Vastgelegd door

## Intrekken

bases-withdraw = Intrekken
bases-withdraw-one = Intrekken: { $purpose }, { $day }
bases-for-ever = Intrekken is voorgoed. Wil de bewoner het later toch? Dan legt u een nieuwe afspraak vast.
bases-withdrawn-on = Ingetrokken: { $day }.
bases-another-stands = Er staat nog een andere afspraak voor hetzelfde doel. Die geldt nu.
bases-to-erase = Alles wissen

bases-would-keep = Na intrekken kan er niets meer bij: geen antwoorden en geen stappen. Wat er staat, blijft staan tot u het wist.
bases-would-share = Na intrekken mag u dit niet meer delen. Wat al gelezen is, blijft gelezen.
bases-would-refer = Na intrekken geeft u geen gegevens meer door. Wat al is doorgegeven, haalt Wijkweb niet terug.
bases-would-group-picture = Na intrekken telt dit niet meer mee in een beeld van de wijk.
bases-would-story = Na intrekken vertelt u dit verhaal niet meer. Wat al verteld is, blijft verteld.
bases-would-neighbourhood-wish = Na intrekken worden de woorden over de buurt niet meer gebruikt. Ze blijven wel in het gesprek staan.

bases-did-keep = Er kan nu niets meer bij. Wat er staat, blijft staan tot u het wist. Spreekt u het opnieuw af? Dan kunt u weer verder.
bases-did-share = U mag dit niet meer delen. Wat al gelezen is, blijft gelezen.
bases-did-refer = U geeft geen gegevens meer door. Wat al is doorgegeven, haalt Wijkweb niet terug.
bases-did-group-picture = Dit telt niet meer mee in een beeld van de wijk.
bases-did-story = U vertelt dit verhaal niet meer. Wat al verteld is, blijft verteld.
bases-did-neighbourhood-wish = De woorden over de buurt worden niet meer gebruikt. Ze staan nog wel in het gesprek.

## Nog iets afspreken

bases-ask = Nog iets afspreken
bases-ask-how = Vraag het pas als het speelt, en vraag niet alles tegelijk.
bases-say-this = Vertel dit aan { $name }:
bases-who-share = Met wie?
bases-who-refer = Aan wie?
bases-who-missing = Vul een naam in. Dan weet de bewoner om wie het gaat.
bases-share-later = Dit legt alleen vast wat is afgesproken, bijvoorbeeld met iemand buiten het team. Laten lezen op een ander apparaat gaat bij ‘Wie kan dit lezen’.
bases-ground-now = Grondslag: { $ground }
bases-agreed = { $name } vindt dit goed, leg vast

bases-tell-share = Ik wil graag dat { $who } { $form ->
    [je] jouw plan leest en meedenkt. Je gesprek leest { $who } niet. Je mag altijd zeggen dat je dit niet meer wilt.
   *[u] uw plan leest en meedenkt. Uw gesprek leest { $who } niet. U mag altijd zeggen dat u dit niet meer wilt.
 }
bases-tell-refer = Ik geef { $form ->
    [je] je naam en hoe je te bereiken bent door aan { $who }, voor een uitnodiging. De rest van wat je vertelt geef ik niet door. Je mag altijd zeggen dat je dit niet meer wilt.
   *[u] uw naam en hoe u te bereiken bent door aan { $who }, voor een uitnodiging. De rest van wat u vertelt geef ik niet door. U mag altijd zeggen dat u dit niet meer wilt.
 }
bases-tell-group-picture = { $form ->
    [je] Je cijfers tellen mee in een beeld van de hele wijk. Je naam staat er niet bij, en een kleine groep laten we niet zien. Je mag altijd zeggen dat je dit niet meer wilt.
   *[u] Uw cijfers tellen mee in een beeld van de hele wijk. Uw naam staat er niet bij, en een kleine groep laten we niet zien. U mag altijd zeggen dat u dit niet meer wilt.
 }
bases-tell-story = { $form ->
    [je] Ik vertel je verhaal als we met collega’s leren. Je naam noem ik niet, maar iemand die je kent kan het herkennen. Je mag altijd zeggen dat je dit niet meer wilt.
   *[u] Ik vertel uw verhaal als we met collega’s leren. Uw naam noem ik niet, maar iemand die u kent kan het herkennen. U mag altijd zeggen dat u dit niet meer wilt.
 }
