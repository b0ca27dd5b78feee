//! How the exchange with the team stands, for every screen: read once, told in words everywhere alike.
//!
//! It is never an alarm and never in the way: being offline is normal, and what was typed is safe here whatever this says.

use api::{
    sync::{Doing, Flagged, GetSync, Problem, RecordAt, RecordState, Renewal, SyncView, TeamSync, Vouched},
    team::TeamRole,
};
use domain::Date;
use leptos::prelude::*;

use crate::{
    backend::{Read, Reading, reading},
    words::{Args, t, tr, words},
};

/// How the exchange stands. Made once by the frame of an open app; everything else gets it with [`sync`].
#[derive(Clone, Copy)]
pub struct Sync {
    view: Reading<SyncView>,
}

/// How the exchange of this app stands; nothing before the app is open.
#[must_use]
pub fn sync() -> Option<Sync> {
    use_context()
}

impl Sync {
    /// Reads it for everything below, and again after every change.
    pub fn provide() -> Self {
        let sync = Self { view: reading(|| GetSync {}) };
        provide_context(sync);
        sync
    }

    /// Whether it was asked, with whatever answer: before that nobody knows who uses this device. Reactive.
    pub fn was_asked(self) -> bool {
        self.view.untyped().stage() != Read::Busy
    }

    /// How it stands, once known. Reactive.
    pub fn view(self) -> Option<SyncView> {
        self.view.value()
    }
}

/// As what this device is in its team, once known. Reactive.
pub fn role() -> Option<TeamRole> {
    sync().and_then(Sync::view).and_then(|view| view.role)
}

/// Whether whoever uses this device may say that sharing goes on with a relay that was restored. Reactive.
pub fn resumes() -> bool {
    sync().and_then(Sync::view).is_some_and(|view| view.resumes)
}

/// Whether a resident uses this device as their own. Reactive.
pub fn is_residents_own() -> bool {
    role() == Some(TeamRole::Resident)
}

/// Whether who uses this device is a helper in every team of it and has no dossiers: then there is what was shared with them, and
/// nothing else. Reactive.
pub fn is_only_helper() -> bool {
    let view = sync().and_then(Sync::view);
    view.is_some_and(|view| view.role == Some(TeamRole::Helper) && !view.dossiers)
}

/// What the dot beside the words says: `data-state` in the styles. Never the only sign: words stand beside it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Dot {
    /// Nothing to do.
    Calm,
    /// Something is still here alone, or held up.
    Waiting,
    /// Somebody has to look.
    Look,
}

impl Dot {
    /// The name in the styles.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Calm => "calm",
            Self::Waiting => "waiting",
            Self::Look => "look",
        }
    }

    /// The dot for how it stands.
    #[must_use]
    pub fn of(view: &SyncView) -> Self {
        if !view.team {
            Self::Calm
        } else if !view.problems.is_empty() || !view.conflicts.is_empty() {
            Self::Look
        } else if view.waiting > 0 || matches!(view.doing, Doing::Paused | Doing::ForWifi) {
            Self::Waiting
        } else {
            Self::Calm
        }
    }
}

/// The line of state: *Gedeeld om 16:42*, *3 wachten op verbinding*. What somebody has to look at comes first.
#[must_use]
pub fn line_words(view: &SyncView, today: Date) -> String {
    let waiting = || Args::new().with("count", view.waiting);
    match view.doing {
        _ if !view.team => t("sync-only-here"),
        _ if !view.problems.is_empty() => t("sync-look"),
        _ if !view.conflicts.is_empty() => tr("sync-choose", Args::new().with("count", view.conflicts.len())),
        Doing::Paused if view.waiting > 0 => tr("sync-paused-waiting", waiting()),
        Doing::Paused => t("sync-paused"),
        Doing::ForWifi if view.waiting > 0 => tr("sync-for-wifi-waiting", waiting()),
        Doing::ForWifi => t("sync-for-wifi"),
        Doing::Exchanging { fetched, of } => busy_words(fetched, of),
        Doing::Bringing { .. } => t("sync-bringing"),
        Doing::Offline if view.waiting > 0 => tr("sync-waiting-offline", waiting()),
        Doing::Resting if view.waiting > 0 => tr("sync-waiting", waiting()),
        Doing::Offline | Doing::Resting => last_words(view, today),
    }
}

/// The line of one team by itself.
#[must_use]
pub fn team_words(team: &TeamSync, today: Date) -> String {
    let alone = SyncView {
        team: true,
        teams: Vec::new(),
        chosen: None,
        taken_out: Vec::new(),
        unsent: Vec::new(),
        role: Some(team.role),
        dossiers: true,
        doing: team.doing,
        waiting: team.waiting,
        last: team.last.clone(),
        problems: team.problems.clone(),
        resumes: false,
        handed_in: Vec::new(),
        renewal: team.renewal.clone(),
        conflicts: Vec::new(),
    };
    line_words(&alone, today)
}

/// The same in a word or two, for a phone.
#[must_use]
pub fn short_words(view: &SyncView) -> String {
    match view.doing {
        _ if !view.team => t("sync-short-only-here"),
        _ if !view.problems.is_empty() || !view.conflicts.is_empty() => t("sync-short-look"),
        Doing::Paused => t("sync-short-paused"),
        Doing::ForWifi => t("sync-short-for-wifi"),
        Doing::Exchanging { .. } | Doing::Bringing { .. } => t("sync-short-busy"),
        Doing::Offline | Doing::Resting if view.waiting > 0 => {
            tr("sync-short-waiting", Args::new().with("count", view.waiting))
        }
        Doing::Offline | Doing::Resting if view.last.is_some() => t("sync-short-shared"),
        Doing::Offline | Doing::Resting => t("sync-short-not-yet"),
    }
}

/// When the last complete exchange was.
#[must_use]
pub fn last_words(view: &SyncView, today: Date) -> String {
    match &view.last {
        Some((_, shown)) => at_or_on("sync-shared-at", "sync-shared-on", shown, today),
        None => t("sync-not-yet"),
    }
}

/// How far the keys are renewed after an erasure; nothing where nothing was erased.
#[must_use]
pub fn renewal_words(view: &SyncView, today: Date) -> Option<String> {
    Some(match view.renewal.as_ref()? {
        Renewal::Waiting { dossiers, devices, late } => {
            let key = if *late { "sync-renewal-late" } else { "sync-renewal-waiting" };
            tr(key, Args::new().with("dossiers", *dossiers).with("devices", *devices))
        }
        Renewal::Done { shown } => at_or_on("sync-renewal-done-at", "sync-renewal-done-on", shown, today),
    })
}

/// *Bezig met delen*, with how far it is where that is known.
fn busy_words(fetched: u64, of: u64) -> String {
    match percent(fetched, of) {
        Some(percent) => tr("sync-busy-percent", Args::new().with("percent", percent)),
        None => t("sync-busy"),
    }
}

/// How far a long exchange is, 0 to 100; nothing where it is not known how much there is.
#[must_use]
pub fn percent(fetched: u64, of: u64) -> Option<u64> {
    let fetched = fetched.min(of);
    match fetched.checked_mul(100) {
        Some(hundredfold) => hundredfold.checked_div(of),
        None => fetched.checked_div(of / 100).map(|percent| percent.min(100)),
    }
}

/// Where a record is, in small words. What is at the relay is called *gedeeld* only where somebody else may read it.
#[must_use]
pub fn record_words(at: &RecordAt, is_shared: bool, today: Date) -> String {
    match at {
        RecordAt::OnlyHere => t("sync-record-only-here"),
        RecordAt::Waiting { changes } => tr("sync-record-waiting", Args::new().with("count", *changes)),
        // It came from there, and nothing was sent since.
        RecordAt::AtRelay { shown } if shown.is_empty() => t("sync-record-same"),
        RecordAt::AtRelay { shown } if is_shared => {
            at_or_on("sync-record-shared-at", "sync-record-shared-on", shown, today)
        }
        RecordAt::AtRelay { shown } => at_or_on("sync-record-sent-at", "sync-record-sent-on", shown, today),
    }
}

/// What happened, from `sync-problem-<name>`, and what to do now, from `sync-problem-<name>-do`.
#[must_use]
pub fn problem_words(problem: Problem) -> (String, String) {
    let key = format!("sync-problem-{}", problem.name());
    let args = || Args::new().with("count", count_of(&problem));
    (tr(&key, args()), tr(&format!("{key}-do"), args()))
}

/// How many things it is about; 0 where it is not about a number.
#[must_use]
pub const fn count_of(problem: &Problem) -> u32 {
    match problem {
        Problem::Aside { count }
        | Problem::Refused { count }
        | Problem::WentAlong { count }
        | Problem::PutBack { count } => *count,
        Problem::Missing { scopes } => *scopes,
        _ => 0,
    }
}

/// What there is to say of a record beside where it is: what is the matter and what to do, who wrote what came by somebody else, and
/// who finds a snapshot wrong. Nothing of most records.
#[must_use]
pub fn voices_words(record: &RecordState, today: Date) -> Option<String> {
    let vouched = record.vouched.iter().map(|one| one_vouched(one, today));
    let flagged = record.flagged.iter().map(|flagged| flagged_words(flagged, today));
    let problem =
        record.problem.map(problem_words).into_iter().map(|(happened, remedy)| format!("{happened} {remedy}"));
    let told: Vec<String> = problem.chain(vouched).chain(flagged).collect();
    (!told.is_empty()).then(|| told.join(" "))
}

fn flagged_words(flagged: &Flagged, today: Date) -> String {
    let by = if flagged.by.is_empty() { t("sync-vouched-by") } else { flagged.by.join(", ") };
    tr("sync-flagged", Args::new().with("by", by).with("day", words().near_date(flagged.day, today)))
}

/// Only what this device has checked is told as a fact.
fn one_vouched(vouched: &Vouched, today: Date) -> String {
    let named = |name: &Option<String>, else_key| name.clone().unwrap_or_else(|| t(else_key));
    let args = Args::new()
        .with("author", named(&vouched.author, "sync-vouched-author"))
        .with("by", named(&vouched.by, "sync-vouched-by"))
        .with("day", words().near_date(vouched.day, today));
    tr(&format!("sync-vouched-{}", vouched.way.name()), args)
}

/// The words for a clock (`14:05`), or those for a date before today.
fn at_or_on(at: &str, on: &str, shown: &str, today: Date) -> String {
    match shown.parse() {
        Ok(day) => tr(on, Args::new().with("day", words().near_date(day, today))),
        Err(_) => tr(at, Args::new().with("time", shown)),
    }
}

#[cfg(test)]
mod tests {
    use api::sync::{Conflict, RecordKind, VouchedWay};
    use domain::{ConversationId, DocumentId, Language, Moment, ResidentId, date};

    use super::*;
    use crate::words::speak;

    const TODAY: Date = date(2026, 11, 26);

    fn resting() -> SyncView {
        SyncView {
            team: true,
            teams: Vec::new(),
            chosen: None,
            taken_out: Vec::new(),
            unsent: Vec::new(),
            role: Some(TeamRole::Member),
            dossiers: true,
            doing: Doing::Resting,
            waiting: 0,
            last: Some((Moment(1), "16:42".into())),
            problems: Vec::new(),
            resumes: false,
            handed_in: Vec::new(),
            renewal: None,
            conflicts: Vec::new(),
        }
    }

    #[test]
    fn what_an_erasure_still_asks_for_is_told_until_it_is_done() {
        speak(Language::Nl);
        let told = |renewal| renewal_words(&SyncView { renewal, ..resting() }, TODAY).unwrap_or_default();
        assert_eq!(told(None), "", "nothing was erased");
        let waits = told(Some(Renewal::Waiting { dossiers: 2, devices: 1, late: false }));
        assert!(waits.contains("1 apparaat"), "how many devices have to come by: {waits}");
        let late = told(Some(Renewal::Waiting { dossiers: 1, devices: 3, late: true }));
        assert!(late.contains("3 apparaten") && late.contains("een dag"), "that it takes long: {late}");
        let done = told(Some(Renewal::Done { shown: "14:05".into() }));
        assert!(done.contains("14:05"), "since when it is done: {done}");
    }

    #[test]
    fn the_line_says_where_everything_is() {
        speak(Language::Nl);
        assert_eq!(line_words(&resting(), TODAY), "Gedeeld om 16:42", "all is there");
        let yesterday = SyncView { last: Some((Moment(1), "2026-11-25".into())), ..resting() };
        assert_eq!(line_words(&yesterday, TODAY), "Gedeeld: gisteren", "a day says more than its clock");
        let waits = SyncView { waiting: 3, ..resting() };
        assert_eq!(line_words(&waits, TODAY), "3 wachten om te delen", "something is only here yet");
        let alone = SyncView { team: false, role: None, last: None, ..resting() };
        assert_eq!(line_words(&alone, TODAY), "Alleen op dit apparaat", "without a team that is normal");
        let fresh = SyncView { last: None, ..resting() };
        assert_eq!(line_words(&fresh, TODAY), "Nog niet gedeeld", "a team that was never reached");
    }

    #[test]
    fn each_team_stands_by_itself() {
        speak(Language::Nl);
        let north = TeamSync {
            id: domain::TeamId([1; 32]),
            name: "Wijkteam Noord".into(),
            role: TeamRole::Owner,
            doing: Doing::Offline,
            waiting: 2,
            last: None,
            problems: Vec::new(),
            renewal: None,
        };
        assert_eq!(team_words(&north, TODAY), "2 wachten op verbinding", "what is for this team waits");
        let stuck = TeamSync { problems: vec![Problem::Full], ..north };
        assert_eq!(team_words(&stuck, TODAY), "Delen vraagt om aandacht", "somebody has to look at this one");
    }

    #[test]
    fn having_no_network_is_no_problem() {
        speak(Language::Nl);
        let offline = SyncView { doing: Doing::Offline, ..resting() };
        assert_eq!(line_words(&offline, TODAY), "Gedeeld om 16:42", "nothing waits, so there is nothing to say");
        assert_eq!(Dot::of(&offline), Dot::Calm, "and nothing to look at");
        let waits = SyncView { waiting: 1, ..offline };
        assert_eq!(line_words(&waits, TODAY), "1 wacht op verbinding", "it goes by itself");
        assert_eq!(Dot::of(&waits), Dot::Waiting, "no alarm");
    }

    #[test]
    fn what_somebody_has_to_do_comes_first() {
        speak(Language::Nl);
        let conflict = Conflict {
            resident: ResidentId([1; 16]),
            name: "An".into(),
            conversation: ConversationId([2; 16]),
            on: TODAY,
        };
        let choose = SyncView { waiting: 3, conflicts: vec![conflict], ..resting() };
        assert_eq!(line_words(&choose, TODAY), "In 1 gesprek is iets te kiezen", "a person chooses, not the app");
        let stuck = SyncView { problems: vec![Problem::Full], ..choose };
        assert_eq!(line_words(&stuck, TODAY), "Delen vraagt om aandacht", "it does not solve itself");
        assert_eq!(Dot::of(&stuck), Dot::Look, "the dot says the same");
        assert!(!line_words(&stuck, TODAY).contains("An"), "and no name stands in sight on every screen");
    }

    #[test]
    fn a_long_exchange_tells_how_far_it_is() {
        speak(Language::Nl);
        let busy = |fetched, of| SyncView { doing: Doing::Exchanging { fetched, of }, ..resting() };
        assert_eq!(line_words(&busy(0, 0), TODAY), "Bezig met delen", "how much there is, is not known yet");
        assert_eq!(line_words(&busy(30, 120), TODAY), "Bezig met delen, 25\u{a0}%", "a quarter");
        assert_eq!(percent(9, 3), Some(100), "never more than all of it");
        assert_eq!(percent(u64::MAX, u64::MAX), Some(100), "a foreign number cannot overflow");
    }

    #[test]
    fn the_short_words_fit_below_a_thumb() {
        for language in Language::ALL {
            speak(language);
            let views = [
                resting(),
                SyncView { team: false, ..resting() },
                SyncView { waiting: 12, ..resting() },
                SyncView { doing: Doing::Paused, ..resting() },
                SyncView { doing: Doing::Exchanging { fetched: 0, of: 0 }, ..resting() },
                SyncView { problems: vec![Problem::Removed], ..resting() },
                SyncView { last: None, ..resting() },
            ];
            for words in views.iter().map(short_words) {
                assert!(words.chars().count() <= 12, "{words} has to fit into a fifth of 320 px");
            }
        }
        speak(Language::Nl);
    }

    #[test]
    fn a_record_is_called_shared_only_where_somebody_else_may_read_it() {
        speak(Language::Nl);
        let at = RecordAt::AtRelay { shown: "14:05".into() };
        assert_eq!(record_words(&at, true, TODAY), "gedeeld om 14:05", "others can read it");
        assert_eq!(record_words(&at, false, TODAY), "op slot verstuurd om 14:05", "only one's own devices can open it");
        assert_eq!(record_words(&RecordAt::OnlyHere, true, TODAY), "alleen op dit apparaat", "not sent");
        assert_eq!(record_words(&RecordAt::Waiting { changes: 2 }, true, TODAY), "2 wijzigingen wachten", "half sent");
        let came = RecordAt::AtRelay { shown: String::new() };
        assert_eq!(record_words(&came, true, TODAY), "hetzelfde als bij de anderen", "it came, and nothing was sent");
    }

    #[test]
    fn who_wrote_is_a_fact_only_where_this_device_has_checked_it() {
        speak(Language::Nl);
        let record = |vouched, flagged| RecordState {
            kind: RecordKind::Plan,
            document: DocumentId([1; 16]),
            at: RecordAt::OnlyHere,
            vouched,
            flagged,
            problem: None,
        };
        let nothing = voices_words(&record(Vec::new(), None), TODAY);
        assert_eq!(nothing, None, "there is nothing to say of what its author sent");
        let told = |way, author: Option<&str>| {
            let (author, by) = (author.map(str::to_owned), Some("Ans".to_owned()));
            voices_words(&record(vec![Vouched { author, by, way, day: TODAY }], None), TODAY).unwrap_or_default()
        };
        let checked = told(VouchedWay::HandedIn, Some("Bo"));
        assert!(checked.starts_with("Een deel hiervan is geschreven door Bo"), "Bo's device handed it in: {checked}");
        let file = told(VouchedWay::File, Some("Bo"));
        assert!(file.contains("Volgens dat bestand is het geschreven door Bo"), "the file says so: {file}");
        let brought = told(VouchedWay::Told, Some("Bo"));
        assert!(brought.contains("Volgens Ans is het geschreven door Bo"), "Ans says so: {brought}");
        let unknown = told(VouchedWay::Told, None);
        assert!(unknown.contains("iemand die het team niet kent"), "no name is made up: {unknown}");
        let full = RecordState { problem: Some(Problem::Full), ..record(Vec::new(), None) };
        let held_up = voices_words(&full, TODAY).unwrap_or_default();
        assert!(held_up.contains(&t("sync-problem-full-do")), "what is the matter comes with what to do: {held_up}");
        let flagged = Flagged { by: vec!["Bo".into(), "Cor".into()], day: TODAY };
        let wrong = voices_words(&record(Vec::new(), Some(flagged)), TODAY).unwrap_or_default();
        assert!(wrong.starts_with("Volgens het apparaat van Bo, Cor"), "it is what their devices say: {wrong}");
    }
}
