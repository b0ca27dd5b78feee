//! What was shared by itself with colleagues is erased: it goes from them, and old copies of the relay open it no more.

use super::*;

/// Longer than erasures rest before their keys are renewed, in seconds.
const RESTED: i64 = 11 * 60;

fn time_goes_by(table: &mut Table) {
    for who in table.here.everybody() {
        table.here.device(who).seconds_go_by(RESTED);
    }
    table.here.settle();
}

#[test]
fn a_conversation_that_is_erased_goes_from_those_who_read_it_by_itself() {
    let mut table = Table::new(31);
    let (ans, bo, cor) = (table.ans, table.bo, table.cor);
    table.share_talk(&[]);
    table.share_plan(&[bo]);
    let mut copies = Copies::default();
    copies.of(table.here.relay());
    let (scope, talk, plan) = (ScopeId(table.fatma.0), DocumentId(table.talk.0), table.of_plan());
    assert!(copies.with(table.here.device(cor)).reads(scope, talk), "Cor opens the talk");
    table.here.device(ans).erase_talk(table.talk).expect("its keeper may");
    table.here.settle();
    time_goes_by(&mut table);
    assert_eq!((table.items(bo), table.items(cor)), (vec![What::Plan {}], vec![]), "the talk went, the plan stays");
    for who in [bo, cor] {
        assert_eq!(table.shared(who).gone.map(|gone| gone.count), Some(1), "{who:?} is told that something went");
        assert!(!copies.with(table.here.device(who)).reads(scope, talk), "an old copy of the relay opens it no more");
    }
    table.write(bo, step("nog eens")).expect("the plan can be written in");
    table.here.settle();
    assert_eq!(table.steps(ans), 2, "and goes on");
    assert!(table.opens(bo, plan), "the plan opens as before");
    table.share_all(&[cor]);
    assert_eq!(table.names(cor), ["Fatma"], "what is left can be shared whole");
    table.nothing_is_wrong();
}

#[test]
fn a_dossier_that_is_erased_takes_its_parts_along() {
    let mut table = Table::new(32);
    let (ans, bo, cor) = (table.ans, table.bo, table.cor);
    table.share_plan(&[]);
    table.share_talk(&[bo]);
    let mut copies = Copies::default();
    copies.of(table.here.relay());
    let scope = ScopeId(table.fatma.0);
    assert!(copies.with(table.here.device(bo)).opens(scope), "Bo opens something of it");
    table.here.device(ans).erase(table.fatma, "Fatma").expect("its keeper may");
    table.here.settle();
    time_goes_by(&mut table);
    for (who, count) in [(bo, 2), (cor, 1)] {
        assert_eq!(table.items(who), [], "{who:?} shows nothing of it");
        assert!(table.kinds(who).is_empty(), "nor keeps it");
        assert_eq!(table.shared(who).gone.map(|gone| gone.count), Some(count), "{who:?} is told how much went");
        assert!(!copies.with(table.here.device(who)).opens(scope), "an old copy of the relay opens nothing of it");
    }
    table.nothing_is_wrong();
}
