//! Stories of one device, told to the real engine on a real folder, without a window.
#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "what a story needs and does not get ends it"
)]

mod journeys {
    mod away;
    mod bad_snapshots;
    mod bases;
    mod clocks;
    mod copied;
    mod each_team;
    mod erase;
    mod erase_talk;
    mod every_step;
    mod first_start;
    mod former_reader;
    mod found;
    mod hand_over;
    mod handed_in;
    mod hold;
    mod hostile;
    mod instruments;
    mod just_joined;
    mod left;
    mod look_back;
    mod malicious_member;
    mod malicious_relay;
    mod neighbourhood;
    mod parts;
    mod properties;
    mod put_back;
    mod records;
    mod renewal;
    mod restored_relay;
    mod roles;
    mod salvaged;
    mod same_answers;
    mod second;
    mod settings;
    mod shared_by_itself;
    mod sheet;
    mod sheet_between;
    mod sheet_restored;
    mod snapshots;
    mod street;
    mod sync;
    mod taken_over;
    mod talk;
    mod team;
    mod trouble;
    mod two_teams;
    mod unsent;
    mod verify;
    mod versions;
    mod voices;
    mod wifi;
}
