//! The simulated relay's front: an address and a method, and the status that the real one gives.

use data_encoding::HEXLOWER;
use protocol::{
    encode::Blob,
    id::{BoxHash, DeviceId, ScopeId, SpaceId},
    key::key_box::KeyBox,
    wire::{
        Append, Appended, Challenge, LogRequest, Message, Pins, PinsRequest, Token, TokenRequest, Upload, Uploaded,
    },
};
use relay::heart::{
    access::Caller,
    mailbox::{Mailbox, MailboxError, MailboxId},
    records::Way,
};
use sync::{Call, Method};

use super::{Book, SimulatedRelay};

/// The body of a good answer, or another status.
type Status<T> = Result<T, u16>;

const MALFORMED: u16 = 400;
const UNKNOWN: u16 = 401;
const NOT_ALLOWED: u16 = 403;
const NOT_THERE: u16 = 404;
const AS_USUAL: u16 = 409;

fn hex<const N: usize>(text: &str) -> Status<[u8; N]> {
    HEXLOWER.decode(text.as_bytes()).ok().and_then(|bytes| bytes.try_into().ok()).ok_or(MALFORMED)
}

fn message<M: Message>(bytes: &[u8]) -> Status<M> {
    M::from_bytes(bytes).map_err(|_| MALFORMED)
}

fn query<'a>(query: &'a str, name: &str) -> Status<&'a str> {
    query.split('&').find_map(|part| part.strip_prefix(name)?.strip_prefix('=')).ok_or(MALFORMED)
}

impl SimulatedRelay {
    pub(super) fn answer(&mut self, call: &Call) -> Status<Vec<u8>> {
        let (path, asked) = call.path.split_once('?').unwrap_or((&call.path, ""));
        let parts: Vec<&str> = path.trim_start_matches("/v1/").split('/').collect();
        match (call.method, parts.as_slice()) {
            (_, ["rendezvous", id]) => self.mailbox(call, id, asked),
            (Method::Post, ["spaces", space, "challenge"]) => self.challenge(SpaceId(hex(space)?)),
            (Method::Post, ["spaces", space, "token"]) => self.token(SpaceId(hex(space)?), &call.body),
            (Method::Post, ["spaces", space, "membership"]) => self.membership(call, SpaceId(hex(space)?)),
            (Method::Post, ["spaces", space, "scopes", scope, "sharing"]) => {
                let (book, caller) = self.enter(call, SpaceId(hex(space)?))?;
                let append: Append = message(&call.body)?;
                let taken = book.take_sharing(caller, ScopeId(hex(scope)?), &append.record.0, Way::Append);
                Ok(taken.ok_or(NOT_ALLOWED)?.to_bytes())
            }
            (Method::Post, ["spaces", space, "entries"]) => {
                let (book, caller) = self.enter(call, SpaceId(hex(space)?))?;
                let upload: Upload = message(&call.body)?;
                Ok(Uploaded { items: book.take_entries(caller, &upload.entries, Way::Append) }.to_bytes())
            }
            (Method::Post, ["spaces", space, "pins"]) => {
                let (book, caller) = self.enter(call, SpaceId(hex(space)?))?;
                let PinsRequest { devices } = message(&call.body)?;
                if !devices.iter().all(|device| book.space.may_ask_where(caller, *device)) {
                    return Err(NOT_ALLOWED);
                }
                let devices = devices.into_iter().map(|device| (device, book.pins(device))).collect();
                Ok(Pins { devices }.to_bytes())
            }
            (Method::Post, ["spaces", space, "have"]) => {
                let (book, _) = self.enter(call, SpaceId(hex(space)?))?;
                Ok(book.missing(message(&call.body)?).to_bytes())
            }
            (Method::Post, ["spaces", space, "restore"]) => {
                let space = SpaceId(hex(space)?);
                let (device, _) = self.entrant(call, space)?;
                let (book, _) = self.enter(call, space)?;
                let restored = book.take_back(device, &message(&call.body)?);
                Ok(restored.ok_or(AS_USUAL)?.to_bytes())
            }
            (Method::Get, ["spaces", space, "log"]) => {
                let (book, caller) = self.enter_to_read(call, SpaceId(hex(space)?))?;
                let digits = query(asked, "request")?.as_bytes();
                let request: LogRequest = message(&HEXLOWER.decode(digits).map_err(|_| MALFORMED)?)?;
                Ok(book.page(caller, &request).to_bytes())
            }
            (method, ["spaces", space, "boxes", hash]) => {
                let (book, caller) = self.enter(call, SpaceId(hex(space)?))?;
                let hash = BoxHash(hex(hash)?);
                match method {
                    Method::Get => return book.give_box(caller, hash).ok_or(NOT_THERE),
                    Method::Delete => return book.delete_box(caller, hash).ok_or(NOT_ALLOWED),
                    _ => {}
                }
                KeyBox::decode(hash, &call.body).map_err(|_| MALFORMED)?;
                book.take_box(hash, &call.body);
                Ok(Vec::new())
            }
            _ => Err(NOT_THERE),
        }
    }

    /// Who asks. The membership is looked up now, whatever the token said when it was made.
    fn enter(&mut self, call: &Call, space: SpaceId) -> Status<(&mut Book, Caller)> {
        let (book, caller) = self.enter_to_read(call, space)?;
        if matches!(caller, Caller::Removed { .. }) { Err(NOT_ALLOWED) } else { Ok((book, caller)) }
    }

    /// Who asks for the log: also a device that was removed, which is told so.
    fn enter_to_read(&mut self, call: &Call, space: SpaceId) -> Status<(&mut Book, Caller)> {
        let (_, caller) = self.entrant(call, space)?;
        Ok((self.books.get_mut(&space).ok_or(NOT_THERE)?, caller))
    }

    fn entrant(&self, call: &Call, space: SpaceId) -> Status<(DeviceId, Caller)> {
        let token = call.bearer.as_deref().and_then(|token| hex(token).ok()).ok_or(UNKNOWN)?;
        let book = self.books.get(&space).ok_or(UNKNOWN)?;
        let device = book.space.door.device(&token, self.now.as_secs()).ok_or(UNKNOWN)?;
        let (caller, _) = book.space.caller(device).ok_or(NOT_ALLOWED)?;
        Ok((device, caller))
    }

    fn challenge(&mut self, space: SpaceId) -> Status<Vec<u8>> {
        let door = self.books.get(&space).ok_or(NOT_THERE)?.space.door;
        let nonce = door.challenge(self.chance.bytes(), self.now.as_secs());
        Ok(Challenge { relay: Blob(self.name.clone()), space, nonce }.to_bytes())
    }

    fn token(&self, id: SpaceId, body: &[u8]) -> Status<Vec<u8>> {
        let book = self.books.get(&id).ok_or(NOT_THERE)?;
        let answer: TokenRequest = message(body)?;
        let now = self.now.as_secs();
        let made = book.space.door.challenged(&answer.nonce, now).ok_or(UNKNOWN)?;
        let (_, key) = book.space.caller(answer.device).ok_or(NOT_ALLOWED)?;
        let challenge = Challenge { relay: Blob(self.name.clone()), space: id, nonce: answer.nonce };
        challenge.check(&answer, &key).map_err(|_| UNKNOWN)?;
        let (token, seconds_left) = book.space.door.token(answer.device, made, now);
        Ok(Token { token, seconds_left }.to_bytes())
    }

    fn membership(&mut self, call: &Call, id: SpaceId) -> Status<Vec<u8>> {
        if self.books.contains_key(&id) {
            let (book, _) = self.enter(call, id)?;
            let append: Append = message(&call.body)?;
            return Ok(book.take_membership(&append.record.0, Way::Append).to_bytes());
        }
        let append: Append = message(&call.body)?;
        let Some(book) = Book::create(id, &append.record.0, &mut self.chance) else {
            return Ok(Appended::Refused.to_bytes());
        };
        self.books.insert(id, book);
        Ok(Appended::Taken.to_bytes())
    }

    fn mailbox(&mut self, call: &Call, id: &str, asked: &str) -> Status<Vec<u8>> {
        let number: u64 = query(asked, "n")?.parse().map_err(|_| MALFORMED)?;
        let (id, now) = (MailboxId(hex(id)?), self.now.as_secs());
        let known = self.mailboxes.get(&id);
        if call.method == Method::Get {
            let open = known.filter(|(mailbox, _)| mailbox.is_open(now));
            let found = open.and_then(|(_, messages)| messages.get(usize::try_from(number).ok()?));
            return found.cloned().ok_or(NOT_THERE);
        }
        let standing = known.map(|(mailbox, _)| *mailbox);
        let next = Mailbox::put(standing, number, call.body.len() as u64, now).map_err(|error| match error {
            MailboxError::None => NOT_THERE,
            MailboxError::NotNext => 409,
            MailboxError::Tried => 410,
            MailboxError::Full => 507,
        })?;
        let (mailbox, messages) = self.mailboxes.entry(id).or_insert_with(|| (next, Vec::new()));
        *mailbox = next;
        if number == 0 {
            messages.clear();
        }
        messages.push(call.body.clone());
        Ok(Vec::new())
    }
}
