//! Stories in the real window.

#[cfg(test)]
mod e2e {
    mod axe;
    mod by_keyboard;
    mod by_touch;
    mod hand_over;
    mod keys;
    mod person;
    mod plug;
    mod sheet;
    mod start;
    mod team;
}
