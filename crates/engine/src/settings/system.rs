//! What the system does for a screen: reading aloud and printing.

use api::{
    Failure,
    settings::{PrintPage, Speak, StopSpeaking},
};

use crate::{Engine, Handle};

impl Handle<Speak> for Engine {
    fn handle(&mut self, request: Speak) -> Result<(), Failure> {
        if let Some(voice) = self.host.voice() {
            voice.speak(&request.text, request.language);
        }
        Ok(())
    }
}

impl Handle<StopSpeaking> for Engine {
    fn handle(&mut self, _: StopSpeaking) -> Result<(), Failure> {
        if let Some(voice) = self.host.voice() {
            voice.stop();
        }
        Ok(())
    }
}

impl Handle<PrintPage> for Engine {
    fn handle(&mut self, _: PrintPage) -> Result<(), Failure> {
        self.host.print();
        Ok(())
    }
}
