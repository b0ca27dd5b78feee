//! The system's own offline voice, on a thread of its own because it may wait for another program.

use std::sync::{
    Arc,
    atomic::{AtomicBool, Ordering},
    mpsc::{Receiver, Sender, channel},
};

use engine::{Language, Speaker};
use tts::Tts;

/// What the voice is asked to do.
enum Ask {
    Speak(String, Language),
    Stop,
}

/// The voice, once it was found.
pub(crate) struct Voice {
    asks: Sender<Ask>,
    there: Arc<AtomicBool>,
}

impl Voice {
    /// Looks for a voice, in the background.
    pub(crate) fn look() -> Self {
        let (asks, asked) = channel();
        let there = Arc::new(AtomicBool::new(false));
        let found = there.clone();
        std::thread::spawn(move || {
            let Ok(tts) = Tts::default() else { return };
            found.store(true, Ordering::Relaxed);
            obey(tts, &asked);
            found.store(false, Ordering::Relaxed);
        });
        Self { asks, there }
    }

    /// Whether there is one.
    pub(crate) fn is_there(&self) -> bool {
        self.there.load(Ordering::Relaxed)
    }
}

impl Speaker for Voice {
    fn speak(&self, text: &str, language: Language) {
        // A voice that is gone is silent.
        let _ = self.asks.send(Ask::Speak(text.to_owned(), language));
    }

    fn stop(&self) {
        let _ = self.asks.send(Ask::Stop);
    }
}

/// Does what is asked until the app closes.
fn obey(mut tts: Tts, asked: &Receiver<Ask>) {
    for ask in asked {
        // A sentence that cannot be spoken stays unspoken; the next may do.
        let _ = match ask {
            Ask::Stop => tts.stop().map(drop),
            Ask::Speak(text, language) => {
                choose(&mut tts, language);
                tts.speak(text, true).map(drop)
            }
        };
    }
}

/// Takes a voice of the language, where the system has one.
fn choose(tts: &mut Tts, language: Language) {
    let Ok(voices) = tts.voices() else { return };
    let fits = |voice: &&tts::Voice| voice.language().as_str().to_lowercase().starts_with(language.tag());
    if let Some(voice) = voices.iter().find(fits) {
        let _ = tts.set_voice(voice);
    }
}
