//! What a rule found: where, what, and what to do about it.

use std::fmt;

/// One place that breaks a rule.
pub struct Finding {
    /// The file, from the project's root.
    pub file: String,
    /// The line, from 1; 0 for the file as a whole.
    pub line: usize,
    /// What is wrong.
    pub what: String,
    /// What to do about it.
    pub remedy: String,
}

impl Finding {
    /// A finding at a line of a file.
    pub fn at(file: impl Into<String>, line: usize, what: impl Into<String>, remedy: impl Into<String>) -> Self {
        Self { file: file.into(), line, what: what.into(), remedy: remedy.into() }
    }

    /// A finding about a file as a whole.
    pub fn in_file(file: impl Into<String>, what: impl Into<String>, remedy: impl Into<String>) -> Self {
        Self::at(file, 0, what, remedy)
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.file)?;
        if self.line > 0 {
            write!(f, ":{}", self.line)?;
        }
        write!(f, ": {}", self.what)
    }
}

/// Fails with all findings at once, or passes when there are none. Findings with one remedy that follow each other share it.
pub fn none_of(rule: &str, findings: Vec<Finding>) {
    let mut list = String::new();
    for (at, finding) in findings.iter().enumerate() {
        list += &format!("{finding}\n");
        if findings.get(at + 1).is_none_or(|next| next.remedy != finding.remedy) {
            list += &format!("    → {}\n", finding.remedy);
        }
    }
    assert!(findings.is_empty(), "{rule}\n\n{list}\n{} to mend", findings.len());
}
