//! temp
use crate::{forge::*, sample::*};
use documents::*;
use domain::*;
use std::time::Instant;
fn hwm() -> String {
    std::fs::read_to_string("/proc/self/status")
        .unwrap()
        .lines()
        .filter(|l| l.starts_with("VmHWM") || l.starts_with("VmRSS"))
        .collect::<Vec<_>>()
        .join(" ")
}
fn go(name: &str, bytes: &[u8]) {
    let (mut plan, _) = create::<Plan>();
    eprintln!("-- {name}: {} bytes; {}", bytes.len(), hwm());
    let s = Instant::now();
    let f = match Foreign::read(bytes) {
        Ok(f) => f,
        Err(e) => {
            eprintln!("refused {e:?} {:?}", s.elapsed());
            return;
        }
    };
    eprintln!("walk {:?} {}", s.elapsed(), hwm());
    let s = Instant::now();
    let t = plan.take_changes(&f.changes);
    eprintln!("take {:?} {:?} {}", t.map(|t| t.new.len()), s.elapsed(), hwm());
}
fn base() -> (Vec<[u8; 32]>, u64) {
    let (plan, _) = create::<Plan>();
    (plan.heads(), 11)
}
fn forged(n: u64) -> Forged {
    let (h, s) = base();
    Forged { dependencies: h, start: s, ..Forged::setting(n) }
}
#[test]
fn m_same_key() {
    go("same key", &forged(65_536).chunk())
}
#[test]
fn m_same_key_50k() {
    go("same key 50k", &forged(50_000).chunk())
}
#[test]
fn m_inserts_head() {
    let n = 65_000;
    let f = forged(n);
    let f = Forged {
        columns: vec![
            (OBJECT_ACTOR, runs_of(n, 1)),
            (OBJECT, runs_of(n, 4)),
            (KEY_COUNTER, run(n, &[0])),
            (INSERT, [number(0), number(n)].concat()),
            (ACTION, runs_of(n, 1)),
            (VALUE_LENGTH, runs_of(n, 0x16)),
            (VALUE, vec![b'a'; n as usize]),
            (PREDECESSORS, runs_of(n, 0)),
        ],
        others: vec![vec![1; 16].into_iter().chain(vec![0; 16]).collect()],
        ..f
    };
    go("inserts at head", &f.chunk())
}
#[test]
fn m_keys() {
    let n = 65_000u64;
    let mut k = Vec::new();
    k.extend({
        let mut v = vec![];
        let mut x = -(n as i64);
        loop {
            let b = (x & 0x7f) as u8;
            x >>= 7;
            if x == -1 && b & 0x40 != 0 {
                v.push(b);
                break;
            }
            v.push(b | 0x80);
        }
        v
    });
    for i in 0..n {
        k.extend(prefixed(format!("{i:05x}").as_bytes()));
    }
    go("maps under many keys", &forged(n).column(KEY, k).column(ACTION, runs_of(n, 0)).chunk())
}
#[test]
fn m_actors() {
    let (h, s) = base();
    let mut b = vec![];
    for i in 0..4000u64 {
        let mut f = Forged { dependencies: h.clone(), start: s, ..Forged::one() };
        f.actor = (0..32).map(|j| if j < 8 { (i.wrapping_mul(2654435761) >> (j % 8 * 8)) as u8 } else { 3 }).collect();
        b.extend(f.chunk());
    }
    go("4096 actors", &b)
}
#[test]
fn m_chain() {
    let (mut h, mut s) = base();
    let mut b = vec![];
    for i in 0..7000u64 {
        let f = Forged { dependencies: h.clone(), start: s, seq: i + 1, ..Forged::one() };
        h = vec![f.hash()];
        s += 1;
        b.extend(f.chunk());
    }
    go("7000 chained", &b)
}
#[test]
fn m_cost() {
    use domain::*;
    for n in [250usize, 1000, 5000] {
        let (mut c, first) = create::<Conversation>();
        let mut all = first.bytes;
        let said = "Ik wil graag weer vaker naar buiten, eerst samen met de buurvrouw en later misschien ook alleen. "
            .repeat(40);
        let words: Vec<&str> = said.split_inclusive(' ').collect();
        for i in 0..n {
            let e = if i % 2 == 0 {
                ConversationEdit::Answer(
                    format!("i:LF{}", i % 50).parse().unwrap(),
                    Some(Given {
                        answer: Answer::Value(Mark::new((i / 50 % 10) as u8).unwrap()),
                        voice: Voice::Resident,
                    }),
                )
            } else {
                ConversationEdit::Say(
                    TalkStep::ALL[i / 600 % 5],
                    Voice::Resident,
                    words[..1 + i % words.len()].concat(),
                )
            };
            if let Some(ch) = c.apply(&e).unwrap() {
                all.extend(ch.bytes);
            }
        }
        let mut other = load::<Conversation>(&all, actor(2, 0));
        let mut bytes = vec![];
        for i in 0..60 {
            let e = if i % 2 == 0 {
                ConversationEdit::Answer(
                    format!("i:MW{i}").parse().unwrap(),
                    Some(Given { answer: Answer::Value(Mark::new(3).unwrap()), voice: Voice::Kin }),
                )
            } else {
                ConversationEdit::Say(TalkStep::ALL[3], Voice::Kin, words[..i].concat())
            };
            bytes.extend(apply(&mut other, e));
        }
        let s = Instant::now();
        let f = Foreign::read(&bytes).unwrap();
        let w = s.elapsed();
        let mut a = load::<Conversation>(&all, actor(3, 0));
        let s = Instant::now();
        let t = a.take_changes(&f.changes).unwrap();
        let took = s.elapsed();
        let mut b = load::<Conversation>(&all, actor(3, 0));
        let s = Instant::now();
        b.take_in(&bytes).unwrap();
        let tin = s.elapsed();
        let mut d = load::<Conversation>(&all, actor(3, 0));
        let s = Instant::now();
        d.take_changes(&f.changes[..1]).unwrap();
        let one = s.elapsed();
        let s = Instant::now();
        d.view().unwrap();
        let v = s.elapsed();
        let saved = a.save();
        let s = Instant::now();
        ForeignDocument::read(&saved).unwrap();
        let wd = s.elapsed();
        eprintln!(
            "{n}: walk60 {w:?} take60 {took:?} take1 {one:?} view {v:?} take_in {tin:?} new {} saved {} walkdoc {wd:?}",
            t.new.len(),
            saved.len()
        );
    }
}

#[test]
fn m_three_keys() {
    let n = 65_000u64;
    let (mut h, mut st) = base();
    let mut all = vec![];
    for r in 0..3 {
        let mut k = Vec::new();
        k.extend({
            let mut v = vec![];
            let mut x = -(n as i64);
            loop {
                let b = (x & 0x7f) as u8;
                x >>= 7;
                if x == -1 && b & 0x40 != 0 {
                    v.push(b);
                    break;
                }
                v.push(b | 0x80);
            }
            v
        });
        for i in 0..n {
            k.extend(prefixed(format!("{r}{i:04x}").as_bytes()));
        }
        let f = Forged { dependencies: h.clone(), start: st, seq: r + 1, ..Forged::setting(n) }
            .column(KEY, k)
            .column(ACTION, runs_of(n, 0));
        h = vec![f.hash()];
        st += n;
        all.extend(f.chunk());
    }
    go("195k maps in three changes", &all)
}
#[test]
fn m_three_inserts() {
    let n = 65_000u64;
    let (mut h, mut st) = base();
    let mut all = vec![];
    for r in 0..3 {
        let f = Forged {
            dependencies: h.clone(),
            start: st,
            seq: r + 1,
            columns: vec![
                (OBJECT_ACTOR, runs_of(n, 1)),
                (OBJECT, runs_of(n, 4)),
                (KEY_COUNTER, run(n, &[0])),
                (INSERT, [number(0), number(n)].concat()),
                (ACTION, runs_of(n, 1)),
                (VALUE_LENGTH, runs_of(n, 0x16)),
                (VALUE, vec![b'a'; n as usize]),
                (PREDECESSORS, runs_of(n, 0)),
            ],
            others: vec![vec![1; 16].into_iter().chain(vec![0; 16]).collect()],
            ..Forged::setting(1)
        };
        h = vec![f.hash()];
        st += n;
        all.extend(f.chunk());
    }
    go("195k inserts in three changes", &all)
}
#[test]
fn m_document() {
    let (mut h, mut st) = base();
    let n = 65_000u64;
    let mut all = create::<Plan>().1.bytes;
    for r in 0..3 {
        let mut k = Vec::new();
        k.extend({
            let mut v = vec![];
            let mut x = -(n as i64);
            loop {
                let b = (x & 0x7f) as u8;
                x >>= 7;
                if x == -1 && b & 0x40 != 0 {
                    v.push(b);
                    break;
                }
                v.push(b | 0x80);
            }
            v
        });
        for i in 0..n {
            k.extend(prefixed(format!("{r}{i:04x}").as_bytes()));
        }
        let f = Forged { dependencies: h.clone(), start: st, seq: r + 1, ..Forged::setting(n) }
            .column(KEY, k)
            .column(ACTION, runs_of(n, 0));
        h = vec![f.hash()];
        st += n;
        all.extend(f.chunk());
    }
    let saved = {
        let mut d = automerge::Automerge::load(&all).unwrap();
        let _ = &mut d;
        d.save()
    };
    std::fs::write("/tmp/m_document.bin", saved).unwrap();
}
#[test]
fn m_receive() {
    let saved = std::fs::read("/tmp/m_document.bin").unwrap();
    eprintln!("-- receive {} {}", saved.len(), hwm());
    let s = Instant::now();
    let f = ForeignDocument::read(&saved).map(|d| (d.changes, d.operations));
    eprintln!("walk {f:?} {:?} {}", s.elapsed(), hwm());
    let s = Instant::now();
    let r = Document::<Plan>::receive(&saved, actor(2, 0)).map(|_| ());
    eprintln!("take {r:?} {:?} {}", s.elapsed(), hwm());
}
#[test]
fn m_fuzz() {
    use proptest::prelude::*;
    use proptest::sample::Index;
    use proptest::test_runner::*;
    std::panic::set_hook(Box::new(|_| {}));
    let mut r = TestRunner::new(Config { cases: 60_000, failure_persistence: None, ..Config::default() });
    let counts = std::cell::Cell::new((0u32, 0u32, 0u32));
    let (mut plan, _) = create::<Plan>();
    let mut changes = vec![];
    let mut other = load::<Plan>(&plan.save(), actor(2, 0));
    for i in 0..4u8 {
        for e in [
            PlanEdit::Write(PlanPart::Want, format!("Vaker naar buiten {i} met Joop")),
            PlanEdit::Step(StepId([i; 16]), Step { text: "wandelen".into(), ..Step::default() }),
        ] {
            changes.push(apply(&mut other, e));
        }
    }
    let _ = &mut plan;
    r.run(&(proptest::collection::vec(any::<(Index, u8)>(), 1..=3), 0..8usize), |(spots, which)| {
        let (mut plan, _) = create::<Plan>();
        plan.take_changes(&Foreign::read(&changes[..which].concat()).unwrap().changes).unwrap();
        let b = crate::foreign_bytes::spoil(changes[which].clone(), &spots);
        let (mut w, mut t, mut l) = counts.get();
        if let Ok(f) = Foreign::read(&b) {
            w += 1;
            if let Ok(x) = plan.take_changes(&f.changes) {
                if !x.new.is_empty() {
                    t += 1;
                    let ok = std::panic::catch_unwind(|| {
                        Document::<Plan>::load(&plan.save(), actor(3, 0)).is_ok_and(|a| a.heads() == plan.heads())
                    })
                    .unwrap_or(false);
                    if !ok {
                        l += 1;
                        std::fs::write(format!("/tmp/bad-{l}.bin"), &b).unwrap();
                    }
                }
            }
        }
        counts.set((w, t, l));
        Ok(())
    })
    .unwrap();
    eprintln!("walked {:?} taken, not lasting", counts.get());
}
