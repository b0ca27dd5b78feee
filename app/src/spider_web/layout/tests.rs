//! What must hold for every width, size of letters and set of names.

use super::{label::Anchor, *};

const ADULT: [&str; 6] =
    ["Lichaam", "Gevoel en gedachten", "Zingeving", "Kwaliteit van leven", "Meedoen", "Dagelijks leven"];
const LONG: [&str; 6] = [
    "Lichaamsfuncties",
    "Mentaal welbevinden en veerkracht",
    "Levensbeschouwing",
    "Levenskwaliteit en tevredenheid",
    "Sociaal-maatschappelijke participatie",
    "Huishoudelijke werkzaamheden",
];

fn labels(names: &[&str], status: &str) -> Vec<Label> {
    names
        .iter()
        .map(|name| Label { name: (*name).to_owned(), status: status.to_owned(), keep_status_line: true })
        .collect()
}

fn assert_nothing_clips(layout: &Layout, case: &str) {
    for label in &layout.labels {
        assert!(label.rect.left >= 0.0 && label.rect.right <= layout.width, "{case}: {label:?} is clipped at a side");
        assert!(
            label.rect.top >= 0.0 && label.rect.bottom <= layout.height,
            "{case}: {label:?} is clipped above or below"
        );
    }
    for badge in &layout.badges {
        let rect = Rect::around(*badge, layout.badge_radius);
        assert!(rect.left >= 0.0 && rect.right <= layout.width, "{case}: a badge is clipped at a side");
        assert!(rect.top >= 0.0 && rect.bottom <= layout.height, "{case}: a badge is clipped above or below");
    }
    for (index, label) in layout.labels.iter().enumerate() {
        let over = layout.labels.iter().skip(index + 1).find(|other| label.rect.overlaps(&other.rect));
        assert!(over.is_none(), "{case}: {label:?} lies over {over:?}");
    }
}

#[test]
fn nothing_is_clipped_or_covered_at_any_width_and_size() {
    let sets =
        [labels(&ADULT, "6,2"), labels(&ADULT, "nog leeg, 3 van 8"), labels(&LONG, "liever niet"), labels(&LONG, "")];
    for labels in &sets {
        for width in [240.0, 280.0, 288.0, 320.0, 352.0, 390.0, 450.0, 520.0, 640.0, 900.0] {
            for em in [12.0, 14.0, 17.0, 21.0, 28.0, 34.0] {
                let case = format!("{} in {width} at {em}", labels[1].name);
                assert_nothing_clips(&Layout::of(labels, width, em), &case);
            }
        }
    }
}

#[test]
fn every_number_of_axes_can_be_laid_out() {
    for axes in 3..=12 {
        let names: Vec<_> = ADULT.iter().cycle().take(axes).copied().collect();
        for width in [280.0, 352.0, 640.0] {
            let layout = Layout::of(&labels(&names, "6,2"), width, 14.0);
            assert_nothing_clips(&layout, &format!("{axes} axes in {width}"));
            assert_eq!(layout.badges.len(), axes, "each axis has its badge, whatever happens to the names");
            assert!(layout.frame.radius > 50.0, "a web of {axes} axes in {width} px is large enough to touch");
        }
    }
}

#[test]
fn the_names_of_the_adult_web_stand_around_it_on_every_phone() {
    for width in [264.0, 280.0, 328.0, 352.0, 390.0] {
        for status in ["", "6,2", "nog leeg"] {
            let layout = Layout::of(&labels(&ADULT, status), width, 14.0);
            assert_eq!(layout.labels.len(), 6, "around the web in {width} px with {status:?}");
            assert!(layout.frame.radius >= width * 0.27, "and the web stays large: {} of {width}", layout.frame.radius);
        }
    }
}

#[test]
fn a_wide_page_has_the_names_beside_the_web() {
    let layout = Layout::of(&labels(&ADULT, "6,2"), 640.0, 14.0);
    let anchors: Vec<_> = layout.labels.iter().map(|label| label.anchor).collect();
    use Anchor::{End, Middle, Start};
    assert_eq!(
        anchors,
        [Middle, Start, Start, Middle, End, End],
        "right ones begin, left ones end, top and bottom are centred"
    );
}

#[test]
fn names_that_cannot_fit_are_left_for_the_list() {
    let layout = Layout::of(&labels(&LONG, "6,2"), 288.0, 34.0);
    assert!(layout.labels.is_empty(), "letters of 34 px leave no room for long words on a phone");
    assert!(layout.frame.radius > 80.0 && layout.height > 200.0, "the web and its badges stay large");
}

#[test]
fn filling_in_does_not_make_the_web_jump() {
    let empty = Layout::of(&labels(&ADULT, ""), 352.0, 14.0);
    let full = Layout::of(&labels(&ADULT, "6"), 352.0, 14.0);
    assert_eq!((empty.height, empty.frame), (full.height, full.frame), "the line for the figure was kept free");
}
