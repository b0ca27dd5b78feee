//! Changes the preferences.

use api::{
    Failure,
    settings::{ChangePreferences, Preferences},
};

use crate::{Engine, Handle, preferences, session::folder_failure};

impl Handle<ChangePreferences> for Engine {
    fn handle(&mut self, request: ChangePreferences) -> Result<Preferences, Failure> {
        let wanted = preferences::within_bounds(request.preferences);
        std::fs::create_dir_all(&self.folder).map_err(|error| folder_failure(&error))?;
        preferences::write(&self.folder, &wanted).map_err(|error| folder_failure(&error))?;
        let waited = self.waits_for_wifi();
        self.preferences = wanted;
        self.went_on_wifi(waited);
        Ok(wanted)
    }
}
