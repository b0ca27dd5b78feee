//! Invented people and words, the same in every run.

use std::hash::{DefaultHasher, Hash, Hasher};

const FIRST: [&str; 40] = [
    "An", "Bep", "Cor", "Dirk", "Els", "Fatma", "Gerrit", "Hanna", "Ineke", "Jan", "Kees", "Lies", "Mo", "Nel", "Olga",
    "Piet", "Quirine", "Ria", "Samira", "Ton", "Ursula", "Vera", "Wim", "Xander", "Yusuf", "Zeynep", "Aisha", "Bram",
    "Chantal", "Daan", "Emine", "Frans", "Greet", "Hassan", "Ilse", "Joke", "Klaas", "Loes", "Marja", "Noor",
];

const WORDS: [&str; 48] = [
    "wandelen",
    "tuin",
    "buren",
    "koffie",
    "slapen",
    "moe",
    "kleinkind",
    "markt",
    "fietsen",
    "muziek",
    "bus",
    "trap",
    "huur",
    "brief",
    "dokter",
    "bezoek",
    "koken",
    "samen",
    "alleen",
    "rust",
    "werk",
    "school",
    "hond",
    "zwemmen",
    "lezen",
    "bellen",
    "geld",
    "zorg",
    "vriendin",
    "straat",
    "bankje",
    "licht",
    "veilig",
    "avond",
    "ochtend",
    "week",
    "soms",
    "vaak",
    "graag",
    "weer",
    "meer",
    "minder",
    "buiten",
    "thuis",
    "pijn",
    "lachen",
    "dansen",
    "helpen",
];

const NEIGHBOURHOODS: [&str; 6] = ["Noorderwijk", "De Akkers", "Havenkwartier", "Vogelbuurt", "Molenveld", "Het Zand"];

/// A number that follows from what it is for.
pub(crate) fn drawn(what: impl Hash) -> u64 {
    let mut hasher = DefaultHasher::new();
    what.hash(&mut hasher);
    hasher.finish()
}

/// Sixteen bytes that look drawn, for an id.
pub(crate) fn id(what: impl Hash) -> [u8; 16] {
    let number = (u128::from(drawn((0_u8, &what))) << 64) | u128::from(drawn((1_u8, &what)));
    number.to_be_bytes()
}

/// One of them.
pub(crate) fn one<T: Copy>(of: &[T], what: impl Hash) -> Option<T> {
    let n = drawn(what).checked_rem(u64::try_from(of.len()).ok()?)?;
    of.get(usize::try_from(n).ok()?).copied()
}

/// A first name and two letters, such as `Fatma Qe`.
pub(crate) fn name(resident: u64) -> String {
    let letter =
        |n: u8, first: char| char::from_u32(u32::from(first) + u32::try_from(drawn((resident, n)) % 26).unwrap_or(0));
    let letters: String = [letter(0, 'A'), letter(1, 'a')].into_iter().flatten().collect();
    format!("{} {letters}", one(&FIRST, (resident, "name")).unwrap_or_default())
}

/// Where somebody lives.
pub(crate) fn neighbourhood(resident: u64) -> String {
    one(&NEIGHBOURHOODS, (resident, "neighbourhood")).unwrap_or_default().to_owned()
}

/// Twelve words that somebody may have said.
pub(crate) fn sentence(what: impl Hash) -> String {
    let seed = drawn(what);
    (0..12_u8).filter_map(|n| one(&WORDS, (seed, n))).collect::<Vec<_>>().join(" ")
}
