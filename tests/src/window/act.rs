//! Acting: tap, touch, drag, type, press.

use serde_json::json;
use thirtyfour::{TypingData, error::WebDriverErrorInner};

use super::Window;
use super::error::WindowError;

/// A finger on an element, in the page.
const TOUCH: &str = include_str!("touch.js");

impl Window {
    /// Taps (clicks with the mouse) what has this role and name; waits until it is there. A finger does not care whether the page drew it
    /// anew since it was seen, because something came from another device: then it is looked for once more.
    pub async fn tap(&self, role: &str, name: &str) -> Result<(), WindowError> {
        loop {
            let element = self.see(role, name).await?;
            let tapped = async {
                element.scroll_into_view().await?;
                element.click().await
            };
            match tapped.await {
                Err(error) if matches!(error.as_inner(), WebDriverErrorInner::StaleElementReference(_)) => {}
                tapped => {
                    tapped?;
                    self.counter.tap();
                    return Ok(());
                }
            }
        }
    }

    /// Touches what has this role and name with a finger.
    ///
    /// WebKit's driver knows no fingers, so the page gets the pointer events of one; the system's own gestures
    /// (scrolling, the keyboard on screen) do not follow.
    pub async fn touch(&self, role: &str, name: &str) -> Result<(), WindowError> {
        self.drag(role, name, 0, 0).await
    }

    /// Puts a finger on what has this role and name, moves it by so many CSS pixels, and lifts it.
    pub async fn drag(&self, role: &str, name: &str, right: i32, down: i32) -> Result<(), WindowError> {
        let element = self.see(role, name).await?;
        element.scroll_into_view().await?;
        let arguments = vec![element.to_json()?, json!(right), json!(down)];
        let problem: Option<String> = self.session.execute(TOUCH, arguments).await?.convert()?;
        match problem {
            Some(why) => Err(WindowError::OutOfReach { role: role.to_owned(), name: name.to_owned(), why }),
            None => {
                self.counter.tap();
                Ok(())
            }
        }
    }

    /// Replaces what is in the text field with this label. WebKit's driver cannot type emoji.
    pub async fn write(&self, label: &str, text: &str) -> Result<(), WindowError> {
        let field = self.see("textbox", label).await?;
        // A screen that comes puts the focus on its heading first.
        self.settle().await?;
        // WebKit's driver brings what it clicks into sight, and not what it clears.
        field.scroll_into_view().await?;
        field.clear().await?;
        field.send_keys(text).await?;
        self.counter.sentence();
        Ok(())
    }

    /// Presses keys where the focus is: `Key::Tab`, `Key::Right + Key::Right`, `"7"`. Counts as one tap.
    ///
    /// The keys go to the window, not to an element: the driver would focus that anew, and a date field has a focus within.
    pub async fn press(&self, keys: impl Into<TypingData>) -> Result<(), WindowError> {
        self.session.action_chain().send_keys(keys).perform().await?;
        self.counter.tap();
        Ok(())
    }

    /// The role and name of what has the focus, as `button “Bewaar”`; empty where nothing has it.
    pub async fn focused(&self) -> Result<String, WindowError> {
        self.ask("", "", "focused").await?.convert().map_err(WindowError::from)
    }
}
