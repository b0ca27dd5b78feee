### Een kopie van een dossier meenemen naar een ander team.

bring-along-title = Meenemen naar een ander team
bring-along-what = In het andere team begint een nieuw dossier met wat hier nu staat. Wie het daar leest, spreekt u daar opnieuw af.
bring-along-into = Naar welk team?
bring-along-stays = Dit dossier blijft waar het is. Wat u daarna in het ene dossier schrijft, komt niet in het andere.
bring-along-do = { $name } vindt dit goed, neem het mee
