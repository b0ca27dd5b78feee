//! Bytes between a device and a relay that can read none of them.
//!
//! A device writes [entries](entry): pieces of documents, sealed under a key of their scope and signed. Who is in a space stands
//! in its [membership] log, who may read a scope in that scope's [sharing] log; both are lines of signed records that anybody can
//! replay to the same result. [Keys](key) travel in boxes beside the logs. The relay checks who may write what, and that nothing is
//! written twice, without any key; devices check the relay by [chains and counters](chain).
//!
//! Nothing here reads a clock, a disk or a network. Randomness is handed in. Every function that takes foreign bytes refuses
//! what it does not understand, with a reason, and leaves everything as it was. `docs/protocol.md` has every byte of it.
//!
//! ```
//! use protocol::{
//!     device::{DeviceKeys, PersonKeys},
//!     encode::Blob,
//!     entry::{self, Entry, body::Body, header::{Claims, Kind}},
//!     id::{BasisId, BoxHash, DocumentId, PersonId, ScopeId},
//!     key::ScopeKey,
//!     membership::{Membership, MembershipContent},
//!     sharing::{Sharing, SharingChange, SharingContent, record::{Audience, ScopeKeys}},
//!     signed::Signed,
//! };
//!
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let mut rng = rand_core::UnwrapErr(getrandom::SysRng);
//!
//! // A person with one device begins a space.
//! let person = PersonKeys::generate(PersonId::random(&mut rng), &mut rng);
//! let device = DeviceKeys::generate(person.person, &mut rng);
//! let first = Signed::sign(MembershipContent::create([1; 16], device.card(), person.card()), &device)?;
//! let membership = Membership::begin(&first)?;
//!
//! // On the basis of keeping a record, a scope with a key that only this person can open.
//! let mut sharing = Sharing::new(membership.space(), ScopeId::random(&mut rng));
//! let key = ScopeKey::generate(sharing.scope(), sharing.heads(&membership), &mut rng);
//! let grant = SharingChange::Grant {
//!     basis: BasisId::random(&mut rng),
//!     audience: Audience::Keepers(vec![person.person]),
//!     key: ScopeKeys { key: key.id, boxes: vec![BoxHash::of(b"the box with the key, sealed to the person")] },
//! };
//! let head = membership.head();
//! let grant = SharingContent::next(membership.space(), sharing.scope(), None, head, device.device, grant);
//! let grant = Signed::sign(grant, &device)?;
//! sharing.apply(&grant, &membership)?;
//!
//! // What was written, sealed. This is all that the relay gets to see.
//! let claims = Claims {
//!     space: membership.space(),
//!     scope: sharing.scope(),
//!     document: DocumentId::random(&mut rng),
//!     kind: Kind::Change,
//!     key: key.id,
//!     device: device.device,
//!     counter: 1,
//!     previous: None,
//!     abandoned: Vec::new(),
//!     membership: head,
//!     sharing: grant.hash(),
//! };
//! let key = key.document(claims.document);
//! let written = Body { schema: 1, heads_before: vec![], heads_after: vec![], bytes: Blob(b"a change".to_vec()) };
//! let (_, bytes) = entry::seal(claims, &written, &key, &device, &mut rng)?;
//!
//! // On another device: first what costs nothing, then the signature, then the key.
//! let entry = Entry::decode(&bytes)?;
//! let signing = sharing.admit(&entry.header.claims, entry.hash(), &membership)?;
//! assert_eq!(entry.verify(&signing)?.open(&key)?, written);
//! # Ok(())
//! # }
//! ```

pub mod chain;
pub mod device;
pub mod encode;
pub mod entry;
pub mod id;
pub mod key;
pub mod limit;
pub mod membership;
pub mod permission;
pub mod refused;
pub mod sharing;
pub mod signature;
pub mod signed;
pub mod wire;
