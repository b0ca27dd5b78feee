//! The drawings that a dimension can have.

use serde::{Deserialize, Serialize};

macro_rules! icons {
    ($($(#[$doc:meta])* $icon:ident = $name:literal,)*) => {
        /// A drawing for a dimension. A closed list, so that every definition can be drawn; names as in the Lucide set.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
        #[serde(rename_all = "kebab-case")]
        pub enum IconName { $($(#[$doc])* $icon,)* }

        impl IconName {
            /// Every drawing with the name it has in a definition file.
            pub const ALL: &'static [(Self, &'static str)] = &[$((Self::$icon, $name),)*];
        }
    };
}

icons! {
    /// An open book.
    Book = "book",
    /// A brain.
    Brain = "brain",
    /// A clock.
    Clock = "clock",
    /// A compass.
    Compass = "compass",
    /// Two hands.
    Handshake = "handshake",
    /// A heart.
    Heart = "heart",
    /// A house.
    House = "house",
    /// A leaf.
    Leaf = "leaf",
    /// A smiling face.
    Smile = "smile",
    /// A star.
    Star = "star",
    /// The sun.
    Sun = "sun",
    /// Some people.
    Users = "users",
}
