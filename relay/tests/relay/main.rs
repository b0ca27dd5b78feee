//! The relay from outside: real keys and records, real HTTP, real files.

mod client;
mod crash;
mod exchange;
mod refusals;
mod restore;
mod statements;
mod world;
