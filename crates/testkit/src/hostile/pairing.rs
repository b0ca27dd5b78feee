//! What a mailbox, a camera or a keyboard gives to two devices that want to become a pair.

use std::collections::HashMap;

use pairing::{
    Admitted, Answer, Code, Event, Heard, Invited, Inviter, Joiner, Link, MailboxId, More, Name, Next, Offer,
    RelayAddress, Request, SheetLine, Side,
};
use protocol::{
    device::{DeviceKeys, PersonKeys},
    encode::DecodeError,
    id::{PersonId, RecordHash, SpaceId},
    permission::Role,
    wire::Message,
};
use serde::{Deserialize, Serialize};

use super::{
    Sample,
    pieces::{Pieces, piece},
};
use crate::chance::Chance;

/// More turns than a talk has.
const TURNS_MAX: u64 = 60;

/// The first byte says what the others are: what stands in the mailbox, what was typed or scanned, or what a device says that has
/// the secret.
pub fn pairs(bytes: &[u8]) {
    match bytes.split_first() {
        Some((what, rest)) if what % 4 < 2 => talk(what % 4 == 0, &mut Pieces(rest)),
        Some((what, rest)) if what % 4 == 2 => {
            if let Ok(text) = std::str::from_utf8(rest) {
                typed(text);
            }
        }
        Some((_, rest)) => {
            one_form::<Offered>(rest);
            one_form::<Answered>(rest);
            one_form::<Verdict>(rest);
        }
        None => {}
    }
}

/// Texts that somebody typed or scanned: what can be read is written in one form, and read again.
fn typed(text: &str) {
    if let Ok(link) = Link::parse(text) {
        assert!(Link::parse(&link.to_string()) == Ok(link), "a link is read as it is shown");
    }
    if let Ok(code) = Code::parse(text) {
        assert!(Code::parse(&code.to_string()) == Ok(code), "a code is read as it is shown");
    }
    if let Ok(line) = SheetLine::parse(text) {
        assert!(SheetLine::parse(&line.to_string()) == Ok(line), "a line of a sheet is read as it is printed");
    }
    if let Ok(address) = RelayAddress::parse(text) {
        assert!(RelayAddress::parse(address.as_str()) == Ok(address), "an address has one form");
    }
    if let Ok(name) = Name::new(text) {
        assert!(Name::new(name.as_str()) == Ok(name), "a name has one form");
    }
}

/// Message 5, 6 and 7 as they lie inside their seal.
#[derive(Serialize, Deserialize)]
struct Offered(Option<Offer>);
#[derive(Serialize, Deserialize)]
struct Answered(Option<Answer>);
#[derive(Serialize, Deserialize)]
struct Verdict(Option<Admitted>);

impl Message for Offered {}
impl Message for Answered {}
impl Message for Verdict {}

fn one_form<M: Message>(bytes: &[u8]) {
    match M::from_bytes(bytes) {
        Ok(message) => assert!(message.to_bytes() == bytes, "a message has one form"),
        Err(DecodeError::UnknownVersion(version)) => assert!(bytes.first() == Some(&version), "the first byte says it"),
        Err(_) => {}
    }
}

/// A mailbox that gives something else than what was put, where the bytes say so.
struct Mailbox<'a, 'b> {
    put: HashMap<(MailboxId, u16), Vec<u8>>,
    pieces: &'a mut Pieces<'b>,
    /// Whether it ever gave something else, or nothing.
    disturbed: bool,
}

impl Mailbox<'_, '_> {
    fn ask(&mut self, request: Request) -> Heard {
        match request {
            Request::Post { mailbox, n, bytes } => {
                self.put.insert((mailbox, n), bytes);
                Heard::Put
            }
            Request::Fetch { mailbox, n } => {
                let Some(mut bytes) = self.put.get(&(mailbox, n)).cloned() else { return Heard::Found(None) };
                let how = self.pieces.byte().unwrap_or_default() % 8;
                self.disturbed |= (1..7).contains(&how);
                match how {
                    1 => return Heard::Found(None),
                    2 => bytes = self.pieces.piece().unwrap_or_default().to_vec(),
                    3 => bytes.truncate(usize::from(self.pieces.number().unwrap_or_default())),
                    4 => {
                        let at = usize::from(self.pieces.number().unwrap_or_default());
                        let to = self.pieces.byte().unwrap_or_default();
                        bytes.get_mut(at).into_iter().for_each(|byte| *byte = to);
                    }
                    5 => return Heard::NotPut,
                    6 => return Heard::TriedTooOften,
                    _ => {}
                }
                Heard::Found(Some(bytes))
            }
        }
    }
}

/// Both devices talk until they are at their end. Whoever is let in heard what was said.
fn talk(by_link: bool, pieces: &mut Pieces<'_>) {
    let mut rng = Chance::new(19);
    let (mut inviter, ways) = Inviter::begin(offer(), 0, &mut rng);
    let mut joiner = if by_link {
        Joiner::with_link(&ways.link, 0, &mut rng)
    } else {
        Joiner::with_code(&ways.code, address(), 0, &mut rng)
    };
    let mut mailbox = Mailbox { put: HashMap::new(), pieces, disturbed: false };
    let mut admitted = false;
    for second in 0..TURNS_MAX {
        let now_ms = second.saturating_mul(1_000);
        turn(&mut inviter, &mut mailbox, now_ms, |answer| {
            assert!(offer().fits(answer), "only a device whose cards fit is offered to be let in");
            Admitted { membership_head: RecordHash([3; 32]), person: None, more: More::default() }
        });
        admitted |= matches!(inviter.next(), Next::Done(()));
        turn(&mut joiner, &mut mailbox, now_ms, answer);
    }
    let joined = matches!(joiner.next(), Next::Done(_));
    assert!(!joined || admitted, "nobody is in whom nobody let in");
    assert!(joined || mailbox.disturbed, "two whom nobody disturbs become a pair");
}

fn turn<S: Side>(
    side: &mut S,
    mailbox: &mut Mailbox<'_, '_>,
    now_ms: u64,
    reply: impl FnOnce(&S::Question) -> S::Reply,
) {
    let event = match side.next() {
        Next::Relay(request) => Event::Heard(mailbox.ask(request)),
        Next::Check(_) => Event::Same,
        Next::Ask(question) => Event::Reply(reply(&question)),
        Next::Done(_) | Next::Failed(_) => return,
    };
    side.step(event, now_ms);
}

fn address() -> RelayAddress {
    RelayAddress::parse("relay.example.nl").expect("an address")
}

fn offer() -> Offer {
    Offer {
        space: SpaceId([1; 32]),
        membership_head: RecordHash([2; 32]),
        space_name: Name::new("Wijkteam Noord").expect("a name"),
        inviter: Name::new("Anna").expect("a name"),
        role: Invited::Person(Role::Member),
        relay: address(),
        more: More::default(),
    }
}

fn answer(_: &Offer) -> Answer {
    let mut rng = Chance::new(23);
    let person = PersonId::random(&mut rng);
    let card = PersonKeys::generate(person, &mut rng).card();
    let device = DeviceKeys::generate(person, &mut rng).card();
    Answer { name: Name::new("Bram").expect("a name"), device, person: Some(card) }
}

/// A talk by link and by code with a message changed, texts, and what lies inside.
#[must_use]
pub fn samples() -> Vec<Sample> {
    let (_, ways) = Inviter::begin(offer(), 0, &mut Chance::new(19));
    let (link, code) = (ways.link.to_string(), ways.code.to_string());
    let text = |text: &str| [&[2], text.as_bytes()].concat();
    let inside = |bytes: Vec<u8>| [vec![3], bytes].concat();
    let admitted = Admitted { membership_head: RecordHash([3; 32]), person: None, more: More::default() };
    let mut samples = vec![
        ("link".to_owned(), text(&link)),
        ("code".to_owned(), text(&code)),
        ("address".to_owned(), text("https://relay.example.nl:8443/")),
        ("offer".to_owned(), inside(Offered(Some(offer())).to_bytes())),
        ("answer".to_owned(), inside(Answered(Some(answer(&offer()))).to_bytes())),
        ("admitted".to_owned(), inside(Verdict(Some(admitted)).to_bytes())),
    ];
    for (name, way) in [("by-link", 0), ("by-code", 1)] {
        samples.push((name.to_owned(), vec![way]));
        for at in 0..8_usize {
            let touched = [vec![way], vec![0; at], vec![4, 9, 0, 1]].concat();
            samples.push((format!("{name}-touched-{at}"), touched));
        }
        samples.push((format!("{name}-other"), [vec![way, 2], piece(&[1; 33])].concat()));
    }
    samples
}
