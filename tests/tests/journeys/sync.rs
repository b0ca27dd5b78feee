//! Two professionals work a day without reception; at night both have everything.

use api::{
    sharing::GetSharing,
    team::{ConfirmPairing, GetTeam, Invite, InviteAs, Join, PairingView},
};
use domain::{ConversationEdit, TalkStep, Voice};
use testkit::{
    device::Device,
    relay::{ADDRESS, Post},
    team::MEMBER,
};

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

#[test]
fn what_two_devices_wrote_without_a_network_is_on_both_at_night() {
    let post = Post::default();
    let (mut ans, mut bo) = (Device::of(1, "Ans"), Device::of(2, "Bo"));
    ans.make_team("Team Noord");
    post.sync(&mut ans);
    let_in(&post, &mut ans, &mut bo, MEMBER);
    post.sync(&mut bo);
    post.sync(&mut ans);
    assert_eq!(ans.names_in_team(), [Some("Ans".into()), Some("Bo".into())], "Ans sees who is in the team");
    assert_eq!(bo.names_in_team(), [Some("Bo".into()), Some("Ans".into())], "and so does Bo");

    let (fatma, talk) = ans.talk_with("Fatma");
    ans.share(fatma, Vec::new()).expect("a dossier with a basis can be shared");
    post.sync(&mut ans);
    post.sync(&mut bo);
    assert_eq!(bo.names(), ["Fatma"], "Bo sees the dossier that was shared");

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
    let dossier = |device: &mut Device| device.dossier(fatma).expect("a dossier").dossier;
    assert_eq!(dossier(&mut ans), dossier(&mut bo), "and the same dossier");
    for device in [&mut ans, &mut bo] {
        let state = device.state();
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
    let post = Post::default();
    let (mut ans, mut bo) = (Device::of(1, "Ans"), Device::of(2, "Bo"));
    ans.make_team("Team Noord");
    post.sync(&mut ans);
    let_in(&post, &mut ans, &mut bo, MEMBER);
    let (fatma, _) = ans.talk_with("Fatma");
    ans.resident("Zonder grondslag");
    post.sync(&mut ans);
    post.sync(&mut bo);
    assert_eq!(bo.names(), Vec::<String>::new(), "a dossier is its keeper's until somebody agrees to more");

    let basis = ans.share(fatma, Vec::new()).expect("a dossier with a basis can be shared");
    post.sync(&mut ans);
    post.sync(&mut bo);
    assert_eq!(bo.names(), ["Fatma"], "then it comes");
    ans.withdraw(fatma, basis).expect("a basis can be withdrawn");
    post.sync(&mut ans);
    let copies = |ans: &mut Device| {
        let view = ans.call(GetSharing { resident: fatma }).expect("who can read it");
        let copies = view.shares.into_iter().flat_map(|share| share.copies);
        copies.map(|copy| (copy.person.name, copy.gone)).collect::<Vec<_>>()
    };
    assert_eq!(copies(&mut ans), [("Bo".to_owned(), false)], "Ans is told on whose device the copy still is");
    post.sync(&mut bo);
    assert_eq!(bo.names(), Vec::<String>::new(), "and goes when it is withdrawn");
    post.sync(&mut ans);
    assert_eq!(copies(&mut ans), [("Bo".to_owned(), true)], "and that it is gone, once his device has said so");
}
