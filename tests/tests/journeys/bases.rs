//! Basis and purpose: given in known words, withdrawn with one tap, and what that does.

use api::{
    Failure,
    dossier::{EditDossier, GetDossier, WithdrawBasis},
};
use domain::{ConversationEdit, DossierEdit, Purpose, TalkStep, Voice};
use testkit::device::Device;

#[test]
fn the_very_words_are_kept_with_who_and_when() {
    let (mut device, _) = Device::set_up(20);
    let resident = device.resident("An");
    let id = device.agree(resident, Purpose::Keep);
    let dossier = device.call(GetDossier { resident }).expect("it is there").dossier;
    let basis = dossier.bases.get(&id).expect("it was recorded");
    assert_eq!(basis.told, "Wij bewaren dit gesprek op dit apparaat.", "what was told can be shown later");
    assert_eq!(basis.recorded_by, "Marieke", "and who recorded it");
}

#[test]
fn after_withdrawal_nothing_is_added_and_wiping_still_works() {
    let (mut device, _) = Device::set_up(21);
    let (resident, talk) = device.talk_with("An");
    device.mark(talk, "d:LF", 6).expect("there is a basis");
    let basis = device.talk(talk).keep.expect("it stands");
    device.call(WithdrawBasis { resident, basis }).expect("one tap");
    assert_eq!(device.mark(talk, "d:MW", 6).err(), Some(Failure::NoBasis), "nothing is added");
    assert_eq!(device.talk(talk).conversation.answers.len(), 1, "what was there is still there, to be erased or kept");
    device.edit(talk, ConversationEdit::Answer("d:LF".parse().expect("a target"), None)).expect("wiping always works");
    device.agree(resident, Purpose::Keep);
    device.mark(talk, "d:MW", 6).expect("giving again is a new basis");
    device.call(WithdrawBasis { resident, basis }).expect("withdrawing the old one again changes nothing");
    assert!(device.talk(talk).keep.is_some(), "the new basis stands");
}

#[test]
fn what_the_neighbourhood_could_be_has_a_purpose_of_its_own() {
    let (mut device, _) = Device::set_up(22);
    let (resident, talk) = device.talk_with("An");
    let wish = || ConversationEdit::Say(TalkStep::Neighbourhood, Voice::Resident, "Een bankje bij de vijver".into());
    assert_eq!(device.edit(talk, wish()).err(), Some(Failure::NoBasis), "keeping the talk is another purpose");
    device.agree(resident, Purpose::NeighbourhoodWish);
    device.edit(talk, wish()).expect("now it may be kept");
}

#[test]
fn a_basis_does_not_come_in_through_the_back_door() {
    let (mut device, _) = Device::set_up(23);
    let resident = device.resident("An");
    let id = device.agree(resident, Purpose::Keep);
    let edit = DossierEdit::WithdrawBasis(id, domain::Moment(1));
    assert!(
        device.call(EditDossier { resident, edit }).is_err(),
        "withdrawing has a verb of its own, with a line in the log"
    );
    device
        .call(EditDossier { resident, edit: DossierEdit::ContactPerson("dochter Els".into()) })
        .expect("correcting works");
}
