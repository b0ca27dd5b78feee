//! A team of three at a relay, made once: what those targets play in that need more than bytes.

use std::cell::RefCell;

use domain::ConversationEdit;
use protocol::{
    id::{DocumentId, ScopeId, SpaceId},
    wire::{Challenge, Message as _, Token},
};
use sync::{Answer, Call, Method};

use crate::{
    forger::Forger,
    neighbourhood::Neighbourhood,
    relay::NAME,
    simulated_relay::{Backup, SimulatedRelay},
    talk::{given, target},
};

/// Chance of the scene.
const SEED: u64 = 13;
/// A relay lets in so many while its clock stands still, so the scene is set anew now and then.
const PLAYS: u32 = 250;

/// A space with an owner and two members, and a dossier that all read.
pub(super) struct Scene {
    pub(super) relay: SimulatedRelay,
    /// The relay as it was in the beginning.
    backup: Backup,
    /// The owner's keys, then the member's. Both wrote.
    pub(super) keys: [Forger; 2],
    /// The keys of a member who wrote nothing but their name.
    pub(super) newcomer: Forger,
    /// A token of each.
    pub(super) tokens: [String; 2],
    pub(super) space: SpaceId,
    pub(super) scope: ScopeId,
    pub(super) document: DocumentId,
}

thread_local! {
    static SCENE: RefCell<Option<(Scene, u32)>> = const { RefCell::new(None) };
}

/// Plays in the scene, as it was in the beginning.
pub(super) fn play<T>(act: impl FnOnce(&mut Scene) -> T) -> T {
    SCENE.with(|scene| {
        let mut scene = scene.borrow_mut();
        scene.take_if(|(_, plays)| *plays == PLAYS);
        let (scene, plays) = scene.get_or_insert_with(|| (Scene::set(), 0));
        *plays += 1;
        scene.relay.forget_entries(&scene.backup);
        act(scene)
    })
}

impl Scene {
    fn set() -> Self {
        let (mut here, people) = Neighbourhood::team(SEED, &["Ans", "Bo", "Cor"]);
        let [ans, bo, cor] = people[..] else { unreachable!() };
        let (resident, talk) = here.device(ans).talk_with("Kanarie");
        here.device(ans).share(resident, Vec::new()).expect("it can be shared");
        here.settle();
        for who in [ans, bo] {
            let edit = ConversationEdit::Answer(target("d:MD"), Some(given(6)));
            here.device(who).edit(talk, edit).expect("both may write");
        }
        here.settle();
        let keys = [ans, bo].map(|who| Forger::with_keys_of(here.device(who)));
        let newcomer = Forger::with_keys_of(here.device(cor));
        let backup = here.relay().backup();
        let mut relay = SimulatedRelay::new(NAME, SEED);
        relay.forget_entries(&backup);
        let space = relay.books.keys().next().copied().expect("a space");
        let tokens = keys.each_ref().map(|keys| token(&mut relay, space, keys));
        let (scope, document) = (ScopeId(resident.0), DocumentId(talk.0));
        Self { relay, backup, keys, newcomer, tokens, space, scope, document }
    }
}

/// Lets a device in.
fn token(relay: &mut SimulatedRelay, space: SpaceId, keys: &Forger) -> String {
    let mut ask = |what: &str, body: Vec<u8>| {
        let path = format!("/v1/spaces/{space}/{what}");
        let call = Call { method: Method::Post, path, bearer: None, body, wait_seconds: 0 };
        let Answer::Good(bytes) = relay.carry(&call) else { panic!("a member is let in") };
        bytes
    };
    let challenge = Challenge::from_bytes(&ask("challenge", Vec::new())).expect("a challenge");
    let token = ask("token", challenge.answer(keys.keys()).to_bytes());
    data_encoding::HEXLOWER.encode(&Token::from_bytes(&token).expect("a token").token)
}
