//! A mailbox as the relay has it, two devices, and people who say what a test wants them to say.

use std::{collections::HashMap, convert::Infallible};

use pairing::*;
use protocol::{
    device::{DeviceKeys, PersonKeys},
    id::{PersonId, RecordHash, ScopeId, SpaceId},
    limit::{MAILBOX_SECONDS, MAILBOX_TRIES_MAX},
    permission::Role,
};
use rand_core::{TryCryptoRng, TryRng};

/// What the relay keeps in one mailbox (`relay/src/limit.rs`).
pub const MAILBOX_BYTES_MAX: usize = 64 << 10;

/// The bytes that BLAKE3 makes of a word when asked for more and more of them.
pub struct Fixed(blake3::OutputReader);

impl Fixed {
    pub fn new(word: &str) -> Self {
        Self(blake3::Hasher::new().update(word.as_bytes()).finalize_xof())
    }
}

impl TryRng for Fixed {
    type Error = Infallible;

    fn try_next_u32(&mut self) -> Result<u32, Infallible> {
        let mut bytes = [0; 4];
        self.0.fill(&mut bytes);
        Ok(u32::from_le_bytes(bytes))
    }

    fn try_next_u64(&mut self) -> Result<u64, Infallible> {
        let mut bytes = [0; 8];
        self.0.fill(&mut bytes);
        Ok(u64::from_le_bytes(bytes))
    }

    fn try_fill_bytes(&mut self, bytes: &mut [u8]) -> Result<(), Infallible> {
        self.0.fill(bytes);
        Ok(())
    }
}

impl TryCryptoRng for Fixed {}

#[derive(Default)]
pub struct Mailbox {
    messages: Vec<Vec<u8>>,
    tries: u32,
    until_ms: u64,
}

/// Changes what is read from a number on its way.
pub type Touch<'a> = Box<dyn FnMut(u16, Vec<u8>) -> Vec<u8> + 'a>;

/// A relay's mailboxes, by the rules of `relay/src/door/mailboxes.rs`.
#[derive(Default)]
pub struct Relay<'a> {
    pub boxes: HashMap<MailboxId, Mailbox>,
    pub now_ms: u64,
    pub touch: Option<Touch<'a>>,
    /// Everything that was ever put, in its order.
    pub put: Vec<(u16, Vec<u8>)>,
}

impl Relay<'_> {
    pub fn ask(&mut self, request: Request) -> Heard {
        let now_ms = self.now_ms;
        self.boxes.retain(|_, mailbox| mailbox.until_ms > now_ms);
        match request {
            Request::Post { mailbox, n, bytes } => self.post(mailbox, n, bytes),
            Request::Fetch { mailbox, n } => {
                let found = self.boxes.get(&mailbox).and_then(|found| found.messages.get(usize::from(n))).cloned();
                Heard::Found(match self.touch.as_mut() {
                    Some(touch) => found.map(|bytes| touch(n, bytes)),
                    None => found,
                })
            }
        }
    }

    fn post(&mut self, id: MailboxId, n: u16, bytes: Vec<u8>) -> Heard {
        if n > 0 && !self.boxes.contains_key(&id) {
            return Heard::NotPut;
        }
        let until_ms = self.now_ms + MAILBOX_SECONDS * 1_000;
        let mailbox = self.boxes.entry(id).or_insert(Mailbox { until_ms, ..Mailbox::default() });
        if n == 0 {
            if mailbox.tries >= MAILBOX_TRIES_MAX {
                return Heard::TriedTooOften;
            }
            mailbox.tries += 1;
            mailbox.messages.clear();
        }
        let held: usize = mailbox.messages.iter().map(Vec::len).sum();
        if usize::from(n) != mailbox.messages.len() || held + bytes.len() > MAILBOX_BYTES_MAX {
            return Heard::NotPut;
        }
        mailbox.messages.push(bytes.clone());
        self.put.push((n, bytes));
        Heard::Put
    }

    pub fn tries(&self) -> u32 {
        self.boxes.values().map(|mailbox| mailbox.tries).max().unwrap_or_default()
    }
}

/// What the people at one device say.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Person {
    Agrees,
    SeesOtherDigits,
    Declines,
}

/// How it ended at one device, and what was seen there.
pub struct Seen<S: Side> {
    pub end: Option<NextOf<S>>,
    pub digits: Option<Digits>,
    pub asked: Option<S::Question>,
}

/// One step of one side. Gives true as long as it goes on.
pub fn turn<S: Side>(
    side: &mut S,
    relay: &mut Relay<'_>,
    person: Person,
    reply: impl FnOnce(&S::Question) -> S::Reply,
    seen: &mut Seen<S>,
) -> bool {
    let event = match side.next() {
        Next::Relay(request) => Event::Heard(relay.ask(request)),
        Next::Check(digits) => {
            seen.digits = Some(digits);
            if person == Person::SeesOtherDigits { Event::Differs } else { Event::Same }
        }
        Next::Ask(question) => {
            let event = if person == Person::Declines { Event::Decline } else { Event::Reply(reply(&question)) };
            seen.asked = Some(question);
            event
        }
        end => {
            seen.end = Some(end);
            return false;
        }
    };
    side.step(event, relay.now_ms);
    true
}

pub struct Ends {
    pub inviter: Seen<Inviter>,
    pub joiner: Seen<Joiner>,
}

impl Ends {
    pub fn whys(&self) -> (Option<Why>, Option<Why>) {
        let inviter = match self.inviter.end {
            Some(Next::Failed(why)) => Some(why),
            _ => None,
        };
        let joiner = match self.joiner.end {
            Some(Next::Failed(why)) => Some(why),
            _ => None,
        };
        (inviter, joiner)
    }

    pub fn nobody_is_in(&self) -> bool {
        let done = matches!(self.inviter.end, Some(Next::Done(()))) || matches!(self.joiner.end, Some(Next::Done(_)));
        !done && self.inviter.asked.is_none()
    }
}

/// Lets both sides talk until both are at their end. A second passes with every turn, so a side that waits for nothing expires.
pub fn talk(inviter: &mut Inviter, joiner: &mut Joiner, relay: &mut Relay<'_>, people: (Person, Person)) -> Ends {
    let mut inviters = Seen { end: None, digits: None, asked: None };
    let mut joiners = Seen { end: None, digits: None, asked: None };
    loop {
        let going = turn(inviter, relay, people.0, |_| admitted(), &mut inviters);
        if !turn(joiner, relay, people.1, answer, &mut joiners) && !going {
            return Ends { inviter: inviters, joiner: joiners };
        }
        relay.now_ms += 1_000;
    }
}

pub fn address() -> RelayAddress {
    RelayAddress::parse("relay.example.nl").expect("an address")
}

pub fn name(text: &str) -> Name {
    Name::new(text).expect("a name")
}

pub fn offer(role: Invited) -> Offer {
    Offer {
        space: SpaceId([1; 32]),
        membership_head: RecordHash([2; 32]),
        space_name: name("Wijkteam Noord"),
        inviter: name("Anna"),
        role,
        relay: address(),
        more: More::new(b"the engine's own".to_vec()).expect("short"),
    }
}

pub fn member() -> Offer {
    offer(Invited::Person(Role::Member))
}

pub fn answer(offer: &Offer) -> Answer {
    let mut rng = Fixed::new("the joiner's keys");
    let (own, keys) = match offer.role {
        Invited::OwnDevice(person) => (person, None),
        Invited::Person(_) => {
            let person = PersonId::random(&mut rng);
            (person, Some(PersonKeys::generate(person, &mut rng).card()))
        }
        Invited::Resident(_) => (PersonId::random(&mut rng), None),
    };
    Answer { name: name("Bram"), device: DeviceKeys::generate(own, &mut rng).card(), person: keys }
}

pub fn admitted() -> Admitted {
    Admitted { membership_head: RecordHash([3; 32]), person: None, more: More::default() }
}

pub fn invite(offer: Offer, now_ms: u64) -> (Inviter, Ways) {
    Inviter::begin(offer, now_ms, &mut Fixed::new("inviter"))
}

pub fn by_link(ways: &Ways, now_ms: u64) -> Joiner {
    Joiner::with_link(&ways.link, now_ms, &mut Fixed::new("joiner"))
}

pub fn by_code(code: &Code, now_ms: u64) -> Joiner {
    Joiner::with_code(code, address(), now_ms, &mut Fixed::new("joiner"))
}

/// A code with the same mailbox and another secret.
pub fn wrong(code: &Code) -> Code {
    const ALPHABET: &str = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    let right: Vec<char> = code.to_string().chars().filter(|letter| *letter != '-').collect();
    let others = ALPHABET.chars().flat_map(|secret| ALPHABET.chars().map(move |check| (secret, check)));
    let tried = others.filter(|(secret, _)| *secret != right[8]).find_map(|(secret, check)| {
        let text: String = right[..8].iter().chain([&secret, &check]).collect();
        Code::parse(&text).ok()
    });
    tried.expect("one check fits every code")
}

pub const ROLES: [Invited; 5] = [
    Invited::Person(Role::Owner),
    Invited::Person(Role::Member),
    Invited::Person(Role::Helper),
    Invited::OwnDevice(PersonId([4; 16])),
    Invited::Resident(ScopeId([5; 16])),
];

pub const AGREED: (Person, Person) = (Person::Agrees, Person::Agrees);
