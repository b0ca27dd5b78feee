//! Asks axe-core whether everyone can use what is on screen.

use std::fs;

use serde_json::Value;

use super::Window;
use super::error::{WindowError, while_doing};

/// The rules of WCAG 2.2 at level A and AA, and axe's own best practices.
const RUN: &str = r#"
const done = arguments[arguments.length - 1];
const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
axe.run(document, { runOnly: { type: "tag", values: tags } }).then(
  ({ violations }) => done(violations.map(({ id, help, nodes }) =>
    `${id}: ${help}\n` + nodes.map((node) => "    " + node.html).join("\n"))),
  (error) => done(["axe itself failed: " + error]));
"#;

impl Window {
    /// What axe-core has against the screen as it is now, one violation a text; empty when all is well.
    pub async fn violations(&self) -> Result<Vec<String>, WindowError> {
        let loaded = self.session.execute("return typeof axe === 'object'", Vec::new()).await?;
        if loaded.json() != &Value::Bool(true) {
            let path = std::env::var_os("WIJKWEB_AXE").ok_or(WindowError::NotTold("WIJKWEB_AXE"))?;
            let script = fs::read_to_string(path).map_err(while_doing("reading axe"))?;
            self.session.execute(script + "\nwindow.axe = axe;", Vec::new()).await?;
        }
        Ok(self.session.execute_async(RUN, Vec::new()).await?.convert()?)
    }
}
