//! What people type and scan: read however they write it, refused when it is not whole.

use super::world::*;
use pairing::*;
use proptest::prelude::*;
use protocol::id::SpaceId;

fn code() -> Code {
    invite(member(), 0).1.code
}

#[test]
fn a_code_is_read_however_it_is_typed() {
    // A code with all that is easily confused in it.
    let zeros = Code::parse("00000-00000").expect("all zeros have the check zero");
    let written = code().to_string();
    let plain = written.replace('-', "");
    for typed in [
        written.to_lowercase(),
        plain.clone(),
        format!("  {} {}\n", &plain[..5], &plain[5..]),
        plain.chars().map(|letter| format!("{letter} - ")).collect(),
        written.replace('-', "–"),
    ] {
        assert_eq!(Code::parse(&typed), Ok(code()), "`{typed}`");
    }
    assert_eq!(Code::parse("OoOoO oOoOo"), Ok(zeros), "O for 0");
    let ones = (0..32).find_map(|check| Code::parse(&format!("11111-1111{}", LETTERS[check])).ok());
    let ones = ones.expect("one check fits");
    let typed = ones.to_string().replacen("1111", "IlLi", 1);
    assert_eq!(Code::parse(&typed), Ok(ones), "I and l for 1");
}

const LETTERS: [char; 32] = [
    '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'J', 'K', 'M', 'N', 'P',
    'Q', 'R', 'S', 'T', 'V', 'W', 'X', 'Y', 'Z',
];

#[test]
fn one_wrong_character_or_two_swapped_cost_no_try() {
    let right: Vec<char> = code().to_string().replace('-', "").chars().collect();
    for at in 0..10 {
        for letter in LETTERS.into_iter().filter(|letter| *letter != right[at]) {
            let mut typed = right.clone();
            typed[at] = letter;
            let typed: String = typed.into_iter().collect();
            assert_eq!(Code::parse(&typed), Err(Unreadable::Check), "{letter} at {at}");
        }
        for other in (0..at).filter(|other| right[*other] != right[at]) {
            let mut typed = right.clone();
            typed.swap(at, other);
            let typed: String = typed.into_iter().collect();
            assert_eq!(Code::parse(&typed), Err(Unreadable::Check), "{at} and {other} swapped");
        }
    }
}

#[test]
fn a_link_with_any_character_changed_or_cut_off_is_refused() {
    let link = invite(member(), 0).1.link.to_string();
    for at in 0..link.len() {
        assert!(Link::parse(&link[..at]).is_err(), "cut off at {at}");
        let mut touched = link.clone().into_bytes();
        touched[at] = if touched[at] == b'A' { b'B' } else { b'A' };
        let touched = String::from_utf8(touched).expect("letters");
        assert!(Link::parse(&touched).is_err(), "another character at {at}");
    }
}

#[test]
fn a_link_fits_the_small_letters_of_a_qr_code() {
    let link = invite(member(), 0).1.link.to_string();
    let small = |letter: char| letter.is_ascii_uppercase() || letter.is_ascii_digit() || ":.".contains(letter);
    assert!(link.chars().filter(|letter| !small(*letter)).eq(['?']), "all but one character take 5.5 bits: {link}");
    assert!(link.len() <= 125, "{} characters", link.len());
}

#[test]
fn an_address_has_one_form() {
    for typed in ["relay.example.nl", " Relay.Example.NL ", "https://relay.example.nl", "HTTPS://relay.example.nl/"] {
        assert_eq!(RelayAddress::parse(typed), Ok(address()), "`{typed}`");
    }
    for refused in ["", "https://", "a b", "me@relay.nl", "relay.nl/path", "relay.nl?x", "réseau.nl", "ftp://relay.nl"]
    {
        assert!(RelayAddress::parse(refused).is_err(), "`{refused}`");
    }
    assert_eq!(RelayAddress::parse(&"a".repeat(254)), Err(Unreadable::Length), "longer than any");
}

#[test]
fn a_name_is_one_line_and_turns_nothing_around() {
    assert!(Name::new(&"é".repeat(80)).is_ok(), "characters are counted, not bytes");
    assert_eq!(Name::new(&"é".repeat(81)), Err(Unreadable::Length), "one more");
    for refused in ["a\nb", "a\u{202e}b", "a\u{2066}b", "a\0b"] {
        assert_eq!(Name::new(refused), Err(Unreadable::Character), "it could look like another name");
    }
    assert_eq!(Name::new("  \n "), Err(Unreadable::Length), "nothing is no name");
}

#[test]
fn secrets_and_names_do_not_show_in_logs() {
    let (_, ways) = invite(member(), 0);
    assert_eq!(format!("{ways:?}"), "Ways { link: Link, code: Code }", "no secret in a log");
    assert!(!format!("{:?}", member()).contains("Anna"), "no name either");
}

proptest! {
    #[test]
    fn what_is_written_is_read_the_same(word in "[a-z]{1,20}", host in "[a-z][a-z0-9.-]{0,60}(:[0-9]{1,5})?") {
        let relay = RelayAddress::parse(&host).expect("an address");
        let (_, ways) = Inviter::begin(Offer { relay, ..member() }, 0, &mut Fixed::new(&word));
        prop_assert_eq!(Code::parse(&ways.code.to_string()), Ok(ways.code.clone()), "the code");
        prop_assert_eq!(Link::parse(&ways.link.to_string()), Ok(ways.link.clone()), "the link");
        prop_assert_eq!(Link::parse(&ways.link.to_string().to_lowercase()), Ok(ways.link), "in small letters");
    }

    #[test]
    fn no_text_makes_reading_panic(text in any::<String>(), tail in "[A-Z2-7.]{0,120}") {
        let _ = (Code::parse(&text), RelayAddress::parse(&text), Name::new(&text), Link::parse(&text));
        let _ = Link::parse(&format!("wijkweb:pair?1{tail}{text}"));
    }

    #[test]
    fn no_message_makes_a_side_panic(bytes in proptest::collection::vec(any::<u8>(), 0..200), n in 0_u16..8) {
        let (mut inviter, ways) = invite(member(), 0);
        let mut joiner = by_code(&ways.code, 0);
        let touch: Touch<'_> = Box::new(move |at, whole| if at == n { bytes.clone() } else { whole });
        let mut relay = Relay { touch: Some(touch), ..Relay::default() };
        let ends = talk(&mut inviter, &mut joiner, &mut relay, AGREED);
        prop_assert!(!matches!(ends.joiner.end, Some(Next::Done(_))), "nonsense lets nobody in");
    }
}

fn line(space: [u8; 32]) -> SheetLine {
    SheetLine { space: SpaceId(space), relay: RelayAddress::parse("relay-2.example.nl:7700").expect("an address") }
}

proptest! {
    #[test]
    fn a_line_of_the_sheet_is_read_however_it_is_typed(space: [u8; 32]) {
        let printed = line(space).to_string();
        prop_assert_eq!(printed.len(), 69 + 1 + 23, "fourteen groups of four, a blank, the address");
        let in_a_qr_code = |letter: char| letter.is_ascii_uppercase() || letter.is_ascii_digit() || " -.:/".contains(letter);
        prop_assert!(printed.chars().all(in_a_qr_code), "in the signs that a QR code holds in little room: {}", printed);
        let (signs, relay) = printed.split_once(' ').expect("a blank");
        for typed in [
            printed.clone(),
            printed.to_lowercase(),
            format!("  {} \n {relay} ", signs.replace('-', " ")),
            format!("{}{}", signs.replace('-', ""), relay.to_lowercase()),
            format!("{} {relay}", signs.replace('0', "o").replace('1', "l").replace('-', "–")),
        ] {
            prop_assert_eq!(SheetLine::parse(&typed), Ok(line(space)), "`{}`", typed);
        }
    }

    #[test]
    fn no_text_is_taken_for_a_line_that_it_is_not(text: String) {
        prop_assert!(SheetLine::parse(&text).is_err(), "a line is not made by chance: `{}`", text);
    }
}

#[test]
fn a_slip_in_a_line_of_the_sheet_is_noticed() {
    let printed = line([7; 32]).to_string();
    for at in 0..printed.len() {
        let mut letters: Vec<char> = printed.chars().collect();
        if letters[at] == '-' || letters[at] == ' ' {
            continue;
        }
        letters[at] = if letters[at] == 'A' { 'B' } else { 'A' };
        let typed: String = letters.into_iter().collect();
        assert!(SheetLine::parse(&typed).is_err(), "another letter at {at}");
        assert!(SheetLine::parse(&printed[..at]).is_err(), "cut off at {at}");
    }
    assert_eq!(SheetLine::parse(&"0".repeat(10_000)), Err(Unreadable::Length), "nor is anything long looked through");
}
