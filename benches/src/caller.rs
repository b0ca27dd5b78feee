//! A device's way to a relay in a measurement: one connection, kept open.

use std::{
    io::{BufRead, BufReader, Read, Write},
    net::{SocketAddr, TcpStream},
    time::{Duration, Instant},
};

use protocol::{
    device::DeviceKeys,
    encode::Blob,
    id::SpaceId,
    wire::{Challenge, Item, Message, Token, Upload, Uploaded},
};

use crate::outcome::{Outcome, Problem};

/// A device that speaks with a relay.
pub(crate) struct Caller {
    stream: BufReader<TcpStream>,
    space: SpaceId,
    token: String,
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

impl Caller {
    /// Not let in yet.
    pub(crate) fn new(at: SocketAddr, space: SpaceId) -> Outcome<Self> {
        let stream = TcpStream::connect(at)?;
        stream.set_nodelay(true)?;
        Ok(Self { stream: BufReader::new(stream), space, token: String::new() })
    }

    /// Let in.
    pub(crate) fn enter(at: SocketAddr, space: SpaceId, device: &DeviceKeys) -> Outcome<Self> {
        let mut caller = Self::new(at, space)?;
        let challenge: Challenge = caller.message("POST", "challenge", &[])?;
        let token: Token = caller.message("POST", "token", &challenge.answer(device).to_bytes())?;
        caller.token = hex(&token.token);
        Ok(caller)
    }

    fn send(&mut self, method: &str, path: &str, body: &[u8]) -> Outcome {
        let (space, token) = (hex(&self.space.0), &self.token);
        let mut request = format!(
            "{method} /v1/spaces/{space}/{path} HTTP/1.1\r\nhost: relay\r\nauthorization: Bearer {token}\r\n\
             content-length: {}\r\n\r\n",
            body.len()
        )
        .into_bytes();
        request.extend_from_slice(body);
        Ok(self.stream.get_mut().write_all(&request)?)
    }

    /// Status and body of an answer of known length.
    pub(crate) fn ask(&mut self, method: &str, path: &str, body: &[u8]) -> Outcome<(u16, Vec<u8>)> {
        self.send(method, path, body)?;
        let (mut status, mut length) = (0, 0);
        for line in self.head()? {
            if let Some(rest) = line.strip_prefix("HTTP/1.1 ") {
                status = rest.get(..3).and_then(|code| code.parse().ok()).unwrap_or(0);
            }
            if let Some(rest) = line.to_lowercase().strip_prefix("content-length: ") {
                length = rest.parse().unwrap_or(0);
            }
        }
        let mut body = vec![0; length];
        self.stream.read_exact(&mut body)?;
        Ok((status, body))
    }

    fn head(&mut self) -> Outcome<Vec<String>> {
        let mut lines = Vec::new();
        loop {
            let mut line = String::new();
            self.stream.read_line(&mut line)?;
            match line.trim_end() {
                "" => return Ok(lines),
                line => lines.push(line.to_owned()),
            }
        }
    }

    /// The message of an answer.
    pub(crate) fn message<M: Message>(&mut self, method: &str, path: &str, body: &[u8]) -> Outcome<M> {
        let (status, body) = self.ask(method, path, body)?;
        let read = if status == 200 { M::from_bytes(&body).ok() } else { None };
        read.ok_or_else(|| Problem::Missing(format!("the relay answers {path} with {status}")))
    }

    /// Uploads entries, each of which is to be new, and tells how long it took until they were acknowledged.
    pub(crate) fn upload(&mut self, entries: &[Vec<u8>]) -> Outcome<Duration> {
        let upload = Upload { entries: entries.iter().map(|entry| Blob(entry.clone())).collect() }.to_bytes();
        let start = Instant::now();
        let Uploaded { items } = self.message("POST", "entries", &upload)?;
        let took = start.elapsed();
        let taken = items.iter().all(|item| matches!(item, Item::Taken { duplicate: false, .. }));
        if taken { Ok(took) } else { Err(Problem::Missing("an entry was not taken".into())) }
    }

    /// Hears pokes from here on: waits until the next one tells of this cursor or a later one.
    pub(crate) fn listen(&mut self) -> Outcome {
        self.send("GET", "events", &[])?;
        self.head().map(drop)
    }

    /// Waits until a poke tells of this cursor or a later one.
    pub(crate) fn hear(&mut self, cursor: u64) -> Outcome<Instant> {
        loop {
            let mut line = String::new();
            if self.stream.read_line(&mut line)? == 0 {
                return Err(Problem::Missing("the relay ended the stream".into()));
            }
            let head = line.trim().strip_prefix("data: ").and_then(|head| head.parse::<u64>().ok());
            if head.is_some_and(|head| head >= cursor) {
                return Ok(Instant::now());
            }
        }
    }
}
