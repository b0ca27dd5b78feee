//! Acting: tap, touch, type, press.

use thirtyfour::TypingData;

use super::Window;
use super::error::WindowError;

impl Window {
    /// Taps (clicks) what has this role and name; waits until it is there.
    pub async fn tap(&self, role: &str, name: &str) -> Result<(), WindowError> {
        let element = self.see(role, name).await?;
        element.scroll_into_view().await?;
        element.click().await?;
        self.counter.tap();
        Ok(())
    }

    /// Replaces what is in the text field with this label.
    pub async fn write(&self, label: &str, text: &str) -> Result<(), WindowError> {
        let field = self.see("textbox", label).await?;
        field.clear().await?;
        field.send_keys(text).await?;
        self.counter.sentence();
        Ok(())
    }

    /// Presses keys where the focus is: `Key::Tab`, `Key::Right + Key::Right`, `"7"`. Counts as one tap.
    pub async fn press(&self, keys: impl Into<TypingData>) -> Result<(), WindowError> {
        self.session.active_element().await?.send_keys(keys).await?;
        self.counter.tap();
        Ok(())
    }
}
