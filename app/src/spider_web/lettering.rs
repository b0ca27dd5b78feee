//! How wide words will be, and where to break them: good enough to place labels before anything is drawn.
//!
//! The widths are those of Atkinson Hyperlegible Next at weight 650, the boldest that labels have, rounded up to classes. Another
//! font (the system's own, while ours is loading) is at most a little wider; [`SLACK`] covers that.

/// How much wider than estimated a line may turn out to be.
const SLACK: f64 = 1.04;

/// How wide a text is in one line, in em (1 em = the font size).
#[must_use]
pub fn width_em(text: &str) -> f64 {
    text.chars().map(char_em).sum::<f64>() * SLACK
}

fn char_em(letter: char) -> f64 {
    match letter {
        '\u{ad}' => 0.0,
        '\'' | '|' | ',' | '.' | ':' | ';' | 'j' | '’' | '`' | 'i' | '!' | 'í' => 0.3,
        ' ' | '\u{a0}' | 'l' | 'ï' | 'î' | '(' | ')' | '[' | ']' | 'f' | '-' | 'r' | 't' => 0.38,
        'I' | '/' | '1' | '\\' | '*' => 0.46,
        's' | 'z' | 'c' | 'y' | 'v' | 'x' | '7' | '–' => 0.53,
        'm' | 'W' | 'M' | '%' | '—' | '…' => 0.96,
        'A'..='Z' | 'w' | '0' | '#' | '&' | '@' | '+' => 0.74,
        '2'..='9' => 0.62,
        'a'..='z' | '\u{df}'..='\u{17f}' => 0.59,
        _ if letter.is_ascii() => 0.62,
        _ => 1.0,
    }
}

/// The text in as few lines as fit in `room_em`, and those as even as can be. Breaks at spaces, after hyphens and slashes and at soft
/// hyphens; nothing when a piece is wider than the room, for a word is never cut.
#[must_use]
pub fn wrap(text: &str, room_em: f64) -> Option<Vec<String>> {
    let pieces = pieces(text);
    let fewest = fill(&pieces, room_em)?;
    // The narrowest of all possible lines that is wide enough for the others.
    let narrowest = (0..pieces.len())
        .flat_map(|from| (from + 1..=pieces.len()).map(move |to| (from, to)))
        .filter_map(|(from, to)| pieces.get(from..to).map(join))
        .map(|line| width_em(&line))
        .filter(|width| *width <= room_em && fill(&pieces, *width).is_some_and(|lines| lines.len() == fewest.len()))
        .min_by(f64::total_cmp);
    narrowest.and_then(|width| fill(&pieces, width)).or(Some(fewest))
}

/// The least room in which [`wrap`] can break this text: its widest piece.
#[must_use]
pub fn narrowest_em(text: &str) -> f64 {
    pieces(text).iter().map(|piece| width_em(&join(std::slice::from_ref(piece)))).fold(0.0, f64::max)
}

/// Lines filled one after another.
fn fill(pieces: &[&str], room_em: f64) -> Option<Vec<String>> {
    let mut lines = Vec::new();
    let mut rest = pieces;
    while !rest.is_empty() {
        let taken = (1..=rest.len())
            .rev()
            .find(|count| rest.get(..*count).is_some_and(|line| width_em(&join(line)) <= room_em))?;
        let (line, after) = rest.split_at(taken);
        lines.push(join(line));
        rest = after;
    }
    Some(lines)
}

/// Pieces that stay whole, each with what ends it: a space, a hyphen, a slash, a soft hyphen.
fn pieces(text: &str) -> Vec<&str> {
    text.split_inclusive([' ', '-', '/', '\u{ad}']).filter(|piece| !piece.trim().is_empty()).collect()
}

/// A line of pieces: soft hyphens inside it vanish, one at its end is drawn.
fn join(pieces: &[&str]) -> String {
    let line = pieces.concat();
    let line = line.trim();
    match line.strip_suffix('\u{ad}') {
        Some(broken) => format!("{}-", broken.replace('\u{ad}', "")),
        None => line.replace('\u{ad}', ""),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wide_letters_are_wider_than_narrow_ones() {
        assert!(width_em("Meedoen") > width_em("illi,il"), "not the number of letters counts");
        assert!((4.0..6.0).contains(&width_em("Meedoen")), "about what the font needs: {}", width_em("Meedoen"));
    }

    #[test]
    fn words_break_into_even_lines() {
        assert_eq!(
            wrap("Gevoel en gedachten", 20.0),
            Some(vec!["Gevoel en gedachten".to_owned()]),
            "one line where there is room"
        );
        let two = wrap("Gevoel en gedachten", 7.5).expect("fits in two");
        assert_eq!(two, ["Gevoel en", "gedachten"], "two lines, about as long");
        assert_eq!(
            wrap("Kwaliteit van leven", 9.0).expect("fits in two"),
            ["Kwaliteit", "van leven"],
            "the shortest widest line"
        );
    }

    #[test]
    fn the_narrowest_room_is_just_enough() {
        for text in ["Gevoel en gedachten", "Sociaal-maatschappelijk meedoen", "Gezondheids\u{ad}oppervlak"] {
            let room = narrowest_em(text);
            assert!(wrap(text, room).is_some(), "{text} fits in {room} em");
            assert!(wrap(text, room - 0.01).is_none(), "and in nothing less");
        }
    }

    #[test]
    fn a_word_is_never_cut() {
        assert_eq!(wrap("Gezondheidsoppervlak", 5.0), None, "better said than clipped");
        assert_eq!(
            wrap("Gezondheids\u{ad}oppervlak", 8.0),
            Some(vec!["Gezondheids-".to_owned(), "oppervlak".to_owned()]),
            "a soft hyphen is a place to break"
        );
        assert_eq!(
            wrap("Gezondheids\u{ad}oppervlak", 20.0),
            Some(vec!["Gezondheidsoppervlak".to_owned()]),
            "and vanishes otherwise"
        );
    }

    #[test]
    fn no_line_is_wider_than_the_room_and_no_letter_is_lost() {
        for room in [5.0, 7.0, 9.0, 12.0, 30.0] {
            for text in ["Dagelijks leven", "Sociaal-maatschappelijk meedoen", "a b c d e f g", "", "én/of zó"] {
                let Some(lines) = wrap(text, room) else { continue };
                assert!(lines.iter().all(|line| width_em(line) <= room), "{lines:?} in {room} em");
                assert_eq!(lines.concat().replace(' ', ""), text.replace(' ', ""), "every letter is there");
            }
        }
    }
}
