//! The bytes of one whole pairing each way, and what is typed and scanned, kept as text: whoever changes a byte sees it here.
//!
//! All randomness is BLAKE3's extended output of a word ([`Fixed`]), so that another implementation can make the same bytes. All
//! messages but the cards (6) were worked out apart from this code too, by the page, in Python with `cryptography`, with BLAKE3,
//! SPAKE2, Noise and the byte layouts written out.

use std::fmt::Write as _;

use data_encoding::HEXLOWER;

use super::world::*;
use pairing::*;

fn same_as_ever(name: &str, sheet: &str) {
    insta::with_settings!({ prepend_module_to_snapshot => false, snapshot_path => "../vectors", omit_expression => true }, {
        insta::assert_snapshot!(name, sheet);
    });
}

#[test]
fn a_pairing_is_the_same_as_ever() {
    let mut sheet = String::new();
    for with_code in [false, true] {
        let mut relay = Relay::default();
        let (mut inviter, ways) = invite(member(), 0);
        let mut joiner = if with_code { by_code(&ways.code, 0) } else { by_link(&ways, 0) };
        if let Next::Relay(Request::Post { mailbox, .. }) = joiner.next() {
            let way = if with_code { ways.code.to_string() } else { ways.link.to_string() };
            writeln!(sheet, "{way}\nmailbox {mailbox}").expect("memory");
        }
        let ends = talk(&mut inviter, &mut joiner, &mut relay, AGREED);
        let digits = ends.joiner.digits.expect("digits were shown");
        writeln!(sheet, "digits {digits}").expect("memory");
        for (n, bytes) in relay.put {
            writeln!(sheet, "message {n}: {} bytes", bytes.len()).expect("memory");
            let whole = if bytes.len() > 200 { blake3::hash(&bytes).as_bytes().to_vec() } else { bytes.clone() };
            let kind = if bytes.len() > 200 { "  BLAKE3 " } else { "  " };
            whole.chunks(32).for_each(|line| writeln!(sheet, "{kind}{}", HEXLOWER.encode(line)).expect("memory"));
        }
    }
    same_as_ever("pairing", &sheet);
}

#[test]
fn what_is_typed_and_scanned_is_read_as_ever() {
    let (_, ways) = invite(member(), 0);
    let (code, link) = (ways.code.to_string(), ways.link.to_string());
    let codes = [
        code.clone(),
        code.to_lowercase(),
        code.replace('-', " "),
        "ooooo-OOOOO".to_owned(),
        "00000-00001".to_owned(),
        "0000-00000".to_owned(),
        "00000-000000".to_owned(),
        "U0000-00000".to_owned(),
        "00000-0000é".to_owned(),
        String::new(),
    ];
    let links = [
        link.clone(),
        link.to_lowercase(),
        format!(" {}\n{}", &link[..40], &link[40..]),
        link.replace("RELAY", "DELAY"),
        link[..link.len() - 1].to_owned(),
        link[..60].to_owned(),
        link.replace("PAIR?1", "PAIR?2"),
        link.replace("WIJKWEB:", "HTTPS:"),
        link.replace(".RELAY.EXAMPLE.NL", "."),
    ];
    let mut sheet = String::new();
    for typed in codes {
        let read = Code::parse(&typed).map_or_else(|refused| refused.to_string(), |code| code.to_string());
        writeln!(sheet, "{typed:?}\n  {read}").expect("memory");
    }
    for scanned in links {
        let read = Link::parse(&scanned).map_or_else(|refused| refused.to_string(), |link| link.to_string());
        writeln!(sheet, "{scanned:?}\n  {read}").expect("memory");
    }
    same_as_ever("typed", &sheet);
}
