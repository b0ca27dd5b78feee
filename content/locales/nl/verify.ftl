### Alles nakijken wat bewaard is: goed, of wat er mis is. Nooit wat er geschreven is.

verify-well = { $count ->
    [one] Alles is goed: 1 onderdeel gelezen.
   *[other] Alles is goed: { $count } onderdelen gelezen.
}
verify-problem-mended = De gegevens waren beschadigd bij het openen. Wat te lezen was, is overgezet naar een nieuw bestand; het oude is bewaard.
verify-problem-lost = { $count ->
    [one] 1 onderdeel kon niet meer overgezet worden.
   *[other] { $count } onderdelen konden niet meer overgezet worden.
}
verify-problem-page = { $count ->
    [one] 1 bladzijde van het bestand is beschadigd.
   *[other] { $count } bladzijden van het bestand zijn beschadigd.
}
verify-problem-document = { $count ->
    [one] 1 onderdeel kan niet gelezen worden.
   *[other] { $count } onderdelen kunnen niet gelezen worden.
}
verify-problem-row = { $count ->
    [one] 1 regel van de lijsten is niet zoals die moet zijn. De lijsten opnieuw maken herstelt dat.
   *[other] { $count } regels van de lijsten zijn niet zoals ze moeten zijn. De lijsten opnieuw maken herstelt dat.
}
verify-problem-search = Zoeken vindt niet precies wat er geschreven is. De lijsten opnieuw maken herstelt dat.
verify-problem-unread = De lijsten kunnen niet gelezen worden.
verify-problem-access-log = Het logboek is veranderd buiten de app om.
verify-problem-log = { $count ->
    [one] 1 logboek van het team en van het delen is niet tot het einde te volgen. Het delen is gestopt.
   *[other] { $count } logboeken van het team en van het delen zijn niet tot het einde te volgen. Het delen is gestopt.
}
verify-problem-entry = { $count ->
    [one] 1 bericht dat hier bewaard wordt om te versturen of terug te brengen, klopt niet meer.
   *[other] { $count } berichten die hier bewaard worden om te versturen of terug te brengen, kloppen niet meer.
}
verify-problem-aside = { $count ->
    [one] 1 ding dat binnenkwam staat apart en verandert niets.
   *[other] { $count } dingen die binnenkwamen staan apart en veranderen niets.
}
