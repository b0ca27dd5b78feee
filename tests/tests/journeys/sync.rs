//! Two professionals work a day without reception; at night both have everything.

use api::{
    dossier::GetDossier,
    residents::FindResidents,
    sharing::{ShareDossier, What},
    sync::GetSync,
    team::{ConfirmPairing, GetTeam, Invite, InviteAs, Join, MakeTeam, PairingView, TeamRole},
};
use domain::{ConversationEdit, GivenBy, Ground, Language, Purpose, ResidentId, TalkStep, Voice};
use tests::{
    device::Device,
    relay::{ADDRESS, Post},
};

/// A device of somebody with this name.
fn device_of(seed: u64, name: &str) -> Device {
    let (mut device, _) = Device::set_up(seed);
    let person = domain::directory::Person { name: name.into(), role: "wijkverpleegkundige".into() };
    device.call(api::settings::EditPerson { person }).expect("a name can be changed");
    device
}

/// Lets `other` in by the typed code, and both say that the digits are the same.
fn let_in(post: &Post, owner: &mut Device, other: &mut Device, invite: InviteAs) {
    let view = owner.call(Invite { invite }).expect("an owner may invite");
    let Some(PairingView::Inviting { code, .. }) = view.pairing else { panic!("an invitation") };
    other.call(Join { code, relay: ADDRESS.into() }).expect("the code can be read");
    let mut compared = [false, false];
    for _ in 0..200 {
        for (at, device) in [&mut *owner, &mut *other].into_iter().enumerate() {
            post.pair(device);
            post.exchange(device);
            let view = device.call(GetTeam {}).expect("a view").pairing;
            if let Some(PairingView::Check { said: false, .. }) = view
                && !compared[at]
            {
                compared[at] = true;
                device.call(ConfirmPairing { same: true }).expect("the digits are the same");
            }
        }
        let done = |device: &mut Device| {
            matches!(device.call(GetTeam {}).expect("a view").pairing, Some(PairingView::Done { .. }))
        };
        if done(owner) && done(other) {
            return;
        }
    }
    panic!("pairing does not end: {:?} {:?}", owner.call(GetTeam {}), other.call(GetTeam {}));
}

fn share_with_team(device: &mut Device, resident: ResidentId) -> domain::BasisId {
    device
        .call(ShareDossier {
            resident,
            people: Vec::new(),
            what: What::All {},
            ground: Ground::Consent,
            given_by: GivenBy::Oneself,
            told: "Het team mag meelezen.".into(),
            language: Language::Nl,
            until: None,
        })
        .expect("a dossier with a basis can be shared")
}

fn names(device: &mut Device) -> Vec<String> {
    let page = device.call(FindResidents { text: String::new(), after: None }).expect("a page");
    page.rows.into_iter().map(|row| row.name).collect()
}

#[test]
fn what_two_devices_wrote_without_a_network_is_on_both_at_night() {
    let post = Post::new();
    let (mut ans, mut bo) = (device_of(1, "Ans"), device_of(2, "Bo"));
    ans.call(MakeTeam { name: "Team Noord".into(), relay: ADDRESS.into(), token: String::new() }).expect("a team");
    post.sync(&mut ans);
    let_in(&post, &mut ans, &mut bo, InviteAs::Person { role: TeamRole::Member });
    post.sync(&mut bo);
    post.sync(&mut ans);
    let people = |device: &mut Device| {
        let team = device.call(GetTeam {}).expect("a view").team.expect("a team");
        team.people.into_iter().map(|person| person.person.map(|person| person.name)).collect::<Vec<_>>()
    };
    assert_eq!(people(&mut ans), [Some("Ans".into()), Some("Bo".into())], "Ans sees who is in the team");
    assert_eq!(people(&mut bo), [Some("Bo".into()), Some("Ans".into())], "and so does Bo");

    let (fatma, talk) = ans.talk_with("Fatma");
    share_with_team(&mut ans, fatma);
    post.sync(&mut ans);
    post.sync(&mut bo);
    assert_eq!(names(&mut bo), ["Fatma"], "Bo sees the dossier that was shared");

    // A day without a network: both write in the same talk.
    ans.mark(talk, "d:MD", 3).expect("a mark");
    bo.mark(talk, "d:LF", 8).expect("a mark");
    let say = |words: &str| ConversationEdit::Say(TalkStep::StandsOut, Voice::Professional, words.into());
    bo.edit(talk, say("zij slaapt slecht")).expect("words");
    post.sync(&mut ans);
    post.sync(&mut bo);
    post.sync(&mut ans);
    assert_eq!(ans.talk(talk).conversation, bo.talk(talk).conversation, "at night both have the same talk");
    assert_eq!(ans.talk(talk).conversation.answers.len(), 2, "with both marks");
    let dossier = |device: &mut Device| device.call(GetDossier { resident: fatma }).expect("a dossier");
    assert_eq!(dossier(&mut ans).dossier, dossier(&mut bo).dossier, "and the same dossier");
    for device in [&mut ans, &mut bo] {
        let state = device.call(GetSync {}).expect("a state");
        assert_eq!((state.waiting, state.problems), (0, vec![]), "nothing waits, nothing is wrong");
    }
    let kept = post.files();
    for word in ["Fatma", "slaapt", "Noord", "meelezen"] {
        let there = kept.windows(word.len()).any(|window| window == word.as_bytes());
        assert!(!there, "the relay keeps no word of it: {word}");
    }
}

#[test]
fn what_is_not_shared_comes_to_nobody_else() {
    let post = Post::new();
    let (mut ans, mut bo) = (device_of(1, "Ans"), device_of(2, "Bo"));
    ans.call(MakeTeam { name: "Team Noord".into(), relay: ADDRESS.into(), token: String::new() }).expect("a team");
    post.sync(&mut ans);
    let_in(&post, &mut ans, &mut bo, InviteAs::Person { role: TeamRole::Member });
    let (fatma, _) = ans.talk_with("Fatma");
    let nameless = ans.resident("Zonder grondslag");
    post.sync(&mut ans);
    post.sync(&mut bo);
    assert_eq!(names(&mut bo), Vec::<String>::new(), "a dossier is its keeper's until somebody agrees to more");

    let basis = share_with_team(&mut ans, fatma);
    post.sync(&mut ans);
    post.sync(&mut bo);
    assert_eq!(names(&mut bo), ["Fatma"], "then it comes");
    ans.call(api::dossier::WithdrawBasis { resident: fatma, basis }).expect("a basis can be withdrawn");
    post.sync(&mut ans);
    post.sync(&mut bo);
    assert_eq!(names(&mut bo), Vec::<String>::new(), "and goes when it is withdrawn");
    let _ = (nameless, Purpose::Keep);
}
