//! The web in words: the line under a name, and the sentences that a screen reader says instead of the drawing.
//!
//! Always in the order of the axes. Nothing is called high, low, good or bad, and nothing is added up.

use content::{Args, Words};
use domain::{
    Answer,
    instrument::{Shown, Tenths},
};

use super::web::{Axis, Web};

/// What stands under the name of an axis. Without figures only what is not filled in is said; the drawing says the rest.
#[must_use]
pub fn status(words: &Words, axis: &Axis, figures: bool) -> String {
    let part = |mark: String| {
        let args = Args::new().with("mark", mark).with("answered", axis.answered).with("of", axis.of);
        words.say_with("web-part-of", &args)
    };
    match axis.shown {
        Shown::Nothing if figures && axis.answered > 0 => part(nothing(words, axis)),
        Shown::Nothing => nothing(words, axis),
        Shown::OwnMark(_) | Shown::Mean(_) if !figures => String::new(),
        Shown::OwnMark(mark) => mark.get().to_string(),
        Shown::Mean(mean) if axis.answered < axis.of => part(words.decimal(mean)),
        Shown::Mean(mean) => words.decimal(mean),
    }
}

/// The whole web: "Het web van vandaag. Lichaam 6,2. Gevoel en gedachten nog leeg." `when` is its day inside a sentence.
///
/// Without figures the place on each axis is told as it is seen: near the middle, halfway, near the rim.
#[must_use]
pub fn sentence(words: &Words, web: &Web, when: &str, figures: bool) -> String {
    let title = words.say_with("web-sentence-title", &Args::new().with("when", when));
    let axes = web.axes.iter().map(|axis| clause(words, axis, figures));
    std::iter::once(title).chain(axes).collect::<Vec<_>>().join(" ")
}

fn clause(words: &Words, axis: &Axis, figures: bool) -> String {
    let args = || Args::new().with("label", axis.label.as_str());
    match (axis.shown, axis.tenths()) {
        (Shown::OwnMark(mark), _) if figures => {
            words.say_with("web-sentence-axis", &args().with("what", mark.get().to_string()))
        }
        (Shown::Mean(mean), _) if figures => {
            words.say_with("web-sentence-axis", &args().with("what", words.decimal(mean)))
        }
        (_, Some(tenths)) => words.say_with("web-sentence-place", &args().with("place", place(tenths))),
        (_, None) => words.say_with("web-sentence-axis", &args().with("what", nothing(words, axis))),
    }
}

/// What an axis without a mark says: declined is an answer of its own.
pub(super) fn nothing(words: &Words, axis: &Axis) -> String {
    words.say(if axis.own == Some(Answer::Declined) { "common-declined" } else { "common-empty" })
}

/// Where on its axis a mark stands, in thirds: a description of the drawing, not a judgement.
const fn place(tenths: Tenths) -> &'static str {
    match tenths.get() {
        0..=33 => "middle",
        34..=66 => "halfway",
        _ => "rim",
    }
}

#[cfg(test)]
mod tests {
    use domain::Language;

    use super::*;
    use crate::spider_web::web::examples::{mean, six};

    fn example() -> Web {
        let mut web = six([None, Some(5), None, Some(0), Some(10), None]);
        web.axes[0].shown = mean(62);
        (web.axes[0].answered, web.axes[0].of) = (6, 8);
        web.axes[2].own = Some(Answer::Declined);
        (web.axes[5].answered, web.axes[5].of) = (2, 7);
        web
    }

    #[test]
    fn the_web_is_told_in_the_order_of_its_axes() {
        let dutch = sentence(&Words::new(Language::Nl), &example(), "vandaag", true);
        assert_eq!(
            dutch,
            "Het web van vandaag. Lichaam 6,2. Gevoel en gedachten 5. Zingeving liever niet. Kwaliteit van leven 0. Meedoen 10. \
             Dagelijks leven nog leeg.",
            "not sorted, nothing added up, empty and declined said as they are"
        );
    }

    #[test]
    fn without_figures_the_drawing_is_described() {
        let dutch = sentence(&Words::new(Language::Nl), &example(), "3 september", false);
        assert!(
            dutch.starts_with("Het web van 3 september. Lichaam halverwege."),
            "the place, not the figure: {dutch}"
        );
        let after_the_date = dutch.trim_start_matches("Het web van 3 september.");
        assert!(!after_the_date.contains(|letter: char| letter.is_ascii_digit()), "no figure at all: {dutch}");
    }

    #[test]
    fn the_line_under_a_name_says_what_the_mark_rests_on() {
        let (words, web) = (Words::new(Language::Nl), example());
        let lines: Vec<_> = web.axes.iter().map(|axis| status(&words, axis, true)).collect();
        assert_eq!(
            lines,
            ["6,2 (6\u{a0}van\u{a0}8)", "5", "liever niet", "0", "10", "nog leeg (2\u{a0}van\u{a0}7)"],
            "a mean has a decimal, an own mark has not"
        );
        let quiet: Vec<_> = web.axes.iter().map(|axis| status(&words, axis, false)).collect();
        assert_eq!(quiet, ["", "", "liever niet", "", "", "nog leeg"], "without figures only what is missing is said");
    }

    #[test]
    fn english_has_its_own_point_and_words() {
        let english = sentence(&Words::new(Language::En), &example(), "today", true);
        assert!(english.starts_with("The web of today. Lichaam 6.2."), "a point, not a comma: {english}");
    }
}
