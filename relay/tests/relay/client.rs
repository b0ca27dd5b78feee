//! A device's way to the relay: one HTTP/1.1 connection a request.

use std::{
    io::{Read, Write},
    net::{SocketAddr, TcpStream},
};

use data_encoding::HEXLOWER;
use protocol::{device::DeviceKeys, encode::Blob, id::*, membership::record::Pin, wire::*};

pub struct Answer {
    pub status: u16,
    pub head: String,
    pub body: Vec<u8>,
}

impl Answer {
    pub fn message<M: Message>(&self) -> M {
        assert_eq!(self.status, 200, "an answer: {}", String::from_utf8_lossy(&self.body));
        M::from_bytes(&self.body).expect("the answer has its form")
    }
}

pub fn hex(bytes: &[u8]) -> String {
    HEXLOWER.encode(bytes)
}

/// None if the relay is gone.
pub fn try_ask(at: SocketAddr, method: &str, path: &str, token: &str, body: &[u8]) -> Option<Answer> {
    let mut stream = TcpStream::connect(at).ok()?;
    let head = format!(
        "{method} {path} HTTP/1.1\r\nhost: relay\r\nauthorization: Bearer {token}\r\nconnection: close\r\ncontent-length: {}\r\n\r\n",
        body.len()
    );
    stream.write_all(&[head.as_bytes(), body].concat()).ok()?;
    let mut all = Vec::new();
    stream.read_to_end(&mut all).ok()?;
    let end = all.windows(4).position(|four| four == b"\r\n\r\n")?;
    let head = String::from_utf8(all[..end].to_vec()).ok()?;
    let status = head.split(' ').nth(1)?.parse().ok()?;
    Some(Answer { status, head, body: all[end + 4..].to_vec() })
}

/// The cursors and bytes of the entries on a page.
pub fn entries(page: &LogPage) -> Vec<(u64, Vec<u8>)> {
    let entry = |(cursor, item): &(u64, LogItem)| match item {
        LogItem::Entry(bytes) => Some((*cursor, bytes.0.clone())),
        _ => None,
    };
    page.items.iter().filter_map(entry).collect()
}

/// How many membership records are on a page, and of which scopes sharing records are.
pub fn records(page: &LogPage) -> (usize, Vec<ScopeId>) {
    let of_members = page.items.iter().filter(|(_, item)| matches!(item, LogItem::Membership(_)));
    let sharing = page.items.iter().filter_map(|(_, item)| match item {
        LogItem::Sharing(scope, _) => Some(*scope),
        _ => None,
    });
    (of_members.count(), sharing.collect())
}

/// A device that is let in to a space.
#[derive(Clone)]
pub struct Client {
    pub at: SocketAddr,
    pub space: SpaceId,
    pub token: String,
}

impl Client {
    /// Answers a challenge.
    pub fn enter(at: SocketAddr, space: SpaceId, device: &DeviceKeys) -> Self {
        let mut client = Self { at, space, token: String::new() };
        let challenge: Challenge = client.ask("POST", "challenge", &[]).message();
        let token: Token = client.ask("POST", "token", &challenge.answer(device).to_bytes()).message();
        client.token = hex(&token.token);
        client
    }

    pub fn ask(&self, method: &str, path: &str, body: &[u8]) -> Answer {
        self.try_ask(method, path, body).expect("the relay answers")
    }

    pub fn try_ask(&self, method: &str, path: &str, body: &[u8]) -> Option<Answer> {
        try_ask(self.at, method, &format!("/v1/spaces/{}/{path}", hex(&self.space.0)), &self.token, body)
    }

    pub fn upload(&self, entries: &[&[u8]]) -> Vec<Item> {
        let upload = Upload { entries: entries.iter().map(|entry| Blob(entry.to_vec())).collect() };
        self.ask("POST", "entries", &upload.to_bytes()).message::<Uploaded>().items
    }

    pub fn log(&self, after: u64, scope: Option<ScopeId>, wait_seconds: u8) -> LogPage {
        let request = LogRequest { after, scope, wait_seconds };
        self.ask("GET", &format!("log?request={}", hex(&request.to_bytes())), &[]).message()
    }

    /// The cursors and bytes of the entries on the first page.
    pub fn entries(&self) -> Vec<(u64, Vec<u8>)> {
        entries(&self.log(0, None, 0))
    }

    pub fn membership(&self, record: &[u8]) -> Appended {
        self.ask("POST", "membership", &Append { record: Blob(record.to_vec()) }.to_bytes()).message()
    }

    pub fn sharing(&self, scope: ScopeId, record: &[u8]) -> Appended {
        let path = format!("scopes/{}/sharing", hex(&scope.0));
        self.ask("POST", &path, &Append { record: Blob(record.to_vec()) }.to_bytes()).message()
    }

    pub fn pins(&self, devices: &[DeviceId]) -> Vec<(DeviceId, Vec<Pin>)> {
        let request = PinsRequest { devices: devices.to_vec() };
        self.ask("POST", "pins", &request.to_bytes()).message::<Pins>().devices
    }

    pub fn put_box(&self, bytes: &[u8]) -> Answer {
        self.ask("PUT", &format!("boxes/{}", hex(&BoxHash::of(bytes).0)), bytes)
    }

    pub fn drop_box(&self, bytes: &[u8]) -> Answer {
        self.ask("DELETE", &format!("boxes/{}", hex(&BoxHash::of(bytes).0)), &[])
    }

    pub fn get_box(&self, bytes: &[u8]) -> Answer {
        self.ask("GET", &format!("boxes/{}", hex(&BoxHash::of(bytes).0)), &[])
    }
}
