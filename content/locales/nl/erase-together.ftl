### Samen een dossier wissen dat iemand anders bewaart of dat men zelf overnam: de een vraagt, een tweede persoon beslist mee.

erase-together-title = Samen wissen
erase-together-note = Wat iemand anders bewaart, of wat u zelf overnam
erase-together-what = Wie een dossier begon of kreeg overgedragen, kan het wissen. Is die collega er niet meer en vraagt de bewoner om wissen? Dan kunnen twee mensen het samen doen: een beheerder of wie het zelf overnam, en nog iemand uit het team.
erase-together-which = Elk dossier heeft een kenmerk. Het staat in het dossier bij ‘Wie kan dit lezen’ en op de kopie van de bewoner.
erase-together-none = Hier is niets om samen te wissen
erase-together-none-what = Er is geen dossier van iemand anders waarover u kunt beslissen.
erase-together-dossier = Dossier { $reference }
erase-together-reference = kenmerk { $reference }
erase-together-kept-by = bewaard door { $name }
erase-together-kept-by-gone = bewaard door { $name }, niet meer in het team
erase-together-nobody-known = iemand wiens naam hier niet bekend is
erase-together-ask-keeper = Wie het bewaart, is nog in het team en kan het zelf wissen. Vraag het daar eerst.
erase-together-ask = Vragen om te wissen
erase-together-ask-what = Vraag dit alleen als de bewoner het wil. Er wordt nog niets gewist: iemand anders uit het team ziet uw vraag op een eigen apparaat en beslist mee.
erase-together-ask-yes = Vragen
erase-together-asks = { $name } vraagt of u meebeslist om dit dossier te wissen.
erase-together-agree = Meebeslissen
erase-together-agree-what = Zegt u ja, dan is het voorgoed weg: van alle apparaten en van de doorgeefpost. Vraag { $name } waarom, en vergelijk het kenmerk.
erase-together-agree-yes = Ja, voorgoed wissen
erase-together-type = Typ het kenmerk: { $reference }
erase-together-type-hint = Zo weten u beiden dat u hetzelfde dossier bedoelt.
erase-together-type-missing = Dit is een ander kenmerk. Er is niets veranderd.
erase-together-waits = U heeft ja gezegd. Nu beslist iemand anders uit het team nog mee.
erase-together-both = U heeft allebei ja gezegd. Het wordt gewist zodra de apparaten verbinding hebben.
erase-together-waits-there = Op een ander apparaat van u kunt u het terugnemen.
erase-together-take-back = Toch niet wissen
erase-together-held = Een beheerder heeft wissen tegengehouden.
erase-together-no-second = Er is nu niemand die kan meebeslissen. Wie pas later in het team kwam, telt niet naast wie hem of haar binnenliet. Alleen wie het bewaart, kan het wissen.
erase-together-too-late = { $name } vraagt wie meebeslist om dit dossier te wissen. U kunt dat niet, want een van u beiden kwam pas later in het team. Iemand die er al was, kan het wel.
erase-together-open = Naar samen wissen
erase-together-asked = { $count ->
    [one] Een collega vraagt of u meebeslist om een dossier te wissen
   *[other] Bij { $count } dossiers wordt gevraagd of u meebeslist om te wissen
 }
erase-together-other-keeper = Iemand anders bewaart dit dossier
erase-together-other-keeper-do = U kunt het niet alleen wissen. Als beheerder kunt u het samen met iemand anders doen.
erase-together-taken-over = U heeft dit dossier zelf overgenomen
erase-together-taken-over-do = U kunt het niet alleen wissen. Samen met iemand anders uit het team kan het wel.
