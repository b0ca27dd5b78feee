//! The house rules of this project, checked by reading its files: nothing is built, so the whole of it takes a second.
//!
//! A new rule is a file in `tidy/` with one test a sentence. It collects [`tidy::finding::Finding`]s, each with file, line and
//! remedy, and hands them to [`tidy::finding::none_of`], so that one run shows everything there is to mend. What a rule lets
//! pass stands in a table beside it, with the reason.

#[cfg(test)]
mod tidy {
    mod finding;
    mod tokens;
    mod tree;

    mod architecture;
    mod arrows;
    mod capabilities;
    mod features;
    mod first_line;
    mod how_to;
    mod left_overs;
    mod limits;
    mod lints;
    mod lock_file;
    mod names;
    mod paths;
    mod reliability;
    mod screens;
    mod size;
    mod tested_commands;
    mod words;
}
