//! Why pairing ended without a device let in, and why something typed or scanned cannot be read.

/// Why it ended. Closed, so that the screen has words for each; none says anything about who or what.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Why {
    /// The typed code is not the one on the other screen. Or somebody touched the messages: that looks the same.
    #[error("the code is another one")]
    WrongCode {
        /// How often it may still be tried, as the other device says: 0 to 2. Not to be relied on, only to be shown.
        tries_left: u8,
    },
    /// Five minutes are over.
    #[error("the invitation has expired")]
    Expired,
    /// Three tries are over. A new invitation is needed.
    #[error("it was tried too often")]
    TooManyTries,
    /// A person says that the two screens do not show the same digits: somebody is in between.
    #[error("the screens show different digits")]
    CheckDiffers,
    /// One of the two does not want to.
    #[error("it was declined")]
    Declined,
    /// The other device speaks a version that is not known here: update first.
    #[error("the other device has a newer version")]
    NewerVersion,
    /// A message was cut off, touched, repeated, or not what comes here.
    #[error("a message is not what it should be")]
    BadMessage,
    /// The space lies at another relay than the one that this device was told.
    #[error("the space lies at another relay")]
    OtherRelay,
}

/// Why a code, a link or a text is not taken. Nothing was sent and no try is lost.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Unreadable {
    /// Too short, too long, or empty.
    #[error("it has another length")]
    Length,
    /// A character that does not belong there.
    #[error("it has a character that does not belong there")]
    Character,
    /// Mistyped or cut off: the check does not fit.
    #[error("it was mistyped or cut off")]
    Check,
    /// No link for pairing.
    #[error("it is no link for pairing")]
    OtherLink,
    /// A link of a version that is not known here: update first.
    #[error("it is of a newer version")]
    NewerVersion,
}
