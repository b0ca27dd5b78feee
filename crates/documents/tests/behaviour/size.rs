//! How large a document becomes; the aim is at most 256 KiB and 5,000 changes (ARCHITECTURE.md).

use domain::{Answer, Conversation, ConversationEdit, Given, Mark, RemarkId, TalkStep, Target, Voice, answer::Remark};

use crate::sample::{apply, create};

const DOCUMENT_BYTES_AIM: usize = 256 * 1024;

fn item(number: usize) -> Target {
    format!("i:LF{number}").parse().expect("a target")
}

/// Fifty answers, each changed once, and twenty texts that are saved after every second word, as a screen does.
fn write_at_length(sentence: &str) -> (usize, usize) {
    let (mut conversation, first) = create::<Conversation>();
    let (mut changes, mut bytes) = (1, first.bytes.len());
    let mut edit = |edit| {
        changes += 1;
        bytes += apply(&mut conversation, edit).len();
    };
    for (number, mark) in (0..50).flat_map(|number| [(number, 5), (number, 7)]) {
        let given = Given { answer: Answer::Value(Mark::new(mark).expect("a mark")), voice: Voice::Resident };
        edit(ConversationEdit::Answer(item(number), Some(given)));
    }
    let words: Vec<&str> = sentence.split_inclusive(' ').collect();
    let so_far = |count: usize| words.iter().take(count).copied().collect::<String>();
    for number in 0..20_u8 {
        for count in (2..=words.len()).step_by(2) {
            let text = so_far(count);
            edit(match TalkStep::ALL.get(usize::from(number)) {
                Some(step) => ConversationEdit::Say(*step, Voice::Resident, text),
                None => {
                    let remark = Remark { voice: Voice::Professional, text };
                    ConversationEdit::Remark(item(number.into()), RemarkId([number; 16]), remark)
                }
            });
        }
    }
    let saved = conversation.save().len();
    assert!(
        bytes < 2 * DOCUMENT_BYTES_AIM,
        "{bytes} bytes of changes: twice the aim even before they are made compact"
    );
    (changes, saved)
}

#[test]
fn a_full_conversation_stays_far_below_the_aim() {
    let sentence =
        "Ik wil graag weer vaker naar buiten, eerst samen met de buurvrouw en later misschien ook alleen. ".repeat(3);
    let (changes, bytes) = write_at_length(&sentence);
    assert!(changes < 1_000, "{changes} changes; the aim is at most 5,000");
    assert!(bytes < DOCUMENT_BYTES_AIM / 8, "{bytes} bytes saved; the aim is at most {DOCUMENT_BYTES_AIM}");
}
