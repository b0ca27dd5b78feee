//! Answers of a relay to a device: honest ones, with something changed, or none at all.

use protocol::device::DeviceKeys;
use sync::{Answer, Call, Desk, Exchange, Next, Space, Stop, Trouble, protocol::limit::MESSAGE_BYTES_MAX};

use super::{
    Sample,
    pieces::{Pieces, piece},
    scene::{Scene, play},
};
use crate::{chance::Chance, relay::NAME};

/// More calls than the scene needs when the relay is honest.
const CALLS_MAX: usize = 96;

/// A device with the keys of one that wrote, and nothing else, catches up. For each call the bytes say what becomes of the answer;
/// when they end, the relay is honest, and the device finds that it is a copy.
pub fn answers(bytes: &[u8]) {
    play(|scene| {
        let mut pieces = Pieces(bytes);
        let mut device = Joined::new(scene);
        let mut honest_calls = 0_usize;
        while honest_calls < CALLS_MAX {
            honest_calls = if pieces.0.is_empty() { honest_calls.saturating_add(1) } else { 0 };
            let answered = match device.next() {
                Ok(None) => return,
                Ok(Some(call)) => {
                    let answer = changed(scene.relay.carry(&call), &mut pieces);
                    device.exchange.answer(&mut device.space, answer).map(drop)
                }
                Err(stop) => Err(stop),
            };
            if answered == Err(Stop::Trouble(Trouble::Copied)) {
                return;
            }
            if answered.is_err() {
                // What the space has in memory may be ahead of what was kept: it is loaded anew.
                device = Joined::new(scene);
            }
        }
        panic!("with an honest relay the device comes to rest");
    });
}

/// A device with the newcomer's keys, and nothing else.
struct Joined {
    space: Space,
    exchange: Exchange,
    rng: Chance,
}

impl Joined {
    fn new(scene: &Scene) -> Self {
        let (keys, seed) = (scene.newcomer.keys(), scene.newcomer.keys().seed().clone());
        let keys = DeviceKeys::from_seed(keys.person, keys.device, seed);
        let space = Space::joined(scene.space, keys);
        Self { space, exchange: Exchange::new(NAME.into(), None), rng: Chance::new(17) }
    }

    /// The next call; nothing at rest.
    fn next(&mut self) -> Result<Option<Call>, Stop> {
        let desk = Desk {
            to_open: &[],
            wishes: &[],
            to_erase: &[],
            to_write: &[],
            documents: &[],
            agreed: &[],
            renew: false,
            home: &(),
        };
        for _ in 0..CALLS_MAX {
            match self.exchange.next(&mut self.space, &desk, &mut self.rng)? {
                Next::Call(call) => return Ok(Some(call)),
                Next::Keep(_) => {}
                Next::Seal(_) | Next::Anew(_) | Next::Rest => return Ok(None),
            }
        }
        panic!("it keeps and keeps, and asks nothing")
    }
}

/// What becomes of an answer.
fn changed(honest: Answer, pieces: &mut Pieces<'_>) -> Answer {
    let (Some(how), Answer::Good(mut bytes)) = (pieces.byte(), honest.clone()) else { return honest };
    match how % 8 {
        1 => Answer::Nothing,
        2 => Answer::Status(pieces.number().unwrap_or(500)),
        3 => {
            bytes.truncate(usize::from(pieces.number().unwrap_or_default()));
            Answer::Good(bytes)
        }
        4 => {
            let (at, to) = (usize::from(pieces.number().unwrap_or_default()), pieces.byte().unwrap_or_default());
            if let Some(byte) = bytes.get_mut(at) {
                *byte = to;
            }
            Answer::Good(bytes)
        }
        5 => Answer::Good(pieces.piece().unwrap_or_default().to_vec()),
        6 => {
            let at = usize::from(pieces.number().unwrap_or_default()).min(bytes.len());
            let put = pieces.piece().unwrap_or_default().iter().copied();
            bytes.splice(at..at, put);
            Answer::Good(bytes)
        }
        7 => {
            bytes.resize(bytes.len().saturating_mul(2).min(MESSAGE_BYTES_MAX), 0);
            Answer::Good(bytes)
        }
        _ => Answer::Good(bytes),
    }
}

/// Each way to change an answer, at each of the first calls.
#[must_use]
pub fn samples() -> Vec<Sample> {
    let ways: [(&str, Vec<u8>); 7] = [
        ("nothing", vec![1]),
        ("status", vec![2, 0x91, 1]),
        ("cut", vec![3, 40, 0]),
        ("one-byte", vec![4, 30, 0, 1]),
        ("other", [vec![5], piece(&[1, 0, 0])].concat()),
        ("more", [vec![6, 33, 0], piece(&[0; 8])].concat()),
        ("longer", vec![7]),
    ];
    let mut samples = vec![("honest".to_owned(), vec![0; 16])];
    for honest in [1_usize, 2, 3, 5] {
        samples.extend(
            ways.iter().map(|(name, way)| (format!("{name}-after-{honest}"), [vec![0; honest], way.clone()].concat())),
        );
    }
    samples
}
