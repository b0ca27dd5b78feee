//! The web as a table: the same marks, in the same order, with what each rests on.

use content::{Args, Words};
use domain::instrument::Shown;
use leptos::prelude::*;

use super::{
    sentence::nothing,
    web::{Axis, DatedWeb, Web},
};
use crate::{
    parts::{Icon, icons::of_dimension, live},
    words::{t, tr, words},
};

/// The table twin of a web. It shows figures by its nature, so on a resident's own screens it is there only when they ask.
#[component]
pub fn WebTable(
    /// The web.
    #[prop(into)]
    web: Signal<Web>,
    /// Its day inside a sentence: `vandaag`, `3 september`.
    #[prop(into)]
    when: Signal<String>,
    /// An earlier web beside it.
    #[prop(optional, into)]
    earlier: Signal<Option<DatedWeb>>,
) -> impl IntoView {
    let rows = move || {
        let (words, earlier) = (words(), earlier.get());
        web.with(|web| web.axes.iter().map(|axis| row(&words, axis, earlier.as_ref())).collect_view())
    };
    let caption = move || tr("web-table-caption", Args::new().with("when", when.get()));
    view! {
        // With very large text the table is wider than the page: the keyboard has to reach what scrolls.
        <div class="web-table-place" role="region" tabindex="0" aria-label=caption>
            <table class="web-table">
                <caption>{live(caption)}</caption>
                <thead>
                    <tr>
                        <th scope="col">{t("web-table-dimension")}</th>
                        <th scope="col">{when}</th>
                        {live(move || earlier.get().map(|earlier| view! { <th scope="col">{earlier.when}</th> }))}
                    </tr>
                </thead>
                <tbody>{live(rows)}</tbody>
            </table>
        </div>
    }
}

fn row(words: &Words, axis: &Axis, earlier: Option<&DatedWeb>) -> impl IntoView + use<> {
    let before = earlier.map(|earlier| match earlier.web.axis(&axis.code) {
        Some(before) => cell(words, before),
        None => (words.say("web-table-not-asked"), String::new()),
    });
    let (mark, basis) = cell(words, axis);
    view! {
        <tr data-tone=axis.hue.tone()>
            <th scope="row"><span class="web-table-name"><Icon of=of_dimension(axis.icon)/>{axis.label.clone()}</span></th>
            <Mark mark basis/>
            {before.map(|(mark, basis)| view! { <Mark mark basis/> })}
        </tr>
    }
}

#[component]
fn Mark(mark: String, basis: String) -> impl IntoView {
    view! {
        <td>
            <span class="web-table-mark">{mark}</span>
            {(!basis.is_empty()).then(|| view! { " " <span class="web-table-basis">{basis}</span> })}
        </td>
    }
}

/// The mark of an axis and what it rests on; without a mark, why there is none and how far the aspects are.
fn cell(words: &Words, axis: &Axis) -> (String, String) {
    let counted = |key| words.say_with(key, &Args::new().with("answered", axis.answered).with("of", axis.of));
    match axis.shown {
        Shown::OwnMark(mark) => (mark.get().to_string(), words.say("web-table-own-mark")),
        Shown::Mean(mean) => (words.decimal(mean), counted("web-table-mean")),
        Shown::Nothing if axis.of > 0 => (nothing(words, axis), counted("common-answered-of")),
        Shown::Nothing => (nothing(words, axis), String::new()),
    }
}

#[cfg(test)]
mod tests {
    use domain::Language;

    use super::*;
    use crate::spider_web::web::examples::{mean, six};

    #[test]
    fn each_mark_says_what_it_rests_on() {
        let mut web = six([None, Some(6), None, None, None, None]);
        (web.axes[0].shown, web.axes[0].answered, web.axes[0].of) = (mean(60), 7, 8);
        (web.axes[2].answered, web.axes[2].of) = (3, 7);
        let words = Words::new(Language::Nl);
        let cells: Vec<_> = web.axes.iter().take(4).map(|axis| cell(&words, axis)).collect();
        let told: Vec<_> = cells.iter().map(|(mark, basis)| (mark.as_str(), basis.as_str())).collect();
        let expected = [
            ("6,0", "gemiddelde, 7 van 8 ingevuld"),
            ("6", "eigen cijfer"),
            ("nog leeg", "3 van 7 ingevuld"),
            ("nog leeg", ""),
        ];
        assert_eq!(told, expected, "a mean, an own mark, too few aspects, and nothing at all");
    }
}
