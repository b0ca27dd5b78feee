### Bringing a copy of a dossier along to another team.

bring-along-title = Bring along to another team
bring-along-what = In the other team a new dossier begins with what stands here now. Who reads it there, you agree there anew.
bring-along-into = To which team?
bring-along-stays = This dossier stays where it is. What you write in one from then on does not come into the other.
bring-along-do = { $name } agrees, bring it along
