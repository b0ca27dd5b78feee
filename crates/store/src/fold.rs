//! Folds a name to the form it is ordered and found by.

use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

/// Lower case, without accents, one space between words; everything that is neither letter nor digit separates words.
///
/// `Anne-Márie  d'Été` becomes `anne marie d ete`, so that any word of a name can be found by how it begins.
pub(crate) fn folded(name: &str) -> String {
    let mut folded = String::with_capacity(name.len());
    for c in name.nfkd().filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase) {
        if c.is_alphanumeric() {
            folded.push(c);
        } else if !folded.is_empty() && !folded.ends_with(' ') {
            folded.push(' ');
        }
    }
    folded.truncate(folded.trim_end().len());
    folded
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_folded_to_plain_words() {
        for (name, expected) in [
            ("Anne-Márie  d'Été", "anne marie d ete"),
            (" Şükran ", "sukran"),
            ("İbrahim", "ibrahim"),
            ("Mevr. A.", "mevr a"),
            ("محمد", "محمد"),
            ("", ""),
        ] {
            assert_eq!(folded(name), expected, "{name} is found by its plain letters");
        }
    }
}
